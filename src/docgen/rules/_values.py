"""The values that clauses print and conditions look at, as the schema of engagements describes them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from docgen.assemble.computed import AMENDMENT, NAMES
from docgen.model.printed import Printable, lookup
from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.fields import Field
from docgen.read.schemas.walk import child, each, parts, whole
from docgen.rules._index import Index
from docgen.text.diagnostics import nearest

Path = tuple[str, ...]

_LISTS: Mapping[str, Field] = {"surviving": {"type": "list", "schema": {"type": "computed"}}}
COMPUTED = whole(
    {
        name: {"type": "computed", **_LISTS.get(name, {}), "required": True, "meta": {"title": title}}
        for name, title in {**NAMES, **AMENDMENT}.items()
    }
)
ROOT = whole({**ENGAGEMENT, "computed": COMPUTED})
_QUANTITIES = frozenset(
    {
        "string",
        "integer",
        "number",
        "boolean",
        "money",
        "percent",
        "duration",
        "timespan",
        "date",
        "month",
        "computed",
    }
)


class Known(NamedTuple):
    """A path of the schema: its field, and the longest part of the path that an engagement need not state."""

    field: Field
    optional: Path

    @property
    def kind(self) -> str:
        """The sort of delay (`payment`, `response`), '' if it is none or not stated."""
        return str(self.field.get("meta", {}).get("kind", ""))

    @property
    def printable(self) -> bool:
        """True for one value, or a list of them; a mapping and a list of mappings have no words of their own."""
        inner = each(self.field) or self.field if self.listed else self.field
        return inner.get("type") in _QUANTITIES

    @property
    def listed(self) -> bool:
        """True for a list."""
        return self.field.get("type") == "list"

    @property
    def words(self) -> tuple[str, ...]:
        """The words of a choice, or of a list of choices."""
        inner = each(self.field) or self.field if self.listed else self.field
        return tuple(inner.get("allowed", ()))


@lru_cache(maxsize=4096)  # nine of ten paths come again: 1 % of a check
def known(path: Path) -> Known | None:
    """The declaration of a path in the schema, None if no engagement can have it."""
    field = ROOT
    optional: Path = ()
    for depth, step in enumerate(path, start=1):
        inner = _below(field, step)
        if inner is None:
            return None
        field = inner
        if not field.get("required"):
            optional = path[:depth]
    return Known(field, optional)


def suggestion(path: Path) -> str:
    """The known path that is nearest to an unknown one, as a hint; '' when none is near."""
    field = ROOT
    for depth, step in enumerate(path):
        inner = _below(field, step)
        if inner is None:
            return nearest(
                ".".join(path[: depth + 1]), (".".join((*path[:depth], name)) for name in parts(field))
            )
        field = inner
    return ""


def stated(shared: Index, path: Path) -> bool:
    """True when the default terms state a value: every engagement then has one."""
    value = shared.default_terms.value if shared.default_terms is not None else None
    return isinstance(value, dict) and lookup(value, path) is not None


def leaves(
    value: Printable, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Printable]]:
    """Every single value of an engagement, with its path."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from leaves(part, (*path, key))
    elif isinstance(value, tuple):
        for position, part in enumerate(value):
            yield from leaves(part, (*path, position))
    else:
        yield path, value


def _below(field: Field, step: str) -> Field | None:
    """The field of a key; an item of a list has no path of its own."""
    return child(field, step) if field.get("type") == "dict" else None
