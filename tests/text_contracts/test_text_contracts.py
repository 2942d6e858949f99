"""Contracts written elsewhere: clean ones give no alarm, faulty ones each fault at its place."""

from functools import cache
from pathlib import Path

import pytest

from docgen.model.locale import Locale
from docgen.pipeline.checking import check_plain_text, open_locales
from docgen.text.source import Source
from docgen.workspace import Workspace

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@cache
def locales() -> dict[str, Locale]:
    return dict(open_locales(Workspace(ROOT)))


def checked(name: str, text: str = "") -> list[tuple[int, int, int, str]]:
    source = Source(name, text or (HERE / name).read_text("utf-8"))
    return [
        (d.span.line, d.span.column, d.span.end_column, d.code)
        for d in check_plain_text(source, locales(), None)
    ]


@pytest.mark.parametrize("name", ["cctp.fr.md", "msa.en.md"])
def test_a_clean_contract_gives_no_alarm(name: str) -> None:
    assert checked(name) == []


def test_each_fault_is_placed() -> None:
    text = (HERE / "faulty.fr.md").read_text("utf-8")
    lines = text.splitlines()

    def place(line: int, words: str, code: str) -> tuple[int, int, int, str]:
        column = lines[line - 1].index(words) + 1
        return line, column, column + len(words), code

    assert checked("faulty.fr.md") == [
        place(9, "Logiciel", "DG154"),
        place(10, "18.1", "DG150"),
        place(12, "4", "DG152"),
        place(14, "[1.3.7 délai de paiement]", "DG151"),
        (14, lines[13].index("2 (Paiement)") + 1, lines[13].index("2 (Paiement)") + 2, "DG153"),
        place(14, "à compléter", "DG151"),
    ]


@pytest.mark.parametrize(
    "cited",
    [
        "l'article 1231-5 du code civil", "l'article 42 du CCAG-TIC", "l'article 7 du CCTP", "l'article 9 de la loi du 31 décembre 1975",
        "les articles 30 et 31 du règlement (UE) 2022/2554", "l'article 12 de l'annexe 3", "l'article L. 441-10 du code de commerce",
        "article 28 of the GDPR", "sections 12 and 13 of the Companies Act 2006", "article 9 of Annex II",
    ],
)  # fmt: skip
def test_another_instrument_is_never_looked_up_inside(cited: str) -> None:
    heads = "# Article 1 – Un\n\n# Article 2 – Deux\n\n"
    language = (
        "Le texte renvoie à {} pour le reste.\n"
        if cited.startswith("l")
        else "The text refers to {} for the rest.\n"
    )
    assert checked("t.md", heads + language.format(cited)) == []
