"""The versions at a target, in the order of the page, each with its status. Pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from docgen.publish.record import Published


class Status(StrEnum):
    """The status of a version. A signed one binds until a later version is signed."""

    DRAFT = "draft"
    RELEASED = "released"
    SIGNED = "signed"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Entry:
    """A version with its status; `latest` marks the last release of its engagement, or its draft where there is none."""

    record: Published
    status: Status
    latest: bool

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"{self.record.engagement}-{self.record.version}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """An engagement: its versions, the newest first. Title and parties are those of the newest one."""

    engagement: str
    entries: tuple[Entry, ...]

    @property
    def newest(self) -> Published:
        """The newest version, a draft or not."""
        return self.entries[0].record

    @property
    def current(self) -> tuple[Entry, ...]:
        """The draft, the last release, and the signed version as long as it binds."""
        return tuple(entry for entry in self.entries if entry.status is not Status.SUPERSEDED)

    @property
    def older(self) -> tuple[Entry, ...]:
        """The superseded versions."""
        return tuple(entry for entry in self.entries if entry.status is Status.SUPERSEDED)


def shelves(records: Sequence[Published]) -> tuple[Shelf, ...]:
    """The engagements in the order of their ids."""
    ids = sorted({record.engagement for record in records})
    return tuple(_shelf(name, [record for record in records if record.engagement == name]) for name in ids)


def _shelf(engagement: str, records: Sequence[Published]) -> Shelf:
    ordered = sorted(records, key=lambda record: (record.number, not record.draft), reverse=True)
    latest = next((record for record in ordered if not record.draft), ordered[0])
    return Shelf(
        engagement, tuple(Entry(record, _status(record, ordered), record is latest) for record in ordered)
    )


def _status(record: Published, others: Sequence[Published]) -> Status:
    if record.draft:
        return Status.DRAFT
    later = [other for other in others if not other.draft and other.number > record.number]
    if any(other.signed for other in later) or (later and not record.signed):
        return Status.SUPERSEDED
    return Status.SIGNED if record.signed else Status.RELEASED
