"""The page and the feed as texts: whole, escaped, and the same whenever they are made."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from docgen.publish.page import pages
from docgen.publish.sums import sums

from .samples import HOSTILE, many, offer, record
from .sites import DAY, made, site

ATOM = "{http://www.w3.org/2005/Atom}"


class Elements(HTMLParser):
    """The start tags of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def links(self) -> list[str]:
        return [str(attributes["href"]) for tag, attributes in self.found if tag == "a"]


@pytest.fixture(scope="module")
def french() -> str:
    return made(many())["index.html"].decode()


def test_each_language_has_its_page_and_leads_to_the_others() -> None:
    found = made(many(), "en", "fr")
    assert sorted(found) == ["feed.xml", "index.fr.html", "index.html"]
    assert b'<html lang="en">' in found["index.html"]
    assert "index.fr.html" in Elements(found["index.html"].decode()).links()
    assert "index.html" in Elements(found["index.fr.html"].decode()).links()


def test_every_file_of_every_version_is_linked_with_its_hash(french: str) -> None:
    page = Elements(french)
    for version in many():
        for file in version.files:
            assert f"{version.folder}/{file.file}" in page.links()
            assert french.count(file.sha256) >= 1


def test_what_people_wrote_stays_text(french: str) -> None:
    page = Elements(french)
    assert "".join(page.text).count(HOSTILE) >= 3
    assert [tag for tag, _ in page.found].count("script") == 1
    feed = ElementTree.fromstring(made(many())["feed.xml"])
    assert any(HOSTILE in (title.text or "") for title in feed.iter(f"{ATOM}title"))


def test_only_the_pages_own_style_and_program_may_run(french: str) -> None:
    policy = next(
        attributes["content"]
        for tag, attributes in Elements(french).found
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    for element in ("style", "script"):
        text = re.findall(f"<{element}>(.*?)</{element}>", french, re.DOTALL)
        assert len(text) == 1
        assert f"{element}-src 'sha256-{b64encode(sha256(text[0].encode()).digest()).decode()}'" in str(
            policy
        )
    assert "default-src 'none'" in str(policy)


def test_the_page_asks_for_nothing_else(french: str) -> None:
    assert not re.search(r"\b(src|srcset|poster)=|url\(|@import|https?:", french)


def test_words_of_another_language_are_marked(french: str) -> None:
    marked = [tag for tag, attributes in Elements(french).found if attributes.get("lang") == "en"]
    assert {"h2", "a"} <= set(marked)


def test_status_and_redline_are_told(french: str) -> None:
    told = " ".join("".join(Elements(french).text).split())
    for words in (
        "Version 2.0.0 Émise dernière version",
        "Version 1.1.0 Signée",
        "Version 1.0.0 Remplacée",
        "Version 2.0.1-draft Projet",
        "signée le 10 février 2027",
        "Modifications depuis la version 1.1.0",
        "Une version antérieure",
    ):
        assert words in told


def test_an_address_makes_links_whole() -> None:
    found = made(many(), address="https://contrats.example/dossiers/")
    assert all(
        link.startswith(("https://contrats.example/dossiers/", "#"))
        for link in Elements(found["index.html"].decode()).links()
    )
    feed = ElementTree.fromstring(found["feed.xml"])
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {"alternate", "self"}


def test_the_feed_tells_of_releases_and_stays_the_same() -> None:
    feed = ElementTree.fromstring(made(many())["feed.xml"])
    titles = [" ".join(str(entry.findtext(f"{ATOM}title")).split()) for entry in feed.iter(f"{ATOM}entry")]
    assert titles[0] == "Infogérance de Aurore – Version 2.0.0 (Émise)"
    assert len(titles) == 4
    assert not [title for title in titles if "draft" in title]
    for entry in (feed, *feed.iter(f"{ATOM}entry")):  # RFC 4287, 4.1.1 and 4.1.2
        assert all(entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == 4
    assert all(str(name).startswith("urn:uuid:") for name in ids)
    assert feed.findtext(f"{ATOM}updated") == "2027-05-04T00:00:00Z"
    assert made(many()) == made(many())
    assert made(many()[::-1]) == made(many())


def test_nothing_published_is_a_page_too() -> None:
    found = made(())
    assert "Aucun dossier n’est encore publié." in found["index.html"].decode()
    assert b"2026-11-24T00:00:00Z" in found["feed.xml"]


def test_a_template_with_a_fault_is_told_at_its_line() -> None:
    for broken, line in (("{{ nothing }}", 1), ("fine\n{% for %}", 2)):
        found, faults = pages(site(**{"index.html.j2": broken}), many(), DAY)
        assert "index.html" not in found
        assert {(fault.code, fault.span.path, fault.span.line) for fault in faults} == {
            ("DG506", "templates/site/index.html.j2", line)
        }


def test_sums_are_what_sha256sum_reads() -> None:
    version = offer("aurore", "1.0.0")
    lines = sums((version.record,)).decode().splitlines()
    assert lines == [
        f"{sha256(version.contents[name]).hexdigest()}  aurore/1.0.0/{name}"
        for name in ("contract.pdf", "pack.pdf")
    ]
    assert sums((record("b", "1.0.0"), record("a", "1.0.0"))) == sums(
        (record("a", "1.0.0"), record("b", "1.0.0"))
    )
