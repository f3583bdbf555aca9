"""Report pages crossed with disturbances over three nights: what is told that is not true, and what true thing is not.

Each cell is one page on its way through cleaning, judge and store, without a server: the first night as it is, the
second disturbed, the third as it was (or as the disturbance left it, where it is a real change).
"""

from __future__ import annotations

import inspect
import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from scrapy.exceptions import DropItem

from crawler.clock import now
from crawler.context import Context
from crawler.items import FetchedPage
from crawler.middlewares.transport import is_whole
from crawler.pipelines.clean import CleanPipeline
from crawler.pipelines.store import StorePipeline
from crawler.portals import Column, Portal
from crawler.store.warc import Exchange
from tests.replica import Replica, more
from tests.replica.model import Document, Request, Site
from tests.steps import at_once

FIRST = datetime(2026, 4, 1, 2, tzinfo=UTC)
PORTAL = "battery"


@dataclass(frozen=True)
class Paper:
    """One report page of the replica; ``name`` says which."""

    name: str
    document: Document
    column: str
    content: bytes
    content_type: str

    @property
    def encoding(self) -> str:
        """What the page is written in."""
        try:
            self.content.decode("utf-8")
        except UnicodeDecodeError:
            return "gb18030"
        return "utf-8"

    @property
    def text(self) -> str:
        """The page's markup."""
        return self.content.decode(self.encoding, "replace")

    def with_text(self, text: str) -> bytes:
        """Other markup in the page's encoding."""
        return text.encode(self.encoding, "replace")


@cache
def papers() -> list[Paper]:
    """Every report page of the replica that is a web page with its text."""
    found = []
    replica = Replica(more=more.all_sites())
    for site in replica.sites:
        for column in site.all_columns(1):
            for document in column.documents:
                if document.is_report and document.there(1) and (page := _page(replica, site, document)):
                    found.append(Paper(f"{site.host}{document.path}", document, column.name, *page))
    return found


def _page(replica: Replica, site: Site, document: Document) -> tuple[bytes, str] | None:
    path, _, query = document.path.partition("?")
    answer = replica.plain(site, Request("GET", path, query))
    first = next((line for line in document.body if len(line) > 30), "")
    whole = answer.status == 200 and first[:20].encode(document.encoding) in answer.content
    return (answer.content, answer.content_type) if whole else None


Disturb = Callable[[Paper, int], bytes]
BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)


def _at_top(more: str) -> Disturb:
    def disturb(paper: Paper, night: int) -> bytes:
        return paper.with_text(BODY.sub(lambda match: match[0] + more, paper.text, count=1))

    return disturb


def _span(paper: Paper) -> tuple[int, int]:
    """Where in the markup the text begins and ends: below the head, at lines that stand there unbroken."""
    text, lines = paper.text, [line for line in paper.document.body if len(line) > 9]
    body = found.end() if (found := BODY.search(text)) else 0
    starts = [text.find(line[:10], body) for line in lines]
    ends = [text.rfind(line[-10:], body) for line in lines]
    return min(at for at in starts if at >= 0), max(ends) + 10


def _counter(paper: Paper, night: int) -> bytes:
    text, (_, end) = paper.text, _span(paper)
    return paper.with_text(f"{text[:end]}<p>本文已被浏览 {100 + 9 * night} 次</p>{text[end:]}")


