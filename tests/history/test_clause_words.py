"""The words of a text of the library."""

import pytest

from docgen.history.clause_words import clause_words
from docgen.history.words import PARAGRAPH


def keys(text: str) -> list[str]:
    return [word.key for word in clause_words(text)]


@pytest.mark.parametrize("text", ["Un\ndeux.", "Un  deux.", "\n\nUn\t\r\n deux.\n", " Un deux.\n\n \n"])
def test_how_lines_wrap_is_no_content(text: str) -> None:
    assert keys(text) == ["Un", "deux", "."]
    assert "".join(word.text for word in clause_words(text)) == "Un deux."


@pytest.mark.parametrize(
    "between", ["\n\n", "\n \t\r\n", "\n\n\n"], ids=["blank line", "line of spaces", "two lines"]
)
def test_paragraphs_part(between: str) -> None:
    assert clause_words(f"un{between}deux") == (*clause_words("un"), PARAGRAPH, *clause_words("deux"))


@pytest.mark.parametrize("mark", ["-", "*", "+", "1.", "12)", "|", "#", ">"])
def test_items_part(mark: str) -> None:
    for indent in ("", "  \t"):
        assert keys(f"un\n{indent}{mark} deux").count("\n") == 1
    assert keys(f"un\n{mark}deux").count("\n") == 0, "a sign within words begins no item"


def test_a_value_and_a_reference_are_one_word_each() -> None:
    words = clause_words("Soit {{ a.b | words }} selon [[c.d]].\nPuis  {{x\n}}")
    assert [word.key for word in words] == ["Soit", "{{a.b|words}}", "selon", "[[c.d]]", ".", "Puis", "{{x}}"]
    assert "".join(word.text for word in words) == "Soit {{ a.b | words }} selon [[c.d]]. Puis {{x }}"


def test_two_values_on_one_line_are_two_words() -> None:
    assert keys("{{ a }} et {{ b }}, [[c]] et [[d]]") == ["{{a}}", "et", "{{b}}", ",", "[[c]]", "et", "[[d]]"]


def test_nothing_has_no_words() -> None:
    assert clause_words(" \n\n") == ()
