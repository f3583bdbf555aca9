"""Reads the lots of outlines and tells what is read otherwise than its answer says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cleaning.document.sections import sections_of
from cleaning.page.lines import Line
from cleaning.report import Section

LOTS = Path(__file__).parent / "lots"
_CLOSING = "。，：；,:;.  "


class Answer(NamedTuple):
    """One line of an outline: what it says, the level of the heading it begins with, and the part it belongs to."""

    line: Line
    heading: str
    level: str
    part: str


class Outline(NamedTuple):
    """A small report with the answer to each of its lines."""

    name: str
    answers: list[Answer]

    @property
    def left(self) -> bool:
        """Whether it is known not to be read yet."""
        return "(left)" in self.name

    def errors(self) -> list[str]:
        """What is read otherwise."""
        lines = [answer.line for answer in self.answers]
        sections = sections_of(lines, int(self.name[:4]))
        headings = {section.line: section for section in sections}
        parts = _parts(lines, sections)
        return [
            f"{answer.level} {answer.part} was read as {found}: {answer.line.text}"
            for index, (answer, part) in enumerate(zip(self.answers, parts, strict=True))
            if (found := _other(answer, headings.get(index), part))
        ]


class Lot(NamedTuple):
    """Outlines that were written together, with how many of them were read right at first sight."""

    name: str
    first: str
    outlines: list[Outline]


def _other(answer: Answer, section: Section | None, part: str) -> str:
    """What was read instead of the answer, empty where it is the answer."""
    level = "." if section is None else str(section.level)
    same_level = answer.level in ("?", level)
    same_heading = answer.level in "?." or section is None or section.heading.strip(_CLOSING) == answer.heading
    if same_level and same_heading and answer.part == part:
        return ""
    return f"{level} {part} {section.heading if section else ''}".strip()


def _parts(lines: list[Line], sections: list[Section]) -> Iterator[str]:
    """The part of each line, by the section it begins in."""
    start = 0
    for line in lines:
        yield next((each.part or "-" for each in sections if each.start <= start < each.end), "-")
        start += len(line.text) + 1


def lots() -> list[Lot]:
    """The lots in order."""
    return [_lot(path) for path in sorted(LOTS.glob("*.txt"), key=lambda path: int(path.stem))]


def _lot(path: Path) -> Lot:
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    outlines: list[Outline] = []
    for line in lines:
        if line.startswith("@"):
            outlines.append(Outline(line[1:].strip(), []))
        else:
            outlines[-1].answers.append(_answer(line))
    return Lot(path.stem, head.partition(":")[2].strip(), outlines)


def _answer(line: str) -> Answer:
    head, _, text = line.partition(" | ")
    level, part = head.split()
    bold = text.split("**")
    lead = len(bold[1].replace("‖", "")) if len(bold) > 1 else 0
    text = text.replace("**", "")
    marked, _, _ = text.partition("‖")
    return Answer(Line(text.replace("‖", ""), lead=lead), _bare(marked), level, part)


def _bare(marked: str) -> str:
    """A heading without its marker, told by eye: the marker is what stands before the first 、 ． . ） or blank."""
    for index, sign in enumerate(marked[:6]):
        if sign in "、．.)），　㈢①② " and (index or sign in "㈢①②"):
            return marked[index + 1 :].lstrip("、 　").strip(_CLOSING)
    return marked.strip(_CLOSING)
