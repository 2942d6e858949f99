"""Inlines as words that keep their look, and back."""

from docgen.history.tokens import Token, inlines_of, tokens
from docgen.model.document import (
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Reference,
    Strong,
    Superscript,
    Text,
    Value,
)
from docgen.text.source import Span

BOLD, LEANING, RAISED, LINKED = Strong(()), Emphasis(()), Superscript(""), Link("u", ())
CITED = Reference("a.b", Span("a.md"), text="article 1")


def shown(*inlines: Inline) -> list[tuple[str, str]]:
    return [(token.key, token.text) for token in tokens(inlines)]


def test_a_word_takes_the_white_space_before_it_over_inlines() -> None:
    assert shown(Text("un  deux "), Value("trois", "x"), Text(" ,")) == [
        ("un", "un"), ("deux", "  deux"), ("trois", " trois"), (",", " ,"),
    ]  # fmt: skip
    assert shown(Text("a "), Text(" b")) == [("a", "a"), ("b", "  b")]
    assert shown(Text(" ")) == []


def test_a_reference_is_the_word_of_its_target() -> None:
    assert shown(Text("Voir "), CITED, Text(".")) == [
        ("Voir", "Voir"), ("[[a.b]]", " article 1"), (".", "."),
    ]  # fmt: skip


def test_a_break_is_content() -> None:
    assert shown(Text("un"), LineBreak(), Text("deux")) == [("un", "un"), ("\n", "\n"), ("deux", "deux")]


def test_words_keep_what_they_stand_in_but_for_former_marks() -> None:
    nested = Strong((Text("a"), Emphasis((Superscript("er"), Link("u", (Text("b"),))))))
    assert [token.look for token in tokens((nested, Inserted((Text("c"),)), Deleted((CITED,))))] == [
        (BOLD,), (BOLD, LEANING, RAISED), (BOLD, LEANING, LINKED), (), (),
    ]  # fmt: skip


def test_words_become_inlines_with_their_look_again() -> None:
    written: tuple[Inline, ...] = (
        Text("un "),
        Strong((Text("deux"), Emphasis((Text(" trois"),)))),
        LineBreak(),
        Link("u", (Text("quatre"),)),
        Text(" 1"),
        Superscript("er"),
    )
    assert inlines_of(tuple(tokens(written))) == (
        Text("un"),
        Strong((Text(" deux"),)),
        Strong((Emphasis((Text(" trois"),)),)),
        LineBreak(),
        Link("u", (Text("quatre"),)),
        Text(" 1"),
        Superscript("er"),
    )
    assert inlines_of(()) == ()
    assert inlines_of((Token("a", "a", ()), Token("b", " b", ()))) == (Text("a b"),)
