# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Whole pages, lot 1: twenty-two systems and habits, each with its menus, copies, bars, links, pagers and faults."""

from __future__ import annotations

import json

from tests.pages_lots.lot import Lot

LEFT = (
    'table within the text, bar to listen, files in the container',
)
LOT = Lot(13, 22, LEFT)
add = LOT.add

BUREAU = (
    '2024年，在市委、市政府的坚强领导下，我局坚持以习近平法治思想为指导，扎实推进法治政府建设。现将有关情况报告如下：',
    '一、2024年法治政府建设主要举措和成效',
    '（一）加强组织领导，压实工作责任。局党组会议专题研究法治工作4次，主要负责人带头讲法治课2次。',
    '（二）规范行政执法。全年作出行政处罚决定37件，罚款112.6万元，没有被复议机关撤销或变更的案件。',
    '（三）深化普法宣传。利用国家宪法日、宪法宣传周开展活动12场次，发放资料6000余份。',
    '二、存在的不足和原因',
    '一是执法力量不足，基层所平均不到3人；二是普法形式较为单一，群众参与度不高。',
    '三、下一年度工作安排',
    '继续落实行政执法责任制，组织全员轮训，推进包容审慎监管，持续优化法治化营商环境。',
    '楠溪市水务局',
    '2025年2月20日',
)
TOWN = (
    '今年以来，榆树镇认真学习宣传贯彻习近平法治思想，现将2024年度法治政府建设情况报告如下。',
    '一、工作开展情况',
    '1.健全机构。成立由镇党委书记任组长的领导小组，召开专题会议5次。',
    '2.依法决策。聘请法律顾问1名，审查合同31份，提出法律意见18条。',
    '3.化解矛盾。镇调委会受理纠纷84件，调解成功83件，调解成功率98.8%。',
    '二、存在问题',
    '执法人员持证率偏低，案卷制作不够规范。',
    '三、下步打算',
    '组织执法资格考试培训，力争执法岗位人员全部持证上岗。',
)
CITY = (
    '2024年，全市上下深入学习贯彻习近平法治思想，法治政府建设取得新进展。',
    '一、主要工作及成效',
    '（一）依法全面履行政府职能',
    '深化“放管服”改革，取消证明事项46项，“一网通办”率达到98.7%。',
    '（二）健全依法行政制度体系',
    '提请市人大常委会审议地方性法规草案2件，制定政府规章3件，备案行政规范性文件68件。',
    '（三）强化行政权力制约和监督',
    '全年办理行政复议案件1342件，行政机关负责人出庭应诉率100%。',
    '二、党政主要负责人履行推进法治建设第一责任人职责情况',
    '市政府主要负责同志主持召开市政府常务会议研究法治工作9次。',
    '三、存在的主要问题',
    '有的地方和部门运用法治思维解决问题的能力不强，基层执法保障仍需加强。',
    '四、2025年工作安排',
    '全面落实新一轮法治政府建设规划，提升行政执法质效，加强行政复议规范化建设。',
)


def p(lines, attributes=''):
    return ''.join(f'<p{attributes}>{line}</p>\n' for line in lines)


def br(lines, indent='　　'):
    return '<br>\n'.join(indent + line for line in lines)


T = '楠溪市水务局2024年法治政府建设年度报告'
MENU = '<ul class="nav">' + ''.join(f'<li><a href="/{at}/">{name}</a></li>' for at, name in enumerate(('首页', '走进楠溪', '新闻中心', '政务公开', '政务服务', '政民互动', '数据开放', '专题专栏'))) + '</ul>'

