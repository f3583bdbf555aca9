"""Candidates for pages whose containers say nothing: what stands below the title, and trafilatura's reading."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from selectolax.lexbor import LexborNode

from cleaning.body import boilerplate, byline
from cleaning.body.candidates import ENOUGH, FOOT, SENTENCE, Candidate, Weights, candidate
from cleaning.body.second_opinion import main_text
from cleaning.page.block_pages import GONE
from cleaning.page.lines import Line, Stream
from cleaning.text.dates import DATE
from cleaning.text.normalize import fold, squeeze

_INFO = re.compile(
    r"(?:来源|发布(?:日期|时间|机构)|发稿时间|信息时间|发文日期|日期|时间|浏览|访问量|阅读|字号|字体|作者|编辑) *[:】]|"
    + DATE
)
_CLOSES = re.compile(
    r"[【\[(]?(?:责任编辑|责编|编辑|文章录入|信息录入)[:：]|[上下]一[篇条则]|-{6}|[【\[(]?(?:打印本|打印此|关闭窗|关闭本|发表评论)"
)
_ROW_MARK = re.compile(
    r"[\[【（(]?(?:查看)?(?:详细|详情|全文|更多)[\]】）)]?[>»]*\Z|\A(?:(?:发布)?(?:时间|日期)[:：])?\s*" + DATE + r"\Z"
)
ROWS = 3
_HOST = re.compile(r"(?:主办|承办|协办)(?:单位|方)?:")
CLOSING = 8
AHEAD = 4
SHORTEST = 5
SENTENCE_LONG = 12
SHORT_NOTICE = 60
TRIES = 8


def below_title(page: Stream, sums: Weights, titles: Collection[str]) -> Candidate | None:
    """The lines between the article's byline and the next boilerplate.

    ``titles`` are folded titles of the page. A title without a byline (date, source, visits) below it is the
    name of a listing, so it opens no article. Where no stated title stands, the text begins below the page's only
    byline or metadata table.
    """
    places = [at + 1 for at, line in enumerate(page.lines) if line.folded in titles]
    return next(filter(None, _readings(page, sums, places[::-1])), None)


def _readings(page: Stream, sums: Weights, places: list[int]) -> Iterator[Candidate | None]:
    """What may be the article where titles stand right above those ``places``, best first."""
    for at in places:
        if len(page.lines[at - 1].folded) > SHORTEST:
            yield _after(page, sums, at)
    yield _below_byline(page, sums)
    for at in [at for at in places if not page.lines[at - 1].link][:TRIES]:
        yield _sentences_below(page, sums, at)


def _below_byline(page: Stream, sums: Weights) -> Candidate | None:
    """What stands below the page's only byline or metadata table, if it is more than a few words."""
    place = byline.only_place(page.lines)
    found = _after(page, sums, place[1]) if place is not None else None
    return found if found is not None and (found.prose or found.plain > ENOUGH) and not found.foot else None


def _sentences_below(page: Stream, sums: Weights, start: int) -> Candidate | None:
    """What stands between a title and the next boilerplate if it is sentences without a link: 停电通知 of a village."""
    end = start
    last = min(len(page.lines), start + SHORT_NOTICE)
    while end < last and not page.lines[end].link and not _stops(page.lines, end):
        end += 1
    found = candidate(sums, "below the title", False, start, end)
    run = page.lines[start:end]
    whole = any(line.text.endswith(("。", "！")) for line in run) and not any(GONE.search(line.text) for line in run)
    return found if whole and found.prose >= SENTENCE_LONG and not found.foot else None


def from_byline(page: Stream, sums: Weights, best: Candidate, titles: Collection[str]) -> Candidate:
    """The candidate from the page's only byline on, if a stated title or next to no running text stands above.

    An element found by its running text may hold the menus above the title as well.
    """
    place = byline.only_place(page.lines) or _dated_below_title(page.lines, titles)
    if place is None or not best.start <= place[0] or not place[1] < best.end - 1:
        return best
    start = place[1] + 1
    above = sums.prose[start] - sums.prose[best.start]
    if above * (2 if _titled(page.lines, place[0], titles) else 5) > best.prose:
        return best
    return candidate(sums, best.source, best.exact, start, best.end, best.node)


def _dated_below_title(lines: list[Line], titles: Collection[str]) -> tuple[int, int] | None:
    """The number, twice, of the last line with a date right below one of the page's stated titles."""
    places = (
        at for at in range(len(lines) - 1, 0, -1) if byline.is_dated(lines[at]) and lines[at - 1].folded in titles
    )
    return next(((at, at) for at in places), None)


def _titled(lines: list[Line], at: int, titles: Collection[str]) -> bool:
    """True if one of the page's stated titles stands right above line ``at``."""
    above = [line.folded for line in lines[max(0, at - byline.NEAR) : at] if line.text]
    return any(text in titles for text in above[-2:])


def is_listing(lines: list[Line]) -> bool:
    """True for a run of summaries: titles that are links, each with a date or 详细 of its own."""
    titles = sum(line.link > SHORTEST and line.is_link for line in lines)
    marks = sum(bool(_ROW_MARK.search(fold(line.text))) and not SENTENCE.match(line.text) for line in lines)
    return titles >= ROWS and marks >= ROWS


