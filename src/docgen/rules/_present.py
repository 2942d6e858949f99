"""The content of a pack by its outlines and chosen clauses, without making its documents."""

from collections.abc import Callable, Iterator

from docgen.assemble.fill import ReferenceField
from docgen.model.outline import Article, Entry, Outline, UseClause, UseGlossary, articles
from docgen.model.pack import Pack
from docgen.rules._index import Index


def named(pack: Pack, shared: Index) -> Iterator[str]:
    """The clauses that the outlines of a pack name, omitted articles left out; those of a glossary as well."""
    for outline in pack.outlines:
        yield from _named(outline.body, pack, shared)


def _named(body: tuple[Entry, ...], pack: Pack, shared: Index) -> Iterator[str]:
    for entry in body:
        match entry:
            case UseClause(name):
                yield name
            case UseGlossary(topic):
                yield from (clause.id for clause in shared.terms.get(topic, ()))
            case Article() if entry.id not in pack.omitted:
                yield from _named(entry.content, pack, shared)


def absent_reference(pack: Pack, shared: Index) -> Callable[[ReferenceField], bool]:
    """A test: a reference names a clause or an article that exists, and that the pack leaves out."""
    printed = frozenset(article for outline in pack.outlines for article in _printed(outline, pack, shared))

    def absent(mark: ReferenceField) -> bool:
        if mark.kind == "clause":
            return mark.target in pack.library.clauses and mark.target not in pack.chosen
        return mark.kind == "article" and mark.target in shared.articles and mark.target not in printed

    return absent


def _printed(outline: Outline, pack: Pack, shared: Index) -> Iterator[str]:
    """The numbered articles of an outline that have a number in the pack: an empty one vanishes, unless optional."""
    for article in articles(outline):
        names = tuple(_named(article.content, pack, shared))
        blocks = any(not isinstance(entry, UseClause | UseGlossary) for entry in article.content)
        kept = (
            blocks
            or article.optional
            or article.id in pack.omitted
            or any(name in pack.chosen for name in names)
        )
        if article.numbered and kept:
            yield article.id
