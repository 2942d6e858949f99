"""What each investment of the provider still weighs at the end of each month, until the firm term is over.

Investments are written off evenly from the start of the service, over the whole months that remain of the firm term. Nothing
when the provider invests nothing for this client.
"""

from datetime import date, timedelta
from decimal import Decimal

from docgen.assemble.blocks._layout import Wording, capital, row
from docgen.assemble.blocks._services import money
from docgen.assemble.setting import head, show
from docgen.model.document import Align, Block, Look, Row, Table
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.sla.amortisation import remainder
from docgen.sla.days import add_months
from docgen.text import formats


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table of the investments, and one of what is not written off, a row a month."""
    locale, say = pack.locale, Wording(pack.locale, "amortisation")
    investments = pack.engagement.price.investments
    start = pack.engagement.contract.service_start
    months = whole_months(start, pack.computed.end)
    if not investments or not months:
        return ()
    services = {service.id: service.name for service in pack.engagement.services}
    three = (Align.LEFT, Align.LEFT, Align.RIGHT)
    stated = (
        row(
            locale,
            capital(one.name),
            services.get(one.service, one.service),
            show(locale, one.amount),
            aligns=three,
        )
        for one in investments
    )
    aligns = (Align.LEFT, *(Align.RIGHT for _ in range(len(investments) + 1)))
    body = []
    for elapsed in range(months + 1):
        left = [remainder(one.amount.amount, months, elapsed) for one in investments]
        body.append(
            row(
                locale,
                formats.date_short(locale, add_months(start, elapsed)),
                *(money(pack, amount) for amount in left),
                money(pack, sum(left, Decimal(0))),
                aligns=aligns,
            )
        )
    titles = (say("date"), *(capital(one.name) for one in investments), say("total"))
    each = 80 / (len(investments) + 1)
    widths = (20, *(each for _ in aligns[1:]))
    heads = (Row(head(locale, titles, aligns)),)
    return (
        say.table(("name", "service", "amount"), stated, (45, 33, 22), three),
        Table(say("monthly"), heads, tuple(body), widths, Look.COMPACT),
    )


def whole_months(start: date, last: date) -> int:
    """Whole months from the start of the service to the last day of the firm term, that day included."""
    after = last + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    return max(months if add_months(start, months) <= after else months - 1, 0)
