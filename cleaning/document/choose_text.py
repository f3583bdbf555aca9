"""Which text is the report's where a page has files: the page's own, a file's, or a cover and a file's.

Rules, true of portals of all systems: a page with a full text keeps it, its files are copies or annexes; a page that
only covers a file gives way to it; the same text in several formats is one text, of which the best reading counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final

from cleaning.body.extraction import Extraction
from cleaning.document.classify import Classification, classify
from cleaning.document.likeness import Likeness
from cleaning.document.sections import split_sections
from cleaning.page.decode import sound
from cleaning.report import Attachment, FileText, Reading
from cleaning.text.normalize import squeeze as fold

COVER: Final = 300  # characters; a page with fewer has no report of its own
LETTER: Final = 80  # characters of a cover that make it part of the document: a letter that presents the report
SAME: Final = 90.0  # percent of equal text from which two files are one text
NEAR: Final = 60.0  # percent from which two files of one name are one text of which one was read badly
LARGER: Final = 2  # how many times longer than the page the text of its file is
TITLE: Final = 120  # characters of a title that is put together out of lines
# A word processor's file holds what its author wrote, a set page what can be put together again of it.
FORMATS: Final = ("wordprocessingml", "opendocument.text", "msword", "wps", "rtf", "html", "pdf", "ofd", "text/plain")
_LABEL = re.compile(
    r"(?:(?:点击)?(?:下载|查看|打开)?附件(?:下载|列表|信息)?|相关(?:附件|文件|下载)|附)\d{0,2}[:：]?.{0,120}\Z"
    r"|.{0,120}\.(?:pdf|docx?|xlsx?|wps|ofd|rtf|zip|rar)(?:\(.{0,30}\))?\Z|(?:请|点击|详).{0,20}(?:附件|下载|查看).{0,20}\Z",
    re.IGNORECASE,
)


@dataclass(slots=True)
class ReadFile:
    """One file that was read, taken out of its archive; ``file`` is its place among the page's files."""

    file: int
    url: str
    name: str
    member: str
    reading: Reading
    text: str = ""
    role: str = ""

    @property
    def rank(self) -> tuple[float, int, int]:
        """What decides which of several readings of one text is the best."""
        media = self.reading.media_type
        place = next((at for at, name in enumerate(FORMATS) if name in media), len(FORMATS))
        return round(self.reading.confidence * 20) / 20, -place, len(self.text)


@dataclass(slots=True)
class Chosen:
    """The body of a page with files. ``lines`` is None if the page's own text is the body.

    ``source`` names page and file, ``score`` is how sure the reading is, ``flags`` what is wrong with it, ``files``
    the page's attachments with the members of archives and the role of each.
    """

    lines: list[str] | None
    source: str = ""
    score: float = 0.0
    flags: list[str] = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)


def choose_text(
    page: Extraction, titles: Sequence[str], listed: Sequence[Attachment], files: Sequence[FileText]
) -> Chosen:
    """The body of a page whose own text is that of ``page`` and whose files were read as ``files``.

    ``titles`` are those the page states: the first that names a report tells which file is the report.
    """
    if not files:
        return Chosen(None, files=_told(listed, []))
    own = [line.text for line in page.body()]
    kinds = {item.url: item.kind for item in listed}
    pieces = [piece for at, file in enumerate(files) for piece in _read_files(at, file)]
    pictures = [piece for piece in pieces if kinds.get(piece.url) == "image"]
    likeness = Likeness()
    groups = _groups([piece for piece in pieces if piece.text and kinds.get(piece.url) != "image"], likeness)
    if any(piece.text for piece in pictures):
        groups.append(pictures)
    text = _squeeze("\n".join(own))
    named = (classify(title) for title in titles if title) if groups else ()
    group = _main(groups, next((verdict.report_year for verdict in named if verdict.is_report), None))
    if group is None or not _gives_way(own, text, group):
        _mark_copies(text, groups, likeness)
        return Chosen(None, flags=_unread(pieces, files, text), files=_told(listed, pieces))
    return _chosen(own, page.source, group, pieces, listed, likeness)


def _chosen(
    own: Sequence[str],
    source: str,
    group: list[ReadFile],
    pieces: list[ReadFile],
    listed: Sequence[Attachment],
    likeness: Likeness,
) -> Chosen:
    """The body out of the files of ``group``, below the page's own text where that is a letter."""
    together = group[0].reading.media_type.startswith("image/") and len(group) > 1
    best = group if together else [max(group, key=lambda piece: piece.rank)]
    stems = {_stem(piece) for piece in group}
    for piece in pieces:
        if piece in best:
            piece.role = "body"
        elif piece in group or (not piece.text and _stem(piece) in stems):
            piece.role = "twin"
        elif piece.text:
            piece.role = "other"
    flags = [flag for piece in best for flag in piece.reading.flags]
    if together and not all(piece.text for piece in best):
        flags.append("attachment_incomplete")
    if not together and any(likeness.of(best[0].text, piece.text, SAME) < SAME for piece in group):
        flags.append("attachments_differ")
    lines = [line for piece in best for line in _lines(piece.reading.text)]
    cover = _letter(own, _squeeze("\n".join(lines)))
    address = best[0].url + (f"#{best[0].member}" if best[0].member else "")
    return Chosen(
        [*cover, *lines],
        f"{source} + {address}" if cover else address,
        min(piece.reading.confidence for piece in best if piece.text),
        list(dict.fromkeys(flags)),
        _told(listed, pieces),
    )


