"""The comparison with golden files can fail, and rewrites only on demand."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]


@pytest.fixture
def case(pytester: pytest.Pytester) -> Path:
    """A test directory of its own, with one golden file."""
    tests = pytester.mkdir("tests")
    (tests / "conftest.py").write_text((Path(__file__).parent / "conftest.py").read_text("utf-8"), "utf-8")
    (tests / "test_it.py").write_text(
        'def test_it(golden):\n    golden("case/a.txt", "un\\ndeux\\n")\n', "utf-8"
    )
    expected = tests / "cases" / "case" / "expected" / "a.txt"
    expected.parent.mkdir(parents=True)
    return expected


@pytest.mark.parametrize("former", ["un\n", "un\ntrois\n", ""])
def test_a_difference_fails_and_is_shown(pytester: pytest.Pytester, case: Path, former: str) -> None:
    case.write_text(former, "utf-8")
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider", "tests")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*+deux*"])
    assert case.read_text("utf-8") == former


def test_the_same_text_passes(pytester: pytest.Pytester, case: Path) -> None:
    case.write_text("un\ndeux\n", "utf-8")
    pytester.runpytest_inprocess("-p", "no:cacheprovider", "tests").assert_outcomes(passed=1)


def test_an_update_writes_what_differs(pytester: pytest.Pytester, case: Path) -> None:
    pytester.runpytest_inprocess("-p", "no:cacheprovider", "tests", "--update-golden").assert_outcomes(
        passed=1
    )
    assert case.read_text("utf-8") == "un\ndeux\n"
