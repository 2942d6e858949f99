"""The names that an engagement declares, and the places where it uses them, as the schema tells.

A field with `refers` holds a name of that kind; a table with `keys` has such names for its keys. So a field that
is added to the schema is looked at without a change here.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from docgen.model.engagement import Engagement, Path
from docgen.model.outline import articles
from docgen.read.house import House
from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.fields import Field

DECLARED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "committee": (("governance", "committees"),),
    "indicator": (("sla", "indicators"),),
    "level": (("escalation", "levels"), ("escalation", "functional")),
    "obligation": (("obligations",),),
    "person": (("people",),),
    "priority": (("sla", "priorities"),),
    "role": (("raci", "roles"),),
    "scale": (("sla", "scales"),),
    "service": (("services",),),
    "window": (("windows",),),
}
"""Where the names of a kind are declared: lists of mappings with an `id`."""

_ROOT: Field = {"type": "dict", "schema": ENGAGEMENT}


class Mention(NamedTuple):
    """A name that is used: its kind, its path, and whether it is the key of a table rather than a value."""

    kind: str
    name: str
    path: Path
    is_key: bool


class Entry(NamedTuple):
    """An item with an `id`: its id, the path of the list without positions, and the path of the item."""

    id: str
    list: tuple[str, ...]
    path: Path


def mentions(engagement: Engagement) -> Iterator[Mention]:
    """Every name that the engagement uses, in the order of the schema."""
    for field, value, path in _walk(_ROOT, engagement.values, ()):
        if "refers" in field and isinstance(value, str):
            yield Mention(field["refers"], value, path, False)
        kind = field.get("meta", {}).get("keys")
        if kind and isinstance(value, Mapping):
            for key in value:
                yield Mention(kind, key, (*path, key), True)


def entries(engagement: Engagement) -> Iterator[Entry]:
    """Every item of a list that has an `id`."""
    for field, value, path in _walk(_ROOT, engagement.values, ()):
        if path and isinstance(path[-1], int) and "id" in field.get("schema", {}):
            yield Entry(value["id"], tuple(step for step in path if isinstance(step, str)), path)


def declared(engagement: Engagement, house: House) -> Mapping[str, frozenset[str]]:
    """The names of each kind that may be used; a kind that cannot be judged here is left out."""
    names = {
        kind: frozenset(item["id"] for path in paths for item in _items(engagement.values, path))
        for kind, paths in DECLARED.items()
    }
    if house.outlines:
        names["article"] = frozenset(article.id for outline in house.outlines for article in articles(outline))
    if house.library.clauses:
        names["clause"] = frozenset(house.library.clauses)
    return names


def _items(values: Mapping[str, Any], path: Iterable[str]) -> Iterable[Mapping[str, Any]]:
    found: Any = values
    for step in path:
        found = found[step]
    return found  # type: ignore[no-any-return]


def _walk(field: Field, value: Any, path: Path) -> Iterator[tuple[Field, Any, Path]]:
    """Every field that has a value, with the value and its path."""
    yield field, value, path
    if isinstance(value, Mapping):
        for key, part in value.items():
            inner = field["schema"].get(key) if "schema" in field else field.get("valuesrules")
            if inner is not None:
                yield from _walk(inner, part, (*path, key))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _walk(field["schema"], part, (*path, index))
