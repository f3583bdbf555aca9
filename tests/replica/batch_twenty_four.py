"""The twenty-fourth batch: portals as batches 14 and 15 have them, with other libraries and habits, written before it was tried."""

from __future__ import annotations

import base64
import json
import re

from tests.replica.batch_dress import lawful, shown
from tests.replica.batch_fourteen import placed, stem
from tests.replica.batch_nine import JQUERY, asked, bodied, script
from tests.replica.batch_parts import FIELDS, Portal, batch, made, piece
from tests.replica.form_parts import OWNER, answer, triples
from tests.replica.model import Answer, Request

ROOT = "/zwgk/fdzdgknr/"


def virtual_tree() -> Portal:
    """A library of the React kind in a bundle: elements as objects, hooks, effects, one listener at the root."""
    column = f"{ROOT}fzzf/"
    reports = made("/n/8f/2201.html", "/n/8f/1987.html")
    bundle = """
    !function(){"use strict";var cur,q=[],sym="function"==typeof Symbol&&Symbol.for?Symbol.for("el"):60103;function h(t,p){for(var c=[],i=2;i<arguments.length;i++)c.push(arguments[i]);return{$$typeof:sym,t:t,p:p||{},c:c}}
    function flat(c){return c.reduce(function(a,x){return a.concat(Array.isArray(x)?flat(x):x==null||x===false?[]:[x])},[])}
    function mk(v,inst){if("object"!=typeof v)return document.createTextNode(String(v));if("function"==typeof v.t){var me=inst.kids[inst.n]||(inst.kids[inst.n]={s:[],e:[],kids:[],n:0});inst.n++;me.n=0;me.i=0;me.k=0;var old=cur;cur=me;var out=v.t(Object.assign({children:v.c},v.p));cur=old;return mk(out,me)}
    var n=document.createElementNS?document.createElementNS("http://www.w3.org/1999/xhtml",v.t):document.createElement(v.t);Object.keys(v.p).forEach(function(k){var x=v.p[k];if(k.slice(0,2)==="on"){n["__"+k.slice(2).toLowerCase()]=x}else if(k==="className")n.setAttribute("class",x);else if(k==="style")Object.assign(n.style,x);else if(x!==false&&x!=null)n.setAttribute(k,x)});flat(v.c).forEach(function(x){n.appendChild(mk(x,inst))});return n}
    function useState(a){var me=cur,i=me.i++;if(!(i in me.s))me.s[i]="function"==typeof a?a():a;return[me.s[i],function(v){me.s[i]="function"==typeof v?v(me.s[i]):v;later()}]}
    function useEffect(f,d){var me=cur,i=me.k++,o=me.e[i];if(!o||!d||d.some(function(x,j){return x!==o[j]})){me.e[i]=d||[];q.push(f)}}
    var rootN,rootV,top={kids:[],s:[],e:[],n:0},wait=false;function later(){if(!wait){wait=true;(window.queueMicrotask||setTimeout)(draw)}}function draw(){wait=false;top.n=0;var n=mk(rootV,top);while(rootN.firstChild)rootN.removeChild(rootN.firstChild);rootN.appendChild(n);var f;while(f=q.shift())f()}
    function Row(p){return h("li",{className:"row"},h("a",{href:p.base+p.id+".html",target:"_blank"},p.title),h("time",null,p.day))}
    function List(p){var a=useState([]),rows=a[0],set=a[1];useEffect(function(){var c=new AbortController;fetch("/bff/lists/"+p.code+"?"+new URLSearchParams({offset:0,limit:20}),{signal:c.signal,credentials:"same-origin"}).then(function(r){return r.json()}).then(function(j){set(j.items)});return function(){c.abort()}},[p.code]);return h("ul",null,rows.map(function(r){return h(Row,{key:r.nid,id:r.nid,base:"/n/"+r.bucket+"/",title:r.headline,day:r.published.split("T")[0]})}))}
    rootN=document.getElementById("__app");rootV=h("section",null,h("h3",null,"法治政府建设"),h(List,JSON.parse(document.getElementById("__props").textContent)));draw()}();"""
    items = [
        {
            "nid": int(stem(each.path)),
            "bucket": "8f",
            "headline": each.title,
            "published": f"{each.date}T09:00:00+08:00",
        }
        for each in reports
    ]
    body = '<div id="__app"></div><script id="__props" type="application/json">{"code":"fzzf-31"}</script><script src="/static/js/main.c0ffee.js" defer></script>'
    return Portal({
        **placed(column, body), "/static/js/main.c0ffee.js": script(bundle), "/bff/lists/fzzf-31": asked({"offset": "0", "limit": "20"}, {"items": items, "total": 2}, {"items": []}), **shown(reports),
    }, reports, (column,))  # fmt: skip


