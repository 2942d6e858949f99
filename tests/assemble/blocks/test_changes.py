"""The blocks that tell changes: summary, values, versions, and what an amendment is made of."""

import re
from dataclasses import replace
from datetime import date

import pytest

from docgen.assemble import blocks
from docgen.history.record import notes
from docgen.model.as_text import node_text
from docgen.model.changes import ChangeClass, Changes, ClauseChange, Kind
from docgen.model.comparison import Act, Comparison, Passage, Side
from docgen.model.document import Callout, Division, Paragraph, Text
from docgen.model.pack import Pack, Revision

from ...history.comparisons import compared
from ..small import clause, contract, resolved

COMPARED = compared(
    clause("objet.objet", "Le contrat a deux objets.", "Objet"),
    clause("objet.note", "Une note.", "Note", change=ChangeClass.EDITORIAL),
    contract(
        ("objet", ["objet.objet", "objet.note"]),
        ("penalites", ["penalites.plafond"]),
        extra="cited_as: {fr: du Contrat}",
    ),
    facts="sla:\n  credits:\n    monthly_cap: 20 %\nnotices:\n  client: 2 rue Neuve, Lyon",
    old_facts="sla:\n  credits:\n    monthly_cap: 15 %\nnotices:\n  client: 1 rue Neuve, Lyon",
)
PACK = replace(COMPARED.new.pack, comparison=COMPARED.comparison())
QUIET = replace(COMPARED.new.pack, comparison=None)


def shown(name: str, pack: Pack = PACK, **options: object) -> str:
    block = blocks.find(name)
    assert block is not None
    return re.sub(
        "[\u00a0\u202f]",
        " ",
        "".join(node_text(node) for node in block.build(pack, {"kind": "redline", **options})),
    )


def test_without_a_comparison_they_show_nothing() -> None:
    for name in (
        "changes-summary",
        "changed-values",
        "redline",
        "amended-clauses",
        "amended-documents",
        "amendment-chain",
    ):
        assert shown(name, QUIET) == ""


def test_the_summary_names_both_versions_and_the_reach() -> None:
    text = shown("changes-summary")
    assert "| Version de départ | 1.0.0, signée le 4 janvier 2027 |" in text
    assert "| Version comparée | 2.0.0-draft du 1^er juin 2027 |" in text
    assert "| Portée des modifications | majeur – un avenant est nécessaire |" in text
    assert "| 1.1 | Document contract | Objet | modifié | avenant nécessaire |" in text
    assert "| 1.2 | Document contract | Note | ajouté | rédactionnel |" in text
    assert "{+texte ajouté+}, [-texte supprimé-]" in text


def test_values_stand_with_their_effect() -> None:
    text = shown("changed-values")
    assert "| Niveaux de Service › Pénalités › Plafond mensuel | 15 % | 20 % | avenant nécessaire |" in text
    assert (
        "| Notifications › Adresse du Client | 1 rue Neuve, Lyon | 2 rue Neuve, Lyon | mise à jour opérationnelle |"
        in text
    )


def test_values_of_one_class_without_their_effect() -> None:
    text = shown("changed-values", only="amendment", effects=False)
    assert "| Niveaux de Service › Pénalités › Plafond mensuel | 15 % | 20 % |" in text
    assert "Adresse" not in text
    assert "avenant" not in text


def test_an_amendment_leaves_out_what_is_editorial() -> None:
    text = shown("amended-clauses")
    assert (
        "La stipulation suivante est remplacée et renumérotée : article 1 du Contrat, qui devient article 1.1 du Contrat."
        in text
    )
    assert "[callout] Rédaction antérieure\n    Le contrat a un objet." in text
    assert "[callout] Nouvelle rédaction\n    Le contrat a deux objets." in text
    assert "Une note." not in text


def test_an_amendment_of_values_alone_says_so() -> None:
    only = compared(facts="payment:\n  term: 45 days", old_facts="payment:\n  term: 30 days")
    assert "seules changent les valeurs" in shown(
        "amended-clauses", replace(only.new.pack, comparison=only.comparison())
    )


def test_the_contract_is_no_annex_that_is_replaced() -> None:
    assert shown("amended-documents") == "Aucune Annexe n’est remplacée.\n"


def test_the_acts_before_an_amendment_stand_in_their_order() -> None:
    acts = (Act(0, "1.0.0", date(2026, 12, 18)), Act(1, "2.0.0", date(2027, 6, 30)))
    text = shown("amendment-chain", replace(PACK, comparison=replace(COMPARED.comparison(), acts=acts)))
    assert (
        "| Contrat | version 1.0.0, signé le 18 décembre 2026 |\n  | Avenant n° 1 | version 2.0.0, signé le 30 juin 2027 |"
        in text
    )


def test_parties_are_named_in_a_sentence() -> None:
    text = shown("contracting-parties")
    assert text.count("ci-après « le ") == 2
    assert "représentant : " in text.lower()


def test_the_change_log_tells_each_version_with_its_words() -> None:
    first = Revision("1.0.0", date(2026, 12, 1), "Jo EXEMPLE", "major", ("Signature",))
    changes = COMPARED.changes
    second = Revision(
        "2.0.0", date(2027, 6, 1), "Jo EXEMPLE", "major", ("Révision",), notes(changes), changes.documents
    )
    text = shown("versions", replace(QUIET, history=(first, second)))
    assert text.count("[sheet]") == 1, "the first version changed nothing"
    assert "[sheet] Version 2.0.0 – 1er juin 2027" in text
    assert "| Avenant | nécessaire |" in text
    assert (
        "| 1.1 | Objet | Document contract | modifié / Le contrat a [-un objet-] {+deux objets+}. | avenant nécessaire |"
        in text
    )
    assert "| Niveaux de Service › Pénalités › Plafond mensuel | 15 % | 20 % | avenant nécessaire |" in text


