"""The whole way, in order: read, resolve, check, assemble, render, write.

Each stage reports all its faults; nothing goes on after a stage with an error, so that nobody reads echoes.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from docgen import __version__
from docgen.assemble.assemble import assemble
from docgen.assemble.select import select
from docgen.model.brand import Brand, Logo
from docgen.model.engagement import Engagement
from docgen.model.pack import Pack, Revision
from docgen.read.clause import read_library
from docgen.read.config import Config, read_config
from docgen.read.engagement import read_engagement
from docgen.read.house import House
from docgen.read.locale import read_locale
from docgen.read.outline import read_outline
from docgen.render.binder import Bound, bind
from docgen.render.html import PageTemplates, to_html
from docgen.render.pdf import PdfOptions, engines
from docgen.render.press import Job, Printed, count_pages, key, print_all
from docgen.rules import judge_engagement, judge_house, judge_pack
from docgen.text.diagnostics import Checked, Diagnostic, Severity, has_errors, in_order, nearest
from docgen.text.source import Source, Span
from docgen.text.yamltext import YamlDocument, load
from docgen.workspace import CONFIG, Workspace, sha256

T = TypeVar("T")

FIRST_DRAFT = "1.0.0-draft"
TERMS = "terms.yaml"
PACK = "pack.pdf"
MANIFEST = "manifest.json"


class Reader:
    """Reads the sources of a workspace; remembers the hash of each for the manifest, and all faults."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.inputs: dict[str, str] = {}
        self.diagnostics: list[Diagnostic] = []

    def source(self, path: str) -> Source:
        """The text of a file."""
        source = self.take(self.workspace.read(path))
        self.inputs[path] = sha256(source.text.encode())
        return source

    def content(self, path: str) -> bytes:
        """The bytes of a file."""
        content = self.take(self.workspace.read_bytes(path))
        self.inputs[path] = sha256(content)
        return content

    def take(self, checked: Checked[T]) -> T:
        """The value of a stage, its faults kept."""
        self.diagnostics.extend(checked.diagnostics)
        return checked.value


def open_house(reader: Reader) -> House | None:
    """Read what all engagements share; None when `docgen.yaml` is faulty. Faults are in the reader."""
    workspace = reader.workspace
    config = reader.take(read_config(reader.source(CONFIG)))
    if config is None:
        return None
    paths = config.paths
    clauses = tuple(reader.source(path) for path in workspace.files(paths.clauses, ".md"))
    outlines = (reader.take(read_outline(reader.source(path))) for path in workspace.files(f"{paths.templates}/outlines", ".yaml"))
    locales = (reader.take(read_locale(reader.source(path))) for path in workspace.files(f"{paths.templates}/locales", ".yaml"))
    terms: YamlDocument | None = None
    if workspace.exists(f"{paths.clauses}/{TERMS}"):
        terms = reader.take(load(reader.source(f"{paths.clauses}/{TERMS}")))
    return House(
        config=config,
        library=reader.take(read_library(clauses, paths.clauses, config.language)),
        outlines=tuple(outline for outline in outlines if outline is not None),
        locales={locale.code: locale for locale in locales if locale is not None},
        terms=terms,
    )


def engagement_ids(workspace: Workspace, config: Config) -> tuple[str, ...]:
    """The engagements of a workspace: directories that hold an `engagement.yaml`."""
    folder = config.paths.engagements
    return tuple(name for name in workspace.folders(folder) if workspace.exists(f"{folder}/{name}/engagement.yaml"))


