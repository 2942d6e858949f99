"""An annex of the pack is not among the contract documents.

`documents.list` gives each annex its number and its rank when documents contradict one another. An annex that is
printed and not listed has neither. Add it where it belongs.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG372"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
documents:
  list:
# ^^^^ DG372
    - {id: pas, title: Plan d'assurance sécurité, version: "1.0"}
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
documents:
  list:
    - {id: sla-annex}
    - {id: pas, title: Plan d'assurance sécurité, version: "1.0"}
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The outlines of the pack that are annexes."""
    listed = {document.id for document in pack.listed}
    for outline in pack.outlines:
        if outline.annex and outline.kind not in listed:
            yield Fault(
                pack.engagement.key("documents", "list"),
                f"the annex {outline.kind!r} is not listed",
                f"add '- {{id: {outline.kind}}}' at its rank",
            )
