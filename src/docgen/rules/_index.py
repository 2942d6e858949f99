"""An index of the shared part of a workspace for rules: texts, marks in them, terms, places in outlines.

`Index.of` is called once for a library; each part of the index is made when a rule first asks for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from docgen.assemble.fill import Field, ReferenceField, ValueField, fields
from docgen.model.clause import STANDARD, Clause, Library
from docgen.model.locale import Locale
from docgen.model.outline import Article, Outline, UseBlock, UseClause, UseGlossary, entries
from docgen.read.shared_context import SharedContext
from docgen.rules._terms import Vocabulary
from docgen.text.yamltext import YamlDocument

T = TypeVar("T")


@dataclass(frozen=True)
class Index:
    """The shared part of a workspace, looked up by rules; `language` is that of the master texts."""

    library: Library
    outlines: tuple[Outline, ...]
    locales: Mapping[str, Locale]
    language: str
    default_terms: YamlDocument | None

    @classmethod
    def of(cls, context: SharedContext) -> "Index":
        """The index of the shared part of a workspace."""
        return cls(context.library, context.outlines, context.locales, context.config.language, context.terms)

    @cached_property
    def texts(self) -> tuple[Clause, ...]:
        """Each clause in each position and language."""
        return self.library.texts()

    @cached_property
    def masters(self) -> Mapping[str, Clause]:
        """The text of each clause that carries its metadata, by id."""
        return {
            text.id: text
            for text in self.texts
            if text.position == STANDARD and text.language == self.language
        }

    @cached_property
    def terms(self) -> Mapping[str, tuple[Clause, ...]]:
        """The master texts that define a term, by topic."""
        return _grouped((text.topic, text) for text in self.masters.values() if text.term)

    @cached_property
    def _marks(self) -> Mapping[str, tuple[Field, ...]]:
        return {text.source.path: tuple(fields(text)) for text in self.texts}

    def marks(self, clause: Clause) -> tuple[Field, ...]:
        """Every `{{ … }}` and `[[ … ]]` of a text, in order."""
        return self._marks[clause.source.path]

    def values(self, clause: Clause) -> Iterator[ValueField]:
        """The values that a text prints, those that cannot be read left out."""
        return (mark for mark in self.marks(clause) if isinstance(mark, ValueField) and not mark.fault)

    def references(self, clause: Clause) -> Iterator[ReferenceField]:
        """The references of a text, those that cannot be read left out."""
        return (mark for mark in self.marks(clause) if isinstance(mark, ReferenceField) and not mark.fault)

    @cached_property
    def _proses(self) -> Mapping[str, str]:
        return {text.source.path: _masked(text, self.marks(text)) for text in self.texts}

    def prose(self, clause: Clause) -> str:
        """The words of a text, with blanks for its marks: offset 0 is `clause.body`."""
        return self._proses[clause.source.path]

    def vocabulary(self, language: str) -> Vocabulary:
        """The defined terms of a language."""
        return self._vocabularies.get(language) or Vocabulary((), self.prose)

    @cached_property
    def _vocabularies(self) -> Mapping[str, Vocabulary]:
        texts = _grouped((text.language, text) for text in self.texts)
        return {language: Vocabulary(group, self.prose) for language, group in texts.items()}

    @cached_property
    def articles(self) -> Mapping[str, tuple[Article, ...]]:
        """The articles of all outlines, by id."""
        return _grouped((entry.id, entry) for entry in self._entries if isinstance(entry, Article))

    @cached_property
    def placed(self) -> Mapping[str, tuple[UseClause, ...]]:
        """The entries of outlines that name a clause, by its id."""
        return _grouped((entry.clause, entry) for entry in self._entries if isinstance(entry, UseClause))

    @cached_property
    def glossaries(self) -> Mapping[str, tuple[UseGlossary, ...]]:
        """The glossaries of all outlines, by topic."""
        return _grouped((entry.topic, entry) for entry in self._entries if isinstance(entry, UseGlossary))

    @cached_property
    def blocks(self) -> tuple[UseBlock, ...]:
        """The blocks that outlines name."""
        return tuple(entry for entry in self._entries if isinstance(entry, UseBlock))

    @cached_property
    def _entries(self) -> tuple[Article | UseClause | UseBlock | UseGlossary, ...]:
        return tuple(entry for outline in self.outlines for entry in entries(outline.body))


def _masked(clause: Clause, marks: tuple[Field, ...]) -> str:
    pieces: list[str] = []
    last = clause.body
    for mark in marks:
        pieces += clause.source.text[last : mark.start], " " * (mark.end - mark.start)
        last = mark.end
    pieces.append(clause.source.text[last:])
    return "".join(pieces)


def _grouped(pairs: Iterator[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for name, item in pairs:
        groups.setdefault(name, []).append(item)
    return {name: tuple(items) for name, items in groups.items()}
