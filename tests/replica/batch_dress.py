"""What whole portals wear on every page: a bar above, a menu of two dozen names, doors to other hosts below.

Every name of the menu leads somewhere: what has no page of its own shows news.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from tests.replica.form_parts import OWNER, Link, Report, dated, detail, others
from tests.replica.model import Answer, Handler, Request

BAR = (
    '<div class="topbar"><a href="javascript:void(0)" onclick="aria.start()">无障碍</a> <a href="javascript:;">长者模式</a>'
    ' <a href="http://big5.ningling.gov.cn/">繁体</a> <a href="https://zwfw.ningling.gov.cn/login">登录</a></div>'
)
DOORS = "".join(
    f"<select onchange=\"window.open(this.options[this.selectedIndex].value)\"><option>{name}</option>{options}</select>"
    for name, options in (
        ("国务院部门网站", "<option value='http://www.moj.gov.cn/'>司法部</option><option value='http://www.mof.gov.cn/'>财政部</option>"),
        ("市直部门网站", "<option value='http://sfj.ningjiang.gov.cn/'>市司法局</option><option value='http://jyj.ningjiang.gov.cn/'>市教育局</option>"),
        ("县区网站", "<option value='http://www.linxi.gov.cn/'>临溪县</option><option value='http://www.gaoping.gov.cn/'>高平县</option>"),
    )
)  # fmt: skip
FOOT = (
    f"{DOORS}<p>主办：{OWNER} 承办：宁岭县政务服务数据管理局 网站标识码：3609990001 赣ICP备12345678号"
    '<a href="http://bszs.conac.cn/sitename?id=1"><img src="/red.png"></a> <a href="/about/lxwm.html">联系我们</a>'
    ' <a href="/about/sm.html">网站声明</a></p>'
)
LAWFUL = (
    "宁岭县召开法治政府建设工作推进会", "宁岭县法治政府建设实施方案（2021—2025年）", "法治宣传进校园活动启动",
    "关于开展法治政府建设示范创建活动的通知", "行政执法人员资格名单公示", "宪法宣传周倡议书", "以案释法：土地承包合同纠纷",
    "县政府常务会议学习行政复议法",
)  # fmt: skip


@dataclass(frozen=True)
class Titled(Report):
    """A report whose title has a wording of its own."""

    words: str = ""

    @property
    def title(self) -> str:
        return self.words


def titled(path: str, year: int, words: str, agency: str = OWNER) -> Titled:
    """One report with its own title."""
    return Titled(path, agency, year, words)


def lawful(count: int, first: int = 0, folder: str = "/f/") -> list[tuple[str, str, str]]:
    """(path, title, date) of documents that speak of the rule of law and are no reports."""
    return [
        (f"{folder}{8000 + first + at}.html", f"{LAWFUL[at % len(LAWFUL)]}{at // len(LAWFUL) or ''}",
         f"2026-{3 - at // 9:02}-{19 - at % 9:02}" if at < 27 else f"2025-1{at % 3}-{10 + at % 15}")
        for at in range(count)
    ]  # fmt: skip


def dressed(
    menu: Sequence[Link], pages: Mapping[str, str], title: str = OWNER, encoding: str = "utf-8", head: str = "",
    form: str = '<li><a href="{0}">{1}</a></li>', foot: str = FOOT,
) -> dict[str, Handler]:  # fmt: skip
    """The pages of a portal between its menu and its foot, and a page of news for each name of the menu without one."""
    top = f"{BAR}<div class='nav'><ul>{''.join(form.format(*each) for each in menu)}</ul></div>"
    dull = {
        path.partition("?")[0]: dated(others(8, 13 * at))
        for at, (path, _) in enumerate(menu)
        if path.startswith("/") and path.partition("?")[0] not in pages
    }
    return {path: dress(body, top, title, encoding, head, foot) for path, body in {**dull, **pages}.items()}


def dress(body: str, top: str, title: str, encoding: str, head: str, foot: str) -> Handler:
    """One page with all it wears."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">'
    text = f"<!DOCTYPE html><html><head>{meta}<title>{title}</title>{head}</head><body>{top}<div class='main'>{body}</div>{foot}</body></html>"
    return partial(_bytes, text.encode(encoding, "xmlcharrefreplace"))


def _bytes(content: bytes, request: Request) -> Answer:
    return Answer(content, content_type="text/html")


def shown(reports: Sequence[Report], crumb: str = "") -> dict[str, Handler]:
    """The pages of reports under a breadcrumb."""
    return {each.path.partition("?")[0]: partial(_crumbed, detail(each), crumb) for each in reports}


def _crumbed(plain: Handler, crumb: str, request: Request) -> Answer:
    answer = plain(request)
    return Answer(answer.content.replace(b"<body>", f"<body>{crumb}".encode()), content_type=answer.content_type)
