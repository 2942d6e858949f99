"""The page in a browser: filters, keys, views, print, and nothing asked of anybody else."""

import re
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from docgen.cli import reviews
from docgen.model.changes import ChangeClass, Op, Run
from docgen.model.parties import PartyKind
from docgen.model.review import (
    ClauseReview,
    Fate,
    FileReview,
    Review,
    RoleVote,
    Sentence,
    Touched,
    ValueReview,
    Vote,
)
from docgen.pipeline.reviewing import review_words
from docgen.text.diagnostics import Diagnostic, Severity
from docgen.text.source import Span
from docgen.workspace import bundled

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
HOSTILE = "<script>window.owned = 1</script><img src=x onerror='window.owned = 1'>"
OLD, NEW = "Le plafond est de dix pour cent.", "Le plafond est de douze pour cent."
RUNS = (
    Run(Op.SAME, "Le plafond est de"),
    Run(Op.REMOVED, " dix"),
    Run(Op.ADDED, " douze"),
    Run(Op.SAME, " pour cent.\nVoir {{ sla.credits.monthly_cap | words }} et [[penalites.assiette]]."),
)


def clause(
    name: str, title: str, change: str, owner: str, engagements: tuple[str, ...], vote: Vote = Vote.PRESENT
) -> ClauseReview:
    return ClauseReview(
        name, "standard", "fr", title, f"clauses/{name.replace('.', '/')}.fr.md", owner, change, Fate.CHANGED,
        runs=RUNS, sentences=(Sentence("owner.changed", {"old": "finance", "new": owner}),), engagements=engagements, votes=(RoleVote("legal", vote, "A"),),
    )  # fmt: skip


REVIEW = Review(
    "main (0123456789)",
    "",
    clauses=(
        clause(
            "penalites.plafond",
            "Pénalités plafonnées",
            ChangeClass.AMENDMENT,
            "legal",
            ("aurore", "boulange"),
            Vote.MISSING,
        ),
        clause("audit.frequence", HOSTILE, ChangeClass.AMENDMENT, "quality", ("aurore",), Vote.VOID),
        clause("exploitation.reunions", "Réunions", ChangeClass.OPERATIONAL, "delivery", ("boulange",)),
    ),
    values=(
        ValueReview(
            "sla.credits.monthly_cap",
            "Plafond mensuel",
            "15 %",
            "12 %",
            ChangeClass.AMENDMENT,
            PartyKind.PROVIDER,
            ("aurore",),
        ),
    ),
    files=(
        FileReview(
            "templates/page/a.css",
            "page",
            ChangeClass.EDITORIAL,
            Fate.CHANGED,
            (Run(Op.SAME, "a"), Run(Op.ADDED, " b")),
            (),
            ("aurore", "boulange"),
        ),
    ),
    touched=(
        Touched(
            "aurore",
            "Aurore",
            Fate.CHANGED,
            ("Contrat", "Convention"),
            ("penalites.plafond",),
            1,
            "1.1.0",
            "1.0.0",
            None,
            True,
            ("audit.frequence",),
        ),
        Touched("boulange", "Boulange", Fate.CHANGED, ("Contrat",), ("penalites.plafond",)),
    ),
    diagnostics=(Diagnostic(Span("clauses/a.md", 3, 1, 2), "DG301", Severity.ERROR, "a fault", "mend it"),),
)


class Seen:
    """A page with what it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def changes(self) -> list[str]:
        """The changes that a reader sees."""
        return [article.get_attribute("id") or "" for article in self.page.locator("article:visible").all()]

    def count(self) -> str:
        return self.page.locator(".shown").inner_text()

    def focus(self) -> str:
        """The change in which the focus is."""
        return str(self.page.evaluate("document.activeElement.closest('article')?.id"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path is not None, "the tests of pages need Chromium: apt-get install chromium"
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path)
        yield started
        started.close()


@pytest.fixture(scope="module", params=["fr", "en"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page in a language, as a file."""
    file: Path = tmp_path_factory.mktemp("review") / "review.html"
    file.write_text(reviews.find("html").show(REVIEW, review_words(bundled(), request.param), False), "utf-8")
    return file.as_uri()


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Seen]:
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    page = Seen(context.new_page())
    page.page.goto(address)
    yield page
    assert page.complaints == []
    assert page.requests == [address] or all(asked.startswith(address) for asked in page.requests)
    assert page.page.evaluate("window.owned") is None
    context.close()


ALL = ["clause-1", "clause-2", "clause-3", "value-1", "file-1"]


