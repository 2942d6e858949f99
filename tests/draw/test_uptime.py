"""Allowed downtime."""

import re
from decimal import Decimal

from docgen.draw.uptime import Allowance, uptime

D = Decimal


def test_a_longer_allowance_is_a_longer_bar() -> None:
    svg = uptime([Allowance("a", "t", D(value), "x") for value in (20, 40, 80)], "minutes")
    one, two, four = (float(wide) for wide in re.findall(r'class="fill2" x="\S+" y="\S+" width="(\S+)"', svg))
    assert abs(two - 2 * one) < 0.05
    assert abs(four - 4 * one) < 0.05


def test_the_measure_is_marked_only_where_there_is_one() -> None:
    svg = uptime([Allowance("a", "t", D(9), "x"), Allowance("b", "t", D(9), "x", D(0))], "minutes")
    assert svg.count("<polygon") == 1


def test_prints_every_label() -> None:
    svg = uptime([Allowance("mail", "99.9 %", D(43), "43 min")], "minutes")
    assert all(f">{word}</text>" in svg for word in ("mail", "99.9 %", "43 min", "minutes"))