add('hanweb: print copy, comments around, neighbours by script', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{T}</title>
<meta name="SiteName" content="楠溪市人民政府"><meta name="ArticleTitle" content="{T}"><meta name="PubDate" content="2025-02-26 09:41"><meta name="Maketime" content="2026-01-01 01:01:01"></head>
<body><div id="head">{MENU}<form><input name="q" value="请输入关键字"><select><option>站内搜索</option><option>全省搜索</option></select></form></div>
<table id="article" width="100%"><tr><td class="title"><!--<$[标题]>begin-->{T}<!--<$[标题]>end--></td></tr>
<tr><td>发布日期：2025-02-26 09:41　<script>document.write('来源：市水务局')</script>　浏览次数：<script src="/vc/vc.jsp"></script>　字号：[ <a href="javascript:z(18)">大</a> <a href="javascript:z(16)">中</a> <a href="javascript:z(14)">小</a> ]</td></tr>
<tr><td><div id="zoom"><!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin--><meta name="ContentStart">{p(BUREAU)}<meta name="ContentEnd"><!--ZJEG_RSS.content.end--><!--<$[信息内容]>end--></div></td></tr>
<tr><td align="right"><a href="javascript:print()">打印本页</a> <a href="javascript:close()">关闭窗口</a></td></tr></table>
<div id="printdiv" style="display: none;"><h1>{T}</h1>{p(BUREAU)}</div>
<div class="pn"><p>上一篇：<a href="/art/2025/2/20/art_1_3.html">楠溪市水务局2024年政府信息公开工作年度报告</a></p><p>下一篇：<a href="/art/2025/3/2/art_1_9.html">楠溪市水务局关于开展水行政执法检查的通知</a></p></div>
<div id="qr_container"><p>扫一扫在手机打开当前页</p></div>
<div id="foot"><p>主办单位：楠溪市人民政府办公室　承办单位：楠溪市大数据局</p><p>浙ICP备05000001号　浙公网安备33030002000001号　网站标识码：3303000001</p></div></body></html>''', BUREAU, title=T, published='2025-02-26')

add('boda: form around the article, file list of the system', f'''<html><head><meta charset="utf-8"><title>榆树镇2024年度法治政府建设情况报告-榆树镇人民政府</title></head><body>
<div class="top"><a href="../index.htm">网站首页</a> | <a href="../zwgk.htm">政务公开</a> | <a href="../ldxx.htm">领导信息</a></div>
<div class="dqwz">当前位置：<a href="../index.htm">网站首页</a>&gt;&gt;<a href="../zwgk.htm">政务公开</a>&gt;&gt;<a href="../zwgk/fzjs.htm">法治建设</a>&gt;&gt;正文</div>
<form name="_newscontent_fromname"><div><h2 align="center">榆树镇2024年度法治政府建设情况报告</h2>
<div align="center">时间：2025-01-17 10:22:31　点击：[<script>_showDynClicks("wbnews",1,22)</script>]　来源：榆树镇</div>
<div id="vsb_content_2"><div class="v_news_content">{p(TOWN, ' style="text-indent: 2em; line-height: 200%"')}</div></div>
<p>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1">榆树镇行政执法统计表.xlsx</a>】已下载<span id="nattach1">21</span>次</p>
<p>上一条：<a href="1021.htm">榆树镇召开春季防火工作会议</a></p><p>下一条：<a href="1019.htm">榆树镇开展安全生产大检查</a></p>
<p align="center">【<a href="javascript:window.opener=null;window.close();">关闭</a>】</p></div></form>
<div class="foot">版权所有：榆树镇人民政府　地址：榆树镇中心街18号　电话：0000-7654321</div></body></html>''', TOWN, ['附件【榆树镇行政执法统计表.xlsx】已下载21次', '附件【榆树镇行政执法统计表.xlsx】', '附件：榆树镇行政执法统计表.xlsx'], title='榆树镇2024年度法治政府建设情况报告', published='2025-01-17')

add('label system: tools in the head of the container, lists by label beside', f'''<!doctype html><html><head><meta charset="utf-8"><title>楠溪市2024年法治政府建设年度报告_楠溪市人民政府</title></head><body>
<div class="wrap"><div class="j-leftmenu"><h3>法定主动公开内容</h3><ul><li><a href="?a=1">政策法规</a></li><li><a href="?a=2">规划计划</a></li><li><a href="?a=3">行政权力</a></li><li class="on"><a href="?a=4">法治政府建设年度报告</a></li></ul></div>
<div class="wenzhang"><table class="is-xxgktable"><tr><th>索引号：</th><td>003300001/202503-00021</td><th>组配分类：</th><td>法治政府建设年度报告</td></tr><tr><th>发布机构：</th><td>市司法局</td><th>发布日期：</th><td>2025-03-27 17:26</td></tr></table>
<h1 class="newstitle">楠溪市2024年法治政府建设年度报告</h1>
<div class="wzfbxx"><span>阅读次数：<b class="j-info-hit">0</b></span><span>信息来源：市司法局</span><span>【字体：<a>大</a>　<a>中</a>　<a>小</a>】</span><span class="ldbtn">朗读</span></div>
<div class="wzcon j-fontContent clearfix"><div class="tool_bar"><a class="play">播放</a><a class="pause">暂停</a><span>00:00</span>/<span>08:21</span></div>{p(CITY)}<div class="clear"></div></div>
<div class="tools"><a>打印</a> <a>收藏</a> <a>关闭</a></div>
<div class="relate"><h4>相关解读</h4><ul><li><a href="/jd/1.html">一图读懂《楠溪市2024年法治政府建设年度报告》</a><span>2025-03-28</span></li></ul></div></div></div>
<div class="footer">主办：楠溪市人民政府办公室 网站支持IPv6</div></body></html>''', CITY, title='楠溪市2024年法治政府建设年度报告', published='2025-03-27', index_number='003300001/202503-00021')

add('old table layout of asp: fonts, unclosed cells, two columns', f'''<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8"><TITLE>榆树镇政府网</TITLE></HEAD><BODY bgColor=#ffffff>
<TABLE width=778 align=center><TR><TD bgcolor=#cc0000><FONT color=#ffffff>| <A href="index.asp">首 页</A> | <A href="more.asp?c=1">镇情概况</A> | <A href="more.asp?c=2">机构设置</A> | <A href="more.asp?c=3">便民服务</A> |</FONT></TD></TR></TABLE>
<TABLE width=778 align=center><TR><TD width=180 valign=top><TABLE><TR><TD><B>最新动态</B><TR><TD>·<A href="show.asp?id=91">镇领导走访慰问困难群众</A><TR><TD>·<A href="show.asp?id=92">我镇举办农民丰收节</A><TR><TD>·<A href="show.asp?id=93">榆树镇扎实做好森林防火工作</A></TABLE>
<TD width=598 valign=top><TABLE width="100%"><TR><TD align=center><FONT size=4><B>榆树镇2024年度法治政府建设情况报告</B></FONT><TR><TD align=center><FONT color=#666666>加入时间：2025-1-17 10:22:31　点击：356次　录入：admin</FONT><HR>
<TR><TD style="font-size:14px;line-height:180%">{br(TOWN, '&nbsp;&nbsp;&nbsp;&nbsp;')}
<TR><TD align=right>[<A href="javascript:history.back()">返 回</A>] [<A href="javascript:window.close()">关 闭</A>] [<A href="#top">顶 部</A>]</TABLE></TABLE>
<TABLE width=778 align=center><TR><TD align=center>榆树镇人民政府 版权所有 建议使用1024×768分辨率浏览</TD></TR></TABLE></BODY></HTML>''', TOWN, title='榆树镇2024年度法治政府建设情况报告', published='2025-01-17')

add('blog system: categories, comment form, posts beside', f'''<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>{T} &#8211; 楠溪水务</title><meta property="article:published_time" content="2025-02-26T01:41:00+00:00"></head><body class="single">
<a class="skip-link screen-reader-text" href="#content">跳至内容</a><header><p class="site-title"><a href="/">楠溪水务</a></p><nav>{MENU}</nav></header>
<main id="content"><article><header class="entry-header"><h1 class="entry-title">{T}</h1><div class="entry-meta"><span class="posted-on">发表于 <time datetime="2025-02-26T09:41:00+08:00">2025年2月26日</time></span><span class="byline">由 <a href="/author/fg/">法规科</a></span></div></header>
<div class="entry-content">{p(BUREAU)}<div class="sharedaddy"><h3>共享此文章：</h3><ul><li><a href="#">点击分享到微博（在新窗口中打开）</a></li><li><a href="#">点击以通过邮件发送链接（在新窗口中打开）</a></li></ul></div></div>
<footer class="entry-footer"><span>发布于 <a href="/c/1">法治建设</a></span><span>标签：<a href="/t/1">年度报告</a>、<a href="/t/2">依法行政</a></span></footer></article>
<nav class="post-navigation"><h2 class="screen-reader-text">文章导航</h2><a href="/p/11">上一篇文章 河湖长制工作简报第8期</a><a href="/p/13">下一篇文章 关于公布节水型企业名单的通知</a></nav>
<section id="respond"><h3>发表回复</h3><p>您的邮箱地址不会被公开。 必填项已用 * 标注</p><form><label>评论 *</label><textarea></textarea><label>显示名称 *</label><input><button>发表评论</button></form></section></main>
<aside><section><h2>近期文章</h2><ul><li><a href="/p/14">全市水旱灾害防御工作会议召开</a></li><li><a href="/p/15">农村饮水安全问答</a></li></ul></section><section><h2>归档</h2><ul><li><a>2025年二月</a></li><li><a>2025年一月</a></li></ul></section></aside><footer>自豪地采用WordPress</footer></body></html>''', BUREAU, title=T, published='2025-02-26')

add('dede: digg, pager of one article with three pages, page one', f'''<html><head><meta charset="utf-8"><title>楠溪市2024年法治政府建设年度报告_政务公开_楠溪市司法局</title></head><body><div class="header">{MENU}</div>
<div class="place"><strong>当前位置:</strong> <a href="/">主页</a> > <a href="/a/zwgk/">政务公开</a> > </div>
<div class="viewbox"><div class="title"><h2>楠溪市2024年法治政府建设年度报告</h2></div><div class="info"><small>时间:</small>2025-03-27 17:26<small>来源:</small>楠溪市司法局 <small>作者:</small>admin<small>点击:</small> 次</div>
<div class="intro">2024年，全市上下深入学习贯彻习近平法治思想，法治政府建设取得新进展。</div>
<div class="content"><table width="100%" border="0"><tr><td>{p(CITY)}</td></tr></table></div>
<div class="dede_pages"><ul class="pagelist"></ul></div>
<div class="newdigg"><div class="diggbox digg_good">顶一下 (0) 0%</div><div class="diggbox digg_bad">踩一下 (0) 0%</div></div>
<div class="boxoff"><strong>------分隔线----------------------------</strong></div><div class="handle"><div class="context"><ul><li>上一篇：<a href="/a/8.html">市司法局召开专题民主生活会</a></li><li>下一篇：没有了</li></ul></div><div class="actbox"><a>收藏</a><a>挑错</a><a>推荐</a><a>打印</a></div></div></div>
<div class="pright"><dl><dt><strong>热点内容</strong></dt><dd><ul><li><a href="/a/1.html">楠溪市法律援助中心办公地址公告</a></li><li><a href="/a/2.html">2025年国家统一法律职业资格考试报名须知</a></li></ul></dd></dl></div><div class="footer">Copyright 楠溪市司法局 Power by DedeCms</div></body></html>''', CITY, title='楠溪市2024年法治政府建设年度报告', published='2025-03-27', source='楠溪市司法局')

add('application drawn by a browser: menus twice, dialogs, tree', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>楠溪市政务公开平台</title></head><body><noscript>请开启JavaScript后访问本站</noscript><div id="app" data-v-app>
<div class="el-menu el-menu--horizontal" role="menubar"><li class="el-menu-item">首页</li><li class="el-menu-item">政府信息公开指南</li><li class="el-menu-item">政府信息公开制度</li><li class="el-menu-item is-active">法定主动公开内容</li><li class="el-menu-item">政府信息公开年报</li><li class="el-menu-item">依申请公开</li></div>
<div class="mobile-menu" style="display:none"><li>首页</li><li>政府信息公开指南</li><li>政府信息公开制度</li><li>法定主动公开内容</li></div>
<div class="main"><div class="el-tree" role="tree"><div class="el-tree-node">履职依据</div><div class="el-tree-node">机构职能</div><div class="el-tree-node">规划信息</div><div class="el-tree-node">统计信息</div><div class="el-tree-node">法治政府建设</div></div>
<div class="content-wrap" data-v-3f1a><div class="el-breadcrumb"><span class="el-breadcrumb__item"><span>首页</span><span class="el-breadcrumb__separator">/</span></span><span class="el-breadcrumb__item"><span>法治政府建设</span><span class="el-breadcrumb__separator">/</span></span></div>
<div class="detail-title" data-v-3f1a>{T}</div><div class="detail-sub"><span>发布时间：2025-02-26</span><span>来源：楠溪市水务局</span><span>浏览量：<!----> 53</span></div>
<div class="rich" data-v-3f1a><div>{p(BUREAU, ' data-v-3f1a')}</div></div><div class="el-empty" style="display: none;"><p>暂无数据</p></div><div class="file-box"><!----></div></div></div>
<div class="el-dialog__wrapper" style="display: none;"><div role="dialog" aria-label="提示"><div class="el-dialog__header"><span>提示</span></div><div class="el-dialog__body">您即将离开本网站，是否继续访问？</div><div class="el-dialog__footer"><button>取 消</button><button>确 定</button></div></div></div>
<div class="footer"><p>主办单位：楠溪市人民政府办公室</p><p>技术支持：楠溪市数字集团</p></div></div></body></html>''', BUREAU, title=T, published='2025-02-26', source='楠溪市水务局')

