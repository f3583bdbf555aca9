"""南昌市生态环境局: the reports among many notices."""

from __future__ import annotations

from ..boilerplate import ident
from ..lookalikes import Place, lookalikes
from ..model import Column, Site
from ..reports import document
from ..systems import ucap

COLUMN = "/ncgbj/tzggh/"
TOWNS = ("东湖区", "西湖区", "青云谱区", "青山湖区", "新建区", "红谷滩区", "南昌县", "进贤县", "安义县")
PLACE = Place("南昌市生态环境局", "市生态环境局", "南昌市", "市委全面依法治市委员会办公室", TOWNS)


def path(number: int, day: str) -> str:
    """A page's address: month and 32 hex digits."""
    return f"{COLUMN}{day[:4]}{day[5:7]}/{ident(f'{number} {day}')}.shtml"


def site() -> Site:
    """The portal."""
    reports = tuple(document("nanchang", name) for name in ("2023", "2024", "2025"))
    documents = (*reports, *lookalikes("nanchang", (PLACE,), 58, path))
    return Site(
        portal="nanchang",
        host="sthjj.nc.gov.cn",
        scheme="http",
        name="南昌市生态环境局网站",
        owner="南昌市生态环境局",
        system=ucap,
        columns=(Column(COLUMN, "通知公告", ("首页", "通知公告"), documents, per_page=15),),
        site_id_code="3601000064",
        icp="赣ICP备17015617号",
        police="赣公网安备 36010802000160号",
        facts={"maintainer": "南昌市环境信息中心"},
    )
