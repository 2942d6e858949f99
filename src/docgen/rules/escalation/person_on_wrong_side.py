"""A person of one party is named where the contract expects one of the other.

Contacts and levels of the escalation name people of the client and people of the provider; a person of the wrong party
there, or a stand-in from the other side, makes one party speak for both. Correct the name, or the party of the person. A
third party, such as a subcontractor, may be named on either side.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement, Path
from docgen.model.parties import PartyKind
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._people import on_path, opposed
from docgen.text.diagnostics import Severity

CODE = "DG473"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contacts:
  delivery: {client: sdm, provider: sdm}
  #                  ^^^ DG473
""",
}
GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
contacts:
  delivery: {client: production, provider: sdm}
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Report each contact, person of a level or stand-in whose party is opposed to the one expected."""
    for name, party, path in _expected(engagement):
        person = engagement.person(name)
        if person is not None and opposed(person.party, party):
            message = f"{name!r} of the {person.party} is named where a person of the {party} is expected"
            yield Fault(engagement.at(*path), message, f"name a person of the {party}")


def _expected(engagement: Engagement) -> Iterator[tuple[str, str, Path]]:
    """Each person with the party that the place expects."""
    contacts = engagement.contacts
    for key, pair in (
        ("contract", contacts.contract),
        ("delivery", contacts.delivery),
        ("security", contacts.security),
        ("data_protection", contacts.data_protection),
        ("billing", contacts.billing),
    ):
        if pair is not None:
            yield pair.client, PartyKind.CLIENT, ("contacts", key, "client")
            yield pair.provider, PartyKind.PROVIDER, ("contacts", key, "provider")
    for way in on_path(engagement):
        for called in way:
            for index, name in enumerate(called.people if called.side else ()):
                yield name, called.side, (*called.path, index)
    for index, person in enumerate(engagement.people):
        if person.backup:
            yield person.backup, person.party, ("people", index, "backup")
