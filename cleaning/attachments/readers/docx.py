"""Word files of the XML kind (ECMA-376): paragraphs, tables, automatic numbers.

Read from the package itself: python-docx leaves out tracked insertions, content controls, text boxes and the
numbers Word counts, and neither it nor docx2txt bounds what it unpacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from cleaning.attachments.layout.rows import row
from cleaning.attachments.readers.docx_parts import (
    Styles,
    child_of,
    is_on,
    lists,
    main_part,
    number_of,
    relations,
    sibling,
    value_of,
)
from cleaning.attachments.readers.numbering import Counter
from cleaning.attachments.readers.package import Package, name_of, unfolded
from cleaning.attachments.reading import Limits, Problem, Text

_SKIPPED = frozenset(
    re.findall(
        r"\w+",
        "del moveFrom instrText delText delInstrText rPr pPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr fldData "
        "footnoteReference endnoteReference commentReference annotationRef rt rubyPr Fallback binData",
    )
)
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(data: bytes, limits: Limits) -> Text:
    """The text of a DOCX file. Raises Problem when it is damaged, encrypted or a bomb."""
    package = Package(data if data.startswith(b"PK") else unfolded(data), limits)
    main = main_part(package)
    body = child_of(package.xml(main), "body")
    if body is None:
        raise Problem("unreadable", "The file has no body of text.")
    walker = _Walker(Styles.load(package, main), lists(package, main), _Chunks(package, main, limits))
    walker.fields = _Fields.of(body)
    lines = list(walker.blocks(body))
    walker.fields = _Fields()
    lines += _notes(package, main, walker)
    return Text("\n".join(lines), "docx", flags=package.flags)


def _notes(package: Package, main: str, walker: _Walker) -> list[str]:
    lines: list[str] = []
    for part, name in (("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")):
        if sibling(main, part) in package:
            for note in package.xml(sibling(main, part)):
                if name_of(note) == name and value_of(note, "type") in {"", "normal"}:
                    lines += walker.blocks(note)
    return lines


class _Chunks:
    """The files a document only refers to as parts of its text (``altChunk``), which programs that make Word files of
    pages write; each is read as a file of its own."""

    def __init__(self, package: Package, main: str, limits: Limits) -> None:
        self.package = package
        self.main = main
        self.limits = replace(limits, depth=limits.depth - 1)

    def lines(self, node: etree._Element) -> list[str]:
        """The lines of the file an element stands for."""
        from cleaning.attachments.reader import read_file

        place = relations(self.package, self.main).get(value_of(node, "id"), "")
        if self.limits.depth < 0 or place not in self.package:
            return []
        return read_file(self.package.member(place), place, "", self.limits).text.split("\n")


class _Fields:
    """The fields that are open where a walk stands: what stands in a field before its result is no text, not even the
    result of a field within it (17.16.18). A body whose fields do not all end is read as if it had none."""

    def __init__(self, whole: bool = False) -> None:
        self.whole = whole
        self.results: list[bool] = []

    @classmethod
    def of(cls, body: etree._Element) -> _Fields:
        """Those of a body."""
        kinds = [value_of(node, "fldCharType") for node in body.iter() if name_of(node) == "fldChar"]
        return cls(kinds.count("begin") == kinds.count("end"))

    def meet(self, kind: str) -> None:
        """Pass a mark: the begin of a field, of its result, or its end."""
        if kind == "begin" and self.whole:
            self.results.append(False)
        elif kind == "separate" and self.results:
            self.results[-1] = True
        elif kind == "end" and self.results:
            self.results.pop()

    @property
    def show(self) -> bool:
        """Whether what stands here is shown."""
        return all(self.results)


class _Walker:
    """Goes through a body in reading order and counts its lists."""

    def __init__(self, styles: Styles, counters: dict[str, Counter], chunks: _Chunks) -> None:
        self.styles = styles
        self.counters = counters
        self.chunks = chunks
        self.fields = _Fields()

    def blocks(self, node: etree._Element) -> Iterator[str]:
        """The lines of everything in a body, a cell, a note or a text box."""
        joined: list[etree._Element] = []
        for child in node:
            name = name_of(child)
            if name == "p":
                joined.append(child)
            if joined and _ends_paragraph(child, name):
                yield from self.paragraph(joined)
                joined = []
            if name == "tbl":
                yield from self.table(child)
            elif name == "altChunk":
                yield from self.chunks.lines(child)
            elif name != "p" and name not in _SKIPPED and not _is_contents(child, name):
                yield from self.blocks(child)
        if joined:
            yield from self.paragraph(joined)

    def table(self, node: etree._Element) -> Iterator[str]:
        for line in _below(node, "tr"):
            if child_of(line, "trPr", "del") is None:
                yield from row([list(self.blocks(cell)) for cell in _below(line, "tc")])

    def paragraph(self, nodes: list[etree._Element]) -> Iterator[str]:
        """The lines of one paragraph, or of several that deleted marks join: the last one's properties count."""
        properties = child_of(nodes[-1], "pPr")
        style = value_of(child_of(properties, "pStyle")) or self.styles.default
        if style in self.styles.contents:
            return
        boxes: list[etree._Element] = []
        hidden = style in self.styles.hidden
        text = "".join(run for node in nodes for run in self.runs(node, boxes, hidden))
        lines = [
            line
            for line in (part.replace("\t", " ").replace("\u00a0", " ").strip(" \u3000") for part in text.split("\n"))
            if line
        ]
        if lines:
            lines[0] = self.marker(properties, style) + lines[0]
        yield from lines
        for box in boxes:
            yield from self.blocks(box)

    def marker(self, properties: etree._Element | None, style: str) -> str:
        own = child_of(properties, "numPr")
        key, depth = self.styles.lists.get(style, ("", 0))
        if own is not None:
            key = value_of(child_of(own, "numId")) or key
            depth = number_of(value_of(child_of(own, "ilvl")), depth)
        counter = self.counters.get(key)
        return counter.next(depth) if counter is not None else ""

    def runs(self, node: etree._Element, boxes: list[etree._Element], hidden: bool) -> Iterator[str]:
        """The texts of a paragraph or a part of one; the text boxes in it are added to ``boxes``.

        ``hidden``: what does not say otherwise is not shown.
        """
        for child in node:
            name = name_of(child)
            if name == "fldChar":
                self.fields.meet(value_of(child, "fldCharType"))
            elif name == "t":
                yield (child.text or "") if self.fields.show else ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "txbxContent":
                boxes.append(child)
            elif name in _SKIPPED or (name == "r" and self.is_hidden(child, hidden)):
                continue
            elif (inner := _alternative(child, name)) is not None and name:
                yield from self.runs(inner, boxes, hidden)

    def is_hidden(self, run: etree._Element, hidden: bool) -> bool:
        """Whether a run is not shown: it says so itself, or its style does, or that of its paragraph (17.3.2.41)."""
        properties = child_of(run, "rPr")
        own = child_of(properties, "vanish")
        if own is not None:
            return is_on(own)
        return hidden or value_of(child_of(properties, "rStyle")) in self.styles.hidden


def _ends_paragraph(node: etree._Element, name: str) -> bool:
    """Whether a paragraph ends here: before a table or a content control, or with its own mark; where a tracked change
    takes that away the next one goes on with it."""
    if name != "p":
        return name in {"tbl", "sdt"}
    mark = child_of(node, "pPr", "rPr")
    return all(child_of(mark, gone) is None for gone in ("del", "moveFrom"))


def _is_contents(node: etree._Element, name: str) -> bool:
    return name == "sdt" and value_of(child_of(node, "sdtPr", "docPartObj", "docPartGallery")) == "Table of Contents"


def _alternative(node: etree._Element, name: str) -> etree._Element | None:
    """An element itself; of several ways to show the same the first, the last resort where there is no other."""
    if name != "AlternateContent":
        return node
    chosen = child_of(node, "Choice")
    return chosen if chosen is not None else child_of(node, "Fallback")


def _below(node: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, also those wrapped in content controls or tracked insertions."""
    for child in node:
        name = name_of(child)
        if name == wanted:
            yield child
        elif name and name not in _SKIPPED and name not in {"tbl", "p"}:
            yield from _below(child, wanted)
