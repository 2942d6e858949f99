"""A pack that stands is kept, and only where it is what would be built."""

from hashlib import sha256

import pytest

from .conftest import House

FOLDER = "outputs/demo/1.0.0-draft"


def standing(house: House) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in (house.root / FOLDER).iterdir()}


@pytest.mark.parametrize("file", ["contract.pdf", "pack.pdf"])
@pytest.mark.parametrize("damage", ["changed", "cut", "gone"])
def test_a_file_that_was_damaged_is_made_again(house: House, file: str, damage: str) -> None:
    house.does("build", "demo", "-q")
    before = standing(house)
    assert file in before
    path = house.root / FOLDER / file
    content = path.read_bytes()
    match damage:
        case "changed":
            path.write_bytes(content[:-1] + b"x")
        case "cut":
            path.write_bytes(b"")
        case _:
            path.unlink()
    house.does("build", "demo", "-q")
    assert standing(house) == before


def test_a_pack_of_some_documents_does_not_stand_for_the_whole(house: House) -> None:
    house.does("build", "demo", "-q", "--only", "contract")
    assert "pack.pdf" not in standing(house)
    house.does("build", "demo", "-q")
    assert "pack.pdf" in standing(house)


def test_a_pack_that_stands_is_not_written_again(house: House) -> None:
    house.does("build", "demo", "-q")
    written = (house.root / FOLDER / "manifest.json").stat()
    house.does("build", "demo", "-q")
    kept = (house.root / FOLDER / "manifest.json").stat()
    assert (kept.st_ino, kept.st_mtime_ns) == (written.st_ino, written.st_mtime_ns)
