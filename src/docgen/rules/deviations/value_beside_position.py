"""A value of the engagement differs from the one that the position of a clause states.

A fallback text goes with a figure: the reasons, the approval and the counterparts were weighed for that figure. With
another one the party gives more than was approved, or took a lower position than it needed. Write the figure of the
position, or take the position of the figure.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from docgen.model.clause import Clause
from docgen.model.pack import Pack
from docgen.model.printed import Printable, lookup
from docgen.read.schemas.fields import CLIENT
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._values import known
from docgen.rules._wording import plain
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Duration, Money, Percent

CODE = "DG349"
SEVERITY = Severity.WARNING

_FALLBACK = {
    "clauses/facturation/paiement.fallback-1.fr.md": """\
---
rationale: le prestataire finance moins longtemps ses services
approver: finance
values: {payment.term: 45 days}
---
Les factures sont payées dans un délai de {{ payment.term | words }} à compter de leur réception.
""",
}

BAD = {
    **_FALLBACK,
    "engagements/demo/engagement.yaml": """\
id: demo
positions:
  - {clause: facturation.paiement, position: fallback-1, reason: trésorerie, approved_by: finance}
payment:
  term: 30 days
  #     ^^^^^^^ DG349
""",
}

GOOD = {
    **_FALLBACK,
    "engagements/demo/engagement.yaml": """\
id: demo
positions:
  - {clause: facturation.paiement, position: fallback-1, reason: trésorerie, approved_by: finance}
payment:
  term: 45 days
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """`values` of the clauses that were chosen, in the position taken."""
    for clause in pack.chosen.values():
        for dotted, expected in clause.values.items():
            path = tuple(dotted.split("."))
            found = lookup(pack.printed, path)
            if found == expected:
                continue
            positions = pack.library.clauses[clause.id]
            other = next(
                (
                    name
                    for name, texts in sorted(positions.items())
                    if _stands_for(texts, clause.language, dotted, found)
                ),
                "",
            )
            remedy = f"take position {other!r}" if other else "take another position"
            yield Fault(
                pack.engagement.at(*path),
                f"{dotted} is {_stated(found)}{_gain(path, found, expected)}, and {clause.id} at {clause.position} states {_stated(expected)}",
                f"{'leave it out' if expected is None else f'write {_stated(expected)}'}, or {remedy}",
            )


def _stands_for(texts: Mapping[str, Clause], language: str, dotted: str, value: Printable) -> bool:
    text = texts.get(language)
    return text is not None and dotted in text.values and bool(text.values[dotted] == value)


def _gain(path: tuple[str, ...], found: Printable, expected: Printable) -> str:
    """Who gains by the value found, where the schema says which way it goes."""
    field = known(path)
    gains = field.field.get("meta", {}).get("gains") if field is not None else None
    values = [_size(value) for value in (found, expected)]
    if gains is None or values[0] is None or values[1] is None or values[0] == values[1]:
        return ""
    return (
        ", better for the client"
        if (values[0] > values[1]) == (gains == CLIENT)
        else ", worse for the client"
    )


def _size(value: Printable) -> Decimal | int | None:
    match value:
        case Money(amount):
            return amount
        case Percent(points):
            return points
        case Duration():
            return value.rough_minutes
        case bool():
            return None
        case int():
            return value
    return None


def _stated(value: Printable) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return str(value).lower()
        case str():
            return repr(value)
    return plain(value)
