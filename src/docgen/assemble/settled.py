"""A pack of which a credit statement is made: that of the contract, with the statements of its months."""

from dataclasses import dataclass, fields

from docgen.model.pack import Pack
from docgen.sla.statement import Statement


@dataclass(frozen=True)
class SettledPack(Pack):
    """A pack with the statements of successive months; the last one is that of the document."""

    statements: tuple[Statement, ...] = ()


def settled(pack: Pack, statements: tuple[Statement, ...]) -> SettledPack:
    """The pack with these statements."""
    stated = {entry.name: getattr(pack, entry.name) for entry in fields(Pack)}
    return SettledPack(**stated, statements=statements)


def statements_of(pack: Pack) -> tuple[Statement, ...]:
    """The statements up to that of the document, which is the last; () of a pack that is built without measures."""
    return pack.statements if isinstance(pack, SettledPack) else ()
