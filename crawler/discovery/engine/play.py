"""The process in which a page's own scripts are played: started in a directory that holds its order, and ended soon.

QuickJS knows a language and nothing of a machine: no files, no environment, no network, and here no function of
Python either. What scripts find round them are the stand-ins of the files beside this one, in the same language.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any, BinaryIO, Final

import quickjs

from cleaning.attachments.sandbox.bounds import bind

STAND_INS: Final = (
    "dom.js",
    "window.js",
    "libraries.js",
    "frameworks.js",
    "tables.js",
)  # each is built on those before it
HEAP: Final = 160 << 20
STACK: Final = 1 << 20
PLAYED: Final = 8_000  # milliseconds of the page's own time
MOST_STEPS: Final = 30_000
RUNS: Final = 4  # of one page: in each is filled in what the one before found missing
_GET: Final = "(function (host, name) { return host[name]; })"


class Player:
    """One page with its scripts, from its beginning."""

    def __init__(self, sources: list[str], order: dict[str, Any], until: float) -> None:
        self._until = until
        self._steps = MOST_STEPS
        self._context = quickjs.Context()
        self._context.set_memory_limit(HEAP)
        self._context.set_max_stack_size(STACK)
        self._limit()
        host, get = self._context.eval("({})"), self._context.eval(_GET)
        for source in sources:
            self._context.eval(source)(host)
        names = ("begin", "files", "next", "ran", "module", "failed", "tick", "loaded", "click", "collect")
        self._host: dict[str, Any] = {name: get(host, name) for name in names}  # before a script can touch them
        self._call("begin", self._context.parse_json(json.dumps(order)))

    def _limit(self, least: float = 0.0) -> None:
        left = max(self._until - time.monotonic(), least)
        if left <= 0.01:
            raise TimeoutError
        self._context.set_time_limit(left)

    def _call(self, name: str, *given: Any, least: float = 0.0) -> Any:
        self._limit(least)
        return self._host[name](*given)

    def play(self, clicks: list[str]) -> None:
        """Run what the page runs, then what is clicked."""
        if self._call("files"):
            return  # its script files first: what they say may be needed by all that follows
        self._rest(0)
        for state in ("interactive", "complete"):
            self._call("loaded", state)
            self._rest(0)
        self._rest(PLAYED)
        for text in clicks:
            self._call("click", text)
            self._rest(PLAYED * 2)

    def _rest(self, until: int) -> None:
        """Run scripts, promises and timers until nothing waits."""
        while self._steps > 0:
            self._steps -= 1
            if self._job() or self._script() or self._call("tick", until):
                continue
            return

    def _job(self) -> bool:
        self._limit()
        try:
            return bool(self._context.execute_pending_job())
        except quickjs.JSException:
            return True

    def _script(self) -> bool:
        told = self._call("next")
        if not told:
            return False
        script = json.loads(told)
        try:
            if script["module"]:
                self._call("module", script["text"], script["base"])
            else:
                self._limit()
                self._context.eval(script["text"])
        except quickjs.JSException as error:
            self._call("failed", str(error).partition("\n")[0].partition(": ")[2])
        self._call("ran")
        return True

    def told(self) -> dict[str, Any]:
        """What was seen until now."""
        found: dict[str, Any] = json.loads(self._call("collect", least=1.0))
        return found


def played(order: dict[str, Any], seconds: float) -> dict[str, Any]:
    """The page once its scripts are at rest, and what they asked for."""
    sources = [Path(__file__).with_name(name).read_text("utf-8") for name in STAND_INS]
    until = time.monotonic() + seconds
    missing: list[str] = []
    found: dict[str, Any] = {}
    for _ in range(RUNS):
        player, problem = Player(sources, {**order, "missing": missing}, until), ""
        try:
            player.play(order["clicks"])
        except (quickjs.JSException, TimeoutError, MemoryError) as error:
            problem = type(error).__name__
        found = {**player.told(), "problem": problem}
        more = [name for name in found["missing"] if name not in missing]
        if not more or problem:
            break
        missing += more
    return found


def main() -> None:
    """Reads the order and writes one line of JSON with what was found."""
    order = json.loads(Path("order").read_text(encoding="utf-8"))
    out: BinaryIO = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    os.environ.clear()
    bind(order["memory"], order["processor"], 1 << 20, order["parent"])
    found = played(order["page"], order["seconds"])
    out.write(json.dumps(found).encode() + b"\n")
    out.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
