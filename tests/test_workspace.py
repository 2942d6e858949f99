"""The door to the disk: what it lets in, what it refuses, and how it writes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.workspace import CONFIG, Workspace, create_workspace, find_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    root = tmp_path / "house"
    root.mkdir()
    (root / "docgen.yaml").write_text("language: fr\n")
    for path in (
        "clauses/b/x.fr.md",
        "clauses/a/y.fr.md",
        "clauses/z.md",
        "clauses/.hidden.md",
        "clauses/.git/x.md",
        "clauses/note.txt",
    ):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)
    return Workspace(root)


def test_files_stand_in_order_without_hidden_ones(workspace: Workspace) -> None:
    assert workspace.files("clauses", ".md") == ("clauses/a/y.fr.md", "clauses/b/x.fr.md", "clauses/z.md")
    assert workspace.files("clauses", ".md", ".txt", deep=False) == ("clauses/note.txt", "clauses/z.md")
    assert workspace.files("nowhere", ".md") == ()


def test_folders(workspace: Workspace) -> None:
    assert workspace.folders("clauses") == ("a", "b")
    assert workspace.folders("nowhere") == ()


def test_a_text_is_read_as_it_is(workspace: Workspace) -> None:
    (workspace.root / "x.md").write_bytes(b"\xef\xbb\xbfa\r\nb")
    source, faults = workspace.read("x.md")
    assert (source.path, source.text, faults) == ("x.md", "a\r\nb", ())


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("../outside.md", "DG110"),
        ("/etc/hostname", "DG110"),
        ("clauses/../../outside.md", "DG110"),
        ("loop.md", "DG111"),
        ("absent.md", "DG111"),
        ("clauses", "DG111"),
    ],
)
def test_a_link_that_leads_out_or_nowhere(workspace: Workspace, target: str, code: str) -> None:
    (workspace.root.parent / "outside.md").write_text("secret")
    (workspace.root / "loop.md").symlink_to(target)
    source, (fault,) = workspace.read("loop.md")
    assert (source.text, fault.code, fault.span.path) == ("", code, "loop.md")
    assert fault.hint


def test_a_link_inside_is_followed(workspace: Workspace) -> None:
    (workspace.root / "link.md").symlink_to("clauses/z.md")
    assert workspace.read("link.md").value.text == "clauses/z.md"


def test_a_link_to_a_directory_is_not_walked(workspace: Workspace) -> None:
    (workspace.root / "clauses/again").symlink_to(workspace.root / "clauses")
    assert workspace.files("clauses", ".md") == ("clauses/a/y.fr.md", "clauses/b/x.fr.md", "clauses/z.md")


@pytest.mark.parametrize("path", ["../outside.md", "/etc/hostname", "clauses/../../outside.md"])
def test_a_path_that_leads_out_is_refused(workspace: Workspace, path: str) -> None:
    (workspace.root.parent / "outside.md").write_text("secret")
    content, (fault,) = workspace.read_bytes(path)
    assert (content, fault.code) == (b"", "DG110")
    assert not workspace.holds(path)


def test_a_directory_whose_name_only_begins_like_the_workspace_is_outside(workspace: Workspace) -> None:
    beside = workspace.root.with_name(workspace.root.name + "-other")
    beside.mkdir()
    (beside / "x.md").write_text("secret")
    (workspace.root / "link.md").symlink_to(beside / "x.md")
    for path in (f"../{beside.name}/x.md", "link.md"):
        content, (fault,) = workspace.read_bytes(path)
        assert (content, fault.code) == (b"", "DG110")
    with pytest.raises(PermissionError):
        workspace.write(f"../{beside.name}/y.md", b"x")
    assert [path.name for path in beside.iterdir()] == ["x.md"]


def test_a_pipe_is_not_waited_for(workspace: Workspace) -> None:
    os.mkfifo(workspace.root / "pipe.md")
    _, (fault,) = workspace.read_bytes("pipe.md")
    assert fault.code == "DG111"


def test_a_name_that_is_too_long_is_not_there(workspace: Workspace) -> None:
    assert not workspace.exists("x" * 5000)


def test_a_workspace_that_is_itself_a_link(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "alias").symlink_to(workspace.root)
    alias = Workspace(tmp_path / "alias")
    assert alias.read("clauses/z.md").value.text == "clauses/z.md"
    alias.write_folder("outputs/x", {"a": b"1"})
    assert (workspace.root / "outputs/x/a").read_bytes() == b"1"


def test_a_file_is_written_whole_over_a_former_one(workspace: Workspace) -> None:
    workspace.write("deep/er/a.txt", b"one")
    workspace.write("deep/er/a.txt", b"two")
    assert (workspace.root / "deep/er/a.txt").read_bytes() == b"two"
    assert [path.name for path in (workspace.root / "deep/er").iterdir()] == ["a.txt"]
    assert (workspace.root / "deep/er/a.txt").stat().st_mode & 0o777 == 0o644


def test_a_write_that_fails_leaves_nothing(workspace: Workspace) -> None:
    (workspace.root / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        workspace.write("taken", b"x")
    assert not list(workspace.root.glob(".docgen-*"))


def test_a_folder_is_replaced_as_a_whole(workspace: Workspace) -> None:
    workspace.write_folder("outputs/x/1", {"a": b"1", "b": b"2"})
    workspace.write_folder("outputs/x/1", {"b": b"3"})
    folder = workspace.root / "outputs/x"
    assert [path.name for path in folder.iterdir()] == ["1"]
    assert {path.name: path.read_bytes() for path in (folder / "1").iterdir()} == {"b": b"3"}


def test_what_a_killed_build_left_is_taken_away(workspace: Workspace) -> None:
    folder = workspace.root / "outputs/x"
    (folder / "1").mkdir(parents=True)
    (folder / ".docgen-abc").mkdir()
    (folder / ".docgen-abc/half.pdf").write_text("x")
    workspace.mend("outputs/x/1")
    assert [path.name for path in folder.iterdir()] == ["1"]


def test_a_pack_that_was_moved_aside_is_put_back(workspace: Workspace) -> None:
    aside = workspace.root / "outputs/x/.1.former"
    aside.mkdir(parents=True)
    (aside / "a.pdf").write_text("old")
    workspace.mend("outputs/x/1")
    assert (workspace.root / "outputs/x/1/a.pdf").read_text() == "old"
    assert not aside.exists()


def test_the_workspace_of_a_directory_inside(workspace: Workspace, tmp_path: Path) -> None:
    assert find_workspace(workspace.root / "clauses" / "a") == workspace
    assert find_workspace(workspace.root) == workspace
    assert find_workspace(tmp_path) is None


def test_the_digest_of_the_program_is_stable(workspace: Workspace) -> None:
    assert workspace.own_digest() == workspace.own_digest()
    assert len(workspace.own_digest()) == 12


WRITER = """
import sys
from pathlib import Path
from docgen.workspace import Workspace
workspace, content = Workspace(Path(sys.argv[1])), sys.argv[2].encode()
for _ in range(60):
    workspace.mend("outputs/x/1")
    workspace.write_folder("outputs/x/1", {"a": content, "b": content})
