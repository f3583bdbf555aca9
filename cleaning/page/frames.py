"""Articles that stand in a frame of the page: the address of what the frame shows."""

from __future__ import annotations

from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from cleaning.page.addresses import joined

_KINDS = ("", "html", "htm", "shtml", "jsp", "jspx", "do", "aspx", "asp", "php")


def framed_page(tree: LexborHTMLParser, url: str) -> str | None:
    """The absolute address of the only page of the same host that a page without a text shows in a frame."""
    found = set()
    for node in tree.css("iframe[src], frame[src]"):
        address = joined(url, node.attributes.get("src") or "")
        here, there = urlsplit(url if address else ""), urlsplit(address)
        name = there.path.rsplit("/", 1)[-1]
        suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
        if there.netloc == here.netloc and there.path not in ("", "/", here.path) and suffix in _KINDS:
            found.add(address)
    return found.pop() if len(found) == 1 else None
