import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.locale import Locale
from docgen.text.spelling import roman, spell

UNITS = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15,
    "seize": 16, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip


def _value(words: str) -> int:
    """What French number words say: additions, with vingt, cent, mille and millions as factors."""
    total = part = 0
    for word in re.split("[ -]", words):
        if word == "et":
            continue
        if word in ("vingt", "vingts") and part % 100 == 4:
            part += 76
        elif word in ("cent", "cents"):
            part = max(part, 1) * 100
        elif word == "mille":
            total, part = total + max(part, 1) * 1000, 0
        elif word in ("million", "millions"):
            total, part = total + part * 1_000_000, 0
        else:
            part += UNITS[word]
    return total + part


@given(number=st.integers(0, 999_999_999))
def test_the_words_say_the_number(number: int, fr: Locale) -> None:
    assert _value(spell(number, fr.spelling)) == number


@given(number=st.integers(0, 999_999), digits=st.from_regex(r"[0-9]{1,4}", fullmatch=True))
def test_the_words_say_the_decimals(number: int, digits: str, fr: Locale) -> None:
    whole, _, decimals = spell(Decimal(f"{number}.{digits}"), fr.spelling).partition(" virgule ")
    assert _value(whole) == number
    leading = re.match("(?:zéro ?)*", decimals)
    assert leading is not None
    said = "0" * leading[0].count("zéro") + (str(_value(rest)) if (rest := decimals[leading.end() :]) else "")
    assert said == digits.rstrip("0")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("99.9", "quatre-vingt-dix-neuf virgule neuf"),
        ("99.95", "quatre-vingt-dix-neuf virgule quatre-vingt-quinze"),
        ("99.05", "quatre-vingt-dix-neuf virgule zéro cinq"),
        ("5.00", "cinq"),
        ("-2.5", "moins deux virgule cinq"),
        ("1E+3", "mille"),
    ],
)
def test_french_decimals(number: str, words: str, fr: Locale) -> None:
    assert spell(Decimal(number), fr.spelling) == words


def test_english_decimals_are_read_one_by_one(en: Locale) -> None:
    assert spell(Decimal("99.95"), en.spelling) == "ninety-nine point nine five"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "une"), (21, "vingt et une"), (81, "quatre-vingt-une"), (11, "onze"), (1_000_001, "un million une")],
)
def test_feminine_of_the_last_word(number: int, words: str, fr: Locale) -> None:
    assert spell(number, fr.spelling, feminine=True) == words


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (21, "XXI"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX")],
)
def test_roman(number: int, numeral: str) -> None:
    assert roman(number) == numeral


@pytest.mark.parametrize("number", [0, 4000])
def test_roman_has_limits(number: int) -> None:
    with pytest.raises(ValueError, match="no Roman numeral"):
        roman(number)
