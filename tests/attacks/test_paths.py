"""A name in the data cannot write outside `outputs/`, a link cannot lead out of the workspace."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from docgen.workspace import Workspace

from ..cli.conftest import context, run
from ..rules.harness import check_files

__all__ = ["context", "run"]

Run = Callable[..., Result]
NAMES = (
    "../x",
    "../../etc",
    "a/../../x",
    "/etc/passwd",
    "..",
    ".",
    "a/b",
    "a\\b",
    "-x",
    "x\n",
    "x y",
    "é",
    "",
    "~root",
    "$HOME",
    "%2e%2e",
)


@pytest.mark.parametrize("name", NAMES)
def test_an_engagement_with_such_an_id_is_a_fault(name: str) -> None:
    found = check_files({"engagements/demo/engagement.yaml": f"id: {name!r}\n".replace("\\\\", "\\")})
    assert any(
        fault.code in ("DG113", "DG207", "DG208")
        and fault.span[:2] == ("engagements/demo/engagement.yaml", 1)
        for fault in found
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_kind_with_such_a_name_is_a_fault(name: str) -> None:
    text = f"kind: {name!r}\ntitle: {{fr: Contrat}}\norder: 1\nbody: [{{clause: objet.objet}}]\n".replace(
        "\\\\", "\\"
    )
    found = check_files({"templates/outlines/contract.yaml": text})
    assert any(
        fault.code in ("DG207", "DG208", "DG303")
        and fault.span[:2] == ("templates/outlines/contract.yaml", 1)
        for fault in found
    )


@pytest.mark.parametrize("key", ["clauses", "templates", "engagements", "outputs"])
@pytest.mark.parametrize("path", ["..", "../x", "/etc", "a/../..", "a//../../x", ".", "./.."])
def test_a_directory_outside_is_a_fault(key: str, path: str) -> None:
    text = f'language: fr\nbrand: {{primary: "#1d3c5c", accent: "#a4501b"}}\npaths: {{{key}: {path}}}\n'
    (fault,) = check_files({"docgen.yaml": text})
    assert (fault.code, *fault.span[:2]) == ("DG208", "docgen.yaml", 3)


@pytest.mark.parametrize("name", ["../outside", "/etc", "..", "engagements/../../outside", "nope/../../x"])
@pytest.mark.parametrize("command", ["check", "build", "status", "deviations"])
def test_no_command_takes_an_engagement_outside(context: Path, run: Run, command: str, name: str) -> None:
    (context.parent / "outside").mkdir()
    (context.parent / "outside/engagement.yaml").write_text("id: outside\n")
    before = sorted(context.parent.rglob("*"))
    result = run(command, name)
    assert result.exit_code in (1, 2), result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    assert [path for path in sorted(context.parent.rglob("*")) if ".docgen" not in path.parts] == before


LINKED = (
    "clauses/objet/objet.fr.md",
    "clauses/terms.yaml",
    "templates/locales/fr.yaml",
    "templates/outlines/contract.yaml",
    "engagements/demo/engagement.yaml",
    "engagements/demo/more.yaml",
    "docgen.yaml",
)


@pytest.mark.parametrize("path", LINKED)
def test_a_file_that_leads_outside_is_not_read(context: Path, run: Run, path: str) -> None:
    (context.parent / "secret").write_text("title: secret words\n")
    (context / path).unlink(missing_ok=True)
    (context / path).symlink_to(context.parent / "secret")
    result = run("check", "--format", "short")
    assert f"{path}:1:1: error[DG110]" in result.output
    assert "secret words" not in result.output


@pytest.mark.parametrize(
    "folder",
    [
        "engagements/demo",
        "engagements",
        "clauses/objet",
        "clauses",
        "templates/locales",
        "templates/outlines",
        "templates",
    ],
)
def test_a_directory_that_leads_outside_is_not_read(context: Path, run: Run, folder: str) -> None:
    outside = context.parent / "outside"
    (context / folder).rename(outside)
    (context / folder).symlink_to(outside)
    result = run("check", "--format", "short")
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("link", ["outputs", "outputs/demo", ".docgen", ".docgen/cache"])
def test_nothing_is_written_where_a_link_leads_outside(tmp_path: Path, link: str) -> None:
    root, outside = tmp_path / "house", tmp_path / "outside"
    outside.mkdir()
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(outside)
    workspace = Workspace(root)
    path = f"{link}/x"
    with pytest.raises(OSError, match="leads out"):
        workspace.write(path, b"x")
    with pytest.raises(OSError, match="leads out"):
        workspace.write_folder(path, {"a": b"x"})
    with pytest.raises(OSError, match="leads out"):
        workspace.rewrite_folder(path, {"a": b"x"})
    assert list(outside.iterdir()) == []


def test_a_lock_is_not_taken_outside(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "house").mkdir()
    (tmp_path / "house/.docgen").symlink_to(outside)
    with pytest.raises(OSError, match="leads out"), Workspace(tmp_path / "house").claim("release"):
        pass
    assert list(outside.iterdir()) == []