WECHAT = ''.join(f'<section style="margin:0 8px"><section style="text-indent:2em"><span style="font-size:15px;letter-spacing:1px">{line}</span></section></section>' for line in CITY)
add('article of a public account copied in', f'''<html><head><meta charset="utf-8"><title>楠溪市2024年法治政府建设年度报告</title></head><body><div class="hd">{MENU}</div><div class="wz"><h1>楠溪市2024年法治政府建设年度报告</h1><p class="ly">2025-03-28 08:00　来源：“法治楠溪”微信公众号</p>
<div class="rich_media_content" id="js_content"><section><section style="text-align:center"><span style="font-size:12px;color:#888">点击上方“法治楠溪”关注我们</span></section><section><img src="/upload/gif1.gif"></section></section>{WECHAT}
<section style="text-align:center"><span>END</span></section><section><img src="/upload/qr.jpg" alt="二维码"></section></div></div><div class="bt">楠溪市司法局主办</div></body></html>''', CITY, ['END'], title='楠溪市2024年法治政府建设年度报告', published='2025-03-28')

MSO = ''.join(f'<p class="MsoNormal" style="mso-char-indent-count:2.0000;text-indent:32pt"><span style="font-family:仿宋_GB2312;mso-hansi-font-family:Calibri"><o:p></o:p>{line[: len(line) // 2]}</span><span lang="EN-US">{line[len(line) // 2 :]}</span></p>' for line in BUREAU)
add('pasted from a word processor, with conditional comments and a table of contents', f'''<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><title>{T}</title></head><body><div class="crumbs">首页 / 信息公开 / 年度报告</div><div class="con"><h3>{T}</h3><p class="time">2025-02-26</p>
<div class="text"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]--><!--[if gte mso 10]><style>table.MsoNormalTable{{mso-style-name:普通表格;}}</style><![endif]-->
<a name="_Toc1" id="_Toc1"></a>{MSO}<p class="MsoNormal"><span lang="EN-US"><o:p>&nbsp;</o:p></span></p></div></div><div class="copyright">楠溪市水务局 版权所有</div></body></html>''', BUREAU, title=T, published='2025-02-26')

