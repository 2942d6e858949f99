"""A clause or an article occurs twice in the outlines.

A reference leads to one place. What occurs twice has two numbers, in one document or in two, and the parties could
read either. Keep one entry; elsewhere refer to it.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG309"
SEVERITY = Severity.ERROR

BAD = {
    "templates/outlines/sla-annex.yaml": """\
kind: sla-annex
title: {fr: Niveaux de service, en: Service levels}
order: 2
annex: true
body:
  - article: sla-mesure
    title: {fr: Mesure, en: Measurement}
    content:
      - clause: sla-mesure.periode
      - clause: sla-mesure.periode
      #         ^^^^^^^^^^^^^^^^^^ DG309
""",
}

GOOD = {
    "templates/outlines/sla-annex.yaml": """\
kind: sla-annex
title: {fr: Niveaux de service, en: Service levels}
order: 2
annex: true
body:
  - article: sla-mesure
    title: {fr: Mesure, en: Measurement}
    content:
      - clause: sla-mesure.periode
""",
}


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Every entry after the first of the same id; nothing refers to an article without number."""
    numbered = {
        name: tuple(article for article in articles if article.numbered)
        for name, articles in shared.articles.items()
    }
    for what, groups in (("clause", shared.placed), ("article", numbered)):
        for name, entries in groups.items():
            if not entries:
                continue
            first = entries[0].span
            for entry in entries[1:]:
                yield Fault(
                    entry.span,
                    f"{what} {name!r} occurs twice in the outlines",
                    f"it is first in {first.path}, line {first.line}: keep one",
                )
