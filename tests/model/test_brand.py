"""Colours of a brand, and whether they can be read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.brand import Brand, check_colour, contrast, mix
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


@pytest.mark.parametrize("colour", [Brand().primary, Brand().accent, "#767676"])
def test_a_colour_that_can_be_read_has_no_fault(colour: str) -> None:
    assert list(check_colour("primary", colour, Span("docgen.yaml"))) == []


@pytest.mark.parametrize(("colour", "told"), [("#ffcc00", "1.5"), ("#777777", "4.48")])
def test_a_pale_colour_is_a_warning_where_it_stands(colour: str, told: str) -> None:
    (fault,) = check_colour("accent", colour, Span("docgen.yaml", 5))
    assert (fault.code, fault.severity, fault.span.line) == ("DG505", Severity.WARNING, 5)
    assert f"accent colour {colour} has a contrast of {told}" in fault.message
