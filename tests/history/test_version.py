"""Versions and what follows them."""

import pytest

from docgen.history.version import FIRST, Version, read_version
from docgen.model.changes import Level


@pytest.mark.parametrize(
    ("level", "after"),
    [(Level.MAJOR, "2.0.0"), (Level.MINOR, "1.10.0"), (Level.PATCH, "1.9.4"), (Level.NONE, "1.9.4")],
)
def test_the_next_version(level: Level, after: str) -> None:
    assert str(Version(1, 9, 3).after(level)) == after


def test_versions_compare_by_number() -> None:
    assert Version(1, 10, 0) > Version(1, 9, 9)


@pytest.mark.parametrize(
    "text", ["1.0", "1.0.0-draft", "v1.0.0", "01.0.0", "1.0.0\n", "", "1.0.0.0", "-1.0.0", "99999.0.0"]
)
def test_what_is_no_version(text: str) -> None:
    assert read_version(text) is None


def test_a_version_reads_as_it_is_written() -> None:
    assert read_version("1.0.0") == FIRST
    assert read_version("10.20.30") == Version(10, 20, 30)
