"""Read the measures of one month: a YAML file, and its incidents there or in a CSV file beside it.

Faults: those of YAML (DG1xx) and of the schema (DG2xx), of tables (DG215) and instants (DG216); DG217 (instants out of
order), DG218 (a thing that the engagement does not have, or a duplicate), DG219 (a measure that is missing,
incomplete or not of this month).
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from docgen.model.engagement import Engagement
from docgen.model.measures import (
    Carried,
    IncidentRecord,
    Interruption,
    MaintenanceRecord,
    Measures,
    Pause,
    Series,
    Suspension,
    Withdrawn,
)
from docgen.model.sla import ExcludedCause
from docgen.read.instants import read_instant
from docgen.read.measure_checks import check_measures
from docgen.read.schemas.measures import INCIDENT, INCIDENT_EXCLUSIONS, MEASURES
from docgen.read.table import TextRow, read_table
from docgen.read.validate import validate
from docgen.text.diagnostics import Checked, Diagnostic, has_errors, nearest
from docgen.text.faults import (
    INSTANT_UNREADABLE,
    MEASURE_MISSING,
    MEASURE_OF_UNKNOWN_THING,
    MEASURE_TABLE_MALFORMED,
    FaultKind,
)
from docgen.text.quantities import Misread
from docgen.text.source import Source, Span
from docgen.text.yamltext import Path, YamlDocument, load

Fetch = Callable[[str], Source]

_REQUIRED = tuple(name for name, rules in INCIDENT.items() if rules.get("required"))
_OPTIONAL = tuple(name for name in INCIDENT if name not in _REQUIRED)


def read_measures(source: Source, fetch: Fetch, engagement: Engagement) -> Checked[Measures | None]:
    """The measures of a month, None if one of them cannot be read or is faulty; `fetch` reads the file beside."""
    document, faults = load(source)
    if has_errors(faults):
        return Checked(None, faults)
    values, found = validate(MEASURES, document.value, document.spans, document.keys, Span(source.path))
    if has_errors(found):
        return Checked(None, (*faults, *found))
    reading = _Reading(ZoneInfo(engagement.calendar.timezone))
    incidents = tuple(reading.listed(values.get("incidents") or (), document))
    if "incidents_file" in values:
        beside = f"{source.path.rpartition('/')[0]}/{values['incidents_file']}".lstrip("/")
        rows, wrong = read_table(fetch(beside), _REQUIRED, _OPTIONAL)
        reading.diagnostics.extend(wrong)
        incidents += tuple(reading.tabled(rows))
    carried = values.get("before") or {}
    measures = Measures(
        period=values["period"],
        incidents=incidents,
        interruptions=tuple(reading.interruptions(values.get("interruptions") or (), document)),
        maintenance=tuple(reading.maintenance(values.get("maintenance") or (), document)),
        series=tuple(_series(values.get("series") or {}, document)),
        carried=Carried(
            **{name: carried[name].amount for name in ("applied", "lately") if name in carried},
            missed=carried.get("missed") or {},
            capped=carried.get("capped") or 0,
        ),
        termination_notice=values.get("termination_notice"),
        path=source.path,
        span=document.at(("period",)),
    )
    diagnostics = [
        *faults,
        *found,
        *reading.diagnostics,
        *_foreign(carried, document, engagement.price.currency),
    ]
    if not has_errors(diagnostics):
        diagnostics.extend(check_measures(measures, engagement))
    return Checked(None if has_errors(diagnostics) else measures, tuple(diagnostics))


class _Reading:
    """Reads the records of a month; a record that cannot be read is left out and reported."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self.diagnostics: list[Diagnostic] = []

    def listed(self, items: Any, document: YamlDocument) -> Iterator[IncidentRecord]:
        for index, item in enumerate(items):
            path: Path = ("incidents", index)
            yield self._incident(item, _places(item, path, document), document.at(path))

    def tabled(self, rows: tuple[TextRow, ...]) -> Iterator[IncidentRecord]:
        for row in rows:
            texts = {name: cell.text for name, cell in row.cells.items()}
            absent = [name for name in _REQUIRED if name not in texts]
            for name in absent:
                self._fault(
                    row.span,
                    MEASURE_TABLE_MALFORMED,
                    f"the row has no {name}",
                    f"fill in the column {name!r}",
                )
            excluded = texts.get("excluded", "")
            if excluded and excluded not in INCIDENT_EXCLUSIONS:
                hint = nearest(excluded, INCIDENT_EXCLUSIONS) or "one of: " + ", ".join(INCIDENT_EXCLUSIONS)
                self._fault(
                    row.cells["excluded"].span,
                    MEASURE_OF_UNKNOWN_THING,
                    f"unknown cause of exclusion {excluded!r}",
                    hint,
                )
            if not absent:
                yield self._incident(texts, {name: cell.span for name, cell in row.cells.items()}, row.span)

    def interruptions(self, items: Any, document: YamlDocument) -> Iterator[Interruption]:
        for index, item in enumerate(items):
            path: Path = ("interruptions", index)
            start, end = (self._instant(item[name], document.at((*path, name))) for name in ("start", "end"))
            if start is not None and end is not None:
                yield Interruption(
                    item["service"],
                    start,
                    end,
                    excluded=_excluded(item.get("excluded")),
                    reason=item.get("reason") or "",
                    cause=item.get("cause") or "",
                    span=document.at(path),
                    places=_places(item, path, document),
                )

    def maintenance(self, items: Any, document: YamlDocument) -> Iterator[MaintenanceRecord]:
        for index, item in enumerate(items):
            path: Path = ("maintenance", index)
            names = ("start", "end", "announced", "until")
            moments = {
                name: self._instant(item[name], document.at((*path, name))) for name in names if name in item
            }
            start, end = moments["start"], moments["end"]
            if start is not None and end is not None:
                yield MaintenanceRecord(
                    services=tuple(item["services"]),
                    start=start,
                    end=end,
                    announced=moments.get("announced"),
                    until=moments.get("until"),
                    reason=item.get("reason") or "",
                    span=document.at(path),
                    places=_places(item, path, document),
                )

    def _incident(self, texts: Mapping[str, str], places: Mapping[str, Span], span: Span) -> IncidentRecord:
        names = ("opened", "acknowledged", "restored", "closed")
        moments = {name: self._instant(texts[name], places[name]) for name in names if texts.get(name)}
        pauses = (
            tuple(self._pauses(texts["suspended"], places["suspended"])) if texts.get("suspended") else ()
        )
        return IncidentRecord(
            id=texts["id"],
            service=texts["service"],
            priority=texts["priority"],
            opened=moments["opened"] or datetime.max.replace(tzinfo=self.zone),
            acknowledged=moments.get("acknowledged"),
            restored=moments.get("restored"),
            closed=moments.get("closed"),
            pauses=pauses,
            excluded=_excluded(texts.get("excluded")),
            reason=texts.get("reason") or "",
            cause=texts.get("cause") or "",
            span=span,
            places=places,
        )

    def _pauses(self, text: str, span: Span) -> Iterator[Pause]:
        for part in text.split(";"):
            stretch, _, case = part.strip().rpartition(" ")
            if case not in tuple(Suspension):
                stretch, case = part.strip(), ""
            first, slash, last = stretch.partition("/")
            if not slash:
                self._fault(
                    span,
                    INSTANT_UNREADABLE,
                    f"{part.strip()!r} is not a suspension",
                    "write '2027-10-04 10:15/2027-10-04 13:45 client'",
                )
                continue
            start, end = self._instant(first.strip(), span), self._instant(last.strip(), span)
            if start is not None and end is not None:
                yield Pause(start, end, Suspension(case) if case else None)

    def _instant(self, text: str, span: Span) -> datetime | None:
        read = read_instant(text, self.zone)
        if isinstance(read, Misread):
            self._fault(span, INSTANT_UNREADABLE, f"{text!r} {read.message}", read.hint)
            return None
        return read

    def _fault(self, span: Span, kind: FaultKind, message: str, hint: str) -> None:
        self.diagnostics.append(kind.at(span, message, hint))


