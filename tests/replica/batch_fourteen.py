"""The fourteenth batch: lists that only their page's own scripts know how to ask for."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable

from tests.replica.batch_dress import dressed, lawful, shown
from tests.replica.batch_eight import COUNTY
from tests.replica.batch_nine import JQUERY, asked, script
from tests.replica.batch_parts import FIELDS, Portal, batch, dated, links, made, others, piece
from tests.replica.form_parts import answer, triples
from tests.replica.model import Answer, Handler, Request


def stem(path: str) -> str:
    """The last part of an address without what follows its dot."""
    return path.rpartition("/")[2].partition(".")[0]


def guarded(fits: Callable[[Request], bool], right: object, wrong: object) -> Handler:
    """A service that answers otherwise where a request is not as its page makes it."""
    return lambda request: answer(right if fits(request) else wrong)(request)


def header(request: Request, name: str) -> str:
    """One header of a request, "" if it was not sent."""
    return {key.lower(): value for key, value in request.headers.items()}.get(name.lower(), "")


def placed(column: str, body: str, head: str = "") -> dict[str, Handler]:
    """A county's pages with a section in which one of three columns is drawn by scripts."""
    section = "/zwgk/fdzdgknr/"
    side = links((f"{section}gfxwj/", "规范性文件"), (column, "法治政府建设"), (f"{section}yjgl/", "应急管理"))
    return dressed((*COUNTY, (section, "法定主动公开内容")), {
        "/": dated(others(9)), section: f"<ul>{side}</ul>", f"{section}gfxwj/": dated(others(8)), f"{section}yjgl/": dated(others(8, 30)),
        column.partition("#")[0].partition("?")[0]: f"<ul>{side}</ul><h2>法治政府建设</h2>{body}",
    }, head=head)  # fmt: skip


def webpack_runtime() -> Portal:
    """webpack 5: a runtime and numbered modules; the address is joined from parts of three of them."""
    column = "/zwgk/fzzf/"
    reports = made("/zwgk/fzzf/c/20260312/a81.html", "/zwgk/fzzf/c/20250319/a70.html")
    bundle = """
    (()=>{var e={118:(e,t,n)=>{"use strict";n.d(t,{Z:()=>o});var r=n(402);const o=function(e,t){return new Promise((function(n,o){var i=new XMLHttpRequest;
    i.open("GET",[r.root].concat(e).join("/")+(t?"?"+Object.keys(t).map((function(e){return e+"="+encodeURIComponent(t[e])})).join("&"):""),!0),
    i.onreadystatechange=function(){4===i.readyState&&(200===i.status?n(JSON.parse(i.responseText)):o(i.status))},i.send(null)}))}},
    402:(e,t,n)=>{"use strict";n.d(t,{root:()=>r,kinds:()=>o});var r="/"+["front","v2"].join("/"),o={a:"zc",b:"fz"}},
    77:(e,t,n)=>{"use strict";n.r(t);var r=n(118),o=n(402);(0,r.Z)(["node",o.kinds[document.getElementById("root").getAttribute("data-k")],"page"],{no:1,size:15}).then((function(e){
    var t=document.getElementById("root"),n=document.createElement("ul");e.data.forEach((function(e){var t=document.createElement("li"),r=document.createElement("a");
    r.setAttribute("href","/zwgk/fzzf/c/"+e.day.replace(/-/g,"")+"/"+e.key+".html"),r.appendChild(document.createTextNode(e.topic));var o=document.createElement("span");o.textContent=e.day;
    t.appendChild(r),t.appendChild(o),n.appendChild(t)})),t.appendChild(n)}))}},t={};function n(r){var o=t[r];if(void 0!==o)return o.exports;var i=t[r]={exports:{}};return e[r](i,i.exports,n),i.exports}
    n.d=(e,t)=>{for(var r in t)n.o(t,r)&&!n.o(e,r)&&Object.defineProperty(e,r,{enumerable:!0,get:t[r]})},n.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t),
    n.r=e=>{"undefined"!=typeof Symbol&&Symbol.toStringTag&&Object.defineProperty(e,Symbol.toStringTag,{value:"Module"}),Object.defineProperty(e,"__esModule",{value:!0})};n(77)})();"""
    data = [
        {
            "key": stem(each.path),
            "topic": each.title,
            "day": f"{each.path[13:17]}-{each.path[17:19]}-{each.path[19:21]}",
        }
        for each in reports
    ]
    return Portal({
        **placed(column, '<div id="root" data-k="b"></div><script defer src="/static/main.3f9a.js"></script>'), "/static/main.3f9a.js": script(bundle),
        "/front/v2/node/fz/page": asked({"no": "1", "size": "15"}, {"data": data}, {"data": []}), **shown(reports),
    }, reports, (column,))  # fmt: skip


