"""Edges of the rules on clauses: what must be found, and what must not."""

import pytest

from .harness import check_files

OBJECT = "clauses/objet/objet.fr.md"
ON_CALL = "clauses/services/astreinte.fr.md"


def clause(body: str, front: str = "", name: str = "objet.objet") -> str:
    return f"---\nid: {name}\ntitle: Objet\nowner: legal\n{front}review_by: 2027-11-30\n---\n{body}\n"


def codes(body: str, front: str = "") -> set[str]:
    return {fault.code for fault in check_files({OBJECT: clause(body, front)})}


@pytest.mark.parametrize(
    "body",
    [
        "Les Parties conviennent de ce que prévoit l'article 1231-5 du code civil.",
        "Les Parties conviennent de ce que prévoient les articles L. 441-10 et D. 441-5 du code de commerce.",
        "Les Parties conviennent de ce que prévoit l'article 42 du CCAG-TIC.",
        "Les Parties conviennent de ce que prévoit l'article 28 du règlement (UE) 2016/679.",
    ],
)
def test_an_article_of_another_text_is_no_typed_reference(body: str) -> None:
    assert codes(body) == set()


@pytest.mark.parametrize(
    "body", ["Voir l'article 4.", "Voir les articles 4 et 5.2.", "Voir l'article 12.3 ci-après."]
)
def test_an_article_of_the_contract_is_a_typed_reference(body: str) -> None:
    assert codes(body) == {"DG371"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Voir [[objet objet]].", "DG313"),
        ("Voir {{ contract.subject | upper }}.", "DG314"),
        ("Voir {{ contract['subject'] }}.", "DG314"),
        ("Voir {{ contract.subjects }}.", "DG315"),
        ("Voir {{ parties }}.", "DG318"),
        ("Voir {{ services }}.", "DG318"),
        ("Voir {{ scope.families | items }} et le reste.", "DG319"),
        ("Voir {# rien #} le reste.", "DG320"),
        ("Voir {{ contract.subject.", "DG321"),
        ("Voir objet.objet]].", "DG321"),
        ("Voir TBD.", "DG327"),
        ("Voir ______.", "DG328"),
        ("Voir [...].", "DG328"),
        ("Voir <br/> le reste.", "DG330"),
        ("Voir le ~~~ reste.\n\n~~~", "DG331"),
    ],
)
def test_each_form_of_a_fault_is_found(body: str, code: str) -> None:
    assert code in codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "Un délai < 4 h et > 2 h ; A & B ; R&D.",
        "Le montant (*) est dû… La suite l'est aussi.",
        "Les familles sont :\n\n{{ scope.families | items }}\n\nElles sont limitatives.",
        "1. premier point ;\n2. second point.",
        "Les Parties visent {{ computed.monthly_fee }}.",
    ],
)
def test_sound_prose_has_no_fault(body: str) -> None:
    assert codes(body) == set()


def test_a_value_of_the_house_terms_is_never_absent() -> None:
    assert codes("Voir {{ disputes.court }}.") == set()
    assert codes("Voir {{ disputes.mediation.centre }}.") == {"DG317"}


def test_a_fallback_is_guarded_by_the_condition_of_its_master() -> None:
    files = {
        OBJECT: clause("Les Parties conviennent du reste.", "when: disputes.mediation\n"),
        "clauses/objet/objet.fallback-1.fr.md": "---\nrationale: moins cher\n---\nLe {{ disputes.mediation.centre }} est saisi.\n",
    }
    assert "DG317" not in {fault.code for fault in check_files(files)}


def test_a_reference_that_is_left_out_is_told_from_one_that_does_not_exist() -> None:
    left_out = {
        ON_CALL: clause("Une astreinte couvre le reste.", "when: facts.on_call\n", "services.astreinte")
    }
    here = check_files(
        {**left_out, OBJECT: clause("Voir [[services.astreinte]] et [[services.astreintes]].")}
    )
    assert {fault.code for fault in here} >= {"DG304", "DG310"}
    assert {fault.span.column for fault in here if fault.code == "DG310"} == {6}
    assert {fault.span.column for fault in here if fault.code == "DG304"} == {32}


def test_a_figure_of_the_law_or_of_another_unit_repeats_nothing() -> None:
    pay = "clauses/facturation/paiement.fr.md"

    def notes(sentence: str) -> list[str]:
        body = f"Les factures sont payées sous {{{{ payment.term | words }}}}. {sentence}"
        return [
            fault.message
            for fault in check_files({pay: clause(body, "", "facturation.paiement")})
            if fault.code == "DG332"
        ]

    assert notes("Une relance suit sous trente (30) jours calendaires.") == [
        "'(30) jours calendaires' is also the value payment.term"
    ]
    assert notes("L'indemnité est de 40 euros.") == ["'40 euros' is also the value payment.indemnity"]
    assert notes("Le délai de l'article L. 441-10 du code de commerce est de 30 jours.") == []
    assert notes("Une relance suit sous 30 jours ouvrés.") == []
    assert notes("Une relance suit sous 31 jours.") == []
