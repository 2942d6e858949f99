"""Text that cannot steer a terminal."""


def visible(text: str) -> str:
    """Text with its control characters shown, so that it cannot steer a terminal; no-break spaces stay."""
    return "".join(
        sign if sign.isprintable() or sign in "\u00a0\u202f" else _escape(ord(sign)) for sign in text
    )


def _escape(number: int) -> str:
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"
