"""A log record of the page engine is a fault with a code and, where it names one, a place."""

import logging
import threading

import pytest

from docgen.render.log import faults, recorded
from docgen.text.diagnostics import Severity
from docgen.text.source import Source, Span

LOGGER = logging.getLogger("docgen.tests.engine")


def record(message: str, *values: object, level: int = logging.WARNING) -> logging.LogRecord:
    return logging.LogRecord("weasyprint", level, __file__, 1, message, values, None)


@pytest.mark.parametrize(
    ("message", "code", "severity"),
    [
        ("Failed to load image at 'http://a.example/x.png': refused", "DG501", Severity.ERROR),
        ("Font-face 'Source Serif 4' cannot be loaded", "DG501", Severity.ERROR),
        ("Failed to load stylesheet at x.css: gone", "DG501", Severity.ERROR),
        ("Ignored `colour: red` at 3:5, unknown property.", "DG502", Severity.WARNING),
        ("Invalid or unsupported selector 'p::x', EOF", "DG502", Severity.WARNING),
        (
            '.notdef glyph rendered for Unicode string unsupported by fonts: "字" (U+5B57)',
            "DG504",
            Severity.ERROR,
        ),
        ('Using fontTools instead of HarfBuzz-Subset for font "Source Sans 3".', "DG503", Severity.NOTE),
        ("Anything new", "DG503", Severity.WARNING),
    ],
)
def test_codes(message: str, code: str, severity: Severity) -> None:
    (fault,) = faults([record(message)])
    assert (fault.code, fault.severity) == (code, severity)


def test_an_error_without_a_known_kind_stays_an_error() -> None:
    (fault,) = faults([record("No anchor #%s for internal URI reference", "a9", level=logging.ERROR)])
    assert (fault.code, fault.severity) == ("DG503", Severity.ERROR)
    assert "#a9" in fault.message


def test_a_style_fault_is_placed_in_the_stylesheet_that_has_it_there() -> None:
    styles = (
        Source("templates/page/a.css", "p {\n  color: red }"),
        Source("templates/page/b.css", "p {\n  colour: red }"),
    )
    (fault,) = faults([record("Ignored `colour: red` at 2:3, unknown property.")], styles)
    assert fault.span == Span("templates/page/b.css", 2, 3, 9)
    assert "at 2:3" not in fault.message


def test_a_fault_that_is_logged_twice_is_told_once() -> None:
    assert len(faults([record("Anything new"), record("Anything new")])) == 1


def test_only_warnings_of_this_thread_are_recorded_and_only_meanwhile() -> None:
    with recorded(LOGGER.name) as records:
        LOGGER.warning("mine")
        LOGGER.info("progress")
        other = threading.Thread(target=LOGGER.warning, args=("of another thread",))
        other.start()
        other.join()
    LOGGER.warning("too late")
    assert [one.getMessage() for one in records] == ["mine"]
