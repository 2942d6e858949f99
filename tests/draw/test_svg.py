"""Elements."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.draw.svg import arrow, drawing, hatch, rect, text


@given(st.text())
def test_any_text_makes_well_formed_xml(content: str) -> None:
    ElementTree.fromstring(drawing(10, text(0, 0, content)))


def test_markup_is_escaped() -> None:
    assert "A&amp;B &lt;i&gt;" in text(0, 0, "A&B <i>")


def test_numbers_are_short_and_never_minus_zero() -> None:
    assert (
        rect(-0.001, 1.50, 2, 1 / 3, "paper") == '<rect class="paper" x="0" y="1.5" width="2" height="0.33"/>'
    )


def test_a_negative_width_draws_nothing() -> None:
    assert 'width="0"' in rect(0, 0, -3, 1, "paper")


def test_the_arrow_head_ends_at_the_last_point() -> None:
    shaft, head = arrow(((0, 0), (0, 20)))
    assert head.startswith('<polygon class="fill1" points="0,20 ')
    assert shaft.endswith('points="0,0 0,13.5"/>')


@pytest.mark.parametrize("kind", [1, 2, 3])
def test_hatch_stays_in_its_rectangle(kind: int) -> None:
    path = hatch(10, 20, 33, 16, kind)
    places = re.findall(r"[ML](\S+?) (\S+?)(?=[ ML\"])", path)
    assert places
    assert all(10 <= float(x) <= 43 and 20 <= float(y) <= 36 for x, y in places)


def test_hatches_differ_from_one_another() -> None:
    assert len({hatch(0, 0, 30, 30, kind).replace(f"hatch{kind}", "") for kind in range(4)}) == 4


def test_no_hatch_no_element() -> None:
    assert hatch(0, 0, 30, 30, 0) == ""
