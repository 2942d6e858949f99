"""What outlines name, and which documents an engagement takes from them."""

CODES = "DG34"  # four-digit codes of this topic begin so
