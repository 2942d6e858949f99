"""Each fault on the examples of its page, and the base workspace without any."""

import pytest

from docgen.manual import Page, pages

from .harness import check_example, check_files, marks

PAGES = pages()
SHOWN = [page for page in PAGES if page.bad]


def test_the_base_workspace_is_clean() -> None:
    assert check_files({}) == ()


def test_faults_without_an_example_are_those_of_the_page_engine() -> None:
    """Everything else can be shown in a workspace; the engine is tried in tests/render."""
    assert [page.code for page in PAGES if not page.bad] == [
        "DG115",
        "DG501",
        "DG502",
        "DG503",
        "DG504",
        "DG506",
    ]


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.code)
def test_the_bad_example_is_found_at_its_place(page: Page) -> None:
    found = [diagnostic for diagnostic in check_example(page, page.bad) if diagnostic.code == page.code]
    assert found, "the bad example yields no fault of its code"
    assert {diagnostic.severity for diagnostic in found} == {page.severity}
    expected = {*marks(page.bad, page.code), *page.places}
    assert {tuple(diagnostic.span) for diagnostic in found} == expected
    for diagnostic in found:
        assert not diagnostic.message.endswith("."), diagnostic.message
        assert diagnostic.hint, "the hint says what to do"


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.code)
def test_the_good_example_can_be_read_and_has_no_such_fault(page: Page) -> None:
    """A good example with a fault of reading would be clean only because its rule never ran."""
    found = check_example(page, page.good)
    assert [
        fault for fault in found if fault.code == page.code or (fault.code < "DG300" and len(fault.code) == 5)
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_the_manual_page_is_whole(page: Page) -> None:
    title, _, text = page.manual.partition("\n\n")
    assert title.endswith("."), "the first line is a sentence"
    assert len(text.split()) >= 15, "the page says why the fault matters and what to do"
