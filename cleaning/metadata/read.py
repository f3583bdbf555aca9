"""What a page says about itself, with where it says so."""

from __future__ import annotations

import html
import re

from selectolax.lexbor import LexborHTMLParser

from cleaning.body.boilerplate import SIGNED, is_boilerplate
from cleaning.body.extraction import Extraction
from cleaning.metadata import breadcrumb, issuer
from cleaning.metadata import titles as titles_of
from cleaning.metadata.evidence import Facts
from cleaning.metadata.labels import labelled
from cleaning.page.decode import Decoded
from cleaning.page.embedded import Embedded
from cleaning.report import Page, Report
from cleaning.text import dates
from cleaning.text.keyword_scan import KeywordScan
from cleaning.text.normalize import fold as folded
from cleaning.text.normalize import squeeze as fold

FIELDS = (
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
)
_LOOSE_META = re.compile(
    r"<meta\s{1,4}name\s{0,4}=\s{0,4}[\"']?([\w.:-]{1,40})[\"']?\s{0,4}content\s{0,4}=\s{0,4}[\"']?([^\"'<>]{0,1000})",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]{0,500}>")
_ICP = re.compile(
    r"[京津沪渝冀豫云滇辽黑湘皖鲁新苏浙赣鄂桂甘陇晋蒙陕秦吉闽贵黔粤青藏川蜀宁琼]\s*ICP\s*[备证]\s*(?:字|案号?)?\s*[:：]?\s*(?:第)?\s*\d{5,14}\s*号?(?:\s*-\s*\d{1,3})?",
    re.IGNORECASE,
)
_SITE_ID = re.compile(
    r"(?:网站|网页)?\s*(?:标识|识别)(?:代)?\s*码\s*[:：]?\s*([a-z]{2}\d{8}|\d{10})(?!\d)", re.IGNORECASE
)
_SITECODE = re.compile(r"sitecode\s*=\s*[\"']?([a-z]{2}\d{8}|\d{10})(?!\d)", re.IGNORECASE)
_CODES = ("sitecode", "siteCode")
_CODED = KeywordScan(" ".join(_CODES))
_VALID_ID = re.compile(r"[a-z]{2}\d{8}|\d{10}", re.IGNORECASE)
_DOC_NUMBER = re.compile(
    r"^[(（]?([\u4e00-\u9fffA-Za-z·]{0,20}\s*[〔\[（(【﹝［]\s*(?:19|20)\d{2}\s*[〕\])）】﹞］]\s*(?:第\s*)?\d{1,5}\s*号)[)）]?$"
)
_NUMBERED = re.compile(r"\A(?!.*(?:Copyright|©)).*\d", re.IGNORECASE)
_NOTICE = re.compile(r"^([\u4e00-\u9fff、]{2,60}公告\s*(?:19|20)\d{2}\s*年\s*第\s*\d{1,4}\s*号)$")
_IN_TITLE = re.compile(
    r"[（(]([\u4e00-\u9fffA-Za-z]{1,20}[〔\[（(【](?:19|20)\d{2}[〕\])）】](?:第)?\d{1,5}号)[)）]\s*\Z"
)
_ORDER = re.compile(r"([\u4e00-\u9fff]{2,30}令)\s*[（(]?\s*第\s*(\d{1,4}|[一二三四五六七八九十百〇零]{1,7})\s*号")
_ORDER_ONLY = re.compile(r"^[（(]?第\s*(\d{1,4}|[一二三四五六七八九十百〇零]{1,7})\s*号[)）]?$")
ROWS = 3
GREETED = 20
JOINT = 6
_BLANK = re.compile(r"[\s\u3000]")
_SIGNED_BESIDE = re.compile(rf"^(.{{3,40}}?) *{dates.WRITTEN}\s*\Z")
_NOTED = re.compile(r"^.{0,20}?日")
_CLOCK = re.compile(r"今天是|星期|农历|现在时间|欢迎|天气")
_DATE_LINE = re.compile(rf"^[ \[(【]*{dates.DATE}")
_DATED_NAME = re.compile(
    rf"[ \[(【]{{0,3}}{dates.DATE} {{0,6}}(?:{dates.TIME})?[ |]{{0,12}}"
    r"([\u4e00-\u9fff·]{1,18}[网报社台局委办府厅院部会刊端]) {0,6}"
    r"(?:(?:阅读|浏览|点击|访问|纠错|打印|分享|收藏).{0,20})?\Z"
)
_NAME_DATED = re.compile(
    r"([\u4e00-\u9fff·]{1,18}[网报社台局委办府厅院部会刊端])[ |]{1,12}"
    rf"{dates.DATE}(?: {{1,6}}{dates.TIME})?\Z"
)
_GREETING = re.compile(
    r"欢迎[您你]?(?:来到|访问|光临|进入|登录)[您你]?([\u4e00-\u9fff·]{4,24}?)(?:官方网站|门户网站|网站)?[!！。]?\Z"
)
_FOOT_ISSUER = re.compile(r"^([\u4e00-\u9fff]{4,30})(?:发布|制发|公布)$")


