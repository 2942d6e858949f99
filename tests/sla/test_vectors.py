"""The test vectors: each is one test, and each value that a vector expects is computed here."""

from bisect import bisect_left
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from docgen.model.measures import Carried
from docgen.model.sla import (
    Band,
    Bonus,
    Caps,
    Compared,
    Counting,
    Cumulation,
    DayKind,
    Direction,
    EarnBack,
    EarnBackShare,
    Exclusion,
    Indicator,
    IndicatorUnit,
    LinearScale,
    PerIncidentScale,
    Period,
    PointScale,
    Promise,
    ResponseTarget,
    Rounding,
    RoundingMode,
    StepScale,
    WeekWindow,
    Weight,
)
from docgen.sla import (
    availability,
    credits,
    days,
    prices,
    rates,
    reliability,
    tickets,
)
from docgen.sla.calendar import elapsed, period_of, window_minutes
from docgen.sla.intervals import MINUTE, Interval, length, merge, total
from docgen.sla.settle import Base, Outcome, settle
from docgen.text.quantities import TimeSpan

from .months import GROWING, agreement, missed, one_month, terms
from .months import month as month_of

PARIS = ZoneInfo("Europe/Paris")
OFFICE = WeekWindow("HO", "office hours", days=((TimeSpan(480, 1080),),) * 5 + ((), ()))
ALWAYS = WeekWindow("24x7", "around the clock", always=True)

# BaseLoader keeps every scalar as it is written, so that no number passes through a float.
VECTORS = {
    v["id"]: v
    for v in yaml.load((Path(__file__).parent / "vectors.yaml").read_text("utf-8"), yaml.BaseLoader)
}
CHECKS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {}

Check = Callable[[dict[str, Any]], dict[str, Any]]


def vector(vector_id: str) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        assert vector_id not in CHECKS
        CHECKS[vector_id] = check
        return check

    return register


def same(computed: Any, expected: Any) -> bool:
    match computed:
        case bool():
            return expected == str(computed).lower()
        case Decimal() | int():
            return computed == Decimal(expected)
        case datetime():
            offset = len(expected) > len("2026-04-13T11:30")
            return expected == computed.strftime("%Y-%m-%dT%H:%M") + (
                computed.isoformat()[-6:] if offset else ""
            )
        case date():
            return expected == computed.isoformat()
        case list():
            return len(computed) == len(expected) and all(map(same, computed, expected))
        case _:
            return bool(computed == expected)


def test_there_are_60_vectors_and_each_has_its_check() -> None:
    assert len(VECTORS) == 60
    assert CHECKS.keys() == VECTORS.keys()


@pytest.mark.parametrize("vector_id", VECTORS)
def test_vector(vector_id: str) -> None:
    expected = {key: value for key, value in VECTORS[vector_id]["expected"].items() if key != "note"}
    computed = CHECKS[vector_id](VECTORS[vector_id]["given"])
    assert computed.keys() == expected.keys()
    for key, value in computed.items():
        assert same(value, expected[key]), f"{key}: computed {value}, expected {expected[key]}"


def at(text: str) -> datetime:
    moment = datetime.fromisoformat(text.split(" (")[0])
    return moment if moment.tzinfo else moment.replace(tzinfo=PARIS)


def dp(value: Decimal | None, decimals: int) -> Decimal:
    assert value is not None
    return rates.rounded(value, Rounding(decimals))


def indicator(target: str = "99.90", **changes: Any) -> Indicator:
    return Indicator(
        "i", "Indicator", ("s",), Direction.HIGHER, IndicatorUnit.PERCENT, Decimal(target), **changes
    )


def month(text: str, zone: str = "Europe/Paris") -> Interval:
    return period_of(Period.MONTH, date.fromisoformat(f"{text}-01"), zone)


# availability


def figures(given: dict[str, Any]) -> availability.ServiceTime:
    planned = int(given.get("planned_min", 0))
    down = int(given.get("unplanned_min", given.get("downtime_min", 0)))
    return availability.ServiceTime(int(given["ast_min"]), planned, 0, down, planned)


