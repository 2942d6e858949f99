"""A comparison of two states of the small pack, without git."""

from collections.abc import Mapping
from datetime import date

from docgen.history.changes import compare
from docgen.history.snapshot import at_rest, snapshot
from docgen.model.comparison import Side
from docgen.pipeline.comparing import Compared

from ..assemble.small import clause, contract, resolved

OBJET = clause("objet.objet", "Le contrat a un objet.", "Objet")
PLAFOND = clause("penalites.plafond", "Un plafond de {{ sla.credits.monthly_cap }}.", "Plafond")
OUTLINE = contract(
    ("objet", ["objet.objet"]), ("penalites", ["penalites.plafond"]), extra="cited_as: {fr: du Contrat}"
)
BASE = (OBJET, PLAFOND, OUTLINE)


def compared(
    *overlays: Mapping[str, str], facts: str = "", old_facts: str = "", signed: date | None = date(2027, 1, 4)
) -> Compared:
    """From the base to the base with these files and facts over it, as 1.0.0 and 2.0.0-draft."""
    old, new = at_rest(resolved(*BASE, facts=old_facts)), at_rest(resolved(*BASE, *overlays, facts=facts))
    sides = (Side("1.0.0", date(2026, 12, 1), signed), Side("2.0.0-draft", date(2027, 6, 1)))
    return Compared("demo", old, new, sides, compare(snapshot(old), snapshot(new)))
