"""An engagement omits an article that is not optional.

An outline says which articles may be left out and keep their number with the words 'without object'. The others
carry duties on which other articles rely. Negotiate a position of the clause instead, or make the article optional
in the outline.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG345"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
omitted:
  - article: confidentialite
    #        ^^^^^^^^^^^^^^^ DG345
    reason: accord séparé
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
omitted:
  - article: sla-mesure
    reason: sans indicateur
""",
    "templates/outlines/sla-annex.yaml": """\
kind: sla-annex
title: {fr: Niveaux de service, en: Service levels}
order: 2
annex: true
body:
  - article: sla-mesure
    title: {fr: Mesure, en: Measurement}
    optional: true
    content:
      - clause: sla-mesure.periode
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """`omitted`, for articles that exist."""
    articles = shared.articles
    for rank, item in enumerate(engagement.omitted):
        if any(not article.optional for article in articles.get(item.article, ())):
            yield Fault(
                engagement.at("omitted", rank, "article"),
                f"article {item.article!r} is not optional",
                "take a position of its clauses, or make it optional in the outline",
            )
