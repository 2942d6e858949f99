"""The files of a revision are read as those of the working tree are."""

import pytest

from docgen.gitrepo import Repository
from docgen.text.files import Tree
from docgen.workspace import Workspace

from .conftest import FACTS, OBJECT, SharedContext

QUESTIONS = [
    ("clauses", (".md",), True),
    ("clauses", (".md", ".yaml"), False),
    ("templates/page", (".css", ".j2"), False),
    ("engagements/demo", (".yaml",), False),
    ("nowhere", ("",), True),
    ("templates", (".yaml",), True),
]


@pytest.fixture
def strange(context: SharedContext) -> SharedContext:
    """A workspace with hidden files, accents, spaces, a line break in a name, and links."""
    for path in (
        "clauses/.caché/a.md",
        "clauses/.b.md",
        "clauses/été à l'eau.md",
        'clauses/a"b\tc.md',
        "clauses/ligne\nsuivante.md",
        "clauses/z/y/x.md",
    ):
        context.write(path, path)
    (context.root / "clauses/lien.md").symlink_to("z/y/x.md")
    (context.root / "clauses/second.md").symlink_to("lien.md")
    context.commit()
    return context


def test_a_revision_lists_and_reads_what_the_working_tree_does(strange: SharedContext) -> None:
    here = Workspace(strange.root)
    there = Repository(strange.root).revision("HEAD")
    assert there is not None
    tree = Tree({path: here.read_bytes(path).value for path in there.entries})
    for folder, suffixes, deep in QUESTIONS:
        expected = here.files(folder, *suffixes, deep=deep)
        assert there.files(folder, *suffixes, deep=deep) == expected
        assert tree.files(folder, *suffixes, deep=deep) == expected
        for path in expected:
            assert there.read_bytes(path) == here.read_bytes(path)
            assert there.read(path) == here.read(path) == tree.read(path)
    for folder in ("clauses", "engagements", "", "nowhere"):
        if folder:
            assert there.folders(folder) == here.folders(folder) == tree.folders(folder)
    for path in ("clauses", "clauses/lien.md", FACTS, "clauses/rien.md", "claus"):
        assert there.exists(path) == here.exists(path) == tree.exists(path)
    assert {
        fault.code
        for files in (here, there, tree)
        for fault in files.read_bytes("clauses/rien.md").diagnostics
    } == {"DG111"}


def test_ids_of_the_working_tree_are_those_of_git(strange: SharedContext) -> None:
    repository = Repository(strange.root)
    there = repository.revision("HEAD")
    assert there is not None
    assert repository.blob_ids([*there.entries, "nowhere"]) == there.entries


def test_a_circle_of_links_is_no_file(context: SharedContext) -> None:
    (context.root / "clauses/un.md").symlink_to("deux.md")
    (context.root / "clauses/deux.md").symlink_to("un.md")
    (context.root / "clauses/dehors.md").symlink_to("/etc/hostname")
    context.commit()
    there = Repository(context.root).revision("HEAD")
    assert there is not None
    assert not [
        path for path in there.entries if path.rsplit("/", 1)[-1] in ("un.md", "deux.md", "dehors.md")
    ]


def test_objects_that_are_not_there_are_left_out(context: SharedContext) -> None:
    repository = Repository(context.root)
    known = context.git("rev-parse", f"HEAD:{OBJECT}")
    tree = context.git("rev-parse", "HEAD^{tree}")
    found = repository.blobs([known, "0" * 40, tree, "", "not an id", "HEAD"])
    assert list(found) == [known]
    assert found[known] == (context.root / OBJECT).read_bytes()


@pytest.mark.parametrize("name", ["", "nowhere", "--all", "-q", "HEAD~99", "HEAD:docgen.yaml"])
def test_a_revision_that_is_none(context: SharedContext, name: str) -> None:
    assert Repository(context.root).revision(name) is None


def test_a_name_that_looks_like_an_option_is_none(context: SharedContext) -> None:
    repository = Repository(context.root)
    head = context.git("rev-parse", "HEAD")
    for option in ("--all", "--show-toplevel", "--git-dir"):
        assert repository.commit(option) == ""
        assert repository.merge_base(option, "HEAD") == ""
    context.git("update-ref", "refs/heads/--is-ancestor", head)
    assert repository.commit("--is-ancestor") == head
    assert repository.merge_base("--is-ancestor", "HEAD") == head
    assert repository.tag("--force", "words") != "", "it would make a tag named HEAD"
    assert context.git("tag") == ""
