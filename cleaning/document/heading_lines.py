"""Which lines are headings, and how much of a line is one.

Headings come in three kinds, kept apart because only the first two are words the agency meant as a heading: ``line``
(一、存在的问题), ``run_in`` (the first short sentence of a paragraph, or its bold lead) and ``numbered_para`` (a
numbered paragraph without a heading; its first clause serves as a label).
"""

from __future__ import annotations

import re
from typing import Final

from cleaning.document.mandated_parts import NAMED_PART
from cleaning.text.normalize import fold
from cleaning.text.numbering import CHINESE, HEAD_LENGTH, read_enumerator, read_marker

RUN_IN_LENGTH: Final = 32
"""Longest first sentence that still reads as a heading: the longest of the seed reports has 28 characters."""
LISTED_LENGTH: Final = 60
"""The same where an enumeration (一是, 1., ①) follows it, as under a heading."""
LINE_LENGTH: Final = 60
"""Longest line without closing punctuation that is a heading even with commas inside."""
BOLD_LENGTH: Final = 80
"""Longest bold lead that is a heading; beyond it the whole paragraph is emphasised."""
CLOSING: Final = " \t　。．.:：;；,，、!！?？"
"""What closes a heading and is no part of it."""

STOP: Final = re.compile(r"[。!?]")
ATTACHMENTS: Final = re.compile(r"附 ?件 ?(?:\d{1,2}|[一二三四五六七八九十])? ?(?::|$)")
_CLAUSE = re.compile(r"[,。;:!?]|\.(?=\s|$)")
_COUNTED = re.compile(r"\d[\d.]*万?亿?余?多?[件项次个家份名条起宗场期人元%]")
_COLON_LEAD = re.compile(r"([^,。;:]{2,24}):(?=.)")
_SPACED_LEAD = re.compile(r"([一-鿿“”、]{4,32}) +(?=[一-鿿\d“《(])")
_LIST_BEGINS = re.compile(r"一是|一要|首先|\(?[1一]\)|1[.、](?!\d)|1$")
_BRACKETED = re.compile(r"【[^【】]{2,30}】")
_NOTES = re.compile(r"\([^()]{0,40}\)$")
_NOT_A_HEADING = re.compile(
    r"(?:\d{4}|[二〇○零一三四五六七八九]{4}) ?年.{1,6}月.{1,4}日"
    r"|.*(?:报告|总结|年报|如下.?|(?:委|政府|局|厅|办|办公室|小组|人大常委会|部):)$"
)
"""A date, a report's title, 报告如下 or a salutation (市人民政府:)."""


def first_clause(text: str) -> str:
    """The first clause of ``text``; a comma inside a cited 《title》 does not end it."""
    folded = fold(text[:HEAD_LENGTH])
    position = 0
    while match := _CLAUSE.search(folded, position):
        opened = folded.rfind("《", 0, match.start())
        closed = folded.find("》", opened)
        if opened == -1 or closed == -1 or closed < match.start():
            return text[: match.start()].strip()
        position = closed
    return text[:HEAD_LENGTH].strip(CLOSING)


def _without_notes(folded: str) -> str:
    """A line without the note in brackets at its end."""
    return _NOTES.sub("", folded) if folded.endswith(")") else folded


def _bold_lead(text: str, bold: int) -> tuple[str, str] | None:
    """The emphasised lead, unless it is too long or a stray piece of a word."""
    edge = text[max(0, bold - 1) : bold + 1]
    if not 2 <= bold <= BOLD_LENGTH or (bold < 4 and edge.strip(CLOSING) == edge):
        return None
    if text[bold:].strip(CLOSING):
        return "run_in", text[:bold].strip(CLOSING)
    return None if STOP.search(fold(text.rstrip(CLOSING))) else ("line", text.strip(CLOSING))


def _is_whole_line(folded: str) -> bool:
    """Whether a line reads as nothing but a heading: short, one clause or two, no count, no list item."""
    bare = _without_notes(folded.rstrip(CLOSING))
    closed = folded.rstrip()[-1:] in "。;!?."
    if STOP.search(bare) or folded.rstrip().endswith(";") or (closed and _COUNTED.search(bare)):
        return False
    if closed:
        return len(bare) <= RUN_IN_LENGTH and not _COLON_LEAD.match(bare)
    if len(bare) <= RUN_IN_LENGTH:
        return True
    return not _COLON_LEAD.match(bare) and (len(bare) <= LINE_LENGTH or "," not in bare)


def _is_one_sentence(folded: str) -> bool:
    """Whether a line below 一、 is one short sentence without a count: a heading, though it has commas and a stop."""
    bare = folded.rstrip(CLOSING)
    plain = not (STOP.search(bare) or _COLON_LEAD.match(bare) or _COUNTED.search(bare))
    return len(bare) <= LINE_LENGTH and plain and ";" not in bare


def _first_sentence(text: str, folded: str) -> int | None:
    """Length of a first sentence that is a heading above the rest of its paragraph."""
    stop = STOP.search(folded)
    if stop is None or stop.start() > LISTED_LENGTH or not folded[stop.end() :].strip(CLOSING):
        return None
    lead = folded[: stop.start()]
    listed = _LIST_BEGINS.match(fold(text[stop.end() :].lstrip()[:8]))
    if (len(lead) > RUN_IN_LENGTH and not listed) or _COLON_LEAD.match(lead) or _COUNTED.search(lead):
        return None
    return len(lead)


def lead(text: str, bold: int, rank: int) -> tuple[str, str]:
    """(kind, heading) of what follows a marker of ``rank``; ``bold`` is how many characters of it are emphasised."""
    if emphasised := _bold_lead(text, bold):
        return emphasised
    folded = fold(text[: HEAD_LENGTH + 1])
    if len(folded) <= HEAD_LENGTH and (_is_whole_line(folded) or (rank <= CHINESE and _is_one_sentence(folded))):
        return "line", text.strip(CLOSING)
    if length := _first_sentence(text, folded):
        return "run_in", text[:length].strip(CLOSING)
    if run_in := _COLON_LEAD.match(folded) or _SPACED_LEAD.match(folded):
        return "run_in", text[: run_in.end(1)].strip(CLOSING)
    return "numbered_para", first_clause(text)


def is_bracketed(line: str) -> bool:
    """Whether all of a line stands in brackets that set off headings: 【存在问题】."""
    return _BRACKETED.fullmatch(line.strip()) is not None


def is_unnumbered(line: str, following: str, bold: int, numbered: bool) -> bool:
    """Whether a line without a marker is a heading: all bold, or a mandated part's own name.

    Title lines, salutations and the signature are bold too, but no text follows
    them: a heading stands above a paragraph or a numbered line.
    """
    text = fold(line.strip())
    if not 2 <= len(text) <= 40 or not text.strip(CLOSING):
        return False
    emphasised = bold >= len(text.rstrip(CLOSING))
    if (numbered and not emphasised) or not _can_head(text, line) or not _goes_on(following):
        return False
    if emphasised:
        return text[-1] not in ",;" and not ATTACHMENTS.match(text)
    return NAMED_PART.fullmatch(text.rstrip(":")) is not None


def _can_head(text: str, line: str) -> bool:
    """Whether a line without a marker may be a heading by its words."""
    return not (STOP.search(text) or _NOT_A_HEADING.match(text) or read_enumerator(line))


def _goes_on(following: str) -> bool:
    """Whether a text or a numbered line follows, as below a heading."""
    return len(following) > 40 or bool(STOP.search(fold(following[:HEAD_LENGTH])) or read_marker(following))
