"""The amendment that a major version needs: its changes of the signed contract.

Faults: DG634 (there is nothing to amend, or nothing signed to amend) and DG603 (the former text is gone).
"""

from dataclasses import replace

from docgen.assemble.select import select
from docgen.history.changes import compare
from docgen.history.lock import Lock
from docgen.history.redline import passages
from docgen.history.snapshot import at_rest, snapshot
from docgen.model.changes import Level
from docgen.model.comparison import Act, Comparison, Side
from docgen.model.outline import Outline
from docgen.model.pack import Pack
from docgen.pipeline.checking import CheckedWorkspace
from docgen.pipeline.comparing import state_of
from docgen.pipeline.draft_version import settled
from docgen.read.shared_context import SharedContext
from docgen.text.diagnostics import Checked, has_errors
from docgen.text.faults import NOTHING_TO_AMEND
from docgen.text.source import Span
from docgen.workspace import Workspace

AMENDMENT = "amendment"


def with_requested(
    workspace: Workspace, checked: CheckedWorkspace, engagement_id: str, kinds: tuple[str, ...]
) -> Checked[CheckedWorkspace]:
    """The same checked workspace, the pack of the engagement with the documents that are made only on request, as named."""
    pack, context = checked.packs.get(engagement_id), checked.context_of(engagement_id)
    if pack is None or context is None:
        return Checked(checked)
    for kind in kinds:
        outline = outline_of(context, kind)
        if outline is None or not outline.on_request or outline.internal:
            continue
        if pack.outline(kind) is not None:
            continue
        if kind == AMENDMENT:
            amended, faults = amendment(workspace, pack, outline, checked.releases[engagement_id].locks)
            if amended is None:
                return Checked(checked, faults)
            pack = amended
        else:
            pack = _beside(pack, outline)
    return Checked(replace(checked, packs={**checked.packs, engagement_id: pack}))


def outline_of(context: SharedContext | None, kind: str) -> Outline | None:
    """The outline of a kind, None when the workspace has none."""
    return (
        next((outline for outline in context.outlines if outline.kind == kind), None)
        if context is not None
        else None
    )


def amendment(
    workspace: Workspace, pack: Pack, outline: Outline, locks: tuple[Lock, ...]
) -> Checked[Pack | None]:
    """The pack with its amendment to the last of these releases; None with DG634 where there can be none.

    Amendments are numbered by the major releases after the first, each of which must be signed: an amendment refers to the
    one before it.
    """
    place = Span(pack.engagement.path)
    if not locks:
        return _none(
            place,
            "nothing was released: an amendment changes a contract that was signed",
            "release the contract first: 'docgen release'",
        )
    majors = [lock for index, lock in enumerate(locks) if index == 0 or lock.level is Level.MAJOR]
    unsigned = next((lock for lock in majors if lock.signed is None), None)
    if unsigned is not None:
        hint = (
            f"'docgen mark-signed {pack.engagement.id}@{unsigned.version} --date DAY' records the signature"
        )
        return _none(
            place, f"release {unsigned.version} is not signed, so there is nothing to amend yet", hint
        )
    former, faults = state_of(workspace, locks[-1])
    if former is None or has_errors(faults):
        return Checked(None, faults)
    new = at_rest(pack)
    changes = compare(snapshot(former), snapshot(new))
    if changes.level is not Level.MAJOR:
        hint = f"the changes since {locks[-1].version} are {changes.level}: {changes.because}"
        return _none(place, "no amendment is needed", hint)
    if pack.draft:
        pack = settled(pack, changes, locks[-1])
    acts = tuple(
        Act(rank, lock.version, lock.signed.date)
        for rank, lock in enumerate(majors)
        if lock.signed is not None
    )
    comparison = Comparison(
        Side(locks[-1].version, locks[-1].date, acts[-1].signed),
        Side(pack.version, pack.dated),
        changes,
        passages=passages(former, new, changes),
        acts=acts,
    )
    number = len(acts)
    stated = replace(
        pack.computed,
        amendment_number=number,
        amendment_former=locks[-1].version,
        amendment_version=pack.version,
        amendment_signed=acts[0].signed,
    )
    title = pack.locale.text("amendment.title", number=number)
    numbered = replace(outline, titles={**outline.titles, pack.locale.code: title})
    return Checked(replace(_beside(pack, numbered), comparison=comparison, computed=stated))


def _beside(pack: Pack, outline: Outline) -> Pack:
    """The pack with one document more, and the clauses that it takes; the others keep theirs."""
    chosen = select(
        pack.engagement,
        pack.locale,
        pack.library,
        (outline,),
        version=pack.version,
        draft=pack.draft,
        history=pack.history,
    ).chosen
    return replace(pack, outlines=(*pack.outlines, outline), chosen={**chosen, **pack.chosen})


def _none(place: Span, message: str, hint: str) -> Checked[Pack | None]:
    return Checked(None, (NOTHING_TO_AMEND.at(place, message, hint),))
