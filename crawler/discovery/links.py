"""Every way a page leads on but for plain links and choices: areas of pictures, clicks, trees, lines a script writes.

Names are the texts a reader sees. The rows of listings are read elsewhere (``crawler.platforms``); this is for menus,
where a page is read once and time does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlencode

from bs4 import BeautifulSoup, Tag

from crawler.discovery.captions import MORE, heading, label, named, pictured, text_of
from crawler.discovery.drawn import drawn
from crawler.platforms.listing import absolute, literals
from crawler.platforms.listing.clicks import Functions, functions_of
from crawler.platforms.listing.flatten import page_soup
from crawler.platforms.listing.javascript import Scope, Token, expression, objects, tokens

MOST: Final = 5000
MOST_SPLASH: Final = 3  # links of a page that is nothing but the way in
MOST_TEXT: Final = 1_000_000  # characters read
_CLICK: Final = re.compile(
    r"(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\s*\(|open\s*\(|(?P<call>(?:go|jump|to|link|url)\w{0,12}\s*\())"
    r"\s*[\"'](?P<url>[^\"']{1,500})[\"'](?!\s*\+)",
    re.I,
)
_INCLUDED: Final = re.compile(
    r"(?:\.load|\$\.get|\bget|\bfetch)\(\s*[\"'](?P<url>[^\"'\s]{1,300}\.(?:s?html?|inc|jsp|asp)(?:\?[^\"'\s]{0,100})?)[\"'](?!\s*\+)",
    re.I,
)
_NAME_KEYS: Final = ("name", "title", "text", "label", "channelname", "chnlname", "columnname", "catname", "nodename")
_URL_KEYS: Final = ("url", "href", "link", "channelurl", "chnlurl", "columnurl", "linkurl", "path", "src", "page")
_PATH: Final = re.compile(
    r"(?:https?:/)?\.{0,2}/[^\s<>]+|[^\s<>]{1,300}\.(?:s?html?|jhtml|jsp|aspx?|php)(?:\?[^\s<>]*)?"
)
_WHOLE: Final = re.compile(r"^(?!.*(?:\$\{|\{\{))")  # no template of an address
_WORD: Final = re.compile(r"[^<>]{0,19}[\u4e00-\u9fff][^<>]{0,19}")
_DATA: Final = ("data-href", "data-url", "data-link", "data-src")
_LIBRARY: Final = re.compile(
    r"jquery|bootstrap|vue|react|axios|swiper|layui|layer|echarts|polyfill|es[56]-|html5|respond|ztree|mootools|"
    r"tongji|hm\.js|baidu|jiathis|share|conac|jiucuo|wza|slh|toolbar|video|player|captcha|md5|qrcode|moment|easyui|vendor|"
    r"superslide|slider|scroll|lodash|pagination|visit|count",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link with its whole text."""

    url: str
    name: str


def soup(text: str) -> BeautifulSoup:
    """The page as a tree; of a very long one its beginning."""
    return page_soup(text[:MOST_TEXT].replace("\x00", ""))


def beside_links(tree: BeautifulSoup, base: str) -> list[Anchor]:
    """What leads on but for plain links with a text: see the module's first line."""
    found: dict[tuple[str, str], None] = {}
    for href, name in (*_elements(tree), *headed(tree), *_scripts(tree)):
        url, shown = absolute(base, href), " ".join(name.split())[:200]
        if url and shown and _WHOLE.match(href):
            found.setdefault((url, shown))
        if len(found) >= MOST:
            break
    return [Anchor(url, name) for url, name in found]


