from decimal import Decimal

import pytest

from docgen.model.locale import Locale, MissingMessageError, collation_key, shape
from docgen.text.spelling import Spelling
from docgen.text.typography import Typography

WORDS = {
    "plain": "Niveaux de service",
    "filled": "{first} et {last_word}",
    "days.one": "{count} jour",
    "days.many": "{count} de jours",
    "days.other": "{count} jours",
    "months.other": "{count} mois",
}
FR = Locale("fr", "fr_FR", Typography(apostrophe="’"), Spelling("fr"), WORDS)


def test_a_message_is_filled() -> None:
    assert FR.text("plain") == "Niveaux de service"
    assert FR.text("filled", first="a", last_word=3) == "a et 3"


def test_a_value_is_never_read_as_a_placeholder() -> None:
    assert FR.text("filled", first="{last_word}", last_word="b") == "{last_word} et b"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 jour"),
        (1, "1 jour"),
        (2, "2 jours"),
        (Decimal("1.5"), "1.5 jour"),
        (1_000_000, "1000000 de jours"),
    ],
)
def test_the_count_chooses_the_plural_form(count: int | Decimal, text: str) -> None:
    assert FR.text("days", count=count) == text


def test_other_serves_for_a_form_that_the_message_lacks() -> None:
    assert FR.text("months", count=1) == "1 mois"


@pytest.mark.parametrize("key", ["filled", "days"])
def test_a_value_that_is_missing_is_a_bug(key: str) -> None:
    with pytest.raises(KeyError):
        FR.text(key)


def test_a_message_that_is_missing_is_named() -> None:
    with pytest.raises(MissingMessageError) as missing:
        FR.text("unknown")
    assert missing.value.key == "unknown"


def test_typeset_follows_the_rules_of_the_language() -> None:
    assert FR.typeset("l'article: 5") == "l’article: 5"


def test_words_sort_as_a_reader_looks_them_up() -> None:
    expected = [
        "accès", "Client", "client final", "clientèle", "cote", "Cote", "coté", "côte", "côté", "défaut",
        "élément", "Équipe", "œuvre", "ouvré", "site", "Zone",
    ]  # fmt: skip
    shuffled = expected[1::2] + expected[::2]
    assert sorted(shuffled, key=collation_key) == expected


def test_shape_forgets_plural_forms() -> None:
    assert shape(WORDS) == {"plain", "filled", "days", "months"}
