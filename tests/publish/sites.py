"""The page as `docgen publish` makes it, of sample versions."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from docgen.model.brand import Brand
from docgen.publish.page import Site, pages
from docgen.publish.record import Published
from docgen.read.locale import read_locale
from docgen.text.source import Source

TEMPLATES = Path(__file__).parents[2] / "templates"
DAY = date(2026, 11, 24)


def locale(code: str):
    found = read_locale(
        Source(f"{code}.yaml", (TEMPLATES / "locales" / f"{code}.yaml").read_text("utf-8"))
    ).value
    assert found is not None
    return found


def site(*languages: str, address: str = "", **templates: str) -> Site:
    texts = {path.name: path.read_text("utf-8") for path in sorted((TEMPLATES / "site").iterdir())}
    return Site(
        {**texts, **templates},
        Brand(),
        "Maison d'essai",
        [locale(code) for code in languages or ("fr", "en")],
        address,
    )


def made(records: Sequence[Published], *languages: str, address: str = "") -> Mapping[str, bytes]:
    found, faults = pages(site(*languages, address=address), records, DAY)
    assert faults == ()
    return found
