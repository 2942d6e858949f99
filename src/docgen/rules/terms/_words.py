"""The words of a workspace that stand outside clauses: titles, house terms, the locale."""

from collections.abc import Iterator

from docgen.model.outline import articles
from docgen.read.house import House
from docgen.rules._values import leaves


def elsewhere(house: House, language: str) -> Iterator[str]:
    """Each text in a language: titles of outlines and articles, house terms in the language of the library, messages."""
    for outline in house.outlines:
        yield outline.titles.get(language, "")
        for article in articles(outline):
            yield article.titles.get(language, "")
    if house.terms is not None and language == house.config.language:
        yield from (value for _, value in leaves(house.terms.value) if isinstance(value, str))
    locale = house.locales.get(language)
    if locale is not None:
        yield from locale.words.values()
