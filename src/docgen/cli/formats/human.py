"""Each fault with its line of source, a caret under the exact columns, and the remedy."""

from collections.abc import Mapping, Sequence

from docgen.cli.formats import Lines
from docgen.cli.formats._visible import visible
from docgen.text.diagnostics import Diagnostic


def show(diagnostics: Sequence[Diagnostic], lines: Lines, colour: bool) -> str:
    """The faults one after another; `colour` only where a terminal shows it."""
    paint = _Paint(colour)
    return "".join(_one(d, lines(d.span.path, d.span.line), paint) for d in diagnostics)


class _Paint:
    """Adds colours for a terminal, or none."""

    _CODES: Mapping[str, str] = {
        "error": "1;31",
        "warning": "1;33",
        "note": "1;36",
        "soft": "2",
        "strong": "1",
        "hint": "32",
    }

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
    hint = (
        f"{' ' * margin} {paint('=', 'soft')} {paint('hint', 'hint')}: {visible(d.hint)}\n" if d.hint else ""
    )
    return head + place + body + hint + "\n"


_WIDEST = 110


def _window(line: str, start: int, width: int) -> tuple[str, int, int]:
    """The part of a long line around a place, where the place begins in it, and how wide it is there."""
    line = line.replace("\t", " ")
    first = max(0, start - 40) if len(line) > _WIDEST else 0
    shown = line[first : first + _WIDEST]
    before = len(visible(line[first:start])) + (1 if first else 0)
    text = ("…" if first else "") + visible(shown) + ("…" if first + _WIDEST < len(line) else "")
    return text, before, max(1, min(len(visible(line[start : start + width])), len(text) - before))
