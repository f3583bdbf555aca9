"""``python -m tests.guard OUT.json`` records, ``--compare OLD.json NEW.json`` compares (see ``tests.guard``)."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tests.guard
from tests.guard.compare import differences, summary

DIFFERENT = 4
Part = dict[str, Any]


def parts(corpora: list[Path], with_season: bool) -> dict[str, Callable[[], Part]]:
    """What is recorded, each part by itself."""
    from tests.guard import crawls, listings, pages

    return {
        "cleaning": lambda: pages.cleaning(corpora),
        "files": lambda: pages.files(corpora),
        "listings": lambda: listings.listings(corpora),
        "crawl": crawls.crawl,
        **({"season": crawls.season} if with_season else {}),
    }


def record(corpora: list[Path], with_season: bool, only: list[str]) -> dict[str, Part]:
    """The whole record. Tells on standard error how long each part takes."""
    found: dict[str, Part] = {}
    if not only or "met" in only:
        from tests.guard.met import harvest

        start = time.monotonic()
        met = harvest()
        found["met pages"], found["met listings"] = met.cleaning, met.listings
        _tell("met", len(met.cleaning) + len(met.listings), start)
    for name, make in parts(corpora, with_season).items():
        if not only or name in only:
            start = time.monotonic()
            found[name] = make()
            _tell(name, len(found[name]), start)
    return found


def _tell(name: str, count: int, start: float) -> None:
    print(f"{name}: {count} inputs in {time.monotonic() - start:.0f} s", file=sys.stderr)


def written(found: dict[str, Part]) -> str:
    """A record as JSON; two equal records are equal to the byte."""
    return json.dumps(found, ensure_ascii=True, sort_keys=True, indent=0) + "\n"


def compare(old: Path, new: Path) -> int:
    """Print each difference of two records; 4 if there are any."""
    found = list(differences(json.loads(old.read_text("utf-8")), json.loads(new.read_text("utf-8"))))
    for each in found:
        print(each)
    if found:
        print(summary(found))
    return DIFFERENT if found else 0


def main(words: list[str] | None = None) -> int:
    """Record or compare."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.guard",
        description=tests.guard.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("out", nargs="?", type=Path, help="where the record goes")
    parser.add_argument("--compare", nargs=2, type=Path, metavar=("OLD", "NEW"), help="two records to compare")
    parser.add_argument("--corpus", action="append", default=[], type=Path, metavar="DIR", help="saved pages to add")
    parser.add_argument("--season", action="store_true", help="replay the season as well, which takes minutes")
    choices = ("met", "cleaning", "files", "listings", "crawl", "season")
    parser.add_argument("--only", action="append", default=[], choices=choices, help="only this part (repeatable)")
    chosen = parser.parse_args(words)
    if chosen.compare:
        return compare(*chosen.compare)
    if chosen.out is None:
        parser.error("name the file the record goes to, or two records to --compare")
    if missing := [str(folder) for folder in chosen.corpus if not folder.is_dir()]:
        parser.error(f"no such folder: {', '.join(missing)}")
    found = record(chosen.corpus, chosen.season or "season" in chosen.only, chosen.only)
    chosen.out.write_text(written(found), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
