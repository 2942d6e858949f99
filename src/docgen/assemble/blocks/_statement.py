"""Common to the blocks of a credit statement: values, grounds, instants."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from docgen.assemble.blocks._references import refer
from docgen.assemble.blocks._services import money, value_text
from docgen.assemble.grounds import ground
from docgen.model.clause import Clause
from docgen.model.document import Inline, LineBreak, Text
from docgen.model.pack import Pack
from docgen.model.sla import Compared
from docgen.sla.rates import meets, rounded
from docgen.sla.statement import IndicatorLine, Statement
from docgen.text import formats

History = tuple[Statement, ...]
_FINEST = 8  # decimals of a measure that is told apart from its target


def title_of(pack: Pack, indicator: str) -> str:
    """The name of an indicator."""
    return next(
        (sheet.indicator.title for sheet in pack.engagement.sla.sheets if sheet.indicator.id == indicator),
        indicator,
    )


def service_name(pack: Pack, service_id: str) -> str:
    """The name of a service."""
    return next(
        (service.name for service in pack.engagement.services if service.id == service_id), service_id
    )


def measured_text(pack: Pack, line: IndicatorLine) -> str:
    """The measure as the report prints it, '' where there is none.

    An exact value that misses its target keeps the decimals that show it: "99,895 %" against 99.9 %, not "99,90 %".
    """
    indicator, value = line.sheet.indicator, line.result.value
    if value is None:
        return ""
    shown = rounded(value, indicator.rounding)
    if indicator.compared is Compared.UNROUNDED:
        met = meets(value, indicator.target, indicator.direction)
        roundings = (
            replace(indicator.rounding, decimals=more) for more in range(indicator.rounding.decimals, _FINEST)
        )
        shown = next(
            (
                one
                for rule in roundings
                if meets(one := rounded(value, rule), indicator.target, indicator.direction) is met
            ),
            shown,
        )
    decimals = max(indicator.rounding.decimals, -int(shown.as_tuple().exponent))
    return value_text(pack.locale, indicator, shown, decimals)


def grounds_text(pack: Pack, names: Iterable[str], *, titled: bool = True) -> tuple[Inline, ...]:
    """The clauses on which a line rests, one below the other: "article 16.2 du Contrat, Calcul"."""
    set_: list[Inline] = []
    for clause in clauses_of(pack, names):
        reference = refer(pack, clause.id)
        if reference is None:
            continue
        if set_:
            set_.append(LineBreak())
        set_.append(reference)
        if titled:
            set_.append(
                Text(pack.locale.typeset(pack.locale.text("blocks.statement.ground", title=clause.title)))
            )
    return tuple(set_)


def clauses_of(pack: Pack, names: Iterable[str]) -> tuple[Clause, ...]:
    """The clauses that hold these grounds, each once."""
    found = {clause.id: clause for name in names if (clause := ground(pack, name)) is not None}
    return tuple(found.values())


def less(pack: Pack, amount: Decimal) -> str:
    """An amount that is taken off, with the minus sign of printed texts."""
    return pack.locale.typeset(pack.locale.text("blocks.statement.less", amount=money(pack, abs(amount))))


def moment(pack: Pack, when: datetime) -> str:
    """An instant in the zone of the calendar: "12/10/2027 08:52"; the offset is printed where the clocks change."""
    zone = ZoneInfo(pack.engagement.calendar.timezone)
    local = when.astimezone(zone)
    time = f"{local:%H:%M}"
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    if twice:
        hours = int((local.utcoffset() or local - local).total_seconds()) // 3600
        time = pack.locale.text("blocks.statement.offset", time=time, hours=f"{hours:+d}")
    return pack.locale.text(
        "blocks.statement.moment", day=formats.date_short(pack.locale, local.date()), time=time
    )
