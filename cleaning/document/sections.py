"""The heading tree of a report: where each numbered part starts and which mandated part it answers.

Headings come in three kinds, kept apart because only the first two are words the
agency meant as a heading: ``line`` (一、存在的问题), ``run_in`` (the first short
sentence of a paragraph, or its bold lead) and ``numbered_para`` (a numbered
paragraph without a heading; its first clause serves as a label).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import NamedTuple

from cleaning.document.mandated_parts import NAMED_PART, assign_parts, heading_parts
from cleaning.report import Section
from cleaning.text.normalize import fold
from cleaning.text.numbering import (
    ARABIC,
    CHINESE,
    HEAD_LENGTH,
    PART,
    Marker,
    read_enumerator,
    read_marker,
)

RUN_IN_LENGTH = 32
"""Longest first sentence that still reads as a heading: the longest of the seed reports has 28 characters."""
LISTED_LENGTH = 60
"""The same where an enumeration (一是, 1., ①) follows it, as under a heading."""
LINE_LENGTH = 60
"""Longest line without closing punctuation that is a heading even with commas inside."""
BOLD_LENGTH = 80
"""Longest bold lead that is a heading; beyond it the whole paragraph is emphasised."""

_STOP = re.compile(r"[。!?]")
_CLAUSE = re.compile(r"[,。;:!?]|\.(?=\s|$)")
_END = " \t　。．.:：;；,，、!！?？"
_COUNTED = re.compile(r"\d[\d.]*万?亿?余?多?[件项次个家份名条起宗场期人元%]")
_COLON_LEAD = re.compile(r"([^,。;:]{2,24}):(?=.)")
_SPACED_LEAD = re.compile(r"([一-鿿“”、]{4,32}) +(?=[一-鿿\d“《(])")
_ATTACHMENTS = re.compile(r"附 ?件 ?(?:\d{1,2}|[一二三四五六七八九十])? ?(?::|$)")
_LIST_BEGINS = re.compile(r"一是|一要|首先|\(?[1一]\)|1[.、](?!\d)|1$")
_NOTES = re.compile(r"\([^()]{0,40}\)$")
_CONTENTS = re.compile(r"目 *[录次]$")
_LEADERS = re.compile(r"[ .…·\-—_]*\d{0,3}$")
_OUTLOOK = re.compile(
    r"(?:下一?步|下一?阶段|下一年度?|明年|今后|来年)(?:,|.{0,12}(?:打算|安排|计划|思路|举措|任务|重点|工作)|我)"
)
_NOT_A_HEADING = re.compile(
    r"(?:\d{4}|[二〇○零一三四五六七八九]{4}) ?年.{1,6}月.{1,4}日"
    r"|.*(?:报告|总结|年报|如下.?|(?:委|政府|局|厅|办|办公室|小组|人大常委会|部):)$"
)
"""A date, a report's title, 报告如下 or a salutation (市人民政府:)."""


@dataclass(frozen=True, slots=True)
class EnumItem:
    """A paragraph that begins with an enumerator: its 0-based line, marker, value and first clause."""

    line: int
    marker: str
    ordinal: int
    first_clause: str


class _Entry(NamedTuple):
    line: int
    marker: str
    rank: int
    ordinal: int | None
    heading: str
    kind: str


def _clause(text: str) -> str:
    """The first clause of ``text``; a comma inside a cited 《title》 does not end it."""
    folded = fold(text[:HEAD_LENGTH])
    position = 0
    while match := _CLAUSE.search(folded, position):
        opened = folded.rfind("《", 0, match.start())
        closed = folded.find("》", opened)
        if opened == -1 or closed == -1 or closed < match.start():
            return text[: match.start()].strip()
        position = closed
    return text[:HEAD_LENGTH].strip(_END)


def _without_notes(folded: str) -> str:
    return _NOTES.sub("", folded) if folded.endswith(")") else folded


def _bold_lead(text: str, bold: int) -> tuple[str, str] | None:
    """The emphasised lead, unless it is too long or a stray piece of a word."""
    edge = text[max(0, bold - 1) : bold + 1]
    if not 2 <= bold <= BOLD_LENGTH or (bold < 4 and edge.strip(_END) == edge):
        return None
    if text[bold:].strip(_END):
        return "run_in", text[:bold].strip(_END)
    return None if _STOP.search(fold(text.rstrip(_END))) else ("line", text.strip(_END))


def _is_whole_line(folded: str) -> bool:
    """Whether a line reads as nothing but a heading: short, one clause or two, no count, no list item."""
    bare = _without_notes(folded.rstrip(_END))
    closed = folded.rstrip()[-1:] in "。;!?."
    if _STOP.search(bare) or folded.rstrip().endswith(";") or (closed and _COUNTED.search(bare)):
        return False
    if len(bare) > (RUN_IN_LENGTH if closed else LINE_LENGTH) and ("," in bare or closed):
        return False
    return _COLON_LEAD.match(bare) is None or (not closed and len(bare) <= RUN_IN_LENGTH)


