"""The fifteenth batch: portals as batch 14 has them, written once that was mended and before it was tried."""

from __future__ import annotations

import json
from hashlib import md5

from tests.replica.batch_dress import dressed, lawful, shown
from tests.replica.batch_eight import COUNTY
from tests.replica.batch_fourteen import header, placed, stem
from tests.replica.batch_nine import JQUERY, asked, bodied, script
from tests.replica.batch_parts import FIELDS, Portal, batch, dated, made, others, piece
from tests.replica.form_parts import OWNER, answer, detail, triples
from tests.replica.model import Answer, Request


def own_router() -> Portal:
    """An application without a framework: a router of its own, views as functions, a store that tells its listeners."""
    reports = made("/p/a-8812.html", "/p/a-7620.html")
    app = """
    const store=(()=>{let s={menu:[],rows:[]};const l=new Set;return{get:()=>s,set(n){s={...s,...n};l.forEach(f=>f(s))},on(f){l.add(f);return()=>l.delete(f)}}})();
    const api=p=>fetch('/svc'+p,{headers:{'X-Client':'web/2.1'}}).then(r=>r.headers.get('content-type').includes('json')?r.json():r.text());
    const views={'':()=>'<h3>信息公开</h3>'+nav(),col:()=>nav()+'<div class="rows">'+store.get().rows.map(([id,t,d])=>`<p><a href="/p/${id}.html">${t}</a><small>${d}</small></p>`).join('')+'</div>'};
    const nav=()=>'<nav>'+store.get().menu.map(m=>`<a href="#!/col/${m.key}">${m.label}</a>`).join(' ')+'</nav>';
    const now=()=>location.hash.replace(/^#!?\\/?/,'').split('/');
    function paint(){const [v]=now();document.querySelector('main').innerHTML=(views[v]||views[''])()}
    store.on(paint);
    async function load(){if(!store.get().menu.length)store.set({menu:(await api('/menu')).list});const [v,k]=now();if(v==='col'){const r=await api(`/col/${k}?p=0`);store.set({rows:r.rows})}}
    addEventListener('hashchange',load);load();"""
    menu = [
        {"key": "a1", "label": "政策文件"},
        {"key": "a7", "label": "法治政府建设年度报告"},
        {"key": "a9", "label": "财政资金"},
    ]
    lists = {"a1": others(7), "a7": triples(reports), "a9": others(5, 40)}

    def served(key: str) -> object:
        rows = {"rows": [[stem(path), title, day] for path, title, day in lists[key]]}
        return lambda request: answer(rows if header(request, "X-Client") == "web/2.1" else {"rows": []})(request)

    return Portal({
        **dressed((*COUNTY, ("/open.html", "信息公开")), {"/": dated(others(9)), "/open.html": '<main></main><script type="module" src="/assets/app.js"></script>'}),
        "/assets/app.js": script(app), "/svc/menu": answer({"list": menu}), **{f"/svc/col/{key}": served(key) for key in lists}, **shown(reports),
    }, reports, ("/open.html#!/col/a7",))  # fmt: skip


