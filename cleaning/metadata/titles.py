"""The title of a page: where it stands, and which of several is whole."""

from __future__ import annotations

import re
from itertools import pairwise

from cleaning.body import byline
from cleaning.body.boilerplate import is_boilerplate
from cleaning.metadata import issuer
from cleaning.metadata.doc_number import is_order, without_number
from cleaning.metadata.evidence import Evidence, Sources, resolved
from cleaning.page.lines import Line
from cleaning.report import Page
from cleaning.text import dates
from cleaning.text.keyword_scan import KeywordScan
from cleaning.text.normalize import squeeze as fold

OWN = 9  # characters beyond which what two places of a page say names this page
_PAGE_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{0,1000})</title>", re.IGNORECASE | re.DOTALL)
_COMMENTED = KeywordScan("<!--<$[标题]>begin-->")
_TITLE_COMMENT = re.compile(r"<!--<\$\[标题\]>begin-->(.{1,1000}?)<!--<\$\[标题\]>end-->", re.DOTALL)
DASHES = "-_|–—－―｜"
"""What parts the title of an article from the name of the site in a page's title, among others."""
PARTS = re.compile(rf"\s*[{DASHES}]+\s*")
_SITE_SUFFIX = re.compile(rf"\s*(?:(?!(?<=\d)-\d)[{DASHES}]+|\s)\s*(?=[^{DASHES}\s]*$)")
_DATED = re.compile(rf"\s*[(（\[]{dates.DATE}[)）\]]\Z")
_LEADING = re.compile(r"\A(?:\[[^\[\]]{1,8}\]|【[^【】]{1,8}】)\s*")
_NUMBER_ONLY = re.compile(r"[(][^()]{1,20}\d{4}[^()]{0,3}\d{1,5}号[)]")
_YEAR = re.compile(r"(?:19|20)\d{2}年?|[二一][〇零○][一二三四五六七八九〇零○]{2}")
_TAG = re.compile(r"<[^<>]{0,500}>")
_SHAPE = re.compile(
    r"[^。；！？;]{6,120}(?:报告|公示|总结|的(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|请示|批复|议案|函|纪要))(?:[(（][^)）]{1,20}[)）])?"
)


SITE = re.compile(
    r"中国[·•]?[\u4e00-\u9fff·•]{2,12}\Z|[\u4e00-\u9fff·•]{2,24}(?:网|网站|门户|政府|平台|委员会|管委会|厅|局|法院|检察院|[新示范开发高]{1,4}区|[市县旗])\Z"
)
"""Names of sites: an agency, a region or 中国 with one, a portal. A page's title of that form names no article."""


def page_title_of(text: str) -> str:
    """The text of the page's title element."""
    match = _PAGE_TITLE.search(text)
    return " ".join(resolved(_TAG.sub("", match[1])).split()) if match else ""


def stated_titles(page: Page, meta: dict[str, str], titles: list[str], text: str) -> set[str]:
    """Folded titles that more than a heading's looks confirm: meta, listing row, page title.

    Where none of these is a document's title, a heading with the form of one counts.
    """
    page_title = page_title_of(text)
    whole = fold(page_title)
    confirmed = {folded for folded in map(fold, titles) if folded in whole}
    stated = {fold(value) for value in (meta.get("articletitle", ""), page.row_title, _article_part(page_title))}
    shaped = {fold(title) for title in titles if _YEAR.search(title) and _SHAPE.fullmatch(title)}
    known = any(_SHAPE.fullmatch(title) for title in confirmed | stated)
    return {title for title in confirmed | stated | (set() if known else shaped) if len(title) > 1}


def add_titles(evidence: Evidence, sources: Sources) -> None:
    """Where titles stand, best first, as far as they agree.

    A heading counts if the page's title, the listing's row or the byline below it confirms it; the page's title never
    stands against such a one. Where nothing else does, the text's own first line, or the line above it, names the
    document if it has the shape of a document's title.
    """
    evidence.add("title", "meta ArticleTitle", sources.metas.get("articletitle"))
    comment = _TITLE_COMMENT.search(sources.decoded.text) if _COMMENTED.any(sources.decoded.data) else None
    if comment:
        evidence.add("title", "title comment", " ".join(_TAG.sub("", resolved(comment[1])).split()))
    for title in sorted(_confirmed(sources) or _of_another_year(sources), key=len, reverse=True)[:1]:
        evidence.add("title", "heading", title)
    for value in sources.labelled.get("title", [])[:2]:
        evidence.add("title", "table", value if len(value) > 5 else None)
    evidence.add("title", "line above the byline", _told_twice(sources))
    evidence.add("title", "line the row is cut from", _whole_row(sources))
    row = sources.page.row_title.rstrip(".…")
    nameless = is_site(row)  # it says whose document it is, not which
    evidence.add("title", "row", None if nameless else row)
    _add_unconfirmed(evidence, sources)
    evidence.add("title", "row", row if nameless else None)


