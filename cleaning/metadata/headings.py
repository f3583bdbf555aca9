"""The elements of a page that look like its title."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning.body.boilerplate import is_boilerplate
from cleaning.metadata import issuer
from cleaning.metadata.evidence import resolved
from cleaning.text.normalize import squeeze

_MARKED = "h1, h2, h3, h4, h5, h6, ucaptitle, [class*=title i], [class*=bt i], [class*=hd i], [id*=title i]"
_MOST = 100
_PATH = re.compile("[>＞»›]|当前位置|所在位置")
_LOGO = re.compile(r"logo|banner|site-?name|foot", re.IGNORECASE)
_LOGO_DEPTH = 4
_GOES_ON = re.compile(r"(?:关于)?(?:19|20)\d{2}|关于|法治政府|依法行政|[二一][〇零○][一二三四五六七八九〇零○]{2}")


def headings(tree: LexborHTMLParser) -> list[str]:
    """Texts of the elements that look like the title's, in page order.

    A byline in a box named title is none, nor is a breadcrumb or what stands in a logo. Where an agency and the rest of
    its title are two elements, both together come before each of them.
    """
    found = [(node, resolved(" ".join(node.text().split()))) for node in tree.css(_MARKED)[:_MOST]]
    found = [(node, text) for node, text in found if _can_be_title(text) and not _in_logo(node)]
    texts = [text for _, text in found]
    found = [(node, text) for node, text in found if not any(_holds_tools(text, inner) for inner in texts)]
    out: list[str] = []
    for (node, text), below in zip(found, [*found[1:], None], strict=False):
        if below is not None and issuer.is_agency(text) and _GOES_ON.match(below[1]):
            together = text + below[1]
            if _next(node) == below[0].mem_id or squeeze(together) in _page_title(tree):
                out.append(together)
        out.append(text)
    return out


def _holds_tools(text: str, inner: str) -> bool:
    """Whether the text of a box is a heading within it and a reader's tools below that."""
    return len(text) > len(inner) and text.startswith(inner) and is_boilerplate(text[len(inner) :])


def _can_be_title(text: str) -> bool:
    return 5 < len(text) < 200 and not is_boilerplate(text) and not _PATH.search(text)


def _page_title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("title")
    return squeeze(resolved(node.text())) if node is not None else ""


def _next(node: LexborNode) -> int | None:
    """The element that follows at once."""
    other = node.next
    while other is not None and other.tag in {"-text", "-comment", "br"} and not (other.text_content or "").strip():
        other = other.next
    return other.mem_id if other is not None else None


def _in_logo(node: LexborNode) -> bool:
    above: LexborNode | None = node
    for _ in range(_LOGO_DEPTH):
        if above is None or above.tag == "body":
            return False
        attributes = above.attributes
        if _LOGO.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"):
            return True
        above = above.parent
    return False
