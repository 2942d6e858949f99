"""Notes on the matrix: its keeper, and the remarks of the engagement."""

from docgen.assemble.blocks._layout import Wording, bullets
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A list; () without anything to note."""
    raci = pack.engagement.raci
    words = Wording(pack.locale, "raci-notes")
    owner = next((role.name for role in raci.roles if role.id == raci.owner), "")
    notes = [*([words("owner", role=owner)] if owner else []), *raci.notes]
    return (bullets(pack.locale, notes),) if notes else ()
