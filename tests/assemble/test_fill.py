"""Values and references of a clause: a path and filters, nothing that runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.assemble.expression import read
from docgen.assemble.fill import FILTERS, ReferenceField, ValueField, fields, read_expression
from docgen.model.clause import Clause
from docgen.text.source import Source, Span


def found(text: str) -> list[ValueField | ReferenceField]:
    front = "---\nid: a.b {{ not.this }}\n---\n"
    return list(fields(Clause("a.b", "", "fr", Source("a/b.fr.md", front + text), len(front))))


def test_values_and_references_in_order_with_their_places() -> None:
    value, reference = found("É {{ term.initial|words }}\net [[penalites.plafond]].")
    assert value == ValueField(33, 57, Span("a/b.fr.md", 4, 3, 27), ("term", "initial"), ("words",))
    assert reference == ReferenceField(
        61, 82, Span("a/b.fr.md", 5, 4, 25), "clause", "penalites.plafond", False
    )


@pytest.mark.parametrize(
    ("text", "kind", "target", "bare"),
    [
        ("[[a.b]]", "clause", "a.b", False),
        ("[[ a.b|number ]]", "clause", "a.b", True),
        ("[[article:penalites]]", "article", "penalites", False),
        ("[[document:sla-annex|number]]", "document", "sla-annex", True),
    ],
)
def test_a_reference(text: str, kind: str, target: str, bare: bool) -> None:
    (reference,) = found(text)
    assert isinstance(reference, ReferenceField)
    assert (reference.kind, reference.target, reference.bare, reference.fault) == (kind, target, bare, "")


@pytest.mark.parametrize(
    "text", ["[[]]", "[[a b]]", "[[clause:a.b]]", "[[a.b|name]]", "[[é.b]]", "[[__]]x[["]
)
def test_what_is_no_reference(text: str) -> None:
    (reference,) = found(text.replace("[[__]]x[[", "[[_ _]]"))
    assert isinstance(reference, ReferenceField)
    assert reference.fault == "is not a reference"


@pytest.mark.parametrize(
    ("text", "path", "filters"),
    [
        ("a", ("a",), ()),
        ("a.b.c", ("a", "b", "c"), ()),
        ("a.b | words", ("a", "b"), ("words",)),
        ("a.b|list|words", ("a", "b"), ("list", "words")),
        ("a.items | items", ("a", "items"), ("items",)),
    ],
)
def test_an_expression(text: str, path: tuple[str, ...], filters: tuple[str, ...]) -> None:
    assert read_expression(text) == (path, filters, (), "")


def test_a_count_with_its_forms() -> None:
    assert read_expression('a.b | count("un audit", "# audits")') == (
        ("a", "b"),
        ("count",),
        ("un audit", "# audits"),
        "",
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "is not a value"),
        ("a" * 201, "is not a value"),
        ("a.", "is not well formed"),
        ("a b", "is not well formed"),
        ("a |", "is not well formed"),
        ("a | upper", "uses the unknown filter 'upper'"),
        ("a | list(1)", "gives arguments to a filter"),
        ("a | words(1)", "gives arguments to a filter"),
        ("a | count", "gives 'count' other than two or three forms in quotes"),
        ("a | count('un')", "gives 'count' other than two or three forms in quotes"),
        ("a | count('un', b)", "gives 'count' other than two or three forms in quotes"),
        ("a | count('un', 2)", "gives 'count' other than two or three forms in quotes"),
        ("a | count('a', 'b', 'c', 'd')", "gives 'count' other than two or three forms in quotes"),
        ("a | count('un', other='b')", "gives arguments to a filter"),
        ("a()", "is more than a path and filters"),
        ("a.b()", "is more than a path and filters"),
        ("a[0]", "is more than a path and filters"),
        ("a + 1", "is more than a path and filters"),
        ("a if b else c", "is more than a path and filters"),
        ("not a", "is more than a path and filters"),
        ("'a'", "is more than a path and filters"),
        ("1", "is more than a path and filters"),
        ("a, b", "is more than a path and filters"),
        ("a ~ b", "is more than a path and filters"),
        ("{% if a %}", "is not well formed"),
        ("().__class__", "is more than a path and filters"),
        ("x }} {% for y in z %}{% endfor %} {{ y", "is not a value"),
    ],
)
def test_what_is_more_than_a_path_and_filters(text: str, fault: str) -> None:
    expression = read_expression(text)
    assert expression.fault == fault
    if fault:
        assert (expression.path, expression.filters, expression.forms) == ((), (), ())


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "b_1",
                "é",
                "items",
                "words",
                "upper",
                "not",
                "none",
                "True",
                "in",
                "if",
                ".",
                "|",
                " ",
                "\n",
                "1",
                "(",
                "_",
            ]
        ),
        min_size=1,
    ).map("".join)
)
def test_a_plain_value_is_read_as_jinja_reads_it(text: str) -> None:
    assert read_expression(text.strip())[:2] == (
        read(text.strip(), FILTERS)[:2] if text.strip() else ((), ())
    )


def test_a_faulty_expression_keeps_its_place() -> None:
    (value,) = found("  {{ a + b }}")
    assert isinstance(value, ValueField)
    assert (value.fault, value.span) == ("is more than a path and filters", Span("a/b.fr.md", 4, 3, 14))


def test_the_front_matter_holds_no_field() -> None:
    assert found("rien") == []
