"""The rest of the fourteenth batch."""

from __future__ import annotations

from urllib.parse import quote

from tests.replica.batch_dress import dressed, shown
from tests.replica.batch_eight import COUNTY
from tests.replica.batch_fourteen import header, placed, stem
from tests.replica.batch_nine import JQUERY, asked, bodied, script
from tests.replica.batch_parts import FIELDS, Portal, batch, by, dated, made, others, piece
from tests.replica.form_parts import answer, triples
from tests.replica.model import Answer, Request


def wrapped_client() -> Portal:
    """A client of its own with interceptors, as copied from axios; the service wants a header and nested fields."""
    column = "/zwgk/fdzdgknr/fzzf/"
    reports = made("/art/2026/3/16/art_900_4412.html", "/art/2025/3/14/art_900_3907.html")
    client = """
    !function(w){function Client(d){this.d=d;this.before=[];this.after=[]}
    Client.prototype.use=function(a,b){a&&this.before.push(a);b&&this.after.push(b)};
    Client.prototype.request=function(c){var d=this.d,self=this;c=Object.assign({},d,c,{headers:Object.assign({},d.headers,c.headers)});
      self.before.forEach(function(f){c=f(c)||c});
      var p=new Promise(function(res,rej){var x=new XMLHttpRequest;x.open(c.method.toUpperCase(),c.baseURL+c.url,true);Object.keys(c.headers).forEach(function(h){x.setRequestHeader(h,c.headers[h])});
      x.onloadend=function(){x.status>=200&&x.status<300?res({data:JSON.parse(x.response||x.responseText),status:x.status}):rej(new Error('E'+x.status))};x.send(c.data?JSON.stringify(c.data):null)});
      self.after.forEach(function(f){p=p.then(f)});return p};
    ['post','put'].forEach(function(m){Client.prototype[m]=function(u,b){return this.request({method:m,url:u,data:b})}});w.$http=new Client({baseURL:'/gateway',headers:{'Content-Type':'application/json;charset=utf-8'}});
    w.$http.use(function(c){c.headers['X-Site']=w.SITE;c.data.app={t:'pc',v:3};return c},function(r){if(r.data.code!=='0000')throw r;return r.data.payload})}(window);"""
    text = """
    var SITE='nl-'+document.body.getElementsByTagName('div')[0].className.length;
    document.addEventListener('DOMContentLoaded',function(){var el=document.getElementsByClassName('zx-list')[0];
      $http.post('/doc/query',{where:{channel:el.getAttribute('channel')},page:{no:1,rows:15}}).then(function(p){
        el.insertAdjacentHTML('beforeend',p.docs.map(function(d){return '<div class="r"><a href="'+d.purl+'">'+d.subject+'</a><span>'+d.pdate+'</span></div>'}).join(''))}).catch(function(e){el.innerText='加载失败'})});"""
    docs = [{"purl": each.path, "subject": each.title, "pdate": each.date} for each in reports]
    plain = bodied(
        {"where": {"channel": "900"}, "page": {"no": 1, "rows": 15}, "app": {"t": "pc", "v": 3}},
        {"code": "0000", "payload": {"docs": docs}},
        {"code": "4001"},
    )

    def served(request: Request) -> Answer:
        return plain(request) if header(request, "X-Site") == "nl-6" else answer({"code": "4003"})(request)

    return Portal({
        **placed(column, f'<div class="zx-list" channel="900"></div><script src="/js/client.js"></script><script>{text}</script>'), "/js/client.js": script(client),
        "/gateway/doc/query": served, **shown(reports),
    }, reports, (column,))  # fmt: skip


