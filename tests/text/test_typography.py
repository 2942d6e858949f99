import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.locale import Locale
from docgen.text.typography import Typography, raised_endings, typeset, typeset_runs

NB, NN = "\u00a0", "\u202f"

# Words, figures and signs that the rules look at, so that they meet in every order.
PIECES = st.sampled_from(
    [*" \n\t\"'`«»“”‘’-–—.…,;:!?%€$()[]{}/=", NB, NN, "...", "etc", "etc.", " - ", "article", "L.", "n°",
     "M.", "A", "l", "é", "jours", "h", "min", "1er", "2ème", "janvier", "2026", "4 000", "12500", ",5",
     "08:00", "30", "(30)", "EUR", "a@b.fr", "https://a.fr/b?c=1", "FR76 3000 6000 0112 3456 7890 189",
     "\ufffc", "œ", "XXI", "732 829 320"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=30)


def _seen(text: str) -> str:
    return text.replace(NB, "~").replace(NN, "_")


@given(text=TEXTS)
def test_french_set_twice_is_set_once(text: str, fr: Locale) -> None:
    once = typeset(text, fr.typography)
    assert typeset(once, fr.typography) == once


@given(text=TEXTS)
def test_english_set_twice_is_set_once(text: str, en: Locale) -> None:
    once = typeset(text, en.typography)
    assert typeset(once, en.typography) == once


@given(text=TEXTS)
def test_no_letter_and_no_digit_is_lost(text: str, fr: Locale) -> None:
    rules = replace(fr.typography, currencies=(("EUR", "EUR"),), ordinals=())
    assert re.sub(r"[\W_]", "", typeset(text, rules)) == re.sub(r"[\W_]", "", text)


@given(text=TEXTS)
def test_only_spaces_come_and_go_beside_the_declared_signs(text: str, fr: Locale) -> None:
    bare = Typography(before=fr.typography.before, after=fr.typography.after, units=fr.typography.units)
    assert "".join(typeset(text, bare).split()) == "".join(text.split())


@given(runs=st.lists(TEXTS, max_size=5))
def test_runs_are_set_as_the_text_that_they_make(runs: list[str], fr: Locale) -> None:
    parts = typeset_runs(runs, fr.typography)
    assert len(parts) == len(runs)
    # A literal across two runs (an address of which a part is bold) is not seen as one.
    if not re.search(r"[`@\ufffc]|//|FR76|www", "".join(runs)):
        assert "".join(parts) == typeset("".join(runs), fr.typography)


@given(runs=st.lists(TEXTS, min_size=1, max_size=5), index=st.integers(0, 4))
def test_a_literal_run_is_returned_as_it_is(runs: list[str], index: int, fr: Locale) -> None:
    index %= len(runs)
    assert typeset_runs(runs, fr.typography, {index})[index] == runs[index]


@given(text=TEXTS)
def test_without_rules_nothing_changes(text: str) -> None:
    assert typeset(text, Typography()) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Client": le "Service "A" "', "«~Client~»~: le «~Service “A”~»"),
        ('l\'"Accord"', "l’«~Accord~»"),
        ('un rack de 19"', 'un rack de 19"'),
        ("Quoi?! Vraiment?", "Quoi_?! Vraiment_?"),
        ("« Attention! »", "«~Attention_!~»"),
        ("(?) [!]", "(?) [!]"),
        ("un délai de trente (30)\njours", "un délai de trente (30)~jours"),
        ("30\n\njours", "30\n\njours"),
        ("4h, 24h/24, 7 j/7", "4~h, 24~h/24, 7~j/7"),
        ("à 8 h 30 et 18h", "à 8~h~30 et 18~h"),
        ("art. L.441-10, R. 123-237", "art.~L.~441-10, R.~123-237"),
        ("Article 5.2 de l'Annexe 2", "Article~5.2 de l’Annexe~2"),
        ("l'article du 5 mai", "l’article du 5~mai"),
        ("le 2 mars 2026, en décembre 2026", "le 2~mars~2026, en décembre~2026"),
        ("la 2ème fois, la 1ère, le XXIème", "la 2e fois, la 1re, le XXIe"),
        ("1234567,89 EUR", "1_234_567,89~€"),
        ("12500€ à 75002 Paris", "12_500~€ à 75002 Paris"),
        ("2026 tickets, 10 000 tickets", "2026~tickets, 10_000~tickets"),
        ("SIRET 732 829 320 00074", "SIRET 732_829_320_00074"),
        ("04 72 00 00 00", "04 72 00 00 00"),
        ("etc… et etc.... Fin...", "etc. et etc. Fin…"),
        ("à suivre [...]", "à suivre […]"),
        ("un - deux - trois - quatre", "un –~deux~– trois – quatre"),
        ("un - deux. Trois - quatre", "un – deux. Trois – quatre"),
        ("de 8 h - 12 h, 5 - 3", "de 8~h - 12~h, 5 - 3"),
        ("M. Petit, Mme É. Roux, Me voici", "M.~Petit, Mme~É. Roux, Me voici"),
        ("ISO:27001 clé:valeur 10:30", "ISO:27001 clé:valeur 10:30"),
        (
            "Voir https://exemple.fr/a?b=1; a.b@exemple.fr!",
            "Voir https://exemple.fr/a?b=1_; a.b@exemple.fr_!",
        ),
        ("FR76 3000 6000 0112 3456 7890 189", "FR76 3000 6000 0112 3456 7890 189"),
        ("ÉTAT: 5' d'arc", "ÉTAT~: 5' d’arc"),
    ],
)
def test_french(text: str, expected: str, fr: Locale) -> None:
    assert _seen(typeset(text, fr.typography)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('the "Client": 5 %; why?', "the “Client”: 5 %; why?"),
        ("the 'Client' and the parties' duties", "the ‘Client’ and the parties’ duties"),
        ("\"the 'Agreed Hours'\"", "“the ‘Agreed Hours’”"),
        ("don't wait...", "don’t wait…"),
        ("12,500 EUR - 30 days", "12,500 EUR - 30 days"),
    ],
)
def test_english_has_its_quotes_and_no_french_rule(text: str, expected: str, en: Locale) -> None:
    assert typeset(text, en.typography) == expected


def test_a_sign_keeps_its_space_where_an_emphasis_begins(fr: Locale) -> None:
    runs = ('"', "Client", '" : voir ', "a;b", "; fin")
    assert [_seen(run) for run in typeset_runs(runs, fr.typography, {3})] == [
        "«~", "Client", "~»~: voir ", "a;b", "_; fin",
    ]  # fmt: skip


def test_endings_above_the_line(fr: Locale) -> None:
    text = "Le 1er, la 2e et le XXIe, pas Ce ni https://exemple.fr/1er"
    assert [text[start:end] for start, end in raised_endings(text, fr.typography)] == ["er", "e", "e"]


def test_a_language_may_raise_nothing(en: Locale) -> None:
    assert raised_endings("the 1st", en.typography) == ()
