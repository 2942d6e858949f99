"""Defined terms: defined once, used, and written alike."""

CODES = "DG35"  # four-digit codes of this topic begin so
