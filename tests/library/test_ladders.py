"""The negotiating ladders of the library: each has its standard text and two fallbacks, which differ and can be printed."""

from functools import cache
from pathlib import Path

import pytest

from docgen.assemble.fill import ValueField, fields
from docgen.model.clause import POSITIONS, SHORT, STANDARD, Clause, Library
from docgen.pipeline.reading import Reader, open_context
from docgen.rules._values import known
from docgen.text.diagnostics import has_errors
from docgen.workspace import Workspace

ROOT = Path(__file__).parents[2]

LADDERS = (
    (3, "volume commitment", "objet.engagement-de-volume"),
    (4, "rank of specification and offer", "documents.contradiction"),
    (5, "firm term", "duree.duree-initiale"),
    (5, "renewal", "duree.renouvellement-tacite"),
    (7, "delay penalty", "transition.retard"),
    (7, "fee before acceptance", "transition.prix"),
    (8, "tacit acceptance", "recette.tacite"),
    (8, "major anomalies allowed", "recette.vabf"),
    (11, "regime of duties with penalties", "obligations-prestataire.regimes"),
    (12, "excuse for a default of the client", "obligations-client.defaillance"),
    (14, "key staff", "personnel.cles"),
    (15, "availability", "niveaux-de-service.engagement"),
    (15, "restoration time", "niveaux-de-service.delais"),
    (15, "grace period", "niveaux-de-service.rodage"),
    (16, "monthly cap", "penalites.plafond"),
    (16, "exclusive remedy", "penalites.recours-exclusif"),
    (16, "termination trigger", "penalites.echec-repete"),
    (18, "study cost", "changements.etude"),
    (20, "cap of the revision", "revision.plafond"),
    (21, "term of payment", "facturation.delai-net"),
    (21, "suspension", "facturation.suspension"),
    (22, "regime of subcontracting", "sous-traitance.autorisation"),
    (23, "incident notice", "securite.incidents"),
    (26, "secrecy after the end", "confidentialite.duree"),
    (27, "runbooks, scripts, configuration", "propriete-intellectuelle.cession-creation"),
    (29, "general cap", "responsabilite.plafond"),
    (29, "cap for data", "responsabilite.plafond-majore"),
    (30, "termination after", "force-majeure.resiliation"),
    (30, "cyberattack", "force-majeure.exclusions"),
    (32, "fee for convenience", "resiliation.convenance"),
    (33, "length", "reversibilite.duree"),
    (33, "price", "reversibilite.prix-inclus"),
    (33, "service levels during the exit", "reversibilite.continuite"),
    (34, "frequency", "audit.frequence"),
    (35, "adjustment", "benchmark.ajustement"),
    (38, "forum", "droit-applicable.juridiction"),
)
"""Article of the contract, what is negotiated, clause that carries it."""

APPROVERS = {"legal", "finance", "security", "delivery", "direction"}
NAMES = [f"{article} {subject}" for article, subject, _ in LADDERS]


@cache
def library() -> Library:
    """The library of this repository."""
    reader = Reader(Workspace(ROOT))
    context = open_context(reader)
    assert context is not None
    assert not has_errors(reader.diagnostics)
    return context.library


def texts(clause: str) -> tuple[Clause, ...]:
    """The texts of a clause, best position first."""
    found = (library().find(clause, "fr", position) for position in POSITIONS)
    return tuple(text for text in found if text is not None)


def test_no_other_clause_has_positions() -> None:
    """A ladder outside the list would be held by no test below."""
    with_positions = {
        name for name, positions in library().clauses.items() if set(positions) - {SHORT} != {STANDARD}
    }
    assert with_positions == {clause for _, _, clause in LADDERS}
    assert len(with_positions) == len(LADDERS)


@pytest.mark.parametrize("clause", [clause for _, _, clause in LADDERS], ids=NAMES)
def test_a_ladder_has_three_texts_that_differ(clause: str) -> None:
    found = texts(clause)
    assert [text.position for text in found] == list(POSITIONS)
    assert len({" ".join(text.text.split()) for text in found}) == len(POSITIONS)


@pytest.mark.parametrize("clause", [clause for _, _, clause in LADDERS], ids=NAMES)
def test_a_fallback_says_why_and_who_approves(clause: str) -> None:
    first, second = texts(clause)[1:]
    for text in (first, second):
        assert len(text.rationale.split()) >= 12
        assert text.approver in APPROVERS
    assert first.rationale != second.rationale
    assert second.approver == "direction", (
        "the last position before one walks away is for the general management"
    )


@pytest.mark.parametrize("clause", [clause for _, _, clause in LADDERS], ids=NAMES)
def test_a_fallback_prints_nothing_that_the_condition_of_its_clause_does_not_guard(clause: str) -> None:
    """The condition is the standard's: a value that need not be stated must be one that the standard prints too."""
    standard, *fallbacks = texts(clause)
    guarded = {mark.path for mark in fields(standard) if isinstance(mark, ValueField)}
    for text in fallbacks:
        for mark in fields(text):
            if isinstance(mark, ValueField) and mark.path not in guarded:
                found = known(mark.path)
                assert found is not None
                assert not found.optional, f"{text.source.path} prints {'.'.join(mark.path)}"


@pytest.mark.parametrize("clause", [clause for _, _, clause in LADDERS], ids=NAMES)
def test_the_value_of_a_position_is_a_value_of_the_ladder(clause: str) -> None:
    """The figures of two positions differ, or what is negotiated is not the figure."""
    _, first, second = texts(clause)
    shared = first.values.keys() & second.values.keys()
    unchanged = {path for path in shared if first.values[path] == second.values[path]}
    assert unchanged == SAME.get(clause, set())


SAME = {
    "duree.renouvellement-tacite": {"term.renewal.mode", "term.renewal.duration"},
    "penalites.plafond": {"sla.credits.cap_per"},
    "penalites.recours-exclusif": {"sla.credits.exclusive_remedy"},
    "penalites.echec-repete": {"sla.termination.count"},
    "sous-traitance.autorisation": {"subcontracting.regime"},
    "reversibilite.duree": {"exit.duration"},
}
"""Values on which the first and the second fallback agree: they differ in the rest."""