def _is_one_sentence(folded: str) -> bool:
    """Whether a line below 一、 is one short sentence without a count: a heading, though it has commas and a stop."""
    bare = folded.rstrip(_END)
    return len(bare) <= LINE_LENGTH and not _STOP.search(bare) and ";" not in bare and not _COUNTED.search(bare)


def _first_sentence(text: str, folded: str) -> int | None:
    """Length of a first sentence that is a heading above the rest of its paragraph."""
    stop = _STOP.search(folded)
    if stop is None or stop.start() > LISTED_LENGTH or not folded[stop.end() :].strip(_END):
        return None
    lead = folded[: stop.start()]
    listed = _LIST_BEGINS.match(fold(text[stop.end() :].lstrip()[:8]))
    if (len(lead) > RUN_IN_LENGTH and not listed) or _COLON_LEAD.match(lead) or _COUNTED.search(lead):
        return None
    return len(lead)


def _lead(text: str, bold: int, rank: int) -> tuple[str, str]:
    """(kind, heading) of what follows a marker of ``rank``; ``bold`` is how many characters of it are emphasised."""
    if emphasised := _bold_lead(text, bold):
        return emphasised
    folded = fold(text[: HEAD_LENGTH + 1])
    if len(folded) <= HEAD_LENGTH and (_is_whole_line(folded) or (rank <= CHINESE and _is_one_sentence(folded))):
        return "line", text.strip(_END)
    if length := _first_sentence(text, folded):
        return "run_in", text[:length].strip(_END)
    if lead := _COLON_LEAD.match(folded) or _SPACED_LEAD.match(folded):
        return "run_in", text[: lead.end(1)].strip(_END)
    return "numbered_para", _clause(text)


def _unnumbered(line: str, following: str, bold: int, numbered: bool) -> bool:
    """Whether a line without a marker is a heading: all bold, or a mandated part's own name.

    Title lines, salutations and the signature are bold too, but no text follows
    them: a heading stands above a paragraph or a numbered line.
    """
    text = line.strip()
    if not 2 <= len(text) <= 40 or not text.strip(_END):
        return False
    text = fold(text)
    emphasised = bold >= len(text.rstrip(_END))
    if numbered and not emphasised:
        return False
    if _STOP.search(text) or _NOT_A_HEADING.match(text) or read_enumerator(line):
        return False
    if not (len(following) > 40 or _STOP.search(fold(following[:HEAD_LENGTH])) or read_marker(following)):
        return False
    if emphasised:
        return text[-1] not in ",;" and not _ATTACHMENTS.match(text)
    return NAMED_PART.fullmatch(text.rstrip(":")) is not None


def _bold_after(line: str, marker: Marker, run_ins: Mapping[int, int], index: int) -> int:
    return run_ins.get(index, 0) - marker.length


def _below(lines: list[str]) -> list[str]:
    """For every line the next one that is not blank, "" at the end."""
    below: list[str] = []
    following = ""
    for line in reversed(lines):
        below.append(following)
        following = line if line.strip() else following
    return below[::-1]


def _entries(lines: list[str], run_ins: Mapping[int, int]) -> list[_Entry]:
    markers = [read_marker(line) for line in lines]
    numbered = sum(1 for marker in markers if marker and marker.rank <= CHINESE) >= 2
    below = _below(lines)
    entries: list[_Entry] = []
    attachments = False
    for index, (line, marker) in enumerate(zip(lines, markers, strict=True)):
        if marker is None:
            named = line[:1] == "附" and _ATTACHMENTS.match(fold(line[:12])) is not None
            attachments = named or (attachments and not line.strip())
            if _unnumbered(line, below[index], run_ins.get(index, 0), numbered):
                rank = CHINESE + 1 if numbered and entries else CHINESE
                entries.append(_Entry(index, "", rank, None, line.strip(_END), "line"))
            continue
        if attachments and marker.rank == ARABIC:
            continue
        attachments = False
        text = line[marker.length :]
        if not text.strip(_END):
            continue
        kind, heading = _lead(text, _bold_after(line, marker, run_ins, index), marker.rank)
        if heading:
            entries.append(_Entry(index, marker.text, marker.rank, marker.ordinal, heading, kind))
    return entries


def _key(entry: _Entry) -> tuple[str, str]:
    return fold(entry.marker), _LEADERS.sub("", fold(entry.heading)).replace(" ", "")


