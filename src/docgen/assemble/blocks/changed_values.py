"""The values that changed: title, former and new value of each, and, unless option `effects` is false, its effect.

Option `only` keeps those of one declared class (`amendment`, `operational`, `editorial`).
"""

from docgen.assemble.blocks._layout import Content, Wording, row
from docgen.assemble.change_words import effect
from docgen.model.document import Block, Look
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row for each value; () when none changed. Values computed from others come last."""
    comparison = pack.comparison
    if comparison is None:
        return ()
    locale, say = pack.locale, Wording(pack.locale, "changed-values")
    only, effects = options.get("only"), options.get("effects", True)
    body = []
    for value in comparison.changes.values:
        if only is not None and value.change != only:
            continue
        cells: list[Content] = [value.title, value.old or say("absent"), value.new or say("absent")]
        body.append(row(locale, *cells, *([effect(locale, value.change)] if effects else [])))
    if not body:
        return ()
    if effects:
        return (say.table(("what", "old", "new", "effect"), body, (34, 24, 24, 18), look=Look.COMPACT),)
    return (say.table(("what", "old", "new"), body, (40, 30, 30)),)
