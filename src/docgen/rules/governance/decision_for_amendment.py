"""A committee decides a matter that only an amendment can change.

A contract is modified by an agreement of those who can bind the parties (C. civ. art. 1193); the minutes of a committee
are none, unless the contract says so within limits. Outputs that begin with such a decision (the words are listed under
`checks.amendments` of the locale) promise more than the committee can give. Let it prepare, propose or mandate instead.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._committees import seats
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG483"
SEVERITY = Severity.WARNING

_COMMITTEE = """\
id: demo
governance:
  committees:
    - id: copil
      acronym: COPIL
      name: comité de pilotage
      level: steering
      purpose: suivre le service
      frequency: monthly
      duration: 90 min
      chair: dsi
      members: [dsi, sdm]
      inputs: [rapport mensuel]
      outputs:
        - actions à jour
"""
BAD = {
    "engagements/demo/engagement.yaml": _COMMITTEE
    + """\
        - modification des niveaux de service
        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DG483
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": _COMMITTEE
    + """\
        - proposition de modification des niveaux de service
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each output of a committee that begins with the locale's words for matters that need an amendment."""
    locale = shared.locales.get(engagement.language)
    words = (
        tuple(_plain(words) for words in locale.checks.get("amendments", ())) if locale is not None else ()
    )
    for seat in seats(engagement):
        for index, output in enumerate(seat.committee.outputs):
            if words and _plain(output).startswith(words):
                message = (
                    f"committee {seat.committee.id!r} decides a matter that needs an amendment: {output!r}"
                )
                place = engagement.at(*seat.path, "outputs", index)
                yield Fault(place, message, "let it prepare or propose the amendment")


def _plain(words: str) -> str:
    """Letters without case, with the straight apostrophe."""
    return " ".join(words.casefold().replace("’", "'").split())
