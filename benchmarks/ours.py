"""Our own command on the benchmark's portals: portal files, output folder and environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from benchmarks.measure import cost
from benchmarks.portals import COLUMN, Portals, host, name
from tests.usage import Usage

NIGHT = "2026-01-10T17:00:00+00:00"  # one o'clock in Beijing, in season
NEXT_NIGHT = "2026-01-11T22:00:00+00:00"  # when every column is due again


class Ours:
    """``fazhi`` with an output folder of its own."""

    def __init__(self, portals: Portals, folder: Path, count: int, columns: int = 1) -> None:
        self.portals, self.output, self.files = portals, folder / "output", folder / "portals"
        self.files.mkdir(parents=True)
        for portal in range(count):
            write_portal(self.files, portal, columns)
        self.names = [word for portal in range(count) for word in ("--portal", name(portal))]

    def environment(self, **extra: str) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
        ours = {
            "FAZHI_REPLICA": self.portals.proxy,
            "FAZHI_OUTPUT": str(self.output),
            "FAZHI_PORTALS": str(self.files),
            "FAZHI_NOW": NIGHT,
            "PYTHONPATH": str(Path(__file__).parent.parent),
        }
        return {**kept, **ours, **extra}

    def run(self, *words: str, now: str = NIGHT) -> Usage:
        """The cost of one command."""
        return cost([sys.executable, "-m", "crawler", *words], self.environment(FAZHI_NOW=now), self.files.parent)

    def crawl(self, now: str = NIGHT) -> Usage:
        """The cost of one crawl of all portals."""
        return self.run("crawl", *self.names, now=now)


def write_portal(folder: Path, portal: int, columns: int) -> None:
    """A portal file; the first column holds the reports, the others are further listings of the same kind."""
    lines = [f"title: 某市{portal}", f"home: http://{host(portal)}/", "platform: trs", "columns:"]
    for column in range(columns):
        lines += [f"  - url: http://{host(portal)}/{COLUMN}{column or ''}/", "    name: 法治政府建设年度报告"]
    (folder / f"{name(portal)}.yml").write_text("\n".join(lines) + "\n", "utf-8")