add('two sibling containers with a picture and a link between', f'''<html><head><meta charset="utf-8"><title>楠溪市2024年法治政府建设年度报告</title></head><body>{MENU}<div class="article"><h1>楠溪市2024年法治政府建设年度报告</h1><div class="xx">2025-03-27　来源：楠溪市司法局</div>
<div class="txt">{p(CITY[:6])}</div><div class="pic"><a href="/tj/"><img src="/ad.png" alt="图解"></a></div><div class="txt">{p(CITY[6:])}</div>
<div class="other"><a href="/1.html">楠溪市2023年法治政府建设年度报告</a><a href="/2.html">楠溪市2022年法治政府建设年度报告</a></div></div><div>联系我们 | 网站地图</div></body></html>''', CITY, title='楠溪市2024年法治政府建设年度报告')

add('phone copy and desk copy, both in the page, classes of a grid', f'''<html><head><meta charset="utf-8"><title>{T}</title><style>@media (max-width:768px){{.pc{{display:none}}}} .wap{{display:none}} @media (max-width:768px){{.wap{{display:block}}}}</style></head><body>
<div class="pc">{MENU}<h1>{T}</h1><p>发布日期：2025-02-26　来源：市水务局</p><div class="nr">{p(BUREAU)}</div></div>
<div class="wap"><a href="/">首页</a><h2>{T}</h2><p>2025-02-26</p><div class="nr">{br(BUREAU, '')}</div></div><footer>楠溪市水务局</footer></body></html>''', BUREAU, title=T, published='2025-02-26', source='市水务局')

