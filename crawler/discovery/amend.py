"""A portal file with the findings of a live check worked in, its comments kept."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from crawler.clock import BEIJING
from crawler.discovery.draft import flow, scalar
from crawler.discovery.live_check import Finding
from crawler.portals import Portal

_KEY: Final = re.compile(r"^(?:  - |    )(url|name|platform|params):")


def amended(text: str, portal: Portal, findings: Sequence[Finding]) -> str:
    """The file's text as it should read now; unchanged where nothing is to be proposed."""
    common = _common(findings) or portal.platform
    lines = text.splitlines()
    if common != portal.platform:
        lines = [re.sub(r"^platform:.*", f"platform: {common}", line) for line in lines]
    for finding in findings:
        lines = _column(lines, finding, common) if finding.changed else lines
    unmarked = "verified:" if not portal.verified and _proven(findings) else "\n"
    return "\n".join(line for line in lines if not line.startswith(unmarked)) + "\n"


def _common(findings: Sequence[Finding]) -> str:
    """The system that drew all columns, "" if several did."""
    shared = {finding.platform for finding in findings}
    return shared.pop() if len(shared) == 1 else ""


def _proven(findings: Sequence[Finding]) -> bool:
    """Whether every column was seen and one of them holds a report."""
    seen = all(finding.state in ("well", "partly_read", "moved", "redesigned") for finding in findings)
    return seen and any(finding.reports for finding in findings)


def settled(text: str, portal: Portal, findings: Sequence[Finding], moment: datetime) -> str:
    """The file of a portal nobody had fetched, after a live check: amended, verified, or dropped with the reason.

    It stays as it is while the check could not be made (a wall, a host that does not answer today).
    """
    if portal.verified or any(finding.state in ("", "not_looked") for finding in findings):
        return amended(text, portal, findings)
    if any(finding.reports for finding in findings):
        return amended(text, portal, findings)
    if all(finding.state in ("lost", "dead_host", "identity_mismatch") for finding in findings):
        month = moment.astimezone(BEIJING).strftime("%Y-%m")
        reason = f"{month}: {findings[0].sentence}"
        return re.sub(r"(?m)^verified:.*$", lambda found: f"{found[0]}\ndropped: {scalar(reason)}", text)
    return amended(text, portal, findings)


def seen_by_crawl(text: str) -> str:
    """The file of a portal in whose columns a crawl has found reports."""
    return re.sub(r"(?m)^verified:\s*false.*$", "verified: auto", text)


def _column(lines: list[str], finding: Finding, common: str) -> list[str]:
    """The lines with one column's block written anew: its address, name, and what differs from the portal's own."""
    start = next((at for at, line in enumerate(lines) if line.startswith("  - ") and finding.column.url in line), None)
    if start is None:
        return lines
    end = start + 1
    while end < len(lines) and lines[end].startswith("    "):
        end += 1
    kept = [line for line in lines[start:end] if not _KEY.match(line)]
    return [*lines[:start], *_block(finding, common), *kept, *lines[end:]]


def _block(finding: Finding, common: str) -> list[str]:
    """What a live check says of a column, as lines of the file."""
    written = {
        "  - url": scalar(finding.url),
        "    name": scalar(finding.column.name) if finding.column.name else "",
        "    platform": finding.platform if finding.platform != common else "",
        "    params": flow(finding.params) if finding.params else "",
    }
    return [f"{key}: {value}" for key, value in written.items() if value]


def difference(before: str, after: str, name: str) -> str:
    """The change as a unified diff, "" if there is none."""
    pair = (before.splitlines(keepends=True), after.splitlines(keepends=True))
    return "".join(difflib.unified_diff(*pair, fromfile=name, tofile=f"{name} (proposed)"))
