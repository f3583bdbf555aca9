"""The rest of the twelfth batch."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tests.replica.batch_dress import dressed, lawful, shown
from tests.replica.batch_eight import COUNTY
from tests.replica.batch_nine import JQUERY, asked, script
from tests.replica.batch_parts import FIELDS, Portal, batch, dated, links, made, others
from tests.replica.batch_twelve import DISCLOSURE, Row, number, told_twice
from tests.replica.form_parts import OWNER, answer, triples
from tests.replica.model import Answer, Handler, Request


def igs_with_filters() -> Portal:
    """TRS: a search as JSONP with filters in brackets; a click on a name of the menu sets the channel."""
    root = "/zwgk/zfxxgk/fdzdgknr/fzzf/"
    reports = made(f"{root}202603/t20260310_61120.shtml", f"{root}202503/t20250312_50211.shtml")
    text = """
    var channelid='39477',siteid='112';
    function getData(page){$.ajax({type:'get',url:'//HOST/igs/front/search/list.html',dataType:'jsonp',jsonp:'callback',
    data:{index:'lmc-index-v1',type:'lmc-datatype-v1',pageNumber:page,pageSize:15,'filter[AVAILABLE]':true,'filter[SITEID]':siteid,'filter[CHANNELID]':channelid,orderProperty:'PUBDATE',orderDirection:'desc'},
    success:function(res){var arr=res.content,str='';for(var i=0;i<arr.length;i++){var o=arr[i];str+="<li><a href='"+o.DOCPUBURL+"' title='"+o.DOCTITLE+"'>"+o.DOCTITLE+"</a><b>"+o.PUBDATE.split('T')[0]+"</b></li>"}
    document.getElementById('xxgk_list').innerHTML=str;totalPages=res.totalPages}})}
    getData(1);"""
    content = [
        {"DOCTITLE": each.title, "DOCPUBURL": f"http://HOST{each.path}", "PUBDATE": f"{each.date}T01:20:00.000+0000", "SITENAME": OWNER, "DOCABSTRACT": "", "_id": str(at)}
        for at, each in enumerate(reports)
    ]  # fmt: skip

    def served(request: Request) -> Answer:
        fields = FIELDS(request)
        fits = {"index": "lmc-index-v1", "filter[SITEID]": "112", "filter[CHANNELID]": "39477", "pageNumber": "1"}
        right = all(fields.get(key) == value for key, value in fits.items())
        found = {"content": content if right else [], "totalElements": 2 * right, "totalPages": int(right), "number": 1}
        return answer(found, "callback")(request)

    side = links(
        ("/zwgk/zfxxgk/fdzdgknr/gfxwj/", "规范性文件"), (root, "法治政府"), ("/zwgk/zfxxgk/fdzdgknr/tj/", "统计信息")
    )
    return Portal({
        **dressed((*COUNTY, ("/zwgk/zfxxgk/", "信息公开")), {
            "/": dated(others(9)), "/zwgk/zfxxgk/": f"<ul>{side}</ul>", "/zwgk/zfxxgk/fdzdgknr/gfxwj/": dated(others(8)), "/zwgk/zfxxgk/fdzdgknr/tj/": dated(others(8, 30)),
            root: f'{JQUERY}<ul>{side}</ul><ul id="xxgk_list"></ul><script>{text}</script>',
        }), "/igs/front/search/list.html": served, **shown(reports),
    }, reports, (root,))  # fmt: skip


def action_with_text() -> Portal:
    """Epoint: a token and parameters in the body, the answer's rows as text within the answer; pages count from nought."""
    reports = made(
        "/zfxxgk/003/003009/20260313/0f6c2a91-7d1e-4a0b-8f52-6b1d2c3e4f50.html",
        "/zfxxgk/003/003009/20250318/5be0c7d2-19aa-4c63-b7fa-90e1d2c3b4a5.html",
    )
    text = """
    var siteGuid="7eb5f7f1-9041-43ad-8e13-8fcb82ea831a",categorynum=$("#categorynum").val(),pageIndex=0,pageSize=15;
    var getList=function(index){var params={siteGuid:siteGuid,categorynum:categorynum,deptcode:"",pageIndex:index,pageSize:pageSize};
    $.ajax({url:"/EWB-FRONT/rest/govinfo/getlist",type:"post",dataType:"json",contentType:"application/json;charset=utf-8",data:JSON.stringify({token:"Epoint_WebSerivce",params:params}),
    success:function(msg){var custom=JSON.parse(msg.custom);var html=Mustache.render($("#info-tmpl").html(),{list:custom.infolist});$("#infolist").html(html);$("#pager").pagination({total:custom.total})}})};
    getList(pageIndex);"""
    tmpl = '<script id="info-tmpl" type="text/x-mustache">{{#list}}<li class="ewb-item"><a href="{{infourl}}" title="{{realtitle}}">{{title}}</a><span>{{infodate}}</span></li>{{/list}}</script>'
    infos = [
        {
            "infourl": each.path,
            "realtitle": each.title,
            "title": each.title[:18] + "...",
            "infodate": each.date,
            "infoid": str(at),
        }
        for at, each in enumerate(reports)
    ]

    def served(request: Request) -> Answer:
        try:
            told = json.loads(request.body or b"{}")
        except ValueError:
            told = {}
        params = told.get("params", {}) if isinstance(told, dict) else {}
        right = (
            isinstance(params, dict)
            and params.get("categorynum") == "003009"
            and params.get("pageIndex") == 0
            and told.get("token") == "Epoint_WebSerivce"
        )
        custom = {"infolist": infos if right else [], "total": 2 * right}
        return answer({"controls": [], "status": {"code": "200" if right else "300"}, "custom": told_twice(custom)})(
            request
        )

    side = links(
        ("/zfxxgk/003/003001/list.html", "政策"),
        ("/zfxxgk/003/003009/list.html", "法治政府建设"),
        ("/zfxxgk/003/003012/list.html", "应急管理"),
    )
    return Portal({
        **dressed((*COUNTY, ("/zfxxgk/list.html", "政府信息公开")), {
            "/": dated(others(9)), "/zfxxgk/list.html": f"<ul>{side}</ul>", "/zfxxgk/003/003001/list.html": dated(others(8)), "/zfxxgk/003/003012/list.html": dated(others(8, 30)),
            "/zfxxgk/003/003009/list.html": f'{JQUERY}<script src="/js/mustache.js"></script><input id="categorynum" type="hidden" value="003009"><ul id="infolist"></ul>{tmpl}<script>{text}</script>',
        }), "/EWB-FRONT/rest/govinfo/getlist": served, **shown(reports),
    }, reports, ("/zfxxgk/003/003009/list.html",))  # fmt: skip


