"""A page as flat arrays: what the row finder needs of the tree, gathered in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from crawler.platforms.listing.addresses import absolute

MAX_NODES: Final = 500_000
MAX_LINKS: Final = 20_000
_SILENT: Final = frozenset({"style", "noscript", "textarea", "select"})
_DIGITS: Final = re.compile(r"\d+")


@dataclass(slots=True)
class Link:
    """A link: ``element`` indexes the page's arrays, ``url`` is absolute or "" where it leads to no page.

    ``pieces`` are its texts with the elements they stand in.
    """

    element: int
    url: str
    title: str
    pieces: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Dom:
    """Elements in document order: tag, parent (-1 at the root) and class text; then what they hold.

    ``places`` gives for each text how many elements begin before it.
    """

    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    texts: list[tuple[int, str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    scripts: list[tuple[int, str, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    title: str = ""


def flatten(text: str, base: str) -> Dom:
    """The page at ``base`` as browsers see it, in document order; no more than MAX_NODES nodes and MAX_LINKS links."""
    dom = Dom()
    root = LexborHTMLParser(text.replace("\x00", "")).root
    if root is None:
        return dom
    stack: list[tuple[int, int]] = []
    in_link: list[Link | None] = []
    silent: list[bool] = []
    for count, node in enumerate(root.traverse(include_text=True)):
        if count > MAX_NODES or len(dom.links) >= MAX_LINKS:
            break
        parent_node = node.parent
        parent_id = parent_node.mem_id if parent_node is not None else 0
        while stack and stack[-1][0] != parent_id:
            stack.pop()
        parent = stack[-1][1] if stack else -1
        tag = node.tag or ""
        if tag == "-text":
            if parent >= 0 and not silent[parent]:
                _note(dom, parent, node.text_content or "", in_link[parent])
            continue
        if tag == "-comment":
            dom.comments.append(node.comment_content or "")
            continue
        if tag.startswith(("-", "!")):
            continue
        index = len(dom.tags)
        attrs = node.attributes
        mark = f"{attrs.get('id') or ''} {attrs.get('class') or ''}".strip()
        dom.tags.append(tag)
        dom.parents.append(parent)
        dom.marks.append(mark)
        above = dom.signs[parent] if parent >= 0 else 0
        words = str(attrs.get("class") or "").split() or [str(attrs.get("id") or "")]
        kind = _DIGITS.sub("", words[0])
        dom.signs.append(hash((above, tag, kind)))
        link = in_link[parent] if parent >= 0 else None
        if tag == "a" and attrs.get("href"):
            link = Link(index, absolute(base, str(attrs["href"])), str(attrs.get("title") or ""))
            dom.links.append(link)
        in_link.append(link)
        silent.append(tag in _SILENT or (parent >= 0 and silent[parent]))
        if tag == "base" and attrs.get("href"):
            base = absolute(base, str(attrs["href"])) or base
        if tag == "meta" and attrs.get("name"):
            dom.metas.setdefault(str(attrs["name"]).strip().lower(), str(attrs.get("content") or "").strip())
        if tag in ("script", "template"):
            silent[index] = True
            kind = str(attrs.get("type") or "").strip().lower() if tag == "script" else "template"
            dom.scripts.append((index, kind, node.text(deep=True) or ""))
        elif tag == "title" and not dom.title:
            dom.title = " ".join((node.text(deep=True) or "").split())
            silent[index] = True
        elif tag == "br" and parent >= 0:
            _note(dom, parent, " ", link)
        stack.append((node.mem_id, index))
    return dom


def _note(dom: Dom, parent: int, text: str, link: Link | None) -> None:
    if link is not None and text:
        link.pieces.append((parent, text))
    elif link is None and text and not text.isspace():
        dom.texts.append((parent, text))
        dom.places.append(len(dom.tags))
