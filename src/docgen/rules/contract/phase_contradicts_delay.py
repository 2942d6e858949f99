"""A phase lasts longer or shorter than the delay that clauses print for it.

The table of phases says nine weeks, the clause on acceptance sixty days: the date of acceptance is disputed by three days.
The phases `transition`, `prise-en-charge`, `vabf`, `vsr`, `exit` and `reversibilite` are compared with
`transition.duration`, `acceptance.vabf`, `acceptance.vsr` and `exit.duration`; a phase of another name says under `value`
which delay it lasts. Write the same length, in the same unit.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.printed import lookup
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Duration, Unit

CODE = "DG4023"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
acceptance: {vsr: 60 days}
phases:
  - id: vsr
    name: Vérification de service régulier
    start: date de début de service
    duration: 9 weeks
    #         ^^^^^^^ DG4023
    exit: procès-verbal de VSR
    deliverables: [rapport]
    committee: coproj
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
acceptance: {vsr: 9 weeks}
phases:
  - id: vsr
    name: Vérification de service régulier
    start: date de début de service
    duration: 9 weeks
    exit: procès-verbal de VSR
    deliverables: [rapport]
    committee: coproj
""",
}

_KNOWN = {
    "transition": "transition.duration",
    "prise-en-charge": "transition.duration",
    "vabf": "acceptance.vabf",
    "vsr": "acceptance.vsr",
    "exit": "exit.duration",
    "reversibilite": "exit.duration",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each phase of another length than its delay, and a path that is no delay."""
    for rank, phase in enumerate(engagement.phases):
        named = phase.value or _KNOWN.get(phase.id, "")
        path = tuple(named.split("."))
        delay = lookup(engagement.printed, path)
        if isinstance(delay, Duration):
            if _days(delay) != _days(phase.duration):
                place = engagement.at(*path)
                yield Fault(
                    engagement.at("phases", rank, "duration"),
                    f"the phase {phase.id} lasts {plain(phase.duration)}, and {named} is {plain(delay)}"
                    f" ({place.path}:{place.line})",
                    "write the same length in both places",
                )
        elif phase.value:
            place = engagement.at("phases", rank, "value")
            yield Fault(place, f"{phase.value} is no delay", "name a delay, such as acceptance.vsr")


def _days(delay: Duration) -> tuple[int, Unit]:
    """A delay in days or months; what is neither keeps its unit."""
    match delay.unit:
        case Unit.WEEK:
            return delay.amount * 7, Unit.DAY
        case Unit.MONTH | Unit.YEAR:
            return delay.months, Unit.MONTH
    return delay.amount, delay.unit
