"""The acts that precede an amendment: the contract, and the amendments signed since, each with version and day."""

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.setting import show
from docgen.model.document import Block, Look, Table
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table of facts, a row for each act, the first one first; () outside of an amendment."""
    if pack.comparison is None or not pack.comparison.acts:
        return ()
    locale, say = pack.locale, Wording(pack.locale, "amendment-chain")
    body = [
        row(
            locale,
            say("amendment", number=act.number) if act.number else say("contract"),
            say("signed", version=act.version, date=show(locale, act.signed)),
        )
        for act in pack.comparison.acts
    ]
    return (Table(say("caption"), (), tuple(body), (28, 72), Look.FACTS),)
