"""Worse than bad days: what a server answers that wants to break, fill up or lead astray whoever asks.

``site`` makes a small portal without a content system, of which each such mode takes one.
"""

from __future__ import annotations

import gzip
import socket
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import brotli
from scrapy.utils._compression import zstd

from . import calendars
from .model import Answer, Column, Document, Request, Routes, Site, html, moved

if TYPE_CHECKING:
    from .replica import Replica
    from .server import Connection

LISTING = "/zfxxgk/fzzfbg/"
BOMB = 1_000_000_000  # bytes a bomb unpacks to
PIECE = b"<p>" + b"\0" * 9_999_994 + b"</p>"  # ten million bytes
MANY = 1_000_000
NESTED = 10_000
METADATA = "http://169.254.169.254/latest/meta-data/iam/security-credentials/"
REDIRECTS = {
    "redirect_loopback": "http://127.0.0.1:6379/",
    "redirect_loopback_name": "http://localhost:8001/-/databases",
    "redirect_loopback_v6": "http://[::1]/",
    "redirect_loopback_number": "http://2130706433/",
    "redirect_private": "http://192.168.1.1/cgi-bin/luci",
    "redirect_link_local": "http://[fe80::1]/",
    "redirect_metadata": METADATA,
    "redirect_user_info": "http://{host}@127.0.0.1/",
    "redirect_file": "file:///etc/passwd",
    "redirect_ftp": "ftp://127.0.0.1/x",
    "redirect_javascript": "javascript:alert(1)",
}
FOREIGN = (
    "file:///etc/passwd",
    "ftp://127.0.0.1/2024.html",
    "javascript:alert(document.domain)",
    "data:text/html,<script>alert(1)</script>",
    "http://127.0.0.1:8001/reports.html",
    "http://10.0.0.1/2023.html",
    "http://[::1]/2022.html",
    METADATA,
    "http://www.elsewhere.gov.cn/2021.html",
    "//www.elsewhere.gov.cn/2020.html",
    "http://{host}@www.elsewhere.gov.cn/2019.html",
    "http://www.elsewhere.gov.cn\\@{host}/2018.html",
    "../../../../../../etc/passwd",
)


def site(mode: str, documents: tuple[Document, ...], scheme: str = "http") -> Site:
    """The portal that a mode is played on: one listing with these documents."""
    column = Column(LISTING, "法治政府建设年度报告", ("首页", "法治政府建设年度报告"), documents)
    host = f"{mode.replace('_', '-')}.hostile.gov.cn"
    return Site(mode, host, scheme, f"{mode} 市司法局", f"{mode} 市司法局", sys.modules[__name__], (column,))


def routes(site: Site, day: int) -> Routes:
    """The listing and the documents behind it."""
    column = site.columns[0]
    found: Routes = {LISTING: lambda request: html(listing(site, rows(column.documents)))}
    for document in column.documents:
        text = detail(document)
        found[document.path] = lambda request, text=text: html(text)  # type: ignore[misc]
    return found


def rows(documents: tuple[Document, ...]) -> str:
    """The rows of a listing."""
    return "".join(row(each.path, each.title, each.published) for each in documents)


def row(url: str, title: str, day: str) -> str:
    """One row."""
    return f'<li><a href="{url}" title="{title}">{title}</a><span>{day}</span></li>\n'


def listing(site: Site, text: str, more: str = "") -> str:
    """A listing page around its rows."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>法治政府建设年度报告_{site.name}</title></head><body>'
        f'<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="{LISTING}">法治政府建设年度报告</a></div>'
        f'<ul class="list">{text}</ul>{more}<div class="footer">{site.name} 版权所有</div></body></html>'
    )


def detail(document: Document, more: str = "") -> str:
    """A document's page."""
    text = "".join(f"<p>{line}</p>" for line in document.body)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{document.title}</title></head><body>'
        f"<h1>{document.title}</h1><div>发布日期：{document.published} 来源：{document.issuer}</div>"
        f'<div class="TRS_Editor">{more}{text}</div></body></html>'
    )


def page_of(site: Site, request: Request) -> str:
    """The page as it would be on a good day."""
    made = routes(site, 1).get(request.path)
    return made(request).content.decode() if made else listing(site, rows(site.columns[0].documents))


# On the wire


def cut_short(connection: Connection, answer: Callable[[], Answer]) -> int:
    """A page that ends before its Content-Length."""
    return _send(connection, answer().content, len(answer().content) + 100_000)


def overrun(connection: Connection, answer: Callable[[], Answer]) -> int:
    """A page that goes on after its Content-Length, with something that looks like another response."""
    whole = answer().content
    smuggled = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nsmug!"
    return _send(connection, whole + smuggled, len(whole), close=False)