def md5_signature() -> Portal:
    """A digest over the sorted fields and a salt is sent along, by a library on the portal's own host."""
    column = "/zwgk/fdzdgknr/fzzf/"
    reports = made("/art/fz/51120.html", "/art/fz/49007.html")
    lib = """
    (function(r){function a(x,y){var l=(x&65535)+(y&65535);return(((x>>16)+(y>>16)+(l>>16))<<16)|(l&65535)}function c(q,x,y,b,s,t){var v=a(a(x,q),a(b,t));return a((v<<s)|(v>>>(32-s)),y)}
    function hex(s){s=unescape(encodeURIComponent(s));var n=s.length,w=[],i;w[(n>>2)]=0;for(i=0;i<n;i++)w[i>>2]|=s.charCodeAt(i)<<((i%4)*8);w[n>>2]|=128<<((n%4)*8);var L=(((n+8)>>>6)<<4)+14;for(i=0;i<=L+1;i++)w[i]=w[i]||0;w[L]=n*8;
    var A=1732584193,B=-271733879,C=-1732584194,D=271733878,K=[],S=[[7,12,17,22],[5,9,14,20],[4,11,16,23],[6,10,15,21]];for(i=0;i<64;i++)K[i]=Math.floor(Math.abs(Math.sin(i+1))*4294967296)|0;
    for(i=0;i<w.length;i+=16){var o=[A,B,C,D],j,f,g,t;for(j=0;j<64;j++){var k=j>>4;if(k==0){f=(B&C)|(~B&D);g=j}else if(k==1){f=(D&B)|(~D&C);g=(5*j+1)%16}else if(k==2){f=B^C^D;g=(3*j+5)%16}else{f=C^(B|~D);g=(7*j)%16}
    t=D;D=C;C=B;B=c(f,A,B,w[i+g],S[k][j%4],K[j]);A=t}A=a(A,o[0]);B=a(B,o[1]);C=a(C,o[2]);D=a(D,o[3])}
    return[A,B,C,D].map(function(x){var h='';for(var z=0;z<4;z++)h+=('0'+((x>>(z*8))&255).toString(16)).slice(-2);return h}).join('')}r.digest=hex})(this);"""
    text = """
    var q={siteId:'3609',colId:$('.main-list').attr('data-col'),pageNum:'1',pageLen:'20'};
    q.sign=digest(Object.keys(q).sort().map(function(k){return k+'='+q[k]}).join('&')+'&salt=NL#2020').toUpperCase();
    $.post('/rest/open/articles',q).done(function(r){var d=typeof r==='string'?$.parseJSON(r):r;if(d.errcode){return alert(d.errmsg)}
      $('.main-list').html($.map(d.result.rows,function(o){return $('<li/>').append($('<a/>',{href:'/art/fz/'+o.artId+'.html',title:o.artTitle,text:o.artTitle}),$('<span/>').text(o.artDate))}))});"""
    fields = {"siteId": "3609", "colId": "c-51", "pageNum": "1", "pageLen": "20"}
    told = "&".join(f"{key}={fields[key]}" for key in sorted(fields)) + "&salt=NL#2020"
    rows = [{"artId": int(stem(each.path)), "artTitle": each.title, "artDate": each.date} for each in reports]
    right = {"errcode": 0, "result": {"rows": rows, "count": 2}}
    return Portal({
        **placed(column, f'{JQUERY}<script src="/js/digest.js"></script><ul class="main-list" data-col="c-51"></ul><script>{text}</script>'), "/js/digest.js": script(lib),
        "/rest/open/articles": asked({**fields, "sign": md5(told.encode()).hexdigest().upper()}, right, {"errcode": 403, "errmsg": "sign"}, "POST"), **shown(reports),
    }, reports, (column,))  # fmt: skip


