"""A released engagement is seen with the library that it rests on, wherever it is read, not with today's."""

from datetime import date

import pytest

from docgen.model.engagement import Engagement
from docgen.pipeline.judging import judge
from docgen.pipeline.reviewing import _side
from docgen.pipeline.simulating import other_engagement
from docgen.workspace import Workspace

from .conftest import FACTS, House
from .test_amendment import OUTLINE, amend, lay_out

TERMS = "clauses/terms.yaml"
RELEASED, TODAY = "Exemple d'infogérance", "Titre d'aujourd'hui"
DAY = date(2026, 11, 24)


@pytest.fixture
def moved(released: House) -> House:
    """A released workspace whose default terms moved on since."""
    released.replace(TERMS, f"title: {RELEASED}", f"title: {TODAY}")
    released.commit()
    return released


def other(house: House, against: str) -> Engagement:
    workspace = Workspace(house.root)
    judged, _ = judge(workspace, ("demo",), DAY)
    assert judged.packs["demo"].engagement.title == RELEASED
    found, faults = other_engagement(workspace, judged, "demo", against)
    assert found is not None, faults
    return found


def test_a_scenario_that_changes_nothing_changes_no_default_term(moved: House) -> None:
    moved.write("engagements/demo/scenarios/none.yaml", "id: demo\n")
    assert other(moved, "engagements/demo/scenarios/none.yaml").title == RELEASED


def test_a_revision_is_read_with_the_library_that_it_rested_on(moved: House) -> None:
    assert other(moved, "HEAD").title == RELEASED


def test_a_faulty_engagement_is_reviewed_with_the_library_that_it_rests_on(moved: House) -> None:
    moved.write(FACTS, "id: demo\ncontract: {service_start: 2026-12-01}\n")
    workspace = Workspace(moved.root)
    judged, faults = judge(workspace, ("demo",), DAY)
    assert "demo" not in judged.packs, faults
    assert _side("", workspace, DAY).packs["demo"].engagement.title == RELEASED


def test_an_amendment_comes_back_although_its_outline_moved_on(house: House) -> None:
    lay_out(house)
    house.release()
    house.does("mark-signed", "demo@1.0.0", "--date", "2026-12-18")
    house.commit("signed")
    house.replace(OUTLINE, "block: cover", "block: history")
    amend(house)
    house.git("rm", "-q", "--cached", "engagements/demo/releases/upgrades.yaml")
    (house.root / "engagements/demo/releases/upgrades.yaml").unlink()
    house.does("upgrade", "demo", "objet.objet")
    house.commit("the clause alone")
    assert house.release(day="2026-12-19") == "2.0.0"
    before = house.pack("2.0.0")
    assert "amendment.pdf" in before
    house.clear()
    house.does("build", "demo@2.0.0", "-q")
    assert house.pack("2.0.0") == before
