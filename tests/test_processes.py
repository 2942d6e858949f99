"""Tasks that processes share: in their order, and what one of them raises is raised."""

import os
import signal
from multiprocessing import get_context
from threading import Lock

import pytest

from docgen.processes import ProcessEndedError, shared


@pytest.fixture(autouse=True, params=[1, 2, 5])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(request.param)))
    return int(request.param)


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


def test_a_process_that_dies_is_told(processors: int) -> None:
    own = os.getpid()

    def task(number: int) -> int:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    tasks = [lambda number=number: task(number) for number in range(5)]  # type: ignore[misc]
    if processors == 1:
        assert shared(tasks) == [0, 1, 2, 3, 4]
    else:
        with pytest.raises(ProcessEndedError, match="ended a process"):
            shared(tasks)


def test_as_many_processes_work_as_there_are_processors(processors: int) -> None:
    met = get_context("fork").Barrier(processors)  # fewer processes would break it

    def task() -> int:
        met.wait(60)
        return os.getpid()

    assert len(set(shared([task] * processors))) == processors


def test_a_task_needs_no_pickling_and_sees_what_this_process_holds() -> None:
    held = Lock()  # cannot be pickled
    held.acquire()
    assert shared([held.locked, lambda: not held.locked()]) == [True, False]
