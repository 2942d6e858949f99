"""A pack in one file: the same pages, one tree, one outline, links that lead inside."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import outloud
import pikepdf
import pytest
from pypdf import PdfReader

from docgen.render.binder import Bound, bind


@pytest.fixture(scope="module")
def opened(pack: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(pack)) as pdf:
        yield pdf


@pytest.fixture(scope="module")
def reader(pack: bytes) -> PdfReader:
    return PdfReader(BytesIO(pack))


def count(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def test_the_pages_are_those_of_the_documents(reader: PdfReader, contract, annex) -> None:
    parts = [*PdfReader(BytesIO(contract.pdf)).pages, *PdfReader(BytesIO(annex.pdf)).pages]
    assert [page.extract_text() for page in reader.pages] == [page.extract_text() for page in parts]


def test_it_can_be_read_aloud(pack: bytes, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(pack)
    result = outloud.check(str(path))
    assert result.error is None
    assert [f"{one.rule} {one.message}" for one in result.findings] == []


def test_the_outline_has_one_entry_for_each_document(reader: PdfReader, contract) -> None:
    tops = [one for one in reader.outline if not isinstance(one, list)]
    assert [one.title for one in tops] == ["Contrat-cadre de services d’infogérance", "Annexe SLA"]
    assert [reader.get_destination_page_number(one) for one in tops] == [0, count(contract.pdf)]
    assert "Article 1er – Objet" in [one.title for one in reader.outline[1] if not isinstance(one, list)]


def test_links_between_the_documents_lead_inside_the_file(reader: PdfReader, contract) -> None:
    links = [a.get_object() for page in reader.pages for a in page.get("/Annots", ())]
    actions = [link["/A"] for link in links if "/A" in link]
    assert {str(action["/S"]) for action in actions} == {"/GoTo", "/URI"}
    names = {str(action["/D"]) for action in actions if action["/S"] == "/GoTo"}
    names |= {str(link["/Dest"]) for link in links if "/Dest" in link}
    assert names <= set(reader.named_destinations)
    assert {"sla-annex#sla-3", "contract#a6-1"} <= names
    place = reader.named_destinations["sla-annex#sla-3"]
    assert reader.get_destination_page_number(place) >= count(contract.pdf)


def test_one_tree_holds_the_structure_of_all(opened: pikepdf.Pdf) -> None:
    (top,) = opened.Root.StructTreeRoot.K
    assert str(top.S) == "/Document"
    assert [str(part.T) for part in top.K] == ["Contrat-cadre de services d’infogérance", "Annexe SLA"]
    assert all(part.P.objgen == top.objgen for part in top.K)


def test_each_page_and_link_finds_its_element(opened: pikepdf.Pdf) -> None:
    numbers = list(opened.Root.StructTreeRoot.ParentTree.Nums)
    keys = [int(key) for key in numbers[::2]]
    assert keys == list(range(len(keys)))
    parents: dict[int, Any] = dict(zip(keys, numbers[1::2], strict=True))
    used = [int(page.obj.StructParents) for page in opened.pages]
    for page in opened.pages:
        for element in parents[int(page.obj.StructParents)]:
            assert element is None or element.Pg.objgen == page.objgen
        for link in page.obj.get("/Annots", ()):
            used.append(int(link.StructParent))
            assert str(parents[used[-1]].S) == "/Link"
    assert sorted(used) == keys


def test_names_of_elements_are_unique_and_sorted(opened: pikepdf.Pdf) -> None:
    names = [bytes(name) for name in list(opened.Root.StructTreeRoot.IDTree.Names)[::2]]
    assert names == sorted(set(names))


def test_page_labels_begin_again_with_each_document(opened: pikepdf.Pdf, contract) -> None:
    pages = list(opened.pages)
    start = count(contract.pdf)
    assert [pages[0].label, pages[start - 1].label, pages[start].label] == ["1.1", f"1.{start}", "2.1"]


def test_it_says_what_it_is(opened: pikepdf.Pdf) -> None:
    assert str(opened.Root.Lang) == "fr"
    assert opened.Root.ViewerPreferences.DisplayDocTitle is True
    with opened.open_metadata() as metadata:
        assert metadata["dc:title"] == "Dossier & contrats"
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_the_same_parts_give_the_same_bytes(pack: bytes, contract, annex) -> None:
    parts = [Bound(part.document.kind, part.document.title, part.pdf) for part in (contract, annex)]
    assert bind(parts, "fr", "Dossier & contrats") == pack


def test_a_link_to_a_document_that_is_not_bound_still_opens_its_file(contract) -> None:
    alone = bind([Bound("contract", "Contrat", contract.pdf)], "fr", "Dossier")
    links = [a.get_object() for page in PdfReader(BytesIO(alone)).pages for a in page.get("/Annots", ())]
    assert {
        str(link["/A"]["/F"]["/UF"]) for link in links if "/A" in link and link["/A"]["/S"] == "/GoToR"
    } == {"sla-annex.pdf"}
