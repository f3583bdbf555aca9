# ruff: noqa: E501  the systems write long lines
"""Small listing pages in the dialect of each content system, with titles and addresses of our own."""

from __future__ import annotations

HEAD = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="SiteName" content="青岭市人民政府">'
    '<meta name="ColumnName"content="法治政府建设"><meta name="ColumnType" content="政务公开"><title>法治政府建设</title></head><body>'
    '<div class="topbar"><span>今天是：2026年11月22日 星期日</span><a href="/login">登录</a></div>'
    '<ul class="nav"><li><a href="/zwgk/">政务公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul>'
    '<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="./">法治政府建设</a></div>'
)
FOOT = (
    '<div class="footer"><a href="/gywm/">关于我们</a><a href="mailto:a@example.gov.cn">邮箱</a>'
    "<p>主办：青岭市人民政府 青ICP备05000001号</p></div></body></html>"
)

TRS = (
    HEAD
    + """<div class="list"><ul class="u-list">
<li><a href="./202603/t20260312_101.html" target="_blank" title="青岭市司法局2025年法治政府建设年度报告">青岭市司法局2025年法治政府...</a>
<div class="popbox"><h3 title="相关解读">相关解读</h3><ul><li><a href="../jd/202603/t20260313_102.html" title="《青岭市司法局2025年法治政府建设年度报告》解读之一">解读一</a></li>
<li><a href="../jd/202603/t20260313_103.html" title="《青岭市司法局2025年法治政府建设年度报告》解读之二">解读二</a></li></ul></div><span>2026/03/12</span></li>
<li class="empty"></li>
<li><a href="../../bm/tjj/202602/t20260227_90.html" title="青岭市统计局关于2025年度法治政府建设情况的报告">青岭市统计局关于2025年度法治政府建设情况的报告</a><span>2026/02/27</span></li>
<li><a href="http://sw.example.org/a/t20260130_7.html">青岭市商务局2025年法治政府建设工作总结</a><span>2026/01/30</span></li>
<li><a href="javascript:void(0)">青岭市某局没有地址的报告标题</a><span>2026/01/29</span></li>
</ul><div class="page"><script>createPageHTML(3, 0, "index", "html");</script></div></div>"""
    + FOOT
)

TRS_TABLE = (
    HEAD
    + """<div class="left-menu"><ul><li><a href="/zwgk/fznb/">法治政府建设年度报告</a><ul>
<li><a href="./fznb2025/" title="2025年度">2025年度</a></li><li><a href="./fznb2024/index.html">2024年度</a></li></ul></li>
<li><a href="/zwgk/zdgk/">重点领域公开</a></li></ul></div>
<table class="cwx-table"><tbody><tr class="cwx-tit"><td>序号</td><td>标题</td><td>发布日期</td></tr>
<tr><td>1</td><td><a href="./fznb2025/202603/t20260305_31.html" title="青岭新区城管局2025年度法治政府建设情况报告">青岭新区城管局2025年度…</a></td><td>2026-03-05</td></tr>
<tr><td>2</td><td><a href="./fznb2024/202503/t20250307_30.html">青岭新区水务局2024年度法治政府建设情况报告</a></td><td>2025-03-07</td></tr>
</tbody></table><div class="page"><script>
//<!--
createPage(2, 0, "index", "html");
//-->
</script></div>"""
    + FOOT
)

TRS_SCRIPT = (
    HEAD
    + """<ul class="info-list">
<li><script>var url="./202602/t20260214_11.shtml"; var title="松岭区生态环境分局2025年\\u201c双随机\\u201d抽查计划";
document.write('<a href="'+url+'">'+title+'</a>'); document.writeln("2026-02-14 17:32");</script></li>
<li><a href="./202512/t20251204_10.shtml" title="松岭区2025年行政处罚信息">松岭区2025年行政处罚信息</a><span class="time"><script>var fileNum="";</script>2025年12月04日</span></li>
<li class="empty"></li>
<li><script>var url="./202511/t20251103_9.shtml"; var title="关于松岭区2025年法治政府建设情况报告";
document.write('<a href="'+url+'">'+title+'</a>'); document.writeln("2025-11-03 09:00");</script></li>
</ul><script>createPageHTML(25, 3, "index", "shtml")</script>"""
    + FOOT
)