def metas(tree: LexborHTMLParser, text: str) -> dict[str, str]:
    """The named metas of a page, names in lower case; the first one that says something wins.

    A quote that is never closed swallows the metas after it, so such a page is read by pattern.
    """
    out: dict[str, str] = {}
    for node in tree.css("meta[name], meta[property]")[:300]:
        attributes = node.attributes
        name = (attributes.get("name") or attributes.get("property") or "").lower()
        content = attributes.get("content") or ""
        if "<meta" in content.lower():
            return _loose_metas(text[:100_000])
        if name and not out.get(name):
            out[name] = " ".join(_TAG.sub("", content[:2000]).split())
    return out


def _loose_metas(text: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for match in _LOOSE_META.finditer(text):
        out.setdefault(match[1].lower(), " ".join(html.unescape(match[2]).split()))
    return out


def read(
    page: Page, decoded: Decoded, found: Extraction, titles: list[str], data: Embedded | None, meta: dict[str, str]
) -> Facts:
    """All candidates for all fields, best first."""
    facts = Facts()
    before = [line.text for line in found.before() if line.text]
    inside = [line.text for line in found.inside() if line.text]
    after = [line.text for line in found.after() if line.text]
    stated = labelled([*before[-80:], *inside, *after[:30]])
    if data is not None:
        for name, value in data.facts.items():
            facts.add(
                name,
                data.source,
                dates.of_value(value) if name == "published" else _TAG.sub("", html.unescape(value)),
            )
    page_title = titles_of.page_title_of(decoded.text)
    titles_of.add_titles(
        facts, meta, page, stated, decoded, titles, page_title, found.before(), [line.text for line in found.body()[:4]]
    )
    _site(facts, meta, page_title, decoded, before, after)
    above = [line.text for line in found.before() if line.link * 2 < len(line.text)]
    _published(facts, meta, page, stated, above, inside, bool(found.body()))
    _source(facts, meta, stated, before)
    for name in ("index_number", "doc_number", "issuer"):
        for value in stated.get(name, []):
            facts.add(name, "table", value if name == "issuer" or _NUMBERED.search(value) else None)
    facts.add("issuer", "row", page.row_issuer)
    body = [line.text for line in found.body()]
    _doc_number(facts, body, before)
    _signature(facts, body, stated)
    _foot(facts, meta, after)
    return facts


def _site(
    facts: Facts, meta: dict[str, str], page_title: str, page: Decoded, before: list[str], after: list[str]
) -> None:
    facts.add("site_name", "meta SiteName", meta.get("sitename"))
    title = facts.found.get("title", [("", "")])[0][1]
    rest = page_title.replace(title, "", 1).strip(titles_of.DASHES + " \u3000") if title and title in page_title else ""
    if not rest:
        parts = titles_of.PARTS.split(page_title)
        site = titles_of.SITE.match(page_title) or issuer.is_agency(page_title)
        rest = parts[-1] if len(parts) > 1 or (site and page_title != title) else ""
    facts.add("site_name", "page title", _name_of_site(rest, page_title.endswith(title)) if len(rest) < 60 else None)
    for line in [] if facts.found.get("site_name") else [*before[:GREETED], *after]:
        if len(line) < 60 and (hit := _GREETING.search(line)):
            facts.add("site_name", "greeting", hit[1])
            break
    code = meta.get("siteidcode", "")
    facts.add("site_id_code", "meta SiteIDCode", code if _VALID_ID.fullmatch(code) else None)
    foot = "\n".join([line for line in [*after, *before] if len(line) < 600])
    if "码" in foot and (hit := _SITE_ID.search(foot)):
        facts.add("site_id_code", "line", hit[1])
    for name in _CODES if _CODED.any(page.data) else ():
        at = page.text.find(name)
        if at >= 0 and (hit := _SITECODE.match(page.text, at)):
            facts.add("site_id_code", "script sitecode", hit[1])
    if hit := _ICP.search(foot):
        facts.add("icp", "line", hit[0])


def _name_of_site(rest: str, in_front: bool) -> str:
    """The site's name in what a page's title holds besides the article's.

    A column may stand beside it: 山东省商务厅 商务要闻 (JCMS writes site, column, title), 公告_某县人民政府.
    """
    name = titles_of.PARTS.split(rest)[-1]
    words = name.split()
    site = words[0 if in_front else -1] if words else name
    return site if len(words) > 1 and (titles_of.SITE.match(site) or issuer.is_agency(site)) else name


def _published(
    facts: Facts,
    meta: dict[str, str],
    page: Page,
    stated: dict[str, list[str]],
    before: list[str],
    inside: list[str],
    text: bool,
) -> None:
    """PubDate first, unless it is the moment the page was generated and the page states another date.

    A page without a ``text`` that states several dates is a listing.
    """
    made = {meta.get("maketime", ""), meta.get("others", "").removeprefix("页面生成时间").strip()}
    stamp = meta.get("pubdate", "")
    generated = bool(stamp) and stamp in made
    if not generated:
        facts.add("published", "meta PubDate", dates.of_value(stamp))
    said = [dates.of_value(value[:40]) for value in stated.get("published", [])]
    for date in said if text or len(set(said)) < ROWS else []:
        facts.add("published", "line", date)
    for line in [*reversed(before[-15:]), *inside]:
        if len(line) < 100 and _DATE_LINE.match(folded(line)) and not _CLOCK.search(line):
            facts.add("published", "line", dates.first_date(line))
    for name in ("publishdate", "publish-date", "article:published_time", "firstpublishedtime", "publish_time"):
        facts.add("published", f"meta {name}", dates.of_value(meta.get(name, "")))
    facts.add("published", "row", dates.of_value(page.row_date))
    for line in reversed(before[-3:] if text else []):
        if len(line) < 60 and not _CLOCK.search(line) and not line.endswith("。"):
            facts.add("published", "line above the text", dates.first_date(line))
    for value in stated.get("updated", []):
        facts.add("published", "line (updated)", dates.of_value(value[:40]))
    if generated:
        facts.add("published", "meta PubDate (page generation time)", dates.of_value(stamp))


def _source(facts: Facts, meta: dict[str, str], stated: dict[str, list[str]], before: list[str]) -> None:
    facts.add("source", "meta ContentSource", meta.get("contentsource"))
    for value in stated.get("source", []):
        value = _BLANK.split(value.strip(), maxsplit=1)[0]
        said = dates.first_date(value) is None and not is_boilerplate(value)
        facts.add("source", "line", value if said else None)
    facts.add("source", "meta source", meta.get("source"))
    for line in before[-15:]:
        hit = _DATED_NAME.match(folded(line)) or _NAME_DATED.match(folded(line))
        if hit and not _CLOCK.search(line):
            facts.add("source", "name beside the date", hit[1])


def _doc_number(facts: Facts, body: list[str], before: list[str]) -> None:
    """A number under the title or in the red head or note of an order; never one cited in the text."""
    head = [line.strip() for line in body[:4]]
    for at, line in enumerate(head):
        if len(line) < 80 and (hit := _DOC_NUMBER.match(line) or _NOTICE.match(line)):
            facts.add("doc_number", "line under the title", hit[1])
        if len(line) < 200 and line[:1] in "（(" and (hit := _ORDER.search(_NOTED.sub("", line, count=1))):
            facts.add("doc_number", "note under the title", f"{hit[1]}第{hit[2]}号")
        if len(line) < 60 and line.endswith("令") and at + 1 < len(head) and (hit := _ORDER_ONLY.match(head[at + 1])):
            facts.add("doc_number", "red head", f"{line}第{hit[1]}号")
            facts.add("issuer", "red head", line[:-1])
    if hit := _IN_TITLE.search(facts.found.get("title", [("", "")])[0][1]):
        facts.add("doc_number", "title", hit[1])
    for line in before[-4:]:
        if len(line) < 80 and (hit := _DOC_NUMBER.match(line.strip()) or _NOTICE.match(line.strip())):
            facts.add("doc_number", "line under the title", hit[1])


def _signature(facts: Facts, body: list[str], stated: dict[str, list[str]]) -> None:
    """Agency and date that close the text."""
    for at in range(len(body) - 1, max(-1, len(body) - 8), -1):
        line = body[at]
        date = dates.first_date(line) if len(line) < 60 else None
        if SIGNED.match(fold(line)):
            name = body[at - 1] if at else ""
        elif date and (hit := _SIGNED_BESIDE.match(folded(line))):
            name = hit[1]
        else:
            continue
        facts.add("signed_date", "signature", date)
        facts.add("signature", "signature", _signatories(body, at, name))
        break
    else:
        salutation = any(line.endswith(("：", ":")) for line in body[:3])
        if len(body) > 2 and salutation:
            facts.add("signature", "signature without a date", issuer.spelled(body[-1]))
    for value in stated.get("signed", []):
        facts.add("signed_date", "table", dates.of_value(value))


def _signatories(body: list[str], at: int, name: str) -> str | None:
    """The agency or agencies that sign above line ``at``; joint documents name several, one below the other."""
    names = issuer.spelled(name)
    if names is None or name != body[at - 1]:
        return names
    for line in reversed(body[max(0, at - JOINT) : at - 1]):
        more = issuer.spelled(line) if len(line) <= 60 else None
        if more is None:
            break
        names = f"{more} {names}"
    return names


def _foot(facts: Facts, meta: dict[str, str], after: list[str]) -> None:
    """The line that closes a ministry's rule page: 中国证券监督管理委员会发布."""
    for line in after[:5]:
        hit = _FOOT_ISSUER.match(fold(line))
        if hit and (issuer.is_agency(hit[1]) or hit[1] == meta.get("sitename")):
            facts.add("issuer", "foot", hit[1])


def fill(report: Report, facts: Facts) -> None:
    """Write the winners into the report, losers into its provenance."""
    titles_of.prefer_whole(facts)
    for name in FIELDS:
        if facts.found.get(name):
            setattr(report, name, facts.choose(name, 0, report.provenance))


def forget_title(report: Report) -> None:
    """Take back the title of a wall or a missing page, unless the page's meta or its listing row states it."""
    where = report.provenance.get("title", {}).get("from", "")
    if where not in {"meta ArticleTitle", "title comment", "row"}:
        report.title = None
        report.provenance.pop("title", None)


def column_path(found: Extraction, title: str) -> list[str] | None:
    """The breadcrumb above the body."""
    return breadcrumb.column_path(found.before(), title)


def settle_issuer(report: Report, facts: Facts, body: list[str]) -> None:
    """The issuer, in its full form.

    A report is issued by who signs it; other documents by whom their metadata table, red head or title names. Only a
    report's source and first sentence are trusted to name its issuer.
    """
    table = facts.found.get("issuer", [])
    signed = facts.found.get("signature", [])
    entries = [*signed, *table] if report.is_report else [*table, *signed]
    if report.is_report:
        entries += [("title", name) for name in [issuer.from_title(report.title or "")] if name]
        entries += [("title (region)", name) for name in [issuer.from_region_title(report.title or "")] if name]
        sources = [(where, value) for where, value in facts.found.get("source", []) if issuer.is_agency(value)]
        entries += [("first sentence", name) for name in [issuer.from_sentence(body[0]) if body else None] if name]
        entries += [("source: " + where, value) for where, value in sources]
    elif named := issuer.from_document_title(report.title or ""):
        entries += [("title", named)]
    if not entries:
        report.issuer = None
        return
    where, name = entries[0]
    name = issuer.spelled(name) or name
    full = issuer.fuller(name, [value for _, value in entries])
    report.issuer = full
    lost = [[other, value] for other, value in entries[1:] if value != full]
    report.provenance["issuer"] = {
        "from": where if full == name else f"{where}, full form",
        **({"lost": lost} if lost else {}),
    }
