"""Who concludes an act, as the law wants parties named: each in one paragraph, with its representative."""

from docgen.assemble.blocks._layout import Wording, bullets
from docgen.assemble.blocks._parties import SIDES, identified
from docgen.assemble.setting import prose
from docgen.model.document import Block, Strong, Text
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A list of one item a party: name, form and capital, seat, register, representative, and its name in the contract."""
    say = Wording(pack.locale, "contracting-parties")
    items = []
    for side in SIDES:
        party = identified(pack, side)
        facts = ", ".join(("", *map(_inside, party.lines)))
        called = say("called", role=_inside(party.role))
        items.append((Strong((Text(party.name),)), *prose(pack.locale, f"{facts}, {called}")))
    return (bullets(pack.locale, items),)


def _inside(text: str) -> str:
    """A line as it reads inside of a sentence."""
    return text[:1].lower() + text[1:]
