"""What a page says of the site it stands on: name, identification code, ICP filing, who keeps it."""

from __future__ import annotations

import re

from cleaning.metadata import issuer
from cleaning.metadata.evidence import Evidence, Sources
from cleaning.metadata.titles import DASHES, PARTS, SITE
from cleaning.text.keyword_scan import KeywordScan
from cleaning.text.normalize import squeeze

GREETED = 20
_ICP = re.compile(
    r"[京津沪渝冀豫云滇辽黑湘皖鲁新苏浙赣鄂桂甘陇晋蒙陕秦吉闽贵黔粤青藏川蜀宁琼]\s*ICP\s*[备证]\s*(?:字|案号?)?\s*[:：]?\s*"
    r"(?:第)?\s*\d{5,14}\s*号?(?:\s*-\s*\d{1,3}(?:\s*号)?)?",
    re.IGNORECASE,
)
_SITE_ID = re.compile(
    r"(?:网站|网页)?\s*(?:标识|识别)(?:代)?\s*码\s*[:：]?\s*([a-z]{2}\d{8}|\d{10})(?!\d)", re.IGNORECASE
)
_SITECODE = re.compile(r"sitecode\s*=\s*[\"']?([a-z]{2}\d{8}|\d{10})(?!\d)", re.IGNORECASE)
_CODES = ("sitecode", "siteCode")
_CODED = KeywordScan(" ".join(_CODES))
_VALID_ID = re.compile(r"[a-z]{2}\d{8}|\d{10}", re.IGNORECASE)
_GREETING = re.compile(
    r"欢迎[您你]?(?:来到|访问|光临|进入|登录)[您你]?([\u4e00-\u9fff·]{4,24}?)(?:官方网站|门户网站|网站)?[!！。]?\Z"
)
_KEEPER = re.compile(
    r"([\u4e00-\u9fff]{4,30})\s*版权所有"
    r"|(?:版权所有|主办(?:单位|方)?|所有权?|(?i:copyright)|©)(?:[\s:：©]|(?:19|20)\d{2}|[-—–]){0,16}"
    r"([\u4e00-\u9fff]{4,30}+)(?!\s*(?:承办|协办|技术支持)(?!单位|\s*[:：]))"
)
"""Who keeps a site, not who runs it for the keeper."""
_BESIDE = re.compile(r"[ \u3000、]{1,4}([\u4e00-\u9fff]{4,30}+)(?!\s*(?:承办|协办|技术支持|[:：]))")
_FOOT_ISSUER = re.compile(r"^([\u4e00-\u9fff]{4,30})(?:发布|制发|公布)$")
_LONGEST = 600


def add_site(evidence: Evidence, sources: Sources) -> None:
    """Name, code and filing of the site; who keeps it is ``keeper``, which only an agreement makes the issuer."""
    _add_name(evidence, sources)
    _add_code(evidence, sources)
    foot = _foot(sources)
    if hit := _ICP.search(foot):
        evidence.add("icp", "line", hit[0].strip())
    for hit in list(_KEEPER.finditer(foot))[:4]:
        beside = _BESIDE.match(foot, hit.end())
        for name in ((hit[1] or hit[2]).removesuffix("版权所有"), beside[1] if beside else ""):
            evidence.add("keeper", "foot", name if issuer.is_agency(name) else None)


def _foot(sources: Sources) -> str:
    return "\n".join([line for line in [*sources.below, *sources.above] if len(line) < _LONGEST])


def _add_name(evidence: Evidence, sources: Sources) -> None:
    page_title = sources.page_title
    evidence.add("site_name", "meta SiteName", sources.metas.get("sitename"))
    title = evidence.first("title")
    rest = _beside(title, page_title)
    evidence.add("site_name", "page title", _name_of_site(rest, page_title.endswith(title)) if len(rest) < 60 else None)
    if not evidence.found.get("site_name"):
        greeted = map(_GREETING.search, (line for line in [*sources.above[:GREETED], *sources.below] if len(line) < 60))
        evidence.add("site_name", "greeting", next((hit[1] for hit in greeted if hit), None))


def _beside(title: str, page_title: str) -> str:
    """What a page's title says besides the article's."""
    rest = page_title.replace(title, "", 1).strip(DASHES + " \u3000") if title and title in page_title else ""
    if rest:
        return rest
    parts = PARTS.split(page_title)
    site = SITE.match(page_title) or issuer.is_agency(page_title)
    return parts[-1] if len(parts) > 1 or (site and page_title != title) else ""


def _add_code(evidence: Evidence, sources: Sources) -> None:
    code = sources.metas.get("siteidcode", "")
    evidence.add("site_id_code", "meta SiteIDCode", code if _VALID_ID.fullmatch(code) else None)
    foot = _foot(sources)
    if "码" in foot and (hit := _SITE_ID.search(foot)):
        evidence.add("site_id_code", "line", hit[1])
    for name in _CODES if _CODED.any(sources.decoded.data) else ():
        at = sources.decoded.text.find(name)
        if at >= 0 and (hit := _SITECODE.match(sources.decoded.text, at)):
            evidence.add("site_id_code", "script sitecode", hit[1])


def _name_of_site(rest: str, in_front: bool) -> str:
    """The site's name in what a page's title holds besides the article's.

    A column may stand beside it: 山东省商务厅 商务要闻 (JCMS writes site, column, title), 公告_某县人民政府.
    """
    name = PARTS.split(rest)[-1]
    words = name.split()
    site = words[0 if in_front else -1] if words else name
    return site if len(words) > 1 and (SITE.match(site) or issuer.is_agency(site)) else name


def add_foot_issuer(evidence: Evidence, sources: Sources) -> None:
    """The line that closes a ministry's rule page: 中国证券监督管理委员会发布."""
    for line in sources.below[:5]:
        hit = _FOOT_ISSUER.match(squeeze(line))
        if hit and (issuer.is_agency(hit[1]) or hit[1] == sources.metas.get("sitename")):
            evidence.add("issuer", "foot", hit[1])
