"""The first half of the way: read, resolve, check. Nothing here makes a page, so that checking starts fast.

Each stage reports all its faults; nothing goes on after a stage with an error, so that nobody reads echoes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from docgen.history.approvals import check_approvals
from docgen.model.clause import Library
from docgen.model.engagement import Engagement
from docgen.model.locale import Locale, MissingMessageError
from docgen.model.pack import Pack
from docgen.pipeline.reading import Reader, draft, engagement_ids, open_context, open_engagement, resolve
from docgen.pipeline.released import Releases, open_releases, shared_context, without_baseline
from docgen.processes import shared
from docgen.read.config import Paths, read_config
from docgen.read.locale import read_locale
from docgen.read.plaintext import PlainText
from docgen.read.shared_context import SharedContext
from docgen.rules import engagement_faults, library_faults, pack_faults, registry, text_faults, waiver_faults
from docgen.rules._index import Index
from docgen.rules.deviations._waivers import Placed, of_engagement, of_library, standing
from docgen.text.diagnostics import Checked, Diagnostic, has_errors, in_order
from docgen.text.files import Files
from docgen.text.source import Source
from docgen.workspace import CONFIG, Workspace


@dataclass(frozen=True)
class CheckedWorkspace:
    """A tree of files that was read and checked: its shared part, and the pack of each engagement that is sound.

    `context` is the shared context of today, `shared` its files. `inputs` gives for each engagement the files that were
    read, path to SHA-256; `releases` its locks; `contexts` the shared context that it rests on.
    """

    files: Files
    context: SharedContext | None
    packs: Mapping[str, Pack] = field(default_factory=dict)
    inputs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    releases: Mapping[str, Releases] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)
    contexts: Mapping[str, SharedContext] = field(default_factory=dict)

    def context_of(self, engagement_id: str) -> SharedContext | None:
        """The shared context that an engagement rests on; a tree that holds one release alone has no other."""
        return self.contexts.get(engagement_id, self.context)


@dataclass(frozen=True)
class _Outcome:
    """The result of checking the shared context or one engagement: all faults (`found`), those that no waiver accepts
    (`left`), and the values made on the way."""

    found: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]
    sound: bool = False
    pack: Pack | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    releases: Releases | None = None
    context: SharedContext | None = None

    @property
    def faults_alone(self) -> "_Outcome":
        """The diagnostics alone."""
        return _Outcome(self.found, self.left, self.sound)


def check_workspace(
    files: Files, wanted: tuple[str, ...], today: date, *, final: bool = False
) -> Checked[CheckedWorkspace]:
    """Read and check a workspace and the wanted engagements (all when none is named), without rendering.

    A released engagement is checked with the library that it rests on. `final` checks packs as they would be signed.
    """
    return _check_workspace(files, wanted, today, final, keep=True)


def check(files: Files, wanted: tuple[str, ...], today: date) -> tuple[Diagnostic, ...]:
    """The diagnostics of `check_workspace`, found by all processors together; each engagement is let go once it is checked."""
    return _check_workspace(files, wanted, today, final=False, keep=False).diagnostics


def _check_workspace(
    files: Files, wanted: tuple[str, ...], today: date, final: bool, keep: bool
) -> Checked[CheckedWorkspace]:
    reader = Reader(files)
    context = open_context(reader)
    if context is None or has_errors(reader.diagnostics):
        return Checked(CheckedWorkspace(files, context, shared=reader.inputs), in_order(reader.diagnostics))
    registry()  # before the processes part, which all need it
    every = engagement_ids(files, context.config)
    names = wanted or every
    index = Index.of(context)
    waivers = of_library(index)

    def shared_part() -> _Outcome:
        found = (*reader.diagnostics, *library_faults(index, today))
        return _Outcome(found, standing(found, waivers, today))

    def engagement(name: str) -> _Outcome:
        outcome = _checked_engagement(files, context, index, name, today, final, waivers, reader.inputs, keep)
        return outcome if keep else outcome.faults_alone

    tasks: list[Callable[[], _Outcome]] = [shared_part, *(partial(engagement, name) for name in names)]
    outcomes = [task() for task in tasks] if keep else shared(tasks)
    left = [fault for outcome in outcomes for fault in outcome.left]
    checked = dict(zip(names, outcomes[1:], strict=True))
    if {name for name, outcome in checked.items() if outcome.sound} == set(
        every
    ):  # a waiver of a clause may be for any engagement
        left.extend(waiver_faults([fault for outcome in outcomes for fault in outcome.found], waivers, today))
    packs = {name: outcome.pack for name, outcome in checked.items() if outcome.pack is not None}
    releases = {name: outcome.releases for name, outcome in checked.items() if outcome.releases is not None}
    inputs = {name: outcome.inputs for name, outcome in checked.items()}
    contexts = {name: outcome.context for name, outcome in checked.items() if outcome.context is not None}
    return Checked(
        CheckedWorkspace(files, context, packs, inputs, releases, reader.inputs, contexts), in_order(left)
    )


def _checked_engagement(
    files: Files,
    context: SharedContext,
    index: Index,
    name: str,
    today: date,
    final: bool,
    waivers: tuple[Placed, ...],
    digests: Mapping[str, str],
    keep: bool,
) -> _Outcome:
    """One engagement, read and checked; `digests` gives the files of the shared context, path to SHA-256."""
    own = Reader(files)
    released = open_releases(own, context.config, name, every=keep)
    seen = shared_context(own, context, digests, released)
    engagement = open_engagement(own, seen, name)
    accepted = (*waivers, *of_engagement(engagement)) if engagement is not None else waivers
    pack: Pack | None = None
    idle: tuple[Diagnostic, ...] = ()
    if engagement is not None and not has_errors(own.diagnostics):
        own_index = index if seen is context else Index.of(seen)
        pack = _checked_pack(
            own, engagement, seen, own_index, today, accepted, released, final, context.library
        )
        if pack is not None:
            idle = tuple(waiver_faults(own.diagnostics, of_engagement(engagement), today))
    common = digests if seen is context else without_baseline(digests, context.config.paths)
    left = (*idle, *standing(own.diagnostics, accepted, today))
    read = {**common, **own.inputs}
    return _Outcome(tuple(own.diagnostics), left, pack is not None, pack, read, released, seen)


def _checked_pack(
    reader: Reader,
    engagement: Engagement,
    context: SharedContext,
    index: Index,
    today: date,
    waivers: tuple[Placed, ...],
    releases: Releases,
    final: bool,
    library: Library,
) -> Pack | None:
    reader.diagnostics.extend(engagement_faults(engagement, index))
    locale = context.locales.get(engagement.language)
    try:
        version = draft(engagement, locale, releases.last) if locale else None
    except MissingMessageError as missing:
        reader.diagnostics.append(missing.fault())
        return None
    pack = reader.take(
        resolve(engagement, context, replace(version, draft=False) if version and final else version)
    )
    if pack is None or has_errors(standing(reader.diagnostics, waivers, today)):
        return None
    reader.diagnostics.extend(pack_faults(pack, index, today))
    reader.diagnostics.extend(
        check_approvals(pack, context.config.approvals, library, context.config.language)
    )
    return None if has_errors(standing(reader.diagnostics, waivers, today)) else pack


def open_locales(workspace: Workspace) -> Mapping[str, Locale]:
    """The sound locales of a workspace, by language."""
    config = read_config(workspace.read(CONFIG).value).value if workspace.exists(CONFIG) else None
    templates = config.paths.templates if config is not None else Paths().templates
    found = (
        read_locale(workspace.read(path).value).value
        for path in workspace.files(f"{templates}/locales", ".yaml")
    )
    return {locale.code: locale for locale in found if locale is not None}


def check_plain_text(
    source: Source, locales: Mapping[str, Locale], language: str | None
) -> tuple[Diagnostic, ...]:
    """The faults of a contract written elsewhere, in its language or in the one whose small words it uses most."""
    texts = {code: PlainText(source, locale) for code, locale in locales.items()}
    code = language or max(sorted(texts), key=lambda code: texts[code].likeness)
    return in_order(text_faults(texts[code]))
