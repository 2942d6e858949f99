from decimal import Decimal

import pytest

from docgen.sla import reliability


def test_k_of_n_at_its_ends_needs_one_or_all() -> None:
    a = Decimal("0.95")
    assert reliability.k_of_n(1, 3, a) == 1 - (1 - a) ** 3
    assert reliability.k_of_n(3, 3, a) == reliability.series([a] * 3)


@pytest.mark.parametrize(("a", "result"), [("0", 0), ("1", 1)])
def test_k_of_n_of_certain_components(a: str, result: int) -> None:
    assert reliability.k_of_n(2, 3, Decimal(a)) == result


def test_no_component_is_needed() -> None:
    assert reliability.series([]) == 1
    assert isinstance(reliability.series([]), Decimal)


def test_the_duration_of_a_backup_counts_in_its_recovery_point() -> None:
    assert reliability.recovery_point_feasible(180, 60, 240)
    assert not reliability.recovery_point_feasible(240, 1, 240)


def test_a_promise_equal_to_the_composite_is_feasible() -> None:
    assert reliability.feasible(Decimal("99.9"), Decimal("99.9"))
