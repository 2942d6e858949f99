"""The responsibility matrix: activities by process, roles by party, letters with their weight.

The second column is the article of the contract that an activity belongs to. With the option `only: key` it prints the key
activities alone, without the names of processes, where any activity is key.
"""

from collections.abc import Iterator
from itertools import groupby

from docgen.assemble.blocks._directory import party_name
from docgen.assemble.blocks._layout import Wording, capital, group
from docgen.assemble.blocks._references import refer
from docgen.assemble.setting import cell
from docgen.model.document import Align, Block, Cell, Inline, Look, Row, Table, Tone
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.raci import Activity, Role

# The letter that gives a cell its look, the heaviest first; S has none of its own.
_TONES = {"A": Tone.A, "R": Tone.R, "S": Tone.C, "C": Tone.C, "I": Tone.I}
_ARTICLE = 7
_ACTIVITY = 30
_WIDE = 48


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """The matrix; () without activities."""
    raci = pack.engagement.raci
    if not raci.activities:
        return ()
    words = Wording(pack.locale, "raci-matrix")
    roles = by_party(pack)
    key = tuple(activity for activity in raci.activities if activity.key)
    if options.get("only") == "key" and key:
        body = [_line(pack, roles, activity) for activity in key]
    else:
        body = [
            line
            for process in raci.groups
            for line in _process(pack, roles, process.name, process.activities)
        ]
    named = _ACTIVITY if options.get("only") != "key" else _WIDE
    width = (100 - named - _ARTICLE) / len(roles)
    widths = (named, _ARTICLE, *(width,) * len(roles))
    return (Table(words("caption"), _heads(pack, words, roles), tuple(body), widths, Look.VERTICAL_HEADS),)


def by_party(pack: Pack) -> tuple[Role, ...]:
    """The roles, those of one party together, in the order in which the parties first occur."""
    roles = pack.engagement.raci.roles
    order = list(dict.fromkeys(role.party for role in roles))
    return tuple(sorted(roles, key=lambda role: order.index(role.party)))


def tone(letters: str) -> Tone:
    """The look of a cell: that of its heaviest letter."""
    return next((look for letter, look in _TONES.items() if letter in letters.split("/")), Tone.PLAIN)


def _heads(pack: Pack, words: Wording, roles: tuple[Role, ...]) -> tuple[Row, ...]:
    locale = pack.locale
    sides = [(party, len(tuple(members))) for party, members in groupby(roles, key=lambda role: role.party)]
    parties = Row(
        (
            cell(locale, words("activity"), header=True, rowspan=2),
            cell(locale, words("article"), header=True, rowspan=2, align=Align.RIGHT),
            *(
                cell(locale, party_name(locale, party), header=True, colspan=count, tone=Tone.GROUP)
                for party, count in sides
            ),
        )
    )
    return parties, Row(tuple(cell(locale, role.short, header=True, align=Align.CENTER) for role in roles))


def _process(
    pack: Pack, roles: tuple[Role, ...], name: str, activities: tuple[Activity, ...]
) -> Iterator[Row]:
    yield group(pack.locale, name, len(roles) + 2)
    yield from (_line(pack, roles, activity) for activity in activities)


def _line(pack: Pack, roles: tuple[Role, ...], activity: Activity) -> Row:
    letters = [activity.letters.get(role.id, "") for role in roles]
    return Row(
        (
            cell(pack.locale, capital(activity.name), header=True),
            Cell(_article(pack, activity), align=Align.RIGHT),
            *(cell(pack.locale, held, align=Align.CENTER, tone=tone(held)) for held in letters),
        )
    )


def _article(pack: Pack, activity: Activity) -> tuple[Inline, ...]:
    reference = refer(pack, f"article:{activity.article}", bare=True) if activity.article else None
    return () if reference is None else (reference,)
