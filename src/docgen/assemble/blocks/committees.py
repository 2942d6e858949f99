"""The committees: how they build on one another, when they meet, and a sheet each.

A sheet gives the purpose of the committee, its chair and members, its inputs and its decisions.
"""

from collections.abc import Iterator

from docgen.assemble.blocks._directory import named, party_name
from docgen.assemble.blocks._items import items
from docgen.assemble.blocks._layout import Content, Wording, capital, lines, row
from docgen.assemble.setting import paragraph, show
from docgen.draw import governance as drawing
from docgen.model.document import Block, Inline, Sheet, Strong, Text
from docgen.model.governance import Committee
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.parties import PartyKind
from docgen.text import formats

_PARTIES = (PartyKind.CLIENT, PartyKind.PROVIDER, PartyKind.THIRD)
_LEVELS = ("strategic", "steering", "operational")


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A drawing, a table of all committees, a `Sheet` a committee; from the highest level to the lowest."""
    say = Wording(pack.locale, "committees")
    committees = tuple(
        sorted(pack.engagement.governance.committees, key=lambda committee: _LEVELS.index(committee.level))
    )
    if not committees:
        return ()
    tiers = tuple(
        drawing.CommitteeTier(
            say("tier", level=say(f"levels.{level}")),
            tuple(_drawn(say, item) for item in committees if item.level == level),
        )
        for level in _LEVELS
        if any(item.level == level for item in committees)
    )
    figure = say.figure(
        drawing.governance(tiers, say("upward"), say("downward")), _alternative(say, committees)
    )
    body = (
        row(
            pack.locale,
            item.acronym,
            capital(item.name),
            say(f"levels.{item.level}"),
            _meetings(say, item),
            _acronym(committees, item.escalates_to) or say("top"),
        )
        for item in committees
    )
    table = say.table(("acronym", "name", "level", "frequency", "above"), body, (14, 26, 15, 31, 14))
    return (figure, table, *(_sheet(pack, say, item, committees) for item in committees))


def _drawn(say: Wording, committee: Committee) -> drawing.Committee:
    return drawing.Committee(say.locale.typeset(committee.acronym), say(f"frequencies.{committee.frequency}"))


def _alternative(say: Wording, committees: tuple[Committee, ...]) -> str:
    sentences = (
        say(
            "shown" if committee.escalates_to else "shown_top",
            committee=capital(committee.name),
            level=say(f"levels.{committee.level}"),
            frequency=say(f"frequencies.{committee.frequency}"),
            above=_acronym(committees, committee.escalates_to),
        )
        for committee in committees
    )
    return " ".join(sentences)


def _acronym(committees: tuple[Committee, ...], committee_id: str) -> str:
    return next((committee.acronym for committee in committees if committee.id == committee_id), "")


def _meetings(say: Wording, committee: Committee) -> str:
    frequency = say(f"frequencies.{committee.frequency}")
    return say("on_days", frequency=frequency, days=committee.day_rule) if committee.day_rule else frequency


def _sheet(pack: Pack, say: Wording, committee: Committee, committees: tuple[Committee, ...]) -> Sheet:
    title = say("title", name=capital(committee.name), acronym=committee.acronym)
    caption = say("sheet_caption", acronym=committee.acronym)
    blocks = (
        paragraph(pack.locale, committee.purpose),
        say.facts(_facts(pack, say, committee, committees), caption),
    )
    return Sheet(title, blocks, f"committee-{committee.id}")


def _facts(
    pack: Pack, say: Wording, committee: Committee, committees: tuple[Committee, ...]
) -> Iterator[tuple[str, Content]]:
    locale = pack.locale
    yield "frequency", say("meeting", when=_meetings(say, committee), length=show(locale, committee.duration))
    chair = pack.engagement.person(committee.chair)
    if chair is not None:
        name, function = named(locale, chair)
        yield (
            "chair",
            (*name, Text(say("function", function=function, party=party_name(locale, chair.party)))),
        )
    yield "members", lines(locale, (_members(pack, say, committee, party) for party in _PARTIES))
    yield "inputs", items(locale, committee.inputs)
    yield "outputs", items(locale, committee.outputs)
    yield "above", _acronym(committees, committee.escalates_to)


def _members(pack: Pack, say: Wording, committee: Committee, party: str) -> tuple[Inline, ...]:
    people = (pack.engagement.person(member) for member in committee.members)
    functions = [person.function for person in people if person is not None and person.party == party]
    if not functions:
        return ()
    locale = pack.locale
    return (
        Strong((Text(say("of_party", party=party_name(locale, party))),)),
        Text(locale.typeset(formats.listing(locale, functions))),
    )
