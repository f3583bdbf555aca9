"""A made-up country of reports for measuring the search and the reading room at a size no replica has."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from sqlite_utils import Database

from cleaning.text.normalize import plain
from crawler.portals.regions import load
from crawler.publish.datasette.labels import LEVELS
from crawler.store import coverage, search
from crawler.store.observation import body_digest, characters
from tests.store.corpus import texts

BATCH: Final = 1_000
LINES: Final = 62  # of a report: about 6,000 characters
YEARS: Final = range(2018, 2026)
AGENCIES_PER_PORTAL: Final = 20
LOOKS: Final = 12  # at each listing
MOMENT: Final = "2026-11-22T00:00:00Z"
KINDS: Final = (
    "生态环境局",
    "司法局",
    "教育局",
    "水利局",
    "人民政府",
    "市场监督管理局",
    "卫生健康委员会",
    "交通运输局",
)
# Part, its heading, its first line.
PARTS: Final = (
    ("measures", "一、主要举措和成效", 0),
    ("problems", "二、存在的不足和原因", 40),
    ("leader_duty", "三、主要负责人履行推进法治建设第一责任人职责情况", 48),
    ("next_year", "四、下一年度工作安排", 54),
)
PER_SECTION: Final = 5  # lines under a heading of the second level
FIGURES: Final = (
    ("penalty_cases", "行政处罚案件数", "件"),
    ("penalty_amount", "罚款金额", "元"),
    ("reconsideration_cases", "行政复议案件数", "件"),
    ("litigation_cases", "行政诉讼案件数", "件"),
)
FLAGS: Final = ("low_confidence", "encoding_guess", "body_in_attachment", "truncated")


def fill(db: Database, count: int) -> tuple[int, float]:
    """Write ``count`` reports with all that belongs to them; returns the bytes of text and the seconds the index took.

    The index is made at the end, which is quicker than report by report.
    """
    with db.atomic():
        _portals(db, count // len(YEARS) * 9 // 8 + 1)  # an eighth of the agencies publishes nothing
    for start in range(0, count, BATCH):
        bodies = texts(min(BATCH, count - start), seed=start, lines=LINES)
        with db.atomic():
            for number, body in enumerate(bodies, start):
                _report(db, number, body)
    began = time.perf_counter()
    with db.atomic():
        search.rebuild(db)
    seconds = time.perf_counter() - began
    coverage.refresh(db)
    return text_size(db), seconds


def text_size(db: Database) -> int:
    """Bytes of title and text of all reports."""
    return int(db.execute("SELECT sum(length(CAST(title || body AS BLOB))) FROM reports").fetchone()[0])


def index_size(db: Database) -> int:
    """Bytes of both search indexes."""
    return int(db.execute("SELECT sum(pgsize) FROM dbstat WHERE name GLOB '*_fts*'").fetchone()[0])


def _agency(number: int) -> str:
    return f"某市第{number}{KINDS[number % len(KINDS)]}"


@cache
def _regions() -> list[str]:
    """Codes of counties, neighbours far apart."""
    codes = sorted({region.code for region in load() if region.until is None and region.level == "county"})
    random.Random(1).shuffle(codes)
    return codes


def _region(number: int) -> str:
    return _regions()[number % len(_regions())]


def _portal(agency: int) -> str:
    return f"portal{agency // AGENCIES_PER_PORTAL}"


def _portals(db: Database, agencies: int) -> None:
    portals = -(-agencies // AGENCIES_PER_PORTAL)
    nights = [f"2026-11-{day + 1:02}T00:00:00Z" for day in range(LOOKS)]
    db.conn.executemany(
        "INSERT INTO runs (id, command, started, finished, exit_code, requests) VALUES (?1, 'crawl', ?1, ?1, 0, ?2)",
        ((night, portals) for night in nights),
    )
    for number in range(portals):
        name, home = f"portal{number}", f"http://www.{number}.gov.cn/"
        db.execute(
            "INSERT INTO portals VALUES (?, ?, ?, 'trs', ?, NULL)", [name, f"某市{number}", home, _region(number)]
        )
        outcome = "blocked" if number % 50 == 7 else "unchanged"
        column = db.execute(
            "INSERT INTO columns (portal, url, name, first_seen, last_fetch, last_good_fetch, last_outcome, read_whole)"
            " VALUES (?1, ?2, '通知公告', ?3, ?3, ?3, ?4, 1)",
            [name, f"{home}tzgg/", MOMENT, outcome],
        ).lastrowid
        db.conn.executemany(
            "INSERT INTO fetches (run, portal, column_id, purpose, url, host, time, outcome, looked)"
            " VALUES (?1, ?2, ?3, 'listing', ?4, ?4, ?1, ?5, 1)",
            ((night, name, column, home, outcome if day > 8 else "unchanged") for day, night in enumerate(nights)),
        )
    levels = list(LEVELS)
    rows = [(_agency(n), levels[n % len(levels)], _portal(n)) for n in range(agencies)]
    db.conn.executemany("INSERT INTO agencies VALUES (?, '[]', ?, 'department', 'article24', 2018, NULL, ?)", rows)
    db.conn.executemany(
        "INSERT INTO agency_regions VALUES (?, ?, NULL, NULL)", ((_agency(n), _region(n)) for n in range(agencies))
    )


def _report(db: Database, number: int, body: str) -> None:
    dice = random.Random(number)
    agency, year = number // len(YEARS), YEARS[number % len(YEARS)]
    title = f"{_agency(agency)}{year}年法治政府建设年度报告"
    text, sections = _with_headings(body.split("\n"))
    published = f"{year + 1}-{dice.choice(('01', '02', '03', '03', '04', '05'))}-{dice.randint(1, 28):02}"
    seen = f"2026-{dice.randint(1, 11):02}-{dice.randint(1, 22):02}T00:00:00Z"
    row = {
        "id": number + 1,
        "public_id": f"{number:012}",
        "portal": _portal(agency),
        "address": f"https://{agency // AGENCIES_PER_PORTAL}.gov.cn/{number}.html",
        "url": f"http://www.{agency // AGENCIES_PER_PORTAL}.gov.cn/{number}.html",
        "title": title,
        "issuer": _agency(agency),
        "agency": _agency(agency),
        "level": list(LEVELS)[agency % len(LEVELS)],
        "region_code": _region(agency),
        "report_year": year,
        "published": published,
        "published_from": "meta PubDate",
        "characters": characters(text),
        "body_sha256": body_digest(text),
        "flags": json.dumps([dice.choice(FLAGS)]) if number % 20 == 0 else "[]",
        "state": "gone" if number % 400 == 1 else "published",
        "first_seen": seen,
        "last_seen": MOMENT,
        "last_changed": seen,
        "assigned": 1,
        "body": text,
        "body_folded": folded if (folded := plain(text)) != text else None,
    }
    db.execute(f"INSERT INTO reports ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
    db.execute("INSERT INTO report_addresses VALUES (?, ?, 'primary', ?, NULL)", [row["url"], row["id"], seen])
    db.conn.executemany(
        'INSERT INTO section_spans (report, position, level, marker, heading, kind, part, start, "end")'
        " VALUES (?, ?, ?, '', ?, 'line', ?, ?, ?)",
        (
            (row["id"], place, level, heading, part, start, end)
            for place, (level, heading, part, start, end) in enumerate(sections, 1)
        ),
    )
    db.conn.executemany(
        'INSERT INTO figure_spans (report, "key", label, value, unit, normal_value, normal_unit, qualifier, period,'
        ' year, start, "end", sentence_start, sentence_end)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, 'exact', 'annual', ?, ?, ?, ?, ?)",
        (
            (row["id"], key, label, value, unit, value, unit, year, place, place + 4, place - 20, place + 30)
            for key, label, unit in FIGURES
            for value, place in ((dice.randint(0, 900), dice.randrange(20, len(text) - 30)),)
        ),
    )
    changed = number % 50 == 0
    past = [(1, "first", text[:-3]), (2, "source_changed", text)] if changed else [(1, "first", text)]
    for version, reason, body in past:
        db.execute(
            "INSERT INTO versions (report, number, reason, seen, title, body, body_sha256, characters, cleaner)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '0')",
            [
                row["id"],
                version,
                reason,
                seen,
                title,
                None if body == text else body,
                body_digest(body),
                characters(body),
            ],
        )


def _with_headings(lines: list[str]) -> tuple[str, list[tuple[int, str, str, int, int]]]:
    """The text under the headings of an annual report, and its sections: level, heading, part, start, end."""
    parts: list[str] = []
    found: list[list[Any]] = []
    place = 0
    for heading, level, part, content in _outline(lines):
        start = place
        for line in (heading, *content):
            parts.append(line)
            place += len(line) + 1
        found.append([level, heading, part, start, place - 1])
    return "\n".join(parts), [tuple(section) for section in found]


def _outline(lines: list[str]) -> Iterator[tuple[str, int, str, list[str]]]:
    for place, (part, heading, first) in enumerate(PARTS):
        last = PARTS[place + 1][2] if place + 1 < len(PARTS) else len(lines)
        yield heading, 1, part, lines[first : first + 2]
        for number, start in enumerate(range(first + 2, last, PER_SECTION), 1):
            yield f"（{number}）{lines[start][:12]}", 2, part, lines[start : min(start + PER_SECTION, last)]
