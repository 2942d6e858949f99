from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.locale import Locale
from docgen.text import formats
from docgen.text.quantities import (
    Duration,
    Misread,
    Money,
    Month,
    Percent,
    TimeSpan,
    Unit,
    read_money,
    read_percent,
)

NB, NN = "\u00a0", "\u202f"


def _seen(text: str) -> str:
    return text.replace(NB, "~").replace(NN, "_")


def _eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


@pytest.mark.parametrize(
    ("value", "fr_text", "en_text"),
    [
        (_eur("12500"), "12_500,00~€", "€12,500.00"),
        (_eur("-40.5"), "-40,50~€", "-€40.50"),
        (_eur("0.0035"), "0,0035~€", "€0.0035"),
        (Money(Decimal("1200"), "CHF"), "1_200,00~CHF", "CHF~1,200.00"),
    ],
)
def test_money(value: Money, fr_text: str, en_text: str, fr: Locale, en: Locale) -> None:
    assert _seen(formats.money(fr, value)) == fr_text
    assert _seen(formats.money(en, value)) == en_text


def test_whole_money_has_no_cents_unless_it_has_some(fr: Locale) -> None:
    assert _seen(formats.money(fr, _eur("100000"), whole=True)) == "100_000~€"
    assert _seen(formats.money(fr, _eur("100000.50"), whole=True)) == "100_000,50~€"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (_eur("-12"), "moins douze euros (-12,00~€)"),
        (_eur("2000000.50"), "deux millions d’euros et cinquante centimes (2_000_000,50~€)"),
        (_eur("0.0035"), "zéro virgule zéro zéro trente-cinq euro (0,0035~€)"),
        (Money(Decimal("21"), "CHF"), "vingt et un francs suisses (21,00~CHF)"),
    ],
)
def test_money_in_words(value: Money, words: str, fr: Locale) -> None:
    assert _seen(formats.money_in_words(fr, value)) == words


def test_english_money_in_words(en: Locale) -> None:
    assert formats.money_in_words(en, _eur("12500.01")) == (
        "twelve thousand, five hundred euros and one cent (€12,500.01)"
    )


def test_percent(fr: Locale, en: Locale) -> None:
    assert _seen(formats.percent(fr, Percent(Decimal("99.9")))) == "99,9~%"
    assert _seen(formats.percent(fr, Percent(Decimal("99.9")), decimals=2)) == "99,90~%"
    assert formats.percent(en, Percent(Decimal("99.9"))) == "99.9%"
    assert _seen(formats.percent_in_words(fr, Percent(Decimal(15)))) == "quinze pour cent (15~%)"
    assert _seen(formats.percent_in_words(fr, Percent(Decimal("99.9")))) == (
        "quatre-vingt-dix-neuf virgule neuf pour cent (99,9~%)"
    )


@pytest.mark.parametrize(
    ("value", "figures", "words"),
    [
        (Duration(30, Unit.DAY), "30~jours", "trente (30)~jours calendaires"),
        (Duration(1, Unit.DAY), "1~jour", "un (1)~jour calendaire"),
        (Duration(2, Unit.BUSINESS_DAY), "2~jours ouvrés", "deux (2)~jours ouvrés"),
        (Duration(3, Unit.WORKING_DAY), "3~jours ouvrables", "trois (3)~jours ouvrables"),
        (Duration(21, Unit.HOUR), "21~h", "vingt et une (21)~heures"),
        (Duration(1, Unit.HOUR), "1~h", "une (1)~heure"),
        (Duration(30, Unit.MINUTE), "30~min", "trente (30)~minutes"),
        (Duration(1, Unit.WEEK), "1~semaine", "une (1)~semaine"),
        (Duration(36, Unit.MONTH), "36~mois", "trente-six (36)~mois"),
        (Duration(1, Unit.YEAR), "1~an", "un (1)~an"),
        (Duration(0, Unit.DAY), "0~jour", "zéro (0)~jour calendaire"),
        (Duration(1500, Unit.HOUR), "1_500~h", "mille cinq cents (1_500)~heures"),
    ],
)
def test_duration(value: Duration, figures: str, words: str, fr: Locale) -> None:
    assert _seen(formats.duration(fr, value)) == figures
    assert _seen(formats.duration_in_words(fr, value)) == words


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_has_its_words_in_english(unit: Unit, en: Locale) -> None:
    word = unit.value.replace("_", " ")
    assert formats.duration_in_words(en, Duration(1, unit)).removeprefix(f"one (1){NB}").endswith(word)
    assert formats.duration_in_words(en, Duration(2, unit)).removeprefix(f"two (2){NB}").endswith(f"{word}s")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0~min"),
        (45, "45~min"),
        (240, "4~h"),
        (285, "4~h~45~min"),
        (90_000, "1_500~h"),
        (-45, "moins 45~min"),
    ],
)
def test_minutes(value: int, text: str, fr: Locale) -> None:
    assert _seen(formats.minutes(fr, value)) == text


