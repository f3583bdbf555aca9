"""``fazhi classify`` as a program uses it."""

from __future__ import annotations

import json

from click.testing import CliRunner

from crawler.cli import main

TITLES = "南昌市生态环境局2023年法治政府建设情况报告\n\n某局2023年政府信息公开工作年度报告\r\n"


def run(data: str | bytes, *options: str) -> str:
    result = CliRunner().invoke(main, ["classify", *options], input=data)
    assert result.exit_code == 0, result.output
    return result.output


def test_one_json_object_per_title():
    first, second = (json.loads(line) for line in run(TITLES, "--json").splitlines())
    assert first == {
        "title": "南昌市生态环境局2023年法治政府建设情况报告",
        "is_report": True,
        "report_year": 2023,
        "kind": "annual_report",
        "reason": first["reason"],
    }
    assert (second["title"], second["is_report"]) == ("某局2023年政府信息公开工作年度报告", False)
    assert (second["report_year"], second["kind"]) == (2023, "disclosure_report")


def test_a_table_for_people():
    yes, no = run(TITLES).splitlines()[1:]
    assert "yes" in yes
    assert "2023" in yes
    assert "disclosure_report" in no


def test_titles_saved_in_gb18030():
    (line,) = run(TITLES.splitlines()[0].encode("gb18030"), "--json").splitlines()
    assert json.loads(line)["is_report"] is True


def test_a_title_cannot_steer_the_terminal():
    output = run("\x1b[31m[bold]某局2023年法治政府建设情况报告\x07\n")
    assert "\x1b" not in output
    assert "\x07" not in output
    assert "[bold]" in output


def test_no_titles_no_lines():
    assert run("", "--json") == ""
