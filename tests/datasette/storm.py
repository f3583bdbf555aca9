"""``python -m tests.datasette.storm``: strangers ask the room for what it may not give, while one reader reads.

    python -m tests.datasette.storm [--requests 500] [--seed 1] [--at-once 24] [DATABASE]

prints how the requests were answered, how long the reader's pages took before and meanwhile, and the peak of memory.
Without DATABASE it asks a room of a few rows. The suite runs a small sample (``test_limits.py``).
"""

from __future__ import annotations

import argparse
import random
import socket
import statistics
import sys
import tempfile
import time
import urllib.error
import urllib.parse
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from crawler.store.database import open_database
from tests.datasette.conftest import Room, serving

NUMBERS: Final = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000000) select "
TOO_MUCH: Final = {
    "one large value": "select zeroblob(1000000000)",
    "many columns": "select " + ", ".join(["zeroblob(8000000)"] * 100),
    "many rows": f"{NUMBERS} zeroblob(4000000) from n",
    "a long text": "select replace(hex(zeroblob(1000000)), '00', 'xxxxxxxxxxxxxxxxxxxxxxxx')",
    "a sort in memory": f"{NUMBERS} zeroblob(1000000) || i as x from n order by x desc",
    "a function that counts": f"{NUMBERS} count(zh_snippet(hex(zeroblob(400000)), '0')) from n",
    "no end": f"{NUMBERS} count(*) from n",
    "no query": "select body' from reports",
}
READ: Final = ("/", "/reports/portals", "/reports/reports", "/reports/coverage")  # what readers look at
ANSWERED: Final = frozenset({200, 301, 302, 400, 403, 404, 405, 413, 414, 429, 431, 503})
MEMORY: Final = 600  # MB
WAIT: Final = 120.0


@dataclass
class Stormed:
    """How requests were answered (status, or what befell the connection), and seconds of the reader's pages."""

    answers: Counter[str]
    before: list[float]
    meanwhile: list[float]
    statuses: Counter[int]
    peak: int  # MB

    @property
    def wrong(self) -> list[str]:
        """What must not be: failures of the room, pages not answered, too much memory."""
        odd = [
            f"{told}: {count}" for told, count in self.answers.items() if told.isdigit() and int(told) not in ANSWERED
        ]
        odd += [f"the reader got {status}: {count}" for status, count in self.statuses.items() if status != 200]
        return odd + ([f"{self.peak} MB"] if self.peak >= MEMORY else [])

    def __str__(self) -> str:
        times = [
            f"{name} {statistics.median(each):.2f} s at the median, {max(each):.2f} s at most ({len(each)} pages)"
            for name, each in (("before", self.before), ("meanwhile", self.meanwhile))
            if each
        ]
        return "\n".join((f"answers: {dict(self.answers.most_common())}", *times, f"peak memory {self.peak} MB"))


def hostile(dice: random.Random, *, sql: bool = True) -> bytes:
    """One request, drawn from the kinds that strangers send."""
    text = dice.choice(("a" * 9000, "罚" * 2000, '"' * 3000, "(" * 2000, "%" * 500, "法 " * 1500))
    asked = {
        "sql": lambda: "/reports.json?" + urllib.parse.urlencode({"sql": dice.choice(list(TOO_MUCH.values()))}),
        "search": lambda: "/reports/reports?" + urllib.parse.urlencode({"_search": text}),
        "where": lambda: "/reports/reports.json?" + urllib.parse.urlencode({"_where": f"body > {text[:200]!r}"}),
        "facet": lambda: "/reports/reports?" + "&".join(f"_facet={name}" for name in ("body", "title", "url") * 20),
        "sort": lambda: "/reports/reports?_sort=" + dice.choice(("body'", "%22;--", "nothing", "x" * 3000)),
        "path": lambda: dice.choice(("/-/room/../../x", "/%2e%2e/%2e%2e/etc/passwd", "/" + "x/" * 900, "no-path", "*")),
        "rows": lambda: "/reports/reports.json?_size=" + dice.choice(("max", "-1", "9" * 40)),
        "csv": lambda: "/reports/reports.csv?_stream=1&_size=max",
        "replay": lambda: f"/reports/-/replay/{dice.choice((1, 2, 10**17))}.wacz",
        "api": lambda: "/-/api/v1/search?" + urllib.parse.urlencode({"q": text, "size": "1e9"}),
        "english": lambda: "/en/en/en/reports",
    }
    path = asked[dice.choice(list(asked)[not sql :])]()
    method = dice.choice(("GET",) * 8 + ("POST", "PUT"))
    more = dice.choice(
        ("",) * 6 + ("X-Long: " + "y" * 60_000 + "\r\n", "Host: stranger.example\r\n", "Range: bytes=0-\r\n")
    )
    return f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{more}\r\n".encode("utf-8", "replace")


