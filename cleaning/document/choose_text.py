"""Which text is the report's where a page has files: the page's own, a file's, or a cover and a file's.

Rules, true of portals of all systems: a page with a full text keeps it, its files are copies or annexes; a page that
only covers a file gives way to it; the same text in several formats is one text, of which the best reading counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cleaning.body.extraction import Extraction
from cleaning.document.classify import Classification, classify
from cleaning.document.likeness import Likeness
from cleaning.document.read_files import ReadFile, lines_of, read_files, squeezed, stem_of
from cleaning.document.sections import split_sections
from cleaning.report import Attachment, FileText
from cleaning.text.normalize import size
from cleaning.text.normalize import squeeze as fold
from cleaning.text.words import words

COVER: Final = 300  # characters; a page with fewer has no report of its own
LETTER: Final = 80  # characters of a cover that make it part of the document: a letter that presents the report
SAME: Final = 90.0  # percent of equal text from which two files are one text
NEAR: Final = 60.0  # percent from which two files of one name are one text of which one was read badly
LARGER: Final = 2  # how many times longer than the page the text of its file is
TITLE: Final = 120  # characters of a title that is put together out of lines
_LABEL = re.compile(
    r"(?:(?:点击)?(?:下载|查看|打开)?附件(?:下载|列表|信息)?|相关(?:附件|文件|下载)|附)\d{0,2}[:：]?.{0,120}\Z"
    r"|.{0,120}\.(?:pdf|docx?|xlsx?|wps|ofd|rtf|zip|rar)(?:\(.{0,30}\))?\Z|(?:请|点击|详).{0,20}(?:附件|下载|查看).{0,20}\Z",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"\A(?:(?:相关)?附件|附)?\d{0,2}[:.、]")
_HEADS = words("附件 附件: 相关附件 相关附件: 附: 附件下载 附件下载:")


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
        return Chosen(None, files=_listed(listed, []))
    own = [line.text for line in page.body()]
    pieces = [piece for at, file in enumerate(files) for piece in read_files(at, file)]
    likeness = Likeness()
    groups = _texts(pieces, {item.url for item in listed if item.kind == "image"}, likeness)
    text = squeezed("\n".join(own))
    group = _main(groups, _year_named(titles) if groups else None)
    if group is None or not _gives_way(own, text, group):
        _mark_copies(text, groups, likeness)
        return Chosen(None, flags=_unread(pieces, files, text), files=_listed(listed, pieces))
    return _chosen(own, page.source, group, pieces, listed, likeness)


def are_files(lines: list[str], files: list[Attachment]) -> bool:
    """True if lines are nothing but the names of the document's files: 附件：1.名单.xlsx. Then they are no text."""
    names = {fold(file.name) for file in files}
    bare = {_NUMBERING.sub("", name) for name in names} | names
    return bool(lines and names) and all(
        folded in _HEADS or folded in names or _NUMBERING.sub("", folded) in bare for folded in map(fold, lines)
    )


def _texts(pieces: list[ReadFile], images: set[str], likeness: Likeness) -> list[list[ReadFile]]:
    """The texts that the files hold; all pictures of a page are pages of one."""
    groups = _groups([piece for piece in pieces if piece.text and piece.url not in images], likeness)
    pictures = [piece for piece in pieces if piece.url in images]
    return [*groups, pictures] if any(piece.text for piece in pictures) else groups


def _year_named(titles: Sequence[str]) -> int | None:
    """The year of the first title that names a report."""
    verdicts = (classify(title) for title in titles if title)
    return next((verdict.report_year for verdict in verdicts if verdict.is_report), None)


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
    _mark_roles(pieces, group, best)
    lines = [line for piece in best for line in lines_of(piece.reading.text)]
    cover = _letter(own, squeezed("\n".join(lines)))
    address = best[0].url + (f"#{best[0].member}" if best[0].member else "")
    return Chosen(
        [*cover, *lines],
        f"{source} + {address}" if cover else address,
        min(piece.reading.confidence for piece in best if piece.text),
        _flags(group, best, likeness),
        _listed(listed, pieces),
    )


def _flags(group: list[ReadFile], best: list[ReadFile], likeness: Likeness) -> list[str]:
    """What is wrong with the chosen files, and whether others of their text differ from them."""
    flags = [flag for piece in best for flag in piece.reading.flags]
    if len(best) > 1 and not all(piece.text for piece in best):
        flags.append("attachment_incomplete")
    if len(best) == 1 and any(likeness.of(best[0].text, piece.text, SAME) < SAME for piece in group):
        flags.append("attachments_differ")
    return list(dict.fromkeys(flags))


def _mark_roles(pieces: list[ReadFile], group: list[ReadFile], best: list[ReadFile]) -> None:
    """Note which files are the body, which the same in another format and which another text."""
    stems = {stem_of(piece) for piece in group}
    for piece in pieces:
        if piece in best:
            piece.role = "body"
        elif piece in group or (not piece.text and stem_of(piece) in stems):
            piece.role = "twin"
        elif piece.text:
            piece.role = "other"


def _groups(pieces: list[ReadFile], likeness: Likeness) -> list[list[ReadFile]]:
    """Files that hold the same text, in page order. The reports of two years may differ in little else."""
    groups: list[list[ReadFile]] = []
    years = {id(piece): _verdict([piece]).report_year for piece in pieces} if len(pieces) > 1 else {}
    for piece in pieces:
        for group in groups:
            wanted = NEAR if stem_of(piece) and stem_of(piece) == stem_of(group[0]) else SAME
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
    lines = lines_of(best.text)
    for title in (stem_of(best), *("".join(lines[:count]) for count in (1, 2, 3))):
        if len(title) <= TITLE and (verdict := classify(title)).is_report:
            return verdict
    return classify("", "", lines[0] if lines else "", "", best.text)


def _gives_way(own: Sequence[str], text: str, group: list[ReadFile]) -> bool:
    """Whether the page only covers the file: it has no report of its own, and the file is one or is all there is."""
    most = max(size(piece.text) for piece in group)
    report = _verdict(group).is_report
    if len(text) < COVER:
        said = sum(size(line) for line in own if not _LABEL.match(fold(line)))
        return most > said if report else said < LETTER < most
    parts = {section.part for section in split_sections(list(own)) if section.part not in (None, "other")}
    return report and len(parts) < 2 and most > LARGER * len(text)


def _letter(own: Sequence[str], body: str) -> list[str]:
    """The page's own lines where they are a letter that presents the report, not a sentence that points to it."""
    lines = [line for line in own if not _LABEL.match(fold(line))]
    text = squeezed("".join(lines))
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


def _listed(listed: Sequence[Attachment], pieces: list[ReadFile]) -> list[Attachment]:
    """The page's files and the members of its archives, each with what it turned out to be."""
    out = []
    for item in listed:
        inside = [piece for piece in pieces if piece.url == item.url]
        alone = next((piece.role for piece in inside if not piece.member), "")
        out.append(replace(item, role=alone))
        out += [replace(item, name=each.name, member=each.member, role=each.role) for each in inside if each.member]
    return out
