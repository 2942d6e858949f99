"""An outline has no title in the language of the engagement.

The document would print the name of the file or of the article in its place. Add the title, in the outline, under
the code of the language.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.outline import articles
from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity
from docgen.text.source import Span

CODE = "DG375"
SEVERITY = Severity.ERROR

BAD = {
    "templates/outlines/sla-annex.yaml": """\
kind: sla-annex
title: {fr: Niveaux de service, en: Service levels}
order: 2
annex: true
body:
  - article: sla-mesure
    #        ^^^^^^^^^^ DG375
    title: {en: Measurement}
    content:
      - clause: sla-mesure.periode
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


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The titles of the outlines of the pack and of their articles."""
    language = pack.locale.code
    for outline in pack.outlines:
        if language not in outline.titles:
            yield Fault(
                Span(outline.path),
                f"outline {outline.kind!r} has no title in {language!r}",
                f"add it under 'title: {{{language}: …}}'",
            )
        for article in articles(outline):
            if language not in article.titles:
                yield Fault(
                    article.span,
                    f"article {article.id!r} has no title in {language!r}",
                    f"add it under 'title: {{{language}: …}}'",
                )
