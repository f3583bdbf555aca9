"""The archive's state in numbers, as a monitoring system reads it (Prometheus text format 0.0.4)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from sqlite_utils import Database

from cleaning.report import CLEANER_VERSION
from crawler.store import warc
from crawler.store.health import explain_all


@dataclass(frozen=True, slots=True)
class Metric:
    """One number of one moment; ``help`` says what it is."""

    name: str
    help: str
    value: float
    labels: Mapping[str, str] = field(default_factory=dict)


def as_text(metrics: Iterator[Metric]) -> str:
    """Metrics in the text format; those of one name follow each other."""
    families: dict[str, list[Metric]] = {}
    for each in metrics:
        families.setdefault(each.name, []).append(each)
    lines = []
    for name, members in families.items():
        lines += [f"# HELP fazhi_{name} {members[0].help}", f"# TYPE fazhi_{name} gauge"]
        lines += [f"fazhi_{name}{_labels(each.labels)} {each.value:.15g}" for each in members]
    return "\n".join(lines) + "\n"


def _labels(labels: Mapping[str, str]) -> str:
    escaped = {
        key: value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n") for key, value in labels.items()
    }
    return "{" + ",".join(f'{key}="{value}"' for key, value in escaped.items()) + "}" if labels else ""


def metrics(db: Database, output: Path) -> Iterator[Metric]:
    """All numbers, as they are now."""
    made = {"version": version("fazhi-watch"), "cleaner": str(CLEANER_VERSION)}
    yield Metric("build_info", "Version of the program and of its cleaner.", 1, made)
    yield from _runs(db)
    yield from _portals(db)
    yield from _evidence(db, output)
    sql = "SELECT service, failures FROM deliveries WHERE service != 'terminal' ORDER BY service"
    for service, failures in db.execute(sql):
        yield Metric("delivery_failures", "Messages in a row that a service did not take.", failures,
                     {"service": service})  # fmt: skip


def _runs(db: Database) -> Iterator[Metric]:
    sql = "SELECT finished, exit_code, requests, bytes FROM runs WHERE finished IS NOT NULL ORDER BY finished DESC"
    row = db.execute(f"{sql} LIMIT 1").fetchone()
    if row is None:
        return
    finished, code, requests, size = row
    yield Metric("last_run_finished_timestamp_seconds", "When the last run ended.", _seconds(finished))
    yield Metric("last_run_exit_code", "Its exit code.", code or 0)
    yield Metric("last_run_requests", "Requests it sent.", requests)
    yield Metric("last_run_received_bytes", "Bytes it received.", size)


def _portals(db: Database) -> Iterator[Metric]:
    for finding in explain_all(db):
        yield Metric("portal_well", "1 if nothing is wrong with a portal.", finding.well, {"portal": finding.portal})
    sql = "SELECT portal, bad_fetches, last_good_fetch, reports FROM portal_health ORDER BY portal"
    for portal, bad, good, reports in db.execute(sql).fetchall():
        labels = {"portal": portal}
        yield Metric("portal_bad_fetches", "Bad fetches in a row at a portal's worst listing.", bad or 0, labels)
        yield Metric("portal_reports", "Reports kept of a portal.", reports or 0, labels)
        if good:
            told = "Oldest of the last good fetches of a portal's listings."
            yield Metric("portal_last_good_fetch_timestamp_seconds", told, _seconds(good), labels)
    pending = db.execute("SELECT count(*) FROM listing_rows WHERE state = 'pending'").fetchone()[0]
    yield Metric("pending_rows", "Listed pages that wait to be read.", pending)


def _evidence(db: Database, output: Path) -> Iterator[Metric]:
    count, last, waiting = db.execute(
        "SELECT count(*), max(sealed), count(CASE WHEN stamp_state = 'pending' THEN 1 END) FROM seals"
    ).fetchone()
    yield Metric("seals", "Seals in the chain.", count)
    yield Metric("seals_unstamped", "Seals that wait for a stamp.", waiting)
    if last:
        yield Metric("last_seal_timestamp_seconds", "When the last seal was made.", _seconds(last))
    database = sum(path.stat().st_size for path in output.glob("reports.db*"))
    archives = sum(path.stat().st_size for path in warc.files(output / "warc"))
    yield Metric("database_bytes", "Size of the database.", database)
    yield Metric("warc_bytes", "Size of the WARC files.", archives)
    yield Metric("disk_free_bytes", "Space left where the archive is.", shutil.disk_usage(output).free)


def _seconds(stamp: str) -> float:
    return datetime.fromisoformat(stamp.replace("Z", "+00:00")).timestamp()
