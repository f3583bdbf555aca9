"""What goes into the cleaning stage and what comes out of it.

``FIELDS`` is the one table of metadata fields. The columns of table ``reports`` (``COLUMNS``, with ``Field.sql``),
the keys of ``fazhi clean --json``, what ``reclean`` compares, the fields on a report's page (``Field.label``) and the
codebook of an export (``Field.explained``) are derived from it: a new field is a line there and an attribute of
``Report``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal

CLEANER_VERSION: Final = "1"
DEEPEST: Final = 4  # archives in archives
SQL_TYPES: Final = {"text": "TEXT", "year": "INTEGER", "date": "TEXT", "list": "TEXT"}


@dataclass(frozen=True, slots=True)
class Field:
    """One metadata field of a report.

    ``type``: ``text``, ``year`` (a whole number), ``date`` (ISO, Beijing's day) or ``list`` (of texts; JSON in the
    store). ``places`` are where it may be read, best first: the first words of what ``provenance`` says. ``stored``
    fields are columns of ``reports``, ``shown`` ones stand on the report's page, ``exported`` ones go into exports.
    ``note`` adds to the English label what a reader of the codebook has to know.
    """

    name: str
    chinese: str
    english: str
    type: Literal["text", "year", "date", "list"]
    places: tuple[str, ...]
    note: str = ""
    stored: bool = True
    shown: bool = True
    exported: bool = True

    @property
    def label(self) -> str:
        """Both labels, as a report's page shows them."""
        return f"{self.chinese} {self.english}"

    @property
    def explained(self) -> str:
        """Both labels with the note, as the codebook has them."""
        return f"{self.label}{self.note}"

    @property
    def sql(self) -> str:
        """The column's type in SQLite."""
        return SQL_TYPES[self.type]


FIELDS: Final = (
    Field("title", "标题", "title", "text", ("meta ArticleTitle", "title comment", "heading", "table", "row", "line",
          "first line", "page title", "data"), shown=False),
    Field("issuer", "发布机关", "issuer", "text", ("signature", "table", "row", "red head", "title", "foot",
          "first sentence", "source", "data"), " as the page states it"),
    Field("published", "发布日期", "published", "date", ("meta", "line", "row", "data"),
          ": date of publication as the page states it (Beijing time)"),
    Field("signed_date", "落款日期", "signed", "date", ("signature", "table"), ": date of the signature"),
    Field("report_year", "报告年度", "report year", "year", ("title", "first paragraph", "column", "publication"),
          ": year the report is about"),
    Field("doc_number", "文号", "document number", "text", ("table", "line", "note", "red head", "title", "data")),
    Field("index_number", "索引号", "index number", "text", ("table", "data")),
    Field("source", "来源", "source", "text", ("meta", "line", "name beside the date", "data"), " as stated"),
    Field("site_name", "网站名称", "site", "text", ("meta SiteName", "page title", "greeting"), ": name of the site"),
    Field("site_id_code", "政府网站标识码", "site code", "text", ("meta SiteIDCode", "line", "script"),
          ": identification code of the site"),
    Field("icp", "ICP备案号", "ICP filing", "text", ("line",)),
    Field("column_path", "栏目路径", "breadcrumb", "list", ("breadcrumb",), ", a JSON list", shown=False),
)  # fmt: skip
"""All metadata fields, in the order of the record."""

COLUMNS: Final = tuple(each for each in FIELDS if each.stored)
"""The fields that are columns of table ``reports``."""


