"""The levels of the escalation: by authority, with the people of both parties, and by competence.

The option `axis` (`hierarchical` or `functional`) prints one of the two; without it, both are printed, functional first.
"""

from collections.abc import Iterator

from docgen.assemble.blocks._directory import party_name, people
from docgen.assemble.blocks._layout import Wording, capital, lines, row
from docgen.assemble.setting import head, prose, show
from docgen.model.document import Align, Block, Inline, Row, Strong, Table
from docgen.model.escalation import FunctionalLevel, HierarchicalLevel
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.parties import PartyKind

FUNCTIONAL, HIERARCHICAL = "functional", "hierarchical"


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """Two tables an axis, who and when; () without levels."""
    axis = options.get("axis")
    escalation = pack.engagement.escalation
    words = Wording(pack.locale, "escalation-levels")
    blocks: list[Block] = []
    if escalation.functional and axis in (None, FUNCTIONAL):
        blocks.append(
            words.table(
                ("level", "role", "contacts"), _functional(pack), (24, 38, 38), caption=words("functional")
            )
        )
        blocks += _delays(pack, words, escalation.functional, FUNCTIONAL)
    if escalation.levels and axis in (None, HIERARCHICAL):
        columns = ("level", "role", PartyKind.PROVIDER, PartyKind.CLIENT, "answer")
        blocks.append(
            words.table(columns, _hierarchical(pack), (19, 25, 22, 22, 12), caption=words("hierarchical"))
        )
        blocks += _delays(pack, words, escalation.levels, HIERARCHICAL)
    return tuple(blocks)


def _named(pack: Pack, level: FunctionalLevel | HierarchicalLevel) -> tuple[Inline, ...]:
    return lines(pack.locale, ((Strong(prose(pack.locale, level.id)),), level.name))


def _functional(pack: Pack) -> Iterator[Row]:
    for level in pack.engagement.escalation.functional:
        yield row(pack.locale, _named(pack, level), capital(level.role), people(pack, level.contacts))


def _hierarchical(pack: Pack) -> Iterator[Row]:
    locale = pack.locale
    committees = {committee.id: committee.acronym for committee in pack.engagement.governance.committees}
    for level in pack.engagement.escalation.levels:
        committee = committees.get(level.committee, "")
        report = locale.text("blocks.escalation-levels.committee", committee=committee) if committee else ""
        yield row(
            locale,
            _named(pack, level),
            lines(locale, (capital(level.role), report)),
            people(pack, level.provider),
            people(pack, level.client),
            show(locale, level.answer),
        )


def _delays(
    pack: Pack, words: Wording, levels: tuple[FunctionalLevel, ...] | tuple[HierarchicalLevel, ...], axis: str
) -> Iterator[Block]:
    """When each level is reached, by priority; nothing where no level has a delay."""
    locale = pack.locale
    priorities = [one.priority for one in pack.engagement.sla.priorities]
    timed = [level for level in levels if level.delays]
    if not timed:
        return
    aligns = (Align.LEFT, *(Align.RIGHT,) * len(priorities))
    heads = head(locale, (words("level"), *(f"{one.id} {one.name}" for one in priorities)), aligns)
    body = [
        row(
            locale,
            f"{level.id} – {level.name}",
            *(
                show(locale, level.delays[one.id]) if one.id in level.delays else words("none")
                for one in priorities
            ),
            aligns=aligns,
        )
        for level in timed
    ]
    widths = (40, *(60 / len(priorities),) * len(priorities))
    yield Table(words(f"delays_{axis}"), (Row(heads),), tuple(body), widths)
    yield words.note(f"note_{axis}", provider=party_name(locale, PartyKind.PROVIDER))