def tree_of_catalogue() -> Portal:
    """zTree asks for its nodes itself; a click on one calls a function of the page that loads a table."""
    reports = made("/gkml/info/880113.htm", "/gkml/info/871207.htm")
    text = """
    var setting={async:{enable:true,url:'/gkml/nodes.do',type:'post',autoParam:['id=pid']},data:{simpleData:{enable:true,idKey:'id',pIdKey:'pid'}},callback:{onClick:function(e,treeId,node){if(!node.isParent){Catalog.open(node.id,node.name)}}}};
    var Catalog={state:{},open:function(id,name){this.state.id=id;$('#cur').text(name);this.page(1)},page:function(n){var me=this;$.ajax({url:'/gkml/query.do',data:$.extend({},{cat:me.state.id,p:n},me.extra()),dataType:'json',success:function(d){me.draw(d.page.result)}})},
    extra:function(){return{rows:$('#n').val()||15,t:['x','m'].join('')}},draw:function(r){$('#tb tbody').html('');for(var i=0;i<r.length;i++){$('#tb tbody').append('<tr><td>'+r[i].syh+'</td><td><a href="/gkml/info/'+r[i].bh+'.htm">'+r[i].mc+'</a></td><td>'+r[i].rq+'</td></tr>')}}};
    $(function(){$.fn.zTree.init($('#tree'),setting)});"""
    nodes = [
        {"id": "01", "pid": "0", "name": "机构概况"},
        {"id": "05", "pid": "0", "name": "法治政府建设年度报告"},
        {"id": "07", "pid": "0", "name": "预算决算"},
    ]
    lists = {"01": others(3), "05": triples(reports), "07": others(6, 30)}

    def served(request: Request) -> object:
        fields = FIELDS(request)
        rows = lists.get(fields.get("cat", ""), []) if (fields.get("t"), fields.get("rows")) == ("xm", "15") else []
        return {
            "page": {
                "total": len(rows),
                "result": [
                    {"syh": f"NL{at}", "bh": stem(path), "mc": title, "rq": day}
                    for at, (path, title, day) in enumerate(rows)
                ],
            }
        }

    body = f'{JQUERY}<script src="/js/jquery.ztree.all.min.js"></script><ul id="tree" class="ztree"></ul><h3 id="cur"></h3><table id="tb"><tbody></tbody></table><script>{text}</script>'
    return Portal({
        **dressed((*COUNTY, ("/gkml/index.do", "政府信息公开目录")), {"/": dated(others(9)), "/gkml/index.do": body}),
        "/gkml/nodes.do": answer(nodes), "/gkml/query.do": answer(served), **shown(reports),
    }, reports, ("/gkml/index.do",))  # fmt: skip


def chunks_on_demand() -> Portal:
    """webpack: the runtime appends the script of a chunk, whose module asks for the list once it is there."""
    column = "/zwgk/fzjs/index.html"
    reports = made("/zwgk/fzjs/202603/i118.html", "/zwgk/fzjs/202503/i097.html")
    runtime = """
    !function(){var m={},c={},done={},w=window.nlJsonp=window.nlJsonp||[];function r(i){if(c[i])return c[i].e;var o=c[i]={e:{}};m[i](o,o.e,r);return o.e}
    r.e=function(n){if(done[n])return done[n][2];var p=[];done[n]=p;p[2]=new Promise(function(a,b){p[0]=a;p[1]=b});var s=document.createElement('script');s.charset='utf-8';s.timeout=120;s.src='/dist/js/'+({3:'list',4:'search'}[n]||n)+'.'+({3:'77c1d0',4:'0aa123'}[n])+'.js';s.onerror=p[1];document.head.appendChild(s);return p[2]};
    w.push=function(d){for(var k in d[1])m[k]=d[1][k];d[0].forEach(function(n){done[n]&&done[n][0]()})};r.e(3).then(function(){return r('a3')}).then(function(x){x.start(document.getElementById('list-app'))})}();"""
    chunk = """(window.nlJsonp=window.nlJsonp||[]).push([[3],{a3:function(t,e,n){var q=n('b8');e.start=function(el){q.rows(el.dataset.node,1).then(function(v){el.innerHTML='<ul>'+v.map(function(o){return'<li><a target="_blank" href="'+q.link(o)+'">'+o.tit+'</a><i>'+q.day(o.ctime)+'</i></li>'}).join('')+'</ul>'})}},
    b8:function(t,e){e.rows=function(n,p){return new Promise(function(ok,no){var x=new XMLHttpRequest;x.responseType='json';x.open('POST','/cms/api/v3/node/'+n+'/contents');x.setRequestHeader('Content-Type','application/json');x.onload=function(){x.response.success?ok(x.response.data.list):no()};x.send(JSON.stringify({page:p,size:12,order:['-ctime']}))})};
    e.link=function(o){return'/zwgk/fzjs/'+o.ym+'/i'+o.no+'.html'};e.day=function(s){var d=new Date(s*1e3+288e5);return d.toISOString().slice(0,10)}}}]);"""
    rows = [
        {"tit": each.title, "ym": each.path[11:17], "no": stem(each.path)[1:], "ctime": 1773100800 - 31536000 * at}
        for at, each in enumerate(reports)
    ]
    return Portal({
        **placed(column, '<div id="list-app" data-node="118"></div><script src="/dist/js/runtime.js"></script>'), "/dist/js/runtime.js": script(runtime), "/dist/js/list.77c1d0.js": script(chunk),
        "/cms/api/v3/node/118/contents": bodied({"page": 1, "size": 12, "order": ["-ctime"]}, {"success": True, "data": {"list": rows}}, {"success": False}), **shown(reports),
    }, reports, (column,))  # fmt: skip


