"""Bad days: what a portal answers instead of its pages.

Modes in ``ON_THE_WIRE`` misuse the connection itself; those in ``INSTEAD`` answer with another page; those in
``LISTINGS`` are played by the listing templates. Those in ``TLS`` are played during the TLS handshake. The modes of
``tests.replica.hostile`` mean harm.
"""

from __future__ import annotations

import selectors
import socket
import struct
from collections.abc import Callable
from typing import TYPE_CHECKING

from . import hostile
from .model import Answer, Request, Site, html, moved

if TYPE_CHECKING:
    from .replica import Replica
    from .server import Connection

LISTINGS = ("empty_listing", "rows_in_comment", "js_shell")
TLS = ("bad_tls", "old_tls", "expired_tls", "other_name_tls", "no_name_tls")
WHOLE_HOST = ("timeout", "reset", *TLS, "captive")
DRIP_SECONDS = 0.5
TOO_LARGE_BYTES = 200 * 1024 * 1024


def cut(connection: socket.socket) -> None:
    """End a connection from both sides, whatever state it is in."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def silence(connection: Connection, answer: Callable[[], Answer]) -> int:
    """Accept and never answer, until the client leaves (its side becomes readable) or the server stops."""
    with selectors.DefaultSelector() as selector:
        selector.register(connection.connection, selectors.EVENT_READ)
        while not connection.server.stopping.is_set() and not selector.select(0.2):
            pass
    return 0


def drip(connection: Connection, answer: Callable[[], Answer]) -> int:
    """The right page, a byte at a time."""
    content, sent = answer().content, 0
    connection.close_connection = True
    connection.write(200, [("Content-Type", "text/html"), ("Content-Length", str(len(content)))])
    try:
        for sent in range(len(content)):
            if connection.server.stopping.wait(DRIP_SECONDS):
                break
            connection.wfile.write(content[sent : sent + 1])
    except OSError:
        pass
    return sent


def reset(connection: Connection, answer: Callable[[], Answer]) -> int:
    """Drop the connection with RST, without a byte."""
    connection.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    raw = connection.connection.detach()
    socket.close(raw)
    return 0


def too_large(connection: Connection, answer: Callable[[], Answer]) -> int:
    """A body without end, which stops at a bound or when the client leaves."""
    connection.write(200, [("Content-Type", "text/html; charset=utf-8"), ("Transfer-Encoding", "chunked")])
    chunk = ("<p>" + "法治政府建设 " * 4000 + "</p>\n").encode()
    framed = f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n"
    sent, bound = 0, connection.server.replica.too_large_bytes
    try:
        while sent < bound and not connection.server.stopping.is_set():
            connection.wfile.write(framed)
            sent += len(chunk)
        connection.wfile.write(b"0\r\n\r\n")
    except OSError:
        pass
    return sent


def page(title: str, text: str, head: str = "") -> str:
    """A small page of the kind that stands in front of a portal."""
    opening = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
    return f"{opening}<body>{text}</body></html>"


def waf(site: Site, request: Request, replica: Replica) -> Answer:
    text = (
        '<div class="waf"><h1>您的请求可能存在威胁,已被拦截</h1>'
        "<p>您的访问被网站防火墙拦截,如有疑问请联系网站管理员。</p>"
        f"<p>事件编号: 7f2c0a91b3e84d55 &nbsp; 访问地址: {request.path[:80]}</p></div>"
    )
    return Answer(page("访问被拦截", text).encode(), 403, validators=False)


def ruishu(site: Site, request: Request, replica: Replica) -> Answer:
    """412 with the script of 瑞数: an empty page, ``meta r="m"`` and ``$_ts``."""
    head = (
        '<meta content="qLw8Zk0fYt3nB6hR1cVxPj5sD9uGmKa2eTo7iNfQbXyW4lHrCzUvJgSd" r="m">'
        '<script type="text/javascript" r="m">$_ts=window[\'$_ts\'];if(!$_ts)$_ts={};$_ts.nsd=48213;'
        '$_ts.cd="qEVDrrAlcGqErqVhWGqhqqLmWrEqcaqtc6Qbqc3mqAGdDkVkrsr3qaZ7";if($_ts.lcd)$_ts.lcd();</script>'
        '<script type="text/javascript" charset="iso-8859-1" src="/kDlWpZ3aQe9x/c4mFtRyU7b.b1a9c4e.js" r="m"></script>'
    )
    cookie = ("Set-Cookie", "FSSBBIl1UgzbN7N80S=1bq0pQk2; Path=/; HttpOnly")
    return Answer(page("", "", head).encode(), 412, headers=(cookie,), validators=False)


def jiasule(site: Site, request: Request, replica: Replica) -> Answer:
    """521 of 加速乐: nothing but a script that sets a cookie and loads the page again."""
    script = (
        "<script>document.cookie=('_')+('_')+('j')+('s')+('l')+('_')+('clearance')+('=')+(+!+[]+[])+('7412.083|0|')+"
        "('Qm3x%2Fz8=')+(';max-age=3600;path=/');location.href=location.pathname+location.search</script>"
    )
    cookie = ("Set-Cookie", "__jsluid_h=5f0c1d2e3a4b5c6d7e8f9a0b1c2d3e4f; max-age=31536000; path=/; HttpOnly")
    return Answer(script.encode(), 521, headers=(cookie,), validators=False)


def busy(site: Site, request: Request, replica: Replica) -> Answer:
    text = "<center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>nginx</center>"
    return Answer(page("503", text).encode(), 503, headers=(("Retry-After", "120"),), validators=False)


def not_found(site: Site, request: Request, replica: Replica) -> Answer:
    return not_found_page(site)


def not_found_page(site: Site) -> Answer:
    """An honest 404."""
    return Answer(page("404 Not Found", "<center><h1>404 Not Found</h1></center><hr>").encode(), 404, validators=False)


def to_home(site: Site, request: Request, replica: Replica) -> Answer:
    home = request.path in ("/", "/index.html", "/index.shtml")
    return replica.plain(site, request) if home else moved("/", 302)


def home_again(site: Site, request: Request, replica: Replica) -> Answer:
    return replica.plain(site, Request("GET", "/"))


def soft_404(site: Site, request: Request, replica: Replica) -> Answer:
    return soft_404_page(site)


def soft_404_page(site: Site) -> Answer:
    """A page that says with 200 that there is no page."""
    text = (
        f'<div class="header"><h2>{site.name}</h2></div><div class="error"><h1>404 Not Found</h1>'
        "<p>您访问的页面不存在或已被删除!</p><p>The requested URL was not found on this server.</p>"
        '<p><a href="/">返回首页</a></p></div>'
    )
    return html(page(f"页面不存在 - {site.name}", text), validators=False)


def nothing(site: Site, request: Request, replica: Replica) -> Answer:
    return Answer(b"", validators=False)


def to_itself(site: Site, request: Request, replica: Replica) -> Answer:
    where = request.path + (f"?{request.query}" if request.query else "")
    return Answer(status=302, headers=(("Location", where), ("Set-Cookie", "CT6T=480291; Path=/")), validators=False)


def captive(site: Site, request: Request, replica: Replica) -> Answer:
    return moved(f"http://portal.wifi-login.example/login?from={site.host}", 302)


ON_THE_WIRE: dict[str, Callable[[Connection, Callable[[], Answer]], int]] = {
    "timeout": silence,
    "drip": drip,
    "reset": reset,
    "too_large": too_large,
    **hostile.ON_THE_WIRE,
}
INSTEAD: dict[str, Callable[[Site, Request, Replica], Answer]] = {
    "status_403": waf,
    "status_412": ruishu,
    "status_521": jiasule,
    "status_503": busy,
    "status_404": not_found,
    "redirect_home": to_home,
    "home_200": home_again,
    "soft_404": soft_404,
    "empty_200": nothing,
    "self_302": to_itself,
    "captive": captive,
    **hostile.INSTEAD,
}
MODES = (*ON_THE_WIRE, *INSTEAD, *LISTINGS, *TLS)
