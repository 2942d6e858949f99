"""A person spends more than two days a month in committees.

Sixteen hours a month, computed from the frequency and length of each committee in which the person sits, leave too little
time for the work that the committees talk about; such people stop coming. This is a threshold of practice. Send somebody
else to one of the committees, or meet less often or shorter.
"""

from collections import defaultdict
from collections.abc import Iterator

from docgen.model.engagement import Engagement, Path
from docgen.rules._committees import MEETINGS, seats
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG481"
SEVERITY = Severity.WARNING

MOST = 16 * 60 * 12  # minutes a year

_COMMITTEE = """\
id: demo
governance:
  minutes: 1 business days
  objection: 2 business days
  committees:
    - id: copil
      acronym: COPIL
      name: comité de pilotage
      level: steering
      purpose: suivre le service
      frequency: weekly
      inputs: [rapport]
      outputs: [décisions]
      chair: dsi
"""
BAD = {
    "engagements/demo/engagement.yaml": _COMMITTEE
    + """\
      members: [dsi, compte]
      #         ^^^ DG481
      #              ^^^^^^ DG481
      duration: 4 h
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": _COMMITTEE
    + """\
      members: [dsi, compte]
      duration: 90 min
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each person over the limit, once, in the committee that takes most of their time."""
    held: dict[str, list[tuple[int, Path]]] = defaultdict(list)
    for seat in seats(engagement):
        committee = seat.committee
        minutes = committee.duration.minutes * MEETINGS[committee.frequency]
        places = {
            name: (*seat.path, "members", index) for index, name in reversed([*enumerate(committee.members)])
        }
        for name, path in {committee.chair: (*seat.path, "chair"), **places}.items():
            held[name].append((minutes, path))
    for name, meetings in held.items():
        total = sum(minutes for minutes, _ in meetings)
        if total > MOST:
            _, path = max(meetings, key=lambda meeting: meeting[0])
            hours = -(-total // (60 * 12))
            message = f"{name!r} spends {hours} hours a month in committees, more than {MOST // 12 // 60}"
            yield Fault(engagement.at(*path), message, "send somebody else, or meet less often or shorter")