def modules_by_name() -> Portal:
    """AMD: a loader of the portal's own appends the scripts of modules by name and waits for each."""
    column = f"{ROOT}fzjs.html"
    reports = made("/fzjs/2026/x55.html", "/fzjs/2025/x41.html")
    loader = """
    (function(g){var m={},w={},conf={base:'/scripts/'};function need(n){if(m[n])return m[n];var s=document.createElement('script');m[n]={cb:[]};s.async=true;s.setAttribute('data-name',n);s.onload=function(){var d=g.__last;g.__last=null;m[n].d=d;run(n)};s.src=conf.base+n+'.js';document.getElementsByTagName('head')[0].appendChild(s);return m[n]}
    function run(n){var d=m[n].d;all(d.deps,function(a){m[n].v=d.f.apply(null,a);m[n].ok=true;m[n].cb.splice(0).forEach(function(f){f()})})}
    function all(deps,f){var left=deps.length,out=[];if(!left)return f(out);deps.forEach(function(n,i){var x=need(n);function done(){out[i]=x.v;if(!--left)f(out)}x.ok?done():x.cb.push(done)})}
    g.define=function(deps,f){if(typeof deps==='function'){f=deps;deps=[]}g.__last={deps:deps,f:f}};g.require=function(deps,f){all(deps,function(a){f.apply(null,a)})};
    var main=document.querySelector('script[data-main]').getAttribute('data-main');require([main],function(x){x.init()})})(window);"""
    page = "define(['data/source','ui/list'],function(src,ui){return{init:function(){src.first('fzjs',function(d){ui.fill('#box',d)})}}});"
    source = "define(function(){var prefix='/json.action?method=';return{first:function(c,cb){var x=new XMLHttpRequest();x.open('POST',prefix+'page');x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');x.onload=function(){cb(JSON.parse(x.responseText).pageData)};x.send(['code='+c,'curPage=1','pageSize='+(3*5)].join('&'))}}});"
    drawing = "define(function(){return{fill:function(s,d){document.querySelector(s).innerHTML=d.map(function(o){return '<dt><a href=\"'+o.visitUrl+'\">'+o.infoTitle+'</a></dt><dd>'+o.infoTime+'</dd>'}).join('')}}});"
    data = [{"visitUrl": each.path, "infoTitle": each.title, "infoTime": each.date} for each in reports]
    return Portal({
        **placed(column, '<dl id="box"></dl><script src="/scripts/loader.js" data-main="page/list"></script>'), "/scripts/loader.js": script(loader), "/scripts/page/list.js": script(page),
        "/scripts/data/source.js": script(source), "/scripts/ui/list.js": script(drawing),
        "/json.action": asked({"method": "page", "code": "fzjs", "curPage": "1", "pageSize": "15"}, {"pageData": data, "totalRecords": 2}, {"pageData": []}, "POST"), **shown(reports),
    }, reports, (column,))  # fmt: skip


