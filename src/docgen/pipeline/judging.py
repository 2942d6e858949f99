"""The first half of the way: read, resolve, check. Nothing here makes a page, so that judging starts fast.

Each stage reports all its faults; nothing goes on after a stage with an error, so that nobody reads echoes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from docgen.history.approvals import judge_approvals
from docgen.model.clause import Library
from docgen.model.engagement import Engagement
from docgen.model.locale import Locale, MissingMessageError
from docgen.model.pack import Pack
from docgen.pipeline.reading import Reader, draft, engagement_ids, open_engagement, open_house, resolve
from docgen.pipeline.released import Releases, open_releases, shared_context, unpinned
from docgen.processes import shared
from docgen.read.config import Paths, read_config
from docgen.read.house import House
from docgen.read.locale import read_locale
from docgen.read.plaintext import PlainText
from docgen.rules import engagement_faults, library_faults, pack_faults, registry, text_faults, waiver_faults
from docgen.rules._index import Index
from docgen.rules.deviations._waivers import Placed, of_engagement, of_library, standing
from docgen.text.diagnostics import Checked, Diagnostic, has_errors, in_order
from docgen.text.files import Files
from docgen.text.source import Source
from docgen.workspace import CONFIG, Workspace


@dataclass(frozen=True)
class Judged:
    """A tree of files that was read and judged: its shared part, and the pack of each engagement that is sound.

    `house` is the shared context of today, `shared` its files. `inputs` gives for each engagement the files that were
    read, path to SHA-256; `releases` its locks; `contexts` the shared context that it rests on.
    """

    files: Files
    house: House | None
    packs: Mapping[str, Pack] = field(default_factory=dict)
    inputs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    releases: Mapping[str, Releases] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)
    contexts: Mapping[str, House] = field(default_factory=dict)

    def context(self, engagement_id: str) -> House | None:
        """The shared context that an engagement rests on; a tree that holds one release alone has no other."""
        return self.contexts.get(engagement_id, self.house)


@dataclass(frozen=True)
class _Outcome:
    """What judging a house or one engagement found, what no waiver accepts of it, and what was made on the way."""

    found: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]
    sound: bool = False
    pack: Pack | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    releases: Releases | None = None
    context: House | None = None

    @property
    def told(self) -> "_Outcome":
        """The diagnostics alone."""
        return _Outcome(self.found, self.left, self.sound)


def judge(files: Files, wanted: tuple[str, ...], today: date, *, final: bool = False) -> Checked[Judged]:
    """Read and judge a workspace and the wanted engagements (all when none is named), without rendering.

    A released engagement is judged with the library that it rests on. `final` judges packs as they would be signed.
    """
    return _judge(files, wanted, today, final, keep=True)


def check(files: Files, wanted: tuple[str, ...], today: date) -> tuple[Diagnostic, ...]:
    """The diagnostics of `judge`, found by all processors together; each engagement is let go once it is judged."""
    return _judge(files, wanted, today, final=False, keep=False).diagnostics


def _judge(files: Files, wanted: tuple[str, ...], today: date, final: bool, keep: bool) -> Checked[Judged]:
    reader = Reader(files)
    house = open_house(reader)
    if house is None or has_errors(reader.diagnostics):
        return Checked(Judged(files, house, shared=reader.inputs), in_order(reader.diagnostics))
    registry()  # before the processes part, which all need it
    every = engagement_ids(files, house.config)
    names = wanted or every
    index = Index.of(house)
    waivers = of_library(index)

    def shared_part() -> _Outcome:
        found = (*reader.diagnostics, *library_faults(index, today))
        return _Outcome(found, standing(found, waivers, today))

    def engagement(name: str) -> _Outcome:
        outcome = _judged_engagement(files, house, index, name, today, final, waivers, reader.inputs, keep)
        return outcome if keep else outcome.told

    tasks: list[Callable[[], _Outcome]] = [shared_part, *(partial(engagement, name) for name in names)]
    outcomes = [task() for task in tasks] if keep else shared(tasks)
    left = [fault for outcome in outcomes for fault in outcome.left]
    judged = dict(zip(names, outcomes[1:], strict=True))
    if {name for name, outcome in judged.items() if outcome.sound} == set(
        every
    ):  # a waiver of a clause may be for any engagement
        left.extend(waiver_faults([fault for outcome in outcomes for fault in outcome.found], waivers, today))
    packs = {name: outcome.pack for name, outcome in judged.items() if outcome.pack is not None}
    releases = {name: outcome.releases for name, outcome in judged.items() if outcome.releases is not None}
    inputs = {name: outcome.inputs for name, outcome in judged.items()}
    contexts = {name: outcome.context for name, outcome in judged.items() if outcome.context is not None}
    return Checked(Judged(files, house, packs, inputs, releases, reader.inputs, contexts), in_order(left))


def _judged_engagement(
    files: Files,
    house: House,
    index: Index,
    name: str,
    today: date,
    final: bool,
    waivers: tuple[Placed, ...],
    digests: Mapping[str, str],
    keep: bool,
) -> _Outcome:
    """One engagement, read and judged; `digests` gives the files of the house, path to SHA-256."""
    own = Reader(files)
    released = open_releases(own, house.config, name, every=keep)
    seen = shared_context(own, house, digests, released)
    engagement = open_engagement(own, seen, name)
    accepted = (*waivers, *of_engagement(engagement)) if engagement is not None else waivers
    pack: Pack | None = None
    idle: tuple[Diagnostic, ...] = ()
    if engagement is not None and not has_errors(own.diagnostics):
        own_index = index if seen is house else Index.of(seen)
        pack = _judged_pack(own, engagement, seen, own_index, today, accepted, released, final, house.library)
        if pack is not None:
            idle = tuple(waiver_faults(own.diagnostics, of_engagement(engagement), today))
    common = digests if seen is house else unpinned(digests, house.config.paths)
    left = (*idle, *standing(own.diagnostics, accepted, today))
    read = {**common, **own.inputs}
    return _Outcome(tuple(own.diagnostics), left, pack is not None, pack, read, released, seen)


def _judged_pack(
    reader: Reader,
    engagement: Engagement,
    house: House,
    index: Index,
    today: date,
    waivers: tuple[Placed, ...],
    releases: Releases,
    final: bool,
    library: Library,
) -> Pack | None:
    reader.diagnostics.extend(engagement_faults(engagement, index))
    locale = house.locales.get(engagement.language)
    try:
        stands = draft(engagement, locale, releases.last) if locale else None
    except MissingMessageError as missing:
        reader.diagnostics.append(missing.fault())
        return None
    pack = reader.take(
        resolve(engagement, house, replace(stands, draft=False) if stands and final else stands)
    )
    if pack is None or has_errors(standing(reader.diagnostics, waivers, today)):
        return None
    reader.diagnostics.extend(pack_faults(pack, index, today))
    reader.diagnostics.extend(judge_approvals(pack, house.config.approvals, library, house.config.language))
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


def judge_plain_text(
    source: Source, locales: Mapping[str, Locale], language: str | None
) -> tuple[Diagnostic, ...]:
    """The faults of a contract written elsewhere, in its language or in the one whose small words it uses most."""
    texts = {code: PlainText(source, locale) for code, locale in locales.items()}
    code = language or max(sorted(texts), key=lambda code: texts[code].likeness)
    return in_order(text_faults(texts[code]))
