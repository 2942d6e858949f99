"""Schema of a lock, `engagements/<id>/releases/<version>.yaml`, and of `upgrades.yaml` beside it. docgen writes both."""

from enum import StrEnum
from typing import Any

from docgen.model.changes import ChangeClass
from docgen.read.schemas.fields import EDITORIAL, Field

_HEX = "[0-9a-f]+"


def _text(title: str, *, required: bool = True, pattern: str | None = None) -> Field:
    field: Field = {"type": "string", "meta": {"title": title, "change": EDITORIAL}}
    if pattern is not None:
        field["regex"] = pattern
    if required:
        field["required"] = True
    return field


def _word(title: str, words: type[StrEnum]) -> Field:
    return _of("string", title, allowed=list(map(str, words)))


def _of(kind: str, title: str, *, required: bool = True, **rules: Any) -> Field:
    return {
        "type": kind,
        "meta": {"title": title, "change": EDITORIAL},
        **({"required": True} if required else {}),
        **rules,
    }


def _rows(title: str, fields: dict[str, Field]) -> Field:
    return _of("list", title, schema=_of("dict", title, schema=fields))


def _words(title: str) -> Field:
    return _of("dict", title, keysrules={"type": "string"}, valuesrules=_text(title))


_INPUT: dict[str, Field] = {
    "path": _text("path in the workspace"),
    "blob": _text("id of the content in git", pattern=_HEX),
    "sha256": _text("SHA-256 of the content", pattern=_HEX),
}

LOCK: dict[str, Field] = {
    "engagement": _text("engagement"),
    "reference": _text("reference of the contract"),
    "version": _text("version", pattern=r"\d+\.\d+\.\d+"),
    "previous": _of("dict", "the release that this one follows", required=False, schema={
        "version": _text("its version"),
        "seal": _text("its seal", pattern=_HEX),
    }),
    "date": _of("date", "date of the release"),
    "level": _of("string", "how far it reaches", allowed=["major", "minor", "patch"]),
    "reason": _text("why it was made"),
    "inputs": _rows("what it was made of", _INPUT),
    "positions": _words("position taken on each clause that departs from standard"),
    "clauses": _rows("clauses of each document, in order", {
        "id": _text("clause, or block"),
        "title": _text("title"),
        "document": _text("kind of document"),
        "article": _text("article"),
        "number": _text("number"),
        "position": _text("position"),
        "change": _word("class of a change", ChangeClass),
        "stamp": _text("stamp of the text"),
        "printed": _text("stamp of the text as printed"),
    }),
    "values": _words("facts of the engagement as printed"),
    "documents": _words("hash of the text of each document"),
    "history": _rows("versions as the documents list them", {
        "version": _text("version"),
        "date": _of("date", "its date"),
        "author": _text("who made it"),
        "nature": _text("its nature"),
        "summary": _of("list", "why", schema=_text("a reason")),
        "changes": _of("list", "what it changed", required=False, schema=_of("dict", "a change", schema={
            "kind": _text("what happened"),
            "subject": _text("clause, or path of a value"),
            "title": _text("title"),
            "change": _word("class of the change", ChangeClass),
            "document": _text("kind of document", required=False),
            "number": _text("number of the clause", required=False),
            "old": _text("what was", required=False),
            "new": _text("what is", required=False),
            "words": _text("excerpt of the text", required=False),
        })),
        "documents": _of("list", "documents whose text changed", required=False, schema=_text("kind of document")),
    }),
    "engines": _words("programs that made the documents, and their versions"),
    "seal": _text("SHA-256 of all that stands above", pattern=_HEX),
    "files": _rows("documents", {
        "file": _text("name of the file"),
        "kind": _text("kind of document"),
        "pages": _of("integer", "pages"),
        "size": _of("integer", "bytes"),
        "sha256": _text("SHA-256 of the file", pattern=_HEX),
    }),
    "signed": _of("dict", "signature", required=False, schema={
        "date": _of("date", "day of the last signature"),
        "sha256": _text("SHA-256 of the signed file, '' when it was not shown", required=False, pattern="[0-9a-f]*"),
    }),
}  # fmt: skip

UPGRADES: dict[str, Field] = {
    "since": _text("the release that these texts depart from"),
    "taken": _rows(
        "texts of the library taken since",
        {
            **_INPUT,
            "blob": _text("id of the content in git, '' when the file is gone"),
            "sha256": _text("SHA-256 of the content"),
        },
    ),
}
