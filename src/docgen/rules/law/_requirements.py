"""Which requirements the clauses of a pack fulfil, as their masters state (`satisfies`)."""

from docgen.model.clause import STANDARD
from docgen.model.pack import Pack


def fulfils(pack: Pack, requirement: str) -> bool:
    """True when a clause of the pack states that it fulfils a requirement."""
    clauses = pack.library.clauses
    return any(
        requirement in master.satisfies
        for clause_id in pack.chosen
        for master in clauses.get(clause_id, {}).get(STANDARD, {}).values()
    )