def test_dates(fr: Locale, en: Locale) -> None:
    day = date(2026, 1, 1)
    assert formats.date_long(fr, day) == "1er janvier 2026"
    assert formats.date_long(fr, date(2026, 8, 31)) == "31 août 2026"
    assert formats.date_long(en, day) == "1 January 2026"
    assert formats.date_on(en, day) == "on 1 January 2026"
    assert formats.date_short(fr, day) == "01/01/2026"
    assert formats.month(fr, Month(2026, 12)) == "décembre 2026"
    assert formats.month(en, day) == "January 2026"


def test_times(fr: Locale, en: Locale) -> None:
    assert _seen(formats.time(fr, 8 * 60 + 30)) == "8~h~30"
    assert _seen(formats.time(fr, 18 * 60)) == "18~h"
    assert _seen(formats.time(fr, 8 * 60 + 5)) == "8~h~05"
    assert formats.time(en, 8 * 60 + 30) == "08:30"
    assert formats.time(en, 18 * 60) == "18:00"
    span = TimeSpan(8 * 60, 24 * 60)
    assert formats.time_span(fr, span) == "08:00-24:00"
    assert _seen(formats.time_span_in_words(fr, span)) == "de 8~h à 24~h"


def test_ordinals(fr: Locale, en: Locale) -> None:
    assert [formats.ordinal(fr, n) for n in (1, 2, 21, 101)] == ["1er", "2e", "21e", "101e"]
    assert formats.ordinal(fr, 1, "feminine") == "1re"
    assert [formats.ordinal(en, n) for n in (1, 2, 3, 4, 11, 22)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "22nd",
    ]
    assert formats.century(fr, 21) == "XXIe siècle"
    assert formats.century(en, 21) == "21st century"


def test_listing(fr: Locale) -> None:
    assert formats.listing(fr, []) == ""
    assert formats.listing(fr, ["a"]) == "a"
    assert formats.listing(fr, ["a", "b"]) == "a et b"
    assert formats.listing(fr, ["a", "b", "c"], "or") == "a, b ou c"


AMOUNTS = st.decimals("-999999.99", "999999.99", places=2)


@given(amount=AMOUNTS)
def test_printed_money_is_read_back_as_it_was(amount: Decimal, fr: Locale) -> None:
    value = Money(abs(amount), "EUR")
    assert read_money(formats.money(fr, value)) == value


@given(points=st.decimals("0", "1000", places=4))
def test_printed_percent_is_read_back_as_it_was(points: Decimal, fr: Locale) -> None:
    value = read_percent(formats.percent(fr, Percent(points)))
    assert not isinstance(value, Misread)
    assert value.points == points


@given(amount=AMOUNTS, count=st.integers(0, 10**6), unit=st.sampled_from(Unit))
def test_what_is_formatted_is_already_set(amount: Decimal, count: int, unit: Unit, fr: Locale) -> None:
    texts = (
        formats.money(fr, Money(amount, "EUR")),
        formats.money_in_words(fr, Money(amount, "EUR")),
        formats.percent(fr, Percent(amount)),
        formats.duration(fr, Duration(count, unit)),
        formats.duration_in_words(fr, Duration(count, unit)),
        formats.minutes(fr, count),
        formats.time(fr, count % 1441),
    )
    assert tuple(map(fr.typeset, texts)) == texts
