"""The pages of the small portals: a listing and its reports, in invented words."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

YEARS = (2024, 2023)
MENU = (
    '<div class="nav"><a href="/">首页</a><a href="/zx/">资讯</a><a href="/gk/">公开</a><a href="/hd/">互动</a></div>'
)


@dataclass(frozen=True)
class Papers:
    """The papers of the agency whose portal is at ``host``; each host has an agency and a text of its own."""

    host: str

    @cached_property
    def agency(self) -> str:
        """Its name."""
        draw = zlib.crc32(self.host.encode())
        first, second, third = draw % 10, draw // 10 % 10, draw // 1000 % 10
        place = "云松临青柳沙石溪平安"[first] + "泽岭河湖原川坪阳湾洲"[second] + "南北东西中前上下里外"[third]
        return f"{place}县{'林水农教民审'[draw // 100 % 6]}业局"

    def title(self, year: int) -> str:
        """The title of a year's report."""
        return f"{self.agency}{year}年法治政府建设年度报告"

    def lines(self, year: int, *more: str) -> list[str]:
        """The paragraphs of a year's report."""
        draw = zlib.crc32(self.host.encode()) % 89
        return [
            f"{year}年，我局深入贯彻习近平法治思想，严格落实法治政府建设各项任务，现将本年度工作情况报告如下。",
            "一、主要做法和成效",
            f"（一）健全依法决策机制。全年审核合同{year % 100 + 11}份，合法性审查文件{draw + 2}件，讨论重大事项7次。",
            f"（二）严格规范公正文明执法。办理案件{year % 100 + draw}起，核发许可证{year % 100 + 205}份，无一被撤销。",
            "（三）开展普法宣传。组织送法进村活动16场，发放资料三千余份，受众覆盖全部乡镇和基层站点。",
            "二、存在的不足",
            "执法队伍年龄结构偏大，信息化办案水平不高，基层干部法治培训还没有做到全覆盖。",
            "三、主要负责人履行推进法治建设第一责任人职责情况",
            "局长主持专题会议研究法治工作5次，开展述法1次，带头参加旁听庭审2次。",
            f"四、{year + 1}年工作安排",
            "加快推进执法信息平台建设，完善行政裁量基准，抓好新修订法律法规的学习宣传。",
            *more,
            self.agency,
            f"{year + 1}年1月8日",
        ]

    def page(
        self,
        heading: str,
        text: Iterable[str],
        *,
        top: str = "",
        inside: str = "",
        foot: str = "",
        charset: str = "utf-8",
    ) -> str:
        """A page of the site with this text in its container."""
        shown = "\n".join(f"<p>{line}</p>" for line in text)
        return (
            f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{heading}</title></head><body>{top}{MENU}'
            f'<div class="main"><h1>{heading}</h1><div class="info">发布时间：2025-01-12　来源：{self.agency}</div>'
            f'<div class="article-con" id="zoom">{shown}{inside}</div></div>'
            f'<div class="footer"><p>主办：{self.agency}</p>{foot}</div></body></html>'
        )

    def report(self, year: int, *more: str, **around: str) -> str:
        """The page of a year's report."""
        return self.page(self.title(year), self.lines(year, *more), **around)

    def row(self, year: int, url: str = "", name: str = "") -> str:
        """One row of the listing."""
        address = url or f"/a/{year}.html"
        return f'<li><a href="{address}">{name or self.title(year)}</a><span>{year + 1}-01-12</span></li>'

    def listing(self, rows: Sequence[str] = (), *, top: str = "", foot: str = "", charset: str = "utf-8") -> str:
        """The listing of the portal, of the usual years where no rows are given."""
        shown = "".join(rows or [self.row(year) for year in YEARS])
        return (
            f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>法治政府建设</title></head><body>{top}{MENU}'
            f'<ul class="list">{shown}</ul><div class="footer"><p>主办：{self.agency}</p>{foot}</div></body></html>'
        )

    def size(self, year: int, *more: str) -> int:
        """Characters of a year's report as the store counts them."""
        return len("".join("".join(self.lines(year, *more)).split()))
