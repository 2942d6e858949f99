"""The door to the disk: what it lets in, what it refuses, and how it writes."""

import errno
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from docgen.cache import Cache
from docgen.workspace import (
    CONFIG,
    Workspace,
    add_file,
    bundled,
    create_workspace,
    find_workspace,
    sha256,
    today,
)


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
    workspace.recover("outputs/x/1")
    assert [path.name for path in folder.iterdir()] == ["1"]


def test_a_pack_that_was_moved_aside_is_put_back(workspace: Workspace) -> None:
    aside = workspace.root / "outputs/x/.1.former"
    aside.mkdir(parents=True)
    (aside / "a.pdf").write_text("old")
    workspace.recover("outputs/x/1")
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
    workspace.recover("outputs/x/1")
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


@pytest.mark.parametrize(
    ("path", "code", "message", "hint"),
    [
        ("../x.md", "DG110", "the path leads out of the workspace", "replace the link by the file"),
        ("absent.md", "DG111", "the file cannot be read: no such file or directory", "check that it exists and its rights"),
        ("clauses", "DG111", "the file cannot be read: it is not a plain file", "put a plain file there"),
    ],
)  # fmt: skip
def test_why_a_file_is_not_read(workspace: Workspace, path: str, code: str, message: str, hint: str) -> None:
    content, (fault,) = workspace.read_bytes(path)
    assert content == b""
    assert (fault.code, fault.span.path, fault.message, fault.hint) == (code, path, message, hint)


def test_the_workspace_holds_itself_and_what_is_below(workspace: Workspace) -> None:
    assert workspace.holds("")
    assert workspace.holds(".")
    assert not workspace.holds("..")
    assert Workspace(Path("/")).holds("etc"), "the top of the disk ends with its own stroke"


def test_hidden_folders_and_linked_files_are_passed_over_or_listed(workspace: Workspace) -> None:
    (workspace.root / "clauses/link.md").symlink_to("z.md")
    (workspace.root / "clauses/folder.md").mkdir()
    (workspace.root / "clauses/beside").symlink_to("a")
    assert workspace.files("clauses", ".md", deep=False) == ("clauses/link.md", "clauses/z.md")
    assert workspace.folders("clauses") == ("a", "b", "beside", "folder.md")


def test_what_is_there(workspace: Workspace) -> None:
    assert [path for path in ("clauses", "clauses/z.md", "clauses/x.md") if workspace.exists(path)] == [
        "clauses",
        "clauses/z.md",
    ]


def test_git_answers_for_a_workspace(workspace: Workspace) -> None:
    root = workspace.root
    for arguments in (
        ("init", "-q"),
        ("add", "clauses/z.md"),
        ("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "x"),
    ):
        subprocess.run(["git", *arguments], cwd=root, check=True)
    (oid,) = workspace.repository.blob_ids(["clauses/z.md"]).values()
    assert workspace.blobs([oid, "0" * 40]) == {oid: b"clauses/z.md"}
    assert workspace.former_files("clauses") == ("clauses/z.md",)
    assert workspace.former_files("elsewhere") == ()


def test_a_write_that_leads_out_names_the_path(workspace: Workspace) -> None:
    for write in (
        lambda: workspace.write("../y.md", b"x"),
        lambda: workspace.write_folder("../y", {"a": b"x"}),
        lambda: workspace.rewrite_folder("../y", {"a": b"x"}),
        lambda: workspace.recover("../y/1"),
    ):
        with pytest.raises(PermissionError) as refused:
            write()
        assert refused.value.errno == errno.EPERM
        assert refused.value.strerror == "the path leads out of the workspace"
        assert str(refused.value.filename).startswith("../y")
    assert sorted(path.name for path in workspace.root.parent.iterdir()) == ["house"]


def test_a_half_written_file_is_hidden_beside_the_whole_one(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []

    def replace(source: Path, goal: Path) -> Path:
        seen.append(sorted(path.name for path in goal.parent.iterdir()))
        assert source.read_bytes() == b"x"
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OSError, match="full"):
        workspace.write("new/a.txt", b"x")
    ((staged,),) = seen
    assert staged.startswith(".docgen-")
    assert list((workspace.root / "new").iterdir()) == []


def test_locks_and_the_cache_have_their_place(workspace: Workspace) -> None:
    with workspace.claim("release"):
        assert (workspace.root / ".docgen/release.lock").exists()
    workspace.write_folder("outputs/x", {"a": b"1"})
    assert (workspace.root / ".docgen/exchange.lock").exists()
    assert workspace.cache == Cache(workspace.root / ".docgen/cache")
    (workspace.root / "outputs/out").symlink_to(workspace.root.parent)
    (workspace.root / ".docgen/cache").symlink_to(workspace.root.parent)
    with pytest.raises(PermissionError):
        _ = workspace.cache


def test_nothing_is_recovered_where_nothing_is(workspace: Workspace) -> None:
    workspace.recover("outputs/x/1")
    assert not (workspace.root / "outputs").exists()
    assert not (workspace.root / ".docgen").exists()


def test_the_program_carries_a_library() -> None:
    carried = bundled()
    assert carried.exists("clauses")
    assert carried.exists("templates/outlines")


# --- new workspaces and files --------------------------------------------------------------------------------


def test_a_new_workspace_is_whole_and_open_to_read(tmp_path: Path) -> None:
    folder = tmp_path / "a/b"
    assert create_workspace(folder, {CONFIG: b"language: fr\n", "x/y.txt": b"1", "x/z.txt": b"2"}) == ()
    assert folder.stat().st_mode & 0o777 == 0o755
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*")) == [
        CONFIG, "x", "x/y.txt", "x/z.txt",
    ]  # fmt: skip
    assert (folder / CONFIG).read_bytes() == b"language: fr\n"
    assert [path.name for path in folder.parent.iterdir()] == ["b"]


