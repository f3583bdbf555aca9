"""The metadata fields of ``cleaning.report.FIELDS`` in the places that derive from them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from cleaning.report import COLUMNS, FIELDS, Field, Report
from crawler.publish.datasette.report import FACTS
from crawler.publish.datasette.start import FOLDER, with_fields
from crawler.store.database import open_database
from crawler.store.observation import Observation, fields_of

SAMPLES = {"text": "青川县司法局", "year": 2024, "date": "2025-01-10", "list": ["首页", "政务公开"]}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_is_known_wherever_it_belongs(tmp_path: Path, field: Field) -> None:
    report = Report(**{field.name: SAMPLES[field.type]})
    observed = fields_of(Observation("青川", "http://x.gov.cn/1.html", report, None))
    with open_database(tmp_path / "reports.db").conn as conn:
        types = dict(conn.execute("SELECT name, type FROM pragma_table_info('reports')"))
    explained = with_fields(yaml.safe_load((FOLDER / "metadata.yml").read_text("utf-8"))["databases"]["reports"])
    assert (field in COLUMNS) == (field.name in types) == (observed.get(field.name) is not None)
    assert types[field.name] == field.sql
    assert field.chinese in explained["tables"]["reports"]["columns"][field.name]
    assert (field.name in FACTS) == field.shown


def test_no_name_or_label_stands_for_two_fields() -> None:
    for part in ("name", "chinese", "english"):
        assert len({getattr(field, part) for field in FIELDS}) == len(FIELDS)
