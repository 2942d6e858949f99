"""SARIF 2.1.0 (OASIS), for code-scanning services: the new faults."""

from docgen.cli.formats import sarif
from docgen.model.review import Review
from docgen.render.review_words import Words


def show(review: Review, words: Words, colour: bool) -> str:
    """One run with the new diagnostics."""
    return sarif.show(review.diagnostics, lambda path, number: "", False)