def bundled_chunks() -> Portal:
    """RuoYi: bundles of webpack, axios with a base, services as named functions, the channel in the query of the page."""
    reports = made("/portal/content/10921.html", "/portal/content/9017.html")
    app = (
        '(window.webpackJsonp=window.webpackJsonp||[]).push([["app"],{"0a3c":function(t,e,n){"use strict";var r=n("bc3a"),i=n.n(r),a=i.a.create({baseURL:"/prod-api",timeout:1e4});'
        'a.interceptors.request.use((function(t){return t}));e["a"]=a},"7d92":function(t,e,n){"use strict";n.d(e,"a",(function(){return i})),n.d(e,"b",(function(){return a}));var r=n("0a3c");'
        'function i(t){return Object(r["a"])({url:"/cms/front/channel/list",method:"get",params:t})}function a(t){return Object(r["a"])({url:"/cms/front/content/list",method:"get",params:t})}},'
        '"c5e1":function(t,e,n){"use strict";n.r(e);var r=n("7d92"),o={name:"List",data:function(){return{loading:!0,channelList:[],contentList:[],total:0,queryParams:{pageNum:1,pageSize:10,channelId:void 0,status:"1"}}},'
        'created:function(){this.queryParams.channelId=this.getQuery("channelId"),this.getChannels(),this.getList()},methods:{getQuery:function(t){return new URLSearchParams(window.location.search).get(t)},'
        'getChannels:function(){var t=this;Object(r["a"])({siteId:1}).then((function(e){t.channelList=e.data}))},getList:function(){var t=this;this.loading=!0,Object(r["b"])(this.queryParams).then((function(e){t.contentList=e.rows,t.total=e.total,t.loading=!1}))}},'
        'render:function(){var t=this,e=t.$createElement,n=t._self._c||e;return n("div",[n("ul",t._l(t.channelList,(function(e){return n("li",{key:e.channelId},[n("a",{attrs:{href:"/portal/list.html?channelId="+e.channelId}},[t._v(t._s(e.channelName))])])})),0),'
        'n("ul",{staticClass:"news"},t._l(t.contentList,(function(e){return n("li",{key:e.contentId},[n("a",{attrs:{href:"/portal/content/"+e.contentId+".html",target:"_blank"}},[t._v(t._s(e.title))]),n("span",[t._v(t._s(t.parseTime(e.publishTime,"{y}-{m}-{d}")))])])})),0)])}}}}]);'
    )
    lists = {"101": others(9), "104": triples(reports), "107": others(7, 40)}
    channels = [
        {"channelId": int(key), "channelName": name, "parentId": 0}
        for key, name in (("101", "政策文件"), ("104", "法治政府建设年度报告"), ("107", "财政信息"))
    ]

    def served(request: Request) -> object:
        fields = FIELDS(request)
        rows = lists.get(fields.get("channelId", ""), []) if fields.get("status") == "1" else []
        return {"code": 200, "msg": "查询成功", "total": len(rows), "rows": [
            {"contentId": int(number(path)), "title": title, "publishTime": f"{day}T09:30:00.000+08:00", "channelName": "栏目"} for path, title, day in rows
        ]}  # fmt: skip

    shell = '<div id="app"></div><script src="/portal/static/js/chunk-libs.js"></script><script src="/portal/static/js/app.9b31e0c2.js"></script>'
    return Portal({
        **dressed((*COUNTY, ("/portal/list.html?channelId=101", "政务公开")), {"/": dated(others(9)), "/portal/list.html": shell}),
        "/portal/static/js/chunk-libs.js": script("/*! vue 2.6 */"), "/portal/static/js/app.9b31e0c2.js": script(app),
        "/prod-api/cms/front/channel/list": answer({"code": 200, "data": channels}), "/prod-api/cms/front/content/list": answer(served), **shown(reports),
    }, reports, ("/portal/list.html?channelId=104",))  # fmt: skip