add('ends of the page in the middle, end tags that nobody opened', f'''<html><head><meta charset="utf-8"><title>楠溪市2024年法治政府建设年度报告--楠溪市政府网</title></head><body><div class="w">{MENU}<div class="box"><h1>楠溪市2024年法治政府建设年度报告</h1><div>2025-03-27 17:26</div>
<div class="c"><div>{p(CITY[:5])}</div></div></td></tr></table></div></body></html><div>{p(CITY[5:9])}</div></font></div><div>{p(CITY[9:])}</div></div></div>
<div class="links"><select><option>——各县区政府网站——</option><option>东溪县</option><option>西溪区</option></select></div><div class="foot"><p>主办：楠溪市人民政府　地址：楠溪市府前路1号</p><p>ICP备案：浙ICP备05000001号</p></div></body></html>''', CITY, title='楠溪市2024年法治政府建设年度报告')

TABLE = (('项目', '2023年', '2024年'), ('行政许可（件）', '312', '358'), ('行政处罚（件）', '41', '37'), ('行政强制（件）', '', '2'))
add('table within the text, bar to listen, files in the container', f'''<html><head><meta charset="utf-8"><title>{T}</title></head><body>{MENU}<div class="detail"><h1>{T}</h1><div class="meta">发布时间：2025-02-26　来源：市水务局　浏览：<em>16</em>次</div>
<div class="detail-content"><div class="audio"><button>听全文</button><audio controls></audio><span>约6分钟</span></div>{p(BUREAU[:4])}<table border="1">{''.join('<tr>' + ''.join(f'<td><p>{cell}</p></td>' for cell in row) + '</tr>' for row in TABLE)}</table>{p(BUREAU[4:])}
<div class="fj"><p>附件下载：</p><ul><li><a href="/files/a.pdf">行政执法数据.pdf</a><span>（120KB）</span></li><li><a href="/files/b.docx">年度报告.docx</a></li></ul></div></div></div><div class="foot">楠溪市水务局</div></body></html>''', [*BUREAU[:4], *('\t'.join(row) for row in TABLE), *BUREAU[4:]], ['附件下载：', '行政执法数据.pdf（120KB）', '行政执法数据.pdf', '年度报告.docx'], title=T, published='2025-02-26', source='市水务局')

