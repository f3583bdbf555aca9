"""Boilerplate: what stands around an article on every portal, by phrase and by memory.

Phrase rules (the catalogue of strings seen on portals of all systems) apply to whole lines at the edges of a body,
never inside it. Learned boilerplate is a set of digests of lines that a portal shows on several pages.

See ``cleaning.body.learn`` for how a crawl fills that set.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from cleaning.body import comments, metadata_rows
from cleaning.body.boilerplate_phrases import WHOLE
from cleaning.page import pager
from cleaning.page.document_files import SUFFIXES
from cleaning.page.lines import Line, characters_in
from cleaning.text.dates import WRITTEN
from cleaning.text.normalize import squeeze as fold
from cleaning.text.words import any_of

Boilerplate = AbstractSet[str]
NONE: Boilerplate = frozenset()

LONGEST = 240
SHORT = 240
ON_SITE = 75

# Lines that only belong to the page when they stand beside such a line: the rest of a metadata table.
_BESIDE = re.compile(
    r"(?:(?:信息|文件|项目)?(?:名称|标题)|主题词|关键词|作者|内容概述|服务对象|时间|日期|类别|类型|语种"
    r"|(?:成文|生成|印发|生效|废止|失效)日期|.{0,6}目录|机构):.{0,120}\Z"
)
# What opens a list of other pages: at the bottom, everything below it that is a link, a date or boilerplate goes too.
_OPENS_LIST = re.compile(
    r"[【\[>»■●·]{0,3}(?:(?:相关|更多|推荐|热门|最新|热点|延伸|拓展|往期|上一|下一|猜你|您可能)[\u4e00-\u9fff]{0,10}"
    r"|其[他它](?:相关)?(?:文章|新闻|信息|稿件|链接|阅读|报道))[】\]]?:?(?:更多)?[>»]{0,3}\Z"
)
_RELATED = re.compile(
    r"(?:相关(?:文章|文件|解读|链接|稿件|阅读|新闻|政策|报道|信息|文档|政策解读|解读材料)"
    r"|(?:政策|文件|图文|图片|视频|媒体|文字|专家)解读|政策原文|原文链接|解读链接|延伸阅读):"
)
_READ_ON = re.compile("(?:延伸|拓展|推荐|相关)阅读")
_DATE_ONLY = re.compile(r"[\[(【]?\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?[\])】]?(?:\d{1,2}:\d{2}(?::\d{2})?)?\Z")
SIGNED = re.compile(rf"{WRITTEN}\Z")
KEPT = re.compile(
    r"(?:报告|汇报|总结|通报|说明|公布|公告|通知|公示)如下|特此(?:报告|通知|公告|通告|说明|公示)"
    r"|^(?:[一二三四五六七八九十]+[、是]|[(][一二三四五六七八九十\d]+[)]|\d+[.、])|^[(]?(?:此件|附件|附:|中共)"
    r"|^\[\d{1,2}\](?=[^\[\d])|^[^。;:,]{2,40}(?:[局委厅府会院部队室办处司署]|中心|总队|大队|街道)$|^各.{2,60}:$"
)
_WEB = re.compile(
    any_of(
        "网站 本站 本网 网页 页面 浏览 热线 转载 版权 扫码 扫描 二维码 "
        "关注 公众号 点击 下载 链接 拨打 纠错 留言 评价 客户端 APP"
    ),
    re.IGNORECASE,
)
# What closes notices of purchases and meetings as well as pages: kept right below the text.
_TAIL = re.compile(r"发布(?:日期|时间):" + WRITTEN + r"\Z|(?:主办|承办|协办)单位:[^。;]{4,30}\Z")
_CITED = re.compile(r"《[^《》]{4,60}》\Z|(?:https?://|www\.)[\w./%?=&#:~+-]{4,200}\Z")
_PAGE_NUMBER = re.compile(r"[\[【]?1[\]】]?\Z")
_ENDS_PROSE = re.compile(r"[。！？；）)”]\Z")
_NAMES_FILES = re.compile(r"(?:附件|附|下载)\d{0,2}:?\Z")
_IS_FILE = re.compile(rf"\.(?:{SUFFIXES})|附件|下载", re.IGNORECASE)
_ANNEX = re.compile(r"附[件表录]?[0-9一二三四五六七八九]{0,2}:?\Z")
"""The head of an annex that is printed below a document, not named."""
CLOSING = 16  # lines below which the closing lines of a document do not stand any more
ASIDE = 30
_ENDS_SENTENCE = re.compile(r"[。;!?]$")


@lru_cache(maxsize=8192)
def digest(text: str) -> str:
    """The name under which a block is remembered: 16 hexadecimal digits of its folded text."""
    return hashlib.sha256(fold(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_boilerplate(text: str) -> bool:
    """True for a line that has the form of portal boilerplate. Signatures, dates and sentences are not."""
    return len(text) <= LONGEST and is_whole(fold(text))


def is_outer(line: Line) -> bool:
    """``is_boilerplate`` of a line."""
    return len(line.text) <= LONGEST and is_whole(line.folded)


# The pages of a portal share most lines around their articles.
@lru_cache(maxsize=8192)
def is_whole(folded: str) -> bool:
    """``is_boilerplate`` of a folded line."""
    return not folded or WHOLE.match(folded) is not None


def is_related(line: Line) -> bool:
    """True for a line that leads to other documents (相关文章：…), wherever it stands in a body."""
    text = line.text
    if not line.link or len(text) > 400:
        return False
    if _READ_ON.match(line.folded):
        return True
    match = _RELATED.match(line.folded)
    return match is not None and line.link >= len(text) - match.end() - 8


def opens_list(line: Line) -> bool:
    """True for the heading of a list of other pages (相关稿件, 推荐阅读)."""
    return len(line.text) < 40 and _OPENS_LIST.match(line.folded) is not None


def closes(line: Line) -> bool:
    """True for a line that documents close with themselves: an agency, a date, annexes, a note in brackets."""
    folded = line.folded
    return folded[:1] in "(附" or SIGNED.search(folded[-16:]) is not None or KEPT.search(folded) is not None


def names_file(line: Line) -> bool:
    """True for a line that names a file, by its suffix or by a word for files."""
    return _IS_FILE.search(line.text) is not None


def speaks_of_site(line: Line) -> bool:
    """True for a sentence about the page or its site."""
    return len(line.text) < ON_SITE and _WEB.search(line.folded) is not None


def is_cited(line: Line) -> bool:
    """True for a line that names what it links to, as texts do: a cited title, an address."""
    return _CITED.match(line.text) is not None


def leads_away(line: Line) -> bool:
    """True for a line that is nothing but a link to another page."""
    return line.is_link and not is_cited(line)


def trim(lines: Sequence[Line], start: int, end: int, exact: bool, known: Boilerplate = NONE) -> tuple[int, int]:
    """The range that remains of ``lines[start:end]`` when boilerplate is taken off both edges.

    In a container that is not ``exact`` lines that are nothing but links go too.
    """
    end = comments.cut(lines, start, end)
    end = _to_closing_lines(lines, start, _cut_lists(lines, start, end))
    first = start = metadata_rows.below_labels(lines, start, end)
    while start < end and (
        _outer(lines[start], exact, known) or (start > first and _BESIDE.match(lines[start].folded[:200]))
    ):
        start += 1
    while end > start and _ends_outside(lines, start, end, exact, known):
        end -= 1
    return start, end


def _ends_outside(lines: Sequence[Line], start: int, end: int, exact: bool, known: Boilerplate) -> bool:
    """Whether the last of ``lines[start:end]`` is none of the text."""
    last = lines[end - 1]
    if not (_outer(last, exact, known) or (not exact and _is_pager(lines, start, end - 1))):
        return False
    return not (_TAIL.match(last.folded[:80]) and end - 1 > start and not _outer(lines[end - 2], exact, known))


def _to_closing_lines(lines: Sequence[Line], start: int, end: int) -> int:
    """The end without what stands below the date that closes a document: other pages' titles, counters, tools.

    What documents put there themselves stays: their annexes, notes in brackets, names of agencies, tables.
    """
    signed = _below_date(lines, max(start, end - CLOSING), end)
    if signed > start + 1 and end == signed + 1 and lines[signed].folded == lines[signed - 2].folded:
        return signed  # the agency once more: the page's foot
    if signed and _is_frame(lines[signed:end]):
        return signed
    if not signed and (end <= start or not _is_other_page(lines[end - 1])):
        return end
    at, printed = end, 0 < signed < end and _ANNEX.match(lines[signed].folded) is not None
    while at > max(start, signed) and _is_no_closing(lines[at - 1], signed > 0 and not printed):
        at -= 1
    labelled = at > start and not lines[at - 1].link and _NAMES_FILES.search(lines[at - 1].folded) is not None
    return end if labelled else at


def _below_date(lines: Sequence[Line], start: int, end: int) -> int:
    """The line below the last date that closes a document, 0 where none does."""
    return next((at + 1 for at in range(end - 1, start - 1, -1) if SIGNED.search(lines[at].folded[-16:])), 0)


def _is_no_closing(line: Line, signed: bool) -> bool:
    """Whether a line at the end is none of a document's; below its date a few words may be none either."""
    return not line.text or _is_other_page(line) or (signed and _is_aside(line))


