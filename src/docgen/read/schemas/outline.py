"""Schema of an outline: one kind of document."""

from docgen.model.outline import BUILT
from docgen.model.profile import Profile
from docgen.read.schemas.fields import (
    AMENDMENT,
    EDITORIAL,
    Field,
    choice,
    count,
    flag,
    many,
    name,
    table,
    text,
)

TITLES = table("title by language", "language", text("title", most=160, change=EDITORIAL))

_LEAF: dict[str, Field] = {
    "clause": name("a clause stands here", "penalites.plafond", required=False, refers="clause"),
    "block": name("a block stands here", "signatures", required=False, refers="block"),
    "with": {"type": "dict", "meta": {"title": "options of the block", "change": EDITORIAL}},
    "glossary": name("all clauses of this topic stand here as definitions", "definitions", required=False),
}

ENTRY: Field = {
    "type": "dict",
    "meta": {
        "title": "an article, a clause, a block or a glossary",
        "change": AMENDMENT,
        "one_of": ["article", "clause", "block", "glossary"],
        "needs": {"article": ["title"]},
    },
    "schema": {
        **_LEAF,
        "article": name("an article with this id stands here", "penalites", required=False),
        "title": {**TITLES, "required": False},
        "optional": flag("an engagement may leave the article out; its number stays", required=False),
        "numbered": flag("the article has a number", required=False),
        "page": choice("kind of page", ("portrait", "landscape"), required=False),
        "brief": flag("a standard pack prints its short texts", required=False),
        "break_before": flag("it begins on a new page", required=False),
        "content": {
            "type": "list",
            "meta": {"title": "what the article holds", "change": AMENDMENT},
            "schema": {
                "type": "dict",
                "schema": _LEAF,
                "meta": {
                    "title": "a clause, a block or a glossary",
                    "change": AMENDMENT,
                    "one_of": ["clause", "block", "glossary"],
                },
            },
        },
    },
}

OUTLINE: dict[str, Field] = {
    "kind": name("document kind: the name of the file, of the PDF and of the command's option", "contract"),
    "title": TITLES,
    "cited_as": {**TITLES, "required": False},
    "order": count("place in the pack", 1, most=1000),
    "annex": flag("an annex of the contract: numbered by its place in documents.list", required=False),
    "built": choice(
        "when it is built: with each pack, when documents.list names it, when a command names it, or for one party's eyes",
        BUILT,
        required=False,
    ),
    "when": text(
        "condition under which an engagement has this document",
        "facts.personal_data",
        required=False,
        most=400,
    ),
    "profiles": many(
        "profiles in which it is made; all when absent", choice("a profile", Profile), required=False
    ),
    "stands_for": many(
        "kinds in whose place it stands: a reference to one leads here",
        name("a kind", "sla-annex"),
        required=False,
    ),
    "columns": count("columns of text on its pages", 1, least=1, most=2, required=False, change=EDITORIAL),
    "body": {
        "type": "list",
        "required": True,
        "minlength": 1,
        "schema": ENTRY,
        "meta": {"title": "articles, clauses and blocks, in order", "change": AMENDMENT},
    },
}
