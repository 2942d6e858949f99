"""Choose the clauses of a pack: those that the outlines name, whose condition holds, in the position agreed.

A pack of the profile `short`, and a brief article of a standard one, takes the short text of a clause that stands in its standard position; where there is none,
and where a position was negotiated, it prints the text at length.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.assemble.computed import computed
from docgen.assemble.free_texts import filled
from docgen.model.clause import SHORT, STANDARD, Clause, Library
from docgen.model.condition import holds
from docgen.model.engagement import Engagement
from docgen.model.locale import Locale
from docgen.model.outline import Article, Entry, Outline, UseClause, UseGlossary, articles
from docgen.model.pack import ListedDocument, Pack, Revision
from docgen.model.printed import Values
from docgen.model.profile import Profile


def select(
    engagement: Engagement,
    locale: Locale,
    library: Library,
    outlines: tuple[Outline, ...],
    *,
    version: str,
    draft: bool,
    history: tuple[Revision, ...],
    issuer: str = "",
) -> Pack:
    """The pack of an engagement: those of `outlines` that apply to it, and their clauses.

    A clause that the library lacks is left out here and reported by the rules.
    """
    derived = computed(engagement)
    values = {**engagement.printed, "computed": derived.printed}
    engagement = filled(engagement, values, locale)
    outlines, refused = _outlines(engagement, outlines, values)
    positions = {agreed.clause: agreed.position for agreed in engagement.positions}
    omitted = {left_out.article: left_out.reason for left_out in engagement.omitted}
    chosen = dict(chosen_clauses(engagement, outlines, library, locale.code, values))
    surviving = tuple(_surviving(outlines, chosen, omitted, engagement.survival))
    return Pack(
        engagement=engagement,
        locale=locale,
        library=library,
        outlines=tuple(sorted(outlines, key=lambda outline: (outline.order, outline.kind))),
        chosen=chosen,
        omitted=omitted,
        listed=_listed(engagement, outlines, refused, locale.code),
        computed=replace(derived, surviving=surviving or None),
        version=version,
        draft=draft,
        history=history,
        issuer=issuer,
        positions=positions,
    )


def _outlines(
    engagement: Engagement, outlines: tuple[Outline, ...], values: Values
) -> tuple[tuple[Outline, ...], frozenset[str]]:
    """The outlines of the pack, and the kinds whose condition does not hold."""
    listed = {document.id for document in engagement.documents.list}
    apply = tuple(outline for outline in outlines if holds(outline.when, values))
    taken = tuple(outline for outline in apply if outline.built != "listed" or outline.kind in listed)
    return taken, frozenset(outline.kind for outline in outlines if outline not in apply)


def chosen_clauses(
    engagement: Engagement, outlines: tuple[Outline, ...], library: Library, language: str, values: Values
) -> Iterator[tuple[str, Clause]]:
    """The clauses of some outlines that apply, each in the position agreed and at the length of the profile."""
    positions = {agreed.clause: agreed.position for agreed in engagement.positions}
    omitted = {left_out.article: left_out.reason for left_out in engagement.omitted}
    for outline in outlines:
        for name, brief in _named(outline.body, library, language, omitted):
            standard = library.find(name, language)
            length = SHORT if _short(engagement.profile, brief) else STANDARD
            taken = library.find(name, language, positions.get(name, length)) or standard
            if standard is not None and taken is not None and holds(standard.when, values):
                yield name, taken


def _surviving(
    outlines: tuple[Outline, ...],
    chosen: Mapping[str, Clause],
    omitted: Mapping[str, str],
    besides: tuple[str, ...],
) -> Iterator[str]:
    """The articles of the contract itself, in its order, that survive its end: by a clause, or as the engagement says."""
    for outline in outlines:
        for article in articles(outline) if outline.cited_as or not outline.annex else ():
            named = {entry.clause for entry in article.content if isinstance(entry, UseClause)}
            survives = any(chosen[name].survives for name in named & chosen.keys())
            if article.id not in omitted and (survives or article.id in besides):
                yield article.id


def _short(profile: Profile, brief: bool) -> bool:
    return profile is Profile.SHORT or (profile is Profile.STANDARD and brief)


def _named(
    body: tuple[Entry, ...], library: Library, language: str, omitted: Mapping[str, str], brief: bool = False
) -> Iterator[tuple[str, bool]]:
    """The clauses that an outline names, and whether their article is brief."""
    for entry in body:
        match entry:
            case UseClause(clause):
                yield clause, brief
            case UseGlossary(topic):
                yield from (
                    (clause.id, brief)
                    for clause in library.standard(language)
                    if clause.topic == topic and clause.term
                )
            case Article() if entry.id not in omitted:
                yield from _named(entry.content, library, language, omitted, entry.brief)


def _listed(
    engagement: Engagement, outlines: tuple[Outline, ...], refused: frozenset[str], language: str
) -> tuple[ListedDocument, ...]:
    """The documents listed, but for those that docgen makes and that the engagement has no use for."""
    titles = {outline.kind: outline.titles.get(language, outline.kind) for outline in outlines}
    return tuple(
        ListedDocument(
            id=document.id,
            title=titles.get(document.id) or document.title or document.id,
            version=document.version,
            annex=rank,
            in_pack=document.id in titles,
            place=place,
        )
        for rank, (place, document) in enumerate(
            (
                (place, document)
                for place, document in enumerate(engagement.documents.list)
                if document.id not in refused
            ),
            start=1,
        )
    )
