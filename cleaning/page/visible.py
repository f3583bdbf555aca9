"""What a reader of a page sees: which elements are hidden, which of them a script or a click shows, and the text.

Hidden are elements with the attribute ``hidden``, with ``display:none``, ``visibility:hidden``, a font size of 0 or a
place far off the screen in their style, and those for which a simple rule of the page's own style sheets says so.
Sheets in files of their own are not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaning.page import decode, dom
from cleaning.page.tree import parse, scripts

MOST_RULES = 400
MOST_SHOWN = 50
_ASIDE = r"(?<![\w-])(?:left|top|text-indent)\s*:\s*-(?:999|\d{4})"
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:!important)?\s*(?:;|\Z)|"
    + _ASIDE,
    re.IGNORECASE,
)
_FAR = re.compile(r"-(?:999|\d{4})")
_MAY_HIDE = re.compile(r"none|hidden|font-size\s*:\s*0")
_SOMETHING_HIDES = [
    re.compile(each) for each in (r"display\s*:\s*none", r"visibility\s*:\s*hidden", r"font-size\s*:\s*0")
]
_MAY_SAY = re.compile(r"display|visib|font-size\s*:\s*0")
_MAY_SAY_FAR = re.compile(rf"{_MAY_SAY.pattern}|{_ASIDE}")
_SHOWS = re.compile(r"display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE = re.compile(r"[\w-]{0,30}(?:[.#][A-Za-z_][\w-]{0,60}){1,3}\Z")
_STYLED = (
    '[hidden], [style*="none" i], [style*="hidden" i], [style*="font-size:0" i], [style*="font-size: 0" i], '
    '[style*=":-"], [style*=": -"]'
)
_REVEALS = re.compile(
    r"(?:\$|jQuery|querySelector|getElementById|getElementsByClassName)\(\s*[\"']([#.]?[\w-]{1,60})[\"']\s*\)(?:\[0\])?\s*\.\s*"
    r"(?:show|fadeIn|slideDown|toggle|slideToggle|removeAttr|removeAttribute|removeClass|hidden\s*=\s*false"
    r"|style\.(?:display|visibility)\s*=\s*[\"'](?!none|hidden)|css\(\s*[\"']display[\"']\s*,\s*[\"'](?!none))"
)


def hidden(tree: LexborHTMLParser) -> dict[int, LexborNode]:
    """The elements a reader cannot see, by the parser's number of a node (``mem_id``)."""
    out = _by_rules(tree)
    for node in tree.css(_STYLED):
        attributes = node.attributes
        style = attributes.get("style") or ""
        if "hidden" in attributes or _HIDES.search(style):
            out[node.mem_id] = node
        elif out and _SHOWS.search(style):
            out.pop(node.mem_id, None)
    return {number: node for number, node in out.items() if node.tag not in {"body", "html"}} if out else out


def _by_rules(tree: LexborHTMLParser) -> dict[int, LexborNode]:
    """The elements that rules of the page's own sheets hide, by number."""
    out: dict[int, LexborNode] = {}
    for rule, hides in _rules(tree):
        if not (hides or out):
            continue
        with suppress(SelectolaxError):
            for node in tree.css(rule):
                if hides:
                    out[node.mem_id] = node
                else:
                    out.pop(node.mem_id, None)
    return out


def _rules(tree: LexborHTMLParser) -> Iterator[tuple[str, bool]]:
    """Simple selectors of the page's own sheets whose elements are hidden (True) or shown again (False)."""
    rules = (rule for sheet, says in _sheets(tree) for rule in _outer_rules(sheet, says))
    telling = (rule for rule in rules if _HIDES.search(rule[1]) or _SHOWS.search(rule[1]))
    for selectors, style in islice(telling, MOST_RULES):
        hides = _HIDES.search(style) is not None
        parts = [part.strip() for part in _COMMENT.sub("", selectors).split(",")]
        yield from ((part, hides) for part in parts if _SIMPLE.match(part))


def _sheets(tree: LexborHTMLParser) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The page's own sheets from the first on that hides something, each with what may say so in it."""
    hiding = False
    for node in tree.css("style")[:20]:
        sheet = node.text()
        far = _FAR.search(sheet) is not None
        if "media" in node.attributes or not (far or _MAY_HIDE.search(sheet)):
            continue
        low = sheet.lower()
        hiding = hiding or far or any(hides.search(low) for hides in _SOMETHING_HIDES)
        if hiding:  # what is shown matters only once something is hidden
            yield sheet, _MAY_SAY_FAR if far else _MAY_SAY


def _outer_rules(sheet: str, says: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Selectors and style of the rules that may say whether an element is seen, without those inside of others."""
    depth = end = 0
    for match in says.finditer(sheet):
        if match.start() < end:
            continue
        start = sheet.rfind("}", end, match.start()) + 1 or end
        depth += sheet.count("{", end, start) - sheet.count("}", end, start)
        outside = depth == 0
        stop = sheet.find("}", match.start())
        rule = sheet[start : stop if stop >= 0 else len(sheet)]
        end = start + len(rule) + 1
        depth += rule.count("{") - 1
        selectors, _, style = rule.rpartition("{")
        if outside and "{" not in selectors and says.search(style):
            yield selectors, style


def revealed(tree: LexborHTMLParser) -> set[int]:
    """The elements that a script of the page, or a click on one of its elements, shows."""
    out: set[int] = set()
    for match in (match for text in _code(tree) for match in _REVEALS.finditer(text)):
        name = match[1]
        query = name if name[0] in "#." else f".{name}" if "ClassName" in match[0] else f"#{name}"
        with suppress(SelectolaxError):
            out.update(node.mem_id for node in tree.css(query)[:MOST_SHOWN])
    return out


def _code(tree: LexborHTMLParser) -> Iterator[str]:
    """The page's own scripts, and those that a click starts."""
    yield from islice(scripts(tree), 200)
    for query, name in (("[onclick]", "onclick"), ('a[href^="javascript:"]', "href")):
        yield from (node.attributes.get(name) or "" for node in tree.css(query)[:500])


def visible_text(content: bytes, content_type: str = "") -> str:
    """The text a reader of a page sees, one line of the page a line.

    Hidden elements, comments, scripts, ``noscript`` and what stands in attributes are no part of it. ``content_type``
    is the value of the HTTP header, "" if unknown. Never raises.
    """
    decoded = decode.decode(content, content_type)
    return text_of(parse(decoded.text, decoded.data))


def text_of(tree: LexborHTMLParser) -> str:
    """``visible_text`` of a page that is parsed already."""
    stream = dom.read_lines(tree.body, hidden=hidden(tree))
    return "\n".join(line.text for line in stream.without(stream.hidden).lines if line.text)
