"""Positions of an engagement: approvals in a draft and in a final pack, and values beside the position."""

from datetime import date
from pathlib import Path

import pytest

from docgen.pipeline.checking import check_workspace
from docgen.text.diagnostics import Diagnostic, Severity

from .harness import TODAY, MemoryWorkspace, base

FALLBACKS = {
    "fallback-1": "---\nrationale: dearer\napprover: finance\nvalues: {payment.term: 45 days}\n---\nLes factures sont payées sous {{ payment.term }}. Les pénalités de retard sont exigibles sans rappel.\n",
    "fallback-2": "---\nrationale: cheaper\napprover: direction\nvalues: {payment.term: 30 days, acceptance.tacit: null}\n---\nLes factures sont payées {{ payment.term }} après réception. Les pénalités de retard sont exigibles sans rappel.\n",
}


def faults(
    position: str, *, approved_by: str = "", more: str = "", final: bool = False, text: str = ""
) -> tuple[Diagnostic, ...]:
    """What is said of an engagement that takes a position on the term of payment."""
    item = f"{{clause: facturation.paiement, position: {position}, reason: r{f', approved_by: {approved_by}' if approved_by else ''}}}"
    files = {f"clauses/facturation/paiement.{name}.fr.md": body for name, body in FALLBACKS.items()}
    if text:
        files[f"clauses/facturation/paiement.{position}.fr.md"] = text
    files["engagements/demo/engagement.yaml"] = f"id: demo\npositions:\n  - {item}\n{more}"
    contents = {**base(), **{path: body.encode() for path, body in files.items()}}
    return check_workspace(
        MemoryWorkspace(Path("/nowhere"), contents), (), date.fromisoformat(TODAY), final=final
    ).diagnostics


@pytest.mark.parametrize(("final", "severity"), [(False, Severity.WARNING), (True, Severity.ERROR)])
def test_what_nobody_approved_is_a_warning_in_a_draft_and_an_error_in_a_final_pack(
    final: bool, severity: Severity
) -> None:
    (fault,) = faults("fallback-1", more="payment: {term: 45 days}\n", final=final)
    assert (fault.code, fault.severity) == ("DG348", severity)
    assert "nobody did" in fault.message
    assert "approved_by: finance" in fault.hint


@pytest.mark.parametrize("final", [False, True])
def test_what_its_role_approved_is_sound(final: bool) -> None:
    assert faults("fallback-1", approved_by="finance", more="payment: {term: 45 days}\n", final=final) == ()


def test_another_role_does_not_stand_in() -> None:
    (fault,) = faults("fallback-2", approved_by="finance", more="payment: {term: 30 days}\n", final=True)
    assert (fault.code, fault.severity) == ("DG348", Severity.ERROR)
    assert "'direction' must approve, and 'finance' did" in fault.message


@pytest.mark.parametrize(
    ("term", "said", "remedy"),
    [
        ("50 days", "50 days, better for the client", "another position"),
        ("30 days", "30 days, worse for the client", "'fallback-2'"),
    ],
)
def test_a_value_beside_the_position_says_who_gains_and_which_position_has_it(
    term: str, said: str, remedy: str
) -> None:
    (fault,) = (
        fault
        for fault in faults("fallback-1", approved_by="finance", more=f"payment: {{term: {term}}}\n")
        if fault.code == "DG349"
    )
    assert said in fault.message
    assert remedy in fault.hint


def test_a_value_that_must_not_be_stated_is_a_fault_when_it_is() -> None:
    (fault,) = faults(
        "fallback-2",
        approved_by="direction",
        more="payment: {term: 30 days}\nacceptance: {tacit: 10 business days}\n",
    )
    assert (
        fault.message
        == "acceptance.tacit is 10 business days, and facturation.paiement at fallback-2 states none"
    )
    assert fault.hint == "leave it out, or take another position"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ("{payment.terms: 45 days}", "DG201"),
        ("{payment.term: 45}", "DG203"),
        ("{payment.term: soon}", "DG204"),
        ("{payment.term: 90 days}", "DG206"),
        ("{payment: 45 days}", "DG201"),
    ],
)
def test_a_value_that_no_engagement_can_have_is_a_located_fault(values: str, code: str) -> None:
    text = f"---\nrationale: dearer\napprover: finance\nvalues: {values}\n---\nLes factures sont payées.\n"
    found = [
        fault
        for fault in faults("fallback-1", approved_by="finance", text=text)
        if fault.span.path.endswith("fallback-1.fr.md")
    ]
    assert [(fault.code, fault.span.line) for fault in found] == [(code, 4)]
