"""A clause types a figure that the engagement states as a value.

The same figure in the text and in the data is one figure too many: when the value changes, the text contradicts it.
The values looked at are those of the sections from which the clauses of the same topic print; a figure in a
sentence that cites an article is taken to be the law's. Print the value, or waive the note where the law sets the
figure.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.values._figures import figures, repeated
from docgen.text.diagnostics import Severity

CODE = "DG332"
SEVERITY = Severity.NOTE

BAD = {
    "clauses/facturation/paiement.fr.md": """\
---
id: facturation.paiement
title: Paiement
owner: legal
review_by: 2027-11-30
---
Les factures sont payées sous {{ payment.term | words }}. Une relance suit après 30 jours.
""",
}

GOOD = {
    "clauses/facturation/paiement.fr.md": """\
---
id: facturation.paiement
title: Paiement
owner: legal
review_by: 2027-11-30
---
Les factures sont payées sous {{ payment.term | words }}. Une relance suit après un rappel.
""",
}

EXPECT = (("clauses/facturation/paiement.fr.md", 7, 82, 90),)


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Figures in the prose of the clauses that were chosen, against the values of their sections."""
    topics: dict[str, set[str]] = {}
    for clause in pack.chosen.values():
        topics.setdefault(clause.topic, set()).update(mark.path[0] for mark in shared.values(clause))
    known = repeated(pack.engagement)
    for clause in pack.chosen.values():
        for start, end, value in figures(shared.prose(clause), pack.locale):
            path = next(
                (
                    known[section, value]
                    for section in sorted(topics[clause.topic])
                    if (section, value) in known
                ),
                None,
            )
            if path is not None:
                span = clause.source.span(clause.body + start, clause.body + end)
                yield Fault(
                    span,
                    f"{shared.prose(clause)[start:end]!r} is also the value {path}",
                    f"print it: {{{{ {path} }}}}",
                )
