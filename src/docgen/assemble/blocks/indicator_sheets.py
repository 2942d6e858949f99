"""A sheet for each indicator: all that is needed to measure it, to compare it with its target and to compute the credit for a miss.

Definition, formula for its measure and its treatment of excluded time, services, window, period, source, target,
minimum sample, exclusions, rounding, regime of the duty, penalty.
"""

from collections.abc import Iterator, Mapping
from typing import assert_never

from docgen.assemble import rule_sentences
from docgen.assemble.blocks._layout import Content, Wording, capital, sentences
from docgen.assemble.blocks._services import money, percent, service_names, value_text, window_name
from docgen.assemble.number import anchor_of
from docgen.assemble.setting import paragraph, prose
from docgen.model.document import Block, Paragraph, Role, Sheet, Strong
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.services import IndicatorSheet, Response
from docgen.model.sla import LinearScale, Measure, PerIncidentScale, PointScale, Promise, StepScale
from docgen.text import formats

_RATES = (Measure.RATE, Measure.ON_TIME_RATE)


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """The sheets in the order of the engagement; () without indicators."""
    words = Wording(pack.locale, "indicator-sheets")
    if options.get("brief"):
        return tuple(_briefly(pack, words))
    return tuple(
        _sheet(pack, words, rank, sheet) for rank, sheet in enumerate(pack.engagement.sla.sheets, start=1)
    )


def _briefly(pack: Pack, words: Wording) -> Iterator[Paragraph]:
    """A paragraph a sheet, and the rounding once where it is the same for all; tables have services, limits, penalties."""
    facts = [dict(_facts(pack, words, sheet)) for sheet in pack.engagement.sla.sheets]
    alike = len({str(fact["rounding"]) for fact in facts}) == 1
    keys = ("target", "source", "excluded", "sample", *(() if alike else ("rounding",)))
    for sheet, fact in zip(pack.engagement.sla.sheets, facts, strict=True):
        told = (_said(words, key, fact) for key in keys if fact.get(key))
        name = Strong(prose(pack.locale, words("said_of", name=sheet.indicator.title)))
        yield Paragraph((name, *prose(pack.locale, sentences((sheet.definition, *told)))))
    if facts and alike:
        yield paragraph(pack.locale, _said(words, "rounding", facts[0]))


def _said(words: Wording, key: str, fact: Mapping[str, Content]) -> str:
    return words("said", label=words(key), fact=str(fact[key]).rstrip("."))


def _sheet(pack: Pack, words: Wording, rank: int, sheet: IndicatorSheet) -> Sheet:
    indicator = sheet.indicator
    title = words("title", rank=rank, name=indicator.title)
    blocks: list[Block] = [
        paragraph(pack.locale, sheet.definition),
        paragraph(pack.locale, _formula(words, sheet), Role.FORMULA),
        words.facts(_facts(pack, words, sheet), words("caption", name=indicator.title)),
    ]
    return Sheet(title, tuple(blocks), anchor_of("indicator", indicator.id))


def _formula(words: Wording, sheet: IndicatorSheet) -> str:
    match sheet.measure:
        case Measure.AVAILABILITY:
            return words(f"formula.availability_{sheet.indicator.exclusion.name.lower()}")
        case Measure.ON_TIME_RATE:
            return words(f"formula.on_time_{sheet.clock or Promise.GTR}")
        case Measure.PERCENTILE:
            return words("formula.percentile", percentile=formats.number(words.locale, sheet.percentile or 0))
        case Measure.RATE | Measure.AVERAGE | Measure.COUNT:
            return words(f"formula.{sheet.measure}")
        case _:
            assert_never(sheet.measure)


