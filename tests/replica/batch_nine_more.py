"""More of the ninth batch: applications of one page, files of data, trees and frames."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from tests.replica.batch_nine import JQUERY, millis, script
from tests.replica.batch_parts import (
    FIELDS,
    Portal,
    batch,
    dated,
    details,
    filed,
    links,
    made,
    noise,
    others,
    page,
    usual,
)
from tests.replica.form_parts import OWNER, answer, triples
from tests.replica.model import Request


def hash_routes() -> Portal:
    """An application of one page: menu and rows from services below a base path, addresses behind a hash."""
    reports = made("/a/1772300124.html", "/a/1740211876.html")
    app = """(window.webpackJsonp=window.webpackJsonp||[]).push([["app"],{"56d7":function(e,t,n){"use strict";n.r(t);var a=n("bc3a"),i=n.n(a),r=i.a.create({baseURL:"/prod-api",timeout:1e4});
    function s(){return r({url:"/portal/channel/tree",method:"get",params:{siteId:1}})}function c(e){return r({url:"/portal/article/page",method:"get",params:e})}
    var u={name:"NavBar",data:function(){return{menu:[]}},created:function(){var e=this;s().then(function(t){e.menu=t.data.data})},methods:{go:function(e){this.$router.push({path:"/list",query:{id:e.channelId}})}}},
    l={name:"List",data:function(){return{list:[],query:{channelId:this.$route.query.id,current:1,size:10},total:0}},created:function(){this.load()},methods:{load:function(){var e=this;c(this.query).then(function(t){e.list=t.data.data.records,e.total=t.data.data.total})},
    open:function(e){window.open("/a/"+e.articleId+".html")}}},h=new d["a"]({routes:[{path:"/",component:u},{path:"/list",name:"list",component:l}]});new o["a"]({router:h,render:function(e){return e(f)}}).$mount("#app")}},[["56d7","runtime"]]]);"""
    tree = [
        {"channelId": "10", "channelName": "要闻动态", "children": []},
        {"channelId": "11", "channelName": "政务公开", "children": [{"channelId": "1101", "channelName": "政府文件", "children": []},
         {"channelId": "1104", "channelName": "法治政府建设年度报告", "children": []}]},
    ]  # fmt: skip
    lists = {"10": others(10), "1101": others(8, 40), "1104": triples(reports)}

    def served(request: Request) -> object:
        rows = lists.get(FIELDS(request).get("channelId", ""), [])
        data = [
            {"articleId": path.rpartition("/")[2][:-5], "title": title, "publishTime": f"{day} 10:00:00", "source": OWNER}
            for path, title, day in rows
        ]  # fmt: skip
        return {"code": 0, "msg": "success", "data": {"records": data, "total": len(data), "current": 1, "size": 10}}

    shell = page(
        '<noscript>请启用JavaScript</noscript><div id="app"></div><script src="/static/js/chunk-vendors.1f0c.js"></script><script src="/static/js/app.7f3a.js"></script>'
    )
    return Portal({
        "/": shell, "/static/js/app.7f3a.js": script(app), "/static/js/chunk-vendors.1f0c.js": script("/*! vendors */"), **details(reports),
        "/prod-api/portal/channel/tree": answer({"code": 0, "data": tree}), "/prod-api/portal/article/page": answer(served),
    }, reports, ("/#/list?id=1104", "/prod-api/portal/article/page?channelId=1104&current=1&size=10"))  # fmt: skip


def template_and_files() -> Portal:
    """A template of the page filled from one file of rows for each column, named after the column's code."""
    reports = made("/html/2026/fz_31.html", "/html/2025/fz_22.html")
    loader = """
    var pageIndex=1;function load(){$.ajax({url:root+'/json/'+columnCode+'/list_'+pageIndex+'.json',type:'get',dataType:'json',cache:false,success:function(d){
    document.getElementById('list').innerHTML=template('tpl',{data:d.infos});$('.pager').pagination(d.pageCount)}})}load();"""
    tpl = (
        '<script id="tpl" type="text/html">{{each data as item i}}<li><a href="{{item.infourl}}" title="{{item.title}}">{{item.title}}</a><span>{{item.infodate}}</span></li>{{/each}}</script>'
        '<ul id="list"></ul><div class="pager"></div>'
    )

    def shell(code: str) -> str:
        own = f"<script>var root='/web';var columnCode='{code}';</script><script src='/web/js/template-web.js'></script><script src='/web/js/list.js'></script>"
        return f"{JQUERY}{tpl}{own}"

    def rows(found: Sequence[tuple[str, str, str]]) -> object:
        infos = [{"infourl": path, "title": title, "infodate": day.replace("-", "/")} for path, title, day in found]
        return {"pageCount": 1, "pageIndex": 1, "infos": infos}

    names = {"A0701": "机构职能", "A0705": "规划计划", "A0709": "法治政府建设"}
    lists = {"A0701": others(3), "A0705": others(8, 30), "A0709": triples(reports)}
    menu = links(*((f"/web/{code}/index.html", name) for code, name in names.items()))
    shells = {f"/web/{code}/index.html": page(f"<ul>{menu}</ul>{shell(code)}", name) for code, name in names.items()}
    files = {f"/web/json/{code}/list_1.json": answer(rows(found)) for code, found in lists.items()}
    return Portal({
        **noise(), **shells, **files, "/": usual('<a href="/web/A0701/index.html">政府信息公开</a>'), "/web/js/list.js": script(loader), **details(reports),
    }, reports, ("/web/A0709/index.html",))  # fmt: skip


