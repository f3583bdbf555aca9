"""The parts of a Word package beside its text (ECMA-376): styles, relations, and the lists that Word counts."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from cleaning.attachments.readers.numbering import Counter, Level
from cleaning.attachments.readers.package import Package, name_of, resolve


def child_of(node: etree._Element | None, *names: str) -> etree._Element | None:
    for name in names:
        if node is None:
            return None
        node = next((child for child in node if name_of(child) == name), None)
    return node


def value_of(node: etree._Element | None, attribute: str = "val") -> str:
    if node is None:
        return ""
    for key, value in node.attrib.items():
        if str(key).rpartition("}")[2] == attribute:
            return str(value)
    return ""


def number_of(text: str, default: int = 0) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else default


def is_on(node: etree._Element | None) -> bool:
    return node is not None and value_of(node) not in {"0", "false", "off", "none"}


def main_part(package: Package) -> str:
    if "_rels/.rels" in package:
        for relation in package.xml("_rels/.rels"):
            if value_of(relation, "Type").endswith("/officeDocument"):
                target = resolve("", value_of(relation, "Target"))
                if target in package:
                    return target
    return "word/document.xml"


def relations(package: Package, part: str) -> dict[str, str]:
    """The members that a part of the package points to, by the number it points with."""
    folder, _, base = part.rpartition("/")
    place = f"{folder}/_rels/{base}.rels".lstrip("/")
    links = package.xml(place) if place in package else ()
    return {value_of(link, "Id"): resolve(part, value_of(link, "Target")) for link in links}


def sibling(main: str, name: str) -> str:
    return f"{main.rpartition('/')[0]}/{name}".lstrip("/")


class Styles:
    """What styles say: their list and level, whether they hide text, and which are lines of a table of contents."""

    def __init__(self) -> None:
        self.lists: dict[str, tuple[str, int]] = {}
        self.shown: dict[str, bool] = {}
        self.contents: set[str] = set()
        self.default = ""

    @classmethod
    def load(cls, package: Package, main: str) -> Styles:
        styles, based = cls(), {}
        part = sibling(main, "styles.xml")
        if part not in package:
            return styles
        for style in package.xml(part):
            if name_of(style) != "style":
                continue
            key = value_of(style, "styleId")
            based[key] = value_of(child_of(style, "basedOn"))
            vanish = child_of(style, "rPr", "vanish")
            if vanish is not None:
                styles.shown[key] = not is_on(vanish)
            if value_of(style, "type") not in {"paragraph", ""}:
                continue
            if re.fullmatch(r"(?i)toc \d", value_of(child_of(style, "name"))):
                styles.contents.add(key)
            if value_of(style, "default") in {"1", "true"}:
                styles.default = key
            listed = child_of(style, "pPr", "numPr")
            if listed is not None:
                level = number_of(value_of(child_of(listed, "ilvl")))
                styles.lists[key] = (value_of(child_of(listed, "numId")), level)
        _inherit(styles.lists, based)
        _inherit(styles.shown, based)
        return styles

    @property
    def hidden(self) -> set[str]:
        """The styles whose text is not shown."""
        return {key for key, shown in self.shown.items() if not shown}


def _inherit(values: dict[str, Any], based: dict[str, str]) -> None:
    """Give each style without a value of its own that of the nearest style it is based on."""
    for key, at in based.items():
        seen = {key}
        while key not in values and at and at not in seen:
            if at in values:
                values[key] = values[at]
            seen.add(at)
            at = based.get(at, "")


def _level(node: etree._Element) -> Level:
    return Level(
        number_of(value_of(child_of(node, "start")), 1),
        value_of(child_of(node, "numFmt"))
        or value_of(child_of(node, "AlternateContent", "Choice", "numFmt"))
        or "decimal",
        value_of(child_of(node, "lvlText")),
    )


def lists(package: Package, main: str) -> dict[str, Counter]:
    """The counters of the lists by number; lists of one abstract list count on together unless one starts again."""
    part = sibling(main, "numbering.xml")
    if part not in package:
        return {}
    root = package.xml(part)
    abstract: dict[str, Counter] = {}
    for node in root:
        if name_of(node) == "abstractNum":
            levels = {number_of(value_of(lvl, "ilvl")): _level(lvl) for lvl in node if name_of(lvl) == "lvl"}
            abstract[value_of(node, "abstractNumId")] = Counter(levels)
    counters = {}
    for node in root:
        counter = abstract.get(value_of(child_of(node, "abstractNumId"))) if name_of(node) == "num" else None
        if counter is not None:
            counters[value_of(node, "numId")] = _overridden(node, counter)
    return counters


def _overridden(node: etree._Element, counter: Counter) -> Counter:
    """The counter of a list: that of its abstract list, or one of its own where it changes a level."""
    overrides = [child for child in node if name_of(child) == "lvlOverride"]
    if not overrides:
        return counter
    levels = {depth: Level(level.start, level.style, level.text) for depth, level in counter.levels.items()}
    for override in overrides:
        depth = number_of(value_of(override, "ilvl"))
        changed = child_of(override, "lvl")
        if changed is not None:
            levels[depth] = _level(changed)
        start = child_of(override, "startOverride")
        if start is not None and depth in levels:
            levels[depth].start = number_of(value_of(start), 1)
    return Counter(levels)
