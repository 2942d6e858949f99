from decimal import Decimal

import pytest

from docgen.model.condition import ALWAYS, All, Either, Equals, Fact, Not, holds, paths
from docgen.read.condition import BadCondition, parse_condition
from docgen.text.quantities import Duration, Money, Percent, Unit

VALUES = {
    "facts": {"a": True, "b": False, "none": None, "text": "x", "empty": "", "list": (), "zero": 0},
    "mode": "net_days",
    "share": Percent(Decimal("0.00")),
    "price": Money(Decimal(40), "EUR"),
    "delay": Duration(3, Unit.MONTH),
}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("", ALWAYS),
        ("  \n", ALWAYS),
        ("facts.a", Fact(("facts", "a"))),
        ("not a", Not(Fact(("a",), 4))),
        ("a and b.c", All((Fact(("a",)), Fact(("b", "c"), 6)))),
        ("a or b", Either((Fact(("a",)), Fact(("b",), 5)))),
        ("p.mode == 'x'", Equals(("p", "mode"), "x")),
        ("p.count == 0", Equals(("p", "count"), 0)),
        ("p.count != 12", Not(Equals(("p", "count"), 12))),
        ('p.mode != "x"', Not(Equals(("p", "mode"), "x"))),
        ("a and (b or not c)", All((Fact(("a",)), Either((Fact(("b",), 7), Not(Fact(("c",), 16))))))),
    ],
)
def test_a_condition_is_read(text: str, condition: object) -> None:
    assert parse_condition(text) == condition


@pytest.mark.parametrize(
    "text",
    [
        "a and", "a b", "(a", "f(a)", "a.b()", "a[0]", "a == b", "a == 1.5", "a == True", "a == -1", "a == None", "'x' == a", "a == 'x' == 'y'", "a < 'b'", "a is b",
        "a in 'abc'", "1", "True", "'x'", "lambda: a", "a if b else c", "[a]", "a := b", "a + b", "-a", "f'{a}'", "(a).b[0].c",
        "__import__('os').system('x')", "a\nor b", "a and b; c", "# a", "\x00", "a" * 401, "(" * 30 + "a" + ")" * 30, "not " * 30 + "a",
    ],
)  # fmt: skip
def test_what_is_no_condition(text: str) -> None:
    with pytest.raises(BadCondition) as caught:
        parse_condition(text)
    assert caught.value.message.startswith("the condition")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", True),
        ("facts.a", True),
        ("facts.b", False),
        ("facts.none", False),
        ("facts.absent", False),
        ("facts.a.deeper", False),
        ("absent.absent", False),
        ("facts.text", True),
        ("facts.empty", False),
        ("facts.list", False),
        ("facts.zero", True),
        ("facts", True),
        ("mode == 'net_days'", True),
        ("mode == 'other'", False),
        ("mode != 'other'", True),
        ("absent == 'x'", False),
        ("absent != 'x'", True),
        ("facts.a == 'True'", False),
        ("facts.zero == 0", True),
        ("facts.zero == 1", False),
        ("facts.zero != 1", True),
        ("facts.zero == '0'", False),
        ("facts.a == 1", False),
        ("facts.b == 0", False),
        ("absent == 0", False),
        ("share == 0", True),
        ("share != 0", False),
        ("price == 40", True),
        ("delay == 3", True),
        ("delay == 4", False),
        ("facts.a and facts.b", False),
        ("facts.a or facts.b", True),
        ("not facts.b and facts.a", True),
        ("not (facts.a or facts.b)", False),
        ("facts.b and facts.a or facts.a", True),
    ],
)
def test_a_condition_holds(text: str, expected: bool) -> None:
    assert holds(parse_condition(text), VALUES) is expected


def test_every_fact_of_a_condition_in_order() -> None:
    condition = parse_condition("a.b and not (c or d == 'x') or e")
    assert [".".join(fact.path) for fact in paths(condition)] == ["a.b", "c", "d", "e"]
