"""Counts the reading room's first page shows, kept by triggers as rows change: nobody counts a million rows anew.

``counts`` has a row for each (name, key): ``reports``, ``characters`` and ``figures`` of the whole store, ``agency``
and ``portal`` with the reports of each, ``agencies`` with the number of keys of ``agency``, ``coverage`` with the
agencies of a province, year and state (``36|2024|late``).
"""

from __future__ import annotations

from typing import Final

_CELL: Final = "coalesce(substr({row}.region_code, 1, 2), '') || '|' || {row}.year || '|' || {row}.state"
_EMPTY: Final = "''"
_OF_REPORT: Final = {
    "reports": (_EMPTY, "1"),
    "characters": (_EMPTY, "{row}.characters"),
    "agency": ("coalesce({row}.agency, {row}.issuer, '')", "1"),
    "portal": ("{row}.portal", "1"),
}


def _count(name: str, key: str, number: str, row: str, sign: str) -> str:
    key, number = key.format(row=row), number.format(row=row)
    return (
        f"INSERT INTO counts (name, key, number) VALUES ('{name}', {key}, {sign}{number})"
        f" ON CONFLICT DO UPDATE SET number = number {sign or '+'} {number};"
    )


def _reports(row: str, sign: str) -> str:
    return " ".join(_count(name, *of, row, sign) for name, of in _OF_REPORT.items())


def _figures(row: str, sign: str) -> str:
    return _count("figures", _EMPTY, "1", row, sign)


def _coverage(row: str, sign: str) -> str:
    return _count("coverage", _CELL, "1", row, sign)


_MOVES: Final = "old.characters, old.agency, old.issuer, old.portal"
STATEMENTS: Final = (
    "CREATE TABLE counts (name TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (name, key))"
    " WITHOUT ROWID",
    "CREATE TRIGGER counts_gone AFTER UPDATE ON counts WHEN new.number = 0"
    " BEGIN DELETE FROM counts WHERE name = new.name AND key = new.key; END",
    f"CREATE TRIGGER counts_report_new AFTER INSERT ON reports BEGIN {_reports('new', '')} END",
    f"CREATE TRIGGER counts_report_deleted AFTER DELETE ON reports BEGIN {_reports('old', '-')} END",
    "CREATE TRIGGER counts_report_moved AFTER UPDATE OF characters, agency, issuer, portal ON reports"
    f" WHEN ({_MOVES}) IS NOT ({_MOVES.replace('old', 'new')}) BEGIN {_reports('old', '-')} {_reports('new', '')} END",
    f"CREATE TRIGGER counts_figure_new AFTER INSERT ON figure_spans BEGIN {_figures('new', '')} END",
    f"CREATE TRIGGER counts_figure_deleted AFTER DELETE ON figure_spans BEGIN {_figures('old', '-')} END",
    f"CREATE TRIGGER counts_cell_new AFTER INSERT ON coverage BEGIN {_coverage('new', '')} END",
    f"CREATE TRIGGER counts_cell_deleted AFTER DELETE ON coverage BEGIN {_coverage('old', '-')} END",
    "CREATE TRIGGER counts_cell_changed AFTER UPDATE OF region_code, year, state ON coverage"
    " WHEN (old.region_code, old.year, old.state) IS NOT (new.region_code, new.year, new.state)"
    f" BEGIN {_coverage('old', '-')} {_coverage('new', '')} END",
)
OF_AGENCIES: Final = (
    "INSERT INTO counts SELECT 'agencies', '', count(*) FROM counts WHERE name = 'agency' HAVING count(*) > 0",
    "CREATE TRIGGER counts_agency_new AFTER INSERT ON counts WHEN new.name = 'agency'"
    f" BEGIN {_count('agencies', _EMPTY, '1', 'new', '')} END",
    "CREATE TRIGGER counts_agency_gone AFTER DELETE ON counts WHEN old.name = 'agency'"
    f" BEGIN {_count('agencies', _EMPTY, '1', 'old', '-')} END",
)
