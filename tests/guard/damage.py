"""Pages broken in the ways servers, editors and scripts break them; the same ones every time."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

MENU = "<ul class='nav'>" + "".join(f"<li><a href='/{at}/'>栏目{at}导航</a></li>" for at in range(12)) + "</ul>"
OTHERS = "".join(
    f"<li><a href='/tz/{at}.html'>关于做好第{at}项工作的通知</a><span>2024-03-{at + 10}</span></li>" for at in range(8)
)
TAGS = re.compile(r"<[^>]+>")
ENDS = re.compile(r"</(?:p|div|td|section|span)>", re.IGNORECASE)
NAMES = re.compile(r"""\s(?:class|id)=(?:"[^"]*"|'[^']*'|[\w-]+)""")


def _after(page: str, dice: random.Random, put: str) -> str:
    """Something behind one of the ends of elements in the middle of a page."""
    ends = [match.end() for match in ENDS.finditer(page)] or [len(page) // 2]
    at = ends[len(ends) * dice.randint(35, 65) // 100]
    return page[:at] + put + page[at:]


def _bytes(page: str, dice: random.Random) -> bytes:
    """UTF-8 with one foreign piece in it."""
    half = len(page) * dice.randint(40, 60) // 100
    return page[:half].encode() + "法治政府建设情况".encode("gb18030") + page[half:].encode()


DAMAGES: dict[str, Callable[[str, random.Random], str | bytes]] = {
    "one stray end": lambda page, dice: _after(page, dice, "</div>"),
    "many stray ends": lambda page, dice: _after(page, dice, "</p></div></td></tr></table></div></div>"),
    "early end of the page": lambda page, dice: _after(page, dice, "</body></html>"),
    "no names": lambda page, dice: NAMES.sub("", page),
    "no end tags": lambda page, dice: ENDS.sub("", page),
    "no head": lambda page, dice: re.sub(r"<head>.*?</head>", "", page, flags=re.DOTALL),
    "no headings": lambda page, dice: re.sub(r"</?h\d[^>]*>", "", page),
    "a menu in the text": lambda page, dice: _after(page, dice, MENU),
    "a list in the text": lambda page, dice: _after(page, dice, f"<ul>{OTHERS}</ul>"),
    "a hidden piece": lambda page, dice: _after(page, dice, f"<div style='display:none'>{OTHERS}</div>"),
    "an open comment": lambda page, dice: _after(page, dice, "<!-- "),
    "an open script": lambda page, dice: _after(page, dice, "<script>var a = '<p>"),
    "counters": lambda page, dice: _after(page, dice, "<p>浏览次数：<span>128</span>次 打印 关闭</p>"),
    "twice": lambda page, dice: page + page,
    "foreign bytes": _bytes,
    "another encoding": lambda page, dice: page.encode("gb18030", "replace"),
    "breaks for blocks": lambda page, dice: re.sub(r"</?(?:p|div)\b[^>]*>", "<br>", page),
    "escaped twice": lambda page, dice: page.replace("&", "&amp;"),
    "text alone": lambda page, dice: TAGS.sub("\n", page),
}


def damaged(pages: dict[str, str], seed: int = 11) -> Iterator[tuple[str, bytes]]:
    """Each page in a few of these ways, all of them in turn, and cut at three of its tenths: (name, bytes)."""
    dice = random.Random(seed)
    names = list(DAMAGES)
    for number, (name, page) in enumerate(pages.items()):
        for step in range(5):
            damage = names[(number * 5 + step) % len(names)]
            broken = DAMAGES[damage](page, dice)
            yield f"{name}, {damage}", broken if isinstance(broken, bytes) else broken.encode("utf-8", "replace")
        content = page.encode()
        for tenth in sorted(dice.sample(range(1, 10), 3)):
            yield f"{name}, cut at {tenth} tenths", content[: len(content) * tenth // 10]
