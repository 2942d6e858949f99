"""The prerequisites due from the client for the take-over, each with its time after the date of effect."""

from docgen.assemble.blocks._layout import Wording, capital, row
from docgen.assemble.setting import show
from docgen.model.document import Align, Block
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, in the order of the engagement: number, prerequisite, delay from the date of effect."""
    locale, say = pack.locale, Wording(pack.locale, "prerequisites")
    due = pack.engagement.client_duties.prerequisites
    aligns = (Align.RIGHT, Align.LEFT, Align.RIGHT)
    body = (
        row(locale, show(locale, rank), capital(item.what), show(locale, item.due), aligns=aligns)
        for rank, item in enumerate(due, start=1)
    )
    return (say.table(("number", "what", "due"), body, (8, 64, 28), aligns),)
