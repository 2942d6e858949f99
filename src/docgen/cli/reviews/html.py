"""One self-contained HTML page: side by side and in the text, with filters; good on a phone and on paper."""

from docgen.model.review import Review
from docgen.pipeline.reviewing import review_page
from docgen.render.review_html import page
from docgen.render.review_words import Words


def show(review: Review, words: Words, colour: bool) -> str:
    """The page."""
    return page(review, words, review_page())