add('bilingual portal', f'''<html><head><meta charset="utf-8"><title>榆树镇2024年度法治政府建设情况报告</title></head><body><div><a href="/bo/">བོད་ཡིག</a> <a href="/">中文</a> <a href="/en/">English</a></div><div class="logo">榆树镇人民政府 ཡུས་ཧྲུའུ་གྲོང་རྡལ་མི་དམངས་སྲིད་གཞུང་།</div>{MENU}
<div class="n"><h2>榆树镇2024年度法治政府建设情况报告</h2><h6>2025-01-17　来源：榆树镇人民政府　作者：扎西　བརྩམས་པ་པོ།</h6><div>{p(TOWN)}</div><p>（责任编辑：扎西）</p></div>
<div class="r"><h3>热点推荐 གནས་ཚུལ་གཙོ་བོ།</h3><ul><li><a href="3.html">全县教育工作会议召开</a></li><li><a href="4.html">牧区道路养护正当时</a></li></ul></div><div>榆树镇人民政府主办 青ICP备20000001号</div></body></html>''', TOWN, title='榆树镇2024年度法治政府建设情况报告', published='2025-01-17', source='榆树镇人民政府')

add('survey, robot and hotline within the container', f'''<html><head><meta charset="utf-8"><title>{T}</title></head><body>{MENU}<div class="article-box"><h1>{T}</h1><p>2025-02-26 09:41　来源：市水务局</p><div class="art-body">{p(BUREAU)}
<div class="evaluate"><p>您对本页面的内容是否满意？</p><ul><li>满意</li><li>基本满意</li><li>不满意</li></ul><p>请输入您的意见（200字以内）</p><button>提交</button></div><div class="robot"><p>您好，我是智能问答机器人小溪，请问有什么可以帮您？</p></div><p class="hot">如有疑问，请拨打12345政务服务便民热线咨询</p></div></div><div class="ft">楠溪市水务局 版权所有</div></body></html>''', BUREAU, title=T, published='2025-02-26')