def hidden_rows() -> Portal:
    """The rows stand in a hidden input of the page, as text that a script reads."""
    reports = made("/fzjs/c/62011.htm", "/fzjs/c/50988.htm")
    data = json.dumps(
        [{"id": each.path[8:13], "bt": each.title, "fbsj": each.date} for each in reports], ensure_ascii=False
    )
    text = """var rows=JSON.parse(document.getElementById('listData').value),html='';for(var i=0;i<rows.length;i++){var r=rows[i];
    html+='<div class="row"><a href="/fzjs/c/'+r.id+'.htm">'+r.bt+'</a><i>'+r.fbsj+'</i></div>';}document.getElementById('box').innerHTML=html;"""
    body = f'<input type="hidden" id="listData" value="{escape(data)}"><div id="box"></div><script>{text}</script>'
    return Portal({
        **noise(), "/": usual('<a href="/zw/index.htm">政务公开</a>'), "/zw/index.htm": page(links(("/zw/wj/index.htm", "文件"), ("/fzjs/index.htm", "法治政府建设"))),
        "/zw/wj/index.htm": page(dated(others(6))), "/fzjs/index.htm": page(body), **details(reports),
    }, reports, ("/fzjs/index.htm",))  # fmt: skip


def first_state() -> Portal:
    """The state that the application begins with stands in the page: menu, rows, days in milliseconds."""
    reports = made("/gov/2026/0318/30021.html", "/gov/2025/0312/21010.html")
    menu = [{"name": "政策", "path": "/gov/zc"}, {"name": "法治政府建设年度报告", "path": "/gov/fzzf"}]

    def shell(name: str, rows: Sequence[tuple[str, str, str]]) -> str:
        records = [
            {"id": at, "title": title, "publishTime": millis(day), "link": path}
            for at, (path, title, day) in enumerate(rows, 30)
        ]
        state = {
            "site": {"name": OWNER, "menus": menu},
            "column": {"name": name},
            "list": {"records": records, "total": len(rows), "pageSize": 20},
        }
        text = json.dumps(state, ensure_ascii=False).replace("/", "\\u002F")
        return f'<div id="root"></div><script>window.__INITIAL_STATE__={text};</script><script src="/umi.7a91.js"></script>'

    app = 'window.g_initialState=window.__INITIAL_STATE__;render(React.createElement(App),document.getElementById("root"));'
    return Portal({
        "/": page(shell("首页", others(6, 900))), "/gov/zc": page(shell("政策", others(8))), "/gov/fzzf": page(shell("法治政府建设年度报告", triples(reports))),
        "/umi.7a91.js": script(app), **details(reports),
    }, reports, ("/gov/fzzf",))  # fmt: skip


