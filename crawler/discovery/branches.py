"""The departments of a portal: pages that list agencies, each a branch with columns of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cleaning.metadata.issuer import is_agency
from crawler.discovery.links import Anchor
from crawler.portals.regions import today

LEAST: Final = 3  # agencies that make a list of departments
TRIED: Final = 1  # branches that are entered before one has shown a column
PER_BRANCH: Final = 6  # requests for one branch
LONGEST: Final = 18
SHORT: Final = frozenset("省市县区州盟旗镇乡")
_NOT_AN_AGENCY: Final = re.compile(
    r"信息公开|政务公开|目录|指南|机构|职能|领导|会议|常务|服务中心$|公开办|便民|网站|旅游景|大会|委员会会"
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


@dataclass
class Branches:
    """The departments seen so far. ``names`` gives a branch's name by its address, ``ways`` the names of the links
    that led from a branch to a column which proved right."""

    names: dict[str, str] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    begun: set[str] = field(default_factory=set)
    asked: Counter[str] = field(default_factory=Counter)
    ways: set[str] = field(default_factory=set)
    where: str = ""

    def take(self, page: str, anchors: Sequence[Anchor]) -> None:
        """Learn a page's departments, if it lists some."""
        found = {anchor.url: anchor.name for anchor in anchors if is_department(anchor.name)}
        if len(found) >= LEAST:
            self.where = self.where or page
            self.names = {**found, **self.names}

    def of(self, trail: Sequence[Anchor]) -> str:
        """The branch a trail of links goes through, "" if none: the last one, as branches have branches."""
        return next((anchor.url for anchor in reversed(trail) if anchor.url in self.names), "")

    def prove(self, trail: Sequence[Anchor]) -> str:
        """A column was found at the end of a trail: remember the way; gives the branch."""
        branch = self.of(trail)
        if branch:
            self.done.add(branch)
            at = next(place for place, anchor in enumerate(trail) if anchor.url == branch)
            self.ways |= {anchor.name for anchor in trail[at + 1 :]}
        return branch

    @property
    def left(self) -> list[Anchor]:
        """The departments in which nothing was found yet and nothing has been asked for."""
        return [Anchor(url, name) for url, name in self.names.items() if url not in self.done and not self.asked[url]]
