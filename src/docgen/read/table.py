"""A table of text (CSV, RFC 4180) with the place of each cell. The separator is that of its first line: `,` or `;`.

Faults: DG215 (a column that is unknown, missing or named twice; a row with too few or too many cells, an open quote).
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docgen.text.diagnostics import Checked, Diagnostic, nearest
from docgen.text.faults import MEASURE_TABLE_MALFORMED
from docgen.text.source import Source, Span

_CELLS = {
    separator: re.compile(rf'("(?:[^"]|"")*"|[^"{separator}][^{separator}]*|)({separator}|$)')
    for separator in ",;"
}


class TextCell(NamedTuple):
    """A cell: its text without quotes and outer spaces, and its place."""

    text: str
    span: Span


class TextRow(NamedTuple):
    """A row of cells by column, and its place; empty cells are left out."""

    cells: Mapping[str, TextCell]
    span: Span


def read_table(
    source: Source, required: tuple[str, ...], optional: tuple[str, ...]
) -> Checked[tuple[TextRow, ...]]:
    """The rows below the line of titles; empty lines are passed over. A row that cannot be read is left out."""
    lines = [line.rstrip("\r") for line in source.text.split("\n")]
    separator = ";" if lines[0].count(";") > lines[0].count(",") else ","
    titles = _cells(source.path, 1, lines[0], separator) or ()
    diagnostics = [*_title_faults(titles, source.path, required, optional)]
    if diagnostics:
        return Checked((), tuple(diagnostics))
    rows: list[TextRow] = []
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        cells = _cells(source.path, number, line, separator)
        whole = Span(source.path, number, 1, len(line) + 1)
        if cells is None:
            diagnostics.append(
                _fault(
                    whole,
                    "the row has a quote that is not closed",
                    "close it, and double a quote inside a cell",
                )
            )
        elif len(cells) != len(titles):
            diagnostics.append(
                _fault(
                    whole,
                    f"the row has {len(cells)} cells under {len(titles)} titles",
                    f"separate the cells by {separator!r}, and quote a text that holds one",
                )
            )
        else:
            rows.append(
                TextRow(
                    {title.text: cell for title, cell in zip(titles, cells, strict=True) if cell.text}, whole
                )
            )
    return Checked(tuple(rows), tuple(diagnostics))


def _cells(path: str, number: int, line: str, separator: str) -> tuple[TextCell, ...] | None:
    cells: list[TextCell] = []
    at = 0
    while True:
        match = _CELLS[separator].match(line, at)
        if match is None:
            return None
        raw = match[1]
        text = raw[1:-1].replace('""', '"') if raw.startswith('"') else raw
        cells.append(TextCell(text.strip(), Span(path, number, match.start(1) + 1, match.end(1) + 1)))
        at = match.end()
        if not match[2]:
            return tuple(cells)


def _title_faults(
    titles: tuple[TextCell, ...], path: str, required: tuple[str, ...], optional: tuple[str, ...]
) -> Iterator[Diagnostic]:
    known = (*required, *optional)
    seen: set[str] = set()
    for text, span in titles:
        if text not in known:
            yield _fault(
                span, f"unknown column {text!r}", nearest(text, known) or "columns: " + ", ".join(known)
            )
        elif text in seen:
            yield _fault(span, f"column {text!r} occurs twice", "keep one")
        seen.add(text)
    missing = [name for name in required if name not in seen]
    if missing:
        yield _fault(
            Span(path),
            f"column {missing[0]!r} is missing",
            "the first line names the columns: " + ", ".join(known),
        )


def _fault(span: Span, message: str, hint: str) -> Diagnostic:
    return MEASURE_TABLE_MALFORMED.at(span, message, hint)
