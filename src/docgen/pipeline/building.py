"""The second half of the way: assemble, render and write the pack of a checked engagement.

Nothing is written when a page has a fault: the former pack stays until the new one is whole.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.assemble.assemble import assemble
from docgen.history.version import DRAFT
from docgen.model.manifest import Manifest, ManifestEntry, ManifestInput
from docgen.model.pack import Pack
from docgen.pipeline.checking import CheckedWorkspace
from docgen.pipeline.draft_version import changes_since, of_release, settled, unmoved
from docgen.pipeline.manifest import MANIFEST, read_manifest
from docgen.pipeline.page_style import page_style
from docgen.pipeline.printing import (
    Job,
    PdfPool,
    Printed,
    Progress,
    engines_of,
    print_bound,
    print_documents,
    printed_before,
)
from docgen.pipeline.reading import Reader
from docgen.render.binder import Bound
from docgen.render.html import to_html
from docgen.text.diagnostics import Checked, has_errors, in_order
from docgen.text.faults import PATH_OUTSIDE
from docgen.text.source import Span
from docgen.workspace import Workspace, sha256

PACK = "pack.pdf"


@dataclass(frozen=True, slots=True)
class Built:
    """A pack in its folder: its files, the kinds that were rendered anew, the number of all pages."""

    folder: str
    files: tuple[str, ...]
    rendered: tuple[str, ...]
    pages: int


@dataclass(frozen=True)
class Made:
    """A pack that was printed, now or before (`contents` is None then).

    `contents` holds every file of its folder by name, the manifest too; `entries` are those of the manifest, one a
    document, `inputs` and `engines` the files and programs that it was made of.
    """

    folder: str
    contents: Mapping[str, bytes] | None
    entries: tuple[ManifestEntry, ...]
    built: Built
    inputs: Mapping[str, str]


def build(
    workspace: Workspace,
    checked: CheckedWorkspace,
    engagement_id: str,
    only: tuple[str, ...],
    progress: Progress,
) -> Checked[Built | None]:
    """Render and write the pack of a checked engagement; nothing is written when a page has a fault.

    A pack whose inputs and engines are those of its manifest, and whose files are whole, stays as it is.
    """
    made, faults = make(workspace, checked, engagement_id, only, progress)
    return Checked(put(workspace, made) if made is not None else None, faults)


def put(workspace: Workspace, made: Made) -> Built:
    """Write a pack to its folder, whole or not at all."""
    if made.contents is not None:
        workspace.write_folder(made.folder, made.contents)
    return made.built


def make(
    workspace: Workspace,
    checked: CheckedWorkspace,
    engagement_id: str,
    only: tuple[str, ...],
    progress: Progress,
) -> Checked[Made | None]:
    """Render the pack of a checked engagement; only the cache is written."""
    context = checked.context
    if context is None or engagement_id not in checked.packs:
        return Checked(None)
    reader = Reader(checked.files)
    look = page_style(reader, context.config)
    inputs = {**checked.inputs[engagement_id], **reader.inputs}
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    home = f"{context.config.paths.outputs}/{engagement_id}"
    if (built := _already_built(workspace, home, checked.packs[engagement_id], only, inputs)) is not None:
        return Checked(built)
    pack = _settled(checked, engagement_id, inputs)
    folder = f"{home}/{pack.version}"
    if not workspace.holds(folder):
        outside = PATH_OUTSIDE.at(
            Span(folder), "the path leads out of the workspace", "replace the link by a directory"
        )
        return Checked(None, (outside,))
    workspace.recover(folder)
    former = read_manifest(workspace, folder)
    same = former is not None and _made_of(workspace, former, inputs, pack.seal)
    with PdfPool(look.assets) as printers:
        if former is None:
            printers.warm(sum(len(clause.text) for clause in pack.chosen.values()))
        documents = reader.take(assemble(pack))
        if has_errors(reader.diagnostics):
            return Checked(None, in_order(reader.diagnostics))
        wanted = [document for document in documents if not only or document.kind in only]
        jobs = {
            document.kind: Job(
                document.kind,
                reader.take(to_html(document, look.page, look.brand)),
                look.options(pack, document.kind),
            )
            for document in documents
        }
        if has_errors(reader.diagnostics):
            return Checked(None, in_order(reader.diagnostics))
        printed, rendered = reader.take(
            print_documents(workspace, printers, [jobs[document.kind] for document in wanted], progress)
        )
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    files = {f"{document.kind}.pdf": printed[document.kind] for document in wanted}
    if not only:
        parts = [Bound(document.kind, document.title, printed[document.kind].pdf) for document in wanted]
        files[PACK] = print_bound(workspace, parts, pack)
    if rendered:
        workspace.cache.prune()
    titles = {f"{document.kind}.pdf": (document.kind, document.title) for document in documents}
    others = [job for kind, job in jobs.items() if kind not in printed]
    kept = {
        entry["file"]: (entry, pdf)
        for entry, pdf in _kept(workspace, folder, former, same, others, look.assets)
    }
    contents = {name: part.pdf for name, part in files.items()}
    contents |= {name: content for name, (_, content) in kept.items()}
    entries = _entries(pack, files, titles, [entry for entry, _ in kept.values()])
    contents[MANIFEST] = _manifest(workspace, pack, entries, inputs)
    pages = sum(files[f"{document.kind}.pdf"].pages for document in wanted)
    done = Built(folder, tuple(sorted(files)), rendered, pages)
    return Checked(Made(folder, contents, tuple(entries), done, inputs), in_order(reader.diagnostics))


def _already_built(
    workspace: Workspace, home: str, pack: Pack, only: tuple[str, ...], inputs: Mapping[str, str]
) -> Made | None:
    """The pack of these inputs where it is complete already. The version of a draft follows from the changes since the
    last release, which takes assembling: the folder that was made of the same inputs has it."""
    versions = (
        [name for name in workspace.folders(home) if name.endswith(DRAFT)] if pack.draft else [pack.version]
    )
    for folder in (f"{home}/{version}" for version in versions):
        former = read_manifest(workspace, folder) if workspace.holds(folder) else None
        if former is None or not _made_of(workspace, former, inputs, pack.seal):
            continue
        workspace.recover(folder)
        entries = [entry for entry in former["files"] if not only or entry["kind"] in only]
        if len(entries) >= (len(only) or len(pack.outlines) + 1) and _whole(workspace, folder, entries):
            pages = sum(entry["pages"] for entry in entries if entry["file"] != PACK)
            built = Built(folder, tuple(entry["file"] for entry in entries), (), pages)
            return Made(folder, None, tuple(entries), built, inputs)
    return None


def _made_of(workspace: Workspace, former: Manifest, inputs: Mapping[str, str], seal: str) -> bool:
    """True when a pack was made of these inputs, under this seal, by the programs that run now."""
    return bool(
        former["inputs"] == _listed(inputs)
        and former["engines"] == engines_of(workspace)
        and former.get("seal", "") == seal
    )


def inputs_of(checked: CheckedWorkspace, engagement_id: str) -> Checked[Mapping[str, str]]:
    """The input files of the pack of an engagement, path to SHA-256."""
    reader = Reader(checked.files)
    if checked.context is not None:
        page_style(reader, checked.context.config)
    return Checked({**checked.inputs[engagement_id], **reader.inputs}, in_order(reader.diagnostics))


def _settled(checked: CheckedWorkspace, engagement_id: str, inputs: Mapping[str, str]) -> Pack:
    """The pack under its own version: that of a draft after a release follows from its changes."""
    pack = checked.packs[engagement_id]
    last = checked.releases[engagement_id].last if engagement_id in checked.releases else None
    if last is None or not pack.draft or checked.context is None:
        return pack
    folder = f"{checked.context.config.paths.engagements}/{engagement_id}"
    return (
        pack if unmoved(of_release(inputs, folder), last) else settled(pack, changes_since(pack, last), last)
    )


def _whole(workspace: Workspace, folder: str, entries: list[ManifestEntry]) -> bool:
    """True if each file is there with the hash of the manifest."""
    return all(
        workspace.exists(f"{folder}/{entry['file']}")
        and sha256(workspace.read_bytes(f"{folder}/{entry['file']}").value) == entry["sha256"]
        for entry in entries
    )


def _kept(
    workspace: Workspace,
    folder: str,
    former: Manifest | None,
    same: bool,
    others: list[Job],
    assets: Mapping[str, bytes],
) -> Iterator[tuple[ManifestEntry, bytes]]:
    """The documents of the former pack that a partial build leaves as they are: those that a whole build would make
    again to the byte. The others go, as the bound pack does: documents of one folder never contradict each other.
    """
    entries = {entry["kind"]: entry for entry in (former["files"] if former is not None else ())}
    for job in others:
        entry = entries.get(job.kind)
        if entry is None or not _whole(workspace, folder, [entry]):
            continue
        pdf = workspace.read_bytes(f"{folder}/{entry['file']}").value
        fresh = printed_before(workspace, job, assets)
        if same or (fresh is not None and fresh.pdf == pdf):
            yield entry, pdf


def _listed(inputs: Mapping[str, str]) -> list[ManifestInput]:
    return [{"path": path, "sha256": digest} for path, digest in sorted(inputs.items())]


def _entries(
    pack: Pack,
    files: Mapping[str, Printed],
    titles: Mapping[str, tuple[str, str]],
    kept: list[ManifestEntry],
) -> list[ManifestEntry]:
    bound = ("pack", pack.locale.text("document.pack", title=pack.engagement.title))
    made: list[ManifestEntry] = [
        {
            "file": name,
            "kind": titles.get(name, bound)[0],
            "title": titles.get(name, bound)[1],
            "pages": part.pages,
            "size": len(part.pdf),
            "sha256": sha256(part.pdf),
        }
        for name, part in files.items()
    ]
    return sorted([*made, *kept], key=lambda entry: entry["file"])


def _manifest(
    workspace: Workspace, pack: Pack, entries: list[ManifestEntry], inputs: Mapping[str, str]
) -> bytes:
    manifest = {
        "engagement": pack.engagement.id,
        "version": pack.version,
        "status": "draft" if pack.draft else "final",
        "date": pack.dated.isoformat(),
        **({"seal": pack.seal} if pack.seal else {}),
        "files": entries,
        "inputs": _listed(inputs),
        "engines": engines_of(workspace),
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()
