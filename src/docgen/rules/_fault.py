"""What a rule yields."""

from typing import NamedTuple

from docgen.text.source import Span


class Fault(NamedTuple):
    """A fault found by a rule; the registry adds its code and severity."""

    span: Span
    message: str
    hint: str = ""
