"""An entry of `agreed_values` names a value that does not leave the default terms.

The path is misspelt, or the value has become that of the house: the reason and the approval are for nothing, and a value that
does leave the terms may lack them. Write the path of the value (`sla.earn_back.mode`) or of its section, or take the entry
out.
"""

from collections.abc import Iterator
from datetime import date

from docgen.assemble.value_deviations import covering, value_deviations
from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity, nearest

CODE = "DG3602"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment: {term: 45 days}
agreed_values:
  - {value: payment.trem, reason: demande du client}
  #         ^^^^^^^^^^^^ DG3602
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
payment: {term: 45 days}
agreed_values:
  - {value: payment.term, reason: demande du client}
""",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The entries of `agreed_values`, against the values that differ."""
    differing = [deviation.path for deviation in value_deviations(pack)]
    for rank, agreed in enumerate(pack.engagement.agreed_values):
        if not any(covering((agreed.value,), path) for path in differing):
            yield Fault(
                pack.engagement.at("agreed_values", rank, "value"),
                f"{agreed.value} does not leave the default terms",
                nearest(agreed.value, differing) or "take the entry out",
            )
