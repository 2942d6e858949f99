"""The text and the metadata of a clause by itself: markup, left-overs of a draft, owner, review, translation."""
