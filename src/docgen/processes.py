"""The door to the other processors: how many there are, and one kind of pool of processes that work on them."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

T = TypeVar("T")


class ProcessEndedError(Exception):
    """A process of a pool ended before its work was done: the system ended it, most often for want of memory."""

    def __init__(self) -> None:
        super().__init__(
            "the system ended a process that shared the work, perhaps for want of memory: run the command again"
        )


def processors() -> int:
    """How many processors this process may use: those of a container or of `taskset`, not all of the machine."""
    return len(os.sched_getaffinity(0))


def shared(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """The results of the tasks, in their order, found by all processors. An exception of a task is raised here.

    A task sees everything that this process holds, since the others are forked from it: tasks are never pickled, and
    only their results must be plain enough for that.
    """
    count = min(processors(), len(tasks))
    if count < 2:
        return [task() for task in tasks]
    with pool("fork", count, _inherit, *tasks) as executor:
        return list(executor.map(_run, range(len(tasks))))


@contextmanager
def pool(
    method: Literal["fork", "spawn"], count: int, prepare: Callable[..., None], *given: object
) -> Iterator["ProcessPoolExecutor"]:
    """Processes that are started when a first task is submitted; `prepare(*given)` runs at the start of each.

    At the end of the block waiting tasks are dropped. ProcessEndedError: one of them died.
    """
    # imported late: they take longer than many a command
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    executor = ProcessPoolExecutor(count, get_context(method), prepare, given)
    try:
        yield executor
    except BrokenProcessPool as error:
        raise ProcessEndedError from error
    finally:
        executor.shutdown(cancel_futures=True)


_inherited: Sequence[Callable[[], Any]] = ()
"""In a forked process, and only there: the tasks that it may be asked for, by their place."""


def _inherit(*tasks: Callable[[], Any]) -> None:
    global _inherited  # the one way in which an executor hands something to its processes
    _inherited = tasks


def _run(place: int) -> Any:
    return _inherited[place]()
