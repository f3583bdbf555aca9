"""What a page says about itself, with where it says so."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

from cleaning import dates
from cleaning.furniture import SIGNED, fold
from cleaning.record import Page, Report

_META = re.compile(r"<meta\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NONE = frozenset({"", "无", "无.", "暂无", "-", "--", "/", "null", "none", "undefined", "空"})
_ICP = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s*ICP\s*[备证]\s*\d{5,14}\s*号?(?:\s*-\s*\d{1,3})?",
    re.IGNORECASE,
)
_SITE_ID = re.compile(r"(?:网站|网页)?标识(?:代)?码\s*[:：]?\s*(bm\d{8}|\d{10})(?!\d)", re.IGNORECASE)
_SITECODE = re.compile(r"sitecode\s*=\s*[\"']?(bm\d{8}|\d{10})(?!\d)", re.IGNORECASE)
_VALID_ID = re.compile(r"(?:bm\d{8}|\d{10})", re.IGNORECASE)


def _spaced(words: str) -> str:
    return "|".join(r"[\s\u3000]*".join(word) for word in words.split("|"))


_LABELS = {
    "index_number": "索引号|信息索引号|索引号码|信息索引",
    "doc_number": "发文字号|发文文号|文件编号|文件字号|文号",
    "issuer": "发布机构|发文机关|发文机构|发文单位|发布单位|发布机关|制发机关|制文机关|公开主体|公开机构|公开责任部门|发布部门|发文部门",
    "published": "发布日期|发布时间|发文日期|发稿时间|发表时间|发表日期|发文时间|公开日期|公开时间|信息时间|更新时间|更新日期|时间|日期",
    "signed": "成文日期|成文时间|生成日期|印发日期|制发日期",
    "source": "信息来源|文章来源|稿件来源|内容来源|来源单位|消息来源|来源",
    "title": "信息名称|文件名称|文件标题|标题|名称",
    "other": "主题分类|体裁分类|组配分类|主题词|关键词|有效性|有效期|效力状态|公开方式|公开形式|公开类别|公开时限|公开范围|信息类别|信息分类|服务对象|"
    "生效日期|失效日期|废止日期|实施日期|执行日期|访问量|浏览量|浏览次数|访问次数|阅读次数|点击数|点击次数|点击率|阅读量|字号|字体|字体大小|责任编辑|编辑|"
    "作者|审核|打印|分享|语种|关联文号|所属机构|内容概述|下载|收藏|保存|关闭|我要打印|分享到|公开目录|载体类型|记录形式|信息格式|隶属类别|主办|承办",
}
_LABEL = re.compile(
    r"(?:^|(?<=[\s|｜\t【\[（(•·]))[【\[]?(?:"
    + "|".join(f"(?P<{name}>{_spaced(words)})" for name, words in _LABELS.items())
    + r")[\s\u3000]*[】\]]?[\s\u3000]*(?:[:：]|(?=\t)|$)[\s\u3000]*"
)
_DOC_NUMBER = re.compile(
    r"^[\u4e00-\u9fffA-Za-z（）()]{1,20}\s*[〔\[（(【﹝]\s*(?:19|20)\d{2}\s*[〕\])）】﹞]\s*(?:第)?\s*\d{1,5}\s*号$"
)
_ORDER = re.compile(r"([\u4e00-\u9fff]{2,30}令)\s*(?:[（(]?\s*)第\s*(\d{1,4}|[一二三四五六七八九十百]{1,5})\s*号")
_ORDER_ONLY = re.compile(r"^第\s*(\d{1,4}|[一二三四五六七八九十百]{1,5})\s*号$")
_SEPARATORS = re.compile(r"\s*(?:>>|>|＞|»|›|→|/|\||-->|\t)\s*")
_POSITION = re.compile(r"(?:位置|路径|Location)[\s\u3000]*(?:是|为)?[\s\u3000]*[:：]?")
_CLOCK = re.compile(r"今天是|星期|农历|现在时间|欢迎")


@dataclass(slots=True)
class Facts:
    """Candidates per field, best first: (where it was read, value)."""

    found: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def add(self, name: str, where: str, value: str | None) -> None:
        value = (value or "").strip(" \t\u3000\xa0:：;；,，|")
        if value and fold(value).lower() not in _NONE:
            entries = self.found.setdefault(name, [])
            if (where, value) not in entries and len(entries) < 12:
                entries.append((where, value))

    def best(self, name: str, provenance: dict[str, Any]) -> str | None:
        entries = self.found.get(name)
        if not entries:
            return None
        where, value = entries[0]
        lost = [[other, text] for other, text in entries[1:] if text != value]
        provenance[name] = {"from": where, **({"lost": lost} if lost else {})}
        return value


def metas(text: str) -> dict[str, str]:
    """The named metas of a page, names in lower case; the first one that says something wins."""
    out: dict[str, str] = {}
    for match in _META.finditer(text):
        attributes = {m[0].lower(): html.unescape(m[1] or m[2] or m[3]) for m in _ATTRIBUTE.findall(match[1])}
        name = (attributes.get("name") or attributes.get("property") or "").lower()
        if name and not out.get(name):
            out[name] = " ".join(_TAG.sub("", attributes.get("content") or "").split())
    return out


def read(
    page: Page,
    text: str,
    before: list[str],
    inside: list[str],
    after: list[str],
    body: list[str],
    headings: list[str],
    anchors: list[list[str]],
) -> tuple[Facts, dict[str, str]]:
    """All candidates for all fields. ``before``/``after`` are the lines around the body, ``inside`` furniture in it."""
    facts = Facts()
    meta = metas(text)
    labelled = _labelled([*before[-80:], *inside, *after[:40]])
    match = _TITLE.search(text)
    page_title = " ".join(html.unescape(_TAG.sub("", match[1])).split()) if match else ""
    _site(facts, meta, page_title, text, before, after)
    _title(facts, meta, page, labelled, headings, page_title)
    _published(facts, meta, page, labelled, before, inside, after)
    facts.add("source", "meta ContentSource", meta.get("contentsource"))
    for value in labelled.get("source", []):
        facts.add("source", "line 来源", re.split(r"[\s\u3000|]", value.strip())[0])
    facts.add("source", "meta source", meta.get("source"))
    for name in ("index_number", "doc_number", "issuer"):
        for value in labelled.get(name, []):
            facts.add(name, "table", value)
    _doc_number(facts, body)
    _signature(facts, body, labelled)
    return facts, meta


def _labelled(lines: list[str]) -> dict[str, list[str]]:
    """Values that stand after a known label, in reading order."""
    out: dict[str, list[str]] = {}
    pending = ""
    for line in lines:
        if len(line) > 600:
            pending = ""
            continue
        hits = list(_LABEL.finditer(line))
        if not hits:
            if pending:
                out.setdefault(pending, []).append(line)
            pending = ""
            continue
        pending = ""
        for hit, following in zip(hits, [*hits[1:], None], strict=True):
            value = line[hit.end() : following.start() if following else len(line)]
            value = value.strip(" \t\u3000|｜【[•·")
            value = re.split(r"\t|\||｜|】", value)[0].strip()
            name = hit.lastgroup or ""
            if value:
                out.setdefault(name, []).append(value)
            elif following is None:
                pending = name
    return out


def _site(facts: Facts, meta: dict[str, str], page_title: str, text: str, before: list[str], after: list[str]) -> None:
    facts.add("site_name", "meta SiteName", meta.get("sitename"))
    parts = re.split(r"\s*(?:[-_|–—]{1,3}|--)\s*", page_title)
    if len(parts) > 1:
        facts.add("site_name", "page title", parts[-1])
    if _VALID_ID.fullmatch(meta.get("siteidcode", "")):
        facts.add("site_id_code", "meta SiteIDCode", meta["siteidcode"])
    foot = "\n".join([*after, *before])
    for pattern, where, where_text in ((_SITE_ID, "line", foot), (_SITECODE, "script sitecode", text)):
        for hit in pattern.finditer(where_text):
            facts.add("site_id_code", where, hit[1])
            break
    hit = _ICP.search(foot)
    if hit:
        facts.add("icp", "line", hit[0])


def _title(
    facts: Facts, meta: dict[str, str], page: Page, labelled: dict[str, list[str]], headings: list[str], page_title: str
) -> None:
    entries = [("meta ArticleTitle", meta.get("articletitle", ""))]
    entries += [("heading", heading) for heading in headings[:3]]
    entries += [("table", value) for value in labelled.get("title", [])[:2]]
    entries += [("row", page.row_title)]
    shorter = re.split(r"\s*[-_|–—]{1,3}\s*(?=[^-_|–—]*$)", page_title)[0] if page_title else ""
    entries += [("page title", shorter), ("meta title", meta.get("title", ""))]
    for where, value in entries:
        facts.add("title", where, value)


def _published(
    facts: Facts,
    meta: dict[str, str],
    page: Page,
    labelled: dict[str, list[str]],
    before: list[str],
    inside: list[str],
    after: list[str],
) -> None:
    made = {meta.get("maketime", ""), meta.get("others", "").replace("页面生成时间", "").strip()}
    stated = meta.get("pubdate", "")
    generated = bool(stated) and stated in made
    if not generated:
        facts.add("published", "meta PubDate", dates.first_date(stated))
    for value in labelled.get("published", []):
        facts.add("published", "line", dates.first_date(value[:40]))
    for line in [*reversed(before[-12:]), *inside]:
        if len(line) < 80 and re.match(r"[\s\[(（【]*(?:19|20)\d{2}\s*[-/.年]", line) and not _CLOCK.search(line):
            facts.add("published", "line", dates.first_date(line))
    facts.add("published", "row", page.row_date)
    facts.add("published", "meta publishdate", dates.first_date(meta.get("publishdate", "")))
    if generated:
        facts.add("published", "meta PubDate (page generation time)", dates.first_date(stated))


def _doc_number(facts: Facts, body: list[str]) -> None:
    """A number under the title or in the red head or note of an order; never one cited in the text."""
    head = [line.strip() for line in body[:4]]
    for at, line in enumerate(head):
        if len(line) < 40 and _DOC_NUMBER.match(line):
            facts.add("doc_number", "line under the title", line)
        if len(line) < 140 and line[:1] in "（(" and (hit := _ORDER.search(re.sub(r"^.*?日", "", line, count=1))):
            facts.add("doc_number", "note under the title", f"{hit[1]}第{hit[2]}号")
        if len(line) < 60 and line.endswith("令") and at + 1 < len(head) and (hit := _ORDER_ONLY.match(head[at + 1])):
            facts.add("doc_number", "red head", f"{line}第{hit[1]}号")
            facts.add("issuer", "red head", line[:-1])


def _signature(facts: Facts, body: list[str], labelled: dict[str, list[str]]) -> None:
    """Agency and date that close the text."""
    for at in range(len(body) - 1, max(-1, len(body) - 6), -1):
        if SIGNED.match(fold(body[at])):
            facts.add("signed_date", "signature", dates.first_date(body[at]))
            if at and len(body[at - 1]) < 40 and not re.search(r"[。；：:，,]", body[at - 1]):
                facts.add("signature", "signature", body[at - 1])
            break
    for value in labelled.get("signed", []):
        facts.add("signed_date", "table", dates.first_date(value))


def column_path(lines: list[str], title: str) -> list[str] | None:
    """The breadcrumb, from the home page down; None if the page shows none."""
    for at, line in enumerate(lines):
        if len(line) > 300:
            continue
        label = _POSITION.search(line)
        if label and label.start() < 12:
            trail = [line[label.end() :], *lines[at + 1 : at + 10]]
        elif re.match(r"\s*首\s*页\s*(?:>|＞|»|›|→)", line):
            trail = [line]
        else:
            continue
        parts: list[str] = []
        for piece in trail:
            if parts and not re.match(r"\s*(?:>|＞|»|›|→)", piece):
                break
            if len(piece) > 200:
                break
            parts += [part.strip() for part in _SEPARATORS.split(piece) if part.strip()]
        parts = [
            part
            for part in parts
            if part not in {"正文", "内容", "详情", "文章内容", "信息详情"} and fold(part) != fold(title)
        ]
        if parts and fold(parts[0]) in {"首页", "网站首页", "首页面", "主页", "本站首页", "官网首页"} or len(parts) > 1:
            return parts
    return None


def fill(report: Report, facts: Facts) -> None:
    """Write the winners into the report, losers into its provenance."""
    for name in (
        "title",
        "published",
        "signed_date",
        "source",
        "issuer",
        "doc_number",
        "index_number",
        "site_name",
        "site_id_code",
        "icp",
    ):
        setattr(report, name, facts.best(name, report.provenance))
