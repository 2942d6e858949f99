"""A pack that stands is kept, and only where it is what would be built."""

from hashlib import sha256

import pytest

from .conftest import SharedContext

FOLDER = "outputs/demo/1.0.0-draft"


def standing(context: SharedContext) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in (context.root / FOLDER).iterdir()}


@pytest.mark.parametrize("file", ["contract.pdf", "pack.pdf"])
@pytest.mark.parametrize("damage", ["changed", "cut", "gone"])
def test_a_file_that_was_damaged_is_made_again(context: SharedContext, file: str, damage: str) -> None:
    context.does("build", "demo", "-q")
    before = standing(context)
    assert file in before
    path = context.root / FOLDER / file
    content = path.read_bytes()
    match damage:
        case "changed":
            path.write_bytes(content[:-1] + b"x")
        case "cut":
            path.write_bytes(b"")
        case _:
            path.unlink()
    context.does("build", "demo", "-q")
    assert standing(context) == before


def test_a_pack_of_some_documents_does_not_stand_for_the_whole(context: SharedContext) -> None:
    context.does("build", "demo", "-q", "--only", "contract")
    assert "pack.pdf" not in standing(context)
    context.does("build", "demo", "-q")
    assert "pack.pdf" in standing(context)


def test_a_pack_that_stands_is_not_written_again(context: SharedContext) -> None:
    context.does("build", "demo", "-q")
    written = (context.root / FOLDER / "manifest.json").stat()
    context.does("build", "demo", "-q")
    kept = (context.root / FOLDER / "manifest.json").stat()
    assert (kept.st_ino, kept.st_mtime_ns) == (written.st_ino, written.st_mtime_ns)