def send(room: Room, request: bytes, patience: str) -> str:
    """The status of an answer; a stranger may hang up at once, or never say all of it."""
    host, port = room.base.removeprefix("http://").split(":")
    try:
        with socket.create_connection((host, int(port)), timeout=WAIT) as plain:
            if patience == "half":
                plain.sendall(request[: len(request) // 2])
                return "never ended"
            plain.sendall(request)
            if patience == "gone":
                return "hung up"
            head = plain.makefile("rb").readline().split()
            with suppress(OSError):
                while plain.recv(1 << 16):
                    pass
            return head[1].decode() if len(head) > 1 else "closed"
    except OSError as error:
        return type(error).__name__


def read(room: Room) -> tuple[float, int]:
    """How long a page took, and the worst status of those a reader looks at; 0 for none."""
    began = time.perf_counter()
    try:
        statuses = {room.get(path)[0] for path in READ}
    except OSError:  # no answer within 30 seconds
        statuses = {0}
    return (time.perf_counter() - began) / len(READ), max(statuses) if 0 not in statuses else 0


def peak(room: Room) -> int:
    """The most memory in MB that the process which listens at the room's port has had."""
    port = f":{int(room.base.rsplit(':', 1)[1]):04X} "
    line = next(each for each in Path("/proc/net/tcp").read_text().splitlines() if port in each and " 0A " in each)
    wanted = f"socket:[{line.split()[9]}]"
    for folder in Path("/proc").glob("[0-9]*/fd"):
        try:
            if any(str(each.readlink()) == wanted for each in folder.iterdir()):
                status = (folder.parent / "status").read_text()
                return int(status.split("VmHWM:")[1].split()[0]) // 1024
        except OSError:
            continue
    raise AssertionError("nobody listens")


def storm(room: Room, requests: int, seed: int, at_once: int = 24, *, sql: bool = True) -> Stormed:
    """Send hostile requests side by side while a reader reads page after page; without queries in SQL if told so."""
    dice = random.Random(seed)
    drawn = [(hostile(dice, sql=sql), dice.choice(("",) * 12 + ("half", "gone"))) for _ in range(requests)]
    before = [read(room)[0] for _ in range(3)]
    meanwhile: list[float] = []
    statuses: Counter[int] = Counter()
    with ThreadPoolExecutor(at_once) as pool:
        sent = [pool.submit(send, room, *each) for each in drawn]
        while not all(each.done() for each in sent):
            took, status = read(room)
            meanwhile.append(took)
            statuses[status] += 1
    return Stormed(Counter(each.result() for each in sent), before, meanwhile, statuses, peak(room))


def main(arguments: Sequence[str] | None = None) -> int:
    """Storm a room and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.datasette.storm", description=__doc__)
    parser.add_argument("database", nargs="?", type=Path)
    parser.add_argument("--requests", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=24)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.database or Path(folder) / "reports.db"
        if chosen.database is None:
            open_database(path).close()
        with serving([sys.executable, "-m", "crawler", "serve", str(path)], path) as room:
            stormed = storm(room, chosen.requests, chosen.seed, chosen.at_once)
            print(stormed)
            print("\n".join(stormed.wrong) or "nothing wrong", flush=True)
    return 1 if stormed.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
