"""Measures of a month: what is read, and where each fault stands."""

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from docgen.model.engagement import Engagement
from docgen.model.measures import Measures, Suspension, Withdrawn
from docgen.pipeline.reading import Reader, open_context, open_engagement
from docgen.read.instants import read_instant
from docgen.read.measure_checks import check_sequence
from docgen.read.measures import read_measures
from docgen.read.table import read_table
from docgen.text.diagnostics import Checked
from docgen.text.quantities import Misread, Month
from docgen.text.source import Source
from docgen.workspace import Workspace

ROOT = Path(__file__).parents[2]
PARIS = ZoneInfo("Europe/Paris")
SERIES = """\
series:
  premier-contact: {events: 618, of: 894}
  appels-abandonnes: {events: 41, of: 1012}
  sauvegardes: {events: 3711, of: 3726}
  correctifs: {events: 96, of: 98}
  changements: {events: 46, of: 47}
  rapport-mensuel: {value: 4}
"""
TITLES = "id,service,priority,opened,acknowledged,restored,closed,suspended,excluded,reason,cause\n"


@cache
def engagement() -> Engagement:
    reader = Reader(Workspace(ROOT))
    context = open_context(reader)
    assert context is not None
    found = open_engagement(reader, context, "aurore")
    assert found is not None
    return found


def read(text: str, table: str = "") -> Checked[Measures | None]:
    source = Source("m/2027-10.yaml", text)
    return read_measures(source, lambda path: Source(path, table), engagement())


def faults(text: str, table: str = "") -> list[tuple[str, str, int, int]]:
    return [
        (fault.code, fault.span.path, fault.span.line, fault.span.column)
        for fault in read(text, table).diagnostics
    ]


def month(text: str, table: str = "") -> Measures:
    measures, diagnostics = read(text, table)
    assert diagnostics == ()
    assert measures is not None
    return measures


HEAD = "period: 2027-10\n"


def test_a_month_is_read_whole() -> None:
    text = (
        HEAD
        + SERIES
        + "before: {applied: 12.50 EUR, missed: {premier-contact: 2}, capped: 1}\nincidents_file: i.csv\n"
    )
    table = (
        TITLES
        + "INC-1,support,P3,2027-10-04 09:00,2027-10-04 09:20,,,2027-10-04 10:00/2027-10-04 11:00 client;2027-10-05 10:00/2027-10-05 11:00,,,panne\n"
    )
    measures = month(text, table)
    assert measures.period == Month(2027, 10)
    assert (measures.carried.applied, measures.carried.missed, measures.carried.capped) == (
        Decimal("12.50"),
        {"premier-contact": 2},
        1,
    )
    (incident,) = measures.incidents
    assert (incident.opened, incident.restored, incident.cause) == (
        datetime(2027, 10, 4, 9, tzinfo=PARIS),
        None,
        "panne",
    )
    assert [pause.case for pause in incident.pauses] == [Suspension.CLIENT, None]
    assert incident.at("service").column == 7


def test_incidents_may_stand_in_the_file_itself() -> None:
    text = (
        HEAD
        + SERIES
        + "incidents:\n  - {id: INC-1, service: support, priority: P3, opened: 2027-10-04 09:00}\n"
    )
    assert [incident.id for incident in month(text).incidents] == ["INC-1"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("INC-1,support,P3,04/10/2027 09:00,,,,,,,", [("DG216", 2, 18)]),
        ("INC-1,suport,P3,2027-10-04 09:00,,,,,,,", [("DG218", 2, 7)]),
        ("INC-1,support,P7,2027-10-04 09:00,,,,,,,", [("DG218", 2, 15)]),
        ("INC-1,support,P3,2027-10-04 09:00,2027-10-04 08:00,,,,,,", [("DG217", 2, 35)]),
        ("INC-1,support,P3,2027-10-04 09:00,,,2027-10-05 09:00,,,,", [("DG217", 2, 37)]),
        ("INC-1,support,P3,2027-10-04 09:00,,,,attente,,,", [("DG216", 2, 38)]),
        ("INC-1,support,P3,2027-10-04 09:00,,,,,clien,,", [("DG218", 2, 39)]),
        (",support,P3,2027-10-04 09:00,,,,,,,", [("DG215", 2, 1)]),
        ("INC-1,support,P3,2027-10-04 09:00", [("DG215", 2, 1)]),
        ("INC-1,support,P3,2027-10-31 02:30,,,,,,,", [("DG216", 2, 18)]),
    ],
)
def test_a_faulty_row_is_located(row: str, expected: list[tuple[str, int, int]]) -> None:
    found = faults(HEAD + SERIES + "incidents_file: i.csv\n", TITLES + row + "\n")
    assert [(code, line, column) for code, _, line, column in found] == expected
    assert {path for _, path, _, _ in found} == {"m/i.csv"}
    assert read(HEAD + SERIES + "incidents_file: i.csv\n", TITLES + row + "\n").value is None


