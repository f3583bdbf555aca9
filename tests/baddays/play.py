"""Plays days to the real command: what was told that is not true, what was missed, what was needless trouble."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from tests.answers.nights import FIRST, Nights, host
from tests.answers.papers import Papers
from tests.answers.server import Asked, Stage, reply
from tests.baddays.articles import wall
from tests.baddays.scenes import LATER, Day, Scene
from tests.baddays.sites import NEXT, NOTICES, YEARS, Row, Site

NIGHTS = (1, 2, 3, 4, 5, 20, 45)
QUIET = {"ok", "new", "changed", "unchanged", "unchanged_304", "not_a_report"}
MOST = 60  # requests of one night


@dataclass
class Cell:
    """One day on one site."""

    day: Day
    site: Site
    false: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    needless: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    told: Counter[tuple[str, int]] = field(default_factory=Counter)
    met: bool = False

    @property
    def name(self) -> str:
        """The portal's name."""
        return self.site.host.partition(".")[0]

    def __call__(self, asked: Asked) -> bytes:
        """What the site answers."""
        if asked.path == "/robots.txt":
            return reply(b"", 404)
        article = re.fullmatch(r"/a/(n?)(\d+)\.html.*", asked.path)
        year = int(article[2]) if article and not article[1] else 0
        number = self.site.number(asked.path)
        scene = Scene(self.site, asked.night, year, number, asked.path, asked.headers.get("cookie", ""))
        bad = asked.night in self.day.nights
        if bad and self.meant(year, number) and (told := self.day.answer(scene)) is not None:
            return told
        if bad and (told := self.day.other(scene)) is not None:
            return told
        if number:
            return scene.page(self.site.list_page(self.rows(asked.night), number))
        if year and year in (NEXT, *YEARS):
            return scene.page(self.site.report(year))
        if article and article[1] and int(article[2]) < len(NOTICES):
            return scene.page(self.site.notice(int(article[2])))
        if asked.path.startswith("/cas/"):
            return wall("统一身份认证")(scene)
        if asked.path == "/":
            return scene.page(self.site.home())
        return reply(b"<html><body>404 Not Found</body></html>", 404)

    def rows(self, night: int) -> list[Row]:
        """The rows of a night: the next year's report comes with the bad nights, behind them where the list is bad."""
        comes = {"row": 2, "list": LATER, "page": 99}[self.day.place]
        return self.site.rows((NEXT, *YEARS) if night >= comes else YEARS)

    def meant(self, year: int, number: int) -> bool:
        """Whether a request is for what is bad: on the old site one report alone, on the new one all."""
        if self.day.place == "list":
            return bool(number)
        if self.day.place == "row":
            return year == NEXT
        return year == 2023 if self.site.old else bool(year)

    @property
    def may(self) -> tuple[str, ...]:
        """Changes that may be told: what stands in one report's place for long took it away."""
        return self.day.may + (("gone",) if self.day.lasting and self.site.old else ())

    @property
    def years(self) -> set[int]:
        """The reports that are there at the end."""
        return set(YEARS) if self.day.place == "page" else {NEXT, *YEARS}

    def judge(self, nights: Nights) -> None:
        """Compare what is told with what is true."""
        self._changes()
        self._outcomes(nights)
        if not self.met:
            self.missing.append("never asked on a bad night")
        for night in NIGHTS:
            if len(nights.stage.paths(self.site.host, night)) > MOST:
                self.needless.append(f"{len(nights.stage.paths(self.site.host, night))} requests on night {night}")

    def _changes(self) -> None:
        expected = Counter(("new", year) for year in self.years)
        for (kind, year), count in (self.told - expected).items():
            if kind not in self.may:
                self.false.append(f"told {kind} {year} ×{count}")
        self.missing += [f"not told {kind} {year}" for kind, year in expected - self.told]

    def look(self, nights: Nights, night: int) -> None:
        """Compare the reports as they stand after a night with what is true."""
        rows = nights.rows("SELECT kind, report_year AS year FROM changes WHERE portal = ?", self.name)
        self.told |= Counter((row["kind"], row["year"]) for row in rows)
        sql = "SELECT report_year AS year, state, published, flags, body FROM reports WHERE portal = ?"
        for row in nights.rows(sql, self.name):
            year, flags = row["year"], row["flags"]
            text, whole = "".join((row["body"] or "").split()), "".join("".join(self.site.papers.lines(year)).split())
            if "changed" in self.day.may and text != whole:
                continue
            if text != whole and "truncated" not in flags:
                self.false.append(f"night {night} text of {year} {len(text)} of {len(whole)} {text[:16]!r} {flags}")
            if row["state"] not in ("published", "missing", *self.may):
                self.false.append(f"night {night} {year} is {row['state']}")
            if row["published"] and row["published"][:10] != f"{year + 1}-01-12":
                self.false.append(f"night {night} {year} published {row['published']}")

    def _outcomes(self, nights: Nights) -> None:
        rows = nights.rows("SELECT url, time, outcome, purpose FROM fetches WHERE portal = ? ORDER BY id", self.name)
        for night in NIGHTS:
            day = (FIRST + timedelta(days=night - 1)).date().isoformat()
            mine = [row for row in rows if row["time"].startswith(day) and row["purpose"] in ("listing", "report")]
            lists = [row["outcome"] for row in mine if row["purpose"] == "listing"]
            pages = [row for row in mine if row["purpose"] != "listing"]
            meant = [row["outcome"] for row in pages if self._is_meant(row["url"])]
            shown = Counter(lists if self.day.place == "list" else meant)
            self.seen.append(
                f"{night}: " + ", ".join(f"{name}×{count}" if count > 1 else name for name, count in shown.items())
            )
            others = (
                [row["outcome"] for row in pages if not self._is_meant(row["url"])] if self.day.place != "list" else []
            )
            bad = night in self.day.nights
            told = lists[-1:] if self.day.place == "list" else [each for each in meant if each != "moved"]
            self.met = self.met or (bad and bool(told))
            if bad and self.day.fine is False:
                self._bad(night, told)
            for each in (
                (told if self.day.fine or not bad else []) + (lists if self.day.place != "list" else []) + others
            ):
                if each not in QUIET and each not in ("moved", "paused"):
                    self.needless.append(f"night {night} {each}")

    def _bad(self, night: int, told: Sequence[str]) -> None:
        for each in set(told):
            if each in QUIET or each in ("gone", "soft_404"):
                self.false.append(f"night {night} said {each} ×{told.count(each)}")

    def _is_meant(self, url: str) -> bool:
        found = re.search(r"/a/(\d+)\.html", url)
        return self.meant(int(found[1]), 0) if found else self.day.place != "list"  # where it led to


def cast(parts: Sequence[tuple[Day, bool]]) -> list[Cell]:
    """Each day on the old or the new make of site, each site with an agency of its own."""
    agencies: set[str] = set()
    cells = []
    for at, (day, old) in enumerate(parts):
        tries = (host(f"{'o' if old else 'n'}{at}{more}") for more in "abcdefghijklmnopqrstuvwxyz")
        mine = next(each for each in tries if Papers(each).agency not in agencies)
        agencies.add(Papers(mine).agency)
        cells.append(Cell(day, Site(mine, old)))
    return cells


def play(cells: Sequence[Cell], folder: Path, played: Sequence[int] = NIGHTS) -> Nights:
    """Crawl the nights and judge every cell."""
    with Stage() as stage:
        nights = Nights(stage, folder)
        nights.enter({cell.name: cell for cell in cells})
        for night in played:
            nights.crawl(night)
            for cell in cells:
                cell.look(nights, night)
        for cell in cells:
            cell.judge(nights)
    return nights
