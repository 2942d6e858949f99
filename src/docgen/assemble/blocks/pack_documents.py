"""The documents of the pack, each with its place, its version and the number of its clauses.

Option `deviations: false` leaves out how many of them are not in their standard position, which the other party need not
know.
"""

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.setting import show
from docgen.model.clause import Clause
from docgen.model.document import Align, Block
from docgen.model.outline import Options, Outline, UseClause, UseGlossary, entries
from docgen.model.pack import Pack

_COLUMNS = ("document", "place", "version", "clauses", "deviations")
_WIDTHS = (36, 20, 16, 12, 16)
_ALIGNS = (Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT)


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row for each document that is built with the pack."""
    locale, say = pack.locale, Wording(pack.locale, "pack-documents")
    columns = _COLUMNS if options.get("deviations", True) else _COLUMNS[:-1]
    annexes = {listed.id: listed.annex for listed in pack.listed}

    def place(outline: Outline) -> str:
        if outline.kind in annexes:
            return say("annex", number=annexes[outline.kind])
        return say("main" if outline.cited_as else "companion")

    body = []
    for outline in (outline for outline in pack.outlines if not outline.on_request):
        clauses = _clauses(pack, outline)
        figures = (
            show(locale, len(clauses)),
            show(locale, sum(clause.deviates for clause in clauses)),
        )
        cells = (pack.title(outline.kind), place(outline), pack.version, *figures)
        body.append(row(locale, *cells[: len(columns)], aligns=_ALIGNS))
    return (say.table(columns, body, _WIDTHS[: len(columns)], _ALIGNS),)


def _clauses(pack: Pack, outline: Outline) -> tuple[Clause, ...]:
    found: dict[str, Clause] = {}
    for entry in entries(outline.body):
        match entry:
            case UseClause(name) if name in pack.chosen:
                found[name] = pack.chosen[name]
            case UseGlossary(topic):
                terms = (clause for clause in pack.chosen.values() if clause.topic == topic and clause.term)
                found.update((clause.id, clause) for clause in terms)
    return tuple(found.values())
