"""Damage that pages of portals really have, done to whole pages: what must still come out is the same text.

``KINDS`` maps the name of a kind of damage to a function from a page's text and a random choice to the damaged text,
None where the page offers no place for it. ``python -m tests.damage`` tries every kind on every report page of the
replica and prints a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

Damage = Callable[[str, list[str], Random], str | None]
KINDS: dict[str, Damage] = {}
CUT = ("cut within the text", "cut within a tag", "cut after a paragraph")
"""Kinds that take text away: the page must say that it may not be whole."""

_BLOCK = re.compile(r"</(p|div|td|section)>", re.IGNORECASE)
_NAMES = re.compile(r"\b(class|id)=([\"'])([^\"']*)\2", re.IGNORECASE)
_MENU = ("首页", "走进本区", "政务公开", "办事服务", "互动交流", "专题专栏")
_BLURB = "本单位负责贯彻执行国家有关方针政策，承担上级交办的其他工作，内设办公室、法规科等若干科室，欢迎来电咨询。"


@dataclass(frozen=True)
class Place:
    """Where a line of the text stands in a page: its number, the start and the end of its block."""

    line: int
    start: int
    end: int


def places(page: str, lines: list[str]) -> list[Place]:
    """The places of the text's lines, in order, as far as they stand in the page as they are."""
    out: list[Place] = []
    at = 0
    for number, line in enumerate(lines):
        found = page.find(line[:20], at)
        if found < 0:
            continue
        close = _BLOCK.search(page, found)
        if close is None:
            break
        opened = max(page.rfind(f"<{close[1]}", 0, found), page.rfind(f"<{close[1].upper()}", 0, found))
        if opened >= 0 and close[1].lower() == "p":
            out.append(Place(number, opened, close.end()))
        at = close.end() if close[1].lower() == "p" else found + 1
    return out


def kind(name: str) -> Callable[[Damage], Damage]:
    """Enter a damage under a name."""

    def enter(damage: Damage) -> Damage:
        KINDS[name] = damage
        return damage

    return enter


def _middle(page: str, lines: list[str], choice: Random) -> int | None:
    """The end of a paragraph that is not among the first two or last two."""
    inner = places(page, lines)[2:-2]
    return choice.choice(inner).end if inner else None


def _insert(markup: str | Callable[[Random], str]) -> Damage:
    def damage(page: str, lines: list[str], choice: Random) -> str | None:
        at = _middle(page, lines, choice)
        if at is None:
            return None
        return page[:at] + (markup if isinstance(markup, str) else markup(choice)) + page[at:]

    return damage


def _edge(markup: str, *, top: bool) -> Damage:
    def damage(page: str, lines: list[str], choice: Random) -> str | None:
        found = places(page, lines)
        if len(found) < 3 or (found[0].line if top else found[-1].line - len(lines) + 1):
            return None
        at = found[0].start if top else found[-1].end
        return page[:at] + markup + page[at:]

    return damage


def _wrapped(before: str, after: str, *, rest: bool = False) -> Damage:
    """All paragraphs, or those from a place in the middle on, in another element."""

    def damage(page: str, lines: list[str], choice: Random) -> str | None:
        found = places(page, lines)
        if len(found) < 6:
            return None
        first = choice.choice(found[2:-2]) if rest else found[0]
        return page[: first.start] + before + page[first.start : found[-1].end] + after + page[found[-1].end :]

    return damage


for _count in (1, 2, 3, 4):
    KINDS[f"stray </div> × {_count}"] = _insert("</div>" * _count)
