"""What a block may refer to: the first of its targets that the pack prints with a number."""

from dataclasses import replace

import pytest

from docgen.assemble.blocks._references import refer
from docgen.model.document import Reference
from docgen.model.pack import Pack

from ..small import clause, contract, resolved
from .nodes import built, tables

PACK = resolved(
    clause("a.un", "Un."),
    clause("a.jamais", "x", when="facts.benchmark"),
    clause("b.jamais", "x", when="facts.benchmark"),
    clause("c.un", "x"),
    clause("d.un", "x"),
    clause("m.mot", "x", term="Mot"),
    contract(
        ("a", ["a.jamais", "a.un"]),
        ("b", ["b.jamais"]),
        ("part", ["c.un"]),
        ("omis", ["d.un"]),
        ("facultatif", ["b.jamais"]),
        ("mots", ["glossary:m"]),
        ("blocs", ["block:parties"]),
        options={"part": "numbered: false", "facultatif": "optional: true"},
    ),
    facts=(
        "facts: {benchmark: false}\nomitted: [{article: omis, reason: x}]\n"
        "documents: {list: [{id: offer, title: Offre}]}"
    ),
)


def target(*targets: str) -> str:
    found = refer(PACK, *targets)
    return "" if found is None else found.target


@pytest.mark.parametrize(
    "name",
    ["a.un", "article:a", "article:omis", "article:facultatif", "article:mots", "article:blocs",
     "document:contract", "document:offer"],
)  # fmt: skip
def test_what_the_pack_holds_is_referred_to(name: str) -> None:
    assert target(name) == name
    assert target("nowhere.at", name, "a.un") == name


@pytest.mark.parametrize(
    "name", ["a.jamais", "d.un", "article:b", "article:part", "article:nowhere", "document:sla-annex", ""]
)
def test_what_the_pack_does_not_print_is_not(name: str) -> None:
    assert target(name) == ""
    assert target(name, "a.un") == "a.un"


def test_a_reference_is_with_its_word_unless_it_is_bare() -> None:
    assert refer(PACK, "a.un") == Reference("a.un", PACK.engagement.at(), bare=False)
    assert refer(PACK, "a.un", bare=True) == Reference("a.un", PACK.engagement.at(), bare=True)


def test_the_thresholds_of_changes_refer_to_their_clauses_else_to_the_article(pack: Pack) -> None:
    def wheres(shown: Pack) -> list[str]:
        return [
            inline.target
            for table in tables(built(shown, "change-thresholds"))
            for row in table.body
            for inline in row.cells[2].inlines
            if isinstance(inline, Reference)
        ]

    assert wheres(pack) == ["changements.approbation"] * 3 + ["changements.avenant"] * 2
    gone = {"changements.approbation", "changements.avenant"}
    without = replace(pack, chosen={name: one for name, one in pack.chosen.items() if name not in gone})
    assert wheres(without) == ["article:changements"] * 5