def _is_frame(below: Sequence[Line]) -> bool:
    """Whether a few lines below a document's end begin with boilerplate and hold nothing of a document."""
    if not below or not is_outer(below[0]) or characters_in(below) > SHORT:
        return False
    return not any("\t" in line.text or KEPT.search(line.folded) or _IS_FILE.search(line.text) for line in below)


def _is_other_page(line: Line) -> bool:
    """True for a line that is a link to another page: no file, no title that a text cites, no numbered entry."""
    return leads_away(line) and not _IS_FILE.search(line.text) and not KEPT.search(line.folded)


def _is_aside(line: Line) -> bool:
    """True for a few words below a document's end that are none of its closing lines."""
    folded = line.folded
    return len(folded) < ASIDE and not (
        "。" in folded
        or "\t" in line.text
        or folded[:1] in "(附"
        or KEPT.search(folded)
        or _IS_FILE.search(folded)
        or folded.endswith("印发")
    )


def _is_pager(lines: Sequence[Line], start: int, at: int) -> bool:
    """True for the lone number of an article's only page, which some systems print below the last sentence."""
    above = next((line.text for line in reversed(lines[start:at]) if line.text), "")
    return _PAGE_NUMBER.match(lines[at].text) is not None and _ENDS_PROSE.search(above) is not None