def script_appended() -> Portal:
    """JSONP by hand: a script is appended whose address names the function that takes the rows."""
    column = "/zwgk/fdzdgknr/yfxz/"
    reports = made("/yfxz/202603/t3_71.shtml", "/yfxz/202503/t3_58.shtml")
    text = """
    (function(){var n='cb_'+['list','fz'].join('');window[n]=function(d){var ul=document.getElementById('jl');ul.innerHTML='';d.d.forEach(function(v){var li=document.createElement('li');li.innerHTML='<a href="'+v.u+'">'+v.s+'</a>'+v.r;ul.appendChild(li)})};
    var s=document.createElement('script'),q={};q['ch']=ul('jl');q.fn=n;q.p=0;
    function ul(i){return document.getElementById(i).getAttribute('data-x').split('').reverse().join('')}
    s.src='/api/jsonp.ashx?'+Object.keys(q).map(function(k){return k+'='+q[k]}).join('&');document.getElementsByTagName('head')[0].appendChild(s)})();"""
    right = {"d": [{"u": each.path, "s": each.title, "r": each.date} for each in reports]}

    def served(request: Request) -> Answer:
        fields = FIELDS(request)
        return answer(right if fields.get("ch") == "zf-103" else {"d": []}, "fn")(request)

    return Portal({**placed(column, f'<ul id="jl" data-x="301-fz"></ul><script>{text}</script>'), "/api/jsonp.ashx": served, **shown(reports)}, reports, (column,))  # fmt: skip


def ranges_in_path() -> Portal:
    """The rows asked for stand in the path as a computed range, the column as a sum of numbers."""
    column = "/zwgk/fdzdgknr/fzzfjs/"
    reports = made("/v/1d/page-8801.html", "/v/1d/page-8650.html")
    text = """
    var Pager=function(size){this.size=size;this.no=0};Pager.prototype={range:function(){var a=this.no*this.size;return a+'-'+(a+this.size-1)},next:function(){this.no++;return this}};
    var pg=new Pager(12),base=1<<10,own=parseInt(document.querySelector('[data-off]').dataset.off,10);
    function pull(){$.getJSON(['/list',(base+own).toString(36),pg.range()].join('/')).then(function(list){list.forEach(function(one){var t=one.split('|');$('#news').append("<li><a href='"+t[0]+"'>"+t[1]+"</a><span>"+t[2]+"</span></li>")})})}
    jQuery(function($){pull();$('#more').on('click',function(){pg.next();pull()})});"""
    packed = ["|".join(each) for each in triples(reports)]
    return Portal({
        **placed(column, f'{JQUERY}<ul id="news" data-off="77"></ul><a id="more">更多</a><script>{text}</script>'), "/list/ul/0-11": answer(packed), **shown(reports),
    }, reports, (column,))  # fmt: skip


def packed_in_function() -> Portal:
    """No service at all: rows stand packed in a text that a function of the column's own script gives, and are written."""
    column = "/zwgk/fdzdgknr/fzjs.html"
    reports = made("/fzjs/1f0a.html", "/fzjs/0e93.html")
    packed = "~".join(f"{int(stem(path), 16)}^{day.replace('-', '')}^{title}" for path, title, day in triples(reports))
    data = f"function listData(){{return '{packed}'}}"
    text = """
    (function(){var rows=listData().split('~'),i=0;document.write('<ul class="w">');for(;i<rows.length;i++){var f=rows[i].split('^'),h=(+f[0]).toString(16);while(h.length<4)h='0'+h;
    document.write('<li><a href="/fzjs/'+h+'.html">'+f[2]+'</a> '+f[1].replace(/(....)(..)(..)/,'$1-$2-$3')+'</li>')}document.write('</ul>')})();"""
    return Portal({
        **placed(column, f'<script src="/fzjs/data.js"></script><script>{text}</script>'), "/fzjs/data.js": script(data), **shown(reports),
    }, reports, (column,))  # fmt: skip