@vector("AV-01")
def _(given: dict[str, Any]) -> dict[str, Any]:
    assert window_minutes(ALWAYS, Period.MONTH, date(2026, 4, 1)) == 43200
    value = availability.availability(figures(given), Exclusion.BOTH)
    return {"pct_4dp": dp(value, 4), "pct_2dp": dp(value, 2)}


@vector("AV-02")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"pct_4dp": dp(availability.availability(figures(given), Exclusion.NONE), 4)}


@vector("AV-03")
def _(given: dict[str, Any]) -> dict[str, Any]:
    time = figures(given)
    return {
        "ast_min": availability.agreed_minutes(time, Exclusion.BOTH),
        "pct_4dp": dp(availability.availability(time, Exclusion.BOTH), 4),
    }


@vector("AV-04")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"pct_4dp": dp(availability.availability(figures(given), Exclusion.DOWNTIME), 4)}


@vector("AV-05")
def _(given: dict[str, Any]) -> dict[str, Any]:
    minutes = availability.allowed_downtime(int(given["ast_min"]), Decimal(given["target_pct"]))
    return {"minutes": minutes, "seconds": minutes * 60}


@vector("AV-06")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"minutes": availability.allowed_downtime(int(given["ast_min"]), Decimal(given["target_pct"]))}


@vector("AV-07")
def _(given: dict[str, Any]) -> dict[str, Any]:
    targets = ("99.0", "99.5", "99.95", "99.99")
    return {t: availability.allowed_downtime(int(given["ast_min"]), Decimal(t)) for t in targets}


@vector("AV-08")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {m: window_minutes(ALWAYS, Period.MONTH, date.fromisoformat(f"{m}-01")) for m in given["months"]}


@vector("AV-09")
def _(given: dict[str, Any]) -> dict[str, Any]:
    named = tuple(map(date.fromisoformat, given["holidays"]))
    assert named == tuple(sorted(d for d in days.public_holidays("FR", 2026) if d.month == 5))
    window = window_minutes(OFFICE, Period.MONTH, date(2026, 5, 1))
    time = availability.ServiceTime(window, 0, 0, int(given["downtime_min"]))
    return {"ast_min": window, "pct_2dp": dp(availability.availability(time, Exclusion.BOTH), 2)}


@vector("AV-10")
def _(given: dict[str, Any]) -> dict[str, Any]:
    outage = Interval(*map(at, given["outage"]))
    time = availability.measure(OFFICE, month("2026-06"), [outage])
    return {"window_min": time.downtime, "wall_min": length(outage)}


@vector("AV-11")
def _(given: dict[str, Any]) -> dict[str, Any]:
    outages = [Interval(*(at(f"2026-06-08T{t}") for t in pair)) for pair in given["outages"]]
    return {"minutes": total(merge(outages))}


@vector("AV-12")
def _(given: dict[str, Any]) -> dict[str, Any]:
    outage = Interval(*map(at, given["outage"]))
    return {
        k: availability.measure(ALWAYS, month(m), [outage]).downtime
        for k, m in (("jan", "2026-01"), ("feb", "2026-02"))
    }


# composites and mean times


@vector("CO-01")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"pct_4dp": dp(100 * reliability.series(map(Decimal, given["components"])), 4)}


@vector("CO-02")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"value": reliability.k_of_n(1, 2, *map(Decimal, set(given["components"])))}


@vector("CO-03")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"value": reliability.k_of_n(int(given["k"]), int(given["n"]), Decimal(given["p"]))}


@vector("CO-04")
def _(given: dict[str, Any]) -> dict[str, Any]:
    app = reliability.k_of_n(1, 2, Decimal(given["app"].split()[0]))
    return {"pct_3dp": dp(100 * reliability.series([Decimal(given["lb"]), app, Decimal(given["db"])]), 3)}


@vector("CO-05")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"feasible": reliability.feasible(Decimal(given["promised"]), Decimal(given["composite"]))}


# percentiles, rates, backlog, budget


def sample() -> list[int]:
    return list(map(int, VECTORS["PC-01"]["given"]["values"]))


