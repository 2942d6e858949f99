"""Every way in which a value can miss its schema: code, place to the column, message, remedy."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from docgen.read.schemas.fields import (
    choice,
    clock,
    count,
    day,
    flag,
    group,
    hours,
    many,
    money,
    month,
    months,
    name,
    number,
    percent,
    table,
    text,
)
from docgen.read.validate import validate
from docgen.text.diagnostics import Diagnostic
from docgen.text.quantities import Duration, Money, Month, Percent, TimeSpan, Unit
from docgen.text.source import Source, Span
from docgen.text.yamltext import dotted, load

SCHEMA = {
    "id": name("identifier", "aurore"),
    "note": text("a remark", required=False, most=10),
    "mode": choice("mode", ("tacit", "express"), required=False),
    "open": flag("open", required=False),
    "rank": count("rank", 1, least=1, most=9, required=False),
    "weight": number("weight", "1.5", least="0", most="2", required=False),
    "fee": money("fee", "10 EUR", least="1 EUR", required=False),
    "target": percent("target", "99.9 %", required=False),
    "gti": clock("response time", "30 min", least="5 min", most="8 h", required=False),
    "term": months("term", "36 months", required=False),
    "start": day("start", "2026-12-01", required=False),
    "base": month("base month", "2026-09", required=False),
    "code": text("a code", "AB-1", pattern=r"[A-Z]{2}-\d", required=False),
    "week": group(
        "week",
        {"monday": many("hours", hours("hours"), required=False), "zone": text("zone")},
        required=False,
    ),
    "delays": table("delays", "priority", clock("delay", "1 h"), required=False),
    "items": many(
        "items",
        group("item", {"id": name("item"), "price": money("price", "1 EUR")}),
        required=False,
        most=2,
    ),
}


def checked(yaml: str) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    document, faults = load(Source("a.yaml", yaml))
    assert faults == ()
    value, diagnostics = validate(SCHEMA, document.value, document.spans, document.keys, Span("a.yaml"))
    return value, diagnostics


def test_quantities_are_typed() -> None:
    value, faults = checked(
        "id: x\nrank: 2\nweight: 1.5\nfee: 12 500 EUR\ntarget: 99.9 %\ngti: 4 h\nterm: 3 years\nstart: 2026-12-01\nbase: 2026-09\n"
        "week: {monday: ['08:00-18:00'], zone: Paris}\ndelays: {P1: 1 h}\nitems: [{id: a, price: 2 EUR}]\n"
    )
    assert faults == ()
    assert value == {
        "id": "x",
        "rank": 2,
        "weight": Decimal("1.5"),
        "fee": Money(Decimal(12500), "EUR"),
        "target": Percent(Decimal("99.9")),
        "gti": Duration(4, Unit.HOUR),
        "term": Duration(3, Unit.YEAR),
        "start": date(2026, 12, 1),
        "base": Month(2026, 9),
        "week": {"monday": [TimeSpan(480, 1080)], "zone": "Paris"},
        "delays": {"P1": Duration(1, Unit.HOUR)},
        "items": [{"id": "a", "price": Money(Decimal(2), "EUR")}],
    }


def test_a_number_in_the_place_of_a_text_is_the_text_as_written() -> None:
    assert checked("id: 100000009\nnote: 1.10\n") == ({"id": "100000009", "note": "1.10"}, ())


@pytest.mark.parametrize(
    ("yaml", "code", "place", "message", "hint"),
    [
        ("idd: x\nid: x", "DG201", (1, 1, 4), "unknown key 'idd'", "did you mean 'id'?"),
        (
            "id: x\nitems: [{id: a, prise: 1 EUR, price: 1 EUR}]",
            "DG201",
            (2, 17, 22),
            "unknown key 'prise'",
            "did you mean 'price'?",
        ),
        (
            "id: x\nweek: {zone: a, zzzzzz: 1}",
            "DG201",
            (2, 17, 23),
            "unknown key 'zzzzzz'",
            "known keys: monday, zone",
        ),
        ("note: a", "DG202", (1, 1, 1), "id is missing", "add identifier, as in 'id: aurore'"),
        ("id: x\nweek: {monday: []}", "DG202", (2, 1, 5), "week.zone is missing", "add zone"),
        ("id: x\nitems: [{price: 1 EUR}]", "DG202", (2, 9, 10), "items[1].id is missing", "add item"),
        ("id: [x]", "DG203", (1, 5, 6), "id is not a text", "write a text"),
        ("id: x\nopen: 'yes'", "DG203", (2, 7, 12), "open is not true or false", "write true or false"),
        ("id: x\nrank: 1.5", "DG203", (2, 7, 10), "rank is not a whole number", "write a whole number"),
        ("id: x\nrank: true", "DG203", (2, 7, 11), "rank is not a whole number", "write a whole number"),
        ("id: x\nweight: a", "DG203", (2, 9, 10), "weight is not a number", "write a number"),
        ("id: x\nitems: {a: 1}", "DG203", (2, 8, 9), "items is not a list", "write a list"),
        ("id: x\ndelays: [1]", "DG203", (2, 9, 10), "delays is not a mapping", "write a mapping"),
        (
            "id: x\nfee: 12",
            "DG203",
            (2, 6, 8),
            "fee is not an amount with its currency, as in '12 500 EUR'",
            None,
        ),
        (
            "id: x\nfee: 12.500 EUR",
            "DG204",
            (2, 6, 16),
            "fee: '12.500 EUR' may be thousands or decimals",
            None,
        ),
        ("id: x\ngti: 4 heures", "DG204", (2, 6, 14), "gti: '4 heures' is not a duration", None),
        ("id: x\ndelays:\n  P1: 1h30", "DG204", (3, 7, 11), "delays.P1: '1h30' is not a duration", None),
        (
            "id: x\nweek: {monday: ['8-18'], zone: a}",
            "DG204",
            (2, 17, 23),
            "week.monday[1]: '8-18' is not a span of hours",
            None,
        ),
        (
            "id: x\nstart: 2026-02-30",
            "DG204",
            (2, 8, 18),
            "start: '2026-02-30' is not a day of the calendar",
            None,
        ),
        (
            "id: x\nmode: tacite",
            "DG205",
            (2, 7, 13),
            "mode: 'tacite' is not allowed",
            "did you mean 'tacit'?",
        ),
        ("id: x\nmode: zzz", "DG205", (2, 7, 10), "mode: 'zzz' is not allowed", "one of: tacit, express"),
        ("id: x\nrank: 0", "DG206", (2, 7, 8), "rank is less than 1", "write a value from 1"),
        ("id: x\nrank: 10", "DG206", (2, 7, 9), "rank is more than 9", "write a value up to 9"),
        ("id: x\nweight: 2.1", "DG206", (2, 9, 12), "weight is more than 2", None),
        ("id: x\nfee: 0.99 EUR", "DG206", (2, 6, 14), "fee is less than 1 EUR", None),
        ("id: x\ntarget: 100.01 %", "DG206", (2, 9, 17), "target is more than 100 %", None),
        ("id: x\ngti: 1 min", "DG206", (2, 6, 11), "gti is less than 5 min", None),
        ("id: x\ngti: 481 min", "DG206", (2, 6, 13), "gti is more than 8 h", None),
        ("id: x\ngti: 2 business days", "DG206", (2, 6, 21), "gti is not in minutes, hours", None),
        ("id: x\nterm: 30 days", "DG206", (2, 7, 14), "term is not in months, years", None),
        ("id: x\nnote: 12345678901", "DG206", (2, 7, 18), "note is longer than 10", None),
        ("id: x\nitems: []", "DG206", (2, 8, 9), "items has fewer than 1 items", None),
        (
            "id: x\nitems: [{id: a, price: 1 EUR}, {id: b, price: 1 EUR}, {id: c, price: 1 EUR}]",
            "DG206",
            (2, 8, 9),
            "items is longer than 2",
            None,
        ),
        ("id: ''", "DG207", (1, 5, 7), "id is empty", None),
        ("id: x\nnote:", "DG207", (2, 6, 6), "note is empty", None),
        ("id: x\nfee: null", "DG207", (2, 6, 10), "fee is empty", None),
        ("id: a b", "DG208", (1, 5, 8), "id: 'a b' does not have the form of identifier", "as in 'aurore'"),
        ('id: "ab\\n"', "DG208", (1, 5, 11), "id: 'ab\\n' does not have the form of identifier", None),
        (
            "id: x\ncode: xAB-1",
            "DG208",
            (2, 7, 12),
            "code: 'xAB-1' does not have the form of a code",
            "as in 'AB-1'",
        ),
    ],
)
def test_a_fault_has_its_code_place_message_and_remedy(
    yaml: str, code: str, place: tuple[int, int, int], message: str, hint: str | None
) -> None:
    _, faults = checked(yaml)
    by_code = [fault for fault in faults if fault.code == code]
    assert [(fault.message, tuple(fault.span[1:])) for fault in by_code] == [(message, place)]
    assert by_code[0].hint
    if hint is not None:
        assert by_code[0].hint == hint


def test_a_quantity_that_cannot_be_read_is_told_once() -> None:
    assert [fault.code for fault in checked("id: x\ngti: bientôt")[1]] == ["DG204"]


def test_all_faults_are_told() -> None:
    _, faults = checked("idd: x\nmode: zzz\nrank: 0\ngti: 4\nitems: [{id: a}, {price: x}]")
    assert sorted(fault.code for fault in faults) == [
        "DG201",
        "DG202",
        "DG202",
        "DG202",
        "DG203",
        "DG204",
        "DG205",
        "DG206",
    ]


@pytest.mark.parametrize("yaml", ["", "- a", "text"])
def test_a_file_that_is_no_mapping(yaml: str) -> None:
    value, (fault,) = checked(yaml)
    assert value == {}
    assert (fault.code, fault.span.line) == ("DG203", 1)


def test_list_places_count_from_one_as_people_do() -> None:
    assert dotted(("services", 1, "monthly_fee")) == "services[2].monthly_fee"
    assert dotted(()) == ""
