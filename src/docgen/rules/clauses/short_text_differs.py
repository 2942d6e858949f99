"""A short text does not say what the clause says at length.

A short text is the same clause in fewer words: it prints the same values, and what the front matter of the master claims
(duties, ends, caps, requirements) holds of it. What it leaves out on purpose is declared in its front matter, by field:
`without: {values: [liability.cap_floor], satisfies: [FR-CC-1170]}`. Print the value, or declare the difference; the
declaration of what is no difference is a fault too.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from docgen.model.clause import SHORT, Clause
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG3111"
SEVERITY = Severity.ERROR

BAD = {
    "clauses/facturation/paiement.short.fr.md": """\
---
title: Paiement
#      ^^^^^^^^ DG3111
---
Les factures se paient à leur échéance.
""",
}

GOOD = {
    "clauses/facturation/paiement.short.fr.md": """\
---
title: Paiement
---
Paiement sous {{ payment.term }}.
""",
}

_OWN = frozenset(
    {"id", "title", "language", "source", "body", "position", "spans", "without", "waivers", "approvals", "values",
     "rationale", "approver", "term", "forms", "satisfies"}
)  # fmt: skip
"""What a text has of its own, and the requirements, of which `without` takes some off."""


def check_library(shared: Index, today: date) -> Iterator[Fault]:
    """Every short text, against the text of the same language in the standard position."""
    for text in shared.texts:
        if text.position != SHORT:
            continue
        whole = shared.library.find(text.id, text.language)
        if whole is not None:
            yield from _values(shared, text, whole)
            yield from _claims(text, whole)


def _values(shared: Index, text: Clause, whole: Clause) -> Iterator[Fault]:
    said = {".".join(mark.path) for mark in shared.values(whole)}
    kept = {".".join(mark.path): mark.span for mark in shared.values(text)}
    left_out = set(text.without.get("values", ()))
    for path in sorted(said - kept.keys() - left_out):
        yield Fault(
            text.at("title"),
            f"the short text does not print {path}, which {whole.source.path} does",
            f"print it, or declare it: 'without: {{values: [{path}]}}'",
        )
    for path in sorted(kept.keys() - said):
        yield Fault(
            kept[path],
            f"{path} is printed here and not by {whole.source.path}",
            "print it in both, or in neither",
        )
    for path in sorted(left_out & (kept.keys() | (left_out - said))):
        yield Fault(
            text.at("without"), f"{path} is declared as left out, and it is not", f"take {path} off the list"
        )


def _claims(text: Clause, whole: Clause) -> Iterator[Fault]:
    """Each claim of the front matter that the short text states otherwise; new fields are compared like the old ones."""
    for field in fields(Clause):
        name = field.name
        if name not in _OWN and name not in text.without and getattr(text, name) != getattr(whole, name):
            yield Fault(
                text.at(name),
                f"the short text states another {name!r} than {whole.source.path}",
                f"state the same, or declare it: 'without: {{{name}: [...]}}'",
            )
    for claim in sorted(set(text.without.get("satisfies", ())) - set(whole.satisfies)):
        yield Fault(text.at("without"), f"{whole.id} does not satisfy {claim}", f"take {claim} off the list")
