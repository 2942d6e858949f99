"""The facts of the contract itself: parties, names, dates, duration, renewal, amounts and their limits."""

CODES = "DG40"  # four-digit codes of this topic begin so
