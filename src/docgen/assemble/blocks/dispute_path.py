"""The path of a dispute: a drawing, and its steps in order with their delays and the clauses that govern them.

Operational negotiation, committees, managements, mediation where agreed, then the court or the arbitration; an
expertise may be asked for at any step.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docgen.assemble.blocks._layout import Wording, bullets, sentences
from docgen.assemble.blocks._references import refer
from docgen.assemble.setting import paragraph, prose, show
from docgen.draw.path import Stage, path
from docgen.model.document import Block, Inline, Strong, Text
from docgen.model.ending import Forum
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.text.quantities import Duration, Unit


class Step(NamedTuple):
    """A step: the key of its words, its delay if it has one, the values of its words, the clause that governs it."""

    key: str
    delay: Duration | None
    values: Mapping[str, str]
    clause: str


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """The drawing and the list of steps."""
    words = Wording(pack.locale, "dispute-path")
    stages, endings = tuple(_stages(pack)), tuple(_endings(pack, words))
    drawing = path(
        [_stage(pack, words, step) for step in stages], [_stage(pack, words, step) for step in endings]
    )
    said = (_sentence(pack, words, step) for step in (*stages, *endings))
    steps = (*stages, *endings)
    ends = (*("between",) * (len(steps) - 1), "end")
    items = [_item(pack, words, step, end) for step, end in zip(steps, ends, strict=True)]
    blocks: list[Block] = [
        words.figure(drawing, sentences(said)),
        paragraph(pack.locale, words("steps")),
        bullets(pack.locale, items, True),
    ]
    total = longest(stages)
    if total is not None:
        blocks.append(words.note("total", duration=show(pack.locale, total)))
    return tuple(blocks)


def longest(stages: tuple[Step, ...]) -> Duration | None:
    """The length of all steps together; None where they are not all in calendar days."""
    delays = [step.delay for step in stages if step.delay is not None]
    if not delays or any(delay.unit is not Unit.DAY for delay in delays):
        return None
    return Duration(sum(delay.amount for delay in delays), Unit.DAY)


def _stages(pack: Pack) -> Iterator[Step]:
    disputes = pack.engagement.disputes
    yield Step("operational", disputes.operational, {}, "litiges.etapes")
    yield Step("committee", disputes.committee, {}, "litiges.etapes")
    yield Step("management", disputes.management, {}, "litiges.etapes")
    mediation = disputes.mediation
    if mediation is not None:
        yield Step("mediation", mediation.duration, {"centre": mediation.centre}, "litiges.mediation")


def _endings(pack: Pack, words: Wording) -> Iterator[Step]:
    disputes = pack.engagement.disputes
    expertise = disputes.expertise
    if expertise is not None:
        yield Step("expertise", expertise.duration, {}, "litiges.expertise")
    if disputes.forum is Forum.ARBITRATION:
        rules, seat = (
            (disputes.arbitration.rules, disputes.arbitration.seat) if disputes.arbitration else ("", "")
        )
        yield Step("arbitration", None, {"rules": rules, "seat": seat}, "")
    else:
        by_law = "administrative_court" if pack.engagement.facts.client_public else "competent_court"
        yield Step("court", None, {"court": disputes.court or words(by_law)}, "")


def _stage(pack: Pack, words: Wording, step: Step) -> Stage:
    delay = "" if step.delay is None else show(pack.locale, step.delay)
    return Stage(words(f"{step.key}.title"), words(f"{step.key}.note", **step.values), delay)


def _sentence(pack: Pack, words: Wording, step: Step) -> str:
    delay = "" if step.delay is None else show(pack.locale, step.delay)
    return words(
        "alternative" if delay else "alternative_end",
        title=words(f"{step.key}.title"),
        note=words(f"{step.key}.note", **step.values),
        delay=delay,
    )


def _item(pack: Pack, words: Wording, step: Step, end: str) -> tuple[Inline, ...]:
    """A step as an item of a list: its title in bold, its description, the clause, the closing sign."""
    locale = pack.locale
    delay = "" if step.delay is None else show(locale, step.delay)
    text = words(f"{step.key}.text", delay=delay, **step.values)
    title, rest = prose(locale, words(f"{step.key}.title")), prose(locale, words("item", text=text))
    reference = refer(pack, step.clause)
    clause = () if reference is None else (Text(" ("), reference, Text(")"))
    return (Strong(title), *rest, *clause, *prose(locale, words(end)))
