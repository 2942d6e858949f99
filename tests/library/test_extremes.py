"""Every French clause, filled with the extreme values of its schema: read by eye, held by golden files.

A sentence that reads well at "30 jours" may fail at none, at one and at many. Each text of the library is set with the
limits of every value that it prints, as far as its own condition admits them; the sentences that change are printed, once each.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest

from docgen.assemble.fill import ValueField
from docgen.assemble.fill import fields as marks
from docgen.assemble.prose import clause_blocks
from docgen.model.as_text import node_text
from docgen.model.clause import Clause
from docgen.model.condition import All, Condition, Either, Equals, Fact, Not, holds, paths
from docgen.model.pack import Pack
from docgen.model.printed import Printable, Values
from docgen.pipeline.reading import Reader, open_context, open_engagement, resolve
from docgen.read.schemas.fields import Field
from docgen.rules._values import known
from docgen.text.quantities import (
    Duration,
    Money,
    Month,
    Percent,
    Unit,
    read_duration,
    read_money,
    read_percent,
)
from docgen.workspace import Workspace

ROOT = Path(__file__).parents[2]
SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZÀ-Ü])")
COMPUTED: Mapping[str, tuple[Printable, ...]] = {
    "end": (date(2028, 2, 1), date(2029, 12, 31)),
    "longest_term": (Duration(1, Unit.MONTH), Duration(1, Unit.YEAR), Duration(72, Unit.MONTH)),
    "liability_cap": (Money(Decimal("1"), "EUR"), Money(Decimal("1234567.89"), "EUR")),
    "surviving": (("audit",), ("audit", "benchmark"), ("audit", "benchmark", "preuve")),
    "amendment_number": (1, 2, 21),
    "amendment_former": ("1.0.0", "2.0.0"),
    "amendment_version": ("1.1.0", "3.0.0"),
    "amendment_signed": (date(2027, 1, 1), date(2027, 8, 31)),
}


@dataclass(frozen=True)
class FilledPack(Pack):
    """A pack whose clauses print other values than those of its engagement."""

    filled: Values = field(default_factory=dict)

    @property
    def printed(self) -> Values:
        return self.filled


@pytest.fixture(scope="module")
def pack() -> Pack:
    """A pack of this repository: its library and its French words."""
    reader = Reader(Workspace(ROOT))
    context = open_context(reader)
    assert context is not None
    engagement = open_engagement(reader, context, "boulange")
    assert engagement is not None
    found = reader.take(resolve(engagement, context))
    assert found is not None
    return found


def _limit(rules: Field, name: str, read: Callable[[str], object]) -> object:
    return read(rules[name]) if name in rules else None


def _amounts(rules: Field) -> tuple[Printable, ...]:
    least = _limit(rules, "least", read_money)
    floor = least.amount if isinstance(least, Money) else Decimal(0)
    amounts = {floor, *(amount for amount in map(Decimal, ("1", "2", "1234567.89")) if amount >= floor)}
    return tuple(Money(amount, "EUR") for amount in sorted(amounts))


def _points(rules: Field) -> tuple[Printable, ...]:
    least, most = _limit(rules, "least", read_percent), _limit(rules, "most", read_percent)
    low = least.points if isinstance(least, Percent) else Decimal(0)
    high = most.points if isinstance(most, Percent) else Decimal(250)
    inner = (points for points in map(Decimal, ("1", "2", "12.5")) if low <= points <= high)
    return tuple(map(Percent, sorted({low, high, *inner})))


def _durations(rules: Field) -> tuple[Printable, ...]:
    """None, one of every unit, and the most; each within the limits of the schema."""
    least, most = _limit(rules, "least", read_duration), _limit(rules, "most", read_duration)
    example = read_duration(str(rules.get("meta", {}).get("example", "30 days")))
    assert isinstance(example, Duration)
    low = least if isinstance(least, Duration) else Duration(0, example.unit)
    high = most if isinstance(most, Duration) else Duration(90, example.unit)
    units = [Unit(name) for name in rules.get("units", ("day", "business_day", "hour", "week", "month"))]
    ones = (Duration(1, unit) for unit in units)
    inner = (one for one in ones if low.rough_minutes <= one.rough_minutes <= high.rough_minutes)
    return tuple(dict.fromkeys((low, *inner, high)))


def _whole(rules: Field) -> tuple[Printable, ...]:
    low, high = rules["min"], rules["max"]
    return tuple(sorted({low, min(high, 1_000), *(number for number in (0, 1, 2) if low <= number <= high)}))


def _items(rules: Field) -> tuple[Printable, ...]:
    """A list of one, of two and of many; an empty one where the schema admits it."""
    words = tuple(rules["schema"].get("allowed", ()))
    refers = rules["schema"].get("refers")
    items = words or (
        ("audit", "benchmark", "preuve") if refers == "article" else ("le premier", "un autre", "le dernier")
    )
    sizes = {1, 2, len(items)} | ({0} if not rules.get("minlength", 0) else set())
    return tuple(items[:size] for size in sorted(sizes))


OF_TYPE: Mapping[str, Callable[[Field], tuple[Printable, ...]]] = {
    "money": _amounts,
    "percent": _points,
    "duration": _durations,
    "integer": _whole,
    "number": lambda _: (Decimal(0), Decimal(1), Decimal("2.5")),
    "list": _items,
    "date": lambda _: (date(2027, 1, 1), date(2027, 8, 31)),
    "month": lambda _: (Month(2026, 4), Month(2026, 9), Month(2026, 10)),
    "string": lambda rules: tuple(rules.get("allowed", ())) or ("Alpha", "un autre"),
}


def extremes(path: tuple[str, ...]) -> tuple[Printable, ...]:
    """The extreme values of a path of the schema, the smallest first."""
    if path[0] == "computed":
        return COMPUTED[path[1]]
    found = known(path)
    assert found is not None, path
    return OF_TYPE[found.field["type"]](found.field)


def nested(stated: Mapping[tuple[str, ...], Printable]) -> Values:
    """Values by path as the mapping of an engagement."""
    heads = groupby(sorted(stated.items(), key=lambda entry: entry[0]), key=lambda entry: entry[0][0])
    return {
        head: next(iter(under.values())) if () in under else nested(under)
        for head, entries in heads
        for under in [{path[1:]: value for path, value in entries}]
    }


def refuses(condition: Condition, path: tuple[str, ...], value: Printable) -> bool:
    """True when a condition cannot hold with this value, whatever the others are."""
    match condition:
        case All(operands):
            return any(refuses(operand, path, value) for operand in operands)
        case Either(operands):
            return all(refuses(operand, path, value) for operand in operands)
        case Fact() | Equals() | Not():
            only = all(fact.path == path for fact in paths(condition))
            return only and not holds(condition, nested({path: value}))


def rows(clause: Clause) -> Iterator[Values]:
    """Values for a clause: the smallest of each path first; every extreme value of every path stands in one of them."""
    printed = {mark.path for mark in marks(clause) if isinstance(mark, ValueField)}
    columns = {
        path: [value for value in extremes(path) if not refuses(clause.when, path, value)]
        for path in sorted(printed)
    }
    for path, column in columns.items():
        assert column, f"{clause.source.path}: no value of {'.'.join(path)} is admitted"
    for row in range(max(map(len, columns.values()), default=0)):
        yield nested({path: column[min(row, len(column) - 1)] for path, column in columns.items()})


def sentences(clause: Clause, pack: Pack, values: Values) -> list[str]:
    """The sentences of a clause as a reader sees them."""
    stated = {entry.name: getattr(pack, entry.name) for entry in fields(Pack)}
    blocks = clause_blocks(clause, FilledPack(**stated, filled=values))
    lines = (line.strip() for block in blocks for line in node_text(block).splitlines())
    return [sentence for line in lines for sentence in SENTENCE.split(line) if sentence]


def changing(clause: Clause, pack: Pack) -> list[str]:
    """The sentences that change with the values, once each, in the order of the text."""
    printed = [sentences(clause, pack, values) for values in rows(clause)]
    if len(printed) < 2:
        return []
    common = set.intersection(*map(set, printed))
    places = max(map(len, printed))
    ordered = (row[place] for place in range(places) for row in printed if place < len(row))
    return list(dict.fromkeys(sentence for sentence in ordered if sentence not in common))


@pytest.mark.deep
def test_every_clause_reads_well_at_the_extremes_of_its_values(
    pack: Pack, golden: Callable[[str, str], None]
) -> None:
    texts = [text for text in pack.library.texts() if text.language == "fr"]
    for topic, clauses in groupby(texts, key=lambda text: text.topic):
        parts = [
            "\n".join((f"# {clause.id} {clause.position}", *lines))
            for clause in clauses
            if (lines := changing(clause, pack))
        ]
        if parts:
            golden(f"extremes/{topic}.txt", "\n\n".join(parts) + "\n")
