"""The pages whose records are taken."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.cleaning.templates import BOTTOM, INFO, SHAPES, TEMPLATES, Document
from tests.guard import product
from tests.guard.damage import damaged
from tests.replica import Replica, filed, golds, hostile_text, made, paged
from tests.replica.model import DAYS, Request, Site
from tests.replica.more import all_sites

SEEDS = Path(__file__).parents[1] / "data" / "seeds"
Facts = dict[str, Any]


class Input(NamedTuple):
    """A page and what is known of it."""

    name: str
    content: bytes
    url: str = ""
    content_type: str = ""


@cache
def replica() -> Replica:
    """The replica with all small portals; it answers here and is not served."""
    return Replica(more=(*all_sites(), *filed.all_sites(), hostile_text.site()))


def answer(player: Replica, site: Site, request: Request, day: int) -> tuple[bytes, str]:
    """A page and its type, nothing for what is not there or wants a query."""
    try:
        found = player.plain(site, request, day)
    except KeyError:
        return b"", ""
    return (found.content, found.content_type) if found.status == 200 else (b"", "")


def _replica() -> Iterator[Input]:
    """Every page of the replica on day 1; later what is new, and reports that read otherwise."""
    reports = {gold["url"] for gold in golds()}
    addresses, contents = set(), set()
    long = Replica(more=paged.all_sites())
    sites = [(replica(), site) for site in replica().sites]
    sites += [(long, site) for site in long.sites if site.host == paged.HOST]
    for player, site in sites:
        for day in DAYS:
            for path in sorted(player.routes(site, day)):
                url = f"{site.scheme}://{site.host}{path}"
                content, kind = answer(player, site, Request("GET", path), day)
                watched = url not in addresses or url in reports or player is long
                addresses.add(url)
                if content and watched and content not in contents:
                    contents.add(content)
                    yield Input(f"replica day {day} {url}", content, url, kind)


def texts() -> dict[str, list[str]]:
    """The texts of real reports, by number."""
    return {path.name[:3]: path.read_text("utf-8").splitlines() for path in sorted(SEEDS.glob("*.body.txt"))}


def _templates() -> Iterator[tuple[str, str]]:
    bodies = list(texts().values())
    for number, (name, template) in enumerate(TEMPLATES.items()):
        for step, shape in enumerate(SHAPES):
            at = number + step
            lines = tuple(dict.fromkeys(line for line in bodies[at % len(bodies)] if line.strip()))
            start = at % 3 * 10
            document = Document(
                lines[:2] + lines[start + 2 : start + 14],
                shape=shape,
                info=INFO[at % len(INFO)],
                bottom=BOTTOM[at % len(BOTTOM) :],
            )
            yield f"template {name} of {shape}", template(document)


def _own() -> Iterator[Input]:
    pages = dict(_templates())
    yield from (Input(name, page.encode(), "http://www.example.gov.cn/zwgk/t1.html") for name, page in pages.items())
    chosen = dict(list(pages.items())[::7])
    for name, content in damaged(chosen):
        yield Input(f"damaged {name}", content, "http://www.example.gov.cn/zwgk/t1.html")
    for number, lines in texts().items():
        yield Input(f"text {number}", "\n".join(lines).encode(), content_type="text/plain")


def addresses(folder: Path) -> dict[str, tuple[str, str]]:
    """File -> (address, type), as the lists of a corpus have them."""
    found = {}
    for line in (folder / "INDEX.tsv").read_text("utf-8").splitlines() if (folder / "INDEX.tsv").exists() else []:
        name, url, *_ = line.split("\t")
        found[name] = (url, "")
    for path in sorted(folder.glob("*.jsonl")):
        for entry in map(json.loads, path.read_text("utf-8").splitlines()):
            name = str(entry.get("file", "")).rpartition("/")[2]
            found[name] = (entry.get("url") or "", entry.get("content_type") or "")
    return found


def _corpus(folder: Path) -> Iterator[Input]:
    known = addresses(folder)
    for path in [*sorted((folder / "pages").glob("*")), *sorted(folder.glob("*.txt"))]:
        url, kind = known.get(path.name, ("", ""))
        yield Input(f"corpus {folder.name}/{path.name}", path.read_bytes(), url, kind)


def cleaning(corpora: list[Path]) -> dict[str, Facts]:
    """The record of every page, by its name."""
    inputs = [*_replica(), *_own(), *(each for folder in corpora for each in _corpus(folder))]
    return {each.name: product.cleaned(each.content, each.url, each.content_type) for each in inputs}


def files(corpora: list[Path]) -> dict[str, Facts]:
    """What is read of files, by their names."""
    lines = texts()["000"][:30]
    inner = made.archive({"a.txt": "一"})
    found = {
        "made.pdf": made.pdf(lines),
        "made.docx": made.docx(lines),
        "made.ofd": made.ofd(lines),
        "made.zip": made.archive({"报告.docx": made.docx(lines), "说明.txt": "见报告", "内.zip": inner}),
    }
    for folder in corpora:
        for path in sorted((folder / "files").glob("*")):
            found[f"corpus {folder.name}/{path.name}"] = path.read_bytes()
    return {name: product.file_text(content, name.rpartition("/")[2]) for name, content in found.items()}
