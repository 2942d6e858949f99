"""The two languages of the project, read from their files."""

from pathlib import Path

import pytest

from docgen.model.locale import Locale
from docgen.read.locale import read_locale
from docgen.text.source import Source

LOCALES = Path(__file__).parents[2] / "templates" / "locales"


def _locale(code: str) -> Locale:
    path = LOCALES / f"{code}.yaml"
    locale, diagnostics = read_locale(Source(path.name, path.read_text("utf-8")))
    assert diagnostics == ()
    assert locale is not None
    return locale


@pytest.fixture(scope="session")
def fr() -> Locale:
    return _locale("fr")


@pytest.fixture(scope="session")
def en() -> Locale:
    return _locale("en")
