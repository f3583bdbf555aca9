"""Tables, columns, facets, parameters and fields, and where a field was read."""

from __future__ import annotations

import re
from typing import Final

from cleaning.report import FIELDS
from crawler.publish.datasette.labels.codes import COVERAGE
from crawler.publish.datasette.language import Labels, pick, say

TABLES: Final = Labels(
    {
        "agencies": ("机关", "agencies"),
        "attachments": ("附件", "attachments"),
        "following_pages": ("后续页", "following pages"),
        "changes": ("变化", "changes"),
        "columns": ("栏目", "listings"),
        "coverage": ("公开情况", "publication"),
        "fetches": ("抓取记录", "fetches"),
        "figures": ("数据", "figures"),
        "portals": ("门户", "portals"),
        "reports": ("报告", "reports"),
        "sections": ("章节", "sections"),
        "snapshots": ("快照", "snapshots"),
        "versions": ("版本", "versions"),
        "agency_regions": ("机关所在地区", "divisions of agencies"),
        "candidate_spans": ("未采用的数据", "figures not taken"),
        "figure_spans": ("数据", "figures"),
        "listing_rows": ("列表条目", "rows of listings"),
        "pending_changes": ("待确认的变化", "changes to be confirmed"),
        "proposals": ("自动找到的栏目", "columns found"),
        "regions": ("行政区划", "divisions"),
        "report_addresses": ("报告网址", "addresses of reports"),
        "runs": ("运行", "runs"),
        "seals": ("封存", "seals"),
        "second_opinions": ("另一程序的提取结果", "second opinions"),
        "section_spans": ("章节", "sections"),
        "target_spans": ("目标", "targets"),
        "troubles": ("暂停访问的门户", "portals left alone"),
    }
)
PARAMETERS: Final = Labels(
    {
        "agency": ("机关", "agency"),
        "of_agency": ("机关", "agency"),
        "indicator": ("指标", "indicator"),
        "part": ("部分", "mandated part"),
        "province": ("地区", "region"),
        "words": ("词语", "words"),
        "year": ("年度", "year"),
    }
)
FACETS: Final = Labels(
    {
        "agency": ("机关", "agency"),
        "duty": ("义务", "duty"),
        "flags": ("标记", "flags"),
        "issuer": ("发布机关", "issuer"),
        "key": ("指标", "indicator"),
        "kind": ("类别", "kind"),
        "level": ("层级", "level"),
        "media_type": ("文件类型", "media type"),
        "method": ("读取方法", "how its text was got"),
        "platform": ("内容管理系统", "platform"),
        "role": ("与报告的关系", "role"),
        "valid_to": ("止于年份", "valid to"),
        "normal_unit": ("单位", "unit"),
        "outcome": ("结果", "outcome"),
        "part": ("法定内容", "mandated part"),
        "portal": ("门户", "portal"),
        "province": ("地区", "region"),
        "purpose": ("目的", "purpose"),
        "reason": ("原因", "reason"),
        "report_year": ("年度", "report year"),
        "state": ("状态", "state"),
        "type": ("类型", "type"),
        "year": ("年度", "year"),
    }
)
# Columns of canned queries, which name them in Chinese.
HEADS: Final = {
    "年度": "year",
    "地区": "region",
    "机关": "agency",
    "机关数": "agencies",
    "标题": "title",
    "章节": "section",
    "原文": "text",
    "发现时间": "found (Beijing time)",
    "字数增减": "characters more or less",
    "发布日期": "published",
    "情况": "finding",
    "门户": "portal",
    "最近一次抓取": "last fetch (Beijing time)",
    "最近成功": "last good fetch (Beijing time)",
    "失败次数": "failures in a row",
    "结果": "outcome",
    "原因": "why",
    "故障栏目数": "listings in trouble",
    "栏目数": "listings",
    "提前周数": "weeks early",
    "报告数": "reports",
    "最早": "earliest",
    "最晚": "latest",
    "本机关": "this agency",
    "同类中位数": "median of peers",
    "同类四分位下": "lower quartile",
    "同类四分位上": "upper quartile",
    "同类机关数": "peers",
    "单位": "unit",
    "多个数值": "several values",
    "指标": "indicator",
    "编号": "number",
    "名称": "name",
    "网址": "address",
    "可信度": "confidence",
    "问题": "problem",
    "依据": "found by",
    "报告": "reports seen",
    "采纳": "to accept",
    "拒绝": "to refuse",
    "写了不足，未见原因": "names shortcomings, no causes seen",
    "没有写不足的章节": "no section on shortcomings",
    "report": "report",
    "version": "change",
    "未能访问": "could not be visited",
    **dict(COVERAGE.names.values()),
}
_CHINESE: Final = {"report": "报告", "version": "改动"}