def test_an_empty_repository_is_filled(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert create_workspace(tmp_path, {CONFIG: b"", "a.txt": b"1"}) == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "a.txt", CONFIG]


def test_a_directory_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine")
    (fault,) = create_workspace(tmp_path, {CONFIG: b""})
    assert (fault.code, fault.span.path) == ("DG115", str(tmp_path))
    assert (fault.message, fault.hint) == (
        "the directory is not empty",
        "name a new directory, or an empty one",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_directory_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (fault,) = create_workspace(tmp_path / "file/deep/house", {CONFIG: b""})
    assert (fault.code, fault.span.path) == ("DG115", str(tmp_path / "file/deep/house"))
    assert (fault.message, fault.hint) == (
        "the directory cannot be made: not a directory",
        "name another directory, or check its rights",
    )


def test_a_new_file_never_replaces_one(workspace: Workspace) -> None:
    assert add_file(workspace.root, "clauses/new/a.md", b"x") == ()
    assert (workspace.root / "clauses/new/a.md").read_bytes() == b"x"
    (fault,) = add_file(workspace.root, "clauses/z.md", b"x")
    assert (fault.code, fault.span.path) == ("DG115", str(workspace.root / "clauses/z.md"))
    assert (fault.message, fault.hint) == (
        "the file is there already",
        "remove it, or compare it with a new one made elsewhere",
    )
    assert (workspace.root / "clauses/z.md").read_text() == "clauses/z.md"
    (fault,) = add_file(workspace.root, "clauses/z.md/below", b"x")
    assert (fault.code, fault.span.path) == ("DG115", str(workspace.root / "clauses/z.md/below"))
    assert fault.message.startswith("the file cannot be written: ")
    assert fault.hint == "check the rights of the directory"


# --- the machine ---------------------------------------------------------------------------------------------


def test_the_day_is_stated_or_that_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_TODAY", "2027-02-28")
    assert today() == date(2027, 2, 28)
    monkeypatch.setenv("DOCGEN_TODAY", "soon")
    with pytest.raises(ValueError, match="soon"):
        today()
    monkeypatch.delenv("DOCGEN_TODAY")
    before, found, after = time.strftime("%Y-%m-%d"), today().isoformat(), time.strftime("%Y-%m-%d")
    assert found in (before, after)


def test_the_hash_of_bytes() -> None:
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_packaged_docgen_carries_its_library_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "a/b/docgen"
    package.mkdir(parents=True)
    monkeypatch.setattr("docgen.workspace.__file__", str(package / "workspace.py"))
    assert bundled().root == tmp_path / "a"
    (package / "bundled").mkdir()
    assert bundled().root == package / "bundled"


def test_a_refusal_of_the_system_without_a_number_is_told_too(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("strange")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(Path, "write_bytes", refuse)
    monkeypatch.setattr(Workspace, "write", refuse)
    (read,) = workspace.read_bytes("clauses/z.md").diagnostics
    (added,) = add_file(workspace.root, "new.md", b"x")
    (made,) = create_workspace(workspace.root.parent / "new", {CONFIG: b""})
    assert [fault.message for fault in (read, added, made)] == [
        "the file cannot be read: it cannot be read",
        "the file cannot be written: it cannot be written",
        "the directory cannot be made: it cannot be written",
    ]
    assert [path.name for path in workspace.root.parent.iterdir()] == ["house"]