def data_scripts() -> Portal:
    """Each column has a script of data beside it; the menu is written by a script for all pages."""
    reports = made("/news/show-3307.html", "/news/show-2811.html")
    nav = """var navs=[['首页','/'],['政务要闻','/col/1201.html'],['政务公开','/col/1202.html'],['法治政府建设','/col/1207.html'],['互动交流','/hd/']];
    var s='<ul class="nav">';for(var i=0;i<navs.length;i++){s+='<li><a href="'+navs[i][1]+'">'+navs[i][0]+'</a></li>';}document.write(s+'</ul>');"""
    drawing = """for(var i=0;i<colData.length;i++){document.write('<li><a href="/news/show-'+colData[i].i+'.html" target="_blank">'+colData[i].t+'</a><span>'+colData[i].d+'</span></li>');}"""

    def data(found: Sequence[tuple[str, str, str]]) -> str:
        items = [f'{{i:{path.rpartition("-")[2][:-5]},t:"{title}",d:"{day}"}}' for path, title, day in found]
        return f"var colData=[{','.join(items)}];"

    def shell(number: int) -> str:
        return f'<script src="/js/nav.js"></script><ul class="list"><script src="/data/col_{number}.js"></script><script>{drawing}</script></ul>'

    some = [(f"/news/show-{path[3:7]}.html", title, day) for path, title, day in others(9)]
    return Portal({
        **noise(), "/": page(f'<script src="/js/nav.js"></script>{dated(others(6, 900))}'), "/js/nav.js": script(nav),
        "/col/1201.html": page(shell(1201)), "/col/1202.html": page(shell(1202)), "/col/1207.html": page(shell(1207)),
        "/data/col_1201.js": script(data(some)), "/data/col_1202.js": script(data(some[3:])), "/data/col_1207.js": script(data(triples(reports))),
        **details(reports),
    }, reports, ("/col/1207.html",))  # fmt: skip


def grown_tree() -> Portal:
    """A tree that asks for the children of a node; a click opens the node's list in a frame."""
    reports = made("/xxgk/show/20260318001.html", "/xxgk/show/20250312007.html")
    text = """var setting={async:{enable:true,url:"/xxgk/tree/children",type:"post",autoParam:["id"],otherParam:{"deptCode":"D0102"}},
    data:{simpleData:{enable:true,idKey:"id",pIdKey:"pId"}},callback:{onClick:function(e,treeId,node){if(!node.isParent){$("#mainFrame").attr("src","/xxgk/list/"+node.id+".html")}}}};
    $(document).ready(function(){$.fn.zTree.init($("#tree"),setting)});"""
    children = {
        "": [{"id": "3", "pId": "0", "name": "法定主动公开内容", "isParent": True}, {"id": "4", "pId": "0", "name": "政府信息公开年报", "isParent": False}],
        "3": [{"id": "301", "pId": "3", "name": "机构概况", "isParent": False}, {"id": "307", "pId": "3", "name": "法治政府建设", "isParent": False}],
    }  # fmt: skip

    def served(request: Request) -> object:
        fields = FIELDS(request)
        return children.get(fields.get("id", ""), []) if fields.get("deptCode") == "D0102" else []

    body = f'{JQUERY}<script src="/js/jquery.ztree.all.min.js"></script><ul id="tree" class="ztree"></ul><iframe id="mainFrame" name="mainFrame" src="/xxgk/list/301.html"></iframe><script>{text}</script>'
    return Portal({
        **noise(), "/": usual('<a href="/xxgk/index.html">政府信息公开目录</a>'), "/xxgk/index.html": page(body), "/xxgk/tree/children": answer(served),
        "/xxgk/list/301.html": page(dated(others(4))), "/xxgk/list/4.html": page(dated(others(4, 30))), "/xxgk/list/307.html": page(dated(triples(reports))),
        **details(reports),
    }, reports, ("/xxgk/list/307.html",))  # fmt: skip


def frame_and_viewer() -> Portal:
    """The column's rows stand in a frame that a script opens, and lead to a viewer of files."""
    reports = made("/upload/2026/fzzf2025.pdf", "/upload/2025/fzzf2024.pdf")
    line = '<li><a href="javascript:;" onclick="view(\'{0}\')">{1}</a><em>{2}</em></li>'
    listed = "".join(line.format(each.path, each.title, each.date) for each in reports)
    opener = "<script>function view(f){window.open('/pdfjs/web/viewer.html?file='+encodeURIComponent(f))}</script>"
    frame = "<iframe id=\"fr\" width=100%></iframe><script>document.getElementById('fr').src='/inner/list_'+'fzzf'+'.html';</script>"
    return Portal({
        **noise(), "/": usual('<a href="/gk/">政务公开</a>'), "/gk/": page(links(("/gk/zc/", "政策"), ("/gk/fzzf/", "法治政府建设年度报告"))),
        "/gk/zc/": page(dated(others(6))), "/gk/fzzf/": page(frame), "/inner/list_fzzf.html": page(f"<ul>{listed}</ul>{opener}"),
        "/pdfjs/web/viewer.html": page('<div id="viewer"></div><script src="/pdfjs/build/pdf.js"></script>'), **{each.path: filed(each) for each in reports},
    }, reports, ("/gk/fzzf/", "/inner/list_fzzf.html"))  # fmt: skip


SECOND = batch(
    hash_routes, template_and_files, hidden_rows, first_state, data_scripts, grown_tree, frame_and_viewer,
)  # fmt: skip
