"""The door to the other processors: tasks are shared among forked processes, each of which sends back what it made."""

import os
import pickle
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def shared(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """The results of the tasks, in their order; this process takes the first share. What a task raises is raised here.

    A task sees everything that this process holds; its result must be plain enough to be pickled.
    """
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    count = max(min(processors, len(tasks)), 1)
    shares = [tasks[place::count] for place in range(count)]
    others = [_begin(share) for share in shares[1:]]
    done = [
        _outcome(shares[0]),
        *(_end(*other) for other in others),
    ]  # all are waited for, whatever one of them raised
    results: list[Any] = [None] * len(tasks)
    for place, (made, error) in enumerate(done):
        if error is not None:
            raise error
        results[place::count] = made
    return results


def _outcome(tasks: Sequence[Callable[[], T]]) -> tuple[list[T], BaseException | None]:
    try:
        return [task() for task in tasks], None
    except BaseException as error:  # noqa: BLE001  (raised again in the process that shared the tasks out)
        return [], error


def _begin(tasks: Sequence[Callable[[], T]]) -> tuple[int, int]:
    """Start a process on its share: its id, and the pipe that its results come through."""
    out, into = os.pipe()
    child = os.fork()
    if child:
        os.close(into)
        return child, out
    try:
        with os.fdopen(into, "wb") as pipe:
            pickle.dump(_outcome(tasks), pipe)
    finally:
        os._exit(0)  # no exit handlers: they are the other process's


def _end(child: int, out: int) -> tuple[list[Any], BaseException | None]:
    with os.fdopen(out, "rb") as pipe:
        sent = pipe.read()
    os.waitpid(child, 0)
    if not sent:
        return [], RuntimeError("a process ended before its work was done")
    made: tuple[list[Any], BaseException | None] = pickle.loads(sent)  # noqa: S301  (of our own making)
    return made