def _middle(line: Callable[[int], str]) -> Disturb:
    """A line of its own in the middle of the text, which ``line`` writes for a night."""

    def disturb(paper: Paper, night: int) -> bytes:
        text, lines = paper.text, [line for line in paper.document.body if len(line) > 9 and line in paper.text]
        at = text.index(lines[len(lines) // 2]) + len(lines[len(lines) // 2])
        return paper.with_text(f"{text[:at]}<p>{line(night)}</p>{text[at:]}")

    return disturb


def _foreign_foot(paper: Paper, night: int) -> bytes:
    other = "gb18030" if paper.encoding == "utf-8" else "utf-8"
    foot = "<div>主管单位：信息中心　技术支持：数据管理科　地址：人民路八号</div></body>".encode(other)
    return paper.content.replace(b"</body>", foot, 1)


def _cut(tenth: int) -> Disturb:
    return lambda paper, night: paper.content[: len(paper.content) * tenth // 10]


def _instead(text: str) -> Disturb:
    return lambda paper, night: f"<html><head><title>提示</title></head><body><p>{text}</p></body></html>".encode()


def _in_frame(paper: Paper, night: int) -> bytes:
    """The page's frame and title with a notice in the place of its text."""
    text, (start, end) = paper.text, _span(paper)
    return paper.with_text(f"{text[:start]}系统升级改造，本栏目暂停服务，给您带来不便敬请谅解。{text[end:]}")


def _edited(paper: Paper, night: int) -> bytes:
    line = max((line for line in paper.document.body if line in paper.text), key=len)
    return paper.with_text(paper.text.replace(line, line + "另办结历史遗留事项二十七件。"))


def _next_year(paper: Paper, night: int) -> bytes:
    return paper.with_text(re.sub(r"20[12]\d", lambda match: str(int(match[0]) + 1), paper.text))


def _another_agencys(paper: Paper, night: int) -> bytes:
    """What a server shows that mixes up its answers: a report with hardly a line in common, of another site."""
    text, others = set(paper.document.body), sorted(papers(), key=lambda other: other.name)
    site = paper.name.partition("/")[0]
    strange = [each for each in others if not each.name.startswith(site) and not text & set(each.document.body)]
    return paper.with_text(strange[len(paper.name) % len(strange)].text)


def _renamed(paper: Paper, night: int) -> bytes:
    return paper.with_text(
        re.sub(r'\b(class|id)="([^"]+)"', lambda match: f'{match[1]}="v{len(match[2])}"', paper.text)
    )


@dataclass(frozen=True)
class Disturbance:
    """What happens to a page on its second night; ``stays`` if it does on the third as well.

    ``told`` is what must be told in the end: ``""`` nothing, ``changed``, ``gone`` or ``new``.
    """

    name: str
    disturb: Disturb
    stays: bool = False
    told: str = ""
    status: int = 200


DISTURBANCES = (
    Disturbance("hidden notice", _at_top('<div style="display:none">抱歉，您访问的页面不存在或浏览器版本过低</div>')),
    Disturbance("captcha script", _at_top('<script src="/js/captcha.js"></script>')),
    Disturbance("noscript", _at_top("<noscript>请开启JavaScript后访问</noscript>")),
    Disturbance("counter", _counter, stays=True),
    Disturbance("counter within", _middle(lambda night: f"热度 {107 + 9 * night}"), stays=True),
    Disturbance("figure within", _middle(lambda night: "办理来信 231 件"), stays=True, told="changed"),
    Disturbance("mixed encoding", _foreign_foot, stays=True),
    *(Disturbance(f"cut at {tenth} tenths", _cut(tenth)) for tenth in range(1, 10)),
    Disturbance("wall", _instead("您的请求疑似攻击行为，已被拦截，事件编号 88213")),
    Disturbance("a wall of no known words", _instead("会话校核未通过，流水号 20931-7")),
    Disturbance("maintenance", _instead("因机房搬迁，网站暂停服务，预计三日后恢复")),
    Disturbance("maintenance in the frame", _in_frame),
    Disturbance("another agency's report", _another_agencys),
    Disturbance("question marks", lambda paper, night: paper.with_text(re.sub("[\u4e00-\u9fff]", "?", paper.text))),
    Disturbance("encoded twice", lambda paper, night: paper.text.encode().decode("latin-1").encode()),
    Disturbance("the page with status 404", lambda paper, night: paper.content, status=404),
    Disturbance("visitors", _at_top("<div>今天是2026年4月3日 星期五 您是第 20931 位访客</div>"), stays=True),
    Disturbance("renamed classes", _renamed, stays=True),
    Disturbance("edit", _edited, stays=True, told="changed"),
    Disturbance("deletion", _instead("404 Not Found"), stays=True, told="gone", status=404),
    Disturbance("next year's report", _next_year, stays=True, told="new"),
)


@dataclass
class Cell:
    """What became of one page: the outcomes of its three nights and what is wrong with them."""

    outcomes: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


class Battery:
    """A store in a folder, through which pages go one after the other; each leaves nothing behind."""

    def __init__(self, folder: Path) -> None:
        os.environ["FAZHI_NOW"] = FIRST.isoformat()
        self.context = Context(folder, "battery")
        home = "http://www.battery.gov.cn/"
        column = Column(url=f"{home}reports/", name="法治政府建设年度报告")
        portal = Portal(name=PORTAL, title=PORTAL, home=home, platform="generic", columns=(column,))
        self.context.ledger.enter_portal(portal.facts, [])
        crawler: Any = SimpleNamespace(spider=SimpleNamespace(context=self.context, portals=[portal]))
        self.steps = (CleanPipeline(crawler), StorePipeline(crawler))

    def close(self) -> None:
        """End the run."""
        self.context.close(0)
        del os.environ["FAZHI_NOW"]

    def play(self, paper: Paper, disturbance: Disturbance) -> Cell:
        """Three nights of one page."""
        cell = Cell()
        connection = self.context.db.conn
        connection.execute("BEGIN")
        try:
            for night in (1, 2, 3):
                os.environ["FAZHI_NOW"] = (FIRST + timedelta(days=night - 1)).isoformat()
                disturbed = night == 2 or (night == 3 and disturbance.stays)
                cell.outcomes.append(self._look(paper, disturbance if disturbed else None, night))
            cell.wrong = self._wrong(disturbance, cell.outcomes)
        finally:
            connection.rollback()
        return cell

    def _look(self, paper: Paper, disturbance: Disturbance | None, night: int) -> str:
        content = disturbance.disturb(paper, night) if disturbance else paper.content
        status = disturbance.status if disturbance else 200
        url = f"http://www.battery.gov.cn{paper.document.path}"
        headers = [("Content-Type", paper.content_type)]
        exchange = Exchange(url, "GET", [], b"", status, "", headers, content, now())
        known = self.context.db.execute("SELECT report FROM report_addresses WHERE url = ? AND until IS NULL", [url])
        report = known.fetchone()
        item = FetchedPage(
            portal=PORTAL,
            url=url,
            row_url=url,
            content=content,
            content_type=paper.content_type,
            status=status,
            received=len(content),
            snapshot=self.context.snapshots.keep(exchange, "text/html"),
            cut=not is_whole(content, sure=True),
            row_title=paper.document.title,
            row_date=paper.document.published,
            column_name=paper.column,
            report_id=report[0] if report else None,
        )
        told: list[str] = []
        self.context.on_fetch = lambda portal, purpose, address, outcome: told.append(outcome.name)
        with suppress(DropItem):  # noted before it is dropped
            for step in self.steps:
                made: Any = step.process_item(item)
                if inspect.iscoroutine(made):
                    at_once(made)
        return told[-1]

    def _wrong(self, disturbance: Disturbance, outcomes: list[str]) -> list[str]:
        """What was told that is not true, and what was not told that is."""
        changes = Counter(row[0] for row in self.context.db.execute("SELECT kind FROM changes"))
        expected = Counter({"new": 1}) + Counter([disturbance.told] if disturbance.told else [])
        wrong = [f"told {kind}" for kind in (changes - expected).elements()]
        wrong += [f"not told: {kind}" for kind in (expected - changes).elements()]
        if disturbance.name in BENIGN and outcomes[1] not in ("unchanged", "unchanged_304"):
            wrong.append(f"a good page is {outcomes[1]}")
        return wrong


BENIGN = frozenset(
    {
        "hidden notice",
        "captcha script",
        "noscript",
        "counter",
        "counter within",
        "mixed encoding",
        "visitors",
        "renamed classes",
    }
)


def sample(count: int, seed: int) -> list[tuple[Paper, Disturbance]]:
    """Some cells: each disturbance equally often, on pages drawn by ``seed``."""
    draw, every = random.Random(seed), papers()
    return [(draw.choice(every), DISTURBANCES[at % len(DISTURBANCES)]) for at in range(count)]


def cells() -> Iterator[tuple[Paper, Disturbance]]:
    """All of them."""
    for paper in papers():
        for disturbance in DISTURBANCES:
            yield paper, disturbance
