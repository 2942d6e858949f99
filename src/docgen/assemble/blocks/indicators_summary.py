"""Every indicator on one line: the services that it measures, its target, its period and the penalty for a miss."""

from decimal import Decimal
from typing import assert_never

from docgen.assemble.blocks._items import items
from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.blocks._services import percent, service_names, value_text
from docgen.assemble.setting import show
from docgen.model.document import Align, Block
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.services import NamedScale
from docgen.model.sla import (
    Counting,
    Indicator,
    IndicatorUnit,
    LinearScale,
    PerIncidentScale,
    PointScale,
    StepScale,
)
from docgen.text import formats
from docgen.text.quantities import Money


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, in the order of the engagement, and a note on the base of the rates."""
    locale, say = pack.locale, Wording(pack.locale, "indicators-summary")
    aligns = (Align.LEFT, Align.LEFT, Align.RIGHT)
    body = []
    for sheet in pack.engagement.sla.sheets:
        indicator = sheet.indicator
        body.append(
            row(
                locale,
                indicator.title,
                items(locale, service_names(pack, indicator.services)),
                say(f"targets.{indicator.direction}", value=value_text(locale, indicator, indicator.target)),
                say(f"periods.{indicator.period}"),
                _penalty(pack, say, indicator),
                aligns=aligns,
            )
        )
    table = say.table(
        ("indicator", "services", "target", "period", "penalty"), body, (26, 27, 11, 13, 23), aligns
    )
    return (table, say.note(f"bases.{pack.engagement.sla.terms.caps.base}"))


def _penalty(pack: Pack, say: Wording, indicator: Indicator) -> str:
    named = pack.engagement.sla.scale(indicator.scale)
    return say("without") if named is None else _scale(pack, say, named, indicator)


def _scale(pack: Pack, say: Wording, named: NamedScale, indicator: Indicator) -> str:
    locale = pack.locale
    match named.scale:
        case StepScale(bands=bands):
            due = [band.rate for band in bands if band.rate]
            if not due:
                return say("without")
            if min(due) == max(due):
                return say("one_step", rate=percent(locale, due[0]))
            return say("steps", least=percent(locale, min(due)), most=percent(locale, max(due)))
        case LinearScale(step=size, rate=rate, counting=counting):
            key = "linear_started" if counting is Counting.STARTED else "linear"
            return say(key, rate=percent(locale, rate), step=_step(pack, say, indicator, size))
        case PerIncidentScale(amount=amount, step_minutes=minutes, counting=counting):
            key = "incident_started" if counting is Counting.STARTED else "incident"
            fee = Money(amount, pack.engagement.price.currency)
            return say(key, amount=formats.money(locale, fee), step=formats.minutes(locale, minutes))
        case PointScale(pool=pool, weights=weights):
            whole = sum((weight.points for weight in weights), Decimal(0))
            points = next(
                (weight.points for weight in weights if weight.indicator == indicator.id), Decimal(0)
            )
            return say(
                "points", points=show(locale, points), whole=show(locale, whole), pool=percent(locale, pool)
            )
        case _:
            assert_never(named.scale)


def _step(pack: Pack, say: Wording, indicator: Indicator, size: Decimal) -> str:
    """One step of shortfall: of a percentage, in points."""
    if indicator.unit is not IndicatorUnit.PERCENT:
        return value_text(pack.locale, indicator, size)
    return say("point") if size == 1 else say("points_each", count=size, number=show(pack.locale, size))
