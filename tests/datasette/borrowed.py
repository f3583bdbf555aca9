"""What the replica's portals do not show: reports with paragraphs of another agency's, a listing that waits."""

from __future__ import annotations

from pathlib import Path

from cleaning.report import Report
from crawler.clauses import clause
from crawler.store.database import open_database
from crawler.store.observation import Observation
from crawler.store.reports import Reports

LENDER = "许昌市生态环境局"
BORROWERS = ("许昌市水利局", "许昌市林业局")


def plant(path: Path) -> None:
    """Two agencies whose reports, published after the lender's, have its longest paragraphs, changed in a word."""
    db = open_database(path)
    sql = "SELECT body, portal FROM reports WHERE agency = ? AND report_year = 2023"
    body, portal = db.execute(sql, [LENDER]).fetchone()
    lent = [line for line in body.split("\n") if len(line) > 80][:3]
    reports = Reports(db)
    for number, borrower in enumerate(BORROWERS):
        lines = [f"{borrower}2023年法治政府建设年度报告", *lent[number:]]
        text = "\n".join(lines).replace(LENDER, borrower)
        report = Report(
            title=lines[0],
            issuer=borrower,
            report_year=2023,
            published=f"2024-04-{12 + number}",
            body=text,
            is_report=True,
        )
        reports.save(Observation(portal, f"http://www.xuchang.gov.cn/borrowed/{number}.html", report, None))
    reports.indexing.finish()
    waiting = {"host": "www.waits.gov.cn", "home": "http://www.waits.gov.cn/", "name": "年度报告", "state": "proposed"}
    why = clause("link", name="年度报告", where=clause("home"), why=clause("yearly_reports"))
    evidence = {"found_by": why.stored(), "reports": [{"title": "2024年度报告"}]}
    db.table("proposals").insert(
        {
            **waiting,
            "column_url": "http://www.waits.gov.cn/ndbg/",
            "evidence": evidence,
            "problem": clause("not_kept").stored(),
            "created": "2026-11-22T06:00:00Z",
        }
    )
    db.close()
