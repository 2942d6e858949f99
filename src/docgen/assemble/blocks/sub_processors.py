"""The further processors of personal data that the client authorised (RGPD art. 28(2)); a sentence when there is none."""

from docgen.assemble.blocks._layout import Wording, lines, row
from docgen.assemble.setting import paragraph
from docgen.model.delivery import SubcontractingRegime
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.text.identifiers import grouped


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table of the subcontractors with access to personal data; nothing where the contract allows none."""
    locale, say = pack.locale, Wording(pack.locale, "sub-processors")
    deal = pack.engagement
    if not deal.facts.subcontracting or deal.subcontracting.regime is SubcontractingRegime.PROHIBITED:
        return ()
    body = tuple(
        row(
            locale,
            lines(
                locale,
                (item.name, say("siren", siren=grouped(item.siren.replace(" ", ""))) if item.siren else ""),
            ),
            item.service,
            item.country,
        )
        for item in deal.subcontracting.list
        if item.personal_data
    )
    if not body:
        return (paragraph(locale, say("none")),)
    return (say.table(("name", "service", "country"), body, (38, 44, 18)),)