KINDS |= {
    "stray </td></tr></table>": _insert("</td></tr></table>"),
    "stray </span></font></b>": _insert("</span></font></b>"),
    "stray </p></p>": _insert("</p></p>"),
    "stray </body></html>": _insert("</body></html>"),
    "stray <div>": _insert("<div>"),
    "stray <table><tr><td>": _insert("<table><tr><td>"),
    "stray <center><font>": _insert("<center><font size=3>"),
    "open <b>": _insert("<b>"),
    "open named anchor": _insert('<a name="_GoBack">'),
    "open <!-- in a word's comment": _insert("<!--[if !supportLists]--><!--[endif]-->"),
    "second container": _insert('</div><div class="fulu">'),
    "second container of a known name": _insert('</div><div class="TRS_Editor">'),
    "menu within the text": _insert(
        "<ul>" + "".join(f'<li><a href="/{at}/">{name}</a></li>' for at, name in enumerate(_MENU)) + "</ul>"
    ),
    "share bar within the text": _insert('<div class="share"><a href="#">分享</a><a href="#">收藏</a></div>'),
    "picture within the text": _insert('<p><img src="/images/a.jpg" alt=""></p>'),
    "script within the text": _insert('<script>var a="<div>";document.write("")</script>'),
    "style within the text": _insert("<style>.a{color:red}</style>"),
    "empty paragraphs": _insert("<p>&nbsp;</p><p>　</p><p></p>"),
    "hidden paragraph": _insert('<p style="display:none">内部备注，请勿外传，电话000。</p>'),
    "hidden by attribute": _insert("<p hidden>草稿第二版，尚未核对，请勿引用。</p>"),
    "hidden by the page's style": _insert("<style>.zz9{display:none}</style><p class='zz9'>草稿，尚未核对。</p>"),
    "watermark of font size 0": _insert('<span style="font-size:0px">www.example.gov.cn</span>'),
    "comment with markup": _insert("<!-- <p>旧版本的一段话，已经删除。</p> -->"),
    "counter above": _edge("<p>本文已被阅读 1204 次</p>", top=True),
    "counter below": _edge("<p>浏览量：<span>1204</span>人次</p>", top=False),
    "tools below": _edge("<p><a href='#'>【打印】</a> <a href='#'>【关闭】</a></p>", top=False),
    "编辑 below": _edge("<p>编辑：张三</p>", top=False),
    "赞 below": _edge("<div>赞 0 赏 分享</div>", top=False),
    "pager below": _edge('<div>|&lt;&lt; <b>1</b> <a href="#">下一页</a> &gt;&gt;|</div>', top=False),
    "related links below": _edge(
        '<p><a href="/art/1.html">全区召开安全生产工作会议</a></p>'
        '<p><a href="/art/2.html">一图看懂新的办事指南</a></p>',
        top=False,
    ),
    "text in <center>": _wrapped("<center>", "</center>"),
    "text in a named anchor": _wrapped('<a name="top">', "</a>"),
    "text in <font>": _wrapped('<font face="仿宋">', "</font>"),
    "text in a table": _wrapped("<table><tr><td>", "</td></tr></table>"),
    "text in a form": _wrapped('<form action="/s">', "</form>"),
    "container shown by script": _wrapped(
        '<div id="w7" style="display:none">',
        "</div><script>document.getElementById('w7').style.display='block'</script>",
    ),
    "rest behind a click": _wrapped(
        '<a href="javascript:;" onclick="$(\'#m7\').show()">展开全文</a><div id="m7" style="display:none">',
        "</div>",
        rest=True,
    ),
}


@kind("text twice, once hidden")
def _twice(page: str, lines: list[str], choice: Random) -> str | None:
    found = places(page, lines)
    if len(found) < 3:
        return None
    copy = page[found[0].start : found[-1].end]
    return page[: found[-1].end] + f'<div style="display:none">{copy}</div>' + page[found[-1].end :]


@kind("renamed classes")
def _renamed(page: str, lines: list[str], choice: Random) -> str | None:
    words: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        names = [words.setdefault(word, "".join(choice.choices("bdfgkmprtv", k=7))) for word in match[3].split()]
        return f'{match[1]}="{" ".join(names)}"'

    return _NAMES.sub(other, page)


@kind("names of menus")
def _misnamed(page: str, lines: list[str], choice: Random) -> str | None:
    return page.replace('class="header', 'class="content header').replace('class="nav', 'class="main nav')


@kind("no closing </p>")
def _unclosed(page: str, lines: list[str], choice: Random) -> str | None:
    return page.replace("</p>", "")


@kind("no </body></html>")
def _endless(page: str, lines: list[str], choice: Random) -> str | None:
    return re.sub(r"</(?:body|html)>", "", page, flags=re.IGNORECASE)


@kind("a missing </div>")
def _one_less(page: str, lines: list[str], choice: Random) -> str | None:
    ends = [match.start() for match in re.finditer("</div>", page)]
    if not ends:
        return None
    at = choice.choice(ends)
    return page[:at] + page[at + 6 :]


@kind("no comments")
def _bare(page: str, lines: list[str], choice: Random) -> str | None:
    return re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL)


@kind("about us beside the text")
def _blurb(page: str, lines: list[str], choice: Random) -> str | None:
    end = page.lower().rfind("</body>")
    return page[:end] + f"<div><p>{_BLURB}</p></div>" + page[end:] if end > 0 else None


@kind("on one line")
def _flat(page: str, lines: list[str], choice: Random) -> str | None:
    return re.sub(r">\s*\n\s*<(?=/?(?:p|div|ul|li|td|tr|table|h\d)\b)", "><", page)


@kind("upper-case tags")
def _upper(page: str, lines: list[str], choice: Random) -> str | None:
    return re.sub(r"</?(?:p|div|span|a|td|tr|table|b|strong)\b", lambda match: match[0].upper(), page)


@kind(CUT[0])
def _cut(page: str, lines: list[str], choice: Random) -> str | None:
    found = places(page, lines)[2:-2]
    if not found:
        return None
    place = choice.choice(found)
    return page[: place.start + (place.end - place.start) // 2]


@kind(CUT[1])
def _cut_tag(page: str, lines: list[str], choice: Random) -> str | None:
    found = places(page, lines)[2:-2]
    return page[: choice.choice(found).end - 2] if found else None


@kind(CUT[2])
def _cut_after(page: str, lines: list[str], choice: Random) -> str | None:
    at = _middle(page, lines, choice)
    return page[:at] if at is not None else None
