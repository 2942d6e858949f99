"""A clause file: its path says its id, its front matter its metadata, the rest is its text."""

from datetime import date

import pytest

from docgen.model.condition import Fact
from docgen.read.clause import read_clause, read_library
from docgen.text.source import Source, Span

FRONT = "---\nid: penalites.plafond\ntitle: Plafond\nowner: legal\nwhen: facts.a\nreview_by: 2027-11-30\nrequires: [penalites.assiette]\n---\n"
PATH = "clauses/penalites/plafond.fr.md"


def test_a_clause_is_read() -> None:
    clause, faults = read_clause(Source(PATH, FRONT + "Le texte.\n"), "clauses", "fr")
    assert faults == ()
    assert clause is not None
    assert (clause.id, clause.position, clause.language, clause.topic) == (
        "penalites.plafond",
        "standard",
        "fr",
        "penalites",
    )
    assert (clause.title, clause.owner, clause.change) == ("Plafond", "legal", "amendment")
    assert clause.when == Fact(("facts", "a"))
    assert clause.review_by == date(2027, 11, 30)
    assert clause.requires == ("penalites.assiette",)
    assert clause.text == "Le texte.\n"
    assert clause.at("when") == Span(PATH, 5, 7, 14)
    assert clause.at("satisfies") == clause.place == Span(PATH, 2, 5, 22)


def test_windows_line_ends() -> None:
    clause, faults = read_clause(Source(PATH, (FRONT + "Le texte.\n").replace("\n", "\r\n")), "clauses", "fr")
    assert faults == ()
    assert clause is not None
    assert clause.text == "Le texte.\r\n"
    assert clause.at("when") == Span(PATH, 5, 7, 14)


def test_the_text_may_be_empty_and_hold_dashes() -> None:
    clause, _ = read_clause(Source(PATH, FRONT + "un\n\n---\n\ndeux"), "clauses", "fr")
    assert clause is not None
    assert clause.text == "un\n\n---\n\ndeux"
    empty, _ = read_clause(Source(PATH, FRONT), "clauses", "fr")
    assert empty is not None
    assert empty.text == ""


@pytest.mark.parametrize(
    ("path", "position", "language"),
    [
        ("clauses/penalites/plafond.fallback-1.fr.md", "fallback-1", "fr"),
        ("clauses/penalites/plafond.fallback-2.en.md", "fallback-2", "en"),
        ("clauses/penalites/plafond.en.md", "standard", "en"),
    ],
)
def test_a_position_and_a_translation_state_only_their_own_text(
    path: str, position: str, language: str
) -> None:
    clause, faults = read_clause(Source(path, "---\nrationale: possible\n---\nTexte.\n"), "clauses", "fr")
    assert faults == ()
    assert clause is not None
    assert (clause.id, clause.position, clause.language, clause.rationale) == (
        "penalites.plafond",
        position,
        language,
        "possible",
    )


@pytest.mark.parametrize(
    "path",
    [
        "clauses/plafond.fr.md",
        "clauses/a/b/plafond.fr.md",
        "clauses/penalites/plafond.md",
        "clauses/penalites/plafond.french.md",
        "clauses/penalites/plafond.fallback-3.fr.md",
        "clauses/penalites/plafond.standard.x.fr.md",
        "clauses/Penalites/plafond.fr.md",
        "clauses/penalites/pla_fond.fr.md",
        "elsewhere/penalites/plafond.fr.md",
    ],
)
def test_a_path_that_is_not_that_of_a_clause(path: str) -> None:
    clause, (fault,) = read_clause(Source(path, FRONT), "clauses", "fr")
    assert clause is None
    assert (fault.code, fault.span) == ("DG301", Span(path))


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("Le texte seul.", "DG108", (1, 1, 1)),
        ("---\nid: penalites.plafond\n", "DG108", (1, 1, 1)),
        ("\n" + FRONT, "DG108", (1, 1, 1)),
        ("---\n---\nTexte\n", "DG108", (1, 1, 1)),
        (FRONT.replace("penalites.plafond", "penalites.autre"), "DG301", (2, 5, 20)),
        (FRONT.replace("facts.a", "facts.a and"), "DG302", (5, 7, 18)),
        (FRONT.replace("owner", "ownr"), "DG201", (4, 1, 5)),
        (FRONT.replace("title: Plafond\n", ""), "DG202", (2, 1, 1)),
        (FRONT.replace("2027-11-30", "demain"), "DG204", (6, 12, 18)),
        (FRONT.replace("[penalites.assiette]", "[[x]]"), "DG203", (7, 12, 13)),
        (FRONT.replace("Plafond", "[a"), "DG103", (4, 6, 7)),
    ],
)
def test_a_fault_is_placed_in_the_file(text: str, code: str, place: tuple[int, int, int]) -> None:
    _, faults = read_clause(Source(PATH, text), "clauses", "fr")
    assert [(fault.code, tuple(fault.span)) for fault in faults] == [(code, (PATH, *place))]
    assert faults[0].hint


