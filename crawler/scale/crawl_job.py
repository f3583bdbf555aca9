"""The crawl of one job, in a process of its own: ``python -m crawler.scale.crawl_job FOLDER``.

FOLDER holds the unpacked order: the extract as ``reports.db``, known WARC records and ``order.json``. The same spider
runs there as in ``fazhi crawl``. The process ends at once when its standard input ends, so that a worker that is
killed leaves nobody behind who still asks a portal for pages, and no folder.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final

from scrapy.utils.project import get_project_settings

from crawler.portals import Portal
from crawler.process import CrawlProcess
from crawler.scale.bundle import DATABASE, Order
from crawler.store.extract import close

ORDER: Final = "order.json"
ORPHANED: Final = 70  # exit code of a crawl whose worker has gone


def _end_with_worker(folder: Path) -> None:
    """Wait for the end of standard input, then take the job's folder away, and the worker's round it if nothing else
    is in it, and end."""
    while os.read(0, 4096):
        pass
    for _ in range(9):  # the crawl may be writing to it
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            break
    with suppress(OSError):
        folder.parent.rmdir()
    os._exit(ORPHANED)


def main(folder: Path) -> int:
    """Crawl; returns the exit code of the crawl."""
    threading.Thread(target=_end_with_worker, args=(folder,), daemon=True).start()
    order = Order(**json.loads((folder / ORDER).read_text("utf-8")))
    settings = get_project_settings()
    settings.set("OUTPUT", folder)
    settings.set("RUN", order.run)
    settings.set("JOB", order.job)
    portals = [Portal.model_validate(each) for each in order.portals]
    CrawlProcess(settings, "reports").run(portals=portals, full=order.full, insist=order.insist)
    return close(folder / DATABASE, order.run)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
