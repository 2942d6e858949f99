"""What the blocks of a credit statement share: the statements given to them, values, grounds, instants."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from docgen.assemble.blocks._references import refer
from docgen.assemble.blocks._services import value_text
from docgen.assemble.grounds import ground
from docgen.model.document import Inline, LineBreak, Text
from docgen.model.pack import Pack
from docgen.sla.rates import compared_value, rounded
from docgen.sla.statement import IndicatorLine, Statement
from docgen.text import formats

History = tuple[Statement, ...]


def history_of(options: Mapping[str, Any]) -> History:
    """The statements up to that of the document, which is the last; () where the document is built without measures."""
    given: History = options.get("statements") or ()
    return given


def title_of(pack: Pack, indicator: str) -> str:
    """The name of an indicator."""
    return next((sheet.indicator.title for sheet in pack.engagement.sla.sheets if sheet.indicator.id == indicator), indicator)


def service_name(pack: Pack, service_id: str) -> str:
    """The name of a service."""
    return next((service.name for service in pack.engagement.services if service.id == service_id), service_id)


def measured_text(pack: Pack, line: IndicatorLine) -> str:
    """The measure as the report prints it, '' where there is none."""
    indicator, value = line.sheet.indicator, line.result.value
    if value is None:
        return ""
    shown = compared_value(value, indicator.rounding, indicator.compared)
    return value_text(pack.locale, indicator, rounded(shown, indicator.rounding), indicator.rounding.decimals)


def grounds_text(pack: Pack, names: Iterable[str]) -> tuple[Inline, ...]:
    """The clauses on which a line rests, one below the other: "article 16.2 du Contrat, Calcul"."""
    set_: list[Inline] = []
    for name in dict.fromkeys(names):
        clause = ground(pack, name)
        reference = refer(pack, clause.id) if clause is not None else None
        if clause is None or reference is None:
            continue
        if set_:
            set_.append(LineBreak())
        title = pack.locale.typeset(pack.locale.text("blocks.statement.ground", title=clause.title))
        set_ += [reference, Text(title)]
    return tuple(set_)


def moment(pack: Pack, when: datetime) -> str:
    """An instant in the zone of the calendar: "12/10/2027 08:52"; the offset is told where the clocks change."""
    zone = ZoneInfo(pack.engagement.values["calendar"]["timezone"])
    local = when.astimezone(zone)
    time = f"{local:%H:%M}"
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    if twice:
        hours = int((local.utcoffset() or local - local).total_seconds()) // 3600
        time = pack.locale.text("blocks.statement.offset", time=time, hours=f"{hours:+d}")
    return pack.locale.text("blocks.statement.moment", day=formats.date_short(pack.locale, local.date()), time=time)
