"""The escalation procedure: levels, delays, contacts, reachability."""

CODES = "DG46"  # four-digit codes of this topic begin so
