"""A contract with a public body does not prevail in French.

Contracts of public bodies, and of private ones in charge of a public service, are written in French; versions in other
languages may be added (loi n° 94-665 of 4 August 1994, art. 5). Let the French version prevail.
"""

from collections.abc import Iterator

from docgen.model.deal import Prevailing
from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG498"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts:
  client_public: true
payment:
  late_rate: ecb_plus_8
language_terms:
  prevailing: en
  #           ^^ DG498
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts:
  client_public: true
payment:
  late_rate: ecb_plus_8
language_terms:
  prevailing: fr
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Check the language that prevails where the client is public."""
    if engagement.facts.client_public and engagement.language_terms.prevailing is not Prevailing.FR:
        yield Fault(
            engagement.at("language_terms", "prevailing"),
            "a contract with a public body must prevail in French (loi n° 94-665 art. 5)",
            "write 'prevailing: fr'",
        )
