"""HTML becomes a tagged PDF (PDF/UA-1), by WeasyPrint.

The same input gives the same bytes: no date unless one is given, no system font, nothing from outside.
"""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from docgen.render.log import OUTPUTS, faults, recorded
from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import MISSING_ASSET, NO_GLYPH
from docgen.text.source import Source

if TYPE_CHECKING:
    import pydyf
    import weasyprint

ASSET = "docgen-asset:"
ACROSS = "docgen:"

_KINDS = {
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".css": "text/css",
}


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """The metadata of the file beside that of its HTML.

    `created` is an ISO date or instant, or '' for none; `custom` are further entries (letters and digits only);
    `styles` are the stylesheets of the page, so that a fault in one is reported at its line.
    """

    author: str = ""
    keywords: tuple[str, ...] = ()
    created: str = ""
    custom: tuple[tuple[str, str], ...] = ()
    styles: tuple[Source, ...] = ()


def to_pdf(html: str, assets: Mapping[str, bytes], options: PdfOptions = PdfOptions()) -> Checked[bytes]:
    """The PDF of one HTML page with the assets that it names as `docgen-asset:NAME`; nothing else is ever fetched.

    Reports DG501 (an asset that is missing or refused), DG502 (a style that was not understood), DG503 (a fault of
    layout, a link to nowhere) and DG504 (a character or a family that no font among the assets has). Links written
    `docgen:KIND#anchor` open the named place in `KIND.pdf` of the same directory.
    """
    with recorded("weasyprint", "fontTools") as records, _no_collection():
        content, strangers = _write(html, assets, options)
    return Checked(content, (*faults(records, options.styles), *strangers))


@contextmanager
def _no_collection() -> Iterator[None]:
    # a layout makes millions of objects that all live to its end: looking for dead cycles costs an eighth of the time
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _write(
    html: str, assets: Mapping[str, bytes], options: PdfOptions
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    # half a second: only where a page is made
    import weasyprint
    from weasyprint.css.tokens import InvalidValues

    page = weasyprint.HTML(string=html, url_fetcher=_fetcher(assets), base_url=None)
    try:
        document = page.render()
    except InvalidValues as error:  # it logs unusable CSS, except a relative @import
        return b"", (
            MISSING_ASSET.at(
                OUTPUTS,
                str(error),
                "take the @import out: every stylesheet of templates/page is part of the page",
            ),
        )
    metadata = document.metadata
    metadata.authors = [options.author] if options.author else []
    metadata.keywords = list(options.keywords)
    metadata.created = metadata.modified = options.created or None
    metadata.custom = dict(options.custom)
    content: bytes = document.write_pdf(
        finisher=_finish, pdf_variant="pdf/ua-1", pdf_identifier=True, custom_metadata=True
    )
    return content, tuple(_strangers(document, assets))


def _strangers(document: "weasyprint.Document", assets: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """Report the fonts of the system that stood in: on another machine they would be others."""
    from weasyprint.text.fonts import get_hb_object_data

    own = set(assets.values())
    if any(
        content.startswith(b"wOF") for content in own
    ):  # compressed: not the bytes that the page engine holds
        return
    for font in document.fonts.values():
        if get_hb_object_data(font.hb_face) not in own:
            signs = "".join(sorted(set("".join(font.to_unicode.values()))))
            yield NO_GLYPH.at(
                OUTPUTS,
                f"{signs[:20]!r} is set in a font of this machine, {font.family!r}",
                "write other characters, or put a font that has them into templates/fonts and name it in the styles",
            )


def _fetcher(assets: Mapping[str, bytes]) -> "weasyprint.urls.URLFetcher":
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Assets(URLFetcher):  # type: ignore[misc]
        """Serves the given files, and data URLs of the page itself."""

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
            if url.startswith("data:image/"):
                return super().fetch(url, headers)
            name = unquote(url.removeprefix(ASSET))
            if not url.startswith(ASSET) or name not in assets:
                raise ValueError("not an asset of the page")
            kind = _KINDS.get(name[name.rfind(".") :], "application/octet-stream")
            return URLFetcherResponse(url, assets[name], {"Content-Type": kind})

    return Assets(allowed_protocols={"data"})


def _finish(document: "weasyprint.Document", pdf: "pydyf.PDF") -> None:
    """Correct the structure; let links across documents open a neighbour file, and describe each link."""
    import pydyf

    from docgen.render.structure import tidy

    tidy(document, pdf)
    for page in document.pages:
        for kind, target, _, box in page.links:
            annotation = box.link_annotation
            if annotation is None:  # a link to nowhere, which was logged
                continue
            annotation["F"] = 4  # printed as it is shown
            if text := "".join(box.element.itertext()):
                annotation["Contents"] = pydyf.String(" ".join(text.split()))
            if kind == "external" and target.startswith(ACROSS):
                file, _, anchor = target.removeprefix(ACROSS).partition("#")
                annotation["A"] = _elsewhere(f"{file}.pdf", unquote(anchor))


def _elsewhere(file: str, anchor: str) -> "pydyf.Dictionary":
    """The action that opens a place in a file of the same directory (ISO 32000-1, 12.6.4.3)."""
    import pydyf

    name = pydyf.String(file)
    return pydyf.Dictionary(
        {
            "Type": "/Action",
            "S": "/GoToR",
            "F": pydyf.Dictionary({"Type": "/Filespec", "F": name, "UF": name}),
            "D": pydyf.String(anchor) if anchor else pydyf.Array([0, "/Fit"]),
        }
    )


def count_pages(pdf: bytes) -> int:
    """The number of pages of a PDF."""
    from io import BytesIO

    from pikepdf import Pdf

    with Pdf.open(BytesIO(pdf)) as document:
        return len(document.pages)
