"""Too many roles work on one activity, or are consulted about it.

More than three roles that do the work is several activities under one name; more than four opinions to gather delay
every decision. These are thresholds of practice. Split the activity, or inform some roles afterwards instead.
"""

from collections.abc import Iterator, Mapping

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import rows
from docgen.text.diagnostics import Severity

CODE = "DG451"
SEVERITY = Severity.WARNING

MOST: Mapping[str, tuple[int, str]] = {
    "R": (3, "split the activity, one for each kind of work"),
    "C": (4, "inform (I) those whose opinion does not decide"),
}

_ROLES = """\
id: demo
raci:
  roles:
    - {id: sdm, name: Responsable de service, short: SDM, party: provider, level: tactical, person: sdm}
    - {id: support, name: Support, short: Support, party: provider, level: operational, person: support}
    - {id: expert, name: Experts, short: Experts, party: provider, level: operational, person: expert}
    - {id: adjoint, name: Adjoint, short: Adjoint, party: provider, level: operational, person: adjoint}
  groups:
    - id: exploitation
      name: Exploitation
      activities:
"""
BAD = {
    "engagements/demo/engagement.yaml": _ROLES
    + """\
        - {id: retablir, name: rétablir le service, letters: {sdm: A/R, support: R, expert: R, adjoint: R}}
        #      ^^^^^^^^ DG451
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": _ROLES
    + """\
        - {id: retablir, name: rétablir le service, letters: {sdm: A, support: R, expert: R, adjoint: R}}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each row with more than three R or more than four C."""
    for row in rows(engagement):
        for letter, (most, hint) in MOST.items():
            number = len(row.activity.roles(letter))
            if number > most:
                message = (
                    f"activity {row.activity.id!r} has {number} roles with letter {letter}, more than {most}"
                )
                yield Fault(row.place, message, hint)
