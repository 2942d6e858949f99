"""The names that an engagement declares, and the places where it uses them, as the schema tells.

A field with `refers` holds a name of that kind; a table with `keys` has such names for its keys. So a field that
is added to the schema is looked at without a change here. The schema is read once, into a plan that leaves out the
fields without names: most values of an engagement are never visited.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from docgen.model.engagement import Engagement, Path
from docgen.model.outline import articles
from docgen.model.printed import Printable, lookup
from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.fields import Field
from docgen.read.schemas.walk import each, parts, whole
from docgen.rules._index import Index

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


@dataclass(frozen=True, slots=True)
class _Plan:
    """The names in a field: a name of the kind `refers`, keys of the kind `keys`, an `id`; and the parts that hold any.

    `parts` are those of a mapping by key, `each` is that of every value of a table or item of a list.
    """

    refers: str = ""
    keys: str = ""
    has_id: bool = False
    parts: Mapping[str, "_Plan"] = field(default_factory=dict)
    each: "_Plan | None" = None

    def __bool__(self) -> bool:
        return bool(self.refers or self.keys or self.has_id or self.parts or self.each)


def mentions(engagement: Engagement) -> Iterator[Mention]:
    """Every name that the engagement uses."""
    for plan, value, path in _walk(_plan(), engagement.printed, ()):
        if plan.refers and isinstance(value, str):
            yield Mention(plan.refers, value, path, False)
        if plan.keys and isinstance(value, Mapping):
            for key in value:
                yield Mention(plan.keys, key, (*path, key), True)


def entries(engagement: Engagement) -> Iterator[Entry]:
    """Every item of a list that has an `id`."""
    for plan, value, path in _walk(_plan(), engagement.printed, ()):
        if plan.has_id and isinstance(value, Mapping) and isinstance(path[-1], int):
            yield Entry(str(value["id"]), tuple(step for step in path if isinstance(step, str)), path)


def declared(engagement: Engagement, shared: Index) -> Mapping[str, frozenset[str]]:
    """The names of each kind that may be used; a kind that cannot be checked here is left out."""
    names = {
        kind: frozenset(name for path in paths for name in _ids(engagement, path))
        for kind, paths in DECLARED.items()
    }
    if shared.outlines:
        names["article"] = frozenset(
            article.id for outline in shared.outlines for article in articles(outline)
        )
    names["obligation"] |= {duty.id for text in shared.texts for duty in text.obligations}
    if shared.library.clauses:
        names["clause"] = frozenset(shared.library.clauses)
    return names


def _ids(engagement: Engagement, path: tuple[str, ...]) -> Iterator[str]:
    items = lookup(engagement.printed, path)
    for item in items if isinstance(items, tuple) else ():
        if isinstance(item, Mapping):
            yield str(item["id"])


@cache  # 10 ms, for each engagement
def _plan() -> _Plan:
    return _planned(whole(ENGAGEMENT), root=True)


def _planned(field: Field, root: bool = False) -> _Plan:
    inner = each(field)
    return _Plan(
        refers=field.get("refers", ""),
        keys=field.get("meta", {}).get("keys", ""),
        has_id=not root and "id" in parts(field),
        parts={key: plan for key, part in parts(field).items() if (plan := _planned(part))},
        each=(_planned(inner) or None) if inner is not None else None,
    )


def _walk(plan: _Plan, value: Printable, path: Path) -> Iterator[tuple[_Plan, Printable, Path]]:
    """Every value that the plan looks at, with its path."""
    yield plan, value, path
    if isinstance(value, Mapping):
        for key, part in value.items():
            inner = plan.parts.get(key) or plan.each
            if inner is not None:
                yield from _walk(inner, part, (*path, key))
    elif plan.each is not None and isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _walk(plan.each, part, (*path, index))
