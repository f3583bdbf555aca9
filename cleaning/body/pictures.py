"""Pictures that stand where the text of a page should: scanned pages put into the article one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning.body.containers import named
from cleaning.page.addresses import joined, on_web
from cleaning.page.document_files import name_of, safe_name
from cleaning.report import Attachment

LIMIT = 100
SMALL = 200  # pixels; no page of text is narrower or lower
# Lazy loading keeps the address elsewhere: data-src (many), oldsrc (TRS), data-original (Hanweb).
_SOURCES = ("data-original", "data-src", "oldsrc", "src")
_PICTURE = re.compile(r"\.(?:jpe?g|png|bmp|tiff?|webp)(?=$|[?#])", re.IGNORECASE)
_ORNAMENT = re.compile(
    r"icon|logo|qr_?code|ewm|erweima|weixin|wechat|share|arrow|button|btn|banner|blank|space|loading|conac|beian|"
    r"gongan|/(?:skin|skins|theme|themes|template|templates|style|styles|css|js|public)/",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")


def pictures(tree: LexborHTMLParser, container: LexborNode | None, url: str) -> list[Attachment]:
    """The pictures of the article in page order. Ornaments, icons and pictures of other hosts' badges are none."""
    out: dict[str, Attachment] = {}
    for node, href in _shown(container or _container(tree)):
        if address := on_web(url, href):
            name = safe_name(node.attributes.get("title") or node.attributes.get("alt") or "")
            out.setdefault(address, Attachment(address, name or name_of(address), "image"))
    return list(out.values())[:LIMIT]


def _shown(scope: LexborNode | None) -> Iterator[tuple[LexborNode, str]]:
    """The large pictures in an element that lead nowhere, with the address of each."""
    for node in scope.css("img") if scope is not None else ():
        href = next(_addresses(node), "")
        if href and not _is_small(node) and not leads_on(node):
            yield node, href


def _container(tree: LexborHTMLParser) -> LexborNode | None:
    """The named container of an article that holds most pictures, where no text shows which one it is."""
    nodes = [node for _, exact, node in named(tree) if exact]
    return max(nodes, key=lambda node: len(node.css("img")), default=None)


def _addresses(node: LexborNode) -> Iterator[str]:
    """The addresses under which a picture may stand, best first."""
    for name in _SOURCES:
        href = joined("", node.attributes.get(name) or "")
        if 0 < len(href) <= 2000 and _PICTURE.search(href) and not _ORNAMENT.search(urlsplit(href).path):
            yield href


def leads_on(node: LexborNode) -> bool:
    """Whether the picture is a card: a link to another page. A page of a scan links to itself in large, if at all."""
    parent = node.parent
    for _ in range(3):
        if parent is None:
            return False
        if parent.tag == "a":
            href = (parent.attributes.get("href") or "").strip()
            return bool(href) and not href.startswith(("#", "javascript:")) and not _PICTURE.search(href)
        parent = parent.parent
    return False


def _is_small(node: LexborNode) -> bool:
    """Whether the page shows a picture smaller than a page of text."""
    for name in ("width", "height"):
        number = _NUMBER.match((node.attributes.get(name) or "").strip())
        if number and "%" not in (node.attributes.get(name) or "") and int(number[0][:9]) < SMALL:
            return True
    return False
