"""Who approves a change, by its amount, and from when an amendment is needed."""

from docgen.assemble.blocks._layout import Content, Wording, row
from docgen.assemble.blocks._references import refer
from docgen.assemble.setting import show
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.sla import CENT
from docgen.sla.rates import rounded
from docgen.text.quantities import Money


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table from the smallest amount to the largest; the yearly total is of the annual fee, in money too."""
    locale, say = pack.locale, Wording(pack.locale, "change-thresholds")
    terms = pack.engagement.change
    annual = pack.computed.annual_fee
    share = terms.cumulative_threshold
    total = Money(rounded(annual.amount * share.fraction, CENT), annual.currency)
    manager, committee, amendment = (
        show(locale, threshold)
        for threshold in (terms.manager_threshold, terms.committee_threshold, terms.amendment_threshold)
    )
    rows = (
        (say("upto", amount=manager), "managers", "changements.approbation"),
        (say("between", above=manager, upto=committee), "committee", "changements.approbation"),
        (say("below", above=committee, below=amendment), "direction", "changements.approbation"),
        (say("from", amount=amendment), "amendment", "changements.avenant"),
        (
            say("total", share=show(locale, share), amount=show(locale, total)),
            "amendment",
            "changements.avenant",
        ),
    )
    body = []
    for amount, approver, clause in rows:
        where = refer(pack, clause, "article:changements")
        source: Content = (where,) if where is not None else ""
        body.append(row(locale, amount, say(f"approvers.{approver}"), source))
    return (say.table(("amount", "approver", "where"), body, (42, 40, 18)), say.note("note"))