def when_it_is_seen() -> Portal:
    """The list is loaded once its place scrolls into view: by an observer where there is one, else on scroll."""
    column = "/zwgk/fzzfjs/"
    reports = made("/c/f/20260316a.html", "/c/f/20250317a.html", "/c/f/20240318a.html")
    text = """
    (function(){var el=document.querySelector('[data-lazy-list]'),cfg;try{cfg=JSON.parse(atob(el.getAttribute('data-lazy-list')))}catch(e){return}
    function get(){var u=new URL(cfg.p.join('/'),location.origin);u.searchParams.set('size',cfg.s);u.searchParams.append('state','pub');var r=new Request(u,{method:'GET',headers:new Headers({'x-channel':cfg.c})});
      return fetch(r).then(function(x){if(x.status!==200){throw x}return x.text()}).then(function(t){return JSON.parse(t,function(k,v){return k==='d'?v.replace(/\\//g,'-'):v})})}
    function go(){get().then(function(o){var f=document.createDocumentFragment();o.l.forEach(function(i){var p=document.createElement('p');p.appendChild(Object.assign(document.createElement('a'),{href:i.h,textContent:i.t}));p.append(' '+i.d);f.appendChild(p)});el.replaceChildren(f)})}
    if('IntersectionObserver' in window){var o=new IntersectionObserver(function(es){es.forEach(function(e){if(e.isIntersecting){o.unobserve(e.target);go()}})},{rootMargin:'50px'});o.observe(el)}else{window.onscroll=function(){window.onscroll=null;go()}}})();"""
    cfg = base64.b64encode(json.dumps({"p": ["", "lazy", "list"], "s": 30, "c": "f"}).encode()).decode()
    rows = {"l": [{"h": each.path, "t": each.title, "d": each.date.replace("-", "/")} for each in reports]}

    def served(request: Request) -> Answer:
        headers = {key.lower(): value for key, value in request.headers.items()}
        fields = FIELDS(request)
        right = headers.get("x-channel") == "f" and fields.get("size") == "30" and fields.get("state") == "pub"
        return answer(rows if right else {"l": []})(request)

    return Portal({**placed(column, f"<div data-lazy-list='{cfg}'></div><script>{text}</script>"), "/lazy/list": served, **shown(reports)}, reports, (column,))  # fmt: skip


def table_of_bootstrap() -> Portal:
    """bootstrap-table called by a script: what is sent is made by a function of its state, cells are formatted, rows found by a handler."""
    column = f"{ROOT}fzgz/"
    reports = made("/doc/view/f-7781.html", "/doc/view/f-7012.html")
    text = """
    var COL=$('#crumb').data('path').split('>').length*100+9;
    $('#t').bootstrapTable({url:['','open','doc','grid'].join('/'),method:'post',contentType:'application/x-www-form-urlencoded',sidePagination:'server',pagination:true,pageNumber:1,pageSize:20,
    queryParams:function(p){return{start:p.offset,limit:p.limit,col:COL,key:$('#key').val()}},responseHandler:function(r){return{total:r.obj.cnt,rows:r.obj.arr}},
    columns:[{title:'序号',formatter:function(v,r,i){return i+1}},{field:'mc',title:'名称',formatter:function(v,r){return "<a href='/doc/view/f-"+r.bs+".html' target='_blank'>"+v+"</a>"}},{field:'sj',title:'时间'}]});"""
    arr = [{"bs": stem(each.path)[2:], "mc": each.title, "sj": each.date} for each in reports]
    fits = {"start": "0", "limit": "20", "col": "409"}
    return Portal({
        **placed(column, f'{JQUERY}<script src="/js/bootstrap-table.min.js"></script><div id="crumb" data-path="首页>政务公开>法定主动公开内容>法治"></div><input id="key"><table id="t"></table><script>{text}</script>'),
        "/open/doc/grid": asked(fits, {"obj": {"cnt": 2, "arr": arr}}, {"obj": {"cnt": 0, "arr": []}}, "POST"), **shown(reports),
    }, reports, (column,))  # fmt: skip


