"""How long the reading room's pages take on a made-up country of reports, asked of a running Datasette.

python -m benchmarks.room                               2,000 reports
python -m benchmarks.room --reports 100000 --database /tmp/country.db    takes an hour and 9 GB; the file is kept
python -m benchmarks.room --beside                      and plain Datasette with FTS5 (trigram) on the same reports
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlite_utils import Database

from benchmarks import world
from crawler.publish.datasette.start import arguments
from crawler.store.database import open_database
from tests.ports import free_port

AFTER_CHANGE: Final = "first page after a change"
PAGES: Final = (
    (AFTER_CHANGE, "/"),
    ("first page", "/"),
    ("report", "/{db}/reports/321"),
    ("report, hits marked", "/{db}/reports/321?q=处罚"),
    ("list of reports", "/{db}/reports"),
    ("reports of a province and year", "/{db}/reports?region_code__startswith=36&report_year=2023"),
    ("search 处罚 (nearly all)", "/{db}/reports?_search=处罚"),
    ("search 行政复议", "/{db}/reports?_search=行政复议"),
    ("search 法治 建设", "/{db}/reports?_search=法治 建设"),
    ("search 免罚清单", "/{db}/reports?_search=免罚清单"),
    ("search VOCs", "/{db}/reports?_search=VOCs"),
    ("search 罚 (one character)", "/{db}/reports?_search=罚"),
    ("search 龦龦 (nowhere)", "/{db}/reports?_search=龦龦"),
    ("search 处罚 in the shortcomings", "/{db}/reports?_search=处罚&_part=problems"),
    ("search 免罚清单 in the shortcomings", "/{db}/reports?_search=免罚清单&_part=problems"),
    ("search 处罚, one province, one year", "/{db}/reports?_search=处罚&region_code__startswith=36&report_year=2023"),
    ("sections with 处罚", "/{db}/sections?_search=处罚"),
    ("sections with 免罚清单", "/{db}/sections?_search=免罚清单"),
    ("coverage", "/{db}/coverage"),
    ("coverage of a province and year", "/{db}/coverage?region_code__startswith=36&year=2023"),
    ("matrix of agencies", "/{db}/-/matrix"),
    ("timeliness", "/{db}/timeliness"),
    ("changes", "/{db}/changes"),
    ("feed of changes", "/{db}/feed.atom"),
)
ROOMS_OWN: Final = ("_part", "?q=", "/sections", "/coverage", "/-/", "/timeliness", "/changes", "/feed")


def milliseconds(address: str, rounds: int, changed: Path | None = None) -> list[float]:
    """How long a page takes, again and again, each time after the file ``changed`` if one is given."""
    times = []
    for _ in range(rounds):
        if changed:
            changed.touch()
        began = time.perf_counter()
        with urllib.request.urlopen(address, timeout=120) as answer:
            answer.read()
        times.append((time.perf_counter() - began) * 1000)
    return times


def cpu_milliseconds(process: int) -> float:
    """Processor time a process has used so far, which says more than the clock on a busy machine (proc(5))."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=2_000, metavar="N")
    parser.add_argument("--rounds", type=int, default=7, metavar="N")
    parser.add_argument("--database", type=Path, metavar="FILE", help="keep the database here, or use the one there")
    parser.add_argument("--beside", action="store_true", help="measure plain Datasette on the same reports, too")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.database or Path(folder) / "reports.db"
        if not path.exists():
            db = open_database(path)
            text, seconds = world.fill(db, given.reports)
            index = world.index_size(db) / text
            print(
                f"{given.reports:,} reports, {text / 1e6:,.0f} MB of text, index {index:.2f} times the text,", end=" "
            )
            print(f"built in {seconds:,.0f} s", flush=True)
            db.close()
        measure(path, given.rounds)
        if given.beside:
            print("\nplain Datasette, FTS5 with the trigram tokenizer, no plugins")
            measure(plain(path), given.rounds, plainly=True)


def plain(path: Path) -> Path:
    """The same reports in a file of their own as sqlite-utils would index them, beside ``path``; made once."""
    other = path.with_name(f"{path.stem}-plain.db")
    if not other.exists():
        db = Database(other)
        db.execute("ATTACH ? AS ours", [str(path)])
        columns = "id, issuer, report_year, region_code, published, url, title, body"
        with db.atomic():
            db.execute("CREATE TABLE reports (id INTEGER PRIMARY KEY, issuer TEXT, report_year INTEGER,"
                       " region_code TEXT, published TEXT, url TEXT, title TEXT, body TEXT)")  # fmt: skip
            db.execute(f"INSERT INTO reports ({columns}) SELECT {columns} FROM ours.reports")
        db.table("reports").enable_fts(["title", "body"], tokenize="trigram")
        db.table("reports").create_index(["report_year", "region_code"])
        db.close()
    return other


@contextmanager
def serving(path: Path, *, plainly: bool = False) -> Iterator[tuple[str, int]]:
    """Datasette on a database that has answered once: its address and process."""
    port = free_port()
    command = [sys.executable, "-m", "datasette" if plainly else "crawler.publish.datasette"]
    command += ["serve", str(path), "--port", str(port)] if plainly else arguments(path, port=port)
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        milliseconds(f"http://127.0.0.1:{port}/", 1)
        yield f"http://127.0.0.1:{port}", server.pid
    finally:
        server.terminate()
        server.wait()


def measure(path: Path, rounds: int, *, plainly: bool = False) -> None:
    """Ask for each page, print the table; of plain Datasette only those it has."""
    with serving(path, plainly=plainly) as (root, process):
        print(f"{'page':<40}{'first ms':>10}{'median ms':>11}{'best ms':>9}{'CPU ms':>9}{'found':>9}")
        for name, page in PAGES:
            if plainly and any(part in page for part in ROOMS_OWN):
                continue
            address = root + quote(page.format(db=path.stem), safe="/?&=_")
            before = cpu_milliseconds(process)
            times = milliseconds(address, rounds, path if name == AFTER_CHANGE else None)
            cpu = (cpu_milliseconds(process) - before) / rounds
            print(
                f"{name:<40}{times[0]:>10.0f}{statistics.median(times):>11.0f}{min(times):>9.0f}{cpu:>9.0f}"
                f"{found(address) if '_search' in page else '':>9}",
                flush=True,
            )


def found(address: str) -> int | str:
    """How many rows a search found; where they are too many to count, so many that they are not counted."""
    try:
        with urllib.request.urlopen(address.replace("?", ".json?", 1) + "&_size=1", timeout=120) as answer:
            count = json.load(answer).get("filtered_table_rows_count")
    except urllib.error.HTTPError:  # it took longer than a visitor's question may
        return "too long"
    return "many" if count is None else int(count)


if __name__ == "__main__":
    main()
