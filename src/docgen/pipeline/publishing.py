"""Put packs that were built where people fetch them: `outputs/` and the locks go in, the tree of a target comes out.

Faults: DG640 (a published release would change), DG641 (a pack that is incomplete, or differs from its lock), DG642 (the
target refuses), DG643 (a record of the target that cannot be read), and those of reading.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from docgen.history.lock import Lock
from docgen.model.brand import Brand
from docgen.pipeline.comparing import LAST, REDLINE, TREE, compare_versions, redline_pdf
from docgen.pipeline.offers import Built, find_built
from docgen.pipeline.reading import Reader, open_context
from docgen.publish import record as records
from docgen.publish.page import Site, pages
from docgen.publish.plan import Offer, Plan, plan
from docgen.publish.record import RECORD, Published, PublishedFile, read_record
from docgen.publish.sums import SUMS, sums
from docgen.read.shared_context import SharedContext
from docgen.render.pdf import count_pages
from docgen.target import Target, open_target
from docgen.text.diagnostics import Checked, Severity, has_errors, in_order
from docgen.text.faults import TARGET_REFUSES
from docgen.text.files import Files
from docgen.text.source import Span
from docgen.workspace import Workspace, bundled, sha256

Progress = Callable[[str], None]  # the path of a file that was written or taken away


@dataclass(frozen=True, slots=True)
class Done:
    """The result of publishing: versions offered, files written and removed, records at the target now."""

    offered: tuple[str, ...]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    records: tuple[Published, ...]


def publish(
    workspace: Workspace, url: str, wanted: tuple[str, ...], address: str, today: date, progress: Progress
) -> Checked[Done | None]:
    """Publish the packs in `outputs/` (of the wanted engagements; of all when none is named).

    Nothing is written when there is an error. Run again after it was interrupted, it ends in the same state.
    """
    reader = Reader(workspace)
    context = open_context(reader)
    if context is None or has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    locks: list[Lock] = []
    found = list(find_built(reader, workspace, context, wanted, locks))
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    try:
        return _carry_out(
            reader, workspace, context, found, locks, open_target(url), address, today, progress
        )
    except OSError as error:
        reason = str(error.strerror or error).replace("\n", " ")
        fault = TARGET_REFUSES.at(
            Span(url),
            f"the target refuses: {reason}",
            "check the address, the credentials and the rights, then publish again: files already written stay",
        )
        return Checked(None, in_order((*reader.diagnostics, fault)))


def _carry_out(
    reader: Reader,
    workspace: Workspace,
    context: SharedContext,
    found: Sequence[Built],
    locks: Sequence[Lock],
    target: Target,
    address: str,
    today: date,
    progress: Progress,
) -> Checked[Done | None]:
    sizes = target.sizes()
    standing = tuple(
        record
        for record in (
            reader.take(read_record(path, target.read(path))) for path in sizes if _names_record(path)
        )
        if record is not None
    )
    compared = [_compared(reader, workspace, built, standing) for built in found]
    offers = [offer for offer in compared if offer is not None]
    offers += _signed(locks, standing, {offer.record.folder for offer in offers})
    settled = {
        built.offer.record.engagement for built, offer in zip(found, compared, strict=True) if offer is None
    }
    decided = reader.take(plan(offers, standing, sizes, settled))
    site = _site(workspace, context, address)
    made = reader.take(pages(site, decided.records, today))
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    made = {SUMS: sums(decided.records), **made}
    fresh = [
        (path, content)
        for path, content in made.items()
        if len(content) != sizes.get(path) or target.read(path) != content
    ]
    _do(target, decided, fresh, progress)
    offered = tuple(offer.record.folder for offer in offers)
    written = (*(path for path, _ in decided.writes), *(path for path, _ in fresh))
    return Checked(Done(offered, written, decided.removals, decided.records), in_order(reader.diagnostics))


def _do(target: Target, decided: Plan, fresh: Sequence[tuple[str, bytes]], progress: Progress) -> None:
    """Files and records first, then the pages that link to them; files without a link are removed last."""
    for path, content in (*decided.writes, *fresh):
        target.write(path, content)
        progress(path)
    for path in decided.removals:
        target.remove(path)
        progress(path)


def _names_record(path: str) -> bool:
    return path.count("/") == 2 and path.endswith(f"/{RECORD}")


def _signed(
    locks: Sequence[Lock], standing: Sequence[Published], offered: Collection[str]
) -> Iterator[Offer]:
    """Published releases that were not built here, and that were signed since according to their lock."""
    signed = {lock.seal: lock.signed.date for lock in locks if lock.signed is not None}
    for record in standing:
        if record.seal in signed and record.folder not in offered:
            yield Offer(replace(record, signed=signed[record.seal]), {})


# --- the redline -------------------------------------------------------------------------------------------


def _compared(
    reader: Reader, workspace: Workspace, built: Built, standing: Sequence[Published]
) -> Offer | None:
    """The offer with the redline to the former release: the published one where it is still right, else a new one.

    None for a draft that says nothing else than that release. Where the redline cannot be made (the former text is gone),
    the pack is published without, and the reason is a warning.
    """
    offer, former = built.offer, built.former
    if former is None:
        return offer
    record = replace(offer.record, former=former.version)
    there = next((other for other in standing if other.folder == record.folder), None)
    if (
        there is not None
        and there.redline is not None
        and there.former == former.version
        and there.documents == record.documents
    ):
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
    title = (
        compared.new.pack.locale.text("site.redline", version=former.version)
        if compared is not None
        else REDLINE
    )
    file = PublishedFile(records.REDLINE, REDLINE, title, count_pages(pdf), len(pdf), sha256(pdf))
    return Offer(replace(record, files=(*record.files, file)), {**offer.contents, file.file: pdf})


# --- the page ----------------------------------------------------------------------------------------------


def _site(workspace: Workspace, context: SharedContext, address: str) -> Site:
    """The look of the page: the templates of the workspace, or those that docgen brings where it has none."""
    folder = f"{context.config.paths.templates}/site"
    own = workspace.files(folder, "", deep=False)
    source: Files = workspace if own else bundled()
    paths = own or source.files("templates/site", "", deep=False)
    templates = {path.rsplit("/", 1)[-1]: source.read(path).value.text for path in paths}
    locales = sorted(
        context.locales.values(), key=lambda locale: (locale.code != context.config.language, locale.code)
    )
    brand = Brand(primary=context.config.primary, accent=context.config.accent)
    return Site(
        templates,
        brand,
        context.config.issuer,
        [locale for locale in locales if "site.title" in locale.words],
        address,
        folder,
    )
