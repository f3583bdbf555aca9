"""Chinese search against a LIKE scan: latency side by side, and the index's size beside the text's.

python -m benchmarks.search                    2,000 made-up reports of about 6,000 characters
python -m benchmarks.search --reports 100000   takes about half an hour and 5 GB
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from sqlite_utils import Database

from benchmarks import world
from crawler.store import pairs, search
from crawler.store.database import open_database

QUERIES = (
    "处罚",
    "长江",
    "罚",
    "行政复议",
    "习近平法治思想",
    "法治 建设",
    "2.59万元",
    "免罚清单",
    "VOCs",
    "《行政处罚法》",
    "龦龦",
)
LIKE = "title LIKE ? OR body LIKE ?"
WORDS = 60


def milliseconds(db: Database, sql: str, values: Iterable[object], rounds: int) -> float:
    """The median time of a query, all rows read."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        db.execute(sql, list(values)).fetchall()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=2_000, metavar="N")
    parser.add_argument(
        "--rounds", type=int, default=5, metavar="N", help="LIKE runs once where there are 20,000 reports"
    )
    parser.add_argument("--database", type=Path, metavar="FILE", help="keep the database here, or use the one there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.database or Path(folder) / "reports.db"
        fresh = not path.exists()
        db = open_database(path)
        if fresh:
            text, seconds = world.fill(db, given.reports)
            index = world.index_size(db) / text
            print(f"{given.reports:,} reports, {text / 1e6:,.0f} MB of text, index {index:.2f} times the text,")
            print(f"built in {seconds:,.0f} s ({seconds / given.reports * 1000:.1f} ms a report)\n")
        compare(db, given.rounds, 1 if given.reports >= 20_000 else given.rounds)
        compare_words(db, given.rounds)


def compare(db: Database, rounds: int, like_rounds: int) -> None:
    """Print the table."""
    head = ("query", "hits", "LIKE count ms", "count ms", "ratio", "first 50 ms", "ratio")
    print("{:<16}{:>9}{:>15}{:>10}{:>8}{:>13}{:>8}".format(*head))
    where = f"SELECT rowid FROM {search.TABLE} WHERE {search.TABLE} MATCH zh_match(?)"
    for query in QUERIES:
        terms = pairs.terms(query)
        scan = f"SELECT count(*) FROM reports WHERE {' AND '.join(f'({LIKE})' for _ in terms)}"
        like = milliseconds(db, scan, [f"%{term}%" for term in terms for _ in range(2)], like_rounds)
        count = milliseconds(db, where.replace("rowid", "count(*)", 1), [query], rounds)
        page = milliseconds(db, f"SELECT id, title FROM reports WHERE id IN ({where}) LIMIT 51", [query], rounds)
        hits = db.execute(f"SELECT count(*) FROM reports WHERE id IN ({where})", [query]).fetchone()[0]
        print(f"{query:<16}{hits:>9,}{like:>15,.1f}{count:>10.2f}{like / count:>8.0f}{page:>13.2f}{like / page:>8.0f}")


def compare_words(db: Database, rounds: int) -> None:
    """The median over two-character words drawn from all that occur, rare and common alike."""
    bodies = [row[0] for row in db.execute("SELECT body FROM reports WHERE id % 97 = 1 LIMIT 200")]
    words = sorted({body[at : at + 2] for body in bodies for at in range(len(body) - 1)})
    chinese = [pair for pair in words if all("\u4e00" <= character <= "\u9fa5" for character in pair)]
    words = random.Random(1).sample(chinese, min(WORDS, len(chinese)))
    where = f"SELECT count(*) FROM {search.TABLE} WHERE {search.TABLE} MATCH zh_match(?)"
    like = [milliseconds(db, f"SELECT count(*) FROM reports WHERE {LIKE}", [f"%{word}%"] * 2, 1) for word in words]
    count = [milliseconds(db, where, [word], rounds) for word in words]
    ratio = statistics.median(slow / fast for slow, fast in zip(like, count, strict=True))
    print(f"\n{len(words)} two-character words of {len(chinese):,} that occur, drawn evenly: median LIKE", end=" ")
    print(f"{statistics.median(like):,.1f} ms, index {statistics.median(count):.2f} ms, ratio {ratio:,.0f}")


if __name__ == "__main__":
    main()