def signed_fields() -> Portal:
    """jQuery: the fields are put together by functions and signed by a sum over them."""
    column = "/zwgk/fdzdgknr/fzzf/"
    reports = made(f"{column}t11872.html", f"{column}t10451.html", f"{column}t9233.html")
    text = """
    var App={conf:{s:'nl'+(3600+9),k:'k7'},build:function(p){var o={};o['pageIndex']=p;o['rows']=5*4;o['site']=this.conf.s;o['node']=$('#main').attr('rel').split('-').pop();return o},
    sign:function(o){var s=this.conf.k,t=0;$.each(o,function(k,v){s+=k+v});for(var i=0;i<s.length;i++){t=(t*31+s.charCodeAt(i))%1000003}return t.toString(16)},
    load:function(p){var o=this.build(p);o.sign=this.sign(o);$.ajax({type:'POST',url:App.path('list'),data:o,dataType:'json'}).done(App.draw)},
    path:function(n){return '/'+['rest','govinfo',n].join('/')+'.do'},
    draw:function(r){if(!r.ok){return}var $u=$('<ul class="gk"></ul>');$.each(r.body,function(i,v){$('<li>').append($('<a>').attr('href',v[0]).text(v[1])).append('<em>'+v[2]+'</em>').appendTo($u)});$('#main').empty().append($u)}};
    $(document).ready(function(){App.load(1)});"""
    told = "k7pageIndex1rows20sitenl3609node5512"
    total = 0
    for char in told:
        total = (total * 31 + ord(char)) % 1000003
    right = {"ok": True, "body": [list(each) for each in triples(reports)]}
    fits = {"pageIndex": "1", "rows": "20", "site": "nl3609", "node": "5512", "sign": f"{total:x}"}
    return Portal({
        **placed(column, f'{JQUERY}<div id="main" rel="node-5512"></div><script>{text}</script>'),
        "/rest/govinfo/list.do": asked(fits, right, {"ok": False, "body": []}, "POST"), **shown(reports),
    }, reports, (column,))  # fmt: skip


def chain_of_fetches() -> Portal:
    """fetch: the settings name the site, the site's tree names the channel, the channel names its pages."""
    column = "/zwgk/fdzdgknr/fzzf.html"
    reports = made("/content/2026/8fe1.html", "/content/2025/77c0.html")
    text = """
    const json = async (...parts) => { const r = await fetch('/' + parts.join('/')); if (!r.ok) throw new Error(r.status); return r.json(); };
    const find = (nodes, test) => { for (const n of nodes) { if (test(n)) return n; const below = n.sub && find(n.sub, test); if (below) return below; } };
    (async () => {
      const { site: { code } } = await json('open', 'settings');
      const { tree } = await json('open', code, 'tree');
      const own = location.pathname.split('/').pop().replace('.html', '');
      const node = find(tree, n => n.slug === own);
      const { items } = await json('open', code, 'nodes', node.uid, 'items');
      document.querySelector('.content ul').innerHTML = items.map(i => `<li><a href="/content/${i.y}/${i.h}.html">${i.n}</a><i>${new Date(i.ts).toISOString().substring(0, 10)}</i></li>`).join('');
    })();"""
    tree = [{"slug": "zwgk", "uid": "e1", "sub": [{"slug": "gfxwj", "uid": "e4"}, {"slug": "fzzf", "uid": "e9"}]}]
    items = [
        {"y": each.year + 1, "h": stem(each.path), "n": each.title, "ts": f"{each.date}T02:00:00Z"} for each in reports
    ]
    return Portal({
        **placed(column, f'<div class="content"><ul></ul></div><script type="module">{text}</script>'),
        "/open/settings": answer({"site": {"code": "nlx"}}), "/open/nlx/tree": answer({"tree": tree}), "/open/nlx/nodes/e9/items": answer({"items": items}), **shown(reports),
    }, reports, (column,))  # fmt: skip


