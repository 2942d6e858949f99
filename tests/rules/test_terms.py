"""Where a text uses a defined term."""

import pytest

from docgen.model.clause import Clause
from docgen.rules._terms import lexicon, opens_sentence, uses, written
from docgen.text.source import Source


def term(words: str, *forms: str) -> Clause:
    return Clause(words.lower(), words, "fr", Source(f"{words}.md", ""), 0, term=words, forms=forms)


TERMS = lexicon(
    [
        term("Service"),
        term("Fenêtre de Service"),
        term("Date d'Effet", "Dates d'Effet"),
        term("Incident Majeur"),
        term("GTI"),
    ]
)


def found(text: str) -> list[str]:
    return [text[use.start : use.end] for use in uses(text, TERMS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chaque Service, pendant sa Fenêtre de Service", ["Service", "Fenêtre de Service"]),
        ("les Services et les Incidents Majeurs", ["Services", "Incidents Majeurs"]),
        ("l'Incident Majeur, la GTI", ["Incident Majeur", "GTI"]),
        ("à la Date d’Effet et aux Dates\nd'Effet", ["Date d’Effet", "Dates\nd'Effet"]),
        ("le service, le Serviceur, le Libre-Service, la GTIX", []),
    ],
)
def test_the_longest_form_counts_and_only_whole_words(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_plural_is_added_to_words_with_a_capital() -> None:
    assert written(term("Date d'Effet")) == ("Date d'Effet", "Dates d'Effet")
    assert written(term("GTI")) == ("GTI",)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Le délai court. @Service", True),
        ("@Service", True),
        ("1. @Service", True),
        ("texte\n\n@Service", True),
        ("- @Service", True),
        ("le @Service", False),
        ("le\n@Service", False),
        ("ce que fixe, pour le\n@Service", False),
    ],
)
def test_a_capital_at_the_beginning_of_a_sentence_tells_nothing(text: str, opens: bool) -> None:
    place = text.index("@")
    assert opens_sentence(text.replace("@", ""), place) is opens
