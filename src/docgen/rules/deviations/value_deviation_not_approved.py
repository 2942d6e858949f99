"""A value leaves the default terms and the role that must approve it has not.

What is given away in a figure costs as much as what is given away in a text: a cap, a penalty that is earned back, an
insurance. `docgen.yaml` names the role that must approve another value than the default one (`approvals.values`, by the path
of the value or of its section). Write in `agreed_values` why the deal has it and the role that approved it. A value that a
position states is approved with the position. In a draft this is a warning, in a final pack an error.
"""

from collections.abc import Iterator
from datetime import date

from docgen.assemble.value_deviations import value_deviations
from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG3601"
SEVERITY = Severity.WARNING

_APPROVERS = {
    "docgen.yaml": """\
language: fr
brand: {name: Exemple, primary: "#1d3c5c", accent: "#a4501b"}
approvals:
  values: {payment: finance}
""",
}

BAD = {
    **_APPROVERS,
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  term: 45 days
  #     ^^^^^^^ DG3601
""",
}

GOOD = {
    **_APPROVERS,
    "engagements/demo/engagement.yaml": """\
id: demo
payment:
  term: 45 days
agreed_values:
  - {value: payment.term, reason: demande du client, approved_by: finance}
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The values that nobody, or another role, approved; those of positions are told with the position."""
    severity = Severity.WARNING if pack.draft else Severity.ERROR
    for deviation in value_deviations(pack):
        if deviation.approved or deviation.position:
            continue
        given = f"and {deviation.approved_by!r} did" if deviation.approved_by else "and nobody did"
        place = pack.engagement.at(*steps(deviation.path))
        if deviation.rank is not None and deviation.approved_by:
            place = pack.engagement.at("agreed_values", deviation.rank, "approved_by")
        yield Fault(
            place,
            f"{deviation.path} leaves the default terms, which {deviation.approver!r} must approve, {given}",
            f"have it approved, and write in 'agreed_values': value, reason, 'approved_by: {deviation.approver}'",
            severity,
        )


def steps(path: str) -> tuple[str, ...]:
    """The keys that lead to a value, up to the list that it stands in."""
    return tuple(path.partition("[")[0].split("."))
