"""The portal file written of a search: four to ten lines, with comments that say where each fact was seen."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import yaml

from crawler.clock import BEIJING
from crawler.discovery.candidates import Candidate
from crawler.discovery.search import Search
from crawler.outcome import bare_host
from crawler.platforms.detect import GENERIC
from crawler.portals import Portal, PortalError, file_of, file_to_write, load
from crawler.portals.regions import Found, full_name, of_site

SITE_CODE: Final = re.compile(r"\d{10}|bm\d{8}")
SHOWN: Final = 3  # reports named in a comment
MOST_HOSTS: Final = 50  # further hosts that are asked for what a portal lists
MOST_PARAM: Final = 2000  # characters of a parameter: what is posted may be long
COST: Final = (
    "one conditional request a day from 15 December to 30 April and one a week otherwise for each column,"
    " robots.txt at most once a day, and each new report once"
)


def portal_name(url: str, taken: Collection[str]) -> str:
    """A file name for a portal by its host: www.jianghan.gov.cn -> jianghan, sthjj.nc.gov.cn -> nc-sthjj."""
    host = (urlsplit(url).hostname or "").lower().removeprefix("www.").removesuffix(".gov.cn")
    name = re.sub(r"[^a-z0-9-]", "-", "-".join(reversed(host.split(".")))).strip("-") or "portal"
    for number in range(1, 1000):
        candidate = name if number == 1 else f"{name}-{number}"
        if candidate not in taken:
            return candidate
    return name


def save(
    search: Search,
    chosen: Sequence[Candidate],
    moment: datetime,
    folder: Path,
    known: Portal | None,
    name: str,
    *,
    auto: bool = False,
) -> Portal:
    """Write the portal file, or add the columns to the one the host has (``known``), and give what it says.

    Raises OSError, or PortalError for a file that cannot be used; it is then as it was before.
    """  # fmt: skip
    if known is None:
        folder.mkdir(parents=True, exist_ok=True)
        path, before = folder / f"{name}.yml", None
        text = write(search, chosen, moment, auto=auto)
    else:
        path = file_to_write(known.name)
        before = path.read_text("utf-8") if path.exists() else None
        text = extended(file_of(known.name).read_text("utf-8"), known, chosen, auto=auto)
    with path.open("x" if before is None else "w", encoding="utf-8") as file:
        file.write(text)
    try:
        return load(path)
    except PortalError:
        path.unlink() if before is None else path.write_text(before, "utf-8")
        raise


def write(search: Search, chosen: Sequence[Candidate], moment: datetime, *, auto: bool = False) -> str:
    """The text of the portal file for these columns."""
    month = moment.astimezone(BEIJING).strftime("%Y-%m")
    platform = chosen[0].guess.platform
    title = search.title or urlsplit(search.home).hostname or search.home
    lines = [
        f"# Found by 'fazhi add' in {month}, starting from {comment(search.start)}.",
        f"title: {scalar(title)}  # {seen(search, 'title', 'the host: no page states a name')}",
        f"home: {scalar(search.home)}",
        f"platform: {platform}  # {comment('; '.join(chosen[0].guess.evidence))}",
    ]
    if SITE_CODE.fullmatch(search.site_id_code):
        lines.append(f'site_id_code: "{search.site_id_code}"  # {seen(search, "site_id_code", "")}')
    if region := region_of(search):
        lines.append(
            f'region_code: "{region.region.code}"  # {comment(full_name(region.region))}: {comment(str(region.why))}'
        )
    own = {bare_host(url) for url in (search.home, *(candidate.url for candidate in chosen))}
    lines += [*_hosts(chosen, own, ()), f'seen: "{month}"', *(["verified: auto"] if auto else []), "columns:"]
    for candidate in chosen:
        lines += column(candidate, platform)
    return "\n".join(lines) + "\n"


def extended(text: str, portal: Portal, chosen: Sequence[Candidate], *, auto: bool = False) -> str:
    """The text of a host's portal file with further columns after those it has; everything else stays as it is."""
    lines = text.splitlines()
    start, end = _columns(lines)
    added = [line for candidate in chosen for line in column(candidate, portal.platform)]
    unseen = portal.verified is False
    kept = [line for line in lines[:start] if not (unseen and re.match(r"verified:", line))]
    kept += ["verified: auto"] if unseen and auto else []
    own = {*portal.allowed_hosts, *(bare_host(candidate.url) for candidate in chosen)}
    written = [*kept, *lines[start:end], *added, *lines[end:]]
    return "\n".join(_with_hosts(written, _hosts(chosen, own, portal.hosts))) + "\n"


