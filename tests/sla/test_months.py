"""Thirty-six months, computed a second time from the sentences of the contract.

`by_the_contract` follows the clauses of `clauses/penalites` and the rules of the SLA annex, one after the other, in the
plainest code: it shares nothing with docgen's arithmetic. Whatever was measured, both must find the same amounts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model.engagement import Engagement
from docgen.model.measures import Carried, Measures, Series
from docgen.model.services import IndicatorSheet
from docgen.model.sla import (
    Bonus,
    Caps,
    CapScope,
    Compared,
    Cumulation,
    EarnBack,
    EarnBackShare,
    Measure,
    PenaltyBase,
    PenaltyTerms,
    Repetition,
    SettlementTreatment,
    TerminationTrigger,
)
from docgen.sla.statement import statements
from docgen.text.quantities import Money, Month

from .deal import SCALES, SHEETS, at, deal, incident, indicator, outage

D = Decimal
MONTHS = 36
FEES = {"hosting": 40_000, "desk": 20_000}
SERVICES = {
    "uptime": ("hosting",),
    "solved": ("desk",),
    "lost": ("desk",),
    "patches": ("hosting",),
    "answered": ("hosting", "desk"),
    "restored": ("hosting", "desk"),
}
STARTED = date(2027, 5, 3)  # the service; the first month measured is June


@dataclass(frozen=True)
class Facts:
    """One month: minutes of an outage, what the series counted of 1 000 (of 100 patches), and causes of misses."""

    answered: int

    outage: int
    solved: int
    lost: int
    patches: int | None
    causes: Mapping[str, str]
    in_time: int = 0
    late: tuple[tuple[str, int], ...] = ()  # of each late incident its service and the minutes over its limit


@dataclass(frozen=True)
class Agreed:
    """What else the contract says."""

    minimum: Decimal
    effective: date
    compared: Compared
    unexcused: str
    notice: int | None  # the month in which a termination was notified


@dataclass(frozen=True)
class Found:
    """What both computations must agree on."""

    due: Decimal
    charged: Decimal
    payable: Decimal
    refunded: Decimal
    bonus: Decimal
    may_terminate: bool
    shares: Mapping[str, Decimal]


# --- by the contract ----------------------------------------------------------------------------------------


def cents(amount: Fraction) -> Decimal:
    return (D(amount.numerator) / amount.denominator).quantize(D("0.01"), ROUND_HALF_UP)


def first_of(index: int) -> date:
    """The first day of a month: 0 is June 2027."""
    return date(2027 + (index + 5) // 12, (index + 5) % 12 + 1, 1)


def minutes_of(index: int) -> int:
    """Elapsed minutes of a month in Paris: an hour less in March, an hour more in October."""
    days = (first_of(index + 1) - first_of(index)).days
    return days * 1440 + {3: -60, 10: 60}.get(first_of(index).month, 0)


def restored(facts: Facts, agreed: Agreed) -> str:
    """The rate of incidents in time, of fewer than 20 by their number unless a late P1 forbids it (all are P1)."""
    number = facts.in_time + len(facts.late)
    if not number:
        return "none"
    if number < 20 and not (facts.late and agreed.unexcused == "P1"):
        return "met" if len(facts.late) <= max(1, number * 5 // 100) else "missed"
    rate = Fraction(100 * facts.in_time, number)
    shown = Fraction(cents(rate)) if agreed.compared is Compared.ROUNDED else rate
    return "met" if shown >= 95 else "missed"


def scaled(
    facts: Facts, index: int, base: Mapping[str, Decimal], agreed: Agreed
) -> dict[str, tuple[str, Decimal]]:
    """Of each indicator: met, missed or not applicable, and its amount by the scale. Clause `calcul`: "barème"."""
    up = Fraction(100 * (minutes_of(index) - facts.outage), minutes_of(index))
    if agreed.compared is Compared.ROUNDED:
        up = Fraction(cents(up))
    rate = 0 if up >= Fraction(999, 10) else 5 if up >= Fraction(995, 10) else 10
    found = {"uptime": ("missed" if rate else "met", base["uptime"] * rate / 100)}
    shortfalls = {
        "solved": D(70) - D(facts.solved) / 10,
        "lost": D(facts.lost) / 10 - D(6),
        "answered": D(90) - D(facts.answered) / 10,
    }
    for name, short in shortfalls.items():
        started = 0
        while started < short:  # each started point: 1 %
            started += 1
        found[name] = ("missed" if short > 0 else "met", base[name] * started / 100)
    if facts.patches is None:
        found["patches"] = ("none", D(0))
    else:
        missed = facts.patches < 95
        found["patches"] = ("missed" if missed else "met", base["patches"] * 6 / 100 if missed else D(0))
    found["restored"] = (restored(facts, agreed), sum((cost(minutes) for _, minutes in facts.late), D(0)))
    return found


def cost(minutes: int) -> Decimal:
    """350 euros for each started hour."""
    return D(350) * -(-minutes // 60)


def exceeds(facts: Facts, index: int) -> Decimal | None:
    """The availability of a month in which every indicator exceeds its target, or None."""
    up = Fraction(100 * (minutes_of(index) - facts.outage), minutes_of(index))
    patched = facts.patches is None or facts.patches > 95
    every = up > Fraction(999, 10) and facts.solved > 700 and facts.lost < 60 and patched
    number = facts.in_time + len(facts.late)
    every = every and facts.answered > 900 and (not number or 100 * facts.in_time > 95 * number)
    return D(up.numerator) / up.denominator if every else None


def contract_year(effective: date, index: int) -> int:
    """ "La période de douze mois qui commence à la Date d'Effet ou à l'un de ses anniversaires": where the month ends."""
    last, year = first_of(index + 1) - timedelta(days=1), 0
    while effective.replace(year=effective.year + year + 1) <= last:
        year += 1
    return year


def under_caps(
    amounts: Mapping[str, Decimal], facts: Facts, terms: PenaltyTerms, base: Mapping[str, Decimal]
) -> list[tuple[Decimal, dict[str, Decimal]]]:
    """Each fee that has a cap, with the amounts under it. Clause `plafond`: shared out by the monthly fees."""
    if terms.caps.base is PenaltyBase.TOTAL_MONTHLY_FEE:
        return [(D(60_000), dict(amounts))]
    if terms.caps.scope is CapScope.BASE:
        fees = sorted(set(base.values()))
        return [(fee, {name: one for name, one in amounts.items() if base[name] == fee}) for fee in fees]
    hosting = {
        name: cents(Fraction(one) * FEES["hosting"] / Fraction(base[name]))
        for name, one in amounts.items()
        if "hosting" in SERVICES[name]
    }
    hit = sum((cost(minutes) for service, minutes in facts.late if service == "hosting"), D(0))
    whole = sum((cost(minutes) for _, minutes in facts.late), D(0))
    hosting["restored"] = cents(Fraction(amounts["restored"]) * Fraction(hit) / Fraction(whole or 1))
    desk = {name: one - hosting.get(name, D(0)) for name, one in amounts.items() if "desk" in SERVICES[name]}
    return [(D(FEES["hosting"]), hosting), (D(FEES["desk"]), desk)]


def by_the_contract(
    months: list[Facts], terms: PenaltyTerms, agreed: Agreed, carried: Carried
) -> list[Found]:
    minimum, effective = agreed.minimum, agreed.effective
    whole = terms.caps.base is PenaltyBase.TOTAL_MONTHLY_FEE
    base = {
        name: D(60_000) if whole else D(sum(FEES[one] for one in services))
        for name, services in SERVICES.items()
    }
    ranks = dict(carried.missed)
    verdicts: list[dict[str, str]] = []
    credited: list[dict[str, Decimal]] = []
    due_of: list[Decimal] = []
    at_cap = [True] * carried.capped
    found: list[Found] = []
    for index, facts in enumerate(months):
        # Barème, minimum, répétition, rodage.
        amounts: dict[str, Decimal] = {}
        verdicts.append({})
        for name, (verdict, amount) in scaled(facts, index, base, agreed).items():
            verdicts[-1][name] = verdict
            ranks[name] = ranks.get(name, 0) + 1 if verdict == "missed" else 0
            if name in ("solved", "lost", "answered") and amount < minimum:
                amount = D(0)
            multipliers = terms.repetition.multipliers
            if (
                amount and ranks[name]
            ):  # by incident, an amount is due of a rate that is met, at the first multiplier
                amount *= multipliers[-1] if ranks[name] > len(multipliers) else multipliers[ranks[name] - 1]
            run_in = STARTED.replace(month=STARTED.month + terms.grace_months)
            amounts[name] = D(0) if first_of(index) < run_in else amount
        charged = sum(amounts.values(), D(0))
        # Cumul: of one cause only the highest, unless they add up.
        if terms.cumulation is Cumulation.MAX:
            for cause in {cause for cause in facts.causes.values() if cause}:
                of_cause = [name for name in amounts if facts.causes[name] == cause]
                top = max(of_cause, key=lambda name: amounts[name])
                for name in of_cause:
                    if name != top:
                        amounts[name] = D(0)
        # Franchise: nothing at all up to it.
        if sum(amounts.values()) <= terms.exempt_upto:
            amounts = dict.fromkeys(amounts, D(0))
        # Plafond mensuel: of the total, "Service par Service" or of each base.
        reached, left, total = False, dict.fromkeys(SERVICES, Fraction(0)), Fraction(0)
        for fee, under in under_caps(amounts, facts, terms, base):
            gross = sum(under.values(), D(0))
            cap = gross if terms.caps.monthly is None else fee * terms.caps.monthly / 100
            reached = reached or (terms.caps.monthly is not None and gross >= cap)
            for name, amount in under.items():
                left[name] += Fraction(amount) * Fraction(min(gross, cap)) / Fraction(gross or 1)
            total += Fraction(min(gross, cap))
        at_cap.append(reached)
        # Plafond annuel.
        year = contract_year(effective, index)
        before = sum((one for past, one in enumerate(due_of) if contract_year(effective, past) == year), D(0))
        if contract_year(effective, 0) == year:
            before += carried.applied
        due = cents(total)
        if terms.caps.yearly is not None:
            due = min(due, max(D(0), D(720_000) * terms.caps.yearly / 100 - before))
        due_of.append(due)
        # Each indicator's share, on running totals to the cent.
        shares: dict[str, Decimal] = {}
        running = Fraction(0)
        for name in SERVICES:
            already = cents(Fraction(due) * running / total) if total else D(0)
            running += left[name]
            shares[name] = (cents(Fraction(due) * running / total) if total else D(0)) - already
        credited.append(shares)
        # Restitution.
        refunded = D(0)
        if terms.earn_back is not None and (agreed.notice is None or index < agreed.notice):
            needed, full = terms.earn_back.months, terms.earn_back.share is EarnBackShare.FULL
            for past in range(max(0, index - needed), index):
                for name in SERVICES:
                    good = [
                        verdicts[one][name] == "met"
                        and not (terms.earn_back.without_penalty and name == "restored" and months[one].late)
                        for one in range(past + 1, index + 1)
                    ]
                    paid = credited[past][name]
                    if full:
                        refunded += paid if len(good) == needed and all(good) else D(0)
                    else:
                        upto = [cents(Fraction(paid) * sum(some) / needed) for some in (good, good[:-1])]
                        refunded += upto[0] - upto[1]
        # Bonus: of the penalties of the twelve months before.
        bonus, best = D(0), exceeds(facts, index)
        if terms.bonus is not None and best is not None and best >= terms.bonus.threshold:
            lately = sum(due_of[max(0, index - 12) : index], D(0)) + (carried.lately if index < 12 else 0)
            bonus = min(D(60_000) * terms.bonus.rate / 100, lately)
        # Manquements répétés.
        trigger, in_a_row = terms.termination, 0
        for one in at_cap:
            in_a_row = in_a_row + 1 if one else 0
        may = trigger is not None and (
            (trigger.consecutive is not None and in_a_row >= trigger.consecutive)
            or (trigger.count is not None and sum(at_cap[-trigger.window :]) >= trigger.count)
        )
        found.append(Found(due, charged, due - refunded - bonus, refunded, bonus, may, shares))
    return found


# --- by docgen ----------------------------------------------------------------------------------------------


def measured(index: int, facts: Facts, carried: Carried, notice: int | None) -> Measures:
    first, cause = first_of(index), facts.causes
    opened = at(first.month, 8, 9, year=first.year)
    incidents = [
        replace(
            incident(f"{rank}", opened, opened + timedelta(minutes=240 + minutes)),
            service=service,
            cause=cause["restored"] if minutes > 0 else "",
        )
        for rank, (service, minutes) in enumerate((*[("hosting", 0)] * facts.in_time, *facts.late))
    ]
    start = at(first.month, 7, 10, year=first.year)
    down = outage(start, start + timedelta(minutes=facts.outage), cause=cause["uptime"])
    series = (
        Series("solved", number=facts.solved, total=1000, cause=cause["solved"]),
        Series("lost", number=facts.lost, total=1000, cause=cause["lost"]),
        Series("answered", number=facts.answered, total=1000, cause=cause["answered"]),
        Series(
            "patches",
            number=facts.patches or 0,
            total=100 * (facts.patches is not None),
            cause=cause["patches"],
        ),
    )
    return Measures(
        Month(first.year, first.month),
        incidents=tuple(incidents),
        termination_notice=first if index == notice else None,
        interruptions=(down,) if facts.outage else (),
        series=series,
        carried=carried,
    )


def engagement_of(terms: PenaltyTerms, agreed: Agreed) -> Engagement:
    both = replace(indicator("answered", "slope", "90"), services=SERVICES["answered"])
    sheets = {sheet.indicator.id: sheet for sheet in (*SHEETS, IndicatorSheet(both, "", Measure.RATE))}
    chosen = (
        replace(
            sheets[name],
            indicator=replace(sheets[name].indicator, services=services, compared=agreed.compared),
            unexcused=agreed.unexcused if name == "restored" else "",
        )
        for name, services in SERVICES.items()
    )
    stands = deal(terms, tuple(chosen), agreed.effective)
    scales = tuple(
        replace(one, minimum=Money(agreed.minimum, "EUR") if one.name == "slope" else None) for one in SCALES
    )
    return replace(stands, sla=replace(stands.sla, scales=scales))


# --- what is drawn ------------------------------------------------------------------------------------------

causes = st.fixed_dictionaries({name: st.sampled_from(["", "", "storm", "flood"]) for name in SERVICES})
late = st.lists(
    st.tuples(st.sampled_from(["hosting", "desk"]), st.sampled_from([1, 60, 61, 600])), max_size=3
).map(tuple)
facts = st.one_of(
    st.builds(
        Facts, st.just(950), st.just(0), st.just(800), st.just(40), st.just(100), causes
    ),  # a month without a miss
    # A late incident or two of a rate that is met.
    st.builds(
        Facts,
        st.just(950),
        st.just(0),
        st.just(800),
        st.just(40),
        st.just(100),
        causes,
        st.just(40),
        late.filter(lambda some: 0 < len(some) < 3),
    ),
    st.builds(
        Facts,
        answered=st.sampled_from([950, 900, 895, 700, 333]),
        outage=st.sampled_from([0, 15, 60, 120, 400]),
        solved=st.sampled_from([800, 700, 695, 650, 300]),
        lost=st.sampled_from([40, 60, 65, 90]),
        patches=st.sampled_from([100, 96, 95, 90, None]),
        causes=causes,
        in_time=st.sampled_from([0, 3, 18, 40]),
        late=late,
    ),
)
others = st.builds(
    Agreed,
    minimum=st.sampled_from([D(0), D(200), D(250)]),
    effective=st.sampled_from([date(2027, 1, 4), date(2026, 9, 30), date(2027, 5, 1), date(2026, 7, 31)]),
    compared=st.sampled_from(Compared),
    unexcused=st.sampled_from(["", "P1"]),
    notice=st.one_of(st.none(), st.integers(0, MONTHS - 1)),
)
agreed = st.builds(
    PenaltyTerms,
    cumulation=st.sampled_from(Cumulation),
    caps=st.builds(
        Caps,
        st.sampled_from([None, D(5), D(9), D(10), D(15)]),
        st.sampled_from([None, D("0.5"), D(2), D(10)]),
        st.sampled_from(PenaltyBase),
        st.sampled_from(CapScope),
    ),
    settlement=st.just(SettlementTreatment.PRICE_REDUCTION),
    exclusive_remedy=st.just(False),
    repetition=st.sampled_from([Repetition(), Repetition((D(1), D("1.5"), D(2)))]),
    earn_back=st.one_of(
        st.none(), st.builds(EarnBack, st.integers(1, 4), st.sampled_from(EarnBackShare), st.booleans())
    ),
    bonus=st.one_of(st.none(), st.just(Bonus(D("99.95"), D(1)))),
    exempt_upto=st.sampled_from([D(0), D(200), D(2000)]),
    grace_months=st.integers(0, 3),
    termination=st.one_of(
        st.none(),
        st.builds(
            TerminationTrigger,
            st.one_of(st.none(), st.integers(1, 3)),
            st.one_of(st.none(), st.integers(1, 4)),
            st.sampled_from([3, 6, 12]),
        ),
    ),
)
carries = st.builds(
    Carried,
    applied=st.sampled_from([D(0), D(3000), D(20_000)]),
    lately=st.sampled_from([D(0), D(150)]),
    missed=st.dictionaries(st.sampled_from([*SERVICES]), st.integers(1, 3)),
    capped=st.integers(0, 2),
)


@given(
    st.lists(facts, min_size=MONTHS, max_size=MONTHS),
    agreed,
    others,
    carries,
)
@settings(max_examples=settings.default.max_examples // 5)
@pytest.mark.fuzz
def test_both_find_the_same_amounts_month_after_month(
    months: list[Facts], terms: PenaltyTerms, others: Agreed, carried: Carried
) -> None:
    measures = [measured(index, one, carried, others.notice) for index, one in enumerate(months)]
    got = [
        Found(
            one.settlement.due,
            one.settlement.gross,
            one.settlement.payable,
            one.settlement.refunded,
            one.settlement.bonus.value,
            one.settlement.may_terminate,
            {line.settled.indicator: line.settled.credited for line in one.lines},
        )
        for one in statements(engagement_of(terms, others), measures)
    ]
    for index, (one, other) in enumerate(
        zip(got, by_the_contract(months, terms, others, carried), strict=True)
    ):
        assert one == other, first_of(index)