def test_a_duplicate_incident_is_reported_at_the_second() -> None:
    row = "INC-1,support,P3,2027-10-04 09:00,,,,,,,\n"
    assert faults(HEAD + SERIES + "incidents_file: i.csv\n", TITLES + row + row) == [
        ("DG218", "m/i.csv", 3, 1)
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("  correctifs: {events: 96, of: 98}\n", ""), "DG219"),
        (("{events: 96, of: 98}", "{events: 99, of: 98}"), "DG219"),
        (("{events: 96, of: 98}", "{events: 96}"), "DG219"),
        (("correctifs:", "corectifs:"), "DG218"),
        (
            (
                "rapport-mensuel: {value: 4}",
                "rapport-mensuel: {value: 4}\n  satisfaction: {value: 4.3, of: 9}",
            ),
            "DG219",
        ),
        (
            ("rapport-mensuel: {value: 4}", "rapport-mensuel: {value: 4}\n  dispo-support: {value: 99}"),
            "DG219",
        ),
        (("{events: 618, of: 894}", "{unmeasured: true}"), "DG219"),
    ],
)
def test_a_measure_that_is_missing_or_out_of_place(change: tuple[str, str], code: str) -> None:
    assert code in {found for found, *_ in faults(HEAD + SERIES.replace(*change))}


def test_an_unmeasured_indicator_takes_the_value_that_is_given() -> None:
    measures = month(HEAD + SERIES.replace("{events: 618, of: 894}", "{unmeasured: true, value: 67.5}"))
    series = measures.of("premier-contact")
    assert series is not None
    assert (series.unmeasured, series.value) == (True, Decimal("67.5"))


def test_an_unmeasured_availability_needs_a_value_too() -> None:
    assert faults(HEAD + SERIES + "  dispo-support: {unmeasured: true}\n") == [
        ("DG219", "m/2027-10.yaml", 9, 3)
    ]
    assert month(HEAD + SERIES + "  dispo-support: {unmeasured: true, value: 98.9}\n")


def test_what_is_carried_is_in_the_currency_of_the_contract() -> None:
    assert faults(HEAD + SERIES + "before: {applied: 10 USD}\n") == [("DG219", "m/2027-10.yaml", 9, 19)]


def test_points_need_no_value_when_they_are_not_measured() -> None:
    assert month(HEAD + SERIES.replace("{events: 96, of: 98}", "{unmeasured: true}"))


def test_no_month_before_the_start_of_the_service() -> None:
    assert faults("period: 2027-04\n") == [("DG219", "m/2027-10.yaml", 1, 9)]


def test_a_notice_of_termination_is_of_its_month() -> None:
    text = f"period: 2027-10\ntermination_notice: DAY\n{SERIES}"
    assert month(text.replace("DAY", "2027-10-20")).termination_notice == date(2027, 10, 20)
    assert [code for code, *_ in faults(text.replace("DAY", "2027-11-02"))] == ["DG219"]


def test_an_interruption_may_be_out_of_the_scope() -> None:
    text = (
        f"period: 2027-10\n{SERIES}interruptions:\n"
        "  - {service: hebergement, start: 2027-10-04 08:00, end: 2027-10-04 09:00, excluded: out_of_scope, reason: opérateur}\n"
    )
    (found,) = month(text).interruptions
    assert found.excluded is Withdrawn.OUT_OF_SCOPE


def test_months_follow_one_another() -> None:
    def of(period: str, more: str = "") -> Measures:
        satisfaction = "  satisfaction: {value: 4.3, of: 90}\n" if period.endswith(("09", "12")) else ""
        return month(f"period: {period}\n{SERIES}{satisfaction}{more}")

    def told(*months: Measures) -> list[str]:
        return [fault.message for fault in check_sequence(months, engagement())]

    assert told(of("2027-10"), of("2027-11"), of("2027-12"), of("2028-01")) == []
    assert told(of("2027-10"), of("2027-12")) == ["2027-11 is missing"]
    assert told(of("2027-10"), of("2027-10")) == ["2027-10 is measured twice"]
    assert told(of("2027-10"), of("2027-11", "before: {capped: 1}\n")) == [
        "'before' is stated in a month that is not the first"
    ]


# --- tables and instants -----------------------------------------------------------------------------------


def test_a_table_takes_either_separator_and_quotes() -> None:
    for text in ('a,b\n1,"x, ""y"""\n', 'a;b\r\n1;"x, ""y"""\r\n\r\n'):
        (row,) = read_table(Source("t.csv", text), ("a",), ("b",)).value
        assert {name: cell.text for name, cell in row.cells.items()} == {"a": "1", "b": 'x, "y"'}
        assert row.cells["b"].span.column == 3


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a,c\n", (1, 3)),
        ("a,a\n", (1, 3)),
        ("b\n", (1, 1)),
        ('a,b\n1,"x\n', (2, 1)),
        ("a,b\n1\n", (2, 1)),
        ("", (1, 1)),
    ],
)
def test_a_table_that_cannot_be_read(text: str, place: tuple[int, int]) -> None:
    fault = read_table(Source("t.csv", text), ("a",), ("b",)).diagnostics[0]
    assert (fault.code, fault.span.line, fault.span.column) == ("DG215", *place)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2027-10-04 08:15", "2027-10-04T06:15+00:00"),
        ("2027-10-04T08:15:59", "2027-10-04T06:15+00:00"),
        ("2027-12-04 08:15", "2027-12-04T07:15+00:00"),
        ("2027-10-31 02:30+02:00", "2027-10-31T00:30+00:00"),
        ("2027-10-31T02:30Z", "2027-10-31T02:30+00:00"),
    ],
)
def test_an_instant(text: str, utc: str) -> None:
    read_ = read_instant(text, PARIS)
    assert isinstance(read_, datetime)
    assert read_ == datetime.fromisoformat(utc)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2027-10-04",
        "2027-02-30 10:00",
        "2027-10-04 24:00",
        "2027-10-31 02:30",
        "2027-03-28 02:30",
        "4 oct. 2027 10:00",
    ],
)
def test_what_is_no_instant(text: str) -> None:
    assert isinstance(read_instant(text, PARIS), Misread)
