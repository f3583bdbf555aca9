# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 3."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(54, 58, '<div id="content">')
T = '霞浦市水利局关于2025年法治政府建设情况的报告'
N = '霞浦市水利局'
LOT.add('order on one line full width',LOT.page('霞浦市人民政府令 第88号_霞浦市人民政府','<div class=tt>霞浦市人民政府令 第88号</div><h2>霞浦市海堤管理办法</h2><span>2026-02-03</span>',body=['《霞浦市海堤管理办法》已经市政府常务会议通过，现予公布，自2026年3月1日起施行。','第一条 为了加强海堤管理，保障防洪安全，根据有关法律法规，结合本市实际情况，制定本办法，请遵照执行。']),doc_number='霞浦市人民政府令第88号',issuer='霞浦市人民政府',published='2026-02-03')
LOT.add('joint signers one line spaces',LOT.page('2025年度法治建设报告','<h1>2025年度法治建设报告</h1><p>2026-01-20</p>',['霞浦市卫生健康局  霞浦市疾病预防控制局','二〇二六年一月十五日']),issuer='霞浦市卫生健康局 霞浦市疾病预防控制局',signed_date='2026-01-15')
LOT.add('h1 logo link then h1 title',LOT.page(T+'_霞浦市水利局','<header><h1><a href=/>霞浦市水利局</a></h1></header><main><h1>'+T+'</h1><time>2026-01-20</time></main>'),title=T,published='2026-01-20',issuer=N)
LOT.add('split h1 spans',LOT.page(T,'<h1><span>霞浦市水利局</span><span>关于2025年法治政府建设情况的报告</span></h1><p>发布时间：2026年01月20日</p>'),title=T,published='2026-01-20')
LOT.add('crumb dl',LOT.page(T,'<dl><dt>您的位置：</dt><dd><a href=/>首页</a></dd><dd><a href=/a>市水利局</a></dd><dd><a href=/b>法治政府建设年报</a></dd></dl><h1>'+T+'</h1><p>2026-01-20</p>'),title=T,column_path=['首页','市水利局','法治政府建设年报'])
LOT.add('crumb table cell',LOT.page(T,'<table><tr><td>当前位置：<a href=/>首页</a>-&gt;<a href=/a>政务公开</a>-&gt;<a href=/b>法治政府</a></td></tr></table><h1>'+T+'</h1><p>2026-01-20</p>'),title=T,column_path=['首页','政务公开','法治政府'])
LOT.add('crumb spaces',LOT.page(T,'<div>您当前的位置：<a href=/>首页</a>&nbsp;&nbsp;<a href=/a>公开目录</a>&nbsp;&nbsp;<a href=/b>法治建设</a></div><h1>'+T+'</h1><p>2026-01-20</p>'),title=T,column_path=['首页','公开目录','法治建设'])
LOT.add('time before',LOT.page(T,'<h1>'+T+'</h1><p>08:35 2026-01-20 来自：市水利局</p>'),title=T,published='2026-01-20')
LOT.add('full width colon digits',LOT.page(T,'<h1>'+T+'</h1><p>日期：２０２６－１－９　　来源：市水利局　　浏览量：７３</p>'),title=T,published='2026-01-09',source='市水利局')
LOT.add('ten zero sign',LOT.page(T,'<h1>'+T+'</h1><p>2026-01-20</p>',[N,'二〇二六年一月十日']),signed_date='2026-01-10',issuer=N)
LOT.add('latin o sign digits',LOT.page(T,'<h1>'+T+'</h1><p>2026-01-20</p>',[N,'2O26年1月1O日']),signed_date='2026-01-10',issuer=N)
LOT.add('iso z ms',LOT.page(T,'<h1>'+T+'</h1>',head='<meta name="firstpublishedtime" content="2026-01-19T16:30:00.000Z">'),title=T,published='2026-01-20')
LOT.add('iso T no zone',LOT.page(T,'<h1>'+T+'</h1>',head='<meta name="PubDate" content="2026-01-19T16:30:00">'),title=T,published='2026-01-19')
LOT.add('icp separate elements',LOT.page(T,'<h1>'+T+'</h1><p>2026-01-20</p>',foot='<ul><li><a>闽ICP备</a><a>11002345号</a></li><li>网站标识码 3509820003</li></ul>'),site_id_code='3509820003')
LOT.add('icp zheng',LOT.page(T,'<h1>'+T+'</h1><p>2026-01-20</p>',foot='<p>ICP备案编号：闽ICP备11002345号-2 | 闽公网安备 35098202000111号</p>'),icp='闽ICP备11002345号-2')
LOT.add('glued no label',LOT.page(T,'<h1>'+T+'</h1><p>霞浦市水利局2026-01-20</p>'),title=T,published='2026-01-20')
LOT.add('press name',LOT.page(T,'<h1>'+T+'</h1><p>2026-01-20 08:00 霞浦市融媒体中心 阅读 88</p>'),title=T,published='2026-01-20')
LOT.add('source paren',LOT.page(T,'<h1>'+T+'</h1><p>2026-01-20（来源：市水利局办公室）</p>'),title=T,published='2026-01-20',source='市水利局办公室')
LOT.add('zan fenxiang container',LOT.page(T,'<h1>'+T+'</h1><p>2026-01-20</p>',end='<div class="tools"><a>赞</a><b>12</b><a>分享</a><a>打印</a></div><p>编辑：林某某　审核：陈某</p></div>'),body_last=BODY[-1])
LOT.add('qr and copyright inside',LOT.page(T,'<h1>'+T+'</h1><p>2026-01-20</p>',end='<p>扫一扫在手机上查看当前页面</p><p>【打印】【关闭】</p></div>'),body_last=BODY[-1])
LOT.add('sign with space name',LOT.page('2025年法治政府建设工作报告','<h1>2025年法治政府建设工作报告</h1><p>2026-01-20</p>',['霞 浦 市 民 政 局','2026 年 1 月 15 日']),signed_date='2026-01-15',issuer_in=['霞浦市民政局','霞 浦 市 民 政 局'])
LOT.add('sign sealed',LOT.page('2025年法治政府建设工作报告','<h1>2025年法治政府建设工作报告</h1><p>2026-01-20</p>',['霞浦市民政局（盖章）','2026年1月15日']),signed_date='2026-01-15',issuer='霞浦市民政局')
LOT.add('contact behind signature',LOT.page('2025年法治政府建设工作报告','<h1>2025年法治政府建设工作报告</h1><p>2026-01-20</p>',['霞浦市民政局','2026年1月15日','（联系人：王某，联系电话：0593-1234567）']),signed_date='2026-01-15',issuer='霞浦市民政局')
LOT.add('title meta only other',LOT.page('正文','<div class="t">'+T+'</div><p>发布日期：2026-01-20</p>',head='<meta name="ArticleTitle" content="'+T+'"><meta name="PubDate" content="2026-01-20 10:11"><meta name="ContentSource" content="霞浦市水利局"><meta name="SiteName" content="霞浦市政府网">'),title=T,published='2026-01-20',source=N,site_name='霞浦市政府网')
LOT.add('title half in h1 and tail in page title',LOT.page('霞浦市水利局关于2025年法治政府建设情况的报告 - 霞浦市水利局 - 霞浦市人民政府','<h1>'+T+'</h1><p>2026-01-20</p>'),title=T)
LOT.add('breadcrumb heading',LOT.page(T,'<h3>首页 &gt; 政务 &gt; 报告</h3><h1>'+T+'</h1><p>2026-01-20</p>'),title=T)
LOT.add('table of publicity two columns',LOT.page(T,'<table><tr><td>索引号：XPSL-2026-001</td><td>文号：霞水〔2026〕7号</td></tr><tr><td>发布机构：霞浦市水利局</td><td>生成日期：2026-01-15</td></tr></table><h1>'+T+'</h1>'),title=T,index_number='XPSL-2026-001',doc_number='霞水〔2026〕7号',issuer=N)
LOT.add('short issuer city bureau',LOT.page('2025年法治建设年度报告','<h1>2025年法治建设年度报告</h1><p>2026-01-20</p>',['市城管局','2026年1月15日']),issuer='市城管局',signed_date='2026-01-15')
