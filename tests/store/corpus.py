"""A made-up corpus for the search: real clauses drawn again and again, with rare characters, Latin and numbers."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from cleaning.report import Report, Section
from crawler.store.database import open_database
from crawler.store.observation import Observation
from crawler.store.reports import Reports
from tests.replica.reports import golds

RARE: Final = "𠮷㐂龦ÄéßＶＯＣｓ（）《》〔〕“”—%_\\'\"*-:;^\u3000\u00a0·①￥αЖ"
LATIN: Final = ("VOCs", "PM2.5", "ppm", "COD", "App", "12345", "GDP", "O'Brien")


def clauses() -> list[str]:
    """The lines of every report the replica publishes."""
    return sorted({line for gold in golds() for line in gold["body_lines"]})


def texts(count: int, seed: int = 7, lines: int = 12) -> list[str]:
    """Bodies of ``lines`` paragraphs each, the same for the same seed."""
    dice = random.Random(seed)
    stock = clauses()
    bodies = []
    for _ in range(count):
        body = []
        for _ in range(lines):
            line = dice.choice(stock)
            place = dice.randrange(len(line) + 1)
            number = f"{dice.randrange(1, 20_000) / dice.choice((1, 10, 100)):g}{dice.choice(('', '万', '亿'))}元"
            word = dice.choice((number, dice.choice(LATIN), dice.choice(RARE), "".join(dice.choices(RARE, k=2)), ""))
            body.append(line[:place] + word + line[place:])
        bodies.append("\n".join(body))
    return bodies


def queries(bodies: list[str], count: int, seed: int = 11) -> list[str]:
    """Substrings of 1 to 9 characters, several words at once, Latin, numbers, and words that occur nowhere."""
    dice = random.Random(seed)
    found = [
        "VOCs",
        "vocs",
        "PM2.5",
        "59万元",
        "《行政处罚法》",
        "%",
        "_",
        "*",
        "不存在的词语",
        "罚",
        "处罚",
        "O'Brien",
    ]

    def piece(longest: int) -> str:
        body = dice.choice(bodies)
        start = dice.randrange(len(body) - longest)
        return body[start : start + dice.randint(1, longest)]

    while len(found) < count:
        kind = dice.randrange(5)
        query = " ".join(piece(5) for _ in range(dice.randint(2, 3))) if kind == 0 else piece(9)
        if kind == 1:
            query = "".join(dice.sample(query, len(query)))
        if kind == 2:  # a piece or another, and not a third
            query = f"{piece(3)} OR {query} -{piece(2)}"
        found.append(query)
    return found


def fill(path: Path, bodies: list[str]) -> Database:
    """A database with a report for each body, written as the crawl writes them."""
    db = open_database(path)
    db.table("portals").insert({"name": "some", "title": "某市", "home": "http://www.some.gov.cn/", "platform": "trs"})
    reports = Reports(db)
    for number, body in enumerate(bodies):
        title = f"{body[:2].strip()}市第{number}局{2016 + number % 9}年法治政府建设年度报告"
        half = body.rindex("\n")
        sections = [
            Section(1, "一、", 1, "主要举措", "line", "measures", 0, 0, half),
            Section(1, "二、", 2, "存在的不足", "line", "problems", 1, half + 1, len(body)),
        ]
        report = Report(title=title, body=body, report_year=2016 + number % 9, sections=sections, is_report=True)
        reports.save(Observation("some", f"http://www.some.gov.cn/{number}.html", report, None))
    reports.indexing.finish()
    return db
