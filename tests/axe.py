"""axe over every kind of page of the reading room: both languages, three widths, light and dark.

    python -m tests.axe                     crawl the replica's portals and look at the room over them
    python -m tests.axe --database FILE     look at the room over a database that is there
    python -m tests.axe --pictures FOLDER   keep a picture of each, too

Prints what axe finds, whatever its weight, and what sticks out; exits with 1 if there is anything.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Final, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.datasette.conftest import chromium, crawled, served
from tests.replica import Replica

Look = Literal["light", "dark"]
Language = Literal["zh", "en"]
WIDTHS: Final = (390, 768, 1200)
LOOKS: Final[tuple[Look, ...]] = ("light", "dark")
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
PAGES: Final = (
    "/",
    "/reports",
    "/reports/reports",
    "/reports/reports?_search=处罚",
    "/reports/reports?_search=处罚&_part=problems",
    "/reports/reports/3",
    "/reports/reports/3?q=处罚",
    "/reports/versions/1",
    "/reports/silent_edits",
    "/reports/sections?part=problems",
    "/reports/figures?_size=10",
    "/reports/coverage",
    "/reports/fetches/1",
    "/reports/-/matrix",
    "/reports/-/matrix?state=late",
    "/reports/-/compare?a=2&b=3",
    "/reports/-/dictionary",
    "/reports/-/shared",
    "/reports/-/shared?paragraph=1",
    "/reports/coverage_by_region?province=36",
    "/reports/indicator_over_years?agency=南昌市生态环境局&indicator=reconsideration_cases",
    "/reports/-/plan",
    "/reports/waiting",
    "/reports/admitted",
    "/reports?sql=select+1",
    "/-/api",
    "/no/such/page",
)


def look_at(
    page: Page,
    base: str,
    path: str,
    language: Language,
    width: int,
    looks: Iterable[Look],
    pictures: Path | None = None,
) -> list[str]:
    """What is wrong with a page at one width (CSS pixels), in each look; it may ask for nothing from elsewhere."""
    asked: list[str] = []

    def note(request: object) -> None:
        asked.append(str(getattr(request, "url", "")))

    page.on("request", note)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base}{'/en' if language == 'en' else ''}{path}")
    page.remove_listener("request", note)
    wrong = [f"asks for {url}" for url in asked if not url.startswith((base, "data:"))]
    if page.evaluate("document.documentElement.lang") != {"zh": "zh-CN", "en": "en"}[language]:
        wrong.append("is marked as another language")
    if page.evaluate("document.documentElement.scrollWidth") > width:
        wrong.append("sticks out")
    for look in looks:
        page.emulate_media(color_scheme=look)
        found = Axe().run(page).response["violations"]
        wrong += [f"{look}: {each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"][:3]]
        if pictures:
            name = re.sub(r"\W+", "-", path).strip("-") or "first"
            page.screenshot(path=pictures / f"{name}.{language}.{width}.{look}.png", full_page=True)
    return wrong


def main() -> int:
    """Look at all of them; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.axe", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--database", type=Path, help="the database to show")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="where to keep a picture of each page")
    parser.add_argument("--only", default="", metavar="WORDS", help="only pages whose address holds this")
    asked = parser.parse_args()
    if asked.pictures:
        asked.pictures.mkdir(parents=True, exist_ok=True)
    views = [
        each for each in itertools.product(PAGES, LANGUAGES, WIDTHS) if asked.only in each[0] or not asked.only.strip()
    ]
    wrong = 0
    with ExitStack() as held:
        database = asked.database
        if not database:
            folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
            database = crawled(held.enter_context(Replica(day=1)), folder)
        room, browser = held.enter_context(served(database)), held.enter_context(chromium())
        page = browser.new_context().new_page()
        for path, language, width in views:
            for said in look_at(page, room.base, path, language, width, LOOKS, asked.pictures):
                wrong += 1
                print(f"{language} {width} {path}: {said}", flush=True)
    print(f"{len(views)} pages in {len(LOOKS)} looks, {wrong} found")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
