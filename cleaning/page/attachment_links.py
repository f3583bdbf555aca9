"""Which links of a page are files of the document.

Conventions (portals of all systems): links whose address ends in a document suffix or names one in its query;
TRS ``./P0….pdf`` beside the page, and the script strings ``hasFJ`` and ``file_appendix``; JCMS
``downfile.jsp?filename=``; UCAP ``<id>/files/…``; VSB ``download.jsp?urltype=news.DownloadAttachUrl`` and
``showVsbpdfIframe``; gkmlpt ``/attachment/``; Epoint ``downloadztbattach``; addresses in ``onclick``; embedded
viewers. A portal's own export of the page (下载文字版, PDF下载) is not one, unless the page has nothing to export.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from itertools import chain
from urllib.parse import unquote, urldefrag

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning.page.addresses import joined, on_web
from cleaning.page.decode import Decoded
from cleaning.page.document_files import NAMED, is_file, name_of, safe_name
from cleaning.page.embedded import Embedded
from cleaning.report import Attachment
from cleaning.text.keyword_scan import KeywordScan
from cleaning.text.normalize import squeeze as fold

# A page with a file names its suffix or the service that gives it somewhere; most pages do not.
_GIVES_FILES = KeywordScan(
    ".pdf .doc .xls .ppt .wps .et .ofd .rtf .zip .rar .7z .ceb .txt .csv .tif down /attachment/ /group %2e /files/"
)
_EXPORT = re.compile(
    r"^(?=.*(?:本页|本文|全文|正文|网页|版|word|pdf|ofd|导出|打印))(?:点击)?(?:下载|导出|打印|生成)?(?:为|成)?"
    r"(?:本页|本文|全文|正文|网页)?(?:图片版|文字版|word版?|pdf版?|ofd版?)?(?:下载|导出|打印)?$",
    re.IGNORECASE,
)
_OPENED = re.compile(r"[\"']([^\"'\s]{4,1000})[\"']")
_EMBEDS = KeywordScan("<iframe <embed <object")
_SHOWS_PDF = KeywordScan("vsbpdfiframe showpdf viewpdf pdfviewer")
_SCRIPTED = ("hasFJ", "file_appendix", "fujian", "fjxx", "fjstr", "strFJ")
_LISTS_FILES = KeywordScan(" ".join(_SCRIPTED))
_ASSIGNED = re.compile(r"\s*=\s*(?:\"([^\"\n]{4,20000})\"|'([^'\n]{4,20000})')")
_ANCHOR = re.compile(
    r"<a\b[^>]*?\bhref\s*=\s*[\"']?([^\"'\s>]{1,2000})[^>]*>(.{0,500}?)</a>", re.IGNORECASE | re.DOTALL
)
_VIEWER = re.compile(
    r"(?:showVsbpdfIframe|showPdf|viewPdf|pdfViewer)\w*\(\s*[\"']([^\"'\n]{4,1000})[\"']", re.IGNORECASE
)
_TAG = re.compile(r"<[^>]*>")
LIMIT = 200
MOST_LINKS = 20_000
LONGEST = 2_000  # characters of an address


def attachments(
    page: Decoded, tree: LexborHTMLParser, container: LexborNode | None, url: str, *, bare: bool = False
) -> list[Attachment]:
    """The document's files in page order, each address once. Addresses are absolute if ``url`` is known.

    ``bare`` says that the page has no text of its own: what calls itself an export of it is then the document.
    """
    low = page.data.lower()
    if not _GIVES_FILES.any(low):
        return []
    base = _base(tree, url)
    out: dict[str, Attachment] = {}
    exports: dict[str, Attachment] = {}
    for href, name in chain(_linked(tree, container, bare), _scripted(page), _embedded(page, low, tree)):
        _take(exports if name and _EXPORT.match(fold(name)) else out, base, href, name)
        if len(out) >= LIMIT:
            break
    return list(out.values()) or (list(exports.values()) if bare else [])


def from_html(fragment: str, url: str) -> list[Attachment]:
    """The files a fragment of HTML (a body out of JSON or a script) links to."""
    out: dict[str, Attachment] = {}
    for href, name in _anchors(fragment):
        if not _EXPORT.match(fold(name)):
            _take(out, url, href, name)
    return list(out.values())[:LIMIT]


def from_data(data: Embedded, url: str) -> list[Attachment]:
    """The files of an article that came as data: those it lists and those its text links to."""
    out: dict[str, Attachment] = {}
    for href, name in data.attachments:
        _take(out, url, href, name)
    for file in from_html(data.html, url):
        out.setdefault(file.url, file)
    return list(out.values())[:LIMIT]


def _take(out: dict[str, Attachment], base: str, href: str, name: str) -> None:
    """Add a link that leads to a file, or is named as one."""
    href, name = href.strip(), safe_name(name)
    if not 0 < len(href) <= LONGEST or not (is_file(href) or NAMED.search(name)):
        return
    if address := on_web(base, href):
        address = urldefrag(address).url
        out.setdefault(address, Attachment(address, name or name_of(address)))


def _base(tree: LexborHTMLParser, url: str) -> str:
    """The address from which the page's links are seen."""
    node = tree.css_first("base[href]")
    href = node.attributes.get("href") if node else ""
    return joined(url, href) or url if href and url else url


