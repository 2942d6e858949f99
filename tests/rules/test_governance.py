"""Rules on the matrix, the escalation and the committees: the cases that their examples do not show."""

import pytest

from docgen.rules._people import EXAMPLE

from .harness import check_files

ENGAGEMENT = "engagements/demo/engagement.yaml"


def messages(code: str, text: str, today: str = "2026-11-24") -> list[str]:
    """The messages of one rule on the base engagement with `text` laid over it."""
    found = check_files(
        {ENGAGEMENT: text if text.startswith("id:") else f"id: demo\n{text}\n", "today": today}
    )
    return [diagnostic.message for diagnostic in found if diagnostic.code == code]


def matrix(*letters: str, extra: str = "", roles: str = "") -> str:
    rows = "".join(
        f"\n        - {{id: a{n}, name: a, letters: {{{cells}}}{extra}}}" for n, cells in enumerate(letters)
    )
    return f"raci:\n{roles}  groups:\n    - id: g\n      name: g\n      activities:{rows}"


ROLES = """\
  roles:
    - {id: dsi, name: DSI, short: DSI, party: client, level: strategic, person: dsi}
    - {id: sdm, name: SDM, short: SDM, party: provider, level: tactical, person: sdm}
    - {id: tiers, name: Tiers, short: Tiers, party: third, level: operational}
"""


def levels(*delays: str) -> str:
    sides = (("sdm, adjoint", "production, achats"), ("compte, directeur", "dsi, pdg"), ("support", "dsi"))
    items = "".join(
        f"\n    - {{id: H{n}, name: n, role: r, provider: [{provider}], client: [{client}], answer: 1 h, delays: {{{cells}}}}}"
        for n, (cells, (provider, client)) in enumerate(zip(delays, sides, strict=False), start=1)
    )
    return f"escalation:\n  levels:{items}"


# --- matrix --------------------------------------------------------------------------------------------------


def test_a_small_matrix_is_not_overloaded() -> None:
    assert messages("DG449", matrix(*["sdm: A/R"] * 12)) == []


def test_work_of_a_subcontractor_needs_no_article() -> None:
    assert messages("DG446", matrix("sdm: A, tiers: R", roles=ROLES)) == []


def test_work_shared_by_both_parties_needs_no_article() -> None:
    assert messages("DG446", matrix("sdm: A, dsi: R, compte: R")) == []


@pytest.mark.parametrize("named", [", article: services", ", obligation: rapports"])
def test_a_duty_ties_the_party_that_does_the_work(named: str) -> None:
    assert messages("DG446", matrix("sdm: A, dsi: R", extra=named)) == []


def test_a_third_party_notifies_no_authority() -> None:
    acts = matrix("dsi: A, tiers: R", extra=", controller_act: authority_notice", roles=ROLES)
    assert messages("DG453", acts) == ["'tiers' has letter R in 'a0', an act of the controller"]


def test_the_provider_may_carry_out_what_the_client_determined() -> None:
    assert messages("DG453", matrix("dsi: A, sdm: R", extra=", controller_act: purposes")) == []


def test_the_client_may_answer_for_a_duty_of_means() -> None:
    assert messages("DG447", matrix("dsi: A, sdm: R", extra=", obligation: rapports")) == []


def test_more_than_four_opinions_crowd_an_activity() -> None:
    more = "".join(
        f"    - {{id: r{n}, name: r, short: r, party: client, level: tactical}}\n" for n in range(5)
    )
    cells = ", ".join(f"r{n}: C" for n in range(5))
    assert messages("DG451", matrix(f"sdm: A/R, {cells}", roles=ROLES + more)) == [
        "activity 'a0' has 5 roles with letter C, more than 4"
    ]


def test_an_unknown_role_is_one_fault_of_the_matrix() -> None:
    found = check_files(
        {ENGAGEMENT: f"id: demo\n{matrix('smd: A/R, dsi: C, achats: C, compte: C, sdm: C')}\n"}
    )
    assert [diagnostic.code for diagnostic in found if "DG440" <= diagnostic.code <= "DG459"] == ["DG458"]


