"""The second half of the way: assemble, render, write. What was judged sound becomes a pack.

Nothing is written when a page has a fault: the former pack stays until the new one is whole.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docgen import __version__
from docgen.assemble.assemble import assemble
from docgen.model.brand import Brand, Logo
from docgen.model.pack import Pack
from docgen.pipeline.judging import Judged, Reader
from docgen.read.config import Config
from docgen.render.binder import Bound, bind
from docgen.render.engines import engines
from docgen.render.html import PageTemplates, to_html
from docgen.render.pdf import PdfOptions
from docgen.render.press import Job, Press, Printed, count_pages, key
from docgen.text.diagnostics import Checked, Diagnostic, Severity, has_errors, in_order
from docgen.text.source import Source, Span
from docgen.workspace import Workspace, sha256

PACK = "pack.pdf"
MANIFEST = "manifest.json"

@dataclass(frozen=True, slots=True)
class Built:
    """A pack that stands in its folder: its files, the kinds whose pages were rendered anew, all pages."""

    folder: str
    files: tuple[str, ...]
    rendered: tuple[str, ...]
    pages: int


Progress = Callable[[str, int, int], None]  # what was done, how many of how many


def build(
    workspace: Workspace, judged: Judged, engagement_id: str, only: tuple[str, ...], progress: Progress
) -> Checked[Built | None]:
    """Render and write the pack of a judged engagement; nothing is written when a page has a fault.

    A pack whose inputs and engines are those of its manifest, and whose files are whole, stays as it is.
    """
    house = judged.house
    if house is None or engagement_id not in judged.packs:
        return Checked(None)
    pack = judged.packs[engagement_id]
    reader = Reader(workspace)
    look = _look(reader, house.config)
    folder = f"{house.config.paths.outputs}/{engagement_id}/{pack.version}"
    if not workspace.holds(folder):
        outside = Diagnostic(Span(folder), "DG110", Severity.ERROR, "the path leads out of the workspace", "replace the link by a directory")
        return Checked(None, (outside,))
    workspace.mend(folder)
    inputs = {**judged.inputs[engagement_id], **reader.inputs}
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    former = _former(workspace, folder)
    same = former is not None and former["inputs"] == _listed(inputs) and former["engines"] == _engines(workspace)
    if former is not None and same:
        entries = [entry for entry in former["files"] if not only or entry["kind"] in only]
        if len(entries) >= (len(only) or len(pack.outlines) + 1) and _whole(workspace, folder, entries):
            pages = sum(entry["pages"] for entry in entries if entry["file"] != PACK)
            return Checked(Built(folder, tuple(entry["file"] for entry in entries), (), pages))
    with Press(look.assets) as press:
        if former is None:
            press.warm()
        documents = reader.take(assemble(pack))
        if has_errors(reader.diagnostics):
            return Checked(None, in_order(reader.diagnostics))
        wanted = [document for document in documents if not only or document.kind in only]
        jobs = {document.kind: Job(document.kind, reader.take(to_html(document, look.page, look.brand)), look.options(pack)) for document in documents}
        if has_errors(reader.diagnostics):
            return Checked(None, in_order(reader.diagnostics))
        printed, rendered = _print(workspace, reader, press, [jobs[document.kind] for document in wanted], look.assets, progress)
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    files = {f"{document.kind}.pdf": printed[document.kind] for document in wanted}
    if not only:
        parts = [Bound(document.kind, document.title, printed[document.kind].pdf) for document in wanted]
        files[PACK] = _bound(workspace, parts, pack)
    titles = {f"{document.kind}.pdf": (document.kind, document.title) for document in documents}
    others = [job for kind, job in jobs.items() if kind not in printed]
    kept = {entry["file"]: (entry, pdf) for entry, pdf in _kept(workspace, folder, former, same, others, look.assets)}
    contents = {name: part.pdf for name, part in files.items()}
    contents |= {name: content for name, (_, content) in kept.items()}
    manifest = _manifest(workspace, pack, files, titles, inputs, [entry for entry, _ in kept.values()])
    workspace.write_folder(folder, {**contents, MANIFEST: manifest})
    pages = sum(files[f"{document.kind}.pdf"].pages for document in wanted)
    return Checked(Built(folder, tuple(sorted(files)), rendered, pages), in_order(reader.diagnostics))


@dataclass(frozen=True)
class _Look:
    page: PageTemplates
    brand: Brand
    assets: Mapping[str, bytes]
    styles: tuple[Source, ...]

    def options(self, pack: Pack) -> PdfOptions:
        reference = pack.engagement.values["contract"]["reference"]
        return PdfOptions(
            author=pack.engagement.values["parties"]["provider"]["name"],
            keywords=(reference, pack.version),
            custom=(("docgenReference", reference), ("docgenVersion", pack.version)),
            styles=self.styles,
        )


def _look(reader: Reader, config: Config) -> _Look:
    folder = f"{config.paths.templates}/page"
    sources = {path.rsplit("/", 1)[-1]: reader.source(path) for path in reader.workspace.files(folder, ".css", ".j2", deep=False)}
    fonts = {"fonts/" + path.rsplit("/", 1)[-1]: reader.content(path) for path in reader.workspace.files(f"{config.paths.templates}/fonts", ".ttf", ".otf")}
    logo = None
    if config.logo:
        kind = "image/svg+xml" if config.logo.endswith(".svg") else "image/png"
        logo = Logo(reader.content(config.logo), kind, config.issuer)
    return _Look(
        page=PageTemplates.of({name: source.text for name, source in sources.items()}, folder),
        brand=Brand(primary=config.primary, accent=config.accent, logo=logo, serif=config.serif, sans=config.sans),
        assets=fonts,
        styles=tuple(source for name, source in sources.items() if name.endswith(".css")),
    )


def _print(
    workspace: Workspace, reader: Reader, press: Press, jobs: list[Job], assets: Mapping[str, bytes], progress: Progress
) -> tuple[dict[str, Printed], tuple[str, ...]]:
    """Every document printed, from the cache where nothing that makes its bytes changed."""
    keys = {job.kind: key(job, assets) for job in jobs}
    printed = {kind: found for kind, hashed in keys.items() if (found := _cached(workspace, hashed)) is not None}
    missing = [job for job in jobs if job.kind not in printed]
    for done, (kind, checked) in enumerate(press.print_all(missing), start=1):
        result = reader.take(checked)
        printed[kind] = result
        if not has_errors(checked.diagnostics):
            _keep(workspace, keys[kind], result)
        progress(kind, done, len(missing))
    return printed, tuple(job.kind for job in missing)


def _bound(workspace: Workspace, parts: list[Bound], pack: Pack) -> Printed:
    """All documents in one file, from the cache where none of them changed."""
    title = pack.locale.text("document.pack", title=pack.engagement.title)
    hashed = sha256(repr((title, __version__, [(part.kind, part.title, sha256(part.content)) for part in parts])).encode())
    printed = _cached(workspace, hashed)
    if printed is None:
        bound = bind(parts, pack.locale.code, title)
        printed = Printed(bound, count_pages(bound))
        _keep(workspace, hashed, printed)
    return printed


def _cached(workspace: Workspace, hashed: str) -> Printed | None:
    kept = workspace.cached(hashed)
    if kept is None:
        return None
    pages, _, pdf = kept.partition(b"\n")
    return Printed(pdf, int(pages))


def _keep(workspace: Workspace, hashed: str, printed: Printed) -> None:
    workspace.keep(hashed, b"%d\n" % printed.pages + printed.pdf)


def _former(workspace: Workspace, folder: str) -> dict[str, Any] | None:
    """The manifest of the pack that stands in a folder, None when there is none that can be read."""
    if not workspace.exists(f"{folder}/{MANIFEST}"):
        return None
    try:
        manifest = json.loads(workspace.read_bytes(f"{folder}/{MANIFEST}").value)
    except (ValueError, RecursionError):
        return None
    if not _has(manifest, files=list, inputs=list, engines=dict):
        return None
    sound = all(_has(entry, file=str, kind=str, pages=int, sha256=str) and entry["file"] == f"{entry['kind']}.pdf" for entry in manifest["files"])
    return manifest if sound else None


def _has(value: Any, **kinds: type) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(name), kind) for name, kind in kinds.items())


def _whole(workspace: Workspace, folder: str, entries: list[dict[str, Any]]) -> bool:
    """True when each file stands as the manifest says."""
    return all(
        workspace.exists(f"{folder}/{entry['file']}") and sha256(workspace.read_bytes(f"{folder}/{entry['file']}").value) == entry["sha256"]
        for entry in entries
    )


def _kept(
    workspace: Workspace, folder: str, former: dict[str, Any] | None, same: bool, others: list[Job], assets: Mapping[str, bytes]
) -> Iterator[tuple[dict[str, Any], bytes]]:
    """The documents of the former pack that a partial build leaves as they are: those that a whole build would make
    again to the byte. The others go, as the bound pack does: documents that stand together never contradict each other.
    """
    entries = {entry["kind"]: entry for entry in (former or {}).get("files", ())}
    for job in others:
        entry = entries.get(job.kind)
        if entry is None or not _whole(workspace, folder, [entry]):
            continue
        pdf = workspace.read_bytes(f"{folder}/{entry['file']}").value
        fresh = _cached(workspace, key(job, assets))
        if same or (fresh is not None and fresh.pdf == pdf):
            yield entry, pdf


def _listed(inputs: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"path": path, "sha256": digest} for path, digest in sorted(inputs.items())]


def _engines(workspace: Workspace) -> dict[str, str]:
    return {"docgen": f"{__version__}+{workspace.own_digest()}", **engines()}


def _manifest(
    workspace: Workspace,
    pack: Pack,
    files: Mapping[str, Printed],
    titles: Mapping[str, tuple[str, str]],
    inputs: Mapping[str, str],
    kept: list[dict[str, Any]],
) -> bytes:
    bound = ("pack", pack.locale.text("document.pack", title=pack.engagement.title))
    made = [
        {
            "file": name,
            "kind": titles.get(name, bound)[0],
            "title": titles.get(name, bound)[1],
            "pages": part.pages,
            "sha256": sha256(part.pdf),
        }
        for name, part in files.items()
    ]
    manifest = {
        "engagement": pack.engagement.id,
        "version": pack.version,
        "status": "draft" if pack.draft else "final",
        "date": pack.date.isoformat(),
        "files": sorted([*made, *kept], key=lambda entry: str(entry["file"])),
        "inputs": _listed(inputs),
        "engines": _engines(workspace),
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()
