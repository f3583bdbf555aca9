"""The twelfth batch: portals whose lists, menus and articles are filled by scripts as authors of content systems write them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tests.replica.batch_dress import dressed, lawful, shown
from tests.replica.batch_eight import COUNTY
from tests.replica.batch_nine import JQUERY, asked, bodied, script
from tests.replica.batch_parts import FIELDS, Portal, batch, dated, links, made, others, piece
from tests.replica.form_parts import OWNER, Link, answer, triples
from tests.replica.model import Answer, Handler, Request

Row = tuple[str, str, str]
DISCLOSURE = (*COUNTY, ("/zfxxgk/", "政府信息公开"))


def number(path: str) -> str:
    """The number that an address ends with."""
    return path.rpartition("/")[2].rpartition("=")[2].partition(".")[0]


def session_token() -> Portal:
    """Laravel: the service wants the token of the page's head and the cookie of the session that the page was given in."""
    reports = made("/article/90331", "/article/81207")
    text = """
    $.ajaxSetup({headers:{'X-CSRF-TOKEN':$('meta[name="csrf-token"]').attr('content')}});
    function loadList(p){$.post('/api/column/articles',{column:36,page:p,limit:15},function(ret){if(ret.code!==0)return;
      var html='';$.each(ret.data.items,function(k,v){html+='<li><a href="/article/'+v.id+'" title="'+v.title+'">'+v.title+'</a><em>'+v.publish_at.slice(0,10)+'</em></li>'});
      $('#articles').html(html);$('#count').text(ret.data.total)},'json')}
    $(function(){loadList(1)});"""
    items = [{"id": number(each.path), "title": each.title, "publish_at": f"{each.date} 08:30:00"} for each in reports]
    plain = asked(
        {"column": "36", "page": "1"},
        {"code": 0, "data": {"items": items, "total": 2}},
        {"code": 1, "data": None},
        "POST",
    )

    def guarded(request: Request) -> Answer:
        headers = {name.lower(): value for name, value in request.headers.items()}
        if headers.get("x-csrf-token") != "Tq8wZ1hV" or "laravel_session=eyJpdiI6" not in headers.get("cookie", ""):
            return Answer(b'{"message":"CSRF token mismatch."}', 419, "application/json")
        return plain(request)

    head = '<meta name="csrf-token" content="Tq8wZ1hV">'
    menu = links(("/column/31", "政策文件"), ("/column/36", "法治政府建设"), ("/column/40", "人事信息"))
    pages = dressed((*COUNTY, ("/openness", "信息公开")), {
        "/": dated(others(9)), "/openness": f"<ul>{menu}</ul>", "/column/31": dated(others(8)), "/column/40": dated(others(6, 40)),
        "/column/36": f'{JQUERY}<ul>{menu}</ul><ul id="articles"></ul>共<b id="count"></b>条<script>{text}</script>',
    }, head=head)  # fmt: skip

    def cookie(request: Request) -> Answer:
        page = pages["/column/36"](request)
        return Answer(
            page.content, 200, page.content_type, (("Set-Cookie", "laravel_session=eyJpdiI6; path=/; httponly"),)
        )

    return Portal(
        {**pages, "/column/36": cookie, "/api/column/articles": guarded, **shown(reports)}, reports, ("/column/36",)
    )


