"""The words of a workspace outside clauses: titles, default terms, the locale."""

from collections.abc import Iterator

from docgen.model.outline import articles
from docgen.rules._index import Index
from docgen.rules._values import leaves


def elsewhere(shared: Index, language: str) -> Iterator[str]:
    """Each text in a language: titles of outlines and articles, default terms in the language of the library, messages."""
    for outline in shared.outlines:
        yield outline.titles.get(language, "")
        for article in articles(outline):
            yield article.titles.get(language, "")
    if shared.default_terms is not None and language == shared.language:
        yield from (value for _, value in leaves(shared.default_terms.value) if isinstance(value, str))
    locale = shared.locales.get(language)
    if locale is not None:
        yield from locale.words.values()
