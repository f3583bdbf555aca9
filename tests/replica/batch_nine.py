"""The ninth batch: portals whose menus and lists are drawn by scripts from a service."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from tests.replica.batch_parts import (
    FIELDS,
    Portal,
    batch,
    dated,
    details,
    links,
    made,
    noise,
    others,
    page,
    piece,
    usual,
)
from tests.replica.form_parts import OWNER, Report, answer, triples
from tests.replica.model import Answer, Handler, Request

JS = "application/javascript; charset=utf-8"
JQUERY = '<script src="/js/jquery.min.js"></script>'


def millis(day: str) -> int:
    """The midnight in Beijing that begins a day, in milliseconds."""
    return int(datetime.fromisoformat(f"{day}T00:00:00+08:00").timestamp()) * 1000


def daily(form: str, year: int) -> Report:
    """A report whose address holds its day of publication in eight digits."""
    day = 10 + len(form.format("00000000")) % 15
    return Report(form.format(f"{year + 1}03{day:02}"), OWNER, year)


def script(text: str) -> Handler:
    """A script's file."""
    return piece(text, JS)


def bodied(fits: Mapping[str, object], found: object, otherwise: object) -> Handler:
    """A service that wants its questions as JSON in the body."""

    def respond(request: Request) -> Answer:
        try:
            asked = json.loads(request.body) if request.method == "POST" else {}
        except ValueError:
            asked = {}
        value = found if all(asked.get(key) == fit for key, fit in fits.items()) else otherwise
        return answer(value)(request)

    return respond


def asked(fits: Mapping[str, str], found: object, otherwise: object, method: str = "") -> Handler:
    """A service that wants its questions as fields."""

    def respond(request: Request) -> Answer:
        fields = FIELDS(request)
        right = all(fields.get(key) == fit for key, fit in fits.items()) and method in ("", request.method)
        return answer(found if right else otherwise)(request)

    return respond


def gateway_units() -> Portal:
    """Hanweb's gateway: the directory's menu and the rows are units that the page asks for one by one."""
    reports = made("/art/2026/3/18/art_1229310_59120.html", "/art/2025/3/14/art_1229310_52077.html")
    unit = (
        '<script id="{0}{1}" src="/script/AuthorizedRead/unitbuild.js" parseType="bulidstatic" webId="3185" '
        "url=\"/api-gateway/jpaas-publish-server/front/page/build/unit\" queryData=\"{{'parseType':'bulidstatic',"
        "'webId':'3185','tplSetId':'o0YcVHHq5vWt','pageType':'column','tagId':'{1}','editType':'null','pageId':'{0}'}}\"></script>"
    )
    menu = links(
        ("/col/col1229301/index.html", "政策文件"), ("/col/col1229302/index.html", "机构职能"),
        ("/col/col1229310/index.html", "法治政府建设年度报告"), form='<p><a href="{0}">{1}</a></p>',
    )  # fmt: skip
    drawn = "".join(
        f'<li class="cf"><a href="http://HOST{each.path}" title="{each.title}" target="_blank">{each.title}</a><span>{each.date}</span></li>'
        for each in reports
    )
    lists = {"1229310": drawn, "1229301": dated(others(8)), "1229302": "<p>职能</p>"}

    def served(request: Request) -> object:
        fields = FIELDS(request)
        html = menu if fields.get("tagId") == "信息公开目录" else lists.get(fields.get("pageId", ""), "")
        known = fields.get("webId") == "3185" and fields.get("tplSetId") == "o0YcVHHq5vWt"
        html = f'<ul class="list">{html}</ul><div class="pagination" count="2" pagesize="15"></div>'
        return {"code": "200", "success": known, "data": {"html": html if known else ""}}

    shells = {
        f"/col/col{column}/index.html": page(
            f'<div class="left">{unit.format(column, "信息公开目录")}</div><div class="right">{unit.format(column, "信息列表")}</div>'
        )
        for column in ("1229300", *lists)
    }
    return Portal({
        **noise(), **shells, "/": usual('<a href="/col/col1229300/index.html">政府信息公开</a>'), **details(reports),
        "/api-gateway/jpaas-publish-server/front/page/build/unit": answer(served),
        "/script/AuthorizedRead/unitbuild.js": script(
            "(function(){var s=document.currentScript,q=eval('('+s.getAttribute('queryData')+')');$.ajax({url:s.getAttribute('url'),data:q,"
            "dataType:'json',success:function(r){if(r.success){$(s).after(r.data.html)}}})})();"
        ),
    }, reports, ("/col/col1229310/index.html",))  # fmt: skip


