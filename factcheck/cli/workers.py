"""
Work on several cores that outlives a worker: what kills one is named, and the rest is done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 8
"""How many tasks are handed out for each worker before the first of them is asked for."""


def spread(
    work: Callable[[Task], Result], tasks: Iterable[Task], jobs: int, lost: Callable[[Task], Result]
) -> Iterator[Result]:
    """
    ``work`` done on every task by so many processes, in the order of the tasks; ``lost`` is what stands for a task
    that kills the process that does it.

    A worker that dies takes its pool with it. What was handed out and is not done is done again, each task alone
    with a worker of its own: so the one that kills is found, and those that were only near it are done.
    """
    waiting = deque(tasks)
    while waiting:
        handed: deque[tuple[Task, Future[Result]]] = deque()
        with ProcessPoolExecutor(jobs) as pool:
            yield from _until_broken(pool, work, waiting, handed, jobs * _AHEAD)
        for task, future in handed:
            done = future.done() and future.exception() is None
            yield future.result() if done else _alone(work, task, lost)


def _until_broken(
    pool: ProcessPoolExecutor,
    work: Callable[[Task], Result],
    waiting: deque[Task],
    handed: deque[tuple[Task, Future[Result]]],
    most: int,
) -> Iterator[Result]:
    """The results in order, until all are there or the pool breaks; ``handed`` keeps what is owed then."""
    try:
        while waiting or handed:
            while waiting and len(handed) < most:
                handed.append((waiting[0], pool.submit(work, waiting[0])))
                waiting.popleft()
            result = handed[0][1].result()
            handed.popleft()
            yield result
    except BrokenProcessPool:
        return


def _alone(work: Callable[[Task], Result], task: Task, lost: Callable[[Task], Result]) -> Result:
    """A task done by a process of its own."""
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(work, task).result()
        except BrokenProcessPool:
            return lost(task)
