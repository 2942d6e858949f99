"""Turn the log records of the page engine into diagnostics.

WeasyPrint goes on after a missing image or a rule that it does not know, and only writes a log record. A contract
must not go out with a hole in it, so each record of level warning or above is a fault with a code:
DG501 something that the page asks for is not there, DG502 a style that was not understood, DG503 a fault of layout.
"""

import logging
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from docgen.text.diagnostics import Diagnostic, Severity
from docgen.text.faults import BAD_LAYOUT, BAD_STYLE, MISSING_ASSET, NO_GLYPH
from docgen.text.source import Source, Span

OUTPUTS = Span("outputs")

_KINDS = (
    (
        re.compile(r"Using fontTools instead"),
        BAD_LAYOUT,
        Severity.NOTE,  # the page is right; only its bytes are others than with the usual subsetter
        "install the subsetter of HarfBuzz (Debian: libharfbuzz-subset0)",
    ),
    (
        re.compile(r"\.notdef glyph"),
        NO_GLYPH,
        Severity.ERROR,
        "the fonts of templates/fonts/ lack this character",
    ),
    (
        re.compile(
            r"Failed to (load|fetch)|Relative URI reference|Font-face .* cannot be loaded|Failed to render SVG"
        ),
        MISSING_ASSET,
        Severity.ERROR,
        "only files of the workspace that were given to the page can be used",
    ),
    (re.compile(r" at \d+:\d+|[Ss]elector|rule|descriptor|unit "), BAD_STYLE, Severity.WARNING, ""),
)
_PLACE = re.compile(r" at (\d+):(\d+)")
_QUOTED = re.compile(r"`([-\w]+)")


@contextmanager
def recorded(*names: str) -> Iterator[list[logging.LogRecord]]:
    """Collect the records of level warning or above that this thread logs to the named loggers meanwhile."""
    records: list[logging.LogRecord] = []
    handler = _Collector(records, threading.get_ident())
    loggers = [logging.getLogger(name) for name in names]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield records
    finally:
        for logger in loggers:
            logger.removeHandler(handler)


def faults(records: Iterable[logging.LogRecord], styles: Sequence[Source] = ()) -> tuple[Diagnostic, ...]:
    """One diagnostic for each different record; a style fault is placed in the stylesheet that it names."""
    return tuple(dict.fromkeys(_fault(record.getMessage(), record.levelno, styles) for record in records))


def _fault(message: str, level: int, styles: Sequence[Source]) -> Diagnostic:
    text = " ".join(message.split()).rstrip(".")
    for pattern, kind, severity, hint in _KINDS:
        if pattern.search(text):
            span = _in_styles(text, styles) if kind == BAD_STYLE else OUTPUTS
            return kind.at(span, _PLACE.sub("", text) if span != OUTPUTS else text, hint, severity)
    severity = Severity.ERROR if level >= logging.ERROR else Severity.WARNING
    return BAD_LAYOUT.at(OUTPUTS, text, severity=severity)


def _in_styles(text: str, styles: Sequence[Source]) -> Span:
    """The place "at line:column" in the one stylesheet that has the quoted property there."""
    place, quoted = _PLACE.search(text), _QUOTED.search(text)
    if place is None:
        return OUTPUTS
    line, column = int(place[1]), int(place[2])
    word = quoted[1] if quoted else ""
    for source in styles:
        if word and source.line(line).startswith(word, column - 1):
            return Span(source.path, line, column, column + len(word))
    return OUTPUTS


class _Collector(logging.Handler):
    def __init__(self, records: list[logging.LogRecord], thread: int) -> None:
        super().__init__(logging.WARNING)
        self._records = records
        self._thread = thread

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self._records.append(record)