def head(name: str) -> str:
    """A column of a canned query, and what stands in one, in the reader's language."""
    return say(_CHINESE.get(name, name), HEADS.get(name, name))


def column(table: str, name: str, explained: str | None) -> str:
    """The head of a column: the first words of what the metadata says of it."""
    if name == "Link":  # Datasette's name for the key of several columns
        return say("链接", name)
    field = FIELD_NAMES.get(name) if table == "reports" else None
    if field:
        return say(*field)
    chinese, _, english = (explained or "").partition(" | ")
    return say(chinese or name, (FACETS[name] if name == "key" else name.replace("_", " ")) if english else name)


def meaning(table: str, name: str, explained: str) -> str:
    """What a column means, in the reader's language alone; codes are explained by ``values``."""
    told = str(pick(explained))
    return column(table, name, explained) if say("", "en") and re.search("[\u3400-\u9fff]", told) else told


FIELD_NAMES: Final = {each.name: (each.chinese, each.english) for each in FIELDS}
# Where a field was read: the first words of what ``provenance`` says.
PLACES: Final = {
    "meta": "网页元数据",
    "title comment": "标题注释",
    "heading": "页面标题",
    "table": "信息表",
    "row": "列表条目",
    "line": "信息行",
    "first line": "首行",
    "page title": "网页标题",
    "data": "接口数据",
    "signature": "落款",
    "red head": "红头",
    "title": "标题",
    "foot": "页脚",
    "first sentence": "首句",
    "source": "来源",
    "first paragraph": "首段",
    "column": "栏目",
    "publication": "发布日期",
    "note": "附注",
    "name beside the date": "日期旁的名称",
    "greeting": "问候语",
    "script": "脚本",
    "breadcrumb": "面包屑",
    "portal file": "门户文件",
}
FIELD_TYPES: Final = Labels(
    {"text": ("文字", "text"), "year": ("年份", "year"), "date": ("日期", "date"), "list": ("列表", "list")}
)
STORE_FACTS: Final = Labels({"region": ("行政区划", "division"), "region_code": ("行政区划代码", "division code")})
LOOKUPS: Final = {
    "contains": "包含",
    "does not contain": "不包含",
    "starts with": "开头为",
    "ends with": "结尾为",
    "is null": "为空值",
    "is not null": "不为空值",
    "is blank": "为空",
    "is not blank": "不为空",
    "in": "属于",
    "not in": "不属于",
    "like": "匹配（like）",
    "not like": "不匹配（like）",
    "glob": "匹配（glob）",
    "date": "日期为",
    "array contains": "列表含",
    "array does not contain": "列表不含",
}


def lookup(display: str) -> str:
    """A comparison of the filter by column."""
    return say(LOOKUPS.get(display, display), display)


def place(origin: str | None) -> str:
    """Where a field was read, in the reader's language; what follows the known words stays."""
    origin = origin or ""
    known = max((name for name in PLACES if re.match(rf"{name}(?![a-z])", origin)), key=len, default="")
    rest = origin[len(known) :]
    if known and rest.startswith(": "):
        return say(f"{PLACES[known]}：{place(rest[2:])}", origin)
    return say(PLACES[known] + rest, origin) if known else origin


def fact(name: str) -> str:
    """The name of a field of a report."""
    return STORE_FACTS[name] if name in STORE_FACTS else say(*FIELD_NAMES[name])


def indicator(key: str | None, label: str) -> str:
    """The name of an indicator."""
    return say(label, (key or label).replace("_", " "))
