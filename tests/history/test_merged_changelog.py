"""Two change logs joined version by version."""

import pytest

from docgen.history.merged_changelog import merge

HEAD = "# Journal\n"
ONE, TWO, TEN = "## [1.0.0] - 2026\n\n- un\n", "## 2.0.0\n\n- deux\n", "## [10.0.0]\n\n- dix\n"
NEXT = "## [Unreleased]\n\n- bientôt\n"


def log(*parts: str) -> str:
    return "\n".join(parts)


def test_versions_of_both_sides_stand_the_latest_first() -> None:
    base = log(HEAD, ONE)
    merged = merge(base, log(HEAD, TWO, ONE), log(HEAD, NEXT, TEN, ONE))
    assert merged == (log(HEAD, NEXT, TEN, TWO, ONE), False)


def test_the_side_that_changed_a_version_is_taken() -> None:
    other = ONE.replace("un", "changé")
    for ours, theirs in ((ONE, other), (other, ONE), (other, other)):
        assert merge(log(HEAD, ONE), log(HEAD, ours), log(HEAD, theirs)) == (log(HEAD, other), False)


def test_a_version_that_one_side_took_away_is_gone() -> None:
    assert merge(log(HEAD, TWO, ONE), log(HEAD, ONE), log(HEAD, TWO, ONE)) == (log(HEAD, ONE), False)
    assert merge(log(HEAD, TWO, ONE), log(HEAD, TWO, ONE), log(HEAD, ONE)) == (log(HEAD, ONE), False)


def test_a_version_that_both_wrote_is_the_only_conflict() -> None:
    ours, theirs = ONE.replace("un", "a"), ONE.replace("un", "b")
    text, conflict = merge(log(HEAD, ONE), log(HEAD, TWO, ours), log(HEAD, theirs))
    assert conflict
    assert text == log(
        HEAD, TWO, "<<<<<<< ours\n## [1.0.0] - 2026\n\n- a\n=======\n## [1.0.0] - 2026\n\n- b\n>>>>>>> theirs\n"
    )  # fmt: skip


def test_what_one_side_took_away_and_the_other_changed_is_a_conflict() -> None:
    text, conflict = merge(log(HEAD, ONE), HEAD, log(HEAD, ONE.replace("un", "b")))
    assert conflict
    assert text.splitlines()[2:5] == ["<<<<<<< ours", "", "======="]
    text, conflict = merge(log(HEAD, ONE), log(HEAD, ONE.replace("un", "b")), HEAD)
    assert conflict
    assert text.splitlines()[-3:] == ["=======", "", ">>>>>>> theirs"]


def test_the_heading_can_be_in_conflict_too() -> None:
    text, conflict = merge("a\n", "b\n", "c\n")
    assert (text, conflict) == ("<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n", True)


@pytest.mark.parametrize(("ours", "theirs"), [("", ""), ("\n", "")])
def test_empty_files_stay_empty(ours: str, theirs: str) -> None:
    assert merge("", ours, theirs) == ("", False)


def test_line_ends_of_another_system_are_no_change() -> None:
    assert merge(ONE, ONE.replace("\n", "\r\n"), log(TWO, ONE)) == (log(TWO, ONE), False)
