"""The facts of an engagement as a flat list: each with its path, the title and the class that its field declares."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from docgen.model.changes import ChangeClass
from docgen.model.parties import PartyKind
from docgen.model.printed import Printable, Values
from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.fields import AMENDMENT, Field
from docgen.read.schemas.walk import child, each, whole

APART = frozenset({"agreed_values", "amendment", "positions", "waivers"})
"""Sections that state no fact of the deal: positions are compared as such, an amendment is an act of its own, a waiver is a note
to docgen."""

_NAMES = (
    "id",
    "clause",
    "article",
    "priority",
    "service",
    "indicator",
    "role",
    "code",
    "name",
    "item",
    "document",
    "title",
)


class Leaf(NamedTuple):
    """One fact. `change` is the declared class of its field; `gains` who gains when it grows, None when unsaid.

    An item of a list is named in the path by its identifying field (`services[support].monthly_fee`), so that an item
    that comes or goes does not rename the others; by its rank from 1 where nothing does.
    """

    path: str
    title: str
    change: ChangeClass
    gains: PartyKind | None
    value: Printable


def leaves(values: Values) -> tuple[Leaf, ...]:
    """Every fact of the validated values of an engagement, in the order of the file; null and empty are none."""
    stated = {name: part for name, part in values.items() if name not in APART}
    return tuple(_walk("", stated, whole(ENGAGEMENT), "", AMENDMENT))


def _walk(path: str, value: Printable, field: Field, title: str, change: ChangeClass) -> Iterator[Leaf]:
    meta = field.get("meta", {})
    title, change = meta.get("title", title), meta.get("change", change)
    if isinstance(value, Mapping):
        for key, part in value.items():
            inner = _turned(child(field, key) or {}, value)
            yield from _walk(f"{path}.{key}" if path else key, part, inner, title, change)
    elif (
        isinstance(value, Sequence)
        and not isinstance(value, str)
        and any(isinstance(item, Mapping) for item in value)
    ):
        for name, item in zip(_named(value), value, strict=True):
            yield from _walk(f"{path}[{name}]", item, each(field) or {}, title, change)
    elif value is not None and value != ():
        yield Leaf(path, title, change, meta.get("gains"), value)


def _turned(field: Field, beside: Values) -> Field:
    """The field in favour of the other party, where it declares so for its sibling (`meta.turned`)."""
    meta = field.get("meta", {})
    name, word = meta.get("turned", ("", ""))
    return (
        {**field, "meta": {**meta, "gains": meta["gains"].other}}
        if name and beside.get(name) == word
        else field
    )


class Declared(NamedTuple):
    """The declaration of a field in the schema."""

    title: str
    change: ChangeClass
    gains: PartyKind | None


def declared(path: str) -> Declared:
    """The declaration of the field at the path of a leaf; an unknown path has the gravest class."""
    field = whole(ENGAGEMENT)
    declared = Declared("", AMENDMENT, None)
    for step in _STEP.findall(path):
        field = child(field, step) or {}
        meta = field.get("meta", {})
        declared = Declared(
            meta.get("title", declared.title), meta.get("change", declared.change), meta.get("gains")
        )
    return declared


_STEP = re.compile(r"\[[^\]]*\]|[^.\[\]]+")


def _named(items: Sequence[Printable]) -> list[str]:
    """The identifying values of a list's items: those of the first naming field that differs in all items."""
    for field in _NAMES:
        names = [str(item.get(field, "")) if isinstance(item, Mapping) else "" for item in items]
        if all(names) and len(set(names)) == len(names):
            return names
    return [str(rank) for rank in range(1, len(items) + 1)]
