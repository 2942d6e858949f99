"""The values that leave the default terms: the default and the agreed one, why, who must approve it and who did.

For one party's eyes. Nothing when every value is that of the default terms.
"""

from docgen.assemble.blocks._layout import Content, Wording, lines, row
from docgen.assemble.blocks._references import refer
from docgen.assemble.blocks.deviations import role
from docgen.assemble.value_deviations import ValueDeviation, printing, value_deviations, value_title, worded
from docgen.model.document import Block, Look
from docgen.model.outline import Options
from docgen.model.pack import Pack

_COLUMNS = ("value", "default", "agreed", "reason", "approver", "approved")


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row for each value, in the order of the default terms."""
    say = Wording(pack.locale, "value-deviations")
    where = printing(pack)
    body = [
        row(pack.locale, *_cells(deviation, pack, say, where.get(deviation.path, "")))
        for deviation in value_deviations(pack)
    ]
    return (say.table(_COLUMNS, body, (28, 16, 16, 18, 11, 11), look=Look.COMPACT),) if body else ()


def _cells(deviation: ValueDeviation, pack: Pack, say: Wording, clause: str) -> tuple[Content, ...]:
    roles = Wording(pack.locale, "deviations")
    reference = refer(pack, deviation.position or clause) if deviation.position or clause else None
    title = value_title(pack.locale, deviation.path)
    approved = role(deviation.approved_by, roles) or (roles("unapproved") if deviation.approver else "")
    return (
        title if reference is None else lines(pack.locale, (title, (reference,))),
        worded(pack.locale, deviation.path, deviation.default) or say("absent"),
        worded(pack.locale, deviation.path, deviation.agreed) or say("absent"),
        deviation.reason,
        role(deviation.approver, roles) or say("nobody"),
        approved or say("none"),
    )
