"""The body of a page: competing candidates, judged by what their lines say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning import furniture
from cleaning.lines import Line, Stream, mark, stream, strip_controls

# Containers that hold an article and nothing else, by the content system that writes them.
EXACT_IDS = {
    "zoom": "id zoom", "vsb_content": "VSB", "ucap-content": "UCAP", "ivs_content": "Shanghai", "bodylabel": "label",
    "artibody": "article", "slb_content": "elder copy", "pare": "TRS", "zoomcon": "zoom", "newscontent": "news",
    "article_content": "article", "mp-editor": "editor", "essay": "news", "info_content": "info", "js_content": "editor",
}  # fmt: skip
EXACT_CLASSES = {
    "trs_editor": "TRS", "trs_ueditor": "TRS", "trs_editor_view": "TRS", "trs_paper_default": "TRS",
    "v_news_content": "VSB", "ewb-article-content": "Epoint", "zwxl-main": "TRS Chongqing", "gkxl-article": "TRS Chongqing",
    "zwxl-article": "TRS Chongqing", "zwxl-content": "TRS Chongqing", "news_cont_d_wrap": "NFCMS",
    "article_component": "TRS Fujian", "content-zc": "UCAP", "zc-detail": "UCAP", "xl_cont": "UCAP", "zoom": "zoom",
    "ucap-content": "UCAP", "pages_content": "UCAP", "article-content": "article", "article_content": "article",
    "content-body": "UCAP", "article_con": "TRS", "articlecontent": "article", "xxgk_article": "JCMS", "article_zoom": "JCMS",
    "main-txt": "JCMS", "news_content": "news", "newscontent": "news", "article-body": "article", "arti_content": "article",
    "article-con": "article", "info_content": "info", "detail-content": "detail", "detail_content": "detail",
    "view": "", "xl_wrap": "", "zw": "", "content": "", "article": "", "main": "", "message-box": "", "main_content": "",
    "content_body": "", "main-content": "", "con_text": "", "conttxt": "", "text": "", "detail": "", "mainside": "",
    "wrapper_detail_text": "", "art_con": "", "contentshow": "", "cont": "", "txt": "", "nr": "", "article-main": "",
}  # fmt: skip
EXACT_TAGS = ("ucapcontent",)
_ATTR = re.compile(r"""\b(?:id|class)\s*=\s*(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s"'>]{1,100}))""", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SENTENCE = re.compile(r"[。；！？：]")
_COMMENT_STARTS = re.compile(
    r"<!--\s*(?:<\$\[信息内容\]>\s*begin|ZJEG_RSS\.content\.begin|enpcontent|正文内容?开始|内容开始|文章内容开始|文档内容开始|"
    r"content\s*start|正文\s*begin)\s*-->|<meta name=\"ContentStart\"[^>]*>",
    re.IGNORECASE,
)
_COMMENT_STOPS = re.compile(
    r"<!--\s*(?:<\$\[信息内容\]>\s*end|ZJEG_RSS\.content\.end|/enpcontent|正文内容?结束|内容结束|文章内容结束|文档内容结束|"
    r"content\s*end|正文\s*end)\s*-->|<meta name=\"ContentEnd\"[^>]*>",
    re.IGNORECASE,
)
_UNKNOWN_TAG = re.compile(r"<(?=/?[A-Za-z0-9]{0,20}[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])")


@dataclass(slots=True)
class Found:
    """A page's lines and which of them are the body."""

    lines: list[Line] = field(default_factory=list)
    start: int = 0
    end: int = 0
    drop: frozenset[int] = frozenset()
    source: str = "none"
    score: float = 0.0
    node: LexborNode | None = None
    images: int = 0

    def body(self) -> list[Line]:
        """The body's lines in order."""
        return [
            line
            for i, line in enumerate(self.lines[self.start : self.end], self.start)
            if i not in self.drop and line.text
        ]

    def outside(self) -> list[str]:
        """The page's lines before and after the body, and the furniture inside it."""
        return [
            line.text
            for i, line in enumerate(self.lines)
            if line.text and (not self.start <= i < self.end or i in self.drop)
        ]


@dataclass(slots=True)
class Candidate:
    """A run of lines that may be the body. ``prose`` counts characters of running text outside links."""

    source: str
    exact: bool
    start: int
    end: int
    node: LexborNode | None = None
    plain: int = 0
    prose: int = 0
    link: int = 0


def parse(text: str) -> LexborHTMLParser:
    """The page's tree, as a browser would build it; titles in ASCII angle brackets stay text."""
    return LexborHTMLParser(_UNKNOWN_TAG.sub("&lt;", strip_controls(text)))


def find(text: str, tree: LexborHTMLParser, known: furniture.Furniture = furniture.NONE) -> Found:
    """The body of a page, empty where the page has none."""
    if tree.body is None:
        return Found()
    _drop_hidden(text, tree)
    nodes = _containers(text, tree)
    for number, (_, _, node) in enumerate(nodes):
        before, after = mark(number)
        node.insert_before(before)
        node.insert_after(after)
    html = tree.body.html or ""
    html = _mark_comments(html)
    page = stream(html)
    candidates = _measure(page, nodes)
    best = _choose(page, candidates)
    if best is None:
        return Found(page.lines)
    return _finish(page, best, known)


def _drop_hidden(text: str, tree: LexborHTMLParser) -> None:
    """Take away what a reader cannot see, such as a phone copy of the article."""
    if not _HIDDEN.search(text):
        return
    body = tree.body
    assert body is not None
    total = len(body.text())
    for node in tree.css('[style*="none" i], [style*="hidden" i]'):
        if not _HIDDEN.search(node.attributes.get("style") or ""):
            continue
        if node.tag in {"body", "html"} or len(node.text()) * 2 > total:
            continue
        node.decompose()


def _containers(text: str, tree: LexborHTMLParser) -> list[tuple[str, bool, LexborNode]]:
    """Elements named like article containers: (name, whether the name means only that, element)."""
    names = {part for match in _ATTR.findall(text) for part in "".join(match).lower().split()}
    selectors = [f'[id="{name}" i]' for name in EXACT_IDS if name in names]
    selectors += [f'[class~="{name}" i]' for name in EXACT_CLASSES if name in names]
    selectors += [f'[id^="{name}" i]' for name in ("vsb_content_",) if any(n.startswith(name) for n in names)]
    selectors += [name for name in EXACT_TAGS if f"<{name}" in text.lower()] if "UCAPCONTENT" in text else []
    if not selectors:
        return []
    out = []
    for node in tree.css(", ".join(selectors))[:200]:
        if node.tag in {"body", "html", "input", "a", "li", "img", "textarea", "span"}:
            continue
        attributes = node.attributes
        identity = (attributes.get("id") or "").lower()
        labels = [name for name in (attributes.get("class") or "").lower().split() if name in EXACT_CLASSES]
        exact = (
            identity in EXACT_IDS
            or identity.startswith("vsb_content")
            or any(EXACT_CLASSES[n] for n in labels)
            or node.tag in EXACT_TAGS
        )
        out.append(
            (f"#{identity}" if identity in EXACT_IDS else f".{labels[0]}" if labels else node.tag or "", exact, node)
        )
    return out


def _mark_comments(html: str) -> str:
    """Regions between content comments, marked with the numbers from 1000 on."""
    if "ontent" not in html and "<!--" not in html:
        return html
    starts = _COMMENT_STARTS.search(html)
    if not starts:
        return html
    stop = _COMMENT_STOPS.search(html, starts.end())
    if not stop:
        return html
    before, after = mark(1000)
    return html[: starts.start()] + before + html[starts.end() : stop.start()] + after + html[stop.end() :]


def _measure(page: Stream, nodes: list[tuple[str, bool, LexborNode]]) -> list[Candidate]:
    out = []
    for number, (start, end) in page.regions.items():
        if number == 1000:
            candidate = Candidate("content comments", True, start, end)
        else:
            source, exact, node = nodes[number]
            candidate = Candidate(source, exact, start, end, node)
        for line in page.lines[start:end]:
            candidate.link += line.link
            if furniture.is_furniture(line.text):
                continue
            candidate.plain += line.plain
            if _SENTENCE.search(line.text):
                candidate.prose += line.plain
        out.append(candidate)
    return out


def _choose(page: Stream, candidates: list[Candidate]) -> Candidate | None:
    """The candidate with the most running text; among equals the tightest."""
    usable = [c for c in candidates if c.plain > 0 and c.link <= c.plain * 2]
    exact = [c for c in usable if c.exact]
    pool = exact or [c for c in usable if c.prose]
    if not pool:
        with_images = [c for c in candidates if c.exact]
        return with_images[0] if with_images else None
    return max(pool, key=lambda c: (c.plain, -(c.end - c.start)))


def _finish(page: Stream, best: Candidate, known: furniture.Furniture) -> Found:
    texts = [line.text for line in page.lines[best.start : best.end]]
    first, last = furniture.trim(texts, known)
    start, end = best.start + first, best.start + last
    drop = frozenset(
        i
        for i in range(start, end)
        if page.lines[i].link * 2 >= len(page.lines[i].text) - 12 and furniture.is_related(page.lines[i].text)
    )
    images = sum(line.images for line in page.lines[best.start : best.end])
    score = 1.0 if best.exact else 0.6
    return Found(page.lines, start, end, drop, best.source, score, best.node, images)
