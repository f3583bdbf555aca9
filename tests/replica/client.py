"""A client of the replica that shares no code with the crawler: it asks over real sockets and reads with patterns."""

from __future__ import annotations

import html
import http.client
import re
import ssl
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from .replica import Replica

LIANGJIANG = "http://ljxq.cq.gov.cn/zwgk_199/zfxxgkml/fzzfjsndbg/"
JIANGHAN = "https://www.jianghan.gov.cn/zfxxgk/fdzdgknr/gysyjs/sthj_69506/hjzf/"
NANCHANG = "http://sthjj.nc.gov.cn/ncgbj/tzggh/"
XUCHANG = "https://sthjj.xuchang.gov.cn/tzgg/"
ZENGCHENG = "http://www.zc.gov.cn/gk/zfxxgk/fzzfjs/bmfzzfjsbg/"
COLUMNS = {
    "liangjiang": LIANGJIANG,
    "jianghan": JIANGHAN,
    "nanchang": NANCHANG,
    "xuchang": XUCHANG,
    "zengcheng": ZENGCHENG,
}
FEED = "http://www.zc.gov.cn/postmeta/i/3416.json"


@dataclass
class Got:
    """One answer as it came over the wire."""

    status: int
    headers: http.client.HTTPMessage
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8" if "utf-8" in self.headers["Content-Type"] else "gb18030")


def connect(replica: Replica, url: str, timeout: float = 10) -> http.client.HTTPConnection:
    """A connection to the proxy, tunnelled and verified for https."""
    parts, port = urlsplit(url), int(replica.proxy_url.rpartition(":")[2])
    if parts.scheme == "http":
        return http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    context = ssl.create_default_context(cafile=replica.ca_file)
    connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=timeout, context=context)
    connection.set_tunnel(parts.hostname or "", 443)
    return connection


def fetch(replica: Replica, url: str, timeout: float = 10, method: str = "GET", **headers: str) -> Got:
    """Ask for one address through the proxy; header names are written with underscores."""
    parts = urlsplit(url)
    connection = connect(replica, url, timeout)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    try:
        asked = {name.replace("_", "-"): value for name, value in headers.items()}
        target, host = (url, {"Host": parts.netloc}) if parts.scheme == "http" else (path, {})
        connection.request(method, target, headers={**host, **asked})
        answer = connection.getresponse()
        return Got(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


def plain(page: str) -> str:
    """A page's text without scripts, tags and white space."""
    text = re.sub(r"(?s)<!--.*?-->|<(script|style)\b.*?</\1>|<[^>]+>", "", page)
    return "".join(html.unescape(text).split())


def rows(portal: str, page: str) -> list[tuple[str, str, str]]:
    """(link, whole title, ISO date) of each row, read with a pattern of the portal's dialect."""
    link = r'<a href="([^"]+)"[^>]* title="([^"]+)">.*?</a>'
    patterns = {
        "liangjiang": rf"<tr><td>\d+</td><td[^>]*>{link}</td><td>([\d-]+)</td></tr>",
        "jianghan": rf'<li class="list-item">{link}<span class="time">.*?</script>(\d+年\d+月\d+日)</span>',
        "nanchang": rf"<li>{link}<span>([\d-]+)</span></li>",
        "xuchang": rf'<li class="ewb-list-node clearfix">{link}<span class="ewb-list-date">([\d-]+)</span>',
        "zengcheng": rf'<li><span class="time">([\d-]+)</span>{link}</li>',
    }
    found = re.findall(patterns[portal], page)
    if portal == "zengcheng":
        found = [(address, title, date) for date, address, title in found]
    if portal == "jianghan":
        found += re.findall(r'(?s)var url="([^"]+)";\nvar title="([^"]+)";.*?writeln\("([\d-]+) \d\d:\d\d"\)', page)
    return [(address, html.unescape(title), iso(date)) for address, title, date in found]


def iso(date: str) -> str:
    """A date of either form as ISO text."""
    return "-".join(re.findall(r"\d+", date))


def page_addresses(portal: str, column: str, first: str) -> list[str]:
    """Every listing page of a column, by the count the first one states."""
    count, base, pattern = {
        "liangjiang": (r"createPage\((\d+), 0,", 0, "index_{}.html"),
        "jianghan": (r"createPageHTML\((\d+), 0,", 0, "index_{}.shtml"),
        "nanchang": (r"createPageHTML\('page_div',(\d+), 1,", 1, "list_{}.shtml"),
        "xuchang": (r'<span id="index">1/(\d+)</span>', 1, "{}.html"),
        "zengcheng": (r'index_(\d+)\.html">尾页', 1, "index_{}.html"),
    }[portal]
    found = re.search(count, first)
    pages = int(found[1]) if found else 1
    return [column, *[urljoin(column, pattern.format(number + base)) for number in range(1, pages)]]


def children(page: str) -> list[str]:
    """The child columns in Liangjiang's left menu."""
    return re.findall(r'<li><a href="(\S+fzzf\d{4}/)" title="\d{4}年度">', page)


def columns(replica: Replica, portal: str) -> list[str]:
    """The watched column and its children."""
    column = COLUMNS[portal]
    return [column, *[urljoin(column, child) for child in children(fetch(replica, column).text)]]


def listing(replica: Replica, portal: str) -> list[list[tuple[str, str, str]]]:
    """The rows of every listing page of a portal, links made absolute."""
    found = []
    for column in columns(replica, portal):
        for address in page_addresses(portal, column, fetch(replica, column).text):
            page = rows(portal, fetch(replica, address).text)
            found.append([(urljoin(address, link), title, date) for link, title, date in page])
    return found
