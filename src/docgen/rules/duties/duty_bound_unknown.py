"""A duty is bounded by a value that no engagement has, or that the text does not print.

`within` is the path of the delay or threshold that the text sets for the part: it is compared with what the deal states
elsewhere. A path that names nothing is compared with nothing, and one that the text does not print says something of
the text that it does not say. Mend the path, or print the value.
"""

from collections.abc import Iterator
from datetime import date

from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.walk import field_at
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._values import suggestion
from docgen.text.diagnostics import Severity

CODE = "DG4512"
SEVERITY = Severity.ERROR

_CLAUSE = """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: rapporter, by: provider, act: does, within: %s
---
Le Prestataire remet le rapport du Service sous {{ reporting.due | words }}.
"""
BAD = {
    "clauses/services/niveaux.fr.md": _CLAUSE
    % "reporting.duo}\n  #                                                        ^^^^^^^^^^^^^ DG4512",
}
GOOD = {"clauses/services/niveaux.fr.md": _CLAUSE % "reporting.due}"}


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """The bounds of every text, against the schema and the values that it prints."""
    for text in shared.texts:
        printed = {".".join(mark.path) for mark in shared.values(text)}
        for rank, duty in enumerate(text.duties):
            place = text.at(f"duties.{rank}.within")
            steps = duty.within.replace("[]", ".0").split(".")
            if not duty.within:
                continue
            if field_at(ENGAGEMENT, tuple(int(step) if step == "0" else step for step in steps)) is None:
                yield Fault(
                    place,
                    f"no engagement has a value {duty.within!r}",
                    suggestion(tuple(steps)) or "docgen explain engagement shows the values",
                )
            elif not duty.of_service and duty.within not in printed:
                yield Fault(place, f"the text does not print {duty.within}", "print it, or take 'within' out")
