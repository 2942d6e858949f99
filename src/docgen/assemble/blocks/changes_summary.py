"""The states that a redline compares, the level of the changes, a key to the marks, and a table of the changed clauses."""

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.change_words import effect, happened, level_word
from docgen.assemble.setting import show
from docgen.model.comparison import Side
from docgen.model.document import Block, Deleted, Inserted, Look, Paragraph, Role, Text
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table of facts, a legend, and a table with a row for each change of a clause; () without a comparison."""
    comparison = pack.comparison
    if comparison is None:
        return ()
    locale, say = pack.locale, Wording(pack.locale, "changes-summary")
    changes = comparison.changes
    documents = ", ".join(pack.title(kind) for kind in changes.documents) or say("none")
    facts = say.facts(
        [
            ("old", _side(pack, comparison.old)),
            ("new", _side(pack, comparison.new)),
            ("level", level_word(locale, changes.level)),
            ("documents", documents),
        ],
        say("facts"),
    )
    legend = Paragraph(
        (
            Text(f"{say('legend')} "), Inserted((Text(say("inserted")),)), Text(", "), Deleted((Text(say("deleted")),)), Text(f". {say('legend_end')}"),
        ),
        role=Role.NOTE,
    )  # fmt: skip
    body = [
        row(
            locale,
            change.new_number or change.old_number or "–",
            pack.title(change.document),
            change.title,
            happened(locale, change),
            effect(locale, change.change),
        )
        for change in changes.clauses
    ]
    if not body:
        return (facts, legend, say.note("no_clause"))
    return (
        facts,
        legend,
        say.table(
            ("number", "document", "title", "what", "effect"), body, (9, 22, 26, 25, 18), look=Look.COMPACT
        ),
    )


def _side(pack: Pack, side: Side) -> str:
    say = Wording(pack.locale, "changes-summary")
    if side.signed is not None:
        return say("signed", version=side.version, date=show(pack.locale, side.signed))
    return say("dated", version=side.version, date=show(pack.locale, side.day))