def test_a_library_finds_its_texts() -> None:
    library, faults = read_library(
        (
            Source(PATH, FRONT + "fr"),
            Source("clauses/penalites/plafond.fallback-1.fr.md", "---\nrationale: r\n---\nrepli"),
            Source("clauses/penalites/plafond.en.md", "---\ntitle: Cap\n---\nen"),
            Source("clauses/penalites/assiette.fr.md", FRONT.replace("plafond", "assiette") + "assiette"),
        ),
        "clauses",
        "fr",
    )
    assert faults == ()
    found = library.find("penalites.plafond", "fr", "fallback-1")
    assert found is not None
    assert found.text == "repli"
    assert library.find("penalites.plafond", "en", "fallback-1") is None
    assert library.find("penalites.rien", "fr") is None
    assert [clause.id for clause in library.standard("fr")] == ["penalites.assiette", "penalites.plafond"]
    assert [clause.text for clause in library.texts()] == ["assiette", "repli", "en", "fr"]


def test_a_faulty_clause_hides_no_other() -> None:
    library, faults = read_library(
        (
            Source(PATH, "rien"),
            Source("clauses/penalites/assiette.fr.md", FRONT.replace("plafond", "assiette")),
        ),
        "clauses",
        "fr",
    )
    assert [fault.code for fault in faults] == ["DG108"]
    assert list(library.clauses) == ["penalites.assiette"]


FALLBACK = Source("clauses/penalites/plafond.fallback-1.fr.md", "---\nrationale: r\n---\nrepli")
BASIS = Source("clauses/penalites/assiette.fr.md", FRONT.replace("plafond", "assiette") + "assiette")


@pytest.mark.parametrize(
    "today",
    [
        (Source(PATH, FRONT + "fr"), FALLBACK, BASIS),
        (Source(PATH, FRONT.replace("title: Plafond", "title: Autre titre") + "fr"), FALLBACK, BASIS),
        (Source(PATH, FRONT + "autre texte"), FALLBACK, BASIS),
        (FALLBACK, BASIS),
        (Source(PATH, FRONT + "fr"), BASIS),
        (
            Source(PATH, FRONT + "fr"),
            FALLBACK,
            BASIS,
            Source("clauses/penalites/plafond.en.md", "---\ntitle: Cap\n---\nen"),
        ),
        (
            Source(PATH, FRONT + "fr"),
            FALLBACK,
            BASIS,
            Source("clauses/neuf/neuf.fr.md", FRONT.replace("penalites.plafond", "neuf.neuf") + "neuf"),
        ),
        (Source(PATH, "rien"), FALLBACK, BASIS),
    ],
    ids=["same", "title", "text", "master gone", "fallback gone", "translation", "new", "faulty"],
)
def test_with_a_known_library_the_same_is_read(today: tuple[Source, ...]) -> None:
    known, _ = read_library((Source(PATH, FRONT + "fr"), FALLBACK, BASIS), "clauses", "fr")
    again = read_library(today, "clauses", "fr", known)
    assert again == read_library(today, "clauses", "fr")
    assert again.value.find("penalites.assiette", "fr") is known.find("penalites.assiette", "fr"), (
        "it was not read again"
    )


def test_a_position_has_the_effects_of_its_master_but_those_that_it_states() -> None:
    front = "---\nid: a.b\ntitle: T\nends: {client: services}\ncaps: [other]\nsurvives: true\n---\nTexte.\n"
    fallback = "---\nrationale: Une raison.\nends: {of_right: contract}\ncaps: []\n---\nTexte.\n"
    sources = (Source("clauses/a/b.fr.md", front), Source("clauses/a/b.fallback-1.fr.md", fallback))
    library, faults = read_library(sources, "clauses", "fr")
    assert faults == ()
    master, position = library.find("a.b", "fr"), library.find("a.b", "fr", "fallback-1")
    assert master is not None
    assert position is not None
    assert (master.ends, master.caps) == ((("client", "services"),), ("other",))
    assert (position.ends, position.caps) == ((("of_right", "contract"),), ())
    assert master.survives
    assert position.survives