def _confirmed(sources: Sources) -> list[str]:
    """The headings that another source backs; of a heading in two parts the whole."""
    page_title, row = fold(sources.page_title), fold(sources.page.row_title).rstrip(".…")
    site = _site_part(sources.page_title, sources.lines_above)
    out = [
        title
        for title in sources.headings
        if fold(title) != site and not is_site(title) and (fold(title) in page_title or _of_row(fold(title), row))
    ]
    halves = [fold(title) for title in out]
    return [title for title in sources.headings if _holds_half(fold(title), halves)] or out


def _of_row(folded: str, row: str) -> bool:
    """Whether a heading and a listing's row begin alike, the heading whole or more than half of the row."""
    return bool(row) and (folded.startswith(row) or (row.startswith(folded) and len(folded) * 2 > len(row)))


def _whole_row(sources: Sources) -> str | None:
    """The line above the text of which a listing's row shows only the beginning, with dots."""
    row = sources.page.row_title
    start = fold(row.rstrip(".…"))
    cut = row.endswith(("..", "…")) and len(start) > 5
    return next((line.text for line in sources.lines_above[-12:] if cut and line.folded.startswith(start)), None)


def _of_another_year(sources: Sources) -> list[str]:
    """The headings near the text that are the row's title but for its year: the address shows another document now."""
    row = _YEAR.sub("#", fold(sources.page.row_title))
    near = [line.folded for line in (*sources.lines_above[-12:], *sources.text[:4])] if "#" in row else []
    return [title for title in _close(sources.headings, near) if _YEAR.sub("#", fold(title)) == row]


def _told_twice(sources: Sources) -> str | None:
    """The line above the byline that is the page's title as well, where the listing's row says something else: two
    places of the page are believed over the row that led there."""
    whole, row = fold(_article_part(sources.page_title)), fold(sources.page.row_title).rstrip(".…")
    line = _above_byline(sources.lines_above, sources.headings, whole) if row else None
    own = len(whole) > OWN and line is not None and fold(line) == whole and not is_site(line)
    return line if own and whole not in row and row not in whole.split("《")[0] else None


def _holds_half(whole: str, halves: list[str]) -> bool:
    """Whether a title is an agency's name and one of these."""
    return any(whole != half and whole.endswith(half) and issuer.is_agency(whole.removesuffix(half)) for half in halves)


def is_site(title: str) -> bool:
    """Whether a title is but the name of a site or an agency."""
    return SITE.match(title) is not None or issuer.is_agency(title)


def _add_unconfirmed(evidence: Evidence, sources: Sources) -> None:
    """What only one source states: the line above the byline, the page's title, headings near the text."""
    before, head, titles = sources.lines_above, sources.body[:4], sources.headings
    shorter, close = _of_page_title(sources)
    evidence.add("title", "line above the byline", _above_byline(before, titles, fold(sources.page_title)))
    if head and not evidence.found.get("title") and not _SHAPE.fullmatch(shorter):
        evidence.add("title", "first line of the text", _opening(before, head))
    last = close[:-3:-1]
    shaped = [title for title in last if _YEAR.search(title) and _SHAPE.fullmatch(title)]
    for title in shaped if not _stands(shorter, sources) else []:
        evidence.add("title", "heading above the text", title)
    evidence.add("title", "page title", shorter)
    for title in last:
        evidence.add("title", "heading above the text", title)
    if head and not evidence.found.get("title"):
        evidence.add("title", "line above the text", _last_above(before))


def _of_page_title(sources: Sources) -> tuple[str, list[str]]:
    """The article's part of the page's title, "" where it names none, and the headings near the text."""
    shorter = _shown_part(sources) or _article_part(sources.page_title)
    plain = _DATED.sub("", _LEADING.sub("", shorter))
    shorter = plain if _stands(plain, sources) else shorter
    near = [*sources.lines_above[-12:], *sources.text[:4]]
    close = _close(sources.headings, [line.folded for line in near])
    if issuer.is_agency(shorter) or fold(shorter) == fold(sources.metas.get("columnname", "")):
        return "", close or [shorter]
    if SITE.match(sources.page_title) or is_order(sources.page_title):
        return "", close
    return shorter, close


