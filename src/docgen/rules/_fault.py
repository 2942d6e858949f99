"""The result of a rule: a fault before it has its code and severity."""

from typing import NamedTuple

from docgen.text.diagnostics import Severity
from docgen.text.source import Span


class Fault(NamedTuple):
    """A fault found by a rule; the registry adds its code, and its severity where the fault has none of its own."""

    span: Span
    message: str
    hint: str = ""
    severity: Severity | None = None
