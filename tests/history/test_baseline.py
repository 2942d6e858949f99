"""The names of what a released engagement keeps, and what moved on."""

import pytest

from docgen.history.baseline import Outdated, Upgrades, outdated, read_upgrades, subject, write_upgrades
from docgen.history.lock import Input
from docgen.read.config import Paths
from docgen.text.source import Source

PATHS = Paths()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("clauses/penalites/plafond.fr.md", "penalites.plafond"),
        ("clauses/penalites/plafond.fallback-1.fr.md", "penalites.plafond"),
        ("clauses/penalites/plafond.en.md", "penalites.plafond"),
        ("clauses/terms.yaml", "terms"),
        ("templates/outlines/contract.yaml", "outline:contract"),
        ("templates/page/20-page.css", ""),
        ("templates/locales/fr.yaml", ""),
        ("engagements/demo/engagement.yaml", ""),
        ("docgen.yaml", ""),
        ("clauses-old/penalites/plafond.fr.md", ""),
    ],
)
def test_what_a_file_belongs_to(path: str, name: str) -> None:
    assert subject(path, PATHS) == name


def test_what_moved_on_is_told_by_clause() -> None:
    one, two, gone = "clauses/a/b.fr.md", "clauses/a/b.fallback-1.fr.md", "clauses/a/c.fr.md"
    kept = {path: Input(path, "0", "1") for path in (one, gone, "templates/outlines/x.yaml")}
    now = {one: "1", two: "9", "clauses/a/d.fr.md": "4", "templates/outlines/x.yaml": "5", "docgen.yaml": "6"}
    assert outdated(kept, now, PATHS) == (
        Outdated("a.b", (two,), "changed"),
        Outdated("a.c", (gone,), "removed"),
        Outdated("a.d", ("clauses/a/d.fr.md",), "added"),
        Outdated("outline:x", ("templates/outlines/x.yaml",), "changed"),
    )


def test_upgrades_read_as_they_were_written() -> None:
    upgrades = Upgrades(
        "1.0.0", (Input("clauses/a/b.fr.md", "0" * 40, "1" * 64), Input("clauses/a/c.fr.md", "", ""))
    )
    assert read_upgrades(Source("x.yaml", write_upgrades(upgrades))) == (upgrades, ())
