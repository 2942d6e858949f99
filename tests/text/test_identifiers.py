from collections.abc import Callable

import pytest

from docgen.text.identifiers import (
    grouped,
    read_iban,
    read_lei,
    read_siren,
    read_siret,
    read_vat,
    vat_number,
)
from docgen.text.quantities import Misread


@pytest.mark.parametrize(
    ("read", "text", "compact"),
    [
        (read_siren, "732 829 320", "732829320"),
        (read_siret, "732 829 320 00074", "73282932000074"),
        (read_siret, "35600000000010", "35600000000010"),  # La Poste: digit sum 15
        (read_siret, "35600000000006", "35600000000006"),  # La Poste: digit sum 20
        (read_vat, "FR 44 732829320", "FR44732829320"),
        (read_vat, "FRK7399859412", "FRK7399859412"),  # a key with a letter
        (read_vat, "BE 0403.019.261", "BE0403019261"),
        (read_iban, "FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189"),
        (read_lei, "2138 00KUD8LAJWSQ9D15", "213800KUD8LAJWSQ9D15"),
    ],
)
def test_read(read: Callable[[str], str | Misread], text: str, compact: str) -> None:
    assert read(text) == compact


@pytest.mark.parametrize(
    ("read", "text", "message"),
    [
        (read_siren, "123 456 789", "is not a valid SIREN: its check key is wrong"),
        (read_siren, "000 000 000", "is not a valid SIREN: it is all zeros"),
        (read_siren, "73282932", "is not a valid SIREN: its length is wrong"),
        (read_siren, "73282932X", "is not a valid SIREN"),
        (read_siret, "73282932000075", "is not a valid SIRET: its check key is wrong"),
        (read_siret, "00000000000000", "is not a valid SIRET: it is all zeros"),
        (read_siret, "35600000000011", "is not a valid SIRET: its check key is wrong"),
        (read_vat, "FR45732829320", "is not a valid VAT number"),
        (read_vat, "732829320", "is not a valid VAT number"),
        (read_iban, "FR7730006000011234567890189", "is not a valid IBAN: its check key is wrong"),
        (read_lei, "213800KUD8LXJWSQ9D15", "is not a valid LEI: its check key is wrong"),
        (read_lei, "01", "is not a valid LEI"),
        (read_siren, "", "is not a valid SIREN"),
    ],
)
def test_misread(read: Callable[[str], str | Misread], text: str, message: str) -> None:
    misread = read(text)
    assert isinstance(misread, Misread)
    assert misread.message.startswith(message)
    assert misread.hint


def test_la_poste_may_have_a_luhn_key_or_a_digit_sum_of_5() -> None:
    digits = {
        "35600000000014": sum(map(int, "35600000000014")),
        "35600000000010": sum(map(int, "35600000000010")),
    }
    assert [total % 5 for total in digits.values()] == [4, 0]
    assert [read_siret(number) for number in digits] == list(digits)


def test_vat_number_has_two_digits_of_key() -> None:
    assert vat_number("404833048") == "FR83404833048"
    assert [
        siren for siren in ("100000009", "732829320") if read_vat(vat_number(siren)) != vat_number(siren)
    ] == []


def test_grouped() -> None:
    assert grouped("732829320") == "732 829 320"
    assert grouped("73282932000074") == "732 829 320 00074"
