"""What an export says of itself: its codebook, and its description in the forms that catalogues and programs read.

``datapackage.json`` follows Data Package 2.0 (datapackage.org), ``README.md`` the dataset cards of Hugging Face,
``CITATION.cff`` the Citation File Format 1.2; ``croissant.json`` is made in ``croissant.py``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, Final

import yaml

from cleaning.report import CLEANER_VERSION, FIELDS
from crawler import environment

NAME: Final = "fazhi-watch"
TITLE: Final = "法治政府建设年度报告 Annual rule-of-law reports of Chinese government agencies"
ABOUT: Final = (
    "各级政府及部门依法公开的法治政府建设年度报告：文本、元数据、数据、历次版本与公开情况。"
    " The annual rule-of-law reports of Chinese government agencies: texts, facts, figures, versions and who published."
)
LICENCE: Final = "Official documents, not protected by copyright (Copyright Law of the PRC, article 5(1))"
CONTRIBUTORS: Final = "The Fazhi Watch contributors"
KEYWORDS: Final = ("rule of law", "China", "government transparency", "web archiving", "法治政府")
LISTS: Final = {each.name for each in FIELDS if each.type == "list"} | {"flags", "aliases", "parts_missing"}  # of texts
PROFILES: Final = "https://datapackage.org/profiles/2.0"
MEDIA_TYPES: Final = {"csv": "text/csv", "jsonl": "application/jsonlines", "parquet": "application/x-parquet"}
SIZES: Final = (
    (10**3, "n<1K"), (10**4, "1K<n<10K"), (10**5, "10K<n<100K"), (10**6, "100K<n<1M"), (10**7, "1M<n<10M"),
    (10**8, "10M<n<100M"),
)  # fmt: skip
NOTES: Final = """\
- “未找到”只说明本项目没有查到，不证明该机关未公开。 "Not found" speaks of our search, not of the agency.
- 时间为 UTC，日期为北京时间。 Times are UTC, dates are Beijing's.
- 偏移以字符计，从 0 开始，指向 reports.body。 Offsets count characters of reports.body from 0.
- 空值在 CSV 中为空格子。 A missing value is an empty cell in CSV.
- CSV 中以公式符号开头的文字前加了一个撇号。 In CSV a text that begins like a formula is preceded by one apostrophe,
  to be taken away where the text itself matters; JSON lines and Parquet hold it unchanged.
"""


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its type by Table Schema and what it means. Arrays of texts are arrays in JSON lines and Parquet;
    other arrays and objects are JSON there too, as in CSV."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Resource:
    """One written file."""

    table: str
    path: str
    rows: int
    bytes: int
    sha256: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Export:
    """All that was written: the tables, what ``metadata.yml`` says of each, when (UTC), as what, and from which
    portals (title, address)."""

    resources: Sequence[Resource]
    explained: dict[str, Any]
    moment: str
    form: str
    portals: Sequence[tuple[str, str]]

    @property
    def version(self) -> str:
        """The day as a version: 2026.3.3."""
        return ".".join(str(int(part)) for part in self.moment[:10].split("-"))

    @property
    def made_by(self) -> str:
        """The program, and the version of its cleaner."""
        return f"Fazhi Watch {version('fazhi-watch')}, cleaner {CLEANER_VERSION}"

    @property
    def suffix(self) -> str:
        """The format of its files."""
        return "csv" if self.form == "datapackage" else self.form

    def title(self, each: Resource) -> str:
        """What a table is called."""
        return str(self.explained[each.table].get("title", each.table))


def texts(export: Export) -> dict[str, str]:
    """The files that describe an export, by name."""
    return {
        "datapackage.json": as_json(_package(export)),
        "CITATION.cff": _yaml(_citation(export)),
        "README.md": _card(export),
        "codebook.md": _codebook(export),
    }


def as_json(value: dict[str, Any]) -> str:
    """JSON for people."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _yaml(value: dict[str, Any]) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000))


def home() -> dict[str, str]:
    """The address of the reading room, where it is known."""
    room = environment.value("FAZHI_ROOM")
    return {"url": room} if room else {}


