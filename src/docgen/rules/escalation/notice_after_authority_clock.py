"""The provider warns of a security incident later than the client must warn the authority.

An essential or important entity gives an early warning within 24 hours of becoming aware of a significant incident
(directive (EU) 2022/2555, art. 23(4)(a)); a financial entity gives its initial notice within 24 hours, and 4 hours after
the incident is classified as major (regulation (EU) 2022/2554, art. 19, and delegated regulation (EU) 2025/301). A
contractual notice that takes longer may use the client's time up. Shorten the notice: 24 h at most, 4 h where the
services support a critical or important function of a financial entity.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG472"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts: {client_nis2_entity: true}
security:
  incident_notice: 48 h
  #                ^^^^ DG472
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts: {client_nis2_entity: true}
security:
  incident_notice: 24 h
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report a notice longer than the shortest clock of the authorities of the client, in hours."""
    facts = engagement.facts
    clocks = (
        (
            4,
            "DORA art. 19, critical function",
            facts.client_financial_entity and facts.critical_function,
        ),
        (24, "DORA art. 19", facts.client_financial_entity),
        (24, "NIS 2 art. 23", facts.client_nis2_entity),
    )
    for hours, source, applies in clocks:
        if applies and engagement.security.incident_notice.minutes > hours * 60:
            message = f"a security incident is notified later than the client's clock of {hours} h ({source})"
            yield Fault(engagement.at("security", "incident_notice"), message, f"write {hours} h or less")
            return
