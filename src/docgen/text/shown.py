"""Text that people wrote, made safe to look at."""

_LETTERS = frozenset("\u00a0\u202f\n\t")


def shown(text: str) -> str:
    """Text with its invisible characters made visible: control characters, marks that turn the direction of writing, signs of
    no width. No-break spaces and line ends stay. A reader sees all that was written, in its order."""
    if text.isprintable():
        return text
    return "".join(
        sign
        if sign.isprintable() or sign in _LETTERS or (sign.isspace() and ord(sign) > 32)
        else _escape(ord(sign))
        for sign in text
    )


def _escape(number: int) -> str:
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"
