"""A document that is kept elsewhere is listed without a title.

docgen knows the titles of the documents that it makes; of any other it would print the id. Add the title that
stands on the document, and its version: a list that names no version names no document.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG374"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
documents:
  list:
    - {id: sla-annex}
    - {id: pas}
    #      ^^^ DG374
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
    """`documents.list`, against the documents of the pack."""
    for listed in pack.listed:
        item = pack.engagement.documents.list[listed.place]
        missing = [name for name, text in (("title", item.title), ("version", item.version)) if not text]
        if not listed.in_pack and missing:
            yield Fault(
                pack.engagement.at("documents", "list", listed.place, "id"),
                f"{item.id!r} is no document of the pack and has no {missing[0]}",
                f"add '{missing[0]}', or correct the id",
            )