def open_engagement(reader: Reader, house: House, engagement_id: str) -> Engagement | None:
    """Read one engagement from the YAML files of its directory, `engagement.yaml` first."""
    folder = f"{house.config.paths.engagements}/{engagement_id}"
    known = engagement_ids(reader.workspace, house.config)
    if engagement_id not in known:
        hint = nearest(engagement_id, known) or "engagements: " + (", ".join(known) or "none")
        reader.diagnostics.append(Diagnostic(Span(folder), "DG112", Severity.ERROR, f"there is no engagement {engagement_id!r}", hint))
        return None
    paths = sorted(reader.workspace.files(folder, ".yaml", deep=False), key=lambda path: (not path.endswith("/engagement.yaml"), path))
    engagement = reader.take(read_engagement([reader.source(path) for path in paths], house.terms))
    if engagement is not None and engagement.id != engagement_id:
        reader.diagnostics.append(Diagnostic(engagement.at("id"), "DG113", Severity.ERROR, f"id {engagement.id!r} is not the name of the directory", f"write {engagement_id!r}, or rename the directory"))
    return engagement


def resolve(engagement: Engagement, house: House) -> Checked[Pack | None]:
    """Choose the clauses of an engagement; None when its language has no locale."""
    locale = house.locales.get(engagement.language)
    if locale is None:
        return Checked(None, (Diagnostic(engagement.at("language"), "DG114", Severity.ERROR, f"there is no locale {engagement.language!r}", "add templates/locales/" + engagement.language + ".yaml"),))
    author = engagement.people.get(engagement.contacts.contract.provider)
    first = Revision(
        version=FIRST_DRAFT,
        date=engagement.values["contract"]["date"],
        author=author.name if author is not None else engagement.values["parties"]["provider"]["name"],
        nature="draft",
        summary=(locale.text("history.first_draft"),),
    )
    outlines = tuple(outline for outline in house.outlines if outline.built == "always")
    pack = select(engagement, locale, house.library, outlines, version=FIRST_DRAFT, draft=True, history=(first,), issuer=house.config.issuer)
    return Checked(pack)


@dataclass(frozen=True)
class Judged:
    """A workspace that was read and judged: its shared part, and the pack of each engagement that is sound."""

    house: House | None
    packs: Mapping[str, Pack]
    inputs: Mapping[str, Mapping[str, str]]  # engagement -> path -> sha256


def judge(workspace: Workspace, wanted: tuple[str, ...], today: date) -> Checked[Judged]:
    """Read and judge a workspace and the wanted engagements (all when none is named), without rendering."""
    reader = Reader(workspace)
    house = open_house(reader)
    if house is None or has_errors(reader.diagnostics):
        return Checked(Judged(house, {}, {}), in_order(reader.diagnostics))
    reader.diagnostics.extend(judge_house(house, today))
    packs: dict[str, Pack] = {}
    inputs: dict[str, Mapping[str, str]] = {}
    for engagement_id in wanted or engagement_ids(workspace, house.config):
        own = Reader(workspace)
        engagement = open_engagement(own, house, engagement_id)
        if engagement is not None and not has_errors(own.diagnostics):
            pack = _judged_pack(own, engagement, house, today)
            if pack is not None:
                packs[engagement_id] = pack
        inputs[engagement_id] = {**reader.inputs, **own.inputs}
        reader.diagnostics.extend(own.diagnostics)
    return Checked(Judged(house, packs, inputs), in_order(reader.diagnostics))


def _judged_pack(reader: Reader, engagement: Engagement, house: House, today: date) -> Pack | None:
    reader.diagnostics.extend(judge_engagement(engagement, house))
    pack = reader.take(resolve(engagement, house))
    if pack is None or has_errors(reader.diagnostics):
        return None
    reader.diagnostics.extend(judge_pack(pack, house, today))
    return None if has_errors(reader.diagnostics) else pack


