"""The drawings of the penalty scales: the penalty by measured value, or by missed indicator."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise
from typing import assert_never

from docgen.assemble.blocks._layout import Wording, sentences
from docgen.assemble.blocks._scale_tables import point_costs, range_text
from docgen.assemble.blocks._services import money, percent, value_text
from docgen.draw import penalty
from docgen.draw.bars import Bar, LabelledAmount, bars
from docgen.model.document import Figure
from docgen.model.pack import Pack
from docgen.model.services import NamedScale
from docgen.model.sla import (
    Counting,
    Direction,
    Indicator,
    IndicatorUnit,
    LinearScale,
    PerIncidentScale,
    PointScale,
    StepScale,
)
from docgen.sla.charges import base_of, monthly_limit, sheets_of
from docgen.sla.credits import by_value
from docgen.text import formats

_HOURS = 8  # hours late that are drawn
_STAIRS = 16  # steps of a slope that are drawn at most
_LABELS = 6  # labels along an axis, about


def draw(pack: Pack, words: Wording, named: NamedScale) -> Figure:
    """The drawing of a scale for the first of its indicators, with the same in words."""
    indicator = sheets_of(pack.engagement, named)[0].indicator
    match named.scale:
        case StepScale() as scale:
            return _Sketch(pack, words, indicator).bands(scale)
        case LinearScale() as scale:
            return _Sketch(pack, words, indicator).slope(scale)
        case PerIncidentScale() as scale:
            return _hours(pack, words, scale)
        case PointScale() as scale:
            return _points(pack, words, named, scale)
        case _:
            assert_never(named.scale)


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A scale that depends on the measured value of one indicator."""

    pack: Pack
    words: Wording
    indicator: Indicator

    @property
    def higher(self) -> bool:
        return self.indicator.direction is Direction.HIGHER

    def value(self, value: Decimal) -> penalty.Tick:
        return penalty.Tick(value, value_text(self.pack.locale, self.indicator, value))

    def rate(self, points: Decimal) -> penalty.Tick:
        return penalty.Tick(points, percent(self.pack.locale, points))

    @property
    def cap(self) -> penalty.Tick | None:
        points = self.pack.engagement.sla.terms.caps.monthly
        if points is None:
            return None
        return penalty.Tick(points, self.words("cap_mark", rate=percent(self.pack.locale, points)))

    def figure(
        self,
        bands: tuple[penalty.DrawnBand, ...],
        stops: tuple[Decimal, ...],
        rates: tuple[Decimal, ...],
        said: str,
    ) -> Figure:
        words, target = self.words, self.indicator.target
        drawn = penalty.PenaltyScale(
            bands=bands,
            values=tuple(map(self.value, stops)),
            rates=tuple(map(self.rate, rates)),
            value_title=words("value_axis", indicator=self.indicator.title),
            rate_title=words("rate_axis"),
            target=penalty.Tick(target, words("target_mark", value=self.value(target).label)),
            cap=self.cap,
            lower_holds=not self.higher,
        )
        return words.figure(penalty.penalty(drawn), said, words("figure", indicator=self.indicator.title))

    def bands(self, scale: StepScale) -> Figure:
        ordered = by_value(scale)
        edges = [band.upper for band in ordered if band.upper is not None]
        first, last = self._ends(edges)
        ends = [first, *edges, last]
        bands = tuple(
            penalty.DrawnBand(low, high, band.rate, band.rate, percent(self.pack.locale, band.rate))
            for band, (low, high) in zip(ordered, pairwise(ends), strict=True)
        )
        said = (
            self.words(
                "alternative_band",
                range=range_text(self.words, self.indicator, band),
                rate=percent(self.pack.locale, band.rate),
            )
            for band in ordered
        )
        return self.figure(
            bands, tuple(edges), tuple(sorted({band.rate for band in ordered})), sentences(said)
        )

    def _ends(self, edges: list[Decimal]) -> tuple[Decimal, Decimal]:
        """Where the outer bands end on the page: half as far out as the inner ones reach, within the possible values."""
        reach = (edges[-1] - edges[0]) / 2 or max(abs(edges[0]) / 10, Decimal(1))
        first, last = edges[0] - reach, edges[-1] + reach
        if first < 0 < edges[0]:
            first = Decimal(0)
        if self.indicator.unit is IndicatorUnit.PERCENT and edges[-1] < 100 < last:
            last = Decimal(100)
        return first, last

    def slope(self, scale: LinearScale) -> Figure:
        cap = self.pack.engagement.sla.terms.caps.monthly
        wanted = (
            _STAIRS
            if cap is None or not scale.rate
            else int((cap / scale.rate).to_integral_value(ROUND_CEILING))
        )
        count = max(1, min(_STAIRS, wanted))
        ends = [self._at(scale.step * place) for place in range(count + 1)]
        best = self._at(-scale.step * max(1, count // 4))
        rates = [scale.rate * place for place in range(count + 1)]
        free = [(ends[0], best, Decimal(0), Decimal(0))]
        if scale.counting is Counting.STARTED:
            drawn = [
                (far, near, rate, rate) for (near, far), rate in zip(pairwise(ends), rates[1:], strict=True)
            ]
        else:
            drawn = [(ends[-1], ends[0], rates[-1], rates[0])]
        bands = sorted((self._band(*one) for one in (*free, *drawn)), key=lambda band: band.lower)
        every = max(1, -(-count // _LABELS))
        said = self.words(
            "alternative_slope_started" if scale.counting is Counting.STARTED else "alternative_slope",
            target=self.value(self.indicator.target).label,
            rate=percent(self.pack.locale, scale.rate),
            step=formats.number(self.pack.locale, scale.step),
        )
        return self.figure(tuple(bands), tuple(sorted(ends[::every])), tuple(rates[::every]), said)

    def _at(self, gap: Decimal) -> Decimal:
        """The value that misses the target by a gap; a negative one is better than the target."""
        value = self.indicator.target - gap if self.higher else self.indicator.target + gap
        return min(Decimal(100), value) if self.indicator.unit is IndicatorUnit.PERCENT else value

    def _band(
        self, worse: Decimal, better: Decimal, at_worse: Decimal, at_better: Decimal
    ) -> penalty.DrawnBand:
        if self.higher:
            return penalty.DrawnBand(worse, better, at_worse, at_better)
        return penalty.DrawnBand(better, worse, at_better, at_worse)


def _hours(pack: Pack, words: Wording, scale: PerIncidentScale) -> Figure:
    locale = pack.locale
    step = Decimal(scale.step_minutes)

    def late(place: int) -> penalty.Tick:
        return penalty.Tick(step * place, formats.minutes(locale, scale.step_minutes * place))

    def amount(place: int) -> penalty.Tick:
        return penalty.Tick(scale.amount * place, money(pack, scale.amount * place))

    if scale.counting is Counting.STARTED:
        bands = tuple(
            penalty.DrawnBand(
                step * place, step * (place + 1), amount(place + 1).value, amount(place + 1).value
            )
            for place in range(_HOURS)
        )
    else:
        bands = (penalty.DrawnBand(Decimal(0), step * _HOURS, Decimal(0), amount(_HOURS).value),)
    drawn = penalty.PenaltyScale(
        bands=bands,
        values=tuple(map(late, range(_HOURS + 1))),
        rates=tuple(map(amount, range(0, _HOURS + 1, 2))),
        value_title=words("late_axis"),
        rate_title=words("amount_axis"),
        lower_holds=True,
    )
    key = "alternative_hours_started" if scale.counting is Counting.STARTED else "alternative_hours"
    said = words(
        key, amount=amount(1).label, two=amount(2).label, last=amount(_HOURS).label, hours=late(_HOURS).label
    )
    return words.figure(penalty.penalty(drawn), said, words("figure_hours"))


def _points(pack: Pack, words: Wording, named: NamedScale, scale: PointScale) -> Figure:
    sheets = {sheet.indicator.id: sheet for sheet in sheets_of(pack.engagement, named)}
    base = base_of(pack.engagement, sheets.values())
    costs = point_costs(pack, named, scale)

    def amount(value: Decimal) -> LabelledAmount:
        return LabelledAmount(value, money(pack, value))

    shown = [
        Bar(pack.locale.typeset(sheets[name].indicator.title if name in sheets else name), amount(cost))
        for name, cost in costs
    ]
    whole = Bar(words("all_missed"), amount(sum((cost for _, cost in costs), Decimal(0))))
    limit = monthly_limit(pack.engagement, base)
    cap = None if limit is None else LabelledAmount(limit, words("cap_mark", rate=money(pack, limit)))
    said = (
        words("alternative_points", indicator=bar.period, amount=bar.amount.label) for bar in (*shown, whole)
    )
    drawing = bars((*shown, whole), (amount(Decimal(0)),), words("amount_axis"), cap)
    return words.figure(drawing, sentences(said), words("figure_points"))
