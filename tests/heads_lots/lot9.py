# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 9."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(224, 231, '<div id="content" class="news_content">')
G = '2023年法治政府建设年度报告'
OURS = ['2023年，我局认真贯彻落实上级法治政府建设各项部署，现将有关情况报告如下：', *BODY[1:]]
NAMED = (
    ('丹江省自然资源厅', '省自然资源厅'),
    ('丹江省药品监督管理局', '省药监局'),
    ('丹江省机关事务管理局', '省机关事务局'),
    ('望河市人民政府外事办公室', '市外办'),
    ('望河市规划和自然资源局', '市规资局'),
    ('望河市住房保障和房屋管理局', '市房管局'),
    ('望河市园林和林业局', '市园林局'),
    ('望河市退役军人事务局', '望河退役军人'),
    ('望河市乡村振兴局', '市乡村振兴局'),
    ('望河县公安局', '望河公安'),
    ('望河县公路事业发展中心', '县公路中心'),
    ('望河县卫生健康综合行政执法大队', '县卫生执法大队'),
    ('望河县沙洲乡人民政府', '沙洲乡'),
    ('望河旗巴音苏木人民政府', '巴音苏木'),
    ('望河国家农业科技园区管理委员会', '园区管委会'),
    ('望河港口管理局', '港口局'),
    ('国家统计局望河调查队', '望河调查队'),
    ('中国人民银行望河市分行', '人行望河市分行'),
    ('望河市科学技术协会', '市科协'),
    ('望河市互联网信息办公室', '市网信办'),
    ('望河县水利和湖泊局', '县水利局'),
    ('望河县工业和科技信息化局', '县工科局'),
)
RESTS = ('2023年度法治政府建设工作情况报告', '2023年法治政府建设年度工作报告', '关于2023年法治政府建设工作情况的汇报', '2023年依法行政工作报告', '法治政府建设2023年年度报告')
FORMS = (
    '<h1 class="tit">{t}</h1><ul class="info"><li>来源：{s}</li><li>时间：2024-01-1{d} 10:00</li><li>浏览：<i>3</i></li></ul>',
    '<div class="article-title">{t}</div><div class="article-info">2024/01/1{d} 来源：{s} 编辑：李某</div>',
    '<h3>{t}</h3><p class="date">发布日期:2024-01-1{d} 信息来源:{s} 阅读：</p>',
    '<table width="100%"><tr><td class="bt1">{t}</td></tr><tr><td>【发布日期：2024-01-1{d}】 【来源：{s}】</td></tr></table>',
    '<h2>{t}</h2><span>2024年01月1{d}日 09:08:07</span><span>{s}</span>',
)
SITES = ('{t}--望河市人民政府', '望河市人民政府门户网站 {t}', '{t}', '{t}_政策文件_望河', '{t}-部门文件')
for at, (name, short) in enumerate(NAMED):
    title = name + RESTS[at % 5]
    head = FORMS[(at + at // 5) % 5].format(t=title, s=short, d=at % 10)
    closing = [[name, f'2024年1月{at % 9 + 1}日'], [], ['以上报告，请审阅。'], [name]][at % 4]
    fields = {'title': title, 'published': f'2024-01-1{at % 10}', 'issuer': name}
    if (at + at // 5) % 5 != 4:
        fields['source'] = short
    LOT.add(f'ordinary {name}', LOT.page(SITES[at % 5].format(t=title), head, closing), **fields)
HEAD = '<h1>{t}</h1><p>发布时间：2024-02-0{d} 来源：{s}</p>'
SIGNERS = ('望河县人民政府办公室', '望河县人力资源和社会保障局', '望河县市场监督管理局', '望河县医疗保障局', '望河市生态环境局望河县分局', '望河县消防救援大队', '国家税务总局望河县税务局', '望河县烟草专卖局', '望河经济开发区管委会')
for at, name in enumerate(SIGNERS):
    closing = [[name, f'2024年1月2{at}日'], [f'（{name}）', f'2024年1月2{at}日'], [f'{name}　2024年1月2{at}日'], ['　　　　　　' + name, f'　　　　　　2024年1月2{at}日'], [' '.join(name), f'2024 年 1 月 2{at} 日']][at % 5]
    LOT.add(f'signed {name} {at % 5}', LOT.page('法治政府建设年度报告-望河县', HEAD.format(t=G, d=at + 1, s='望河县政府网'), closing, body=OURS), title=G, published=f'2024-02-0{at + 1}', source='望河县政府网', issuer=name, signed_date=f'2024-01-2{at}')
LOT.add('joint with a comma', LOT.page(G, HEAD.format(t=G, d=1, s='县住建局'), ['望河县住房和城乡建设局、望河县城市管理局', '2024年1月9日'], body=OURS), title=G, published='2024-02-01', issuer_in=['望河县住房和城乡建设局 望河县城市管理局', '望河县住房和城乡建设局、望河县城市管理局'])
LOT.add('joint below one another', LOT.page(G, HEAD.format(t=G, d=1, s='县委宣传部'), ['中共望河县委宣传部', '望河县司法局', '望河县教育局', '2024年1月9日'], body=OURS), title=G, published='2024-02-01', source='县委宣传部', issuer='中共望河县委宣传部 望河县司法局 望河县教育局')
LOT.add('joint in the title with a mark', LOT.page('望河县教育局、望河县体育局关于2023年法治政府建设工作的报告', HEAD.format(t='望河县教育局、望河县体育局关于2023年法治政府建设工作的报告', d=2, s='县教育局')), title='望河县教育局、望河县体育局关于2023年法治政府建设工作的报告', published='2024-02-02', source='县教育局', issuer_in=['望河县教育局、望河县体育局', '望河县教育局 望河县体育局'])
LOT.add('bureau named by the first sentence', LOT.page(G, '<h1>' + G + '</h1><p>2024-02-02</p>', body=['2023年，在县委、县政府坚强领导下，望河县交通运输局深入学习贯彻习近平法治思想，扎实推进法治政府部门建设。', *BODY[1:]]), title=G, published='2024-02-02', issuer='望河县交通运输局')
LOT.add('named in a reporting sentence', LOT.page(G, '<h1>' + G + '</h1><p>2024-02-02</p>', body=['根据工作要求，现将望河县供销合作社2023年度法治政府建设情况报告如下。', *BODY[1:]]), title=G, published='2024-02-02', issuer_in=['望河县供销合作社', None])
LOT.add('column heading above the title', LOT.page('望河县民政局' + G, '<h1>部门年度报告</h1><h2>望河县民政局' + G + '</h2><p>发布日期：2024-02-02</p>'), title='望河县民政局' + G, published='2024-02-02', issuer='望河县民政局')
LOT.add('site in h1', LOT.page('望河县民政局' + G + '-望河县民政局', '<h1>望河县民政局</h1><div class="nav"><a href="/">首页</a><a href="/x">机构</a></div><h2>' + '望河县民政局' + G + '</h2><p>发布日期：2024-02-02</p>'), title='望河县民政局' + G, published='2024-02-02', issuer='望河县民政局')
LOT.add('logo with an image text', LOT.page('望河县水利局' + G, '<div class="logo"><h1><a href="/">望河县人民政府</a></h1></div><p class="title">望河县水利局' + G + '</p><p>2024-02-05</p>'), title='望河县水利局' + G, published='2024-02-05', issuer='望河县水利局')
LOT.add('breadcrumb with the title', LOT.page('望河县水利局' + G, '<div>您的位置：首页 > 政务公开 > 法治政府建设 > 望河县水利局' + G + '</div><h1>望河县水利局' + G + '</h1><p>2024-02-05 来源：县水利局</p>'), title='望河县水利局' + G, published='2024-02-05', source='县水利局', issuer='望河县水利局')
LOT.add('split over three headings', LOT.page('望河县商务局关于' + G, '<h2>望河县商务局</h2><h2>关于2023年法治政府建设情况的报告</h2><p>2024-02-05</p>'), published='2024-02-05', title_in=['望河县商务局关于2023年法治政府建设情况的报告', '关于2023年法治政府建设情况的报告'], issuer='望河县商务局')
LOT.add('document number below the title', LOT.page('望河县财政局' + G, '<h1>望河县财政局' + G + '</h1><p>望财法〔2024〕3号</p><p>发布时间：2024-02-05</p>', ['望河县财政局', '2024年1月31日']), title='望河县财政局' + G, published='2024-02-05', doc_number='望财法〔2024〕3号', issuer='望河县财政局', signed_date='2024-01-31')
LOT.add('red head above', LOT.page('望河县粮食局文件', '<p style="color:red">望河县发展和改革局文件</p><p>望发改〔2024〕5号</p><h1>望河县发展和改革局关于2023年法治政府建设情况的报告</h1><p>时间：2024-02-06</p>', ['望河县发展和改革局', '2024年1月30日'], body=['县人民政府：', *OURS]), title='望河县发展和改革局关于2023年法治政府建设情况的报告', published='2024-02-06', issuer='望河县发展和改革局', signed_date='2024-01-30')
LOT.add('table with doubled labels', LOT.page(G, '<table><tr><td>索 引 号</td><td>WH003-2024-0012</td><td>信息分类</td><td>法治政府建设</td></tr><tr><td>发布机构</td><td>望河县林业局</td><td>发文日期</td><td>2024-01-15</td></tr><tr><td>文　　号</td><td></td><td>发布日期</td><td>2024-02-06</td></tr></table><h1>' + G + '</h1>', body=OURS), title=G, published='2024-02-06', issuer='望河县林业局', index_number='WH003-2024-0012', doc_number=None)
LOT.add('definition list', LOT.page(G, '<dl><dt>发布机构：</dt><dd>望河县文化和旅游局</dd><dt>发布日期：</dt><dd>2024-02-06</dd><dt>主题分类：</dt><dd>其他</dd></dl><h1>' + G + '</h1>', body=OURS), title=G, published='2024-02-06', issuer='望河县文化和旅游局')
LOT.add('keeper in the foot', LOT.page(G, '<h1>' + G + '</h1><p>2024-02-07</p>', foot='<div id="foot">主办：望河县审计局　技术支持：某某科技有限公司　网站地图</div>', body=OURS), title=G, published='2024-02-07', issuer='望河县审计局')
LOT.add('copyright with a year', LOT.page(G, '<h1>' + G + '</h1><p>2024-02-07</p>', foot='<div class="bottom"><p>Copyright © 2024 望河县统计局 版权所有</p><p>云ICP备2024000001号</p></div>', body=OURS), title=G, published='2024-02-07', issuer='望河县统计局', icp='云ICP备2024000001号')
LOT.add('district report through the justice bureau', LOT.page('望河县2023年法治政府建设年度报告', HEAD.format(t='望河县2023年法治政府建设年度报告', d=7, s='望河县司法局'), ['望河县人民政府', '2024年1月28日']), title='望河县2023年法治政府建设年度报告', published='2024-02-07', source='望河县司法局', issuer='望河县人民政府')
LOT.add('district report, the body named in the text', LOT.page('望河县2023年法治政府建设年度报告', HEAD.format(t='望河县2023年法治政府建设年度报告', d=7, s='望河县司法局'), body=['2023年，望河县人民政府坚持以习近平法治思想为指导，全面推进法治政府建设。', *BODY[1:]]), title='望河县2023年法治政府建设年度报告', published='2024-02-07', source='望河县司法局', issuer='望河县人民政府')
LOT.add('district of a former name', LOT.page('滨江片区2023年法治政府建设年度报告', HEAD.format(t='滨江片区2023年法治政府建设年度报告', d=7, s='滨江片区'), ['望河滨江片区开发建设管理委员会', '2024年1月28日']), title='滨江片区2023年法治政府建设年度报告', published='2024-02-07', source='滨江片区', issuer='望河滨江片区开发建设管理委员会')
LOT.add('street, text calls itself so', LOT.page('东风街道' + G, HEAD.format(t='东风街道' + G, d=8, s='东风街道办事处'), body=['2023年，我街道认真贯彻落实上级法治政府建设各项部署。', *BODY[1:]]), title='东风街道' + G, published='2024-02-08', source='东风街道办事处', issuer='东风街道办事处')
LOT.add('two dates on one line', LOT.page(G, '<h1>' + G + '</h1><p>成文日期：2024-01-20 发布日期：2024-02-08 来源：望河县档案局</p>', body=OURS), title=G, published='2024-02-08', source='望河县档案局', issuer='望河县档案局', signed_date='2024-01-20')
LOT.add('hour in words', LOT.page(G, '<h1>' + G + '</h1><p>2024年2月8日 下午3:20　望河县地震局　字号：大 中 小</p>', ['望河县地震局'], body=OURS), title=G, published='2024-02-08', issuer='望河县地震局')
LOT.add('source without a colon', LOT.page(G, '<h1>' + G + '</h1><p><span>来源</span><span>望河县残联</span> <span>发布时间</span><span>2024-02-08</span></p>', ['望河县残疾人联合会'], body=OURS), title=G, published='2024-02-08', issuer='望河县残疾人联合会')
LOT.add('title with a full width bracket year', LOT.page('望河县气象局法治政府建设年度报告（2023年）', HEAD.format(t='望河县气象局法治政府建设年度报告（2023年）', d=9, s='县气象局')), title='望河县气象局法治政府建设年度报告（2023年）', published='2024-02-09', source='县气象局', issuer='望河县气象局')
LOT.add('title from a row', LOT.page('信息详情', '<p class="hd">望河县城市管理局2023年法治政府建设…</p><p>2024-02-09 来源：县城管局</p>'), {'row_title': '望河县城市管理局2023年法治政府建设年度报告'}, title='望河县城市管理局2023年法治政府建设年度报告', published='2024-02-09', source='县城管局', issuer='望河县城市管理局')
LOT.add('date only in the row', LOT.page('望河县城市管理局' + G, '<h1>望河县城市管理局' + G + '</h1>'), {'row_date': '2024-02-09'}, title='望河县城市管理局' + G, published='2024-02-09', issuer='望河县城市管理局')
LOT.add('committee of a township people', LOT.page('望河县沙洲乡关于2023年法治政府建设情况的报告', HEAD.format(t='望河县沙洲乡关于2023年法治政府建设情况的报告', d=9, s='沙洲乡政府'), ['望河县沙洲乡人民政府', '2024年1月12日'], body=['县人民政府：', *OURS]), title='望河县沙洲乡关于2023年法治政府建设情况的报告', published='2024-02-09', source='沙洲乡政府', issuer='望河县沙洲乡人民政府')
LOT.add('name with brackets of a second plate', LOT.page('望河县财政局（国有资产监督管理局）' + G, HEAD.format(t='望河县财政局（国有资产监督管理局）' + G, d=9, s='县财政局')), title='望河县财政局（国有资产监督管理局）' + G, published='2024-02-09', source='县财政局', issuer_in=['望河县财政局', '望河县财政局（国有资产监督管理局）'])
