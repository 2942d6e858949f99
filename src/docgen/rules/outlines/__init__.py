"""The names in outlines, and the documents that an engagement takes from them."""

CODES = "DG34"  # four-digit codes of this topic begin so
