"""What a page offers its fields to be read from, and the candidates found for them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from cleaning.body.extraction import Extraction
from cleaning.page.decode import Decoded
from cleaning.page.lines import Line
from cleaning.report import Page
from cleaning.text.labels import labelled
from cleaning.text.normalize import squeeze
from cleaning.text.words import words

_NOTHING = words("无 暂无 没有 null none undefined 空 无. nbsp (无) 本站 未知")
_BRIEF: Final = 24  # characters beyond which no value is a placeholder, blanks included
_SAYS = re.compile(r"\w")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_ESCAPES: Final = 4
_ABOVE: Final = 80
_BELOW: Final = 30


def resolved(text: str) -> str:
    """The text without character references, also where they were escaped again (&amp;ldquo;)."""
    for _ in range(_ESCAPES):
        if not _REFERENCE.search(text):
            break
        text = html.unescape(text)
    return text


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the fields of a page can be read.

    ``above``, ``inside``, ``below`` are the lines before the text, the boilerplate within and the lines behind it,
    ``body`` the text and ``text`` the same as lines, ``metas`` the page's metas by name in lower case, ``headings``
    what looks like titles, ``page_title`` the title element, ``labelled`` the values behind labels by kind of label.
    """

    page: Page
    decoded: Decoded
    metas: dict[str, str]
    headings: list[str]
    page_title: str
    lines_above: list[Line]
    above: list[str]
    inside: list[str]
    below: list[str]
    text: list[Line]
    body: list[str]
    labelled: dict[str, list[str]]

    @classmethod
    def of(
        cls,
        page: Page,
        decoded: Decoded,
        found: Extraction,
        headings: list[str],
        metas: dict[str, str],
        page_title: str,
    ) -> Sources:
        """Everything a cleaned page offers."""
        lines_above = [line for line in found.before() if line.text]
        text = [line for line in found.body() if line.text]
        above, inside, below = _texts(lines_above), _texts(found.inside()), _texts(found.after())
        return cls(
            page=page,
            decoded=decoded,
            metas=metas,
            headings=headings,
            page_title=page_title,
            lines_above=lines_above,
            above=above,
            inside=inside,
            below=below,
            text=text,
            body=_texts(text),
            labelled=labelled([*above[-_ABOVE:], *inside, *below[:_BELOW]]),
        )


def _texts(lines: Iterable[Line]) -> list[str]:
    return [line.text for line in lines if line.text]


@dataclass(slots=True)
class Evidence:
    """Candidates per field, best first: (where it was read, value)."""

    found: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def add(self, name: str, where: str, value: str | None) -> None:
        """Add a candidate unless it says nothing (无, --, / and other placeholders without a letter or digit)."""
        if not value:
            return
        value = resolved(value).strip(" \t\u3000\xa0:：;；,，|")
        if (
            len(value) <= 500
            and _SAYS.search(value)
            and (len(value) > _BRIEF or squeeze(value).lower() not in _NOTHING)
        ):
            entries = self.found.setdefault(name, [])
            if (where, value) not in entries and len(entries) < 12:
                entries.append((where, value))

    def first(self, name: str) -> str:
        """The best value of a field so far, "" without one."""
        entries = self.found.get(name)
        return entries[0][1] if entries else ""

    def values(self, name: str) -> list[str]:
        """All values of a field, best first."""
        return [value for _, value in self.found.get(name, [])]

    def choose(self, name: str, provenance: dict[str, Any]) -> str:
        """Make the best candidate the value and keep the others as losers."""
        entries = self.found[name]
        where, value = entries[0]
        lost = [[other, text] for other, text in entries if text != value]
        provenance[name] = {"from": where, **({"lost": lost} if lost else {})}
        return value
