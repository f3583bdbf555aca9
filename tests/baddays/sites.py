# ruff: noqa: E501 (markup reads better unbroken)
"""Two sites of different make with the same papers: a template of today in UTF-8, tables of old in GBK."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tests.answers.papers import Papers

YEARS = (2024, 2023, 2022, 2021, 2020, 2019, 2018)
NEXT = 2025
EACH = 8
MENU = ("首页", "新闻中心", "政务公开", "办事服务", "互动交流", "专题专栏", "走进本地", "数据开放")
NOTICES = (
    "关于开展春季安全检查的通知",
    "关于表彰先进集体的决定",
    "办公用品采购项目中标公告",
    "关于调整办事窗口时间的公告",
    "公开招聘工作人员面试名单",
    "关于做好汛期值班工作的通知",
    "年度部门预算公开说明",
    "专项资金分配情况公示",
    "关于举办业务培训班的通知",
    "行政许可事项目录",
    "领导干部任前公示",
    "关于印发工作要点的通知",
    "双随机抽查结果公告",
)


@dataclass(frozen=True)
class Row:
    """One row of the list: where it leads, its title and date."""

    url: str
    title: str
    date: str


@dataclass(frozen=True)
class Site:
    """The site at a host; ``old`` says which of the two makes it is."""

    host: str
    old: bool

    @cached_property
    def papers(self) -> Papers:
        """Its agency and texts."""
        return Papers(self.host)

    @property
    def charset(self) -> str:
        """What its pages are written in."""
        return "gbk" if self.old else "utf-8"

    def rows(self, years: Sequence[int] = YEARS) -> list[Row]:
        """All rows, newest first."""
        reports = [Row(f"/a/{year}.html", self.papers.title(year), f"{year + 1}-01-12") for year in years]
        others = [
            Row(f"/a/n{at}.html", title, f"{2025 - at % 7}-0{2 + at % 7}-1{at % 9}") for at, title in enumerate(NOTICES)
        ]
        return sorted(reports + others, key=lambda row: row.date, reverse=True)

    def frame(self, title: str, crumbs: str, main: str, *, head: str = "", top: str = "") -> str:
        """A page of the site around ``main``."""
        agency = self.papers.agency
        if self.old:
            menu = "".join(f'<td align="center"><a href="/{at}/">{name}</a></td>' for at, name in enumerate(MENU))
            return (
                f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">{head}'
                f'<title>{title}</title></head><body topmargin="0">{top}<table width="980" align="center"><tr>{menu}</tr>'
                f'</table><table width="980" align="center"><tr><td>您现在的位置：{crumbs}</td></tr><tr><td>{main}</td>'
                f'</tr></table><table width="980" align="center"><tr><td>版权所有：{agency}　地址：中心大街18号</td></tr>'
                "<tr><td>备案序号：某ICP备05000001号　您是第 300218 位访问者</td></tr></table></body></html>"
            )
        menu = "".join(f'<li><a href="/{at}/">{name}</a></li>' for at, name in enumerate(MENU))
        return (
            f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta name="SiteName" content="{agency}">{head}<link rel="stylesheet" href="/css/m.css"></head><body>{top}'
            f'<header class="top"><div class="wrap"><img src="/logo.png" alt="{agency}"><ul class="nav">{menu}</ul></div>'
            f'</header><div class="wrap"><div class="pos">当前位置：{crumbs}</div>{main}</div><footer><div class="wrap">'
            f"<p>主办单位：{agency}　承办单位：信息中心</p><p>某ICP备05000001号　网站标识码：9900000001</p></div></footer>"
            "</body></html>"
        )

    def article(
        self,
        title: str,
        lines: Sequence[str],
        *,
        day: str = "2025-01-12",
        top: str = "",
        inside: str = "",
        end: str = "",
    ) -> str:
        """An article's page."""
        crumbs = '<a href="/">首页</a> &gt; <a href="/l/">法治政府建设</a> &gt; 正文'
        agency = self.papers.agency
        if self.old:
            text = "".join(f'<p style="text-indent:2em"><font size="3">{line}</font></p>' for line in lines)
            main = (
                f'<table width="96%"><tr><td align="center"><b><font size="5">{title}</font></b></td></tr><tr><td '
                f'align="center">发布日期：{day}　来源：{agency}　【字体：大 中 小】</td></tr><tr><td class="text14">{text}'
                f"{inside}</td></tr><tr><td>{end}【打印本页】【关闭窗口】</td></tr></table>"
            )
            return self.frame(title, crumbs, main, top=top)
        text = "\n".join(f"<p>{line}</p>" for line in lines)
        head = (
            f'<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="{day} 09:30">'
            f'<meta name="ContentSource" content="{agency}"><meta name="ColumnName" content="法治政府建设">'
        )
        main = (
            f'<div class="detail"><h1>{title}</h1><div class="info"><span>发布时间：{day} 09:30</span><span>来源：{agency}'
            f'</span><span>浏览次数：<i id="hits"></i></span></div><div class="TRS_Editor">{text}{inside}</div>{end}'
            '<div class="share">分享到：微信 微博</div><div class="prev">上一篇：<a href="/a/n3.html">关于调整办事窗口时间的公告'
            '</a></div><div class="next">下一篇：没有了</div></div>'
        )
        return self.frame(title, crumbs, main, head=head, top=top)

    def report(self, year: int, **around: str) -> str:
        """The page of a year's report."""
        return self.article(self.papers.title(year), self.papers.lines(year), day=f"{year + 1}-01-12", **around)

    def notice(self, at: int) -> str:
        """The page of a notice."""
        lines = [f"各科室、各下属单位：现将{NOTICES[at]}有关事项告知如下，请认真抓好落实，并于月底前反馈情况。"] * 3
        return self.article(NOTICES[at], lines)

    def item(self, row: Row) -> str:
        """The markup of one row."""
        if self.old:
            return f'<tr><td>·<a href="{row.url}" target="_blank">{row.title}</a></td><td width="90">[{row.date}]</td></tr>'
        return f'<li><a href="{row.url}" title="{row.title}">{row.title}</a><span>{row.date}</span></li>'

    def where(self, number: int) -> str:
        """The address of a page of the list."""
        if number == 1:
            return "/l/"
        return f"/l/?page={number}" if self.old else f"/l/index_{number}.html"

    def number(self, path: str) -> int:
        """Which page of the list an address is, 0 for none."""
        return next((number for number in range(1, 200) if path == self.where(number)), 0)

    def list_page(
        self,
        rows: Sequence[Row],
        number: int = 1,
        *,
        each: int = EACH,
        total: int | None = None,
        pages: int | None = None,
        pager: str | None = None,
        top: str = "",
        over: str = "",
    ) -> str:
        """A page of the list of all ``rows``; ``total`` and ``pages`` are what it states, ``over`` stands above it."""
        count = -(-len(rows) // each) if pages is None else pages
        stated = len(rows) if total is None else total
        shown = "".join(self.item(row) for row in rows[(number - 1) * each : number * each])
        links = "".join(f'<a href="{self.where(at)}">{at}</a> ' for at in range(1, min(count, 9) + 1))
        onward = f'<a href="{self.where(number + 1)}">下一页</a>' if number < count else "下一页"
        made = f'<div class="page">共{stated}条 第{number}/{count}页 {links}{onward}</div>' if pager is None else pager
        crumbs = '<a href="/">首页</a> &gt; 法治政府建设'
        if self.old:
            main = f'{over}<table width="96%" class="list">{shown}</table>{made}'
        else:
            main = f'{over}<div class="list-box"><ul class="list">{shown}</ul>{made}</div>'
        return self.frame("法治政府建设", crumbs, main, top=top)

    def home(self) -> str:
        """The home page: news, notices, services."""
        news = "".join(
            f'<li><a href="/xw/{at}.html">县领导调研第{at}次重点项目建设</a><span>2026-01-{at + 3:02}</span></li>'
            for at in range(1, 9)
        )
        boxes = "".join(
            f'<div class="box"><h3>{name}</h3><ul>{news.replace("/xw/", f"/x{at}/")}</ul></div>'
            for at, name in enumerate(("工作动态", "通知公告", "政策文件"))
        )
        return self.frame(f"{self.papers.agency}网站", "首页", boxes)

    def encode(self, text: str) -> bytes:
        """A page in the site's charset."""
        return text.encode(self.charset, "xmlcharrefreplace")


def changed(rows: Sequence[Row], **fields: str) -> list[Row]:
    """Rows with other fields; ``{}`` in a value stands for the old one."""
    return [
        replace(row, **{name: value.replace("{}", getattr(row, name)) for name, value in fields.items()})
        for row in rows
    ]