def _without_contents(entries: list[_Entry], lines: list[str]) -> list[_Entry]:
    """``entries`` without a table of contents: headings that stand line below line and come again later."""
    if not entries:
        return entries
    first = entries[0].line
    titled = any(_CONTENTS.match(fold(line.strip()[:8])) for line in lines[max(0, first - 3) : first])
    least = 1 if titled else 3
    run = 0
    for entry, following in pairwise([*entries, None]):
        if entry is None or entry.kind != "line":
            break
        run += 1
        if following is None or any(line.strip() for line in lines[entry.line + 1 : following.line]):
            break
    if run < least:
        return entries
    last = {_key(entry): index for index, entry in enumerate(entries)}
    count = next((index for index in range(run) if last[_key(entries[index])] == index), run)
    return entries[count:] if count >= least else entries


def _with_outlook(entries: list[_Entry], lines: list[str]) -> list[_Entry]:
    """``entries`` with the unnumbered paragraph or line below the last numbered part that tells what comes next.

    Where a numbered part tells it there is none to find.
    """
    tops = [entry for entry in entries if entry.rank <= CHINESE]
    if len(tops) < 2 or any("next_year" in heading_parts(entry.heading) for entry in tops):
        return entries
    for index in range(len(lines) - 1, tops[-1].line, -1):
        text = fold(lines[index].strip()[:RUN_IN_LENGTH])
        if _OUTLOOK.match(text) and read_marker(lines[index]) is None:
            alone = len(lines[index]) < RUN_IN_LENGTH and not _STOP.search(fold(lines[index]))
            heading = lines[index].strip(_END) if alone else _clause(lines[index].strip())
            outlook = _Entry(index, "", tops[-1].rank, None, heading, "line" if alone else "run_in")
            kept = [entry for entry in entries if entry.line != index]
            return sorted([*kept, outlook], key=lambda entry: entry.line)
    return entries


def split_sections(lines: list[str], run_ins: Mapping[int, int] | None = None) -> list[Section]:
    """The headings of a body, in order, each with the text up to the next heading.

    ``lines`` are the paragraphs of the body; ``run_ins`` maps the 0-based index of a
    line to the length in characters of its bold lead, marker included (a run-in
    heading whose boundary only the page's <strong> knows). ``level`` is one deeper
    than that of the heading above it, in the order of the marker styles (第一部分,
    一、, (一), 1., (1), ①); below none it is the style's own place, 一、 being 1 where
    no 第一部分 stands above. Numbers are kept as published.
    ``start`` and ``end`` are offsets into ``"\\n".join(lines)``: each section ends
    at the line break before the next heading, the last one at the end
    of the text, so that the sections and the preamble tile the body.

    ``part`` is the mandated part (督察工作规定 art. 24-25: measures, problems,
    leader_duty, next_year, other). A deeper heading inherits it unless its own words
    name another. A heading that names two (存在的不足和下一步安排) gets ``problems``;
    ``parts.part_spans`` gives its text split at 下一步.
    """
    entries = _with_outlook(_without_contents(_entries(lines, run_ins or {}), lines), lines)
    shift = 1 if any(entry.rank == PART for entry in entries) else 0
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    sections: list[Section] = []
    above: list[tuple[int, int]] = []
    for index, entry in enumerate(entries):
        while above and above[-1][0] >= entry.rank:
            above.pop()
        level = above[-1][1] + 1 if above else entry.rank + shift
        above.append((entry.rank, level))
        after = entries[index + 1].line if index + 1 < len(entries) else len(lines)
        sections.append(
            Section(
                level=level,
                marker=entry.marker,
                ordinal=entry.ordinal,
                heading=entry.heading,
                kind=entry.kind,
                part=None,
                line=entry.line,
                start=starts[entry.line],
                end=starts[after] - 1,
            )
        )
    assign_parts(sections, lines)
    return sections


def enum_items(lines: list[str], run_ins: Mapping[int, int] | None = None) -> list[EnumItem]:
    """The paragraphs that begin with an enumerator (一是, 二要, 其一, 首先).

    Enumerators inside a paragraph are not listed. Values are as published: two 五是
    stay two fives; a numeral that lost its 是 counts when it continues the row.
    """
    bold = run_ins or {}
    items: list[EnumItem] = []
    previous: int | None = None
    for index, line in enumerate(lines):
        if read_marker(line) is not None:
            previous = None
            continue
        marker = read_enumerator(line, previous)
        if marker is None or marker.ordinal is None:
            continue
        previous = marker.ordinal
        lead = bold.get(index, 0)
        text = line[marker.length : lead] if marker.length < lead <= BOLD_LENGTH else line[marker.length :]
        items.append(EnumItem(index, marker.text, marker.ordinal, _clause(text)))
    return items


def parts_of_lines(sections: Sequence[Section], count: int) -> list[str | None]:
    """The mandated part each of ``count`` lines belongs to: that of the last section that begins in or above it."""
    parts: list[str | None] = [None] * count
    for section, following in zip_longest(sections, sections[1:]):
        end = following.line if following is not None else count
        parts[section.line : end] = [section.part] * (end - section.line)
    return parts
