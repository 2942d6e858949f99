"""The subcontractors that the client accepted: name, service, place, and whether they see personal data.

Nothing when subcontracting is excluded or nobody was accepted yet.
"""

from docgen.assemble.blocks._layout import Wording, lines, row
from docgen.assemble.setting import show
from docgen.model.delivery import SubcontractingRegime
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.text.identifiers import grouped


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, in the order of the engagement."""
    locale, say = pack.locale, Wording(pack.locale, "subcontractors")
    terms = pack.engagement.subcontracting
    accepted = terms.list
    if (
        not accepted
        or terms.regime is SubcontractingRegime.PROHIBITED
        or not pack.engagement.facts.subcontracting
    ):
        return ()
    body = (
        row(
            locale,
            lines(locale, (item.name, _siren(say, item.siren))),
            item.service,
            item.country,
            show(locale, item.personal_data),
        )
        for item in accepted
    )
    return (say.table(("name", "service", "country", "personal_data"), body, (30, 38, 12, 20)),)


def _siren(say: Wording, siren: str) -> str:
    return say("siren", siren=grouped(siren.replace(" ", ""))) if siren else ""