@dataclass(frozen=True, slots=True)
class Page:
    """One fetched or saved page: its bytes and what was known before opening it.

    Everything but ``content`` may be empty. ``row_title``, ``row_date`` (ISO) and ``row_issuer`` come from the listing
    row that led here, ``column`` is the name of the listing's column.
    """

    content: bytes
    url: str = ""
    content_type: str = ""
    row_title: str = ""
    row_date: str = ""
    row_issuer: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file the page links to as part of the document (never a portal's own export of the page).

    ``kind`` is ``file``, or ``image`` for a picture that stands where the text should. ``member`` is the name of a
    file inside an archive. ``role`` is what it turned out to be once it was read: ``body`` (the report's text, or a
    piece of it), ``twin`` (the same text in another format), ``other``, or "" while it is unread.
    """

    url: str
    name: str
    kind: str = "file"
    member: str = ""
    role: str = ""


@dataclass(frozen=True)
class Reading:
    """What was read of one file.

    ``text`` is one paragraph a line, the cells of a table's row parted by tabs. ``media_type`` is that of the
    content, whatever the name says. ``method`` names the way the text was got ("pdf_text", "docx", …), "" when
    there is none. ``pages`` is None where the format knows no pages. ``confidence`` is between 0 and 1. ``note``
    is one sentence for a person. ``members`` are the files of an archive with safe names, never paths.
    """

    text: str = ""
    media_type: str = ""
    method: str = ""
    pages: int | None = None
    confidence: float = 0.0
    flags: tuple[str, ...] = ()
    note: str = ""
    members: tuple[tuple[str, Reading], ...] = ()

    @property
    def has_text(self) -> bool:
        """Whether any text was read of the file or of what it holds."""
        return bool(self.text.strip()) or any(inner.text.strip() for _, inner in self.inner())

    def inner(self, name: str = "", depth: int = 0) -> Iterator[tuple[str, Reading]]:
        """The files in an archive and in the archives in it, named by their way there; nothing for other files."""
        if not self.members or depth >= DEEPEST:
            if depth:
                yield name, self
            return
        for member, reading in self.members:
            yield from reading.inner(f"{name}/{member}" if name else member, depth + 1)


@dataclass(frozen=True, slots=True)
class FileText:
    """A file of the page as it was read, None if it could not be had."""

    url: str
    name: str
    reading: Reading | None


@dataclass(slots=True)
class Section:
    """One heading and the text below it, up to the next heading.

    ``kind`` is ``line`` (the whole line is the heading), ``run_in`` (the heading is the first sentence of a paragraph)
    or ``numbered_para`` (a numbered paragraph without a heading; ``heading`` is then only its first clause). ``line``
    is the 0-based line of the body the section starts at; ``start`` and ``end`` are character offsets into the body.
    ``part`` is the mandated part (measures, problems, leader_duty, next_year, other).
    """

    level: int
    marker: str
    ordinal: int | None
    heading: str
    kind: str
    part: str | None
    line: int
    start: int
    end: int


@dataclass(slots=True)
class Figure:
    """One number of the report with the sentence that states it.

    ``value`` is as stated in ``unit``; ``normal_value``/``normal_unit`` are normalised (万元 -> 元). ``key`` is None
    for a candidate no named indicator claims. ``start``/``end`` are offsets of ``span`` in the body.
    """

    key: str | None
    label: str
    value: float
    unit: str
    normal_value: float
    normal_unit: str
    qualifier: str
    period: str
    year: int | None
    scope: str | None
    subset_of: str | None
    sentence: str
    span: str
    line: int
    start: int
    end: int


@dataclass(slots=True)
class Target:
    """A number the report sets as a target, lays down as a duty or plans, and does not state as a fact.

    ``mood`` says which of the three: ``target`` (确保, 力争), ``duty`` (应当, 要求…不少于) or ``plan`` (将, 计划, and
    what a part about the next year holds). ``year`` is the year it is for, None where it names none (每年). All
    else is as in ``Figure``.
    """

    key: str
    label: str
    value: float
    unit: str
    normal_value: float
    normal_unit: str
    qualifier: str
    year: int | None
    mood: str
    scope: str | None
    sentence: str
    span: str
    line: int
    start: int
    end: int


@dataclass(slots=True)
class Report:
    """The record of one cleaned page; fields the page does not state are None.

    ``body`` is the text, one paragraph a line, in the page's own characters. ``next_page`` is the address where the
    article goes on; the body is then only what comes before (``truncated``). The pages it was put together from beside
    the first are named in ``provenance["pages"]``. ``figures`` are facts alone; what the report only aims at, must or
    plans to do stands in ``targets``. ``candidates`` are the numbers with a unit that no named indicator claims.
    ``provenance`` maps a field to where its value was read and to the candidates that lost:
    ``{"published": {"from": "meta PubDate", "lost": [["row", "2025-01-02"]]}}``.
    """

    title: str | None = None
    issuer: str | None = None
    published: str | None = None
    signed_date: str | None = None
    report_year: int | None = None
    doc_number: str | None = None
    index_number: str | None = None
    source: str | None = None
    site_name: str | None = None
    site_id_code: str | None = None
    icp: str | None = None
    column_path: list[str] | None = None
    attachments: list[Attachment] = field(default_factory=list)
    body: str = ""
    next_page: str | None = None
    body_source: str = ""
    body_score: float = 0.0
    sections: list[Section] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    candidates: list[Figure] = field(default_factory=list)
    is_report: bool = False
    kind: str = ""
    flags: list[str] = field(default_factory=list)
    provenance: dict[str, Any] = field(default_factory=dict)
    encoding: str = ""

    def as_dict(self) -> dict[str, Any]:
        """A plain dictionary, ready for JSON; lists and what is in them that is no part of a report stay shared."""
        record = _plain(self)
        for name in _PARTS:
            record[name] = list(map(_plain, record[name]))
        return record


_PARTS: Final = ("attachments", "sections", "figures", "targets", "candidates")


def _plain(part: Any) -> dict[str, Any]:
    """The fields of one part by name: ``dataclasses.asdict`` copies each value, at a tenth of a report's whole cost."""
    return {name: getattr(part, name) for name in part.__slots__}
