import pytest

from docgen.text.decode import MOST_BYTES, decode
from docgen.text.source import Span


def test_utf_8_with_and_without_a_byte_order_mark() -> None:
    assert decode("a", b"\xef\xbb\xbfcl\xc3\xa9: 1\r\n").value.text == "clé: 1\r\n"
    assert decode("a", "clé".encode()).diagnostics == ()


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"ok\nb\xc3\xa9 \xe9", (2, 4)),
        (b"\xff\xfea\x00", (1, 1)),
        (b"abc\xc3", (1, 4)),
        (b"\xed\xa0\x80", (1, 1)),
    ],
    ids=["latin-1", "utf-16", "cut in a character", "surrogate"],
)
def test_what_is_not_utf_8_is_placed_at_its_first_wrong_byte(content: bytes, place: tuple[int, int]) -> None:
    source, (fault,) = decode("a.md", content)
    assert source.text == ""
    assert fault.code == "DG101"
    assert fault.span == Span("a.md", *place, place[1] + 1)


def test_the_size_limit() -> None:
    assert decode("a", b"x" * MOST_BYTES).diagnostics == ()
    source, (fault,) = decode("a", b"x" * (MOST_BYTES + 1))
    assert (source.text, fault.code, fault.span) == ("", "DG102", Span("a"))


@pytest.mark.parametrize(
    "sign",
    [
        "\x00",
        "\x1b",
        "\x7f",
        "\x85",
        "\x9f",
        "\r",
        "\u2028",
        "\u202e",
        "\u2066",
        "\ue000",
        "\ufeff",
        "\uffff",
    ],
    ids=lambda sign: f"U+{ord(sign):04X}",
)
def test_a_character_that_is_not_text_is_named(sign: str) -> None:
    source, (fault,) = decode("a", f"é\nab{sign}c".encode())
    assert source.text == ""
    assert (fault.code, fault.span) == ("DG109", Span("a", 2, 3, 4))
    assert f"U+{ord(sign):04X}" in fault.message


@pytest.mark.parametrize("text", ["a\tb", "a\r\nb", "a\u00a0\u202f;", "😀", "n\u0303", "\u200b"])
def test_what_french_and_editors_need_is_text(text: str) -> None:
    assert decode("a", text.encode()).value.text == text
