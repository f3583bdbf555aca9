"""The guard tells by name what differs between two records, and with its exit code whether anything does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.guard.__main__ import DIFFERENT, main
from tests.guard.damage import DAMAGES, damaged


def record() -> dict[str, Any]:
    figures = [{"key": "cases", "value": number, "sentence": "全年办理案件"} for number in range(5)]
    body = [f"第{number}段" for number in range(6)]
    return {
        "cleaning": {"one page": {"title": "报告", "body": body, "figures": figures, "score": 1.0}},
        "met pages": {"met 0a": {"_test": "test_of_a_page", "title": "报告"}},
    }


def compared(tmp_path: Path, new: dict[str, Any]) -> int:
    for name, value in (("old.json", record()), ("new.json", new)):
        (tmp_path / name).write_text(json.dumps(value), "utf-8")
    return main(["--compare", str(tmp_path / "old.json"), str(tmp_path / "new.json")])


def test_equal_records_are_told_by_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = record()
    new["met pages"]["met 0a"]["_test"] = "test_that_moved"
    assert compared(tmp_path, new) == 0
    assert capsys.readouterr().out == ""


def test_each_changed_field_is_one_line_that_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = record()
    new["cleaning"]["one page"]["figures"][3]["value"] = 30
    new["cleaning"]["one page"]["body"].insert(2, "多出的一段")
    new["cleaning"]["one page"]["title"] = "报" * 200 + "告"
    del new["cleaning"]["one page"]["score"]
    new["met pages"]["met 0a"]["title"] = None
    assert compared(tmp_path, new) == DIFFERENT == 4
    body, figure, score, title, met, summary = capsys.readouterr().out.splitlines()
    assert body == 'cleaning · one page · body[new 2]: (nothing) → "多出的一段"'
    assert figure == "cleaning · one page · figures[3].value: 3 → 30"
    assert score == "cleaning · one page · score: 1.0 → (nothing)"
    assert title.startswith('cleaning · one page · title: "报告" → "报报')
    assert len(title) < 200
    assert met == 'met pages · met 0a (test_of_a_page) · title: "报告" → null'
    assert summary.startswith("5 differences in 2 inputs: ")


def test_inputs_and_parts_of_one_record_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = record()
    new["cleaning"] = {f"page {number}": {} for number in range(9)}
    del new["met pages"]
    assert compared(tmp_path, new) == DIFFERENT
    out = capsys.readouterr().out
    assert "cleaning · one page · only in the old record" in out
    assert "cleaning · 4 more inputs are only in the new record" in out
    assert "met pages · the whole part is only in the old record" in out


def test_damage_is_the_same_every_time_and_none_is_left_out() -> None:
    page = "<html><head><title>t</title></head><body><h1>题</h1>" + "<div class='a'><p>一段文字。</p></div>" * 20
    pages = {f"page {number}": page for number in range(20)}
    found = list(damaged(pages))
    assert found == list(damaged(pages))
    assert {name.partition(", ")[2] for name, _ in found} >= set(DAMAGES)
    assert len(found) == 8 * len(pages)