def _with_hosts(lines: Sequence[str], told: Sequence[str]) -> list[str]:
    """The lines of a portal file with its further hosts as they are ``told``, as they were if nothing is."""
    if not told:
        return list(lines)
    first = next((at for at, line in enumerate(lines) if line.startswith("hosts:")), None)
    if first is None:
        first = next(at for at, line in enumerate(lines) if line.startswith("columns:"))
        return [*lines[:first], *told, *lines[first:]]
    after = next((at for at in range(first + 1, len(lines)) if not lines[at].startswith((" ", "-"))), len(lines))
    return [*lines[:first], *told, *lines[after:]]


def _hosts(chosen: Sequence[Candidate], own: Collection[str], before: Sequence[str]) -> list[str]:
    """The line of further hosts with those on which reports of these columns stand, the most frequent first; nothing
    if all stand on the portal's ``own``."""
    stand = dict.fromkeys(host for candidate in chosen for host in candidate.hosts)
    new = [host for host in stand if host not in own]
    told = ", ".join(map(scalar, (*before, *new[:MOST_HOSTS])))
    return [f"hosts: [{told}]  # on which listed reports stand"] if new else []


def _columns(lines: Sequence[str]) -> tuple[int, int]:
    """Where the columns of a portal file begin and end."""
    start = next(at for at, line in enumerate(lines) if re.match(r"columns:", line))
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith((" ", "#"))):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return start, end


def region_of(search: Search) -> Found | None:
    """The division the site belongs to, by its code, its name and its host."""
    return of_site(search.title, search.site_id_code, urlsplit(search.home).hostname or "")


def column(candidate: Candidate, platform: str) -> list[str]:
    """The lines of one column."""
    reports = sorted(candidate.reports.values(), key=lambda each: (each.report_year or 0, each.title), reverse=True)
    lines = [f"  # Found by {comment(str(candidate.why))}.", "  # Reports seen there:"]
    lines += [f"  # {comment(each.title)}" for each in reports[:SHOWN]]
    lines.append(f"  - url: {scalar(candidate.url)}")
    if candidate.name:
        lines.append(f"    name: {scalar(candidate.name)}")
    if candidate.agency:
        lines.append(f"    agency: {scalar(candidate.agency)}")
    if candidate.guess.platform != platform:
        lines.append(f"    platform: {candidate.guess.platform}  # {comment('; '.join(candidate.guess.evidence))}")
    if candidate.guess.params:
        lines.append(f"    params: {flow(candidate.guess.params)}")
    return lines


def seen(search: Search, fact: str, otherwise: str) -> str:
    """Where a fact of the site was read, for a comment."""
    return comment(f"read on {search.seen_at[fact]}" if fact in search.seen_at else otherwise)


def comment(text: str) -> str:
    """Text from a portal as part of a one-line comment."""
    return "".join(char if char.isprintable() else " " for char in text)[:300]


def scalar(text: str) -> str:
    """Text as a YAML scalar on one line."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    written = yaml.safe_dump(plain, allow_unicode=True, width=10_000, default_style=None)
    return written.removesuffix("\n...\n").removesuffix("\n")


def flow(params: Mapping[str, Any]) -> str:
    """Parameters as a YAML mapping on one line, every value quoted."""
    pairs = {name: "".join(filter(str.isprintable, str(value)))[:MOST_PARAM] for name, value in params.items()}
    return json.dumps(pairs, ensure_ascii=False)


def system_of(candidate: Candidate) -> str:
    """The content system in words."""
    name = candidate.guess.platform
    return "no known system, read as any list of dated links" if name == GENERIC else name
