"""A released engagement keeps its library text until an upgrade takes today's."""

import json

import pytest
from pypdf import PdfReader

from .conftest import FACTS, OBJECT, PAYMENT, SharedContext

OLD, NEW = "conviennent de", "sont convenues de"
UPGRADES = "engagements/demo/releases/upgrades.yaml"
DEFINITION = "---\nid: definitions.tiers\ntitle: Tiers\nterm: Tiers\nowner: legal\nreview_by: 2027-11-30\n---\nToute autre personne.\n"


def text(context: SharedContext) -> str:
    """What the draft of the contract prints."""
    folder = context.does("build", "demo", "-q").strip()
    pages = PdfReader(context.root / folder / "contract.pdf").pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def moved(released: SharedContext) -> SharedContext:
    """A released workspace in which two clauses moved on since, one of them in its owner alone."""
    released.replace(OBJECT, OLD, NEW)
    released.replace(PAYMENT, "owner: legal", "owner: finance")
    released.commit()
    return released


def test_a_draft_keeps_the_released_text(moved: SharedContext) -> None:
    said = text(moved)
    assert OLD in said
    assert NEW not in said


def test_outdated_lists_what_moved_on_with_its_editions(moved: SharedContext) -> None:
    rows = json.loads(moved.does("outdated", "demo", "--format", "json"))
    assert [(row["subject"], row["state"], row["used"]) for row in rows] == [
        ("facturation.paiement", "changed", "used"),
        ("objet.objet", "changed", "used"),
    ]
    owner, words = rows
    assert owner["edition"] == owner["today"], "another owner is the same edition"
    assert words["edition"] != words["today"]


def test_an_upgrade_takes_what_is_named_and_shows_its_words(moved: SharedContext) -> None:
    told = moved.does("upgrade", "demo", "objet.objet")
    assert "major: clause objet.objet changed, declared amendment" in told
    assert "[- conviennent-]{+ sont convenues+}" in told
    assert UPGRADES in told
    assert moved.git("status", "--porcelain", "-uall") == f"?? {UPGRADES}"
    assert NEW in text(moved)
    assert moved.does("build", "demo", "-q").strip() == "outputs/demo/2.0.0-draft"
    assert [row["subject"] for row in json.loads(moved.does("outdated", "--format", "json"))] == [
        "facturation.paiement"
    ]


def test_an_upgrade_is_not_touched_by_a_later_change_of_the_library(moved: SharedContext) -> None:
    moved.does("upgrade", "demo", "objet.objet")
    moved.commit()
    moved.replace(OBJECT, NEW, "s'entendent sur")
    moved.commit()
    assert NEW in text(moved)


def test_a_release_takes_the_upgrades_and_clears_them(moved: SharedContext) -> None:
    moved.does("upgrade", "demo", "objet.objet")
    moved.commit()
    assert moved.release(day="2026-12-01") == "2.0.0"
    assert not (moved.root / UPGRADES).exists()
    blob = next(entry["blob"] for entry in moved.lock("2.0.0")["inputs"] if entry["path"] == OBJECT)
    assert blob == moved.git("rev-parse", f"HEAD:{OBJECT}")
    kept = next(entry["blob"] for entry in moved.lock("2.0.0")["inputs"] if entry["path"] == PAYMENT)
    assert kept == moved.git("rev-parse", f"HEAD~3:{PAYMENT}"), (
        "what no upgrade took stays as it was released"
    )
    before = moved.pack("2.0.0")
    moved.clear()
    moved.does("build", "demo@2.0.0", "-q")
    assert moved.pack("2.0.0") == before


def test_without_a_name_everything_is_taken(moved: SharedContext) -> None:
    moved.does("upgrade", "demo")
    assert moved.does("outdated").strip() == "every released engagement rests on today's library"
    assert "DG612" in moved.refuses("upgrade", "demo"), "there is nothing more to take"


def test_what_an_upgrade_refuses(moved: SharedContext, context: SharedContext) -> None:
    refused = moved.refuses("upgrade", "demo", "objet.objett")
    assert "DG612" in refused
    assert "did you mean 'objet.objet'?" in refused
    moved.replace(OBJECT, NEW, "s'entendent sur")
    assert "DG607" in moved.refuses("upgrade", "demo", "objet.objet"), (
        "git could not give an uncommitted text back"
    )
    assert not (moved.root / UPGRADES).exists()


def test_an_engagement_that_was_never_released_has_nothing_to_upgrade(context: SharedContext) -> None:
    assert "DG611" in context.refuses("upgrade", "demo")


def test_a_new_definition_waits_for_an_upgrade(released: SharedContext) -> None:
    released.write("clauses/definitions/tiers.fr.md", DEFINITION)
    released.replace(FACTS, "id: demo", "id: demo\ntitle: Autre titre")
    released.commit()
    assert "Toute autre personne" not in text(released)
    released.does("upgrade", "demo", "definitions.tiers")
    assert "Toute autre personne" in text(released)


