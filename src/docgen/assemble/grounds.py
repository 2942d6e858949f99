"""On which clauses the lines of a credit statement rest. A ground names the clauses that may hold it: the first chosen
one of the pack does.
"""

from collections.abc import Iterator, Mapping

from docgen.model.clause import Clause
from docgen.model.document import Document
from docgen.model.pack import Pack
from docgen.model.sla import Measure, Promise
from docgen.model.tree import divisions
from docgen.sla.rates import Compliance
from docgen.sla.statement import IndicatorLine, Statement

GROUNDS: Mapping[str, tuple[str, ...]] = {
    "availability": ("sla-disponibilite.formule",),
    "gti": ("sla-delais.gti",),
    "gtr": ("sla-delais.gtr",),
    "measure": ("sla-mesure.arrondi",),
    "percentile": ("sla-mesure.centile",),
    "sample": ("sla-mesure.echantillon",),
    "nothing-measured": ("sla-mesure.absence",),
    "unmeasured": ("niveaux-de-service.mesure",),
    "scale": ("sla-penalites.baremes",),
    "base": ("penalites.assiette-service", "penalites.assiette-totale"),
    "repetition": ("sla-penalites.repetition",),
    "rounding": ("sla-penalites.arrondi-au-plus-proche", "sla-penalites.arrondi-au-pair", "sla-penalites.arrondi-inferieur"),
    "cumulation": ("penalites.cumul-maximum", "penalites.cumul-somme"),
    "cap": ("penalites.plafond", "penalites.plafond-total"),
    "grace": ("niveaux-de-service.rodage",),
    "refund": ("penalites.restitution-totale", "penalites.restitution-partielle"),
    "bonus": ("penalites.bonus",),
    "termination": ("penalites.echec-repete",),
    "merged": ("sla-disponibilite.fusion",),
    "maintenance": ("sla-disponibilite.maintenance",),
    "exclusion": ("sla-disponibilite.exclusions",),
    "attribution": ("sla-mesure.rattachement",),
    "suspension": ("sla-temps.suspension",),
}  # fmt: skip


def ground(pack: Pack, name: str) -> Clause | None:
    """The clause that holds a ground, None when the pack has none."""
    return next((pack.chosen[clause] for clause in GROUNDS[name] if clause in pack.chosen), None)


def grounds_of(line: IndicatorLine, statement: Statement) -> Iterator[str]:
    """The grounds of an indicator's line, in the order of the computation."""
    measure = line.sheet.measure
    if line.result.unmeasured:
        yield "unmeasured"
    elif line.result.status is Compliance.NOT_APPLICABLE:
        yield "nothing-measured"
    elif measure is Measure.ON_TIME_RATE:
        yield line.sheet.clock or Promise.GTR
    else:
        yield measure if measure in GROUNDS else "measure"
    if line.result.allowed is not None:
        yield "sample"
    if line.settled.charges:
        yield "scale"
        if line.settled.grace:
            yield "grace"
        elif line.settled.missed > 1:
            yield "repetition"
        if any(not charge.kept for charge in line.settled.charges):
            yield "cumulation"
        if line.settled.credited < sum(charge.raised.value for charge in line.settled.charges if charge.kept):
            yield "cap"


def places(documents: tuple[Document, ...]) -> Mapping[str, tuple[str, str]]:
    """The place of each clause: its number, and the kind of its document."""
    return {
        division.clause: (division.number, document.kind)
        for document in documents
        for division in divisions(document.children)
        if division.clause and division.number
    }
