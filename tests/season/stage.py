"""The scripted portals on the replica: what each answers on a night."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.replica import Replica, modes
from tests.replica.model import Answer, Request, Site
from tests.season.nights import date_of
from tests.season.script import CHURNING, boards, sites, spells

CLOCK = re.compile("今天是:[^<]*")
VISITS = re.compile(r'(<span id="viewcount">)(\d+)')


class Stage(Replica):
    """The replica with the scripted portals; ``night`` may be set at any time."""

    def __init__(self, port: int = 0) -> None:
        super().__init__(port=port, more=sites())
        self._changes = {site.host: sorted(set().union(*(board.events for board in boards(site)))) for site in sites()}
        self.night = 1

    @property
    def night(self) -> int:
        """The night played."""
        return self._night

    @night.setter
    def night(self, night: int) -> None:
        self._night = night
        self.clear_modes()
        for each in spells(night):
            self.set_mode(each.host, each.mode, each.path, each.robots)

    def answer(self, site: Site, request: Request) -> Answer:
        """What a site answers tonight; a page between two changes of its site is one and the same."""
        if site.host not in self._changes:
            return super().answer(site, request)
        since = max(night for night in self._changes[site.host] if night <= self._night)
        mode = request.mode if request.mode in modes.LISTINGS else ""
        made = self._made(site.host, since, request.path, mode)
        return self._churned(made) if site.host == CHURNING else made

    def _churned(self, made: Answer) -> Answer:
        """A page whose clock and visit counter moved since yesterday, without validators."""
        page = made.content.decode()
        page = CLOCK.sub(f"今天是:{date_of(self._night):%Y年%m月%d日}", page)
        page = VISITS.sub(lambda found: f"{found[1]}{int(found[2]) + self._night}", page)
        return replace(made, content=page.encode(), validators=False)
