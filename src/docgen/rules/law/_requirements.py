"""Which requirements the clauses of a pack fulfil, as they state (`satisfies`)."""

from docgen.model.pack import Pack


def fulfils(pack: Pack, requirement: str) -> bool:
    """True when a clause of the pack states that it fulfils a requirement."""
    return any(requirement in clause.satisfies for clause in pack.chosen.values())
