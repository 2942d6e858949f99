"""The tables of the penalty scales, by kind: bands, slopes, amounts an hour, points."""

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from docgen.assemble.blocks._layout import Content, Wording, lines, one, row
from docgen.assemble.blocks._services import money, percent, value_text, window_name
from docgen.assemble.setting import cell
from docgen.model.document import Align, Row, Table, Tone
from docgen.model.locale import Locale
from docgen.model.pack import Pack
from docgen.model.services import NamedScale
from docgen.model.sla import (
    Band,
    Direction,
    Indicator,
    IndicatorUnit,
    LinearScale,
    PenaltyScale,
    PerIncidentScale,
    PointScale,
    StepScale,
)
from docgen.sla.charges import base_of, sheets_of
from docgen.sla.credits import by_value, point_credit
from docgen.sla.rates import share_of
from docgen.text import formats

_MOST = 3  # columns of amounts that a page has room for


def scale_table(pack: Pack, words: Wording, named: NamedScale) -> Table:
    """The table of a scale, with the penalties in money at the fees of the engagement."""
    match named.scale:
        case StepScale() as scale:
            return _bands(pack, words, named, scale)
        case LinearScale() as scale:
            return _slope(pack, words, named, scale)
        case PerIncidentScale() as scale:
            return _hours(pack, words, named, scale)
        case PointScale() as scale:
            return _points(pack, words, named, scale)
        case _:
            assert_never(named.scale)


def boundary(locale: Locale, scale: PenaltyScale, indicator: Indicator) -> str:
    """The boundary of a scale by bands that is nearest to the target, as printed; '' for other scales."""
    match scale:
        case StepScale():
            edges = [
                edge for band in by_value(scale) for edge in (band.lower, band.upper) if edge is not None
            ]
            nearest = min(edges, key=lambda edge: abs(edge - indicator.target), default=indicator.target)
            return value_text(locale, indicator, nearest)
        case LinearScale() | PerIncidentScale() | PointScale():
            return ""
        case _:
            assert_never(scale)


def range_text(words: Wording, indicator: Indicator, band: Band) -> str:
    """The values of a band in words, saying to which band a boundary belongs."""
    locale = words.locale
    ends = {
        "lower": "" if band.lower is None else value_text(locale, indicator, band.lower),
        "upper": "" if band.upper is None else value_text(locale, indicator, band.upper),
    }
    side = "both" if all(ends.values()) else next((end for end, text in ends.items() if text), "any")
    return words(f"range.{indicator.direction}.{side}", **ends)


def step_text(words: Wording, indicator: Indicator, step: Decimal) -> str:
    """One step of shortfall: "1 point", "0,1 point", "30 min"."""
    if indicator.unit is IndicatorUnit.PERCENT:
        return words.locale.text("sla.points", count=step, number=formats.number(words.locale, step))
    return value_text(words.locale, indicator, step)


def _bands(pack: Pack, words: Wording, named: NamedScale, scale: StepScale) -> Table:
    sheets = sheets_of(pack.engagement, named)
    shown = sheets if len(sheets) <= _MOST else ()
    indicator = sheets[0].indicator
    best_first = by_value(scale)[:: -1 if indicator.direction is Direction.HIGHER else 1]
    heads: list[Content] = [words("measure"), words("rate")]
    heads += [
        lines(pack.locale, (sheet.indicator.title, money(pack, base_of(pack.engagement, (sheet,)).fee)))
        for sheet in shown
    ]
    right = (Align.LEFT, Align.RIGHT, *(Align.RIGHT,) * len(shown))
    rounding = pack.engagement.sla.terms.rounding
    rows = tuple(
        row(
            pack.locale,
            range_text(words, indicator, band),
            percent(pack.locale, band.rate),
            *(
                money(pack, share_of(base_of(pack.engagement, (sheet,)).fee, band.rate, rounding))
                for sheet in shown
            ),
            aligns=right,
        )
        for band in best_first
    )
    top = Row(
        tuple(
            one(pack.locale, head, header=True, align=align) for head, align in zip(heads, right, strict=True)
        )
    )
    widths = (36, 18, *(46 / max(1, len(shown)),) * len(shown))
    return Table(words("bands", scale=named.name), (top,), rows, widths)


