"""Price revision, volume bands, due dates, late payment, settlement of a credit with VAT.

Money is without VAT unless a name says `gross`. Rates that move (legal interest, ECB, indices) are arguments.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from docgen.model.prices import BandPricing, IndexTerm, PaymentTerm, PriceBand, PriceRevision
from docgen.model.sla import CENT, DayKind, Rounding, SettlementTreatment
from docgen.sla.days import add_days, month_end
from docgen.sla.rates import HUNDRED, rounded
from docgen.sla.steps import Amount, Step, count, factor, money, percent, step

RECOVERY_INDEMNITY = Decimal(40)
"""Lump sum for recovery costs of each late invoice, in euros (C. com. D441-5)."""


def shares_whole(revision: PriceRevision) -> bool:
    """Tell whether the fixed part and the shares of the indices add up to 1."""
    return revision.fixed + sum(index.share for index in revision.indices) == 1


def revised_price(revision: PriceRevision, price: Decimal) -> Amount:
    """P1 = P0 x (1 + v), v = fixed + sum of share x current x link / reference - 1, held between floor and
    cap.

    The index must relate to the object of the contract or the activity of a party (C. mon. fin. L112-2).
    """
    steps: list[Step] = []
    coefficient = revision.fixed
    terms = [factor("fixed", revision.fixed)]
    for index in revision.indices:
        ratio = _ratio(index, revision.ratio_decimals)
        current, reference = (
            factor("current", index.current * index.link),
            factor("reference", index.reference),
        )
        steps.append(step("index-ratio", (current, reference), factor(index.name, ratio)))
        coefficient += index.share * ratio
        terms += [factor("share", index.share), factor(index.name, ratio)]
    steps.append(step("coefficient", terms, factor("coefficient", coefficient)))
    held = coefficient
    if revision.floor is not None:
        held = max(held, 1 + revision.floor / HUNDRED)
    if revision.cap is not None:
        held = min(held, 1 + revision.cap / HUNDRED)
    if held != coefficient:
        variation = (coefficient - 1) * HUNDRED
        limits = (percent("variation", variation), percent("limit", (held - 1) * HUNDRED))
        steps.append(step("variation-limit", limits, factor("coefficient", held)))
    amount = rounded(price * held, revision.rounding)
    operands = (money("price", price), factor("coefficient", held))
    steps.append(step("revised-price", operands, money("revised", amount)))
    return Amount(amount, tuple(steps))


def _ratio(index: IndexTerm, decimals: int | None) -> Decimal:
    ratio = index.current * index.link / index.reference
    return ratio if decimals is None else rounded(ratio, Rounding(decimals))


def band_price(
    bands: Sequence[PriceBand], units: int, pricing: BandPricing, rounding: Rounding = CENT
) -> Amount:
    """Price of a number of units by volume bands, in order of volume, the last without end.

    Marginal: each unit at the price of its band. Whole: all units at the price of the band that the volume
    reaches. Raises ValueError for a volume beyond the last band.
    """
    parts: list[tuple[int, Decimal]] = []
    below = 0
    for band in bands:
        top = units if band.upto is None else min(units, band.upto)
        parts.append((top - below, band.unit_price))
        below = top
        if below == units:
            break
    if below < units:
        raise ValueError(f"no band holds {units} units")
    if pricing is BandPricing.WHOLE:
        parts = [(units, parts[-1][1])] if parts else []
    steps: list[Step] = []
    total = Decimal(0)
    for number, unit_price in parts:
        amount = number * unit_price
        total += amount
        operands = (count("units", number), money("unit_price", unit_price))
        steps.append(step("price-band", operands, money("amount", amount)))
    price = rounded(total, rounding)
    return Amount(price, (*steps, step("price-total", (money("total", total),), money("price", price))))


def due_date(invoiced: date, days: int, term: PaymentTerm = PaymentTerm.NET) -> date:
    """Last day to pay an invoice; the day of the invoice does not count.

    C. com. L441-10: at most 60 days net, or 45 days with the end of the month if the contract says so; a
    periodic invoice 45 days net. Both readings of "45 days, end of month" exist: the term says which.
    """
    start = month_end(invoiced) if term is PaymentTerm.END_OF_MONTH_THEN else invoiced
    end = add_days(start, days, DayKind.CALENDAR, "")
    return month_end(end) if term is PaymentTerm.END_OF_MONTH_AFTER else end


def days_late(due: date, paid: date) -> int:
    """Days of late payment, counted from the day after the due date to the day of payment, included."""
    return max(0, (paid - due).days)


def late_interest(
    gross: Decimal, rate: Decimal, days: int, days_a_year: int = 365, rounding: Rounding = CENT
) -> Amount:
    """gross x rate x days / 365: `gross` with VAT, `rate` a percentage a year (C. com. L441-10 II)."""
    interest = rounded(gross * rate * days / (HUNDRED * days_a_year), rounding)
    operands = (money("gross", gross), percent("rate", rate), count("days", days), count("year", days_a_year))
    return Amount(interest, (step("late-interest", operands, money("interest", interest)),))


def recovery_indemnity(invoices: int) -> Decimal:
    """40 euros for each late invoice (C. com. D441-5)."""
    return RECOVERY_INDEMNITY * invoices


def lowest_late_rate(legal: Decimal) -> Decimal:
    """Lowest rate that a contract may set for late payment: three times the legal rate (C.

    com. L441-10 II).
    """
    return 3 * legal


def default_late_rate(ecb: Decimal) -> Decimal:
    """Rate without an agreed one: that of the ECB's last refinancing operation plus ten points (C.

    com. L441-10 II).
    """
    return ecb + 10


class Settlement(NamedTuple):
    """An invoice with a credit: price and VAT after it, credit beside the price, sum to pay with VAT."""

    net: Decimal
    vat: Decimal
    penalty: Decimal
    to_pay: Decimal
    steps: tuple[Step, ...]


def settled(
    price: Decimal,
    credit: Decimal,
    vat_rate: Decimal,
    treatment: SettlementTreatment,
    rounding: Rounding = CENT,
) -> Settlement:
    """Set a credit off against an invoice: below the VAT base, or in it.

    A penalty compensates a loss and leaves the base of VAT alone: price + VAT - penalty. A reduction of the
    price lowers the base: (price - credit) + VAT on that. Which applies is for the contract, with tax advice.
    """
    reduces = treatment is SettlementTreatment.PRICE_REDUCTION
    net, penalty = (price - credit, Decimal(0)) if reduces else (price, credit)
    vat = rounded(net * vat_rate / HUNDRED, rounding)
    to_pay = net + vat - penalty
    reduced = (
        (step("net", (money("price", price), money("credit", credit)), money("net", net)),) if reduces else ()
    )
    paid = (money("net", net), money("vat", vat), *(() if reduces else (money("penalty", penalty),)))
    steps = (
        *reduced,
        step("vat", (money("net", net), percent("rate", vat_rate)), money("vat", vat)),
        step(f"to-pay.{treatment}", paid, money("to_pay", to_pay)),
    )
    return Settlement(net, vat, penalty, to_pay, steps)
