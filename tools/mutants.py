"""Put small faults into the heart of docgen, one at a time, and count those that the tests near it find.

    tools/mutants.py                                    every mutant of the heart; takes hours, goes on where it stopped
    tools/mutants.py statement history                  the mutants of parts of the heart
    tools/mutants.py src/docgen/sla/statement.py        of a file, or of a folder
    tools/mutants.py --sample 100 --seed 2 assemble     the second hundred of a part, in an order that chance has given
    tools/mutants.py --again src/docgen/gitrepo.py      survivors once more, after new tests
    tools/mutants.py --table                            only the table of what is known

mutmut makes and runs them, in a copy of the repository under `build/mutants/`. Each part of the heart has its own
copy, since each has its own tests; of these, mutmut runs those that execute the mutated function, quick ones first.
A verdict stands until its function changes. Survivors stand, as differences, in `build/mutants/<part>/survivors.txt`.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
WORK = ROOT / "build" / "mutants"
MUTMUT = Path(sys.executable).with_name("mutmut")


class Part(NamedTuple):
    """Files and folders tested by the same tests; a file belongs to the first part that names it."""

    paths: tuple[str, ...]
    tests: tuple[str, ...]


SLA, STATEMENT = "src/docgen/sla", (
    "availability", "calendar", "charges", "credits", "days", "intervals", "maintenance", "measuring", "rates",
    "remedies", "repetition", "settle", "statement", "steps", "tickets",
)  # fmt: skip
HEART: Mapping[str, Part] = {
    "statement": Part(tuple(f"{SLA}/{name}.py" for name in STATEMENT), ("tests/sla",)),
    "sla": Part((SLA,), ("tests/sla",)),
    "assemble": Part(("src/docgen/assemble",), ("tests/assemble",)),
    "history": Part(("src/docgen/history",), ("tests/history", "tests/review/test_approvals.py")),
    "doors": Part(
        ("src/docgen/workspace.py", "src/docgen/gitrepo.py"),
        ("tests/test_workspace.py", "tests/git/test_repository.py", "tests/git/test_gitrepo.py"),
    ),
}
"""The parts of the heart; `statement` is what a statement bills with, whatever it imports of `sla/`."""
COPIED = ("src", "tests", "clauses", "templates", "engagements", "docgen.yaml", "pyproject.toml")
SETTINGS = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = [{only}]
also_copy = ["clauses", "templates", "engagements", "docgen.yaml"]
pytest_add_cli_args_test_selection = [{tests}]
pytest_add_cli_args = ["-p", "no:cacheprovider", "-p", "no:randomly"]
timeout_multiplier = 6.0
timeout_constant = 2.0
use_git_change_detection = false
on_dependency_change = "ignore"
"""
KILLED, SURVIVED, UNTESTED, TIMEOUT = "killed", "survived", "no test", "timeout"
VERDICTS = {
    0: SURVIVED,
    1: KILLED,
    3: KILLED,
    5: UNTESTED,
    33: UNTESTED,
    36: TIMEOUT,
    -24: TIMEOUT,
    24: TIMEOUT,
}
"""Verdicts by the exit status that mutmut notes; any other status is a crash, which tests find too."""


class Mutants(NamedTuple):
    """The mutants of a file: verdicts by name (null: not tried yet), and the hash of each mutated function."""

    verdicts: Mapping[str, int | None]
    functions: Mapping[str, str]


def folder(part: str) -> Path:
    """The copy in which the mutants of a part run."""
    return WORK / part


def prepare(part: str) -> None:
    """Bring the copy of a part up to date; files that did not change keep their times, and so their verdicts."""
    work = folder(part)
    reached = work / "mutants" / "mutmut-stats.json"  # which test executes which function
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", *COPIED],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.split("\0")  # fmt: skip
    wanted = {path for path in listed if path and (ROOT / path).is_file()}
    for path in wanted:
        content, target = (ROOT / path).read_bytes(), work / path
        if path == "pyproject.toml":
            only = ", ".join(f'"{file}"' for file in files(part))
            tests = ", ".join(f'"{test}"' for test in HEART[part].tests)
            content += SETTINGS.format(only=only, tests=tests).encode()
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            reached.unlink(missing_ok=True)
    for root in ("src", "tests"):
        for left in sorted((work / root).rglob("*")):
            if left.is_file() and left.relative_to(work).as_posix() not in wanted:
                left.unlink()
                (work / "mutants" / left.relative_to(work)).unlink(missing_ok=True)
    shutil.rmtree(work / "mutants" / "tests", ignore_errors=True)


def made(part: str, path: str) -> Mutants:
    """The mutants that a file has now, with the verdicts that still stand."""
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.format_utils import get_mutant_name, mangled_name_from_mutant_name

    file = mutate_file_contents(path, (ROOT / path).read_text("utf-8"))
    known = noted(part, path)
    verdicts: dict[str, int | None] = {}
    for name in file.mutant_names:
        key = get_mutant_name(Path(path), name)
        function = mangled_name_from_mutant_name(key).rpartition(".")[2]
        stands = known.functions.get(function) == file.hash_by_function_name.get(function)
        verdicts[key] = known.verdicts.get(key) if stands else None
    return Mutants(verdicts, file.hash_by_function_name)


