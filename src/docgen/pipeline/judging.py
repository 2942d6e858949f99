"""The first half of the way: read, resolve, check. Nothing here makes a page, so that judging starts fast.

Each stage reports all its faults; nothing goes on after a stage with an error, so that nobody reads echoes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from docgen.assemble.select import select
from docgen.model.engagement import Engagement
from docgen.model.locale import Locale
from docgen.model.pack import Pack, Revision
from docgen.read.clause import read_library
from docgen.read.config import Config, Paths, read_config
from docgen.read.engagement import read_engagement
from docgen.read.house import House
from docgen.read.locale import read_locale
from docgen.read.outline import read_outline
from docgen.read.plaintext import PlainText
from docgen.rules import judge_engagement, judge_house, judge_pack, judge_text
from docgen.text.decode import decode
from docgen.text.diagnostics import Checked, Diagnostic, Severity, has_errors, in_order, nearest
from docgen.text.files import Files
from docgen.text.source import Source, Span
from docgen.text.yamltext import YamlDocument, load
from docgen.workspace import CONFIG, Workspace, sha256

T = TypeVar("T")

FIRST_DRAFT = "1.0.0-draft"
TERMS = "terms.yaml"


class Reader:
    """Reads the sources of a tree of files; remembers the hash of each for the manifest, and all faults."""

    def __init__(self, workspace: Files) -> None:
        self.workspace = workspace
        self.inputs: dict[str, str] = {}
        self.diagnostics: list[Diagnostic] = []

    def source(self, path: str) -> Source:
        """The text of a file."""
        content = self.content(path)
        return self.take(decode(path, content)) if content else Source(path, "")

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
    outlines = (reader.take(read_outline(reader.source(path))) for path in workspace.files(f"{paths.templates}/outlines", ".yaml", deep=False))
    locales = (reader.take(read_locale(reader.source(path))) for path in workspace.files(f"{paths.templates}/locales", ".yaml", deep=False))
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


def open_locales(workspace: Workspace) -> Mapping[str, Locale]:
    """The sound locales of a workspace, by language."""
    config = read_config(workspace.read(CONFIG).value).value if workspace.exists(CONFIG) else None
    templates = config.paths.templates if config is not None else Paths().templates
    found = (read_locale(workspace.read(path).value).value for path in workspace.files(f"{templates}/locales", ".yaml"))
    return {locale.code: locale for locale in found if locale is not None}


def judge_plain_text(source: Source, locales: Mapping[str, Locale], language: str | None) -> tuple[Diagnostic, ...]:
    """The faults of a contract written elsewhere, in its language or in the one whose small words it uses most."""
    texts = {code: PlainText(source, locale) for code, locale in locales.items()}
    code = language or max(sorted(texts), key=lambda code: texts[code].likeness)
    return in_order(judge_text(texts[code]))
