"""The formats of a comparison: the same facts in each, and hostile texts as text."""

import json
import re
from dataclasses import replace

import pytest

from docgen.cli import diffs

from ..assemble.small import clause
from ..history.comparisons import compared

HOSTILE = clause("objet.objet", "Le contrat a deux objets & <b>un</b> | a_b.", "Objet *gras* <script>")
CHANGED = compared(
    HOSTILE,
    facts="sla:\n  credits:\n    monthly_cap: 20 %",
    old_facts="sla:\n  credits:\n    monthly_cap: 15 %",
)


def shown(form: str, colour: bool = False) -> str:
    return re.sub("[\u00a0\u202f]", " ", diffs.find(form).show(CHANGED, colour))


def test_the_folder_is_the_registry() -> None:
    assert diffs.names() == ("terminal", "html", "json", "markdown")


@pytest.mark.parametrize("form", ["terminal", "html", "markdown"])
def test_what_people_read_says_the_level_and_the_effects(form: str) -> None:
    text = shown(form)
    assert "demo : 1.0.0 → 2.0.0-draft" in text
    assert "majeur – un avenant est nécessaire" in text
    assert "15 % → 20 %" in text
    assert "au bénéfice du Client" in text


@pytest.mark.parametrize("form", diffs.names())
def test_nothing_changed(form: str) -> None:
    text = diffs.find(form).show(compared(), False)
    assert "nothing changed" in text if form == "json" else "Rien n’a changé." in text


def test_the_terminal_marks_words_without_colour() -> None:
    assert "[-un objet-] {+deux objets & <b>un</b> | a_b+}." in shown("terminal")
    assert "\x1b" not in shown("terminal")


def test_the_terminal_marks_words_in_colour() -> None:
    assert "\x1b[9;31mun objet\x1b[0m \x1b[4;32mdeux" in shown("terminal", colour=True)


def test_a_title_cannot_steer_a_terminal() -> None:
    steering = replace(CHANGED.changes.clauses[0], title="\x1b[2J")
    changed = replace(CHANGED, changes=replace(CHANGED.changes, clauses=(steering,)))
    assert "\x1b" not in diffs.find("terminal").show(changed, False)


def test_markdown_keeps_signs_of_the_text() -> None:
    text = shown("markdown")
    assert "~~un objet~~ **deux objets \\& \\<b\\>un\\</b\\> \\| a\\_b**." in text
    assert "Objet \\*gras\\* \\<script\\>" in text


def test_html_is_one_page_that_loads_nothing() -> None:
    text = shown("html")
    assert '<html lang="fr">' in text
    assert "<script" not in text
    assert "Objet *gras* &lt;script&gt;" in text
    assert "<del>un objet</del> <ins>deux objets &amp; &lt;b&gt;un&lt;/b&gt; | a_b</ins>" in text
    assert not re.search(r"(src|href|url)\s*[=(]", text)


def test_json_holds_the_values() -> None:
    told = json.loads(diffs.find("json").show(CHANGED, False))
    assert told["level"] == "major"
    assert told["from"] == {"version": "1.0.0", "date": "2026-12-01", "signed": "2027-01-04"}
    assert [change["clause"] for change in told["clauses"]] == [
        "objet.objet",
        "objet.objet",
        "penalites.plafond",
    ]
    (cap,) = [value for value in told["values"] if value["path"] == "sla.credits.monthly_cap"]
    assert (cap["grew"], cap["gains"], cap["favours"]) == (True, "client", "client")
