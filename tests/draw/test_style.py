"""Shades and stylesheet."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.draw.style import SIZES, contrast, deepen, shades, styled, stylesheet

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


def test_contrast_of_the_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#fff", "#ffffff") == pytest.approx(1)


def test_a_dark_brand_colour_stays_as_it_is() -> None:
    assert deepen("#1f4e79") == "#1f4e79"


@given(COLOURS)
def test_strokes_are_readable_on_paper(colour: str) -> None:
    assert contrast(deepen(colour), "#ffffff") >= 4.5


@given(COLOURS)
def test_shades_stay_apart_in_grey_print(colour: str) -> None:
    against_white = [contrast(shade, "#ffffff") for shade in shades(colour)]
    assert all(darker > lighter * 1.15 for darker, lighter in pairwise(against_white))


@given(COLOURS)
def test_text_on_every_shade_is_readable(colour: str) -> None:
    css = dict(line.removesuffix("}").split("{") for line in stylesheet(colour, colour).splitlines())
    for step, shade in enumerate(shades(colour), 1):
        ink = css[f".drawing .on{step}"].removeprefix("fill:")
        assert contrast(ink, shade) >= 4.5


def test_no_text_is_smaller_than_seven_and_a_half_points() -> None:
    assert min(SIZES.values()) * 72 / 96 >= 7.5


def test_a_colour_that_is_none_is_a_bug() -> None:
    with pytest.raises(ValueError, match="not a colour"):
        shades("#12345")


def test_the_stylesheet_stands_inside_the_root() -> None:
    assert (
        styled('<svg class="drawing"><g/></svg>', "x{}")
        == '<svg class="drawing"><style>x{}</style><g/></svg>'
    )
