"""Lists within a cell of a table."""

from collections.abc import Iterable

from docgen.assemble.blocks._layout import lines
from docgen.model.document import Inline
from docgen.model.locale import Locale
from docgen.text.typographic_rules import NO_BREAK


def items(locale: Locale, texts: Iterable[str]) -> tuple[Inline, ...]:
    """Texts below one another, each behind a dash unless it is alone, so that one that wraps stays one."""
    every = tuple(texts)
    return lines(
        locale, every if len(every) < 2 else (f"{locale.typography.dash}{NO_BREAK}{text}" for text in every)
    )
