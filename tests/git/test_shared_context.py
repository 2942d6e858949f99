"""A released engagement is seen with the library that it rests on, wherever it is read, not with today's."""

from datetime import date

import pytest

from docgen.model.engagement import Engagement
from docgen.pipeline.checking import check_workspace
from docgen.pipeline.reviewing import _side
from docgen.pipeline.simulating import other_engagement
from docgen.workspace import Workspace

from .conftest import FACTS, SharedContext
from .test_amendment import OUTLINE, amend, lay_out

TERMS = "clauses/terms.yaml"
RELEASED, TODAY = "Exemple d'infogérance", "Titre d'aujourd'hui"
DAY = date(2026, 11, 24)


@pytest.fixture
def moved(released: SharedContext) -> SharedContext:
    """A released workspace whose default terms moved on since."""
    released.replace(TERMS, f"title: {RELEASED}", f"title: {TODAY}")
    released.commit()
    return released


def other(context: SharedContext, against: str) -> Engagement:
    workspace = Workspace(context.root)
    checked, _ = check_workspace(workspace, ("demo",), DAY)
    assert checked.packs["demo"].engagement.title == RELEASED
    found, faults = other_engagement(workspace, checked, "demo", against)
    assert found is not None, faults
    return found


def test_a_scenario_that_changes_nothing_changes_no_default_term(moved: SharedContext) -> None:
    moved.write("engagements/demo/scenarios/none.yaml", "id: demo\n")
    assert other(moved, "engagements/demo/scenarios/none.yaml").title == RELEASED


def test_a_revision_is_read_with_the_library_that_it_rested_on(moved: SharedContext) -> None:
    assert other(moved, "HEAD").title == RELEASED


def test_a_faulty_engagement_is_reviewed_with_the_library_that_it_rests_on(moved: SharedContext) -> None:
    moved.write(FACTS, "id: demo\ncontract: {service_start: 2026-12-01}\n")
    workspace = Workspace(moved.root)
    checked, faults = check_workspace(workspace, ("demo",), DAY)
    assert "demo" not in checked.packs, faults
    assert _side("", workspace, DAY).packs["demo"].engagement.title == RELEASED


def test_an_amendment_comes_back_although_its_outline_moved_on(context: SharedContext) -> None:
    lay_out(context)
    context.release()
    context.does("mark-signed", "demo@1.0.0", "--date", "2026-12-18")
    context.commit("signed")
    context.replace(OUTLINE, "block: cover", "block: history")
    amend(context)
    context.git("rm", "-q", "--cached", "engagements/demo/releases/upgrades.yaml")
    (context.root / "engagements/demo/releases/upgrades.yaml").unlink()
    context.does("upgrade", "demo", "objet.objet")
    context.commit("the clause alone")
    assert context.release(day="2026-12-19") == "2.0.0"
    before = context.pack("2.0.0")
    assert "amendment.pdf" in before
    context.clear()
    context.does("build", "demo@2.0.0", "-q")
    assert context.pack("2.0.0") == before