def layui_rendered() -> Portal:
    """layui: a table with templates for its cells; what is sent along is computed, the answer is turned first."""
    column = "/zwgk/fdzdgknr/fzzf/"
    reports = made("/xx/detail-60311.html", "/xx/detail-58120.html")
    text = """
    layui.use(['table','jquery'],function(){var table=layui.table,$=layui.$,ctx=$('#tb').data('ctx');
    table.render({elem:'#tb',url:ctx.root+'/'+ctx.mod+'/page.action',method:'post',where:{lm:ctx.ids[ctx.ids.length-1],zt:'1'},page:true,limit:15,request:{pageName:'curr',limitName:'nums'},
    parseData:function(res){return {code:res.state=='y'?0:1,msg:'',count:res.all,data:res.items}},
    cols:[[{type:'numbers',title:'序号'},{field:'bt',title:'标题',templet:function(d){return '<a href="/xx/detail-'+d.xh+'.html" class="layui-table-link">'+d.bt+'</a>'}},{field:'rq',title:'日期',templet:'<div>{{d.rq.substring(0,10)}}</div>'}]]})});"""
    right = {
        "state": "y",
        "all": 2,
        "items": [{"xh": stem(each.path)[7:], "bt": each.title, "rq": f"{each.date} 09:12:00"} for each in reports],
    }
    table = '<table id="tb" data-ctx=\'{"root":"/gk","mod":"xxcx","ids":["2","27","2709"]}\'></table>'
    return Portal({
        **placed(column, f'{table}<script src="/layui/layui.js"></script><script>{text}</script>'),
        "/gk/xxcx/page.action": asked({"lm": "2709", "zt": "1", "curr": "1", "nums": "15"}, right, {"state": "n"}, "POST"), **shown(reports),
    }, reports, (column,))  # fmt: skip


def art_template_by_path() -> Portal:
    """artTemplate: the channel is read of the page's own address by an expression; rows are drawn by a compiled text."""
    column = "/channel/fz-108/"
    reports = made("/doc/108/2026-7a.html", "/doc/108/2025-66.html")
    text = """
    var m=/channel\\/(\\w+)-(\\d+)/.exec(location.pathname),$box=$('.doc-list');
    var api=(function(p){return function(x){return p.replace('{t}',x).replace('{n}',m[2])}})('/inner/{t}/{n}.json');
    $.ajax({url:api(m[1]=='fz'?'docs':'news'),cache:true,dataType:'json',success:function(d){$box.html(template('row',d));$box.find('li:odd').addClass('odd')},error:function(){$box.html('暂无数据')}});"""
    tpl = '<script id="row" type="text/html">{{each docs v k}}<li>{{if v.top}}<b>置顶</b>{{/if}}<a href="/doc/{{v.ch}}/{{v.id}}.html">{{v.tt}}</a><span>{{v.dt}}</span></li>{{/each}}</script>'
    docs = [
        {"top": not at, "ch": 108, "id": stem(each.path), "tt": each.title, "dt": each.date}
        for at, each in enumerate(reports)
    ]
    return Portal({
        **placed(column, f'{JQUERY}<script src="/js/template.js"></script><ul class="doc-list"></ul>{tpl}<script>{text}</script>'), "/inner/docs/108.json": answer({"docs": docs}), **shown(reports),
    }, reports, (column,))  # fmt: skip


def vue_of_the_page() -> Portal:
    """Vue on a page of the server: what is drawn stands in the page, what is asked for is put together when it is mounted."""
    column = "/zwgk/fzzfjs/"
    reports = made("/zwgk/fzzfjs/202603/1a.html", "/zwgk/fzzfjs/202503/0c.html")
    text = """
    var vm=new Vue({el:'#app',data:function(){return{list:[],page:{index:1,size:18},loading:true,site:null}},
    computed:{query:function(){return{k:[this.site,'fz'].join(':'),s:(this.page.index-1)*this.page.size,n:this.page.size}}},
    created:function(){this.site=this.$options.site||'nl36'},mounted:function(){this.fetch()},
    methods:{fetch:function(){var me=this;axios.get('/x/'+this.kind()+'/q',{params:this.query}).then(function(r){me.list=r.data.hits.map(function(h){return h._source});me.loading=false})},kind:function(){return'col'+'umn'},day:function(v){return v.slice(0,10)}}});"""
    hits = [{"_source": {"p": each.path, "title": each.title, "date": f"{each.date} 10:11"}} for each in reports]
    body = '<div id="app" v-cloak><p v-if="loading">加载中</p><ul v-else><li v-for="(it,i) in list" :key="i"><a :href="it.p" target="_blank">{{ it.title }}</a><span v-text="day(it.date)"></span></li></ul></div>'
    return Portal({
        **placed(column, f'{body}<script src="/lib/vue.min.js"></script><script src="/lib/axios.min.js"></script><script>{text}</script>'),
        "/x/column/q": asked({"k": "nl36:fz", "s": "0", "n": "18"}, {"hits": hits}, {"hits": []}), **shown(reports),
    }, reports, (column,))  # fmt: skip


