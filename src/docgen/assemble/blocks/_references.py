"""References from a block to the clauses, articles and documents of the pack."""

from docgen.model.document import Reference
from docgen.model.outline import Article, UseBlock, UseClause, UseGlossary, articles
from docgen.model.pack import Pack


def refer(pack: Pack, *targets: str, bare: bool = False) -> Reference | None:
    """A reference to the first target that the pack holds, None when it holds none.

    A target is the id of a clause, `article:<id>` or `document:<kind>`, as in the text of a clause.
    """
    target = next((target for target in targets if _held(pack, target)), None)
    return None if target is None else Reference(target, pack.engagement.at(), bare=bare)


def _held(pack: Pack, target: str) -> bool:
    kind, _, name = target.rpartition(":")
    match kind:
        case "article":
            return any(
                article.id == name and article.numbered and _printed(pack, article)
                for outline in pack.outlines
                for article in articles(outline)
            )
        case "document":
            here = pack.kind(name)
            return pack.outline(here) is not None or any(listed.id == here for listed in pack.listed)
    return name in pack.chosen


def _printed(pack: Pack, article: Article) -> bool:
    if article.optional or article.id in pack.omitted:
        return True
    return any(
        entry.clause in pack.chosen
        if isinstance(entry, UseClause)
        else isinstance(entry, UseBlock | UseGlossary)
        for entry in article.content
    )