def token_first() -> Portal:
    """A guest's token is had by POST and sent along with what is asked next."""
    column = "/zwgk/fdzdgknr/fzjs/"
    reports = made("/info/55/90112.jhtml", "/info/55/88207.jhtml")
    text = """
    var http=function(m,u,b,h,ok){var x=new XMLHttpRequest();x.open(m,u,true);for(var k in h){x.setRequestHeader(k,h[k])}x.onload=function(){ok(JSON.parse(x.responseText))};x.send(b)};
    var TokenKey='guest_token';
    function withToken(then){var t=window.localStorage.getItem(TokenKey);if(t){return then(t)}
      http('POST','/auth/guest','client_id=web&grant='+encodeURIComponent('guest'),{'Content-Type':'application/x-www-form-urlencoded'},function(d){localStorage.setItem(TokenKey,d.access_token);then(d.access_token)})}
    function show(no){withToken(function(t){http('GET','/gw/articles?catalog='+document.getElementById('cat').value+'&page='+no,null,{'Authorization':'Bearer '+t},function(d){
      var h='';for(var i=0;i<d.rows.length;i++){h+='<dd><a href="'+d.rows[i].link+'">'+d.rows[i].caption+'</a><b>'+d.rows[i].on+'</b></dd>'}document.getElementById('rows').innerHTML=h})})}
    window.onload=function(){show(1)};"""
    right = {"rows": [{"link": each.path, "caption": each.title, "on": each.date} for each in reports]}

    def fits(request: Request) -> bool:
        return header(request, "Authorization") == "Bearer g-77af01" and FIELDS(request).get("catalog") == "55"

    def token(request: Request) -> Answer:
        right = request.method == "POST" and b"grant=guest" in request.body
        return answer({"access_token": "g-77af01"} if right else {"error": "invalid_grant"})(request)

    return Portal({
        **placed(column, f'<input type="hidden" id="cat" value="55"><dl id="rows"></dl><script>{text}</script>'),
        "/auth/guest": token, "/gw/articles": guarded(fits, right, {"rows": [], "code": 401}), **shown(reports),
    }, reports, (column,))  # fmt: skip


def tabs_that_load() -> Portal:
    """Tabs: a click looks the channel up in a map and loads it; only the first is loaded by itself."""
    column = "/zwgk/fzzf/index.html"
    reports = made("/a/fz/330912.html", "/a/fz/310044.html")
    text = """
    var map={};['zc','xf','nb'].forEach(function(k,i){map[k]='col_'+(40+i*3)});
    var cur=null;
    function tabTo(el){if(cur){$(cur).removeClass('on')}cur=el;$(el).addClass('on');fill($(el).index())}
    function fill(i){var k=['zc','xf','nb'][i];$.get('/svc/'+map[k]+'/'+btoa(k).replace(/=+$/,'')+'.json',function(r){if(typeof r=='string'){r=JSON.parse(r)}
      $('#panel').html($.map(r,function(x){return '<p><a href="/a/'+x.c+'/'+x.i+'.html">'+x.t+'</a> ['+x.d+']</p>'}).join(''))})}
    $(function(){$('.tab li').click(function(){tabTo(this)});$('.tab li').eq(0).click()});"""
    rows = {"zc": others(6), "xf": lawful(5), "nb": triples(reports)}
    files = {
        f"/svc/col_{40 + at * 3}/{base64.b64encode(key.encode()).decode().rstrip('=')}.json": answer(
            [
                {"c": "fz" if key == "nb" else "d", "i": stem(path), "t": title, "d": day}
                for path, title, day in rows[key]
            ]
        )
        for at, key in enumerate(rows)
    }
    tabs = '<ul class="tab"><li>制度文件</li><li>普法宣传</li><li>法治政府建设年度报告</li></ul><div id="panel"></div>'
    return Portal({**placed(column, f"{JQUERY}{tabs}<script>{text}</script>"), **files, **shown(reports)}, reports, (column, "/svc/col_46/bmI.json"))  # fmt: skip


def route_in_hash() -> Portal:
    """A page whose hash names what it shows; each name is a number in a table of the script."""
    reports = made("/show/n-20260318.html", "/show/n-20250321.html")
    text = """
    (function(w,d){var routes={'/zc':[12,'政策'],'/fz':[31,'法治政府建设'],'/ys':[44,'预算']};
    function at(){return (w.location.hash||'#/zc').slice(1)}
    function send(o,cb){var x=new XMLHttpRequest();x.open('POST','/webservice/'+o.m);x.setRequestHeader('Content-Type','application/json');x.onreadystatechange=function(){if(x.readyState==4&&x.status==200)cb(eval('('+x.responseText+')'))};x.send(JSON.stringify(o))}
    function go(){var r=routes[at()];if(!r)return;d.getElementById('t').innerHTML=r[1];send({m:'lanmu',cond:{id:r[0],state:[1,2]},range:{from:0,to:20}},function(v){
      var s='<table>';for(var i in v.list){s+='<tr><td>'+(1+ +i)+'</td><td><a target=_blank href=show/'+v.list[i].f+'>'+v.list[i].bt+'</a></td><td>'+v.list[i].sj+'</td></tr>'}d.getElementById('c').innerHTML=s+'</table>'})}
    w.addEventListener('hashchange',go,false);w.addEventListener('load',go)})(window,document);"""
    right = {"list": [{"f": each.path[6:], "bt": each.title, "sj": each.date} for each in reports]}
    news = {"list": [{"f": path[1:], "bt": title, "sj": day} for path, title, day in others(8)]}

    def served(request: Request) -> Answer:
        try:
            told = json.loads(request.body or b"{}")
        except ValueError:
            told = {}
        if told.get("range") != {"from": 0, "to": 20} or told.get("m") != "lanmu":
            return answer({"list": []})(request)
        return answer({31: right, 12: news}.get(told.get("cond", {}).get("id"), {"list": []}))(request)

    side = links(
        ("#/zc", "政策"), ("#/fz", "法治政府建设"), ("#/ys", "预算"), form='<li><a href="/xxgk.html{0}">{1}</a></li>'
    )
    return Portal({
        **dressed((*COUNTY, ("/xxgk.html", "信息公开")), {"/": dated(others(9)), "/xxgk.html": f"<ul>{side}</ul><h3 id='t'></h3><div id='c'></div><script>{text}</script>"}),
        "/webservice/lanmu": served, **shown(reports),
    }, reports, ("/xxgk.html#/fz",))  # fmt: skip


