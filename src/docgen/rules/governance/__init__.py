"""Committees: members, rhythm, minutes, reports, and decisions."""

CODES = "DG47"  # four-digit codes of this topic begin so
