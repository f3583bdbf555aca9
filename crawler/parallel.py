"""Work for all cores: one function over many tasks in several processes, results in the order of the tasks.

``concurrent.futures`` starts and feeds the processes. What is added here is what a long task needs of them: a
bounded number of tasks under way, a killed process that costs at most its own task, and an end without leftovers
when the program is stopped or killed.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import Any, Final, TypeVar

from crawler.language import say

AHEAD: Final = 8  # tasks given out for each process: enough to keep it busy, few enough to hold in memory
LOSSES: Final = 3  # tasks lost in a row before the machine, not a task, must be at fault

T = TypeVar("T")
R = TypeVar("R")


class Killed(RuntimeError):
    """The processes are killed again and again, whatever they work at."""


def available() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    prepare: Callable[[], Callable[[T], R]], tasks: Iterable[T], *, processes: int, lost: Callable[[T], R]
) -> Generator[R, None, None]:
    """The results of all tasks, in their order, each as soon as it and all before it are done.

    ``prepare`` runs once in each process (it must be importable, so that it can be sent there) and gives the
    function that does a task; an error that function raises is raised here. With fewer than two processes all is
    done in this one. A process that is killed is replaced and its task tried once more, alone; the result of a
    task that kills its process again is ``lost(task)``. Raises Killed after ``LOSSES`` of these in a row.
    """
    if processes < 2:
        yield from map(prepare(), tasks)
        return
    source, losses = iter(tasks), 0
    given: deque[tuple[T, Future[R]]] = deque()
    pool = _pool(prepare, processes)
    try:
        while True:
            given.extend((task, _submit(pool, task)) for task in islice(source, processes * AHEAD - len(given)))
            if not given:
                return
            task, future = given.popleft()
            try:
                result = future.result()
                losses = 0
            except BrokenProcessPool:
                pool.shutdown()
                pool = _pool(prepare, processes)
                try:
                    result = _submit(pool, task).result()
                    losses = 0
                except BrokenProcessPool:
                    losses += 1
                    if losses == LOSSES:
                        raise Killed(
                            say(
                                "the working processes were killed at {losses} tasks in a row, perhaps for want of "
                                "memory; try with one process",
                                losses=LOSSES,
                            )
                        ) from None
                    result = lost(task)
                    pool.shutdown()
                    pool = _pool(prepare, processes)
                given = deque((each, old if _holds(old) else _submit(pool, each)) for each, old in given)
            yield result
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(prepare: Callable[[], Any], processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_start, initargs=(prepare,))


def _holds(future: Future[Any]) -> bool:
    return future.done() and not future.exception()


def _submit(pool: ProcessPoolExecutor, task: Any) -> Future[Any]:
    """Give a task to the pool. Processes it starts for that never see Ctrl-C: stopping them is the parent's part."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(_do, task)
    except BrokenProcessPool as error:
        failed: Future[Any] = Future()
        failed.set_exception(error)
        return failed
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_prepare: Callable[[], Callable[[Any], Any]] | None = None
_function: Callable[[Any], Any] | None = None


def _start(prepare: Callable[[], Callable[[Any], Any]]) -> None:
    """In a new process: end with the parent, also when that was killed, and remember how to prepare."""
    global _prepare
    _prepare = prepare
    parent = parent_process()
    assert parent is not None

    def follow() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


def _do(task: Any) -> Any:
    global _function
    if _function is None:
        assert _prepare is not None
        _function = _prepare()
    return _function(task)
