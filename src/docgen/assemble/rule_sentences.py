"""The rules of measures and penalties as sentences, from the model that the arithmetic works on.

The rules that the contract computes by and those that it prints come from one place. Each function returns one or more sentences, not yet
typeset, or '' where the rule does not apply; the words are the messages `sentences.<name>` of the locale.
"""

from decimal import Decimal
from typing import assert_never

from docgen.model.locale import Locale
from docgen.model.sla import (
    Compared,
    Counting,
    Direction,
    EarnBack,
    Exclusion,
    Indicator,
    LinearScale,
    PenaltyBase,
    PenaltyScale,
    PenaltyTerms,
    PerIncidentScale,
    PointScale,
    Rounding,
    StepScale,
)
from docgen.sla.rates import HUNDRED, allowed_late
from docgen.text import formats
from docgen.text.quantities import Duration, Money, Percent, Unit


def availability(locale: Locale, exclusion: Exclusion) -> str:
    """How excluded time counts in an availability (methods N, E, D of `sla/availability.py`)."""
    return locale.text(f"sentences.availability.{exclusion}")


def rounding(locale: Locale, rule: Rounding) -> str:
    """The number of decimals of a rounded result, and the rounding of a half."""
    return locale.text(
        f"sentences.rounding.{rule.mode}", count=rule.decimals, number=formats.number(locale, rule.decimals)
    )


def comparison(locale: Locale, indicator: Indicator) -> str:
    """Which value is held against the target, and that a value on target meets it."""
    key = "rounded" if indicator.compared is Compared.ROUNDED else "unrounded"
    return locale.text(f"sentences.comparison.{key}")


def small_sample(locale: Locale, indicator: Indicator, unexcused: str = "") -> str:
    """The count rule under the minimum sample, with how many may be late in the largest small sample.

    Of the priority that is `unexcused` none may.
    """
    if indicator.min_sample < 2:
        return ""
    number = indicator.min_sample - 1
    # Of a rate that should be low, the target itself is the share that may occur.
    share = indicator.target if indicator.direction is Direction.HIGHER else HUNDRED - indicator.target
    allowed = allowed_late(number, share)
    said = locale.text(
        "sentences.small_sample",
        count=allowed,
        sample=formats.number(locale, indicator.min_sample),
        number=formats.number(locale, number),
        allowed=formats.number(locale, allowed),
    )
    if not unexcused:
        return said
    return f"{said} {locale.text('sentences.small_sample_first', priority=unexcused)}"


def edge(locale: Locale, scale: PenaltyScale, indicator: Indicator, boundary: str) -> str:
    """In which band a value on the boundary of two bands falls; `boundary` is one, as printed."""
    match scale:
        case StepScale():
            return locale.text(f"sentences.edge.{indicator.direction}", boundary=boundary)
        case LinearScale() | PerIncidentScale() | PointScale():
            return ""  # they have no bands
        case _:
            assert_never(scale)


def counting(locale: Locale, scale: PenaltyScale) -> str:
    """Whether a started step or hour counts whole."""
    match scale:
        case LinearScale(counting=how):
            return locale.text(f"sentences.counting.step_{_name(how)}")
        case PerIncidentScale(counting=how):
            return locale.text(f"sentences.counting.hour_{_name(how)}")
        case StepScale() | PointScale():
            return ""
        case _:
            assert_never(scale)


def minimum(locale: Locale, amount: Money) -> str:
    """The smallest amount that is paid."""
    return locale.text("sentences.minimum", amount=formats.money(locale, amount))


def repetition(locale: Locale, terms: PenaltyTerms, *, briefly: bool = False) -> str:
    """The multipliers of consecutive missed periods, alone where the clauses state the rest; '' when all are 1."""
    multipliers = terms.repetition.multipliers
    if set(multipliers) == {Decimal(1)}:
        return ""
    return locale.text(
        "sentences.repetition_briefly" if briefly else "sentences.repetition",
        multipliers=formats.listing(
            locale, [formats.number(locale, multiplier) for multiplier in multipliers]
        ),
        last=formats.number(locale, multipliers[-1]),
    )


def cumulation(locale: Locale, terms: PenaltyTerms) -> str:
    """The amount due when one cause breaks several indicators."""
    return locale.text(f"sentences.cumulation.{terms.cumulation}")


def caps(locale: Locale, terms: PenaltyTerms) -> str:
    """In which order the caps apply, and that the excess is lost; '' without a cap."""
    monthly, yearly = terms.caps.monthly, terms.caps.yearly
    base = "service" if terms.caps.base is PenaltyBase.SERVICE_MONTHLY_FEE else "total"
    said = []
    if monthly is not None:
        said.append(
            locale.text(f"sentences.caps.monthly_{base}", rate=formats.percent(locale, Percent(monthly)))
        )
    if yearly is not None:
        said.append(locale.text("sentences.caps.yearly", rate=formats.percent(locale, Percent(yearly))))
    if said:
        said.append(locale.text("sentences.caps.lost"))
    return " ".join(said)


def grace(locale: Locale, terms: PenaltyTerms) -> str:
    """The run-in months without penalties."""
    if not terms.grace_months:
        return ""
    return locale.text(
        "sentences.grace", duration=formats.duration(locale, Duration(terms.grace_months, Unit.MONTH))
    )


def earn_back(locale: Locale, rule: EarnBack | None) -> str:
    """When a penalty comes back to the provider; that it never does, where nothing was agreed."""
    if rule is None:
        return locale.text("sentences.earn_back.none")
    return locale.text(
        f"sentences.earn_back.{rule.share}", count=rule.months, months=formats.number(locale, rule.months)
    )


def _name(how: Counting) -> str:
    return "started" if how is Counting.STARTED else "pro_rata"