def opaque_fields() -> Portal:
    """The intelligent search of a province: a table and a channel in a JSON body, rows whose fields have numbers for names."""
    root = "/zwgk/zfxxgk/fdzdgknr/fzzfjs/"
    reports = made(f"{root}202603/t20260319_88120.html", f"{root}202503/t20250311_79003.html")
    text = """
    var param={"code":"181aedab55d","tenantId":"303","tableName":"t_179d1430e47","pageNo":1,"pageSize":15,
      "searchFields":[{"fieldName":"f_202163381596","searchWord":"5818754"}],"sorts":[{"sortField":"save_time","sortOrder":"DESC"}],"isPage":true};
    function getList(no){param.pageNo=no;$.ajax({url:"/irs/front/list?orderBy=startTime_desc",type:"POST",contentType:"application/json;charset=utf-8",
      data:JSON.stringify(param),dataType:"json",success:function(res){var str="";
      $.each(res.data.list,function(i,item){str+='<li><a target="_blank" href="'+item.doc_pub_url+'">'+item.f_202163974476+'</a><span>'+item.save_time.split(" ")[0]+'</span></li>';});
      $("#list").html(str);createPage(res.data.pager.total,no);}})}
    getList(1);"""
    rows = [
        {"f_202163974476": each.title, "f_202163870059": OWNER, "doc_pub_url": f"http://HOST{each.path}", "save_time": f"{each.date} 10:15:36",
         "f_202163381596": "5818754", "rec_id": f"p_{at}"}
        for at, each in enumerate(reports)
    ]  # fmt: skip
    right = {"success": True, "data": {"list": rows, "pager": {"pageNo": 1, "pageSize": 15, "total": 2}}}
    fits = {"tableName": "t_179d1430e47", "searchFields": [{"fieldName": "f_202163381596", "searchWord": "5818754"}]}
    side = links(
        ("/zwgk/zfxxgk/fdzdgknr/lzyj/", "履职依据"), (root, "法治政府建设"), ("/zwgk/zfxxgk/fdzdgknr/czxx/", "财政信息")
    )
    return Portal({
        **noise(), "/": usual('<a href="/zwgk/zfxxgk/">政府信息公开</a>'), "/zwgk/zfxxgk/": page(f"<ul>{side}</ul>"), **details(reports),
        "/zwgk/zfxxgk/fdzdgknr/lzyj/": page(dated(others(7))), "/zwgk/zfxxgk/fdzdgknr/czxx/": page(dated(others(7, 30))),
        root: page(f'{JQUERY}<ul>{side}</ul><ul id="list"></ul><div id="pages"></div><script>{text}</script>'),
        "/irs/front/list": bodied(fits, right, {"success": False, "data": None}),
    }, reports, (root,))  # fmt: skip


