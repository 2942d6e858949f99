"""The invoices of the firm term before any revision: the price of the take-over, then the fees of each civil year.

A month that is not whole counts by its days.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from docgen.assemble.blocks._layout import Content, Wording, row
from docgen.assemble.blocks._references import refer
from docgen.assemble.blocks._services import money
from docgen.assemble.setting import show
from docgen.model.document import Align, Block, Text, Tone
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.sla.days import month_end
from docgen.text import formats

_CENT = Decimal("0.01")
_ALIGNS = (Align.LEFT, Align.LEFT, Align.RIGHT)


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table: subject, when it is invoiced, amount; the last row is their sum."""
    locale, say = pack.locale, Wording(pack.locale, "invoicing-calendar")
    deal = pack.engagement
    source = refer(pack, "transition.prix", "transition.prix-sans-redevance")
    taken: Content = (Text(say("transition_when")), source) if source is not None else ""
    rows: list[tuple[str, Content, Decimal]] = [(say("transition"), taken, deal.transition.price.amount)]
    when = say(f"frequencies.{deal.billing.frequency}")
    for start, end, amount in years(
        deal.contract.service_start, pack.computed.end, pack.computed.monthly_fee.amount
    ):
        period = say("fees", start=formats.date_short(locale, start), end=formats.date_short(locale, end))
        rows.append((period, when, amount))
    total = sum((amount for _, _, amount in rows), Decimal(0))
    body = [row(locale, what, due, money(pack, amount), aligns=_ALIGNS) for what, due, amount in rows]
    body.append(row(locale, say("total"), "", money(pack, total), aligns=_ALIGNS, tones=(Tone.TOTAL,) * 3))
    note = say.note("note", monthly=show(locale, pack.computed.monthly_fee))
    return (say.table(("subject", "when", "amount"), body, (42, 38, 20), _ALIGNS), note)


def years(first: date, last: date, monthly: Decimal) -> Iterator[tuple[date, date, Decimal]]:
    """The fees from a day to another, both included, a civil year at a time; each month to the cent, half up."""
    start = first
    while start <= last:
        end = min(date(start.year, 12, 31), last)
        amount, day = Decimal(0), start
        while day <= end:
            upto = min(month_end(day), end)
            days = (upto - day).days + 1
            share = monthly * days / monthrange(day.year, day.month)[1]
            amount += share.quantize(_CENT, ROUND_HALF_UP)
            day = upto + timedelta(days=1)
        yield start, end, amount
        start = end + timedelta(days=1)
