"""The text of a lock, and its seal."""

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.history.lock import (
    Input,
    Lock,
    Previous,
    ReleasedFile,
    Signed,
    read_link,
    read_lock,
    seal_of,
    sealed,
    snapshot_of,
    write_lock,
)
from docgen.model.changes import ChangeClass, ContentSnapshot, Level, Note, PrintedClause, PrintedValue, Word
from docgen.model.pack import Revision
from docgen.text.source import Source

CLAUSE = PrintedClause(
    "penalites.plafond",
    "Plafond",
    "contract",
    "penalites",
    "12.3",
    "standard",
    ChangeClass.AMENDMENT,
    "ab12",
    "cd34",
)
NOTE = Note("value", "term.initial", "firm term", ChangeClass.AMENDMENT, "", "36 mois", "48 mois")
LOCK = sealed(
    Lock(
        engagement="demo",
        reference="DEMO-2026",
        version="1.10.0",
        date=date(2026, 11, 24),
        level=Level.MAJOR,
        reason="Première signature",
        inputs=(
            Input("clauses/a/b.fr.md", "0" * 40, "1" * 64),
            Input("logo « é ».svg", "12345678901234567890", "00"),
        ),
        positions={"penalites.plafond": "fallback-1"},
        clauses=(CLAUSE,),
        values={"term.initial": "48\u00a0mois", "price.fee": "12\u202f500,00\u00a0€"},
        documents={"contract": "ef56"},
        history=(
            Revision("1.0.0", date(2026, 11, 2), "Jo FABLE", "major", ("Signature",)),
            Revision(
                "1.10.0", date(2026, 11, 24), "Jo FABLE", "minor", ("a", "b: c"), (NOTE,), ("contract",)
            ),
        ),
        engines={"docgen": "1", "zlib": "1.2"},
        previous=Previous("1.9.0", "ff"),
    )
)
WHOLE = replace(
    LOCK,
    files=(ReleasedFile("contract.pdf", "contract", 3, 1000, "aa"),),
    signed=Signed(date(2026, 12, 1), "bb"),
)


def test_a_lock_reads_as_it_was_written() -> None:
    lock, faults = read_lock(Source("x.yaml", write_lock(WHOLE)))
    assert faults == ()
    assert lock == WHOLE
    assert lock.path == "x.yaml"


TEXTS = st.one_of(
    st.sampled_from(
        [
            "12:30",
            "NO",
            "0777",
            "1e3",
            "null",
            "~",
            "",
            " a ",
            "a\nb\n",
            "- x",
            "#",
            "'",
            '"',
            "{a: b}",
            "2026-11-24",
            "&a",
            "*a",
            "!x",
            "%",
            "1_000",
        ]
    ),
    st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp", "Cf"], include_characters="\n")
    ),
)


@given(TEXTS)
def test_a_value_of_any_form_stays_text(text: str) -> None:
    lock = sealed(replace(LOCK, values={"title": text}, reason=text or "x"))
    assert read_lock(Source("x.yaml", write_lock(lock))) == (lock, ())


def test_each_input_clause_and_file_is_one_line() -> None:
    lines = write_lock(WHOLE).splitlines()
    for word in ("clauses/a/b.fr.md", '"id": "penalites.plafond"', "contract.pdf"):
        assert sum(word in line for line in lines) == 1, word


def test_the_order_of_facts_does_not_change_the_text() -> None:
    turned = replace(WHOLE, values=dict(reversed(WHOLE.values.items())))
    assert write_lock(turned) == write_lock(WHOLE)


def test_a_lock_that_is_laid_out_otherwise_is_read_all_the_same() -> None:
    stated = json.loads(write_lock(WHOLE).split("\n", 1)[1])
    other = Source("x.yaml", "# another remark\n" + json.dumps(stated, indent=1, ensure_ascii=False))
    assert read_lock(other) == (WHOLE, ())
    assert read_link(other) == (replace(WHOLE, path="x.yaml").link, ())
    assert read_link(Source("x.yaml", "[]")).value is None