UCAP = (
    HEAD
    + """<div class="list_right"><ul class="lh">
<li><a href="/qlhb/tzgg/202603/0123456789abcdef0123456789abcdef.shtml" title="青岭市生态环境局2025年法治政府建设情况报告">青岭市生态环境局2025年法治政府建设情...</a><span>2026-03-20</span></li>
<li><a href="/qlhb/tzgg/202603/1123456789abcdef0123456789abcdef.shtml">关于2026年春节值班安排的通知</a><span>2026-03-02</span></li>
</ul><div id="page_div"></div><script>createPageHTML('page_div',5, 1,'list','shtml',89);</script></div>"""
    + FOOT
)

EPOINT = (
    HEAD
    + """<div id="categorypagingcontent"><ul class="ewb-list-items">
<li class="ewb-list-node clearfix"><a href="/tzgg/20260304/6110045a-a095-4c5e-9d3a-0a1b2c3d4e5f.html" class="ewb-list-name" target="_blank">[市区]云溪市水利局2025年度法治政府建设报告<font color='red'></font></a><span class="ewb-list-date">2026-03-03</span></li>
<li class="ewb-list-node clearfix"><a href="/tzgg/20260302/7110045a-a095-4c5e-9d3a-0a1b2c3d4e5f.html" class="ewb-list-name">云溪市水利局招标公告</a><span class="ewb-list-date">2026-03-02</span></li>
</ul><ul class="ewb-page-items"><li class="ewb-page-li current"><a href="javascript:;" onclick="ShowAjaxNewPage(window.location.pathname,'categorypagingcontent',1)">1</a></li>
<li class="ewb-page-li ewb-page-num"><span id="index">1/57</span></li></ul></div>"""
    + FOOT
)

NFCMS = (
    HEAD
    + """<script>var NFCMS_SITE_ID="9",NFCMS_CAT_ID="3416",NFCMS_PUB_TYPE="category";</script><ul class="news_list">
<li><span class="time">2026-03-30</span><a href="http://www.qingling.gov.cn/fz/content/post_9001.html" title="青岭区审计局2025年法治政府建设报告">青岭区审计局2025年法治...</a></li>
<li><span class="time">2020-04-14</span><a href="http://www.qingling.gov.cn/fz/content/post_9900.html">青岭区财政局2019年开展法治政府建设工作报告</a></li>
</ul><div class="page"><span class="current">1</span><a href="http://www.qingling.gov.cn/fz/index_2.html">2</a><a class="next" href="http://www.qingling.gov.cn/fz/index_2.html">下一页</a></div>"""
    + FOOT
)

NFCMS_FEED = """{"articles":[{"id":9001,"title":"青岭区审计局2025年法治政府建设报告","date":"2026-03-30","url":"http://www.qingling.gov.cn/fz/content/post_9001.html","source":"区审计局"},
{"id":9900,"title":"青岭区财政局2019年开展法治政府建设工作报告","date":"2020-04-14 10:20:30","url":"/fz/content/post_9900.html"},{"id":1,"title":""},7],"children":[],"name":"部门报告"}"""


def _record(number: int) -> str:
    return (
        f"<record><![CDATA[<li class='x'><a title='云州市民政局2025年第{number}号公告' href=\"/art/2026/3/{number}/art_284_{9000 + number}.html\">"
        f'云州市民政局2025年...</a><span class="bt-list-time">2026-03-{number:02}</span></li>]]></record>'
    )


def island(records: int, name: int = 423656) -> str:
    held = "".join(_record(number) for number in range(1, records + 1))
    return (
        f'<div id="{name}"><script type="text/xml"><datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&columnid=284&unitid={name}"></a>]]></nextgroup>'
        f"<recordset><ul></ul>{held}</recordset></datastore></script></div>"
    )


def _unit(name: int) -> str:
    start = "showMode:'full',totalRecord:{},groupSize:3,proxyUrl:'/module/web/jpage/dataproxy.jsp',perPage:2,ajaxParam:param_"
    return (
        f"{island(6, name)}"
        f"<script>var param_{name} = {{col:1,appid:'1',webid:3,path:'/',columnid:284,unitid:'{name}',webname:'云州市',permissiontype:0}};"
        f"function jpage_{name}(){{$('#{name}').jpage({{{start.format(1000)}{name}}});}}"
        f"$(function(){{$('#{name}').jpage({{dataStore:$('#{name}').children('script').html(),{start.format(14)}{name}}});}});</script>"
    )


