"""广州市增城区: the departments' reports in one column, post numbers that do not follow time."""

from __future__ import annotations

from ..lookalikes import Place, lookalikes
from ..model import Column, Site
from ..reports import document
from ..systems import nfcms

COLUMN = "/gk/zfxxgk/fzzfjs/bmfzzfjsbg/"
TOWNS = ("荔城街道", "增江街道", "新塘镇", "石滩镇", "中新镇", "派潭镇", "正果镇")
ABOVE = "区委全面依法治区委员会办公室"
PLACES = (
    Place("广州市生态环境局增城分局", "市生态环境局增城分局", "增城区", ABOVE, TOWNS),
    Place("广州市增城区教育局", "区教育局", "增城区", ABOVE, TOWNS),
    Place("广州市增城区司法局", "区司法局", "增城区", ABOVE, TOWNS),
    Place("广州市公安局增城区分局", "市公安局增城区分局", "增城区", ABOVE, TOWNS),
)


def path(number: int, day: str) -> str:
    """A page's address: the number tells nothing about the date."""
    return f"{COLUMN}content/post_{5_600_021 + number * 7_919 * 37 % 4_400_000}.html"


def site() -> Site:
    """The portal."""
    reports = tuple(document("zengcheng", name) for name in ("2019", "2020", "jiaoyu-2019", "sifa-2021"))
    documents = (*reports, *lookalikes("zengcheng", PLACES, 41, path))
    crumbs = ("首页", "政务公开", "政府信息公开", "法治政府建设", "部门法治政府建设报告")
    return Site(
        portal="zengcheng",
        host="www.zc.gov.cn",
        scheme="http",
        name="广州市增城区人民政府门户网站",
        owner="广州市增城区人民政府办公室",
        system=nfcms,
        columns=(Column(COLUMN, crumbs[-1], crumbs, documents, ident="3416", per_page=15),),
        site_id_code="4401180002",
        icp="粤ICP备05080436号",
        police="粤公网安备 44018302000112号",
        facts={"site": "118003"},
    )
