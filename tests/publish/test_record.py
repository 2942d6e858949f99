"""What a target says of a version can be read again, and what is no record is told."""

import json
from datetime import date

import pytest

from docgen.history.version import Version
from docgen.publish.record import RECORD, read_record, write_record

from .samples import many, record


@pytest.mark.parametrize("given", many(), ids=lambda given: given.folder)
def test_a_record_is_read_as_it_was_written(given) -> None:
    assert read_record(f"{given.folder}/{RECORD}", write_record(given)) == (given, ())


def test_what_is_not_known_is_not_written() -> None:
    written = json.loads(write_record(record("aurore", "1.0.0-draft")))
    assert {"seal", "signed", "former", "level", "reason"}.isdisjoint(written)


def test_a_draft_counts_as_the_version_that_it_is_meant_to_become() -> None:
    assert record("aurore", "1.10.0-draft").number == Version(1, 10, 0)
    assert record("aurore", "1.10.0-draft").draft
    assert not record("aurore", "1.10.0").draft


def damaged(**changes: object) -> bytes:
    values = json.loads(write_record(record("aurore", "1.0.0", signed=date(2026, 12, 1))))
    return json.dumps(
        {name: value for name, value in {**values, **changes}.items() if value is not None}
    ).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        damaged(version="1.0"),
        damaged(version="../../etc"),
        damaged(engagement=".."),
        damaged(files=None),
        damaged(files=[{"file": "../up.pdf"}]),
        damaged(day="yesterday"),
        damaged(title=["a"]),
        damaged(engagement="boulange"),
    ],
)
def test_what_is_no_record_is_told(content: bytes) -> None:
    path = f"aurore/1.0.0/{RECORD}"
    found, faults = read_record(path, content)
    assert found is None
    assert [(fault.code, fault.span.path) for fault in faults] == [("DG643", path)]
