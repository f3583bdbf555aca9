"""A lot: pages with the lines that are their text, and what of them comes out otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

from cleaning.clean import clean
from cleaning.report import Page, Report
from cleaning.text.normalize import fold

DOUBT = frozenset({"low_confidence", "truncated", "empty", "multi_page"})


class Wrong(NamedTuple):
    """What of a page came out otherwise; ``flagged`` where its record says that the text may be wrong."""

    name: str
    lost: list[str]
    leaked: list[str]
    fields: list[str]
    flagged: bool

    @property
    def whole(self) -> bool:
        return not self.lost and not self.leaked

    def __str__(self) -> str:
        parts = [f"{word}: {lines}" for word, lines in (("lost", self.lost), ("leaked", self.leaked)) if lines]
        return f"{self.name} ({'flagged' if self.flagged else 'silent'}) " + "; ".join([*parts, *self.fields])


class Sample(NamedTuple):
    """A page, the lines of its text, lines that may stand in it or not, and fields it states."""

    name: str
    html: str
    body: tuple[str, ...]
    either: tuple[str, ...]
    fields: dict[str, Any]

    @property
    def report(self) -> Report:
        address = "http://www.example.gov.cn/zfxxgk/fzzf/content_20417.html"
        return clean(Page(self.html.encode(), url=address), with_figures=False)

    @property
    def wrong(self) -> Wrong:
        """Lines lost and leaked, in the order they stand in, and the fields read otherwise."""
        report = self.report
        found = [plain(line) for line in report.body.split("\n") if plain(line)]
        wanted = [plain(line) for line in self.body]
        either = {plain(line) for line in self.either}
        lost = _without(wanted, found)
        leaked = [line for line in _without(found, wanted) if line not in either]
        rest = iter(found)
        if not lost and not leaked and not all(line in rest for line in wanted):
            leaked = ["(order)"]
        fields = [
            f"{name} is {value!r}, read as {getattr(report, name)!r}"
            for name, value in self.fields.items()
            if getattr(report, name) != value
        ]
        return Wrong(self.name, lost, leaked, fields, bool(DOUBT & set(report.flags)))


class Lot:
    """Pages that were written together; ``first`` came out whole at first sight, those in ``left`` do not yet."""

    def __init__(self, first: int, pages: int, left: Iterable[str] = ()) -> None:
        self.first = first
        self.pages = pages
        self.left = frozenset(left)
        self.samples: list[Sample] = []

    def add(self, name: str, html: str, body: Iterable[str], either: Iterable[str] = (), **fields: Any) -> None:
        self.samples.append(Sample(name, html, tuple(body), tuple(either), fields))

    @cached_property
    def read(self) -> list[Wrong]:
        """Every page as it is read."""
        return [sample.wrong for sample in self.samples]

    @property
    def wrong(self) -> list[Wrong]:
        """The pages of which anything comes out otherwise."""
        return [wrong for wrong in self.read if not wrong.whole or wrong.fields]


def plain(line: str) -> str:
    """A line in the form in which lines are compared."""
    return "".join(fold(line).split())


def _without(lines: list[str], others: list[str]) -> list[str]:
    """The lines that the others do not hold, each of the others counted once."""
    left = list(others)
    missing = []
    for line in lines:
        if line in left:
            left.remove(line)
        else:
            missing.append(line)
    return missing
