# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 13: bodies of many kinds on templates of many kinds."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(152, 156, '<div class="zoomcon" id="zoomcon">')
G = '2025年法治政府建设情况报告'
OURS = ['2025年，我单位坚持依法行政，法治政府建设取得新进展，现将有关情况报告如下：', *BODY[1:]]
CRUMB = '<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/fz/">法治政府建设年报</a> &gt; 正文</div>'
TITLED = (
    ('洛溪省公安厅交通警察总队', '省交警总队', '2025年度法治政府建设情况报告', '<h1>{t}</h1><p class="sub">日期：2026-01-1{d} 08:31　来源：{s}　浏览次数：<script>count()</script></p>'),
    ('第九师市场监督管理局', '九师市监局', '关于2025年法治政府建设情况的报告', '<div class="artTitle">{t}</div><div class="artInfo"><span>来源：{s}</span><span>发布时间：2026-01-1{d}</span><span>【字体：<a>大</a> <a>小</a>】</span></div>'),
    ('国家税务总局洛溪省税务局第三稽查局', '第三稽查局', '2025年度法治税务建设工作报告', '<table><tr><td class="title">{t}</td></tr><tr><td class="time">2026年01月1{d}日　来源：{s}　作者：综合科</td></tr></table>'),
    ('洛溪市教育考试院', '市教育考试院', '2025年法治政府建设年度报告', '<header><h2>{t}</h2><time datetime="2026-01-1{d}">2026-01-1{d}</time> <cite>来源：{s}</cite></header>'),
    ('洛溪市青山湖街道办事处', '青山湖街道', '关于2025年度法治政府建设情况的报告', '<h1>{t}</h1><div>发布日期: 2026-01-1{d}<i>|</i>来源: {s}<i>|</i>点击数: 216</div>'),
    ('洛溪综合保税区管理局', '综保区管理局', '2025年法治政府建设工作情况报告', '<h4>{t}</h4><p>来源：{s} 时间：2026-01-1{d} 15:20:11 【打印】【关闭】</p>'),
    ('洛溪县人力资源和社会保障局', '县人社局', '2025年度法治政府建设工作情况报告', '<div class="tt"><h1>{t}</h1></div><dl><dt>发布时间</dt><dd>2026-01-1{d}</dd><dt>来源</dt><dd>{s}</dd></dl>'),
    ('洛溪县马鞍镇人民政府', '马鞍镇', '2025年法治政府建设工作总结', '<h3 align="center">{t}</h3><div align="center">更新时间：2026-01-1{d}　稿件来源：{s}　审核：王某</div>'),
    ('国家粮食和物资储备局洛溪局', '洛溪储备局', '2025年法治政府建设年度报告', '<div class="xl-tit">{t}</div><div class="xl-info">2026-01-1{d} 来源：{s} 字号：[大][中][小]</div>'),
    ('洛溪海关', '洛溪海关', '2025年法治海关建设情况报告', '<h1>{t}</h1><p>发布时间：2026-01-1{d}&nbsp;&nbsp;&nbsp;&nbsp;信息来源：{s}</p>'),
)
for at, (name, short, rest, form) in enumerate(TITLED):
    title = name + rest
    LOT.add(f'titled {name}', LOT.page(['{t}', '{t}_洛溪市人民政府', '{t}-法治政府建设年报-洛溪'][at % 3].format(t=title), [CRUMB, ''][at % 2] + form.format(t=title, s=short, d=at), [name, f'2026年1月{at + 1}日'] if at % 4 == 1 else []), title=title, published=f'2026-01-1{at}', source=short, issuer=name)