def cut_reset(connection: Connection, answer: Callable[[], Answer]) -> int:
    """Half a page, then RST."""
    half = answer().content[: len(answer().content) // 2]
    sent = _send(connection, half, 2 * len(half))
    connection.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    socket.close(connection.connection.detach())
    return sent


def many_cookies(connection: Connection, answer: Callable[[], Answer]) -> int:
    """Ten thousand cookies with a page."""
    cookies = [("Set-Cookie", f"c{number}={number:040}; Path=/") for number in range(10_000)]
    return _send(connection, answer().content, len(answer().content), cookies)


def long_header(connection: Connection, answer: Callable[[], Answer]) -> int:
    """One header of a megabyte."""
    return _send(connection, answer().content, len(answer().content), [("X-Long", "x" * 1_000_000)])


def many_headers(connection: Connection, answer: Callable[[], Answer]) -> int:
    """Headers without end."""
    connection.close_connection = True
    sent = 0
    try:
        connection.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while sent < 300_000_000 and not connection.server.stopping.is_set():
            sent += connection.wfile.write(b"".join(b"X-%d: %s\r\n" % (sent + n, b"y" * 90) for n in range(1000)))
    except OSError:
        pass
    return sent


def large_listing(connection: Connection, answer: Callable[[], Answer]) -> int:
    """A listing of 500 MB that says so, and is sent as long as somebody takes it."""
    return _stream(connection, 500_000_000, [("Content-Type", "text/html; charset=utf-8")])


def large_robots(connection: Connection, answer: Callable[[], Answer]) -> int:
    """A robots.txt of 100 MB."""
    return _stream(connection, 100_000_000, [("Content-Type", "text/plain")], b"Disallow: /nothing/here\n" * 4000)


def _stream(
    connection: Connection, size: int, headers: list[tuple[str, str]], piece: bytes = b"<li>x</li>" * 9999
) -> int:
    connection.close_connection = True
    connection.write(200, [*headers, ("Content-Length", str(size))])
    sent = 0
    try:
        while sent < size and not connection.server.stopping.is_set():
            sent += connection.wfile.write(piece[: size - sent])
    except OSError:
        pass
    return sent


def _send(
    connection: Connection,
    content: bytes,
    length: int,
    headers: list[tuple[str, str]] | None = None,
    close: bool = True,
) -> int:
    """A body under whatever length it claims."""
    connection.close_connection = close
    known = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(length))]
    try:
        connection.write(200, [*known, *(headers or [])], content)
    except OSError:
        return 0
    return len(content)


# Instead of a page


def packed(encoding: str) -> Callable[[Site, Request, Replica], Answer]:
    """A bomb: a megabyte or less that unpacks to a gigabyte."""
    return lambda site, request, replica: Answer(
        bomb(encoding), headers=(("Content-Encoding", encoding),), validators=False
    )


@cache
def bomb(encoding: str) -> bytes:
    """A gigabyte, packed; made piece by piece, because packing takes longer than unpacking."""
    times = BOMB // len(PIECE)
    if encoding == "gzip":
        return gzip.compress(PIECE, 6) * times
    if encoding == "zstd":
        packed: bytes = zstd.compress(PIECE)
        return packed * times
    if encoding == "br":
        packer = brotli.Compressor(quality=1)
        return b"".join([*(packer.process(PIECE) for _ in range(30)), packer.finish()])
    raw = zlib.compressobj(6, zlib.DEFLATED, -15)
    return (raw.compress(PIECE) + raw.flush(zlib.Z_FULL_FLUSH)) * times


def redirect(target: str) -> Callable[[Site, Request, Replica], Answer]:
    """To an address nobody from outside should ask for."""
    return lambda site, request, replica: moved(target.replace("{host}", site.host), 302)


def ring(site: Site, request: Request, replica: Replica) -> Answer:
    """Two addresses that send to each other."""
    return moved(request.path if request.query else f"{request.path}?again=1", 302)


def chain(site: Site, request: Request, replica: Replica) -> Answer:
    """Each address sends to the next, without end."""
    return moved(f"{request.path}?step={int(request.query.rpartition('=')[2] or 0) + 1}", 302)


def foreign_rows(site: Site, request: Request, replica: Replica) -> Answer:
    """Rows that lead to other hosts, to files and into scripts."""
    wicked = (url.replace("{host}", site.host) for url in FOREIGN)
    text = "".join(
        row(url, f"某市司法局{2024 - n}年法治政府建设年度报告", f"{2025 - n}-03-01") for n, url in enumerate(wicked)
    )
    return html(listing(site, text + rows(site.columns[0].documents)))


