"""An outline: which clauses and blocks make one kind of document, in what order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from docgen.model.document import Orientation
from docgen.text.source import Span

Titles = Mapping[str, str]  # language -> title
Options: TypeAlias = Mapping[str, object]
"""What an outline gives a block in `with:`; beside it `kind`, the document kind."""


@dataclass(frozen=True, slots=True)
class UseClause:
    """A clause stands here."""

    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class UseBlock:
    """A block stands here, with its options."""

    block: str
    span: Span
    options: Options = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UseGlossary:
    """All clauses of a topic stand here as definitions, in alphabetical order."""

    topic: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its id, titles by language, content; `optional` ones may be left out and keep their number."""

    id: str
    titles: Titles
    content: tuple["Entry", ...]
    span: Span
    optional: bool = False
    page: Orientation = Orientation.PORTRAIT
    break_before: bool = False
    numbered: bool = True


Entry = UseClause | UseBlock | UseGlossary | Article


@dataclass(frozen=True, slots=True)
class Outline:
    """One document kind. `order` is its place in the pack, `cited_as` how another document names it."""

    kind: str
    path: str
    titles: Titles
    order: int
    body: tuple[Entry, ...]
    cited_as: Titles = field(default_factory=dict)
    annex: bool = False
    built: str = "always"  # `always`, or `on-request` (only when named)


def entries(body: tuple[Entry, ...]) -> Iterator[Entry]:
    """Every entry of an outline, articles before their content."""
    for entry in body:
        yield entry
        if isinstance(entry, Article):
            yield from entries(entry.content)


def articles(outline: Outline) -> Iterator[Article]:
    """Every article of an outline."""
    for entry in entries(outline.body):
        if isinstance(entry, Article):
            yield entry
