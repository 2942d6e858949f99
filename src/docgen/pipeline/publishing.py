"""Put packs that were built where people fetch them: `outputs/` and the locks go in, the tree of a target comes out.

Faults: DG640 (a published release would change), DG641 (a pack that is not whole, or not what its lock says), DG642 (the
target refuses), DG643 (a record of the target that cannot be read), and those of reading.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from docgen.history.lock import Lock
from docgen.history.version import DRAFT, read_version
from docgen.model.brand import Brand
from docgen.model.engagement import Engagement
from docgen.pipeline.building import MANIFEST, PACK
from docgen.pipeline.comparing import LAST, REDLINE, TREE, compare_versions, redline_pdf
from docgen.pipeline.reading import Reader, engagement_ids, open_engagement, open_house
from docgen.pipeline.released import Releases, open_releases
from docgen.publish import record as records
from docgen.publish.page import Site, pages
from docgen.publish.plan import Offer, Plan, plan
from docgen.publish.record import RECORD, Published, PublishedFile, number_of, read_record
from docgen.publish.sums import SUMS, sums
from docgen.read.house import House
from docgen.render.press import count_pages
from docgen.target import Target, open_target
from docgen.text.diagnostics import Checked, Diagnostic, Severity, has_errors, in_order
from docgen.text.files import Files
from docgen.text.source import Span
from docgen.workspace import Workspace, bundled, sha256

Progress = Callable[[str], None]  # the path of a file that was written or taken away


@dataclass(frozen=True, slots=True)
class Done:
    """What publishing did: the versions that were offered, what was written and taken away, and what stands now."""

    offered: tuple[str, ...]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    records: tuple[Published, ...]


@dataclass(frozen=True)
class _Built:
    """A whole pack of `outputs/`, its release, and the release that stood before it."""

    offer: Offer
    former: Lock | None


def publish(workspace: Workspace, url: str, wanted: tuple[str, ...], address: str, today: date, progress: Progress) -> Checked[Done | None]:
    """Publish the packs that stand in `outputs/` (of the wanted engagements; of all when none is named).

    Nothing is written when there is an error. Run again after it was interrupted, it ends in the same state.
    """
    reader = Reader(workspace)
    house = open_house(reader)
    if house is None or has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    found = list(_found(reader, workspace, house, wanted))
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    try:
        return _carry_out(reader, workspace, house, found, open_target(url), address, today, progress)
    except OSError as error:
        reason = str(error.strerror or error).replace("\n", " ")
        fault = Diagnostic(Span(url), "DG642", Severity.ERROR, f"the target refuses: {reason}", "check the address, the credentials and the rights, then publish again: what was written stays")
        return Checked(None, in_order((*reader.diagnostics, fault)))


def _carry_out(
    reader: Reader, workspace: Workspace, house: House, found: Sequence[_Built], target: Target, address: str, today: date, progress: Progress
) -> Checked[Done | None]:
    sizes = target.sizes()
    standing = tuple(record for record in (reader.take(read_record(path, target.read(path))) for path in sizes if _names_record(path)) if record is not None)
    compared = [_compared(reader, workspace, built, standing) for built in found]
    offers = [offer for offer in compared if offer is not None]
    settled = {built.offer.record.engagement for built, offer in zip(found, compared, strict=True) if offer is None}
    decided = reader.take(plan(offers, standing, sizes, settled))
    site = _site(workspace, house, address)
    made = reader.take(pages(site, decided.records, today))
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    made = {SUMS: sums(decided.records), **made}
    fresh = [(path, content) for path, content in made.items() if len(content) != sizes.get(path) or target.read(path) != content]
    _do(target, decided, fresh, progress)
    offered = tuple(offer.record.folder for offer in offers)
    written = (*(path for path, _ in decided.writes), *(path for path, _ in fresh))
    return Checked(Done(offered, written, decided.removals, decided.records), in_order(reader.diagnostics))


def _do(target: Target, decided: Plan, fresh: Sequence[tuple[str, bytes]], progress: Progress) -> None:
    """Files and records first, then the pages that lead to them, and what no page leads to any more goes last."""
    for path, content in (*decided.writes, *fresh):
        target.write(path, content)
        progress(path)
    for path in decided.removals:
        target.remove(path)
        progress(path)


def _names_record(path: str) -> bool:
    return path.count("/") == 2 and path.endswith(f"/{RECORD}")


# --- what was built ----------------------------------------------------------------------------------------


def _found(reader: Reader, workspace: Workspace, house: House, wanted: tuple[str, ...]) -> Iterator[_Built]:
    """The packs that can be published: every release that was built, and the draft that no release has overtaken."""
    order = {outline.kind: outline.order for outline in house.outlines}
    for name in wanted or engagement_ids(workspace, house.config):
        engagement = open_engagement(reader, house, name)
        releases = open_releases(reader, house.config, name)
        if engagement is None:
            continue
        folder = f"{house.config.paths.outputs}/{name}"
        versions = [version for version in workspace.folders(folder) if read_version(version.removesuffix(DRAFT))]
        last = releases.last
        for version in _current(versions, last):
            built = _built(reader, workspace, f"{folder}/{version}", _record(engagement, version, releases), order)
            if built is not None:
                yield _Built(built, last if version.endswith(DRAFT) else _before(releases, version))


def _current(versions: Sequence[str], last: Lock | None) -> Iterator[str]:
    """The releases, and the highest draft after the last one: the others are left over from former builds."""
    drafts = [version for version in versions if version.endswith(DRAFT) and (last is None or number_of(version) > last.number)]
    yield from (version for version in versions if not version.endswith(DRAFT))
    if drafts:
        yield max(drafts, key=number_of)


def _before(releases: Releases, version: str) -> Lock | None:
    return next((lock for lock in reversed(releases.locks) if lock.number < number_of(version)), None)


def _record(engagement: Engagement, version: str, releases: Releases) -> Published | None:
    """What is said of a version, its files left open; None for a release without a lock. A release says what it printed."""
    parties = engagement.values["parties"]
    record = Published(
        engagement=engagement.id,
        reference=engagement.values["contract"]["reference"],
        title=engagement.title,
        client=parties["client"]["name"],
        provider=parties["provider"]["name"],
        language=engagement.language,
        version=version,
        day=engagement.values["contract"]["date"],
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
        files=tuple(PublishedFile(file.file, file.kind, "", file.pages, file.size, file.sha256) for file in lock.files),
    )


def _built(reader: Reader, workspace: Workspace, folder: str, record: Published | None, order: Mapping[str, int]) -> Offer | None:
    """The pack of a folder with its bytes; None with DG641 when it is not whole, or not what its lock says."""
    if record is None:
        reader.diagnostics.append(_unsound(folder, "the pack is a release, and its lock is not in the workspace", "fetch the branch that holds the lock, or remove the directory"))
        return None
    manifest = _manifest(workspace, folder)
    if manifest is None or not any(entry["file"] == PACK for entry in manifest["files"]):
        reader.diagnostics.append(_unsound(folder, "the pack was built in part", f"build it whole: 'docgen build {_named(record)}'"))
        return None
    files = tuple(
        PublishedFile(entry["file"], entry["kind"], entry["title"], entry["pages"], entry["size"], entry["sha256"])
        for entry in sorted(manifest["files"], key=lambda entry: (entry["file"] != PACK, order.get(entry["kind"], len(order)), entry["file"]))
    )
    contents = {file.file: reader.take(workspace.read_bytes(f"{folder}/{file.file}")) for file in files}
    altered = next((file.file for file in files if sha256(contents[file.file]) != file.sha256), "")
    if altered:
        reader.diagnostics.append(_unsound(f"{folder}/{altered}", "the file is not what its manifest says", f"build it again: 'docgen build {_named(record)}'"))
        return None
    released = {file.file: file.sha256 for file in record.files}
    if not record.draft and released != {file.file: file.sha256 for file in files}:
        reader.diagnostics.append(_unsound(folder, "the pack is not what its lock says was released", f"build the release again: 'docgen build {_named(record)}'"))
        return None
    return Offer(replace(record, files=files), contents)


def _named(record: Published) -> str:
    return record.engagement if record.draft else f"{record.engagement}@{record.version}"


def _manifest(workspace: Workspace, folder: str) -> Mapping[str, Any] | None:
    """The manifest of a folder, None when it has none that can be read."""
    path = f"{folder}/{MANIFEST}"
    try:
        manifest = json.loads(workspace.read_bytes(path).value) if workspace.exists(path) else None
    except (ValueError, RecursionError):
        return None
    fields = {"file": str, "kind": str, "title": str, "pages": int, "size": int, "sha256": str}
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), list):
        return None
    sound = all(isinstance(entry, dict) and all(isinstance(entry.get(name), kind) for name, kind in fields.items()) for entry in manifest["files"])
    named = sound and all(entry["file"] == f"{entry['kind']}.pdf" and "/" not in entry["file"] for entry in manifest["files"])
    return manifest if named else None


def _unsound(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Span(path), "DG641", Severity.ERROR, message, hint)


# --- the redline -------------------------------------------------------------------------------------------


def _compared(reader: Reader, workspace: Workspace, built: _Built, standing: Sequence[Published]) -> Offer | None:
    """The offer with the redline to the former release: the one that stands where it is still right, else a new one.

    None for a draft that says nothing else than that release. Where the redline cannot be made (the former text is gone),
    the pack is published without, and the reason is a warning.
    """
    offer, former = built.offer, built.former
    if former is None:
        return offer
    record = replace(offer.record, former=former.version)
    there = next((other for other in standing if other.folder == record.folder), None)
    if there is not None and there.redline is not None and there.former == former.version and there.documents == record.documents:
        return Offer(replace(record, files=(*record.files, there.redline)), offer.contents)
    sides = (LAST, TREE) if record.draft else (former.version, record.version)
    compared, faults = compare_versions(workspace, record.engagement, *sides)
    if record.draft and compared is not None and compared.changes.empty:
        return None
    pdf = b""
    if compared is not None and not has_errors(faults):
        pdf, more = redline_pdf(workspace, compared)
        faults = (*faults, *more)
    if not pdf:
        reader.diagnostics.extend(fault._replace(severity=Severity.WARNING) for fault in faults)
        return offer
    title = compared.new.pack.locale.text("site.redline", version=former.version) if compared is not None else REDLINE
    file = PublishedFile(records.REDLINE, REDLINE, title, count_pages(pdf), len(pdf), sha256(pdf))
    return Offer(replace(record, files=(*record.files, file)), {**offer.contents, file.file: pdf})


# --- the page ----------------------------------------------------------------------------------------------


def _site(workspace: Workspace, house: House, address: str) -> Site:
    """The look of the page: the templates of the workspace, or those that docgen brings where it has none."""
    folder = f"{house.config.paths.templates}/site"
    own = workspace.files(folder, "", deep=False)
    source: Files = workspace if own else bundled()
    paths = own or source.files("templates/site", "", deep=False)
    templates = {path.rsplit("/", 1)[-1]: source.read(path).value.text for path in paths}
    locales = sorted(house.locales.values(), key=lambda locale: (locale.code != house.config.language, locale.code))
    brand = Brand(primary=house.config.primary, accent=house.config.accent)
    return Site(templates, brand, house.config.issuer, [locale for locale in locales if "site.title" in locale.words], address, folder)
