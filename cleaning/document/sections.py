"""The heading tree of a report: where each numbered part starts, where the text ends, and what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise, zip_longest
from typing import Final, NamedTuple

from cleaning.document import heading_lines
from cleaning.document.heading_lines import ATTACHMENTS, CLOSING, RUN_IN_LENGTH, STOP
from cleaning.document.mandated_parts import assign_parts, heading_parts, report_year_of
from cleaning.page.lines import Line
from cleaning.report import Section
from cleaning.text.dates import WRITTEN
from cleaning.text.normalize import fold
from cleaning.text.numbering import ARABIC, CHINESE, PART, Marker, read_enumerator, read_marker

_CONTENTS = re.compile(r"目 *[录次]$")
_LEADERS = re.compile(r"[ .…·\-—_]*\d{0,3}$")
_COMING: Final = "下一?步|下一?阶段|下一年度?|明年|今后|来年|接下来|新的一年|新一年"
_OUTLOOK = re.compile(
    rf"(?:(?:针对|面对|对于|对照)[^,。;:]{{2,16}},)?在?(?:{_COMING})"
    r"(?:,|的?工作[中里]?,|.{0,12}(?:打算|安排|计划|思路|举措|任务|重点|工作)|我|本)"
)
_NEXT_YEAR = re.compile(r"(20\d\d) ?年,?[^,。;]{0,12},?[^,。;]{0,8}(?:将|要|计划|拟|继续)")
_SIGNED = re.compile(rf"(?:[^,。;:]{{2,40}} +)?{WRITTEN}$")
_SIGNATORY = re.compile(r"(?:[^,。;:!?\d]{3,40}|[特专谨]此.{2,6}。|以上报告.{0,8}。)$")
_LAST: Final = 8
"""Lines from the end of a text in which its signature stands."""


class _Entry(NamedTuple):
    """A heading before it has its place in the tree."""

    line: int
    marker: str
    rank: int
    ordinal: int | None
    heading: str
    kind: str
    part: str | None = None


def split_sections(
    lines: list[str],
    run_ins: Mapping[int, int] | None = None,
    markers: Sequence[Marker | None] | None = None,
    year: int | None = None,
) -> list[Section]:
    """The headings of a body, in order, each with the text up to the next heading.

    ``lines`` are the paragraphs of the body; ``run_ins`` maps the 0-based index of a line to the length in characters
    of its bold lead, marker included (a run-in heading whose boundary only the page's <strong> knows); ``markers`` are
    those of the lines, if they are known; ``year`` is the report's, for a body that does not name it. ``level`` is one
    deeper than that of the heading above it, in the order of the marker styles (第一部分, 一、, (一), 1., (1), ①);
    below none it counts from the highest style there is, which is 1. Numbers are kept as published.
    ``start`` and ``end`` are offsets into ``"\\n".join(lines)``: each section ends at the line break before the next
    heading, the last one before the signature, else at the end of the text.

    ``part`` is the mandated part (督察工作规定 art. 24-25: measures, problems, leader_duty, next_year, other). A deeper
    heading inherits it unless its own words name another. A heading that names two (存在的不足和下一步安排) gets
    ``problems``, the headings below it from 下一步 on ``next_year``.
    """
    year = _year(lines, entries := _without_contents(_entries(lines, run_ins or {}, markers), lines), year)
    entries = _with_outlook(entries, lines, year)
    text = lines[: _annexed(lines, entries)]
    entries = [entry for entry in entries if entry.line < len(text)]
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    after = [*(entry.line for entry in entries[1:]), _signature(text, entries[-1].line)] if entries else []
    ends = [starts[line] - 1 for line in after]
    sections = [
        Section(level, each.marker, each.ordinal, each.heading, each.kind, each.part, each.line, starts[each.line], end)
        for each, level, end in zip(entries, _levels(entries), ends, strict=True)
    ]
    assign_parts(sections, "\n".join(lines), year)
    return sections


def _year(lines: list[str], entries: list[_Entry], year: int | None) -> int | None:
    """The report year: that of the lines before the first heading, else what is known, else a heading's."""
    opening = report_year_of(lines[: entries[0].line]) if entries else None
    return opening or year or next((named for each in entries if (named := report_year_of([each.heading]))), None)


def _levels(entries: list[_Entry]) -> Iterator[int]:
    """How deep each heading stands in the tree."""
    highest = min((entry.rank for entry in entries), default=PART) - 1
    above: list[tuple[int, int]] = []
    for entry in entries:
        while above and above[-1][0] >= entry.rank:
            above.pop()
        level = above[-1][1] + 1 if above else entry.rank - highest
        above.append((entry.rank, level))
        yield level


def sections_of(lines: Sequence[Line], year: int | None = None) -> list[Section]:
    """The headings of the lines of a page's text, with the bold beginnings and the markers known of them."""
    run_ins = {index: line.lead for index, line in enumerate(lines) if 0 < line.lead <= len(line.text)}
    return split_sections([line.text for line in lines], run_ins, [line.marker for line in lines], year)


def parts_of_lines(sections: Sequence[Section], count: int) -> list[str | None]:
    """The mandated part each of ``count`` lines belongs to: that of the last section that begins in or above it."""
    parts: list[str | None] = [None] * count
    for section, following in zip_longest(sections, sections[1:]):
        end = following.line if following is not None else count
        parts[section.line : end] = [section.part] * (end - section.line)
    return parts


def _entries(
    lines: list[str], run_ins: Mapping[int, int], known: Sequence[Marker | None] | None = None
) -> list[_Entry]:
    """The lines that are headings, or begin with one."""
    markers = list(known) if known is not None else [read_marker(line) for line in lines]
    if not any(markers):
        markers = _ordinals(lines)
    numbered = sum([marker.rank <= CHINESE for marker in markers if marker]) >= 2
    below = _below(lines)
    entries: list[_Entry] = []
    for index, marker in _outside_attachments(lines, markers):
        line, bold = lines[index], run_ins.get(index, 0)
        if heading_lines.is_bracketed(line):
            bold = len(line)
        if marker is not None:
            entries += _numbered(index, line, marker, bold)
        elif heading_lines.is_unnumbered(line, below[index], bold, numbered):
            rank = CHINESE + 1 if numbered and entries else CHINESE
            entries.append(_Entry(index, "", rank, None, line.strip(CLOSING), "line"))
    return entries


def _ordinals(lines: list[str]) -> list[Marker | None]:
    """The words that count the paragraphs (第一，…第二，…) as markers, for a text that has no others."""
    words = [read_enumerator(line) if line.lstrip()[:1] == "第" else None for line in lines]
    several = sum(word is not None for word in words) > 1
    return [Marker(CHINESE, *word[1:]) if several and word is not None else None for word in words]


def _numbered(index: int, line: str, marker: Marker, bold: int) -> list[_Entry]:
    """The heading that a line with a marker holds, if anything stands behind the marker. A table's row is none."""
    text = line[marker.length :] if "\t" not in line else ""
    kind, heading = heading_lines.lead(text, bold - marker.length, marker.rank) if text.strip(CLOSING) else ("", "")
    return [_Entry(index, marker.text, marker.rank, marker.ordinal, heading, kind)] if heading else []


def _outside_attachments(lines: list[str], markers: list[Marker | None]) -> Iterator[tuple[int, Marker | None]]:
    """The lines by index with their markers, without the numbered names of attachments (附件:1.… 2.…)."""
    attachments = False
    for index, (line, marker) in enumerate(zip(lines, markers, strict=True)):
        if marker is None:
            named = line[:1] == "附" and ATTACHMENTS.match(fold(line[:12])) is not None
            attachments = named or (attachments and not line.strip())
        elif attachments and marker.rank == ARABIC:
            continue
        else:
            attachments = False
        yield index, marker


def _below(lines: list[str]) -> list[str]:
    """For every line the next one that is not blank, "" at the end."""
    below: list[str] = []
    following = ""
    for line in reversed(lines):
        below.append(following)
        following = line if line.strip() else following
    return below[::-1]


def _key(entry: _Entry) -> tuple[str, str]:
    """What a heading and its entry in a table of contents have in common."""
    return fold(entry.marker), _LEADERS.sub("", fold(entry.heading)).replace(" ", "")


def _without_contents(entries: list[_Entry], lines: list[str]) -> list[_Entry]:
    """``entries`` without a table of contents: headings that stand line below line and come again later."""
    if not entries:
        return entries
    first = entries[0].line
    titled = any(_CONTENTS.match(fold(line.strip()[:8])) for line in lines[max(0, first - 3) : first])
    least = 1 if titled else 3
    run = _dense(entries, lines)
    if run < least:
        return entries
    last = {_key(entry): index for index, entry in enumerate(entries)}
    count = next((index for index in range(run) if last[_key(entries[index])] == index), run)
    return entries[count:] if count >= least else entries


def _dense(entries: list[_Entry], lines: list[str]) -> int:
    """How many of the first headings are lines without a text below them but the last one's."""
    run = 0
    for entry, following in pairwise([*entries, None]):
        if entry is None or entry.kind != "line":
            break
        run += 1
        if following is None or any(line.strip() for line in lines[entry.line + 1 : following.line]):
            break
    return run


def _with_outlook(entries: list[_Entry], lines: list[str], year: int | None) -> list[_Entry]:
    """``entries`` with the unnumbered paragraph or line below the last numbered part that tells what comes next.

    Where a numbered part says it there is none to find.
    """
    tops = [entry for entry in entries if entry.rank <= CHINESE]
    if len(tops) < 2 or any("next_year" in heading_parts(entry.heading, year) for entry in tops):
        return entries
    outlook = _outlook(lines, tops[-1], year)
    if outlook is None:
        return entries
    kept = (entry for entry in entries if entry.line != outlook.line)
    return sorted([*kept, outlook], key=lambda entry: entry.line)


def _outlook(lines: list[str], above: _Entry, year: int | None) -> _Entry | None:
    """The last line below an entry that tells what comes next and has no number."""
    found = None
    for index in range(len(lines) - 1, above.line, -1):
        line = lines[index]
        if _is_outlook(fold(line.strip()[: 2 * RUN_IN_LENGTH]), year) and read_marker(line) is None:
            alone = len(line) < RUN_IN_LENGTH and not STOP.search(fold(line))
            heading = line.strip(CLOSING) if alone else heading_lines.first_clause(line.strip())
            found = _Entry(index, "", above.rank, None, heading, "line" if alone else "run_in", "next_year")
        elif found and line.strip():
            break
    return found


def _is_outlook(text: str, year: int | None) -> bool:
    """Whether a paragraph opens with what comes next: 下一步…, or a year later than that of the report with 将."""
    if _OUTLOOK.match(text[:RUN_IN_LENGTH]):
        return True
    coming = _NEXT_YEAR.match(text)
    return coming is not None and year is not None and int(coming[1]) > year


def _annexed(lines: list[str], entries: list[_Entry]) -> int:
    """The line at which what is attached below the signature begins, the number of lines where nothing is.

    With no two parts above it, a date above 附件 closes a covering letter, and the attachment is the report.
    """
    tops = [entry.line for entry in entries if entry.rank <= CHINESE]
    above = ""
    for index, line in enumerate(lines):
        named = line[:1] == "附" and ATTACHMENTS.match(fold(line[:12]))
        if named and len(tops) > 1 and tops[1] < index and _SIGNED.match(fold(above.strip()[:60])):
            return index
        above = line if line.strip() else above
    return len(lines)


def _signature(lines: list[str], last: int) -> int:
    """The line with which the signature begins below line ``last``, the number of lines where there is none."""
    for at in range(len(lines) - 1, max(last, len(lines) - 1 - _LAST), -1):
        if len(lines[at]) < 60 and _SIGNED.match(fold(lines[at].strip())):
            while at - 1 > last and _SIGNATORY.match(fold(lines[at - 1].strip())) and not read_marker(lines[at - 1]):
                at -= 1
            return at
    return len(lines)
