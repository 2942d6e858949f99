"""The contacts: for each subject the person of the client and that of the provider, with telephone and e-mail."""

from docgen.assemble.blocks._directory import mail, named, phone
from docgen.assemble.blocks._layout import Wording, lines, row
from docgen.model.document import Block, Inline
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table, a row a subject."""
    locale, say = pack.locale, Wording(pack.locale, "contacts")
    contacts = pack.engagement.contacts
    subjects = (
        ("contract", contacts.contract),
        ("delivery", contacts.delivery),
        ("security", contacts.security),
        ("data_protection", contacts.data_protection),
        ("billing", contacts.billing),
    )
    body = (
        row(locale, say(f"subjects.{subject}"), _person(pack, pair.client), _person(pack, pair.provider))
        for subject, pair in subjects
        if pair is not None
    )
    return (say.table(("subject", "client", "provider"), body, (20, 40, 40)),)


def _person(pack: Pack, person_id: str) -> tuple[Inline, ...]:
    person = pack.engagement.person(person_id)
    if person is None:
        return ()
    return lines(pack.locale, (*named(pack.locale, person), phone(person.phone), mail(person.email)))
