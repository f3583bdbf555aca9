"""What a day is made of: one request on a bad night, what is answered, and what may be told of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.answers.server import reply
from tests.baddays.sites import NEXT, YEARS, Row, Site

BAD = (2, 3)
LONG = (2, 3, 4, 5)  # a known page is not asked for every night
LATER = 4  # the night on which a list shows the next year's report


@dataclass(frozen=True)
class Scene:
    """One request on a bad night: for a list its page number, for an article its year."""

    site: Site
    night: int
    year: int = 0
    number: int = 0
    path: str = ""
    cookie: str = ""

    @property
    def rows(self) -> list[Row]:
        """What the list really shows tonight."""
        return self.site.rows((NEXT, *YEARS) if self.night >= LATER else YEARS)

    @property
    def title(self) -> str:
        """The report's title."""
        return self.site.papers.title(self.year)

    @property
    def lines(self) -> list[str]:
        """The report's paragraphs."""
        return self.site.papers.lines(self.year)

    def page(self, text: str, status: int = 200, *headers: tuple[str, str], **how: object) -> bytes:
        """An answer in the site's charset."""
        return reply(self.site.encode(text), status, *headers, **how)  # type: ignore[arg-type]


Answer = Callable[[Scene], "bytes | None"]


@dataclass(frozen=True)
class Day:
    """One kind of bad day."""

    name: str
    place: str  # list, page, row
    answer: Answer
    nights: Sequence[int] = BAD
    fine: bool | None = False
    told: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    texts: Callable[[Site, int], list[str]] | None = None
    other: Answer = field(default=lambda scene: None)
    lasting: bool = False  # another document stands there long enough to have taken the report's place
