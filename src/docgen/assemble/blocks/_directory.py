"""Common to the blocks of people: names of parties, people as lines of a cell, links to telephones and mailboxes."""

from collections.abc import Iterable

from docgen.assemble.blocks._layout import lines
from docgen.assemble.setting import prose
from docgen.model.document import Inline, Link, Strong, Text
from docgen.model.escalation import Escalation, FunctionalLevel, HierarchicalLevel
from docgen.model.governance import Person
from docgen.model.locale import Locale
from docgen.model.pack import Pack
from docgen.model.parties import PartyKind

PARTIES = (PartyKind.PROVIDER, PartyKind.CLIENT, PartyKind.THIRD)
"""Parties in the order in which a procedure of the provider calls them."""


def party_name(locale: Locale, party: str) -> str:
    """The name of a party in the contract: "Client", "Prestataire", "Tiers"."""
    return locale.text(f"blocks.annexes.{party}")


def people(pack: Pack, ids: Iterable[str]) -> tuple[Inline, ...]:
    """People below one another, each with a function: the name in bold, then the function."""
    found = (person for person_id in ids if (person := pack.engagement.person(person_id)) is not None)
    return lines(pack.locale, [piece for person in found for piece in named(pack.locale, person)])


def named(locale: Locale, person: Person) -> tuple[tuple[Inline, ...], str]:
    """The name of a person in bold, and the function."""
    return (Strong(prose(locale, person.name)),), person.function


def phone(number: str) -> tuple[Inline, ...]:
    """A telephone number as a link that dials it; '' is nothing. The number never breaks over lines."""
    if not number:
        return ()
    digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return (Link(f"tel:{digits}", (Text(number.replace(" ", "\u00a0")),)),)


def mail(address: str) -> tuple[Inline, ...]:
    """An e-mail address as a link."""
    return (Link(f"mailto:{address}", (Text(address),)),) if address else ()


def levels(escalation: Escalation) -> tuple[FunctionalLevel | HierarchicalLevel, ...]:
    """All levels of an escalation, functional ones first."""
    return (*escalation.functional, *escalation.levels)