def endless_pages(site: Site, request: Request, replica: Replica) -> Answer:
    """Every page has rows of its own and a next page."""
    number = int(request.path.rpartition("_")[2].partition(".")[0]) if "_" in request.path else 1
    text = "".join(row(f"/n/{number}/{n}.html", f"关于第{number}号事项的通知之{n}", "2025-03-01") for n in range(20))
    return html(listing(site, text, f'<div class="page"><a href="{LISTING}index_{number + 1}.html">下一页</a></div>'))


def calendar(site: Site, request: Request, replica: Replica) -> Answer:
    """Every month links to the next and every day of it to a page of its own."""
    month = int(request.query.rpartition("=")[2] or 0)
    year, of_year = 2026 + month // 12, month % 12 + 1
    days = "".join(
        row(f"{LISTING}?day={year}-{of_year}-{n}", f"{year}年{of_year}月{n}日", f"{year}-{of_year:02}-{n:02}")
        for n in range(1, 29)
    )
    return html(listing(site, days, f'<div class="page"><a href="{LISTING}?month={month + 1}">下一页</a></div>'))


def many_links(site: Site, request: Request, replica: Replica) -> Answer:
    """A million links on one page."""
    return Answer(_links(), validators=False)


@cache
def _links() -> bytes:
    return b"<ul>" + b"".join(b"<a href=%d>x</a>" % n for n in range(MANY)) + b"</ul>"


def lying_charset(site: Site, request: Request, replica: Replica) -> Answer:
    """GB 18030 that says ISO-8859-1 in the header and UTF-8 in the page."""
    return Answer(page_of(site, request).encode("gb18030"), content_type="text/html; charset=ISO-8859-1")


def no_charset(site: Site, request: Request, replica: Replica) -> Answer:
    """An encoding that does not exist."""
    return Answer(page_of(site, request).encode(), content_type="text/html; charset=../../etc/passwd")


def nul_bytes(site: Site, request: Request, replica: Replica) -> Answer:
    """NUL after every title's first characters and all over the text."""
    return Answer(page_of(site, request).replace("法治政府", "法治\0政府").replace("一、", "一\0、").encode())


def nested(site: Site, request: Request, replica: Replica) -> Answer:
    """Everything ten thousand tags deep."""
    page = page_of(site, request)
    return html(page.replace("<ul", "<div>" * NESTED + "<ul").replace("<p>", "<div>" * NESTED + "<p>", 1))


def billion_laughs(site: Site, request: Request, replica: Replica) -> Answer:
    """XML whose entities unfold to a billion words."""
    entities = ['<!ENTITY l0 "法治">', *(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))]
    text = f'<?xml version="1.0"?><!DOCTYPE rss [{"".join(entities)}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    text += "<rss><channel><item><title>&l9;&f;</title><link>/x.html</link></item></channel></rss>"
    return Answer(text.encode(), content_type="application/xml")


def one_character(site: Site, request: Request, replica: Replica) -> Answer:
    """A million times the same character, where a pattern may try every way to read it."""
    page, kinds = page_of(site, request), "一（(2 　第"
    if request.path == LISTING:
        return html(
            page.replace(
                "</ul>", "".join(row(f"/x{n}", c * (MANY // 8), "2025-01-01") for n, c in enumerate(kinds)) + "</ul>"
            )
        )
    kind = kinds[zlib.crc32(request.path.encode()) % len(kinds)]
    return html(page.replace("<p>", f"<p>{kind * MANY}</p><p>", 1))


def _redirects() -> Iterator[tuple[str, Callable[[Site, Request, Replica], Answer]]]:
    for name, target in REDIRECTS.items():
        yield name, redirect(target)


ON_THE_WIRE: dict[str, Callable[[Connection, Callable[[], Answer]], int]] = {
    "cut_short": cut_short,
    "overrun": overrun,
    "cut_reset": cut_reset,
    "many_cookies": many_cookies,
    "long_header": long_header,
    "many_headers": many_headers,
    "large_listing": large_listing,
    "large_robots": large_robots,
}
INSTEAD: dict[str, Callable[[Site, Request, Replica], Answer]] = {
    "gzip_bomb": packed("gzip"),
    "deflate_bomb": packed("deflate"),
    "brotli_bomb": packed("br"),
    "zstd_bomb": packed("zstd"),
    **dict(_redirects()),
    "redirect_ring": ring,
    "redirect_chain": chain,
    "foreign_rows": foreign_rows,
    "endless_pages": endless_pages,
    "calendar": calendar,
    "calendar_pager": calendars.by_pager,
    "calendar_rows": calendars.by_rows,
    "calendar_folders": calendars.by_folders,
    "calendar_columns": calendars.by_columns,
    "many_links": many_links,
    "lying_charset": lying_charset,
    "no_charset": no_charset,
    "nul_bytes": nul_bytes,
    "nested": nested,
    "billion_laughs": billion_laughs,
    "one_character": one_character,
}
