"""Take the pictures of docs/reading-room.md anew, of a room over the replica's portals.

python -m tests.pictures                into docs/images
python -m tests.pictures FOLDER         elsewhere
"""

from __future__ import annotations

import argparse
import io
import re
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from PIL import Image

from tests.conftest import ROOT
from tests.datasette.conftest import Room, chromium, crawled, served
from tests.replica import Replica

INDICATOR: Final = "/reports/indicator_over_years?agency=南昌市生态环境局&indicator=reconsideration_cases"
# Name of the file: page, width and height in CSS pixels; {later} and {earlier} are reports of one agency.
PICTURES: Final = {
    "home": ("/", 1200, 1100),
    "coverage": ("/reports/-/matrix", 1200, 640),
    "indicator": (INDICATOR, 1000, 760),
    "diff": ("/reports/versions/{changed}", 1000, 600),
    "search": ("/reports/reports?_search=执法&_part=problems", 1200, 820),
    "report": ("/reports/reports/{later}", 1200, 900),
    "compare": ("/reports/-/compare?a={later}&b={earlier}", 1100, 760),
    "plan": ("/reports/-/plan", 1100, 700),
    "shared": ("/reports/-/shared?paragraph={paragraph}", 1000, 620),
    "figures": ("/reports/figures?_sort_desc=value", 1200, 820),
    "phone": ("/reports/reports/{later}", 390, 800),
}
DARK: Final = ("phone",)
COLOURS: Final = 128


def known(room: Room) -> dict[str, int]:
    """The reports, the version and the paragraph that pictures show."""
    agency = "SELECT id FROM reports WHERE agency = '南昌市生态环境局' ORDER BY report_year DESC"
    later, earlier = (row["id"] for row in room.rows(agency)[:2])
    changed = room.rows("SELECT id FROM versions WHERE reason = 'source_changed' ORDER BY id DESC")[0]["id"]
    paragraph = re.search(r"paragraph=(\d+)", room.get("/reports/-/shared")[2])
    assert paragraph, "no paragraph is shared"
    return {"later": later, "earlier": earlier, "changed": changed, "paragraph": int(paragraph[1])}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs" / "images")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        output = Path(held.enter_context(tempfile.TemporaryDirectory()))
        database = crawled(held.enter_context(Replica(day=1)), output, hostile_too=False)
        room, browser = held.enter_context(served(database)), held.enter_context(chromium())
        keys = known(room)
        page = browser.new_context(locale="zh-CN").new_page()
        for name, (path, width, height) in PICTURES.items():
            page.emulate_media(color_scheme="dark" if name in DARK else "light")
            page.set_viewport_size({"width": width, "height": height})
            page.goto(room.base + path.format_map(keys))
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
            picture.save(folder / f"room-{name}.png", optimize=True)


if __name__ == "__main__":
    main()
