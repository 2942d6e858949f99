"""The documentation as a site: every page is reached, search finds, and nothing is asked of anybody else."""

import importlib.util
import re
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser, Page

from .publish.test_browser import Quiet, browser

__all__ = ["browser"]
ROOT = Path(__file__).parents[1]


def tool() -> ModuleType:
    """tools/site.py."""
    spec = importlib.util.spec_from_file_location("site_tool", ROOT / "tools/site.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SITE = tool()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site, served on this machine."""
    root = tmp_path_factory.mktemp("docs") / "site"
    SITE.build(root)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The start page; at the end nothing was asked of another machine, and nothing failed."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{address}/index.html")
    yield page
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert failed == []
    context.close()


def test_search_finds_a_rule(page: Page) -> None:
    page.get_by_placeholder("Search").first.press_sequentially(
        "DG301"
    )  # the page listens to keys, not to values
    found = page.locator(".md-search-result__item a").first
    found.wait_for()
    assert "rules.html" in (found.get_attribute("href") or "")


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Ten minutes", "Ten minutes to a pack of your own"),
        ("File formats", "File formats"),
        ("Faults", "Faults"),
        ("Review", "Review a change in git"),
        ("Publishing", "Publishing"),
        ("Extending", "How to add something"),
        ("Architecture", "The architecture of docgen"),
        ("Contributing", "Contributing"),
    ],
)
def test_a_page_is_reached_from_the_start(page: Page, name: str, heading: str) -> None:
    page.locator(".md-nav--primary").get_by_role("link", name=name, exact=True).first.click()
    page.get_by_role("heading", level=1).filter(has_text=heading).wait_for()


def test_every_page_of_the_docs_has_its_place() -> None:
    placed = set(re.findall(r"(\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE))
    pages = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert pages <= placed
    assert [path for path in placed if not (ROOT / path).is_file()] == []


def test_a_link_that_leads_nowhere_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*SITE.PAGES, "mkdocs.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "README.md").unlink()
    text = (ROOT / "README.md").read_text("utf-8")
    (tmp_path / "README.md").write_text(text.replace("(docs/rules.md)", "(docs/ruels.md)"))
    monkeypatch.setattr(SITE, "ROOT", tmp_path)
    with pytest.raises(subprocess.CalledProcessError):
        SITE.build(tmp_path / "site")