def plugin_calls_back() -> Portal:
    """The count is asked for, a plugin of the portal's own draws the pager and calls back for the first page of rows."""
    column = f"{ROOT}fzzfjs/index.html"
    reports = made("/art/31/20260312.html", "/art/31/20250314.html")
    plugin = """
    (function($){var D={items_per_page:10,current_page:0,num_edge_entries:1,callback:function(){return false},load_first_page:true};
    $.fn.pager=function(max,opts){opts=$.extend({},D,opts||{});return this.each(function(){var panel=$(this);function draw(p){panel.empty();for(var i=0;i<Math.ceil(max/opts.items_per_page);i++){(function(i){$('<a href="#"></a>').text(i+1).toggleClass('cur',i==p).bind('click',function(){pick(i);return false}).appendTo(panel)})(i)}}
    function pick(p){draw(p);return opts.callback.call(panel,p,panel)}this.selectPage=pick;draw(opts.current_page);if(opts.load_first_page){opts.callback.call(panel,opts.current_page,panel)}})}})(jQuery);"""
    text = """
    var lm=location.pathname.split('/').slice(-2)[0];
    $.get('/count.do',{lm:lm},function(n){if(isNaN(n=parseInt($.trim(n),10))||!n){$('#none').show();return}
      $('#pager').pager(n,{items_per_page:15,callback:function(i,box){$.ajax({url:'/rows.do',cache:false,type:'get',data:'lm='+lm+'&from='+(i*15+1)+'&to='+Math.min(n,(i+1)*15),dataType:'xml',success:function(x){var s='';$(x).find('row').each(function(){s+='<li><a href="'+$(this).attr('href')+'">'+$(this).find('bt').text()+'</a><em>'+$(this).find('rq').text()+'</em></li>'});$('#rows').html(s)}})}})});"""
    xml = (
        "<?xml version='1.0' encoding='utf-8'?><rows>"
        + "".join(f'<row href="{path}"><bt>{title}</bt><rq>{day}</rq></row>' for path, title, day in triples(reports))
        + "</rows>"
    )

    def served(request: Request) -> Answer:
        right = FIELDS(request).get("lm") == "fzzfjs" and (FIELDS(request).get("from"), FIELDS(request).get("to")) == (
            "1",
            "2",
        )
        return piece(xml if right else "<?xml version='1.0'?><rows/>", "text/xml;charset=utf-8")(request)

    return Portal({
        **placed(column, f'{JQUERY}<script src="/js/pager.js"></script><ul id="rows"></ul><div id="pager"></div><p id="none" style="display:none">暂无</p><script>{text}</script>'), "/js/pager.js": script(plugin),
        "/count.do": piece(" 2\n", "text/plain"), "/rows.do": served, **shown(reports),
    }, reports, (column,))  # fmt: skip


def written_script() -> Portal:
    """A script writes the tag of another whose address it works out; that one holds the rows as calls of a function."""
    column = f"{ROOT}fzzf.html"
    reports = made("/zt/20260309/9a1.html", "/zt/20250310/7b2.html")
    text = """
    var out=[];function add(u,t,d){out.push({u:u,t:t,d:d})}
    document.write('<scr'+'ipt src="/js/data/'+document.title.length%7+'_'+document.getElementsByTagName('h2')[0].innerHTML.length+'.js"></scr'+'ipt>');"""
    end = "document.getElementById('ol').innerHTML=out.sort(function(a,b){return a.d<b.d?1:-1}).map(function(o){return '<li><a href='+o.u+'>'+o.t+'</a>'+o.d+'</li>'}).join('');"
    calls = "".join(f"add({path!r},{title!r},{day!r});" for path, title, day in triples(reports))
    return Portal({
        **placed(column, f'<ol id="ol"></ol><script>{text}</script><script>{end}</script>'), f"/js/data/{len(OWNER) % 7}_6.js": script(calls), **shown(reports),
    }, reports, (column,))  # fmt: skip


def enciphered() -> Portal:
    """The answer is enciphered, and a function of the page turns it into rows."""
    column = f"{ROOT}fzjs/"
    reports = made("/e/2026/1b.html", "/e/2025/0a.html")
    text = """
    (function(k){$.ajax({url:'/sec/list',type:'POST',data:{c:k.length+11},dataType:'text',success:function(h){var s='',i;for(i=0;i<h.length;i+=4){s+=String.fromCharCode(parseInt(h.substr(i,4),16)^k.charCodeAt(i/4%k.length))}
    $('#e').html($.map(JSON.parse(s),function(o){return '<li><a href="'+o.a+'">'+o.b+'</a>'+o.c+'</li>'}).join(''))}})})(['n','l','2','6'].join('_'));"""
    key = "n_l_2_6"
    said = json.dumps([{"a": path, "b": title, "c": day} for path, title, day in triples(reports)], ensure_ascii=False)
    hidden = "".join(f"{ord(sign) ^ ord(key[at % len(key)]):04x}" for at, sign in enumerate(said))

    def served(request: Request) -> Answer:
        return piece(hidden if FIELDS(request).get("c") == "18" else "", "text/plain")(request)

    return Portal({**placed(column, f'{JQUERY}<ul id="e"></ul><script>{text}</script>'), "/sec/list": served, **shown(reports)}, reports, (column,))  # fmt: skip