def easyui_grid() -> Portal:
    """easyui: the tree is declared in an attribute, a click on its node loads the grid, whose columns have formatters."""
    reports = made("/xxgk/detail.do?id=7741", "/xxgk/detail.do?id=6602", "/xxgk/detail.do?id=5120")
    tree = [{"id": "1", "text": "政府信息公开目录", "state": "open", "children": [
        {"id": "11", "text": "机构职能", "attributes": {"leaf": 1}}, {"id": "12", "text": "政策文件", "attributes": {"leaf": 1}},
        {"id": "17", "text": "法治政府建设年度报告", "attributes": {"leaf": 1}}, {"id": "19", "text": "财政预决算", "attributes": {"leaf": 1}},
    ]}]  # fmt: skip
    text = """
    function clickNode(node){if(!node.children){$('#dg').datagrid('load',{catalogId:node.id})}}
    $(function(){$('#dg').datagrid({url:'/xxgk/queryList.do',method:'post',queryParams:{catalogId:'12'},pagination:true,rownumbers:true,pageSize:20,pageList:[10,20,50],
    columns:[[{field:'XXMC',title:'信息名称',width:500,formatter:function(value,row,index){return "<a href='/xxgk/detail.do?id="+row.XXID+"' target='_blank'>"+value+"</a>"}},
    {field:'FBJG',title:'发布机构',width:120},{field:'FBRQ',title:'发布日期',width:100,formatter:function(v){return v.substr(0,10)}}]]})});"""
    lists = {"11": others(3, 60), "12": others(20), "17": triples(reports), "19": others(7, 30)}

    def served(request: Request) -> object:
        rows = lists.get(FIELDS(request).get("catalogId", ""), [])
        return {"total": len(rows), "rows": [
            {"XXID": number(path), "XXMC": title, "FBJG": OWNER, "FBRQ": f"{day} 00:00:00.0"} for path, title, day in rows
        ]}  # fmt: skip

    body = f"""{JQUERY}<script src="/easyui/jquery.easyui.min.js"></script><div class="easyui-layout">
    <ul id="tt" class="easyui-tree" data-options="url:'/xxgk/tree.do',method:'get',lines:true,onClick:function(node){{clickNode(node)}}"></ul>
    <table id="dg"></table></div><script>{text}</script>"""
    return Portal({
        **dressed((*COUNTY, ("/xxgk/index.do", "政府信息公开")), {"/": dated(others(9)), "/xxgk/index.do": body}),
        "/xxgk/tree.do": answer(tree), "/xxgk/queryList.do": answer(served),
        "/xxgk/detail.do": _by_id({number(each.path): shown([each])["/xxgk/detail.do"] for each in reports}),
    }, reports, ("/xxgk/index.do", "/xxgk/queryList.do", "/xxgk/queryList.do?catalogId=17", "/xxgk/index.do?catalogId=17"))  # fmt: skip


def _by_id(answers: dict[str, Handler]) -> Handler:
    def respond(request: Request) -> Answer:
        handler = answers.get(FIELDS(request).get("id", ""))
        return handler(request) if handler else Answer(b"<h1>404</h1>", 404)

    return respond


def jstree_and_table() -> Portal:
    """jsTree: a flat tree with parents, a chosen node leads on; there a table of bootstrap-table declares its service in attributes."""
    reports = made("/gk/show/2026031288.html", "/gk/show/2025031455.html")
    nodes = [
        {"id": "n0", "parent": "#", "text": "法定主动公开内容", "state": {"opened": True}}, {"id": "n3", "parent": "n0", "text": "政策"},
        {"id": "n31", "parent": "n3", "text": "规范性文件"}, {"id": "n5", "parent": "n0", "text": "法治政府建设"},
        {"id": "n51", "parent": "n5", "text": "法治政府建设年度报告"}, {"id": "n52", "parent": "n5", "text": "行政执法公示"},
    ]  # fmt: skip
    tree = """
    $('#catalog').jstree({'core':{'data':{'url':'/gk/catalog/tree','dataType':'json','data':function(node){return{'id':node.id}}},'multiple':false}})
    .on('select_node.jstree',function(e,data){window.location.href='/gk/catalog/'+data.node.id+'/list'});"""
    lists = {"n31": others(9), "n51": triples(reports), "n52": lawful(7)}
    table = """<table id="table" data-toggle="table" data-url="/gk/catalog/{0}/page" data-method="get" data-pagination="true" data-side-pagination="server" data-page-size="15"
    data-query-params-type="" data-data-field="list" data-total-field="count"><thead><tr><th data-field="title" data-formatter="titleFormatter">标题</th><th data-field="pubDate">日期</th></tr></thead></table>
    <script>function titleFormatter(value,row,index){{return '<a target="_blank" href="/gk/show/'+row.infoNo+'.html">'+value+'</a>'}}</script>"""

    def served(rows: Sequence[Row]) -> Handler:
        data = [{"infoNo": number(path), "title": title, "pubDate": day} for path, title, day in rows]
        return asked({"pageNumber": "1"}, {"list": data, "count": len(data)}, {"list": [], "count": 0}, "GET")

    pages = {f"/gk/catalog/{node}/list": table.format(node) for node in lists}
    head = "<script src='/js/jquery.min.js'></script><script src='/js/jstree.min.js'></script><script src='/js/bootstrap-table.min.js'></script>"
    return Portal({
        **dressed((*COUNTY, ("/gk/", "信息公开")), {"/": dated(others(9)), "/gk/": f'<div id="catalog"></div><script>{tree}</script>', **pages}, head=head),
        "/gk/catalog/tree": answer(nodes), **{f"/gk/catalog/{node}/page": served(rows) for node, rows in lists.items()}, **shown(reports),
    }, reports, ("/gk/catalog/n51/list",))  # fmt: skip


