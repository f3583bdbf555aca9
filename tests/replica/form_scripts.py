"""Made-up portals whose lists a script draws: from ids alone, or piece by piece when a tab is clicked."""

from __future__ import annotations

from collections.abc import Sequence

from tests.replica.form_parts import (
    COLUMN,
    Listing,
    Report,
    answer,
    column,
    dated,
    detail,
    fixed,
    others,
    some,
    triples,
)
from tests.replica.model import Answer, Handler, Request
from tests.replica.more import common


def by_number(reports: Sequence[Report], field: str) -> Handler:
    """The page that shows the report whose number its query names."""

    def page(request: Request) -> Answer:
        number = common.fields(request).get(field, "")
        found = next((each for each in reports if number and each.path.endswith(f"={number}")), None)
        return detail(found)(request) if found else fixed("<p>信息不存在</p>")(request)

    return page


def ids_alone() -> Listing:
    """Rows that are ids alone, asked for by POST; a function of the page opens them."""
    path, reports = "/gk/nb/list.html", some(3, "/gk/nb/xq.html?bh=", form="{folder}{number}")

    def rows(request: Request) -> object:
        right = request.method == "POST" and common.fields(request).get("lmid") == "31"
        data = [{"BH": each.path.partition("=")[2], "BT": each.title, "FBSJ": each.date} for each in reports]
        return {"rows": data if right else [], "total": 3 if right else 0}

    script = (
        'function ck(n){window.open("xq.html?bh="+n)}$.post("/gk/getInfoList",{lmid:"31",page:1,rows:15},function(d){'
        r"""$.each(d.rows,function(i,r){h+='<li onclick="ck(\''+r.BH+'\')">'+r.BT+'</li>'});$('#l').html(h)})"""
    )
    pages = column(path, f'<ul id="l"></ul><script>{script}</script>')
    pages |= {"/gk/getInfoList": answer(rows), "/gk/nb/xq.html": by_number(reports, "bh")}
    return Listing((path, COLUMN), pages, reports, (path,), 10)


def ids_in_template() -> Listing:
    """Rows that are ids alone; the page's own script file spells their address in a template literal."""
    path, reports = "/zfxxgk/fzzf/", some(3, "/zfxxgk/", form="{folder}{number}/show.html")
    data = [{"id": each.path.split("/")[2], "title": each.title, "releaseDate": each.date} for each in reports]
    script = (
        "fetch('/api/article/page?column=88&current=1').then(r=>r.json()).then(d=>{"
        'box.innerHTML=d.data.records.map(a=>`<p><a href="/zfxxgk/${a.id}/show.html">${a.title}</a></p>`).join("")})'
    )
    pages = column(path, '<div id="b"></div><script src="/static/list.js"></script>')
    pages |= {"/static/list.js": fixed(script, kind="application/javascript")}
    pages |= {"/api/article/page": answer({"data": {"records": data, "total": 3}})}
    return Listing((path, COLUMN), pages | {each.path: detail(each) for each in reports}, reports, (path,), 10)


def _tabs(links: str, script: str, piece: str) -> Listing:
    """A page of tabs, each of which loads a piece of a page."""
    where, reports = "/gk/zdgk.html", some(3, "/gk/zdgk/")
    pages = column(where, f"{links}<div id='box'></div><script>{script}</script>", "重点公开")
    rows = {"11": dated(others(5)), "12": dated(triples(reports))}
    for number, text in rows.items():
        pages |= {piece.replace("N", number): fixed(text, kind="text/html;charset=utf-8")}
    pages |= {each.path: detail(each) for each in reports}
    return Listing((where, "重点领域信息公开"), pages, reports, (piece.replace("N", "12"),), 12)


def tabs_loaded() -> Listing:
    """Tabs that call a function with a number."""
    links = f"<ul><li onclick='tab(11)'>机构职能</li><li onclick='tab(12)'>{COLUMN}</li></ul>"
    return _tabs(links, "function tab(n){var u='/x/list_'+n+'.html';$('#box').load(u);}", "/x/list_N.html")


def tabs_by_attribute() -> Listing:
    """Tabs whose click reads an attribute of theirs."""
    links = f"<ul class='tab'><li data-lm='11'>机构职能</li><li data-lm='12'>{COLUMN}</li></ul>"
    script = "$('.tab li').on('click',function(){$.get('/x/part'+$(this).data('lm')+'.html',function(h){b.html(h)})})"
    return _tabs(links, script, "/x/partN.html")


def tabs_posted() -> Listing:
    """Tabs that send a number by POST and get a piece of HTML."""
    path, reports = "/gk/lmxx.html", some(3, "/gk/lmxx/")
    tab = "<a href='javascript:;' onclick='getInfoList({})'>{}</a>"
    links = tab.format(11, "机构职能") + tab.format(12, COLUMN)
    script = (
        'getInfoList(11);function getInfoList(columnNo){$.ajax({type:"POST",url:"/anon/getInfoList",'
        'data:{"columnNo":columnNo},dataType:"html",success:function(d){$("#box").html(d)}})}'
    )

    def piece(request: Request) -> Answer:
        right = common.fields(request).get("columnNo") == "12"
        return Answer(dated(triples(reports) if right else others(5)).encode(), content_type="text/html;charset=utf-8")

    pages = column(path, f"{links}<div id='box'></div><script>{script}</script>", "重点公开")
    pages |= {"/anon/getInfoList": piece} | {each.path: detail(each) for each in reports}
    return Listing((path, "重点领域信息公开"), pages, reports, (path,), 12)
