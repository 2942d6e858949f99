"""Print diagnostics: for people, for editors, for programs. Printers are functions of the same values."""

import json
from collections.abc import Callable, Mapping, Sequence

from docgen.text.diagnostics import Diagnostic, Severity

Lines = Callable[[str, int], str]  # path, line -> the text of that line


def short(diagnostics: Sequence[Diagnostic]) -> str:
    """`path:line:col: severity[CODE] message`, one a line."""
    return "".join(
        f"{visible(d.span.path)}:{d.span.line}:{d.span.column}: {d.severity.label}[{d.code}] {visible(d.message)}\n" for d in diagnostics
    )


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """A list of objects."""
    rows = [
        {
            "path": d.span.path,
            "line": d.span.line,
            "column": d.span.column,
            "end_column": d.span.end_column,
            "code": d.code,
            "severity": d.severity.label,
            "message": d.message,
            "hint": d.hint,
        }
        for d in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def github(diagnostics: Sequence[Diagnostic]) -> str:
    """Workflow commands that a forge shows beside the line."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    return "".join(
        f"::{levels[d.severity]} file={_property(d.span.path)},line={d.span.line},col={d.span.column},"
        f"endColumn={d.span.end_column},title={_property(d.code)}::{_message(d)}\n"
        for d in diagnostics
    )


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _message(diagnostic: Diagnostic) -> str:
    return _escape(diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else ""))


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def visible(text: str) -> str:
    """Text with its control characters shown, so that it cannot steer a terminal."""
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" if ord(sign) < 256 else f"\\u{ord(sign):04x}" for sign in text)


def human(diagnostics: Sequence[Diagnostic], lines: Lines, colour: bool) -> str:
    """Each fault with its line of source, a caret under the exact columns, and the remedy."""
    paint = _Paint(colour)
    return "".join(_one(d, lines(d.span.path, d.span.line), paint) for d in diagnostics)


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """How many faults of each severity: "2 errors, 1 warning"."""
    counts = [(sum(d.severity is severity for d in diagnostics), severity.label) for severity in Severity]
    said = [f"{count} {label}{'s' if count > 1 else ''}" for count, label in counts if count]
    return ", ".join(said) or "no fault"


class _Paint:
    """Adds colours for a terminal, or none."""

    _CODES: Mapping[str, str] = {"error": "1;31", "warning": "1;33", "note": "1;36", "soft": "2", "strong": "1", "hint": "32"}

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, look: str) -> str:
        return f"\x1b[{self._CODES[look]}m{text}\x1b[0m" if self._colour else text


def _one(d: Diagnostic, line: str, paint: _Paint) -> str:
    label = d.severity.label
    head = f"{paint(f'{label}[{d.code}]', label)}: {paint(visible(d.message), 'strong')}\n"
    place = f"  {paint('-->', 'soft')} {visible(d.span.path)}:{d.span.line}:{d.span.column}\n"
    margin = len(str(d.span.line))
    body = ""
    if line.strip():
        shown, before, width = _window(line, d.span.column - 1, max(1, d.span.end_column - d.span.column))
        gutter = paint(" " * margin + " |", "soft")
        body = f"{gutter}\n{paint(f'{d.span.line} |', 'soft')} {shown}\n{gutter} {' ' * before}{paint('^' * width, label)}\n"
    hint = f"{' ' * margin} {paint('=', 'soft')} {paint('hint', 'hint')}: {visible(d.hint)}\n" if d.hint else ""
    return head + place + body + hint + "\n"


_WIDEST = 110


def _window(line: str, start: int, width: int) -> tuple[str, int, int]:
    """The part of a long line around a place, where the place begins in it, and how wide it is there."""
    line = visible(line.replace("\t", " "))
    first = max(0, start - 40) if len(line) > _WIDEST else 0
    shown = line[first : first + _WIDEST]
    before = start - first + (1 if first else 0)
    text = ("…" if first else "") + shown + ("…" if first + _WIDEST < len(line) else "")
    return text, before, max(1, min(width, len(text) - before))
