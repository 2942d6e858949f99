"""The packs of `outputs/` that can be published, held against their manifests and locks.

Faults: DG641 (a pack that is incomplete, or differs from its lock), and those of reading.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docgen.history.lock import Lock
from docgen.history.version import DRAFT, read_version
from docgen.model.engagement import Engagement
from docgen.pipeline.building import PACK
from docgen.pipeline.manifest import read_manifest
from docgen.pipeline.reading import Reader, engagement_ids, open_engagement
from docgen.pipeline.released import Releases, open_releases
from docgen.publish.plan import Offer
from docgen.publish.record import Published, PublishedFile, number_of
from docgen.read.shared_context import SharedContext
from docgen.text.diagnostics import Diagnostic
from docgen.text.faults import PACK_NOT_PUBLISHABLE
from docgen.text.source import Span
from docgen.workspace import Workspace, sha256


@dataclass(frozen=True)
class Built:
    """A whole pack of `outputs/`, its release, and the release that stood before it."""

    offer: Offer
    former: Lock | None


def find_built(
    reader: Reader, workspace: Workspace, context: SharedContext, wanted: tuple[str, ...], locks: list[Lock]
) -> Iterator[Built]:
    """The packs that can be published: every release that was built, and the draft that no release has overtaken.

    `locks` gets the releases of all these engagements, built or not.
    """
    order = {outline.kind: outline.order for outline in context.outlines}
    for name in wanted or engagement_ids(workspace, context.config):
        engagement = open_engagement(reader, context, name)
        releases = open_releases(reader, context.config, name)
        if engagement is None:
            continue
        locks.extend(releases.locks)
        folder = f"{context.config.paths.outputs}/{name}"
        versions = [
            version for version in workspace.folders(folder) if read_version(version.removesuffix(DRAFT))
        ]
        last = releases.last
        for version in _current(versions, last):
            built = _built(
                reader, workspace, f"{folder}/{version}", _record(engagement, version, releases), order
            )
            if built is not None:
                yield Built(built, last if version.endswith(DRAFT) else _before(releases, version))


def _current(versions: Sequence[str], last: Lock | None) -> Iterator[str]:
    """The releases, and the highest draft after the last one: the others are left over from former builds."""
    drafts = [
        version
        for version in versions
        if version.endswith(DRAFT) and (last is None or number_of(version) > last.number)
    ]
    yield from (version for version in versions if not version.endswith(DRAFT))
    if drafts:
        yield max(drafts, key=number_of)


def _before(releases: Releases, version: str) -> Lock | None:
    return next((lock for lock in reversed(releases.locks) if lock.number < number_of(version)), None)


def _record(engagement: Engagement, version: str, releases: Releases) -> Published | None:
    """The record of a version without its files; None for a release without a lock."""
    parties = engagement.parties
    record = Published(
        engagement=engagement.id,
        reference=engagement.contract.reference,
        title=engagement.title,
        client=parties.client.name,
        provider=parties.provider.name,
        language=engagement.language,
        version=version,
        day=engagement.contract.date,
    )
    lock = releases.find(version)
    if lock is None:
        return record if version.endswith(DRAFT) else None
    said = lock.values
    return replace(
        record,
        reference=lock.reference,
        title=said.get("title", record.title),
        client=said.get("parties.client.name", record.client),
        provider=said.get("parties.provider.name", record.provider),
        day=lock.date,
        level=lock.level,
        reason=lock.reason,
        seal=lock.seal,
        signed=lock.signed.date if lock.signed is not None else None,
        files=tuple(
            PublishedFile(file.file, file.kind, "", file.pages, file.size, file.sha256) for file in lock.files
        ),
    )


def _built(
    reader: Reader, workspace: Workspace, folder: str, record: Published | None, order: Mapping[str, int]
) -> Offer | None:
    """The pack of a folder with its bytes; None with DG641 if it is incomplete, or differs from its lock."""
    if record is None:
        reader.diagnostics.append(
            _unsound(
                folder,
                "the pack is a release, and its lock is not in the workspace",
                "fetch the branch that holds the lock, or remove the directory",
            )
        )
        return None
    manifest = read_manifest(workspace, folder)
    if manifest is None or not any(entry["file"] == PACK for entry in manifest["files"]):
        reader.diagnostics.append(
            _unsound(folder, "the pack was built in part", f"build it whole: 'docgen build {_named(record)}'")
        )
        return None
    files = tuple(
        PublishedFile(
            entry["file"], entry["kind"], entry["title"], entry["pages"], entry["size"], entry["sha256"]
        )
        for entry in sorted(
            manifest["files"],
            key=lambda entry: (entry["file"] != PACK, order.get(entry["kind"], len(order)), entry["file"]),
        )
    )
    contents = {file.file: reader.take(workspace.read_bytes(f"{folder}/{file.file}")) for file in files}
    altered = next((file.file for file in files if sha256(contents[file.file]) != file.sha256), "")
    if altered:
        reader.diagnostics.append(
            _unsound(
                f"{folder}/{altered}",
                "the file differs from its manifest",
                f"build it again: 'docgen build {_named(record)}'",
            )
        )
        return None
    released = {file.file: file.sha256 for file in record.files}
    if not record.draft and released != {file.file: file.sha256 for file in files}:
        reader.diagnostics.append(
            _unsound(
                folder,
                "the pack differs from its lock",
                f"build the release again: 'docgen build {_named(record)}'",
            )
        )
        return None
    return Offer(replace(record, files=files), contents)


def _named(record: Published) -> str:
    return record.engagement if record.draft else f"{record.engagement}@{record.version}"


def _unsound(path: str, message: str, hint: str) -> Diagnostic:
    return PACK_NOT_PUBLISHABLE.at(Span(path), message, hint)
