"""clean(page) -> Report, in five steps: decode, find the body, read the metadata, judge the document, attach figures.

Each step takes what those before it found; none goes back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from cleaning.body import boilerplate
from cleaning.body import find as body
from cleaning.body.extraction import Extraction, of_lines, with_more, without_title
from cleaning.body.pictures import pictures
from cleaning.document import flags
from cleaning.document.choose_text import COVER, Chosen, choose_text
from cleaning.document.classify import classify
from cleaning.document.sections import parts_of_lines, split_sections
from cleaning.metadata import issuer, titles
from cleaning.metadata import read as metadata
from cleaning.metadata.evidence import Evidence
from cleaning.metadata.headings import headings as headings_of
from cleaning.page import attachment_links as links
from cleaning.page import decode, document_files, embedded, frames, plain
from cleaning.page import next_page as pages
from cleaning.page.lines import Line
from cleaning.page.tree import parse, scripts
from cleaning.report import Attachment, FileText, Page, Report

CLEANER_VERSION = "1"
SURE = 0.5  # the score of a body beside which no data of the page is looked for
_KNOWN = [each.name for each in fields(Page) if each.name != "content"]
_ALONE: Mapping[str, Page] = {}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The record of a page without its figures, all lines of the page, from which ``learn`` learns, and those of its
    body."""

    report: Report
    lines: list[str]
    text: list[Line]


def clean(
    page: Page,
    known: boilerplate.Boilerplate = boilerplate.NONE,
    *,
    with_figures: bool = True,
    files: Sequence[FileText] = (),
    following: Mapping[str, Page] = _ALONE,
) -> Report:
    """The record of one page. Never raises on any bytes; no text of the record holds lone surrogates or NUL.

    ``known`` holds the digests of the portal's remembered boilerplate (``cleaning.body.boilerplate``). ``files`` are
    the page's attachments as they were read, if they were: the body is then theirs where the page only covers them. A
    page that is itself a document file is its own attachment. Reading the figures takes about as long as all the
    rest; ``with_figures=False`` leaves them out, ``add_figures`` adds them later. ``following`` are pages on which the
    article goes on, by the address that leads to each: as far as they lead on from this one, their text and files are
    part of the record.
    """
    report = read_page(page, known, files, following).report
    if with_figures:
        add_figures(report)
    return report


def add_figures(report: Report) -> None:
    """Read the figures of a record that was made without them, and check their arithmetic."""
    if not report.body:
        return
    from cleaning import figures  # a third of the start, and not all who read a page want its figures

    lines = report.body.split("\n")
    reading = figures.read(
        lines,
        report.report_year,
        parts_of_lines(report.sections, len(lines)),
        planned=figures.is_plan(report.title or ""),
    )
    report.figures, report.targets, report.candidates = reading.named, reading.targets, reading.candidates
    checks = figures.check_arithmetic(report.figures)
    if checks:
        report.provenance["checks"] = checks
        report.flags += flags.of_checks(checks)


def read_page(
    page: Page,
    known: boilerplate.Boilerplate = boilerplate.NONE,
    files: Sequence[FileText] = (),
    following: Mapping[str, Page] = _ALONE,
) -> Cleaned:
    """What ``clean`` gives, without figures but with the lines of the page."""
    source = _decode(_sound(page))
    text = _find_body(source, known, files, following)
    evidence = metadata.read(source.page, source.decoded, text.found, source.headings, text.data, source.meta)
    return _judge_document(source, text, evidence, known)


@dataclass(frozen=True, slots=True)
class _Source:
    """A page as its bytes are read. ``itself`` tells that it is a document file, ``saved`` that it is plain text."""

    page: Page
    itself: bool
    saved: bool
    decoded: decode.Decoded
    tree: LexborHTMLParser
    headings: list[str]
    meta: dict[str, str]


@dataclass(slots=True)
class _Text:
    """The text of a page: its own, of its data, its further pages and its files; ``seen`` are all lines of the page."""

    found: Extraction
    seen: list[str]
    data: embedded.Embedded | None
    rest: _Rest
    told: Chosen


def _decode(page: Page) -> _Source:
    """The first step: bytes to characters, characters to a tree, and what the page says of itself up front."""
    itself = document_files.is_document(page.content)
    decoded = decode.decode(b"" if itself else page.content, page.content_type)
    saved = not itself and plain.is_plain(decoded.text)
    if saved:
        decoded = decoded.of(plain.as_page(decoded.text))
    tree = parse(decoded.text, decoded.data)
    return _Source(page, itself, saved, decoded, tree, headings_of(tree), metadata.metas(tree, decoded.text))


def _find_body(
    source: _Source, known: boilerplate.Boilerplate, files: Sequence[FileText], following: Mapping[str, Page]
) -> _Text:
    """The second step: the text, and the files that belong to it."""
    found = _on_page(source, known)
    bare = len("".join(found.text().split())) < COVER
    listed = _files_of(source, found, bare)
    data = _data(source, found, bare)
    if data is not None and (data.whole_page or len(data.html) > len(found.text()) or (bare and data.attachments)):
        found = _of_data(found, data, known)
        _add_new(listed, links.from_data(data, source.page.url))
    if bare and not listed and not found.body():
        listed = pictures(source.tree, found.node, source.page.url)
    seen = [line.text for line in found.outside or found.lines]
    rest = _rest(source.page, found, _onward(source, found, listed), following, known)
    if rest.lines:
        found = with_more(found, rest.lines, rest.score)
        _add_new(listed, rest.files)
    told = _choose(source, found, listed, files)
    if told.lines is not None:
        found = of_lines(found, told.lines, told.source, told.score)
    return _Text(found, seen, data, rest, told)


