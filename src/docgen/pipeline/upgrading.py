"""Take today's state of chosen texts of the library into the next version of a released engagement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docgen.gitrepo import Snapshot
from docgen.history.baseline import Outdated, upgraded, upgrades_path, write_upgrades
from docgen.history.changes import compare
from docgen.history.lock import Input
from docgen.history.snapshot import at_rest, snapshot
from docgen.model.changes import Changes
from docgen.pipeline.checking import CheckedWorkspace, check_workspace
from docgen.pipeline.overview import behind
from docgen.pipeline.releasing import CLAIM, committed, under_way
from docgen.pipeline.reopening import find_release
from docgen.text.diagnostics import Checked, Diagnostic, has_errors, in_order, nearest
from docgen.text.faults import NOT_COMMITTED, NOTHING_TO_UPGRADE
from docgen.text.source import Span
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Upgraded:
    """The result of an upgrade: texts taken, changes in the draft (None if the draft is faulty now), the file to commit."""

    taken: tuple[Outdated, ...]
    changes: Changes | None
    path: str


def upgrade(
    workspace: Workspace, engagement_id: str, subjects: Sequence[str], today: date
) -> Checked[Upgraded | None]:
    """Write down that the next version of an engagement takes today's text of these subjects, of all when none is named.

    A subject is a clause, `outline:KIND` or `terms`, as `docgen outdated` lists them. Faults: DG606 (no git), DG607 (today's
    text is not committed), DG611 (nothing released), DG612 (a subject that has nothing new), and those that the new text
    brings to the engagement.
    """
    with workspace.claim(CLAIM) as alone:
        if not alone:
            return Checked(None, (under_way(),))
        return _upgrade(workspace, engagement_id, subjects, today)


def _upgrade(
    workspace: Workspace, engagement_id: str, subjects: Sequence[str], today: date
) -> Checked[Upgraded | None]:
    before, faults = check_workspace(workspace, (engagement_id,), today)
    releases = before.releases.get(engagement_id)
    if before.context is None or releases is None or releases.last is None:
        missing = (
            find_release(releases, engagement_id, "").diagnostics
            if releases and not has_errors(faults)
            else ()
        )
        return Checked(None, in_order((*faults, *missing)))
    moved = behind(workspace, before, engagement_id)
    wanted = tuple(entry for entry in moved if not subjects or entry.subject in subjects)
    unknown = tuple(
        _nothing_new(name, releases.folder, moved)
        for name in subjects
        if name not in {entry.subject for entry in moved}
    )
    head, fault = committed(workspace.repository)
    if unknown or head is None or not wanted:
        nothing = (
            NOTHING_TO_UPGRADE.at(
                Span(releases.folder),
                "the library has nothing new for this engagement",
                "'docgen outdated' lists the texts that changed",
            ),
        )
        return Checked(None, unknown or ((fault,) if fault else nothing))
    entries, loose = _entries(workspace, before, wanted, head)
    if loose:
        return Checked(None, loose)
    path = upgrades_path(releases.folder)
    workspace.write(path, write_upgrades(upgraded(releases.last, releases.upgrades, entries)).encode())
    after, faults = check_workspace(workspace, (engagement_id,), today)
    old, new = before.packs.get(engagement_id), after.packs.get(engagement_id)
    changes = (
        compare(snapshot(at_rest(old)), snapshot(at_rest(new)))
        if old is not None and new is not None
        else None
    )
    return Checked(Upgraded(wanted, changes, path), faults)


def _entries(
    workspace: Workspace, checked: CheckedWorkspace, wanted: Sequence[Outdated], head: Snapshot
) -> tuple[tuple[Input, ...], tuple[Diagnostic, ...]]:
    """Today's content of the files of subjects; DG607 for one that is not committed, since git could not give it back."""
    paths = [path for entry in wanted for path in entry.paths]
    ids = workspace.repository.blob_ids(path for path in paths if path in checked.shared)
    loose = tuple(
        NOT_COMMITTED.at(
            Span(path),
            "the file has changes that are not committed",
            "commit them: an upgrade takes committed texts only",
        )
        for path in paths
        if ids.get(path) != head.entries.get(path)
    )
    return tuple(_taken(path, checked, head) for path in paths if not loose), loose


def _taken(path: str, checked: CheckedWorkspace, head: Snapshot) -> Input:
    present = path in checked.shared
    return Input(path, head.entries[path] if present else "", checked.shared[path] if present else "")


def _nothing_new(name: str, folder: str, moved: Sequence[Outdated]) -> Diagnostic:
    hint = nearest(name, (entry.subject for entry in moved)) or "changed texts: " + (
        ", ".join(entry.subject for entry in moved) or "nothing"
    )
    return NOTHING_TO_UPGRADE.at(
        Span(folder), f"the library has nothing new of {name!r} for this engagement", hint
    )
