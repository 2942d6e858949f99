"""Rules on service levels, where their examples show one of several cases."""

import pytest

from .test_parties import messages

HO = "{id: HO, name: heures ouvrées, week: {monday: [08:00-18:00], tuesday: [08:00-18:00]}}"
ALWAYS = "{id: 24x7, name: toute heure, always: true}"


def indicator(**changes: str) -> str:
    """One availability of the service, with some fields changed ('' removes one)."""
    fields = {
        "id": "dispo", "name": "Disponibilité", "services": "[hebergement]", "definition": "part du temps",
        "measure": "availability", "unit": "percent", "direction": "higher", "target": "99.5", "period": "month",
        "window": "HO", "source": "sonde", "decimals": "2", "compare": "rounded", "scale": "paliers",
        "obligation": "disponibilite",
    } | changes  # fmt: skip
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items() if value) + "}"


def sla(indicators: str = "", **parts: str) -> str:
    """The section `sla` of an engagement, one part a line."""
    rows = [
        *([f"  indicators: [{indicators}]"] if indicators else []),
        *(f"  {key}: {value}" for key, value in parts.items()),
    ]
    return "sla:\n" + "\n".join(rows)


def steps(*bands: str) -> str:
    """One scale of steps."""
    return "[{id: paliers, name: Paliers, kind: steps, bands: [" + ", ".join(bands) + "]}]"


@pytest.mark.parametrize(
    ("windows", "words"),
    [
        ("[{id: HO, name: n}]", "window 'HO' never opens"),
        (
            "[{id: HO, name: n, always: true, week: {monday: [08:00-18:00]}}]",
            "is always open, and has a week",
        ),
    ],
)
def test_windows_that_cannot_be_computed(windows: str, words: str) -> None:
    (message,) = messages("DG416", f"windows: {windows}")
    assert words in message


@pytest.mark.parametrize(
    ("zone", "known"),
    [("Europe/Paris", True), ("Indian/Reunion", True), ("Europe/Pari", False), ("Europe", False)],
)
def test_time_zones(zone: str, known: bool) -> None:
    assert (messages("DG416", f"calendar: {{timezone: {zone}}}") == []) is known


def test_an_on_call_window_and_its_fact_go_together() -> None:
    assert messages("DG417", "facts: {on_call: true}") == [
        "there is an on-call duty, and no window is on call"
    ]
    windows = f"windows: [{HO}, {{id: 24x7, name: n, always: true, on_call: true}}]"
    assert messages("DG417", windows) == ["a window is on call, and facts.on_call is false"]


def test_three_days_of_a_window_of_eight_hours_are_no_calendar_days() -> None:
    week = "windows: [{id: HO, name: n, week: {monday: [09:00-17:00], tuesday: [09:00-17:00]}}]\n"
    responses = "[{priority: P1, window: HO, gti: 1 h, gtr: 24 h, update: 1 h, workaround: true}, {priority: P2, window: HO, gti: 2 h, gtr: 48 h, update: 2 h, workaround: true}]"
    assert messages("DG419", week + sla(responses=responses)) == []


def test_priorities_in_different_windows_are_not_compared() -> None:
    responses = "[{priority: P1, window: HO, gti: 1 h, gtr: 8 h, update: 1 h, workaround: true}, {priority: P2, window: 24x7, gti: 30 min, gtr: 4 h, update: 2 h, workaround: true}]"
    assert messages("DG421", f"windows: [{HO}, {ALWAYS}]\n" + sla(responses=responses)) == []


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("[[P1, P2]]", "1 rows for 2 impacts"),
        ("[[P1, P2], [P2]]", "row 2 of the matrix has 1 cells"),
        ("[[P1, P1], [P1, P1]]", ""),
    ],
)
def test_the_shape_of_the_matrix(cells: str, words: str) -> None:
    found = messages("DG423", sla(matrix=f"{{cells: {cells}}}"))
    assert [words in message for message in found] == ([True] if words else [])


@pytest.mark.parametrize(
    ("bands", "words"),
    [
        (("{from: 99, rate: 0 %}", "{from: 98, to: 99, rate: 5 %}"), "values below 98 have no band"),
        (("{from: 99, to: 100, rate: 0 %}", "{to: 99, rate: 5 %}"), "values from 100 have no band"),
        (
            ("{from: 99, rate: 0 %}", "{from: 97, to: 99.5, rate: 5 %}", "{to: 97, rate: 9 %}"),
            "values from 99 to 99.5 belong to two bands",
        ),
        (("{from: 99, rate: 0 %}", "{to: 98, rate: 5 %}"), "values from 98 to 99 belong to no band"),
        (("{from: 99, rate: 0 %}", "{rate: 2 %}"), "two bands are open at the same end"),
    ],
)
def test_bands_that_do_not_cover_each_value_once(bands: tuple[str, ...], words: str) -> None:
    assert words in messages("DG425", sla(scales=steps(*bands)))


def test_bands_for_an_indicator_of_which_lower_is_better() -> None:
    bands = ("{to: 5, rate: 0 %}", "{from: 5, to: 8, rate: 2 %}", "{from: 8, rate: 4 %}")
    facts = sla(
        indicator(measure="rate", direction="lower", target="5", min_sample="50"), scales=steps(*bands)
    )
    assert messages("DG425", facts) == messages("DG426", facts) == messages("DG427", facts) == []
    facts = sla(
        indicator(measure="rate", direction="higher", target="5", min_sample="50"), scales=steps(*bands)
    )
    assert len(messages("DG426", facts)) == 2


