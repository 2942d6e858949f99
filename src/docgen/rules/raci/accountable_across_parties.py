"""One party answers for an activity that only the other party carries out, and no duty of the contract ties them.

A matrix moves no obligation from one party to the other: who is accountable can hold the other party to the work only
through an article or a duty of the contract (C. civ. art. 1103, 1199). Name the duty (`obligation`) or the article
(`article`) in the row, or give the A to a role of the party that does the work.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._people import opposed
from docgen.rules._raci import parties, rows
from docgen.text.diagnostics import Severity

CODE = "DG446"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: ouvrir-acces, name: ouvrir les accès, letters: {sdm: A, dsi: R}}
        #                                                           ^ DG446
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {id: ouvrir-acces, name: ouvrir les accès, letters: {sdm: A, dsi: R}, article: services}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each A whose every R belongs to the other party, in a row that names neither duty nor article."""
    party = parties(engagement)
    for row in rows(engagement):
        activity = row.activity
        if activity.obligation or activity.article:
            continue
        doing = {party.get(role, "") for role in activity.roles("R")}
        for role in activity.roles("A"):
            if doing and all(opposed(party.get(role, ""), other) for other in doing):
                message = f"activity {activity.id!r} is answered for by the {party[role]} and done by the other party alone"
                yield Fault(
                    row.cell(role), message, "name the obligation or the article that binds the other party"
                )
