"""How the pages of one provider look: two colours, a logo, two families of type."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from docgen.text.diagnostics import Diagnostic
from docgen.text.faults import COLOUR_TOO_PALE
from docgen.text.source import Span

LEGIBLE = Decimal("4.5")  # WCAG 2.2, success criterion 1.4.3: text of normal size


@dataclass(frozen=True, slots=True)
class Logo:
    """The content of an image file; `kind` is its media type, `alternative` its name for those who cannot see it."""

    content: bytes
    kind: str  # image/svg+xml, image/png
    alternative: str


@dataclass(frozen=True, slots=True)
class Brand:
    """Colours as `#rrggbb`; `serif` sets the body, `sans` headings and tables (families of `templates/fonts/`)."""

    primary: str = "#1d3c5c"
    accent: str = "#a4501b"
    logo: Logo | None = None
    serif: str = "Source Serif 4"
    sans: str = "Source Sans 3"

    def tint(self, percent: int) -> str:
        """The primary colour with `percent` of its strength on white paper."""
        return mix(self.primary, "#ffffff", percent)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, other: str, percent: int) -> str:
    """`percent` of one colour and the rest of the other, channel by channel."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{(a * percent + b * (100 - percent) + 50) // 100:02x}" for a, b in pairs)


def luminance(colour: str) -> Decimal:
    """Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_linear(Decimal(channel) / 255) for channel in channels(colour))
    return Decimal("0.2126") * red + Decimal("0.7152") * green + Decimal("0.0722") * blue


def contrast(colour: str, other: str = "#ffffff") -> Decimal:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio), to two decimals."""
    dark, light = sorted((luminance(colour), luminance(other)))
    return ((light + Decimal("0.05")) / (dark + Decimal("0.05"))).quantize(Decimal("0.01"))


def check_colour(name: str, colour: str, span: Span) -> Iterator[Diagnostic]:
    """Report a colour that is too light to be read as text on white paper (DG505)."""
    if contrast(colour) < LEGIBLE:
        yield COLOUR_TOO_PALE.at(
            span,
            f"{name} colour {colour} has a contrast of {contrast(colour)} on white",
            f"choose a darker one: text needs {LEGIBLE}",
        )


def _linear(channel: Decimal) -> Decimal:
    if channel <= Decimal("0.04045"):
        return channel / Decimal("12.92")
    return ((channel + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")
