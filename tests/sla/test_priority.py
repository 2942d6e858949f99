from dataclasses import replace

import pytest

from docgen.model.sla import Priority, PriorityMatrix, ResponseTarget
from docgen.sla.priority import (
    MatrixFault,
    MatrixFlaw,
    TargetFault,
    TargetFlaw,
    matrix_faults,
    target_faults,
)

PRIORITIES = tuple(Priority(f"P{n}", f"Priority {n}") for n in range(1, 5))
TARGETS = tuple(
    ResponseTarget(f"P{n}", "office", gti, gtr)
    for n, gti, gtr in ((1, 15, 240), (2, 30, 480), (3, 120, 1200), (4, 480, None))
)


def matrix(*rows: str) -> PriorityMatrix:
    return PriorityMatrix(tuple(tuple(f"P{n}" for n in row) for row in rows))


def test_the_usual_matrix_is_sound() -> None:
    """Impact plus urgency less one, at most 4."""
    assert matrix_faults(matrix("123", "234", "344"), PRIORITIES) == ()


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (matrix("123", "23", "344"), MatrixFault(MatrixFlaw.RAGGED, 2, 0, "")),
        (matrix("123", "294", "344"), MatrixFault(MatrixFlaw.UNKNOWN, 2, 2, "P9")),
        (matrix("123", "224", "314"), MatrixFault(MatrixFlaw.IMPACT_LOWERS, 2, 2, "P2")),
        (matrix("123", "234", "434"), MatrixFault(MatrixFlaw.URGENCY_LOWERS, 3, 1, "P4")),
        (matrix("123", "233", "333"), MatrixFault(MatrixFlaw.UNUSED, 0, 0, "P4")),
    ],
)
def test_a_flaw_of_the_matrix_is_found(cells: PriorityMatrix, fault: MatrixFault) -> None:
    assert fault in matrix_faults(cells, PRIORITIES)


def test_each_flaw_of_a_row_is_found() -> None:
    faults = matrix_faults(matrix("9123", "832", "444"), PRIORITIES)
    assert [(fault.flaw, fault.impact, fault.urgency) for fault in faults] == [
        (MatrixFlaw.UNKNOWN, 1, 1),
        (MatrixFlaw.RAGGED, 2, 0),
        (MatrixFlaw.UNKNOWN, 2, 1),
        (MatrixFlaw.URGENCY_LOWERS, 2, 2),
        (MatrixFlaw.RAGGED, 3, 0),
    ]


def test_an_empty_matrix_uses_no_priority() -> None:
    faults = matrix_faults(PriorityMatrix(()), PRIORITIES)
    assert [fault.flaw for fault in faults] == [MatrixFlaw.UNUSED] * 4


def test_sound_targets() -> None:
    assert target_faults(TARGETS, PRIORITIES) == ()


@pytest.mark.parametrize(
    ("index", "changes", "fault"),
    [
        (1, {"gti_minutes": 480}, TargetFault(TargetFlaw.GTI_NOT_BELOW_GTR, "P2")),
        (1, {"gti_minutes": 10}, TargetFault(TargetFlaw.GTI_FALLS, "P2")),
        (1, {"gtr_minutes": 200}, TargetFault(TargetFlaw.GTR_FALLS, "P2")),
        (0, {"gtr_minutes": None}, TargetFault(TargetFlaw.GTR_FALLS, "P2")),
    ],
)
def test_a_flaw_of_the_targets_is_found(
    index: int, changes: dict[str, int | None], fault: TargetFault
) -> None:
    targets = list(TARGETS)
    targets[index] = replace(targets[index], **changes)  # type: ignore[arg-type]
    assert fault in target_faults(targets, PRIORITIES)


def test_a_priority_without_target_is_found() -> None:
    assert target_faults(TARGETS[1:], PRIORITIES) == (TargetFault(TargetFlaw.MISSING, "P1"),)
