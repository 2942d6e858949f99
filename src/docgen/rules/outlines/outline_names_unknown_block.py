"""An outline names a block that docgen does not have.

A block prints a part of the document from the data of the engagement: a table of targets, a matrix. Nothing would
stand in its place. `docgen list blocks` lists the blocks.
"""

from collections.abc import Iterator
from datetime import date

from docgen.assemble import blocks
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity, nearest

CODE = "DG307"
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
      - block: window
      #        ^^^^^^ DG307
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
      - block: windows
""",
}


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Blocks that the outlines place."""
    known = blocks.names()
    for entry in shared.blocks:
        if entry.block not in known:
            yield Fault(
                entry.span,
                f"there is no block {entry.block!r}",
                nearest(entry.block, known) or "see 'docgen list blocks'",
            )
