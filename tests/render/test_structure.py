"""The structure tree says what the document is, whatever the pages cut."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest


@pytest.fixture(scope="module")
def opened(contract) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(contract.pdf)) as pdf:
        yield pdf


def elements(element: Any) -> Iterator[Any]:
    yield element
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield from elements(kid)


def kinds(root: Any, *wanted: str) -> list[Any]:
    return [element for element in elements(root) if str(element.S) in wanted]


@pytest.fixture(scope="module")
def top(opened: pikepdf.Pdf) -> Any:
    return opened.Root.StructTreeRoot.K[0]


def test_a_document_is_one_part(top: Any) -> None:
    assert [str(kid.S) for kid in top.K] == ["/Part"]


def test_a_table_over_several_pages_is_one_table_with_one_head(top: Any) -> None:
    tables = kinds(top, "/Table")
    rows = [len(kinds(table, "/TR")) for table in tables]
    assert 1 + 2 + 22 + 4 + 14 + 1 in rows  # the services, over three pages
    assert 1 + 5 + 60 in rows  # the matrix
    assert all(len(kinds(table, "/THead")) <= 1 for table in tables)
    pages = {cell.Pg.objgen for cell in kinds(tables[rows.index(66)], "/TD")}
    assert len(pages) > 2


def test_header_cells_say_what_they_head(top: Any) -> None:
    scopes = {str(cell.A.get("/Scope")) for cell in kinds(top, "/TH")}
    assert scopes == {"/Row", "/Column"}


def test_cells_name_heads_that_exist(opened: pikepdf.Pdf, top: Any) -> None:
    names = {str(element.ID) for element in elements(top) if "/ID" in element}
    named = {str(header) for cell in kinds(top, "/TD") for header in cell.A.get("/Headers", ())}
    tree = opened.Root.StructTreeRoot.IDTree.Names
    assert named
    assert named <= names == {str(name) for name in list(tree)[::2]}


def test_a_section_over_a_page_break_is_one_section(top: Any) -> None:
    part = top.K[0]
    titles = [kid for kid in part.K if str(kid.S) == "/Sect"]
    assert len(titles) == 11  # cover, history, contents, parties, six articles, signatures


def test_every_element_is_the_child_of_its_parent(top: Any) -> None:
    for element in elements(top):
        for kid in element.get("/K", ()):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                assert kid.P.objgen == element.objgen


def test_marked_content_that_no_element_holds_is_an_artifact(opened: pikepdf.Pdf) -> None:
    numbers = list(opened.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    for page in opened.pages:
        held = {
            mcid for mcid, parent in enumerate(parents[int(page.obj.StructParents)]) if parent is not None
        }
        marked = {
            int(operands[1].MCID)
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC" and "/MCID" in operands[1]
        }
        assert marked == held


def test_figures_have_their_alternative(top: Any) -> None:
    assert sorted(str(figure.Alt) for figure in kinds(top, "/Figure")) == [
        "Infogérance Imaginaire",
        "Plage de service : de huit heures à dix-huit heures, du lundi au vendredi.",
    ]
