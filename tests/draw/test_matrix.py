"""Priority matrix."""

import re

from docgen.draw.matrix import MatrixRow, PriorityCell, matrix

ROWS = (
    MatrixRow("whole", (PriorityCell("P1", 1), PriorityCell("P2", 2))),
    MatrixRow("single", (PriorityCell("P3", 3), PriorityCell("P9", 9))),
)


def test_the_shade_follows_the_rank() -> None:
    svg = matrix(ROWS, ("stopped", "slow"), "impact", "urgency")
    assert re.findall(r'<rect class="(fill\d)"', svg) == ["fill1", "fill2", "fill3", "fill4"]


def test_every_cell_prints_its_priority_legibly() -> None:
    svg = matrix(ROWS, ("stopped", "slow"), "impact", "urgency")
    found = re.findall(r'class="(on\d) t1 strong"[^>]*>(\w+)<', svg)
    assert found == [("on1", "P1"), ("on2", "P2"), ("on3", "P3"), ("on4", "P9")]


def test_prints_every_label() -> None:
    svg = matrix(ROWS, ("stopped", "slow"), "impact", "urgency")
    assert all(
        f">{word}</text>" in svg for word in ("whole", "single", "stopped", "slow", "impact", "urgency")
    )
