"""Word files of the XML kind (ECMA-376): paragraphs, tables, automatic numbers.

Read from the package itself: python-docx leaves out tracked insertions, content controls, text boxes and the
numbers Word counts, and neither it nor docx2txt bounds what it unpacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from cleaning.attachments.layout.rows import row
from cleaning.attachments.readers.numbering import Counter, Level
from cleaning.attachments.readers.package import Package, name_of, resolve
from cleaning.attachments.reading import Limits, Problem, Text

_SKIPPED = frozenset(
    re.findall(
        r"\w+",
        "del moveFrom instrText delText delInstrText rPr pPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr fldData "
        "footnoteReference endnoteReference commentReference annotationRef rt rubyPr Fallback binData",
    )
)
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _child(node: etree._Element | None, *names: str) -> etree._Element | None:
    for name in names:
        if node is None:
            return None
        node = next((child for child in node if name_of(child) == name), None)
    return node


def _value(node: etree._Element | None, attribute: str = "val") -> str:
    if node is None:
        return ""
    for key, value in node.attrib.items():
        if str(key).rpartition("}")[2] == attribute:
            return str(value)
    return ""


def _number(text: str, default: int = 0) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else default


def _on(node: etree._Element | None) -> bool:
    return node is not None and _value(node) not in {"0", "false", "off", "none"}


def read(data: bytes, limits: Limits) -> Text:
    """The text of a DOCX file. Raises Problem when it is damaged, encrypted or a bomb."""
    package = Package(data, limits)
    main = _main_part(package)
    body = _child(package.xml(main), "body")
    if body is None:
        raise Problem("unreadable", "The file has no body of text.")
    walker = _Walker(_Styles.load(package, main), _lists(package, main))
    lines = list(walker.blocks(body))
    lines += _notes(package, main, walker)
    return Text("\n".join(lines), "docx", flags=package.flags)


def _main_part(package: Package) -> str:
    if "_rels/.rels" in package:
        for relation in package.xml("_rels/.rels"):
            if _value(relation, "Type").endswith("/officeDocument"):
                target = resolve("", _value(relation, "Target"))
                if target in package:
                    return target
    return "word/document.xml"


def _sibling(main: str, name: str) -> str:
    return f"{main.rpartition('/')[0]}/{name}".lstrip("/")


class _Styles:
    """What paragraph styles say: their list and level, and whether they are lines of a table of contents."""

    def __init__(self) -> None:
        self.lists: dict[str, tuple[str, int]] = {}
        self.contents: set[str] = set()
        self.default = ""

    @classmethod
    def load(cls, package: Package, main: str) -> _Styles:
        styles, based = cls(), {}
        part = _sibling(main, "styles.xml")
        if part not in package:
            return styles
        for style in package.xml(part):
            if name_of(style) != "style" or _value(style, "type") not in {"paragraph", ""}:
                continue
            key = _value(style, "styleId")
            based[key] = _value(_child(style, "basedOn"))
            if re.fullmatch(r"(?i)toc \d", _value(_child(style, "name"))):
                styles.contents.add(key)
            if _value(style, "default") in {"1", "true"}:
                styles.default = key
            listed = _child(style, "pPr", "numPr")
            if listed is not None:
                level = _number(_value(_child(listed, "ilvl")))
                styles.lists[key] = (_value(_child(listed, "numId")), level)
        styles.inherit(based)
        return styles

    def inherit(self, based: dict[str, str]) -> None:
        """Give each style without a list of its own that of the nearest style it is based on."""
        for key, at in based.items():
            seen = {key}
            while key not in self.lists and at and at not in seen:
                if at in self.lists:
                    self.lists[key] = self.lists[at]
                seen.add(at)
                at = based.get(at, "")


def _level(node: etree._Element) -> Level:
    return Level(
        _number(_value(_child(node, "start")), 1),
        _value(_child(node, "numFmt")) or _value(_child(node, "AlternateContent", "Choice", "numFmt")) or "decimal",
        _value(_child(node, "lvlText")),
    )


def _lists(package: Package, main: str) -> dict[str, Counter]:
    """The counters of the lists by number; lists of one abstract list count on together unless one starts again."""
    part = _sibling(main, "numbering.xml")
    if part not in package:
        return {}
    root = package.xml(part)
    abstract: dict[str, Counter] = {}
    for node in root:
        if name_of(node) == "abstractNum":
            levels = {_number(_value(lvl, "ilvl")): _level(lvl) for lvl in node if name_of(lvl) == "lvl"}
            abstract[_value(node, "abstractNumId")] = Counter(levels)
    counters = {}
    for node in root:
        counter = abstract.get(_value(_child(node, "abstractNumId"))) if name_of(node) == "num" else None
        if counter is not None:
            counters[_value(node, "numId")] = _overridden(node, counter)
    return counters


def _overridden(node: etree._Element, counter: Counter) -> Counter:
    """The counter of a list: that of its abstract list, or one of its own where it changes a level."""
    overrides = [child for child in node if name_of(child) == "lvlOverride"]
    if not overrides:
        return counter
    levels = {depth: Level(level.start, level.style, level.text) for depth, level in counter.levels.items()}
    for override in overrides:
        depth = _number(_value(override, "ilvl"))
        changed = _child(override, "lvl")
        if changed is not None:
            levels[depth] = _level(changed)
        start = _child(override, "startOverride")
        if start is not None and depth in levels:
            levels[depth].start = _number(_value(start), 1)
    return Counter(levels)


def _notes(package: Package, main: str, walker: _Walker) -> list[str]:
    lines: list[str] = []
    for part, name in (("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")):
        if _sibling(main, part) in package:
            for note in package.xml(_sibling(main, part)):
                if name_of(note) == name and _value(note, "type") in {"", "normal"}:
                    lines += walker.blocks(note)
    return lines


class _Walker:
    """Goes through a body in reading order and counts its lists."""

    def __init__(self, styles: _Styles, counters: dict[str, Counter]) -> None:
        self.styles = styles
        self.counters = counters

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
            elif name != "p" and _is_shown(child, name) and not _is_contents(child, name):
                yield from self.blocks(child)
        if joined:
            yield from self.paragraph(joined)

    def table(self, node: etree._Element) -> Iterator[str]:
        for line in _below(node, "tr"):
            if _child(line, "trPr", "del") is None:
                yield from row([list(self.blocks(cell)) for cell in _below(line, "tc")])

    def paragraph(self, nodes: list[etree._Element]) -> Iterator[str]:
        """The lines of one paragraph, or of several that deleted marks join: the last one's properties count."""
        properties = _child(nodes[-1], "pPr")
        style = _value(_child(properties, "pStyle")) or self.styles.default
        if style in self.styles.contents:
            return
        boxes: list[etree._Element] = []
        text = "".join(run for node in nodes for run in self.runs(node, boxes))
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
        own = _child(properties, "numPr")
        key, depth = self.styles.lists.get(style, ("", 0))
        if own is not None:
            key = _value(_child(own, "numId")) or key
            depth = _number(_value(_child(own, "ilvl")), depth)
        counter = self.counters.get(key)
        return counter.next(depth) if counter is not None else ""

    def runs(self, node: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        """The texts of a paragraph or a part of one; the text boxes in it are added to ``boxes``."""
        for child in node:
            name = name_of(child)
            if name == "t":
                yield child.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "txbxContent":
                boxes.append(child)
            elif (inner := _alternative(child, name)) is not None and _is_shown(inner, name):
                yield from self.runs(inner, boxes)


def _ends_paragraph(node: etree._Element, name: str) -> bool:
    """Whether a paragraph ends here: before a table or a content control, or with its own mark; where a tracked change
    takes that away the next one goes on with it."""
    if name != "p":
        return name in {"tbl", "sdt"}
    mark = _child(node, "pPr", "rPr")
    return all(_child(mark, gone) is None for gone in ("del", "moveFrom"))


def _is_shown(node: etree._Element, name: str) -> bool:
    """Whether an element holds text of the document: hidden runs and properties do not."""
    hidden = name == "r" and _on(_child(node, "rPr", "vanish"))
    return bool(name) and name not in _SKIPPED and not hidden


def _is_contents(node: etree._Element, name: str) -> bool:
    return name == "sdt" and _value(_child(node, "sdtPr", "docPartObj", "docPartGallery")) == "Table of Contents"


def _alternative(node: etree._Element, name: str) -> etree._Element | None:
    """An element itself; of several ways to show the same the first, the last resort where there is no other."""
    if name != "AlternateContent":
        return node
    chosen = _child(node, "Choice")
    return chosen if chosen is not None else _child(node, "Fallback")


def _below(node: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, also those wrapped in content controls or tracked insertions."""
    for child in node:
        name = name_of(child)
        if name == wanted:
            yield child
        elif name and name not in _SKIPPED and name not in {"tbl", "p"}:
            yield from _below(child, wanted)
