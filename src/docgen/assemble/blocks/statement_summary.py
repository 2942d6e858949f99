"""The statement of a month in one table: from the credits of the indicators to the amount to pay.

Each line names the clause that it rests on.
"""

from collections.abc import Iterator
from decimal import Decimal

from docgen.assemble.blocks._layout import Wording, one
from docgen.assemble.blocks._services import money
from docgen.assemble.blocks._statement import grounds_text, less
from docgen.assemble.setting import cell, paragraph
from docgen.assemble.settled import statements_of
from docgen.model.document import Align, Block, Callout, Row, Tone
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.sla.rates import Compliance
from docgen.sla.statement import Statement


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A key figure and the table of totals; () without measures."""
    history = statements_of(pack)
    if not history:
        return ()
    words = Wording(pack.locale, "statement-summary")
    statement = history[-1]
    missed = sum(line.result.status is Compliance.MISSED for line in statement.lines)
    told = [
        words("payable_is", amount=money(pack, statement.settlement.payable)),
        words("missed_are", count=missed, number=missed, whole=len(statement.lines)),
    ]
    if statement.settlement.may_terminate:
        told.append(words("may_terminate"))
    return (
        Callout(words("title"), tuple(paragraph(pack.locale, text) for text in told)),
        words.table(
            ("line", "amount", "ground"),
            tuple(_rows(pack, words, statement)),
            (46, 17, 37),
            (Align.LEFT, Align.RIGHT),
        ),
    )


def _rows(pack: Pack, words: Wording, statement: Statement) -> Iterator[Row]:
    def row(key: str, amount: Decimal, *grounds: str, tone: Tone = Tone.PLAIN) -> Row:
        return Row(
            (
                cell(pack.locale, words(key), header=True, tone=tone),
                cell(
                    pack.locale,
                    money(pack, amount) if amount >= 0 else less(pack, amount),
                    align=Align.RIGHT,
                    tone=tone,
                ),
                one(pack.locale, grounds_text(pack, grounds), tone=tone),
            )
        )

    yield row("gross", statement.settlement.gross, "scale", "base", "repetition")
    if statement.settlement.cumulated != statement.settlement.gross:
        yield row("cumulated", statement.settlement.cumulated - statement.settlement.gross, "cumulation")
    if statement.settlement.lost:
        yield row("lost", -statement.settlement.lost, "cap")
    yield row("due", statement.settlement.due, "rounding", tone=Tone.TOTAL)
    if statement.settlement.refunds:
        yield row("refunded", -statement.settlement.refunded, "refund")
    if statement.settlement.bonus.value:
        yield row("bonus", -statement.settlement.bonus.value, "bonus")
    if statement.settlement.refunds or statement.settlement.bonus.value:
        yield row("payable", statement.settlement.payable, tone=Tone.TOTAL)
