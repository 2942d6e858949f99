"""What a clause commits to is read from its front matter; a position keeps its master's unless it states its own."""

from docgen.model.clause import Library
from docgen.model.delivery import Duty, Regime
from docgen.model.duties import Act, ActivityDuty, Actor
from docgen.model.raci import RoleLevel
from docgen.read.clause import read_clause, read_library
from docgen.text.source import Source, Span

MASTER = """\
---
id: securite.alerte
title: Alerte
owner: security
duties:
  - {activity: alerter, by: provider, act: informs, within: security.incident_notice}
  - {activity: decider, by: client, act: decides, level: strategic}
obligations:
  - {id: alerte, duty: alerter le Client, regime: result}
---
Le Prestataire alerte le Client.
"""
POSITION = """\
---
rationale: usage
{own}---
Le Prestataire avertit le Client.
"""


def library(own: str = "") -> Library:
    texts = {
        "clauses/securite/alerte.fr.md": MASTER,
        "clauses/securite/alerte.fallback-1.fr.md": POSITION.format(own=own),
    }
    found, faults = read_library(tuple(Source(path, text) for path, text in texts.items()), "clauses", "fr")
    assert faults == ()
    return found


def test_duties_and_obligations_are_read_with_their_places() -> None:
    clause = library().find("securite.alerte", "fr")
    assert clause is not None
    assert clause.duties == (
        ActivityDuty("alerter", Actor.PROVIDER, Act.INFORMS, None, "security.incident_notice"),
        ActivityDuty("decider", Actor.CLIENT, Act.DECIDES, RoleLevel.STRATEGIC),
    )
    assert clause.obligations == (Duty("alerte", "alerter le Client", Regime.RESULT),)
    assert clause.at("duties.1.by") == Span("clauses/securite/alerte.fr.md", 7, 29, 35)


def test_a_position_has_the_duties_of_its_master_at_their_place() -> None:
    texts = library()
    master, position = (texts.find("securite.alerte", "fr", name) for name in ("standard", "fallback-1"))
    assert master is not None and position is not None
    assert position.duties == master.duties
    assert position.obligations == master.obligations
    assert position.at("duties.0.activity") == master.at("duties.0.activity")


def test_a_position_may_state_other_duties_or_none() -> None:
    position = library("duties: []\nobligations: [{id: alerte, duty: alerter, regime: means}]\n").find(
        "securite.alerte", "fr", "fallback-1"
    )
    assert position is not None
    assert position.duties == ()
    assert position.obligations[0].regime is Regime.MEANS
    assert position.at("obligations.0.regime").path == "clauses/securite/alerte.fallback-1.fr.md"


def test_a_duty_without_actor_and_an_unknown_act_are_faults_at_their_place() -> None:
    source = MASTER.replace("by: provider, act: informs", "act: informs").replace(
        "act: decides", "act: decide"
    )
    clause, faults = read_clause(Source("clauses/securite/alerte.fr.md", source), "clauses", "fr")
    assert clause is None
    missing, unknown = faults
    assert (missing.span.line, missing.message) == (6, "duties[1].by is missing")
    assert (unknown.span.line, unknown.span.column) == (7, 42)
    assert "'decide'" in unknown.message
