"""Committees: members, rhythm, minutes, reports, and what they may decide."""

CODES = "DG47"  # four-digit codes of this topic begin so
