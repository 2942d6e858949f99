"""The milestones of the take-over: when each phase until the start of the service begins and ends, and who decides on its end."""

from datetime import timedelta

from docgen.assemble.blocks._items import items
from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.setting import show
from docgen.model.document import Align, Block, Row
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.sla.days import add_duration
from docgen.text import formats

_ALIGNS = (Align.RIGHT,)


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row a phase that begins before the service does: dates, criterion, deliverables, committee."""
    locale, say = pack.locale, Wording(pack.locale, "milestones")
    deal = pack.engagement
    committees = {committee.id: committee.acronym for committee in deal.governance.committees}
    start = deal.contract.effective
    body: list[Row] = []
    for item in deal.phases:
        if start >= deal.contract.service_start:
            break
        end = add_duration(start, item.duration, "")
        body.append(
            row(
                locale,
                show(locale, len(body) + 1),
                item.name,
                formats.date_short(locale, start),
                formats.date_short(locale, end - timedelta(days=1)),
                item.exit,
                items(locale, item.deliverables),
                committees.get(item.committee, item.committee),
                aligns=_ALIGNS,
            )
        )
        start = end
    columns = ("number", "phase", "start", "end", "gate", "deliverables", "committee")
    return (say.table(columns, body, (5, 17, 12, 12, 24, 20, 10), _ALIGNS),)