def fetched_by_module() -> Portal:
    """Plain fetch with template literals: the column is an attribute of the element that is filled."""
    reports = made("/p/2026-03/fz-18.html", "/p/2025-03/fz-11.html")
    text = """
    const box = document.querySelector('#feed');
    const { column, site = 'nl' } = box.dataset;
    const api = (path, query) => fetch(`/open/${site}/${path}?${new URLSearchParams(query)}`).then(r => r.ok ? r.json() : Promise.reject(r.status));
    const row = ({ link, name, day }) => `<li class="item"><a href="${link}" target="_blank">${name}</a><time>${day.slice(0, 10)}</time></li>`;
    async function show(page = 1) {
      const { entries, pages } = await api(`columns/${column}/entries`, { page, per: 20 });
      box.innerHTML = entries.map(row).join('');
      drawPager(pages);
    }
    show();"""
    entries = [{"link": each.path, "name": each.title, "day": f"{each.date}T16:00:00"} for each in reports]
    menu = links(("/gov/plan/", "规划计划"), ("/gov/law/", "法治政府"), ("/gov/staff/", "人事信息"))
    return Portal({
        **dressed((*COUNTY, ("/gov/", "政务公开")), {
            "/": dated(others(9)), "/gov/": f"<ul>{menu}</ul>", "/gov/plan/": dated(others(8)), "/gov/staff/": dated(others(8, 30)),
            "/gov/law/": f'<h2>法治政府</h2><ul id="feed" data-column="law-gov" data-site="ningling"></ul><script type="module">{text}</script>',
        }), "/open/ningling/columns/law-gov/entries": asked({"page": "1"}, {"entries": entries, "pages": 1}, {"entries": [], "pages": 0}), **shown(reports),
    }, reports, ("/gov/law/",))  # fmt: skip