def test_a_tolerance_below_the_target_is_no_penalty_on_target() -> None:
    assert messages("DG427", sla(indicator(target="99.9"))) == []


@pytest.mark.parametrize(
    ("scale", "words"),
    [
        ("{id: s, name: n, kind: steps}", "has no bands"),
        ("{id: s, name: n, kind: per_incident}", "has no amount"),
        ("{id: s, name: n, kind: points}", "has no rate and no weights"),
        ("{id: s, name: n, kind: linear, rate: 0 %}", ""),
    ],
)
def test_what_each_kind_of_scale_needs(scale: str, words: str) -> None:
    found = messages("DG428", sla(scales=f"[{scale}]"))
    assert [words in message for message in found] == ([True] if words else [])


def test_weights_and_their_indicators() -> None:
    pool = "[{id: pool, name: n, kind: points, rate: 5 %, weights: {autre: 100}}]"
    both = indicator(scale="pool") + ", " + indicator(id="autre", scale="")
    assert set(messages("DG429", sla(both, scales=pool))) == {
        "indicator 'autre' has a weight in 'pool' and does not use it",
        "indicator 'dispo' has no weight in 'pool'",
    }


def test_the_cap_is_a_share_of_the_fee_of_each_service() -> None:
    service = "{{id: {0}, name: {0}, description: d, window: HO, monthly_fee: {1}, exit_deliverables: [x]}}"
    services = f"services: [{service.format('hebergement', '1 000 EUR')}, {service.format('support', '1 000 EUR')}]\n"
    twenty = sla(scales=steps("{from: 99.5, rate: 0 %}", "{to: 99.5, rate: 20 %}"))
    assert messages("DG430", twenty) == ["a penalty of 20 % lies beyond the monthly cap of 15 %"]
    assert messages("DG430", services + twenty) == messages("DG430", twenty), "another service adds no room"
    fifteen = sla(scales=steps("{from: 99.5, rate: 0 %}", "{to: 99.5, rate: 15 %}"))
    assert messages("DG430", fifteen) == []


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (sla(credits="{yearly_cap: 1 %}"), "is used up before one month reaches its cap"),
        ("liability: {cap: 8 %, penalties_inside_cap: true}", "is below the yearly cap of the penalties"),
    ],
)
def test_caps_that_contradict(facts: str, words: str) -> None:
    (message,) = messages("DG431", facts)
    assert words in message


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"unit": "minutes"}, "is a share and not in percent"),
        ({"direction": "lower"}, "is better when it is lower"),
        ({"target": "100"}, "allows no downtime at all"),
        ({"target": "995"}, "has a target of 995 %"),
        ({"measure": "percentile", "unit": "minutes", "scale": ""}, "does not say which percentile"),
        (
            {"measure": "on_time_rate", "clock": "gti", "priorities": "[P1]", "window": "24x7"},
            "measures P1 in '24x7', where it has no response times",
        ),
    ],
)
def test_indicators_that_cannot_be_computed(changes: dict[str, str], words: str) -> None:
    (message,) = messages("DG438", f"windows: [{HO}, {ALWAYS}]\n" + sla(indicator(**changes)))
    assert words in message


def test_a_penalty_by_incident_needs_a_clock() -> None:
    scale = "[{id: paliers, name: n, kind: per_incident, amount: 50 EUR}]"
    assert messages("DG438", sla(indicator(), scales=scale)) == [
        "indicator 'dispo' has a penalty by late incident but no clock"
    ]


@pytest.mark.parametrize(("sample", "fine"), [("20", True), ("19", False), ("", False)])
def test_the_smallest_sample_allows_one_failure(sample: str, fine: bool) -> None:
    facts = sla(indicator(measure="rate", target="95", min_sample=sample))
    assert (messages("DG439", facts) == []) is fine


def test_names_that_do_not_exist_are_left_to_their_own_rule() -> None:
    """Rules on service levels meet unknown windows, services, priorities, duties and scales without a fault."""
    facts = sla(
        indicator(
            services="[inconnu]", window="inconnue", scale="inconnu", obligation="inconnue", probe="1 min"
        ),
        responses="[{priority: P9, window: inconnue, gti: 1 h, gtr: 2 h, update: 1 h, workaround: true}]",
    )
    for code in ("DG417", "DG418", "DG419", "DG421", "DG432", "DG434", "DG436", "DG438", "DG439"):
        assert messages(code, facts) == []


@pytest.mark.parametrize("size", ["0", "-1", "0.1"])
def test_a_step_of_nothing_or_less_is_refused(size: str) -> None:
    scale = f"[{{id: paliers, name: Pente, kind: linear, rate: 1 %, step: {size}}}]"
    found = messages("DG206", sla(indicator(), scales=scale))
    assert bool(found) is (size != "0.1")


@pytest.mark.parametrize(("probe", "found"), [("0 min", 1), ("1 min", 0)])
def test_a_probe_without_interval_is_refused(probe: str, found: int) -> None:
    assert len(messages("DG206", sla(indicator(probe=probe)))) == found
