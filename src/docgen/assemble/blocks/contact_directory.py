"""The directory: one table for each window in which people answer, by party, with levels, telephones and backups.

The first telephone answers in the window, the second at any hour.
"""

from collections.abc import Iterator, Sequence

from docgen.assemble.blocks._directory import PARTIES, mail, party_name, phone
from docgen.assemble.blocks._layout import Wording, capital, group, lines, row
from docgen.assemble.blocks._services import window_name
from docgen.model.document import Block, Look, Row
from docgen.model.governance import Person
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.text import formats

_COLUMNS = ("person", "function", "levels", "phones", "email", "backup")
_WIDTHS = (14, 20, 8, 16, 28, 14)


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table a window, and when the contacts were last tried; () without people."""
    words = Wording(pack.locale, "contact-directory")
    known = _present(pack)
    blocks: list[Block] = []
    for window in pack.engagement.sla.windows:
        reached = [person for person in known if person.window == window.id]
        if reached:
            caption = words("caption", window=window_name(pack, window.id))
            blocks.append(
                words.table(_COLUMNS, _rows(pack, reached), _WIDTHS, caption=caption, look=Look.COMPACT)
            )
    tried = [person.verified for person in known if person.verified is not None]
    if blocks and tried:
        first, last = (formats.date_long(pack.locale, day) for day in (min(tried), max(tried)))
        blocks.append(words.note("verified" if first != last else "verified_on", first=first, last=last))
    return tuple(blocks)


def levels_of(pack: Pack, person_id: str) -> tuple[str, ...]:
    """The ids of the levels that call a person, functional ones first."""
    escalation = pack.engagement.escalation
    functional = (level.id for level in escalation.functional if person_id in level.contacts)
    hierarchical = (level.id for level in escalation.levels if person_id in (*level.provider, *level.client))
    return (*functional, *hierarchical)


def _present(pack: Pack) -> tuple[Person, ...]:
    """The people who have not left at the date of the pack."""
    return tuple(
        person
        for person in pack.engagement.people
        if person.valid_to is None or person.valid_to >= pack.dated
    )


def _rows(pack: Pack, reached: Sequence[Person]) -> Iterator[Row]:
    locale = pack.locale
    for party in PARTIES:
        side = [person for person in reached if person.party == party]
        if side:
            yield group(locale, party_name(locale, party), len(_COLUMNS))
        for person in side:
            backup = pack.engagement.person(person.backup)
            yield row(
                locale,
                person.name,
                capital(person.function),
                formats.listing(locale, levels_of(pack, person.id)),
                lines(locale, (phone(person.phone), phone(person.phone_24x7))),
                mail(person.email),
                "" if backup is None else backup.name,
            )