add('preformatted text', f'''<html><head><meta charset="utf-8"><title>榆树镇信息公开</title></head><body><center><h2>榆树镇2024年度法治政府建设情况报告</h2>[2025-01-17] [榆树镇党政办] [阅读 88]</center><hr><pre style="white-space:pre-wrap">
{chr(10).join('    ' + line for line in TOWN)}
</pre><hr><center><a href="javascript:history.go(-1)">返回</a>　<a href="/">首页</a></center></body></html>''', TOWN, title='榆树镇2024年度法治政府建设情况报告', published='2025-01-17')

add('numbered list of the editor', f'''<html><head><meta charset="utf-8"><title>榆树镇2024年度法治政府建设情况报告</title></head><body>{MENU}<h1>榆树镇2024年度法治政府建设情况报告</h1><div>2025-01-17</div><div class="body">{p(TOWN[:2])}<ol>{''.join(f'<li>{line[2:]}</li>' for line in TOWN[2:5])}</ol>{p(TOWN[5:])}</div>
<div class="more"><h4>猜你喜欢</h4><ol><li><a href="1">榆树镇2023年度法治政府建设情况报告</a></li><li><a href="2">榆树镇权责清单</a></li></ol></div></body></html>''', [*TOWN[:2], *(line[2:] for line in TOWN[2:5]), *TOWN[5:]], title='榆树镇2024年度法治政府建设情况报告')

add('answer of a service', json.dumps({'code': 200, 'msg': '操作成功', 'data': {'id': 20417, 'articleTitle': T, 'subTitle': None, 'sourceName': '市水务局', 'publishTime': '2025-02-26 09:41:00', 'docNo': '溪水〔2025〕8号', 'content': p(BUREAU), 'channelName': '法治政府建设', 'prev': {'articleTitle': '楠溪市水务局关于公布行政执法人员名单的公告'}, 'fileList': []}}, ensure_ascii=False), BUREAU, title=T, published='2025-02-26', source='市水务局', doc_number='溪水〔2025〕8号')

