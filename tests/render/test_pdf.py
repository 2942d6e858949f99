"""HTML becomes a PDF that is tagged, closed in itself, and the same each time."""

import re
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import outloud
import pytest
from pypdf import PdfReader

from docgen.render.pdf import PdfOptions, to_pdf
from docgen.text.diagnostics import Severity
from docgen.text.source import Source

PRINT = """
import sys
from pathlib import Path
from docgen.render.pdf import PdfOptions, to_pdf
page, fonts, out = map(Path, sys.argv[1:])
assets = {f"fonts/{path.name}": path.read_bytes() for path in sorted(fonts.glob("*.ttf"), reverse=True)}
options = PdfOptions("Infogérance Imaginaire SA", ("MFV-2026-014",), custom=(("docgenVersion", "1.2.0"),))
out.write_bytes(to_pdf(page.read_text("utf-8"), assets, options).value)
"""


@pytest.fixture(scope="module")
def reader(contract) -> PdfReader:
    return PdfReader(BytesIO(contract.pdf))


def small(body: str, style: str = "") -> str:
    return f'<!DOCTYPE html><html lang="fr"><title>x</title><style>{style}</style><body>{body}</body></html>'


FACE = '@font-face { font-family: "Source Sans 3"; src: url(docgen-asset:fonts/SourceSans3-Regular.ttf) } '
SANS = FACE + 'body { font-family: "Source Sans 3" }'


def codes(html: str, assets: Mapping[str, bytes]) -> list[str]:
    return [fault.code for fault in to_pdf(html, assets).diagnostics]


def test_a_good_document_has_no_fault(contract, annex) -> None:
    assert contract.diagnostics == annex.diagnostics == ()


