"""An engagement from its parts and the house terms: typed, shaped, placed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from docgen.model.engagement import Engagement
from docgen.model.sla import (
    Claim,
    Cumulation,
    DayKind,
    EarnBack,
    EarnBackShare,
    PenaltyBase,
    PenaltyTerms,
    RoundingMode,
    SettlementTreatment,
    StepScale,
)
from docgen.read.engagement import read_engagement
from docgen.text.diagnostics import Diagnostic
from docgen.text.quantities import Duration, Money, Unit
from docgen.text.source import Source, Span
from docgen.text.yamltext import YamlDocument, load

TERMS = Path(__file__).parents[1] / "rules" / "base" / "clauses" / "terms.yaml"
PATH = "engagements/demo/engagement.yaml"


@pytest.fixture(scope="module")
def context() -> YamlDocument:
    document, faults = load(Source("clauses/terms.yaml", TERMS.read_text("utf-8")))
    assert faults == ()
    return document


def read(context: YamlDocument | None, *parts: str) -> tuple[Engagement | None, tuple[Diagnostic, ...]]:
    sources = [
        Source(PATH if index == 0 else f"engagements/demo/part-{index}.yaml", text)
        for index, text in enumerate(parts)
    ]
    engagement, faults = read_engagement(sources, context)
    return engagement, faults


def sound(context: YamlDocument, *parts: str) -> Engagement:
    engagement, faults = read(context, *parts)
    assert faults == ()
    assert engagement is not None
    return engagement


def test_what_the_engagement_says_and_what_the_house_says(context: YamlDocument) -> None:
    engagement = sound(context, "id: demo\ncontract: {reference: X-1}\n", "term: {initial: 4 years}\n")
    assert (engagement.id, engagement.language, engagement.path) == ("demo", "fr", PATH)
    assert engagement.printed["contract"]["reference"] == "X-1"
    assert engagement.printed["term"]["initial"] == Duration(4, Unit.YEAR)
    assert engagement.printed["contract"]["date"] == date(2026, 11, 24)
    assert engagement.at("contract", "reference") == Span(PATH, 2, 23, 26)
    assert engagement.key("term", "initial") == Span("engagements/demo/part-1.yaml", 1, 8, 15)
    assert engagement.at("contract", "date").path == "clauses/terms.yaml"
    assert engagement.at("contract", "nothing", "deeper") == engagement.at("contract")


def test_values_cannot_be_changed(context: YamlDocument) -> None:
    engagement = sound(context, "id: demo\n")
    with pytest.raises(TypeError):
        engagement.printed["contract"]["date"] = None  # type: ignore[index]
    assert isinstance(engagement.printed["services"], tuple)


def test_the_parts_that_blocks_and_rules_work_on(context: YamlDocument) -> None:
    engagement = sound(context, "id: demo\n")
    assert [service.id for service in engagement.services] == ["hebergement"]
    assert engagement.services[0].monthly_fee == Money(Decimal(10000), "EUR")
    person = engagement.person("sdm")
    assert person is not None
    assert person.party == "provider"
    assert engagement.person("nobody") is None
    assert [committee.id for committee in engagement.governance.committees] == ["costrat", "copil", "coproj"]
    assert [level.id for level in engagement.escalation.levels] == ["H1", "H2"]
    assert engagement.escalation.levels[0].delays["P1"] == Duration(1, Unit.HOUR)
    assert {
        letter
        for group in engagement.raci.groups
        for activity in group.activities
        for letter in activity.letters.values()
    } <= {"A", "R", "C", "I", "A/R"}


def test_faults_of_every_part_are_told_before_anything_is_checked(context: YamlDocument) -> None:
    engagement, faults = read(context, "id: demo\na: [\n", "b: !x 1\n", "id: demo\n")
    assert engagement is None
    assert [(fault.code, fault.span.path) for fault in faults] == [
        ("DG103", PATH),
        ("DG106", "engagements/demo/part-1.yaml"),
    ]


def test_a_fault_of_the_house_terms_is_placed_in_their_file(context: YamlDocument) -> None:
    broken, _ = load(
        Source(
            "clauses/terms.yaml",
            TERMS.read_text("utf-8").replace("initial: 36 months", "initial: 36 lunes", 1),
        )
    )
    engagement, (fault,) = read(broken, "id: demo\n")
    assert engagement is None
    assert (fault.code, fault.span.path) == ("DG204", "clauses/terms.yaml")
    assert (
        broken.source.line(fault.span.line)[fault.span.column - 1 : fault.span.end_column - 1] == "36 lunes"
    )


def test_without_house_terms_everything_must_be_said() -> None:
    engagement, faults = read(None, "id: demo\n")
    assert engagement is None
    assert {fault.code for fault in faults} == {"DG202"}
    assert "contract is missing" in {fault.message for fault in faults}


def test_service_levels_are_ready_for_arithmetic(context: YamlDocument) -> None:
    sla = sound(
        context, "id: demo\nsla: {credits: {claim: 2 weeks, rounding: half_even, grace: 2 months}}\n"
    ).sla
    assert sla.terms.claim == Claim(14, DayKind.CALENDAR)
    assert sla.terms.rounding.mode is RoundingMode.HALF_EVEN
    assert sla.terms.grace_months == 2
    assert all(isinstance(response.target.gti_minutes, int) for response in sla.responses)
    assert {window.id for window in sla.windows} >= {response.target.window for response in sla.responses}
    for scale in sla.scales:
        if isinstance(scale.scale, StepScale):
            assert all(isinstance(band.rate, Decimal) for band in scale.scale.bands)


@pytest.mark.parametrize(
    ("stated", "terms"),
    [
        (
            "credits: {base: service_monthly_fee}",
            lambda terms: terms.caps.base is PenaltyBase.SERVICE_MONTHLY_FEE,
        ),
        (
            "credits: {base: total_monthly_fee}",
            lambda terms: terms.caps.base is PenaltyBase.TOTAL_MONTHLY_FEE,
        ),
        (
            "credits: {settlement: credit_note}",
            lambda terms: terms.settlement is SettlementTreatment.PRICE_REDUCTION,
        ),
        (
            "credits: {settlement: penalty_invoice}",
            lambda terms: terms.settlement is SettlementTreatment.PENALTY_OUTSIDE_VAT,
        ),
        ("credits: {rounding: half_up}", lambda terms: terms.rounding.mode is RoundingMode.HALF_UP),
        ("credits: {rounding: down}", lambda terms: terms.rounding.mode is RoundingMode.DOWN),
        ("credits: {cumulation: max}", lambda terms: terms.cumulation is Cumulation.MAX),
        ("credits: {cumulation: sum}", lambda terms: terms.cumulation is Cumulation.SUM),
        ("earn_back: {mode: none}", lambda terms: terms.earn_back is None),
        (
            "earn_back: {mode: all_or_nothing, months: 2}",
            lambda terms: terms.earn_back == EarnBack(2, EarnBackShare.FULL),
        ),
        (
            "earn_back: {mode: per_month, months: 2}",
            lambda terms: terms.earn_back == EarnBack(2, EarnBackShare.PARTIAL),
        ),
    ],
)
def test_a_word_of_the_terms_is_settled_by_what_it_says(
    context: YamlDocument, stated: str, terms: Callable[[PenaltyTerms], bool]
) -> None:
    assert terms(sound(context, f"id: demo\nsla: {{{stated}}}\n").sla.terms)


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("10 days", DayKind.CALENDAR),
        ("10 business days", DayKind.BUSINESS),
        ("10 working days", DayKind.WORKING),
    ],
)
def test_a_delay_keeps_its_kind_of_days(context: YamlDocument, claim: str, kind: DayKind) -> None:
    assert sound(context, f"id: demo\nsla: {{credits: {{claim: {claim}}}}}\n").sla.terms.claim == Claim(
        10, kind
    )


@pytest.mark.parametrize(
    ("window", "hours"),
    [
        (
            "{id: HO, name: Fenêtre, week: {monday: ['08:00-12:00', '14:00-18:00']}}",
            ((480, 720), (840, 1080)),
        ),
        ("{id: HO, name: Fenêtre, week: {monday: ['00:00-24:00']}}", ((0, 1440),)),
    ],
)
def test_a_window_of_service(context: YamlDocument, window: str, hours: tuple[tuple[int, int], ...]) -> None:
    sla = sound(context, f"id: demo\nwindows: [{window}]\n").sla
    assert tuple((span.start, span.end) for span in sla.windows[0].days[0]) == hours
    assert sla.windows[0].days[1] == ()


@pytest.mark.parametrize(
    "week", ["{}", "{monday: ['14:00-18:00', '08:00-12:00']}", "{monday: ['08:00-12:00', '11:00-18:00']}"]
)
def test_a_window_with_malformed_hours_is_left_to_the_rules(context: YamlDocument, week: str) -> None:
    assert sound(context, f"id: demo\nwindows: [{{id: HO, name: Fenêtre, week: {week}}}]\n").sla.windows == ()
