"""Many made-up portals on loopback for the benchmarks, fast enough not to be what is measured.

Every portal is one TRS site with 54 KB report pages: the texts of real reports in a page as portals build them. The
server answers as a proxy for the portals' names (``http://www.b0007.gov.cn/…``) and under an address of its own per
portal (``http://127.0.1.8:PORT/…``), so that every program asks the same process for the same bytes. It counts
requests and bytes, and how near two requests to one portal came. ``Portals`` starts it as a process.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import time
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import urlopen

SIZE: Final = 54_000  # bytes of a report page
ROWS: Final = 20  # rows of a listing page
COLUMN: Final = "fzbg"
SEEDS: Final = Path(__file__).parent.parent / "tests" / "data" / "seeds"
MODIFIED: Final = "Thu, 01 Jan 2026 00:00:00 GMT"
DEPARTMENTS: Final = ("司法", "水利", "教育", "财政", "民政", "文化旅游", "交通运输", "生态环境", "农业农村", "商务")
ROBOTS: Final = b"User-agent: *\nDisallow: /admin/\n"


def name(portal: int) -> str:
    return f"b{portal:04d}"


def host(portal: int) -> str:
    """The name a portal's own crawler knows it by."""
    return f"www.{name(portal)}.gov.cn"


def address(portal: int) -> str:
    """The loopback address of a portal."""
    return f"127.0.{1 + portal // 250}.{1 + portal % 250}"


def issuer(report: int) -> str:
    return f"某市第{report // len(DEPARTMENTS) + 1}区{DEPARTMENTS[report % len(DEPARTMENTS)]}局"


def title(report: int) -> str:
    return f"{issuer(report)}{2016 + report % 10}年法治政府建设年度报告"


def path(report: int) -> str:
    return f"t{2017 + report % 10}0{1 + report % 3}{10 + report % 18}_{100000 + report}.html"


@lru_cache(maxsize=1)
def _bodies() -> list[list[str]]:
    return [(SEEDS / f"{seed}.body.txt").read_text("utf-8").splitlines() for seed in ("001", "003", "004")]


@lru_cache(maxsize=1)
def _boilerplate() -> tuple[str, str]:
    """What stands before and after the article: menus, a service bar, links, scripts."""
    menu = "".join(
        f'<li class="nav-item"><a href="/zwgk/c{n:03d}/" target="_blank" title="栏目{n}">政务栏目{n}</a></li>\n'
        for n in range(140)
    )
    links = "".join(f'<option value="http://www.link{n}.gov.cn/">友情链接单位第{n}家</option>\n' for n in range(120))
    script = "".join(
        f"var c{n} = document.getElementById('box{n}'); if (c{n}) {{ c{n}.style.display = 'none'; }}\n"
        for n in range(90)
    )
    head = (
        '<link rel="stylesheet" href="/images/style.css"><script src="/images/jquery.js"></script></head><body>\n'
        '<div class="top"><a href="/">网站首页</a> | <a href="/wza/">无障碍浏览</a> </div>\n'
        f'<div class="nav"><ul>{menu}</ul></div><div class="position">您现在的位置:<a href="/">首页</a> > '
        f'<a href="/{COLUMN}/">法治政府建设年度报告</a></div>\n'
    )
    foot = (
        '<div class="share">分享到: <a class="bds_weixin">微信</a> <a class="bds_tsina">微博</a></div>\n'
        f'<div class="yqlj"><select>{links}</select></div><div class="footer">主办单位:某市人民政府办公室 '
        f"ICP备案序号:某ICP备05000000号 网站标识码:3601000001</div><script>{script}</script></body></html>\n"
    )
    return head, foot


def article(portal: int, report: int) -> bytes:
    """A report page of ``SIZE`` bytes."""
    lines = _bodies()[report % len(_bodies())]
    text = "".join(
        f'<p style="text-indent: 2em; text-align: justify; line-height: 1.75"><span style="font-family: 仿宋_GB2312">'
        f"{line}</span></p>\n"
        for line in [f"根据要求,{issuer(report)}(编号{portal}-{report})将有关情况报告如下:", *lines]
    )
    head, foot = _boilerplate()
    year, month, day = 2017 + report % 10, 1 + report % 3, 10 + report % 18
    date = f"{year}-{month:02d}-{day} 10:30"
    top = (
        '<!DOCTYPE html><html><head><meta charset="utf-8">\n'
        f'<meta name="ArticleTitle" content="{title(report)}"><meta name="PubDate" content="{date}">\n'
        f'<meta name="ContentSource" content="{issuer(report)}"><meta name="SiteName" content="某市人民政府">\n'
        f"<title>{title(report)}_某市人民政府</title>{head}"
        f'<div class="article"><h1>{title(report)}</h1><div class="info">发布时间:{date} 来源:{issuer(report)}</div>'
        f'<div class="TRS_Editor">{text}</div></div>'
    )
    page = (top + foot).encode()
    return page + b"<!--" + b" " * (SIZE - len(page) - 7) + b"-->"


