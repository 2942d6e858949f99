from pathlib import Path

import pytest

from docgen.model.locale import PLACEHOLDER, Locale, shape
from docgen.read.locale import read_locale
from docgen.text.source import Source

LOCALES = sorted((Path(__file__).parents[2] / "templates" / "locales").glob("*.yaml"))

SMALL = """\
code: fr
cldr: fr_FR
typography:
  before: [{signs: ";", space: " "}]
  quotes: [{open: «, close: »}]
  units: [h, min]
  currencies: {EUR: €}
spelling: {language: fr, feminine: {un: une}}
words:
  blocks:
    raci: {title: Matrice, rows: {one: "{count} ligne", other: "{count} lignes"}}
"""


def _read(path: Path) -> Locale:
    locale, diagnostics = read_locale(Source(path.name, path.read_text("utf-8")))
    assert diagnostics == ()
    assert locale is not None
    return locale


def test_a_small_locale() -> None:
    locale, diagnostics = read_locale(Source("fr.yaml", SMALL))
    assert diagnostics == ()
    assert locale is not None
    assert (locale.code, locale.cldr, locale.spelling.feminine) == ("fr", "fr_FR", (("un", "une"),))
    assert locale.typography.before == ((";", " "),)
    assert locale.typography.quotes == (("«", "»"),)
    assert locale.typography.units == ("h", "min")
    assert locale.typography.currencies == (("EUR", "€"),)
    assert locale.text("blocks.raci.title") == "Matrice"
    assert locale.text("blocks.raci.rows", count=2) == "2 lignes"


@pytest.mark.parametrize(
    ("old", "new", "place", "code", "message"),
    [
        ("code: fr", "code: french", (1, 7), "DG208", "code: 'french' does not have the form of"),
        ("cldr: fr_FR\n", "", (1, 1), "DG202", "cldr is missing"),
        ("  units:", "  unit:", (6, 3), "DG201", "unknown key 'unit'"),
        ("[h, min]", "h", (6, 10), "DG203", "typography.units is not a list"),
        ("[h, min]", "[h, []]", (6, 14), "DG203", "typography.units[2] is not a text"),
        ("open: «, ", "", (5, 12), "DG202", "typography.quotes[1].open is missing"),
        ("{un: une}", "{un: []}", (8, 41), "DG203", "spelling.feminine.un is not a text"),
        ("Matrice", "12", (11, 19), "DG221", "message 'title' is not text"),
        ("Matrice", '"{Count}"', (11, 19), "DG221", "message 'title' has a broken placeholder"),
        ("Matrice", '"{count"', (11, 19), "DG221", "message 'title' has a broken placeholder"),
        ("code: fr", "code: @fr", (1, 7), "DG103", "YAML syntax"),
    ],
)
def test_a_fault_has_its_place(old: str, new: str, place: tuple[int, int], code: str, message: str) -> None:
    assert old in SMALL
    locale, (fault, *others) = read_locale(Source("fr.yaml", SMALL.replace(old, new, 1)))
    assert locale is None
    assert others == []
    assert fault.code == code
    assert (fault.span.line, fault.span.column) == place
    assert fault.message.startswith(message)
    assert fault.hint


def test_all_faults_are_reported() -> None:
    text = SMALL.replace("cldr: fr_FR\n", "").replace("Matrice", "12")
    _, faults = read_locale(Source("fr.yaml", text))
    assert [fault.code for fault in faults] == ["DG202", "DG221"]


def test_the_order_of_fields_does_not_matter() -> None:
    locale, _ = read_locale(Source("fr.yaml", SMALL.replace("{open: «, close: »}", "{close: », open: «}")))
    assert locale is not None
    assert locale.typography.quotes == (("«", "»"),)


@pytest.mark.parametrize("text", ["", "- a\n", "words\n"])
def test_a_file_that_is_no_table(text: str) -> None:
    locale, faults = read_locale(Source("fr.yaml", text))
    assert locale is None
    assert [fault.code for fault in faults] == ["DG203"]


@pytest.mark.parametrize("path", LOCALES, ids=[path.stem for path in LOCALES])
def test_a_locale_file_is_named_after_its_language(path: Path) -> None:
    assert _read(path).code == path.stem


@pytest.mark.parametrize("path", LOCALES, ids=[path.stem for path in LOCALES])
def test_every_language_says_what_french_says(path: Path) -> None:
    french = _read(path.with_name("fr.yaml"))
    other = _read(path)
    assert shape(other.words) ^ shape(french.words) == set()
    for key in other.words.keys() & french.words.keys():
        placeholders = (set(PLACEHOLDER.findall(locale.words[key])) for locale in (french, other))
        if not key.startswith(("dates.", "times.")):  # each language takes the values that it wants
            first, second = placeholders
            assert first == second, key


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("(", "is no pattern"),
        ("(a)", "has a group of its own"),
        ("(?:a+)+", "repeats a group"),
        ("a|", "matches the empty text"),
    ],
)
def test_a_pattern_that_rules_cannot_use_is_placed(pattern: str, problem: str) -> None:
    _, faults = read_locale(Source("fr.yaml", f"{SMALL}  judging: {{joiner: '{pattern}'}}\n"))
    assert [(fault.code, problem in fault.message) for fault in faults] == [("DG221", True)]
