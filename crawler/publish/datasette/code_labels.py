"""The names under which readers see the codes of the database, Chinese first."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

PARTS: Final = {
    "measures": "主要举措和成效",
    "problems": "存在的不足和原因",
    "leader_duty": "第一责任人履职",
    "next_year": "下一年度安排",
    "other": "其他",
}
REPORT_STATES: Final = {"published": "在线", "missing": "一次未能打开", "gone": "已撤下"}
REASONS: Final = {
    "first": "首次收录",
    "source_changed": "原文有改动",
    "attachment_changed": "附件有改动",
    "attachment_read": "附件文字补录",
    "page_read": "后续页文字补录",
    "cleaner_changed": "仅本项目的提取程序更新",
}
# State: symbol, Chinese, English. The symbol and the word carry the meaning, the colour only repeats it.
COVERAGE: Final = {
    "in_time": ("✓", "按时", "by 31 March"),
    "on_1_april": ("◐", "4月1日", "on 1 April"),
    "late": ("!", "逾期", "after 1 April"),
    "undated": ("?", "日期不明", "published, date unknown"),
    "not_found": ("✗", "未找到", "looked, not found"),
    "could_not_look": ("⌀", "未能查看", "could not look"),
    "not_yet_due": ("·", "未到期", "not yet due"),
    "withdrawn": ("⊘", "已撤下", "withdrawn"),
}
FLAGS: Final = {
    "body_in_attachment": "正文在附件中",
    "image_only": "正文是图片",
    "attachment_not_fetched": "有附件未能取得",
    "attachment_incomplete": "部分页面图片未能识别",
    "attachments_differ": "同名附件的文字不一致",
    "needs_ocr": "图片文字尚未识别",
    "needs_tool": "缺少读取此类文件的程序",
    "encrypted": "文件有密码",
    "too_large": "文件内容超出上限",
    "too_many_pages": "页数超出上限，仅读取前部",
    "bomb": "文件解压后异常庞大",
    "unreadable": "文件损坏或无法读取",
    "timed_out": "读取超时",
    "out_of_memory": "读取所需内存超出上限",
    "wrong_suffix": "文件类型与名称不符",
    "has_macros": "文件带有宏（未运行）",
    "unsupported": "尚不支持此类文件",
    "ocr": "文字由图片识别",
    "empty": "没有文字",
    "truncated": "正文不完整",
    "encoding_guess": "字符编码为推定",
    "low_confidence": "正文位置不确定",
    "not_a_report": "现在看来不是年度报告",
    "soft_404": "页面称内容不存在",
    "blocked_page": "页面被拦截",
    "sum_ok": "分项合计相符",
    "sum_mismatch": "分项合计不符",
    "rate_ok": "比率相符",
    "rate_mismatch": "比率不符",
    "penalty_per_case_odd": "案均罚款数额异常",
}
ROLES: Final = {"body": "正文", "twin": "同文副本", "other": "其他附件"}
OUTCOMES: Final = {
    "foreign_host": "在其他网站，未取",
    "over_limit": "超出数量或大小上限，未取",
    "too_large": "文件过大，未取",
    "robots_denied": "robots.txt 不允许",
    "gone": "已不存在",
    "soft_404": "已不存在",
}
MEDIA: Final = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "application/msword": "DOC",
    "application/vnd.ms-excel": "XLS",
    "application/ofd": "OFD",
    "application/rtf": "RTF",
    "application/zip": "ZIP",
    "application/vnd.rar": "RAR",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
}
PARAMETERS: Final = {
    "agency": "机关 agency",
    "indicator": "指标 indicator",
    "part": "部分 part",
    "province": "地区 region",
    "words": "词语 words",
    "year": "年度 year",
}
TABLES: Final = {
    "agencies": "机关",
    "attachments": "附件",
    "following_pages": "后续页",
    "changes": "变化",
    "columns": "栏目",
    "coverage": "覆盖",
    "fetches": "抓取记录",
    "figures": "数据",
    "portals": "门户",
    "reports": "报告",
    "sections": "章节",
    "snapshots": "快照",
    "versions": "版本",
}
CHANGES: Final = {"new": "新收录", "changed": "原文改动", "gone": "撤下"}
LEVELS: Final = {"central": "中央", "province": "省级", "city": "市级", "county": "县级", "township": "乡镇级"}
# By the first two digits of a division code (GB/T 2260).
PROVINCES: Final = {
    "11": "北京",
    "12": "天津",
    "13": "河北",
    "14": "山西",
    "15": "内蒙古",
    "21": "辽宁",
    "22": "吉林",
    "23": "黑龙江",
    "31": "上海",
    "32": "江苏",
    "33": "浙江",
    "34": "安徽",
    "35": "福建",
    "36": "江西",
    "37": "山东",
    "41": "河南",
    "42": "湖北",
    "43": "湖南",
    "44": "广东",
    "45": "广西",
    "46": "海南",
    "50": "重庆",
    "51": "四川",
    "52": "贵州",
    "53": "云南",
    "54": "西藏",
    "61": "陕西",
    "62": "甘肃",
    "63": "青海",
    "64": "宁夏",
    "65": "新疆",
    "71": "台湾",
    "81": "香港",
    "82": "澳门",
}


LOOKS: Final = {
    "new": "新报告",
    "changed": "有改动",
    "unchanged": "未变",
    "unchanged_304": "未变（304）",
    "ok": "正常",
    "blocked": "被拦截",
    "gone": "不存在",
    "soft_404": "页面称内容不存在",
    "robots_denied": "robots.txt 不允许",
    "timeout": "超时",
    "dns_error": "域名无法解析",
    "tls_error": "证书错误",
    "server_error": "服务器错误",
    "too_costly": "处理代价过高",
    "layout_changed": "版式改变",
    "listing_empty": "列表为空",
}
FORMATS: Final = {"json": "JSON", "atom": "Atom 订阅"}
FACETS: Final = {
    "agency": "机关 agency",
    "duty": "义务 duty",
    "flags": "标记 flags",
    "issuer": "发布机关 issuer",
    "key": "指标 indicator",
    "kind": "类别 kind",
    "level": "层级 level",
    "normal_unit": "单位 unit",
    "outcome": "结果 outcome",
    "part": "法定内容 part",
    "portal": "门户 portal",
    "province": "地区 region",
    "purpose": "目的 purpose",
    "reason": "原因 reason",
    "report_year": "年度 year",
    "state": "状态 state",
    "type": "类型 type",
    "year": "年度 year",
}
TYPES: Final = {
    "government": "政府",
    "department": "部门",
    "branch": "派出机构",
    "street_office": "街道办",
    "committee": "管委会",
}
DUTIES: Final = {"article24": "第二十四条", "local_rule": "地方规定", "voluntary": "自愿", "unknown": "不明"}


def values(table: str | None, column: str) -> Mapping[str, str]:
    """The names of the codes in a column; {} where it has none."""
    states = {code: f"{symbol} {name}" for code, (symbol, name, _) in COVERAGE.items()}
    special: dict[tuple[str | None, str], Mapping[str, str]] = {
        ("reports", "state"): REPORT_STATES,
        ("coverage", "state"): states,
        ("timeliness", "state"): states,
        ("changes", "kind"): CHANGES,
        ("versions", "reason"): REASONS,
        ("fetches", "outcome"): LOOKS,
        ("sections", "level"): {},
    }
    named = {"level": LEVELS, "part": PARTS, "province": PROVINCES, "flags": FLAGS, "type": TYPES, "duty": DUTIES}
    return special.get((table, column), named.get(column, {}))


_DIRECTED: Final = re.compile("[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]")


def isolated(name: str) -> str:
    """A name for plain text such as a tooltip, in isolates if it could turn round what stands beside it (UAX 9)."""
    if not _DIRECTED.search(name):
        return name
    return "\u2068" + re.sub("[\u202a-\u202e\u2066-\u2069]", "", name) + "\u2069"


def flag(code: str) -> str:
    """A flag as readers see it: what it says, and its detail if it has one."""
    name, _, detail = code.partition(":")
    return f"{FLAGS.get(name, name)}（{detail}）" if detail else FLAGS.get(name, name)


def attachment(row: dict[str, Any]) -> str:
    """What a file is, in a line: type, pages, size, how its text was got, what became of it."""
    media = row["media_type"]
    size = row["bytes"]
    told = [
        MEDIA.get(media, media),
        f"{row['pages']} 页" if row["pages"] else "",
        "" if size is None else f"{size / 1000:,.0f} kB" if size >= 1000 else f"{size} 字节",
        ROLES.get(row["role"], ""),
        f"{row['method']}（可信度 {row['confidence']:.2f}）" if row["method"] else "",
        *(flag(str(code)) for code in json.loads(row["flags"])),
        OUTCOMES.get(row["outcome"], "未能取得" if row["outcome"] and not row["sha256"] else ""),
    ]
    return " · ".join(part for part in told if part)
