"""What is fuzzed: one function of bytes per reader. It fails by raising, and by what it must never give."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from cleaning.attachments import Limits, read_file
from cleaning.clean import clean
from cleaning.document.classify import classify, is_candidate
from cleaning.document.sections import split_sections
from cleaning.figures import candidates, find_figures
from cleaning.markdown import render
from cleaning.page.decode import decode
from cleaning.report import Page
from cleaning.text.dates import first_date
from crawler.items import ListingPage
from crawler.platforms import platforms
from crawler.platforms.detect import detect

URL: Final = "http://www.example.gov.cn/zwgk/fzzfjsndbg/index.html"
LIMITS: Final = Limits(seconds=5, pages=20, characters=200_000, members=10, unpacked=1 << 20, depth=1, ocr_pages=0)
# Bytes of an input: enough for every branch, few enough that an execution costs little.
LONGEST: Final = {"dates": 256, "titles": 512, "sections": 2048, "figures": 1024, "attachment": 1 << 16}
LONG: Final = 2048


def _text(data: bytes) -> str:
    return data.decode("utf-8", "ignore")


def _storable(value: Any) -> None:
    """Text that SQLite, JSON and a WARC header take: no lone surrogate, no NUL."""
    if isinstance(value, str):
        value.encode("utf-8")
        assert "\0" not in value
    elif isinstance(value, dict):
        for each in (*value.keys(), *value.values()):
            _storable(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            _storable(each)


def decoding(data: bytes) -> None:
    kind, cut, body = data.partition(b"\n")
    _storable(decode(body if cut else data, kind.decode("latin-1") if cut else "").text)


def cleaning(data: bytes) -> None:
    report = clean(Page(data, url=URL))
    _storable([report.title, report.body, report.issuer, report.source, report.doc_number, report.provenance])
    for section in report.sections:
        assert 0 <= section.start <= section.end <= len(report.body)
    for figure in report.figures:
        assert report.body[figure.start : figure.end] == figure.span
    render(report)


def listing(name: str, data: bytes) -> None:
    platform = platforms()[name]
    text = decode(data).text
    page = ListingPage(URL, text, {}, platform.first(URL, {}))
    for row in platform.read(page).rows:
        _storable([row.url, row.title, row.date])
        assert row.url.startswith(("http://", "https://"))


def detecting(data: bytes) -> None:
    detect(ListingPage(URL, decode(data).text))


def dates(data: bytes) -> None:
    found = first_date(_text(data))
    assert found is None or len(found) == 10


def titles(data: bytes) -> None:
    title, _, column = _text(data).partition("\n")
    year = classify(title, column).report_year
    assert year is None or 1900 < year < 2200
    is_candidate(title, column)


def figures(data: bytes) -> None:
    lines = _text(data).split("\n")
    for figure in (*find_figures(lines, 2025), *candidates(lines, 2025)):
        assert figure.span in figure.sentence
        json.dumps(figure.value)


def sections(data: bytes) -> None:
    split_sections(_text(data).split("\n"))


def attachment(data: bytes) -> None:
    reading = read_file(data, "file", "", LIMITS)
    _storable(reading.text)
    assert 0 <= reading.confidence <= 1


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "dates": dates,
    "titles": titles,
    "decode": decoding,
    "sections": sections,
    "figures": figures,
    "clean": cleaning,
    "detect": detecting,
    "attachment": attachment,
    **{f"listing-{name}": partial(listing, name) for name in platforms()},
}


def longest(target: str) -> int:
    """How many bytes an input of a target may have."""
    return LONGEST.get(target, LONG)
