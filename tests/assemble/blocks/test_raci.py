"""The responsibility matrix, its legend, roles, load and notes."""

from dataclasses import replace

from docgen.assemble.blocks.raci_load import cells as all_cells
from docgen.assemble.blocks.raci_load import counts, filled
from docgen.assemble.blocks.raci_matrix import tone
from docgen.model.document import ItemList, Paragraph, Reference
from docgen.model.pack import Pack
from docgen.model.raci import Activity, Process, Raci, Role
from docgen.render.widths import plain

from .nodes import built, cells, figures, rows, spaced, tables

ROLES = (
    Role("one", "Rôle un", "Un", "client", "strategic"),
    Role("two", "Rôle deux", "Deux", "provider", "tactical"),
    Role("three", "Rôle trois", "Trois", "client", "operational"),
)
SMALL = Raci(
    "RASCI",
    "two",
    ROLES,
    (
        Process(
            "p",
            "Processus",
            (
                Activity("a", "faire", {"one": "A/R", "two": "S"}, article="nulle-part"),
                Activity("b", "défaire", {"one": "I", "two": "A", "three": "R"}, article="penalites"),
            ),
        ),
    ),
)


def with_raci(pack: Pack, raci: Raci) -> Pack:
    return replace(pack, engagement=replace(pack.engagement, raci=raci))


def test_roles_of_one_party_stand_together(pack: Pack) -> None:
    (table,) = tables(built(with_raci(pack, SMALL), "raci-matrix"))
    parties, roles = table.head
    assert [(plain(cell.inlines), cell.colspan) for cell in parties.cells] == [
        ("Activité", 1), ("Article", 1), ("Client", 2), ("Prestataire", 1),
    ]  # fmt: skip
    assert cells(roles) == ("Un", "Trois", "Deux")
    assert cells(table.body[1]) == ("Faire", "", "A/R", "", "S")
    assert (cells(table.body[2])[0], *cells(table.body[2])[2:]) == ("Défaire", "I", "R", "A")


def test_every_activity_is_a_row_under_its_process(pack: Pack) -> None:
    (table,) = tables(built(pack, "raci-matrix"))
    raci = pack.engagement.raci
    assert sum(row.group for row in table.body) == len(raci.groups)
    assert sum(not row.group for row in table.body) == len(raci.activities)
    letters = [cell for row in table.body if not row.group for cell in row.cells[2:] if plain(cell.inlines)]
    assert len(letters) == filled(raci)
    assert all(cell.tone and cell.align == "center" for cell in letters)


def test_an_article_is_referred_to_only_where_it_is(pack: Pack) -> None:
    (table,) = tables(built(with_raci(pack, SMALL), "raci-matrix"))
    assert table.body[1].cells[1].inlines == ()
    (reference,) = table.body[2].cells[1].inlines
    assert isinstance(reference, Reference)
    assert (reference.target, reference.bare) == ("article:penalites", True)


def test_the_heaviest_letter_gives_the_look() -> None:
    assert [tone(letters) for letters in ("A/R", "R", "S", "I", "C/I", "")] == ["a", "r", "c", "i", "c", ""]


def test_the_legend_follows_the_variant(pack: Pack) -> None:
    assert [row[0] for row in rows(built(pack, "raci-legend"))] == ["A", "R", "C", "I", "A/R"]
    lines = rows(built(with_raci(pack, SMALL), "raci-legend"))
    assert [row[0] for row in lines] == ["A", "R", "S", "C", "I", "A/R"]
    assert lines[0][3] == "un et un seul"


def test_roles_with_their_holders(pack: Pack) -> None:
    lines = rows(built(pack, "raci-roles"))
    assert lines[0] == ("Client",)
    assert lines[1] == (
        "DSI",
        "Directeur des systèmes d’information",
        "Stratégique",
        "Dominique FICTIF | directeur des systèmes d’information",
    )
    assert rows(built(with_raci(pack, SMALL), "raci-roles"))[1][3] == "équipe"


def test_a_pair_counts_as_both_letters() -> None:
    assert counts(SMALL, "one", "ARSCI") == (1, 1, 0, 0, 1)
    assert (filled(SMALL), all_cells(SMALL)) == (5, 6)


def test_the_load_adds_up(pack: Pack) -> None:
    nodes = built(with_raci(pack, SMALL), "raci-load")
    assert rows(nodes) == [
        ("Client",),
        ("Rôle un", "1", "1", "0", "0", "1", "50 %"),
        ("Rôle trois", "0", "1", "0", "0", "0", "0 %"),
        ("Total", "1", "2", "0", "0", "1", "50 %"),
        ("Prestataire",),
        ("Rôle deux", "1", "0", "1", "0", "0", "50 %"),
        ("Total", "1", "0", "1", "0", "0", "50 %"),
    ]
    note = nodes[-1]
    assert isinstance(note, Paragraph)
    assert spaced(plain(note.inlines)) == "Densité de la matrice : 83 % (5 cases remplies sur 6)."
    (figure,) = figures(nodes)
    assert "Rôle un : 1 A, 1 R, 0 S, 0 C et 1 I." in spaced(figure.alternative)


def test_one_authority_for_each_activity_of_the_example(pack: Pack) -> None:
    raci = pack.engagement.raci
    assert sum(counts(raci, role.id, "A")[0] for role in raci.roles) == len(raci.activities)


def test_notes_say_who_keeps_the_matrix(pack: Pack) -> None:
    (notes,) = built(pack, "raci-notes")
    assert isinstance(notes, ItemList)
    assert len(notes.items) == 1 + len(pack.engagement.raci.notes)
    assert "Responsable de la livraison des services" in repr(notes.items[0])
