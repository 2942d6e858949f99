"""The blocks that tell changes: summary, values, versions, and what an amendment is made of."""

import re
from dataclasses import replace
from datetime import date

from docgen.assemble import blocks
from docgen.history.record import notes
from docgen.model.as_text import node_text
from docgen.model.changes import ChangeClass
from docgen.model.comparison import Act
from docgen.model.pack import Pack, Revision

from ...history.comparisons import compared
from ..small import clause, contract

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
PACK = replace(COMPARED.new.pack, comparison=COMPARED.told())
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
        "amended-clauses", replace(only.new.pack, comparison=only.told())
    )


def test_the_contract_is_no_annex_that_is_replaced() -> None:
    assert shown("amended-documents") == "Aucune Annexe n’est remplacée.\n"


def test_the_acts_before_an_amendment_stand_in_their_order() -> None:
    acts = (Act(0, "1.0.0", date(2026, 12, 18)), Act(1, "2.0.0", date(2027, 6, 30)))
    text = shown("amendment-chain", replace(PACK, comparison=replace(COMPARED.told(), acts=acts)))
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
