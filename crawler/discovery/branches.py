"""The departments of a portal: pages that list agencies, each a branch with columns of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from cleaning.metadata.issuer import is_agency
from crawler.discovery.links import Anchor
from crawler.portals.regions import today

LEAST: Final = 3  # agencies that make a list of departments
TRIED: Final = 3  # branches that are entered before one has shown a column
PER_BRANCH: Final = 6  # requests for one branch
ALLOWED: Final = 12  # requests for all of them before one has shown a column
BESIDE: Final = 3  # the same where the government's own column is known: one front page and what it leads to
LONGEST: Final = 18
SHORT: Final = frozenset("省市县区州盟旗镇乡")
_NOT_AN_AGENCY: Final = re.compile(
    r"新闻|信息公开|政务公开|目录|指南|机构|职能|领导|会议|常务|服务中心$|公开办|便民|网站|旅游景|大会|委员会会"
)


def is_department(name: str) -> bool:
    """True for a link's text that is an agency's name."""
    return 3 <= len(name) <= LONGEST and is_agency(name) and not _NOT_AN_AGENCY.search(name)


def full_agency(name: str, region: str) -> str:
    """An agency's name with its region's in front: 县教育局 of 宁岭县 -> 宁岭县教育局."""
    if not region or any(name.startswith(each) for each in (region, region[:-1])):
        return name
    if name[0] in SHORT and region.endswith(name[0]):
        return region + name[1:]
    if any(name.startswith(each.name) for each in today().values()):
        return name
    return region + name


def _folder(url: str) -> str:
    """The folder an address is the first page of or lies in, "/" for a page that is told by its query."""
    parts = urlsplit(url)
    return "/" if parts.query else parts.path.rpartition("/")[0] + "/"


@dataclass
class Branches:
    """The departments seen so far. ``names`` gives a branch's name by its address, ``ways`` the names of the links
    that led from a branch to a column which proved right, ``shown`` the branches in which such a link was followed,
    ``named`` those into which a link that speaks of reports leads straight."""

    names: dict[str, str] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    begun: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    asked: Counter[str] = field(default_factory=Counter)
    ways: set[str] = field(default_factory=set)
    where: str = ""

    def take(self, page: str, anchors: Sequence[Anchor]) -> None:
        """Learn a page's departments, if it lists some."""
        found = {anchor.url: anchor.name for anchor in anchors if is_department(anchor.name)}
        if len(found) >= LEAST:
            self.where = self.where or page
            self.names = {**found, **self.names}
            for url in found:
                folder = _folder(url)
                self.folders[folder] = url if self.folders.get(folder, url) == url else ""

    def of(self, trail: Sequence[Anchor]) -> str:
        """The branch a trail of links goes through, "" if none: the last one, as branches have branches. A link that
        leads straight below a department's own folder goes through that department."""
        through = next((anchor.url for anchor in reversed(trail) if anchor.url in self.names), "")
        return through or (self._above(trail[-1].url) if trail and self.folders else "")

    def _above(self, url: str) -> str:
        """The branch below whose folder an address lies."""
        folder = _folder(url)
        while len(folder) > 1:
            if branch := self.folders.get(folder):
                return branch
            folder = folder[:-1].rpartition("/")[0] + "/"
        return ""

    def prove(self, trail: Sequence[Anchor]) -> str:
        """A column was found at the end of a trail: remember the way; gives the branch."""
        branch = self.of(trail)
        if branch:
            self.done.add(branch)
            at = next((place for place, anchor in enumerate(trail) if anchor.url == branch), len(trail) - 2)
            self.ways |= {anchor.name for anchor in trail[at + 1 :]}
        return branch

    @property
    def likeliest(self) -> str:
        """The branch that is entered first: the bureau of justice, which answers for law-based government, else the
        first one that is no government's office, whose report is the government's own."""
        names = self.names.items()
        justice = (url for url, name in names if name.endswith("司法局"))
        return next(justice, next((url for url, name in names if not name.endswith("办公室")), ""))

    @property
    def spent(self) -> int:
        """The requests made in all branches."""
        return sum(self.asked.values())

    @property
    def left(self) -> list[Anchor]:
        """The departments in which nothing was found yet and nothing has been asked for."""
        return [Anchor(url, name) for url, name in self.names.items() if url not in self.done and not self.asked[url]]
