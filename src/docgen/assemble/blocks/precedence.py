"""The documents that form the contract, in order of precedence: rank, title, version, and where each is.

Amendments come first, then the contract, then the annexes in the order of `documents.list`.
"""

from docgen.assemble.blocks._layout import Content, Wording, row
from docgen.assemble.setting import show
from docgen.model.document import Align, Block, Reference
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row a rank."""
    locale, say = pack.locale, Wording(pack.locale, "precedence")
    ranked: list[tuple[Content, str, str, str]] = [
        (say("no_number"), say("amendments"), say("own_version"), say("later")),
        (say("this_document"), pack.title(str(options["kind"])), pack.version, say("in_pack")),
    ]
    for listed in pack.listed:
        span = pack.engagement.at("documents", "list", listed.place, "id")
        where = say("in_pack") if listed.in_pack else say("elsewhere")
        version = pack.version if listed.in_pack else listed.version or say("no_number")
        ranked.append(((Reference(f"document:{listed.id}", span, bare=True),), listed.title, version, where))
    body = (
        row(locale, show(locale, rank), *cells, aligns=(Align.RIGHT,))
        for rank, cells in enumerate(ranked, start=1)
    )
    return (
        say.table(("rank", "mark", "title", "version", "where"), body, (8, 17, 37, 16, 22), (Align.RIGHT,)),
    )
