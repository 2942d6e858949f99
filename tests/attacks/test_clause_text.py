"""A clause cannot read files, the environment or the network, nor run anything: what is more than a value is a fault."""

import pytest

from docgen.assemble.fill import read_expression
from docgen.text.diagnostics import Severity

from ..rules.harness import check_files

CLAUSE = "clauses/objet/objet.fr.md"
FRONT = "---\nid: objet.objet\ntitle: Objet\nowner: legal\nreview_by: 2027-11-30\n---\n"
EXPRESSIONS = (
    "{{ contract.__class__.__mro__ }}",
    "{{ contract.subject.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self }}",
    "{{ self.__init__.__globals__ }}",
    "{{ config }}",
    "{{ range(10 ** 9) }}",
    "{{ contract.subject * 10 ** 9 }}",
    "{{ lipsum(n=10 ** 6) }}",
    "{{ contract.subject | attr('__class__') }}",
    "{{ contract.subject | map('upper') | list }}",
    "{{ contract.subject | format(1) }}",
    "{{ contract.subject | center(10 ** 9) }}",
    "{{ contract.subject | safe }}",
    "{{ contract['subject'] }}",
    "{{ open('/etc/passwd').read() }}",
    "{{ environ.HOME }}",
    "{{ __import__('os') }}",
    "{{ contract.subject if true else x }}",
)
STATEMENTS = (
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% for x in range(10 ** 9) %}x{% endfor %}",
    "{% set x = 1 %}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{# a remark #}",
)


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_an_expression_that_reaches_for_more_is_a_fault_at_its_place(text: str) -> None:
    found = [
        fault
        for fault in check_files({CLAUSE: f"{FRONT}Les Parties conviennent de {text}.\n"})
        if fault.severity is Severity.ERROR
    ]
    assert [(fault.code[:3], *fault.span) for fault in found] == [("DG3", CLAUSE, 7, 28, 28 + len(text))]


@pytest.mark.parametrize("text", STATEMENTS)
def test_a_statement_is_a_fault_at_its_place(text: str) -> None:
    found = [
        fault
        for fault in check_files({CLAUSE: f"{FRONT}Les Parties {text} conviennent.\n"})
        if fault.code == "DG320"
    ]
    assert found
    assert found[0].span[:3] == (CLAUSE, 7, 13)


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_nothing_of_it_is_ever_evaluated(text: str) -> None:
    expression = read_expression(text[2:-2].strip())
    assert expression.fault or all(step.isidentifier() for step in expression.path)
    assert not expression.fault or (expression.path, expression.filters) == ((), ())


@pytest.mark.parametrize(
    "condition",
    [
        "__import__('os').system('id')",
        "open('/etc/passwd')",
        "facts.__class__",
        "().__class__",
        "1 + 1",
        "lambda: 0",
        "facts.on_call and " * 200 + "facts.on_call",
    ],
)
def test_a_condition_that_reaches_for_more_is_a_fault(condition: str) -> None:
    front = f'id: objet.objet\ntitle: Objet\nowner: legal\nwhen: "{condition}"\nreview_by: 2027-11-30'
    found = check_files({CLAUSE: f"---\n{front}\n---\nLes Parties conviennent.\n"})
    assert any(fault.severity is Severity.ERROR and fault.span[:2] == (CLAUSE, 5) for fault in found)
