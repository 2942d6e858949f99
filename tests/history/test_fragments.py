"""Reasons of changes: read from files, and missed where a document changed without one."""

import pytest

from docgen.history.fragments import Fragment, idle, read_fragment, reasons, unexplained
from docgen.model.changes import ChangeClass, Changes, ClauseChange, Kind, ValueChange
from docgen.text.diagnostics import Severity
from docgen.text.source import Source, Span

FOLDER = "engagements/demo"
CLAUSE = ClauseChange(Kind.CHANGED, "objet.objet", "Objet", "contract", ChangeClass.AMENDMENT)
FOLLOWING = ClauseChange(
    Kind.CHANGED,
    "penalites.plafond",
    "Plafond",
    "contract",
    ChangeClass.AMENDMENT,
    values=("sla.credits.monthly_cap",),
)
CAP = ValueChange("sla.credits.monthly_cap", "Plafond", "15 %", "20 %", ChangeClass.AMENDMENT)
DERIVED = ValueChange("computed.annual_fee", "Redevances", "1", "2", ChangeClass.AMENDMENT)
CHANGES = Changes((CLAUSE, FOLLOWING), (CAP, DERIVED), ("contract",))


def fragment(text: str) -> Fragment:
    found, faults = read_fragment(Source("changes/a.md", text))
    assert found is not None, faults
    return found


def missing(*fragments: Fragment, changes: Changes = CHANGES) -> list[str]:
    return [fault.message.partition(" changed")[0] for fault in unexplained(changes, fragments, FOLDER)]


def test_the_first_paragraph_is_the_reason() -> None:
    assert fragment("# Le Client l’a\ndemandé.\n\nVoir le compte rendu.\n").reason == "Le Client l’a demandé."


def test_front_matter_says_what_it_is_about() -> None:
    found = fragment("---\nclauses: [objet.objet]\nvalues: [sla.credits]\n---\nParce que.\n")
    assert (found.reason, found.clauses, found.values, found.general) == (
        "Parce que.",
        ("objet.objet",),
        ("sla.credits",),
        False,
    )


@pytest.mark.parametrize("text", ["", "\n\n", "---\nclauses: [objet.objet]\n---\n", "#\n"])
def test_a_fragment_without_reason_is_a_fault(text: str) -> None:
    found, faults = read_fragment(Source("changes/a.md", text))
    assert found is None
    assert [fault.code for fault in faults] == ["DG632"]


def test_a_fault_of_the_front_matter_stands_at_its_line() -> None:
    found, faults = read_fragment(
        Source("changes/a.md", "---\nclauses: [objet.objet]\nvalue: [x]\n---\nParce que.\n")
    )
    assert found is None
    assert [(fault.code[:3], fault.span.line) for fault in faults] == [("DG2", 3)]


def test_each_reason_is_told_once_in_the_order_of_the_files() -> None:
    assert reasons((Fragment("b", "deux"), Fragment("a", "un"), Fragment("c", "deux"))) == ("un", "deux")


def test_a_change_without_reason_is_a_fault() -> None:
    assert missing() == ["clause objet.objet", "value sla.credits.monthly_cap"], (
        "what only follows needs no reason of its own"
    )


def test_where_and_how_a_reason_is_given_is_said() -> None:
    fault = next(unexplained(CHANGES, (), "engagements/demo"))
    assert (fault.code, fault.span) == ("DG631", Span("engagements/demo/changes"))
    assert fault.message == "clause objet.objet changed, and no fragment says why"
    assert fault.hint == "say why in engagements/demo/changes/<name>.md: one sentence"
    _, (bare,) = read_fragment(Source("changes/a.md", "#"))
    assert (bare.span, bare.message) == (Span("changes/a.md"), "the fragment gives no reason")
    assert bare.hint == "write in one sentence why the change is made"


def test_a_general_reason_explains_everything() -> None:
    assert missing(Fragment("a", "un")) == []


def test_a_reason_that_is_limited_explains_what_it_names() -> None:
    assert missing(Fragment("a", "un", values=("sla",))) == ["clause objet.objet"]
    assert missing(Fragment("a", "un", clauses=("objet.objet",))) == ["value sla.credits.monthly_cap"]
    assert missing(Fragment("a", "un", values=("sla.credit",))) == [
        "clause objet.objet",
        "value sla.credits.monthly_cap",
    ]


def test_what_no_document_prints_needs_no_reason() -> None:
    assert missing(changes=Changes(values=(CAP,))) == []


def test_a_document_that_only_looks_otherwise_needs_a_reason() -> None:
    assert missing(changes=Changes(documents=("raci",))) == ["the printed text of raci"]


def test_a_reason_for_what_did_not_change_is_told() -> None:
    found = list(
        idle(CHANGES, (Fragment("changes/a.md", "un", ("objet.suite", "objet.objet"), ("term", "sla")),))
    )
    assert [fault.message for fault in found] == [
        "clause objet.suite is explained, but did not change",
        "value term is explained, but did not change",
    ]
    assert {(fault.code, fault.severity, fault.span.path, fault.hint) for fault in found} == {
        (
            "DG633",
            Severity.WARNING,
            "changes/a.md",
            "name a changed clause or value ('docgen diff' lists them), or take the line out",
        )
    }
