"""The portal's own search: how the page at hand says it is asked, and the documents its answer names.

Each system's search speaks a dialect of its own (TRS IGS and IRS, Hanweb jsearch, Epoint, Guangdong's common
search); what is left is the plain form that sends one word by GET (UCAP's ``/so/s?qt=``). robots.txt often closes
searches to crawlers: it is asked as for any other page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.discovery.pages import Answer
from crawler.items import ListingRow, PageRequest
from crawler.outcome import bare_host
from crawler.platforms.listing import absolute, feeds, flatten, of_link, service_requests

WORDS: Final = "法治政府建设"
GUANGDONG: Final = "https://search.gd.gov.cn/api/search/all"
MOST_HITS: Final = 200
_IGS: Final = re.compile(r"/igs/front/search\.jhtml\?([^\"'\s<>]{4,300})")
_IRS: Final = re.compile(r"/irs(?:-c-web)?/front/(?:list|search)[^\"'\s<>]{0,20}\?([^\"'\s<>]{4,300})")
_CODE: Final = re.compile(r"\bcode=(\w{6,40})")
_SITE: Final = re.compile(r"\bsiteId=(\w{1,20})", re.I)
_WEBSITE: Final = re.compile(r"\bwebsiteid\b[\"']?\s*[=:]?\s*[\"']?(?:\s*value\s*=\s*[\"'])?(\w{6,40})", re.I)
_TEMPLATE: Final = re.compile(r"\btpl=(\d{1,6})")
_NFCMS: Final = re.compile(r"NFCMS_SITE_ID\s*=\s*[\"']?(\d{1,12})|search\.gd\.gov\.cn/search/all/(\d{1,12})")
_WORD_FIELD: Final = re.compile(
    r"q|qt|wd|kw|keys?|key_?words?|keyword|search_?(?:word|key|text|content)?|searchword|title|content|word|text", re.I
)
_SEARCH: Final = re.compile(r"search|query|/so/|/s\b|sou|jian", re.I)
_INNER: Final = ("data", "source", "_source")
JSON: Final = {"Content-Type": "application/json; charset=UTF-8"}


def requests(answer: Answer) -> Iterator[tuple[PageRequest, str]]:
    """The searches a page offers, each with the name of its dialect."""
    for dialect in (_trs, _hanweb, _epoint, _guangdong, _forms):
        yield from dialect(answer)


def _trs(answer: Answer) -> Iterator[tuple[PageRequest, str]]:
    text, url = answer.text, answer.url
    if (found := _IGS.search(text)) and (code := _CODE.search(found[1])):
        site = _SITE.search(found[1])
        asked = {"code": code[1], "searchWord": WORDS, "siteId": site[1] if site else "", "pageSize": 10}
        address = absolute(url, "/igs/front/search.jhtml")
        yield service_requests.get(address, {**asked, "pageNumber": 1, "position": "TITLE"}, url), "TRS IGS"
    if (found := _IRS.search(text)) and (code := _CODE.search(found[1])):
        body = {"code": code[1], "dataTypeId": "", "searchWord": WORDS, "pageNo": 1, "pageSize": 10}
        asked = {**body, "searchBy": "title", "orderBy": "related"}
        yield PageRequest(absolute(url, "/irs/front/search"), "POST", json.dumps(asked), JSON), "TRS IRS"


def _hanweb(answer: Answer) -> Iterator[tuple[PageRequest, str]]:
    text, url = answer.text, answer.url
    if "jsearchfront" in text and (found := _WEBSITE.search(text)):
        template = _TEMPLATE.search(text)
        fields = {"websiteid": found[1], "q": WORDS, "p": 1, "pg": 10, "cateid": "", "pos": "title"}
        fields["tpl"] = template[1] if template else ""
        address = absolute(url, "/jsearchfront/interfaces/cateSearch.do")
        yield service_requests.post(address, fields, url), "Hanweb jsearch"


def _epoint(answer: Answer) -> Iterator[tuple[PageRequest, str]]:
    if "inteligentsearch" in answer.text or "EpointWebBuilder" in answer.text:
        asked = {"token": "", "pn": 0, "rn": 10, "sdt": "", "edt": "", "wd": WORDS, "fields": "title", "cnum": "001",
                 "sort": "", "ssort": "title", "cl": 200, "terminal": ""}  # fmt: skip
        address = absolute(answer.url, "/inteligentsearch/rest/esinteligentsearch/getFullTextDataNew")
        yield PageRequest(address, "POST", json.dumps(asked, ensure_ascii=False), JSON), "Epoint"


def _guangdong(answer: Answer) -> Iterator[tuple[PageRequest, str]]:
    if found := _NFCMS.search(answer.text):
        asked = {"keywords": WORDS, "site_id": found[1] or found[2], "range": "site", "position": "title", "page": 1,
                 "sort": "smart", "service_area": 1, "gdbsDivision": ""}  # fmt: skip
        yield PageRequest(GUANGDONG, "POST", json.dumps(asked, ensure_ascii=False), JSON), "Guangdong's common search"


def _forms(answer: Answer) -> Iterator[tuple[PageRequest, str]]:
    """Forms of the page that send one text by GET to the portal itself."""
    for form in LexborHTMLParser(answer.text.replace("\x00", "")).css("form")[:10]:
        attributes = form.attributes
        action = urljoin(answer.url, attributes.get("action") or "")
        if (attributes.get("method") or "get").lower() != "get" or bare_host(action) != bare_host(answer.url):
            continue
        word, fields = _fields(form)
        address = absolute(answer.url, attributes.get("action") or "").partition("?")[0]
        if word and address and _SEARCH.search(action + str(attributes.get("id")) + str(attributes.get("name"))):
            yield PageRequest(f"{address}?{urlencode({**fields, word: WORDS})}"), "a search form"


def _fields(form: LexborNode) -> tuple[str, dict[str, str]]:
    """The field of a form that takes the words, "" without one, and the others with their values."""
    fields: dict[str, str] = {}
    word = ""
    for field in form.css("input[name], select[name]")[:30]:
        name, kind = field.attributes.get("name") or "", (field.attributes.get("type") or "text").lower()
        if kind in ("text", "search") and not word and _WORD_FIELD.fullmatch(name):
            word = name
        elif kind in ("hidden", "text", "search"):
            fields[name] = field.attributes.get("value") or ""
    return word, fields


def hits(answer: Answer) -> list[ListingRow]:
    """The documents an answer names: entries of JSON, links in pieces of HTML, links of a page."""
    if not feeds.looks_like_json(answer.text):
        found = [ListingRow(_straight(anchor.url), anchor.name) for anchor in answer.anchors]
    else:
        pieces: list[str] = []
        found = []
        data = feeds.load(answer.text)
        for items in feeds.lists(data):
            found += feeds.rows([_entry(item) for item in items], answer.url)
        _texts(data, pieces)
        dom = flatten("\n".join(pieces), answer.url)
        found += [ListingRow(_straight(link.url), of_link(dom, link)) for link in dom.links if link.url]
    return found[:MOST_HITS]


def _entry(item: Any) -> Any:
    """What a search says of one document, taken out of the box round it."""
    if not isinstance(item, dict):
        return item
    return next((item[name] for name in _INNER if isinstance(item.get(name), dict)), item)


def _texts(value: Any, found: list[str], depth: int = 0) -> None:
    """Every text with a link inside a value."""
    if isinstance(value, str) and "<a" in value:
        found.append(value)
    elif isinstance(value, list | dict) and depth < feeds.MAX_DEPTH and len(found) < MOST_HITS:
        for child in (value.values() if isinstance(value, dict) else value):  # fmt: skip
            _texts(child, found, depth + 1)


def _straight(url: str) -> str:
    """The document's address where a link leads there by way of a counter (``visit/link.do?url=…``)."""
    inner = parse_qs(urlsplit(url).query).get("url", [""])[0]
    return absolute(url, inner) if inner.startswith(("http://", "https://")) else url