def _shown_part(sources: Sources) -> str:
    """The part a page's title begins with, if the page shows it above the text: the rest are its columns and site."""
    cuts = [cut.start() for cut in PARTS.finditer(sources.page_title)]
    parts = (sources.page_title[:cut] for cut in cuts)
    return next((part for part in parts if len(part) > 9 and not is_site(part) and _stands(part, sources)), "")


def _close(titles: list[str], lines: list[str]) -> list[str]:
    """The headings that stand on lines near the text, on one or on two; of a heading in two parts the whole."""
    near = {*lines, *(one + other for one, other in pairwise(lines))}
    close = [title for title in titles if fold(title) in near and not is_site(title)]
    return [title for title in close if not any(_holds_half(fold(other), [fold(title)]) for other in close)]


def _stands(title: str, sources: Sources) -> bool:
    """Whether the page shows the article's part of its title anywhere, so that the title is this article's own."""
    folded = fold(title)
    return bool(folded) and any(folded == line.folded for line in [*sources.lines_above, *sources.text[:4]])


def _article_part(page_title: str) -> str:
    """What is left of a page's title without the name of its site, or of two: …报告 某县人民政府网-某县政府门户网站."""
    text = _SITE_SUFFIX.split(page_title)[0] if page_title else ""
    while len(parts := _SITE_SUFFIX.split(text)) > 1 and is_site(parts[-1]):
        text = parts[0]
    return text


def _site_part(page_title: str, before: list[Line]) -> str | None:
    """The last part of a page's title, folded, if its first part stands above the text as the article's title."""
    parts = PARTS.split(page_title)
    first = fold(parts[0])
    if len(parts) < 2 or len(first) < 6 or not any(line.folded == first for line in before[-12:]):
        return None
    return fold(parts[-1])


def _above_byline(before: list[Line], titles: list[str], page_title: str) -> str | None:
    """The line right above the page's byline, whole if a heading, or the page's title with the line above, holds more.

    A page's title that begins otherwise and contains the line shows that it is only a part.
    """
    at = byline.title_line(before)
    if at is None:
        return None
    line, above = before[at].folded, before[at - 1] if at else None
    if above is not None and issuer.is_agency(above.text) and above.folded + line in page_title:
        return above.text + before[at].text
    whole = next((title for title in titles if fold(title).endswith(line)), before[at].text)
    named = page_title.startswith(fold(whole)) or page_title.endswith(fold(whole))
    return whole if named or line not in page_title else None


def _opening(before: list[Line], head: list[str]) -> str | None:
    """The first of the lines about the text's beginning that has the shape of a document's title."""
    above = next((line for line in reversed(before[-4:]) if line.text and not is_boilerplate(line.text)), None)
    lines = [above.text if above is not None and not above.link else "", *head[:1]]
    if len(head) > 1 and issuer.is_agency(head[0]):
        lines.append(head[0] + head[1])
    return next((line for line in lines if _SHAPE.fullmatch(line)), None)


def _last_above(before: list[Line]) -> str | None:
    """The line above the text that is neither boilerplate nor byline, if a title can stand there."""
    for line in reversed([line for line in before if line.text][-4:]):
        if is_boilerplate(line.text) or byline.states(line):
            continue
        return line.text if line.link * 2 < len(line.text) and 6 <= len(line.text) <= 80 else None
    return None


def prefer_whole(evidence: Evidence) -> None:
    """A title cut short gives way to the whole one that starts with it.

    The page's title, which names the site as well, and the listing's row, which may bear a badge, complete only what
    ends in dots or what another source states in full, too.
    """
    entries = evidence.found.get("title", [])
    if not entries:
        return
    entries[:] = [(where, without_number(_DATED.sub("", value) or value)) for where, value in entries]
    first = fold(entries[0][1])
    stem = first.rstrip(".…")
    folded = [fold(value) for _, value in entries]
    for at, whole in enumerate(folded[1:], 1):
        trusted = len(stem) >= 20 and entries[at][0] not in {"page title", "row"}
        named = stem == first and _NUMBER_ONLY.fullmatch(whole[len(stem) :])
        if (stem != first or trusted or folded.count(whole) > 1) and _continues(stem, whole) and not named:
            entries.insert(0, entries.pop(at))
            return


def _continues(stem: str, whole: str) -> bool:
    return len(whole) > len(stem) >= 6 and whole.startswith(stem) and not re.search(r"[-_|]", whole[len(stem) :])
