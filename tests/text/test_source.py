from hypothesis import given
from hypothesis import strategies as st

from docgen.text.source import Source, Span

TEXT = Source("a.md", "un\ndeux é😀z\r\n\nfin")


def test_a_place_on_the_first_line() -> None:
    assert TEXT.span(0, 2) == Span("a.md", 1, 1, 3)


def test_columns_count_characters_not_bytes() -> None:
    at = TEXT.text.index("z")
    assert TEXT.span(at, at + 1) == Span("a.md", 2, 8, 9)


def test_a_place_without_an_end_is_empty() -> None:
    assert TEXT.span(3) == Span("a.md", 2, 1, 1)


def test_a_place_over_several_lines_ends_with_its_first_line() -> None:
    assert TEXT.span(3, len(TEXT.text)) == Span("a.md", 2, 1, 9)


def test_the_carriage_return_is_no_part_of_a_line() -> None:
    assert TEXT.line(2) == "deux é😀z"
    assert TEXT.span(TEXT.text.index("z"), TEXT.text.index("fin")).end_column == 9


def test_the_end_of_the_text() -> None:
    assert TEXT.span(len(TEXT.text), len(TEXT.text) + 1) == Span("a.md", 4, 4, 4)
    assert TEXT.span(10_000) == Span("a.md", 4, 4, 4)


def test_lines_that_are_not_there_are_empty() -> None:
    assert [TEXT.line(number) for number in (0, 1, 3, 4, 5)] == ["", "un", "", "fin", ""]


def test_an_offset_is_the_inverse_of_a_place() -> None:
    assert TEXT.text[TEXT.offset(2, 6)] == "é"
    assert TEXT.offset(9, 1) == len(TEXT.text)


@given(st.text(alphabet="aé😀\n", max_size=40), st.integers(0, 40))
def test_place_and_offset_agree_everywhere(text: str, at: int) -> None:
    source = Source("a", text)
    span = source.span(at, at + 1)
    assert source.offset(span.line, span.column) == min(at, len(text))
    assert span.column <= span.end_column <= len(source.line(span.line)) + 1
