"""Who answers for what, a line a subject: the person of the client and that of the provider, with their e-mail."""

from docgen.assemble.blocks._directory import mail
from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.setting import prose
from docgen.model.document import Block, Inline, Look
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row a subject."""
    contacts = pack.engagement.contacts
    subjects = (
        ("contract", contacts.contract),
        ("delivery", contacts.delivery),
        ("security", contacts.security),
        ("data_protection", contacts.data_protection),
        ("billing", contacts.billing),
    )
    say = Wording(pack.locale, "contacts")
    body = (
        row(pack.locale, say(f"subjects.{subject}"), _person(pack, pair.client), _person(pack, pair.provider))
        for subject, pair in subjects
        if pair is not None
    )
    return (say.table(("subject", "client", "provider"), body, (16, 42, 42), look=Look.COMPACT),)


def _person(pack: Pack, person_id: str) -> tuple[Inline, ...]:
    person = pack.engagement.person(person_id)
    if person is None:
        return ()
    return (*prose(pack.locale, f"{person.name}, "), *mail(person.email))
