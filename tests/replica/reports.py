"""The reports the replica publishes, read from ``data/``, and what a reader should find on their pages."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .model import Document

DATA = Path(__file__).parent / "data"


@cache
def reports(portal: str) -> dict[str, dict[str, Any]]:
    """The data files of a portal by name; each with its body lines under ``body``."""
    found = {}
    for file in sorted((DATA / portal).glob("*.json")):
        report = json.loads(file.read_text("utf-8"))
        report["body"] = file.with_suffix(".txt").read_text("utf-8").splitlines()
        found[file.stem] = report
    return found


def document(portal: str, name: str) -> Document:
    """One report as the site publishes it."""
    report = reports(portal)[name]
    fields, page = report["fields"], report.get("page", {})
    return Document(
        path=urlsplit(report["url"]).path,
        title=fields["title"],
        published=fields["published"],
        issuer=fields["issuer"],
        source=fields["source"] or "",
        body=tuple(report["body"]),
        strong=tuple(report.get("strong", ())),
        edits=tuple((since, old, new) for since, old, new in report.get("edits", ())),
        facts=page.get("facts", {}),
        is_report=True,
        **{key: page[key] for key in ("time", "encoding", "first_day", "gone_day", "gone_as") if key in page},
    )


def golds(day: int | None = None) -> list[dict[str, Any]]:
    """What should be found: one dictionary per report page the replica ever shows.

    Keys: ``url``, ``portal``, ``name`` (of the data file), ``seed`` (whether the text is a real one),
    ``first_day``, ``gone_day`` (0: never), ``body_lines`` and ``fields``. With ``day`` only the reports
    that are there on that day, their text as it reads then; without, the text as first published.
    """
    found = []
    for folder in sorted(DATA.iterdir()):
        for name, report in reports(folder.name).items():
            paper = document(folder.name, name)
            if day is not None and not paper.there(day):
                continue
            found.append(
                {
                    "url": report["url"],
                    "portal": folder.name,
                    "name": name,
                    "seed": report.get("seed", False),
                    "first_day": paper.first_day,
                    "gone_day": paper.gone_day,
                    "body_lines": list(paper.lines(day or paper.first_day)),
                    "fields": report["fields"],
                }
            )
    return found
