"""A requirement of law that a full pack fulfils is fulfilled by no clause of this one.

A short pack has documents of its own and leaves clauses out. What the law asks of the deal does not depend on its length:
each requirement of law that a clause of the full pack fulfils has a clause here. Place the clause in an outline of the
profile, or a shorter one that fulfils the same requirement. Requirements of DORA, NIS 2 and the Data Act count where the
facts of the deal say that they apply; those of standards do not.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from docgen.assemble.select import chosen_clauses
from docgen.model.condition import holds
from docgen.model.engagement import Engagement
from docgen.model.pack import Pack
from docgen.model.profile import Profile
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4811"
SEVERITY = Severity.ERROR

_OUTLINE = """\
kind: vigilance
title: {fr: Vigilance, en: Due diligence}
order: 9
profiles: [%s]
body:
  - article: vigilance
    title: {fr: Vigilance, en: Due diligence}
    content:
      - clause: conformite.detachement
"""
_CLAUSE = """\
---
id: conformite.detachement
title: Détachement
owner: legal
satisfies: [FR-CT-L1262-2-1]
review_by: 2027-11-30
---
Le Prestataire remet la déclaration de détachement.
"""
BAD = {
    "clauses/conformite/detachement.fr.md": _CLAUSE,
    "templates/outlines/vigilance.yaml": _OUTLINE % "full",
    "engagements/demo/engagement.yaml": """\
id: demo
profile: short
#        ^^^^^ DG4811
""",
}
GOOD = {
    "clauses/conformite/detachement.fr.md": _CLAUSE,
    "templates/outlines/vigilance.yaml": _OUTLINE % "full, short",
    "engagements/demo/engagement.yaml": """\
id: demo
profile: short
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The requirements of the clauses that a full pack would hold, against those of this pack."""
    engagement = pack.engagement
    if engagement.profile is Profile.FULL:
        return
    values, language = pack.printed, pack.locale.code
    outlines = tuple(
        outline
        for outline in shared.outlines
        if not outline.on_request and outline.made_in(Profile.FULL) and holds(outline.when, values)
    )
    full = replace(engagement, profile=Profile.FULL)
    here = {requirement for clause in pack.chosen.values() for requirement in clause.satisfies}
    for name, clause in sorted(dict(chosen_clauses(full, outlines, pack.library, language, values)).items()):
        for requirement in clause.satisfies:
            if requirement not in here and _applies(requirement, engagement):
                here.add(requirement)
                yield Fault(
                    engagement.at("profile"),
                    f"no clause of this {engagement.profile} pack fulfils {requirement}, which {name} does in a full one",
                    f"place {name} in an outline of the profile",
                )


def _applies(requirement: str, engagement: Engagement) -> bool:
    facts = engagement.facts
    regime = requirement.partition("-")[0]
    return {
        "FR": True,
        "GDPR": facts.personal_data,
        "DORA": facts.client_financial_entity,
        "NIS2": facts.client_nis2_entity,
        "DA": facts.cloud_service,
    }.get(regime, False)
