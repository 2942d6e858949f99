"""Colours of a brand, and whether they can be read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.brand import Brand, check_brand, contrast, mix
from docgen.text.diagnostics import Severity
from docgen.text.source import Span

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [
        ("#000000", "21.00"),
        ("#ffffff", "1.00"),
        ("#767676", "4.54"),
        ("#777777", "4.48"),
        ("#ff0000", "4.00"),
    ],
)
def test_contrast_on_white(colour: str, ratio: str) -> None:
    assert contrast(colour) == Decimal(ratio)


@given(COLOURS, COLOURS)
def test_contrast_has_no_order_and_its_bounds(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


@given(COLOURS, COLOURS)
def test_a_mix_begins_and_ends_with_its_colours(one: str, other: str) -> None:
    assert (mix(one, other, 100), mix(one, other, 0)) == (one, other)


def test_a_brand_that_can_be_read_has_no_fault() -> None:
    assert list(check_brand(Brand(), Span("docgen.yaml"))) == []


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "#123456\n", ""])
def test_what_is_no_colour_is_a_fault(colour: str) -> None:
    (fault,) = check_brand(Brand(primary=colour), Span("docgen.yaml", 3))
    assert (fault.code, fault.severity, fault.span.line) == ("DG505", Severity.ERROR, 3)


def test_a_pale_colour_is_a_warning() -> None:
    (fault,) = check_brand(Brand(accent="#ffcc00"), Span("docgen.yaml"))
    assert (fault.code, fault.severity) == ("DG505", Severity.WARNING)
    assert "accent colour #ffcc00 has a contrast of 1.5" in fault.message
