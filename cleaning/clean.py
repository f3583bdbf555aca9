"""clean(page) -> Report, in five steps: decode, find the body, read the metadata, judge the document, attach figures.

Each step takes what those before it found; none goes back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from cleaning.body import boilerplate, edges
from cleaning.body import find as body
from cleaning.body.extraction import Extraction, of_lines, with_more, without_title
from cleaning.body.pictures import pictures
from cleaning.document import flags
from cleaning.document.choose_text import COVER, Chosen, are_files, choose_text
from cleaning.document.classify import classify
from cleaning.document.sections import parts_of_lines, sections_of
from cleaning.metadata import issuer, titles
from cleaning.metadata import read as metadata
from cleaning.metadata.evidence import Evidence
from cleaning.metadata.headings import headings as headings_of
from cleaning.page import attachment_links as links
from cleaning.page import decode, document_files, embedded, frames, plain
from cleaning.page import next_page as pages
from cleaning.page.lines import Line
from cleaning.page.tree import parse
from cleaning.report import Attachment, FileText, Page, Report
from cleaning.text.normalize import size

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
    reading = figures.read_figures(
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
    described = _read_metadata(source, text, known)
    return _judge_document(source, text, described)


@dataclass(frozen=True, slots=True)
class _Source:
    """A page as its bytes are read. ``itself``: it is a document file. ``saved``: it is plain text.

    ``headings``, ``meta`` and ``titles`` are what it says of itself before its text is known.
    """

    page: Page
    itself: bool
    saved: bool
    decoded: decode.Decoded
    tree: LexborHTMLParser
    headings: list[str]
    meta: dict[str, str]
    titles: Collection[str]


@dataclass(slots=True)
class _Text:
    """The text of a page: its own, of its data, its further pages and its files; ``seen`` are all lines of the page."""

    found: Extraction
    seen: list[str]
    data: embedded.Embedded | None
    further: _Further
    chosen: Chosen


@dataclass(frozen=True, slots=True)
class _Described:
    """A record with what the page states, the candidates for each of its fields, and the lines of the text."""

    report: Report
    evidence: Evidence
    lines: list[Line]


def _decode(page: Page) -> _Source:
    """The first step: bytes to characters, characters to a tree, and what the page says of itself up front."""
    itself = document_files.is_document(page.content)
    decoded = decode.decode(b"" if itself else page.content, page.content_type)
    saved = not itself and plain.is_plain(decoded.text)
    if saved:
        decoded = decoded.of(plain.as_page(decoded.text))
    tree = parse(decoded.text, decoded.data)
    headings, meta = headings_of(tree), metadata.metas(tree, decoded.text)
    stated = titles.stated_titles(page, meta, headings, decoded.text)
    return _Source(page, itself, saved, decoded, tree, headings, meta, stated)


def _find_body(
    source: _Source, known: boilerplate.Boilerplate, files: Sequence[FileText], following: Mapping[str, Page]
) -> _Text:
    """The second step: the text, and the files that belong to it."""
    found, listed, data = _on_page(source, known)
    seen = [line.text for line in found.outside or found.lines]
    further = _read_further(source.page, found, _onward(source, found, listed), following, known)
    if further.lines:
        found = with_more(found, further.lines, further.score)
        _add_new(listed, further.files)
    chosen = _choose(source, found, listed, files)
    if chosen.lines is not None:
        found = of_lines(found, chosen.lines, chosen.source, chosen.score)
    return _Text(found, seen, data, further, chosen)


def _on_page(
    source: _Source, known: boilerplate.Boilerplate
) -> tuple[Extraction, list[Attachment], embedded.Embedded | None]:
    """The text of this page alone, its files, and the article it has as data."""
    found = body.from_plain(source.tree, known) if source.saved else body.find(source.tree, known, source.titles)
    bare = size(found.text()) < COVER
    listed = _files_of(source, found, bare)
    data = body.article_in_data(source.decoded, source.tree, found, bare)
    if data is not None and (data.whole_page or len(data.html) > len(found.text()) or (bare and data.attachments)):
        found = body.with_data(found, data, known)
        listed = [] if data.whole_page else listed
        _add_new(listed, links.from_data(data, source.page.url))
    if bare and not listed and not found.body():
        listed = pictures(source.tree, found.node, source.page.url)
    return found, listed, data


def _files_of(source: _Source, found: Extraction, bare: bool) -> list[Attachment]:
    """The files the page links to; a page that is a file is its own."""
    if source.itself:
        return [Attachment(source.page.url, document_files.name_of(source.page.url))]
    return links.attachments(source.decoded, source.tree, found.node, source.page.url, bare=bare)


def _add_new(listed: list[Attachment], more: Sequence[Attachment]) -> None:
    """Add those files that are not listed yet."""
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
    stated = [source.meta.get("articletitle", ""), source.page.row_title, *source.headings]
    return choose_text(found, stated, listed, own)


def _read_metadata(source: _Source, text: _Text, known: boilerplate.Boilerplate) -> _Described:
    """The third step: what the page states of the document, and the text without the titles that stand in it."""
    evidence = metadata.gather(source.page, source.decoded, text.found, source.headings, text.data, source.meta)
    report = Report(encoding="" if source.itself else source.decoded.encoding, attachments=text.chosen.files)
    metadata.fill(report, evidence)
    lines = without_title(text.found, evidence.values("title"), known)
    report.column_path = metadata.column_path(text.found, report.title or "", source.tree)
    return _Described(report, evidence, lines)


def _judge_document(source: _Source, text: _Text, described: _Described) -> Cleaned:
    """The fourth step: the record, with the document's class, sections, issuer and flags."""
    found, chosen, further = text.found, text.chosen, text.further
    report, lines = described.report, described.lines
    texts = [line.text for line in lines]
    if chosen.lines is None and are_files(texts, chosen.files):
        lines, texts = [], []
    report.body, report.body_source, report.body_score = "\n".join(texts), found.source, found.score
    _classify(report, source.page, texts)
    report.sections = sections_of(lines, report.report_year)
    issuer.settle(report, described.evidence, texts)
    edges.doubt(report, lines if chosen.lines is None else [], *found.beside())
    further.note(report)
    decoded = source.decoded._replace(guessed=source.decoded.guessed or further.guessed)
    report.flags = flags.of(report, found, decoded, chosen, cut=further.cut)
    if not lines and not {"soft_404", "blocked_page"}.isdisjoint(report.flags):
        metadata.forget_title(report)
    return Cleaned(report, text.seen, lines)


