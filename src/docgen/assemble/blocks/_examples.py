"""The table of the worked examples of a scale: a group of rows an example, a row a step."""

from collections.abc import Iterator, Sequence

from docgen.assemble.blocks._layout import Wording, group, one
from docgen.assemble.blocks._services import money, service_names, value_text
from docgen.assemble.setting import cell
from docgen.assemble.step_sentences import said
from docgen.assemble.worked_examples import Case, Example, examples
from docgen.model.document import Align, Row, Table, Tone
from docgen.model.pack import Pack
from docgen.model.services import NamedScale
from docgen.model.sla import PointScale
from docgen.sla.charges import sheets_of
from docgen.sla.steps import MONTHLY_CAP, ComputationStep
from docgen.text import formats


def examples_table(
    pack: Pack, words: Wording, named: NamedScale, cases: Sequence[Case] = tuple(Case)
) -> Table:
    """The good month, the breach and the month at the cap, or those of them that are asked, each step with its result."""
    rows = (
        line
        for example in examples(pack, named)
        if example.case in cases
        for line in _rows(pack, words, named, example)
    )
    title = sheets_of(pack.engagement, named)[0].indicator.title
    key = "examples_points" if isinstance(named.scale, PointScale) else "examples"
    return words.table(
        ("operation", "result"),
        rows,
        (76, 24),
        (Align.LEFT, Align.RIGHT),
        words(key, indicator=title, scale=named.name),
    )


def _rows(pack: Pack, words: Wording, named: NamedScale, example: Example) -> Iterator[Row]:
    locale = pack.locale
    currency = pack.engagement.price.currency
    heading = words(f"case.{example.case}", hypothesis=_hypothesis(pack, words, named, example))
    yield group(locale, heading, 2)
    if not example.settlement.due:
        yield _row(words, words("nothing_due"), money(pack, example.settlement.due), Tone.TOTAL)
        return
    bases = iter(example.settlement.bases if len(example.settlement.bases) > 1 else ())
    for step in filter(_tells, example.steps):
        base = next(bases, None) if step.label_key == MONTHLY_CAP else None
        if base is not None:
            services = formats.listing(locale, service_names(pack, base.base.services))
            yield _row(words, words("share_of", services=services), money(pack, base.total))
        operation, result = said(locale, step, currency)
        yield _row(words, operation, result)
    due = words("due_at_cap" if example.settlement.cap_reached else "due")
    if example.case is Case.CAP and not example.settlement.cap_reached:
        due = words("due_below_cap")
    yield _row(words, due, money(pack, example.settlement.due), Tone.TOTAL)


def _tells(step: ComputationStep) -> bool:
    """Tell whether a step is worth a row: not a yearly cap that takes nothing off."""
    return step.label_key != "sla.steps.cap.yearly" or step.operands[0].value != step.result.value


def _row(words: Wording, operation: str, result: str, tone: Tone = Tone.PLAIN) -> Row:
    return Row(
        (one(words.locale, operation, tone=tone), cell(words.locale, result, align=Align.RIGHT, tone=tone))
    )


def _hypothesis(pack: Pack, words: Wording, named: NamedScale, example: Example) -> str:
    locale = pack.locale
    indicator = sheets_of(pack.engagement, named)[0].indicator
    if example.measured is not None:
        text = words(
            "measured", value=value_text(locale, indicator, example.measured, indicator.rounding.decimals)
        )
    elif isinstance(named.scale, PointScale):
        titles = [
            sheet.indicator.title
            for sheet in sheets_of(pack.engagement, named)
            if sheet.indicator.id in example.missed
        ]
        text = words("missed", indicators=formats.listing(locale, titles)) if titles else words("none_missed")
    else:
        delay = formats.minutes(locale, example.late)
        late = (
            words("late_of", delay=delay, service=service_names(pack, (example.service,))[0])
            if example.service
            else words("late", delay=delay)
        )
        text = late if example.late else words("none_late")
    if example.months > 1:
        text = words("in_a_row", hypothesis=text, months=formats.number(locale, example.months))
    return text
