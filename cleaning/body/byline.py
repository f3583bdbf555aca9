"""The byline: what stands under an article's title and says when it was published, from where and how often read.

Portals of all content systems have it, because a content page must state its source and the time of publication
(国办发〔2017〕47号 政府网站发展指引). It parts the title above from the text below, whatever the elements are called.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from cleaning.body import boilerplate, metadata_rows
from cleaning.page.lines import Line
from cleaning.text.dates import DATE
from cleaning.text.normalize import fold

LONGEST = 160
NEAR = 4
_LABEL = re.compile(
    r"(?:来源|来源于|稿源|发布(?:日期|时间|单位|机构)|发稿时间|信息时间|发文(?:日期|时间)|公开日期|更新时间|浏览(?:次数|量|数)?|"
    r"访问量|阅读(?:次数|量)?|点击(?:次数|量|数)?|字号|字体|作者|编辑|责编)\s{0,4}[:：】〖【\[]"
)
_LABEL_ENDS = re.compile("[:：】〖【\\[]")
_DATED = re.compile(DATE)
_SENTENCE = re.compile(r"[。；！？;!?]")


def is_byline(text: str) -> bool:
    """True for a line that holds a label of publishing and a date or another: 来源：市司法局 浏览次数：12."""
    return 10 <= len(text) <= LONGEST and _is_byline(text)


@lru_cache(maxsize=8192)
def _is_byline(text: str) -> bool:
    if not _LABEL_ENDS.search(text) or _SENTENCE.search(text):
        return False
    labels = len(_LABEL.findall(text))
    return labels > 1 or (labels > 0 and _DATED.search(fold(text)) is not None)


def is_dated(line: Line) -> bool:
    """Whether a line is short, no sentence and holds a whole date, as the one below a title does (发表于 …)."""
    text = line.text
    brief = 8 <= len(text) <= LONGEST // 2 and not _SENTENCE.search(text)
    return brief and line.link * 2 < len(text) and _DATED.search(line.folded) is not None


def stands_below(lines: Sequence[Line], start: int) -> bool:
    """True if what begins at line ``start`` follows the byline or a row of the metadata table at once.

    Only tools (字号, 打印, 分享) may stand between them.
    """
    for at in range(start - 1, max(-1, start - 1 - NEAR), -1):
        text = lines[at].text
        if states(lines[at]):
            return True
        if text and not boilerplate.is_outer(lines[at]):
            return False
    return False


def below_byline(lines: Sequence[Line], start: int, end: int) -> int:
    """The start of the text below a byline that stands inside ``lines[start:end]``, else ``start``.

    A container may hold the title and the byline as well: then nothing but short lines stands above it.
    """
    for at in range(start, min(end - 1, start + 2 + NEAR)):
        text = lines[at].text
        if is_byline(text):
            return at + 1
        if len(text) > LONGEST or _SENTENCE.search(text):
            break
    return start


def states(line: Line) -> bool:
    """True for a byline or a row of the metadata table. A link that holds a date is a row of a listing."""
    text = line.text
    return line.link * 2 < len(text) and (is_byline(text) or ("\t" in text and metadata_rows.is_row(text)))


def only_place(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The numbers of the first and last line of the page's bylines and metadata table.

    None if it has none or has them in several places: that is a listing with summaries.
    """
    places = [at for at, line in enumerate(lines) if states(line)]
    if not places or any(after - before > NEAR for before, after in pairwise(places)):
        return None
    return places[0], places[-1]


def title_line(lines: Sequence[Line]) -> int | None:
    """The number of the line right above the page's only byline, if a title can stand there."""
    place = only_place(lines)
    if place is None:
        return None
    for at in range(place[0] - 1, max(-1, place[0] - 1 - NEAR), -1):
        text = lines[at].text
        if not text or boilerplate.is_outer(lines[at]):
            continue
        plain = lines[at].link * 2 < len(text) and not _SENTENCE.search(text)
        return at if plain and 5 < len(text) <= LONGEST and "\t" not in text else None
    return None
