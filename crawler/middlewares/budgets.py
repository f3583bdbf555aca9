"""How long a run and a host may take, how many bytes a host may send in a day, and how full the disk may get.

What is over goes back to the ledger unsent, and the next run goes on with it.
"""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

from scrapy.settings import BaseSettings

from crawler.outcome import Outcome, because

LOOK_AT_DISK: Final = 20  # requests between two looks at the space that is left

GiveBack = Callable[[Outcome, str], None]


class Budgets:
    """Says which requests may not be sent any more; ``give_back`` returns those that wait, of one host or of all ("").

    The settings are RUN_SECONDS, HOST_SECONDS, BYTES_PER_HOST (in 24 hours) and LEAST_FREE_BYTES (or
    a hundredth of a smaller disk); 0 is no limit.
    """

    def __init__(self, settings: BaseSettings, give_back: GiveBack) -> None:
        self.run_seconds = settings.getfloat("RUN_SECONDS")
        self.host_seconds = settings.getfloat("HOST_SECONDS")
        self.most_bytes = settings.getint("BYTES_PER_HOST")
        self.least_free = settings.getint("LEAST_FREE_BYTES")
        self.folder = Path(settings["OUTPUT"])
        self.received: Counter[str] = Counter()
        self._give_back = give_back
        self._over: dict[str, Outcome] = {}
        self._asked = 0
        self._timers: list[asyncio.TimerHandle] = []

    def begin_run(self) -> None:
        """The run's time begins."""
        if self.run_seconds:
            self._later(self.run_seconds, because("paused", "run_deadline", seconds=int(self.run_seconds)), "")

    def end_run(self) -> None:
        """The run is over: no clock of it runs on, and nothing it held is kept for its sake."""
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()

    def begin_host(self, host: str, received: int) -> None:
        """The host's time begins; it sent ``received`` bytes in the last 24 hours."""
        self.received[host] += received
        if self.host_seconds:
            outcome = because("paused", "host_deadline", host=host, seconds=int(self.host_seconds))
            self._later(self.host_seconds, outcome, host)

    def came(self, host: str, size: int) -> None:
        """So many bytes came from the host."""
        self.received[host] += size

    def refusal(self, host: str) -> Outcome | None:
        """Why nothing more is asked of the host in this run, None if it is."""
        if self.most_bytes and self.received[host] >= self.most_bytes:
            return because("paused", "byte_budget", most=self.most_bytes // 1_000_000, host=host)
        if self.least_free and self._asked % LOOK_AT_DISK == 0 and "" not in self._over:
            disk = shutil.disk_usage(self.folder)
            least = min(self.least_free, disk.total // 100)
            if disk.free < least:
                self._end(because("paused", "disk_full", free=disk.free // 1000, least=least // 1000), "")
        self._asked += 1
        return self._over.get("") or self._over.get(host)

    def _later(self, seconds: float, outcome: Outcome, host: str) -> None:
        self._timers.append(asyncio.get_running_loop().call_later(seconds, self._end, outcome, host))

    def _end(self, outcome: Outcome, host: str) -> None:
        self._over[host] = outcome
        self._give_back(outcome, host)
