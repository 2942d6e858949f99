"""Nobody of a level can be reached during a window in which it may be called.

Delays that run at night call people at night: each level needs, on each side, somebody who answers in every window in
which a priority of its own is counted. A person answers during their `window`, and at any hour with a `phone_24x7`. Give
a contact such a telephone or a wider window, or count the priority in a window that is served.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.model.governance import Person
from docgen.model.sla import WeekWindow
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._people import Called, on_path
from docgen.rules.escalation._coverage import gap
from docgen.text.diagnostics import Severity

CODE = "DG466"
SEVERITY = Severity.WARNING

_WINDOWS = """\
id: demo
windows:
  - {id: 24x7, name: permanence, always: true}
  - {id: HO, name: heures ouvrées, week: {monday: [08:00-18:00], tuesday: [08:00-18:00]}}
people:
  - {id: dsi, party: client, name: Un EXEMPLE, function: DSI, phone: +33 4 65 71 00 01, email: dsi@client.example, window: 24x7}
  - {id: sdm, party: provider, name: Un MODÈLE, function: SDM, phone: +33 4 65 71 01 01, email: sdm@prestataire.example, window: HO}
  - {id: compte, party: provider, name: Deux MODÈLE, function: compte, phone: +33 4 65 71 01 02, email: compte@prestataire.example, window: HO{phone}}
sla:
  responses:
    - {priority: P1, window: 24x7, gti: 15 min, gtr: 4 h, update: 30 min, workaround: true}
escalation:
  functional:
    - {id: N1, name: Support, role: qualifie, contacts: [dsi]}
  levels:
    - id: H1
      name: Livraison
      role: coordonne
      provider: [sdm, compte]
{mark}      client: [dsi]
      answer: 30 min
      delays: {P1: 1 h, P2: 2 h}
"""
BAD = {
    "engagements/demo/engagement.yaml": _WINDOWS.replace("{phone}", "").replace(
        "{mark}", "     #^^^^^^^^ DG466\n"
    ),
}
GOOD = {
    "engagements/demo/engagement.yaml": _WINDOWS.replace(
        "{phone}", ", phone_24x7: +33 6 39 98 01 01"
    ).replace("{mark}", ""),
}

ALWAYS = WeekWindow("", "", always=True)


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each list of people that leaves part of a window unanswered, with the first such time of the week."""
    for way in on_path(engagement):
        for called in way:
            answering = _answering(engagement, called)
            if answering is None:
                continue
            for window in _windows(engagement, called):
                hole = gap(window, answering)
                if hole is not None:
                    who = f"nobody of the {called.side}" if called.side else "nobody"
                    message = f"{who} answers at {called.level.id!r} in window {window.id!r}: {hole}"
                    hint = "give one of them a 'phone_24x7' or a wider window, or name another person"
                    yield Fault(engagement.key(*called.path), message, hint)


def _windows(engagement: Engagement, called: Called) -> tuple[WeekWindow, ...]:
    """The windows in which the level's priorities are counted; the first functional level takes all."""
    delays = called.level.delays
    names = dict.fromkeys(
        response.target.window
        for response in engagement.sla.responses
        if not delays or response.target.priority in delays
    )
    found = (engagement.sla.window(name) for name in names)
    return tuple(window for window in found if window is not None)


def _answering(engagement: Engagement, called: Called) -> tuple[WeekWindow, ...] | None:
    """The windows of the people of a level; None when a person or a window is not declared."""
    people = [engagement.person(name) for name in called.people]
    windows = [_window(engagement, person) for person in people if person is not None]
    found = tuple(window for window in windows if window is not None)
    return found if len(found) == len(people) else None


def _window(engagement: Engagement, person: Person) -> WeekWindow | None:
    return ALWAYS if person.phone_24x7 else engagement.sla.window(person.window)
