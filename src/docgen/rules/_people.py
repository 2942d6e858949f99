"""People as rules read them: their party, the places that name them."""

from collections.abc import Iterator
from typing import NamedTuple

from docgen.model.engagement import Engagement, Path
from docgen.model.escalation import FunctionalLevel, HierarchicalLevel
from docgen.model.parties import PartyKind

SIDES = (PartyKind.PROVIDER, PartyKind.CLIENT)


EXAMPLE = """\
id: demo
people:
  - {id: pdg, party: client, name: Un EXEMPLE, function: présidente, phone: +33 4 65 71 00 01, email: pdg@client.example, window: HO, verified: 2026-11-02}
  - {id: dsi, party: client, name: Deux EXEMPLE, function: DSI, phone: +33 4 65 71 00 02, email: dsi@client.example, window: HO, verified: 2026-11-02}
  - {id: production, party: client, name: Trois EXEMPLE, function: production, phone: +33 4 65 71 00 03, email: production@client.example, window: HO, verified: 2026-11-02}
  - {id: achats, party: client, name: Quatre EXEMPLE, function: achats, phone: +33 4 65 71 00 04, email: achats@client.example, window: HO, verified: 2026-11-02}
  - {id: directeur, party: provider, name: Un MODÈLE, function: président, phone: +33 4 65 71 01 01, email: directeur@prestataire.example, window: HO, verified: 2026-11-02}
  - {id: compte, party: provider, name: Deux MODÈLE, function: directeur de compte, phone: +33 4 65 71 01 02, email: compte@prestataire.example, window: HO, verified: 2026-11-02}
  - {id: adjoint, party: provider, name: Quatre MODÈLE, function: adjoint, phone: +33 4 65 71 01 04, email: adjoint@prestataire.example, window: HO, verified: 2026-11-02}
  - {id: support, party: provider, name: Cinq MODÈLE, function: support, phone: +33 4 65 71 01 05, email: support@prestataire.example, window: HO, verified: 2026-11-02}
  - {id: expert, party: provider, name: Six MODÈLE, function: expert, phone: +33 4 65 71 01 06, email: expert@prestataire.example, window: HO, verified: 2026-11-02}
  - {id: sdm, party: provider, name: Trois MODÈLE, function: responsable de service, phone: +33 4 65 71 01 03, email: sdm@prestataire.example, window: HO"""
"""The people of the examples; the last one, `sdm`, is left open for the example's own change."""


class Called(NamedTuple):
    """The people that a level of the escalation calls, first the one to call, on one of its sides."""

    level: FunctionalLevel | HierarchicalLevel
    side: str  # `provider` or `client`; '' on the functional axis, where any party may hold a level
    people: tuple[str, ...]
    path: Path  # of the list of people


def on_path(engagement: Engagement) -> Iterator[tuple[Called, ...]]:
    """The ways of the escalation, each from its first to its last level: functional, then each side's authority."""
    escalation = engagement.escalation
    yield tuple(
        Called(level, "", level.contacts, ("escalation", "functional", index, "contacts"))
        for index, level in enumerate(escalation.functional)
    )
    for side in SIDES:
        yield tuple(
            Called(
                level,
                side,
                level.provider if side == PartyKind.PROVIDER else level.client,
                ("escalation", "levels", index, side),
            )
            for index, level in enumerate(escalation.levels)
        )


def opposed(party: str, other: str) -> bool:
    """True if two parties are the two sides of the contract; a third party is neither."""
    return {party, other} == {PartyKind.CLIENT, PartyKind.PROVIDER}


def places(engagement: Engagement) -> dict[str, int]:
    """The position of each person in the list of people."""
    return {person.id: index for index, person in enumerate(engagement.people)}
