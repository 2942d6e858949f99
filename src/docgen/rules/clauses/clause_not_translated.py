"""A clause that applies has no text in the language of the engagement.

The document would be printed without the clause. Translate it, or draw up the contract in the language of the
library. A library with untranslated clauses is no fault: only a pack that needs them is.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.condition import holds
from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._present import named
from docgen.text.diagnostics import Severity

CODE = "DG340"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
language: en
#         ^^ DG340
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
language: fr
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The clauses that the outlines of the pack name, in their standard position."""
    language = pack.locale.code
    if language == shared.language:
        return
    values = pack.printed
    for name in named(pack, shared):
        master = shared.masters.get(name)
        if master is not None and shared.library.find(name, language) is None and holds(master.when, values):
            yield Fault(
                pack.engagement.at("language"),
                f"{name} has no text in {language!r}",
                f"write {name.replace('.', '/', 1)}.{language}.md",
            )
