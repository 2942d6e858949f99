"""A glossary of an outline has no term.

A glossary prints every clause of its topic that states a `term`. A topic with none leaves an empty article of
definitions. Correct the topic, or give its clauses their terms.
"""

from collections.abc import Iterator
from datetime import date

from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity, nearest

CODE = "DG308"
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
      - glossary: definition
      #           ^^^^^^^^^^ DG308
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
    """Glossaries that the outlines place."""
    topics = frozenset(clause.topic for clause in shared.masters.values() if clause.term)
    for topic, entries in shared.glossaries.items():
        if topic not in topics:
            for entry in entries:
                yield Fault(
                    entry.span,
                    f"topic {topic!r} has no clause with a term",
                    nearest(topic, topics) or "give its clauses a 'term'",
                )