def page_method() -> Portal:
    """ASP.NET: a method of the page itself, its answer a text of JSON in a field called d."""
    column = f"{ROOT}fzzf/list.aspx"
    reports = made("/news/show-3301.aspx", "/news/show-3011.aspx")
    text = """
    function PageMethod(fn,paramArray,ok){var paramList='';for(var i=0;i<paramArray.length;i+=2){if(paramList.length>0)paramList+=',';paramList+='"'+paramArray[i]+'":"'+paramArray[i+1]+'"'}
      $.ajax({type:'POST',url:window.location.pathname+'/'+fn,contentType:'application/json; charset=utf-8',data:'{'+paramList+'}',dataType:'json',success:ok})}
    $(function(){PageMethod('GetPage',['classId',$('#hidClass').val(),'page','1'],function(r){var o=eval(r.d);$('#list').html('');for(var n=0;n<o.length;n++){$("<li><a href='/news/show-"+o[n].Id+".aspx'></a><span></span></li>").appendTo('#list').find('a').text(o[n].Subject).end().find('span').text(o[n].AddTime.replace('/Date(','').replace(')/','').length>10?new Date(+/\\d+/.exec(o[n].AddTime)[0]).getFullYear():o[n].AddTime)}})});"""
    rows = [{"Id": int(stem(each.path)[5:]), "Subject": each.title, "AddTime": each.date} for each in reports]
    return Portal({
        **placed(column, f'{JQUERY}<input type="hidden" id="hidClass" value="F07"><ul id="list"></ul><script>{text}</script>'),
        f"{column}/GetPage": bodied({"classId": "F07", "page": "1"}, {"d": json.dumps(rows, ensure_ascii=False)}, {"d": "[]"}), **shown(reports),
    }, reports, (column,))  # fmt: skip


def graph_query() -> Portal:
    """GraphQL: one address for everything, the question is a text with variables."""
    column = "/topics/fazhi"
    reports = made("/posts/3f01", "/posts/2d77")
    text = r"""
    const Q=`query Posts($topic: String!, $first: Int = 10) {
      posts(topic: $topic, first: $first) { edges { node { slug title publishedOn } } pageInfo { hasNextPage } }
    }`;
    const ask=async(query,variables)=>{const res=await fetch('/graphql',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({query:query.replace(/\s+/g,' '),variables})});const {data,errors}=await res.json();if(errors?.length)throw new Error(errors[0].message);return data};
    ask(Q,{topic:location.pathname.split('/').at(-1),first:20}).then(({posts:{edges}})=>{document.querySelector('#posts').innerHTML=edges.map(({node:n})=>`<article><h4><a href="/posts/${n.slug}">${n.title}</a></h4><time>${n.publishedOn}</time></article>`).join('')});"""
    edges = [{"node": {"slug": stem(each.path), "title": each.title, "publishedOn": each.date}} for each in reports]

    def served(request: Request) -> Answer:
        try:
            told = json.loads(request.body or b"{}")
        except ValueError:
            told = {}
        right = told.get("variables") == {"topic": "fazhi", "first": 20} and str(told.get("query", "")).startswith(
            "query Posts("
        )
        return answer({"data": {"posts": {"edges": edges if right else [], "pageInfo": {"hasNextPage": False}}}})(
            request
        )

    return Portal({**placed(column, f'<div id="posts"></div><script type="module">{text}</script>'), "/graphql": served, **shown(reports)}, reports, (column,))  # fmt: skip


