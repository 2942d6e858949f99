"""Run the jobs of a GitHub workflow on this machine: the shell of each step for real, the actions that it uses as far as
they matter here. What is not known is an error, so that no step passes unread."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml


class Names(dict[str, Any]):
    """A context of expressions: what it does not have is ''."""

    def __getattr__(self, name: str) -> Any:
        value = self.get(name, "")
        return Names(value) if isinstance(value, Mapping) else value


@dataclass
class Ran:
    """What a job left: the output of each step that ran, by name, the first that failed with its output ('' for none), its artefacts and summary."""

    steps: dict[str, str] = field(default_factory=dict)
    failed: str = ""
    artefacts: Path = Path()
    summary: str = ""


class Forge:
    """A runner of GitHub with one virtual environment, a cache, and stand-ins for what needs the service itself."""

    def __init__(self, home: Path, environment: Mapping[str, str], stand_ins: Path, python: Path) -> None:
        self.home, self.environment, self.stand_ins, self.python = home, dict(environment), stand_ins, python
        self.home.mkdir(parents=True, exist_ok=True)
        self.count = 0

    def run(self, workflow: Path, job: str, checkout: Path, **contexts: Mapping[str, Any]) -> Ran:
        """Run a job in a checkout that was made for it; its `if` must let it run."""
        told = yaml.load(workflow.read_text("utf-8"), yaml.BaseLoader)
        self.count += 1
        place = self.home / f"run-{self.count}"
        temporary, ran = place / "temp", Ran(artefacts=place / "artefacts")
        temporary.mkdir(parents=True)
        summary = place / "summary.md"
        summary.touch()
        contexts = {"vars": {}, "secrets": {}, "inputs": {}, **contexts, "env": {}}
        asked = told["jobs"][job]
        assert self.holds(asked.get("if", "true"), contexts, checkout, ok=True), (
            "the job is not for this event"
        )
        environment = {
            name: self.filled(value, contexts)
            for name, value in {**told.get("env", {}), **asked.get("env", {})}.items()
        }
        own = {
            "RUNNER_TEMP": str(temporary),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_REPOSITORY": "house/contracts",
            "GITHUB_REF_NAME": str(contexts["github"].get("ref_name", "")),
            "GITHUB_SHA": str(contexts["github"].get("sha", "")),
            "PATH": ":".join((str(self.stand_ins), str(self.python.parent), self.environment["PATH"])),
        }
        for step in asked["steps"]:
            name = step.get("name") or step.get("uses") or step["run"]
            if not self.holds(
                step.get("if", "success()"), {**contexts, "env": environment}, checkout, not ran.failed
            ):
                continue
            if "uses" in step:
                self.action(step, {**contexts, "env": environment}, checkout, ran)
                continue
            more = {key: self.filled(value, contexts) for key, value in step.get("env", {}).items()}
            script = temporary / "step.sh"
            script.write_text(self.filled(step["run"], contexts))
            done = subprocess.run(
                ["bash", "-e", str(script)], cwd=checkout, env={**self.environment, **own, **environment, **more},
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
            )  # fmt: skip
            ran.steps[name] = done.stdout
            if done.returncode and not ran.failed:
                ran.failed = f"{name}: {done.stdout}"
        ran.summary = summary.read_text("utf-8")
        return ran

    def action(self, step: Mapping[str, Any], contexts: Mapping[str, Any], checkout: Path, ran: Ran) -> None:
        """What an action does that matters here."""
        given = step.get("with", {})
        match step["uses"].partition("@")[0]:
            case "actions/checkout":
                assert given.get("fetch-depth") == "0", "reviews and redlines need the history"
            case "actions/setup-python":
                assert given["python-version"]
            case "actions/cache":
                kept = self.home / "cache"
                if kept.is_dir():
                    shutil.copytree(kept, checkout / given["path"], dirs_exist_ok=True)
            case "actions/upload-artifact":
                for path in given["path"].split():
                    source = checkout / path
                    if source.is_dir():
                        shutil.copytree(source, ran.artefacts / path, dirs_exist_ok=True)
                    elif source.is_file():
                        ran.artefacts.mkdir(parents=True, exist_ok=True)
                        shutil.copy(source, ran.artefacts / path)
            case other:
                raise AssertionError(f"the runner does not know {other}")

    def filled(self, text: str, contexts: Mapping[str, Any]) -> str:
        """A text with its expressions evaluated."""
        return re.sub(
            r"\$\{\{(.*?)\}\}", lambda match: str(self.value(match[1], contexts, Path(), ok=True) or ""), text
        )

    def holds(self, condition: str, contexts: Mapping[str, Any], checkout: Path, ok: bool) -> bool:
        """Whether a condition holds; one without a status function holds only where all went well."""
        inner = re.sub(r"^\$\{\{(.*)\}\}$", r"\1", condition.strip())
        status = re.search(r"\b(success|failure|always|cancelled)\(", inner)
        return bool(self.value(inner, contexts, checkout, ok)) and (ok or bool(status))

    @staticmethod
    def value(expression: str, contexts: Mapping[str, Any], checkout: Path, ok: bool) -> Any:
        python = re.sub(r"!(?!=)", " not ", expression.replace("&&", " and ").replace("||", " or "))
        functions = SimpleNamespace(
            success=lambda: ok, always=lambda: True, cancelled=lambda: False, failure=lambda: not ok,
            hashFiles=lambda pattern: "hash" if any(checkout.glob(pattern)) else "",
        )  # fmt: skip
        names = {
            **vars(functions),
            "true": True,
            "false": False,
            **{name: Names(value) for name, value in contexts.items()},
        }
        return eval(python.strip(), {"__builtins__": {}}, names)  # noqa: S307  (an expression of our own workflow)
