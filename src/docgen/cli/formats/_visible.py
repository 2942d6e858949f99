"""Text that cannot steer a terminal."""


def visible(text: str) -> str:
    """Text with its control characters shown, so that it cannot steer a terminal."""
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" if ord(sign) < 256 else f"\\u{ord(sign):04x}" for sign in text)
