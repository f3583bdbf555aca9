"""The title of a page: where it stands, and which of several is whole."""

from __future__ import annotations

import html
import re

from selectolax.lexbor import LexborHTMLParser

from cleaning.body import byline
from cleaning.body.boilerplate import is_boilerplate
from cleaning.metadata import issuer
from cleaning.metadata.evidence import Facts
from cleaning.page.decode import Decoded
from cleaning.page.lines import Line
from cleaning.report import Page
from cleaning.text import dates
from cleaning.text.keyword_scan import KeywordScan
from cleaning.text.normalize import squeeze as fold

_PAGE_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{0,1000})</title>", re.IGNORECASE | re.DOTALL)
_COMMENTED = KeywordScan("<!--<$[标题]>begin-->")
_TITLE_COMMENT = re.compile(r"<!--<\$\[标题\]>begin-->(.{1,1000}?)<!--<\$\[标题\]>end-->", re.DOTALL)
DASHES = "-_|–—－―｜"
"""What parts the title of an article from the name of the site in a page's title, among others."""
PARTS = re.compile(rf"[\s\u3000]*[{DASHES}]+[\s\u3000]*")
_SITE_SUFFIX = re.compile(rf"[\s\u3000]*(?:(?!(?<=\d)-\d)[{DASHES}]+|\s)[\s\u3000]*(?=[^{DASHES}\s]*$)")
_DATED = re.compile(rf"\s*[(（\[]{dates.DATE}[)）\]]\Z")
_NUMBER_ONLY = re.compile(r"[(][^()]{1,20}\d{4}[^()]{0,3}\d{1,5}号[)]")
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
    return " ".join(html.unescape(_TAG.sub("", match[1])).split()) if match else ""


def headings(tree: LexborHTMLParser) -> list[str]:
    """Texts of the elements that look like the title's, in page order; an byline in a box named title is none."""
    out = []
    for node in tree.css("h1, h2, h3, ucaptitle, [class*=title i], [class*=bt i], [class*=hd i], [id*=title i]")[:100]:
        text = " ".join(node.text().split())
        if 5 < len(text) < 200 and not is_boilerplate(text):
            out.append(text)
    return out


def stated_titles(page: Page, meta: dict[str, str], titles: list[str], text: str) -> set[str]:
    """Folded titles that more than a heading's looks confirm: meta, listing row, page title."""
    match = _PAGE_TITLE.search(text)
    page_title = fold(html.unescape(_TAG.sub("", match[1]))) if match else ""
    shorter = _SITE_SUFFIX.split(match[1].strip())[0] if match else ""
    confirmed = {fold(title) for title in titles if fold(title) in page_title}
    stated = {fold(value) for value in (meta.get("articletitle", ""), page.row_title, shorter)}
    return {title for title in confirmed | stated if len(title) > 1}


def add_titles(
    facts: Facts,
    meta: dict[str, str],
    page: Page,
    stated: dict[str, list[str]],
    decoded: Decoded,
    titles: list[str],
    page_title: str,
    before: list[Line],
    head: list[str],
) -> None:
    """Where titles stand. A heading counts if the page's title or a line above the text confirms it.

    Where nothing else does, the text's own first line, or the line above it, names it if it has the shape of a
    document's title.
    """
    facts.add("title", "meta ArticleTitle", meta.get("articletitle"))
    comment = _TITLE_COMMENT.search(decoded.text) if _COMMENTED.any(decoded.data) else None
    if comment:
        facts.add("title", "title comment", " ".join(html.unescape(_TAG.sub("", comment[1])).split()))
    folded_title = fold(page_title)
    row = fold(page.row_title).rstrip(".…")
    site = _site_part(page_title, before)
    confirmed = [t for t in titles if fold(t) in folded_title or (row and fold(t).startswith(row))]
    confirmed = [t for t in confirmed if fold(t) != site]
    for title in sorted(confirmed, key=len, reverse=True)[:1]:
        facts.add("title", "heading", title)
    for value in stated.get("title", [])[:2]:
        facts.add("title", "table", value if len(value) > 5 else None)
    facts.add("title", "row", page.row_title.rstrip(".…"))
    for suffix in (facts.found.get("site_name") or [])[:1]:
        page_title = page_title.removesuffix(suffix[1])
    shorter = _SITE_SUFFIX.split(page_title)[0] if page_title else ""
    near = {fold(line) for line in [*[line.text for line in before if line.text][-12:], *head]}
    close = [title for title in titles if fold(title) in near]
    if issuer.is_agency(shorter) or fold(shorter) == fold(meta.get("columnname", "")):
        shorter, close = "", close or [shorter]
    elif SITE.match(page_title):
        shorter = ""
    facts.add("title", "line above the byline", _above_byline(before, titles, folded_title))
    if head and not facts.found.get("title") and not _SHAPE.fullmatch(shorter):
        facts.add("title", "first line of the text", _opening(before, head))
    facts.add("title", "page title", shorter)
    for title in reversed(close[-2:]):
        facts.add("title", "heading above the text", title)
    if head and not facts.found.get("title"):
        facts.add("title", "line above the text", _last_above(before))


def _site_part(page_title: str, before: list[Line]) -> str | None:
    """The last part of a page's title, folded, if its first part stands above the text as the article's title."""
    parts = PARTS.split(page_title)
    first = fold(parts[0])
    if len(parts) < 2 or len(first) < 6 or not any(fold(line.text) == first for line in before[-12:]):
        return None
    return fold(parts[-1])


def _above_byline(before: list[Line], titles: list[str], page_title: str) -> str | None:
    """The line right above the page's byline, whole if a heading holds more of it.

    A page's title that begins otherwise and contains the line shows that it is only a part.
    """
    at = byline.title_line(before)
    if at is None:
        return None
    line = fold(before[at].text)
    whole = next((title for title in titles if fold(title).endswith(line)), before[at].text)
    named = page_title.startswith(fold(whole)) or page_title.endswith(fold(whole))
    return whole if named or line not in page_title else None


def _opening(before: list[Line], head: list[str]) -> str | None:
    """The first of the lines about the text's beginning that has the shape of a document's title."""
    above = next((line for line in reversed(before[-4:]) if line.text and not is_boilerplate(line.text)), None)
    lines = [above.text if above is not None and not above.link else "", *head[:1]]
    return next((line for line in lines if _SHAPE.fullmatch(line)), None)


def _last_above(before: list[Line]) -> str | None:
    """The line above the text that is neither boilerplate nor byline, if a title can stand there."""
    for line in reversed([line for line in before if line.text][-4:]):
        if is_boilerplate(line.text) or byline.states(line):
            continue
        return line.text if line.link * 2 < len(line.text) and 6 <= len(line.text) <= 80 else None
    return None


def prefer_whole(facts: Facts) -> None:
    """A title cut short gives way to the whole one that starts with it."""
    entries = facts.found.get("title", [])
    if not entries:
        return
    entries[:] = [(where, _DATED.sub("", value) or value) for where, value in entries]
    first = fold(entries[0][1])
    stem = first.rstrip(".…")
    folded = [fold(value) for _, value in entries]
    for at, whole in enumerate(folded[1:], 1):
        if (
            len(stem) < 6
            or len(whole) <= len(stem)
            or not whole.startswith(stem)
            or re.search(r"[-_|]", whole[len(stem) :])
            or (stem == first and _NUMBER_ONLY.fullmatch(whole[len(stem) :]))
        ):
            continue
        if stem != first or len(stem) >= 20 or folded.count(whole) > 1:
            entries.insert(0, entries.pop(at))
            return
