"""An outline: the clauses and blocks of one kind of document, in order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from docgen.model.condition import ALWAYS, Condition
from docgen.model.document import Orientation
from docgen.model.profile import Profile
from docgen.text.source import Span

Titles = Mapping[str, str]  # language -> title
Options: TypeAlias = Mapping[str, object]
"""The options of a block: those of `with:` in the outline, and `kind`, the document kind."""


@dataclass(frozen=True, slots=True)
class UseClause:
    """The place of a clause."""

    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class UseBlock:
    """The place of a block, with its options."""

    block: str
    span: Span
    options: Options = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UseGlossary:
    """The place of all clauses of a topic, as definitions in alphabetical order."""

    topic: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its id, titles by language, content; `optional` ones may be left out and keep their number.

    A standard pack prints the short texts of a `brief` article.
    """

    id: str
    titles: Titles
    content: tuple["Entry", ...]
    span: Span
    optional: bool = False
    page: Orientation = Orientation.PORTRAIT
    break_before: bool = False
    numbered: bool = True
    brief: bool = False


BUILT = ("always", "listed", "on-request", "internal")
"""When a document is built: with each pack, when `documents.list` names it, when a command names it, or for one party's eyes
and in no pack."""

Entry = UseClause | UseBlock | UseGlossary | Article


@dataclass(frozen=True, slots=True)
class Outline:
    """One document kind. `order` is its place in the pack, `cited_as` how another document names it.

    It is made of an engagement for which `when` holds.
    `profiles` are those in which it is made, () in all; `columns` how many columns of text its pages have. `stands_for`
    are the kinds in whose place it stands: a reference to one of them leads to this document.
    """

    kind: str
    path: str
    titles: Titles
    order: int
    body: tuple[Entry, ...]
    cited_as: Titles = field(default_factory=dict)
    annex: bool = False
    built: str = "always"  # one of `BUILT`
    when: Condition = ALWAYS
    when_span: Span = field(default_factory=lambda: Span(""))

    profiles: tuple[Profile, ...] = ()
    columns: int = 1
    stands_for: tuple[str, ...] = ()

    @property
    def on_request(self) -> bool:
        """True when it is no part of a pack, and made only when it is asked for."""
        return self.built == "on-request" or self.internal

    @property
    def internal(self) -> bool:
        """True for a document that the other party never gets."""
        return self.built == "internal"

    def made_in(self, profile: Profile) -> bool:
        """True when a pack of this profile holds the document."""
        return not self.profiles or profile in self.profiles

    def made_beside(self, other: "Outline") -> bool:
        """True when one pack may hold both documents."""
        return any(self.made_in(profile) and other.made_in(profile) for profile in Profile)


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
