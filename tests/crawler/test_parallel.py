"""Work in several processes: order, bounds, killed processes, and an end without leftovers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from crawler.parallel import AHEAD, Killed, in_order

ROOT = Path(__file__).parent.parent.parent


def squares() -> Callable[[int], int]:
    return lambda number: number * number


def deadly() -> Callable[[int], int]:
    """Dies at every task that is a multiple of 7, as for want of memory."""

    def work(number: int) -> int:
        if number % 7 == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    return work


def fatal() -> Callable[[int], int]:
    return lambda number: os.kill(os.getpid(), signal.SIGKILL) or number


def failing() -> Callable[[int], int]:
    return lambda number: 1 // (number - 3)


def naming() -> Callable[[int], int]:
    """Answers with the process id, so that a test can see who works; slowly, so that it can be stopped."""

    def work(number: int) -> int:
        time.sleep(0.05)
        return os.getpid()

    return work


def lost(number: int) -> int:
    return -number


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_the_order_of_the_tasks(processes: int) -> None:
    assert list(in_order(squares, range(100), processes=processes, lost=lost)) == [n * n for n in range(100)]


def test_only_so_many_tasks_are_taken_ahead() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield number

    results = in_order(squares, tasks(), processes=2, lost=lost)
    for done in range(1, 20):
        next(results)
        assert taken <= 2 * AHEAD + done
    results.close()


def test_a_task_that_kills_its_process_is_lost_and_no_other() -> None:
    assert list(in_order(deadly, range(1, 17), processes=2, lost=lost)) == [
        -n if n % 7 == 0 else n for n in range(1, 17)
    ]


def test_a_machine_that_kills_every_process_is_told_from_a_bad_task() -> None:
    with pytest.raises(Killed, match="with one process"):
        list(in_order(fatal, range(9), processes=2, lost=lost))


def test_an_error_of_the_work_is_raised_where_the_results_are_read() -> None:
    results = in_order(failing, range(9), processes=2, lost=lost)
    assert [next(results) for _ in range(3)] == [-1, -1, -1]
    with pytest.raises(ZeroDivisionError):
        next(results)


PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # what starts the tests in the background has it ignored
from tests.crawler.test_parallel import in_order, lost, naming
for pid in in_order(naming, range(10_000), processes=2, lost=lost):
    print(pid, flush=True)
"""


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_running(sign: signal.Signals) -> None:
    """Ctrl-C reaches the whole group, as in a terminal; the other signals only the program."""
    command = [sys.executable, "-c", PROGRAM]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True, start_new_session=True) as program:
        assert program.stdout
        assert program.stderr
        workers: set[int] = set()
        while len(workers) < 2:
            workers.add(int(program.stdout.readline()))
        if sign == signal.SIGINT:
            os.killpg(program.pid, sign)
        else:
            program.send_signal(sign)
        errors = program.stderr.read()
    assert errors.count("Traceback") == (sign == signal.SIGINT), errors
    assert not any(alive(worker) for worker in workers)


def alive(pid: int) -> bool:
    """Whether a process still runs; an orphan may need a moment to notice."""
    for _ in range(100):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return False
            os.kill(pid, 0)
        except (OSError, FileNotFoundError):
            return False
        time.sleep(0.05)
    return True