def _on_page(source: _Source, known: boilerplate.Boilerplate) -> Extraction:
    """The text that stands on the page."""
    if source.saved:
        return body.from_plain(source.tree, known)
    stated = titles.stated_titles(source.page, source.meta, source.headings, source.decoded.text)
    return body.find(source.tree, known, stated)


def _files_of(source: _Source, found: Extraction, bare: bool) -> list[Attachment]:
    """The files the page links to; a page that is a file is its own."""
    url = source.page.url
    if source.itself:
        return [Attachment(url, document_files.name_of(url))]
    return links.attachments(source.decoded, source.tree, found.node, url, bare=bare)


def _add_new(listed: list[Attachment], more: Sequence[Attachment]) -> None:
    listed += [file for file in more if file not in listed]


def _onward(source: _Source, found: Extraction, listed: Sequence[Attachment]) -> str | None:
    """The address where the text goes on, or the one of the frame in which all of it stands."""
    onward = pages.next_page(source.decoded, source.tree, source.page.url)
    nothing = onward is None and not found.body() and not listed
    return frames.framed_page(source.tree, source.page.url) if nothing else onward


def _choose(source: _Source, found: Extraction, listed: list[Attachment], files: Sequence[FileText]) -> Chosen:
    """The page's text or that of its files."""
    addresses = {item.url for item in listed}
    own = [file for file in files if file.url in addresses]
    return choose_text(
        found, [source.meta.get("articletitle", ""), source.page.row_title, *source.headings], listed, own
    )


def _data(source: _Source, found: Extraction, bare: bool) -> embedded.Embedded | None:
    """The article that a page has as data or holds for a script."""
    data = None
    if bare or found.score < SURE or embedded.likely(source.decoded):
        data = embedded.find(source.decoded.text, scripts(source.tree))
    if data is None and bare:
        data = embedded.held(source.tree)
    return data


def _of_data(found: Extraction, data: embedded.Embedded, known: boilerplate.Boilerplate) -> Extraction:
    """The longer of the text found on the page and that of its data."""
    inner = body.from_fragment(data.html, data.source, known)
    if not data.whole_page and len(inner.text()) <= len(found.text()):
        return found
    inner.outside = found.lines
    return inner


def _judge_document(source: _Source, text: _Text, evidence: Evidence, known: boilerplate.Boilerplate) -> Cleaned:
    """The fourth step: the record, with the document's class, sections, issuer and flags."""
    found, told, rest = text.found, text.told, text.rest
    report = Report(encoding="" if source.itself else source.decoded.encoding, attachments=told.files)
    metadata.fill(report, evidence)
    lines = without_title(found, evidence.values("title"), known)
    if told.lines is None and links.are_files([line.text for line in lines], told.files):
        lines = []
    report.column_path = metadata.column_path(found, report.title or "", source.tree)
    report.body = "\n".join(line.text for line in lines)
    report.body_source, report.body_score = found.source, found.score
    _understand(report, source.page, lines)
    issuer.settle(report, evidence, [line.text for line in lines])
    if rest.missing:
        report.next_page = rest.missing
        report.provenance["next_page"] = {"url": rest.missing}
    if rest.urls:
        report.provenance["pages"] = rest.urls
    decoded = source.decoded._replace(guessed=source.decoded.guessed or rest.guessed)
    report.flags = flags.of(report, found, decoded, told, cut=rest.cut)
    if not lines and not {"soft_404", "blocked_page"}.isdisjoint(report.flags):
        metadata.forget_title(report)
    return Cleaned(report, text.seen, lines)


@dataclass(slots=True)
class _Rest:
    """What the pages on which an article goes on add to it: the addresses of those that were read, and of the first
    one that was not."""

    urls: list[str] = field(default_factory=list)
    missing: str | None = None
    lines: list[Line] = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)
    score: float = 1.0
    guessed: bool = False
    cut: bool = False


def _rest(
    first: Page, found: Extraction, address: str | None, following: Mapping[str, Page], known: boilerplate.Boilerplate
) -> _Rest:
    rest = _Rest(missing=address)
    seen = {found.text()}
    while (address := rest.missing) and address in following and address not in rest.urls:
        page = replace(following[address], row_title=first.row_title)
        cleaned = read_page(page, known)
        part = cleaned.report
        if not pages.goes_on(part, seen):
            break
        seen.add(part.body)
        rest.urls.append(address)
        rest.missing = part.next_page
        rest.lines += cleaned.text
        rest.files += part.attachments
        rest.score = min(rest.score, part.body_score)
        rest.guessed = rest.guessed or "encoding_guess" in part.flags
        rest.cut = rest.cut or ("truncated" in part.flags and part.next_page is None)
    return rest


def _sound(page: Page) -> Page:
    """The page without lone surrogates and NUL in what was known of it, which may come from JSON."""
    known: dict[str, Any] = {name: getattr(page, name) for name in _KNOWN}
    mended: dict[str, Any] = {name: decode.sound(value) for name, value in known.items()}
    return page if mended == known else replace(page, **mended)


def _understand(report: Report, page: Page, lines: list[Line]) -> None:
    """Class and sections of the text."""
    texts = [line.text for line in lines]
    verdict = classify(
        report.title or page.row_title,
        page.column or " > ".join(report.column_path or ()),
        texts[0] if texts else "",
        report.published or "",
        report.body,
    )
    report.is_report, report.report_year, report.kind = verdict.is_report, verdict.report_year, verdict.kind
    report.provenance["kind"] = {"from": verdict.reason}
    if not texts:
        return
    leads = {i: line.lead for i, line in enumerate(lines) if 0 < line.lead <= len(line.text)}
    report.sections = split_sections(texts, leads, [line.marker for line in lines])
