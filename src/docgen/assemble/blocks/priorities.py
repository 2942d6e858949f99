"""The priorities, the most urgent first, with the words that define them."""

from docgen.assemble.blocks._layout import Wording, capital, row
from docgen.model.document import Block, Tone
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table; () without priorities."""
    locale, priorities = pack.locale, pack.engagement.sla.priorities
    if not priorities:
        return ()
    words = Wording(locale, "priorities")
    rows = (
        row(
            locale,
            one.priority.id,
            capital(one.priority.name),
            capital(one.meaning),
            tones=(Tone(f"p{min(rank, 4)}"),),
        )
        for rank, one in enumerate(priorities, start=1)
    )
    return (words.table(("priority", "name", "meaning"), rows, (12, 16, 72)),)
