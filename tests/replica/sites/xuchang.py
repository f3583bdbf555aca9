"""许昌市生态环境局: GUID names whose folder carries another date than the page, listings without validators."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from ..lookalikes import Place, lookalikes
from ..model import Column, Site
from ..reports import document
from ..systems import epoint

COLUMN = "/tzgg/"
TOWNS = ("魏都分局", "建安分局", "长葛分局", "禹州分局", "襄城分局", "鄢陵分局")
PLACE = Place("许昌市生态环境局", "市生态环境局", "许昌市", "市委全面依法治市委员会办公室", TOWNS)


def path(number: int, day: str) -> str:
    """A page's address: filed up to two days after its date."""
    filed = date.fromisoformat(day) + timedelta(days=number % 3)
    return f"{COLUMN}{filed:%Y%m%d}/{uuid.uuid5(uuid.NAMESPACE_URL, f'xuchang {number} {day}')}.html"


def site() -> Site:
    """The portal."""
    reports = tuple(document("xuchang", name) for name in ("2022", "2023", "2024"))
    documents = (*reports, *lookalikes("xuchang", (PLACE,), 49, path))
    return Site(
        portal="xuchang",
        host="sthjj.xuchang.gov.cn",
        scheme="https",
        name="许昌市生态环境局",
        owner="许昌市生态环境局",
        system=epoint,
        columns=(Column(COLUMN, "通知公告", ("首页", "通知公告"), documents, per_page=14),),
        site_id_code="4110000027",
        icp="豫ICP备11005326号",
        police="豫公网安备 41100202000193号",
        listing_validators=False,
        facts={"project": "/xcsthjj"},
    )