def vue_components() -> Portal:
    """Vue with components, a mixin and a router: pages of the application are routes, each list a component that is told its column."""
    reports = made("/detail/a/2188.html", "/detail/a/1971.html")
    text = """
    var paged={data(){return{page:1,size:10,rows:[],total:0}},methods:{load(){return this.ask({pageNo:this.page,pageSize:this.size}).then(({data})=>{this.rows=data.body.records;this.total=data.body.total})}}};
    Vue.component('doc-list',{props:['catalog'],mixins:[paged],template:'<ul class="docs"><li v-for="r in rows" :key="r.uid"><a :href="link(r)" v-html="r.caption"></a><span>{{r.issued|ymd}}</span></li></ul>',
      methods:{ask(q){return axios.post('/gateway/portal/docs',{...q,catalogs:[this.catalog],site:this.$root.site})},link(r){return`/detail/a/${r.uid}.html`}},mounted(){this.load()}});
    Vue.filter('ymd',v=>String(v).slice(0,10));
    var Home={template:'<p>请选择栏目</p>'},List={template:'<doc-list :catalog="$route.params.code"></doc-list>'};
    new Vue({el:'#app',router:new VueRouter({routes:[{path:'/',component:Home},{path:'/list/:code',component:List}]}),data:{site:'nl',menu:[]},created(){axios.get('/gateway/portal/menu').then(r=>{this.menu=r.data.body})}});"""
    body = '<div id="app"><div class="side"><router-link v-for="m in menu" :key="m.code" :to="\'/list/\'+m.code">{{m.title}}</router-link></div><router-view></router-view></div>'
    menu = [
        {"code": "zc", "title": "政策法规"},
        {"code": "fzbg", "title": "法治政府建设报告"},
        {"code": "tj", "title": "统计数据"},
    ]
    records = [
        {"uid": int(stem(each.path)), "caption": each.title, "issued": f"{each.date}T08:00:00"} for each in reports
    ]
    right = {"body": {"records": records, "total": 2}}
    libs = "".join(f'<script src="/static/lib/{name}.min.js"></script>' for name in ("vue", "vue-router", "axios"))
    return Portal({
        **dressed((*COUNTY, ("/portal.html", "信息公开")), {"/": dated(others(9)), "/portal.html": f"{body}{libs}<script>{text}</script>"}),
        "/gateway/portal/menu": answer({"body": menu}),
        "/gateway/portal/docs": bodied({"pageNo": 1, "pageSize": 10, "catalogs": ["fzbg"], "site": "nl"}, right, {"body": {"records": [], "total": 0}}), **shown(reports),
    }, reports, ("/portal.html#/list/fzbg",))  # fmt: skip


