"""Penalties of service levels: scales, pools and caps."""

CODES = "DG42"  # four-digit codes of this topic begin so
