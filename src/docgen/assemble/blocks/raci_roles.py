"""The roles of the matrix: full name, short name, level, and who holds each."""

from collections.abc import Iterator
from itertools import groupby

from docgen.assemble.blocks._directory import party_name, people
from docgen.assemble.blocks._layout import Wording, group, row
from docgen.assemble.blocks.raci_matrix import by_party
from docgen.model.document import Block, Row
from docgen.model.outline import Options
from docgen.model.pack import Pack

_COLUMNS = ("short", "role", "level", "holder")


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table by party; () without roles."""
    if not pack.engagement.raci.roles:
        return ()
    words = Wording(pack.locale, "raci-roles")
    return (words.table(_COLUMNS, _rows(pack, words), (18, 34, 16, 32)),)


def _rows(pack: Pack, words: Wording) -> Iterator[Row]:
    for party, roles in groupby(by_party(pack), key=lambda role: role.party):
        yield group(pack.locale, party_name(pack.locale, party), len(_COLUMNS))
        for role in roles:
            holder = people(pack, (role.person,)) or words("team")
            yield row(pack.locale, role.short, role.name, words(f"levels.{role.level}"), holder)
