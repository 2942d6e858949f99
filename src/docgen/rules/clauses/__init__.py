"""The text and the metadata of a clause by itself: markup, left-overs of a draft, owner, review, translation."""

CODES = "DG31"  # four-digit codes of this topic begin so
