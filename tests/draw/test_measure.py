"""Width of text and breaking of lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.draw.measure import cut, width, words, wrap

TEXTS = st.text(alphabet=st.sampled_from("abc W\u00a0-é/中😀."), max_size=60)


def test_width_grows_with_size_and_weight() -> None:
    assert width("plafond", "t3") < width("plafond", "t2") < width("plafond", "t1")
    assert width("plafond", "t2") < width("plafond", "t2", strong=True)


def test_an_accent_takes_no_room() -> None:
    assert width("é", "t2") == width("e", "t2") == width("e\u0301", "t2")


def test_letters_differ_in_width() -> None:
    assert width("iii", "t2") < width("eee", "t2") < width("WWW", "t2") < width("中中中", "t2")


def test_cut_leaves_a_short_text_alone() -> None:
    assert cut("4 h", 100, "t2") == "4 h"


def test_cut_ends_with_an_ellipsis() -> None:
    assert cut("Responsable de la production", 86, "t2") == "Responsable…"


def test_wrap_breaks_at_spaces_and_after_hyphens() -> None:
    assert wrap("Responsable de la production", 80, "t2") == ("Responsable", "de la", "production")
    assert wrap("non-reconduction", 75, "t2") == ("non-", "reconduction")


def test_wrap_never_breaks_at_a_no_break_space() -> None:
    assert wrap("pénalité 10\u00a0%", 68, "t2") == ("pénalité", "10\u00a0%")


def test_wrap_breaks_a_word_that_is_wider_than_the_line() -> None:
    lines = wrap("Anticonstitutionnellement", 60, "t2", most=5)
    assert "".join(lines) == "Anticonstitutionnellement"
    assert len(lines) > 1


def test_wrap_gives_empty_text_no_line() -> None:
    assert wrap(" \n ", 60, "t2") == ()
    assert words("", 60).height == 0


@given(TEXTS, st.integers(30, 200), st.integers(1, 5))
def test_lines_never_pass_the_limit(text: str, limit: int, most: int) -> None:
    lines = wrap(text, limit, "t2", most, strong=True)
    assert len(lines) <= most
    assert all(width(line, "t2", strong=True) <= limit for line in lines)


@given(TEXTS, st.integers(30, 200))
def test_wrap_loses_no_letter_when_lines_abound(text: str, limit: int) -> None:
    assert "".join(wrap(text, limit, "t2", 99)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("size", ["t1", "t2", "t3"])
def test_height_counts_lines(size: str) -> None:
    one, two = words("un", 100, size), words("un deux", width("deux", size) + 1, size)
    assert two.height == 2 * one.height
