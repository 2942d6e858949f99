"""The hook that other repositories use runs a command that exists."""

import re
from pathlib import Path

import yaml
from click.testing import CliRunner

from docgen.cli.init import STARTER_DAY, starter
from docgen.cli.main import docgen

(HOOK,) = yaml.safe_load((Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_hook_judges_a_whole_workspace() -> None:
    assert (HOOK["id"], HOOK["language"], HOOK["pass_filenames"]) == ("docgen-check", "python", False)
    program, *arguments = HOOK["entry"].split()
    assert program == "docgen"
    assert CliRunner().invoke(docgen, [*arguments, "--help"]).exit_code == 0


def test_the_hook_sees_every_file_that_is_judged() -> None:
    judged = [path for path in starter(STARTER_DAY) if path.startswith(("clauses/", "engagements/", "templates/outlines/", "templates/locales/"))]
    assert judged
    assert [path for path in (*judged, "docgen.yaml") if not re.search(HOOK["files"], path)] == []
