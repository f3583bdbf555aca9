"""What the scripts of a page ask for: read as a browser would come to it, whatever way its author took."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl, urlsplit

import pytest

from crawler.items import ListingPage, PageRequest
from crawler.platforms import service
from crawler.platforms.listing import feeds, row_addresses, service_requests

HOME = "http://www.ningling.gov.cn"
ASKED = {
    "an attribute read by jQuery": (
        '<div id="box" data-api="/svc/rows" data-cid="77"></div>',
        "var b=$('#box');$.getJSON(b.data('api'),{cid:b.data('cid'),page:1},draw)",
        ("/svc/rows", {"cid": "77", "page": "1"}),
    ),
    "an attribute read from the data set": (
        '<ul class="l" data-channel-id="c9"></ul>',
        "const el=document.querySelector('.l');fetch('/open/articles?channel='+el.dataset.channelId).then(r=>r.json())",
        ("/open/articles", {"channel": "c9"}),
    ),
    "an attribute taken from the data set by its name": (
        '<section data-col="fz" data-org="12"></section>',
        "const { col, org } = document.querySelector('section').dataset; fetch(`/gw/${org}/list/${col}?page=1`)",
        ("/gw/12/list/fz", {"page": "1"}),
    ),
    "a function that asks for what it is told": (
        "",
        "function load(path,args,done){$.ajax({url:'/api/v2'+path,data:args,success:done})}"
        "load('/column/rows',{id:31,pageNo:1},show);",
        ("/api/v2/column/rows", {"id": "31", "pageNo": "1"}),
    ),
    "an arrow function that asks for what it is told": (
        "",
        "const BASE='/rest';const http=url=>fetch(BASE+url).then(r=>r.json());"
        "http('/column/8/documents?page=1').then(draw)",
        ("/rest/column/8/documents", {"page": "1"}),
    ),
    "a method that asks for what it is told": (
        "",
        "var app={ask:function(name,query,cb){$.post('/portal/'+name,query,cb)},"
        "go:function(){this.ask('list',{col:5,page:1},draw)}}",
        ("/portal/list", {"col": "5", "page": "1"}),
    ),
    "a service named like a page": (
        "",
        "$.ajax({url:'/search/find.shtml',data:{siteid:4,channelid:18,page:1},dataType:'json'})",
        ("/search/find.shtml", {"siteid": "4", "channelid": "18", "page": "1"}),
    ),
    "a path that has the name of a log in it": (
        "",
        "$.get('/xxgk/catalog/rows',{cat:3},draw)",
        ("/xxgk/catalog/rows", {"cat": "3"}),
    ),
    "fields that a function sets": (
        "",
        "$('#t').DataTable({serverSide:true,pageLength:20,ajax:{url:'/dt/rows',data:function(d){d.cid='c4';d.kind=2}}})",
        ("/dt/rows", {"cid": "c4", "kind": "2", "draw": "1", "start": "0", "length": "20"}),
    ),
    "fields that an arrow function sets": (
        "",
        "$('#t').bootstrapTable({url:'/bt/list',queryParams:p=>{p.column=8;return p}})",
        ("/bt/list", {"column": "8"}),
    ),
    "a grid that counts its pages": (
        "",
        "$('#g').datagrid({url:'/grid/list.do',queryParams:{cat:'17'},pagination:true,pageSize:30,columns:[[{field:'t'}]]})",
        ("/grid/list.do", {"cat": "17", "page": "1", "rows": "30"}),
    ),
    "a table whose options are attributes": (
        '<table data-toggle="table" data-url="/t/rows?cid=9" data-side-pagination="server"'
        ' data-page-size="20"></table>',
        "",
        ("/t/rows", {"cid": "9", "limit": "20", "offset": "0"}),
    ),
    "a table whose options are one attribute": (
        "<table class='layui-table' lay-data=\"{url:'/lay/rows', where:{cid:'3'}, page:true, limit:30}\"></table>",
        "",
        ("/lay/rows", {"cid": "3", "page": "1", "limit": "30"}),
    ),
    "a grid whose options are one attribute": (
        '<table class="easyui-datagrid" data-options="url:\'/eu/rows\',queryParams:{cat:5},pagination:true,'
        'pageSize:20,columns:[[]]"></table>',
        "",
        ("/eu/rows", {"cat": "5", "page": "1", "rows": "20"}),
    ),
}  # fmt: skip
SENT = {
    "numbers by name": (
        "var no=1,conf={size:20};$.ajax({url:'/a/list',type:'post',contentType:'application/json',"
        "data:JSON.stringify({code:'0107',pageNo:no,pageSize:conf.size})})",
        {"code": "0107", "pageNo": 1, "pageSize": 20},
    ),
    "an object by name in another": (
        "var where={cat:'003009',index:0};axios.post('/a/list',{token:'t',params:where})",
        {"token": "t", "params": {"cat": "003009", "index": 0}},
    ),
    "a code that a variable holds in quotes": (
        "var code='36';axios.post('/a/list',{code:code,page:1})",
        {"code": "36", "page": 1},
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_request_is_read_with_its_fields(name: str) -> None:
    body, script, (path, fields) = ASKED[name]
    page = ListingPage(f"{HOME}/fz/", f"<html><body>{body}<script>{script}</script></body></html>")
    call = service.calls(page)[0]
    parts = urlsplit(call.params["url"])
    sent = dict(parse_qsl(parts.query) + parse_qsl(call.params.get("body", "")))
    assert (parts.path, sent) == (path, fields)


@pytest.mark.parametrize("name", SENT)
def test_what_is_sent_as_json_has_its_kinds(name: str) -> None:
    script, told = SENT[name]
    (call,) = service.calls(ListingPage(f"{HOME}/fz/", f"<script>{script}</script>"))
    assert json.loads(call.params["body"]) == told


TITLE = "宁岭县人民政府2025年法治政府建设年度报告"


def test_entries_told_as_text_within_an_answer_are_read() -> None:
    inner = json.dumps({"rows": [{"u": "/a/1.html", "t": TITLE, "d": "2026-03-12"}]}, ensure_ascii=False)
    for answer in ({"result": inner}, {"ret": {"data": f"[{inner}]"}}):
        (entries, *_) = feeds.lists(feeds.load(json.dumps(answer)))
        found = feeds.rows(entries, HOME) or feeds.rows(next(feeds.lists(entries[0])), HOME)
        assert [row.title for row in found] == [TITLE]


def test_a_title_cut_in_one_field_is_taken_from_another() -> None:
    for cut in (f"{TITLE[:14]}...", f"{TITLE[:16]}…"):
        found = feeds.row({"title": cut, "href": "/a/1.html", "fullName": TITLE}, HOME)
        assert found
        assert found.title == TITLE
    alone = feeds.row({"title": "关于印发宁岭县...", "href": "/a/1.html", "org": "宁岭县"}, HOME)
    assert alone
    assert alone.title.startswith("关于印发宁岭县")


def test_rows_of_cells_have_titles_days_and_addresses() -> None:
    rows = [["55120", TITLE, "2026-03-12 15:02"], ["48811", TITLE.replace("2025", "2024"), "2025-03-11 09:00"]]
    for script in (
        "render:function(data,type,row){return '<a href=\"/show/'+row[0]+'.html\">'+data+'</a>'}",
        "for(var i in d.data){var r=d.data[i];h+='<a href=\"/show/'+r[0]+'.html\">'+r[1]+'</a>'}",
    ):
        (entries,) = feeds.lists({"data": rows})
        names = {name for entry, _ in feeds.nameless({"data": rows}, HOME) for name in entry}
        (template,) = row_addresses.learned("", [script], names, HOME)
        found = feeds.rows(entries, HOME, template)
        assert found[0].url == f"{HOME}/show/55120.html"
        assert (found[0].title, found[0].date) == (TITLE, "2026-03-12")


def test_part_of_an_address_leads_nowhere_until_the_page_spells_the_rest() -> None:
    for part in ("2026/03/12/7f3a", "20260312-88"):
        entry = {"path": part, "title": TITLE}
        assert feeds.row(entry, HOME) is None
        (template,) = row_addresses.learned("<a href='/html/{{doc.path}}.html'>", [], entry, HOME)
        (found,) = feeds.rows([entry], HOME, template)
        assert found.url == f"{HOME}/html/{part}.html"
    whole = feeds.row({"path": "t20260312_88.html", "title": TITLE}, HOME)
    assert whole
    assert whole.url == f"{HOME}/t20260312_88.html"


@pytest.mark.parametrize(
    "params",
    [
        {"url": f"{HOME}/list?cid=12&page=1"},
        {"url": f"{HOME}/list", "method": "POST", "body": "page=1&cid=12"},
        {"url": f"{HOME}/list", "method": "POST", "body": '{"page": 1, "where": {"cid": "12"}}'},
    ],
)
def test_a_field_that_holds_what_a_node_holds_takes_that_of_another(params: dict[str, str]) -> None:
    nodes = [{"nodeId": 12, "label": "政策", "lvl": 1}, {"nodeId": 17, "label": "法治政府建设", "lvl": 1}]
    assert service_requests.agreeing(service_requests.asked_with(params), nodes[0]) == [("cid", "nodeId")]
    assert not service_requests.agreeing(service_requests.asked_with(params), nodes[1])
    made = service_requests.with_field(params, "cid", "17")
    assert service_requests.agreeing(service_requests.asked_with(made), nodes[1]) == [("cid", "nodeId")]


@pytest.mark.parametrize(
    "script",
    [
        "function go(ch){$.get('/d/'+ch+'.json',function(r){h+='<a href=\"/detail/'+ch+'/'+r.i+'.html\">'+r.t})}"
        "go('8')",
        'const go=ch=>fetch(`/d/${ch}.json`).then(d=>d.map(r=>`<a href="/detail/${ch}/${r.i}.html">${r.t}</a>`));'
        "go('8')",
    ],
)
def test_the_address_of_a_row_is_spelled_with_what_its_function_is_told(script: str) -> None:
    call = service.calls(ListingPage(f"{HOME}/fz/", f"<script>{script}</script>"))[0]
    assert call.params["url"] == f"{HOME}/d/8.json"
    assert row_addresses.learned("", [script], {"i", "t"}, HOME, call.told)[0] == f"{HOME}/detail/8/{{i}}.html"


@pytest.mark.parametrize(("number", "said", "follows"), [(1, 1, "2"), (3, 3, ""), (1, 2, ""), (2, None, "")])
def test_the_next_file_of_a_list_follows_the_one_that_says_its_number(
    number: int, said: int | None, follows: str
) -> None:
    for form in ("/data/8/{}.json", "/data/list_{}.json"):
        told = {"pageNo": said, "pageCount": 3, "rows": [{"href": "/a/1.html", "title": TITLE}]}
        url = HOME + form.format(number)
        listing = service.read(ListingPage(url, json.dumps(told), {"url": url}, PageRequest(url)))
        assert (listing.next.url if listing.next else "") == (HOME + form.format(follows) if follows else "")
