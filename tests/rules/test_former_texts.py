"""Texts of the library as they once read, and the rule that finds the fault of each."""

import pytest

from .harness import check_files

FRONT = "---\nid: {id}\ntitle: T\nowner: legal\n{front}review_by: 2027-11-30\n---\n{{{{ contract.subject }}}}\n\n{text}\n"
OBJECT, DURATION = "clauses/objet/objet.fr.md", "clauses/confidentialite/duree.fr.md"
CARVE_OUTS = "bodily_injury, gross_negligence, wilful_default, ip_infringement"


def codes(text: str, front: str = "", **others: str) -> set[str]:
    """What is found in a text that stands for the clause on the object."""
    found = check_files({OBJECT: FRONT.format(id="objet.objet", front=front, text=text), **others})
    return {
        fault.code
        for fault in found
        if fault.code in ("DG3112", "DG3113", "DG4020", "DG4021", "DG4022", "DG4023")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Lorsque le retard excède huit semaines, le Client peut résilier le Contrat en tout ou partie.",
        "À l'expiration de ce délai, le Client peut suspendre le paiement des factures, ou résilier le Contrat.",
        "À défaut d'accord écrit, le Contrat prend fin à son terme.",
        "Lorsque l'empêchement est définitif, le Contrat est résolu de plein droit pour les Services qu'il affecte.",
        "Les Parties peuvent convenir de la résiliation du Contrat.",
    ],
)
def test_an_exit_that_the_clause_does_not_state(text: str) -> None:
    assert codes(text) == {"DG3112"}
    assert codes(text, "ends: {client: contract}\n") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Le Prestataire ne peut ni suspendre les Services ni résilier le Contrat.",
        "Aucune somme n'est due lorsque le Contrat prend fin par la faute du Prestataire.",
        "Le Client peut y mettre fin par anticipation.",
        "Le recours à un tiers n'emporte ni résiliation, ni modification du Périmètre.",
    ],
)
def test_a_sentence_that_ends_nothing(text: str) -> None:
    assert codes(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "La responsabilité du Prestataire est plafonnée, par Année Contractuelle, au prix du Contrat.",
        "Les plafonds de responsabilité ne s'appliquent pas à la garantie d'éviction.",
        "Aucun plafond et aucune exclusion du présent article ne s'appliquent aux cas suivants.",
    ],
)
def test_a_cap_that_the_clause_does_not_state(text: str) -> None:
    assert codes(text) == {"DG3113"}


def test_the_closed_list_of_article_32_leaves_the_other_exits_out() -> None:
    text = "Aucune Partie ne peut mettre fin au Contrat avant ce terme, sauf dans les cas prévus par la loi ou à l'[[article:penalites]]."
    exit_ = FRONT.format(
        id="confidentialite.duree",
        front="ends: {client: contract}\n",
        text="Le Client peut résilier le Contrat.",
    )
    assert codes(text, **{DURATION: exit_}) == {"DG4020"}
    assert codes(text.replace("à l'[[article:penalites]]", "par le Contrat"), **{DURATION: exit_}) == set()


@pytest.mark.parametrize(
    ("word", "found"), [("confidentiality", {"DG4021"}), ("confidentiality_except_data", set())]
)
def test_data_are_capped_and_confidentiality_is_not(word: str, found: set[str]) -> None:
    lifts = FRONT.format(
        id="confidentialite.duree", front="lifts: [liability.carve_outs]\n", text="Cas sans plafond."
    )
    deal = {
        "engagements/demo/engagement.yaml": f"id: demo\nliability: {{carve_outs: [{CARVE_OUTS}, {word}]}}\n"
    }
    assert (
        codes("Plafond majoré.", "caps: [data_loss, data_disclosure]\n", **{DURATION: lifts}, **deal) == found
    )
