"""Free texts of an engagement that print its own values: `{{ continuity.rpo | words }}` in a recital.

The same values and filters as in clauses, and nothing else, so that a figure of the data is not typed again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from docgen.assemble.expression import Expression
from docgen.assemble.fill import read_expression
from docgen.assemble.setting import counted, in_words, show
from docgen.model.engagement import Engagement, Path
from docgen.model.locale import Locale
from docgen.model.printed import Values, lookup

_FIELD = re.compile(r"\{\{(.{0,500}?)\}\}", re.DOTALL)
SECTION = "preamble"


class Mark(NamedTuple):
    """A value that a free text prints: the text's place in the engagement, and the expression."""

    place: Path
    expression: Expression


def free_texts(engagement: Engagement) -> Iterator[tuple[Path, str]]:
    """The recitals, each with its place in the engagement."""
    section = engagement.printed.get(SECTION)
    for name, value in section.items() if isinstance(section, Mapping) else ():
        if isinstance(value, str):
            yield (SECTION, name), value
        elif isinstance(value, tuple):
            yield from (
                ((SECTION, name, rank), text) for rank, text in enumerate(value) if isinstance(text, str)
            )


def marks(engagement: Engagement) -> Iterator[Mark]:
    """Every value that a free text prints, in order."""
    for place, text in free_texts(engagement):
        for match in _FIELD.finditer(text):
            yield Mark(place, read_expression(match[1].strip()))


def filled(engagement: Engagement, values: Values, locale: Locale) -> Engagement:
    """The engagement with the values in the place of their marks; a value that is not stated leaves nothing."""
    section = engagement.printed.get(SECTION)
    if not isinstance(section, Mapping) or not any(True for _ in marks(engagement)):
        return engagement

    def fill(text: str) -> str:
        return _FIELD.sub(lambda match: _shown(read_expression(match[1].strip()), values, locale), text)

    stated = engagement.preamble
    preamble = stated._replace(
        context=tuple(map(fill, stated.context)),
        objectives=tuple(map(fill, stated.objectives)),
        provider=fill(stated.provider),
    )
    texts: Values = {
        "context": preamble.context,
        "objectives": preamble.objectives,
        "provider": preamble.provider,
    }
    return replace(
        engagement, preamble=preamble, printed={**engagement.printed, SECTION: {**section, **texts}}
    )


def _shown(expression: Expression, values: Values, locale: Locale) -> str:
    value = lookup(values, expression.path)
    if value is None or expression.fault or isinstance(value, Mapping):
        return ""
    if expression.forms and isinstance(value, int):
        return counted(locale, value, expression.forms)
    return in_words(locale, value) if "words" in expression.filters else show(locale, value)