def numbered_meta_file() -> Portal:
    """Guangdong's pages: the category's number in a variable, the rows in a file named after it, fetched by a script in a file."""
    reports = made("/zwgk/fzzf/content/post_9912045.html", "/zwgk/fzzf/content/post_8620412.html")
    loader = """
    $(function(){var size=15,page=1;function fmt(s){return s.substr(0,10)}
    $.getJSON('/postmeta/i/'+NFCMS_CAT_ID+'.json?_='+new Date().getTime(),function(data){var html='';
    $.each(data.articles.slice((page-1)*size,page*size),function(i,v){html+='<li><a href="'+v.url+'" title="'+v.title+'">'+v.title+'</a><span class="time">'+fmt(v.date)+'</span></li>'});
    $('.news_list').html(html)})});"""

    def meta(rows: Sequence[tuple[str, str, str]]) -> Handler:
        data = [
            {"id": at, "title": title, "url": f"http://HOST{path}", "date": f"{day} 09:12:44", "created_at": millis(day) // 1000, "source": OWNER}
            for at, (path, title, day) in enumerate(rows, 5000)
        ]  # fmt: skip
        return answer({"articles": data, "children": [], "updated": 1774000000})

    def shell(number: int) -> Handler:
        own = f"<script>var NFCMS_SITE_ID='7600012',NFCMS_CAT_ID='{number}',NFCMS_PUB_TYPE='column';</script>"
        return page(
            f'{JQUERY}{own}<ul class="news_list"></ul><div class="page"></div><script src="/assets/js/list.js"></script>'
        )

    menu = links(
        ("/zwgk/gfxwj/index.html", "规范性文件"),
        ("/zwgk/fzzf/index.html", "法治政府建设"),
        ("/zwgk/czyjs/index.html", "预决算"),
    )
    return Portal({
        **noise(), "/": usual('<a href="/zwgk/index.html">政务公开</a>'), "/zwgk/index.html": page(menu), "/assets/js/list.js": script(loader),
        "/zwgk/gfxwj/index.html": shell(10590), "/zwgk/fzzf/index.html": shell(10591), "/zwgk/czyjs/index.html": shell(10592),
        "/postmeta/i/10590.json": meta(others(9)), "/postmeta/i/10591.json": meta(triples(reports)), "/postmeta/i/10592.json": meta(others(5, 60)),
        **details(reports),
    }, reports, ("/zwgk/fzzf/index.html",))  # fmt: skip


def guarded_form() -> Portal:
    """A form that the service takes with the token of the page's head alone; addresses of rows are made of day and number."""
    reports = tuple(daily(f"/xxgk/article/{{}}/{number}.html", year) for number, year in ((5521, 2025), (4310, 2024)))
    text = """
    var token=$("meta[name='_csrf']").attr("content"),header=$("meta[name='_csrf_header']").attr("content");
    function query(pageIndex){$.ajax({url:"/xxgk/article/query",type:"POST",data:{channelId:"8a8080f17c2",pageIndex:pageIndex,pageSize:20},
    beforeSend:function(xhr){xhr.setRequestHeader(header,token)},dataType:"json",success:function(res){var h="";
    $.each(res.page.content,function(i,n){var d=n.publishDate.substring(0,10);h+="<tr><td>"+(i+1)+"</td><td><a href='/xxgk/article/"+d.replace(/-/g,"")+"/"+n.id+".html' target='_blank'>"+n.title+"</a></td><td>"+d+"</td></tr>"});
    $("#tb").html(h);$("#total").text(res.page.totalElements)}})}
    query(1);"""
    rows = [
        {"id": int(each.path.rpartition("/")[2][:4]), "title": each.title, "publishDate": f"{each.date}T00:00:00.000+0800", "deptName": OWNER}
        for each in reports
    ]  # fmt: skip
    plain = asked(
        {"channelId": "8a8080f17c2", "pageIndex": "1"},
        {"page": {"content": rows, "totalElements": 2, "totalPages": 1, "number": 0}},
        {"page": {"content": [], "totalElements": 0}}, "POST",
    )  # fmt: skip

    def guarded(request: Request) -> Answer:
        headers = {name.lower(): value for name, value in request.headers.items()}
        if headers.get("x-csrf-token") != "e4c1b0d2-77aa":
            return Answer(b'{"status":403,"error":"Forbidden"}', 403, "application/json")
        return plain(request)

    head = '<meta name="_csrf" content="e4c1b0d2-77aa"><meta name="_csrf_header" content="X-CSRF-TOKEN">'
    body = f'{JQUERY}<table><thead><tr><th>序号</th><th>名称</th><th>日期</th></tr></thead><tbody id="tb"></tbody></table><script>{text}</script>'
    menu = links(("/xxgk/list/zcwj", "政策文件"), ("/xxgk/list/fzzfnb", "法治政府建设年度报告"))
    return Portal({
        **noise(), "/": usual('<a href="/xxgk/">政府信息公开</a>'), "/xxgk/": page(menu), "/xxgk/list/zcwj": page(dated(others(6))),
        "/xxgk/list/fzzfnb": page(body, head=head), "/xxgk/article/query": guarded, **details(reports),
    }, reports, ("/xxgk/list/fzzfnb",))  # fmt: skip


def rendered_table() -> Portal:
    """layui: a table that asks by itself, fields named anew, the base path in a file of settings, days in milliseconds."""
    reports = made("/portal/detail/90217.html", "/portal/detail/77105.html")
    text = """
    layui.use(['table','util'],function(){var table=layui.table,util=layui.util;
    table.render({elem:'#articles',url:api+'/article/page',method:'post',where:{channelCode:'fzzfjs'},request:{pageName:'pageIndex',limitName:'pageSize'},limit:10,page:true,
    parseData:function(res){return{code:res.code==200?0:1,msg:res.msg,count:res.data.total,data:res.data.records}},
    cols:[[{type:'numbers',title:'序号'},{field:'articleTitle',title:'标题',templet:function(d){return '<a href="'+ctx+'/detail/'+d.articleId+'.html" target="_blank">'+d.articleTitle+'</a>'}},
    {field:'releaseTime',title:'发布时间',width:120,templet:function(d){return util.toDateString(d.releaseTime,'yyyy-MM-dd')}}]]})});"""
    rows = [
        {"articleId": each.path[-10:-5], "articleTitle": each.title, "releaseTime": millis(each.date), "createBy": "admin", "hits": 30 + at}
        for at, each in enumerate(reports)
    ]  # fmt: skip
    right = {"code": 200, "msg": "ok", "data": {"records": rows, "total": 2, "size": 10, "current": 1, "pages": 1}}
    empty = {"code": 200, "msg": "ok", "data": {"records": [], "total": 0}}
    head = '<link rel="stylesheet" href="/layui/css/layui.css"><script src="/static/config.js"></script><script src="/layui/layui.js"></script>'
    menu = links(
        ("/portal/channel/zcfg/", "政策法规"),
        ("/portal/channel/fzzfjs/", "法治政府建设"),
        ("/portal/channel/rsxx/", "人事信息"),
    )
    return Portal({
        **noise(), "/": usual('<a href="/portal/channel/zwgk/">政务公开</a>'), "/portal/channel/zwgk/": page(menu), **details(reports),
        "/portal/channel/zcfg/": page(dated(others(8))), "/portal/channel/rsxx/": page(dated(others(5, 50))),
        "/portal/channel/fzzfjs/": page(f'{menu}<table id="articles" lay-filter="articles"></table><script>{text}</script>', head=head),
        "/static/config.js": script('var ctx="/portal";var api=ctx+"/front";'),
        "/portal/front/article/page": asked({"channelCode": "fzzfjs", "pageIndex": "1"}, right, empty, "POST"),
    }, reports, ("/portal/channel/fzzfjs/",))  # fmt: skip


def bound_page() -> Portal:
    """vue in the page: the channel is read from the page's own address, the rows' markup stands in the page."""
    reports = made("/cms/content/30412.html", "/cms/content/24410.html", "/cms/content/19008.html")
    body = """<div id="app"><ul class="news"><li v-for="(item,index) in list" :key="item.contentId"><a :href="'/cms/content/'+item.contentId+'.html'" target="_blank">{{item.contentTitle}}</a>
    <span>{{item.releaseDate|day}}</span></li></ul><el-pagination :total="total" @current-change="turn"></el-pagination></div>
    <script src="/js/vue.min.js"></script><script src="/js/axios.min.js"></script><script src="/cms/js/common.js"></script><script>
    new Vue({el:'#app',data:{list:[],total:0,params:{channelId:getQueryString('channelId'),pageNo:1,pageSize:10}},filters:{day:function(v){return v?v.substring(0,10):''}},
    mounted:function(){this.load()},methods:{load:function(){var that=this;axios.get('/cms/api/article/list',{params:that.params}).then(function(res){
    if(res.data.code==0){that.list=res.data.data.rows;that.total=res.data.data.total}})},turn:function(n){this.params.pageNo=n;this.load()}}})</script>"""
    common = (
        "function getQueryString(name){var reg=new RegExp('(^|&)'+name+'=([^&]*)(&|$)');var r=window.location.search.substr(1).match(reg);"
        "if(r!=null)return decodeURIComponent(r[2]);return null;}"
    )
    lists = {"210": others(9), "211": others(6, 40), "212": triples(reports)}

    def served(request: Request) -> object:
        rows = lists.get(FIELDS(request).get("channelId", ""), [])
        data = [
            {"contentId": path.rpartition("/")[2][:-5], "contentTitle": title, "releaseDate": f"{day} 09:00:00", "channelName": "栏目"}
            for path, title, day in rows
        ]  # fmt: skip
        return {"code": 0, "data": {"rows": data, "total": len(data)}}

    menu = links(
        *(
            (f"/cms/list.html?channelId={at}", name)
            for at, name in ((210, "政策文件"), (211, "通知公告"), (212, "法治政府建设年度报告"))
        )
    )
    return Portal({
        **noise(), "/": usual('<a href="/cms/index.html">政务公开</a>'), "/cms/index.html": page(menu), "/cms/list.html": page(f"<ul>{menu}</ul>{body}"),
        "/cms/js/common.js": script(common), "/cms/api/article/list": answer(served), **details(reports),
    }, reports, ("/cms/list.html?channelId=212",))  # fmt: skip


FIRST = batch(gateway_units, opaque_fields, numbered_meta_file, guarded_form, rendered_table, bound_page)
