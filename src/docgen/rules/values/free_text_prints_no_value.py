"""A recital prints something that is no value of the engagement.

Recitals and objectives may print values as clauses do: `{{ continuity.rpo | words }}`. What stands between the braces is a
path of the schema, or a computed value, with the filters `words` and `count`; else the sentence would have a hole.
"""

from collections.abc import Iterator

from docgen.assemble.free_texts import marks
from docgen.model.engagement import Engagement
from docgen.model.printed import lookup
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._values import known, suggestion
from docgen.text.diagnostics import Severity

CODE = "DG3320"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
preamble:
  provider: Le Prestataire perd au plus {{ continuity.rpos | words }} de Données.
  #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DG3320
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
preamble:
  provider: Le Prestataire perd au plus {{ continuity.rpo | words }} de Données.
""",
}

_REFUSED = {"items", "articles"}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Every mark of every recital."""
    for place, mark in marks(engagement):
        path = ".".join(mark.path)
        field = known(mark.path) if not mark.fault else None
        if mark.fault:
            yield Fault(engagement.at(*place), f"what stands between the braces {mark.fault}", "write a path")
        elif field is None or not field.printable:
            hint = suggestion(mark.path) or "name one value of the engagement"
            yield Fault(engagement.at(*place), f"{path} is no value of the engagement", hint)
        elif _REFUSED & set(mark.filters):
            yield Fault(
                engagement.at(*place), f"{path} is printed in a sentence", "use the filter 'words' or none"
            )
        elif mark.path[0] != "computed" and lookup(engagement.printed, mark.path) is None:
            yield Fault(
                engagement.at(*place), f"{path} is not stated", "state it, or take it out of the sentence"
            )
