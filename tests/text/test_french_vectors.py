"""The published rules of French typography, numbers and identification, one test a vector."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen.model.locale import Locale
from docgen.text import formats
from docgen.text.identifiers import read_iban, read_siren, read_siret, read_vat, vat_number
from docgen.text.quantities import Misread, Money, read_date, read_month
from docgen.text.spelling import spell
from docgen.text.typography import typeset

VECTORS: list[dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("french-vectors.yaml").read_text("utf-8")
)

Check = Callable[[Locale, str], str]


def _typeset(fr: Locale, text: str) -> str:
    once = typeset(text, fr.typography)
    assert typeset(once, fr.typography) == once
    return once


def _on(fr: Locale, text: str) -> str:
    return formats.date_on(fr, _date(text))


def _month(fr: Locale, text: str) -> str:
    value = read_month(text)
    assert not isinstance(value, Misread)
    return formats.month(fr, value)


def _ordinal(fr: Locale, text: str) -> str:
    return formats.ordinal(fr, int(text.split()[0]), "feminine" if text.endswith("(f)") else "masculine")


def _century(fr: Locale, text: str) -> str:
    return next(words for n in range(1, 40) if (words := formats.century(fr, n)).startswith(f"{text}e "))


def _iso(fr: Locale, text: str) -> str:
    return _date(text).isoformat()


def _amount(fr: Locale, text: str) -> str:
    return formats.money_in_words(fr, Money(Decimal(text), "EUR"))


def _cardinal(fr: Locale, text: str) -> str:
    reformed = replace(fr.spelling, joiner="-")
    return f"{spell(int(text), fr.spelling)} | {spell(int(text), reformed)}"


def _vat_of(fr: Locale, siren: str) -> str:
    number = vat_number(siren)
    assert read_vat(number) == number
    return number


def _date(text: str) -> date:
    value = read_date(text)
    assert isinstance(value, date)
    return value


def _validity(read: Callable[[str], Any]) -> Check:
    return lambda fr, text: "invalid" if isinstance(read(text), Misread) else "valid"


# Topics are matched by their beginning within their family.
CHECKS: dict[str, Check] = {
    "TS": _typeset,
    "TD date long": _on,
    "TD month": _month,
    "TD ordinal": _ordinal,
    "TD century": _century,
    "TD ISO": _iso,
    "TW amount in words and figures": _amount,
    "TN cardinal": _cardinal,
    "TI SIREN": _validity(read_siren),
    "TI SIRET": _validity(read_siret),
    "TI La Poste": _validity(read_siret),
    "TI VAT key": _vat_of,
    "TI VAT mismatch": _validity(read_vat),
    "TI IBAN": _validity(read_iban),
}


def _checks(vector: dict[str, str]) -> list[Check]:
    name = f"{vector['id'][:2]} {vector['topic']}"
    return [check for beginning, check in CHECKS.items() if name.startswith(beginning)]


def test_every_vector_has_one_check() -> None:
    assert len(VECTORS) == len({vector["id"] for vector in VECTORS}) == 115
    assert [vector["id"] for vector in VECTORS if len(_checks(vector)) != 1] == []


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_vector(vector: dict[str, str], fr: Locale) -> None:
    (check,) = _checks(vector)
    expected = vector["expected"]
    if vector["id"].startswith("TI"):
        # The expectation may give its reason in brackets: "valid (La Poste rule)".
        expected = expected.partition(" (")[0]
    assert check(fr, vector["input"]) == expected
