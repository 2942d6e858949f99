"""The page in a browser: search, filter, keyboard, print, and nothing asked of anybody else."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from .samples import HOSTILE, many, offer
from .sites import made

PHONE, DESK = (390, 844), (1280, 900)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A published site, served on this machine."""
    root = tmp_path_factory.mktemp("site")
    for record in many():
        for name, content in offer(record.engagement, record.version).contents.items():
            (root / record.folder).mkdir(parents=True, exist_ok=True)
            (root / record.folder / name).write_bytes(content)
        (root / record.folder / "redline.pdf").write_bytes(b"%PDF")
    for path, content in made(many()).items():
        (root / path).write_bytes(content)
    (root / "SHA256SUMS").write_bytes(b"")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path is not None, "the tests of pages need Chromium: apt-get install chromium"
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path)
        yield started
        started.close()


class Seen:
    """A page with what it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def versions(self) -> list[str]:
        """The versions that a reader sees."""
        return [article.get_attribute("id") or "" for article in self.page.locator("article:visible").all()]

    def told(self) -> str:
        return self.page.locator("#found").inner_text()


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Seen]:
    context = browser.new_context(viewport={"width": DESK[0], "height": DESK[1]})
    page = Seen(context.new_page())
    page.page.goto(f"{address}/index.html")
    yield page
    context.close()


def test_everything_current_is_shown_at_first(seen: Seen) -> None:
    assert seen.versions() == [
        "aurore-2.0.1-draft",
        "aurore-2.0.0",
        "aurore-1.1.0",
        "boulange-1.0.0-draft",
        "mairie-1.0.0",
    ]
    assert seen.told() == "6 versions"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("boulange", ["boulange-1.0.0-draft"]),
        ("PENALITES", ["aurore-2.0.0"]),  # neither accents nor capitals count
        ("interlocuteurs 1.1.0", ["aurore-1.1.0"]),
        ("signature aurore", ["aurore-1.0.0"]),  # among the older versions too
        (many()[4].files[1].sha256[:20], ["boulange-1.0.0-draft"]),
        ("MAIRIE-2026-001", ["mairie-1.0.0"]),
        ("nothing of this kind", []),
    ],
)
def test_search(seen: Seen, words: str, found: list[str]) -> None:
    seen.page.get_by_label("Rechercher").fill(words)
    assert seen.versions() == found
    assert seen.told() == ("Aucune version ne correspond." if not found else "1 version")


@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("Projet", ["aurore-2.0.1-draft", "boulange-1.0.0-draft"]),
        ("Émise", ["aurore-2.0.0", "mairie-1.0.0"]),
        ("Signée", ["aurore-1.1.0"]),
        ("Remplacée", ["aurore-1.0.0"]),
    ],
)
def test_filter(seen: Seen, status: str, found: list[str]) -> None:
    seen.page.get_by_label("Statut").select_option(label=status)
    assert seen.versions() == found
    seen.page.get_by_label("Statut").select_option(label="Tous")
    assert len(seen.versions()) == 5


def test_the_keyboard_is_enough(seen: Seen) -> None:
    page = seen.page
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Aller aux dossiers"
    page.keyboard.press("/")
    page.keyboard.type("boulange/")
    assert page.get_by_label("Rechercher").input_value() == "boulange/"
    page.keyboard.press("Escape")
    assert len(seen.versions()) == 5
    page.keyboard.press("Enter")
    assert page.url.endswith("index.html")
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    assert "aurore-1.0.0" in seen.versions()


def test_a_link_to_an_older_version_opens_it(seen: Seen, address: str) -> None:
    seen.page.goto(f"{address}/index.en.html#aurore-1.0.0")
    assert "aurore-1.0.0" in seen.versions()


def test_a_search_can_be_kept_as_a_link(seen: Seen, address: str) -> None:
    seen.page.goto(f"{address}/index.html?q=aurore&status=signed")
    assert seen.versions() == ["aurore-1.1.0"]
    seen.page.goto(f"{address}/index.html?status=%3Cscript%3E")
    assert len(seen.versions()) == 5


def test_every_link_leads_somewhere(seen: Seen, address: str) -> None:
    targets = seen.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    assert len(targets) > 20
    for target in set(targets):
        assert target.startswith(address)
        assert seen.page.request.get(target).ok, target


def test_the_other_language(seen: Seen) -> None:
    seen.page.get_by_role("link", name="English").click()
    assert seen.page.get_by_role("heading", level=1).inner_text() == "Contract packs"
    seen.page.get_by_role("link", name="Français").click()
    assert seen.page.get_by_role("heading", level=1).inner_text() == "Dossiers contractuels"


def test_a_hostile_title_is_shown_as_it_is(seen: Seen) -> None:
    dialogs: list[object] = []
    seen.page.on("dialog", lambda dialog: (dialogs.append(dialog), dialog.dismiss()))
    seen.page.reload()
    assert seen.page.get_by_role("heading", name=HOSTILE).is_visible()
    assert dialogs == []


def test_nothing_is_asked_of_anybody_else_and_nothing_complained_of(seen: Seen, address: str) -> None:
    seen.page.get_by_label("Rechercher").fill("aurore")
    seen.page.get_by_label("Statut").select_option("signed")
    assert seen.requests == [f"{address}/index.html"]
    assert seen.complaints == []


def test_without_its_program_the_page_shows_everything(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/index.html")
    assert page.locator("search").is_hidden()
    assert page.locator("article").count() == 6
    page.locator("summary").click()
    assert page.locator("#aurore-1\\.0\\.0").is_visible()
    context.close()


@pytest.mark.parametrize(
    ("path", "size", "scheme"),
    [
        pytest.param("index.html", PHONE, "dark", id="index.html-phone-dark"),
        pytest.param("index.en.html", DESK, "light", id="index.en.html-desk-light"),
        *(
            pytest.param(*seen, marks=pytest.mark.deep)
            for seen in product(("index.html", "index.en.html"), (PHONE, DESK), ("light", "dark"))
        ),
    ],
)
def test_it_can_be_read_by_everybody(
    browser: Browser, address: str, path: str, size: tuple[int, int], scheme: str
) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/{path}#aurore-1.0.0")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_print_shows_all_that_was_found_and_no_controls(seen: Seen, tmp_path: Path) -> None:
    from pypdf import PdfReader

    seen.page.pdf(path=str(tmp_path / "print.pdf"))
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "print.pdf").pages).replace(
        "\xa0", " "
    )
    assert "Version 1.0.0" in text
    assert "Remplacée" in text
    assert many()[0].files[0].sha256[:40] in text.replace("\n", "")
    assert "Rechercher" not in text
    seen.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "aurore-1.0.0" not in seen.versions()
