"""A letter of the matrix disagrees with the text of a clause.

A clause states in `duties` who decides an activity, does it, approves it, is heard or informs of it. In the matrix, who
decides holds the A, who does it an R, who approves or is heard an A, R or C; who informs holds an A or R, and the other
party has a letter. Where several decide up to a threshold each, the A is with the one without a threshold and the others
have a say. Where a committee alone decides, no party holds the A. Mend the matrix or the clause: both are signed.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.duties import Act
from docgen.model.pack import Pack
from docgen.model.parties import PartyKind
from docgen.model.raci import Role
from docgen.rules._duties import COMMITTEES, Committed, committed, deciders, rows_by_activity
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._raci import PARTIES, Row, roles
from docgen.text.diagnostics import Severity

CODE = "DG4501"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/services/niveaux.fr.md": """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: decider, by: provider, act: decides}
  #            ^^^^^^^ DG4501
---
Le Prestataire décide des changements du Service, sur lesquels le Client est consulté.
""",
    "engagements/demo/engagement.yaml": """\
id: demo
raci:
  groups:
    - id: contrat
      name: Gestion du contrat
      activities:
        - {id: decider, name: décider des changements, letters: {dsi: A/R, achats: I, sdm: C, compte: I}}
        #                                                             ^^^ DG4501
        - {id: exploiter, name: exploiter le serveur, letters: {sdm: A/R, dsi: I}, obligation: disponibilite, service: hebergement}
        - {id: rapporter, name: remettre les rapports, letters: {sdm: A/R, dsi: I}, obligation: rapports}
""",
}
GOOD = {
    "clauses/services/niveaux.fr.md": """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: decider, by: client, act: decides}
  - {activity: decider, by: provider, act: advises}
---
Le Client décide des changements du Service, sur lesquels le Prestataire est consulté.
""",
    "engagements/demo/engagement.yaml": """\
id: demo
""",
}

_LETTERS = {
    Act.DOES: ("R",),
    Act.APPROVES: ("A", "R", "C"),
    Act.ADVISES: ("A", "R", "C"),
    Act.INFORMS: ("A", "R"),
}
_SAY = ("A", "R", "C")


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Each duty of the chosen clauses, against the row of its activity; a disagreement is placed in both."""
    rows = rows_by_activity(pack.engagement)
    decide = deciders(pack)
    for part in committed(pack):
        row = rows.get(part.duty.activity)
        if row is None or not row.activity.letters:
            continue
        for message, places in _disagreements(part, row, decide.get(part.duty.activity, ())):
            hint = f"mend the row {row.activity.id!r} of the matrix, or the clause {part.clause.id!r}"
            for place in (
                *(row.cell(role) for role in places),
                *(() if places else (row.letters_key,)),
                part.place,
            ):
                yield Fault(place, message, hint)


def _disagreements(
    part: Committed, row: Row, decide: tuple[Committed, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is wrong, with the roles whose letters are."""
    duty, name = part.duty, part.clause.id
    last = tuple(other for other in decide if not other.duty.within) or decide
    if duty.act is Act.DECIDES and part in last:
        accountable = row.activity.roles("A")
        if all(other.duty.by in COMMITTEES for other in last) and accountable:
            yield (
                f"{name} lets a committee decide {duty.activity!r}, and {accountable[0]!r} alone holds the A",
                accountable,
            )
        elif duty.parties and not any(
            _holders(other, row, party, ("A",)) for other in last for party in other.duty.parties
        ):
            yield (
                f"{name} lets the {_actor(part)} decide {duty.activity!r}, which does not hold the A",
                accountable,
            )
    wanted = (
        _SAY
        if duty.act is Act.DECIDES and (part not in last or len(duty.parties) > 1)
        else _LETTERS.get(duty.act)
    )
    for party in duty.parties if wanted else ():
        if not _holders(part, row, party, wanted or ()):
            held = tuple(role for role in _roles(part, row, party) if role in row.activity.letters)
            yield (
                f"{name}: the {party} {duty.act} {duty.activity!r}, and has no {' or '.join(wanted or ())} there",
                held,
            )
    if duty.act is Act.INFORMS:
        for other in sorted(PARTIES - set(duty.parties)):
            if not any(role.party == other for role in _with_letters(row)):
                yield f"{name}: the {other} is informed of {duty.activity!r}, and has no letter there", ()


def _actor(part: Committed) -> str:
    level = part.duty.level
    return f"{part.duty.by} ({level})" if level else str(part.duty.by)


def _roles(part: Committed, row: Row, party: PartyKind) -> tuple[str, ...]:
    """The roles of a party that may act: of the level that the duty names."""
    level = part.duty.level
    return tuple(
        role.id for role in row.engagement.raci.roles if role.party == party and level in (None, role.level)
    )


def _holders(part: Committed, row: Row, party: PartyKind, letters: tuple[str, ...]) -> tuple[str, ...]:
    held = {role for letter in letters for role in row.activity.roles(letter)}
    return tuple(role for role in _roles(part, row, party) if role in held)


def _with_letters(row: Row) -> Iterator[Role]:
    known = roles(row.engagement)
    return (known[role] for role in row.activity.letters if role in known)
