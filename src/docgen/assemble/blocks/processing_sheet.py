"""The description of the processing of personal data (RGPD art. 28(3)); nothing when there is none.

Purposes, data, data subjects, length, deletion, delays, further processors, contacts. With the option `annex` it is the sheet
of a data-processing agreement: it names every controller and what data are sensitive, and leaves to the annex the delays, the
further processors and the transfers that other articles of it state.
"""

from collections.abc import Iterator

from docgen.assemble.blocks._directory import mail, named, party_name
from docgen.assemble.blocks._items import items
from docgen.assemble.blocks._layout import Content, Wording, lines
from docgen.assemble.setting import show
from docgen.model.delivery import SubcontractingRegime
from docgen.model.document import Block, Inline, Sheet, Text
from docgen.model.governance import Pair
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One `Sheet` with a table of facts."""
    if not pack.engagement.facts.personal_data:
        return ()
    say = Wording(pack.locale, "processing-sheet")
    return (Sheet(say("title"), (say.facts(_facts(pack, say, options), say("caption")),), "processing"),)


def _facts(pack: Pack, say: Wording, options: Options) -> Iterator[tuple[str, Content]]:
    locale, deal = pack.locale, pack.engagement
    terms = deal.dpa
    annex = bool(options.get("annex"))
    if annex:
        yield "controllers", items(locale, _controllers(pack, say))
        yield "processor_alone", deal.parties.provider.name
    else:
        yield "roles", lines(locale, (say("controller"), say("processor")))
    yield "subject", deal.contract.subject
    yield "purposes", terms.purposes
    yield "categories", terms.categories
    if annex:
        yield "sensitive", _sensitive(pack, say)
    yield "subjects", terms.subjects
    yield "operations", terms.operations or say("operations_list")
    yield "length", say("as_contract")
    if not annex:
        yield from _delays(pack, say)
    if pack.engagement.contacts.data_protection is not None:
        yield "contacts", lines(locale, _contacts(pack, say, pack.engagement.contacts.data_protection))


def _controllers(pack: Pack, say: Wording) -> Iterator[str]:
    parties = pack.engagement.parties
    if not parties.beneficiaries or not pack.engagement.facts.group_contract:
        yield parties.client.name
        return
    yield say("controller_client", name=parties.client.name)
    yield say(
        "controller_beneficiaries", names=show(pack.locale, tuple(one.name for one in parties.beneficiaries))
    )


def _sensitive(pack: Pack, say: Wording) -> str:
    """Data of articles 9 and 10 GDPR; health data that the deal hosts are among them."""
    stated = pack.engagement.dpa.sensitive
    health = say("health") if pack.engagement.facts.health_data else ""
    return pack.locale.text("lists.comma").join(text for text in (health, stated) if text) or say(
        "sensitive_none"
    )


def _delays(pack: Pack, say: Wording) -> Iterator[tuple[str, Content]]:
    locale, deal = pack.locale, pack.engagement
    terms = deal.dpa
    yield "deletion", say("after_end", delay=show(locale, terms.deletion))
    yield "breach", say("after_awareness", delay=show(locale, terms.breach_notice))
    yield "requests", show(locale, terms.request_forward)
    yield (
        "transfers",
        say("transfers_framed" if deal.facts.transfers_outside_eea else "transfers_none"),
    )
    yield "processors", items(locale, _processors(pack, say))


def _processors(pack: Pack, say: Wording) -> Iterator[str]:
    terms = pack.engagement.subcontracting
    if pack.engagement.facts.subcontracting and terms.regime is not SubcontractingRegime.PROHIBITED:
        for item in terms.list:
            if item.personal_data:
                yield say("processor_line", name=item.name, service=item.service, country=item.country)


def _contacts(pack: Pack, say: Wording, pair: Pair) -> Iterator[tuple[Inline, ...]]:
    for person_id in (pair.client, pair.provider):
        person = pack.engagement.person(person_id)
        if person is not None:
            name, function = named(pack.locale, person)
            role = Text(say("contact", function=function, party=party_name(pack.locale, person.party)))
            yield (*name, role, *mail(person.email))