@pytest.mark.parametrize("name", ["contract", "annex"])
def test_it_can_be_read_aloud(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path = tmp_path / "it.pdf"
    path.write_bytes(request.getfixturevalue(name).pdf)
    result = outloud.check(str(path))
    assert result.error is None
    assert [f"{one.rule} {one.message}" for one in result.findings] == []


def test_pages_turn_for_the_wide_matrix_and_back(reader: PdfReader) -> None:
    wide = [page.mediabox.width > page.mediabox.height for page in reader.pages]
    first, last = wide.index(True), len(wide) - wide[::-1].index(True)
    assert all(wide[first:last])
    assert 0 < first < last < len(wide)
    assert {tuple(sorted(map(round, page.mediabox[2:]))) for page in reader.pages} == {(595, 842)}


def test_the_outline_lists_articles_and_under_them_clauses(reader: PdfReader) -> None:
    titles = [one.title for one in reader.outline if not isinstance(one, list)]
    assert titles[:3] == ["Sommaire", "Entre les soussignés", "Article 1er – Objet"]
    under = reader.outline[3]
    assert [one.title.replace("\t", " ") for one in under if not isinstance(one, list)] == [
        "1.1 Périmètre",
        "1.2 Niveau 3",
    ]


def test_the_file_says_what_it_is(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.title == "Contrat-cadre de services d’infogérance"
    assert reader.metadata.author == "Infogérance Imaginaire SA"
    assert reader.metadata.subject == "MFV-2026-014 – 1.2.0-draft"
    assert reader.metadata["/docgenVersion"] == "1.2.0"
    assert "/CreationDate" not in reader.metadata
    assert reader.root_object["/Lang"] == "fr"


def test_running_lines_stand_on_every_page_but_the_cover(reader: PdfReader) -> None:
    texts = [page.extract_text() for page in reader.pages]
    assert [f"Page {number}/{len(texts)}" in text for number, text in enumerate(texts, 1)] == [False] + [
        True
    ] * (len(texts) - 1)


@pytest.mark.parametrize("number", [0, -1])
def test_the_parties_stand_side_by_side(number: int, reader: PdfReader) -> None:
    lines = reader.pages[number].extract_text(extraction_mode="layout").splitlines()
    assert [line for line in lines if "Le Client" in line and "Le Prestataire" in line]


def test_contents_give_the_page_of_each_article(reader: PdfReader) -> None:
    contents = reader.pages[1].extract_text()
    printed = int(re.search(r"Article 4\D*?Matrice des responsabilités\s*(\d+)", contents)[1])
    assert "Article 4 – Matrice" in reader.pages[printed - 1].extract_text()


def test_only_bundled_fonts_are_used(reader: PdfReader) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all("+Source-S" in font for font in fonts)


def test_a_link_to_another_document_opens_its_file_at_the_place(reader: PdfReader) -> None:
    actions = [
        annotation.get_object()["/A"]
        for page in reader.pages
        for annotation in page.get("/Annots", ())
        if "/A" in annotation.get_object()
    ]
    across = {(str(one["/F"]["/UF"]), str(one["/D"])) for one in actions if one["/S"] == "/GoToR"}
    assert across == {("sla-annex.pdf", "sla-3")}
    assert {str(one["/URI"]) for one in actions if one["/S"] == "/URI"} == {"mailto:contact@exemple.example"}


def test_every_link_within_the_document_has_its_place(reader: PdfReader) -> None:
    links = [a.get_object() for page in reader.pages for a in page.get("/Annots", ())]
    inner = {str(link["/Dest"]) for link in links if "/Dest" in link}
    assert inner
    assert inner <= set(reader.named_destinations)
    assert all(link["/Contents"] and link["/F"] == 4 for link in links)


def test_another_process_makes_the_same_bytes(annex, tmp_path: Path) -> None:
    page, out = tmp_path / "page.html", tmp_path / "out.pdf"
    page.write_text(annex.html, "utf-8")
    fonts = Path(__file__).parents[2] / "templates" / "fonts"
    subprocess.run([sys.executable, "-c", PRINT, page, fonts, out], check=True)
    assert out.read_bytes() == annex.pdf


def test_a_date_is_written_only_where_one_is_given(fonts) -> None:
    content = to_pdf(small("<p>a</p>", SANS), fonts, PdfOptions(created="2026-03-12")).value
    assert PdfReader(BytesIO(content)).metadata["/CreationDate"] == "D:20260312"


@pytest.mark.parametrize(
    "url",
    ["http://a.example/x.png", "file:///etc/passwd", "docgen-asset:none.png", "x.png", "data:text/css,p{}"],
)
def test_nothing_is_fetched_but_the_assets(url: str, fonts) -> None:
    (fault,) = to_pdf(small(f'<p>a</p><img alt="b" src="{url}">', SANS), fonts).diagnostics
    assert (fault.code, fault.severity) == ("DG501", Severity.ERROR)


def test_a_picture_in_the_page_may_not_reach_outside(fonts) -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='file:///etc/hosts' width='9' height='9'/></svg>"
    assert codes(small(f'<p>a</p><img alt="b" src="data:image/svg+xml,{svg}">', SANS), fonts) == ["DG501"]


def test_a_missing_font_is_a_fault() -> None:
    faults = to_pdf(small("<p>a</p>", FACE), {}).diagnostics
    assert ("DG501", "Font-face 'Source Sans 3' cannot be loaded") in [
        (one.code, one.message) for one in faults
    ]


def test_a_link_to_nowhere_is_a_fault(fonts) -> None:
    (fault,) = to_pdf(small('<p><a href="#gone">a</a></p>', SANS), fonts).diagnostics
    assert (fault.code, fault.severity) == ("DG503", Severity.ERROR)
    assert "gone" in fault.message


def test_a_style_that_is_not_understood_is_placed(fonts) -> None:
    style = SANS + "\np { colour: red }"
    options = PdfOptions(styles=(Source("templates/page/x.css", style),))
    (fault,) = to_pdf(small("<p>a</p>", style), fonts, options).diagnostics
    assert (fault.code, fault.span.path, fault.span.line) == ("DG502", "templates/page/x.css", 2)


@pytest.mark.parametrize("text", ["字", "สัญญา"])
def test_a_character_that_no_bundled_font_has_is_a_fault(text: str, fonts) -> None:
    faults = to_pdf(small(f"<p>{text}</p>", SANS), fonts).diagnostics
    assert {(one.code, one.severity) for one in faults} == {("DG504", Severity.ERROR)}


def test_a_family_that_is_not_bundled_is_a_fault(fonts) -> None:
    (fault,) = to_pdf(small("<p>a</p>", FACE + 'body { font-family: "Nowhere" }'), fonts).diagnostics
    assert (fault.code, "'a'" in fault.message) == ("DG504", True)