def _outer(line: Line, exact: bool, known: Boilerplate) -> bool:
    """Whether a line at an edge is none of the text: boilerplate, by its form or as learned, or a link elsewhere."""
    text = line.text
    if not text or is_outer(line) or pager.is_numbers(line) or ("\t" in text and metadata_rows.is_row(text)):
        return True
    return (not exact and leads_away(line)) or (bool(known) and _learned(line, known))


def _cut_lists(lines: Sequence[Line], start: int, end: int) -> int:
    """The end without a list of other pages below the text."""
    at = end
    while at > start:
        line = lines[at - 1]
        folded = line.folded[:300]
        if not folded or line.link * 10 >= len(line.text) * 8 or _DATE_ONLY.match(folded) or is_outer(line):
            at -= 1
            if _OPENS_LIST.match(folded) and at < end - 1:
                end = at
            continue
        if _OPENS_LIST.match(folded) and at < end:
            at -= 1
            end = at
            continue
        break
    return end


def _learned(line: Line, known: Boilerplate) -> bool:
    """Whether a line that may be boilerplate is known as such."""
    folded = line.folded
    return len(folded) <= LONGEST and not SIGNED.match(folded) and not KEPT.search(folded) and digest(folded) in known


def may_recur(text: str) -> bool:
    """True for a line at the edge of a body that may be boilerplate if another page of the portal shows it too.

    What closes or opens reports themselves (现将有关情况报告如下, a signature, a date, a heading, a sentence of
    prose) recurs in them and is never boilerplate.
    """
    folded = fold(text)
    if not 1 < len(folded) <= LONGEST or SIGNED.match(folded) or KEPT.search(folded):
        return False
    return not _ENDS_SENTENCE.search(folded) or bool(_WEB.search(folded))
