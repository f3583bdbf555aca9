"""Forms of rows, dates and pagers as portals draw them, each a function of what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

HOST: Final = "http://swj.yunxi.gov.cn"
LIST: Final = f"{HOST}/zwgk/fzzf/"
WIDE: Final = str.maketrans("0123456789-", "０１２３４５６７８９－")
HAN: Final = "〇一二三四五六七八九"


def document(year: int) -> str:
    """The address of a year's report."""
    return f"/a/d{year}.html"


def title(year: int) -> str:
    """The title of a year's report."""
    return f"云溪市水务局{year}年法治政府建设年度报告"


def day(year: int) -> str:
    """The day on which a year's report was published."""
    return f"{year + 1}-01-12"


def page(rows: str, foot: str = "", head: str = "") -> str:
    """A page of the site."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>法治政府建设</title>{head}</head><body>'
        '<div class="nav"><a href="/">首页</a><a href="/xw/">新闻</a></div>'
        f'<div class="main">{rows}</div>{foot}<div class="footer">主办：云溪市水务局</div></body></html>'
    )


SCRIPT: Final = "<script>function look(id){window.open('/a/d'+id+'.html');}</script>"
LINKS: Final[Mapping[str, Callable[[int], tuple[str, str]]]] = {
    "plain": lambda year: (f'<a href="{document(year)}">', "</a>"),
    "open": lambda year: (f'<a href="javascript:;" onclick="window.open(\'{document(year)}\')">', "</a>"),
    "script address": lambda year: (f"<a href=\"javascript:goto('{document(year)}')\">", "</a>"),
    "data": lambda year: (f'<a href="#" data-href="{document(year)}">', "</a>"),
    "function": lambda year: (f'<a href="javascript:look({year})">', "</a>"),
}
DATES: Final[Mapping[str, Callable[[str], str]]] = {
    "iso": lambda day: f"<span>{day}</span>",
    "bracket": lambda day: f"<em>[{day.replace('-', '/')}]</em>",
    "two digits": lambda day: f"<span>{day[2:]}</span>",
    "wide": lambda day: f"<span>{day.translate(WIDE)}</span>",
    "words": lambda day: f"<span>{day[:4]}年{int(day[5:7])}月{int(day[8:])}日</span>",
    "numerals": lambda day: f"<span>{''.join(HAN[int(sign)] for sign in day[:4])}年一月十二日</span>",
    "label": lambda day: f"<p>成文日期：{day[:8]}02　发布日期：{day}</p>",
    "time": lambda day: f'<time datetime="{day}T09:00:00+08:00">前天</time>',
}
SHAPES: Final[Mapping[str, tuple[str, Callable[[str, str], str], str]]] = {
    "list": ('<ul class="list">', lambda link, day: f"<li>{link}{day}</li>", "</ul>"),
    "table": ("<table>", lambda link, day: f"<tr><td>{link}</td><td>{day}</td></tr>", "</table>"),
    "divs": ("<div>", lambda link, day: f'<div class="row">{link}{day}</div>', "</div>"),
    "cells": (
        "<div>",
        lambda link, day: f"<ul class='r'><li>{link}</li><li>市局</li><li>{day}</li></ul>",
        "</div>",
    ),
    "definitions": ("<div>", lambda link, day: f"<dl><dt>{link}</dt><dd>{day}</dd></dl>", "</div>"),
}


def rows(years: list[int], link: str = "plain", date: str = "iso", shape: str = "list", badge: str = "") -> str:
    """The rows of these years in one form; the first one may carry a badge in its link."""
    before, row, after = SHAPES[shape]
    drawn = []
    for at, year in enumerate(years):
        start, end = LINKS[link](year)
        drawn.append(row(f"{start}{title(year)}{badge if not at else ''}{end}", DATES[date](day(year))))
    return (SCRIPT if link == "function" else "") + before + "".join(drawn) + after


def form(number: int) -> str:
    """A form that counts pages, with the function that turns them."""
    return (
        f'<form name="f" action="/zwgk/fzzf/list.do" method="post"><input type="hidden" name="pageNo" value="{number}">'
        "</form><script>function turn(n){document.f.pageNo.value=n;document.f.submit();}</script>"
        f'<a href="javascript:turn({number + 1})">下一页</a>'
    )


def postback(number: int) -> str:
    """An ASP.NET pager."""
    return (
        f'<form method="post" action="./"><input type="hidden" name="__VIEWSTATE" value="v{number}="></form>'
        f"<a href=\"javascript:__doPostBack('pager','{number + 1}')\">下一页</a>"
    )


def select(number: int, pages: int) -> str:
    """A select of pages."""
    options = "".join(f'<option value="index_{n}.html">第{n}页</option>' for n in range(1, pages + 1))
    return f'<select onchange="location=this.value">{options}</select>'


PAGERS: Final[dict[str, Callable[[int, int], str]]] = {
    "words": lambda n, pages: f'<a href="index_{n + 1}.html">下一页＞</a>',
    "picture": lambda n, pages: f'<a href="index_{n + 1}.html"><img src="/n.gif" alt="下一页"></a>',
    "click": lambda n, pages: f'<a href="#" onclick="location=\'index_{n + 1}.html\'">下一页</a>',
    "numbers": lambda n, pages: "".join(
        f'<a href="index_{k}.html">{k}</a>' if k != n else f"<b>{k}</b>" for k in range(1, pages + 1)
    ),
    "offset": lambda n, pages: f'<a href="?start={n * 3}">下页</a>',
    "function": lambda n, pages: (
        "<script>function go(p){location.href='index_'+p+'.html'}</script>"
        f'<a href="javascript:go({n + 1})">后一页</a>'
    ),
    "form": lambda n, pages: form(n),
    "postback": lambda n, pages: postback(n),
    "select": select,
    "portlet": lambda n, pages: (
        f'<a href="#" onclick="query(this,\'/eportal/ui?pageId=83&currentPage={n + 1}&m=3b\')">下一页</a>'
    ),
}
PAGERS |= {
    "named picture": lambda n, pages: f'<a aria-label="下一页" href="index_{n + 1}.html"><svg></svg></a>',
    "relation": lambda n, pages: f'<a rel="next" href="index_{n + 1}.html">&#xe602;</a>',
    "head": lambda n, pages: f'<link rel="next" href="index_{n + 1}.html">',
    "button": lambda n, pages: (
        f'<form action="list.do" method="post"><input type="hidden" name="pageNo" value="{n + 1}"><input type="submit"'
        ' value="下一页"></form>'
    ),
    "arrow function": lambda n, pages: (
        "<script>const go = n => { location.href = `index_${n}.html` }</script>"
        f"<a href='javascript:go({n + 1})'>后页</a>"
    ),
    "attribute": lambda n, pages: (
        f'<a href="javascript:;" class="pg" data-page="{n + 1}">下一页</a>'
        "<script>$('.pg').click(function(){location.href='index_'+$(this).data('page')+'.html'})</script>"
    ),
    "layui": lambda n, pages: (
        f"<div id='p'></div><script>laypage.render({{elem:'p',count:{pages * 3},limit:3,curr:{n},"
        "jump:function(o,first){if(!first){location.href='index_'+o.curr+'.html'}}})</script>"
    ),
    "wide numbers": lambda n, pages: f'<b>{n}</b><a href="index_{n + 1}.html">{str(n + 1).translate(WIDE)}</a>',
    "earlier": lambda n, pages: f'<a href="index_{n + 1}.html">更早的信息</a>',
    "of all": lambda n, pages: f'<a href="index_{n + 1}.html">下一页（{n}/{pages}）</a>',
}
DEAD: Final = (  # how a last page may draw the way on
    "<span>下一页</span>",
    '<a data-pagesize="20" href="javascript:;">下一页</a>',
    '<a href="javascript:;">下一页</a>',
    '<a class="disabled" href="javascript:go(5)">下一页</a>',
    '<li class="disabled"><a href="index_9.html">下一页</a></li>',
    '<a href="javascript:go(1)">首页</a><a href="javascript:go(3)">上一页</a><a href="javascript:go(4)">下一页</a>',
    '<a href="index_4.html">下一页</a>',
)
UNSEEN: Final[Mapping[str, Callable[[int, int], str]]] = {
    "opaque call": lambda n, pages: (
        f'<a href="javascript:void(0)" onclick="$pager.forward(this)">下一页</a> 共{pages}页'
    ),
    "no total": lambda n, pages: '<a href="javascript:void(0)" onclick="$pager.forward(this)">下一页</a>',
    "numbers without a script": lambda n, pages: "".join(
        f'<a href="javascript:;" onclick="turn({k})">{k}</a>' for k in range(1, pages + 1)
    ),
    "no pager at all": lambda n, pages: f"<p>第{n}/{pages}页</p>",
    "script total": lambda n, pages: f"<script>var conf = {{recordCount: '{pages * 3}', el: '#p'}};</script>",
}
