"""Asynchronous steps of the crawler, run by tests that have no reactor."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TypeVar

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
