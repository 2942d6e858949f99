"""JSON Schemas of editors: they accept what is shipped, and find the faults of mutated files that docgen finds."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import cerberus
import jsonschema
import pytest

from docgen.read.jsonschema import SCHEMAS, json_schema
from docgen.read.merge import join, lay_over
from docgen.read.outline import read_outline
from docgen.read.schema_faults import SchemaValidator
from docgen.read.schemas.fields import Field
from docgen.read.validate import validate
from docgen.text.diagnostics import has_errors
from docgen.text.source import Source, Span
from docgen.text.yamltext import load
from docgen.workspace import Workspace

ROOT = Path(__file__).parents[2]
WORKSPACE = Workspace(ROOT)
STARTER = "templates/starter"
TERMS = "clauses/terms.yaml"
Step = tuple[str | int, ...]


def value(path: str) -> Any:
    """The plain value of a YAML file, or of the front matter of a clause."""
    source = WORKSPACE.read(path).value
    if path.endswith(".md"):
        source = Source(path, source.text.split("---\n")[1])
    document, faults = load(source)
    assert not has_errors(faults)
    return document.value


def shipped() -> Iterator[tuple[str, str]]:
    """Kind and path of every file that docgen ships."""
    for folder in ("engagements", f"{STARTER}/engagements"):
        for name in WORKSPACE.folders(folder):  # deeper folders hold measures and locks
            yield from (
                ("engagement", path) for path in WORKSPACE.files(f"{folder}/{name}", ".yaml", deep=False)
            )
        yield from (
            ("measures", path)
            for name in WORKSPACE.folders(folder)
            for path in WORKSPACE.files(f"{folder}/{name}/measures", ".yaml")
        )
    yield "engagement", TERMS
    yield from (("workspace", path) for path in ("docgen.yaml", f"{STARTER}/docgen.yaml"))
    yield from (("outline", path) for path in WORKSPACE.files("templates/outlines", ".yaml"))
    yield from (("locale", path) for path in WORKSPACE.files("templates/locales", ".yaml"))
    for path in WORKSPACE.files("clauses", ".md"):
        yield "clause" if path.endswith(".fr.md") and path.count(".") == 2 else "clause-variant", path


@cache
def validator(kind: str) -> jsonschema.Draft202012Validator:
    """An independent validator of a kind of file."""
    return jsonschema.Draft202012Validator(json_schema(kind))


def plain(value: Any) -> Any:
    """The value as an editor has it: JSON has no Decimal."""
    return json.loads(json.dumps(value, default=float))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_schema_is_one(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(kind))
    assert json.loads(json.dumps(json_schema(kind))) == json_schema(kind)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_cerberus_accepts_its_own_schema(kind: str) -> None:
    """`read/schema_faults.py` passes over this check at each start."""

    class Strict(SchemaValidator):
        schema = cerberus.Validator.schema

    Strict(dict(SCHEMAS[kind].fields))
    with pytest.raises(cerberus.SchemaError):
        Strict({**SCHEMAS[kind].fields, "wrong": {"type": "parsec"}})


def test_every_shipped_file_is_accepted() -> None:
    files = list(shipped())
    assert {kind for kind, _ in files} >= set(SCHEMAS) - {"clause-variant"}
    refused = {
        path: [f"{error.json_path}: {error.message}" for error in errors]
        for kind, path in files
        if (errors := list(validator(kind).iter_errors(plain(value(path)))))
    }
    assert refused == {}


# --- mutated examples --------------------------------------------------------------------------------------

WRONG: tuple[Any, ...] = (None, True, [], {}, "", "zzz zzz", -3, Decimal("1.5"), "x" * 6000)
WRONG_OF: Mapping[str, tuple[Any, ...]] = {
    "duration": ("3 parsecs", "4.5 h", "h", 4, "99999999 min", "1 Hour"),
    "money": ("12 500", "12 500 eur", "EUR 3", "12.500.000 EUR", 40),
    "percent": ("99.9", "ten %", "99.9%%", 5),
    "timespan": ("8:00-18:00", "25:00-26:00", "08:00", "00:00-24:30"),
    "date": ("2026-13-01", "24/11/2026", "2026-11-32", "2026-1-1"),
    "month": ("2026-13", "09/2026", "2026-09-01"),
    "integer": ("12", 10**9),
    "number": ("12", "99,9"),
    "boolean": ("yes", 1),
    "string": (7, 123456789, 69002, "é", "../x", "a b", "A/R", "DG12", "#12345", "zz@", "ok\n\n"),
}
OTHER_UNITS = {
    "minute": "5 min", "hour": "2 hours", "day": "3 days", "business_day": "3 business days",
    "working_day": "3 working days", "week": "2 weeks", "month": "4 months", "year": "1 year",
}  # fmt: skip


def mutants(found: Any, field: Field, whole: bool, seen: set[str]) -> Iterator[tuple[Step, Any]]:
    """Places of a value, each with what may stand there wrongly; a shape of field that was seen is passed over.

    `...` means that the value is taken away.
    """
    kind = field["type"]
    if kind == "dict" and "schema" in field:
        yield from (((), wrong) for wrong in ("text", [], None))
        yield ("zzz",), 1
        for name, inner in field["schema"].items():
            if name not in found:
                continue
            if whole and inner.get("required"):
                yield (name,), ...
            for path, wrong in mutants(found[name], inner, whole, seen):
                yield (name, *path), wrong
    elif kind == "dict":
        yield from (((), wrong) for wrong in ("text", [], None))
        for name in list(found)[: 1 if "valuesrules" in field else 0]:
            for path, wrong in mutants(found[name], field["valuesrules"], True, seen):
                yield (name, *path), wrong
    elif kind == "list":
        yield from (((), wrong) for wrong in ("text", {}, [], None, [None]))
        for index in range(min(1, len(found))):
            for path, wrong in mutants(found[index], field["schema"], True, seen):
                yield (index, *path), wrong
    else:
        shape = repr(
            {rule: limit for rule, limit in field.items() if rule not in ("meta", "required", "refers")}
        )
        if shape in seen:
            return
        seen.add(shape)
        yield from (((), wrong) for wrong in (*WRONG, *WRONG_OF[kind]))
        if "units" in field:
            yield from (((), text) for unit, text in OTHER_UNITS.items() if unit not in field["units"])


def put(found: Any, path: Step, new: Any) -> Any:
    """The value with another one at a place."""
    if not path:
        return new
    step, *rest = path
    if isinstance(found, list):
        return [put(part, tuple(rest), new) if index == step else part for index, part in enumerate(found)]
    if not rest and new is ...:
        return {key: part for key, part in found.items() if key != step}
    return {**found, step: put(found.get(step), tuple(rest), new)}


def short(found: Any) -> Any:
    """The value with two items of each list: more of a kind are checked alike, and take longer."""
    if isinstance(found, dict):
        return {key: short(part) for key, part in found.items()}
    return [short(part) for part in found[:2]] if isinstance(found, list) else found


def whole_engagement() -> dict[str, Any]:
    """The small engagement over the house terms."""
    parts = [
        load(WORKSPACE.read(path).value).value for path in WORKSPACE.files("engagements/boulange", ".yaml")
    ]
    terms = load(WORKSPACE.read(TERMS).value).value
    return lay_over(join(parts).value, terms).value.value


def sections() -> Iterator[tuple[str, str, dict[str, Field], Any]]:
    """Kind, name, schema and sound value of what is mutated: an engagement section by section, else a whole file."""
    engagement = short(whole_engagement())
    for name, field in SCHEMAS["engagement"].fields.items():
        if name in engagement:
            yield "engagement", name, {name: field}, {name: engagement[name]}
    yield "workspace", "docgen.yaml", dict(SCHEMAS["workspace"].fields), value("docgen.yaml")
    yield "outline", "sla-annex", dict(SCHEMAS["outline"].fields), value("templates/outlines/sla-annex.yaml")
    yield "locale", "fr", dict(SCHEMAS["locale"].fields), value("templates/locales/fr.yaml")
    yield "clause", "master", dict(SCHEMAS["clause"].fields), {
        "id": "penalites.plafond", "title": "Plafond", "owner": "legal", "when": "facts.personal_data",
        "requires": ["a.b"], "review_by": "2027-11-30", "waivers": [{"code": "DG312", "reason": "x", "until": "2027-01-01"}],
    }  # fmt: skip
    yield (
        "clause-variant",
        "fallback",
        dict(SCHEMAS["clause-variant"].fields),
        {"rationale": "x", "approver": "legal"},
    )


SECTIONS = list(sections())


@pytest.mark.parametrize(
    ("kind", "name", "schema", "sound"), SECTIONS, ids=[f"{kind}-{name}" for kind, name, _, _ in SECTIONS]
)
def test_mutants_have_the_same_faults(kind: str, name: str, schema: dict[str, Field], sound: Any) -> None:
    theirs = validator(kind)

    sound_plain = plain(sound)

    def verdicts(path: Step, wrong: Any) -> tuple[bool, bool]:
        _, faults = validate(schema, put(sound, path, wrong), {}, {}, Span("example.yaml"))
        return not faults, theirs.is_valid(put(sound_plain, path, wrong if wrong is ... else plain(wrong)))

    assert verdicts((), sound) == (True, True)
    whole = SCHEMAS[kind].whole
    different = []
    refused = 0
    for path, wrong in mutants(sound, {"type": "dict", "schema": schema}, whole, set()):
        if not path:
            continue
        docgen, independent = verdicts(path, wrong)
        refused += not docgen
        if docgen != independent:
            different.append((path, wrong, "docgen accepts" if docgen else "docgen refuses"))
    assert different == []
    assert refused


@pytest.mark.parametrize(
    "entry",
    [
        "{article: x}",
        "{article: x, title: {fr: X}, clause: a.b}",
        "{with: {a: b}}",
        "{article: x, title: {fr: X}, content: [{clause: a.b, block: cover}]}",
    ],
)
def test_an_entry_of_an_outline_is_one_thing(entry: str) -> None:
    text = f"kind: memo\ntitle: {{fr: Note}}\norder: 9\nbody:\n  - {entry}\n"
    source = Source("templates/outlines/memo.yaml", text)
    assert [fault.code for fault in read_outline(source).diagnostics] == ["DG303"]
    assert not validator("outline").is_valid(plain(load(source).value.value))


def test_limits_of_quantities_are_checked_by_docgen_alone() -> None:
    """JSON Schema sees text there; the limit stands in the description."""
    long_payment = {"payment": {"term": "90 days"}}
    assert validator("engagement").is_valid(long_payment)
    field = json_schema("engagement")["properties"]["payment"]["properties"]["term"]
    assert "at most 60 days" in field["description"]
