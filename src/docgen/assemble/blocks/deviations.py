"""The positions other than standard: clause, position, why it may be taken, who must approve it and who did.

Option `approvals: false` leaves out why and by whom, and option `reasons: true` adds the engagement's own reasons, which
are for one party's eyes. Nothing when every clause is in its standard position.
"""

from collections.abc import Mapping

from docgen.assemble.blocks._layout import Content, Wording, row
from docgen.assemble.blocks._references import refer
from docgen.assemble.deviations import Deviation, deviations
from docgen.model.document import Block, Inline
from docgen.model.outline import Options
from docgen.model.pack import Pack

_WIDTHS = {
    "clause": 20,
    "where": 13,
    "position": 13,
    "rationale": 37,
    "reason": 24,
    "approver": 17,
    "approved": 17,
}


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row for each deviation that the pack holds, in the order of its documents."""
    say = Wording(pack.locale, "deviations")
    columns = ["clause", "where", "position"]
    columns += ["rationale"] if options.get("approvals", True) else []
    columns += ["reason"] if options.get("reasons", False) else []
    columns += ["approver", "approved"] if options.get("approvals", True) else []
    body = []
    for deviation in deviations(pack):
        cells = _cells(deviation, pack, say)
        body.append(row(pack.locale, *(cells[column] for column in columns)))
    if not body:
        return ()
    total = sum(_WIDTHS[column] for column in columns)
    return (say.table(columns, body, tuple(round(100 * _WIDTHS[column] / total) for column in columns)),)


def _cells(deviation: Deviation, pack: Pack, say: Wording) -> Mapping[str, Content]:
    reference = refer(pack, deviation.clause)
    where: tuple[Inline, ...] = (reference,) if reference is not None else ()
    return {
        "clause": deviation.title,
        "where": where,
        "position": say(f"positions.{deviation.position}"),
        "rationale": deviation.rationale,
        "reason": deviation.reason,
        "approver": role(deviation.approver, say) or say("anyone"),
        "approved": role(deviation.approved_by, say) or say("unapproved"),
    }


def role(role: str, say: Wording) -> str:
    """The words of a role; one that the locale does not know prints as it is written."""
    return say(f"roles.{role}") if f"blocks.deviations.roles.{role}" in say.locale.words else role