def rows_of_cells() -> Portal:
    """DataTables: rows are arrays of cells without names, drawn by the columns' render functions."""
    reports = made("/info/1163/55120.html", "/info/1163/48811.html")
    text = """
    $(document).ready(function(){$('#grid').DataTable({serverSide:true,processing:true,ordering:false,searching:false,lengthChange:false,pageLength:10,
    ajax:{url:'/system/list/dt',type:'POST',data:function(d){d.treeid=1163}},
    columnDefs:[{targets:0,render:function(data,type,row,meta){return meta.row+1}},{targets:1,render:function(data,type,row){return '<a href="/info/1163/'+row[0]+'.html" target="_blank">'+data+'</a>'}},
    {targets:2,render:function(data){return data.substring(0,10)}},{targets:3,visible:false}]})});"""
    rows = [[number(each.path), each.title, f"{each.date} 15:02", OWNER] for each in reports]
    right = {"draw": 1, "recordsTotal": 2, "recordsFiltered": 2, "data": rows}
    side = links(("/zfxxgk/zcwj/", "政策文件"), ("/zfxxgk/fzzf/", "法治政府建设"), ("/zfxxgk/zdly/", "重点领域"))
    return Portal({
        **dressed(DISCLOSURE, {
            "/": dated(others(9)), "/zfxxgk/": f"<ul>{side}</ul>", "/zfxxgk/zcwj/": dated(others(8)), "/zfxxgk/zdly/": dated(others(8, 20)),
            "/zfxxgk/fzzf/": f'{JQUERY}<table id="grid"><thead><tr><th>序号</th><th>标题</th><th>日期</th><th>来源</th></tr></thead></table><script>{text}</script>',
        }), "/system/list/dt": asked({"treeid": "1163"}, right, {"draw": 1, "recordsTotal": 0, "data": []}, "POST"), **shown(reports),
    }, reports, ("/zfxxgk/fzzf/",))  # fmt: skip


def article_service() -> Portal:
    """An application of one page without a hash: the same shell everywhere, menu, rows and articles from services as JSON."""
    reports = made("/detail/66120", "/detail/58014")
    shell = piece(
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{OWNER}</title><script type="module" src="/assets/index-5d1f.js"></script></head><body><div id="app"></div></body></html>'
    )
    text = """
    import{c as createRouter}from"./vendor.js";const BASE="/webapi/v1";
    async function get(path){const res=await fetch(`${BASE}${path}`);return (await res.json()).data}
    export const nav=()=>get("/nav");export const articles=(cid,page=1)=>get(`/columns/${cid}/articles?page=${page}&size=15`);export const article=id=>get(`/articles/${id}`);
    const Home={async setup(){this.nav=await nav()},template:`<ul><li v-for="n in nav"><router-link :to="'/column/'+n.cid">{{n.cname}}</router-link></li></ul>`};
    const Column={async setup(props){this.rows=(await articles(props.cid)).records},template:`<ul><li v-for="a in rows"><router-link :to="'/detail/'+a.aid">{{a.headline}}</router-link><i>{{a.pubTime}}</i></li></ul>`};
    const Detail={async setup(props){const a=await article(props.id);this.title=a.headline;this.html=a.content},template:`<h1>{{title}}</h1><div v-html="html"></div>`};
    createRouter({routes:[{path:"/",component:Home},{path:"/column/:cid",component:Column,props:true},{path:"/detail/:id",component:Detail,props:true}]});"""
    lists = {"3": others(8), "8": triples(reports), "9": others(6, 50)}
    nav = [
        {"cid": 3, "cname": "政策文件"},
        {"cid": 8, "cname": "法治政府建设年度报告"},
        {"cid": 9, "cname": "通知公告"},
    ]

    def listed(rows: Sequence[Row]) -> Handler:
        data = [{"aid": number(path), "headline": title, "pubTime": f"{day} 10:00"} for path, title, day in rows]
        return answer({"code": 200, "data": {"records": data, "total": len(data)}})

    def told(path: str, title: str, day: str) -> Handler:
        content = shown([next(each for each in reports if each.path == path)])[path](
            Request("GET", path)
        ).content.decode()
        content = content[content.index("<p>") : content.rindex("</p>") + 4]
        return answer(
            {
                "code": 200,
                "data": {
                    "aid": number(path),
                    "headline": title,
                    "pubTime": f"{day} 10:00",
                    "source": OWNER,
                    "content": content,
                },
            }
        )

    return Portal({
        "/": shell, **{f"/column/{cid}": shell for cid in lists}, **{each.path: shell for each in reports}, "/assets/index-5d1f.js": script(text),
        "/webapi/v1/nav": answer({"code": 200, "data": nav}), **{f"/webapi/v1/columns/{cid}/articles": listed(rows) for cid, rows in lists.items()},
        **{f"/webapi/v1/articles/{number(row[0])}": told(*row) for row in triples(reports)},
    }, reports, ("/column/8", "/webapi/v1/columns/8/articles", "/webapi/v1/columns/8/articles?page=1&size=15"))  # fmt: skip


