"""What a process that cleans and stores its first report makes once and keeps, made ahead in the tests' fork server.

Tables of indicators and their expressions, the divisions, the codecs Scrapy tries: nothing here depends on the
environment or the clock of a command, and each command still reads and writes everything itself.
"""

from __future__ import annotations

import gc
import gzip
from pathlib import Path
from typing import Final

import charset_normalizer
from sqlite_utils import Database

from cleaning.body.learn import learn
from cleaning.clean import clean
from cleaning.report import Page
from cleaning.text.normalize import plain
from crawler.portals.regions import in_name
from crawler.store import paragraphs, search
from crawler.store.schema import migrations

SEEDS: Final = Path(__file__).parent / "data" / "seeds"


def warm() -> None:
    """Clean a report, and make an empty store."""
    lines = [line for path in sorted(SEEDS.glob("*.body.txt")) for line in path.read_text("utf-8").splitlines()]
    title = "某市司法局2024年法治政府建设年度报告"
    text = "".join(f"<p>{line}</p>" for line in lines)
    markup = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div>{text}</div></body></html>"
    page = Page(markup.encode(), url="http://www.example.gov.cn/a/t20250110_1.html")
    learn(page, clean(page))
    paragraphs.digests(lines)
    plain(title)
    charset_normalizer.from_bytes(gzip.compress(markup.encode()))  # a body of no known encoding: all codecs are tried
    db = Database(memory=True)
    search.register(db.conn)
    migrations.apply(db)
    db.close()
    in_name(title)


warm()
gc.freeze()  # what is held here is shared by all commands; collecting it in each would copy its pages
