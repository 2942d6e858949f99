"""Legal requirements of a contract: payment, interest, liability, assignment, courts, language."""

CODES = "DG48"  # four-digit codes of this topic begin so