@vector("PC-01")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {f"P{p}": rates.nearest_rank(sample(), int(p)) for p in given["p"]}


@vector("RT-01")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"pct_2dp": dp(rates.percentage(int(given["resolved_first"]), int(given["eligible"])), 2)}


@vector("RT-02")
def _(given: dict[str, Any]) -> dict[str, Any]:
    result = rates.compliance_of_rate(indicator(given["target"]), int(given["within"]), int(given["total"]))
    assert result.percent is not None and result.status is rates.Compliance.MISSED
    gap = rates.shortfall(result.percent, Decimal(given["target"]), Direction.HIGHER)
    return {"pct": result.percent, "shortfall": gap}


@vector("RT-03")
def _(given: dict[str, Any]) -> dict[str, Any]:
    number, late = int(given["n"]), int(given["late"])
    result = rates.compliance_of_rate(
        indicator(given["target"], min_sample=int(given["min_sample"])), number - late, number
    )
    return {"compliant": result.status is rates.Compliance.MET, "raw_pct": dp(result.percent, 2)}


@vector("RT-05")
def _(given: dict[str, Any]) -> dict[str, Any]:
    result = rates.compliance_of_rate(indicator("95"), int(given["within"]), int(given["total"]))
    scale = LinearScale("s", Decimal(1), Decimal(1))
    credit = credits.indicator_credit(indicator("95"), scale, Decimal(20000), result.percent)
    return {"status": result.status.replace("-", "_"), "penalty": credit.value}


# rounding


@vector("RO-01")
def _(given: dict[str, Any]) -> dict[str, Any]:
    def met(mode: RoundingMode, compared: Compared) -> bool:
        promise = indicator(given["target"], rounding=Rounding(2, mode), compared=compared)
        return rates.compliance_of(promise, Decimal(given["measured"])) is rates.Compliance.MET

    return {
        "half_up": met(RoundingMode.HALF_UP, Compared.ROUNDED),
        "truncate": met(RoundingMode.DOWN, Compared.ROUNDED),
        "unrounded": met(RoundingMode.HALF_UP, Compared.UNROUNDED),
    }


@vector("RO-02")
def _(given: dict[str, Any]) -> dict[str, Any]:
    amount = Decimal(given["amount"])
    return {
        "half_up": rates.rounded(amount, Rounding(2, RoundingMode.HALF_UP)),
        "half_even": rates.rounded(amount, Rounding(2, RoundingMode.HALF_EVEN)),
    }


@vector("RO-03")
def _(given: dict[str, Any]) -> dict[str, Any]:
    target, measured = map(Decimal, given["expr"].split(" - "))
    return {"decimal": rates.shortfall(measured, target, Direction.HIGHER)}


# credits


def steps() -> StepScale:
    def bounds(text: str) -> tuple[Decimal | None, Decimal | None]:
        lower = [Decimal(p[2:]) for p in text.split(" and ") if p.startswith(">=")]
        upper = [Decimal(p[1:]) for p in text.split(" and ") if p.startswith("<")]
        return (lower[0] if lower else None), (upper[0] if upper else None)

    table = VECTORS["PE-01"]["given"]["table"]
    return StepScale("steps", tuple(Band(*bounds(text), Decimal(rate)) for text, rate in table))


def by_step(given: dict[str, Any]) -> dict[str, Any]:
    credit = credits.indicator_credit(indicator(), steps(), Decimal(given["fee"]), Decimal(given["measured"]))
    return {"penalty": credit.value}


CHECKS["PE-01"] = by_step
CHECKS["PE-02"] = by_step


def linear(given: dict[str, Any], step: str, rate: str, counting: Counting) -> Decimal:
    scale = LinearScale("linear", Decimal(step), Decimal(rate), counting)
    promise = indicator(given["target"])
    return credits.indicator_credit(promise, scale, Decimal(given["fee"]), Decimal(given["measured"])).value


@vector("PE-03")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"penalty": linear(given, "0.1", "2", Counting.PRO_RATA)}


@vector("PE-04")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"penalty": linear(given, "0.1", "2", Counting.STARTED)}


