"""Two thousand clauses changed at once."""

import time

import pytest

from docgen.cli import reviews
from docgen.cli.reviews import markdown as comment
from docgen.model.review import Review
from docgen.pipeline.reviewing import review_words
from docgen.workspace import bundled

from ..git.conftest import SharedContext
from .conftest import OUTLINE, clause, reviewed

NUMBER = 2000
TENTH = NUMBER // 10
SAID = [
    "Le",
    "Prestataire",
    "exécute",
    "les",
    "Services",
    "avec",
    "diligence",
    "et",
    "rend",
    "compte",
    "au",
    "Client",
    "de",
    "leur",
    "avancement",
    "chaque",
    "Mois",
    "selon",
    "des",
    "modalités",
    "convenues",
]


def text(rank: int, ending: str) -> str:
    lines = (
        " ".join(
            [
                *SAID[(rank + part) % len(SAID) :],
                f"numéro {rank}-{part}",
                *SAID[: (rank * part) % len(SAID)],
                ending,
            ]
        )
        for part in range(4)
    )
    return clause(f"masse.c{rank}", "\n\n".join(f"{line}." for line in lines), title=f"Clause {rank}")


def changed(context: SharedContext, number: int) -> None:
    """So many clauses, committed, and each with another wording in the working tree."""
    rows = "".join(f"      - clause: masse.c{rank}\n" for rank in range(number))
    outline = context.read(OUTLINE).partition("  - article: masse\n")[0]
    context.write(OUTLINE, f"{outline}  - article: masse\n    title: {{fr: Masse}}\n    content:\n{rows}")
    for ending in ("à la fin", "pour finir"):
        if ending == "pour finir":
            context.commit()
        for rank in range(number):
            context.write(f"clauses/masse/c{rank}.fr.md", text(rank, ending))


def shown(context: SharedContext) -> tuple[Review, str, str, float]:
    """The review as values, as a comment and as a page, and the seconds of the processor that they took."""
    start = time.process_time()
    review = reviewed(context, "HEAD")
    said = comment.show(review, review_words(bundled(), "fr"), False)
    page = reviews.find("html").show(review, review_words(bundled(), "fr"), False)
    return review, said, page, time.process_time() - start


@pytest.mark.deep
def test_two_thousand_clauses_changed_at_once(context: SharedContext) -> None:
    changed(context, TENTH)
    some = shown(context)[-1]
    changed(context, NUMBER)
    review, said, page, spent = shown(context)
    assert len(review.clauses) == NUMBER
    assert all(
        found.engagements == ("demo",) and (found.added, found.removed) == (8, 12) for found in review.clauses
    )
    assert len(said.encode()) < comment.LIMIT
    assert "éléments sont omis" in said
    assert page.count('<article class="change"') == NUMBER
    assert spent < 20 * some, "ten times as many clauses take about ten times as long"
