"""Tasks that processes share: in their order, and what one of them raises is raised."""

import os
import signal

import pytest

from docgen.processes import shared


@pytest.fixture(autouse=True, params=[1, 2, 5])
def _processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(request.param)))


def test_results_stand_in_the_order_of_the_tasks() -> None:
    assert shared([lambda number=number: (number, "é" * 100_000) for number in range(7)]) == [
        (number, "é" * 100_000) for number in range(7)
    ]  # type: ignore[misc]
    assert shared([]) == []


@pytest.mark.parametrize("place", [0, 1, 4])
def test_what_a_task_raises_is_raised(place: int) -> None:
    def task(number: int) -> int:
        if number == place:
            raise KeyError(number)
        return number

    with pytest.raises(KeyError, match=str(place)):
        shared([lambda number=number: task(number) for number in range(5)])  # type: ignore[misc]


def test_a_process_that_dies_is_told() -> None:
    own = os.getpid()

    def task(number: int) -> int:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    tasks = [lambda number=number: task(number) for number in range(5)]  # type: ignore[misc]
    if len(os.sched_getaffinity(0)) == 1:
        assert shared(tasks) == [0, 1, 2, 3, 4]
    else:
        with pytest.raises(RuntimeError, match="before its work was done"):
            shared(tasks)