# --- escalation ----------------------------------------------------------------------------------------------


def test_functional_levels_rise_as_well() -> None:
    text = """\
escalation:
  functional:
    - {id: N1, name: n, role: r, contacts: [support]}
    - {id: N2, name: n, role: r, contacts: [expert], delays: {P1: 1 h, P2: 2 h}}
    - {id: N3, name: n, role: r, contacts: [adjoint], delays: {P1: 30 min, P2: 3 h}}"""
    assert messages("DG460", text) == ["'N3' is called for P1 no later than 'N2' below it"]


def test_a_level_may_be_skipped_at_either_end_but_not_between() -> None:
    assert messages("DG463", levels("P2: 1 h", "P1: 1 h, P2: 2 h", "P1: 2 h")) == []
    assert messages("DG463", levels("P1: 1 h, P2: 1 h", "P2: 2 h", "P1: 3 h, P2: 3 h")) == [
        "'H2' is not called for P1, though levels below and above are"
    ]


def test_a_skipped_level_does_not_hide_a_delay_that_falls() -> None:
    assert messages("DG460", levels("P1: 2 h", "P2: 2 h", "P1: 1 h")) == [
        "'H3' is called for P1 no later than 'H1' below it"
    ]


def test_the_shortest_restoration_time_counts() -> None:
    text = """\
sla:
  responses:
    - {priority: P1, window: HO, gti: 15 min, gtr: 4 h, update: 30 min, workaround: true}
    - {priority: P1, window: HO, gti: 15 min, gtr: 2 h, update: 30 min, workaround: true}"""
    assert messages("DG462", f"{levels('P1: 2 h, P2: 3 h', 'P1: 3 h, P2: 9 h')}\n{text}") == [
        "'H2' is called for P1 after its GTR has passed"
    ]


def test_a_person_named_twice_at_a_level_is_reported() -> None:
    text = levels("P1: 1 h, P2: 2 h").replace("sdm, adjoint", "sdm, sdm")
    assert messages("DG465", text) == ["'sdm' is called again at 'H1', after 'H1'"]


def test_a_person_may_stand_on_both_axes() -> None:
    assert messages("DG465", levels("P1: 1 h, P2: 2 h").replace("sdm, adjoint", "support, expert")) == []


def test_a_level_of_the_wrong_side_is_found() -> None:
    assert messages(
        "DG473", levels("P1: 1 h, P2: 2 h").replace("production, achats", "production, adjoint")
    ) == ["'adjoint' of the provider is named where a person of the client is expected"]


def test_a_stand_in_of_the_other_party_is_found() -> None:
    assert messages("DG473", f"{EXAMPLE}, backup: dsi}}\n") == [
        "'dsi' of the client is named where a person of the provider is expected"
    ]


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        ("valid_from: 2028-01-01, valid_to: 2027-06-30", "contact 'sdm' leaves before starting"),
        ("valid_from: 2027-04-02", "contact 'sdm' starts on 2027-04-02, after the service"),
        ("valid_to: 2026-11-23", "contact 'sdm' left on 2026-11-23"),
    ],
)
def test_dates_of_a_contact(dates: str, message: str) -> None:
    assert messages("DG469", f"{EXAMPLE}, {dates}}}\n") == [message]


@pytest.mark.parametrize("dates", ["valid_from: 2027-04-01", "valid_to: 2026-11-24"])
def test_the_first_and_last_day_are_in_office(dates: str) -> None:
    assert messages("DG469", f"{EXAMPLE}, {dates}}}\n") == []


def test_a_contact_that_was_never_tried_is_found() -> None:
    assert messages("DG468", f"{EXAMPLE}}}\n") == ["contact 'sdm' was never tried"]


def test_the_period_of_verification_ends_on_its_last_day() -> None:
    assert messages("DG468", "", today="2027-02-02") == []
    assert len(messages("DG468", "", today="2027-02-03")) == 10


