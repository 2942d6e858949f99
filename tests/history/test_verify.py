"""What a file turns out to be, from values alone."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from docgen.history.lock import Lock, ReleasedFile, Signed
from docgen.history.verify import State, Verdict, absent, extends, listed, verify
from docgen.model.changes import Level
from docgen.render.inside import Inside

SEAL = "f" * 64


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def lock(version: str, content: bytes, **changes: object) -> Lock:
    file = ReleasedFile("x.pdf", "contract", 1, len(content), digest(content))
    made = Lock(
        "demo", "DEMO-1", version, date(2026, 11, int(version[0])), Level.MAJOR, "x", (), {}, (), {}, {}, (),
        {}, files=(file,), seal=SEAL,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


FIRST, SECOND = lock("1.0.0", b"one"), lock("2.0.0", b"two")
OTHER = lock("9.0.0", b"nine", engagement="other", reference="OTHER-1")
LOCKS = (SECOND, OTHER, FIRST)
"""In no order; another engagement has a later version."""


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


def test_the_released_bytes_are_of_the_last_release_of_their_engagement_or_superseded() -> None:
    assert verify("a.pdf", b"two", None, LOCKS) == Verdict(
        "a.pdf", State.CURRENT, "demo", "2.0.0", "contract", "released on 2026-11-02"
    )
    assert verify("a.pdf", b"one", None, LOCKS) == Verdict(
        "a.pdf", State.SUPERSEDED, "demo", "1.0.0", "contract",
        "released on 2026-11-01, superseded by 2.0.0 of 2026-11-02",
    )  # fmt: skip


def test_the_signed_copy_is_known_by_its_hash() -> None:
    signed = replace(FIRST, signed=Signed(date(2026, 12, 1), digest(b"signed")))
    assert verify("a.pdf", b"signed", None, (signed, SECOND)) == Verdict(
        "a.pdf", State.SIGNED, "demo", "1.0.0", "", "the signed copy of 1.0.0, recorded on 2026-12-01"
    )
    assert verify("a.pdf", b"other", None, (signed,)).state is State.UNKNOWN


def test_what_stands_behind_the_released_bytes_is_judged() -> None:
    found = verify("a.pdf", b"one and more", None, LOCKS)
    assert (found.state, found.engagement, found.version, found.document) == (
        State.ALTERED,
        "demo",
        "1.0.0",
        "contract",
    )
    assert found.because == "what was added behind the released bytes cannot be analysed"


INSIDE = Inside("demo", "DEMO-1", "1.0.0", "contract", SEAL)
CLAIM = ("demo", "1.0.0", "contract")


@pytest.mark.parametrize(
    ("told", "state", "claim", "because"),
    [
        (None, State.UNKNOWN, ("", "", ""), "it is not a PDF that can be read"),
        (
            replace(INSIDE, reference=""), State.UNKNOWN, ("", "", ""),
            "it does not say that docgen made it",
        ),
        (
            replace(INSIDE, version="1.0.0-draft", seal=""), State.DRAFT, ("demo", "1.0.0-draft", "contract"),
            "a draft binds nobody; nothing at hand tells whether it was altered",
        ),
        (
            replace(INSIDE, version="3.0.0"), State.UNKNOWN, ("demo", "3.0.0", "contract"),
            "no release 3.0.0 of DEMO-1 is known here",
        ),
        (
            replace(INSIDE, reference="DEMO-2"), State.UNKNOWN, CLAIM,
            "no release 1.0.0 of DEMO-2 is known here",
        ),
        (replace(INSIDE, seal="0"), State.ALTERED, CLAIM, "its seal is not that of the release"),
        (INSIDE, State.ALTERED, CLAIM, "it is not the document that was released"),
    ],
)  # fmt: skip
def test_what_a_file_that_no_lock_knows_claims(
    told: Inside | None, state: State, claim: tuple[str, str, str], because: str
) -> None:
    assert verify("a.pdf", b"x", told, LOCKS) == Verdict("a.pdf", state, *claim, because)


def test_the_manifest_beside_a_file_tells_of_a_draft_and_of_a_changed_file() -> None:
    draft = replace(INSIDE, version="1.0.0-draft", seal="")
    stated = verify("a.pdf", b"x", draft, (), {"a.pdf": digest(b"x")})
    assert (stated.state, stated.because) == (
        State.DRAFT,
        "a draft binds nobody, as its manifest states it",
    )
    changed = verify("a.pdf", b"y", draft, (), {"a.pdf": digest(b"x")})
    assert changed == Verdict(
        "a.pdf", State.ALTERED, "demo", "1.0.0-draft", "contract", "it is not the file that its manifest states"
    )  # fmt: skip
    assert verify("b.pdf", b"y", draft, (), {"a.pdf": digest(b"x")}).state is State.DRAFT


@pytest.mark.parametrize("manifest", [None, [], "x", {}, {"files": None}, {"files": {"file": "a"}}])
def test_what_is_no_manifest_lists_nothing(manifest: object) -> None:
    assert listed(manifest) == {}


def test_what_a_manifest_names_and_is_not_there_is_missing() -> None:
    built = listed({"files": [{"file": "b", "sha256": "1"}, {"file": "a", "sha256": 2}, {"file": "c"}, "d"]})
    assert built == {"b": "1", "a": "2"}
    assert list(absent({**built, "c": "3"}, ["b"])) == [
        Verdict("a", State.MISSING, because="its manifest names it"),
        Verdict("c", State.MISSING, because="its manifest names it"),
    ]
