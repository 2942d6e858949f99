"""Verify that a PDF in hand is a released one. Pure functions of its bytes, its metadata, and the locks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from docgen.history.appended import fault_of_appended
from docgen.history.lock import Lock, ReleasedFile
from docgen.history.version import DRAFT
from docgen.render.inside import Inside


class State(StrEnum):
    """The state of a file."""

    CURRENT = "current"  # the released bytes, of the last release
    SUPERSEDED = "superseded"  # the released bytes, of an earlier release
    SIGNED = "signed"  # the file that was recorded as signed
    EXTENDED = "extended"  # the released bytes, and nothing but sound electronic signatures behind them
    DRAFT = "draft"  # a draft, as its manifest states it or with none at hand
    ALTERED = "altered"  # its metadata name a released or built document, and its bytes differ
    MISSING = "missing"  # the manifest names it and it is not there
    UNKNOWN = "unknown"  # nothing here knows it


SOUND = frozenset({State.CURRENT, State.SUPERSEDED, State.SIGNED, State.EXTENDED, State.DRAFT})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on a file: its state, the document and version that it is or claims to be, and a sentence."""

    file: str
    state: State
    engagement: str = ""
    version: str = ""
    document: str = ""
    because: str = ""


def verify(
    file: str,
    content: bytes,
    claimed: Inside | None,
    locks: Sequence[Lock],
    built: Mapping[str, str] | None = None,
) -> Verdict:
    """The verdict on one PDF. `built` maps file names to the SHA-256 that the manifest beside the file states.

    The released bytes decide alone: the metadata of a file only name what an altered file claims to be.
    """
    digest = sha256(content).hexdigest()
    for lock in locks:
        for released in lock.files:
            if released.sha256 == digest:
                return _genuine(file, lock, released, locks)
        if lock.signed is not None and lock.signed.sha256 == digest:
            return Verdict(
                file,
                State.SIGNED,
                lock.engagement,
                lock.version,
                "",
                f"the signed copy of {lock.version}, recorded on {lock.signed.date}",
            )
    for lock in locks:
        for released in lock.files:
            if extends(content, released):
                fault = fault_of_appended(content, released.size)
                state = State.ALTERED if fault else State.EXTENDED
                return Verdict(file, state, lock.engagement, lock.version, released.kind, fault or _SIGNED)
    return _claiming(file, digest, claimed, locks, built)


_SIGNED = "the released document with sound signatures behind it: have it validated who signed"


def extends(content: bytes, released: ReleasedFile) -> bool:
    """True when a file begins with the bytes of a released one, and goes on."""
    size = released.size
    return len(content) > size and sha256(content[:size]).hexdigest() == released.sha256


def _genuine(file: str, lock: Lock, released: ReleasedFile, locks: Sequence[Lock]) -> Verdict:
    last = max(
        (other for other in locks if other.engagement == lock.engagement), key=lambda other: other.number
    )
    if lock is last:
        return Verdict(
            file, State.CURRENT, lock.engagement, lock.version, released.kind, f"released on {lock.date}"
        )
    return Verdict(
        file,
        State.SUPERSEDED,
        lock.engagement,
        lock.version,
        released.kind,
        f"released on {lock.date}, superseded by {last.version} of {last.date}",
    )


def _claiming(
    file: str, digest: str, claimed: Inside | None, locks: Sequence[Lock], built: Mapping[str, str] | None
) -> Verdict:
    if claimed is None:
        return Verdict(file, State.UNKNOWN, because="it is not a PDF that can be read")
    stated = (built or {}).get(file)
    claim = (claimed.engagement, claimed.version, claimed.document)
    if stated is not None and stated != digest:
        return Verdict(file, State.ALTERED, *claim, "it is not the file that its manifest states")
    if not claimed.reference:
        return Verdict(file, State.UNKNOWN, because="it does not say that docgen made it")
    if claimed.version.endswith(DRAFT) and not claimed.seal:
        because = "a draft binds nobody" + (
            ", as its manifest states it" if stated else "; nothing at hand tells whether it was altered"
        )
        return Verdict(file, State.DRAFT, *claim, because)
    lock = next(
        (lock for lock in locks if (lock.reference, lock.version) == (claimed.reference, claimed.version)),
        None,
    )
    if lock is None:
        return Verdict(
            file, State.UNKNOWN, *claim, f"no release {claimed.version} of {claimed.reference} is known here"
        )
    if claimed.seal != lock.seal:
        return Verdict(file, State.ALTERED, *claim, "its seal is not that of the release")
    return Verdict(file, State.ALTERED, *claim, "it is not the document that was released")


def listed(manifest: object) -> Mapping[str, str]:
    """File name to SHA-256, as a manifest states them; {} for anything else."""
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), list):
        return {}
    entries = (entry for entry in manifest["files"] if isinstance(entry, dict))
    return {
        str(entry["file"]): str(entry["sha256"]) for entry in entries if "file" in entry and "sha256" in entry
    }


def absent(built: Mapping[str, str], there: Iterable[str]) -> Iterator[Verdict]:
    """The files that a manifest names and that are not there."""
    for file in sorted(set(built) - set(there)):
        yield Verdict(file, State.MISSING, because="its manifest names it")
