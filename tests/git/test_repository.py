"""What a repository answers: its revisions, branches and tags, and why git does not serve."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.gitrepo import Repository, missing

from .conftest import IDENTITY


class Git:
    """A repository with one file, `below/a.txt`, in two commits on `main`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "below").mkdir(parents=True)
        self("init", "-q", "-b", "main")
        for text in ("one", "two"):
            self.commit(text)

    def __call__(self, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.root, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self, text: str) -> str:
        """Write the file and commit it: the commit's id."""
        (self.root / "below/a.txt").write_text(text, "utf-8")
        self("add", "-A")
        self("commit", "-q", "-m", text)
        return self("rev-parse", "HEAD")


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in IDENTITY.items():
            patch.setenv(name, value)
        return Git(tmp_path_factory.mktemp("made") / "git").root


@pytest.fixture
def git(_made: Path, tmp_path: Path) -> Git:
    """The repository, to change."""
    subprocess.run(["cp", "-R", str(_made), str(tmp_path / "git")], check=True)
    made = object.__new__(Git)
    made.root = tmp_path / "git"
    return made


# --- whether git serves ------------------------------------------------------------------------------------


def test_in_a_repository_nothing_is_absent(git: Git) -> None:
    assert Repository(git.root).absent() == ""
    assert Repository(git.root / "below").absent() == ""


def test_outside_of_any_repository_git_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert Repository(tmp_path).absent().startswith("not a git repository")