def _slope(pack: Pack, words: Wording, named: NamedScale, scale: LinearScale) -> Table:
    locale, aligns = pack.locale, (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT)
    rounding = pack.engagement.sla.terms.rounding

    def rows() -> Iterator[Row]:
        for sheet in sheets_of(pack.engagement, named):
            fee = base_of(pack.engagement, (sheet,)).fee
            target = words(
                f"at.{sheet.indicator.direction}",
                value=value_text(locale, sheet.indicator, sheet.indicator.target),
            )
            yield row(
                locale,
                sheet.indicator.title,
                target,
                money(pack, fee),
                money(pack, share_of(fee, scale.rate, rounding)),
                aligns=aligns,
            )

    step = step_text(words, sheets_of(pack.engagement, named)[0].indicator, scale.step)
    caption = words("slope", rate=percent(locale, scale.rate), step=step)
    return words.table(("indicator", "target", "base", "per_step"), rows(), (40, 20, 20, 20), aligns, caption)


def _hours(pack: Pack, words: Wording, named: NamedScale, scale: PerIncidentScale) -> Table:
    sheets = sheets_of(pack.engagement, named)
    windows = dict.fromkeys(window_name(pack, sheet.indicator.window) for sheet in sheets)
    facts: list[tuple[str, Content]] = [
        ("per_hour", money(pack, scale.amount)),
        ("counted_in", formats.listing(pack.locale, list(windows))),
        ("indicators", lines(pack.locale, (sheet.indicator.title for sheet in sheets))),
    ]
    return words.facts(facts, words("hours", scale=named.name))


def point_costs(pack: Pack, named: NamedScale, scale: PointScale) -> tuple[tuple[str, Decimal], ...]:
    """What each indicator of a pool costs when it alone is missed, as it is billed."""
    fee = base_of(pack.engagement, sheets_of(pack.engagement, named)).fee
    rounding = pack.engagement.sla.terms.rounding
    ids = [weight.indicator for weight in scale.weights]
    return tuple((one, point_credit(scale, fee, (one,), rounding).value) for one in ids)


def _points(pack: Pack, words: Wording, named: NamedScale, scale: PointScale) -> Table:
    locale, aligns = pack.locale, (Align.LEFT, Align.RIGHT, Align.RIGHT)
    sheets = {sheet.indicator.id: sheet for sheet in sheets_of(pack.engagement, named)}
    fee = base_of(pack.engagement, sheets.values()).fee
    costs = point_costs(pack, named, scale)

    def points(number: Decimal) -> str:
        return locale.text("sla.points", count=number, number=formats.number(locale, number))

    rows = [
        row(
            locale,
            sheets[weight.indicator].indicator.title if weight.indicator in sheets else weight.indicator,
            points(weight.points),
            money(pack, cost),
            aligns=aligns,
        )
        for weight, (_, cost) in zip(scale.weights, costs, strict=True)
    ]
    whole = sum((weight.points for weight in scale.weights), Decimal(0))
    total = Row(
        (
            cell(
                locale,
                words("pool", rate=percent(locale, scale.pool), base=money(pack, fee)),
                header=True,
                tone=Tone.TOTAL,
            ),
            cell(locale, points(whole), align=Align.RIGHT, tone=Tone.TOTAL),
            cell(
                locale,
                money(pack, sum((cost for _, cost in costs), Decimal(0))),
                align=Align.RIGHT,
                tone=Tone.TOTAL,
            ),
        )
    )
    return words.table(
        ("missed_indicator", "points", "amount"),
        (*rows, total),
        (56, 20, 24),
        aligns,
        words("points_of", scale=named.name),
    )