def _elements(tree: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for node in tree.find_all(["a", "area"], limit=MOST):
        if not node.get_text(strip=True):
            yield text_of(node.get("href")), pictured(node)
    for name in _DATA:
        for node in tree.find_all(True, attrs={name: True}, limit=500):
            yield text_of(node.get(name)), node.get_text(strip=True) or label(node)
    yield from clicks(tree, functions_of(tuple(sources(tree))))
    yield from buttons(tree)


def buttons(tree: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """(address, name) of buttons that send a form of theirs in which nothing is to be filled in, and of those that say
    where they lead themselves (HTML, 4.10.22: ``action``, ``formaction``)."""
    for node in tree.find_all(["button", "input"], limit=500):
        form = node.find_parent("form")
        if form is None or (node.name == "input" and node.get("type") not in ("submit", "image", "button")):
            continue
        own = text_of(node.get("formaction"))
        method = text_of(node.get("formmethod")) or text_of(form.get("method"))
        fields = form.find_all(["input", "select", "textarea"])
        hidden = [field for field in fields if field.get("type") == "hidden"]
        if method.lower() == "post" or node.get("type") in ("button", "reset"):
            continue
        if any(field.get("type") not in ("hidden", "submit", "image", "button") for field in fields):
            continue
        pairs = [
            (text_of(each.get("name")), text_of(each.get("value"))) for each in (*hidden, node) if each.get("name")
        ]
        action = (own or text_of(form.get("action"))).partition("?")[0]
        yield f"{action}?{urlencode(pairs)}" if pairs else action, named(node) or text_of(node.get("value"))


def clicks(tree: BeautifulSoup, functions: Functions) -> Iterator[tuple[str, str]]:
    """(address, name) of what leads on when it is clicked: by its own words, or by a function that is known."""
    for node, said in clicked(tree):
        if (url := functions.leads(said) or _spelled(said) or _given(node, said)) and (name := named(node)):
            yield url, name
    for attribute, function in functions.on_elements():
        for name in (attribute, f"data-{attribute}"):
            for node in tree.find_all(True, attrs={name: True}, limit=500):
                if url := function.on({key: text_of(value) for key, value in node.attrs.items()}):
                    yield url, node.get_text(strip=True) or label(node)


def clicked(tree: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    """(element, what its click says) of everything that says something."""
    for node in tree.find_all(True, onclick=True, limit=MOST):
        yield node, text_of(node.get("onclick"))
    for node in tree.find_all("a", href=re.compile(r"^\s*javascript:", re.I), limit=MOST):
        yield node, text_of(node.get("href"))


def _given(node: Tag, said: str) -> str:
    """The address a click gives to a function, whichever it is, "" for a link that has an address of its own."""
    own = text_of(node.get("href"))
    return "" if own and not own.startswith(("#", "javascript:")) else literals.address(said)


def _spelled(said: str) -> str:
    """The address a click's text spells; what a function is given is one only if it looks like one."""
    click = _CLICK.search(said)
    if click is None or (click["call"] and not re.search(r"[/.?]", click["url"])):
        return ""
    return click["url"]


def headed(tree: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """(address, heading) of links that say no more than "more": what they lead to is named by the text before them."""
    for node in tree.find_all("a", href=True, string=MORE, limit=500):
        yield text_of(node.get("href")), heading(node)


def sent_on(tree: BeautifulSoup) -> list[str]:
    """Where the scripts of a page without a link may send a browser (a phone here, all others there)."""
    if tree.find(["a", "area", "iframe", "frame"]):
        return []
    found = [click for source in sources(tree) for click in _CLICK.finditer(source)]
    return [click["url"] for click in found if not click["call"] and _PATH.fullmatch(click["url"])]


def splash(tree: BeautifulSoup, base: str) -> list[str]:
    """Where the few links of a page lead that names none of them: the picture before a site's real home page."""
    nodes = tree.find_all(["a", "area"], href=True, limit=MOST_SPLASH + 1)
    if len(nodes) > MOST_SPLASH or any(node.get_text(strip=True) or label(node) for node in nodes):
        return []
    return [url for node in nodes if (url := absolute(base, text_of(node.get("href"))))]


def sources(tree: BeautifulSoup) -> list[str]:
    """The scripts that stand in the page."""
    nodes = [node for node in tree.find_all("script", limit=200) if not node.get("src")]
    return [source for node in nodes if (source := node.string or node.get_text())]


def _scripts(tree: BeautifulSoup) -> Iterator[tuple[str, str]]:
    found = sources(tree)
    functions = functions_of(tuple(found))
    for source in found:
        yield from in_script(source, functions)
    yield from written(found, (), functions)


def written(scripts: Sequence[str], answers: Iterable[str], functions: Functions) -> Iterator[tuple[str, str]]:
    """(address, name) of what scripts draw of their objects and lists, and of those in a service's answers."""
    if (tree := drawn(scripts, answers)) is not None:
        for link in tree.find_all("a", href=_WHOLE, limit=500):
            yield text_of(link.get("href")), link.get_text(strip=True) or label(link)
        yield from clicks(tree, functions)


def in_script(source: str, functions: Functions | None = None) -> Iterator[tuple[str, str]]:
    """(address, name) of every node of a tree and every link in a script's text.

    ``functions`` are those of the page that shows the nodes: they say where one without an address leads.
    """
    pieces = tokens(source)
    for item in objects(pieces, Scope()):
        if all(node := node_of(item, functions)):
            yield node
    yield from _pairs(pieces)
    for piece in pieces:
        text = _decoded(piece.text) if piece.kind == "string" else ""
        if "<" in text and "href" in text:
            yield from _in_markup(text)


def _decoded(text: str) -> str:
    """A text whose signs are percent-encoded, as ``unescape`` and ``decodeURIComponent`` read it."""
    if "%3C" not in text[:2000].upper():
        return text
    return unquote(re.sub(r"%u([0-9A-Fa-f]{4})", lambda found: chr(int(found[1], 16)), text))


def _pairs(pieces: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """(address, name) of neighbours in lists and calls, whichever is first: ``["年报","/nb/"]``, ``f("年报","a/")``."""
    at = 0
    while at + 2 < len(pieces):
        one, comma, other = pieces[at : at + 3]
        at += 1
        if one.kind == other.kind == "string" and comma.text == ",":
            name, url = sorted((one.text, other.text), key=lambda text: bool(_PATH.fullmatch(text)))
            if _PATH.fullmatch(url) and _WORD.fullmatch(name) and not _PATH.fullmatch(name):
                yield url, name
                at += 2


def node_of(item: Mapping[str, str], functions: Functions | None) -> tuple[str, str]:
    """(address, name) of an object, "" for what it does not say."""
    known = {key.lower(): value for key, value in item.items() if value}
    url, name = _first(known, _URL_KEYS), _first(known, _NAME_KEYS)
    if not name and not url:  # names too short to say anything: {t: "法治政府", h: "/fz/"}
        short = [value for key, value in item.items() if len(key) == 1]
        url = next((value for value in short if _PATH.fullmatch(value)), "")
        name = next((value for value in short if _WORD.fullmatch(value)), "") if url else ""
    if re.search(r"[/.]", url):
        return url, name
    return functions.of_node(item) if functions and name else "", name


def _first(known: Mapping[str, str], keys: Sequence[str]) -> str:
    return next((known[key] for key in keys if key in known), "")


def _in_markup(text: str) -> Iterator[tuple[str, str]]:
    for link in BeautifulSoup(text, "lxml").find_all("a", href=_WHOLE, limit=500):
        yield text_of(link.get("href")), link.get_text(strip=True) or label(link)


def included(tree: BeautifulSoup, base: str) -> list[str]:
    """Addresses of pieces of pages that scripts put in their places: ``$("#head").load("/inc/head.html")``."""
    found = (match["url"] for source in sources(tree) for match in _INCLUDED.finditer(source))
    return [url for href in dict.fromkeys(found) if (url := absolute(base, href))]


def in_piece(text: str, functions: Functions) -> Iterator[tuple[str, str]]:
    """(address, name) of what leads on in a piece of a page, by its links and by the functions of the page round it."""
    tree = soup(text)
    for link in tree.find_all("a", href=_WHOLE, limit=MOST):
        yield text_of(link.get("href")), link.get_text(strip=True) or label(link)
    yield from clicks(tree, functions)


def own_scripts(tree: BeautifulSoup, base: str) -> list[str]:
    """Addresses of the page's own script files, those of libraries and counters left out."""
    found = [absolute(base, text_of(node.get("src"))) for node in tree.find_all("script", src=True, limit=100)]
    return [url for url in dict.fromkeys(found) if url and not _LIBRARY.search(url.rpartition("/")[2])]


def frames(tree: BeautifulSoup, base: str) -> list[str]:
    """What the page shows in frames, by itself or once a script has set what they show."""
    found = [text_of(node.get("src")) for node in tree.find_all(["iframe", "frame", "embed"], src=True, limit=20)]
    found += [text_of(node.get("data")) for node in tree.find_all("object", data=True, limit=20)]
    if tree.find(["iframe", "frame"]) is not None:
        found += _shown(sources(tree))
    return [url for href in dict.fromkeys(found) if (url := absolute(base, href))]


def _shown(scripts: Sequence[str]) -> Iterator[str]:
    """The addresses of pages that scripts show somewhere whatever is clicked: all of their parts are known."""
    scope = Scope()
    for pieces in [tokens(script) for script in scripts if "src" in script]:
        scope.learn(pieces)
        for at in range(len(pieces) - 3):
            text, mark = pieces[at].text, pieces[at + 1].text
            owned = text.endswith(".src") or (text == "src" and at and pieces[at - 1].text == ".")
            sets = mark == "=" and pieces[at].kind == "name" and owned
            puts = mark == "(" and text.endswith("attr") and pieces[at + 2].text == "src" and pieces[at + 3].text == ","
            value = expression(pieces, at + (4 if puts else 2), scope)[0] if sets or puts else None
            if value and literals.is_address(value):
                yield value