@pytest.mark.parametrize(
    ("facts", "notice", "found"),
    [
        (
            "client_financial_entity: true, critical_function: true",
            "5 h",
            ["4 h (DORA art. 19, critical function)"],
        ),
        ("client_financial_entity: true", "24 h", []),
        ("critical_function: true", "48 h", []),
        ("client_nis2_entity: true", "25 h", ["24 h (NIS 2 art. 23)"]),
    ],
)
def test_clocks_of_the_authorities(facts: str, notice: str, found: list[str]) -> None:
    text = f"facts: {{{facts}}}\nsecurity: {{incident_notice: {notice}}}"
    assert messages("DG472", text) == [
        f"a security incident is notified later than the client's clock of {end}" for end in found
    ]


# --- committees ----------------------------------------------------------------------------------------------


def committees(*items: str) -> str:
    rows = "".join(
        "\n    - {acronym: C, name: c, purpose: p, duration: 1 h, chair: dsi, members: [dsi, sdm], "
        f"inputs: [i], outputs: [o], {item}}}"
        for item in items
    )
    return f"governance:\n  committees:{rows}"


def test_a_committee_above_itself_is_a_circle() -> None:
    assert messages("DG476", committees("id: a, level: steering, frequency: monthly, escalates_to: a")) == [
        "committees refer to one another in a circle: a → a"
    ]


def test_a_path_into_a_circle_reports_the_circle_once() -> None:
    rest = "level: steering, frequency: monthly"
    text = committees(
        f"id: a, escalates_to: b, {rest}",
        f"id: b, escalates_to: c, {rest}",
        f"id: c, escalates_to: b, {rest}",
    )
    assert messages("DG476", text) == ["committees refer to one another in a circle: b → c → b"]


def test_two_paths_that_meet_are_no_circle() -> None:
    rest = "level: steering, frequency: monthly"
    text = committees(f"id: a, escalates_to: c, {rest}", f"id: b, escalates_to: c, {rest}", f"id: c, {rest}")
    assert messages("DG476", text) == []


def test_a_disagreement_does_not_go_down() -> None:
    text = committees(
        "id: a, level: strategic, frequency: yearly",
        "id: b, level: steering, frequency: monthly, escalates_to: c",
        "id: c, level: operational, frequency: monthly, escalates_to: a",
    )
    assert messages("DG477", text) == ["committee 'b' refers its disagreements to 'c', which ranks below it"]


def test_the_only_committee_has_none_above() -> None:
    assert messages("DG477", committees("id: a, level: steering, frequency: monthly")) == []


def test_a_contract_needs_a_committee_that_steers_it() -> None:
    assert messages("DG478", committees("id: a, level: operational, frequency: weekly")) == [
        "no committee steers the contract"
    ]


def test_a_strategic_committee_does_not_wait_for_an_event() -> None:
    assert messages("DG478", committees("id: a, level: strategic, frequency: on_event")) == [
        "strategic committee 'a' meets too seldom"
    ]


def test_calendar_days_count_less_than_business_days() -> None:
    weekly = committees("id: a, level: steering, frequency: weekly")
    assert messages("DG479", f"{weekly}\n  minutes: 2 days\n  objection: 5 days") == []
    assert messages("DG479", f"{weekly}\n  minutes: 3 days\n  objection: 5 days") != []


@pytest.mark.parametrize(
    ("output", "found"),
    [
        ("Avenants signés", True),
        ("signature d’avenants", True),
        ("mandats de négociation des Avenants", False),
        ("projets d'avenants", False),
    ],
)
def test_words_for_an_amendment(output: str, found: bool) -> None:
    text = committees("id: a, level: steering, frequency: monthly").replace(
        "outputs: [o]", f"outputs: ['{output.replace(chr(39), chr(39) * 2)}']"
    )
    assert bool(messages("DG483", text)) is found