def test_without_git_that_is_said(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    repository = Repository(git.root)
    assert repository.absent() == "git is not installed"
    assert repository.commit("HEAD") == ""
    assert repository.revision("HEAD") is None
    assert repository.blobs(["0" * 40]) == {}
    assert repository.tag("v1", "x") == "git is not installed"
    assert not repository.shallow()


def test_a_hook_s_own_places_do_not_lead_elsewhere(
    git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = git("rev-parse", "HEAD")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"):
        monkeypatch.setenv(name, str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_NAMESPACE", "other")
    monkeypatch.setenv("GIT_PREFIX", "below/")
    assert Repository(git.root).commit("HEAD") == commit
    assert Repository(git.root).prefix() == ""


def test_what_git_says_is_english_and_its_last_line(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert Repository(git.root).tag("a..b", "x") == "'a..b' is not a valid tag name."


@pytest.fixture
def fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Repository]:
    """A repository whose git says what it is told to say, and fails."""

    def made(command: str) -> Repository:
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin/git").write_text(f"#!/bin/sh\n{command}\nexit 1\n", "utf-8")
        (tmp_path / "bin/git").chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path / "bin"))
        return Repository(tmp_path)

    return made


def test_where_git_fails_without_a_word_docgen_says_what(fails: Callable[[str], Repository]) -> None:
    repository = fails("")
    assert repository.absent() == "it is not in a git repository"
    assert repository.configure("a.b", "c") == repository.tag("v1", "x") == "git refused"


def test_git_asks_nobody_takes_no_lock_and_speaks_english(
    fails: Callable[[str], Repository], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    monkeypatch.setenv("GIT_NAMESPACE", "other")
    said = fails('echo "$LC_ALL,$GIT_TERMINAL_PROMPT,$GIT_OPTIONAL_LOCKS,$GIT_NAMESPACE" >&2').absent()
    assert said == "C,0,0,"


@pytest.mark.parametrize("prefix", ["fatal: ", "error: ", ""])
def test_the_last_words_of_git_are_told(fails: Callable[[str], Repository], prefix: str) -> None:
    assert fails(f"printf 'hint: a\\n{prefix}because\\n\\n' >&2").absent() == "because"


def test_a_shallow_clone_is_known(git: Git, tmp_path: Path) -> None:
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", f"file://{git.root}", str(tmp_path / "shallow")], check=True
    )
    assert Repository(tmp_path / "shallow").shallow() is True
    assert Repository(git.root).shallow() is False


# --- revisions ---------------------------------------------------------------------------------------------


def test_the_commit_of_a_revision(git: Git) -> None:
    repository = Repository(git.root)
    assert repository.commit("HEAD") == repository.commit("main") == git("rev-parse", "HEAD")
    assert repository.commit("HEAD~1") == git("rev-parse", "HEAD~1")
    git("tag", "--annotate", "-m", "x", "v1", "HEAD~1")
    assert repository.commit("v1") == git("rev-parse", "HEAD~1"), "of the commit, not of the tag"
    assert repository.commit("HEAD:below/a.txt") == ""


def test_the_path_from_the_top(git: Git) -> None:
    assert Repository(git.root).prefix() == ""
    assert Repository(git.root / "below").prefix() == "below/"


def test_paths_are_those_below_the_directory(git: Git) -> None:
    snapshot = Repository(git.root / "below").revision("HEAD~1")
    assert snapshot is not None
    assert dict(snapshot.entries) == {"a.txt": git("rev-parse", "HEAD~1:below/a.txt")}
    assert snapshot.read_bytes("a.txt") == (b"one", ())
    assert snapshot.read("a.txt").value.text == "one"
    assert snapshot.blobs([snapshot.entries["a.txt"]]) == {snapshot.entries["a.txt"]: b"one"}


def test_the_last_common_commit(git: Git) -> None:
    repository = Repository(git.root)
    fork = git("rev-parse", "HEAD~1")
    git("checkout", "-q", "-b", "side", fork)
    git.commit("other")
    assert repository.merge_base("main", "side") == repository.merge_base("side", "main") == fork
    git("checkout", "-q", "--orphan", "alone")
    git("commit", "-q", "-m", "alone")
    assert repository.merge_base("main", "alone") == ""
    assert repository.merge_base("main", "nowhere") == ""
    assert repository.merge_base("--all", "main") == "", "a name is never an option"


def test_of_several_common_commits_one_is_taken(git: Git) -> None:
    """Two branches that took over each other's commit have two."""
    fork = git("rev-parse", "HEAD")
    tree = git("rev-parse", "HEAD^{tree}")
    one, two = (git("commit-tree", "-p", fork, "-m", name, tree) for name in ("one", "two"))
    left, right = (
        git("commit-tree", "-p", first, "-p", second, "-m", "x", tree)
        for first, second in ((one, two), (two, one))
    )
    assert Repository(git.root).merge_base(left, right) in (one, two)


@pytest.mark.parametrize("name", ["main", "master"])
def test_the_main_branch_is_the_remote_s_head_then_a_name(git: Git, name: str) -> None:
    repository = Repository(git.root)
    git("branch", "-m", "main", "work")
    assert repository.main_branch() == ""
    git("branch", name)
    assert repository.main_branch() == name
    git("update-ref", f"refs/remotes/origin/{name}", "HEAD")
    assert repository.main_branch() == f"origin/{name}"
    git("update-ref", "refs/remotes/origin/trunk", "HEAD")
    git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert repository.main_branch() == "origin/trunk"
    git("update-ref", "-d", "refs/remotes/origin/trunk")
    assert repository.main_branch() == f"origin/{name}", "a head that leads nowhere is none"


def test_main_stands_before_master_and_there_before_here(git: Git) -> None:
    repository = Repository(git.root)
    git("branch", "master")
    assert repository.main_branch() == "main"
    git("update-ref", "refs/remotes/origin/master", "HEAD")
    assert repository.main_branch() == "origin/master"
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    assert repository.main_branch() == "origin/main"


# --- what is made ------------------------------------------------------------------------------------------


def test_a_tag_is_annotated_and_never_moved(git: Git) -> None:
    repository = Repository(git.root)
    assert repository.tag("demo/v1", "première", "HEAD~1") == ""
    assert git("cat-file", "-t", "demo/v1") == "tag"
    assert git("tag", "--list", "--format=%(contents)", "demo/v1") == "première"
    first = git("rev-parse", "demo/v1^{commit}")
    assert first == git("rev-parse", "HEAD~1")
    assert repository.tag("demo/v1", "seconde") == "tag 'demo/v1' already exists"
    assert git("rev-parse", "demo/v1^{commit}") == first
    assert repository.tag("demo/v2", "x") == ""
    assert git("rev-parse", "demo/v2^{commit}") == git("rev-parse", "HEAD")


def test_a_variable_is_set_in_the_repository_only(git: Git) -> None:
    repository = Repository(git.root)
    assert repository.configure("diff.docgen.command", "docgen diff-driver") == ""
    assert git("config", "--local", "diff.docgen.command") == "docgen diff-driver"
    assert repository.configure("x", "y") == "key does not contain a section: x"


# --- what is missing ---------------------------------------------------------------------------------------


def test_a_content_that_the_repository_lacks_is_named(git: Git) -> None:
    snapshot = Repository(git.root).revision("HEAD")
    assert snapshot is not None
    oid = snapshot.entries["below/a.txt"]
    (git.root / ".git/objects" / oid[:2] / oid[2:]).unlink()
    content, faults = snapshot.read_bytes("below/a.txt")
    assert content == b""
    assert faults == (missing("below/a.txt", oid, shallow=False),)
    source, again = snapshot.read("below/a.txt")
    assert (source.path, source.text, again) == ("below/a.txt", "", faults)


def test_the_remedy_is_that_of_the_clone() -> None:
    whole, shallow = (missing("a.md", "0123456789abcdef", shallow) for shallow in (False, True))
    assert (whole.code, whole.severity.label, tuple(whole.span)[:2]) == ("DG603", "error", ("a.md", 1))
    assert whole.message == "git does not hold the released content of the file (0123456789ab)"
    assert whole.hint == "fetch the branch or the tag that holds it: 'git fetch --tags'"
    assert shallow.hint == "the clone is shallow: run 'git fetch --unshallow'"
    assert shallow.message == whole.message


def test_many_files_have_their_ids(git: Git) -> None:
    """More than stand on one command line."""
    for number in range(450):
        (git.root / f"{number}.txt").write_text(str(number), "utf-8")
    git("add", "-A")
    listed = {line.split("\t")[1]: line.split(" ")[1] for line in git("ls-files", "--stage").splitlines()}
    paths = [*(f"{number}.txt" for number in range(450)), "nowhere", "below"]
    found = Repository(git.root).blob_ids(paths)
    assert dict(found) == {path: listed[path] for path in paths[:450]}


def test_links_and_submodules(git: Git) -> None:
    (git.root / "link").symlink_to("below/a.txt")
    git("add", "link")
    git("update-index", "--add", "--cacheinfo", f"160000,{git('rev-parse', 'HEAD')},module")
    git("commit", "-q", "-m", "x")
    snapshot = Repository(git.root).revision("HEAD")
    assert snapshot is not None
    assert set(snapshot.entries) == {"below/a.txt", "link"}
    assert snapshot.entries["link"] == snapshot.entries["below/a.txt"]


def test_a_partial_clone_does_not_ask_its_remote_for_a_content(git: Git, tmp_path: Path) -> None:
    git("config", "uploadpack.allowFilter", "true")
    git("config", "uploadpack.allowAnySHA1InWant", "true")
    remote, clone = git.root.as_uri(), tmp_path / "clone"
    git("clone", "-q", "--no-checkout", "--filter=blob:none", remote, str(clone))
    content = git("rev-parse", "HEAD:below/a.txt")
    assert set(Repository(git.root).blobs([content])) == {content}
    assert Repository(clone).blobs([content]) == {}


def test_what_was_added_is_known_after_it_is_gone(git: Git) -> None:
    (git.root / "below/b é.txt").write_text("x", "utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "b")
    git("rm", "-q", "below/b é.txt", "below/a.txt")
    git("commit", "-q", "-m", "gone")
    assert Repository(git.root).added("below") == ("below/a.txt", "below/b é.txt")
    assert Repository(git.root).added("elsewhere") == ()


def test_of_a_directory_below_the_top_paths_begin_there(git: Git) -> None:
    assert Repository(git.root / "below").added(".") == ("a.txt",)


def test_without_git_or_commit_nothing_was_added(tmp_path: Path) -> None:
    assert Repository(tmp_path).added("below") == ()
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert Repository(tmp_path).added("below") == ()
