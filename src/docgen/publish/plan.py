"""Plan the changes of a target before anything is written. A pure function of the offers and the published records.

Faults: DG640 (a published release would change).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docgen.history.version import DRAFT
from docgen.publish.record import RECORD, Published, PublishedFile, write_record
from docgen.text.diagnostics import Checked, Diagnostic, in_order
from docgen.text.faults import PUBLISHED_RELEASE_CHANGES
from docgen.text.source import Span


@dataclass(frozen=True)
class Offer:
    """A version of a pack with its files by name; the bytes of files already at the target may be absent."""

    record: Published
    contents: Mapping[str, bytes]


@dataclass(frozen=True)
class Plan:
    """The files to write, in this order, then those to remove, and the records at the target afterwards.

    A version's record is written after its files and removed before them: it never names a missing file.
    """

    writes: tuple[tuple[str, bytes], ...] = ()
    removals: tuple[str, ...] = ()
    records: tuple[Published, ...] = ()


def plan(
    offers: Sequence[Offer],
    standing: Sequence[Published],
    sizes: Mapping[str, int],
    settled: Collection[str] = (),
) -> Checked[Plan]:
    """How the offered versions come to a target where `standing` is published and whose files have these sizes.

    A published release is written again only where one of its files is missing or cut short; with other bytes it is
    refused (DG640), and nothing at all is written. A draft takes the place of the former draft of its engagement; one that
    a release has overtaken is not published, and goes, as does that of a `settled` engagement: it is the same as
    its last release.
    """
    faults: list[Diagnostic] = []
    records = {record.folder: record for record in standing}
    writes: list[tuple[str, bytes]] = []
    for offer in sorted(
        offers, key=lambda offer: (offer.record.engagement, offer.record.number, not offer.record.draft)
    ):
        former = records.get(offer.record.folder)
        if former is not None and not former.draft and _bytes(former) != _bytes(offer.record):
            faults.append(_refused(former, offer.record))
            continue
        record = offer.record if former is None or former.draft else _kept(former, offer.record)
        records[record.folder] = record
        writes += _writes(record, former, offer.contents, sizes)
    if faults:
        return Checked(Plan(records=tuple(standing)), in_order(faults))
    drafts = dict.fromkeys(settled, "") | {
        offer.record.engagement: offer.record.folder for offer in offers if offer.record.draft
    }
    left = tuple(
        record for record in records.values() if record.draft and _overtaken(record, records.values(), drafts)
    )
    kept = tuple(record for record in records.values() if record not in left)
    going = {record.folder for record in left}
    wanted = {
        f"{record.folder}/{name}"
        for record in kept
        for name in (RECORD, *(file.file for file in record.files))
    }
    own = {*settled, *(offer.record.engagement for offer in offers)}
    stale = [path for path in sizes if _in_draft(path, own) and path not in wanted]
    stale.sort(key=lambda path: (not path.endswith(f"/{RECORD}"), path))
    writes = [(path, content) for path, content in writes if path.rpartition("/")[0] not in going]
    return Checked(
        Plan(
            tuple(writes),
            tuple(stale),
            tuple(sorted(kept, key=lambda record: (record.engagement, record.number, record.draft))),
        )
    )


def _in_draft(path: str, engagements: Collection[str]) -> bool:
    """True for a file of a draft of these engagements, recorded or left behind by an interruption."""
    parts = path.split("/")
    return len(parts) == 3 and parts[0] in engagements and parts[1].endswith(DRAFT)


def _bytes(record: Published) -> Mapping[str, str]:
    """The hashes of the released documents."""
    return {file.file: file.sha256 for file in record.documents}


def _kept(former: Published, offered: Published) -> Published:
    """The record of a published release, with the signature or the redline that came since."""
    signed = offered.signed or former.signed
    if former.redline is not None or offered.redline is None:
        return replace(former, signed=signed)
    return replace(former, signed=signed, former=offered.former, files=(*former.files, offered.redline))


def _writes(
    record: Published, former: Published | None, contents: Mapping[str, bytes], sizes: Mapping[str, int]
) -> Iterator[tuple[str, bytes]]:
    """The files of a version that the target lacks, then its record if it differs."""
    there = {file.file: file for file in former.files} if former is not None else {}
    for file in record.files:
        path = f"{record.folder}/{file.file}"
        if file.file in contents and not _present(file, there.get(file.file), sizes.get(path)):
            yield path, contents[file.file]
    if record != former:
        yield f"{record.folder}/{RECORD}", write_record(record)


def _present(file: PublishedFile, there: PublishedFile | None, size: int | None) -> bool:
    return there is not None and there.sha256 == file.sha256 and size == file.size


def _overtaken(draft: Published, records: Iterable[Published], drafts: Mapping[str, str]) -> bool:
    """True for a draft that another draft replaces, or whose version was released meanwhile."""
    if drafts.get(draft.engagement, draft.folder) != draft.folder:
        return True
    return any(
        record.engagement == draft.engagement and not record.draft and record.number >= draft.number
        for record in records
    )


def _refused(former: Published, offered: Published) -> Diagnostic:
    then, now = _bytes(former), _bytes(offered)
    name = next(name for name in sorted({*then, *now}) if then.get(name) != now.get(name))
    said = "would change" if name in then and name in now else "would come" if name in now else "would go"
    hint = "a published release stays as it is: release a new version; 'docgen verify' tells which of the two was released"
    return PUBLISHED_RELEASE_CHANGES.at(
        Span(f"{former.folder}/{name}"),
        f"release {former.version} of {former.engagement} is published, and {name} {said}",
        hint,
    )