H = '<h1>{t}</h1><p>发布时间：2026-02-0{d}　来源：{s}</p>'
LOT.add('agency in h1, the rest in h2', LOT.page('洛溪县审计局' + G, '<h1>洛溪县审计局</h1><h2>' + G + '</h2><p>2026-02-01　来源：县审计局</p>'), title='洛溪县审计局' + G, published='2026-02-01', source='县审计局', issuer='洛溪县审计局')
LOT.add('agency in h2, the rest in h3', LOT.page('洛溪县审计局关于2025年度法治政府建设情况的报告-洛溪县', '<h2>洛溪县审计局</h2><h3>关于2025年度法治政府建设情况的报告</h3><p>2026-02-01</p>'), title='洛溪县审计局关于2025年度法治政府建设情况的报告', issuer='洛溪县审计局')
LOT.add('heading cut by a break', LOT.page('洛溪县交通运输局2025年度法治政府建设工作报告', '<h1>洛溪县交通运输局<br>2025年度法治政府建设工作报告</h1><p>2026-02-02 来源：县交通局</p>'), title='洛溪县交通运输局2025年度法治政府建设工作报告', published='2026-02-02', issuer='洛溪县交通运输局')
LOT.add('logo in h1, title in a paragraph', LOT.page('洛溪县民政局' + G + '-洛溪县人民政府', '<h1 class="logo"><a href="/"><img src="l.png" alt="洛溪县人民政府"></a></h1><p class="bt">洛溪县民政局' + G + '</p><p>2026-02-03　信息来源：县民政局</p>'), title='洛溪县民政局' + G, published='2026-02-03', source='县民政局', issuer='洛溪县民政局')
LOT.add('card of the catalogue', LOT.page(G, '<table class="card"><tr><th>索 引 号</th><td>114509000077/2026-00031</td><th>发文单位</th><td>洛溪县统计局</td></tr><tr><th>成文日期</th><td>2026年01月20日</td><th>发布日期</th><td>2026年02月04日</td></tr><tr><th>标　　题</th><td colspan="3">' + G + '</td></tr><tr><th>发文字号</th><td>洛统〔2026〕2号</td><th>效力状态</th><td>有效</td></tr></table>', body=OURS), title=G, issuer='洛溪县统计局', published='2026-02-04', signed_date='2026-01-20', doc_number='洛统〔2026〕2号', index_number='114509000077/2026-00031')
LOT.add('card with empty cells', LOT.page(G, '<table><tr><td>索引号：</td><td>luoxi-2026-7</td><td>主题词：</td><td></td></tr><tr><td>文号：</td><td></td><td>发布机构：</td><td>洛溪县林业局</td></tr><tr><td>废止日期：</td><td></td><td>公开日期：</td><td>2026-02-05</td></tr></table><h1>' + G + '</h1>', body=OURS), title=G, issuer='洛溪县林业局', published='2026-02-05', doc_number=None, index_number='luoxi-2026-7')
LOT.add('card as a list', LOT.page(G, '<ul class="xx"><li><b>索引号：</b>LX-08-2026</li><li><b>公开主体：</b>洛溪县退役军人事务局</li><li><b>公开时间：</b>2026-02-06</li><li><b>责任编辑：</b>某某</li></ul><h1>' + G + '</h1>', body=OURS), title=G, issuer='洛溪县退役军人事务局', published='2026-02-06', index_number='LX-08-2026')
LOT.add('meta tags alone', LOT.page('洛溪县信访局' + G, '', head='<meta name="ArticleTitle" content="洛溪县信访局' + G + '"><meta name="PubDate" content="2026-02-07 09:12"><meta name="ContentSource" content="县信访局"><meta name="SiteName" content="洛溪县人民政府"><meta name="SiteIDCode" content="4509230002">'), title='洛溪县信访局' + G, published='2026-02-07', source='县信访局', issuer='洛溪县信访局', site_name='洛溪县人民政府', site_id_code='4509230002')
SIGNED = (
    ('洛溪县公安局', ['洛溪县公安局', '2026年1月20日']),
    ('洛溪县住房和城乡建设局', ['（此件公开发布）', '洛溪县住房和城乡建设局', '2026年1月21日']),
    ('洛溪市生态环境局洛溪县分局', ['洛溪市生态环境局洛溪县分局<br>2026年1月22日']),
    ('洛溪县石桥乡人民政府', ['特此报告。', '洛溪县石桥乡人民政府　2026年1月23日']),
    ('洛溪工业园区管理委员会', ['<span style="float:right">洛溪工业园区管理委员会</span>', '<span style="float:right">2026年1月24日</span>']),
    ('洛溪县地方金融工作局', ['2026年1月25日', '洛溪县地方金融工作局']),
    ('第九师农业农村局', ['第九师农业农村局', '二〇二六年一月二十六日']),
    ('洛溪县综合行政执法局', ['报告单位：洛溪县综合行政执法局', '报告日期：2026年1月27日']),
)
for at, (name, closing) in enumerate(SIGNED):
    LOT.add(f'signed {name}', LOT.page(G + '_洛溪县人民政府', H.format(t=G, d=8, s='洛溪县政府网'), closing, body=OURS), title=G, published='2026-02-08', source='洛溪县政府网', issuer=name, signed_date=f'2026-01-2{at}')
