"""The walk over the schema finds every name, and only names."""

from collections import Counter

import pytest

from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.fields import Field
from docgen.rules._names import DECLARED

from .harness import check_files

KINDS_OF_HOUSE = {"article", "clause"}


def kinds(field: Field) -> Counter[str]:
    """How often the schema refers to each kind."""
    found = Counter([field["refers"]] if "refers" in field else [])
    found.update([key] if (key := field.get("meta", {}).get("keys")) else [])
    inner = field.get("schema", {})
    parts = [inner] if field["type"] == "list" else list(inner.values())
    for part in [*parts, *([field["valuesrules"]] if "valuesrules" in field else [])]:
        found += kinds(part)
    return found


def test_every_kind_that_the_schema_refers_to_can_be_declared() -> None:
    assert set(kinds({"type": "dict", "schema": ENGAGEMENT})) == {*DECLARED, *KINDS_OF_HOUSE}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("raci: {owner: sdmm}", "role", "sdmm"),
        ("survival: [confidentialitee]", "article", "confidentialitee"),
        ("staff: {key_people: [sdm, nobody]}", "person", "nobody"),
        ("positions: [{clause: objet.objett, position: fallback-1, reason: x}]", "clause", "objet.objett"),
        ("sla: {matrix: {cells: [[P1, P2], [P2, P9]]}}", "priority", "P9"),
        ("escalation: {triggers: [{event: x, level: H9, within: 1 h}]}", "level", "H9"),
        (
            "maintenance: {windows: [{day: sunday, hours: 00:00-06:00, services: [heberge]}]}",
            "service",
            "heberge",
        ),
    ],
)
def test_unknown_name_is_found_wherever_it_stands(text: str, kind: str, name: str) -> None:
    found = [
        d
        for d in check_files({"engagements/demo/engagement.yaml": f"id: demo\n{text}\n"})
        if d.code == "DG458"
    ]
    assert [d.message for d in found] == [f"{kind} {name!r} is not declared"]
    assert (found[0].span.line, found[0].span.column) == (2, text.index(name) + 1)


def test_unknown_role_of_a_cell_is_placed_at_its_key() -> None:
    row = "        - {id: a, name: a, letters: {sdm: A/R, smd: I}}\n"
    text = f"id: demo\nraci:\n  groups:\n    - id: g\n      name: g\n      activities:\n{row}"
    found = [d for d in check_files({"engagements/demo/engagement.yaml": text}) if d.code == "DG458"]
    assert [(d.span.column, d.message) for d in found] == [
        (row.index("smd") + 1, "role 'smd' is not declared")
    ]


def test_ids_are_unique_across_the_processes_of_the_matrix() -> None:
    process = "    - {id: %s, name: g, activities: [{id: a, name: a, letters: {sdm: A/R}}]}\n"
    text = "id: demo\nraci:\n  groups:\n" + process % "one" + process % "two"
    found = [d for d in check_files({"engagements/demo/engagement.yaml": text}) if d.code == "DG459"]
    assert [(d.span.line, d.message) for d in found] == [
        (5, "identifier 'a' occurs twice in raci.groups.activities")
    ]
