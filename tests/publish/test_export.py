"""Exports can be read back unchanged, are explained in full, and run nothing in a spreadsheet."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
import yaml
from click.testing import Result

from cleaning.report import Attachment, Figure
from crawler.publish.describe import LISTS
from crawler.publish.export import INTERNAL, SHOWN, TABLES
from tests.store.world import World, sections

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1", "'=1", "''-1")
PLAIN = ("'s", "法治", "a=b", "'")


@pytest.fixture
def corpus(world: World) -> World:
    world.run()
    world.portal("some")
    figure = Figure("k", "-罚款", 2.59, "万元", 25900.0, "元", "exact", "annual", 2025, None, None, "s", "x", 0, 0, 1)
    for number, text in enumerate((*FORMULAS, *PLAIN)):
        world.report(
            "some",
            name=f"r{number}",
            title=text,
            body=f'{text}，正文"引号"\n第二段{number}',
            issuer="某局",
            sections=sections("problems"),
            figures=[figure],
            attachments=[Attachment("http://www.some.gov.cn/a.pdf", text)],
        )
    return world


def read(folder: Path, form: str, table: str) -> list[dict[str, Any]]:
    """The rows of an exported table; numbers of CSV stay text."""
    if form == "jsonl":
        return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text("utf-8").splitlines()]
    if form == "parquet":
        rows: list[dict[str, Any]] = pyarrow.parquet.read_table(folder / f"{table}.parquet").to_pylist()
        return rows
    path = folder / ("data" if form == "datapackage" else "") / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stored(world: World, table: str) -> list[dict[str, Any]]:
    rows = world.db.query(f"SELECT * FROM {SHOWN.get(table, table)}")
    return [{k: v for k, v in row.items() if k not in INTERNAL} for row in rows]


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_everything_comes_back_unchanged(
    corpus: World, fazhi: Callable[..., Result], tmp_path: Path, form: str
) -> None:
    done = fazhi("export", str(tmp_path / "out"), "--format", form)
    assert done.exit_code == 0, done.output
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    for table, resource in zip(TABLES, package["resources"], strict=True):
        types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        expected = [{name: typed(form, name, types[name], value) for name, value in row.items()}
                    for row in stored(corpus, table)]  # fmt: skip
        assert read(tmp_path / "out", form, table) == expected, table


def typed(form: str, name: str, kind: str, value: Any) -> Any:
    """What a stored value is in a format whose values have types."""
    read = READS[form].get(kind)
    if value is None or read is None or (kind == "array" and name not in LISTS):
        return value
    return read(value)


READS: dict[str, dict[str, Callable[[str], Any]]] = {
    "jsonl": {"array": json.loads},
    "parquet": {"array": json.loads, "date": date.fromisoformat, "datetime": datetime.fromisoformat},
}


def test_a_date_that_is_none_is_told(corpus: World, fazhi: Callable[..., Result], tmp_path: Path) -> None:
    with corpus.db.atomic():
        corpus.db.execute("UPDATE reports SET published = '2026-02-30' WHERE id = 1")
    done = fazhi("export", str(tmp_path / "out"), "-f", "parquet")
    assert done.exit_code == 1
    assert "published of a row holds '2026-02-30', no date" in done.output


@pytest.mark.parametrize("form", ["csv", "datapackage", "jsonl", "parquet"])
def test_an_export_is_described_for_catalogues_and_checked_by_its_sums(
    corpus: World, fazhi: Callable[..., Result], tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAZHI_CONTACT", "mail@example.org")
    monkeypatch.setenv("FAZHI_ROOM", "https://room.example.org/")
    corpus.at("2026-03-04")
    folder = tmp_path / "out"
    assert fazhi("export", str(folder), "-f", form).exit_code == 0
    written = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    sums = dict(reversed(line.split("  ")) for line in written.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in written.items()}

    package = json.loads(written["datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (package["version"], package["homepage"]) == ("2026.3.3", "https://room.example.org/")
    assert "mail@example.org" in [each["title"] for each in package["contributors"]]
    assert [each["path"] for each in package["sources"]] == ["http://www.some.gov.cn/"]
    assert package["licenses"]
    assert re.fullmatch(r"Fazhi Watch [\d.]+, cleaner \d+", package["software"])

    croissant = json.loads(written["croissant.json"])
    assert {each["contentUrl"]: each["sha256"] for each in croissant["distribution"]} == {
        each["path"]: each["hash"].removeprefix("sha256:") for each in package["resources"]
    }
    assert [[field["name"] for field in each["field"]] for each in croissant["recordSet"]] == [
        [field["name"] for field in each["schema"]["fields"]] for each in package["resources"]
    ]
    dates = {field["name"]: field["dataType"] for field in croissant["recordSet"][0]["field"]}
    assert (dates["published"], dates["first_seen"]) == ("sc:Date", "sc:DateTime")

    citation = yaml.safe_load(written["CITATION.cff"])
    assert (citation["type"], citation["version"], str(citation["date-released"])) == (
        "dataset",
        "2026.3.3",
        "2026-03-03",
    )
    _, head, card = written["README.md"].decode().split("---\n", 2)
    configs = yaml.safe_load(head)["configs"]
    assert [each["data_files"] for each in configs] == [each["path"] for each in package["resources"]]
    assert package["software"] in card


@pytest.mark.parametrize("form", ["csv", "datapackage"])
def test_csv_comes_back_and_holds_no_formula(
    corpus: World, fazhi: Callable[..., Result], tmp_path: Path, form: str
) -> None:
    assert fazhi("export", str(tmp_path / "out"), "-f", form).exit_code == 0
    titles = [row["title"] for row in read(tmp_path / "out", form, "reports")]
    assert titles == ["'" + text for text in FORMULAS] + list(PLAIN)
    for table in TABLES:
        for row, original in zip(read(tmp_path / "out", form, table), stored(corpus, table), strict=True):
            for name, cell in row.items():
                assert not cell.startswith(("=", "+", "@", "\t", "\r", "＝", "＋", "－", "＠")), (table, name)
                number = isinstance(original[name], int | float)
                assert number or not cell.startswith("-"), (table, name)
                value = "" if original[name] is None else str(original[name])
                assert cell in (value, "'" + value)


@pytest.mark.parametrize(("bom", "head"), [((), b"id,"), (("--bom",), b"\xef\xbb\xbfid,")])
def test_byte_order_mark_only_on_request(
    corpus: World, fazhi: Callable[..., Result], tmp_path: Path, bom: tuple[str, ...], head: bytes
) -> None:
    assert fazhi("export", str(tmp_path / "out"), *bom).exit_code == 0
    assert (tmp_path / "out" / "reports.csv").read_bytes().startswith(head)


def test_package_states_digest_rows_type_and_meaning_of_every_column(
    corpus: World, fazhi: Callable[..., Result], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    corpus.at("2026-03-04")
    assert fazhi("export", str(folder), "-f", "datapackage").exit_code == 0
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    codebook = (folder / "codebook.md").read_text("utf-8")
    assert package["created"] == "2026-03-03T19:00:00Z"
    assert [each["name"].replace("-", "_") for each in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert resource["bytes"] == len(content)
        table = resource["name"].replace("-", "_")
        rows = read(folder, "datapackage", table)
        assert resource["rows"] == len(rows)
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert set(resource["schema"].get("primaryKey", [])) <= set(fields)
        for row in stored(corpus, table):
            assert list(row) == list(fields)
            for name, value in row.items():
                of_text = {"string", "date", "datetime", "array", "object"}
                kinds = {int: {"integer"}, float: {"number"}, str: of_text}.get(type(value), {fields[name]["type"]})
                assert fields[name]["type"] in kinds, (table, name)
        for name, field in fields.items():
            assert field["description"], (table, name)
            assert f"| `{name}` | {field['type']} | {field['description']} |" in codebook


def test_parquet_without_pyarrow_says_what_to_do(
    corpus: World, fazhi: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    done = fazhi("export", str(tmp_path / "out"), "-f", "parquet")
    assert done.exit_code == 1
    assert "pip install -e '.[parquet]'" in done.output


def test_usage_errors(world: World, fazhi: Callable[..., Result], tmp_path: Path) -> None:
    assert fazhi("export", str(tmp_path / "out"), "-f", "jsonl", "--bom").exit_code == 2
    (tmp_path / "file").write_text("")
    assert fazhi("export", str(tmp_path / "file")).exit_code == 2
    assert fazhi("export", str(tmp_path / "file" / "below")).exit_code == 1
