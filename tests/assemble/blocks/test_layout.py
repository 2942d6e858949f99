"""Rows, lists and lines that the blocks share."""

import pytest

from docgen.assemble.blocks._layout import (
    Wording,
    bullets,
    capital,
    group,
    lines,
    one,
    row,
    sentences,
)
from docgen.model.document import (
    Align,
    Cell,
    LineBreak,
    Look,
    Paragraph,
    Role,
    Row,
    Strong,
    Table,
    Text,
    Tone,
)
from docgen.model.locale import Locale
from docgen.model.pack import Pack

LEFT, RIGHT = Align.LEFT, Align.RIGHT
SET = (Strong((Text("gras"),)),)


@pytest.fixture(scope="module")
def locale(pack: Pack) -> Locale:
    return pack.locale


@pytest.fixture(scope="module")
def say(locale: Locale) -> Wording:
    return Wording(locale, "caps")


def test_the_first_cell_of_a_row_heads_it(locale: Locale) -> None:
    assert row(locale, "a", SET, "c") == Row((Cell((Text("a"),), header=True), Cell(SET), Cell((Text("c"),))))


def test_alignments_and_tones_go_from_the_left_the_rest_is_plain(locale: Locale) -> None:
    made = row(locale, "a", SET, "c", aligns=(RIGHT, Align.CENTER), tones=(Tone.MUTED, Tone.TOTAL))
    assert [(cell.align, cell.tone) for cell in made.cells] == [
        (RIGHT, Tone.MUTED), (Align.CENTER, Tone.TOTAL), (LEFT, Tone.PLAIN),
    ]  # fmt: skip


def test_a_cell_of_text_is_typeset_and_one_of_inlines_is_as_it_is(locale: Locale) -> None:
    assert one(locale, "l'an : 1") == Cell((Text("l’an\u00a0: 1"),))
    styled = one(locale, "x", header=True, align=RIGHT, tone=Tone.TOTAL)
    assert styled == Cell((Text("x"),), header=True, align=RIGHT, tone=Tone.TOTAL)
    assert one(locale, SET, header=True, align=RIGHT, tone=Tone.TOTAL) == Cell(
        SET, header=True, align=RIGHT, tone=Tone.TOTAL
    )


def test_a_group_stands_across_the_table(locale: Locale) -> None:
    assert group(locale, "Titre", 3) == Row((Cell((Text("Titre"),), header=True, colspan=3),), group=True)


def test_lines_stand_below_one_another_without_empty_ones(locale: Locale) -> None:
    assert lines(locale, ["", "a", (), SET, "", "l'an"]) == (
        Text("a"), LineBreak(), *SET, LineBreak(), Text("l’an"),
    )  # fmt: skip
    assert lines(locale, []) == ()


def test_a_list_has_labels(locale: Locale) -> None:
    plain, ordered = bullets(locale, ["a", SET]), bullets(locale, ["a", SET], ordered=True)
    assert [item.label for item in plain.items] == ["–", "–"]
    assert [item.label for item in ordered.items] == ["a)", "b)"]
    assert [item.blocks for item in plain.items] == [(Paragraph((Text("a"),)),), (Paragraph(SET),)]


@pytest.mark.parametrize(("text", "shown"), [("", ""), ("été", "Été"), ("Ab", "Ab"), ("aB", "AB")])
def test_a_capital_first(text: str, shown: str) -> None:
    assert capital(text) == shown


def test_sentences_follow_one_another() -> None:
    assert sentences(["Un.", "", "Deux."]) == "Un. Deux."
    assert sentences([]) == ""


def test_the_head_of_a_table_is_aligned_as_its_columns(say: Wording) -> None:
    (cap, rate, amount) = say.head("cap", "rate", "amount", aligns=(LEFT, RIGHT)).cells
    assert cap == Cell((Text("Plafond"),), header=True)
    assert rate == Cell((Text("Taux"),), header=True, align=RIGHT)
    assert amount == Cell((Text("Montant du plafond"),), header=True)


def test_a_table_is_called_by_its_message_or_by_what_is_given(say: Wording) -> None:
    body = (Row((Cell((Text("x"),)),)),)
    caption = say("caption")
    assert say.table(("cap",), body, (100,), (RIGHT,), look=Look.FACTS) == Table(
        caption, (say.head("cap", aligns=(RIGHT,)),), body, (100,), Look.FACTS
    )
    assert say.table(("cap",), body) == Table(caption, (say.head("cap"),), body, (), Look.PLAIN)
    assert say.table(("cap",), body, caption="Autre").caption == "Autre"


def test_facts_leave_out_what_is_not_stated(say: Wording) -> None:
    made = say.facts([("cap", "10 %"), ("rate", ""), ("amount", SET), ("base", ())], "Titre")
    assert (made.caption, made.head, made.widths, made.look) == ("Titre", (), (28, 72), Look.FACTS)
    assert made.body == (
        row(say.locale, "Plafond", "10 %"),
        row(say.locale, "Montant du plafond", SET),
    )


def test_a_drawing_has_words(pack: Pack) -> None:
    say = Wording(pack.locale, "phases")
    made = say.figure("<svg/>", "l'an")
    assert (made.svg, made.alternative, made.caption) == ("<svg/>", "l’an", say("figure"))
    assert say.figure("<svg/>", "x", "Autre").caption == "Autre"


def test_small_print_is_a_note(say: Wording) -> None:
    assert say.note("cap") == Paragraph((Text("Plafond"),), role=Role.NOTE)
