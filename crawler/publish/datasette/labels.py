"""The names under which readers see the codes of the database, in Chinese and in English."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from markupsafe import Markup

from cleaning.report import FIELDS
from crawler.clock import BEIJING
from crawler.publish.datasette.language import Labels, pick, say

PARTS: Final = Labels(
    {
        "measures": ("主要举措和成效", "measures and results"),
        "problems": ("存在的不足和原因", "shortcomings and causes"),
        "leader_duty": ("第一责任人履职", "duties of the first person responsible"),
        "next_year": ("下一年度安排", "plans for the next year"),
        "other": ("其他", "other"),
    }
)
REPORT_STATES: Final = Labels(
    {
        "published": ("在线", "online"),
        "missing": ("最近一次未能打开", "not opened at the last try"),
        "gone": ("已撤下", "withdrawn"),
    }
)
REASONS: Final = Labels(
    {
        "first": ("首次收录", "first stored"),
        "source_changed": ("原文有改动", "source text changed"),
        "attachment_changed": ("附件有改动", "attachment changed"),
        "attachment_read": ("附件文字补录", "text of an attachment added"),
        "page_read": ("后续页文字补录", "text of a following page added"),
        "cleaner_changed": ("原文未变，仅提取程序更新", "source unchanged, only our extraction was updated"),
    }
)
# The symbol and the word carry the meaning, the colour only repeats it.
SYMBOLS: Final = {
    "in_time": "✓",
    "on_1_april": "◐",
    "late": "!",
    "undated": "?",
    "not_found": "✗",
    "could_not_look": "⌀",
    "not_yet_due": "·",
    "withdrawn": "⊘",
}
COVERAGE: Final = Labels(
    {
        "in_time": ("按时", "in time"),
        "on_1_april": ("4月1日", "on 1 April"),
        "late": ("逾期", "late"),
        "undated": ("日期不明", "date unknown"),
        "not_found": ("未找到", "not found"),
        "could_not_look": ("未能访问（无法判断）", "could not look"),
        "not_yet_due": ("未到期", "not yet due"),
        "withdrawn": ("已撤下", "withdrawn"),
    }
)
# What a cell of the matrix has room for.
SHORT: Final = Labels({"could_not_look": ("无法判断", "no look")})

FLAGS: Final = Labels(
    {
        "body_in_attachment": ("正文在附件中", "text is in an attachment"),
        "image_only": ("正文是图片", "text is an image"),
        "attachment_not_fetched": ("有附件未能取得", "an attachment could not be had"),
        "attachment_incomplete": ("部分页面图片未能识别", "some images of pages could not be read"),
        "attachments_differ": ("同名附件的文字不一致", "attachments of one name differ in text"),
        "needs_ocr": ("图片文字尚未识别", "text of images not read yet"),
        "needs_tool": ("缺少读取此类文件的程序", "no program to read this kind of file"),
        "encrypted": ("文件有密码", "file has a password"),
        "too_large": ("文件内容超出上限", "content beyond the limit"),
        "too_many_pages": ("页数超出上限，仅读取前部", "too many pages, only the first were read"),
        "bomb": ("文件解压后异常庞大", "file is abnormally large when unpacked"),
        "unreadable": ("文件损坏或无法读取", "file is damaged or unreadable"),
        "timed_out": ("读取超时", "reading took too long"),
        "out_of_memory": ("读取所需内存超出上限", "reading needed too much memory"),
        "wrong_suffix": ("文件类型与名称不符", "file is not what its name says"),
        "has_macros": ("文件带有宏（未运行）", "file has macros (not run)"),
        "unsupported": ("尚不支持此类文件", "this kind of file is not supported yet"),
        "ocr": ("文字由图片识别", "text was read from an image"),
        "empty": ("没有文字", "no text"),
        "truncated": ("正文不完整", "text is incomplete"),
        "encoding_guess": ("字符编码为推定", "character encoding is a guess"),
        "low_confidence": ("正文位置不确定", "place of the text is uncertain"),
        "not_a_report": ("现在看来不是年度报告", "no longer taken for an annual report"),
        "soft_404": ("页面称内容不存在", "page says that it does not exist"),
        "blocked_page": ("页面被拦截", "page was kept from us"),
        "sum_ok": ("分项合计相符", "parts add up to the stated sum"),
        "sum_mismatch": ("分项合计不符", "parts do not add up to the stated sum"),
        "rate_ok": ("比率相符", "rate agrees"),
        "rate_mismatch": ("比率不符", "rate does not agree"),
        "penalty_per_case_odd": ("案均罚款数额异常", "average fine per case is odd"),
    }
)
ROLES: Final = Labels(
    {
        "body": ("正文", "text"),
        "twin": ("同文副本", "same text in another format"),
        "other": ("其他附件", "other attachment"),
    }
)
OUTCOMES: Final = Labels(
    {
        "foreign_host": ("在其他网站，未取", "on another site, not taken"),
        "over_limit": ("超出数量或大小上限，未取", "beyond the limit of number or size, not taken"),
        "too_large": ("文件过大，未取", "file too large"),
        "robots_denied": ("robots.txt 不允许", "forbidden by robots.txt"),
        "gone": ("已不存在", "no longer there"),
        "soft_404": ("已不存在", "no longer there"),
    }
)
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
    }
)
CHANGES: Final = Labels(
    {
        "new": ("新收录", "new"),
        "changed": ("原文改动", "changed"),
        "gone": ("撤下", "withdrawn"),
    }
)
LEVELS: Final = Labels(
    {
        "central": ("中央", "central"),
        "province": ("省级", "province"),
        "city": ("市级", "city"),
        "county": ("县级", "county"),
        "township": ("乡镇级", "township"),
    }
)
# By the first two digits of a division code (GB/T 2260).
PROVINCES: Final = Labels(
    {
        "11": ("北京", "Beijing"),
        "12": ("天津", "Tianjin"),
        "13": ("河北", "Hebei"),
        "14": ("山西", "Shanxi"),
        "15": ("内蒙古", "Inner Mongolia"),
        "21": ("辽宁", "Liaoning"),
        "22": ("吉林", "Jilin"),
        "23": ("黑龙江", "Heilongjiang"),
        "31": ("上海", "Shanghai"),
        "32": ("江苏", "Jiangsu"),
        "33": ("浙江", "Zhejiang"),
        "34": ("安徽", "Anhui"),
        "35": ("福建", "Fujian"),
        "36": ("江西", "Jiangxi"),
        "37": ("山东", "Shandong"),
        "41": ("河南", "Henan"),
        "42": ("湖北", "Hubei"),
        "43": ("湖南", "Hunan"),
        "44": ("广东", "Guangdong"),
        "45": ("广西", "Guangxi"),
        "46": ("海南", "Hainan"),
        "50": ("重庆", "Chongqing"),
        "51": ("四川", "Sichuan"),
        "52": ("贵州", "Guizhou"),
        "53": ("云南", "Yunnan"),
        "54": ("西藏", "Tibet"),
        "61": ("陕西", "Shaanxi"),
        "62": ("甘肃", "Gansu"),
        "63": ("青海", "Qinghai"),
        "64": ("宁夏", "Ningxia"),
        "65": ("新疆", "Xinjiang"),
        "71": ("台湾", "Taiwan"),
        "81": ("香港", "Hong Kong"),
        "82": ("澳门", "Macao"),
    }
)


LOOKS: Final = Labels(
    {
        "new": ("新报告", "new report"),
        "changed": ("有改动", "changed"),
        "unchanged": ("未变", "unchanged"),
        "unchanged_304": ("未变（304）", "unchanged (304)"),
        "ok": ("正常", "well"),
        "blocked": ("被拦截", "kept out"),
        "gone": ("不存在", "not there"),
        "soft_404": ("页面称内容不存在", "page says that it does not exist"),
        "robots_denied": ("robots.txt 不允许", "forbidden by robots.txt"),
        "timeout": ("超时", "no answer in time"),
        "dns_error": ("域名无法解析", "host name not resolved"),
        "tls_error": ("证书错误", "certificate not trusted"),
        "server_error": ("服务器错误", "server failed"),
        "layout_changed": ("版式改变", "layout changed"),
        "listing_empty": ("列表为空", "listing empty"),
        "listing_gone": ("栏目已不存在", "listing no longer there"),
        "client_error": ("请求被拒", "request refused"),
        "connection_error": ("连接失败", "no connection"),
        "empty_response": ("应答为空", "empty answer"),
        "identity_mismatch": ("显示的是另一文件", "shows another document"),
        "moved": ("转向", "moved"),
        "not_a_report": ("不是年度报告", "not a report"),
        "partly_read": ("只读到一部分", "read in part"),
        "paused": ("暂停访问", "left alone"),
        "program_error": ("本程序出错", "error of this program"),
        "redirect_loop": ("循环转向", "redirects without end"),
        "redirected_away": ("转向其他网站", "redirected to another site"),
        "redirected_home": ("转向首页", "redirected to the home page"),
        "robots_unavailable": ("robots.txt 无法读取", "robots.txt could not be read"),
        "suspect": ("内容可疑，待复核", "suspect, to be seen again"),
        "too_large": ("内容过大", "too large"),
        "too_costly": ("处理代价过高", "too costly to read"),
        "foreign_host": ("在其他网站", "on another site"),
        "waiting": ("等待", "waiting"),
    }
)
FORMATS: Final = Labels(
    {
        "json": ("JSON", "JSON"),
        "atom": ("Atom 订阅", "Atom feed"),
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
ORDERS: Final = Labels(
    {
        "year": ("报告年度", "report year"),
        "published": ("发布日期", "date of publication"),
        "agency": ("机关", "agency"),
        "relevance": ("相关度", "relevance"),
    }
)
# How to search, as said beside the box: an example, and what it finds.
SEARCHING: Final = (
    ("行政复议 纠错", "两个词都有 | both words"),
    ("复议 OR 诉讼", "至少有一个（也可写“或”） | at least one of them"),
    ("处罚 -减免", "不含减号后的词 | without the word behind the minus"),
    ("“法治 政府”", "逐字相同的短语 | the phrase as it stands"),
)
TYPES: Final = Labels(
    {
        "government": ("政府", "government"),
        "department": ("部门", "department"),
        "branch": ("派出机构", "branch office"),
        "street_office": ("街道办", "subdistrict office"),
        "committee": ("管委会", "committee"),
    }
)
DUTIES: Final = Labels(
    {
        "article24": ("《督察工作规定》第二十四条", "Article 24 of the Inspection Rules"),
        "local_rule": ("地方规定", "local rule"),
        "voluntary": ("自愿", "voluntary"),
        "unknown": ("不明", "unknown"),
    }
)


def values(table: str | None, column: str) -> Mapping[str, str]:
    """The names of the codes in a column; {} where it has none."""
    states = {code: f"{SYMBOLS[code]} {name}" for code, name in COVERAGE.items()}
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
    shown = FLAGS.get(name, name)
    return say(f"{shown}（{detail}）", f"{shown} ({detail})") if detail else shown


def attachment(row: dict[str, Any]) -> str:
    """What a file is, in a line: type, pages, size, how its text was got, what became of it."""
    media, size = row["media_type"], row["bytes"]
    sure = f"{row['confidence']:.2f}" if row["method"] else ""
    told = [
        MEDIA.get(media, media),
        say(f"{row['pages']} 页", f"{row['pages']} pages") if row["pages"] else "",
        "" if size is None else f"{size / 1000:,.0f} kB" if size >= 1000 else say(f"{size} 字节", f"{size} bytes"),
        ROLES.get(row["role"], ""),
        say(f"{row['method']}（可信度 {sure}）", f"{row['method']} (confidence {sure})") if row["method"] else "",
        *(flag(str(code)) for code in json.loads(row["flags"])),
        OUTCOMES.get(row["outcome"], say("未能取得", "not had") if row["outcome"] and not row["sha256"] else ""),
    ]
    return " · ".join(part for part in told if part)


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
    "未能访问": "could not look",
    **{COVERAGE._names[code][0]: COVERAGE._names[code][1] for code in COVERAGE},
}
_CHINESE: Final = {"report": "报告", "version": "改动"}


def head(name: str) -> str:
    """A column of a canned query, and what stands in one, in the reader's language."""
    return say(_CHINESE.get(name, name), HEADS.get(name, name))