@pytest.mark.parametrize("lock", [WHOLE, replace(sealed(replace(LOCK, previous=None)), path="")])
def test_the_place_among_the_releases_is_read_alone(lock: Lock) -> None:
    text = write_lock(lock)
    assert read_link(Source("x.yaml", text)) == (replace(lock, path="x.yaml").link, ())
    link, (fault,) = read_link(Source("x.yaml", text.replace("Première", "Seconde")))
    assert (link, fault.code) == (None, "DG601")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("inputs", 5),
        ("version", 1),
        ("previous", "x"),
        ("date", "tomorrow"),
        ("clauses", [{"id": 1}]),
        ("documents", None),
    ],
)
def test_a_seal_that_was_made_up_vouches_for_no_form(name: str, value: object) -> None:
    stated = json.loads(write_lock(WHOLE).partition("\n")[2]) | {name: value}
    under = {key: part for key, part in stated.items() if key not in ("seal", "files", "signed")}
    stated["seal"] = sha256(
        json.dumps(under, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    ).hexdigest()
    source = Source("x.yaml", json.dumps(stated))
    lock, faults = read_lock(source)
    assert lock is None
    assert faults[0].code == "DG601"
    if name in ("version", "previous"):  # the place among the releases, which is read alone
        assert read_link(source) == (None, faults)


def test_the_seal_holds_all_that_the_release_was_made_of() -> None:
    for field, value in {
        "version": "1.10.1", "date": date(2026, 11, 25), "reason": "autre", "inputs": (), "positions": {}, "clauses": (), "values": {},
        "documents": {}, "history": (), "engines": {}, "previous": None, "engagement": "x", "reference": "x", "level": Level.MINOR,
    }.items():  # fmt: skip
        assert seal_of(replace(LOCK, **{field: value})) != LOCK.seal, field
    assert seal_of(WHOLE) == LOCK.seal, "files and signature come after it"


def test_the_order_of_facts_does_not_change_the_seal() -> None:
    assert seal_of(replace(LOCK, values=dict(reversed(LOCK.values.items())))) == LOCK.seal


@pytest.mark.parametrize(
    "text", ["", "a: [", "- a\n- b\n", "engagement: demo\n", "\0", "<<<<<<< HEAD\na: 1\n=======\n"]
)
def test_what_is_no_lock_is_told_first(text: str) -> None:
    lock, faults = read_lock(Source("x.yaml", text))
    assert lock is None
    assert (faults[0].code, faults[0].span.path) == ("DG601", "x.yaml")
    assert faults[0].message in ("the lock cannot be read", "the file is not a lock")
    assert faults[0].hint == "restore the file from git: 'git log -- FILE' shows who changed it"
    assert read_link(Source("x.yaml", text)) == (None, faults)


def test_a_changed_lock_is_told_at_its_seal() -> None:
    text = write_lock(WHOLE).replace("Première", "Seconde")
    lock, (fault,) = read_lock(Source("x.yaml", text))
    assert lock is None
    assert text.splitlines()[fault.span.line - 1].startswith('"seal": ')
    assert (fault.code, fault.span.path) == ("DG601", "x.yaml")
    assert fault.message == "the lock was changed since its release: its seal does not fit"
    assert fault.hint == "restore the file from git: 'git log -- FILE' shows who changed it"


def test_the_words_of_a_release_are_lent_by_its_sources_where_they_agree() -> None:
    words = (Word("un", "un"),)
    reread = ContentSnapshot(
        (replace(CLAUSE, words=words, values=("term.initial",)),),
        (PrintedValue("term.initial", "48\u00a0mois", value=48),),
        {},
    )
    said = snapshot_of(LOCK, reread)
    assert said.clauses[0].words == words
    assert said.values[0].value == 48
    other = ContentSnapshot(
        (replace(CLAUSE, printed="0", words=words),), (PrintedValue("term.initial", "36", value=36),), {}
    )
    said = snapshot_of(LOCK, other)
    assert said.clauses[0].words == ()
    assert said.values[0].value is None
    assert (said.values[0].title, said.values[0].change, said.values[0].gains) == (
        "firm term",
        "amendment",
        "provider",
    )
