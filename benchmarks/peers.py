"""The extractors we measure ourselves against, each as a function from bytes to text; absent ones are left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

Extractor = Callable[[bytes], str]


def ours(data: bytes) -> str:
    from cleaning.clean import clean
    from cleaning.report import Page

    return clean(Page(data)).body


def ours_without_figures(data: bytes) -> str:
    from cleaning.clean import clean
    from cleaning.report import Page

    return clean(Page(data), with_figures=False).body


def decoded(data: bytes) -> str:
    """The same decoding for every peer, so that they are compared by extraction alone."""
    from cleaning.page.decode import decode

    return decode(data, "").text


def trafilatura(**options: bool) -> Extractor:
    def extract(data: bytes) -> str:
        from trafilatura import extract as main_text

        return main_text(decoded(data), include_comments=False, **options) or ""

    return extract


def readability(data: bytes) -> str:
    from lxml.html import fromstring
    from readability import Document

    return str(fromstring(Document(decoded(data)).summary()).text_content())


def resiliparse(data: bytes) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(decoded(data), main_content=True, preserve_formatting=False))


def justext(data: bytes) -> str:
    import justext as library

    paragraphs = library.justext(
        decoded(data).encode(), frozenset(), stopwords_low=0.0, stopwords_high=0.0, encoding="utf-8"
    )
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def gne(data: bytes) -> str:
    from gne import GeneralNewsExtractor

    return str(GeneralNewsExtractor().extract(decoded(data)).get("content", ""))


def magic_html(data: bytes) -> str:
    from magic_html import GeneralExtractor

    html = GeneralExtractor().extract(decoded(data), base_url="http://www.example.gov.cn/").get("html", "")
    return re.sub(r"<[^<>]*>", "\n", html)


PEERS: dict[str, tuple[str, Extractor]] = {
    "Fazhi Watch": ("fazhi-watch", ours),
    "Fazhi Watch, without figures": ("fazhi-watch", ours_without_figures),
    "trafilatura": ("trafilatura", trafilatura()),
    "trafilatura, precision": ("trafilatura", trafilatura(favor_precision=True)),
    "trafilatura, recall": ("trafilatura", trafilatura(favor_recall=True)),
    "trafilatura, fast": ("trafilatura", trafilatura(fast=True)),
    "trafilatura, with metadata": ("trafilatura", trafilatura(with_metadata=True)),
    "readability-lxml": ("readability-lxml", readability),
    "resiliparse": ("resiliparse", resiliparse),
    "jusText": ("justext", justext),
    "gne": ("gne", gne),
    "magic-html": ("magic-html", magic_html),
}


def installed() -> dict[str, tuple[str, Extractor]]:
    """The peers that are installed: name -> (version, extractor)."""
    found = {}
    for name, (package, extractor) in PEERS.items():
        try:
            found[name] = (version(package), extractor)
        except PackageNotFoundError:
            continue
    return found