def classes_and_literals() -> Portal:
    """A module of classes: private fields, getters and tagged parts make the address."""
    column = "/zwgk/law/"
    reports = made("/zwgk/law/d/410.html", "/zwgk/law/d/377.html")
    text = """
    class Query { #parts = new Map(); constructor(init = {}) { Object.entries(init).forEach(([k, v]) => this.set(k, v)); }
      set(k, v) { this.#parts.set(k, v); return this; } get text() { return [...this.#parts].map(([k, v]) => `${k}:${v}`).join(';'); } }
    class Feed { static root = '/h5'; page = 1; constructor(el) { this.el = el; this.id = el?.dataset?.id ?? 'none'; }
      get url() { const q = new Query({ ch: this.id }).set('p', this.page); return `${Feed.root}/feed/${encodeURIComponent(q.text)}`; }
      async *entries() { const res = await fetch(this.url, { headers: { Accept: 'application/json' } }); const { feed: { entry = [] } = {} } = await res.json(); yield* entry; }
      async draw() { for await (const { id, t: title, at } of this.entries()) { const li = document.createElement('li'); li.innerHTML = `<a href="d/${id}.html" title="${title}">${title}</a><time>${at}</time>`; this.el.append(li); } } }
    document.addEventListener('DOMContentLoaded', () => new Feed(document.querySelector('ol.feed')).draw());"""
    entry = [{"id": stem(each.path), "t": each.title, "at": each.date} for each in reports]
    return Portal({
        **placed(column, f'<ol class="feed" data-id="fz9"></ol><script>{text}</script>'),
        "/h5/feed/ch%3Afz9%3Bp%3A1": answer({"feed": {"entry": entry}}), **shown(reports),
    }, reports, (column,))  # fmt: skip


def turned_strings() -> Portal:
    """Code that hides its strings in an array that is turned until a sum fits, each in base64."""
    column = "/zwgk/fzgz/"
    reports = made("/zwgk/fzgz/20260309-118.html", "/zwgk/fzgz/20250311-102.html")
    words = [
        "L2RhdGEv",
        "Z2V0RWxlbWVudEJ5SWQ=",
        "b3Blbg==",
        "cmVzcG9uc2VUZXh0",
        "aW5uZXJIVE1M",
        "R0VU",
        "bGlzdC8=",
        "LmRhdA==",
        "ZnpnejIwMjY=",
    ]
    words = [
        base64.b64encode(text.encode()).decode()
        for text in (
            "/data/",
            "getElementById",
            "open",
            "responseText",
            "innerHTML",
            "GET",
            "list/",
            ".dat",
            "fzgz2026",
        )
    ]
    turned = words[4:] + words[:4]
    text = f"""
    var _0x3a1f={json.dumps(turned)};(function(_a,_n){{while(_n--){{_a.push(_a.shift())}}}}(_0x3a1f,0x5));
    var _0x9c=function(_i){{return atob(_0x3a1f[_i-0x1a0])}};
    (function(){{var _x=new XMLHttpRequest();_x[_0x9c(0x1a2)](_0x9c(0x1a5),_0x9c(0x1a0)+_0x9c(0x1a6)+_0x9c(0x1a8)+_0x9c(0x1a7));_x['onload']=function(){{
    var _d=decodeURIComponent(escape(atob(_x[_0x9c(0x1a3)])));document[_0x9c(0x1a1)]('lb')[_0x9c(0x1a4)]=_d}};_x['send']()}})();"""
    drawn = "".join(f'<li><a href="{path}">{title}</a><span>{day}</span></li>' for path, title, day in triples(reports))
    return Portal({
        **placed(column, f'<ul id="lb"></ul><script>{text}</script>'),
        "/data/list/fzgz2026.dat": piece(base64.b64encode(drawn.encode()).decode(), "text/plain"), **shown(reports),
    }, reports, (column,))  # fmt: skip


FIRST = batch(
    webpack_runtime, signed_fields, chain_of_fetches, token_first, tabs_that_load, route_in_hash, classes_and_literals, turned_strings
)  # fmt: skip
