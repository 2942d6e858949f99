"""Faults accepted on purpose."""

from docgen.text.diagnostics import Severity

from .harness import check_files

ENGAGEMENT = "engagements/demo/engagement.yaml"
DUTIES = """\
id: demo
obligations:
  - {id: disponibilite, duty: tenir la disponibilité, regime: result}
  - {id: rapports, duty: remettre les rapports, regime: means}
  - {id: conseil, duty: conseiller le client, regime: means}
"""


def codes(text: str, **files: str) -> list[str]:
    return sorted(fault.code for fault in check_files({ENGAGEMENT: text, **files}))


def waiver(code: str, rest: str = "reason: accord du client, until: 2026-12-31") -> str:
    return f"waivers:\n  - {{code: {code}, {rest}}}\n"


def test_a_fault_that_is_waived_is_gone() -> None:
    assert codes(DUTIES) == ["DG370"]
    assert codes(DUTIES + waiver("DG370")) == []


def test_the_last_day_counts_and_the_day_after_does_not() -> None:
    assert codes(DUTIES + waiver("DG370", "reason: accord, until: 2026-11-24")) == []
    assert codes(DUTIES + waiver("DG370", "reason: accord, until: 2026-11-23")) == ["DG342", "DG370"]


def test_a_waiver_without_reason_or_end_waives_nothing() -> None:
    assert codes(DUTIES + waiver("DG370", "until: 2026-12-31")) == ["DG341", "DG370"]
    assert codes(DUTIES + waiver("DG370", "reason: accord")) == ["DG341", "DG370"]


def test_a_waiver_may_be_limited_to_a_value() -> None:
    limit = "reason: accord, until: 2026-12-31, place: "
    assert codes(DUTIES + waiver("DG370", limit + "obligations")) == []
    assert codes(DUTIES + waiver("DG370", limit + "'obligations[3]'")) == []
    assert codes(DUTIES + waiver("DG370", limit + "'obligations[2]'")) == ["DG343", "DG370"]
    assert codes(DUTIES + waiver("DG370", limit + "sla")) == ["DG343", "DG370"]


def test_a_waiver_of_an_error_lets_the_pack_be_checked() -> None:
    """An error of the facts hides the faults of the pack; once it is waived, they are seen."""
    documents = "documents:\n  list:\n    - {id: pas}\n    - {id: pas}\n"
    hidden = codes("id: demo\n" + documents)
    seen = codes("id: demo\n" + documents + waiver("DG373"))
    assert "DG373" in hidden
    assert "DG374" not in hidden
    assert "DG373" not in seen
    assert "DG374" in seen


def test_a_waiver_of_a_clause_covers_its_own_file_only() -> None:
    late = "---\nid: {id}\ntitle: Objet\nowner: legal\nreview_by: 2026-11-01\n{waivers}---\nLes Parties conviennent de {{{{ contract.subject }}}}.\n"
    waived = late.format(id="objet.objet", waivers=waiver("DG325"))
    bare = late.format(id="facturation.indemnite", waivers="").replace("subject", "reference")
    faults = check_files({"clauses/objet/objet.fr.md": waived, "clauses/facturation/indemnite.fr.md": bare})
    assert [fault.span.path for fault in faults if fault.code == "DG325"] == [
        "clauses/facturation/indemnite.fr.md"
    ]


def test_a_waiver_of_nothing_is_a_note() -> None:
    (fault,) = check_files({ENGAGEMENT: "id: demo\n" + waiver("DG370")})
    assert (fault.code, fault.severity) == ("DG343", Severity.NOTE)
    assert fault.message == "there is no DG370 to waive"
