"""The cache of printed pages: what it gives back, what it forgets, and several processes that use it at once."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen.cache import ABANDONED, STAGED, Cache

KEY = "0" * 64


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def used(cache: Cache, name: str, ago: float) -> None:
    """Let an entry have been used so many seconds ago."""
    moment = time.time() - ago
    os.utime(cache.folder / name, (moment, moment))


def names(cache: Cache) -> list[str]:
    return sorted(path.name for path in cache.folder.iterdir())


def test_it_keeps_and_forgets_what_is_damaged(cache: Cache) -> None:
    assert cache.find(KEY) is None
    cache.keep(KEY, b"content\n\0")
    assert cache.find(KEY) == b"content\n\0"
    assert names(cache) == [KEY]
    path = cache.folder / KEY
    path.write_bytes(path.read_bytes() + b"x")
    assert cache.find(KEY) is None
    path.write_bytes(b"")
    assert cache.find(KEY) is None


def test_what_was_not_used_for_long_goes(cache: Cache) -> None:
    for name, ago in (("fresh", 1), ("old", 300), ("read", 300)):
        cache.keep(name, b"x")
        used(cache, name, ago)
    assert cache.find("read") == b"x", "reading an entry is using it"
    cache.prune(oldest=200)
    assert names(cache) == ["fresh", "read"]


def test_above_its_size_the_longest_unused_goes_first(cache: Cache) -> None:
    for name, ago in (("a", 10), ("b", 30), ("c", 20)):
        cache.keep(name, b"x" * 1000)
        used(cache, name, ago)
    cache.prune(largest=2500)
    assert names(cache) == ["a", "c"]
    cache.prune(largest=2500)
    assert names(cache) == ["a", "c"]


def test_what_a_killed_process_was_writing_goes_and_what_another_one_writes_stays(cache: Cache) -> None:
    cache.folder.mkdir()
    for name, ago in ((f"{STAGED}killed", ABANDONED + 60), (f"{STAGED}writing", 60)):
        (cache.folder / name).write_bytes(b"x" * 1000)
        used(cache, name, ago)
    cache.keep(KEY, b"x" * 1000)
    cache.prune(largest=10)
    assert names(cache) == [f"{STAGED}writing"]


def test_a_cache_that_is_not_there_has_nothing_to_prune(cache: Cache) -> None:
    cache.prune()
    assert not cache.folder.exists()


WRITER = """
import sys
from pathlib import Path
from docgen.cache import Cache
cache = Cache(Path(sys.argv[1]))
for turn in range(200):
    key = f"{turn % 7}"
    cache.keep(key, key.encode() * 5000)
    assert cache.find(key) in (None, key.encode() * 5000)
    cache.prune(largest=12_000)
"""


def test_several_processes_write_read_and_prune_at_once(cache: Cache) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(cache.folder)], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [writer.communicate()[1] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0], said
    assert len(names(cache)) <= 2
    assert not any(name.startswith(STAGED) for name in names(cache))
