"""Service levels: windows, priorities, response and restoration times, indicators, targets."""

CODES = "DG41"  # four-digit codes of this topic begin so
