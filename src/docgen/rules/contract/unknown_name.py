"""A person, role, window, service or other thing is named that nothing declares.

A name is declared once (a person under `people`, a role under `raci.roles`, a window under `windows`, …) and used in many
places; a name that is declared nowhere prints as an empty cell, or leaves its promise to nobody. Correct the name, or
declare it.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._names import DECLARED, declared, mentions
from docgen.text.diagnostics import Severity, nearest

CODE = "DG458"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contacts:
  delivery: {client: production, provider: smd}
  #                                        ^^^ DG458
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contacts:
  delivery: {client: production, provider: sdm}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each name of a known kind that is not declared, wherever the schema says that one is used."""
    known = declared(engagement, shared)
    for kind, name, path, is_key in mentions(engagement):
        if kind in known and name not in known[kind]:
            place = engagement.key(*path) if is_key else engagement.at(*path)
            where = " or ".join(".".join(steps) for steps in DECLARED.get(kind, ()))
            hint = nearest(name, known[kind]) or (
                f"declare it under {where}" if where else f"write the id of the {kind}"
            )
            yield Fault(place, f"{kind} {name!r} is not declared", hint)