HANWEB = HEAD + _unit(423656) + _unit(427101) + FOOT
HANWEB_ANSWER = (
    "<datastore><totalrecord>14</totalrecord><totalpage>7</totalpage><recordset>"
    + "".join(_record(number) for number in range(7, 13))
    + "</recordset></datastore>"
)
HANWEB_XXGK = """<div class="zfxxgk_list_con"><ul><li><a href="/art/2026/2/3/art_1_77.html" title="云州市林业局2025年度法治政府建设报告">云州市林业局2025年度法治政府...</a><span>2026-02-03</span></li>
<li><a href="/art/2026/1/4/art_1_76.html">云州市林业局2025年工作要点公开</a><span>2026-01-04</span></li></ul><div class="pagination">共<b>3</b> 共3页 1/3页</div></div>"""
JPAAS = (
    HEAD
    + """<script id="u1" src="/cms_files/default/script/AuthorizedRead/unitbuild.js" webId="31" url="/api-gateway/jpaas-publish-server/front/page/build/unit"
 queryData="{'parseType':'bulidstatic','webId':'31','tplSetId':'abcDEF','pageType':'column','tagId':'信息列表','editType':'null','pageId':'1229'}"></script>"""
    + FOOT
)
JPAAS_ANSWER = """{"success":true,"data":{"html":"<ul><li><a href='/art/2026/3/6/art_1229_51.html' title='海屿市科技局2025年法治政府建设工作报告'>海屿市科技局2025年...</a><span>2026-03-06</span></li><li><a href='/art/2026/3/5/art_1229_50.html'>海屿市科技局关于项目申报的通知</a><span>2026-03-05</span></li></ul>"}}"""
GKMLPT = """<html><body><div id="app"></div><script>window._CONFIG = {"SID":"7620","TREE":[{"id":10,"name":"机构概况","children":[]},{"id":20,"name":"法定主动公开","children":[{"id":3416,"name":"法治政府建设年度报告","children":[]}]}]};</script>
<script src="/gkmlpt/static/app.js"></script></body></html>"""
GKMLPT_ANSWER = """{"classify":{"id":3416,"name":"法治政府建设年度报告","post_count":130,"children":[{"id":3417,"name":"2025年"}]},"articles":[
{"id":1,"title":"南汀区农业农村局2025年法治政府建设报告","document_number":"汀农〔2026〕3号","identifier":"007-2026-1","publisher":"南汀区农业农村局","date":1773014400,"url":"http://www.nanting.gov.cn/gkmlpt/content/9/9103/post_9103540.html"},
{"id":2,"title":"南汀区农业农村局2024年法治政府建设报告","date":"2025-03-10 09:00:00","url":"/gkmlpt/content/8/8103/post_8103540.html"}]}"""
ANHUI = (
    '<div class="xxgk_list"><ul><li><a href="http://www.hexian.example.gov.cn/zwgk/public/131/648.html" title="相溪区民政局2025年法治政府建设情况工作报告">'
    "相溪区民政局2025年法治...</a><span class='date'>2026-01-11</span></li><li><a href='/zwgk/public/131/647.html'>相溪区民政局养老机构补贴公示</a><span class='date'>2025-12-30</span></li></ul>"
    "<div class='page'>共 4 页</div></div>"
)
ANHUI_SHELL = (
    HEAD
    + "<div id='list'></div><script>var api='/site/label/8888?labelName=publicInfoList&siteId=6799&organId=131&catId=6718&type=4';</script>"
    + FOOT
)
VSB = (
    HEAD
    + """<ul><li id="line1060_0"><a href="info/1060/2231.htm" title="陇原省林草局2025年度法治政府建设报告">陇原省林草局2025年度法治政府...</a><span>2026-03-11</span></li>
<li id="line1060_1"><a href="info/1060/2230.htm">陇原省林草局规范性文件清理结果公告</a><span>2026-03-01</span></li></ul>
<div class="pb_sys_common"><span class="p_t">共590条</span><span class="p_next p_fun"><a href="gfxwj/29.htm">下页</a></span><span class="p_last p_fun"><a href="gfxwj/1.htm">尾页</a></span></div><!-- Announced by Visual SiteBuilder 9 -->"""
    + FOOT
)
SASAC = (
    HEAD
    + """<div id="comp_2603"><ul><li><a href="../../n2588/c24/content.html" title="国岭委2025年法治机构建设报告">国岭委2025年法治机构建设报告</a><span>[2026-03-24]</span></li>
<li><a href="../../n2588/c23/content.html">国岭委关于部门规章清理的公告</a><span>[2026-03-22]</span></li></ul></div>
<div style="display:none"><a href="index_2603340_1.html">1</a><a href="index_2603340_15.html">15</a></div><script>var maxPageNum = 16;</script>"""
    + FOOT
)
SASAC_PART = "<ul><li><a href='../../n2588/c3/content.html'>国岭委2020年法治机构建设报告</a><span>[2021-03-22]</span></li><li><a href='../../n2588/c2/content.html'>国岭委关于规章废止的公告一则</a><span>[2021-03-21]</span></li></ul>"
JIANGXI = (
    HEAD
    + """<script id="div380055" type="text/x-handlebars-template"><ul>{{#each results}}<li><a href="{{url}}">{{title}}</a></li>{{/each}}</ul></script>
<script>var params={current:1,unitid:'380055',webSiteCode:['gjhbt'],channelCode:['col42150'],perPage:'15'}; loadPageData(params,'380055');</script>"""
    + FOOT
)
JIANGXI_ANSWER = """{"code":200,"data":{"total":31,"results":[{"source":{"title":"赣岭省环境厅2025年度法治政府建设情况报告","pubDate":"2026-03-18 10:11:12","urls":"{\\"pc\\":\\"/jxhbt/col/art/2026/3/18/art_42150_9.html\\",\\"wap\\":\\"/m/9.html\\"}"}},
{"source":{"title":"赣岭省环境厅固废名单","pubDate":"2026-03-01","urls":"not json"}},{"source":null}]}}"""
TRUECMS = (
    HEAD + "<script>$.getJSON('/tcms/messageController/getMessage.do?columnId=55&callback=?', show)</script>" + FOOT
)
TRUECMS_ANSWER = """jQuery123({"total":45,"list":[{"title":"苏汀区住建局2025年法治政府建设年度报告","url":"/tcms/a/55.html","publishTime":"2026-03-09 08:00"},{"title":"苏汀区住建局物业公示","url":"/tcms/a/54.html","publishTime":"2026-03-08"}]});"""
GENERIC = (
    HEAD
    + """<div class="box"><div class="item"><a class="cat" href="/xw/">[公告]</a><a href="/a/9.html">黔岭县法治政府建设2025年度情况报告</a><em>[2026-03-24]</em></div>
<div class="item"><a class="cat" href="/xw/">[公告]</a><a href="/a/8.html">黔岭县人民政府关于禁止燃放烟花爆竹的通告</a><em>[2026-03-20]</em></div>
<div class="item"><a class="cat" href="/xw/">[公告]</a><a href="/a/7.html">黔岭县2025年防汛抗旱责任人名单公示</a><em>[2026-03-18]</em></div></div>
<div class="pager"><a href="?page=1">上一页</a><a href="?page=1">1</a><b>2</b><a href="?page=3">3</a><a href="?page=3">下一页</a></div>"""
    + FOOT
)
SHELL = HEAD + '<div id="app" data-channel="77"></div><script src="/js/app.js"></script>' + FOOT
COMMENTED = (
    TRS.replace('<ul class="u-list">', '<!--<ul class="u-list">')
    .replace('</ul><div class="page">', '</ul><div class="page">', 1)
    .replace(FOOT, "-->" + FOOT)
)
EMPTY = HEAD + '<div class="list"><ul class="u-list"></ul><p>暂无数据</p></div>' + FOOT
ARTICLE = (
    '<html><head><meta name="ArticleTitle" content="关于开展培训的通知"></head><body><h1>关于开展培训的通知</h1><p>各单位：现将有关事项通知如下。</p>'
    '<ul><li><a href="/a/t20260101_1.html">相关的第一篇文章标题</a><span>2026-01-01</span></li><li><a href="/a/t20260102_2.html">相关的第二篇文章标题</a><span>2026-01-02</span></li></ul></body></html>'
)

ALL = {
    name: text
    for name, text in list(globals().items())
    if name.isupper() and isinstance(text, str) and name not in ("HEAD", "FOOT")
}
