"""The letters of the matrix: meaning, and how many of them a row holds."""

from docgen.assemble.blocks._layout import Wording
from docgen.assemble.blocks.raci_matrix import tone
from docgen.assemble.setting import cell
from docgen.model.document import Align, Block, Row
from docgen.model.outline import Options
from docgen.model.pack import Pack

ORDER = ("A", "R", "S", "C", "I")
"""The letters by weight."""


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table of the letters of the variant, and of the pair A/R."""
    raci = pack.engagement.raci
    if not raci.activities:
        return ()
    locale = pack.locale
    words = Wording(locale, "raci-legend")
    letters = [*letters_of(raci.variant), "A/R"]
    rows = [
        Row(
            (
                cell(locale, letter, align=Align.CENTER, tone=tone(letter)),
                cell(locale, words(f"{letter.replace('/', '')}.name")),
                cell(locale, words(f"{letter.replace('/', '')}.meaning")),
                cell(locale, words(f"{letter.replace('/', '')}.count")),
            )
        )
        for letter in letters
    ]
    return (words.table(("letter", "name", "meaning", "count"), rows, (9, 17, 48, 26), (Align.CENTER,)),)


def letters_of(variant: str) -> tuple[str, ...]:
    """The letters of a variant of the matrix, by weight."""
    return tuple(letter for letter in ORDER if letter in variant)
