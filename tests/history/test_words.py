"""The comparison of texts, word by word."""

import time

from hypothesis import given
from hypothesis import strategies as st

from docgen.history.words import Edit, align, compare_texts, excerpt, side, words
from docgen.model.changes import Op, Run

SAME, ADDED, REMOVED = Op.SAME, Op.ADDED, Op.REMOVED


def told(old: str, new: str) -> str:
    """The comparison on one line: [removed] and {added}."""
    marks = {SAME: "{}", ADDED: "{{{}}}", REMOVED: "[{}]"}
    return "".join(marks[run.op].format(run.text) for run in compare_texts(old, new))


def test_a_changed_word_is_told_alone() -> None:
    assert (
        told("Le plafond est de dix pour cent.", "Le plafond est de quinze pour cent.")
        == "Le plafond est de[ dix]{ quinze} pour cent."
    )


def test_a_figure_with_its_groups_and_sign_is_one_word() -> None:
    assert (
        told("soit 12\u202f500,00\u00a0€ par mois", "soit 13\u202f500,00\u00a0€ par mois")
        == "soit[ 12\u202f500,00\u00a0€]{ 13\u202f500,00\u00a0€} par mois"
    )
    assert told("de 99,9 % du temps", "de 99,95 % du temps") == "de[ 99,9]{ 99,95} % du temps"


def test_typography_and_white_space_do_not_count() -> None:
    assert compare_texts('l\'accord dit "bon" : dix - onze', "l’accord  dit “bon”\u00a0: dix – onze") == ()


def test_an_elided_article_is_not_part_of_the_word_after_it() -> None:
    assert told("l’accord tient", "l’avenant tient") == "l’[accord]{avenant} tient"


def test_capitals_and_accents_count() -> None:
    assert told("le client paye", "le Client payé") == "le[ client paye]{ Client payé}"


def test_where_a_text_parts_into_paragraphs_is_content() -> None:
    assert told("un deux", "un\ndeux") == "un{\n}deux"


def test_small_islands_are_told_with_the_changes_around_them() -> None:
    old, new = "alpha bravo charlie de delta echo foxtrot fin", "un deux trois de quatre cinq six fin"
    assert (
        told(old, new) == "[alpha bravo charlie de delta echo foxtrot]{un deux trois de quatre cinq six} fin"
    )


def test_two_changed_words_stay_apart() -> None:
    assert (
        told("dix jours et vingt mois", "onze jours et trente mois")
        == "[dix]{onze} jours et[ vingt]{ trente} mois"
    )


def test_an_excerpt_keeps_some_words_around_a_change() -> None:
    old = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
    cut = excerpt(compare_texts(old, old.replace("huit", "nul")), around=2)
    assert cut == (
        Run(SAME, "… six sept"),
        Run(REMOVED, " huit"),
        Run(ADDED, " nul"),
        Run(SAME, " neuf dix …"),
    )


def test_an_excerpt_keeps_the_end_of_a_paragraph_before_a_change() -> None:
    runs = compare_texts("un deux trois quatre cinq six\nsept", "un deux trois quatre cinq six\nhuit")
    assert excerpt(runs, around=3)[0] == Run(SAME, "… cinq six\n")


def test_an_excerpt_of_a_short_text_is_the_text() -> None:
    runs = compare_texts("un deux trois", "un deux quatre")
    assert excerpt(runs) == runs


def test_long_texts_are_compared_in_no_time() -> None:
    """Two thousand alike words in another order would take minutes by the square."""
    old = " ".join(f"mot{index} de la" for index in range(2000))
    new = " ".join(f"mot{index * 7 % 2000} de la" for index in range(2000))
    start = time.process_time()
    compare_texts(old, new)
    assert time.process_time() - start < 5


TEXTS = st.lists(
    st.sampled_from(["le", "Client", "paye", "12,5", "%", ",", "l’", "accord", "\n", "fin"]), max_size=30
).map(" ".join)


@given(TEXTS, TEXTS)
def test_the_runs_hold_both_texts(old: str, new: str) -> None:
    runs = compare_texts(old, new)
    keys = lambda text: [word.key for word in words(text)]  # noqa: E731
    if runs:
        assert keys(side(runs, ADDED)) == keys(old)
        assert keys(side(runs, REMOVED)) == keys(new)
    else:
        assert keys(old) == keys(new)


@given(st.lists(st.integers(0, 4), max_size=20), st.lists(st.integers(0, 4), max_size=20))
def test_an_alignment_covers_both_sequences(old: list[int], new: list[int]) -> None:
    edits = align(old, new)
    assert [item for edit in edits for item in old[edit.i1 : edit.i2]] == old
    assert [item for edit in edits for item in new[edit.j1 : edit.j2]] == new
    assert all(old[edit.i1 : edit.i2] == new[edit.j1 : edit.j2] for edit in edits if edit.same)


def test_parts_say_whether_they_are_the_same() -> None:
    assert align("abcd", "abxd") == (
        Edit(True, 0, 2, 0, 2), Edit(False, 2, 3, 2, 3), Edit(True, 3, 4, 3, 4),
    )  # fmt: skip
    assert align("ab", "abc") == (Edit(True, 0, 2, 0, 2), Edit(False, 2, 2, 2, 3))
    assert align("abc", "bc") == (Edit(False, 0, 1, 0, 0), Edit(True, 1, 3, 0, 2))
    assert align("aa", "a") == (Edit(True, 0, 1, 0, 1), Edit(False, 1, 2, 1, 1))
    assert align("", "") == ()