def iframe_and_timer() -> Portal:
    """A list that a timer asks for once a flag of another script is set, as XML in which rows are attributes."""
    column = "/zwgk/fdzdgknr/fzgz.html"
    reports = made("/fzgz/x/20260317_8.html", "/fzgz/x/20250318_5.html")
    flags = "var ready=0;setTimeout(function(){window.ready=1;window.code=['F','Z',+!0].join('')},50);"
    text = """
    var tries=0,h=setInterval(function(){if(++tries>200){clearInterval(h)}if(!window.ready){return}clearInterval(h);var x=window.XMLHttpRequest?new XMLHttpRequest():new ActiveXObject('Microsoft.XMLHTTP');
    x.open('get','/xml/'+escape(code)+'_1.xml?_='+new Date().getTime(),true);x.onreadystatechange=function(){if(x.readyState!=4)return;var out=[],re=/<r u="([^"]+)" t="([^"]+)" d="([^"]+)"/g,m;while(m=re.exec(x.responseText)){out.push('<li><a href='+m[1]+'>'+m[2]+'</a><i>'+m[3]+'</i></li>')}
    document.all?document.all.zw.innerHTML=out.join(''):document.getElementById('zw').innerHTML=out.join('')};x.send()},100);"""
    xml = (
        "<?xml version='1.0'?><l>"
        + "".join(f'<r u="{path}" t="{title}" d="{day}"/>' for path, title, day in triples(reports))
        + "</l>"
    )
    return Portal({
        **placed(column, f'<ul id="zw"></ul><script src="/js/flags.js"></script><script>{text}</script>'), "/js/flags.js": script(flags),
        "/xml/FZ1_1.xml": piece(xml, "text/xml"), **shown(reports),
    }, reports, (column,))  # fmt: skip


def menu_by_script() -> Portal:
    """The menu of the section is asked for by a script as well, and names the column's address by a function."""
    column = "/col/col1207/index.html"
    reports = made("/art/1207/aa31.html", "/art/1207/9f02.html")
    menu = """
    $.post('/tree/load',{w:screen.width>100?'pc':'m'},function(t){$('#side').html(walk(t.children))},'json');
    function walk(a){return a.map(function(n){return '<li><a href="'+link(n)+'">'+n.nm+'</a>'+(n.children?'<ul>'+walk(n.children)+'</ul>':'')+'</li>'}).join('')}
    function link(n){return '/col/col'+(n.no*3)+'/index.html'}"""
    text = "fetch('/rows?c='+location.pathname.match(/col(\\d+)/)[1]).then(r=>r.text()).then(t=>{document.querySelector('#r').innerHTML=decodeURIComponent(t)});"
    tree = {
        "children": [
            {"nm": "政策", "no": 400},
            {
                "nm": "重点领域",
                "no": 401,
                "children": [{"nm": "法治政府建设", "no": 1207 / 3}, {"nm": "财政", "no": 404}],
            },
        ]
    }
    rows = "".join(f'<li><a href="{path}">{title}</a>{day}</li>' for path, title, day in triples(reports))
    body = f"{JQUERY}<ul id='side'></ul><script src='/js/menu.js'></script>"
    return Portal({
        **dressed((*COUNTY, ("/xxgk/", "政府信息公开目录")), {"/": dated(others(9)), "/xxgk/": body, column: f"{body}<ul id='r'></ul><script>{text}</script>"}),
        "/js/menu.js": script(menu), "/tree/load": asked({"w": "pc"}, tree, {}, "POST"),
        "/rows": by("c", {"1207": piece(quote(rows), "text/plain")}), **shown(reports),
    }, reports, (column,))  # fmt: skip


SECOND = batch(
    wrapped_client, script_appended, ranges_in_path, packed_in_function, layui_rendered, art_template_by_path, vue_of_the_page, iframe_and_timer,
    menu_by_script,
)  # fmt: skip
