"""What judging does beside the rules: a locale that lacks a word of the draft, engagements that nobody keeps."""

from datetime import date

from docgen.pipeline.checking import check, check_workspace
from docgen.text.files import Tree
from docgen.text.source import Span

from ..rules.harness import base

TODAY = date(2026, 11, 24)
LOCALE = "templates/locales/fr.yaml"


def test_a_locale_without_the_words_of_a_draft_is_a_fault() -> None:
    contents = {**base(), LOCALE: base()[LOCALE].replace(b"first_draft:", b"first_draught:")}
    _, found = check_workspace(Tree(contents), (), TODAY)
    assert ("DG222", Span(LOCALE)) in [(fault.code, fault.span) for fault in found]


def test_a_check_finds_what_judging_finds() -> None:
    faulty = {**base(), "engagements/demo/engagement.yaml": b"id: other\n"}
    several = {**base(), **{f"engagements/{name}/engagement.yaml": b"id: other\n" for name in "abc"}}
    for contents in (base(), faulty, several):
        assert check(Tree(contents), (), TODAY) == check_workspace(Tree(contents), (), TODAY).diagnostics
    assert check_workspace(Tree(base()), (), TODAY).value.packs
    assert check(Tree(several), ("b",), TODAY) != check(Tree(several), ("c",), TODAY) != ()
