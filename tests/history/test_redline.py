"""The text with marks: what is compared with what, and what is shown."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from docgen.history.changes import compare
from docgen.history.redline import passages, redline
from docgen.history.redline_markup import compared, compared_blocks, marked, shortened
from docgen.history.snapshot import State, at_rest, snapshot
from docgen.model.as_text import node_text
from docgen.model.document import (
    Block,
    Cell,
    Deleted,
    Emphasis,
    Figure,
    Inserted,
    Item,
    ItemList,
    Paragraph,
    Reference,
    Row,
    Sheet,
    Strong,
    Table,
    Text,
)
from docgen.model.tree import divisions
from docgen.text.source import Span

from ..assemble.small import clause, contract, resolved

BINDING = "cited_as: {fr: du Contrat}"
OBJET = clause("objet.objet", "Le contrat a un objet.", "Objet")
SUITE = clause("objet.suite", "Voir l’[[penalites.plafond]].", "Suite")
PLAFOND = clause(
    "penalites.plafond", "Un plafond de {{ sla.credits.monthly_cap }}.\n\n1. un ;\n2. deux.", "Plafond"
)
NOTE = clause("objet.note", "Une note.", "Note")
OUTLINE = contract(
    ("objet", ["objet.objet", "objet.suite"]), ("penalites", ["penalites.plafond"]), extra=BINDING
)
BASE = (OBJET, SUITE, PLAFOND, OUTLINE)


def state(*overlays: Mapping[str, str], facts: str = "") -> State:
    return at_rest(resolved(*BASE, *overlays, facts=facts))


def shown(*overlays: Mapping[str, str], whole: bool = False) -> str:
    """The redline from the base to the base with these files, as text."""
    old, new = state(), state(*overlays)
    changes = compare(snapshot(old), snapshot(new))
    text = "".join(node_text(node) for node in redline(old, new, changes, whole))
    return re.sub("[\u00a0\u202f]", " ", text)


def test_nothing_but_a_line_when_nothing_changed() -> None:
    assert shown() == "(same) Documents sans changement : Document contract.\n"


def test_the_whole_text_on_request() -> None:
    text = shown(whole=True)
    assert "Le contrat a un objet." in text
    assert "{+" not in text
    assert "[-" not in text


def test_a_changed_word_stands_among_the_words_that_stayed() -> None:
    text = shown(clause("objet.objet", "Le contrat a deux objets.", "Objet"))
    assert "Le contrat a [-un objet-] {+deux objets+}." in text
    assert "Modifié – avenant nécessaire" in text
    assert "(same) Sans changement : 1.2." in text
    assert "(same) Sans changement : article 2." in text


def test_an_added_clause_is_marked_whole() -> None:
    text = shown(
        NOTE,
        contract(
            ("objet", ["objet.objet", "objet.note", "objet.suite"]),
            ("penalites", ["penalites.plafond"]),
            extra=BINDING,
        ),
    )
    assert "1.2 Note (added)" in text
    assert "{+Une note.+}" in text
    assert "[-" not in text, "the clauses after it have other numbers, and nothing else"


def test_a_removed_clause_is_struck_under_its_former_number() -> None:
    text = shown(contract(("objet", ["objet.suite"]), ("penalites", ["penalites.plafond"]), extra=BINDING))
    assert "(ancien 1.1) Objet (removed)" in text
    assert "[-Le contrat a un objet.-]" in text


def test_a_moved_clause_is_shown_where_it_stands_and_where_it_stood() -> None:
    outline = contract(
        ("objet", ["objet.objet"]), ("penalites", ["objet.suite", "penalites.plafond"]), extra=BINDING
    )
    text = shown(outline, clause("objet.suite", "Lire l’[[penalites.plafond]].", "Suite"))
    assert "(ancien 1.2) Suite (away)" in text
    assert "Déplacé : devenu 2.1" in text
    assert "2.1 Suite (moved)" in text
    assert "Déplacé : ancien 1.2 – avenant nécessaire" in text
    assert "[-Voir-]{+Lire+} l’article 2.2." in text, "it is compared with what it was"


def test_clauses_that_swapped_their_places_are_told_as_one_move() -> None:
    text = shown(
        contract(
            ("objet", ["objet.suite", "objet.objet"]), ("penalites", ["penalites.plafond"]), extra=BINDING
        )
    )
    assert text.count("(moved)") == text.count("(away)") == 1


def test_an_article_with_another_title_says_so() -> None:
    other = {path: content.replace("{fr: Article objet}", "{fr: But}") for path, content in OUTLINE.items()}
    text = shown(other)
    assert "1 But" in text
    assert "Nouvel intitulé ; ancien intitulé : Article objet" in text


def test_an_article_under_another_id_is_the_same_article() -> None:
    text = shown(
        contract(("but", ["objet.objet", "objet.suite"]), ("penalites", ["penalites.plafond"]), extra=BINDING)
    )
    assert "(moved)" not in text
    assert "{+" not in text


def test_documents_that_bind_nobody_are_left_out() -> None:
    journal = contract(("suite", ["objet.note"]), kind="journal")
    assert "Document journal" not in shown(NOTE, journal)


def test_passages_hold_both_wordings() -> None:
    old, new = state(), state(clause("objet.objet", "Le contrat a deux objets.", "Objet"))
    passage = passages(old, new, compare(snapshot(old), snapshot(new)))["contract", "objet.objet"]
    assert [node_text(block) for block in passage.old] == ["Le contrat a un objet.\n"]
    assert [node_text(block) for block in passage.new] == ["Le contrat a deux objets.\n"]


def test_passages_of_clauses_that_came_went_or_moved() -> None:
    outlines = (
        contract(
            ("objet", ["objet.objet", "objet.suite"]), ("penalites", ["penalites.plafond"]), extra=BINDING
        ),
        contract(
            ("objet", ["objet.objet"]),
            ("penalites", ["objet.note", "penalites.plafond", "objet.suite"]),
            extra=BINDING,
        ),
    )
    old, new = (at_rest(resolved(*BASE, NOTE, outline)) for outline in outlines)
    found = passages(old, new, compare(snapshot(old), snapshot(new)))
    added, moved = found["contract", "objet.note"], found["contract", "objet.suite"]
    assert added.old == ()
    assert [node_text(block) for block in added.new] == ["Une note.\n"]
    assert [node_text(block) for block in (*moved.old, *moved.new)] == [
        "Voir l’article\u00a02.\n",
        "Voir l’article\u00a02.2.\n",
    ]
    gone = passages(new, old, compare(snapshot(new), snapshot(old)))["contract", "objet.note"]
    assert [node_text(block) for block in gone.old] == ["Une note.\n"]
    assert gone.new == ()


def test_a_title_alone_has_no_passage() -> None:
    old, new = state(), state(clause("objet.objet", "Le contrat a un objet.", "But"))
    assert passages(old, new, compare(snapshot(old), snapshot(new))) == {}


def glossary(*words: tuple[str, str]) -> State:
    terms = {
        path: text
        for name, word in words
        for path, text in clause(f"mots.{name}", word, term=name.title()).items()
    }
    outline = contract(("mots", ["glossary:mots"]), ("objet", ["objet.objet"]), extra=BINDING)
    return at_rest(resolved(OBJET, terms, outline))


def test_a_definition_is_compared_as_a_clause_is() -> None:
    old = glossary(("acces", "un mot"), ("delai", "du temps"), ("ecart", "rien"))
    new = glossary(("acces", "un nom"), ("delai", "du temps"), ("zone", "un lieu"))
    changes = compare(snapshot(old), snapshot(new))
    found = passages(old, new, changes)
    assert {key: (len(one.old), len(one.new)) for key, one in found.items()} == {
        ("contract", "mots.acces"): (1, 1),
        ("contract", "mots.ecart"): (1, 0),
        ("contract", "mots.zone"): (0, 1),
    }
    text = re.sub("[\u00a0\u202f]", " ", "".join(node_text(node) for node in redline(old, new, changes)))
    assert "Acces: (touched) un [-mot-] {+nom+}" in text
    assert "Delai" not in text
    assert "Ecart: [-rien-]" in text
    assert "Zone: {+un lieu+}" in text
    assert [text.index(word) for word in ("Acces", "Ecart", "Zone")] == sorted(
        text.index(word) for word in ("Acces", "Ecart", "Zone")
    )
    assert text.count("avenant nécessaire") == 3


def test_a_division_of_a_redline_stands_below_its_document_and_article() -> None:
    old, new = (
        state(),
        at_rest(
            resolved(
                *BASE,
                NOTE,
                contract(
                    ("objet", ["objet.objet"]),
                    ("penalites", ["penalites.plafond", "objet.suite", "objet.note"]),
                    extra=BINDING,
                ),
            )
        ),
    )
    changes = compare(snapshot(old), snapshot(new))
    found = {
        (node.id, node.fate.value): (
            node.level,
            node.listed,
            node.numbered,
            node.anchor.partition("-clause")[0],
        )
        for node in divisions(redline(old, new, changes, whole=True))
    }
    levels = {key: value[:3] for key, value in found.items()}
    assert levels["redline-contract", ""] == (1, True, False)
    assert levels["objet", ""][0] == levels["penalites", ""][0] == 2
    assert [key for key in found if key[0] == "objet.suite"] == [
        ("objet.suite", "away"),
        ("objet.suite", "moved"),
    ]
    assert found["objet.suite", "away"] == (3, False, False, "contract-old")
    assert found["objet.suite", "moved"] == (3, False, False, "contract")
    assert found["objet.note", "added"][0] == 3


# --- blocks ------------------------------------------------------------------------------------------------


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def table(*rows: tuple[str, ...], head: tuple[str, ...] = ("Quoi", "Combien")) -> Table:
    def cells(texts: tuple[str, ...]) -> Row:
        return Row(tuple(Cell((Text(text),)) for text in texts))

    return Table("Tableau", (cells(head),), tuple(map(cells, rows)))


def told(old: Block | None, new: Block | None) -> str:
    return "".join(node_text(block) for block, _ in compared(old, new))


def test_the_look_of_words_is_kept() -> None:
    old = Paragraph((Text("un "), Strong((Text("mot fort"),))))
    new = Paragraph((Text("un "), Strong((Text("mot"), Emphasis((Text(" faible"),))))))
    ((block, changed),) = compared(old, new)
    assert changed
    assert isinstance(block, Paragraph)
    assert block.role == "touched"
    assert block.inlines == (
        Text("un"), Strong((Text(" mot"),)), Text(" "), Deleted((Strong((Text("fort"),)),)),
        Text(" "), Inserted((Strong((Emphasis((Text("faible"),)),)),)),
    )  # fmt: skip


def test_a_reference_to_the_same_target_is_the_same_word() -> None:
    def refers(text: str) -> Paragraph:
        return Paragraph((Text("voir "), Reference("a.b", Span("x"), text=text)))

    ((block, changed),) = compared(refers("article 1"), refers("article 2"))
    assert not changed
    assert node_text(block) == "voir article 2\n"


def test_paragraphs_are_matched_by_their_words() -> None:
    old = [paragraph("le prix est ferme"), paragraph("le client paye chaque mois")]
    new = [paragraph("une phrase neuve sans rapport"), paragraph("le client paye chaque trimestre")]
    text = "".join(node_text(block) for block, _ in compared_blocks(old, new))
    assert (
        text
        == "[-le prix est ferme-]\n{+une phrase neuve sans rapport+}\n(touched) le client paye chaque [-mois-] {+trimestre+}\n"
    )


def test_items_are_matched_by_their_words() -> None:
    def items(*texts: str) -> ItemList:
        return ItemList(tuple(Item((paragraph(text),), f"{rank})") for rank, text in enumerate(texts, 1)))

    assert told(items("le prix", "la durée ferme"), items("le prix", "le lieu", "la durée brève")) == (
        "1) le prix\n2) {+le lieu+}\n3) (touched) la durée [-ferme-] {+brève+}\n"
    )


def test_rows_are_matched_by_their_first_cell() -> None:
    old = table(("Hébergement", "10 €"), ("Support", "20 €"))
    new = table(("Réseau", "5 €"), ("Hébergement", "10 €"), ("Support", "30 €"))
    assert told(old, new) == (
        "[table] Tableau\n  | Quoi | Combien |\n  ---\n  | {+Réseau+} | {+5 €+} |\n  | Hébergement | 10 € |\n  | Support | [-20-]{+30+} € |\n"
    )


def test_a_table_with_other_columns_is_another_table() -> None:
    text = told(table(("a", "b")), table(("a", "b", "c"), head=("Quoi", "Combien", "Quand")))
    assert text.count("[table]") == 2
    assert "[-a-]" in text
    assert "{+a+}" in text


def test_a_long_table_shows_the_rows_that_changed() -> None:
    old = table(*((f"ligne {rank}", "1") for rank in range(10)))
    new = table(*((f"ligne {rank}", "2" if rank == 5 else "1") for rank in range(10)))
    ((block, _),) = compared(old, new)
    assert isinstance(block, Table)
    assert [[len(row.cells), row.cells[0].colspan] for row in shortened(block).body] == [
        [1, 2],
        [2, 1],
        [1, 2],
    ]
    assert shortened(old) != old, "without a change only the gap is left"


def test_the_gap_is_as_wide_as_the_table() -> None:
    def cells(*spans: int, group: bool = False) -> Row:
        return Row(tuple(Cell((Text("x"),), colspan=span) for span in spans), group=group)

    for rows in ((cells(1, 1, 1), *(cells(1, 2),) * 8), (cells(3, group=True), *(cells(1, 1),) * 8)):
        long = Table("", (), rows)
        (gap,) = shortened(long).body
        assert gap.cells[0].colspan == 3
        assert shortened(replace(long, body=rows[:8])) != replace(long, body=rows[:8])
        assert shortened(replace(long, body=rows[:7])) == replace(long, body=rows[:7])


def test_a_short_table_is_shown_whole() -> None:
    assert shortened(table(("a", "b"))) == table(("a", "b"))


def test_what_stands_in_a_sheet_is_compared() -> None:
    assert told(
        Sheet("Fiche", (paragraph("un mot"),), "anchor"), Sheet("Fiche", (paragraph("un nom"),), "anchor")
    ) == ("[sheet] Fiche\n  (touched) un [-mot-] {+nom+}\n")


def test_two_kinds_of_blocks_are_two_blocks() -> None:
    assert told(paragraph("un"), ItemList((Item((paragraph("un"),), "a)"),))) == "[-un-]\na) {+un+}\n"


@pytest.mark.parametrize("mark", [Inserted, Deleted])
def test_a_drawing_has_no_marks(mark: type[Inserted] | type[Deleted]) -> None:
    figure = Figure("<svg/>", "Une figure")
    assert marked(figure, mark) == figure


def test_a_clause_that_stands_in_no_article_is_compared_too() -> None:
    alone = {
        path: text.replace("body:", "body:\n  - clause: objet.note", 1) for path, text in OUTLINE.items()
    }
    old, new = state(NOTE, alone), state(clause("objet.note", "Deux notes.", "Note"), alone)
    changes = compare(snapshot(old), snapshot(new))
    text = re.sub("[\u00a0\u202f]", " ", "".join(node_text(node) for node in redline(old, new, changes)))
    assert "[-Une note.-]" in text
    assert "{+Deux notes.+}" in text
    assert text.count("Modifié – avenant nécessaire") == 1


def test_a_place_is_not_named_twice() -> None:
    sheet = marked(Sheet("Fiche", (paragraph("un"),), "anchor"))
    assert isinstance(sheet, Sheet)
    assert sheet.anchor == ""
    ((compared_sheet, _),) = compared(sheet, Sheet("Fiche", (paragraph("un"),), "anchor"))
    assert isinstance(compared_sheet, Sheet)
    assert compared_sheet.anchor == ""
