"""The example engagements have no fault, and that of a public body stands on the clauses of its law."""

from datetime import date
from functools import cache
from pathlib import Path

from docgen.model.pack import Pack
from docgen.pipeline.checking import check_workspace
from docgen.text.diagnostics import Diagnostic, Severity
from docgen.workspace import Workspace

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 24)
REVIEW = "DG600"
"""From here on the faults are of history and review, not of what is written."""


@cache
def checked() -> tuple[dict[str, Pack], tuple[Diagnostic, ...]]:
    """The packs of the examples, and what was said of them and of the library."""
    found, diagnostics = check_workspace(Workspace(ROOT), (), DAY)
    return dict(found.packs), diagnostics


def test_the_examples_have_no_fault() -> None:
    packs, diagnostics = checked()
    assert [
        fault for fault in diagnostics if fault.severity is not Severity.NOTE and fault.code < REVIEW
    ] == []
    assert packs.keys() >= {"aurore", "boulange", "val-exemple"}


def test_a_public_body_takes_the_clauses_of_its_law_and_none_of_those_between_merchants() -> None:
    packs, _ = checked()
    public, private = packs["val-exemple"].chosen.keys(), packs["boulange"].chosen.keys()
    of_public_law = {
        "changements.commande-publique",
        "confidentialite.documents-administratifs",
        "conformite.accessibilite",
        "conformite.service-public",
        "derogations.ccag-tic",
        "documents.ccag-tic",
        "droit-applicable.juridiction-administrative",
        "facturation.avance-publique",
        "facturation.cession-de-creance",
        "facturation.continuite-public",
        "facturation.delai-public",
        "facturation.interets-public",
        "imprevision.contrat-administratif",
        "litiges.reclamation",
        "penalites.contradictoire-public",
        "resiliation.interet-general",
        "resiliation.manquement-public",
        "revision.commande-publique",
        "securite.homologation",
        "sous-traitance.paiement-direct",
    }
    between_merchants = {
        "droit-applicable.juridiction",
        "facturation.compensation",
        "facturation.delai-net",
        "facturation.recouvrement",
        "facturation.suspension",
        "resiliation.convenance",
        "resiliation.manquement",
    }
    assert public >= of_public_law
    assert not public & between_merchants
    assert private >= between_merchants
    assert not private & of_public_law


def test_its_deviations_are_those_that_it_states() -> None:
    pack = checked()[0]["val-exemple"]
    assert {
        name: clause.position
        for name, clause in pack.chosen.items()
        if clause.position not in ("standard", "short")
    } == {
        "niveaux-de-service.rodage": "fallback-1",
        "penalites.plafond": "fallback-2",
        "changements.etude": "fallback-1",
        "reversibilite.duree": "fallback-1",
    }