def packed_code() -> Portal:
    """Code packed into eval(function(p,a,c,k,e,d)…), as tools of those years did, and another layer of escape round the address."""
    column = f"{ROOT}fzndbg/"
    reports = made("/gb/2026/c/9001.html", "/gb/2025/c/8001.html")
    plain = "var channel='fzndbg',root=unescape('%2F%6C%6D%2F');function show(d){var h='';for(var i in d.list){h+='<li><a href=\"'+d.list[i].url+'\">'+d.list[i].title+'</a><span>'+d.list[i].date+'</span></li>'}document.getElementById('gb').innerHTML=h}$.getJSON(root+channel+'/p1.js?r='+Math.random(),show)"
    words = list(dict.fromkeys(re.findall(r"\b\w+\b", plain)))
    digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    code = {word: (digits[at // 62] if at >= 62 else "") + digits[at % 62] for at, word in enumerate(words)}
    packed = re.sub(r"\b\w+\b", lambda found: code[found[0]], plain).replace("\\", "\\\\").replace("'", "\\'")
    text = (
        "eval(function(p,a,c,k,e,d){e=function(c){return(c<a?'':e(parseInt(c/a)))+((c=c%a)>35?String.fromCharCode(c+29):c.toString(36))};if(!''.replace(/^/,String)){while(c--){d[e(c)]=k[c]||e(c)}k=[function(e){return d[e]}];e=function(){return'\\\\w+'};c=1};"
        f"while(c--){{if(k[c]){{p=p.replace(new RegExp('\\\\b'+e(c)+'\\\\b','g'),k[c])}}}}return p}}('{packed}',62,{len(words)},'{'|'.join(words)}'.split('|'),0,{{}}))"
    )
    rows = {"list": [{"url": path, "title": title, "date": day} for path, title, day in triples(reports)]}
    return Portal({**placed(column, f'{JQUERY}<ul id="gb"></ul><script>{text}</script>'), "/lm/fzndbg/p1.js": answer(rows), **shown(reports)}, reports, (column,))  # fmt: skip


def angular_controller() -> Portal:
    """AngularJS: a controller asks by $http, the page repeats a row, filters its date and binds its address."""
    column = f"{ROOT}fzzfjs/list.html"
    reports = made("/a/ng-5512.html", "/a/ng-4870.html")
    text = """
    angular.module('gk',[]).factory('Doc',['$http',function($http){return{page:function(n,o){return $http.get('/ng/docs',{params:angular.extend({node:n},o)})}}}])
    .controller('ListCtrl',['$scope','Doc','$location',function($scope,Doc,$location){var vm=this;vm.rows=[];$scope.page=1;$scope.init=function(node){$scope.node=node;$scope.load()};
    $scope.load=function(){Doc.page($scope.node,{p:$scope.page,s:12}).then(function(res){vm.rows=res.data.list;$scope.total=res.data.total})}}]);"""
    body = '<div ng-app="gk"><div ng-controller="ListCtrl as vm" ng-init="init(\'J14\')"><ul><li ng-repeat="d in vm.rows track by d.id"><a ng-href="/a/ng-{{d.id}}.html" target="_blank">{{d.name}}</a><span ng-bind="d.time | limitTo:10"></span></li></ul></div></div>'
    rows = [{"id": int(stem(each.path)[3:]), "name": each.title, "time": f"{each.date} 11:20"} for each in reports]
    mixed = [*rows, *({"id": stem(path), "name": title, "time": day} for path, title, day in lawful(2))]
    return Portal({
        **placed(column, f'{body}<script src="/js/angular.min.js"></script><script>{text}</script>'), "/ng/docs": asked({"node": "J14", "p": "1", "s": "12"}, {"list": mixed, "total": 4}, {"list": []}), **shown(reports),
    }, reports, (column,))  # fmt: skip


FIRST = batch(
    virtual_tree, modules_by_name, when_it_is_seen, table_of_bootstrap, plugin_calls_back, written_script, enciphered, page_method,
    graph_query, packed_code, angular_controller,
)  # fmt: skip