# --- build -------------------------------------------------------------------------------------------------


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
    inputs = {**judged.inputs[engagement_id], **reader.inputs}
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    former = _former(workspace, folder)
    if former is not None and former["inputs"] == _listed(inputs) and former["engines"] == _engines(workspace):
        entries = [entry for entry in former["files"] if not only or entry["kind"] in only]
        if len(entries) >= (len(only) or len(pack.outlines) + 1) and _whole(workspace, folder, entries):
            pages = sum(entry["pages"] for entry in entries if entry["file"] != PACK)
            return Checked(Built(folder, tuple(entry["file"] for entry in entries), (), pages))
    documents = reader.take(assemble(pack))
    wanted = [document for document in documents if not only or document.kind in only]
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    jobs = [Job(document.kind, html, look.options(pack)) for document in wanted if (html := reader.take(to_html(document, look.page, look.brand)))]
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    printed, rendered = _print(workspace, reader, jobs, look.assets, progress)
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    files = {f"{document.kind}.pdf": printed[document.kind] for document in wanted}
    if not only:
        parts = [Bound(document.kind, document.title, printed[document.kind].pdf) for document in wanted]
        files[PACK] = _bound(workspace, parts, pack)
    titles = {f"{document.kind}.pdf": (document.kind, document.title) for document in documents}
    kept = _kept(workspace, folder, former, files) if only else {}
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
    workspace: Workspace, reader: Reader, jobs: list[Job], assets: Mapping[str, bytes], progress: Progress
) -> tuple[dict[str, Printed], tuple[str, ...]]:
    """Every document printed, from the cache where nothing that makes its bytes changed."""
    keys = {job.kind: key(job, assets) for job in jobs}
    printed: dict[str, Printed] = {}
    for kind, hashed in keys.items():
        kept = workspace.cached(hashed)
        if kept is not None:
            pages, _, pdf = kept.partition(b"\n")
            printed[kind] = Printed(pdf, int(pages))
    missing = [job for job in jobs if job.kind not in printed]
    for done, (kind, checked) in enumerate(print_all(missing, assets), start=1):
        result = reader.take(checked)
        printed[kind] = result
        if not has_errors(checked.diagnostics):
            workspace.keep(keys[kind], b"%d\n" % result.pages + result.pdf)
        progress(kind, done, len(missing))
    return printed, tuple(job.kind for job in missing)


def _bound(workspace: Workspace, parts: list[Bound], pack: Pack) -> Printed:
    """All documents in one file, from the cache where none of them changed."""
    title = pack.locale.text("document.pack", title=pack.engagement.title)
    hashed = sha256(repr((title, __version__, [(part.kind, part.title, sha256(part.content)) for part in parts])).encode())
    kept = workspace.cached(hashed)
    if kept is None:
        bound = bind(parts, pack.locale.code, title)
        kept = b"%d\n" % count_pages(bound) + bound
        workspace.keep(hashed, kept)
    pages, _, pdf = kept.partition(b"\n")
    return Printed(pdf, int(pages))


def _former(workspace: Workspace, folder: str) -> dict[str, Any] | None:
    """The manifest of the pack that stands in a folder, None when there is none that can be read."""
    if not workspace.exists(f"{folder}/{MANIFEST}"):
        return None
    try:
        manifest = json.loads(workspace.read_bytes(f"{folder}/{MANIFEST}").value)
    except ValueError:
        return None
    if not isinstance(manifest, dict) or not all(isinstance(manifest.get(key), kind) for key, kind in _SHAPE.items()):
        return None
    return manifest


_SHAPE = {"files": list, "inputs": list, "engines": dict}


def _whole(workspace: Workspace, folder: str, entries: list[dict[str, Any]]) -> bool:
    """True when each file stands as the manifest says."""
    return all(
        workspace.exists(f"{folder}/{entry['file']}") and sha256(workspace.read_bytes(f"{folder}/{entry['file']}").value) == entry["sha256"]
        for entry in entries
    )


def _kept(
    workspace: Workspace, folder: str, former: dict[str, Any] | None, files: Mapping[str, Printed]
) -> dict[str, tuple[dict[str, Any], bytes]]:
    """The documents of the former pack that a partial build leaves as they are; the bound pack is stale and goes."""
    entries = [entry for entry in (former or {}).get("files", ()) if entry["file"] not in files and entry["file"] != PACK]
    return {
        entry["file"]: (entry, workspace.read_bytes(f"{folder}/{entry['file']}").value)
        for entry in entries
        if _whole(workspace, folder, [entry])
    }


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
