"""Whether the lines at the edges of a text are its own, and whether those beside it are not.

A document opens with a sentence, a salutation, a heading or the names of its head, and closes with a sentence or with
what GB/T 9704-2012 (党政机关公文格式, 7.2 to 7.4) puts there: agency, date, annexes, notes, copies. A few words of
another kind are a tool, a counter or a heading of the page; a sentence or a signed date right beside a text is one
that it lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaning.body import boilerplate
from cleaning.body.candidates import SENTENCE
from cleaning.page.lines import Line, characters_in
from cleaning.report import Report
from cleaning.text.dates import DATE, WRITTEN
from cleaning.text.normalize import squeeze
from cleaning.text.numbering import read_enumerator

DOUBT = 0.45  # what is left of the score of a text with such lines
NAMED = 6  # doubted lines that a record names
HEAD = 12  # lines in which a title that stands in a text with a page's head above it is looked for
CLOSING = 14  # lines in which the date that closes a document stands
SIGNATURE = 60  # characters of a line with an agency and a date
TITLE_LEAST = 10  # characters of the name of another page
TAIL = 4  # last lines of a text
BRIEF = 30  # characters of a tool or a counter
BESIDE = 8  # characters around the name of the agency, the title, the source
_ENDS = re.compile(r"[。!;:)”》]\Z")
_SIGNED = re.compile(rf"(?P<who>.*?)[(]?(?:{DATE}|(?:19|20)\d\d年\d{{1,2}}月)(?:印发)?[)]?\Z")
_IS_DATE = re.compile(rf"{WRITTEN}\Z")
_IS_PROSE = re.compile(r"。[”」)]?\Z|,.*:\Z")
_TIMED = re.compile(r"\d:\d\d")
_COUNTS = re.compile(r"[^:。,]{2,8}:\d{1,7}[次人]?[)\]】]?\Z")
_LABELLED = re.compile(r":|\)\Z")
_OF_SITE = re.compile("本(?:网|站|页面|文)|转载|版权|扫码|二维码|公众号")
_CREDIT = re.compile(r"[(\[【][^:,。]{1,6}:[^:,。]{1,12}[)\]】]\Z")
_REPORTED = re.compile(r"(?:[\u4e00-\u9fff·]{0,12}(?:记者|通讯员):?[\u4e00-\u9fff·、]{2,16})+(?:来源:.{2,16})?\Z")
"""Who wrote it, above or below an article of the press: of it as much as of its page."""
_IMPRINT = re.compile(r"[(]?(?:目录\Z|抄[送报]|分送|联系|注|说明|备注|[*]|——)")


def doubt(report: Report, body: Sequence[Line], above: Line | None, below: Sequence[Line]) -> None:
    """Lower the score of a text whose edges may not be its own, and name the lines that are doubted in the record."""
    stated = (report.title, report.issuer, report.source, report.site_name, report.doc_number)
    names = [squeeze(each) for each in stated if each]
    doubted = [
        *dict.fromkeys(line for line in doubtful(body, above, below, names) if not _REPORTED.match(squeeze(line)))
    ]
    if doubted:
        report.provenance["edges"] = doubted[:NAMED]
        report.body_score = round(report.body_score * DOUBT, 3)


def doubtful(body: Sequence[Line], above: Line | None, below: Sequence[Line], names: Sequence[str]) -> Iterator[str]:
    """The lines that stand in a text and may be none of it, and those right above and below it that may be.

    ``below`` are the first two lines below the text. ``names`` are folded names that a document's head and end may
    state: its title first, its agency, source, number.
    """
    if not body:
        return
    yield from (line.text for line in _above_text(body, names))
    yield from (line.text for line in _above_title(body, names))
    yield from (line.text for line in _below_end(body, names))
    yield from (line.text for line in body if _leads_on(line))
    yield from (line.text for line in _heads_tail(body))
    lost = [*([above] if above is not None and _is_text(above) else []), *_left_below(body, below)]
    yield from (line.text for line in lost if not _says_again(body, line))


def _leads_on(line: Line) -> bool:
    """Whether a line is half a link to another page and names no title or file: a card between paragraphs."""
    linked = TITLE_LEAST <= line.link < len(line.text) and line.marker is None and "\t" not in line.text
    return linked and "《" not in line.text and not boilerplate.is_cited(line) and not boilerplate.names_file(line)


def opens(line: Line, names: Sequence[str] = ()) -> bool:
    """Whether a document may open with a line."""
    if _TIMED.search(line.folded) and not any(sign in line.text for sign in "。\t"):
        return False
    bold = 0 < len(line.text) <= line.lead
    return bold or speaks(line) or _is_formal(line, names)


def speaks(line: Line) -> bool:
    """Whether a line is one of a text, not a few words of a page: a sentence, a numbered heading, a row of a table."""
    question = line.folded.endswith("?")
    return "\t" in line.text or line.marker is not None or (not question and bool(SENTENCE.search(line.text)))


def _above_text(body: Sequence[Line], names: Sequence[str]) -> Iterator[Line]:
    """The lines above the first sentence or heading with which no document opens."""
    for line in body[:HEAD]:
        if not opens(line, names):
            yield line
        elif speaks(line):
            return


def _is_formal(line: Line, names: Sequence[str]) -> bool:
    """Whether a line is a heading, a row of a table, or one of the lines that only documents have."""
    folded = line.folded
    if _CREDIT.match(folded) and not _IMPRINT.match(folded):
        return False
    return (
        _ENDS.search(folded) is not None
        or line.marker is not None
        or "\t" in line.text
        or (boilerplate.closes(line) and _signs(line, names))
        or _IMPRINT.match(folded) is not None
        or any(folded in name or (name in folded and len(folded) <= len(name) + BESIDE) for name in names)
    )


def _above_title(body: Sequence[Line], names: Sequence[str]) -> Iterator[Line]:
    """What stands above the title within a text and is none of a document's own head: the end of the page's."""
    at = next((at for at, line in enumerate(body[:HEAD]) if line.folded in names[:1]), 0)
    yield from (line for line in body[:at] if "\t" in line.text or not _is_formal(line, names))


def _below_end(body: Sequence[Line], names: Sequence[str]) -> Iterator[Line]:
    """The lines below the end of a document, and a last one that no document ends with."""
    last = body[-1]
    if len(last.text) < BRIEF and _COUNTS.search(last.folded):
        yield last
        return
    first = max(0, len(body) - CLOSING)
    signed = next((at + 1 for at in range(len(body) - 1, first - 1, -1) if _is_signed(body[at], names)), 0)
    below = body[signed:] if signed else body[-1:]
    if signed and 2 * characters_in(below) > characters_in(body):
        signed, below = 0, body[-1:]
    if not signed and (_names_agency(last) or (is_sentence(last) and _OF_SITE.search(last.folded))):
        yield last
    if below and not (signed and below[0].folded[:1] == "附"):
        yield from (line for line in below if not closes(line, names) or (signed and is_sentence(line)))


def _names_agency(line: Line) -> bool:
    """Whether a line is an agency and nothing else, with which a document closes where its date follows."""
    return boilerplate.closes(line) and not ends(line)


def closes(line: Line, names: Sequence[str] = ()) -> bool:
    """Whether a document may close with a line."""
    return _is_formal(line, names) or boilerplate.names_file(line) or _is_signed(line, names)


def ends(line: Line) -> bool:
    """Whether a document may end with a line that stands apart from its text."""
    return speaks(line) or _is_signed(line, ()) or line.folded[:1] in ("(", "附") or bool(_IMPRINT.match(line.folded))


def is_heading(line: Line) -> bool:
    """Whether a line is a few words without a number that no document closes with."""
    text = line.text.rstrip("：:")
    brief = 0 < len(text) < BRIEF and "\t" not in text and not SENTENCE.search(text)
    return brief and line.marker is None and read_enumerator(line.text) is None and not boilerplate.closes(line)


def _heads_tail(body: Sequence[Line]) -> Iterator[Line]:
    """A heading without a number among the last lines of a text that has no other: something else begins there."""
    rest, tail = body[:-TAIL], body[-TAIL:]
    if any(line.folded[:1] == "附" for line in body[-CLOSING:]) or any(map(is_heading, rest)):
        return
    yield from (line for line in tail[:-1] if not line.lead and is_heading(line) and not _LABELLED.search(line.folded))


def is_sentence(line: Line) -> bool:
    """Whether a line is running text and none of the notes, annexes and rows of a document."""
    formal = line.folded[:1] in ("(", "[", "附") or line.marker is not None or "\t" in line.text
    return not formal and line.folded.endswith("。") and not _IMPRINT.match(line.folded)


def _is_signed(line: Line, names: Sequence[str]) -> bool:
    """Whether a line is a date that closes a document, alone or behind the agency."""
    return _SIGNED.match(line.folded[:SIGNATURE]) is not None and _signs(line, names)


def _signs(line: Line, names: Sequence[str]) -> bool:
    """Whether nothing but an agency or a label stands before the date that a line ends with, if it ends with one."""
    signed = _SIGNED.match(line.folded[:SIGNATURE])
    who = signed["who"] if signed is not None else ""
    return who[-1:] in ("", ":") or boilerplate.KEPT.search(who) is not None or any(who in name for name in names)


def _left_below(body: Sequence[Line], below: Sequence[Line]) -> Sequence[Line]:
    """The lines below a text that are its own: a sentence, or a signed date with or without the agency above it.

    One sentence below the date that closes a text is a notice of the page.
    """
    notice = (
        _is_signed(body[-1], ()) and is_sentence(below[0]) and not any(map(_is_text, below[1:])) if below else False
    )
    if below and not notice and _is_text(below[0]):
        return below[:1]
    signed = next((at for at, line in enumerate(below) if _IS_DATE.match(line.folded)), -1)
    agency = signed == 1 and boilerplate.closes(below[0]) and not boilerplate.is_outer(below[0])
    return below[: signed + 1] if signed == 0 or agency else []


def _is_text(line: Line) -> bool:
    """Whether a line is a sentence of running text, or a numbered heading."""
    if line.is_link or boilerplate.is_outer(line) or (line.link and boilerplate.names_file(line)):
        return False
    if line.marker is None and boilerplate.speaks_of_site(line):
        return False
    return _IS_PROSE.search(line.folded) is not None or line.marker is not None


def _says_again(body: Sequence[Line], line: Line) -> bool:
    """Whether a text says what a line beside it says: that of a summary above it, of a copy."""
    return any(line.folded[:BRIEF] in each.folded for each in body)
