"""How promising a link is: by the column's name, by its slug, and by what kind of page it leads to.

Names and slugs are those of real report columns (fzzfjsndbg, fzzfndbg, fzldbgf_zggw, newfazhizhengfu, fzjsnb, yfxz;
通知公告, 公告公示, 规划计划, 法定主动公开内容). A name is a hint: reports stand in notice columns as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from crawler.clauses import NOTHING, Clause, clause
from crawler.discovery.links import Anchor
from crawler.items import PageRequest
from crawler.platforms.listing import DOCUMENT

REPORT: Final = 95  # the page of a report, whose breadcrumb names its column
HUB: Final = 50
LEAST: Final = 4
DEDICATED: Final = 80  # a column kept for law-based government
TOPICAL: Final = 70  # its name or slug speaks of law-based government, if of something beside the reports

LONG: Final = 60  # a name as long as a title that speaks of law-based government, at the address of a column
LONGEST_NAME: Final = 20  # characters; longer link texts are titles of documents

_TOPIC: Final = re.compile(r"法治政府|法治建设|法治机关|依法行政|依法治[国省市州区县旗]")
_REPORTS: Final = re.compile(r"报告|年报|总结")
_ASIDE: Final = re.compile(r"示范|解读|图解|动态|新闻|要闻|培训|督察|规划|方案|要点")
_DISCLOSURE: Final = re.compile(r"公开(?:工作)?(?:年度报告|年报|指南|制度|依申请)|依申请公开|网站(?:工作)?年度?报表")
NAMES: Final = (
    (re.compile(r"^(?:网站|站点|本站)(?:地图|导航)$|^sitemap$", re.I), 62, "site_map"),
    (re.compile(r"法定主动公开|信息公开目录"), 55, "catalogue"),
    (re.compile(r"信息公开|政务公开"), HUB, "disclosure"),
    (re.compile(r"^(?:年度报告|年报|工作(?:总结|报告)|计划总结|总结报告)"), 46, "yearly_reports"),
    (re.compile(r"通知|公告|公示"), 44, "notices"),
    (re.compile(r"规划|计划|总结|法治|普法|法规|执法|文件|公文|^其[他它]"), 30, "may_hold"),
    (re.compile(r"重点领域|专题|专栏|部门|公开|镇街|街道|乡镇"), 22, "may_lead_on"),
    (re.compile(r"动态|信息|资讯|要闻|政务"), 12, "news"),
)
_DOOR: Final = re.compile(r"(?:部门|单位|乡镇|镇街|街道)(?:.{0,6}(?:公开|之窗|目录|导航|网站))?$")
_OWN_DOOR: Final = re.compile(r"^(?:.{0,3}本级|.{0,7}[省市县区州盟旗](?:人民)?政府)(?:.{0,6}(?:公开|之窗|目录))?$")
# What titles of documents end or begin with, and names of columns do not.
_DOCUMENT_NAME: Final = re.compile(
    r"^关于|的(?:通知|公告|公示|通告|通报|意见|决定|批复|函|办法)\W{0,2}\d*$|[《》]|^(?:19|20)\d{2}年.*(?:公告|公示|通知)"
)
_REPORT_SLUG: Final = re.compile(r"/[a-z_]*(?:fzzf|fzjs|fzld)\w*(?:bg|nb)\w*/", re.I)
_TOPIC_SLUG: Final = re.compile(r"/\w*(?:fzzf|fzjs|fzld|yfxz|fazhi)\w*/", re.I)
_FOLDER: Final = re.compile(r"/(?:(?:index|list|default|common_list|moreinfo)\.\w{3,5})?$")
_FILE: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar|jpe?g|png|gif|mp4|css|js|xml|apk|exe)$", re.I)
_IDLE: Final = re.compile(r"/(?:login|search|english|en|rss|wap|jact|hdjl|zmhd)\b|[?&](?:search|keyword|q)=", re.I)
_YEAR: Final = re.compile(r"^[\[【(（〔]?(?:19|20)\d{2}\s*年?\s*度?[\]】)）〕]?$")

# Where a system files a document below its column: what to take away, and the column's usual first pages.
_FILED: Final = (
    (re.compile(r"/\d{6}/t\d{8}_\d+\w*\.s?html?$"), ("/",)),
    (re.compile(r"/content/post_\d+\.html$"), ("/",)),
    (re.compile(r"/\d{6}/[0-9a-f]{32}\.s?html$"), ("/list.shtml", "/")),
    (re.compile(r"/\d{8}/[0-9a-f-]{36}\.html$", re.I), ("/moreinfo.html", "/")),
    (re.compile(r"/\d{4}/\d{1,2}/\d{1,2}/[0-9a-f]{32}\.shtml$"), ("/list.shtml", "/")),
    (re.compile(r"(?:/art)?/(?:19|20)\d{2}(?:-?\d{2}){0,2}(?:/\d{1,2}){0,2}/[\w-]+\.s?html?$"), ("/index.html", "/")),
    (re.compile(r"/\d{16,20}/index\.shtml$"), ("/index.shtml",)),
    (re.compile(r"/c\d+/content\.html$"), ("/index.html",)),
)
_HANWEB: Final = re.compile(r"/art_(\d+)_\w+\.html$")


@dataclass(order=True, slots=True)
class Lead:
    """Something worth asking for: the better, the lower it sorts.

    ``kind`` is page, report (the page of one document), probe (a row opened to see what its column holds), service
    (the rows of a shell), script (a page's own script file), more (the next page of a listing) or search (what the
    portal's own search answers). ``why`` says where the address comes from; ``about`` is what the answer
    belongs to, ``trail`` the links that led there from the first page on, its own last.
    """

    rank: tuple[int, int]
    request: PageRequest = field(compare=False)
    kind: str = field(compare=False)
    name: str = field(compare=False)
    why: Clause = field(compare=False)
    about: Any = field(compare=False, default=None)
    trail: tuple[Anchor, ...] = field(compare=False, default=())

    @property
    def score(self) -> int:
        """How promising it is, 0 to 100."""
        return -self.rank[0]


def score(name: str, url: str) -> tuple[int, Clause]:
    """How promising a column is (0: not at all) by its name and address, and why."""
    path = urlsplit(url).path
    if _FILE.search(path) or _IDLE.search(url):
        return 0, NOTHING
    name = "".join(name.split())  # 政 务 公 开
    if len(name) > LONGEST_NAME:
        return (LONG, clause("named", name=name)) if _TOPIC.search(name) and _FOLDER.search(path) else (0, NOTHING)
    return _by_topic(name, path) or _by_name(name)


def _by_topic(name: str, path: str) -> tuple[int, Clause] | None:
    """What a name or slug says of law-based government, or a name of another report; None if it says nothing."""
    if _DISCLOSURE.search(name):
        return 8, clause("of_other_report")
    if _TOPIC.search(name):
        aside = 30 if _ASIDE.search(name) else 0
        return (100 if _REPORTS.search(name) else DEDICATED) - aside, clause("named", name=name)
    if _DOCUMENT_NAME.search(name):
        return 0, NOTHING
    if _REPORT_SLUG.search(path):
        return 90, clause("report_slug")
    if _TOPIC_SLUG.search(path):
        return 72, clause("topic_slug")
    return None


def _by_name(name: str) -> tuple[int, Clause]:
    """What a name says that could stand over reports among other documents."""
    for pattern, points, why in NAMES:
        if pattern.search(name):
            return points, clause(why)
    return (LEAST, clause("another")) if 0 < len(name) <= 12 else (0, NOTHING)


def is_dedicated(name: str) -> bool:
    """True for the name of a column kept for law-based government, whatever its address looks like."""
    return score(name, "")[0] >= DEDICATED


def is_door(name: str) -> bool:
    """True for the name of a page that lists departments, towns or streets: 部门信息公开, 乡镇街道."""
    return bool(_DOOR.search("".join(name.split())))


def is_own_door(name: str) -> bool:
    """True for the name of a page of the government itself beside those of its departments: 区政府, 县政府信息公开."""
    return bool(_OWN_DOOR.search("".join(name.split())))


def is_year(name: str) -> bool:
    """True for the name of a column that holds one report year, such as 2024年度."""
    return bool(_YEAR.match(name.strip()))


def is_document(url: str) -> bool:
    """True for addresses of single documents in the known systems."""
    return bool(DOCUMENT.search(url))


def columns_above(url: str) -> list[str]:
    """Where a document's column is by the way its system files documents, best first; [] where no system is known."""
    path = urlsplit(url).path
    if found := _HANWEB.search(path):
        return [urljoin(url, f"/col/col{found[1]}/index.html")]
    for pattern, names in _FILED:
        if pattern.search(path):
            folder = pattern.sub("", path)
            return [urljoin(url, folder + name) for name in names]
    return []
