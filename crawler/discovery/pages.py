"""A fetched page on the search: its links, the columns above it, and what it says about its site."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from cleaning.clean import clean
from cleaning.metadata.titles import is_site, page_title_of
from cleaning.page.decode import Decoded, decode
from cleaning.report import Page, Report
from cleaning.text.dates import alone
from crawler.discovery import links, tabs
from crawler.discovery.links import Anchor
from crawler.items import Listing, ListingPage, PageRequest
from crawler.outcome import Outcome
from crawler.platforms import generic
from crawler.platforms.listing import Dom, absolute, choices, flatten, is_document, of_link
from crawler.platforms.listing.boxes import boxes
from crawler.platforms.listing.clicks import functions_of
from crawler.urls import canonical

_REFRESH = re.compile(r"<meta[^>]{0,200}refresh[^>]{0,100}?url\s*=\s*[\"']?(?P<url>[^\"'\s>]{1,300})", re.I)
_SCRIPTED = re.compile(
    r"<script[^>]{0,100}>[\s/]{0,20}(?:window\.|self\.|top\.|document\.){0,2}location(?:\.href)?\s*=\s*"
    r"[\"'](?P<url>[^\"'\s]{1,300})",
    re.I,
)
_TITLE_PARTS = re.compile(r"[-_|｜—–]+")
HOMES = frozenset({"首页", "网站首页", "主页", "本站首页", "官网首页", "门户首页"})
NEAR = 6  # levels between a date and its row
STAYS = 0.9  # share of the links of a page that it had before
SHORTEST_BODY = 150  # characters a report has at least; listings cleaned as pages leave less


@dataclass
class Answer:
    """How one request of a search ended; ``url`` is the address that answered."""

    url: str
    outcome: Outcome
    request: PageRequest
    content: bytes = b""
    content_type: str = ""
    scripts_read: list[str] = field(default_factory=list)

    @cached_property
    def decoded(self) -> Decoded:
        """The body, decoded as browsers do."""
        return decode(self.content, self.content_type)

    @property
    def text(self) -> str:
        """The body as text."""
        return self.decoded.text

    @property
    def page(self) -> ListingPage:
        """The page as a listing reader takes it."""
        return ListingPage(self.url, self.text, {}, self.request, self.decoded.encoding)

    @cached_property
    def dom(self) -> Dom:
        """The page's tree."""
        return flatten(self.text, self.url, self.decoded.encoding)

    @cached_property
    def headings(self) -> list[str]:
        """The headings that stand alone on the page, in their order."""
        found = (node.get_text(" ", strip=True) for node in self.tree.find_all(["h1", "h2", "h3"], limit=20))
        return [text for text in found if text]

    def site_name(self, *, home: bool) -> str:
        """The name of its site: what the page states, or the part of a home page's title that names one."""
        stated = self.report.site_name or ""
        parts = _TITLE_PARTS.split(page_title_of(self.text)) if home else []
        return next(filter(is_site, [stated, *map(str.strip, parts)]), stated)

    @cached_property
    def plain(self) -> Listing:
        """The page as a listing of any make."""
        return generic.read(self.page)

    @cached_property
    def tree(self) -> BeautifulSoup:
        """The page as Beautiful Soup reads it, for menus and scripts."""
        return links.soup(self.text)

    @cached_property
    def anchors(self) -> list[Anchor]:
        """What it leads to, each address once for each text: links in their order, then every other way."""
        found = {(link.url, of_link(self.dom, link)) for link in self.dom.links if link.url}
        order = {link.url: at for at, link in reversed(list(enumerate(self.dom.links)))}
        plain = [Anchor(url, name) for url, name in sorted(found, key=lambda pair: (order[pair[0]], pair[1]))]
        chosen = [Anchor(url, name) for url, name in choices.leading(self.dom, self.url)]
        beside = [*chosen, *links.beside_links(self.tree, self.url)]
        return [*plain, *(each for each in dict.fromkeys(beside) if (each.url, each.name) not in found)]

    @cached_property
    def dated(self) -> frozenset[str]:
        """Addresses that stand beside a date: documents, whatever they are called."""
        near: set[int] = set()
        for element, text in self.dom.texts:
            if alone(text):
                near |= set(self._around(element))
        return frozenset(
            link.url for box in boxes(self.dom) if box.texts and box.element in near for link in box.links if link.url
        )

    def _around(self, element: int) -> Iterator[int]:
        """An element and those round it, a few levels up."""
        for _ in range(NEAR):
            if element < 0:
                return
            yield element
            element = self.dom.parents[element]

    @cached_property
    def onward(self) -> list[str]:
        """Where the page sends a browser at once, what it shows in frames, where a picture alone leads; a few addresses
        at most."""
        found = [match["url"] for form in (_REFRESH, _SCRIPTED) for match in form.finditer(self.text[:500_000])]
        urls = [absolute(self.url, html.unescape(url)) for url in found[:20]] + links.frames(self.tree, self.url)
        urls += links.splash(self.tree, self.url) + [absolute(self.url, url) for url in links.sent_on(self.tree)]
        return [url for url in dict.fromkeys(urls) if url and url != self.url][:5]

    @cached_property
    def included(self) -> list[str]:
        """Pieces of pages that its scripts put into it."""
        return links.included(self.tree, self.url)

    @property
    def has_scripts(self) -> bool:
        """Whether scripts stand in it, or files of scripts."""
        return bool(self.dom.scripts)

    @cached_property
    def scripts(self) -> list[str]:
        """Its own script files."""
        return links.own_scripts(self.tree, self.url)

    def named_by(self, text: str) -> list[Anchor]:
        """What a script file or a service's answer names for this page, which asked for it: links, clicks, a tree's
        nodes."""
        scripts = [*links.sources(self.tree), *self.scripts_read]
        functions = functions_of((*scripts, text))
        named = [*links.in_script(text, functions), *links.clicks(self.tree, functions)]
        named += links.written(scripts, [text], functions)
        named += links.in_piece(text, functions) if text.lstrip().startswith("<") else ()
        return [Anchor(url, name) for href, name in named if (url := absolute(self.url, href))]

    def tabs(self, *answers: str) -> list[tuple[str, dict[str, str]]]:
        """What calls a function of its scripts with values when it is clicked, by name; the nodes of a menu in a
        service's answers as well."""
        return list(tabs.tabs(self.tree, self.scripts_read, answers))

    @cached_property
    def report(self) -> Report:
        """The page as the cleaning stage reads it."""
        return clean(Page(self.content, self.url, self.content_type))

    @property
    def shows_report(self) -> bool:
        """Whether this is the page of one report, in text or as a file."""
        long = len(self.report.body) >= SHORTEST_BODY or bool(self.report.attachments)
        return self.report.is_report and (long or is_document(self.url, self.dom))

    @property
    def crumbs(self) -> list[str]:
        """The names of the columns above the page, from the top down, without the home page."""
        return [name for name in self.report.column_path or [] if name not in HOMES]

    def crumb_links(self) -> list[Anchor]:
        """The links of the breadcrumb, the nearest column first."""
        folder = urlsplit(self.url).path.rpartition("/")[0] + "/"
        found = []
        for name in reversed(self.crumbs):
            links = [anchor for anchor in self.anchors if same_name(anchor.name, name) and anchor.url != self.url]
            links.sort(key=lambda anchor: not folder.startswith(urlsplit(anchor.url).path.rpartition("/")[0] + "/"))
            found += links[:1]
        return found


def still_the_page(answer: Answer, before: Answer) -> bool:
    """True if a page is the one that stood at its address before, whatever went from it: it says the same of itself
    (title, column, breadcrumb) and leads to hardly anything that it did not lead to then.

    Another page of the site, such as its home page, says something else or brings lists of its own.
    """
    if _said(answer) != _said(before):
        return False
    links, old = ({canonical(link.url) for link in each.dom.links if link.url} for each in (answer, before))
    return len(links & old) >= STAYS * len(links)


def _said(answer: Answer) -> tuple[str, str, list[str]]:
    return answer.dom.title, answer.dom.metas.get("columnname", ""), answer.crumbs


def same_name(one: str, other: str) -> bool:
    """True if two names of a column are the same but for blanks."""
    return re.sub(r"\s+", "", one) == re.sub(r"\s+", "", other) != ""