def column(table: str, name: str, explained: str | None) -> str:
    """The head of a column: the first words of what the metadata says of it."""
    field = FIELD_NAMES.get(name) if table == "reports" else None
    if field:
        return say(*field)
    chinese, _, english = (explained or "").partition(" | ")
    return say(chinese or name, name.replace("_", " ") if english else name)


def meaning(table: str, name: str, explained: str) -> str:
    """What a column means, in the reader's language alone; codes are explained by ``values``."""
    told = str(pick(explained))
    return column(table, name, explained) if say("", "en") and re.search("[\u3400-\u9fff]", told) else told


FIELD_NAMES: Final = {each.name: (each.chinese, each.english) for each in FIELDS}


def evidence(row: Mapping[str, Any]) -> str:
    """Why an agency's year is in its state, as a sentence: when and where it was looked."""
    state, looks = row["state"], json.loads(row["looks"] or "[]")
    seen, published = _day(row["last_seen"]), _day(row["published"])
    days = row["days_to_due"]
    if state == "withdrawn":
        return say(f"最近见到 {seen}", f"last seen {seen}")
    if state == "undated":
        return say(f"页面未写日期；{seen} 见到", f"the page states no date; it was there on {seen}")
    if row["report"] is not None:
        told = say(f"发布于 {published}", f"published {published}") if published else ""
        if days is None:
            return told
        clock = (
            say(f"距期限 {days} 天", f"{days} days before the due date")
            if days >= 0
            else say(f"逾期 {-days} 天", f"{-days} days late")
        )
        return say("，", ", ").join(filter(None, (told, clock)))
    if state == "not_yet_due":
        return say(f"期限 {row['due']}", f"due {row['due']}")
    if row["portal"] is None:
        return say("尚未关注该机关的门户", "no portal is watched for this agency")
    if not looks:
        return say("门户尚未抓取", "its portal has not been fetched yet")
    if state == "not_found":
        last = min(_day(each["good_look"]) for each in looks)
        return say(
            f"{last} 抓取了 {len(looks)} 个栏目，未见报告", f"{len(looks)} listings fetched on {last}, no report seen"
        )
    return _no_look(looks)


