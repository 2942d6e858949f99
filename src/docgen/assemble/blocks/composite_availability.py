"""The chain of components that carries each service, and its composite availability held against the target.

Each link counts as k of n equal components; links are in series (`sla/reliability.py`). Failures are taken as
independent, which the note says. The composite is exact; it is printed rounded down, so that it never looks better.
"""

from collections.abc import Iterator
from decimal import Decimal

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.blocks._services import value_text
from docgen.assemble.setting import cell, paragraph
from docgen.model.document import Align, Block, Role, Row, Tone
from docgen.model.locale import Locale
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.services import Component, IndicatorSheet, Service
from docgen.model.sla import Measure, Rounding, RoundingMode
from docgen.sla.rates import HUNDRED, rounded
from docgen.sla.reliability import feasible, k_of_n, series
from docgen.text import formats
from docgen.text.quantities import Percent

_DECIMALS = 4
_ALIGNS = (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT)


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table and its verdict for each service with components; () without any."""
    words = Wording(pack.locale, "composite-availability")
    blocks = [
        block
        for service in pack.engagement.services
        if service.components
        for block in _service(pack, words, service)
    ]
    return (*blocks, words.note("note")) if blocks else ()


def link(component: Component) -> Decimal:
    """The availability of a link of the chain, as a probability."""
    return k_of_n(component.needed, component.count, component.availability.fraction)


def composite(service: Service) -> Decimal:
    """The availability of the chain of a service, in percent."""
    return HUNDRED * series(map(link, service.components))


def _service(pack: Pack, words: Wording, service: Service) -> Iterator[Block]:
    locale = pack.locale
    reached = composite(service)
    total = Row(
        (
            cell(locale, words("total"), header=True, colspan=4, tone=Tone.TOTAL),
            cell(locale, _percent(locale, reached), align=Align.RIGHT, tone=Tone.TOTAL),
        )
    )
    rows = (_component(locale, component) for component in service.components)
    columns = ("component", "availability", "count", "needed", "link")
    yield words.table(
        columns, (*rows, total), (44, 16, 11, 11, 18), _ALIGNS, words("caption", service=service.name)
    )
    for sheet in pack.engagement.sla.sheets:
        if sheet.measure is Measure.AVAILABILITY and service.id in sheet.indicator.services:
            yield paragraph(locale, _verdict(words, sheet, reached), Role.NOTE)


def _component(locale: Locale, component: Component) -> Row:
    return row(
        locale,
        component.name[:1].upper() + component.name[1:],
        formats.percent(locale, component.availability),
        formats.number(locale, component.count),
        formats.number(locale, component.needed),
        _percent(locale, HUNDRED * link(component)),
        aligns=_ALIGNS,
    )


def _verdict(words: Wording, sheet: IndicatorSheet, reached: Decimal) -> str:
    indicator = sheet.indicator
    return words(
        "reached" if feasible(indicator.target, reached) else "out_of_reach",
        indicator=indicator.title,
        target=value_text(words.locale, indicator, indicator.target),
        composite=_percent(words.locale, reached),
    )


def _percent(locale: Locale, points: Decimal) -> str:
    value = rounded(points, Rounding(_DECIMALS, RoundingMode.DOWN))
    return formats.percent(locale, Percent(value), decimals=_DECIMALS)
