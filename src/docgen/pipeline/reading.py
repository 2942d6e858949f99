"""Read a tree of files: the shared context, one engagement, and the pack of both.

Nothing is checked here beyond the form that reading needs.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from docgen.assemble.select import select
from docgen.history.lock import Lock
from docgen.history.version import DRAFT, FIRST
from docgen.model.changes import Level
from docgen.model.clause import Library
from docgen.model.engagement import Engagement
from docgen.model.locale import Locale
from docgen.model.outline import Outline
from docgen.model.pack import Pack, Revision, VersionInfo
from docgen.model.profile import Profile
from docgen.read.clause import read_library
from docgen.read.config import Config, read_config
from docgen.read.engagement import read_engagement
from docgen.read.locale import read_locale
from docgen.read.merge import Merged, lay_over
from docgen.read.outline import read_outline
from docgen.read.shared_context import SharedContext
from docgen.text.decode import decode
from docgen.text.diagnostics import Checked, Diagnostic, nearest
from docgen.text.faults import ID_IS_NOT_DIRECTORY, NO_LOCALE, UNKNOWN_ENGAGEMENT
from docgen.text.files import Files
from docgen.text.source import Source, Span
from docgen.text.yamltext import YamlDocument, load
from docgen.workspace import CONFIG, sha256

T = TypeVar("T")

TERMS = "terms.yaml"


class Reader:
    """Reads the sources of a tree of files; remembers the hash of each for the manifest, and all faults."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.inputs: dict[str, str] = {}
        self.diagnostics: list[Diagnostic] = []

    def source(self, path: str) -> Source:
        """The text of a file."""
        content = self.content(path)
        return self.take(decode(path, content)) if content else Source(path, "")

    def content(self, path: str) -> bytes:
        """The bytes of a file."""
        content = self.take(self.files.read_bytes(path))
        self.inputs[path] = sha256(content)
        return content

    def take(self, checked: Checked[T]) -> T:
        """The value of a stage, its faults kept."""
        self.diagnostics.extend(checked.diagnostics)
        return checked.value


def open_context(reader: Reader) -> SharedContext | None:
    """Read the shared context; None if `docgen.yaml` is faulty. Faults are in the reader."""
    config = reader.take(read_config(reader.source(CONFIG)))
    if config is None:
        return None
    library, outlines, terms, profile_terms = open_library(reader, config)
    paths = reader.files.files(f"{config.paths.templates}/locales", ".yaml", deep=False)
    locales = [
        locale for path in paths if (locale := reader.take(read_locale(reader.source(path)))) is not None
    ]
    return SharedContext(
        config=config,
        library=library,
        outlines=outlines,
        locales={locale.code: locale for locale in locales},
        terms=terms,
        profile_terms=profile_terms,
    )


@dataclass(frozen=True)
class Known:
    """A library that was read and reported already, of which only the texts at the `changed` paths must be read again.

    `digests` is path to SHA-256.
    """

    context: SharedContext
    digests: Mapping[str, str]
    changed: Set[str]

    @cached_property
    def clauses(self) -> Mapping[str, Source]:
        """The unchanged texts of clauses, by path."""
        return {
            text.source.path: text.source
            for text in self.context.library.texts()
            if self._unchanged(text.source.path)
        }

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        """The unchanged outlines, by path."""
        return {outline.path: outline for outline in self.context.outlines if self._unchanged(outline.path)}

    def _unchanged(self, path: str) -> bool:
        return path in self.digests and path not in self.changed


def open_library(
    reader: Reader, config: Config, known: Known | None = None
) -> tuple[Library, tuple[Outline, ...], YamlDocument | None, Mapping[str, YamlDocument]]:
    """Read the texts that engagements rest on: clauses, outlines, default terms and those of each profile."""
    paths = config.paths
    known = known or Known(SharedContext(config, Library(), (), {}), {}, frozenset())  # nothing was read

    def clause(path: str) -> Source:
        if (source := known.clauses.get(path)) is None:
            return reader.source(path)
        reader.inputs[path] = known.digests[path]
        return source

    def outline(path: str) -> Outline | None:
        if (found := known.outlines.get(path)) is None:
            return reader.take(read_outline(reader.source(path)))
        reader.inputs[path] = known.digests[path]
        return found

    clauses = tuple(clause(path) for path in reader.files.files(paths.clauses, ".md"))
    found = [outline(path) for path in reader.files.files(f"{paths.templates}/outlines", ".yaml", deep=False)]
    terms = _terms(reader, f"{paths.clauses}/{TERMS}")
    profile_terms = {
        profile.value: _laid_over(reader, own, terms)
        for profile in Profile
        if (own := _terms(reader, f"{paths.clauses}/terms.{profile}.yaml")) is not None
    }
    library = reader.take(read_library(clauses, paths.clauses, config.language, known.context.library))
    return library, tuple(one for one in found if one is not None), terms, profile_terms


