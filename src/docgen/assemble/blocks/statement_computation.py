"""How each credit of a month was computed, step by step, and the effect of cumulation and caps on their total."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.assemble.blocks._layout import Wording, group, one
from docgen.assemble.blocks._services import money, service_names
from docgen.assemble.blocks._statement import grounds_text, title_of
from docgen.assemble.setting import cell
from docgen.assemble.settled import statements_of
from docgen.assemble.step_sentences import said
from docgen.model.document import Align, Block, Inline, Row, Text, Tone
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.sla.rates import Compliance
from docgen.sla.settle import SettledCharge
from docgen.sla.statement import IndicatorLine, Statement
from docgen.sla.steps import MONTHLY_CAP, ComputationStep
from docgen.text import formats


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table with a group of rows for each credit, then the totals; a note alone when nothing was missed."""
    history = statements_of(pack)
    if not history:
        return ()
    words = Wording(pack.locale, "statement-computation")
    rows = tuple(_rows(pack, words, history[-1]))
    if not rows:
        return (words.note("nothing"),)
    return (words.table(("operation", "result"), rows, (76, 24), (Align.LEFT, Align.RIGHT)),)


def _rows(pack: Pack, words: Wording, statement: Statement) -> Iterator[Row]:
    for line in statement.lines:
        if line.result.status is Compliance.MISSED and not line.settled.charges:
            yield group(pack.locale, words("uncharged", indicator=line.sheet.indicator.title), 2)
        for charge in line.settled.charges:
            yield from _charge(pack, words, statement, line, charge)
    if any(line.settled.charges for line in statement.lines):
        yield from _totals(pack, words, statement)


def _totals(pack: Pack, words: Wording, statement: Statement) -> Iterator[Row]:
    yield group(pack.locale, words("together"), 2)
    monthly = iter([step for step in statement.settlement.steps if step.label_key == MONTHLY_CAP])
    for base in statement.settlement.bases:
        shares = [
            share for one in statement.settlement.kept for share in one.shares if share.base == base.base
        ]
        parts = " + ".join(money(pack, share.amount) for share in shares if share.amount or len(shares) == 1)
        services = formats.listing(pack.locale, service_names(pack, base.base.services))
        yield _row(words, words("of_base", services=services, parts=parts), money(pack, base.total))
        if base.limit is not None:
            yield _step(pack, words, next(monthly))
    if len(statement.settlement.bases) > 1:
        parts = " + ".join(money(pack, base.due) for base in statement.settlement.bases)
        yield _row(
            words,
            words("summed", parts=parts),
            money(pack, sum((base.due for base in statement.settlement.bases), Decimal(0))),
        )
    for step in statement.settlement.steps:
        if step.label_key != MONTHLY_CAP:
            yield _step(pack, words, step)
    yield _row(words, words("due"), money(pack, statement.settlement.due), Tone.TOTAL)


def _charge(
    pack: Pack, words: Wording, statement: Statement, line: IndicatorLine, charge: SettledCharge
) -> Iterator[Row]:
    key = "caused" if charge.cause else "charge"
    yield group(pack.locale, words(key, indicator=title_of(pack, charge.indicator), cause=charge.cause), 2)
    steps = charge.scaled.steps if line.settled.grace else charge.raised.steps or charge.scaled.steps
    yield from (_step(pack, words, step) for step in steps)
    if line.settled.grace:
        yield _remark(pack, words, words("grace"), "grace")
    elif not charge.kept:
        highest = next(one for one in statement.settlement.kept if one.cause == charge.cause)
        yield _remark(
            pack,
            words,
            words("absorbed", cause=charge.cause, indicator=title_of(pack, highest.indicator)),
            "cumulation",
        )
    elif len(charge.shares) > 1:
        yield _row(
            words, words("shared_out", shares=_shares(pack, words, charge)), money(pack, charge.raised.value)
        )


def _shares(pack: Pack, words: Wording, charge: SettledCharge) -> str:
    """What counts under the cap of each service: "Support : 420,00 € et Hébergement : 580,00 €"."""
    shown = (
        words(
            "share",
            services=formats.listing(pack.locale, service_names(pack, share.base.services)),
            amount=money(pack, share.amount),
        )
        for share in charge.shares
    )
    return formats.listing(pack.locale, list(shown))


def _remark(pack: Pack, words: Wording, text: str, name: str) -> Row:
    ground: tuple[Inline, ...] = (Text(text), Text(" ("), *grounds_text(pack, (name,)), Text(")"))
    nothing = cell(pack.locale, money(pack, Decimal(0)), align=Align.RIGHT, tone=Tone.MUTED)
    return Row((one(pack.locale, ground, tone=Tone.MUTED), nothing))


def _step(pack: Pack, words: Wording, step: ComputationStep) -> Row:
    operation, result = said(pack.locale, step, pack.engagement.price.currency)
    return _row(words, operation, result)


def _row(words: Wording, operation: str, result: str, tone: Tone = Tone.PLAIN) -> Row:
    return Row(
        (one(words.locale, operation, tone=tone), cell(words.locale, result, align=Align.RIGHT, tone=tone))
    )
