"""Changes of conditions and of other front matter in words."""

import pytest

from docgen.history.front_matter import condition, front_matter
from docgen.model.clause import Clause
from docgen.pipeline.reviewing import review_languages, review_words
from docgen.read.clause import read_clause
from docgen.read.condition import parse_condition
from docgen.text.source import Source
from docgen.workspace import bundled

FACT, OTHER, THIRD = "facts.personal_data", "facts.subcontracting", "payment.mode == 'net_days'"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", FACT, "applies now only when personal data are processed"),
        (FACT, "", "applies now always; before, only when personal data are processed"),
        (OTHER, f"{OTHER} or {FACT}", "applies now also when personal data are processed"),
        (f"{OTHER} or {FACT}", OTHER, "applies no longer when personal data are processed"),
        (OTHER, f"{OTHER} and {FACT}", "applies now only when, besides, personal data are processed"),
        (
            f"{OTHER} and {FACT}",
            OTHER,
            "applies now even where it does not hold that personal data are processed",
        ),
        (
            FACT,
            f"not {FACT}",
            "applies now when it is not so that personal data are processed; before, when personal data are processed",
        ),
        (f"{FACT}", f"  {FACT}", ""),
    ],
)
def test_a_condition_in_words(old: str, new: str, said: str) -> None:
    words = review_words(bundled(), "en")
    assert (
        " ".join(
            words.sentence(sentence) for sentence in condition(parse_condition(old), parse_condition(new))
        )
        == said
    )


def test_a_choice_and_a_value_in_words() -> None:
    words = review_words(bundled(), "fr")
    (sentence,) = condition(
        parse_condition(""), parse_condition(f"({THIRD} or acceptance.tacit) and not disputes.court")
    )
    said = words.sentence(sentence)
    assert said.startswith("ne s’applique plus que si (")
    assert " ou " in said
    assert " et " in said
    assert "n’est pas renseigné" in said
    assert "net_days" not in said or "«\u00a0net_days\u00a0»" in said


def test_every_language_says_the_same_things() -> None:
    keys = [set(review_words(bundled(), language).messages) for language in review_languages()]
    assert len(keys) == 2
    assert keys[0] == keys[1]


def test_every_fact_has_a_sentence() -> None:
    from docgen.read.schemas.deal import DEAL

    for language in review_languages():
        said = review_words(bundled(), language).messages
        assert {f"facts.{name}" for name in DEAL["facts"]["schema"]} <= said.keys()


def test_what_a_text_ends_is_said_of_a_position_that_states_it_for_itself() -> None:
    def clause(effects: str, name: str = "b") -> Clause:
        found, _ = read_clause(
            Source(f"clauses/a/{name}.fr.md", f"---\n{effects}---\nTexte.\n"), "clauses", "fr"
        )
        assert found is not None
        return found

    master = clause("id: a.b\ntitle: T\n")
    old, new = (
        clause("rationale: R\n", "b.fallback-1"),
        clause("rationale: R\nends: {client: services}\n", "b.fallback-1"),
    )
    words = review_words(bundled(), "en")
    said = [words.sentence(one) for one in front_matter(old, new, master, master)]
    assert said == ["ends the contract now: client: services"]
