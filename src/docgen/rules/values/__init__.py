"""Values of the engagement that clauses print, and the conditions under which clauses apply."""

CODES = "DG33"  # four-digit codes of this topic begin so
