"""An entry of an outline cannot be placed in a document.

An entry is an article with its title, a clause, a block or a glossary, and only one of them; the kind that an
outline states is the name of its file. Otherwise nobody could say what the document prints there.
"""

from docgen.text.diagnostics import Severity

CODE = "DG303"
SEVERITY = Severity.ERROR

BAD = {
    "templates/outlines/sla-annex.yaml": """\
kind: sla-annex
title: {fr: Niveaux de service, en: Service levels}
order: 2
annex: true
body:
  - article: sla-mesure
    #        ^^^^^^^^^^ DG303
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
