"""The responsibility matrix, and the people who hold its roles."""

CODES = "DG44"  # four-digit codes of this topic begin so
