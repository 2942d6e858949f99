"""A few changed values laid over an engagement."""

from typing import Any

import pytest

from docgen.read.merge import Merged, join
from docgen.read.overlay import overlay
from docgen.text.source import Source
from docgen.text.yamltext import load

BELOW = """\
cap: {month: 15, year: 10}
indicators:
  - {id: a, target: 99, services: [x, y]}
  - {id: b, target: 95}
repetition: [1, 2, 3]
"""


def laid(change: str) -> Merged:
    below = join([load(Source("below.yaml", BELOW)).value]).value
    merged, diagnostics = overlay(below, load(Source("change.yaml", change)).value)
    assert diagnostics == ()
    return merged


@pytest.mark.parametrize(
    ("change", "path", "value"),
    [
        ("cap: {month: 12}", ("cap",), {"month": 12, "year": 10}),
        ("cap: {year: null}", ("cap",), {"month": 15}),
        ("repetition: [1]", ("repetition",), [1]),
        ("indicators: [{id: b, target: 90}]", ("indicators", 1), {"id": "b", "target": 90}),
        (
            "indicators: [{id: a, services: [z]}]",
            ("indicators", 0),
            {"id": "a", "target": 99, "services": ["z"]},
        ),
        ("indicators: [{id: c, target: 1}]", ("indicators", 2), {"id": "c", "target": 1}),
        ("new: {thing: 1}", ("new",), {"thing": 1}),
    ],
)
def test_what_a_change_changes(change: str, path: tuple[str | int, ...], value: Any) -> None:
    found: Any = laid(change).value
    for step in path:
        found = found[step]
    assert found == value


def test_a_changed_value_has_its_place_in_the_file_of_the_changes() -> None:
    merged = laid("indicators:\n  - id: b\n    target: 90\n")
    assert merged.spans["indicators", 1, "target"][:3] == ("change.yaml", 3, 13)
    assert merged.spans["indicators", 0, "target"].path == "below.yaml"


def test_the_places_of_a_list_that_gave_way_are_gone() -> None:
    merged = laid("repetition: [1]\n")
    assert merged.spans["repetition", 0].path == "change.yaml"
    assert ("repetition", 2) not in merged.spans


def test_the_engagement_itself_stays_as_it_is() -> None:
    below = join([load(Source("below.yaml", BELOW)).value]).value
    overlay(below, load(Source("c.yaml", "cap: {month: 1}\nindicators: [{id: a, target: 1}]")).value)
    assert below.value["cap"]["month"] == 15
    assert below.value["indicators"][0]["target"] == 99


def test_a_change_is_a_mapping() -> None:
    below = join([load(Source("below.yaml", BELOW)).value]).value
    assert [fault.code for fault in overlay(below, load(Source("c.yaml", "- 1")).value).diagnostics] == [
        "DG203"
    ]
