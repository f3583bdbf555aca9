"""A report whose every word tries to run in the reader's browser."""

from __future__ import annotations

from pathlib import Path

from cleaning.report import Attachment, Figure, Report, Section
from crawler.store.database import open_database
from crawler.store.observation import Observation
from crawler.store.reports import Reports

ATTACK = "<script>window.pwned=1</script><img src=x onerror=window.pwned=2>\"'><svg onload=window.pwned=3>"
WORD = "陷阱页"


def plant(path: Path) -> None:
    """Store it, with a version before it."""
    db = open_database(path)
    body = f"{WORD}{ATTACK}第一段。\n一、存在的不足{ATTACK}\n处罚{ATTACK}3件。"
    start = body.index("一、")
    for text in (body.replace("3件", "2件"), body):
        report = Report(
            title=f"{ATTACK}2024年法治政府建设年度报告",
            issuer=ATTACK,
            report_year=2024,
            published="2025-01-01",
            source=ATTACK,
            column_path=[ATTACK],
            attachments=[Attachment("javascript:window.pwned=4", ATTACK)],
            body=text,
            sections=[Section(1, "一、", 1, f"存在的不足{ATTACK}", "line", "problems", 1, start, len(text))],
            figures=[
                Figure("x", ATTACK, 3, "件", 3, "件", "exact", "annual", 2024, None, None, ATTACK, "3件", 2, -9, 10**9)
            ],
            flags=[ATTACK],
            provenance={"published": {"from": ATTACK, "lost": [[ATTACK, ATTACK]]}},
            is_report=True,
        )
        snapshot = db.table("snapshots").insert(
            {"url": "x", "fetched": "2026-01-01T00:00:00Z", "sha256": ATTACK, "warc": ATTACK, "offset": 0, "length": 0}
        )
        reports = Reports(db)
        reports.save(Observation("nanchang", f"javascript:window.pwned=5//{WORD}", report, snapshot.last_pk))
        reports.indexing.finish()
    db.close()
