"""The exclusions from the perimeter, numbered so that they can be cited."""

from docgen.assemble.blocks._layout import Wording, capital, row
from docgen.assemble.setting import show
from docgen.model.document import Align, Block
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, in the order of the engagement."""
    locale, say = pack.locale, Wording(pack.locale, "exclusions")
    excluded = pack.engagement.scope.excluded
    body = (
        row(locale, show(locale, rank), capital(text), aligns=(Align.RIGHT,))
        for rank, text in enumerate(excluded, start=1)
    )
    return (say.table(("number", "what"), body, (8, 92), (Align.RIGHT,)),)
