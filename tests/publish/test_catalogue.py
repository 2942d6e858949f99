"""Which version binds, which is the latest, and in what order they stand."""

from datetime import date

import pytest

from docgen.publish.catalogue import Status, shelves

from .samples import many, record

SIGNED = date(2026, 12, 1)


def statuses(*records) -> list[str]:
    (shelf,) = shelves(records)
    return [f"{entry.record.version} {entry.status}" for entry in shelf.entries]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((record("a", "1.0.0-draft"),), ["1.0.0-draft draft"]),
        ((record("a", "1.0.0"),), ["1.0.0 released"]),
        ((record("a", "1.0.0", signed=SIGNED),), ["1.0.0 signed"]),
        ((record("a", "1.0.0"), record("a", "1.1.0")), ["1.1.0 released", "1.0.0 superseded"]),
        # what was signed binds until a later version is signed
        ((record("a", "1.0.0", signed=SIGNED), record("a", "1.1.0")), ["1.1.0 released", "1.0.0 signed"]),
        (
            (record("a", "1.0.0", signed=SIGNED), record("a", "1.1.0", signed=SIGNED)),
            ["1.1.0 signed", "1.0.0 superseded"],
        ),
        (
            (record("a", "1.0.0"), record("a", "1.1.0", signed=SIGNED), record("a", "1.2.0")),
            ["1.2.0 released", "1.1.0 signed", "1.0.0 superseded"],
        ),
        # a draft takes the place of nothing
        ((record("a", "1.0.0"), record("a", "2.0.0-draft")), ["2.0.0-draft draft", "1.0.0 released"]),
        ((record("a", "1.9.0"), record("a", "1.10.0")), ["1.10.0 released", "1.9.0 superseded"]),
    ],
)
def test_what_a_version_is_worth(records, expected) -> None:
    assert statuses(*records) == expected
    assert statuses(*reversed(records)) == expected


def test_the_latest_version_is_the_last_release_or_the_first_draft() -> None:
    latest = {
        shelf.engagement: [entry.record.version for entry in shelf.entries if entry.latest]
        for shelf in shelves(many())
    }
    assert latest == {"aurore": ["2.0.0"], "boulange": ["1.0.0-draft"], "mairie": ["1.0.0"]}


def test_older_versions_stand_apart() -> None:
    aurore = shelves(many())[0]
    assert [entry.record.version for entry in aurore.current] == ["2.0.1-draft", "2.0.0", "1.1.0"]
    assert [entry.record.version for entry in aurore.older] == ["1.0.0"]
    assert all(entry.status is Status.SUPERSEDED for entry in aurore.older)
