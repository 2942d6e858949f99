"""The priority matrix and the response targets: the conditions of a sound table."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from docgen.model.sla import Priority, PriorityMatrix, ResponseTarget


class MatrixFlaw(StrEnum):
    RAGGED = "ragged"
    UNKNOWN = "unknown"
    IMPACT_LOWERS = "impact-lowers"
    URGENCY_LOWERS = "urgency-lowers"
    UNUSED = "unused"


class MatrixFault(NamedTuple):
    """A flaw of a matrix; impact and urgency count from 1, 0 where the flaw has no such place."""

    flaw: MatrixFlaw
    impact: int
    urgency: int
    priority: str


def matrix_faults(matrix: PriorityMatrix, priorities: Sequence[Priority]) -> tuple[MatrixFault, ...]:
    """Check that a matrix is total and monotone and that it uses each priority.

    Reports: a row shorter or longer than the first, a cell whose priority does not exist, a cell ranked below
    its neighbour of lesser impact or urgency (a graver case must never get a lesser priority), a priority in
    no cell.
    """
    return tuple(_matrix_faults(matrix.cells, {p.id: rank for rank, p in enumerate(priorities)}))


def _matrix_faults(cells: tuple[tuple[str, ...], ...], ranks: dict[str, int]) -> Iterator[MatrixFault]:
    width = len(cells[0]) if cells else 0
    for i, row in enumerate(cells, 1):
        if len(row) != width or not row:
            yield MatrixFault(MatrixFlaw.RAGGED, i, 0, "")
        for u, cell in enumerate(row, 1):
            if cell not in ranks:
                yield MatrixFault(MatrixFlaw.UNKNOWN, i, u, cell)
                continue
            lesser_impact = cells[i][u - 1] if i < len(cells) and u <= len(cells[i]) else ""
            if ranks.get(lesser_impact, ranks[cell]) < ranks[cell]:
                yield MatrixFault(MatrixFlaw.IMPACT_LOWERS, i, u, cell)
            lesser_urgency = row[u] if u < len(row) else ""
            if ranks.get(lesser_urgency, ranks[cell]) < ranks[cell]:
                yield MatrixFault(MatrixFlaw.URGENCY_LOWERS, i, u, cell)
    used = {cell for row in cells for cell in row}
    for unused in (priority for priority in ranks if priority not in used):
        yield MatrixFault(MatrixFlaw.UNUSED, 0, 0, unused)


class TargetFlaw(StrEnum):
    MISSING = "missing"
    GTI_NOT_BELOW_GTR = "gti-not-below-gtr"
    GTI_FALLS = "gti-falls"
    GTR_FALLS = "gtr-falls"


class TargetFault(NamedTuple):
    flaw: TargetFlaw
    priority: str


def target_faults(
    targets: Sequence[ResponseTarget], priorities: Sequence[Priority]
) -> tuple[TargetFault, ...]:
    """Check response targets, one for each priority.

    Reports: a priority without target, a GTI not below its GTR, a GTI or GTR shorter than that of a graver
    priority (no GTR, best effort, is the longest).
    """
    return tuple(_target_faults({target.priority: target for target in targets}, priorities))


def _target_faults(
    by_priority: dict[str, ResponseTarget], priorities: Sequence[Priority]
) -> Iterator[TargetFault]:
    for priority in priorities:
        if priority.id not in by_priority:
            yield TargetFault(TargetFlaw.MISSING, priority.id)
    ranked = [by_priority[priority.id] for priority in priorities if priority.id in by_priority]
    for target in ranked:
        if target.gtr_minutes is not None and target.gti_minutes >= target.gtr_minutes:
            yield TargetFault(TargetFlaw.GTI_NOT_BELOW_GTR, target.priority)
    for graver, lesser in pairwise(ranked):
        if lesser.gti_minutes < graver.gti_minutes:
            yield TargetFault(TargetFlaw.GTI_FALLS, lesser.priority)
        if lesser.gtr_minutes is not None and (
            graver.gtr_minutes is None or lesser.gtr_minutes < graver.gtr_minutes
        ):
            yield TargetFault(TargetFlaw.GTR_FALLS, lesser.priority)
