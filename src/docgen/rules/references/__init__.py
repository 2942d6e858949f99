"""References, requirements and conflicts between clauses."""

CODES = "DG32"  # four-digit codes of this topic begin so
