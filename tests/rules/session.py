"""Run an example of a rule that is a session: lines of a shell, in a small workspace in a real git repository.

The name of the example says where the session starts: `before any release` or `after release 1.0.0`, everything
committed. Lines that begin with `docgen` run in this process. The faults of the last one are the outcome.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from docgen.cli.main import docgen
from docgen.text.diagnostics import Diagnostic, Severity
from docgen.text.source import Span

ROOT = Path(__file__).parents[2]
BEFORE, AFTER = "before any release", "after release 1.0.0"
STARTS = (BEFORE, AFTER)
WHO = {
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}
MEASURES = """\
  - article: sla-mesure
    title: {fr: "Mesure"}
    content:
      - clause: sla-mesure.periode
"""

_STARTS = TemporaryDirectory(prefix="docgen-session-")  # gone when the tests end


def furnish(root: Path) -> None:
    """The base workspace with pages, and one document, so that it is printed in this process."""
    shutil.copytree(ROOT / "tests/rules/base", root)
    for part in ("locales", "page", "fonts"):
        shutil.copytree(ROOT / "templates" / part, root / "templates" / part)
    (root / "templates/outlines/sla-annex.yaml").unlink()
    contract, terms = root / "templates/outlines/contract.yaml", root / "clauses/terms.yaml"
    contract.write_text(contract.read_text("utf-8") + MEASURES, "utf-8")
    terms.write_text(
        terms.read_text("utf-8").replace(
            "- {id: sla-annex}", "- {id: sla-annex, title: Niveaux de service, version: '1.0'}"
        ),
        "utf-8",
    )
    (root / ".gitignore").write_text(".docgen/\noutputs/\n", "utf-8")


@cache
def start(name: str) -> Path:
    """The workspace in which sessions start; it is copied for each."""
    root = Path(_STARTS.name) / name.replace(" ", "-")
    if name == BEFORE:
        furnish(root)
        lines = ("git init -q -b main", "git add -A", "git commit -q -m first")
    else:
        shutil.copytree(start(BEFORE), root)
        lines = ("docgen release demo -m Signature --date 2026-11-24", "git add -A", "git commit -q -m 1.0.0")
    for line in lines:
        run(line, root)
    return root


@cache
def check_session(name: str, text: str) -> tuple[Diagnostic, ...]:
    """The faults that the last line of a session reports."""
    with TemporaryDirectory(prefix="docgen-session-") as folder:
        root = Path(folder) / "house"
        shutil.copytree(start(name), root)
        *lines, last = text.strip().splitlines()
        for line in lines:
            run(line, root)
        return tuple(map(_diagnostic, json.loads(run(f"{last} --format json", root, checked=True))))


def run(line: str, root: Path, *, checked: bool = False) -> str:
    """What a line prints on standard output; only a line that is checked may fail."""
    if line.startswith("docgen "):
        before = Path.cwd()
        os.chdir(root)
        try:
            result = CliRunner().invoke(docgen, shlex.split(line)[1:], prog_name="docgen", env=WHO)
        finally:
            os.chdir(before)
        assert checked or result.exit_code == 0, result.output
        return result.stdout
    environment = {**os.environ, **WHO, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["sh", "-c", line], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert checked or done.returncode == 0, done.stderr
    return done.stdout


def is_session(example: Mapping[str, str]) -> bool:
    """True for an example that is a session."""
    return any(name in STARTS for name in example)


def _diagnostic(told: Mapping[str, object]) -> Diagnostic:
    span = Span(*(told[name] for name in ("path", "line", "column", "end_column")))  # type: ignore[arg-type]
    return Diagnostic(
        span,
        str(told["code"]),
        Severity[str(told["severity"]).upper()],
        str(told["message"]),
        str(told["hint"]),
    )
