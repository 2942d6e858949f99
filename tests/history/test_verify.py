"""What a file turns out to be, from values alone."""

from hashlib import sha256

from docgen.history.lock import ReleasedFile
from docgen.history.verify import State, extends, verify
from docgen.render.inside import Inside

SEAL = "f" * 64


def test_a_draft_bears_no_seal() -> None:
    told = Inside("aurore", "DEMO-1", "1.0.0-draft", "contract")
    assert verify("x.pdf", b"x", told, ()).state is State.DRAFT
    sealed = Inside("aurore", "DEMO-1", "1.0.0-draft", "contract", SEAL)
    assert verify("x.pdf", b"x", sealed, ()).state is State.UNKNOWN


def test_the_released_bytes_alone_are_extended_by_nothing() -> None:
    released = ReleasedFile("x.pdf", "contract", 1, 3, sha256(b"abc").hexdigest())
    assert [extends(content, released) for content in (b"ab", b"abc", b"abcd", b"xbcd")] == [
        False,
        False,
        True,
        False,
    ]