def _package(export: Export) -> dict[str, Any]:
    contact = environment.value("FAZHI_CONTACT")
    room = home()
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": NAME,
        "title": TITLE,
        "description": ABOUT,
        **({"homepage": room["url"]} if room else {}),
        "version": export.version,
        "created": export.moment,
        "software": export.made_by,
        "keywords": list(KEYWORDS),
        "licenses": [{"name": "other-pd", "title": LICENCE}],
        "contributors": [
            {"title": CONTRIBUTORS, "roles": ["creator"]},
            *([{"title": contact, "roles": ["publisher", "contact"]}] if contact else []),
        ],
        "sources": [{"title": title, "path": address} for title, address in export.portals],
        "resources": [_described(export, each) for each in export.resources],
    }


def _described(export: Export, each: Resource) -> dict[str, Any]:
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": each.table.replace("_", "-"),
        "type": "table",
        "path": each.path,
        "format": export.suffix,
        "mediatype": MEDIA_TYPES[export.suffix],
        "encoding": "utf-8",
        "title": export.title(each),
        "bytes": each.bytes,
        "hash": f"sha256:{each.sha256}",
        "rows": each.rows,
        "schema": _schema(each),
    }


def _schema(resource: Resource) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [{"name": f.name, "type": f.type, "description": f.description} for f in resource.fields],
        "missingValues": [""],
    }
    if resource.primary_key:
        schema["primaryKey"] = list(resource.primary_key)
    if resource.foreign_keys:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": table.replace("_", "-"), "fields": [to]}}
            for column, table, to in resource.foreign_keys
        ]
    return schema


def _citation(export: Export) -> dict[str, Any]:
    return {
        "cff-version": "1.2.0",
        "message": "If you use this corpus, please cite it, and each report you quote with its agency and day.",
        "type": "dataset",
        "title": TITLE,
        "abstract": f"{ABOUT} {export.made_by}. {LICENCE}.",
        "authors": [{"name": CONTRIBUTORS}],
        "version": export.version,
        "date-released": export.moment[:10],
        **home(),
        "keywords": list(KEYWORDS),
    }


def _card(export: Export) -> str:
    """The card of the dataset; the table of reports is what is loaded when none is named."""
    rows = {each.table: each.rows for each in export.resources}
    head = {
        "pretty_name": TITLE,
        "language": ["zh"],
        "license": "other",
        "license_name": "official-documents",
        "license_details": LICENCE,
        "multilinguality": ["monolingual"],
        "language_creators": ["found"],
        "annotations_creators": ["machine-generated"],
        "source_datasets": ["original"],
        "size_categories": [next((name for most, name in SIZES if rows["reports"] < most), "100M<n<1B")],
        "tags": [*KEYWORDS, "legal"],
        "configs": [
            {"config_name": each.table, "data_files": each.path}
            | ({"default": True} if each.table == "reports" else {})
            for each in export.resources
        ],
    }
    return f"""---
{_yaml(head)}---

# {TITLE}

{ABOUT}

- 查询日期 as of: {export.moment}
- 制作 made by: {export.made_by}
- 来源 sources: {len(export.portals):,} 个门户网站 government portals, `datapackage.json`
- 许可 licence: 具有行政性质的文件，不受著作权保护（《著作权法》第五条第（一）项）。 {LICENCE}. 请注明来源和看到的日期。
  Name the agency and the day its page was seen.
- 引用 citation: `CITATION.cff`

{NOTES}
## 表 Tables

| 文件 file | 内容 content | 行 rows |
|---|---|---|
{"".join(f"| `{each.path}` | {export.title(each)} | {each.rows:,} |" + chr(10) for each in export.resources)}
每一列的含义见 `codebook.md`。 `codebook.md` explains every column. `public_id` 在各数据库中相同，用它引用一份报告。
`public_id` is the same in every database: name a report by it.

## 个人信息 Personal data

报告提到的自然人是依法公开的负责人和经办人。 The reports name officials as the agencies published them.

## 核对 To check it

```
sha256sum --check SHA256SUMS
```
"""


def _codebook(export: Export) -> str:
    head = f"导出时间 exported: {export.moment} · 格式 format: {export.form} · {export.made_by}"
    lines = ["# 编码手册 Codebook", "", head, "", NOTES]
    for each in export.resources:
        lines += [
            f"## {export.title(each)}",
            "",
            f"`{each.path}` · {each.rows:,} 行 rows · {each.bytes:,} 字节 bytes · SHA-256 `{each.sha256}`",
            "",
            str(export.explained[each.table].get("description", "")),
            "",
            "| 列 column | 类型 type | 含义 meaning |",
            "|---|---|---|",
            *(f"| `{field.name}` | {field.type} | {field.description} |" for field in each.fields),
            "",
        ]
    return "\n".join(lines)
