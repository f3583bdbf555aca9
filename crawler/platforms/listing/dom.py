"""A page as flat arrays: what the row finder and the pager need of its tree (``flatten`` makes it)."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Final

from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.literals import Functions, functions

_SOURCES: Final = ("", "text/javascript", "application/javascript", "module")


@dataclass(slots=True)
class Link:
    """A link: ``element`` indexes the page's arrays, ``url`` is absolute or "" where it leads to no page.

    ``code`` is what a script does when it is clicked, ``alt`` what it is called for those who see no picture of it,
    ``page`` the page number in its attributes, ``form`` what pressing it sends; ``pieces`` are its texts with the
    elements they stand in, ``name`` the title made of them once it was asked for (``row_titles.of_link``).
    """

    element: int
    url: str
    title: str
    code: str = ""
    alt: str = ""
    page: str = ""
    form: Form | None = None
    pieces: list[tuple[int, str]] = field(default_factory=list)
    name: str | None = None

    @property
    def text(self) -> str:
        """All of the link's text."""
        return "".join(text for _, text in self.pieces)

    @property
    def label(self) -> str:
        """The first of the link's texts in one: those of a control are few."""
        return "".join(text for _, text in self.pieces[:5])


@dataclass(slots=True)
class Form:
    """A form: what is sent by pressing nothing, (id, name, value) of each of its fields."""

    action: str
    method: str
    fields: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Choice:
    """A select: what a change of it does, its options as (value, text), which of them is chosen, and the form it lies
    in."""

    element: int
    name: str
    code: str
    form: Form | None = None
    options: list[tuple[str, str]] = field(default_factory=list)
    id: str = ""
    chosen: int = 0


@dataclass(slots=True)
class Dom:
    """Elements in document order: tag, parent (-1 at the root) and class text; then what they hold.

    ``places`` gives for each text how many elements begin before it, ``nth`` for each element how many siblings stand
    before it, ``stamps`` (element, name, value) of attributes that hold digits of a date.
    """

    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)
    nth: list[int] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    texts: list[tuple[int, str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    stamps: list[tuple[int, str, str]] = field(default_factory=list)
    scripts: list[tuple[int, str, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    title: str = ""
    base: str = ""
    encoding: str = "utf-8"

    def sources(self) -> list[str]:
        """The page's scripts."""
        return [source for _, kind, source in self.scripts if kind in _SOURCES]

    def functions(self) -> Functions:
        """What the page's scripts define."""
        return functions(self.sources())

    def resolve(self, href: str) -> str:
        """``href`` as browsers resolve it on this page, "" where it is no address."""
        return absolute(self.base, href, self.encoding)

    def around(self, element: int, most: int) -> Iterator[int]:
        """The element and those around it, from the inside, ``most`` in all."""
        for _ in range(most):
            if element < 0:
                return
            yield element
            element = self.parents[element]

    def owners(self, chosen: Container[int]) -> list[int]:
        """For each element the nearest of ``chosen`` it is or lies in, -1 without one."""
        owner: list[int] = []
        for index, parent in enumerate(self.parents):
            owner.append(index if index in chosen else owner[parent] if parent >= 0 else -1)
        return owner
