"""From which articles of general terms the clauses of a pack depart, as their front matter says (`derogates`)."""

import re
from typing import NamedTuple

from docgen.model.pack import Pack

CCAG = "CCAG-TIC"
_ENTRY = re.compile(r"(?P<terms>[^\s:]+)(?:\s+(?P<article>[\dA-Z][\w.-]*))?(?:\s*:\s*(?P<subject>.+))?")


class Derogation(NamedTuple):
    """A departure from general terms: `article` is its number there, `subject` what it is about; '' where not stated."""

    terms: str
    article: str
    subject: str


def read_derogation(entry: str) -> Derogation:
    """The parts of an entry of `derogates`: "CCAG-TIC 14", "CCAG-TIC 14 : pénalités", "CCAG-TIC : assurance"."""
    match = _ENTRY.fullmatch(entry.strip())
    return (
        Derogation(match["terms"], match["article"] or "", match["subject"] or "")
        if match is not None
        else Derogation(entry, "", "")
    )


def derogations(pack: Pack, terms: str) -> dict[Derogation, tuple[str, ...]]:
    """The departures from some general terms, each with the clauses of the pack that depart, in the order of its documents."""
    found: dict[Derogation, list[str]] = {}
    for clause in pack.chosen.values():
        for entry in clause.derogates:
            derogation = read_derogation(entry)
            if derogation.terms == terms:
                found.setdefault(derogation, []).append(clause.id)
    return {derogation: tuple(clauses) for derogation, clauses in found.items()}