def change(kind: Kind, name: str = "objet.objet", document: str = "contract", **places: str) -> ClauseChange:
    return ClauseChange(kind, name, "Objet", document, ChangeClass.AMENDMENT, **places)


TERM = resolved(
    clause("objet.objet", "Un."),
    clause("mots.acces", "un", term="Accès"),
    clause("x.un", "x"),
    clause("z.un", "z"),
    contract(("objet", ["objet.objet"]), ("mots", ["glossary:mots"]), extra="cited_as: {fr: du Contrat}"),
    contract(("x", ["x.un"]), kind="sla-annex"),
    contract(("z", ["z.un"]), kind="raci"),
    facts="documents: {list: [{id: offer, title: Offre}, {id: sla-annex}]}",
)


def told(*changes: ClauseChange) -> list[str]:
    sides = Side("1.0.0", date(2026, 12, 1)), Side("2.0.0", date(2027, 6, 1))
    text = shown("amended-clauses", replace(TERM, comparison=Comparison(*sides, Changes(changes))))
    return [line.strip() for line in text.splitlines() if " : " in line or "tableau" in line]


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (change(Kind.ADDED, new_number="2.1"), "Il est inséré la stipulation suivante : article 2.1 du Contrat."),
        (
            change(Kind.REMOVED, old_number="3"),
            "La stipulation suivante est supprimée : article 3 du Contrat.",
        ),
        (
            change(Kind.CHANGED, old_number="3", new_number="3"),
            "La stipulation suivante est remplacée : article 3 du Contrat.",
        ),
        (
            change(Kind.POSITION, old_number="3", new_number="3"),
            "La stipulation suivante est remplacée : article 3 du Contrat.",
        ),
        (
            change(Kind.CHANGED, old_number="3", new_number="4"),
            "La stipulation suivante est remplacée et renumérotée : article 3 du Contrat, qui devient article 4 du Contrat.",
        ),
        (
            change(Kind.MOVED, old_number="3", new_number="4"),
            "La stipulation suivante est déplacée : article 3 du Contrat, qui devient article 4 du Contrat.",
        ),
        (
            change(Kind.RETITLED, new_number="4"),
            "La stipulation suivante reçoit un nouvel intitulé : article 4 du Contrat.",
        ),
        (
            change(Kind.ADDED, "x.un", "sla-annex", new_number="1"),
            "Il est inséré la stipulation suivante : article 1 de l’annexe 2.",
        ),
        (
            change(Kind.ADDED, "z.un", "raci", new_number="1"),
            "Il est inséré la stipulation suivante : article 1 du document « Document raci ».",
        ),
        (change(Kind.ADDED), "Il est inséré la stipulation suivante : stipulation « Objet » du Contrat."),
        (
            change(Kind.CHANGED, "mots.acces", old_number="2", new_number="2"),
            "La stipulation suivante est remplacée : définition « Objet » de l’article 2 du Contrat.",
        ),
        (change(Kind.ADDED, "block:caps"), "Il est ajouté le tableau « Objet » du Contrat."),
        (change(Kind.REMOVED, "block:caps"), "Le tableau « Objet » du Contrat est supprimé."),
        (change(Kind.CHANGED, "block:caps"), "Le tableau « Objet » du Contrat est remplacé."),
    ],
)  # fmt: skip
def test_an_amendment_says_what_happens_to_a_provision(one: ClauseChange, sentence: str) -> None:
    assert told(one) == [sentence]


def test_a_clause_that_moved_and_changed_is_not_renumbered_twice() -> None:
    places = {"old_number": "3", "new_number": "4"}
    assert [line.partition(" : ")[0] for line in told(change(Kind.MOVED, **places), change(Kind.CHANGED, **places))] == [
        "La stipulation suivante est déplacée",
        "La stipulation suivante est remplacée",
    ]  # fmt: skip


def test_each_provision_has_its_division_with_both_wordings() -> None:
    before, after = ((Paragraph((Text(word),)),) for word in ("avant", "après"))
    passages = {
        ("contract", "objet.objet"): Passage(before, after),
        ("contract", "a.b"): Passage(before, after),
    }
    changes = (
        change(Kind.CHANGED),
        change(Kind.RETITLED),
        change(Kind.MOVED, "a.b"),
        replace(change(Kind.CHANGED, "c.d"), change=ChangeClass.OPERATIONAL),
        change(Kind.ADDED, "e.f"),
    )
    comparison = Comparison(
        Side("1", date(2026, 1, 1)), Side("2", date(2026, 1, 2)), Changes(changes), (), passages
    )
    block = blocks.find("amended-clauses")
    assert block is not None
    divisions = [
        node for node in block.build(replace(TERM, comparison=comparison), {}) if isinstance(node, Division)
    ]
    assert [(one.id, one.title, one.level) for one in divisions] == [
        ("amended-1", "Objet", 2), ("amended-2", "Objet", 2), ("amended-3", "Objet", 2),
    ]  # fmt: skip
    first, moved, added = (
        [node.blocks for node in one.children if isinstance(node, Callout)] for one in divisions
    )
    assert first == [before, after]
    assert moved == [], "the words of a clause that only moved are not repeated"
    assert added == []
