"""Faults accepted on purpose: the waivers of each file, and the faults that remain.

A waiver counts when it states a reason and its last day has not passed. It covers the faults with its code in the file
where it stands, and in the short text of the clause; one of an engagement covers all files of the engagement and its default terms, or one value of them.
A waiver cannot be waived, and a fault of reading cannot either, since what was not read has no waivers.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from docgen.model.clause import SHORT, STANDARD, Clause, Waiver
from docgen.model.engagement import Engagement, Path
from docgen.rules._index import Index
from docgen.text.diagnostics import Diagnostic
from docgen.text.source import Span

NEVER = ("DG341", "DG342", "DG343")


class Placed(NamedTuple):
    """A waiver, the place of its code, the files that it covers, and the places in them when it is limited."""

    waiver: Waiver
    span: Span
    files: frozenset[str]
    places: frozenset[Span] | None

    def in_force(self, today: date) -> bool:
        """True when the waiver counts on a day."""
        waiver = self.waiver
        return (
            bool(waiver.reason)
            and waiver.until is not None
            and today <= waiver.until
            and waiver.code not in NEVER
        )

    def covers(self, fault: Diagnostic) -> bool:
        """True when a fault is of its code and place."""
        return (
            fault.code == self.waiver.code
            and fault.span.path in self.files
            and (self.places is None or fault.span in self.places)
        )


def of_library(shared: Index) -> tuple[Placed, ...]:
    """The waivers of all clauses; that of a master covers the short text of the clause too."""
    return tuple(
        Placed(waiver, text.at(f"waivers.{rank}.code"), _covered(shared, text), None)
        for text in shared.texts
        for rank, waiver in enumerate(text.waivers)
    )


def _covered(shared: Index, text: Clause) -> frozenset[str]:
    short = shared.library.find(text.id, text.language, SHORT) if text.position == STANDARD else None
    return frozenset({text.source.path} if short is None else {text.source.path, short.source.path})


def of_engagement(engagement: Engagement) -> tuple[Placed, ...]:
    """The waivers of an engagement."""
    if not engagement.waivers:
        return ()
    files = frozenset(span.path for span in engagement.spans.values())
    return tuple(
        Placed(waiver, engagement.at("waivers", rank, "code"), files, _places(engagement, waiver.place))
        for rank, waiver in enumerate(engagement.waivers)
    )


def standing(faults: Iterable[Diagnostic], waivers: Iterable[Placed], today: date) -> tuple[Diagnostic, ...]:
    """The faults that no waiver in force covers."""
    by_code: dict[str, list[Placed]] = {}
    for placed in waivers:
        if placed.in_force(today):
            by_code.setdefault(placed.waiver.code, []).append(placed)
    return tuple(
        fault for fault in faults if not any(placed.covers(fault) for placed in by_code.get(fault.code, ()))
    )


def idle(faults: Iterable[Diagnostic], waivers: Iterable[Placed], today: date) -> Iterator[Placed]:
    """The waivers in force that cover none of the faults."""
    by_code: dict[str, list[Diagnostic]] = {}
    for fault in faults:
        by_code.setdefault(fault.code, []).append(fault)
    for placed in waivers:
        if placed.in_force(today) and not any(map(placed.covers, by_code.get(placed.waiver.code, ()))):
            yield placed


def _places(engagement: Engagement, place: str) -> frozenset[Span] | None:
    """Every place in the value that a dotted path names (`sla.indicators[2]`, counted from 1); None for no path."""
    if not place:
        return None
    steps: Path = tuple(
        int(number) - 1 if number else name for number, name in re.findall(r"\[(\d+)\]|([^.\[\]]+)", place)
    )
    tables = (engagement.spans, engagement.keys)
    return frozenset(span for table in tables for path, span in table.items() if path[: len(steps)] == steps)
