"""Agreed departures: negotiating positions that an engagement takes, and waivers of faults."""

CODES = "DG36"  # four-digit codes of this topic begin so