def test_everything_is_shown_at_first(seen: Seen) -> None:
    assert seen.changes() == ALL
    assert seen.count().startswith("5 ")
    assert seen.page.locator("#clause-2 h3").inner_text().startswith(HOSTILE)


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("class", "operational", ["clause-3"]),
        ("class", "amendment", ["clause-1", "clause-2", "value-1"]),
        ("owner", "quality", ["clause-2"]),
        ("engagement", "boulange", ["clause-1", "clause-3", "file-1"]),
    ],
)
def test_filters(seen: Seen, name: str, value: str, found: list[str]) -> None:
    select = seen.page.locator(f"select[name={name}]")
    select.select_option(value)
    assert seen.changes() == found
    assert seen.count().startswith(f"{len(found)} ")
    select.select_option("")
    assert seen.changes() == ALL


def test_filters_and_search_together(seen: Seen) -> None:
    seen.page.locator("select[name=engagement]").select_option("aurore")
    seen.page.locator("input[type=search]").fill("PENALITES plafon")  # neither accents nor capitals count
    assert seen.changes() == ["clause-1"]
    seen.page.locator("input[type=search]").fill("rien de tel")
    assert seen.changes() == []
    assert not any(heading.is_visible() for heading in seen.page.locator(".group h2").all())
    seen.page.locator("button[data-do=reset]").click()
    assert seen.changes() == ALL


def test_both_views_say_the_same(seen: Seen) -> None:
    page = seen.page
    assert page.locator("#clause-1 .inline").is_visible()
    assert not page.locator("#clause-1 .sides").is_visible()
    page.locator("input[value=sides]").check()
    assert not page.locator("#clause-1 .inline").is_visible()
    old, new = page.locator("#clause-1 .sides tbody tr").first.locator("td").all()
    said = [
        re.sub(r"\[\w+\] ", "", cell.text_content() or "") for cell in (old, new)
    ]  # what only a screen reader says
    assert said == [OLD, NEW]
    assert page.locator("#clause-1 .sides ins .vh").inner_text().strip() in ("[added]", "[ajouté]")
    assert page.locator("#clause-1 .sides code.value").first.inner_text() == "sla.credits.monthly_cap | words"


def test_the_keyboard_is_enough(seen: Seen) -> None:
    page = seen.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    assert seen.focus() == "clause-1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert seen.focus() == "clause-2"
    page.keyboard.press("Enter")
    assert not page.locator("#clause-2 details").evaluate("details => details.open")
    page.keyboard.press("v")
    assert page.locator("#clause-1 .sides").is_visible()
    assert page.locator("input[value=sides]").is_checked()
    page.keyboard.press("/")
    page.keyboard.type("v/jk")  # letters again
    assert page.locator("input[type=search]").input_value() == "v/jk"
    page.keyboard.press("Escape")
    assert seen.changes() == ALL
    assert page.locator("#clause-1 .sides").is_visible(), "the view stays"


def test_folding(seen: Seen) -> None:
    seen.page.locator("button[data-do=collapse]").click()
    assert not seen.page.locator("#clause-1 .inline").is_visible()
    seen.page.locator("button[data-do=expand]").click()
    assert seen.page.locator("#clause-1 .inline").is_visible()


def test_a_link_to_a_hidden_change_shows_it(seen: Seen) -> None:
    seen.page.locator("select[name=class]").select_option("operational")
    seen.page.locator("button[data-do=collapse]").click()
    seen.page.locator("a[href='#clause-1']").click()
    assert "clause-1" in seen.changes()
    assert seen.page.locator("#clause-1 .inline").is_visible()
    assert seen.focus() == "clause-1"


@pytest.mark.parametrize(
    ("scheme", "size", "view"),
    [
        pytest.param("light", DESK, "inline", id="light-desk-inline"),
        pytest.param("dark", PHONE, "sides", id="dark-phone-sides"),
        *(
            pytest.param(*seen, marks=pytest.mark.deep)
            for seen in product(("light", "dark"), (DESK, PHONE), ("inline", "sides"))
        ),
    ],
)
def test_no_barrier(browser: Browser, address: str, scheme: str, size: dict[str, int], view: str) -> None:
    """axe-core finds nothing, and nothing leaves the width of a phone."""
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.locator(f"input[value={view}]").check()
    found = [violation["id"] for violation in Axe().run(page).response["violations"]]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    context.close()


def test_on_paper(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.locator("button[data-do=collapse]").click()
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert not page.locator("select").first.is_visible()
    assert page.locator(".shown").is_visible(), "how many changes the filters left"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#clause-1 .inline").is_visible()
    assert (
        page.locator("#clause-1 ins").first.evaluate("one => getComputedStyle(one).textDecorationLine")
        == "underline"
    )
    assert (
        page.locator("#clause-1 del").first.evaluate("one => getComputedStyle(one).textDecorationLine")
        == "line-through"
    )
    context.close()


def test_without_programs_everything_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=DESK, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    assert page.locator("#clause-1 .inline").is_visible()
    assert not page.locator("form").is_visible()
    context.close()