def _terms(reader: Reader, path: str) -> YamlDocument | None:
    return reader.take(load(reader.source(path))) if reader.files.exists(path) else None


def _laid_over(reader: Reader, own: YamlDocument, terms: YamlDocument | None) -> YamlDocument:
    """The default terms of a profile, with the others where it says nothing."""
    if terms is None or not isinstance(own.value, dict):
        return own
    merged = reader.take(lay_over(Merged(own.value, own.spans, own.keys), terms))
    return YamlDocument(own.source, merged.value, merged.spans, merged.keys)


def engagement_ids(files: Files, config: Config) -> tuple[str, ...]:
    """The engagements of a workspace: directories that hold an `engagement.yaml`."""
    folder = config.paths.engagements
    return tuple(name for name in files.folders(folder) if files.exists(f"{folder}/{name}/engagement.yaml"))


def open_engagement(reader: Reader, context: SharedContext, engagement_id: str) -> Engagement | None:
    """Read one engagement from the YAML files of its directory, `engagement.yaml` first."""
    folder = f"{context.config.paths.engagements}/{engagement_id}"
    known = engagement_ids(reader.files, context.config)
    if engagement_id not in known:
        hint = nearest(engagement_id, known) or "engagements: " + (", ".join(known) or "none")
        reader.diagnostics.append(
            UNKNOWN_ENGAGEMENT.at(Span(folder), f"there is no engagement {engagement_id!r}", hint)
        )
        return None
    paths = sorted(
        reader.files.files(folder, ".yaml", deep=False),
        key=lambda path: (not path.endswith("/engagement.yaml"), path),
    )
    engagement = reader.take(
        read_engagement(
            [reader.source(path) for path in paths], context.terms, profiles=context.profile_terms
        )
    )
    if engagement is not None and engagement.id != engagement_id:
        reader.diagnostics.append(
            ID_IS_NOT_DIRECTORY.at(
                engagement.at("id"),
                f"id {engagement.id!r} is not the name of the directory",
                f"write {engagement_id!r}, or rename the directory",
            )
        )
    return engagement


def resolve(
    engagement: Engagement, context: SharedContext, version: VersionInfo | None = None
) -> Checked[Pack | None]:
    """Choose the clauses of an engagement; None if its language has no locale. Without a version it is a first draft."""
    locale = context.locales.get(engagement.language)
    if locale is None:
        return Checked(
            None,
            (
                NO_LOCALE.at(
                    engagement.at("language"),
                    f"there is no locale {engagement.language!r}",
                    "add templates/locales/" + engagement.language + ".yaml",
                ),
            ),
        )
    version = version or draft(engagement, locale)
    outlines = tuple(
        outline
        for outline in context.outlines
        if not outline.on_request and outline.made_in(engagement.profile)
    )
    pack = select(
        engagement,
        locale,
        context.library,
        outlines,
        version=version.version,
        draft=version.draft,
        history=version.history,
        issuer=context.config.issuer,
    )
    return Checked(replace(pack, seal=version.seal, value_approvers=context.config.value_approvers))


def draft(engagement: Engagement, locale: Locale, after: Lock | None = None) -> VersionInfo:
    """The version info of the draft after a release; its version is final once the changes are known."""
    summary = (
        locale.text("history.next_draft", version=after.version)
        if after
        else locale.text("history.first_draft")
    )
    signed = engagement.contract.date
    version = f"{after.number.after(Level.PATCH) if after else FIRST}{DRAFT}"
    row = Revision(
        version, max(signed, after.date) if after else signed, author(engagement), "draft", (summary,)
    )
    return VersionInfo(version, draft=True, history=(*(after.history if after else ()), row))


def author(engagement: Engagement) -> str:
    """Who makes the versions of a pack: the provider's contact for the contract, or the provider."""
    person = engagement.person(engagement.contacts.contract.provider)
    return person.name if person is not None else engagement.parties.provider.name