def _no_look(looks: list[dict[str, Any]]) -> str:
    """What kept us from looking, at the listing in the worst state."""
    worst = min(looks, key=lambda each: (each["last_outcome"] in ("ok", "unchanged_304"), each["last_fetch"] or ""))
    outcome, day, good = worst["last_outcome"], _day(worst["last_fetch"]), _day(worst["good_look"])
    name = worst["column"] or worst["url"]
    if not day:
        return say(f"栏目“{name}”尚未抓取", f"listing {name} has not been fetched yet")
    since = say(f"最近一次成功 {good}", f"last good fetch {good}") if good else say("从未成功", "never a good one")
    if outcome in ("ok", "unchanged_304"):
        return say(f"期限之后尚未完整读过栏目“{name}”，{since}", f"{name} not read whole since the due date, {since}")
    ended = LOOKS.get(outcome, outcome)
    return say(f"{day} 抓取栏目“{name}”：{ended}；{since}", f"listing {name} on {day}: {ended}; {since}")


def _day(moment: str | None) -> str:
    """The day of a moment in Beijing; that of a date as it is."""
    return beijing(moment)[:10] if moment else ""


def beijing(moment: str | None) -> str:
    """A moment of the database (UTC) as readers see it, in Beijing time; a date stays as it is."""
    if not moment or len(moment) <= 10:
        return moment or ""
    try:
        when = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    except ValueError:
        return moment
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return when.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")


