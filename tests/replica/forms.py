"""Portals made of two parts each: how the menu leads to the column of reports, and how that column shows its rows.

``portal(menu, listing)`` gives the site of one pair; ``MENUS`` and ``LISTINGS`` name the parts. Every portal has
columns of notices, news and another kind of yearly report as well, whose rows lead to pages that are never there:
a request for one of them was wasted. All names and texts are invented.
"""

from __future__ import annotations

import sys
from functools import partial
from html import escape
from urllib.parse import quote

from tests.replica.form_listings import ALONE, LISTINGS
from tests.replica.form_menus import BARE, MENUS
from tests.replica.form_parts import CODE, OWNER, column, dated, fixed, others
from tests.replica.model import Answer, Handler, Request, Routes, Site

USUAL = (
    '<div class="nav"><a href="/">首页</a><a href="/ld/">领导之窗</a><a href="/xw/">政务动态</a>'
    '<a href="/ndbg/">政府信息公开年度报告</a><a href="/hdjl/">互动交流</a></div>'
)

SPELLED = (
    "tree", "own_script", "onclick", "written", "served", "clicked_tree", "called", "headed_click", "arrays",
)  # fmt: skip  # addresses in scripts


def routes(site: Site, day: int) -> Routes:
    """The home page, the way to the column, the column, and what every portal has besides."""
    menu, listing = (site.facts[name] for name in ("menu", "listing"))
    made = LISTINGS[listing]()
    home, pages = made.home, {}
    if not home:
        link = (escape(made.link[0]), made.link[1])
        home, pages = MENUS[menu](made.link if menu in SPELLED else link)
    news = dated(others(12, 200))
    shared = column("/xw/", news, "政务动态") | column("/ld/", "<p>县长 某某</p>", "领导之窗")
    shared |= column(
        "/ndbg/", dated([("/d/1.html", f"{OWNER}2025年政府信息公开工作年度报告", "2026-01-20")]), "年度报告"
    )
    front = home if listing == "application" or menu in BARE else f"{USUAL}{home}{dated(others(6, 300))}"
    found = {**shared, **pages, **made.pages, "/": fixed(front)}
    if listing == "application":
        found |= {path: fixed(home) for path in ("/xw/", "/ld/", "/ndbg/")}
    return {quote(path, safe="/%"): partial(of_host, handler, site.host) for path, handler in found.items()}


def of_host(handler: Handler, host: str, request: Request) -> Answer:
    """The answer with the portal's own host where a script names it."""
    made = handler(request)
    return Answer(made.content.replace(b"//HOST/", f"//{host}/".encode()), made.status, made.content_type, made.headers)


def portal(menu: str, listing: str, host: str = "") -> Site:
    """The portal of one pair."""
    name = f"{menu}-{listing}".replace("_", "")
    return Site(
        portal=name, host=host or f"www.{name}.gov.cn", scheme="http", name=OWNER, owner=OWNER,
        system=sys.modules[__name__], columns=(), site_id_code=CODE, facts={"menu": menu, "listing": listing},
    )  # fmt: skip


def pairs() -> list[tuple[str, str]]:
    """Every menu with every listing it can lead to."""
    return [(menu, name) for name in LISTINGS for menu in MENUS if name not in ALONE or menu == "plain"]
