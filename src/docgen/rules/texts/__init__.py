"""Contracts that were written elsewhere: their numbers, references, terms and left-overs."""

CODES = "DG15"  # four-digit codes of this topic begin so
