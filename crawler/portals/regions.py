"""Administrative divisions with their validity in time, as data: ``data/regions.csv`` (``make regions``)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from crawler.clauses import Clause, clause

FILE: Final = Path(__file__).parent / "data" / "regions.csv"
_SITE_CODE: Final = re.compile(r"\d{10}")
# Provinces whose name a host spells without doubt; gz is Guangzhou as often as Guizhou, sx Shaoxing as often as Shanxi.
HOSTS: Final = {
    "beijing": "11", "bj": "11", "tj": "12", "hebei": "13", "shanxi": "14", "nmg": "15", "ln": "21", "jl": "22",
    "hlj": "23", "sh": "31", "shanghai": "31", "jiangsu": "32", "zj": "33", "ah": "34", "fujian": "35", "fj": "35",
    "jiangxi": "36", "shandong": "37", "henan": "41", "hubei": "42", "hunan": "43", "gd": "44", "gxzf": "45",
    "hainan": "46", "cq": "50", "sc": "51", "guizhou": "52", "yn": "53", "xizang": "54", "shaanxi": "61",
    "gansu": "62", "qinghai": "63", "nx": "64", "xinjiang": "65",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Region:
    """A division code (GB/T 2260) under one name.

    ``since`` and ``until`` are the first and last year at whose end code and name held; ``until`` is None today.
    """

    code: str
    name: str
    level: str
    since: int
    until: int | None


@cache
def load(path: Path = FILE) -> tuple[Region, ...]:
    """Every code and name since 1980 that was still in force in 2000, by code and year."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    return tuple(
        Region(row["code"], row["name"], row["level"], int(row["since"]), int(row["until"]) if row["until"] else None)
        for row in rows
    )


@cache
def today() -> dict[str, Region]:
    """The divisions in force, by code."""
    return {region.code: region for region in load() if region.until is None}


def in_force(code: str) -> Region | None:
    """The division of a code, for a retired one (331021 玉环县) what became of it (331083 玉环市); None if unknown."""
    found = today().get(code)
    former = [region for region in load() if region.code == code]
    return found or next(iter(_became(former[-1:])), None)


def _stem(region: Region) -> tuple[str, str, str]:
    """What a division keeps when it becomes another of its level (玉环县, 玉环市): province, level and stem."""
    return region.code[:2], region.level, region.name[:-1]


@cache
def _by_stem() -> dict[tuple[str, str, str], list[Region]]:
    found: dict[tuple[str, str, str], list[Region]] = {}
    for region in today().values():
        found.setdefault(_stem(region), []).append(region)
    return found


def _became(former: Sequence[Region]) -> tuple[Region, ...]:
    """The divisions in force that went on from former ones: of the same level and province under the same stem."""
    found = [each for stem in set(map(_stem, former)) for each in _by_stem().get(stem, ())]
    return tuple(sorted(found, key=lambda each: each.code))


@cache
def _bearers() -> dict[str, tuple[Region, ...]]:
    """The divisions in force by name; by a former name that none bears today, those that went on from its bearers."""
    by_name: dict[str, list[Region]] = {}
    for region in load():
        by_name.setdefault(region.name, []).append(region)
    return {
        name: tuple(each for each in regions if each.until is None) or _became(regions)
        for name, regions in by_name.items()
    }


@cache
def _before_a_short_name() -> tuple[str, ...]:
    """The words that may stand before a name of two characters: other divisions, in full or without their last
    character, provinces by their short names (甘肃环县), the country and the party (中共环县委员会).
    """
    provinces = [name for name, regions in _bearers().items() if regions and regions[0].level == "province"]
    short = {name[:length] for name in provinces for length in (2, 3)}
    return tuple(short | {name[:-1] for name in _bearers() if len(name) > 2} | {*"省市区县州盟旗国共"})


def parent_of(code: str, known: Iterable[str]) -> str | None:
    """The code of the division above: the city's if ``known`` has it, else the province's; None above provinces."""
    for above in (f"{code[:4]}00", f"{code[:2]}0000"):
        if above != code and above in known:
            return above
    return None


def full_name(region: Region) -> str:
    """The name with those above it: 湖北省武汉市江汉区."""
    parts = [region.name]
    code: str | None = region.code
    while code and (code := parent_of(code, today())):
        parts.insert(0, today()[code].name)
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Found:
    """The division a site belongs to, and why."""

    region: Region
    why: Clause


def of_site(title: str, site_id_code: str = "", host: str = "") -> Found | None:
    """The division of a government site by its 政府网站标识码, its name and its host; None where they do not say.

    The first six digits of the site code are the division's (石景山 1101070001, 邯郸 1304000009). Footers are copied
    from other sites, though: where the name speaks of a division elsewhere, the name wins.
    """
    named = in_name(title, host)
    code = site_id_code[:6] if _SITE_CODE.fullmatch(site_id_code) else ""
    coded = in_force(code)
    if coded is None or named is None:
        found = coded or named
        if found is None:
            return None
        return Found(found, clause("code_digits", code=site_id_code) if coded else clause("site_name"))
    if within(coded.code, named.code):
        return Found(coded, clause("code_and_name", code=site_id_code))
    if within(named.code, coded.code):
        return Found(named, clause("name_within_code", code=site_id_code))
    return Found(named, clause("name_against_code", code=site_id_code, name=full_name(coded)))


def in_name(title: str, host: str = "") -> Region | None:
    """The one division a site's name names: 重庆市渝中区人民政府. The host tells namesakes apart; None if it cannot."""
    hints = [HOSTS[part] for part in host.lower().removesuffix(".gov.cn").split(".") if part in HOSTS]
    chosen: Region | None = None
    for name in _names_in(title):
        if not _bearers()[name]:
            continue
        fitting = _namesakes(name, chosen, hints)
        if len(fitting) != 1:
            return chosen
        chosen = fitting[0]
    return chosen


def _namesakes(name: str, above: Region | None, hints: Sequence[str]) -> list[Region]:
    """The divisions of a name within another; of several those in the provinces that ``hints`` name."""
    found = [region for region in _bearers()[name] if above is None or within(region.code, above.code)]
    hinted = [region for region in found if region.code[:2] in hints]
    return hinted if len(found) > 1 and hints else found


def _names_in(title: str) -> list[str]:
    """The divisions' names in a title, former ones too, as they follow each other; of names that overlap the longest,
    of equal ones that in force."""
    spans: dict[int, str] = {}
    names = [name for name in _bearers() if name in title]
    for name in sorted(names, key=lambda name: (-len(name), name not in _names_today(), name)):
        at = title.find(name)
        if not any(at < start + len(other) and start < at + len(name) for start, other in spans.items()):
            spans[at] = name
    return [name for at, name in sorted(spans.items()) if len(name) > 2 or _stands_alone(title[:at])]


def _stands_alone(before: str) -> bool:
    """Whether a name of two characters (环县) behind these words is no end of a longer name (玉环县)."""
    return not re.search(r"[\u4e00-\u9fff]$", before) or before.endswith(_before_a_short_name())


@cache
def _names_today() -> frozenset[str]:
    return frozenset(region.name for region in today().values())


def within(code: str, above: str) -> bool:
    """True if ``code`` is that of ``above`` or of a division in it."""
    return code.startswith(re.sub(r"(?:00)+$", "", above))
