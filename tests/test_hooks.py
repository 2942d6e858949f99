"""The hooks that other repositories use run commands that exist; `tests/ci/test_pre_commit.py` runs them in pre-commit."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from docgen.cli.init import STARTER_DAY, starter
from docgen.cli.main import docgen

HOOKS = yaml.safe_load((Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_hooks_are_these() -> None:
    assert [hook["id"] for hook in HOOKS] == ["docgen-check", "docgen-approvals", "docgen-changelog"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_checks_a_whole_workspace(hook: dict[str, Any]) -> None:
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    program, *arguments = hook["entry"].split()
    assert program == "docgen"
    assert CliRunner().invoke(docgen, [*arguments, "--help"]).exit_code == 0


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_sees_every_file_that_is_checked(hook: dict[str, Any]) -> None:
    checked = [
        path
        for path in starter(STARTER_DAY)
        if path.startswith(("clauses/", "engagements/", "templates/outlines/", "templates/locales/"))
    ]
    assert checked
    assert [path for path in (*checked, "docgen.yaml") if not re.search(hook["files"], path)] == []
