"""Work that blocks, done beside the reactor: in a thread, a few at a time."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final, TypeVar

LARGE_AT_ONCE: Final = 2
Made = TypeVar("Made")

_turns: dict[asyncio.AbstractEventLoop, asyncio.Semaphore] = {}


def turn() -> asyncio.Semaphore:
    """What lets few large pages be read at the same time, each in a process of its own."""
    return _turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(LARGE_AT_ONCE))


async def aside(work: Callable[[], Made]) -> Made:
    """The result of work that blocks, done in a thread that never keeps a stopped run from ending.

    The threads of asyncio and Twisted are waited for at the end of the program, and a scan takes minutes to read.
    """
    loop = asyncio.get_running_loop()
    result: asyncio.Future[Made] = loop.create_future()

    def give(made: list[Made], error: Exception | None) -> None:
        if result.cancelled():
            return
        if error is not None:
            result.set_exception(error)
        elif made:
            result.set_result(made[0])

    def run() -> None:
        made: list[Made] = []
        failure = None
        try:
            made.append(work())
        except Exception as error:
            failure = error
        with suppress(RuntimeError):  # the loop was closed: nobody waits any more
            loop.call_soon_threadsafe(give, made, failure)

    threading.Thread(target=run, daemon=True).start()
    return await result
