"""The text of every document, with deletions and insertions since the former state marked word by word."""

from docgen.model.document import Block, Division
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block | Division, ...]:
    """One division a document, as `history/redline.py` made it; () without a comparison."""
    return pack.comparison.text if pack.comparison is not None else ()
