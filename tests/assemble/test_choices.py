"""A fixed choice that a clause prints has a name in every language."""

from pathlib import Path

import pytest

from docgen.read.locale import read_locale
from docgen.read.schemas.terms import TERMS
from docgen.text.source import Source

LOCALES = Path(__file__).parents[2] / "templates" / "locales"
CARVE_OUTS = TERMS["liability"]["schema"]["carve_outs"]["schema"]["allowed"]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("word", CARVE_OUTS)
def test_each_case_without_a_cap_has_a_name(language: str, word: str) -> None:
    locale = read_locale(Source(f"{language}.yaml", (LOCALES / f"{language}.yaml").read_text())).value
    assert locale is not None
    assert locale.text(f"choices.liability.carve_outs.{word}") != word