def _read_files(at: int, file: FileText) -> list[ReadFile]:
    """The file, or what its archive holds."""
    if file.reading is None:
        return []
    return [
        ReadFile(at, file.url, name.rsplit("/", 1)[-1] or file.name, name, reading, reading.text.strip())
        for name, reading in file.reading.inner()
    ] or [ReadFile(at, file.url, file.name, "", file.reading, file.reading.text.strip())]


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _lines(text: str) -> list[str]:
    return [line.strip(" \u3000\r\x0c") for line in sound(text).split("\n") if line.strip()]


def _stem(piece: ReadFile) -> str:
    """The name of a file without its suffix, for telling formats of one document; "" where it says nothing."""
    stem = fold(PurePosixPath(piece.name).stem if "." in piece.name[-6:] else piece.name)
    return stem if re.search(r"[\u4e00-\u9fff]{2}", stem) else ""


def _groups(pieces: list[ReadFile], likeness: Likeness) -> list[list[ReadFile]]:
    """Files that hold the same text, in page order. The reports of two years may differ in little else."""
    groups: list[list[ReadFile]] = []
    years = {id(piece): _verdict([piece]).report_year for piece in pieces} if len(pieces) > 1 else {}
    for piece in pieces:
        for group in groups:
            wanted = NEAR if _stem(piece) and _stem(piece) == _stem(group[0]) else SAME
            same_year = years[id(piece)] == years[id(group[0])]
            if same_year and likeness.of(group[0].text, piece.text, wanted) >= wanted:
                group.append(piece)
                break
        else:
            groups.append([piece])
    return groups


def _main(groups: list[list[ReadFile]], year: int | None) -> list[ReadFile] | None:
    """The text that is the report: one that says so, of the page's year if several do; else the longest."""
    reports = [(group, verdict.report_year) for group in groups if (verdict := _verdict(group)).is_report]
    for wanted in (year, None):
        if chosen := next((group for group, found in reports if found == wanted), None):
            return chosen
    if reports:
        return reports[0][0]
    return max(groups, key=lambda group: len(group[0].text), default=None)


def _verdict(group: list[ReadFile]) -> Classification:
    """What the file is by its name, its first lines and its text."""
    best = max(group, key=lambda piece: piece.rank)
    lines = _lines(best.text)
    for title in (_stem(best), *("".join(lines[:count]) for count in (1, 2, 3))):
        if len(title) <= TITLE and (verdict := classify(title)).is_report:
            return verdict
    return classify("", "", lines[0] if lines else "", "", best.text)


def _gives_way(own: Sequence[str], text: str, group: list[ReadFile]) -> bool:
    """Whether the page only covers the file: it has no report of its own, and the file is one or is all there is."""
    size = max(len(_squeeze(piece.text)) for piece in group)
    report = _verdict(group).is_report
    if len(text) < COVER:
        said = sum(len(_squeeze(line)) for line in own if not _LABEL.match(fold(line)))
        return size > said if report else said < LETTER < size
    parts = {section.part for section in split_sections(list(own)) if section.part not in (None, "other")}
    return report and len(parts) < 2 and size > LARGER * len(text)


def _letter(own: Sequence[str], body: str) -> list[str]:
    """The page's own lines where they are a letter that presents the report, not a sentence that points to it."""
    lines = [line for line in own if not _LABEL.match(fold(line))]
    text = _squeeze("".join(lines))
    if len(text) < LETTER:
        return []
    from rapidfuzz import fuzz  # few pages have a letter beside a file

    if fuzz.partial_ratio(text[:2000], body[: 3 * len(text) + 200]) >= SAME:
        return []
    return lines


def _mark_copies(text: str, groups: list[list[ReadFile]], likeness: Likeness) -> None:
    """Note which files hold the page's own text."""
    for piece in (piece for group in groups for piece in group):
        piece.role = "twin" if likeness.of(text, piece.text, SAME) >= SAME else "other"


def _unread(pieces: list[ReadFile], files: Sequence[FileText], text: str) -> list[str]:
    """Why the text of a page that only covers files could not be had from them."""
    if len(text) >= COVER:
        return []
    flags = [flag for piece in pieces if not piece.text for flag in piece.reading.flags]
    if any(file.reading is None for file in files):
        flags.append("attachment_not_fetched")
    return list(dict.fromkeys(flags))


def _told(listed: Sequence[Attachment], pieces: list[ReadFile]) -> list[Attachment]:
    """The page's files and the members of its archives, each with what it turned out to be."""
    out = []
    for item in listed:
        inside = [piece for piece in pieces if piece.url == item.url]
        alone = next((piece.role for piece in inside if not piece.member), "")
        out.append(replace(item, role=alone))
        out += [replace(item, name=each.name, member=each.member, role=each.role) for each in inside if each.member]
    return out
