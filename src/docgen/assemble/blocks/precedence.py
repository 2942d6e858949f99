"""The documents that form the contract, in order of precedence: rank, title, version, and where each is.

Amendments come first, then the contract, then the annexes in the order of `documents.list`. With the option `amendments` each
amendment of the history has its row: those are the major versions after the first.
"""

from collections.abc import Iterator

from docgen.assemble.blocks._layout import Content, Wording, row
from docgen.assemble.setting import show
from docgen.model.changes import Level
from docgen.model.document import Align, Block, Reference
from docgen.model.outline import Options
from docgen.model.pack import Pack

_Ranked = tuple[Content, str, str, str]  # mark, title, version, place


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row a rank."""
    locale, say = pack.locale, Wording(pack.locale, "precedence")
    ranked: list[_Ranked] = [
        *(_amendments(pack, say) if options.get("amendments") else (_later(say, "amendments"),)),
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


def _later(say: Wording, key: str) -> _Ranked:
    return say("no_number"), say(key), say("own_version"), say("later")


def _amendments(pack: Pack, say: Wording) -> Iterator[_Ranked]:
    """Those to come, then those of the history, the latest first."""
    majors = [revision for revision in pack.history[1:] if revision.nature == Level.MAJOR]
    yield _later(say, "amendments_to_come" if majors else "amendments")
    for number, revision in reversed(list(enumerate(majors, start=1))):
        day = show(pack.locale, revision.date)
        title = say("amendment_of", version=revision.version, date=day)
        yield say("amendment", number=number), title, revision.version, say("elsewhere")
