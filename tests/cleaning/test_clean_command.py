"""``fazhi clean`` as a person or a script uses it."""

import json
from pathlib import Path

from click.testing import CliRunner

from crawler.cli import main
from tests.cleaning.templates import TEMPLATES, Document
from tests.replica import made
from tests.replica.more import common

KEYS = [
    "page",
    "title",
    "issuer",
    "published",
    "signed_date",
    "report_year",
    "doc_number",
    "index_number",
    "source",
    "site_name",
    "site_id_code",
    "icp",
    "column_path",
    "attachments",
    "body",
    "sections",
    "figures",
    "targets",
    "is_report",
    "flags",
]
LINES = ("现将2023年法治政府建设情况报告如下：", "一、工作情况", "全年查处违法行为59件。")


def saved(folder: Path, name: str = "a.html", encoding: str = "utf-8") -> str:
    path = folder / name
    path.write_bytes(TEMPLATES["ucap"](Document(LINES)).encode(encoding))
    return str(path)


def test_body_on_standard_output(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["clean", saved(tmp_path)])
    assert (result.exit_code, result.stdout) == (0, "\n".join(LINES) + "\n")


def test_json_has_the_documented_keys_in_order(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["clean", saved(tmp_path), saved(tmp_path, "b.html", "gb18030"), "--json"])
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["page"] for record in records] == ["a.html", "b.html"]
    assert all(list(record)[: len(KEYS)] == KEYS for record in records)
    assert all(record["body"] == "\n".join(LINES) and record["is_report"] for record in records)
    assert all(record["report_year"] == 2023 for record in records)


def test_standard_input_and_address(tmp_path: Path) -> None:
    html = '<div class="TRS_Editor"><p>见附件。</p><a href="./P1.pdf">报告.pdf</a></div>'
    command = ["clean", "-", "--json", "--url", "https://www.example.gov.cn/a/t1.html"]
    record = json.loads(CliRunner().invoke(main, command, input=html).stdout)
    assert record["page"] == "-"
    (file,) = record["attachments"]
    assert (file["url"], file["name"], file["role"]) == ("https://www.example.gov.cn/a/P1.pdf", "报告.pdf", "")


def test_missing_file_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["clean", str(tmp_path / "none.html"), saved(tmp_path)])
    assert result.exit_code == 2
    assert "none.html" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert LINES[0] in result.stdout


def test_a_document_is_read_by_its_content(tmp_path: Path) -> None:
    """Also one whose name says that it is a page; a document that cannot be read is told and gives no text."""
    title = "某某市水利局2024年度法治政府建设情况报告"
    lines = [title, *common.report("某某市水利局", 2024, "", "").body]
    for name, content in (("report.pdf", made.pdf(lines)), ("report.html", made.docx(lines))):
        (tmp_path / name).write_bytes(content)
        result = CliRunner().invoke(main, ["clean", "--json", str(tmp_path / name)])
        record = json.loads(result.stdout)
        assert (record["title"], record["report_year"], record["is_report"]) == (title, 2024, True)
        assert record["body"].split("\n") == lines[1:]
        assert record["body_source"] == name
    (tmp_path / "broken.pdf").write_bytes(made.pdf(lines)[:200])
    result = CliRunner().invoke(main, ["clean", str(tmp_path / "broken.pdf")])
    assert (result.exit_code, result.stdout.strip()) == (5, "")
    assert "broken.pdf: " in result.stderr
