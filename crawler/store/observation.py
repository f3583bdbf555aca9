"""A report page as it was seen, on its way into the store."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cleaning.report import COLUMNS, Report
from cleaning.text.normalize import plain
from crawler.store.files import StoredFile, StoredPage, evidence, page_evidence


@dataclass(frozen=True, slots=True)
class Observation:
    """A cleaned report page and how it was seen, with its files and the pages it goes on on if they were fetched.

    ``report_id`` names the report when it is being fetched again, ``boilerplate`` is the digest of the boilerplate
    it was cleaned with.
    """

    portal: str
    url: str
    report: Report
    snapshot: int | None
    region_code: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    report_id: int | None = None
    files: Sequence[StoredFile] = ()
    pages: Sequence[StoredPage] = ()
    boilerplate: str = ""

    @property
    def evidence(self) -> list[dict[str, Any]]:
        """The files the text was read from, with their digests and snapshots."""
        return evidence(self.report.attachments, self.files, self.report.flags)

    @property
    def further(self) -> list[dict[str, Any]]:
        """The following pages the text was read from, with their digests and snapshots."""
        return page_evidence(self.report.provenance.get("pages", ()), self.pages)


@lru_cache(maxsize=4)
def body_digest(body: str) -> str:
    """SHA-256 of a body without its white space: re-flowed lines are no change, any other character is."""
    return hashlib.sha256(_bare(body).encode("utf-8", "surrogatepass")).hexdigest()


def characters(body: str) -> int:
    """Length of a body without its white space."""
    return len(_bare(body))


def public_id(address: str, year: int | None) -> str:
    """The name of a report outside this database: twelve letters and digits made of its canonical address and report
    year, the same in every database that holds it."""
    digest = hashlib.sha256(f"{address} {year or ''}".encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:12]


def _bare(body: str) -> str:
    return "".join(body.split())


def fields_of(seen: Observation) -> dict[str, Any]:
    """The columns of ``reports`` a observation fills."""
    report = seen.report
    return {
        **{each.name: _column(getattr(report, each.name)) for each in COLUMNS},
        "region_code": seen.region_code,
        "published_from": (report.provenance.get("published") or {}).get("from"),
        "body": report.body,
        "body_folded": folded if (folded := plain(report.body)) != report.body else None,
        "body_sha256": body_digest(report.body),
        "body_source": report.body_source,
        "characters": characters(report.body),
        "flags": json.dumps(report.flags, ensure_ascii=False),
        "provenance": json.dumps(report.provenance, ensure_ascii=False),
        "etag": seen.etag,
        "last_modified": seen.last_modified,
    }


def name_issuer(report: Report, agency: str) -> None:
    """Let a report that names no issuer be that of ``agency``, whom the portal file names for its column.

    ``provenance`` says so and repeats the name: a page cleaned anew gives no issuer, and what is stored must be told
    from it (``agency_named``).
    """
    if agency and report.issuer is None:
        report.issuer = agency
        report.provenance["issuer"] = {"from": "portal file", "agency": agency}


def named_anew(issuer: str | None, provenance: str, agency: str) -> dict[str, str | None]:
    """What of a stored report changes where the portal file names ``agency`` now; nothing if its page names one."""
    said = json.loads(provenance)
    if agency == (issuer or "") or (issuer is not None and not agency_named(provenance)):
        return {}
    report = Report(provenance={name: value for name, value in said.items() if name != "issuer"})
    name_issuer(report, agency)
    return {"issuer": report.issuer, "provenance": json.dumps(report.provenance, ensure_ascii=False)}


def agency_named(provenance: str) -> str:
    """The agency a stored report has as its issuer by the portal file's word alone, "" where its page names one."""
    return str((json.loads(provenance).get("issuer") or {}).get("agency") or "")


def _column(value: Any) -> Any:
    """A field's value as its column holds it: lists as JSON, none for an empty one."""
    return (json.dumps(value, ensure_ascii=False) if value else None) if isinstance(value, list) else value
