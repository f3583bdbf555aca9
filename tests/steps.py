"""Asynchronous steps of the crawler, run by tests that have no reactor."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Made = TypeVar("Made")


def at_once(step: Awaitable[Made]) -> Made:
    """What a step gives that waits for nothing; ``asyncio.run`` refuses where another test's browser keeps a loop."""
    steps = step.__await__()
    try:
        next(steps)
    except StopIteration as done:
        made: Made = done.value
        return made
    raise AssertionError("the step waits for something")


def in_a_loop(steps: Coroutine[Any, Any, Made]) -> Made:
    """What steps give that wait for each other, in a loop of a thread of their own, for the same reason."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, steps).result()
