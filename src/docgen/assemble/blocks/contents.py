"""The table of contents. Option `depth`: 1 lists articles, 2 (the default) their clauses as well."""

from docgen.assemble.blocks._front import fronted
from docgen.model.document import Block, Contents
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One `Contents`."""
    if not fronted(pack, options):
        return ()
    title = pack.locale.typeset(pack.locale.text("page.contents"))
    depth = options.get("depth")
    return (Contents(title, depth if isinstance(depth, int) else 2),)