def hidden_form() -> Portal:
    """A form of hidden fields is sent as it stands, with what a cookie and the address add, and a piece of the page comes back."""
    column = "/list.aspx?lm=fzzf"
    reports = made("/show.aspx?id=77121", "/show.aspx?id=70144")
    text = """
    function getCookie(n){var m=document.cookie.match(new RegExp('(?:^|; )'+n+'=([^;]*)'));return m?decodeURIComponent(m[1]):null}
    function qs(n){return new RegExp('[?&]'+n+'=([^&]*)').exec(location.search)[1]}
    if(!getCookie('skin')){document.cookie='skin=blue;path=/'}
    $('#f input[name=lm]').val(qs('lm'));$('#f input[name=skin]').val(getCookie('skin'));
    function go(n){$('#f input[name=pg]').val(n);$.ajax({type:$('#f').attr('method'),url:$('#f').attr('action'),data:$('#f').serialize()+'&part='+['l','ist'].join(''),success:function(h){$('#part').empty().append($(h).find('tr'))}})}
    go(1);"""
    cells = "".join(
        f'<tr><td><a href="{path}">{title}</a></td><td>{day}</td></tr>' for path, title, day in triples(reports)
    )
    form = '<form id="f" method="post" action="/ajax/list.ashx"><input type="hidden" name="lm"><input type="hidden" name="pg" value="0"><input type="hidden" name="skin"><input type="hidden" name="v" value="b2"></form>'

    def served(request: Request) -> Answer:
        fields = FIELDS(request)
        right = {"lm": "fzzf", "pg": "1", "skin": "blue", "v": "b2", "part": "list"}
        found = request.method == "POST" and all(fields.get(key) == value for key, value in right.items())
        return piece(f"<div><table>{cells if found else ''}</table></div>")(request)

    by_id = {each.path.rpartition("=")[2]: detail(each) for each in reports}
    pages = dressed((*COUNTY, ("/xxgk.html", "信息公开")), {
        "/": dated(others(9)), "/xxgk.html": '<ul><li><a href="/list.aspx?lm=zcwj">政策</a></li><li><a href="/list.aspx?lm=fzzf">法治政府建设</a></li></ul>',
        "/list.aspx": f'{JQUERY}{form}<table id="part"></table><script>{text}</script>',
    })  # fmt: skip

    def one(request: Request) -> Answer:
        page = by_id.get(FIELDS(request).get("id", ""))
        return page(request) if page else Answer(b"<h1>404</h1>", 404)

    return Portal({**pages, "/ajax/list.ashx": served, "/show.aspx": one}, reports, (column,))


def counted_pages() -> Portal:
    """The number of pages is asked for first, then the last of the files that hold them, which count from the oldest."""
    column = "/zwgk/fdzdgknr/fzjs/"
    reports = made("/fzjs/d/3312.html", "/fzjs/d/2980.html", "/fzjs/d/2511.html")
    text = """
    function j(u,f){var x=new XMLHttpRequest();x.onreadystatechange=function(){if(x.readyState===XMLHttpRequest.DONE&&x.status===200){f(JSON.parse(x.responseText))}};x.open('GET',u);x.send()}
    var root=document.querySelector('script[data-root]').getAttribute('data-root');
    j(root+'meta.json',function(m){var last=Math.max(1,Math.ceil(m.n/m.per));(function next(i,left){if(i<1||left<1)return;j(root+('000'+i).slice(-4)+'.json',function(a){a.slice().reverse().forEach(function(r){
      var li=document.createElement('li'),an=li.appendChild(document.createElement('a'));an.href='/fzjs/d/'+r.k+'.html';an.innerText=r.s;li.insertAdjacentHTML('beforeend','<em>'+r.y+'-'+r.m+'-'+r.d+'</em>');document.getElementById('fl').appendChild(li)});next(i-1,left-a.length)})})(last,15)});"""
    entries = [
        {"k": stem(path), "s": title, "y": day[:4], "m": day[5:7], "d": day[8:]}
        for path, title, day in reversed([*triples(reports), *lawful(9)])
    ]
    files = {f"/fzjs/idx/{at + 1:04}.json": answer(entries[at * 6 : at * 6 + 6]) for at in range(2)}
    return Portal({
        **placed(column, f'<ul id="fl"></ul><script data-root="/fzjs/idx/">{text}</script>'), "/fzjs/idx/meta.json": answer({"n": 12, "per": 6}), **files, **shown(reports),
    }, reports, (column,))  # fmt: skip