def listing(page: int, reports: int) -> bytes:
    """A listing page, newest rows first."""
    newest = reports - 1 - page * ROWS
    rows = "".join(
        f'<li><a href="./{path(n)}" target="_blank" title="{title(n)}">{title(n)}</a>'
        f"<span>{2017 + n % 10}-0{1 + n % 3}-{10 + n % 18}</span></li>\n"
        for n in range(newest, max(newest - ROWS, -1), -1)
    )
    pages = -(-reports // ROWS)
    head, foot = _boilerplate()
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>法治政府建设年度报告_某市人民政府</title>{head}'
        f'<ul class="list">{rows}</ul><script>createPageHTML({pages}, {page}, "index", "html");</script>{foot}'
    ).encode()


@dataclass
class Counts:
    """What the server was asked since it was last asked to forget. ``nearest`` is the least time (seconds) between
    the beginnings of two requests to one portal."""

    requests: int = 0
    bytes: int = 0
    robots: int = 0
    listings: int = 0
    articles: int = 0
    not_modified: int = 0
    portals: int = 0
    nearest: float = 1e9
    last: dict[str, float] = field(default_factory=dict, repr=False)


class Site:
    """Answers requests. The first ``fresh`` portals have one report more."""

    def __init__(self, reports: int) -> None:
        self.reports = reports
        self.fresh = 0
        self.counts = Counts()

    def answer(self, target: str, header: str, tag: str) -> tuple[int, bytes, str]:
        """Status, body and ETag for a request."""
        parts = urlsplit(target)
        at = parts.netloc or header
        if parts.path.startswith("/_"):
            return 200, self._control(parts.path), ""
        bare = at.partition(":")[0]
        counts, moment = self.counts, time.monotonic()
        counts.requests += 1
        counts.nearest = min(counts.nearest, moment - counts.last.get(bare, -1e9))
        counts.last[bare] = moment
        numbers = bare.split(".")
        portal = int(numbers[1][1:]) if bare.endswith("cn") else (int(numbers[2]) - 1) * 250 + int(numbers[3]) - 1
        status, body, etag = self._page(portal, parts.path)
        if etag and etag == tag:
            counts.not_modified += 1
            status, body = 304, b""
        counts.bytes += len(body)
        return status, body, etag

    def _page(self, portal: int, path: str) -> tuple[int, bytes, str]:
        folder, _, file = path.rpartition("/")
        reports = self.reports + (portal < self.fresh)
        if path == "/robots.txt":
            self.counts.robots += 1
            return 200, ROBOTS, ""
        if file.startswith("t2"):
            self.counts.articles += 1
            report = int(file.partition("_")[2].partition(".")[0]) - 100000
            return 200, article(portal, report), f'"{file}"'
        if folder:
            self.counts.listings += 1
            page = int(file.removeprefix("index").removesuffix(".html").strip("_") or 0)
            return 200, _listing(page, reports), f'"{reports}-{page}"'
        return 404, b"", ""

    def _control(self, path: str) -> bytes:
        if path.startswith("/_fresh/"):
            self.fresh = int(path.rpartition("/")[2])
        counts = self.counts
        counts.portals = len(counts.last)
        if path == "/_reset":
            self.counts = Counts()
        return json.dumps({**asdict(counts), "last": None}).encode()


_listing = lru_cache(maxsize=512)(listing)


class Protocol(asyncio.Protocol):
    """HTTP/1.1 with keep-alive, GET only."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.buffer = b""

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head, self.buffer = self.buffer[:end].decode("latin-1"), self.buffer[end + 4 :]
            first, *lines = head.split("\r\n")
            headers = {key.lower(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
            status, body, etag = self.site.answer(
                first.split(" ")[1], headers.get("host", ""), headers.get("if-none-match", "")
            )
            tag = f"ETag: {etag}\r\nLast-Modified: {MODIFIED}\r\n" if etag else ""
            self.transport.write(
                f"HTTP/1.1 {status} OK\r\nContent-Type: text/html; charset=utf-8\r\n{tag}"
                f"Content-Length: {len(body)}\r\n\r\n".encode()
                + body
            )


def _serve(pipe: Connection, portals: int, reports: int) -> None:
    async def run() -> None:
        site = Site(reports)
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Protocol(site), "127.0.0.1", 0, backlog=4096)
        port = server.sockets[0].getsockname()[1]
        hosts = [address(portal) for portal in range(min(portals, 250))]
        await loop.create_server(lambda: Protocol(site), hosts, port, backlog=1024)
        pipe.send(port)
        await loop.run_in_executor(None, pipe.poll, None)

    asyncio.run(run())


class Portals:
    """The portals as a process of their own, for a ``with`` block."""

    def __init__(self, portals: int, reports: int) -> None:
        self.portals, self.reports = portals, reports

    def __enter__(self) -> Portals:
        here, there = multiprocessing.Pipe()
        context = multiprocessing.get_context("spawn")
        self._process = context.Process(target=_serve, args=(there, self.portals, self.reports), daemon=True)
        self._process.start()
        self._pipe = here
        self.port = int(here.recv())
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.join()

    @property
    def proxy(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def url(self, portal: int) -> str:
        """The report column of a portal under its loopback address."""
        return f"http://{address(portal)}:{self.port}/{COLUMN}/"

    def _ask(self, path: str) -> dict[str, Any]:
        with urlopen(self.proxy + path) as answer:
            found: dict[str, Any] = json.load(answer)
        return found

    def fresh(self, portals: int) -> None:
        """From now on the first ``portals`` portals have one report more."""
        self._ask(f"/_fresh/{portals}")

    def reset(self) -> dict[str, Any]:
        """The counts since the last reset."""
        return self._ask("/_reset")
