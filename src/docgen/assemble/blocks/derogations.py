"""The departures from the CCAG-TIC: what each is about, and the clauses that depart, as their `derogates` say.

Nothing where the contract does not refer to the CCAG-TIC.
"""

from collections.abc import Sequence

from docgen.assemble.blocks._layout import Wording, capital, row
from docgen.assemble.blocks._references import refer
from docgen.assemble.derogations import CCAG, Derogation, derogations
from docgen.assemble.setting import prose
from docgen.model.document import Block, Inline
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row for each article or subject of the CCAG-TIC."""
    found = derogations(pack, CCAG) if pack.engagement.facts.ccag_tic else {}
    if not found:
        return ()
    say = Wording(pack.locale, "derogations")
    body = [
        row(pack.locale, _named(derogation, say), _clauses(pack, clauses))
        for derogation, clauses in found.items()
    ]
    return (say.table(("from", "by"), body, (45, 55)),)


def _named(derogation: Derogation, say: Wording) -> str:
    if not derogation.subject:
        return say("article", article=derogation.article)
    if not derogation.article:
        return capital(derogation.subject)
    return say("subject", subject=capital(derogation.subject), article=derogation.article)


def _clauses(pack: Pack, clauses: Sequence[str]) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for clause in clauses:
        reference = refer(pack, clause)
        if reference is not None:
            inlines += [*(prose(pack.locale, ", ") if inlines else ()), reference]
    return tuple(inlines)
