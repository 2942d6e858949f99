"""A clause or an article occurs twice in the outlines.

A reference leads to one place. An entry placed twice has two numbers, in one document or in two, and the parties could
read either. Keep one entry; elsewhere refer to it. Outlines of different profiles are never in one pack.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.outline import Article, Outline, UseClause, entries
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity
from docgen.text.source import Span

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
    """Every entry after the first of the same id in outlines that one pack holds; nothing refers to an article without number."""
    found: dict[tuple[str, str], list[tuple[Outline, Span]]] = {}
    for outline in shared.outlines:
        for entry in entries(outline.body):
            match entry:
                case UseClause(name, span):
                    what = "clause", name
                case Article(numbered=True):
                    what, span = ("article", entry.id), entry.span
                case _:
                    continue
            others = found.setdefault(what, [])
            first = next((place for other, place in others if other.made_beside(outline)), None)
            others.append((outline, span))
            if first is not None:
                yield Fault(
                    span,
                    f"{what[0]} {what[1]!r} occurs twice in the outlines",
                    f"it is first in {first.path}, line {first.line}: keep one",
                )