LOT.add('joint of three', LOT.page(G, H.format(t=G, d=1, s='本网'), ['洛溪县财政局　国家税务总局洛溪县税务局　洛溪县审计局', '2026年1月9日'], body=OURS), issuer='洛溪县财政局 国家税务总局洛溪县税务局 洛溪县审计局')
LOT.add('party committee and street', LOT.page(G, H.format(t=G, d=1, s='本网'), ['中共洛溪县城东街道工作委员会', '洛溪县人民政府城东街道办事处', '2026年1月9日'], body=OURS), issuer='中共洛溪县城东街道工作委员会 洛溪县人民政府城东街道办事处', signed_date='2026-01-09')
LOT.add('short name signs, title says all', LOT.page('洛溪县发展和改革局' + G, H.format(t='洛溪县发展和改革局' + G, d=2, s='县发改局'), ['县发改局', '2026年1月9日']), issuer_in=['洛溪县发展和改革局', '县发改局'])
LOT.add('department of the state council', LOT.page('水利部2025年法治政府建设年度报告', '<h1>水利部2025年法治政府建设年度报告</h1><div>2026-03-20　来源：水利部政策法规司</div>', body=['2025年，水利部以习近平新时代中国特色社会主义思想为指导，全面推进依法行政。', *BODY[1:]]), title='水利部2025年法治政府建设年度报告', issuer='水利部', published='2026-03-20', source='水利部政策法规司')
LOT.add('state council commission signs short', LOT.page('2025年法治政府建设年度报告', '<h1>2025年法治政府建设年度报告</h1><div>发布时间：2026-03-21</div>', ['国家卫生健康委', '2026年3月18日']), issuer='国家卫生健康委', signed_date='2026-03-18', published='2026-03-21')
LOT.add('district by the government', LOT.page('洛溪县2025年度法治政府建设情况报告', H.format(t='洛溪县2025年度法治政府建设情况报告', d=3, s='县司法局'), ['洛溪县人民政府', '2026年1月30日']), title='洛溪县2025年度法治政府建设情况报告', issuer='洛溪县人民政府', source='县司法局')
LOT.add('nothing says who', LOT.page(G, '<h1>' + G + '</h1><p>2026-02-09</p>', body=OURS), title=G, published='2026-02-09', issuer=None, source=None, signed_date=None)
LOT.add('source is no body', LOT.page(G, '<h1>' + G + '</h1><p>2026-02-09 来源：本站原创</p>', body=OURS), title=G, published='2026-02-09', issuer=None)
LOT.add('maker in the foot is no keeper', LOT.page(G, '<h1>' + G + '</h1><p>2026-02-09</p>', foot='<div class="foot">技术支持：洛溪市大数据发展管理局</div>', body=OURS), issuer=None)
LOT.add('keeper in the foot', LOT.page(G, '<h1>' + G + '</h1><p>2026-02-09</p>', foot='<div class="foot"><p>版权所有：洛溪县气象局　地址：洛溪县人民路1号　邮编：537000</p><p>网站标识码：4509230017</p></div>', body=OURS), issuer='洛溪县气象局', site_id_code='4509230017')
LOT.add('mast of the bureau', LOT.page(G + '-洛溪县水利局', '<div class="header"><img src="/logo.png" alt="洛溪县水利局"></div><h1>' + G + '</h1><p>2026-02-09</p>', foot='<p>主办单位：洛溪县水利局</p>', body=OURS), title=G, issuer='洛溪县水利局')
LOT.add('other bodies praised in the text', LOT.page(G, '<h1>' + G + '</h1><p>2026-02-10</p>', body=['2025年，在洛溪县委全面依法治县委员会办公室指导下，本单位扎实推进法治建设。', *BODY[1:]]), issuer=None, published='2026-02-10')
LOT.add('court is named as a partner', LOT.page('洛溪县自然资源局' + G, '<h1>洛溪县自然资源局' + G + '</h1><p>2026-02-10　来源：洛溪县自然资源局法规股</p>', body=['2025年，我局会同洛溪县人民法院建立联席会议机制，依法行政水平不断提高。', *BODY[1:]]), issuer='洛溪县自然资源局', source='洛溪县自然资源局法规股')
LOT.add('byline behind the text', LOT.page('洛溪县文化馆' + G, '<h1>洛溪县文化馆' + G + '</h1>', foot='<div class="bottom-info">来源：县文广旅局　发布日期：2026-02-11　责任编辑：某某</div>'), title='洛溪县文化馆' + G, issuer='洛溪县文化馆', published='2026-02-11')
LOT.add('author behind the source', LOT.page('洛溪县司法局' + G, '<h1>洛溪县司法局' + G + '</h1><p>2026-02-11 10:00　来源：县司法局　作者：李某某　编辑：张某</p>'), issuer='洛溪县司法局', source='县司法局', published='2026-02-11')
LOT.add('date glued to the source', LOT.page('洛溪县司法局' + G, '<h1>洛溪县司法局' + G + '</h1><p>来源：县司法局2026-02-12 10:00阅读：12</p>'), source='县司法局', published='2026-02-12')
LOT.add('clock in the head of the page', LOT.page('洛溪县体育中心' + G, '<div>今天是2026年11月28日 星期六</div><h1>洛溪县体育中心' + G + '</h1><p>[2026-02-13]</p>'), title='洛溪县体育中心' + G, published='2026-02-13', issuer='洛溪县体育中心')
