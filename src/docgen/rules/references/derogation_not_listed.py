"""A clause departs from the CCAG-TIC and does not say so, or nothing lists the departures.

A public contract that refers to the CCAG-TIC departs from it only by the clauses that it lists. The list is made from the
`derogates` of the clauses (block `derogations`), so a clause that prints a value that the CCAG-TIC settles as well (the
penalties of its article 14: their caps, the time for observations, the penalty of delay), or whose text says "par dérogation
au CCAG-TIC", must declare it: `derogates: ["CCAG-TIC 14 : pénalités"]`.
"""

import re
from collections.abc import Iterator
from datetime import date

from docgen.assemble.derogations import CCAG, read_derogation
from docgen.model.clause import Clause
from docgen.model.outline import UseBlock, UseClause, articles
from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._scan import words_of
from docgen.text.diagnostics import Severity

CODE = "DG3201"
SEVERITY = Severity.ERROR

_PUBLIC = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts: {client_public: true, ccag_tic: true}
payment: {late_rate: ecb_plus_8}
""",
    "templates/outlines/derogations.yaml": """\
kind: derogations
title: {fr: Dérogations}
order: 9
body:
  - article: derogations
    title: {fr: Dérogations}
    content:
      - block: derogations
""",
}
BAD = _PUBLIC

GOOD = {
    **_PUBLIC,
    "clauses/penalites/exigibilite.fr.md": """\
---
id: penalites.exigibilite
title: Exigibilité
owner: legal
satisfies: [FR-CC-1231-5]
review_by: 2027-11-30
derogates: ["CCAG-TIC 14 : pénalités"]
---
Les pénalités sont dues de plein droit, sans mise en demeure préalable, dans la limite de {{ sla.credits.monthly_cap | words }} de la redevance du mois.
""",
}

EXPECT = (("clauses/penalites/exigibilite.fr.md", 2, 5, 26),)


_SETTLED = {
    ("sla", "credits", "monthly_cap"): "14",
    ("sla", "credits", "yearly_cap"): "14",
    ("sla", "credits", "contest"): "14",
    ("transition", "delay_penalty"): "14",
    ("transition", "delay_penalty_cap"): "14",
}
"""Values that an article of the CCAG-TIC settles as well."""


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The clauses of a pack that refers to the CCAG-TIC, and its outlines."""
    if not pack.engagement.facts.ccag_tic:
        return
    lists = [
        article
        for outline in pack.outlines
        for article in articles(outline)
        if any(isinstance(entry, UseBlock) and entry.block == "derogations" for entry in article.content)
    ]
    listing = {entry.clause for article in lists for entry in article.content if isinstance(entry, UseClause)}
    declared = False
    for clause in pack.chosen.values():
        named = {found.article for found in map(read_derogation, clause.derogates) if found.terms == CCAG}
        declared = declared or bool(named)
        for article, why in _departures(clause, shared) if clause.id not in listing else ():
            if not named or (article and article not in named):
                yield Fault(
                    clause.place,
                    f"{clause.id} {why}, and does not declare it",
                    f"add 'derogates: [{CCAG} {article or '…'}]'",
                )
                break
    if declared and not lists:
        yield Fault(
            pack.engagement.at("facts", "ccag_tic"),
            "no document of the pack lists the departures from the CCAG-TIC",
            "put 'block: derogations' in the last article of the contract",
        )


def _departures(clause: Clause, shared: Index) -> Iterator[tuple[str, str]]:
    for value in shared.values(clause):
        if value.path in _SETTLED:
            article = _SETTLED[value.path]
            yield (
                article,
                f"prints {'.'.join(value.path)}, which article {article} of the CCAG-TIC settles as well",
            )
    locale = shared.locales.get(clause.language)
    words = words_of(locale.checks.get("derogations", ())) if locale is not None else None
    prose = shared.prose(clause)
    for match in words.within(prose) if words is not None else ():
        if CCAG in re.split(r"[.;]\s", prose[match.end() :])[0]:
            yield "", "says that it departs from the CCAG-TIC"
