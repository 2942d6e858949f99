"""Settings of all tests, and golden files: texts that a person read once and that must not change unread.

`golden("case/name.txt", text)` compares with `tests/cases/case/expected/name.txt`; `pytest --update-golden` writes
what differs instead (read the difference before it is committed).

Tests run in a random order, whose seed is printed where one fails. Property tests draw the same examples on every
machine, and are not timed; `--hypothesis-profile` chooses how many: `steady` (in every run), `deep` (`make test-deep`)
or `wild` (`make fuzz`), which draws others each time.
"""

from collections.abc import Callable, Iterator
from difflib import unified_diff
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import settings

from docgen.pipeline import reading

CASES = Path(__file__).parent / "cases"
LONGEST = ("story", "ci")
DAY = "2026-11-24"

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("deep", deadline=None, derandomize=True, max_examples=500)
settings.register_profile("wild", deadline=None, database=None, max_examples=10_000)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that rewrites golden files."""
    parser.addoption("--update-golden", action="store_true", help="Rewrite the golden files that differ.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests first, which also share what they install: no process waits for another at the end."""
    items.sort(key=lambda item: item.path.parent.name not in LONGEST)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say in which order the tests ran where one failed."""
    seed = config.getoption("randomly_seed", None)
    if seed is not None and terminalreporter.getreports("failed"):
        terminalreporter.write_line(f"in this order again: pytest --randomly-seed={seed}")


@pytest.fixture(scope="session", autouse=True)
def _one_day() -> Iterator[None]:
    """All judging is as of one day: reviews of the library fall due, and waivers end."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCGEN_TODAY", DAY)
        yield


@pytest.fixture(scope="session", autouse=True)
def _locales_read_once() -> Iterator[None]:
    """A locale is a value: the same text is read once by all tests of a process. It is half of what a small one takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_locale", lru_cache(maxsize=8)(reading.read_locale))
        yield


def _difference(path: Path, text: str) -> str:
    former = path.read_text("utf-8") if path.exists() else ""
    return "\n".join(
        unified_diff(
            former.splitlines(), text.splitlines(), str(path.relative_to(CASES)), "now", lineterm="", n=2
        )
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with its golden file, or rewrite the file under `--update-golden`."""
    update: bool = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        case, _, file = name.partition("/")
        path = CASES / case / "expected" / file
        if update:
            if not path.exists() or path.read_text("utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
            return
        difference = _difference(path, text)
        assert not difference, f"{difference}\n\nread it; if it is right, run: make golden"

    return compare
