"""Replay measured months on the present state of an engagement and on another one.

The other state is a YAML file of changed values, a position of the clauses (the values of `fallback-1`), a release,
or a revision of git. Faults: those of reading; DG630 (none of these).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.model.clause import POSITIONS
from docgen.model.engagement import Engagement
from docgen.model.pack import Pack
from docgen.model.printed import Printable
from docgen.pipeline.checking import CheckedWorkspace
from docgen.pipeline.reading import Reader, open_context, open_engagement
from docgen.pipeline.released import open_releases, shared_context
from docgen.pipeline.reopening import restored
from docgen.pipeline.statements import read_months
from docgen.read.engagement import read_engagement
from docgen.rules import engagement_faults
from docgen.rules._index import Index
from docgen.sla.simulation import Difference, differences
from docgen.sla.statement import Statement, statements
from docgen.text.diagnostics import Checked, has_errors, in_order
from docgen.text.faults import NOTHING_TO_COMPARE
from docgen.text.quantities import Month
from docgen.text.source import Source, Span
from docgen.text.yamltext import YamlDocument, load
from docgen.workspace import Workspace


@dataclass(frozen=True)
class Simulated:
    """The statements of the same months under both sets of terms, and their differences for the months asked for."""

    present: tuple[Statement, ...]
    other: tuple[Statement, ...]
    differences: tuple[Difference, ...]


def simulate(
    workspace: Workspace, checked: CheckedWorkspace, engagement_id: str, history: Sequence[str], against: str
) -> Checked[Simulated | None]:
    """Both replays; None when a measure, or the other state, is faulty."""
    other, faults = other_engagement(workspace, checked, engagement_id, against)
    if other is None or has_errors(faults):
        return Checked(None, faults)
    replays: list[tuple[Statement, ...]] = []
    reader = Reader(workspace)
    reader.diagnostics.extend(faults)
    asked: frozenset[Month] = frozenset()
    for engagement in (checked.packs[engagement_id].engagement, other):
        months, asked = read_months(reader, engagement, history)
        if has_errors(reader.diagnostics):
            return Checked(None, in_order(reader.diagnostics))
        replays.append(statements(engagement, months))
    present, changed = replays
    shown = tuple(one for one in differences(present, changed) if one.month in asked)
    return Checked(Simulated(present, changed, shown), in_order(reader.diagnostics))


def other_engagement(
    workspace: Workspace, checked: CheckedWorkspace, engagement_id: str, against: str
) -> Checked[Engagement | None]:
    """The engagement under other terms: changed by a file, at another position, as released, as in a revision."""
    if against.endswith((".yaml", ".yml")):
        reader = Reader(workspace)
        change = reader.take(load(reader.source(against)))
        if has_errors(reader.diagnostics):
            return Checked(None, in_order(reader.diagnostics))
        return _changed(workspace, checked, engagement_id, change)
    if against in POSITIONS:
        return _changed(workspace, checked, engagement_id, at_position(checked.packs[engagement_id], against))
    releases = checked.releases.get(engagement_id)
    lock = releases.find(against) if releases is not None else None
    if lock is not None:
        then, faults = restored(workspace, lock)
        pack = then.packs.get(engagement_id)
        return Checked(pack.engagement if pack is not None else None, faults)
    snapshot = workspace.repository.revision(against)
    if snapshot is None:
        hint = f"name a YAML file of changed values, a position ({', '.join(POSITIONS)}), a release such as '1.0.0', or a revision of git"
        return Checked(
            None,
            (
                NOTHING_TO_COMPARE.at(
                    Span(against), f"{against!r} is no file, position, release or revision", hint
                ),
            ),
        )
    reader = Reader(snapshot)
    context = open_context(reader)
    if context is None:
        return Checked(None, in_order(reader.diagnostics))
    releases = open_releases(reader, context.config, engagement_id)
    context = shared_context(reader, context, reader.inputs, releases)
    return Checked(open_engagement(reader, context, engagement_id), in_order(reader.diagnostics))


def at_position(pack: Pack, position: str) -> YamlDocument:
    """The values of service levels that the clauses of a pack state at a position, as changes of the engagement."""
    changes: dict[str, object] = {}
    for clause_id in pack.chosen:
        clause = pack.library.find(clause_id, pack.locale.code, position)
        for path, value in clause.values.items() if clause is not None else ():
            if path.startswith("sla."):
                _put(changes, path.split("."), value)
    return YamlDocument(Source(position, ""), changes)


def _put(within: dict[str, object], path: Sequence[str], value: Printable) -> None:
    first, *rest = path
    if not rest:
        within[first] = value
        return
    inner = within.setdefault(first, {})
    if isinstance(inner, dict):
        _put(inner, rest, value)


def _changed(
    workspace: Workspace, checked: CheckedWorkspace, engagement_id: str, change: YamlDocument
) -> Checked[Engagement | None]:
    context = checked.context_of(engagement_id)
    if context is None:
        return Checked(None)
    reader = Reader(workspace)
    folder = f"{context.config.paths.engagements}/{engagement_id}"
    paths = sorted(
        workspace.files(folder, ".yaml", deep=False),
        key=lambda part: (not part.endswith("/engagement.yaml"), part),
    )
    parts = [reader.source(part) for part in paths]
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    engagement = reader.take(read_engagement(parts, context.terms, change, context.profile_terms))
    if engagement is not None:
        faults = engagement_faults(engagement, Index.of(context))
        reader.diagnostics.extend(fault for fault in faults if fault.span.path == change.source.path)
    return Checked(engagement, in_order(reader.diagnostics))