def _excluded(text: str | None) -> ExcludedCause | Withdrawn | None:
    """Why a record does not count; None if there is none, or it is not an allowed cause (reported where it is read)."""
    known: dict[str, ExcludedCause | Withdrawn] = {one.value: one for one in (*ExcludedCause, *Withdrawn)}
    return known.get(text or "")


def _foreign(carried: Mapping[str, Any], document: YamlDocument, currency: str) -> Iterator[Diagnostic]:
    for name in ("applied", "lately"):
        if name in carried and carried[name].currency != currency:
            where, message = document.at(("before", name)), f"before.{name} is in {carried[name].currency}"
            yield MEASURE_MISSING.at(where, message, f"write it in {currency}, the currency of the contract")


def _places(item: Mapping[str, Any], path: Path, document: YamlDocument) -> Mapping[str, Span]:
    return {name: document.at((*path, name)) for name in item}


def _series(items: Mapping[str, Any], document: YamlDocument) -> Iterator[Series]:
    for indicator, item in items.items():
        value = item.get("value")
        yield Series(
            indicator=indicator,
            number=item.get("events"),
            total=item.get("of"),
            value=None if value is None else Decimal(value),
            values=tuple(map(Decimal, item.get("values") or ())),
            unmeasured=bool(item.get("unmeasured")),
            cause=item.get("cause") or "",
            span=document.key(("series", indicator)),
        )
