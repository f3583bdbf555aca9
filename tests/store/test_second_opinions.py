"""A second opinion is asked once for a portal and a way to find texts there, where a sign of doubt stands."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from scrapy.exceptions import DropItem

from crawler.clock import now
from crawler.items import FetchedPage
from crawler.store.second_opinions import disagreements
from crawler.store.warc import Exchange
from tests.battery import PORTAL, Battery
from tests.steps import at_once

PARTS = (
    "一、加强组织领导。全年召开专题会议五次，研究法治建设重点事项，逐项落实责任单位。",
    "二、严格规范执法。全年开展行政检查三百二十次，作出行政处罚十六件，均按规定公示结果。",
    "三、化解矛盾纠纷。全年办理行政复议十一件，负责人出庭应诉四次，调解成功率逐年上升。",
)
WHOLE, HOLED = PARTS, (PARTS[0], PARTS[2])


@pytest.fixture
def battery(tmp_path: Path) -> Iterator[Battery]:
    made = Battery(tmp_path)
    yield made
    made.close()


def fetch(battery: Battery, number: int, box: str, inside: tuple[str, ...], outside: str = "") -> None:
    """A report's page goes through the pipelines; ``outside`` stands beside the box that holds the text."""
    title = f"丘陵镇{2015 + number}年法治政府建设年度报告"
    text = "".join(f"<p>{line}</p>" for line in inside)
    content = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div class='{box}'>{text}</div>"
        f"<div class='aside'>{outside}</div></body></html>"
    ).encode()
    url = f"http://www.battery.gov.cn/{number}.html"
    headers = [("Content-Type", "text/html; charset=utf-8")]
    snapshot = battery.context.snapshots.keep(Exchange(url, "GET", [], b"", 200, "", headers, content, now()), "")
    item = FetchedPage(
        portal=PORTAL,
        url=url,
        row_url=url,
        content=content,
        content_type=headers[0][1],
        status=200,
        received=len(content),
        snapshot=snapshot,
        row_title=title,
        column_name="法治政府建设",
    )
    with suppress(DropItem):
        for step in battery.steps:
            made: Any = step.process_item(item)
            if inspect.iscoroutine(made):
                at_once(made)


def asked(battery: Battery) -> list[str]:
    rows = battery.context.db.execute(
        "SELECT url FROM reports JOIN second_opinions ON report = reports.id ORDER BY url"
    )
    return [url.rsplit("/", 1)[1] for (url,) in rows]


def test_it_is_asked_once_for_each_way_to_find_texts_and_only_in_doubt(battery: Battery) -> None:
    fetch(battery, 1, "TRS_Editor", WHOLE)
    assert asked(battery) == []
    for number, box in ((2, "TRS_Editor"), (3, "TRS_Editor"), (4, "article-content"), (5, "article-content")):
        fetch(battery, number, box, HOLED)
    assert asked(battery) == ["2.html", "4.html"]
    assert battery.context.db.execute("SELECT DISTINCT version, engine FROM second_opinions").fetchall() == [
        (1, "trafilatura")
    ]


def test_the_operator_is_shown_where_the_opinions_differ_and_the_text_stays(battery: Battery) -> None:
    fetch(battery, 2, "TRS_Editor", HOLED)
    assert disagreements(battery.context.db, PORTAL) == []
    lost = "".join(f"<p>{part.replace('全年', '本年度')}</p>" for part in PARTS)
    fetch(battery, 4, "article-content", HOLED, lost)
    (differs,) = disagreements(battery.context.db, PORTAL)
    assert (differs.url, differs.template) == ("http://www.battery.gov.cn/4.html", ".article-content")
    assert differs.missing > 100
    assert differs.url in differs.sentence
    body, flags = battery.context.db.execute("SELECT body, flags FROM reports WHERE url = ?", [differs.url]).fetchone()
    assert body.split("\n") == list(HOLED)
    assert "second" not in flags
