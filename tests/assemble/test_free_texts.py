"""Recitals that print values of the engagement."""

import pytest

from docgen.rules.values.figure_in_recital import CODE as FIGURE

from ..rules.harness import check_files
from .small import clause, contract, resolved

OUTLINE = contract(("un", ["a.b"]))


def test_a_recital_prints_a_value_in_words_and_in_figures() -> None:
    facts = (
        "continuity: {rpo: 7 h}\npreamble:\n  provider: 'perte de {{ continuity.rpo }} au plus'\n"
        "  objectives: ['perdre {{ continuity.rpo | words }}', 'autre']\n"
    )
    pack = resolved(clause("a.b", "x"), OUTLINE, facts=facts)
    assert pack.engagement.preamble.provider.replace("\u00a0", " ") == "perte de 7 h au plus"
    assert pack.engagement.preamble.objectives[0].replace("\u00a0", " ") == "perdre sept (7) heures"
    assert pack.printed["preamble"]["objectives"] == pack.engagement.preamble.objectives  # type: ignore[index, call-overload]


@pytest.mark.parametrize(
    ("section", "text", "found"),
    [
        ("objectives", "tenir 99,8 % par mois", True),
        ("objectives", "dépasser les 97,8 % de 2025", False),
        ("context", "le Client exploite 99,8 % de ses ventes en ligne", False),
        ("context", "les sauvegardes datent de 7 heures au plus", True),
    ],
)
def test_a_figure_that_a_recital_types(section: str, text: str, found: bool) -> None:
    engagement = f"id: demo\ncontinuity: {{rpo: 7 h}}\npreamble: {{{section}: ['{text}']}}\n"
    faults = check_files({"engagements/demo/engagement.yaml": engagement})
    assert (FIGURE in {fault.code for fault in faults}) is found
