"""Texts that are made to take long: ten times the text takes some ten times the time, never a hundred times."""

import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from docgen.assemble.fill import fields
from docgen.model.clause import Clause
from docgen.model.locale import Locale
from docgen.pipeline.checking import check_plain_text, open_locales
from docgen.text.decode import decode
from docgen.text.source import Source
from docgen.text.typography import raised_endings, typeset_runs
from docgen.text.yamltext import load
from docgen.workspace import Workspace

from ..rules.harness import check_files

LITTLE, MUCH = 10_000, 100_000
QUICK = 5
"""The texts of `make test` are so many times shorter than those of `make test-deep`."""
MOST = 40
"""Ten where the time is linear, a hundred where it is quadratic."""
SHORT = 0.02
"""Seconds under which a time says nothing."""
UNITS = (
    "a", "1", "1.", "1.1", "1,1", "1,,", "a.b", "a@b.", "a.", "www.", "http://a", "«", "« ", "»", '"', "' ", "l'", "[", "[[", "{{", "{%", "(", "`", "``a`",
    "**a", "_", "- ", "--", " ", "\u00a0", "\n", "\n\n", "\r\n", "# ", "# a #", "# 1\n", "1\n", "1. ", "\t", "article 1", "article 1, ", "articles 1 et 2",
    "article 1 (", "article 1 a) ", "à l'", "FR76 1234 ", "A1B2 ", "n° ", "M. ", "12 345 ", "1er ", "XII", "<!--", "](", "[a](", "…", ". . ", "?!", "; ",
    "TODO ", "<a ", "&", "|a", "~~~a\n", "```a\n", "[^", "a:", "? ", "'", "\\", "&a ", "5 jours ", "par dérogation ", "Le Client ", '"          ', "9" * 5000,
)  # fmt: skip


@cache
def locale() -> Locale:
    return open_locales(Workspace(Path(__file__).parents[2]))["fr"]


def as_clause(text: str) -> Clause:
    front = "---\nid: a.b\n---\n"
    return Clause("a.b", "", "fr", Source("a/b.fr.md", front + text), len(front))


READERS: dict[str, Callable[[str], object]] = {
    "decode": lambda text: decode("x", text.encode()),
    "yaml": lambda text: load(Source("x.yaml", text)),
    "typeset": lambda text: typeset_runs((text,), locale().typography),
    "raised": lambda text: raised_endings(text, locale().typography),
    "fields": lambda text: list(fields(as_clause(text))),
    "plaintext": lambda text: check_plain_text(Source("x.md", text), {"fr": locale()}, "fr"),
}


def seconds(read: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    read(text)
    return time.process_time() - begun


@pytest.mark.parametrize("shorter", [QUICK, pytest.param(1, marks=pytest.mark.deep)])
@pytest.mark.parametrize("name", READERS)
def test_time_grows_with_the_length(name: str, shorter: int) -> None:
    read = READERS[name]
    read("a")  # not counted: patterns are compiled
    slow = []
    for unit in UNITS:
        little, much = (
            (unit * (size // len(unit) + 1))[:size] for size in (LITTLE // shorter, MUCH // shorter)
        )
        ratio = seconds(read, much) / max(seconds(read, little), SHORT)
        # a second look, where the machine was busy with something else
        if ratio > MOST and seconds(read, much) / max(seconds(read, little), SHORT) > MOST:
            slow.append((unit, round(ratio)))
    assert slow == []


FRONT = "---\nid: objet.objet\ntitle: Objet\nowner: legal\nreview_by: 2027-11-30\n---\n"


@pytest.mark.deep
def test_a_check_takes_time_with_the_length_of_a_clause() -> None:
    """All rules on clauses that are made to take long."""

    def check_workspace(text: str) -> object:
        return check_files({"clauses/objet/objet.fr.md": FRONT + text})

    check_workspace("a")
    slow = []
    for unit in (
        "par dérogation ",
        "5 jours ",
        "[a](",
        "[",
        "{{ a }} ",
        "[[a.b]] ",
        "Les Parties ",
        "article 4, ",
        "<a ",
        "- ",
        "Service ",
    ):
        little, much = ((unit * (size // len(unit) + 1))[:size] for size in (LITTLE, MUCH))
        ratio = seconds(check_workspace, much) / max(seconds(check_workspace, little), 0.1)
        if ratio > MOST:
            slow.append((unit, round(ratio)))
    assert slow == []


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "a: &a {x: *a}\n",
        "[" * 100_000,
        "- " * 100_000,
        "{a: " * 100_000,
        "? " * 100_000,
        "a: " + "&x " * 1000 + "b\n",
        "!!python/object/apply:os.system ['id']\n",
        "<<: [*a, *b]\n",
        "a: |" + "9" * 1000 + "\n  b\n",
        "%YAML 9.9\n---\na: b\n",
        "%TAG ! tag:example.invalid,2000:\n---\n!x a: b\n",
    ],
    ids=[
        "laughs",
        "loop",
        "brackets",
        "dashes",
        "braces",
        "questions",
        "anchors",
        "object",
        "merge",
        "indicator",
        "version",
        "tag",
    ],
)
def test_yaml_that_is_made_to_explode_is_a_fault(text: str) -> None:
    _, faults = load(Source("x.yaml", text))
    assert faults
    assert all(fault.code in ("DG103", "DG105", "DG106") and fault.span.line >= 1 for fault in faults)