def _classify(report: Report, page: Page, texts: list[str]) -> None:
    """Set what the document is, and the year it is about."""
    column = page.column or " > ".join(report.column_path or ())
    title, published = report.title or page.row_title, report.published or ""
    verdict = classify(title, column, texts[0] if texts else "", published, report.body)
    report.is_report, report.report_year, report.kind = verdict.is_report, verdict.report_year, verdict.kind
    report.provenance["kind"] = {"from": verdict.reason}


@dataclass(slots=True)
class _Further:
    """What the further pages of an article add to it: ``urls`` were read, ``missing`` is the first that was not."""

    urls: list[str] = field(default_factory=list)
    missing: str | None = None
    lines: list[Line] = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)
    score: float = 1.0
    guessed: bool = False
    cut: bool = False

    def note(self, report: Report) -> None:
        """Say in a record which pages it was read from, and which one is missing."""
        if self.missing:
            report.next_page = self.missing
            report.provenance["next_page"] = {"url": self.missing}
        if self.urls:
            report.provenance["pages"] = self.urls


def _read_further(
    first: Page, found: Extraction, address: str | None, following: Mapping[str, Page], known: boilerplate.Boilerplate
) -> _Further:
    """The pages on which an article goes on, as far as they were fetched and each holds a further part."""
    further = _Further(missing=address)
    seen = {found.text()} if address in following else set()
    while (address := further.missing) and address in following and address not in further.urls:
        cleaned = read_page(replace(following[address], row_title=first.row_title), known)
        part = cleaned.report
        if not pages.goes_on(part, seen):
            break
        seen.add(part.body)
        further.urls.append(address)
        further.missing = part.next_page
        further.lines += cleaned.text
        further.files += part.attachments
        further.score = min(further.score, part.body_score)
        further.guessed |= "encoding_guess" in part.flags
        further.cut |= "truncated" in part.flags and part.next_page is None
    return further


def _sound(page: Page) -> Page:
    """The page without lone surrogates and NUL in what was known of it, which may come from JSON."""
    known: dict[str, Any] = {name: getattr(page, name) for name in _KNOWN}
    mended: dict[str, Any] = {name: decode.sound(value) for name, value in known.items()}
    return page if mended == known else replace(page, **mended)