add('article with notes, back to top and a disclaimer of the press', f'''<html><head><meta charset="utf-8"><title>楠溪市2024年法治政府建设年度报告 - 楠溪新闻网</title></head><body>{MENU}<div class="left"><div class="crumb"><i></i><a href="/">楠溪新闻网</a> <a href="/gg/">公告</a></div><h1>楠溪市2024年法治政府建设年度报告</h1><div class="source"><span>2025-03-27 17:26:08</span> <span>来源： <a href="http://sfj.example.gov.cn/">楠溪市司法局</a></span> <span class="edit">编辑： 陈某</span></div>
<div class="artcon"><p><strong>　　核心提示：</strong>报告显示，全市法治政府建设取得新进展。</p>{p(CITY)}<p class="editor">责任编辑：陈某　审核：林某</p></div>
<div class="statement"><p>凡本网注明“来源：楠溪新闻网”的所有作品，均为本网合法拥有版权的作品，未经授权不得转载。</p></div><div class="hotnews"><h3>24小时热榜</h3><p><a href="/a1">楠溪新增3条公交线路</a></p><p><a href="/a2">今年夏粮收购均价公布</a></p></div></div></body></html>''', CITY, ['核心提示：报告显示，全市法治政府建设取得新进展。'], title='楠溪市2024年法治政府建设年度报告', published='2025-03-27', source='楠溪市司法局')

add('tabs: report, picture digest and files in panels of one box', f'''<html><head><meta charset="utf-8"><title>{T}</title></head><body>{MENU}<h1>{T}</h1><p>发布日期：2025-02-26</p><div class="tabs"><ul class="tab-hd"><li class="on">文字</li><li>图解</li><li>附件</li></ul><div class="tab-bd"><div class="panel">{p(BUREAU)}</div><div class="panel" style="display:none"><img src="tj.jpg"></div><div class="panel" style="display:none"><a href="a.doc">下载</a></div></div></div><div>楠溪市水务局</div></body></html>''', BUREAU, title=T, published='2025-02-26')

SPLIT = f'''<div class="page" id="p1">{p(CITY[:4])}</div><div class="page" id="p2" style="display:none">{p(CITY[4:9])}</div><div class="page" id="p3" style="display:none">{p(CITY[9:])}</div><div class="pages"><a href="javascript:show(1)">1</a> <a href="javascript:show(2)">2</a> <a href="javascript:show(3)">3</a> <a href="javascript:showAll()">显示全文</a></div>'''
add('pages of one article that a script turns', f'''<html><head><meta charset="utf-8"><title>楠溪市2024年法治政府建设年度报告</title></head><body>{MENU}<div class="m"><h1>楠溪市2024年法治政府建设年度报告</h1><p>2025-03-27</p>{SPLIT}</div><div>主办：楠溪市人民政府</div><script>function show(n){{for(var i=1;i<4;i++)document.getElementById('p'+i).style.display=i==n?'block':'none'}}function showAll(){{for(var i=1;i<4;i++)document.getElementById('p'+i).style.display='block'}}</script></body></html>''', CITY, title='楠溪市2024年法治政府建设年度报告')

NOTICE = '<div class="tip">温馨提示：为获得更好的浏览体验，请使用Chrome、Firefox等浏览器访问。</div>'
add('sidebar of prose longer than the text', f'''<html><head><meta charset="utf-8"><title>榆树镇2024年度法治政府建设情况报告</title></head><body>{NOTICE}{MENU}<div class="l"><h1>榆树镇2024年度法治政府建设情况报告</h1><p>2025-01-17　榆树镇</p><div class="t">{p(TOWN)}</div></div>
<div class="r"><h3>镇情简介</h3><p>榆树镇位于柳川县东南部，总面积186.4平方公里，辖21个行政村、2个社区，总人口3.6万人，是全国重点镇、省级卫生镇。</p><p>镇域内交通便利，省道穿境而过，境内有榆河、柳河两条河流，水资源丰富，盛产优质稻米和食用菌。</p><p>近年来，全镇坚持稳中求进工作总基调，大力实施乡村振兴战略，经济社会持续健康发展，先后荣获全省文明村镇、平安建设先进单位等称号。</p><p>2024年全镇实现工农业总产值11.2亿元，同比增长6.1%；农村居民人均可支配收入2.3万元，同比增长7.4%。</p></div><div>榆树镇人民政府</div></body></html>''', TOWN, title='榆树镇2024年度法治政府建设情况报告', published='2025-01-17')
