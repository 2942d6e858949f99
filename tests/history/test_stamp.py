"""What makes another edition of a clause, and what does not."""

import pytest

from docgen.history.stamp import paragraphs, stamp
from docgen.model.clause import Clause
from docgen.read.clause import read_clause
from docgen.text.source import Source

TEXT = "Le Prestataire doit « répondre » : sous {{ sla.gti | words }} ; à défaut, l'article s'applique.\n\n1. d'abord ;\n2. ensuite."


def clause(text: str = TEXT, front: str = "") -> Clause:
    found = read_clause(
        Source("clauses/a/b.fr.md", f"---\nid: a.b\ntitle: Titre\nwhen: facts.on_call\n{front}---\n{text}\n"),
        "clauses",
        "fr",
    ).value
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace(" ", "\u00a0").replace(".\u00a0", ". "),
        TEXT.replace("doit ", "doit\n"),
        TEXT.replace("'", "’"),
        TEXT.replace("« répondre »", "«\u202frépondre\u202f»"),
        TEXT.replace("« répondre »", '"répondre"'),
        TEXT.replace(" ;", ";").replace(" :", ":"),
        TEXT + "\n\n\n",
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("é", "e\u0301"),
    ],
)
def test_typography_and_white_space_make_no_other_edition(text: str) -> None:
    assert stamp(clause(text)) == stamp(clause())


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("doit", "peut"),
        TEXT.replace("Prestataire", "prestataire"),
        TEXT.replace("gti", "gtr"),
        TEXT.replace(" | words", ""),
        TEXT.replace("\n2. ensuite", "\n\n2. ensuite").replace(
            "1. d'abord ;", "1. d'abord ;\n\nNouvel alinéa."
        ),
        TEXT.replace(" ; à défaut", ".\n\nÀ défaut"),
        TEXT.replace(",", ""),
    ],
)
def test_words_values_and_paragraphs_do(text: str) -> None:
    assert stamp(clause(text)) != stamp(clause())


def test_the_condition_and_the_term_are_part_of_it() -> None:
    plain = clause()
    assert stamp(clause(front="term: GTI\n")) != stamp(plain)
    source = Source("clauses/a/b.fr.md", plain.source.text.replace("facts.on_call", "facts.benchmark"))
    other = read_clause(source, "clauses", "fr").value
    assert other is not None
    assert stamp(other) != stamp(plain)


def test_title_owner_and_dates_are_not() -> None:
    assert stamp(clause(front="owner: finance\nreview_by: 2030-01-01\n")) == stamp(clause())


def test_a_stamp_is_short() -> None:
    assert len(stamp(clause())) == 16


def test_paragraphs_and_items_part_a_text_and_lines_do_not() -> None:
    text = " L'un\nmot.\n\n \nDeux «\u00a0mots\u00a0».\n- un\n  * deux\n1. trois\n12) quatre\n-cinq\n"
    assert paragraphs(text) == (
        "L'un mot.", 'Deux"mots".', "- un", "* deux", "1. trois", "12) quatre -cinq",
    )  # fmt: skip
    assert paragraphs(" \n\n") == ()
