"""The status of an engagement: its last release, due dates. Pure functions of its locks, its facts and a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from docgen.history.lock import Lock
from docgen.model.clause import Clause
from docgen.model.deal import RenewalMode
from docgen.model.engagement import Engagement
from docgen.sla.days import add_months

RELEASED, SIGNED, SUPERSEDED = "released", "signed", "superseded"


@dataclass(frozen=True, slots=True)
class Due:
    """An event due on a day: `notice` (the last day to give notice on the renewal), `end` (of the term),
    `review` (of a clause, whose id is `what`)."""

    on: date
    kind: str
    what: str = ""


def state(lock: Lock, last: Lock) -> str:
    """The state of a release today: superseded by a later one, signed, or released and not signed."""
    if lock.number < last.number:
        return SUPERSEDED
    return SIGNED if lock.signed is not None else RELEASED


def due(engagement: Engagement, clauses: Iterable[Clause], today: date, within: int) -> tuple[Due, ...]:
    """The events due from `today` within so many days, and late reviews, the earliest first."""
    last = today + timedelta(days=within)
    reviews = (
        Due(clause.review_by, "review", clause.id) for clause in clauses if clause.review_by is not None
    )
    terms = (event for event in _term(engagement, today) if event.on >= today)
    return tuple(
        sorted(
            (event for event in (*reviews, *terms) if event.on <= last),
            key=lambda event: (event.on, event.kind, event.what),
        )
    )


def _term(engagement: Engagement, today: date) -> Iterator[Due]:
    """The end of the term that runs on a day, and the last day of the notice before it.

    A tacit renewal adds its duration as often as the contract allows; the notice runs back from the last day of the
    term, month for month.
    """
    renewal = engagement.term.renewal
    months = engagement.term.initial.months
    duration, notice = renewal.duration, renewal.notice
    left = (renewal.max_count or 0) if renewal.mode is RenewalMode.TACIT else 0
    added = duration.months if duration is not None else 0
    while added and left > 0 and _last_day(engagement.contract.effective, months) < today:
        months, left = months + added, left - 1
    end = _last_day(engagement.contract.effective, months)
    yield Due(end, "end")
    goes_on = renewal.mode is RenewalMode.EXPRESS or (left > 0 and added > 0)
    if notice is not None and goes_on:
        yield Due(add_months(end, -notice.months), "notice")


def _last_day(effective: date, months: int) -> date:
    return add_months(effective, months) - timedelta(days=1)
