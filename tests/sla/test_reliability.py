from decimal import Decimal

import pytest

from docgen.sla import reliability


def test_k_of_n_at_its_ends_is_parallel_and_series() -> None:
    a = Decimal("0.95")
    assert reliability.k_of_n(1, 3, a) == reliability.parallel([a] * 3)
    assert reliability.k_of_n(3, 3, a) == reliability.series([a] * 3)


@pytest.mark.parametrize(("a", "result"), [("0", 0), ("1", 1)])
def test_k_of_n_of_certain_components(a: str, result: int) -> None:
    assert reliability.k_of_n(2, 3, Decimal(a)) == result


def test_no_component_is_needed() -> None:
    assert reliability.series([]) == 1


def test_without_failure_there_are_no_mean_times() -> None:
    assert reliability.mean_times(2160, 0, 0) is None


def test_mean_time_between_incidents_is_the_sum() -> None:
    assert reliability.MeanTimes(Decimal(716), Decimal(4)).mtbsi == 720


def test_an_overspent_budget_is_negative() -> None:
    budget = reliability.ErrorBudget(Decimal("43.2"), Decimal(54))
    assert budget.remaining == Decimal("-10.8")
    assert budget.remaining_percent == -25


def test_a_burn_rate_of_one_ends_with_the_period() -> None:
    budget = reliability.ErrorBudget(Decimal("43.2"), Decimal("21.6"))
    assert reliability.burn_rate(budget, 15, 30) == 1
    assert reliability.exhaustion(budget, 15) == 30


def test_a_budget_of_nothing_and_a_period_that_has_not_begun_have_no_rate() -> None:
    assert reliability.burn_rate(reliability.ErrorBudget(Decimal(0), Decimal(1)), 3, 30) is None
    assert reliability.burn_rate(reliability.ErrorBudget(Decimal(40), Decimal(0)), 0, 30) is None
    assert reliability.exhaustion(reliability.ErrorBudget(Decimal(40), Decimal(0)), 3) is None
    assert reliability.ErrorBudget(Decimal(0), Decimal(0)).remaining_percent is None


def test_the_duration_of_a_backup_counts_in_its_recovery_point() -> None:
    assert reliability.recovery_point_feasible(180, 60, 240)
    assert not reliability.recovery_point_feasible(240, 1, 240)


def test_a_promise_equal_to_the_composite_is_feasible() -> None:
    assert reliability.feasible(Decimal("99.9"), Decimal("99.9"))
