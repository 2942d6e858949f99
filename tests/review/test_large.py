"""Two thousand clauses changed at once."""

import time

from docgen.cli import reviews
from docgen.cli.reviews import markdown as comment
from docgen.pipeline.reviewing import review_words
from docgen.workspace import bundled

from ..git.conftest import House
from .conftest import OUTLINE, clause, reviewed

NUMBER = 2000
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


def test_two_thousand_clauses_changed_at_once(house: House) -> None:
    rows = "".join(f"      - clause: masse.c{rank}\n" for rank in range(NUMBER))
    house.write(
        OUTLINE, house.read(OUTLINE) + f"  - article: masse\n    title: {{fr: Masse}}\n    content:\n{rows}"
    )
    for rank in range(NUMBER):
        house.write(f"clauses/masse/c{rank}.fr.md", text(rank, "à la fin"))
    house.commit()
    for rank in range(NUMBER):
        house.write(f"clauses/masse/c{rank}.fr.md", text(rank, "pour finir"))
    start = time.process_time()
    review = reviewed(house, "HEAD")
    said = comment.show(review, review_words(bundled(), "fr"), False)
    page = reviews.find("html").show(review, review_words(bundled(), "fr"), False)
    spent = time.process_time() - start
    assert len(review.clauses) == NUMBER
    assert all(
        found.engagements == ("demo",) and (found.added, found.removed) == (8, 12) for found in review.clauses
    )
    assert len(said.encode()) < comment.LIMIT
    assert "éléments sont omis" in said
    assert page.count('<article class="change"') == NUMBER
    assert spent < 20