def _facts(pack: Pack, words: Wording, sheet: IndicatorSheet) -> Iterator[tuple[str, Content]]:
    locale, indicator = pack.locale, sheet.indicator
    value = value_text(locale, indicator, indicator.target)
    yield "services", _services(pack, words, sheet)
    yield (
        "target",
        words(
            "over",
            target=words(f"at.{indicator.direction}", value=value),
            period=words(f"period.{indicator.period}"),
            window=window_name(pack, indicator.window),
        ),
    )
    yield "source", _source(pack, words, sheet)
    limits = (_limit(pack, words, sheet, one) for one in _responses(pack, sheet))
    yield "limits", words("then").join(limit for limit in limits if limit)
    yield "excluded", _excluded(pack, words, sheet)
    yield "sample", _sample(pack, words, sheet)
    yield (
        "rounding",
        sentences(
            (
                rule_sentences.rounding(locale, indicator.rounding),
                rule_sentences.comparison(locale, indicator),
            )
        ),
    )
    yield "obligation", _obligation(pack, words, sheet)
    yield "penalty", _penalty(pack, words, sheet)


def _services(pack: Pack, words: Wording, sheet: IndicatorSheet) -> str:
    if {service.id for service in pack.engagement.services} <= set(sheet.indicator.services):
        return words("all_services")
    return formats.listing(pack.locale, service_names(pack, sheet.indicator.services))


def _source(pack: Pack, words: Wording, sheet: IndicatorSheet) -> str:
    source = capital(sheet.indicator.source)
    stated = next(one for one in pack.engagement.sla_terms.indicators if one.id == sheet.indicator.id)
    if stated.probe is None:
        return source
    return words("probed", source=source, interval=formats.duration(pack.locale, stated.probe))


def _responses(pack: Pack, sheet: IndicatorSheet) -> tuple[Response, ...]:
    """The targets that an on-time rate measures: those of its priorities in its window."""
    if sheet.measure is not Measure.ON_TIME_RATE:
        return ()
    return tuple(
        response
        for response in pack.engagement.sla.responses
        if response.target.window == sheet.indicator.window and sheet.looks_at(response.target.priority)
    )


def _limit(pack: Pack, words: Wording, sheet: IndicatorSheet, response: Response) -> str:
    target = response.target
    minutes = target.gti_minutes if sheet.clock is Promise.GTI else target.gtr_minutes
    if minutes is None:
        return ""
    return words(
        "limit",
        priority=target.priority,
        clock=words(f"clock.{sheet.clock}"),
        time=formats.minutes(pack.locale, minutes),
    )


def _excluded(pack: Pack, words: Wording, sheet: IndicatorSheet) -> str:
    causes = [words(f"cause.{cause}") for cause in sheet.exclusions]
    rule = (
        rule_sentences.availability(pack.locale, sheet.indicator.exclusion)
        if sheet.measure is Measure.AVAILABILITY
        else ""
    )
    if not causes:
        return sentences((words("no_cause"), rule))
    return sentences((capital(words("causes", causes=formats.listing(pack.locale, causes))), rule))


def _sample(pack: Pack, words: Wording, sheet: IndicatorSheet) -> str:
    if sheet.measure in _RATES:
        return rule_sentences.small_sample(pack.locale, sheet.indicator, sheet.unexcused)
    least = sheet.indicator.min_sample
    return words("sample_of", number=formats.number(pack.locale, least)) if least > 1 else ""


def _obligation(pack: Pack, words: Wording, sheet: IndicatorSheet) -> str:
    found = next((duty for duty in pack.obligations if duty.id == sheet.obligation), None)
    if found is None:
        return ""
    return words("regime_of", regime=words(f"regime.{found.regime}"), duty=found.duty)


def _penalty(pack: Pack, words: Wording, sheet: IndicatorSheet) -> str:
    named = pack.engagement.sla.scale(sheet.indicator.scale)
    if named is None:
        return words("no_penalty")
    locale = pack.locale
    match named.scale:
        case LinearScale(rate=rate):
            detail = words("by_slope", rate=percent(locale, rate))
        case PerIncidentScale(amount=amount):
            detail = words("by_hour", amount=money(pack, amount))
        case PointScale(pool=pool, weights=weights):
            points = next((weight.points for weight in weights if weight.indicator == sheet.indicator.id), 0)
            detail = words("by_points", points=formats.number(locale, points), pool=percent(locale, pool))
        case StepScale(bands=bands):
            rates = sorted({band.rate for band in bands if band.rate})
            detail = words(
                "by_bands", rates=formats.listing(locale, [percent(locale, rate) for rate in rates])
            )
        case _:
            assert_never(named.scale)
    return words("by_scale", scale=named.name, detail=detail)
