import pytest

from docgen.text.diagnostics import Checked, Diagnostic, Severity, has_errors, in_order, nearest
from docgen.text.source import Span


def _fault(
    line: int, code: str = "DG999", severity: Severity = Severity.ERROR, path: str = "b.yaml"
) -> Diagnostic:
    return Diagnostic(Span(path, line), code, severity, "a fault")


def test_faults_stand_in_order_of_place_then_code_and_each_once() -> None:
    faults = [_fault(10), _fault(9, "DG200"), _fault(9, "DG100"), _fault(10), _fault(99, path="a.yaml")]
    ordered = in_order(faults)
    assert [(fault.span.path, fault.span.line, fault.code) for fault in ordered] == [
        ("a.yaml", 99, "DG999"),
        ("b.yaml", 9, "DG100"),
        ("b.yaml", 9, "DG200"),
        ("b.yaml", 10, "DG999"),
    ]


@pytest.mark.parametrize(
    ("severity", "ok"), [(Severity.ERROR, False), (Severity.WARNING, True), (Severity.NOTE, True)]
)
def test_only_an_error_stops_a_stage(severity: Severity, ok: bool) -> None:
    assert Checked(1, (_fault(1, severity=severity),)).ok is ok
    assert has_errors([_fault(1, severity=severity)]) is not ok


def test_the_labels_that_programs_read() -> None:
    assert [severity.label for severity in Severity] == ["error", "warning", "note"]


def test_the_nearest_word_is_a_hint() -> None:
    assert nearest("sdn", ["pdg", "sdm"]) == "did you mean 'sdm'?"


def test_no_word_is_near() -> None:
    assert nearest("zzz", ["sdm", "pdg"]) == ""
    assert nearest("sdm", []) == ""
