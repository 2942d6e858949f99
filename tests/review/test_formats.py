"""Formats of a review: complete, under the limit of a comment, and nothing that people wrote is more than text."""

import json
import re
from html.parser import HTMLParser

import pytest
from markdown import markdown

from docgen.cli import reviews
from docgen.cli.reviews import markdown as comment
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
from docgen.read.condition import parse_condition
from docgen.text.diagnostics import Diagnostic, Severity
from docgen.text.source import Span
from docgen.workspace import bundled

WORDS = review_words(bundled(), "fr")
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> **gras** `c` | [lien](http://mal.example) ![i](http://mal.example/i) @tous #1 \x1b[31m\u202e&lt; ~~x~~ https://mal.example"


def text(name: str = "penalites.plafond", **more: object) -> ClauseReview:
    runs = (
        Run(Op.SAME, "Le plafond est de"),
        Run(Op.REMOVED, " dix"),
        Run(Op.ADDED, " douze"),
        Run(Op.SAME, " pour cent.\nL'excédent est perdu."),
    )
    values: dict[str, object] = {
        "title": "Plafond",
        "owner": "legal",
        "engagements": ("aurore",),
        "runs": runs,
        "votes": (RoleVote("legal", Vote.MISSING),),
        **more,
    }
    return ClauseReview(
        name,
        "standard",
        "fr",
        path=f"clauses/{name}.fr.md",
        change=ChangeClass.AMENDMENT,
        fate=Fate.CHANGED,
        **values,
    )  # type: ignore[arg-type]


REVIEW = Review(
    "main (0123456789)",
    "",
    clauses=(text(), text("audit.suites")),
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
    touched=(
        Touched(
            "aurore",
            "Aurore",
            Fate.CHANGED,
            ("Contrat",),
            ("penalites.plafond",),
            1,
            "1.0.0",
            "1.0.0",
            amendment=True,
            bound=("penalites.plafond",),
        ),
    ),
    diagnostics=(Diagnostic(Span("clauses/a.md", 3, 1, 2), "DG301", Severity.ERROR, "a fault", "mend it"),),
)


def hostile(name: str) -> str:
    """The review of a change in which everything that people write is hostile."""
    clause = text(
        title=HOSTILE,
        owner=HOSTILE,
        runs=(Run(Op.REMOVED, HOSTILE), Run(Op.ADDED, HOSTILE)),
        votes=(RoleVote(HOSTILE, Vote.VOID, HOSTILE),),
    )
    value = ValueReview("title", HOSTILE, HOSTILE, "", ChangeClass.AMENDMENT, None, (HOSTILE,))
    fault = Diagnostic(Span(HOSTILE, 1, 1, 1), "DG301", Severity.ERROR, HOSTILE, HOSTILE)
    touched = Touched("aurore", HOSTILE, Fate.CHANGED, (HOSTILE,), ("a.b",), bound=(HOSTILE,))
    return reviews.find(name).show(
        Review(HOSTILE, HOSTILE, (clause,), (value,), (), (touched,), (fault,)), WORDS, False
    )


@pytest.mark.parametrize("name", reviews.names())
def test_every_format_tells_the_fault(name: str) -> None:
    assert "DG301" in reviews.find(name).show(REVIEW, WORDS, False)


@pytest.mark.parametrize("name", [name for name in reviews.names() if name != "sarif"])
def test_every_format_tells_all_that_changed(name: str) -> None:
    said = reviews.find(name).show(REVIEW, WORDS, False)
    for word in ("penalites.plafond", "audit.suites", "dix", "douze", "aurore", "legal", "1.0.0"):
        assert word in said.replace("\\", ""), word


def test_the_terminal_cannot_be_steered() -> None:
    said = hostile("terminal")
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "\\x1b[31m\\u202e" in said


def test_the_terminal_marks_words_in_colour_or_in_brackets() -> None:
    terminal = reviews.find("terminal")
    assert "est de [-dix-] {+douze+} pour cent" in terminal.show(REVIEW, WORDS, False)
    assert "\x1b[9;31mdix\x1b[0m \x1b[4;32mdouze\x1b[0m" in terminal.show(REVIEW, WORDS, True)


class Tags(HTMLParser):
    """The elements of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_a_comment_holds_text_and_no_more() -> None:
    said = hostile("markdown")
    page = Tags(markdown(said, extensions=["tables"]))
    assert {tag for tag, _ in page.found} <= {
        "h2",
        "h3",
        "p",
        "ul",
        "li",
        "strong",
        "em",
        "code",
        "br",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "del",
        "ins",
        "details",
        "summary",
    }
    assert not any(name.startswith("on") for _, attributes in page.found for name in attributes)
    assert not re.search(r"@(?!<!-- -->)", re.sub(r"`[^`\n]*`", "", said)), "nobody is mentioned"
    assert "\x1b" not in said


def test_a_page_holds_text_and_no_more() -> None:
    page = Tags(hostile("html"))
    assert [tag for tag, _ in page.found].count("script") == 1
    assert "img" not in {tag for tag, _ in page.found}
    assert not any(name.startswith("on") for _, attributes in page.found for name in attributes)
    assert not any({"src", "srcset"} & attributes.keys() for _, attributes in page.found)
    assert all((attributes.get("href") or "#").startswith("#") for _, attributes in page.found)
    assert any("<script>alert(1)</script>" in text for text in page.texts), "it is shown as it was written"


def test_json_is_complete() -> None:
    shown = json.loads(reviews.find("json").show(REVIEW, WORDS, False))
    assert set(shown) == {"base", "head", "clauses", "values", "files", "touched", "diagnostics", "counts"}
    assert shown["clauses"][0]["votes"] == [{"role": "legal", "vote": "missing", "by": ""}]
    assert shown["counts"] == {
        "amendment": 3,
        "operational": 0,
        "editorial": 0,
        "unapproved": 2,
        "errors": 1,
        "signed": 1,
    }
    assert json.loads(hostile("json"))["clauses"][0]["title"] == HOSTILE


@pytest.mark.parametrize(
    "condition",
    [
        "facts.personal_data",
        "not facts.personal_data",
        "payment.mode == 'net_days'",
        "scope.volume_commitment == 0",
        "facts.a and not (facts.b or facts.c)",
        "(facts.a and facts.b) or payment.mode == 'advance'",
        "not (facts.a and facts.b)",
    ],
)
def test_json_writes_a_condition_as_front_matter_does(condition: str) -> None:
    clause = text(sentences=(Sentence("condition", {"when": parse_condition(condition)}),))
    shown = json.loads(reviews.find("json").show(Review("main", "", (clause,)), WORDS, False))
    assert shown["clauses"][0]["sentences"] == [{"key": "condition", "values": {"when": condition}}]


def test_sarif_holds_what_fails_anew() -> None:
    (run,) = json.loads(reviews.find("sarif").show(REVIEW, WORDS, False))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["DG301"]


@pytest.mark.parametrize("number", [3, 300, 3000])
def test_a_comment_stays_under_its_limit_and_counts_what_it_leaves_out(number: int) -> None:
    many = Review("a", "b", tuple(text(f"penalites.c{rank}") for rank in range(number)))
    said = comment.show(many, WORDS, False)
    assert len(said.encode()) < comment.LIMIT
    folded = said.count("<details>")
    assert folded == said.count("</details>")
    rows = len(re.findall(r"^\| Plafond", said, re.MULTILINE))
    left = [int(found) for found in re.findall(r"^\*(\d+) éléments? ", said, re.MULTILINE)]
    assert left == [number - shown for shown in (rows, folded) if shown < number]
    assert (number == 3) is not bool(left)


def test_one_long_text_is_cut_and_says_so() -> None:
    long = tuple(
        run for _ in range(3000) for run in (Run(Op.REMOVED, "ancien texte\n"), Run(Op.ADDED, "nouveau é\n"))
    )
    said = comment.show(Review("a", "b", (text(runs=long),)), WORDS, False)
    assert len(said.encode()) < comment.LIMIT
    assert "*la suite de ce texte est omise*" in said


@pytest.mark.parametrize("name", ["terminal", "markdown", "html"])
def test_what_is_no_text_is_said_to_be_none(name: str) -> None:
    file = FileReview("templates/page/photo.css", "page", ChangeClass.EDITORIAL, Fate.CHANGED)
    assert "gabarit de page, modifiée (pas un texte)" in reviews.find(name).show(
        Review("a", "b", files=(file,)), WORDS, False
    ).replace("\\", "")


def test_nothing_is_said_plainly() -> None:
    for name in ("terminal", "markdown", "html"):
        assert "Rien n’a changé" in reviews.find(name).show(Review("a", "b"), WORDS, False)