def files_of_pages() -> Portal:
    """Static files: one for each page of a channel, named after channel and number; tabs carry the channel."""
    reports = made("/detail/8/91.html", "/detail/8/72.html", "/detail/8/55.html")
    text = """
    function load(ch,no){$.get('/data/list/'+ch+'/'+no+'.json',function(d){var s='';d.items.forEach(function(x){s+='<li><a href="/detail/'+ch+'/'+x.i+'.html">'+x.t+'</a><span>'+x.d+'</span></li>'});
    $('.box').html(s);if(no<d.pages){$('.more').off('click').on('click',function(){load(ch,no+1)}).show()}})}
    $('.tabs li').on('click',function(){load($(this).attr('data-ch'),1)});load($('.tabs li.on').attr('data-ch'),1);"""
    mixed = [
        *lawful(8),
        *triples(reports[:1]),
        *lawful(6, 8),
        *triples(reports[1:2]),
        *lawful(6, 14),
        *triples(reports[2:]),
        *lawful(2, 20),
    ]

    def filed(rows: Sequence[Row], at: int) -> Handler:
        items = [{"i": number(path), "t": title, "d": day} for path, title, day in rows[(at - 1) * 10 : at * 10]]
        return answer({"items": items, "page": at, "pages": -(-len(rows) // 10), "total": len(rows)})

    lists = {"3": others(12), "5": others(6, 40), "8": mixed}
    files = {
        f"/data/list/{ch}/{at}.json": filed(rows, at)
        for ch, rows in lists.items()
        for at in range(1, -(-len(rows) // 10) + 1)
    }
    tabs = '<ul class="tabs"><li class="on" data-ch="3">政策文件</li><li data-ch="5">人事信息</li><li data-ch="8">法治政府建设</li></ul><ul class="box"></ul><a class="more">加载更多</a>'
    return Portal({
        **dressed(DISCLOSURE, {"/": dated(others(9)), "/zfxxgk/": f"{JQUERY}{tabs}<script>{text}</script>"}), **files, **shown(reports),
    }, reports, ("/zfxxgk/", "/data/list/8/1.json"))  # fmt: skip


def search_by_channel() -> Portal:
    """UCAP: rows of a channel from the portal's search in the path, the channel's long id in the page's head."""
    ident = "5f0c1e6a1d2b4c7f9a3e8d6b7c5a4f21"
    root = "/nlxzf/fzzfjs/"
    reports = made(f"{root}202603/6c0b7d9e8f1a4b2c.shtml", f"{root}202503/1d2e3f4a5b6c7d8e.shtml")
    text = """
    var channelId=document.querySelector('meta[name="channelid"]').content,pageNo=1;
    function manuscripts(){return $.ajax({url:'/common/search/'+channelId,data:{_isAgg:true,_isJson:true,_pageSize:$('#pageSize').val(),_template:'index',_rangeTimeGte:'',_channelName:'',page:pageNo},type:'GET',dataType:'json'})}
    manuscripts().done(function(res){var out=[];$.each(res.data.results,function(i,m){out.push($('<li>').append($('<a>',{href:m.url,text:m.title,target:'_blank'})).append($('<span>').text(m.publishedTimeStr.substr(0,10))))});
    $('.infoList').empty().append(out)});"""
    results = [
        {
            "title": each.title,
            "url": each.path,
            "publishedTimeStr": f"{each.date} 11:20:00",
            "publishedTime": 1,
            "channelName": "法治政府建设",
            "manuscriptId": str(at),
        }
        for at, each in enumerate(reports)
    ]
    right = {"code": 0, "data": {"results": results, "total": 2, "page": 1, "rows": 20}}
    side = links(
        (f"{root}list.shtml", "法治政府建设"),
        ("/nlxzf/zcwj/list.shtml", "政策文件"),
        ("/nlxzf/jyta/list.shtml", "建议提案"),
    )
    pages = dressed((*COUNTY, ("/nlxzf/xxgk/list.shtml", "信息公开")), {
        "/": dated(others(9)), "/nlxzf/xxgk/list.shtml": f"<ul>{side}</ul>", "/nlxzf/zcwj/list.shtml": dated(others(8)), "/nlxzf/jyta/list.shtml": dated(others(8, 30)),
        f"{root}list.shtml": f'{JQUERY}<input type="hidden" id="pageSize" value="20"><ul class="infoList"></ul><div id="page_div"></div><script>{text}</script>',
    }, head=f'<meta name="channelid" content="{ident}">')  # fmt: skip
    return Portal(
        {
            **pages,
            f"/common/search/{ident}": asked({"_isJson": "true", "page": "1"}, right, {"code": 1, "data": None}),
            **shown(reports),
        },
        reports,
        (f"{root}list.shtml",),
    )


def expression_of_channels() -> Portal:
    """Fujian: the channel stands within an expression that the script puts together; rows lie three deep, days apart from hours."""
    root = "/zwgk/zfxxgk/zdxxgk/fzzf/"
    reports = made(f"{root}202603/t20260311_9120.htm", f"{root}202503/t20250312_7012.htm")
    text = """
    var chnlid=4471,siteid=31000,page=1,prepage=15;
    function query(){var classsql='siteid='+siteid+'*chnlid='+chnlid;
    $.post('/fjdzapp/search',{channelid:291765,sortfield:'-docorderpri,-docreltime',classsql:classsql,cols:'docid,doctitle,docpuburl,docreltime',page:page,prepage:prepage},function(ret){
    var datas=ret.result.page.datas,ul=$('.gl_list').empty();for(var n in datas){var d=datas[n];ul.append('<li><a href="'+d.docpuburl+'">'+d.doctitle+'</a><span>'+d.docreltime.split(' ')[0].replace(/\\//g,'-')+'</span></li>')}},'json')}
    query();"""
    datas = [
        {
            "docid": 9000 + at,
            "doctitle": each.title,
            "docpuburl": f"http://HOST{each.path}",
            "docreltime": f"{each.date.replace('-', '/')} 10:00:00",
        }
        for at, each in enumerate(reports)
    ]
    fits = {"classsql": "siteid=31000*chnlid=4471", "channelid": "291765", "page": "1"}
    side = links(
        ("/zwgk/zfxxgk/zdxxgk/zc/", "政策文件"), (root, "法治政府建设"), ("/zwgk/zfxxgk/zdxxgk/cz/", "财政信息")
    )
    empty = {"result": {"page": {"count": 0, "datas": []}}}
    return Portal({
        **dressed((*COUNTY, ("/zwgk/zfxxgk/zdxxgk/", "重点信息公开")), {
            "/": dated(others(9)), "/zwgk/zfxxgk/zdxxgk/": f"<ul>{side}</ul>", "/zwgk/zfxxgk/zdxxgk/zc/": dated(others(8)), "/zwgk/zfxxgk/zdxxgk/cz/": dated(others(8, 30)),
            root: f'{JQUERY}<ul>{side}</ul><ul class="gl_list"></ul><script>{text}</script>',
        }), "/fjdzapp/search": asked(fits, {"result": {"page": {"count": 2, "pagenum": 1, "datas": datas}}}, empty, "POST"), **shown(reports),
    }, reports, (root,))  # fmt: skip


SECOND = batch(
    igs_with_filters, action_with_text, bundled_chunks, fetched_by_module, files_of_pages, search_by_channel, expression_of_channels,
)  # fmt: skip
