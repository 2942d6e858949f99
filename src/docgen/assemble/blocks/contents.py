"""The table of contents. Option `depth`: 1 lists articles, 2 (unless told) their clauses as well."""

from collections.abc import Mapping
from typing import Any

from docgen.model.document import Block, Contents
from docgen.model.pack import Pack


def build(pack: Pack, options: Mapping[str, Any]) -> tuple[Block, ...]:
    """One `Contents`."""
    title = pack.locale.typeset(pack.locale.text("page.contents"))
    return (Contents(title, options.get("depth", 2)),)
