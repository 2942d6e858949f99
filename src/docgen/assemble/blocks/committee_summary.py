"""The committees on one table: when each meets and for how long, who chairs it and sits on it."""

from docgen.assemble.blocks._layout import Wording, capital, row
from docgen.assemble.setting import show
from docgen.model.document import Block, Look, Row
from docgen.model.governance import Committee
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.text import formats


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row a committee; () without committees."""
    committees = pack.engagement.governance.committees
    if not committees:
        return ()
    say = Wording(pack.locale, "committee-summary")
    body = (_row(pack, say, committee) for committee in committees)
    return (say.table(("committee", "meetings", "people"), body, (26, 30, 44), look=Look.COMPACT),)


def _row(pack: Pack, say: Wording, committee: Committee) -> Row:
    frequency = pack.locale.text(f"blocks.committees.frequencies.{committee.frequency}")
    when = say("on_days", frequency=frequency, days=committee.day_rule) if committee.day_rule else frequency
    people = [
        person.name
        for name in committee.members
        if name != committee.chair and (person := pack.engagement.person(name)) is not None
    ]
    chair = pack.engagement.person(committee.chair)
    return row(
        pack.locale,
        say("named", name=capital(committee.name), acronym=committee.acronym),
        say("meeting", when=when, length=show(pack.locale, committee.duration)),
        say("seats", chair=chair.name if chair else "", members=formats.listing(pack.locale, people)),
    )