def accordion_of_years() -> Portal:
    """Each year is a heading that loads what stands below it when it is clicked, by a delegated handler."""
    column = "/zwgk/fdzdgknr/fzzfndbg/"
    reports = made("/fzbg/c/2026a.html", "/fzbg/c/2025a.html")
    text = """
    document.querySelector('.acc').addEventListener('click',function(e){var h=e.target.closest('[data-y]');if(!h)return;var b=h.nextElementSibling;if(b.childElementCount)return;
      fetch('/fzbg/y'+(+h.dataset.y%100)+'.json').then(function(r){return r.json()}).then(function(a){a.forEach(function(o){b.insertAdjacentHTML('beforeend','<a href="'+o.l+'">'+o.n+'</a>')})})});
    document.querySelector('.acc [data-y]').click();"""
    body = '<div class="acc"><h4 data-y="2026">2026年</h4><div></div><h4 data-y="2025">2025年</h4><div></div></div>'
    files = {f"/fzbg/y{each.path[10:12]}.json": answer([{"l": each.path, "n": each.title}]) for each in reports}
    return Portal({**placed(column, f"{body}<script>{text}</script>"), **files, **shown(reports)}, reports, (column,))


def rendered_by_handlebars() -> Portal:
    """Handlebars with a block in a block; months within years in the answer, the address built by a helper of the page."""
    column = "/zwgk/fdzdgknr/fzgz/"
    reports = made("/d/fz-2026-0311.html", "/d/fz-2025-0314.html")
    text = """
    Handlebars.registerHelper('up',function(s){return s});
    var tpl=Handlebars.compile(document.getElementById('t').innerHTML);
    $.ajaxSetup({beforeSend:function(x){x.setRequestHeader('siteid',$('meta[name=siteid]').attr('content'))}});
    $.getJSON('/open/api/years',{lm:'fzgz'}).then(function(d){$('#o').html(tpl({years:d}))});"""
    tpl = '<script id="t" type="text/x-handlebars-template">{{#each years}}<h4>{{y}}年</h4><ul>{{#each docs}}<li><a href="/d/{{ref}}.html">{{name}}</a><i>{{on}}</i></li>{{/each}}</ul>{{/each}}</script>'
    years = [
        {"y": each.year + 1, "docs": [{"ref": stem(each.path), "name": each.title, "on": each.date}]}
        for each in reports
    ]

    def served(request: Request) -> Answer:
        right = header(request, "siteid") == "nl3609" and FIELDS(request).get("lm") == "fzgz"
        return answer(years if right else [])(request)

    return Portal({
        **placed(column, f'{JQUERY}<script src="/js/handlebars.min.js"></script><div id="o"></div>{tpl}<script>{text}</script>', '<meta name="siteid" content="nl3609">'),
        "/open/api/years": served, **shown(reports),
    }, reports, (column,))  # fmt: skip


def frames_and_messages() -> Portal:
    """Rows wait in a script of data as nested arrays with codes for words; a dictionary in another script says what they mean."""
    column = "/zwgk/fdzdgknr/fzzfjs/"
    reports = made("/fz/2026/k91.html", "/fz/2025/k72.html")
    data = (
        f"__data({json.dumps([[each.year + 1, stem(each.path), [0, each.year, 1], each.date] for each in reports])});"
    )
    words = f"var W={json.dumps([OWNER, '年法治政府建设年度报告'], ensure_ascii=False)};"
    text = """
    function __data(a){document.getElementById('k').innerHTML=a.map(function(r){return '<li><a href="/fz/'+r[0]+'/'+r[1]+'.html">'+W[r[2][0]]+r[2][1]+W[r[2][2]]+'</a>'+r[3]+'</li>'}).join('')}
    (function(d,s){s=d.createElement('script');s.async=true;s.src='/fz/'+d.getElementById('k').className+'.js?v='+W.length;d.body.appendChild(s)})(document);"""
    return Portal({
        **placed(column, f'<ul id="k" class="rows-fz"></ul><script src="/fz/words.js"></script><script>{text}</script>'),
        "/fz/words.js": script(words), "/fz/rows-fz.js": script(data), **shown(reports),
    }, reports, (column,))  # fmt: skip


FIRST = batch(
    own_router, md5_signature, tree_of_catalogue, chunks_on_demand, vue_components, hidden_form, counted_pages, accordion_of_years,
    rendered_by_handlebars, frames_and_messages,
)  # fmt: skip