def _linked(tree: LexborHTMLParser, container: LexborNode | None, bare: bool) -> Iterable[tuple[str, str]]:
    """Links to files, by their address, by what a click opens, or by their own text."""
    for node in _links(tree, container, bare)[:MOST_LINKS]:
        attributes = node.attributes
        text, href = node.text(), attributes.get("href") or ""
        name = text.strip() or attributes.get("title") or ""
        if "." in text and NAMED.search(text):
            yield href, name
        for address in (href, *_OPENED.findall(attributes.get("onclick") or "")):
            if is_file(address):
                yield address, name


def _links(tree: LexborHTMLParser, container: LexborNode | None, bare: bool) -> list[LexborNode]:
    """The links in the article's container and some steps above it; all of the page when it is not known."""
    scope = container
    for _ in range(3):
        parent = scope.parent if scope is not None else None
        if parent is None or parent.tag == "html" or (parent.tag == "body" and not bare):
            break
        scope = parent
    return (scope or tree).css("a[href]")


def _scripted(page: Decoded) -> Iterable[tuple[str, str]]:
    """Files in a script's string: anchors, or addresses parted by ``|`` or ``<BR/>``."""
    if not _LISTS_FILES.any(page.data):
        return
    text = page.text
    for name in _SCRIPTED:
        at = text.find(name)
        while at >= 0:
            match = _ASSIGNED.match(text, at + len(name))
            at = text.find(name, at + len(name))
            if not match:
                continue
            value = (match[1] or match[2]).replace("\\/", "/").replace('\\"', '"').replace("\\'", "'")
            if "<a" in value.lower():
                yield from _anchors(value)
            else:
                for part in re.split(r"\||<br\s*/?>", value, flags=re.IGNORECASE):
                    yield part, ""


def _anchors(fragment: str) -> Iterable[tuple[str, str]]:
    """The addresses and texts of the links in a piece of markup."""
    for match in _ANCHOR.finditer(fragment):
        yield html.unescape(match[1]), html.unescape(_TAG.sub("", match[2]))


def _embedded(page: Decoded, low: bytes, tree: LexborHTMLParser) -> Iterable[tuple[str, str]]:
    """Files that a viewer or a frame of the page shows."""
    if _SHOWS_PDF.any(low):
        for match in _VIEWER.finditer(page.text):
            yield match[1], ""
    if not _EMBEDS.any(low):
        return
    for node in tree.css("iframe[src], embed[src], object[data]"):
        address = node.attributes.get("src") or node.attributes.get("data") or ""
        inner = re.search(r"[?&](?:file|url|src)=([^&]+)", address)
        yield unquote(inner[1]) if inner and is_file(unquote(inner[1])) else address, ""
