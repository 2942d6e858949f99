"""The levels of the escalation on one table: people of both parties with their telephones, and when each priority gets there."""

from collections.abc import Iterable

from docgen.assemble.blocks._directory import phone
from docgen.assemble.blocks._layout import Wording, lines, row
from docgen.assemble.setting import prose, show
from docgen.model.document import Block, Inline, Look, Row
from docgen.model.escalation import FunctionalLevel, HierarchicalLevel
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, functional levels first; () without levels."""
    escalation = pack.engagement.escalation
    if not (escalation.functional or escalation.levels):
        return ()
    say = Wording(pack.locale, "escalation-summary")
    body = [
        *(_row(pack, say, level, level.contacts, ()) for level in escalation.functional),
        *(_row(pack, say, level, level.provider, level.client) for level in escalation.levels),
    ]
    columns = ("level", "provider", "client", "delays")
    return (say.table(columns, body, (22, 31, 31, 16), look=Look.COMPACT), say.note("note"))


def _row(
    pack: Pack,
    say: Wording,
    level: FunctionalLevel | HierarchicalLevel,
    provider: Iterable[str],
    client: Iterable[str],
) -> Row:
    locale = pack.locale
    name = say("named", id=level.id, name=level.name)
    answer = say("answer", delay=show(locale, level.answer)) if isinstance(level, HierarchicalLevel) else ""
    delays = (say("delay", priority=name, delay=show(locale, delay)) for name, delay in level.delays.items())
    return row(
        locale,
        f"{name} {answer}".strip(),
        _names(pack, provider),
        _names(pack, client),
        locale.text("lists.comma").join(delays) or say("opening"),
    )


def _names(pack: Pack, ids: Iterable[str]) -> tuple[Inline, ...]:
    found = (pack.engagement.person(person_id) for person_id in ids)
    return lines(
        pack.locale,
        (
            (*prose(pack.locale, f"{person.name} "), *phone(person.phone_24x7 or person.phone))
            for person in found
            if person is not None
        ),
    )