QUALIFIERS: Final = Labels(
    {
        "exact": ("", ""),
        "at_least": ("至少", "at least"),
        "more_than": ("多于", "more than"),
        "approx": ("约", "about"),
        "range": ("区间", "range"),
        "zero_stated": ("明示为零", "stated as none"),
        "at_most": ("至多", "at most"),
        "less_than": ("少于", "less than"),
    }
)
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
ERRORS: Final = Labels(
    {
        "400": ("请求无法处理", "The request cannot be answered"),
        "403": ("无权访问", "Not allowed"),
        "404": ("没有这个页面或记录", "There is no such page or record"),
        "500": ("本程序出错", "An error of this program"),
    }
)


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
    return say(PLACES[known] + origin[len(known) :], origin) if known else origin


def fact(name: str) -> str:
    """The name of a field of a report."""
    return STORE_FACTS[name] if name in STORE_FACTS else say(*FIELD_NAMES[name])


def indicator(key: str | None, label: str) -> str:
    """The name of an indicator."""
    return say(label, (key or label).replace("_", " "))


def error(status: int) -> str:
    """What an error page is headed with."""
    return ERRORS.get(str(status), say("出错", "Error"))


EXPLAINED: Final = Labels(
    {
        "400": ("请检查地址或所写的查询。", "Check the address or the query."),
        "403": ("这个房间不允许此操作。", "This room does not allow it."),
        "404": (
            "地址可能有误，或数据库中没有这条记录。",
            "The address may be wrong, or the database has no such record.",
        ),
        "500": ("错误已记入服务器日志；请稍后再试。", "The server's log says more; try again later."),
    }
)


def problem(status: int, message: str) -> tuple[str, str]:
    """What an error page says below its head, in the reader's language, and what the program said in its own.

    What went wrong inside the program is for its log, not for readers.
    """
    explained = EXPLAINED.get(str(status), "")
    if re.search("[\u3400-\u9fff]", message) and status != 500:  # said by the room itself, in the reader's language
        return message, ""
    return explained, message if status == 400 else ""


def badge(state: str | None) -> Markup:
    """A state of publication with its symbol; "" for none."""
    if state is None or state not in COVERAGE:
        return Markup("")
    return Markup('<span class="state {}">{} {}</span>').format(state, SYMBOLS[state], COVERAGE[state])
