"""The reference: a page for each kind of file, field, block and filter, from the schemas and docstrings.

A field is named by its dotted path. A field of the items of a list is written `services[].monthly_fee`, and found
without the brackets too. The same path in two kinds of file has two pages.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from docgen.assemble import blocks
from docgen.assemble.fill import FILTERS
from docgen.manual.file_kinds import ABOUT
from docgen.read.jsonschema import SCHEMAS
from docgen.read.schemas.describe import change_class, example, gains, title, type_and_limits
from docgen.read.schemas.fields import Field
from docgen.read.schemas.walk import inside, written

FORMATS = "formats"
_ITEM = re.compile(r"\[\d*\]")


class Entry(NamedTuple):
    """A page: the kind and name of the thing explained, its description, its facts by label, its parts by name."""

    kind: str
    name: str
    about: str
    facts: Mapping[str, str] = {}
    parts: Mapping[str, str] = {}


def entries(word: str, defaults: Mapping[str, str]) -> tuple[Entry, ...]:
    """The pages of a word; () where it names nothing. `defaults` are the values of the default terms, by path."""
    if word == FORMATS:
        about = "The kinds of files of a workspace."
        return (Entry("list", FORMATS, about, parts={kind: files for kind, (files, _) in ABOUT.items()}),)
    return (
        *(_of_file(kind) for kind in SCHEMAS if kind == word),
        *_of_fields(_ITEM.sub("", word), defaults),
        *(_of_block(name) for name in blocks.names() if name == word),
        *(Entry("filter", name, printed) for name, printed in FILTERS.items() if name == word),
    )


def words() -> tuple[str, ...]:
    """Every word that has a page in the reference; paths without brackets, which a shell would expand."""
    paths = (_ITEM.sub("", path) for fields in _fields().values() for path in fields)
    return (FORMATS, *SCHEMAS, *paths, *blocks.names(), *FILTERS)


def _of_file(kind: str) -> Entry:
    files, about = ABOUT[kind]
    sections = {name: title(field) for name, field in SCHEMAS[kind].fields.items()}
    return Entry("file", kind, about, {"files": files}, sections)


def _of_fields(plain: str, defaults: Mapping[str, str]) -> Iterator[Entry]:
    for kind, fields in _fields().items():
        for path, field in fields.items():
            if _ITEM.sub("", path) == plain:
                default = defaults.get(path, "") if kind == "engagement" else ""
                yield _of_field(kind, path, field, default)


def _of_field(kind: str, path: str, field: Field, default: str) -> Entry:
    facts = {
        "file": kind,
        "type": type_and_limits(field),
        "required": "yes" if field.get("required") else "no",
        "default": default,
        "example": example(field),
        "change": change_class(field),
        "gains": gains(field),
    }
    known = {label: fact for label, fact in facts.items() if fact}
    return Entry(
        "field", path, title(field), known, {name: title(part) for name, part in inside(field).items()}
    )


def _of_block(name: str) -> Entry:
    module = blocks.find(name)
    return Entry("block", name, ((module.__doc__ if module else "") or "").strip())


@cache
def _fields() -> Mapping[str, Mapping[str, Field]]:
    """Every field of every kind of file, by its path."""
    return {
        kind: {path: field for name, top in schema.fields.items() for path, field in written((name,), top)}
        for kind, schema in SCHEMAS.items()
    }