"""


def test_two_that_write_one_directory_wait_for_each_other(workspace: Workspace) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(workspace.root), content])
        for content in ("one", "two")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert [path.name for path in (workspace.root / "outputs/x").iterdir()] == ["1"]
    assert {path.read_text() for path in (workspace.root / "outputs/x/1").iterdir()} in ({"one"}, {"two"})


def test_a_directory_that_is_filled_half_is_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = Path.rename
    done: list[str] = []

    def rename(source: Path, goal: Path) -> Path:
        if done:
            raise OSError(28, "No space left on device")
        done.append(source.name)
        return moved(source, goal)

    monkeypatch.setattr(Path, "rename", rename)
    faults = create_workspace(tmp_path, {CONFIG: b"", "a.txt": b"", "z.txt": b""})
    assert [fault.code for fault in faults] == ["DG115"]
    assert done == ["a.txt"]
    assert find_workspace(tmp_path) is None


def test_a_name_is_held_as_long_as_the_block_runs(workspace: Workspace) -> None:
    with workspace.claim("release") as first:
        with workspace.claim("release") as second, workspace.claim("another") as other:
            assert (first, second, other) == (True, False, True)
        with workspace.claim("release") as again:
            assert not again, "who did not get it does not let it go"
    with workspace.claim("release") as later:
        assert later


def test_a_rewritten_folder_keeps_its_links_and_no_empty_directory(workspace: Workspace) -> None:
    for path in ("a/reasons/x.md", "a/facts.yaml", "a/kept/y.md", "a/kept/z.md"):
        workspace.write(path, path.encode())
    (workspace.root / "a/link").symlink_to("facts.yaml")
    workspace.rewrite_folder("a", {"new/lock.yaml": b"x"}, ("reasons/x.md", "kept/y.md"))
    folder = workspace.root / "a"
    assert (folder / "link").readlink() == Path("facts.yaml")
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*")) == [
        "facts.yaml",
        "kept",
        "kept/z.md",
        "link",
        "new",
        "new/lock.yaml",
    ]
