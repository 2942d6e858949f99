"""Plain values with places; what YAML 1.1 would damage stays as it was written."""

from decimal import Decimal
from typing import Any

import pytest

from docgen.text.source import Source, Span
from docgen.text.yamltext import MAX_DEPTH, YamlDocument, load

Fault = tuple[str, int, int, int]


def read(text: str) -> YamlDocument:
    document, faults = load(Source("a.yaml", text))
    assert faults == ()
    return document


def faults(text: str) -> list[Fault]:
    """Code, line, column and end column of each fault."""
    return [(fault.code, *fault.span[1:]) for fault in load(Source("a.yaml", text)).diagnostics]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("99.90", Decimal("99.90")),
        ("-0.5", Decimal("-0.5")),
        ("2026-12-01", "2026-12-01"),
        ("99.9 %", "99.9 %"),
        ("08:00-18:00", "08:00-18:00"),
        ("2.1.0", "2.1.0"),
        ("FR88100000009", "FR88100000009"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("!!str 12", "12"),
        ("|-\n  a\n  b", "a\nb"),
        (">-\n  a\n  b", "a b"),
        ("[1, deux]", [1, "deux"]),
        ("{x: {y: 1}}", {"x": {"y": 1}}),
    ],
)
def test_a_value(written: str, value: Any) -> None:
    found = read(f"k: {written}\n").value["k"]
    assert found == value
    assert type(found) is type(value)


def test_a_decimal_keeps_its_digits_and_is_no_float() -> None:
    assert str(read("k: 0.10").value["k"]) == "0.10"


@pytest.mark.parametrize(
    "written",
    ["12:30", "190:20:30", "NO", "yes", "Off", "y", "TRUE", "Null", "0777", "01000", "08", "0x1F", "0b11", "1_000", "+5", "1.", ".5", "1e3", "1.5E-3", ".inf", ".NaN", "12345678901234567890"],
)  # fmt: skip
def test_what_other_readers_change_stays_text_and_is_told(written: str) -> None:
    document, (fault,) = load(Source("a.yaml", f"k: {written}\n"))
    assert document.value == {"k": written}
    assert fault.code == "DG107"
    assert fault.span == Span("a.yaml", 1, 4, 4 + len(written))
    assert f"'{written}'" in fault.hint


@pytest.mark.parametrize("written", ["12:30", "NO", "0777"])
def test_quotes_are_the_remedy(written: str) -> None:
    assert read(f"k: '{written}'").value == {"k": written}


def test_keys_are_text_whatever_they_look_like() -> None:
    assert list(read("NO: a\n1: b\n12:30: c\nnull: d\n").value) == ["NO", "1", "12:30", "null"]


def test_the_place_of_values_and_keys() -> None:
    document = read("a: 1\nlist:\n  - {x: é, y: deux}\n  - |\n    long\n")
    assert document.at(("a",)) == Span("a.yaml", 1, 4, 5)
    assert document.at(("list", 0, "y")) == Span("a.yaml", 3, 15, 19)
    assert document.key(("list", 0, "y")) == Span("a.yaml", 3, 12, 13)
    assert document.at(("list", 1)) == Span("a.yaml", 4, 5, 6)
    assert document.key(("list",)) == Span("a.yaml", 2, 1, 5)


def test_what_is_not_there_is_placed_at_its_parent() -> None:
    document = read("a: {b: 1}\n")
    assert document.at(("a", "b", "c")) == document.at(("a", "b")) == Span("a.yaml", 1, 8, 9)
    assert document.key(("a", "z")) == document.at(("a",))
    assert read("").at(("a",)) == Span("a.yaml", 1, 1, 1)


def test_windows_line_ends_move_no_place() -> None:
    unix = load(Source("a.yaml", "a: 1\nb:\n  c: NO\n"))
    windows = load(Source("a.yaml", "a: 1\r\nb:\r\n  c: NO\r\n"))
    assert windows.value.value == unix.value.value
    assert windows.value.spans == unix.value.spans
    assert windows.diagnostics == unix.diagnostics