def per_incident(counting: Counting) -> Check:
    def check(given: dict[str, Any]) -> dict[str, Any]:
        scale = PerIncidentScale("incident", Decimal(given["rate_eur"]), counting=counting)
        late = int(given["restored_after_min"]) - int(given["gtr_min"])
        return {"penalty": credits.incident_credit(scale, [late]).value}

    return check


CHECKS["PE-05"] = per_incident(Counting.STARTED)
CHECKS["PE-06"] = per_incident(Counting.PRO_RATA)


@vector("PE-07")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {
        "penalty": linear(given, "1", "1", Counting.STARTED),
        "pro_rata": linear(given, "1", "1", Counting.PRO_RATA),
    }


@vector("PE-08")
def _(given: dict[str, Any]) -> dict[str, Any]:
    outcomes = [
        missed(str(number), amount, base=Base(("all",), Decimal(given["fee"])))
        for number, amount in enumerate(given["penalties"])
    ]
    result = one_month(outcomes, terms(Cumulation.SUM, Caps(monthly=Decimal(given["cap_pct"]))))
    assert result.cap_reached
    return {"applied": result.due, "lost": result.lost}


@vector("PE-09")
def _(given: dict[str, Any]) -> dict[str, Any]:
    agreed = terms(Cumulation.SUM, Caps(yearly=Decimal(given["cap_pct"])))
    carried = Carried(applied=Decimal(given["already"]))
    fee = Decimal(given["annual_fee"]) / 12
    return {"applied": one_month([missed("a", given["month"])], agreed, carried, fee).due}


@vector("PE-10")
def _(given: dict[str, Any]) -> dict[str, Any]:
    weights = tuple(Weight(name, Decimal(points)) for name, points in given["weights"].items())
    scale = PointScale("points", Decimal(given["pool_pct"]), weights)
    assert credits.weights_whole(scale)
    return {"penalty": credits.point_credit(scale, Decimal(given["fee"]), given["failed"]).value}


@vector("PE-11")
def _(given: dict[str, Any]) -> dict[str, Any]:
    months = [
        month_of(index, missed("a", given["base"])) for index in range(int(given["consecutive_months"]))
    ]
    by_month = [one.due for one in settle(agreement(terms(repetition=GROWING)), months)]
    return {"by_month": by_month, "total": sum(by_month)}


def refund(given: dict[str, Any], share: EarnBackShare) -> Decimal:
    promise = indicator(given["target"])
    statuses = [rates.compliance_of(promise, Decimal(value)) for value in given["next"]]
    months = [month_of(0, missed("a", given["penalty"]))]
    months += [month_of(index, Outcome("a", status)) for index, status in enumerate(statuses, start=1)]
    agreed = terms(earn_back=EarnBack(len(statuses), share))
    return sum((one.refunded for one in settle(agreement(agreed), months)), Decimal(0))


@vector("PE-12")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"earned_back": refund(given, EarnBackShare.FULL)}


@vector("PE-13")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {
        "earned_back": refund(given, EarnBackShare.PARTIAL),
        "all_or_nothing": refund(given, EarnBackShare.FULL),
    }


@vector("PE-14")
def _(given: dict[str, Any]) -> dict[str, Any]:
    agreed = terms(bonus=Bonus(Decimal("99.95"), Decimal(given["bonus_pct"])))
    best = month_of(0, surpassed=Decimal("99.97"))
    carried = Carried(lately=Decimal(given["penalties_12m"]))
    (result,) = settle(agreement(agreed, Decimal(given["fee"])), [best], carried)
    return {"bonus": result.bonus.value}


@vector("PE-17")
def _(given: dict[str, Any]) -> dict[str, Any]:
    agreed = terms(exempt_upto=Decimal(given["exempt_upto"]))
    return {
        f"R{r}": one_month([missed("a", Decimal(given["V"]) * int(r) / 1000)], agreed).due for r in given["R"]
    }


# clock


