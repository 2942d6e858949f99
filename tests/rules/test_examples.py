"""Each rule on its own examples, and the base workspace without any."""

import re

import pytest

from docgen.rules import Rule, registry

from .harness import judge_example, judge_files, marks

RULES = registry()


def test_the_base_workspace_is_clean() -> None:
    assert judge_files({}) == ()


def test_codes_are_unique_and_well_formed() -> None:
    codes = [rule.code for rule in RULES]
    assert sorted(set(codes)) == codes
    assert all(re.fullmatch(r"DG[1-6]\d\d", code) for code in codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_is_found_at_its_place(rule: Rule) -> None:
    found = [diagnostic for diagnostic in judge_example(rule, rule.bad) if diagnostic.code == rule.code]
    assert found, "the bad example yields no fault of its rule"
    assert {diagnostic.severity for diagnostic in found} == {rule.severity}
    expected = {*marks(rule.bad, rule.code), *getattr(rule.module, "EXPECT", ())}
    assert {tuple(diagnostic.span) for diagnostic in found} == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_has_no_such_fault(rule: Rule) -> None:
    found = judge_example(rule, rule.good)
    assert [diagnostic for diagnostic in found if diagnostic.code == rule.code] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_can_be_read(rule: Rule) -> None:
    """A good example with a fault of reading would be clean only because its rule never ran."""
    assert [d for d in judge_example(rule, rule.good) if d.code < "DG300"] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_manual_page_is_whole(rule: Rule) -> None:
    title, _, text = rule.manual.partition("\n\n")
    assert title.endswith("."), "the first line is a sentence"
    assert len(text.split()) >= 15, "the page says why the fault matters and what to do"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_messages_follow_the_style(rule: Rule) -> None:
    for diagnostic in judge_example(rule, rule.bad):
        if diagnostic.code == rule.code:
            assert not diagnostic.message.endswith("."), diagnostic.message
            assert diagnostic.hint, "the hint says how to mend it"