def art_template() -> Portal:
    """art-template: the list is drawn from a template of the page, hosts and codes stand in a script of settings."""
    reports = made("/html/2026/03/12/7f3a.html", "/html/2025/03/20/2b90.html")
    config = "window.SITE_CONFIG={siteCode:'N360999',apiRoot:'/cms-gateway',pageSize:12,version:'3.2.1'};"
    text = """
    var columnCode=$('#columnCode').val();
    function render(no){$.ajax({url:SITE_CONFIG.apiRoot+'/open/document/search',type:'post',contentType:'application/json',
      data:JSON.stringify({siteCode:SITE_CONFIG.siteCode,columnCode:columnCode,pageNo:no,pageSize:SITE_CONFIG.pageSize}),
      success:function(res){$('#list').html(template('tpl-list',{list:res.result.docs}));pager(res.result.total)}})}
    render(1);"""
    tpl = (
        '<script id="tpl-list" type="text/html">{{each list as doc i}}<li><a href="/html/{{doc.path}}.html" target="_blank">{{doc.docTitle}}</a>'
        "<span>{{doc.docDate}}</span></li>{{/each}}</script>"
    )
    docs = [
        {"docTitle": each.title, "path": each.path[6:-5], "docDate": each.date, "docSource": OWNER} for each in reports
    ]
    fits = {"siteCode": "N360999", "columnCode": "C0107", "pageNo": 1}
    head = '<script src="/config/config.js"></script><script src="/js/template-web.js"></script><script src="/js/jquery.min.js"></script>'
    menu = links(("/c/C0101/", "规划计划"), ("/c/C0107/", "法治建设"), ("/c/C0110/", "应急管理"))
    return Portal({
        **dressed((*COUNTY, ("/c/C01/", "法定主动公开")), {
            "/": dated(others(9)), "/c/C01/": f"<ul>{menu}</ul>", "/c/C0101/": dated(others(5)), "/c/C0110/": dated(others(5, 30)),
            "/c/C0107/": f'<input type="hidden" id="columnCode" value="C0107"><ul id="list"></ul>{tpl}<script>{text}</script>',
        }, head=head), "/config/config.js": script(config),
        "/cms-gateway/open/document/search": bodied(fits, {"success": True, "result": {"docs": docs, "total": 2}}, {"success": False, "result": None}), **shown(reports),
    }, reports, ("/c/C0107/",))  # fmt: skip


def attribute_endpoint() -> Portal:
    """doT: the service stands in an attribute, the column in a hidden input, the size of a page in an option."""
    reports = made("/a/20260311/8812.html", "/a/20250317/7716.html")
    text = """
    var box=$('.js-list'),tpl=doT.template($('#rowTpl').text());
    function go(i){$.getJSON(box.data('url'),{cid:$('input[name=cid]').val(),p:i,size:$('#size').val()},function(d){box.html(tpl(d.rows));$('.js-total').text(d.total)})}
    $('#size').change(function(){go(1)});go(1);"""
    tpl = '<script id="rowTpl" type="text/x-dot-template">{{~it:v:i}}<li><a href="{{=v.u}}">{{=v.t}}</a><span>{{=v.d}}</span></li>{{~}}</script>'
    right = {"rows": [{"u": each.path, "t": each.title, "d": each.date} for each in reports], "total": 2}
    fits = {"cid": "4028818a5c", "p": "1", "size": "20"}
    size = '<select id="size"><option value="10">10</option><option value="20" selected>20</option><option value="50">50</option></select>'
    side: tuple[Link, ...] = (
        ("/list/zc.html", "政策法规"),
        ("/list/fz.html", "法治政府建设情况"),
        ("/list/ys.html", "预算决算"),
    )
    return Portal({
        **dressed((*COUNTY, ("/list/gk.html", "政务公开")), {
            "/": dated(others(9)), "/list/gk.html": f"<ul>{links(*side)}</ul>", "/list/zc.html": dated(others(8)), "/list/ys.html": dated(others(8, 40)),
            "/list/fz.html": f'{JQUERY}<form><input type="hidden" name="cid" value="4028818a5c">{size}</form><ul class="js-list" data-url="/svc/article/rows"></ul>共<i class="js-total"></i>条{tpl}<script>{text}</script>',
        }), "/svc/article/rows": asked(fits, right, {"rows": [], "total": 0}), **shown(reports),
    }, reports, ("/list/fz.html",))  # fmt: skip


def told_twice(value: object) -> str:
    """JSON within JSON."""
    return json.dumps(value, ensure_ascii=False)


FIRST = batch(
    session_token, easyui_grid, jstree_and_table, rows_of_cells, article_service, art_template, attribute_endpoint
)
