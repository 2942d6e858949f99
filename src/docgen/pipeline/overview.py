"""The state of the engagements of a workspace against their releases and against today's library."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docgen.history.baseline import Outdated, outdated
from docgen.history.lock import Lock
from docgen.history.stamp import stamp
from docgen.history.status import Due, due, state
from docgen.model.changes import Changes
from docgen.model.clause import STANDARD
from docgen.model.pack import Pack
from docgen.pipeline.building import inputs_of
from docgen.pipeline.checking import CheckedWorkspace
from docgen.pipeline.draft_version import changes_since, of_release, unmoved
from docgen.pipeline.rebuilding import as_stored
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Overview:
    """One engagement: its last release (None before the first), the changes since, and the events that fall due.

    `changes` is None where the engagement is at fault, or was never released.
    """

    engagement: str
    last: Lock | None
    state: str
    changes: Changes | None
    outdated: tuple[Outdated, ...]
    due: tuple[Due, ...]


def overview(
    workspace: Workspace, checked: CheckedWorkspace, engagement_id: str, today: date, within: int
) -> Overview:
    """The overview of one engagement on a day."""
    last = checked.releases[engagement_id].last
    pack = checked.packs.get(engagement_id)
    return Overview(
        engagement=engagement_id,
        last=last,
        state="unreadable"
        if not checked.releases[engagement_id].whole
        else state(last, last)
        if last is not None
        else "draft",
        changes=_changes(workspace, checked, engagement_id, pack, last)
        if pack is not None and last is not None
        else None,
        outdated=behind(workspace, checked, engagement_id),
        due=due(pack.engagement, pack.chosen.values(), today, within) if pack is not None else (),
    )


def _changes(
    workspace: Workspace, checked: CheckedWorkspace, engagement_id: str, pack: Pack, last: Lock
) -> Changes:
    made_of = of_release(inputs_of(checked, engagement_id).value, checked.releases[engagement_id].folder)
    return (
        Changes(because="nothing changed")
        if unmoved(as_stored(workspace, made_of, last.inputs), last)
        else changes_since(pack, last)
    )


def behind(workspace: Workspace, checked: CheckedWorkspace, engagement_id: str) -> tuple[Outdated, ...]:
    """The parts of the library that moved on since a released engagement took them."""
    releases = checked.releases[engagement_id]
    if releases.last is None or checked.context is None:
        return ()
    paths = checked.context.config.paths
    baseline = releases.baseline_files(paths)
    return outdated(baseline, as_stored(workspace, checked.shared, baseline.values()), paths)


@dataclass(frozen=True, slots=True)
class Use:
    """A clause in a release or in the draft (`state` "draft", no date) of an engagement."""

    clause: str
    engagement: str
    version: str
    date: date | None
    state: str
    document: str
    number: str
    position: str
    edition: str


def uses(checked: CheckedWorkspace, clause_id: str) -> Iterator[Use]:
    """Every release and draft that rests on a clause, engagement by engagement, the latest first."""
    for engagement_id, releases in checked.releases.items():
        pack = checked.packs.get(engagement_id)
        if pack is not None and clause_id in pack.chosen:
            yield from _in_draft(pack, clause_id, engagement_id)
        for lock in reversed(releases.locks):
            for clause in lock.clauses:
                if clause.id == clause_id:
                    yield Use(
                        clause_id,
                        engagement_id,
                        lock.version,
                        lock.date,
                        state(lock, releases.locks[-1]),
                        clause.document,
                        clause.number,
                        clause.position,
                        clause.stamp,
                    )


def _in_draft(pack: Pack, clause_id: str, engagement_id: str) -> Iterator[Use]:
    chosen = pack.chosen[clause_id]
    yield Use(
        clause_id,
        engagement_id,
        pack.version,
        None,
        "draft",
        "",
        "",
        chosen.position or STANDARD,
        stamp(chosen),
    )


def editions(checked: CheckedWorkspace, engagement_id: str, subject: str) -> tuple[str, str]:
    """The edition of a clause that an engagement rests on, and that of today; '' where it is absent."""
    pack = checked.packs.get(engagement_id)
    context = checked.context
    if pack is None or context is None:
        return "", ""
    position, language = pack.position(subject), pack.locale.code
    theirs, today = (
        pack.library.find(subject, language, position),
        context.library.find(subject, language, position),
    )
    return stamp(theirs) if theirs else "", stamp(today) if today else ""