def test_columns_after_wide_characters() -> None:
    assert faults("é: '😀'\nœ😀: NO\n") == [("DG107", 2, 5, 7)]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\nb: 2\na: 3\n", ("DG104", 3, 1, 2)),
        ("x: {b: 1, b: 2}\n", ("DG104", 1, 11, 12)),
        ("- a: 1\n  'a': 2\n", ("DG104", 2, 3, 6)),
    ],
)
def test_a_duplicate_key(text: str, fault: Fault) -> None:
    assert faults(text) == [fault]


def test_of_a_duplicate_key_the_first_counts() -> None:
    document, (fault,) = load(Source("a.yaml", "a: 1\nb: 2\na: 3\n"))
    assert document.value == {"a": 1, "b": 2}
    assert "line 1" in fault.hint


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: [1, 2", ("DG103", 1, 9, 9)),
        ("a: 'x", ("DG103", 1, 6, 6)),
        ("a: b: c\n", ("DG103", 1, 5, 6)),
        ("\ta: b\n", ("DG103", 1, 1, 2)),
        ("- a\nb: c\n", ("DG103", 2, 1, 2)),
        ("a: @x\n", ("DG103", 1, 4, 5)),
        ("? [a]\n: 1\n", ("DG103", 1, 3, 4)),
        ("a: 1\n*b : 2\n", ("DG103", 2, 1, 3)),
        ("--- 1\n--- 2\n", ("DG103", 2, 1, 4)),
        ("a: *b\n", ("DG103", 1, 4, 6)),
        ('a: "\\ud800"\n', ("DG103", 1, 7, 8)),
        ("a: !!python/object:os.system x\n", ("DG106", 1, 4, 31)),
        ("a: !x [1]\n", ("DG106", 1, 4, 8)),
        ("a: !!int '12'\n", ("DG106", 1, 4, 14)),
        ('a: "\\x00"\n', ("DG109", 1, 4, 10)),
        ('a: "\\ue000"\n', ("DG109", 1, 4, 12)),
    ],
)
def test_a_fault_and_its_place(text: str, fault: Fault) -> None:
    assert faults(text) == [fault]


def test_a_place_at_the_end_of_the_text_stays_on_its_last_line() -> None:
    (fault,) = load(Source("a.yaml", "a: 1\nb: [1,\n  2")).diagnostics
    assert fault.span == Span("a.yaml", 3, 4, 4)


def test_all_faults_of_a_file_are_told() -> None:
    assert [fault[0] for fault in faults("a: NO\na: !x 1\nb: 0777\n")] == ["DG107", "DG104", "DG106", "DG107"]


def test_an_anchor_repeats_its_value() -> None:
    assert read("a: &x {k: [1]}\nb: *x\n").value == {"a": {"k": [1]}, "b": {"k": [1]}}


def test_a_merge_key_is_a_plain_key() -> None:
    assert read("a: &x {k: 1}\nb: {<<: *x}\n").value["b"] == {"<<": {"k": 1}}


def test_aliases_that_explode() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
    (fault,) = load(Source("a.yaml", bomb)).diagnostics
    assert fault.code == "DG105"
    assert fault.span.line == 6, "the first line on which 10 to the power of the line passes the limit"


def test_an_alias_inside_its_own_anchor() -> None:
    assert faults("a: &a [*a]\n") == [("DG105", 1, 8, 10)]
    assert faults("a: &a {b: {c: *a}}\n") == [("DG105", 1, 15, 17)]


@pytest.mark.parametrize("opening", ["[", "{k: ", "- "])
def test_values_that_are_nested_too_deep(opening: str) -> None:
    (fault,) = load(Source("a.yaml", opening * 100_000)).diagnostics
    assert fault.code == "DG105"
    assert fault.span.column == len(opening) * (MAX_DEPTH + 1) + 1


def test_the_deepest_nesting_that_is_read() -> None:
    assert faults("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert faults("[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2)) == [
        ("DG105", 1, MAX_DEPTH + 2, MAX_DEPTH + 3)
    ]


def test_a_key_is_held_to_the_same_as_a_value() -> None:
    _, (tag, escape) = load(Source("x.yaml", '!x a: 1\n"b\\u202e": 2\n'))
    assert (tag.code, tag.span) == ("DG106", Span("x.yaml", 1, 1, 5))
    assert (escape.code, escape.span) == ("DG109", Span("x.yaml", 2, 1, 10))
