"""Run a job of a GitLab pipeline on this machine: its rules, its variables and its scripts."""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Ran:
    """What a job left."""

    ok: bool
    output: str


def jobs(pipeline: Path, variables: Mapping[str, str]) -> list[str]:
    """The jobs that the rules of a pipeline choose."""
    told = yaml.load(pipeline.read_text("utf-8"), yaml.BaseLoader)
    found = {name: job for name, job in told.items() if isinstance(job, dict) and "script" in job}
    return [
        name for name, job in found.items() if any(_holds(rule["if"], variables) for rule in job["rules"])
    ]


def run(
    pipeline: Path, job: str, checkout: Path, environment: Mapping[str, str], variables: Mapping[str, str]
) -> Ran:
    """Run a job in a checkout that was made for it: scripts in one shell, what comes after in another."""
    told = yaml.load(pipeline.read_text("utf-8"), yaml.BaseLoader)
    known = {**told["variables"], **variables}
    known = {name: _expanded(value, known) for name, value in known.items()}
    lines = [*told["default"]["before_script"], *told[job]["script"]]
    done = _shell("set -eo pipefail\n", lines, checkout, {**environment, **known})
    after = _shell("set -o pipefail\n", told[job].get("after_script", []), checkout, {**environment, **known})
    return Ran(done.returncode == 0, done.stdout + after.stdout)


def _shell(
    head: str, lines: list[str], checkout: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", head + "\n".join(lines)],
        cwd=checkout,
        env=dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def _expanded(text: str, known: Mapping[str, str]) -> str:
    return re.sub(r"\$\{?(\w+)\}?", lambda match: known.get(match[1], ""), text)


def _holds(rule: str, variables: Mapping[str, str]) -> bool:
    """A rule of one comparison."""
    match = re.fullmatch(r'\$(\w+) (==|=~) (?:"(.*)"|\$(\w+)|/(.*)/)', rule)
    assert match, f"the runner does not know the rule {rule}"
    value = variables.get(match[1], "")
    if match[2] == "=~":
        return bool(re.search(match[5].replace(r"\/", "/"), value))
    return value == (match[3] if match[3] is not None else variables.get(match[4], ""))
