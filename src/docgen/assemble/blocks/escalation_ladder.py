"""The escalation as a ladder: levels of authority of both parties, and below them the chain of support tiers."""

from collections.abc import Iterator

from docgen.assemble.blocks._directory import party_name
from docgen.assemble.blocks._layout import Wording, capital, sentences
from docgen.draw.ladder import LadderWords, Rung, Tier, ladder
from docgen.model.document import Block
from docgen.model.escalation import FunctionalLevel, HierarchicalLevel
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.parties import PartyKind
from docgen.text import formats


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """The drawing; () without levels."""
    locale, escalation = pack.locale, pack.engagement.escalation
    if not escalation.levels:
        return ()
    words = Wording(locale, "escalation-ladder")
    names = LadderWords(
        party_name(locale, PartyKind.PROVIDER),
        party_name(locale, PartyKind.CLIENT),
        words("hierarchical"),
        words("functional"),
    )
    drawing = ladder(
        [_rung(pack, level) for level in escalation.levels],
        [_tier(pack, level) for level in escalation.functional],
        names,
    )
    return (words.figure(drawing, sentences(_said(pack, words))),)


def _rung(pack: Pack, level: HierarchicalLevel) -> Rung:
    return Rung(
        level.id,
        _delays(pack, level),
        _function(pack, level.provider),
        _function(pack, level.client),
        pack.locale.typeset(capital(level.name)),
    )


def _tier(pack: Pack, level: FunctionalLevel) -> Tier:
    delay = next(iter(level.delays.values()), None)
    reached = "" if delay is None else formats.duration(pack.locale, delay)
    return Tier(level.id, pack.locale.typeset(level.name), reached)


def _delays(pack: Pack, level: HierarchicalLevel | FunctionalLevel) -> str:
    """When a level is reached, by priority: "P1 15 min, P2 2 h"."""
    return pack.locale.text("lists.comma").join(
        f"{priority}\u00a0{formats.duration(pack.locale, level.delays[priority])}"
        for priority in (one.priority.id for one in pack.engagement.sla.priorities)
        if priority in level.delays
    )


def _function(pack: Pack, ids: tuple[str, ...]) -> str:
    """The function of the first person of a level."""
    person = pack.engagement.person(ids[0]) if ids else None
    return "" if person is None else pack.locale.typeset(capital(person.function))


def _said(pack: Pack, words: Wording) -> Iterator[str]:
    for level in pack.engagement.escalation.levels:
        rung = _rung(pack, level)
        yield words(
            "alternative",
            level=level.id,
            name=level.name,
            provider=rung.provider,
            client=rung.client,
            delays=rung.reached,
        )
    for tier in pack.engagement.escalation.functional:
        delays = _delays(pack, tier)
        key = "alternative_tier" if delays else "alternative_first_tier"
        yield words(key, level=tier.id, name=tier.name, delays=delays)
