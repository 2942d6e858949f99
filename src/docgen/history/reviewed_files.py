"""The files of a workspace that are no clause and no engagement: outlines compared by the clauses that they place, others word by word."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.history.changes import compare
from docgen.history.words import compare_texts
from docgen.model.changes import ChangeClass, ContentSnapshot, Kind, PrintedClause
from docgen.model.outline import Article, Entry, Outline, UseBlock, UseClause, UseGlossary, entries
from docgen.model.review import Fate, FileReview, Sentence
from docgen.read.config import Paths
from docgen.read.shared_context import SharedContext

TERMS = "terms."


def review_files(
    base: SharedContext | None,
    head: SharedContext | None,
    old: Mapping[str, str | None],
    new: Mapping[str, str | None],
) -> tuple[FileReview, ...]:
    """The review of each changed file (path to text, None where it is not text), in order of their path."""
    return tuple(
        _file(path, base, head, old, new)
        for path in sorted({*old, *new})
        if path not in old or path not in new or old[path] != new[path]
    )


def kind_of(path: str, paths: Paths) -> str:
    """outline, locale, terms, config, page, clause (one that cannot be read) or other."""
    if path == "docgen.yaml":
        return "config"
    if path.startswith(f"{paths.clauses}/{TERMS}") and path.endswith(".yaml"):
        return "terms"
    if path.startswith(f"{paths.clauses}/") and path.endswith(".md"):
        return "clause"
    rest = path.removeprefix(f"{paths.templates}/")
    folder = rest.partition("/")[0]
    return (
        {"outlines": "outline", "locales": "locale", "page": "page"}.get(folder, "other")
        if rest != path
        else "other"
    )


def _file(
    path: str,
    base: SharedContext | None,
    head: SharedContext | None,
    old: Mapping[str, str | None],
    new: Mapping[str, str | None],
) -> FileReview:
    context = head or base
    kind = kind_of(path, context.config.paths if context is not None else Paths())
    fate = Fate.ADDED if path not in old else Fate.REMOVED if path not in new else Fate.CHANGED
    before, after = old.get(path, ""), new.get(path, "")
    runs = compare_texts(before, after) if before is not None and after is not None else ()
    found = FileReview(path, kind, ChangeClass.EDITORIAL, fate, runs)
    if kind == "outline":
        found = _outline(found, _find(base, path), _find(head, path))
    if kind in ("terms", "clause"):
        found = replace(found, change=ChangeClass.AMENDMENT)
    if fate is Fate.CHANGED and not found.runs and not found.sentences and None not in (before, after):
        return replace(found, fate=Fate.TYPESET)
    return found


def _find(context: SharedContext | None, path: str) -> Outline | None:
    return (
        next((outline for outline in context.outlines if outline.path == path), None)
        if context is not None
        else None
    )


# --- outlines ----------------------------------------------------------------------------------------------


def _outline(found: FileReview, old: Outline | None, new: Outline | None) -> FileReview:
    """An outline of a document that binds asks for an amendment; its changes are described in sentences."""
    outline = new or old
    if outline is None:
        return found
    binding = outline.annex or bool(outline.cited_as)
    sentences = tuple(_placed(old, new)) if old is not None and new is not None else ()
    structural = found.fate is not Fate.CHANGED or bool(sentences)
    return replace(
        found,
        change=ChangeClass.AMENDMENT if binding and structural else ChangeClass.EDITORIAL,
        sentences=sentences,
        runs=found.runs if not sentences else (),
    )


def _placed(old: Outline, new: Outline) -> Iterator[Sentence]:
    yield from _articles(old, new)
    names = {article: title for outline in (old, new) for article, title in _titles(outline).items()}
    homes = [
        {(entry.document, entry.id): entry.article for entry in _entries(outline)} for outline in (old, new)
    ]
    for change in compare(
        ContentSnapshot(tuple(_entries(old))), ContentSnapshot(tuple(_entries(new)))
    ).clauses:
        before, after = (names.get(home.get((change.document, change.clause), ""), "–") for home in homes)
        if change.kind is Kind.MOVED and before == after:
            yield Sentence("outline.reordered", {"item": change.clause, "article": after})
        elif change.kind in (Kind.ADDED, Kind.REMOVED, Kind.MOVED):
            yield Sentence(
                f"outline.{change.kind.value}", {"item": change.clause, "old": before, "new": after}
            )
    yield from _options(old, new)


def _articles(old: Outline, new: Outline) -> Iterator[Sentence]:
    before, after = _titles(old), _titles(new)
    yield from (
        Sentence("outline.article_added", {"item": title})
        for name, title in after.items()
        if name not in before
    )
    yield from (
        Sentence("outline.article_removed", {"item": title})
        for name, title in before.items()
        if name not in after
    )
    for name in after:
        if name in before and before[name] != after[name]:
            yield Sentence("outline.article_retitled", {"old": before[name], "new": after[name]})


def _titles(outline: Outline) -> Mapping[str, str]:
    """The title of each article, in the first of its languages."""
    return {
        entry.id: next(iter(entry.titles.values()), entry.id)
        for entry in entries(outline.body)
        if isinstance(entry, Article)
    }


def _options(old: Outline, new: Outline) -> Iterator[Sentence]:
    before, after = (
        {entry.block: entry.options for entry in entries(outline.body) if isinstance(entry, UseBlock)}
        for outline in (old, new)
    )
    yield from (
        Sentence("outline.options", {"item": name})
        for name in after
        if name in before and before[name] != after[name]
    )


def _entries(outline: Outline) -> Iterator[PrintedClause]:
    """The clauses and blocks that an outline places, without words."""
    yield from _within(outline.body, outline.kind, "")


def _within(body: tuple[Entry, ...], kind: str, article: str) -> Iterator[PrintedClause]:
    for entry in body:
        match entry:
            case Article():
                yield from _within(entry.content, kind, entry.id)
            case UseClause():
                yield _place(entry.clause, kind, article)
            case UseGlossary():
                yield _place(f"{entry.topic}.*", kind, article)
            case UseBlock():
                yield _place(f"block:{entry.block}", kind, article)


def _place(name: str, kind: str, article: str) -> PrintedClause:
    return PrintedClause(name, name, kind, article, "", "", ChangeClass.EDITORIAL, "", "")
