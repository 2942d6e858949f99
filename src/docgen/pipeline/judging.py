"""The first half of the way: read, resolve, check. Nothing here makes a page, so that judging starts fast.

Each stage reports all its faults; nothing goes on after a stage with an error, so that nobody reads echoes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from docgen.history.approvals import judge_approvals
from docgen.model.clause import Library
from docgen.model.engagement import Engagement
from docgen.model.locale import Locale, MissingMessageError
from docgen.model.pack import Pack
from docgen.pipeline.reading import Reader, draft, engagement_ids, open_engagement, open_house, resolve
from docgen.pipeline.released import Releases, open_releases, pinned_house, unpinned
from docgen.read.config import Paths, read_config
from docgen.read.house import House
from docgen.read.locale import read_locale
from docgen.read.plaintext import PlainText
from docgen.rules import judge_engagement, judge_house, judge_pack, judge_text, judge_waivers
from docgen.rules._waivers import Placed, of_engagement, of_library, standing
from docgen.text.diagnostics import Checked, Diagnostic, has_errors, in_order
from docgen.text.files import Files
from docgen.text.source import Source
from docgen.workspace import CONFIG, Workspace


@dataclass(frozen=True)
class Judged:
    """A tree of files that was read and judged: its shared part, and the pack of each engagement that is sound.

    `inputs` gives for each engagement the files that were read, path to SHA-256; `releases` its locks; `shared` the
    files of the house as it is today.
    """

    files: Files
    house: House | None
    packs: Mapping[str, Pack] = field(default_factory=dict)
    inputs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    releases: Mapping[str, Releases] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)


def judge(files: Files, wanted: tuple[str, ...], today: date, *, final: bool = False, keep: bool = True) -> Checked[Judged]:
    """Read and judge a workspace and the wanted engagements (all when none is named), without rendering.

    A released engagement is judged with the library that it rests on. `final` judges packs as they would be signed.
    Without `keep` only the diagnostics are wanted: each engagement is let go once it is judged.
    """
    reader = Reader(files)
    house = open_house(reader)
    if house is None or has_errors(reader.diagnostics):
        return Checked(Judged(files, house), in_order(reader.diagnostics))
    found = [*reader.diagnostics, *judge_house(house, today)]
    waivers = of_library(house)
    left = list(standing(found, waivers, today))
    packs: dict[str, Pack] = {}
    inputs: dict[str, Mapping[str, str]] = {}
    releases: dict[str, Releases] = {}
    sound: set[str] = set()
    every = engagement_ids(files, house.config)
    for engagement_id in wanted or every:
        own = Reader(files)
        released = open_releases(own, house.config, engagement_id, every=keep)
        pinned = pinned_house(own, house, reader.inputs, released)
        seen = pinned or house
        engagement = open_engagement(own, seen, engagement_id)
        accepted = (*waivers, *of_engagement(engagement)) if engagement is not None else waivers
        if engagement is not None and not has_errors(own.diagnostics):
            pack = _judged_pack(own, engagement, seen, today, accepted, released, final, house.library)
            if pack is not None:
                sound.add(engagement_id)
                if keep:
                    packs[engagement_id] = pack
                left.extend(judge_waivers(own.diagnostics, of_engagement(engagement), today))
        if keep:
            shared = reader.inputs if pinned is None else unpinned(reader.inputs, house.config.paths)
            inputs[engagement_id] = {**shared, **own.inputs}
            releases[engagement_id] = released
        found.extend(own.diagnostics)
        left.extend(standing(own.diagnostics, accepted, today))
    if sound == set(every):  # a waiver of a clause may be for any engagement
        left.extend(judge_waivers(found, waivers, today))
    return Checked(Judged(files, house, packs, inputs, releases, reader.inputs), in_order(left))


def _judged_pack(reader: Reader, engagement: Engagement, house: House, today: date, waivers: tuple[Placed, ...], releases: Releases, final: bool, library: Library) -> Pack | None:
    reader.diagnostics.extend(judge_engagement(engagement, house))
    locale = house.locales.get(engagement.language)
    try:
        stands = draft(engagement, locale, releases.last) if locale else None
    except MissingMessageError as missing:
        reader.diagnostics.append(missing.fault())
        return None
    pack = reader.take(resolve(engagement, house, replace(stands, draft=False) if stands and final else stands))
    if pack is None or has_errors(standing(reader.diagnostics, waivers, today)):
        return None
    reader.diagnostics.extend(judge_pack(pack, house, today))
    reader.diagnostics.extend(judge_approvals(pack, house.config.approvals, library, house.config.language))
    return None if has_errors(standing(reader.diagnostics, waivers, today)) else pack


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
