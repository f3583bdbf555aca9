"""What the markup of a page asks for without a script of its own: tables and trees whose options stand in attributes,
and the feed that has its rows, too.

The options are spelled as the call they stand for, so that they are read as scripts are.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from crawler.platforms.listing.flatten import page_soup

if TYPE_CHECKING:
    from bs4 import Tag

MOST: Final = 20  # elements of a page that declare something
_DECLARES: Final = re.compile(
    r"\b(?:data-options|lay-data)\s*=|\bdata-toggle\s*=\s*[\"']?\s*table\b|\bapplication/rss\+xml\b", re.I
)


@lru_cache(maxsize=4)  # asked for by each reading of a page's scripts
def declared(text: str) -> tuple[str, ...]:
    """The calls that attributes of a page stand for, of those that ask for an address."""
    if not _DECLARES.search(text):  # most pages, which then need not be parsed
        return ()
    tree = page_soup(text[:500_000])
    return tuple(call for node in tree.find_all(_declares, limit=MOST) if "url" in (call := _call(node)))


def _declares(node: Tag) -> bool:
    if node.name == "link":
        return node.get("type") == "application/rss+xml" and "alternate" in (node.get("rel") or ())
    return any(name in node.attrs for name in ("data-options", "lay-data")) or node.get("data-toggle") == "table"


def _call(node: Tag) -> str:
    """easyui's options (jeasyui.com, parser), layui's (layui.dev, table), those of bootstrap-table, a feed's address
    (HTML, 4.6.7: rel="alternate")."""
    if node.name == "link":
        return f"declared({json.dumps({'url': str(node.get('href') or ''), 'method': 'get'})})"
    if options := node.get("data-options"):
        return f"declared({{{options}}})"
    if options := str(node.get("lay-data") or "").strip().removeprefix("{").removesuffix("}"):
        return f"declared({{elem: '', cols: '', {options}}})"
    given = {name.removeprefix("data-"): str(value) for name, value in node.attrs.items() if name.startswith("data-")}
    sent = _counted(given) if given.get("side-pagination") == "server" else {}
    told = {"url": given.get("url", ""), "method": given.get("method", "get"), "queryParams": sent}
    return f"declared({json.dumps(told)})" if told["url"] else ""


def _counted(given: dict[str, str]) -> dict[str, str]:
    """The page that bootstrap-table asks for by itself (bootstrap-table.com, ``queryParamsType``)."""
    size = given.get("page-size", "10")
    if given.get("query-params-type", "limit") == "limit":
        return {"limit": size, "offset": "0"}
    return {"pageSize": size, "pageNumber": "1"}
