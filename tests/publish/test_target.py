"""Storages: a directory, memory, and S3 spoken to a server process on this machine."""

from pathlib import Path

import pytest

from docgen.target import open_target


@pytest.fixture(params=["directory", "memory", "s3"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "s3":
        return f"{request.getfixturevalue('bucket')}/{tmp_path.name}"
    return str(tmp_path / "site") if request.param == "directory" else f"memory://{tmp_path.name}"


def test_what_is_written_is_read_again(url: str) -> None:
    target = open_target(url)
    assert target.sizes() == {}
    target.write("aurore/1.0.0/contract.pdf", b"one")
    target.write("index.html", "é".encode())
    target.write("aurore/1.0.0/contract.pdf", b"other")
    assert open_target(url).sizes() == {"aurore/1.0.0/contract.pdf": 5, "index.html": 2}
    assert open_target(url).read("aurore/1.0.0/contract.pdf") == b"other"
    target.remove("aurore/1.0.0/contract.pdf")
    assert open_target(url).sizes() == {"index.html": 2}


def test_a_directory_shows_whole_files_only(tmp_path: Path) -> None:
    target = open_target(str(tmp_path))
    target.write("a/b.pdf", b"old")
    seen: list[str] = []
    moved = target.storage.mv

    def look(source: str, goal: str) -> None:
        seen.append((tmp_path / "a" / "b.pdf").read_text())
        assert target.sizes() == {"a/b.pdf": 3}  # what is not in its place yet is not seen
        moved(source, goal)

    target.storage.mv = look
    try:
        target.write("a/b.pdf", b"new")
    finally:
        del target.storage.mv
    assert seen == ["old"]
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.pdf"]


def test_what_is_hidden_is_not_listed(tmp_path: Path) -> None:
    for path in (".git/HEAD", "a/.cache/x/y.pdf", "a/.left", "a/b.pdf"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"x")
    assert open_target(str(tmp_path)).sizes() == {"a/b.pdf": 1}


def test_an_emptied_directory_goes(tmp_path: Path) -> None:
    target = open_target(str(tmp_path))
    target.write("a/1.0.0-draft/b.pdf", b"x")
    target.remove("a/1.0.0-draft/b.pdf")
    assert [path.name for path in (tmp_path / "a").iterdir()] == []


def test_s3_tells_browsers_what_a_file_is(bucket: str) -> None:
    import s3fs

    target = open_target(bucket)
    kinds = {
        "index.html": "text/html; charset=utf-8",
        "feed.xml": "application/atom+xml",
        "a/1.0.0/contract.pdf": "application/pdf",
        "SHA256SUMS": "text/plain; charset=utf-8",
    }
    for path in kinds:
        target.write(path, b"x")
    storage = s3fs.S3FileSystem()
    assert {
        path: storage.info(f"contracts/published/{path}", refresh=True)["ContentType"] for path in kinds
    } == kinds


@pytest.mark.parametrize("url", ["s3://no-such-bucket/x", "nonsense://x"])
def test_what_a_storage_refuses_is_an_error_of_the_system(url: str, bucket: str) -> None:
    with pytest.raises(OSError, match=r"\w"):
        open_target(url).write("a", b"x")


def test_a_server_that_does_not_answer_is_an_error_of_the_system(
    bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import s3fs

    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    s3fs.S3FileSystem.clear_instance_cache()
    monkeypatch.setattr(s3fs.S3FileSystem, "retries", 1)
    with pytest.raises(OSError, match="endpoint"):
        open_target(bucket).write("a", b"x")
    s3fs.S3FileSystem.clear_instance_cache()
