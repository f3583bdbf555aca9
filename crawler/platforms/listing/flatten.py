"""The pass over a page that gathers its tree as flat arrays (``dom``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.platforms.listing.clicks import Opening
from crawler.platforms.listing.dom import Choice, Dom, Form, Link
from crawler.platforms.listing.literals import address, call_address, is_address

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

MAX_NODES: Final = 500_000
MAX_LINKS: Final = 20_000
_SILENT: Final = frozenset({"style", "noscript", "textarea", "select"})
_OUTSIDE: Final[tuple[Link | None, Form | None, bool]] = (None, None, False)
_DIGITS: Final = re.compile(r"\d+")
_CLICKED: Final = frozenset({
    "li", "tr", "td", "div", "span", "p", "dl", "dd", "dt", "h2", "h3", "h4", "h5", "h6",
    "article", "section", "button",
})  # fmt: skip
_PRESSED: Final = frozenset({"a", "button", "input", "span"})  # links even where only a script knows where they lead
_LEADING: Final = _CLICKED | _PRESSED
_PLAIN: Final = frozenset({"href", "src", "onclick", "style", "class", "id", "content", "value", "target", "width"})
_DATED: Final = re.compile(r"\d[-/.年月]\d|\d{8}|[〇○零一二三四五六七八九]年|[０-９]")
_DRAWING: Final = frozenset({"class", "id", "style"})
_PROLOG: Final = re.compile(r"^\s*<\?xml[^>]{0,200}>")
_SHADOW: Final = re.compile(r"<template(?=[^>]{0,200}shadowroot)([^>]{0,200}>)", re.I)
_TEMPLATE_END: Final = re.compile(r"</template\s*>", re.I)
_PAGE: Final = re.compile(r"page(?:[-_]?(?:no|num|number|index))?$")  # data-page, topage; a page's size is none


@lru_cache(maxsize=4)  # the reader of each system asks for the same page
def flatten(text: str, base: str, encoding: str = "utf-8") -> Dom:
    """The page at ``base`` as browsers see it, in document order; no more than MAX_NODES nodes and MAX_LINKS links.

    It is read by many and changed by none.
    """
    reading = _Reading(base, encoding, text)
    root = LexborHTMLParser(_unshadowed(text.replace("\x00", ""))).root
    if root is None:
        return reading.dom
    for count, node in enumerate(root.traverse(include_text=True)):
        if count > MAX_NODES or len(reading.dom.links) >= MAX_LINKS:
            break
        reading.take(node)
    reading.end()
    return reading.dom


def page_soup(text: str) -> BeautifulSoup:
    """The page as Beautiful Soup reads it; what says that it is XML is HTML all the same, as browsers show it."""
    from bs4 import BeautifulSoup  # heavy, and every start loads all platforms

    return BeautifulSoup(_PROLOG.sub("", text, count=1), "lxml")


def _unshadowed(text: str) -> str:
    """A page with the shadows of its components as ordinary parts of it (HTML, 4.12.3: ``shadowrootmode``)."""
    if "shadowroot" not in text:
        return text
    shown, shadows = _SHADOW.subn(r"<div\1", text)
    ends = len(_TEMPLATE_END.findall(text))  # with other templates among them, whose end is whose is not told
    return _TEMPLATE_END.sub("</div>", shown) if shadows == ends else text


class _Reading:
    """The pass over one page: where it stands in the tree, and which link and form it is in."""

    def __init__(self, base: str, encoding: str, text: str) -> None:
        self.dom = Dom(base=base, encoding=encoding)
        self.opening = Opening(text)
        self.stack: list[tuple[int, int]] = []
        self.in_link: list[Link | None] = []
        self.in_form: list[Form | None] = []
        self.silent: list[bool] = []
        self.children: list[int] = []
        self.coded: list[Link] = []

    def take(self, node: LexborNode) -> None:
        """The next node in document order."""
        parent_node = node.parent
        parent_id = parent_node.mem_id if parent_node is not None else 0
        while self.stack and self.stack[-1][0] != parent_id:
            self.stack.pop()
        parent = self.stack[-1][1] if self.stack else -1
        tag = node.tag or ""
        if tag == "-text":
            self._note(parent, node.text_content)
        elif tag == "-comment":
            self.dom.comments.append(node.comment_content or "")
        elif not tag.startswith(("-", "!")):
            self._element(node, tag, parent)

    def _element(self, node: LexborNode, tag: str, parent: int) -> None:
        index, attrs = len(self.dom.tags), node.attributes
        self._place(tag, parent, _said(attrs, "id"), _said(attrs, "class"))
        inherited = (self.in_link[parent], self.in_form[parent], self.silent[parent]) if parent >= 0 else _OUTSIDE
        link = self._link(node, index, tag, attrs) if _may_lead(tag, attrs) else None
        self.in_link.append(link or inherited[0])
        self.in_form.append(self._form(tag, attrs) or inherited[1])
        self.silent.append(tag in _SILENT or inherited[2])
        if tag not in ("meta", "script", "option"):
            self._stamp(index, attrs)
        self._held(node, index, tag, attrs)
        self.stack.append((node.mem_id, index))

    def _place(self, tag: str, parent: int, name: str, classes: str) -> None:
        """Where an element stands in the tree, and what it is called there."""
        dom = self.dom
        dom.tags.append(tag)
        dom.parents.append(parent)
        dom.marks.append(f"{name} {classes}".strip())
        word = (classes.split() or [name])[0]
        self.children.append(0)
        if parent < 0:
            sign, nth = 0, 0
        else:
            sign, nth = dom.signs[parent], self.children[parent]
            self.children[parent] += 1
        dom.signs.append(hash((sign, tag, _DIGITS.sub("", word))))
        dom.nth.append(nth)

    def _link(self, node: LexborNode, index: int, tag: str, attrs: Mapping[str, Any]) -> Link | None:
        """The link an element is: an ``a``, or another element that a click opens; None if a click leads nowhere."""
        url, code = self._address(tag, attrs)
        form = self._sent(index, tag, attrs)
        if not url and not (tag in _PRESSED and any((code, form, attrs.get("href"), _numbered(attrs)))):
            return None
        if self._is_frame(node, index, tag, url):
            return None
        link = Link(index, url, _said(attrs, "title") or _said(attrs, "mc"), code, form=form)
        link.alt, link.page = _spoken(tag, attrs), _numbered(attrs)
        self.dom.links.append(link)
        if code and not url:
            self.coded.append(link)
        return link

    def _address(self, tag: str, attrs: Mapping[str, Any]) -> tuple[str, str]:
        """Where a click on an element leads, "" if that is not spelt out; and its code, read where no ``href`` is."""
        href = _said(attrs, "href")
        if tag == "a" and (url := self.dom.resolve(href)):
            return url, ""
        code = _code(href, attrs)
        clues = _clues(code, attrs) or ([] if tag in _PRESSED else self.opening.clicked(code, attrs))
        return next((each for text in clues if (each := self.dom.resolve(text))), ""), code

    def _is_frame(self, node: LexborNode, index: int, tag: str, url: str) -> bool:
        """True round links or rows, and without an address of its own inside a link that has one."""
        if tag != "a" and self._holds_links(node):
            return True
        parent = self.dom.parents[index]
        outer = self.in_link[parent] if parent >= 0 and not url else None
        return outer is not None and bool(outer.url)

    def _sent(self, index: int, tag: str, attrs: Mapping[str, Any]) -> Form | None:
        """The form that pressing an element sends, None if it sends none."""
        kind = str(attrs.get("type") or ("submit" if tag == "button" else "")).lower()
        parent = self.dom.parents[index]
        return self.in_form[parent] if tag in ("input", "button") and kind == "submit" and parent >= 0 else None

    def _holds_links(self, node: LexborNode) -> bool:
        inner = (each for each in node.css("a, li, tr") if each.mem_id != node.mem_id)
        return any(each.tag != "a" or self.dom.resolve(_said(each.attributes, "href")) for each in inner)

    def _form(self, tag: str, attrs: Mapping[str, Any]) -> Form | None:
        if tag != "form":
            return None
        form = Form(_said(attrs, "action"), str(attrs.get("method") or "get").upper())
        self.dom.forms.append(form)
        return form

    def _stamp(self, index: int, attrs: Mapping[str, Any]) -> None:
        for name, value in attrs.items():
            if value and name not in _PLAIN and len(value) < 500 and _DATED.search(value):
                self.dom.stamps.append((index, name, value))

    def _held(self, node: LexborNode, index: int, tag: str, attrs: Mapping[str, Any]) -> None:
        """What an element says beside its place: scripts, metas, the title, breaks, pictures, fields of forms."""
        link = self.in_link[index]
        if tag == "br":
            self._note(self.dom.parents[index], " ")
        elif tag == "img" and link is not None:
            link.alt += _said(attrs, "alt") or _said(attrs, "title")
        elif tag in ("input", "select", "option"):
            self._field(node, index, tag, attrs)
        elif tag in ("meta", "base", "link"):
            self._head(index, tag, attrs)
        elif tag in ("script", "template") or (tag == "title" and not self.dom.title):
            self._unshown(node, index, tag, attrs)

    def _head(self, index: int, tag: str, attrs: Mapping[str, Any]) -> None:
        """What attributes say of the page: its metas, its base, the page after it."""
        dom = self.dom
        if tag == "meta" and attrs.get("name"):
            dom.metas.setdefault(str(attrs["name"]).strip().lower(), _said(attrs, "content").strip())
        elif tag == "base" and attrs.get("href"):
            dom.base = dom.resolve(str(attrs["href"])) or dom.base
        elif tag == "link" and _says_next(attrs):
            dom.links.append(Link(index, dom.resolve(_said(attrs, "href")), "", alt="next"))

    def _unshown(self, node: LexborNode, index: int, tag: str, attrs: Mapping[str, Any]) -> None:
        """The texts that a page does not show in its place: its title, its scripts and templates."""
        text = node.text(deep=True) or ""
        self.silent[index] = True
        if tag == "title":
            self.dom.title = " ".join(text.split())
        else:
            kind = _said(attrs, "type").strip().lower() if tag == "script" else "template"
            self.dom.scripts.append((index, kind, text))

    def _field(self, node: LexborNode, index: int, tag: str, attrs: Mapping[str, Any]) -> None:
        """A field of a form; buttons are not sent unless they are pressed."""
        name, value, form = _said(attrs, "name"), _said(attrs, "value"), self.in_form[index]
        if tag == "select":
            self.dom.choices.append(Choice(index, name, _said(attrs, "onchange"), form, id=_said(attrs, "id")))
        elif tag == "option" and self.dom.choices:
            text = " ".join((node.text(deep=True) or "").split())
            choice = self.dom.choices[-1]
            choice.chosen = len(choice.options) if "selected" in attrs else choice.chosen
            choice.options.append((value, text))
        elif tag == "input" and form is not None and str(attrs.get("type") or "text").lower() in ("hidden", "text"):
            form.fields.append((_said(attrs, "id"), name, value))

    def _note(self, parent: int, text: str | None) -> None:
        """A text shown in the element ``parent``: a part of its link's, else one of the page's."""
        if not text or parent < 0 or self.silent[parent]:
            return
        link = self.in_link[parent]
        if link is not None:
            link.pieces.append((parent, text))
        elif not text.isspace():
            self.dom.texts.append((parent, text))
            self.dom.places.append(len(self.dom.tags))

    def end(self) -> None:
        """Read the calls of links without a literal address, once all scripts are known."""
        if not self.coded:
            return
        known = self.dom.functions()
        for link in self.coded:
            if found := call_address(link.code, known):
                link.url = self.dom.resolve(found)


def _may_lead(tag: str, attrs: Mapping[str, Any]) -> bool:
    return tag == "a" or (tag in _LEADING and bool(attrs) and not attrs.keys() <= _DRAWING)


def _says_next(attrs: Mapping[str, Any]) -> bool:
    return "next" in _said(attrs, "rel").lower().split()


def _spoken(tag: str, attrs: Mapping[str, Any]) -> str:
    """What is said of a link beside its text; "next" for one that is related so."""
    return "next" if _says_next(attrs) else _said(attrs, "value" if tag == "input" else "aria-label")


def _numbered(attrs: Mapping[str, Any]) -> str:
    """The number of the page an element's attributes say it leads to."""
    return next((value for name, value in attrs.items() if _PAGE.search(name) and (value or "").isdecimal()), "")


def _said(attrs: Mapping[str, Any], name: str) -> str:
    """The value of an attribute, "" without one."""
    return str(attrs.get(name) or "")


def _code(href: str, attrs: Mapping[str, Any]) -> str:
    """What a click runs: the ``javascript:`` of the link itself and its ``onclick``."""
    script = href.strip()[11:] if href.strip().lower().startswith("javascript:") else ""
    return f"{script};{attrs.get('onclick') or ''}".strip("; \n")


def _clues(code: str, attrs: Mapping[str, Any]) -> list[str]:
    """The addresses an element's code and its other attributes spell out."""
    found = [address(code)] if code else []
    found += [
        value.strip()
        for name, value in attrs.items()
        if value and name not in _PLAIN and name != "title" and len(value) < 2000 and _is_spelt(value.strip())
    ]
    return [text for text in found if text]


def _is_spelt(value: str) -> bool:
    """Whether an attribute spells out an address: one with a place to be filled (``index_{page}.html``) does not."""
    return is_address(value) and not any(mark in value for mark in "{[<")
