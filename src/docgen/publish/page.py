"""The page of a target, one file a language, and its feed: texts from templates of the workspace (`templates/site/`).

A page is self-contained: style and script are inline. Everything that people wrote is
escaped; the policy of the page (CSP) lets no program run but its own, by its hash.
Faults: DG506 (a template that Jinja cannot read, or that names an unknown variable).
"""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from hashlib import sha256
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.model.brand import Brand, mix
from docgen.model.locale import Locale
from docgen.publish.catalogue import Entry, Shelf, Status, shelves
from docgen.publish.record import Published
from docgen.publish.sums import SUMS
from docgen.text.diagnostics import Checked, Diagnostic, in_order
from docgen.text.faults import BAD_TEMPLATE
from docgen.text.formats import date_long, number
from docgen.text.source import Span

INDEX = "index.html"
FEED = "feed.xml"
PAGE, FEED_TEMPLATE, STYLE, PROGRAM = "index.html.j2", "feed.xml.j2", "site.css", "site.js"

_SPACE = "https://docgen.invalid/"
"""Names the publications of docgen among all things that have a UUID (RFC 9562, version 5); nothing is there."""


@dataclass(frozen=True)
class Site:
    """How a target looks: its templates by name, the brand, the languages with the one of `index.html` first, and the
    address under which people find it, '' when it is not known (links are relative then)."""

    templates: Mapping[str, str]
    brand: Brand
    issuer: str
    locales: Sequence[Locale]
    address: str = ""
    folder: str = "templates/site"


def pages(site: Site, records: Sequence[Published], day: date) -> Checked[Mapping[str, bytes]]:
    """The pages and the feed, path to content; `day` dates the feed of an empty target."""
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader(dict(site.templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found = shelves(records)
    made: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    for template, path, values in _wanted(site, found, day):
        try:
            made[path] = environment.get_template(template).render(values).encode()
        except TemplateSyntaxError as error:
            faults.append(
                _fault(
                    f"{site.folder}/{error.name or template}",
                    error.lineno,
                    error.message or "it cannot be read",
                )
            )
        except TemplateError as error:
            faults.append(_fault(f"{site.folder}/{template}", 1, error.message or "it cannot be read"))
    return Checked(made, in_order(faults))


def colours(brand: Brand) -> str:
    """The brand's colour as the style takes it: as it is on white, and mostly white where the page is dark."""
    return f":root {{ --primary: {brand.primary}; --primary-pale: {mix(brand.primary, '#ffffff', 30)}; }}\n"


def page_path(locale: Locale, site: Site) -> str:
    """The file of the page in a language: `index.html` for the first one, `index.en.html` for another."""
    return INDEX if locale is site.locales[0] else f"index.{locale.code}.html"


def _wanted(site: Site, found: Sequence[Shelf], day: date) -> Sequence[tuple[str, str, Mapping[str, object]]]:
    style, program = colours(site.brand) + site.templates.get(STYLE, ""), site.templates.get(PROGRAM, "")
    shared = {
        "site": site,
        "shelves": found,
        "statuses": tuple(Status),
        "feed": FEED,
        "sums": SUMS,
        "style": style,
        "program": program,
        "style_hash": _hashed(style),
        "program_hash": _hashed(program),
        "link": partial(_link, site.address),
    }
    several = [(locale, page_path(locale, site)) for locale in site.locales]
    wanted = [(PAGE, path, {**shared, **_words(locale), "languages": several}) for locale, path in several]
    entries = sorted(
        (entry for shelf in found for entry in shelf.entries if not entry.record.draft),
        key=_learnt,
        reverse=True,
    )
    newest = max((_updated(entry) for shelf in found for entry in shelf.entries), default=day)
    feed = {
        **shared,
        **_words(site.locales[0]),
        "entries": entries,
        "updated": newest,
        "updated_of": _updated,
        "urn": _urn,
    }
    return [*wanted, (FEED_TEMPLATE, FEED, feed)]


def _words(locale: Locale) -> Mapping[str, object]:
    """The functions and words that a template uses, in a language."""

    def say(key: str, **values: object) -> str:
        return locale.typeset(locale.text(f"site.{key}", **values))

    return {
        "locale": locale,
        "say": say,
        "day": partial(date_long, locale),
        "size": partial(_size, locale),
        "level": partial(_level, locale),
    }


def _level(locale: Locale, level: str) -> str:
    return locale.text(f"blocks.history.natures.{level}") if level else ""


def _size(locale: Locale, octets: int) -> str:
    """A size in thousands of bytes, or in millions with one decimal."""
    if octets < 1_000_000:
        return locale.text("site.kilobytes", size=number(locale, max(1, (octets + 500) // 1000)))
    return locale.text(
        "site.megabytes", size=number(locale, (Decimal(octets) / 1_000_000).quantize(Decimal("0.1")))
    )


def _link(address: str, path: str) -> str:
    return (address.rstrip("/") + "/" if address else "") + quote(path)


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _learnt(entry: Entry) -> tuple[date, str, object]:
    return _updated(entry), entry.record.engagement, entry.record.number


def _updated(entry: Entry) -> date:
    return max(entry.record.day, entry.record.signed or entry.record.day)


def _urn(*parts: str) -> str:
    """An id of an entry of the feed that does not depend on the address."""
    return uuid5(NAMESPACE_URL, _SPACE + "/".join(quote(part, safe="") for part in parts)).urn


def _fault(path: str, line: int, message: str) -> Diagnostic:
    return BAD_TEMPLATE.at(
        Span(path, line),
        f"the template cannot be used: {message}",
        "compare with the template that docgen brings",
    )