def noted(part: str, path: str) -> Mutants:
    """What mutmut noted of a file."""
    note = folder(part) / "mutants" / f"{path}.meta"
    if not note.exists():
        return Mutants({}, {})
    values = json.loads(note.read_text("utf-8"))
    return Mutants(values["exit_code_by_key"], values["hash_by_function_name"])


def files(part: str, asked: str = "") -> tuple[str, ...]:
    """The files of a part, or those that are asked for by the name of the part, a file or a folder."""
    named: dict[str, str] = {}
    for name, one in HEART.items():
        for root in map(ROOT.joinpath, one.paths):
            for path in [root] if root.is_file() else sorted(root.rglob("*.py")):
                named.setdefault(path.relative_to(ROOT).as_posix(), name)
    return tuple(
        file
        for file, name in named.items()
        if name == part and (asked in ("", part, file) or file.startswith(f"{asked}/"))
    )


def sample(names: Iterable[str], size: int, number: int) -> list[str]:
    """So many names, by chance: the first of a number have none in common with the second."""
    shuffled = sorted(names, key=lambda name: hashlib.sha256(name.encode()).digest())
    return shuffled[size * (number - 1) : size * number] if size else shuffled


def run(part: str, names: list[str], processes: int) -> None:
    """Try mutants; mutmut notes each verdict as soon as it is known."""
    log = folder(part) / "run.log"
    with log.open("w") as out:
        done = subprocess.run(
            [MUTMUT, "run", "--max-children", str(processes), *names],
            cwd=folder(part), check=False, env={**os.environ, "PYTHONPATH": ""}, stdout=out, stderr=out,
        )  # fmt: skip
    if done.returncode:
        raise SystemExit("\n".join([*log.read_text("utf-8", "replace").splitlines()[-60:], f"see {log}"]))


def survivors(part: str, chosen: Container[str]) -> str:
    """The survivors of a part among those chosen, as differences."""
    names = [
        name
        for path in files(part)
        for name, status in noted(part, path).verdicts.items()
        if name in chosen and status is not None and VERDICTS.get(status) in (SURVIVED, UNTESTED)
    ]
    shown = (
        subprocess.run([MUTMUT, "show", name], cwd=folder(part), check=True, capture_output=True, text=True)
        for name in names
    )
    return "\n".join(done.stdout for done in shown)


def table(chosen: Container[str] | None = None) -> str:
    """What is known, by file, as a table of Markdown; the rate counts what was tried (of what was chosen)."""
    head = ("module", "mutants", "tried", KILLED, SURVIVED, UNTESTED, TIMEOUT, "rate")
    lines = [f"| {' | '.join(head)} |", f"|{'|'.join('---' for _ in head)}|"]
    for part in HEART:
        total: Counter[str] = Counter()
        for path in files(part):
            count = counted(noted(part, path), chosen)
            total += count
            if count["tried"]:
                lines.append(row(path.removeprefix("src/docgen/"), count))
        if total["tried"]:
            lines.append(row(f"**{part}**", total))
    return "\n".join(lines) + "\n"


def counted(mutants: Mutants, chosen: Container[str] | None) -> Counter[str]:
    """How many mutants a file has, how many were tried, and with which verdict."""
    count = Counter(
        VERDICTS.get(status, KILLED)
        for name, status in mutants.verdicts.items()
        if status is not None and (chosen is None or name in chosen)
    )
    count["tried"] = count.total()
    count["mutants"] = len(mutants.verdicts)
    return count


def row(name: str, count: Counter[str]) -> str:
    """A line of the table."""
    rate = 100 * (count[KILLED] + count[TIMEOUT]) / count["tried"]
    numbers = (count[key] for key in ("mutants", "tried", KILLED, SURVIVED, UNTESTED, TIMEOUT))
    return f"| {name} | {' | '.join(map(str, numbers))} | {rate:.0f} % |"


def main() -> None:
    """Try what the arguments ask for, then print the table."""
    parser = argparse.ArgumentParser(description="Count the small faults that the tests find.")
    parser.add_argument("only", nargs="*", default=list(HEART), help="parts, files or folders of the heart")
    parser.add_argument("--sample", type=int, default=0, help="so many mutants of each part, not all")
    parser.add_argument(
        "--seed", type=int, default=1, help="which sample, from 1; no two have a mutant in common"
    )
    parser.add_argument("--again", action="store_true", help="try survivors once more")
    parser.add_argument("--processes", type=int, default=1, help="how many mutants at a time")
    parser.add_argument("--table", action="store_true", help="run nothing")
    options = parser.parse_args()
    asked = [path.rstrip("/") for path in options.only]
    found = {part: list(dict.fromkeys(name for one in asked for name in files(part, one))) for part in HEART}
    if not any(found.values()):
        parser.error(f"nothing of the heart is under {', '.join(asked)}")
    retried = (None, 0, 5, 33) if options.again else (None,)
    chosen: set[str] = set()
    for part, paths in found.items():
        verdicts = {name: status for path in paths for name, status in made(part, path).verdicts.items()}
        drawn = sample(verdicts, options.sample, options.seed)
        chosen.update(drawn)
        names = sorted(name for name in drawn if verdicts[name] in retried)
        if names and not options.table:
            print(f"{part}: {len(names)} mutants", flush=True)
            prepare(part)
            run(part, names, options.processes)
            (folder(part) / "survivors.txt").write_text(survivors(part, chosen), "utf-8")
    print(table(chosen), end="")


if __name__ == "__main__":
    main()
