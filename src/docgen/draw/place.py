"""Placing labels that would collide: pushed apart on one line, or dealt out over several rows."""

from collections.abc import Sequence
from itertools import pairwise


def spread(wanted: Sequence[float], widths: Sequence[float], low: float, high: float) -> tuple[float, ...]:
    """Centres for labels of these widths, in the order given and as near as possible to the wanted centres.

    `wanted` ascends. No two labels overlap and all lie between `low` and `high`, as long as their widths
    sum to no more than the room; beyond that the overlap is shared evenly.
    """
    if not wanted:
        return ()
    squeeze = min(1.0, (high - low) / (sum(widths) or 1.0))
    halves = [width * squeeze / 2 for width in widths]
    gaps = [left + right for left, right in pairwise(halves)]
    centres = [max(wanted[0], low + halves[0])]
    for place, gap in zip(wanted[1:], gaps, strict=True):
        centres.append(max(place, centres[-1] + gap))
    limit = high - halves[-1]
    for index in reversed(range(len(centres))):
        centres[index] = min(centres[index], limit)
        limit = centres[index] - gaps[index - 1] if index else limit
    return tuple(centres)


def stagger(spans: Sequence[tuple[float, float]], gap: float = 6) -> tuple[int, ...]:
    """For each span (left, right), the first row where it lies clear of the spans before it by `gap` px."""
    ends: list[float] = []
    rows: list[int] = []
    for left, right in spans:
        row = next((row for row, end in enumerate(ends) if left >= end + gap), len(ends))
        ends[row : row + 1] = [right]
        rows.append(row)
    return tuple(rows)