def test_an_outline_waits_for_an_upgrade(released: SharedContext) -> None:
    outline = "templates/outlines/contract.yaml"
    released.write(
        "clauses/objet/suite.fr.md",
        "---\nid: objet.suite\ntitle: Suite\nowner: legal\nreview_by: 2027-11-30\n---\nUne suite est prévue.\n",
    )
    released.replace(
        outline, "      - clause: objet.objet\n", "      - clause: objet.objet\n      - clause: objet.suite\n"
    )
    released.commit()
    assert "Une suite" not in text(released)
    assert {row["subject"] for row in json.loads(released.does("outdated", "--format", "json"))} == {
        "objet.suite",
        "outline:contract",
    }
    released.does("upgrade", "demo", "outline:contract")
    assert "Une suite" in text(released)


def test_house_terms_wait_for_an_upgrade(released: SharedContext) -> None:
    released.replace("clauses/terms.yaml", "d'un serveur", "de deux serveurs")
    released.commit()
    assert "d’un serveur" in text(released)
    told = released.does("upgrade", "demo", "terms")
    assert "contract.subject" in told
    assert "de deux serveurs" in text(released)


def test_a_clause_that_left_the_library_stays_in_a_released_engagement(released: SharedContext) -> None:
    (released.root / "clauses/conformite/attestations.fr.md").rename(released.root / "ailleurs.md")
    outline = "templates/outlines/contract.yaml"
    released.replace(outline, "      - clause: conformite.attestations\n", "      - clause: objet.objet\n")
    released.replace(
        outline,
        "      - clause: objet.objet\n  - article: documents",
        "      - clause: documents.liste\n  - article: documents",
    )
    released.commit()
    assert {"conformite.attestations", "outline:contract"} <= {
        row["subject"] for row in json.loads(released.docgen("outdated", "--format", "json").stdout)
    }


def test_another_release_makes_old_upgrades_void(moved: SharedContext) -> None:
    moved.does("upgrade", "demo", "objet.objet")
    moved.replace(UPGRADES, '"since": "1.0.0"', '"since": "0.9.0"')
    assert OLD in text(moved)


# --- impact and status -------------------------------------------------------------------------------------


def test_impact_lists_every_release_and_draft(moved: SharedContext) -> None:
    moved.does("upgrade", "demo", "objet.objet")
    moved.commit()
    moved.release(day="2026-12-01")
    rows = json.loads(moved.does("impact", "objet.objet", "--format", "json"))
    assert [(row["version"], row["date"], row["status"], row["number"]) for row in rows] == [
        ("2.0.1-draft", "", "draft", ""),
        ("2.0.0", "2026-12-01", "released", "2"),
        ("1.0.0", "2026-11-24", "superseded", "2"),
    ]
    assert rows[0]["edition"] == rows[1]["edition"] != rows[2]["edition"]
    assert moved.docgen("impact", "objet.objett").exit_code == 2


def test_status_says_what_moved_and_what_is_signed(moved: SharedContext) -> None:
    status = json.loads(moved.does("status", "--format", "json"))[0]
    assert (status["version"], status["state"], status["level"], status["outdated"]) == (
        "1.0.0",
        "released",
        "none",
        ["facturation.paiement", "objet.objet"],
    )
    moved.write(FACTS, moved.read(FACTS) + "contacts: {billing: {client: dsi}}\n")
    moved.does("mark-signed", "demo@1.0.0", "--date", "2026-12-01")
    status = json.loads(moved.does("status", "--format", "json"))[0]
    assert (status["state"], status["signed"], status["level"]) == ("signed", "2026-12-01", "minor")
    assert "contacts.billing.client" in status["because"]
    told = moved.does("status")
    assert "demo: 1.0.0 of 2026-11-24, signed on 2026-12-01" in told
    assert "since then: minor: contacts.billing.client changed" in told


def test_status_before_the_first_release(context: SharedContext) -> None:
    assert "demo: never released" in context.does("status")


def test_status_of_a_lock_that_cannot_be_read(released: SharedContext) -> None:
    released.replace("engagements/demo/releases/1.0.0.yaml", '"reason": "une raison"', '"reason": "autre"')
    result = released.docgen("status")
    assert result.exit_code == 1
    assert "a lock is lost or cannot be read" in result.output


def test_a_library_text_that_is_not_committed_does_not_hold_up_a_release_that_pins_another(
    released: SharedContext,
) -> None:
    released.write(FACTS, released.read(FACTS) + "contacts: {billing: {client: dsi}}\n")
    released.commit()
    released.replace(OBJECT, OLD, NEW)
    assert released.does("release", "demo", "-m", "x", "-q", "--date", "2026-12-01").split()[-1] == "1.1.0"
    assert OLD in " ".join(
        PdfReader(released.root / "outputs/demo/1.1.0/contract.pdf").pages[0].extract_text().split()
    )