def deadline(
    window: WeekWindow, start: datetime, minutes: int, suspended: tuple[Interval, ...] = ()
) -> datetime:
    """The first instant by which the clock has run so long."""
    later = range(20 * 1440)
    ran = bisect_left(
        later, minutes, key=lambda m: elapsed(window, start, start.astimezone(UTC) + m * MINUTE, suspended)
    )
    return (start.astimezone(UTC) + ran * MINUTE).astimezone(PARIS)


def due(window: WeekWindow) -> Check:
    return lambda given: {"deadline": deadline(window, at(given["open"]), int(given["minutes"]))}


for office_id in ("CK-01", "CK-02", "CK-03", "CK-04", "CK-05", "CK-06"):
    CHECKS[office_id] = due(OFFICE)
CHECKS["CK-08"] = due(ALWAYS)
CHECKS["CK-09"] = due(ALWAYS)


@vector("CK-07")
def _(given: dict[str, Any]) -> dict[str, Any]:
    pause = Interval(*map(at, given["suspended"]))
    return {"deadline": deadline(OFFICE, at(given["open"]), int(given["gtr_min"]), (pause,))}


@vector("CK-10")
def _(given: dict[str, Any]) -> dict[str, Any]:
    ticket = tickets.Ticket("T", "P1", at(given["open"]), taken=at(given["taken"]))
    target = ResponseTarget("P1", "HO", int(given["gti_min"]))
    timed = tickets.timing(ticket, target, OFFICE, Promise.GTI, at("2026-04-30T18:00"))
    assert timed is not None
    return {"elapsed": timed.elapsed, "met": timed.met}


@vector("CK-11")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"end": days.add_months(date.fromisoformat(given["start"]), int(given["months"]))}


def year(number: int) -> list[date]:
    first, after = (date(each, 1, 1).toordinal() for each in (number, number + 1))
    return [date.fromordinal(day) for day in range(first, after)]


@vector("CK-12")
def _(given: dict[str, Any]) -> dict[str, Any]:
    years = map(int, given["years"])
    return {str(y): sum(days.counts(day, DayKind.BUSINESS, "FR") for day in year(y)) for y in years}


@vector("CK-13")
def _(given: dict[str, Any]) -> dict[str, Any]:
    def movable(year: int) -> list[date]:
        # The fixed holidays are the other eight.
        fixed = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
        return sorted(d for d in days.public_holidays("FR", year) if (d.month, d.day) not in fixed)

    return {year: movable(int(year)) for year in given["easter"]}


# continuity


@vector("RR-01")
def _(given: dict[str, Any]) -> dict[str, Any]:
    backup, incident, restored = (
        at(f"2026-06-08T{given[k]}") for k in ("last_backup", "incident", "restored")
    )
    loss, outage = elapsed(ALWAYS, backup, incident), elapsed(ALWAYS, incident, restored)
    return {
        "loss": loss,
        "outage": outage,
        "rpo_met": loss <= int(given["rpo_min"]),
        "rto_met": outage <= int(given["rto_min"]),
    }


@vector("RR-02")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {
        "feasible": reliability.recovery_point_feasible(int(given["interval_min"]), 0, int(given["rpo_min"]))
    }


# prices


def syntec(given: dict[str, Any]) -> dict[str, Any]:
    fixed = Decimal(given.get("fixed", 0))
    reference, current = (Decimal(given[k].split()[0]) for k in ("S0", "S1"))
    cap = Decimal(given["cap_pct"]) if "cap_pct" in given else None
    return {"P1": prices.revised_price(Decimal(given["P0"]), current, reference, fixed, cap).price}


CHECKS["FI-01"] = syntec
CHECKS["FI-02"] = syntec
CHECKS["FI-03"] = syntec


@vector("FI-04")
def _(given: dict[str, Any]) -> dict[str, Any]:
    revised = prices.revised_price(
        Decimal(given["P0"]), Decimal("314.5"), Decimal("306.0"), Decimal(0), ratio_decimals=4
    )
    assert revised.ratio == Decimal(given["ratio"])
    return {"P1": revised.price}


@vector("FI-09")
def _(given: dict[str, Any]) -> dict[str, Any]:
    return {"valid": Decimal(given["contract_pct"]) >= prices.lowest_late_rate(Decimal(given["legal_pct"]))}
