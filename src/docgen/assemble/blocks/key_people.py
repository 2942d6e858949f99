"""The key people of the provider, whom the clause on key staff keeps in their functions; nothing when there are none."""

from docgen.assemble.blocks._layout import Wording, capital, row
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, in the order of the engagement: name and function."""
    locale, say = pack.locale, Wording(pack.locale, "key-people")
    named = (pack.engagement.person(name) for name in pack.engagement.staff.key_people)
    body = [row(locale, person.name, capital(person.function)) for person in named if person is not None]
    return (say.table(("person", "function"), body, (40, 60)),) if body else ()
