"""The PDFs of the large pack are read back: every party, figure and contact stands where it belongs."""

import re
from collections.abc import Iterator
from decimal import Decimal

import outloud
import pytest

from docgen.assemble.setting import in_words, show
from docgen.model.engagement import Engagement
from docgen.model.locale import Locale
from docgen.pipeline.reading import Reader, open_context, open_engagement
from docgen.workspace import Workspace

from .conftest import Built
from .places import missing


@pytest.fixture(scope="module")
def locale(aurore: Built) -> Locale:
    context = open_context(Reader(Workspace(aurore.root)))
    assert context is not None
    return context.locales["fr"]


@pytest.fixture(scope="module")
def engagement(aurore: Built) -> Engagement:
    reader = Reader(Workspace(aurore.root))
    context = open_context(reader)
    assert context is not None
    engagement = open_engagement(reader, context, "aurore")
    assert engagement is not None
    return engagement


pytestmark = pytest.mark.deep
KINDS = (
    "contract",
    "dpa",
    "financial",
    "sla-annex",
    "transition-plan",
    "escalation",
    "raci",
    "change-log",
)


def test_all_documents_are_read(aurore: Built) -> None:
    kinds = {entry["kind"] for entry in aurore.manifest["files"]}
    assert kinds == {"pack", *KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_free_of_what_must_never_print(aurore: Built, kind: str) -> None:
    wrong = re.compile(
        r"\{\{|\}\}|\{%|\[\[|\]\]|\bNone\b|\bUndefined\b|\bnan\b|référence inconnue|[\ue000-\uf8ff\ufffd\ufffc]"
    )
    found = [
        (number, match[0])
        for number, page in enumerate(aurore.pages(kind), start=1)
        if (match := wrong.search(page))
    ]
    assert found == []


def test_every_document_of_the_bound_pack_is_read_out_without_an_error(aurore: Built) -> None:
    result = outloud.check(str(aurore.folder / "pack.pdf"))
    assert result.error is None
    assert [
        f"{found.rule} page {found.page}: {found.message}"
        for found in result.findings
        if found.severity == "error"
    ] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_empty(aurore: Built, kind: str) -> None:
    assert [number for number, page in enumerate(aurore.pages(kind), start=1) if len(page.split()) < 10] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_names_the_parties_the_reference_and_the_version(
    aurore: Built, engagement: Engagement, kind: str
) -> None:
    values = engagement.printed
    words = [
        values["parties"]["client"]["name"],
        values["parties"]["provider"]["name"],
        values["contract"]["reference"],
        "1.0.0-draft",
        "PROJET",
    ]
    assert missing(aurore.text(kind), words) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_after_the_cover_bears_the_reference(
    aurore: Built, engagement: Engagement, kind: str
) -> None:
    reference = engagement.printed["contract"]["reference"]
    without = [number for number, page in enumerate(aurore.pages(kind)[1:], start=2) if reference not in page]
    assert without == []


def test_the_contract_identifies_the_parties(aurore: Built, engagement: Engagement, locale: Locale) -> None:
    words: list[str] = []
    for name in ("client", "provider"):
        party = engagement.printed["parties"][name]
        words += [
            party["form"],
            show(locale, party["capital"]),
            party["siren"],
            party["registry"],
            *party["address"].values(),
        ]
        words += [party["signatory"]["name"], party["signatory"]["title"]]
    words += [item["name"] for item in engagement.printed["parties"]["beneficiaries"]]
    words += [item["siren"] for item in engagement.printed["parties"]["beneficiaries"]]
    assert missing(aurore.text("contract"), words) == []


def test_the_contract_holds_its_dates_and_terms(
    aurore: Built, engagement: Engagement, locale: Locale
) -> None:
    values = engagement.printed
    contract, term = values["contract"], values["term"]
    facts = [
        contract["effective"],
        contract["service_start"],
        term["initial"],
        term["renewal"]["duration"],
        term["renewal"]["notice"],
    ]
    facts += [
        values["termination"]["cure"],
        values["exit"]["duration"],
        values["payment"]["term"],
        values["confidentiality"]["after_end"],
    ]
    lacking = [
        fact
        for fact in facts
        if len(missing(aurore.text("contract"), [show(locale, fact), in_words(locale, fact)])) == 2
    ]
    assert lacking == []


def test_the_contract_holds_its_money(aurore: Built, engagement: Engagement, locale: Locale) -> None:
    values = engagement.printed
    amounts = [service.monthly_fee for service in engagement.services]
    amounts += [
        values["transition"]["price"],
        values["insurance"]["per_claim"],
        values["insurance"]["per_year"],
        values["payment"]["indemnity"],
    ]
    amounts += [
        values["liability"]["cap"],
        values["liability"]["cap_floor"],
        values["sla"]["credits"]["monthly_cap"],
    ]
    amounts += [unit["price"] for unit in values["price"]["units"]] + [
        rate["rate"] for rate in values["price"]["day_rates"]
    ]
    assert missing(aurore.text("contract"), [show(locale, amount) for amount in amounts]) == []


def test_the_contract_lists_its_annexes_services_and_subcontractors(
    aurore: Built, engagement: Engagement
) -> None:
    values = engagement.printed
    words = [service.name for service in engagement.services]
    words += [item["title"] for item in values["documents"]["list"] if "title" in item]
    words += [item["name"] for item in values["subcontracting"]["list"]] + [
        phase["name"] for phase in values["phases"]
    ]
    assert missing(aurore.text("contract"), words) == []


def test_the_service_level_annex_holds_every_indicator_and_delay(
    aurore: Built, engagement: Engagement, locale: Locale
) -> None:
    values = engagement.printed
    words = [item["name"] for item in values["sla"]["indicators"]]
    words += [show(locale, Decimal(item["target"])) for item in values["sla"]["indicators"]]
    words += [show(locale, item[delay]) for item in values["sla"]["responses"] for delay in ("gti", "gtr")]
    words += [item["name"] for item in values["sla"]["priorities"]] + [
        item["name"] for item in values["sla"]["scales"]
    ]
    words += [window["name"] for window in values["windows"]] + [
        service.name for service in engagement.services
    ]
    words += [
        show(locale, band["rate"]) for scale in values["sla"]["scales"] for band in scale.get("bands") or ()
    ]
    assert missing(aurore.text("sla-annex"), words) == []


def _called(engagement: Engagement) -> Iterator[str]:
    escalation = engagement.escalation
    for step in escalation.functional:
        yield from step.contacts
    for level in escalation.levels:
        yield from (*level.provider, *level.client)


def test_the_escalation_procedure_holds_every_level_and_contact(
    aurore: Built, engagement: Engagement, locale: Locale
) -> None:
    escalation = engagement.escalation
    words = [step.name for step in escalation.functional] + [level.name for level in escalation.levels]
    words += [
        show(locale, delay)
        for level in engagement.printed["escalation"]["levels"]
        for delay in level["delays"].values()
    ]
    words += [trigger["event"] for trigger in engagement.printed["escalation"]["triggers"]]
    for person in filter(None, map(engagement.person, _called(engagement))):
        words += [person.name, person.function, person.phone, person.email]
    assert len(set(words)) > 60
    assert missing(aurore.text("escalation"), words) == []


def test_the_matrix_holds_every_role_and_activity(aurore: Built, engagement: Engagement) -> None:
    words = [role.name for role in engagement.raci.roles] + [role.short for role in engagement.raci.roles]
    words += [group.name for group in engagement.raci.groups]
    words += [activity.name for group in engagement.raci.groups for activity in group.activities]
    assert len(words) > 70
    assert missing(aurore.text("raci"), words) == []


def test_the_change_log_names_the_draft(aurore: Built, engagement: Engagement, locale: Locale) -> None:
    contact = engagement.person(engagement.contacts.contract.provider)
    assert contact is not None
    words = [
        "1.0.0-draft",
        show(locale, engagement.printed["contract"]["date"]),
        contact.name,
    ]
    assert missing(aurore.text("change-log"), words) == []


def test_the_words_are_missed_when_they_are_not_there(aurore: Built) -> None:
    assert missing(aurore.text("raci"), ["Texte qui ne se trouve nulle part"]) == [
        "Texte qui ne se trouve nulle part"
    ]


def test_nothing_is_written_beside_outputs_and_cache(aurore: Built) -> None:
    assert {path.name for path in aurore.root.iterdir()} == {
        "docgen.yaml",
        "clauses",
        "templates",
        "engagements",
        "outputs",
        ".docgen",
        "result.txt",
    }
    assert list(aurore.root.rglob(".docgen-*")) == []
