"""The affiliates of the client that benefit from the services; nothing when the contract is not one for a group."""

from docgen.assemble.blocks._layout import Wording, row
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.text.identifiers import grouped


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table: name and SIREN of each affiliate."""
    locale, say = pack.locale, Wording(pack.locale, "beneficiaries")
    affiliates = pack.engagement.parties.beneficiaries
    if not affiliates or not pack.engagement.facts.group_contract:
        return ()
    body = (row(locale, item.name, grouped(item.siren.replace(" ", ""))) for item in affiliates)
    return (say.table(("name", "siren"), body, (60, 40)),)
