"""What the clauses commit to, against the responsibility matrix, the committees, the escalation and each other."""

CODES = "DG45"  # four-digit codes of this topic begin so