def to_closing(page: Stream, sums: Weights, best: Candidate) -> Candidate:
    """The candidate up to the first line that closes an article (责任编辑, 上一篇), if most of its text stands above.

    An element found by its running text may hold what portals put below or beside an article as well.
    """
    tries = TRIES
    for at in range(best.start + 1, best.end):
        if not _closes(page.lines, at, best.end):
            continue
        above = sums.prose[at] - sums.prose[best.start]
        below = sums.prose[best.end] - sums.prose[at]
        if above < ENOUGH:
            continue
        if above > below or (tries and is_listing(page.lines[at : best.end])):
            return candidate(sums, best.source, best.exact, best.start, at, best.node)
        tries -= 1 if tries else 0
    return best


def _closes(lines: list[Line], at: int, end: int) -> bool:
    """True for a line before ``end`` that closes an article, or heads a list of other pages."""
    return (_CLOSES.match(lines[at].folded) is not None and boilerplate.is_outer(lines[at])) or _heads_links(
        lines, at, end
    )


def _heads_links(lines: list[Line], at: int, end: int) -> bool:
    """True for the heading of a list of other pages with a link below it before ``end``."""
    return boilerplate.opens_list(lines[at]) and at + 1 < end and lines[at + 1].link > 0


def to_signature(page: Stream, sums: Weights, best: Candidate) -> Candidate:
    """The candidate with the closing lines of the document that follow it: agency, date, (此件公开发布), 附件.

    An element found by its running text ends with the last sentence, and what closes a document is no sentence.
    """
    end = best.end
    for at in range(best.end, min(len(page.lines), best.end + CLOSING)):
        line = page.lines[at]
        folded = line.folded[:60]
        if len(line.text) > 60 or line.link * 2 > len(line.text) or byline.states(line) or _stops(page.lines, at):
            break
        if boilerplate.SIGNED.match(folded) or folded.startswith(("(此件", "(联系人", "附件")):
            end = at + 1
    return candidate(sums, best.source, best.exact, best.start, end, best.node) if end > best.end else best


def _after(page: Stream, sums: Weights, start: int) -> Candidate | None:
    """What stands from a line on below a byline, up to the next boilerplate."""
    lines = page.lines
    first = next((at for at in range(start, len(lines)) if not _is_info(lines[at])), len(lines))
    if not any(byline.states(line) or _INFO.search(fold(line.text)) for line in lines[start:first]):
        return None
    end = next((at for at in range(first, len(lines)) if _ends(lines, at)), len(lines))
    found = candidate(sums, "below the title", False, first, end)
    return found if found.plain or found.images else None


def _is_info(line: Line) -> bool:
    """True for a line that may stand between a title and its text: blank, boilerplate, a date, a source."""
    text = line.text
    if not text:
        return not line.images
    return (
        byline.states(line)
        or boilerplate.is_outer(line)
        or (len(text) < 80 and not SENTENCE.search(text) and bool(_INFO.search(fold(text))))
    )


def _ends(lines: list[Line], at: int) -> bool:
    """True for a line that is none of a text and has no more of it below."""
    return _stops(lines, at) and not _goes_on(lines, at)


def _goes_on(lines: list[Line], at: int) -> bool:
    """True for a line that only looks like the end: a link or a label (主办单位：…) with more of the text below it."""
    for line in lines[at : at + AHEAD]:
        if _CLOSES.match(line.folded) or boilerplate.opens_list(line) or FOOT.search(line.text):
            if not _HOST.match(line.folded):
                return False
        elif _is_text(line):
            return True
    return False


def _is_text(line: Line) -> bool:
    """True for a sentence or more than a few words, without a link."""
    return (
        bool(line.text)
        and not line.link
        and not boilerplate.is_outer(line)
        and (len(line.text) > 12 or SENTENCE.search(line.text) is not None)
    )


def _stops(lines: list[Line], at: int) -> bool:
    """True for a line that is none of a text; the label of its files (附件) above a name without a link is one."""
    line = lines[at]
    if _heads_links(lines, at, len(lines)):
        return True
    if line.text in {"附件", "附件：", "附件:"} and at + 1 < len(lines) and not lines[at + 1].link:
        return False
    return (bool(line.text) and boilerplate.is_outer(line)) or boilerplate.leads_away(line)


def trafilatura(root: LexborNode, page: Stream, sums: Weights) -> Candidate | None:
    """The lines trafilatura takes for the article, None where it finds nothing but links or a foot."""
    wanted = set(map(squeeze, (main_text(root.html or "") or "").split("\n")))
    hits = [
        at
        for at, line in enumerate(page.lines)
        if line.link * 2 < len(line.text) and not boilerplate.is_outer(line) and line.folded in wanted
    ]
    found = candidate(sums, "trafilatura", False, *_thickest(page, set(hits))) if hits else None
    return found if found is not None and not found.foot else None


def thickest(page: Stream, sums: Weights) -> Candidate | None:
    """The run of lines that is most of all running text: what is left where nothing names or describes an article."""
    hits = {at for at, line in enumerate(page.lines) if "。" in line.text and line.text[:1] not in "{["}
    found = candidate(sums, "running text", False, *_thickest(page, hits)) if hits else None
    return found if found is not None and found.link < found.plain and not found.foot else None


def _thickest(page: Stream, hits: set[int]) -> tuple[int, int]:
    """The run of lines with the most characters in ``hits`` over characters that are not."""
    best, start, total = (0, 0, 0), 0, 0
    for at, line in enumerate(page.lines):
        total += len(line.text) if at in hits else -len(line.text)
        if total <= 0:
            start, total = at + 1, 0
        elif total > best[0]:
            best = total, start, at + 1
    return best[1], best[2]
