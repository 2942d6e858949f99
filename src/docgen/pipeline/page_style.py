"""The style of the pages of a workspace, and the metadata of a file."""

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.model.brand import Brand, Logo
from docgen.model.pack import Pack
from docgen.pipeline.reading import Reader
from docgen.read.config import Config
from docgen.render.html import PageTemplates
from docgen.render.pdf import PdfOptions
from docgen.text.source import Source


@dataclass(frozen=True)
class PageStyle:
    """How the pages of a workspace look: templates, brand, fonts, stylesheets."""

    page: PageTemplates
    brand: Brand
    assets: Mapping[str, bytes]
    styles: tuple[Source, ...]

    def options(self, pack: Pack, kind: str) -> PdfOptions:
        reference = pack.engagement.contract.reference
        return PdfOptions(
            author=pack.engagement.parties.provider.name,
            keywords=(reference, pack.version),
            custom=custom(pack, kind),
            styles=self.styles,
        )


def custom(pack: Pack, kind: str) -> tuple[tuple[str, str], ...]:
    """The metadata of a file for `docgen verify`; the names are read by `render/inside.py`."""
    entries = {
        "docgenEngagement": pack.engagement.id,
        "docgenReference": pack.engagement.contract.reference,
        "docgenVersion": pack.version,
        "docgenDocument": kind,
        "docgenSeal": pack.seal,
    }
    return tuple((name, text) for name, text in entries.items() if text)


def page_style(reader: Reader, config: Config) -> PageStyle:
    """The page templates, stylesheets, fonts and brand of a workspace."""
    folder = f"{config.paths.templates}/page"
    sources = {
        path.rsplit("/", 1)[-1]: reader.source(path)
        for path in reader.files.files(folder, ".css", ".j2", deep=False)
    }
    fonts = {
        "fonts/" + path.rsplit("/", 1)[-1]: reader.content(path)
        for path in reader.files.files(f"{config.paths.templates}/fonts", ".ttf", ".otf")
    }
    logo = None
    if config.logo:
        kind = "image/svg+xml" if config.logo.endswith(".svg") else "image/png"
        logo = Logo(reader.content(config.logo), kind, config.issuer)
    return PageStyle(
        page=PageTemplates.of({name: source.text for name, source in sources.items()}, folder),
        brand=Brand(
            primary=config.primary, accent=config.accent, logo=logo, serif=config.serif, sans=config.sans
        ),
        assets=fonts,
        styles=tuple(source for name, source in sources.items() if name.endswith(".css")),
    )
