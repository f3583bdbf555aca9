"""Made-up portals whose reports stand with their departments, or on sites of other agencies."""

from __future__ import annotations

from tests.replica.form_parts import Listing, Report, column, dated, details, others, triples


def departments() -> Listing:
    slugs = ("jy", "sf", "sl", "ly", "cz", "mz", "wj", "tj", "sj", "jt", "zj", "yj")
    names = ("教育", "司法", "水利", "林业", "财政", "民政", "卫健", "统计", "审计", "交通", "住建", "应急")
    body = "".join(f'<li><a href="/gk/dw/{slug}/">县{name}局</a></li>' for slug, name in zip(slugs, names, strict=True))
    pages = column("/gk/dw/", f"<ul>{body}</ul>", "部门信息公开")
    reports: list[Report] = []
    for slug, name in zip(slugs, names, strict=True):
        base = f"/gk/dw/{slug}/"
        pages |= column(base, '<ul><li><a href="nr/">法定主动公开内容</a></li></ul>', f"县{name}局")
        pages |= column(
            f"{base}nr/", '<ul><li><a href="jg/">机构概况</a></li><li><a href="fz/">法治政府建设</a></li></ul>'
        )
        own = tuple(Report(f"{base}nr/fz/{year}.html", f"宁岭县{name}局", year) for year in (2025, 2024))
        pages |= column(f"{base}nr/fz/", dated(triples(own)), "法治政府建设") | details(own)
        reports += own
    watched = tuple(f"/gk/dw/{slug}/nr/fz/" for slug in slugs)
    return Listing(("/gk/dw/", "部门信息公开"), pages, tuple(reports), watched, 60)


def hub() -> Listing:
    hosts = {"jyj": "教育", "sfj": "司法", "slj": "水利", "lyj": "林业"}
    options = "".join(
        f'<option value="http://{host}.ningling.gov.cn/">县{name}局</option>' for host, name in hosts.items()
    )
    home = f'<select onchange="window.open(this.value)"><option>--部门网站--</option>{options}</select>'
    return Listing(("/zjnl/", "走进宁岭"), {}, (), (), 10, home=home)


def notices_of_departments() -> Listing:
    """Departments that publish their reports among their notices: a report of its own proves a department's way."""
    slugs = {"jy": "教育", "sl": "水利", "ly": "林业", "cz": "财政", "mz": "民政"}
    pages = column("/bm/", "".join(f'<li><a href="/bm/{slug}/">{name}局</a></li>' for slug, name in slugs.items()),
                   "部门频道")  # fmt: skip
    reports = []
    for at, (slug, name) in enumerate(slugs.items()):
        report = Report(f"/bm/{slug}/gg/{700 + at}.html", f"宁岭县{name}局", 2025)
        ways = "".join(
            f'<a href="/bm/{slug}/{way}/">{text}</a>' for way, text in (("dt", "工作动态"), ("gg", "通知公告"))
        )
        pages |= column(f"/bm/{slug}/", ways, f"{name}局") | details([report])
        pages |= column(f"/bm/{slug}/gg/", dated([*others(6, 40 * at), *triples([report])]), "通知公告")
        reports.append(report)
    watched = tuple(f"/bm/{slug}/gg/" for slug in slugs)
    return Listing(("/bm/", "部门频道"), pages, tuple(reports), watched, 20)
