"""The positions other than standard: clause, position, and, unless option `reasons` is false, why and by whom approved.

Nothing when every clause stands in its standard position.
"""

from collections.abc import Mapping
from typing import Any

from docgen.assemble.blocks._layout import Content, Wording, row
from docgen.assemble.blocks._references import refer
from docgen.model.clause import STANDARD
from docgen.model.document import Block
from docgen.model.pack import Pack


def build(pack: Pack, options: Mapping[str, Any]) -> tuple[Block, ...]:
    """One table, a row for each deviation that the pack holds."""
    locale, say = pack.locale, Wording(pack.locale, "deviations")
    reasons = options.get("reasons", True)
    body = []
    for item in pack.engagement.values.get("positions") or ():
        clause, where = pack.chosen.get(item["clause"]), refer(pack, item["clause"])
        if clause is None or where is None or clause.position == STANDARD:
            continue
        standard = pack.library.find(clause.id, locale.code) or clause
        cells: list[Content] = [clause.title or standard.title, (where,), say(f"positions.{clause.position}")]
        if reasons:
            cells += [item["reason"], item.get("approved_by") or clause.approver or say("unapproved")]
        body.append(row(locale, *cells))
    if not body:
        return ()
    if reasons:
        return (say.table(("clause", "where", "position", "reason", "approver"), body, (24, 18, 14, 30, 14)),)
    return (say.table(("clause", "where", "position"), body, (50, 28, 22)),)
