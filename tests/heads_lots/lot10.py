# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 10."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(128, 133, '<div class="article-content">')
G = '2022年法治政府建设工作情况报告'
OURS = ['2022年，我单位深入推进法治政府建设，现将有关情况报告如下：', *BODY[1:]]
NAMED = (
    ('青原省广播电视局', '省广电局', '2022年法治政府建设年度报告'),
    ('青原省地质矿产勘查开发局', '省地矿局', '2022年度法治政府建设工作报告'),
    ('青原市青少年事务和社会工作委员会', '市青社委', '2022年法治建设工作报告'),
    ('青原市公共资源交易中心', '市交易中心', '2022年度法治政府建设情况的报告'),
    ('青原市人防工程建设管理局', '市人防局', '关于2022年法治政府建设情况的报告'),
    ('青原国家级新区管理委员会', '新区管委会', '2022年法治政府建设年报'),
    ('青原县林业和草原局', '县林草局', '2022年度依法行政工作报告'),
    ('青原县应急管理局', '应急管理局', '2022年法治政府建设年度报告'),
    ('青原县柏溪镇人民政府', '柏溪镇', '关于2022年度法治政府建设工作情况的报告'),
    ('青原市东城区街道办事处', '东城街道', '2022年法治政府建设工作总结'),
    ('青原市生态环境保护综合行政执法支队', '市生态环境执法支队', '2022年度法治政府建设工作总结'),
    ('青原市自然资源和规划局高新分局', '高新分局', '2022年法治政府建设情况报告'),
    ('青原海事局', '青原海事', '2022年度法治政府建设情况报告'),
    ('青原市邮政管理局', '市邮管局', '2022年法治邮政建设情况报告'),
    ('青原县残疾人联合会', '县残联', '2022年法治建设情况报告'),
    ('青原县供销合作社联合社', '县供销社', '2022年法治政府建设情况报告'),
)
FORMS = (
    '<h1>{t}</h1><div class="meta"><em>2023-01-1{d}</em><em>来源：{s}</em><em>浏览：88</em></div>',
    '<div id="title"><strong>{t}</strong></div><div id="info">发布时间：2023-01-1{d}　发布机构：{s}　字体：【大】【中】【小】</div>',
    '<p style="text-align:center;font-size:22px">{t}</p><p style="text-align:center">2023-01-1{d} 11:0{d}:00　来源：{s}</p>',
)
for at, (name, short, rest) in enumerate(NAMED):
    title = name + rest
    fields = {'title': title, 'published': f'2023-01-1{at % 10}', 'issuer': name}
    if at % 3 != 1:
        fields['source'] = short
    LOT.add(f'ordinary {name}', LOT.page(['{t}', '{t}_青原', '青原市人民政府-{t}'][at % 3].format(t=title), FORMS[at % 3].format(t=title, s=short, d=at % 10), [name, f'2023年1月{at % 8 + 1}日'] if at % 4 == 0 else []), **fields)
HEAD = '<h1>{t}</h1><p>发布时间：2023-02-0{d} 来源：{s}</p>'
LOT.add('signed by a commission of two plates', LOT.page(G, HEAD.format(t=G, d=1, s='本网'), ['青原市发展和改革委员会（市粮食和物资储备局）', '2023年1月16日'], body=OURS), title=G, published='2023-02-01', issuer_in=['青原市发展和改革委员会（市粮食和物资储备局）', '青原市发展和改革委员会'], signed_date='2023-01-16')
LOT.add('signed with the office', LOT.page(G, HEAD.format(t=G, d=1, s='本网'), ['青原市教育局办公室', '2023年1月16日印发'], body=OURS), title=G, published='2023-02-01', issuer_in=['青原市教育局办公室', None])
LOT.add('signed party group and bureau', LOT.page(G, HEAD.format(t=G, d=1, s='县农业农村局'), ['中共青原县农业农村局党组', '青原县农业农村局', '2023年1月16日'], body=OURS), title=G, published='2023-02-01', source='县农业农村局', issuer='中共青原县农业农村局党组 青原县农业农村局')
LOT.add('signed in full width digits', LOT.page(G, HEAD.format(t=G, d=1, s='县科协'), ['青原县科学技术协会', '２０２３年１月１７日'], body=OURS), title=G, published='2023-02-01', source='县科协', issuer='青原县科学技术协会', signed_date='2023-01-17')
LOT.add('signed before annexes', LOT.page(G, HEAD.format(t=G, d=2, s='县工信局'), ['附件：1.行政执法统计表', '青原县工业和信息化局', '2023年1月17日'], body=OURS), title=G, published='2023-02-02', source='县工信局', issuer='青原县工业和信息化局', signed_date='2023-01-17')
LOT.add('signer on two lines', LOT.page(G, HEAD.format(t=G, d=2, s='本网'), ['中国共产党青原县委员会', '青原县人民政府', '2023年1月18日'], body=OURS), title=G, published='2023-02-02', issuer='中国共产党青原县委员会 青原县人民政府')
LOT.add('copy notice behind', LOT.page(G, HEAD.format(t=G, d=2, s='本网'), ['青原县审计局', '2023年1月18日', '抄送：县委依法治县办，市审计局。'], body=OURS), title=G, published='2023-02-02', issuer='青原县审计局', signed_date='2023-01-18')
LOT.add('title with a colon label', LOT.page('标题：青原县统计局' + G, '<table><tr><td>标　　题：</td><td>青原县统计局' + G + '</td></tr><tr><td>发文机关：</td><td>青原县统计局</td></tr><tr><td>发布时间：</td><td>2023-02-03</td></tr></table>'), title='青原县统计局' + G, published='2023-02-03', issuer='青原县统计局')
LOT.add('catalogue with a responsible office', LOT.page(G, '<table><tr><td>索引号</td><td>qy01-2023-000012</td><td>责任部门</td><td>法规股</td></tr><tr><td>信息来源</td><td>青原县水利局</td><td>公开日期</td><td>2023-02-03</td></tr></table><h1>' + G + '</h1>', body=OURS), title=G, published='2023-02-03', issuer='青原县水利局', index_number='qy01-2023-000012')
LOT.add('portal heading and article heading', LOT.page(G + '_青原县人民政府', '<div class="top"><h1>青原县人民政府门户网站</h1></div><div class="main"><h2>' + G + '</h2><p>2023-02-03 来源：青原县民政局</p>', body=OURS), title=G, published='2023-02-03', source='青原县民政局', issuer='青原县民政局')
LOT.add('heading cut by a span', LOT.page('青原县司法局' + G, '<h1><span>青原县司法局</span><span>' + G + '</span></h1><p>2023-02-06</p>'), title='青原县司法局' + G, published='2023-02-06', issuer='青原县司法局')
LOT.add('heading with blanks', LOT.page('青原县财政局 ' + G, '<h1>青原县财政局　' + G + '</h1><p>2023-02-06</p>'), published='2023-02-06', issuer='青原县财政局', title_in=['青原县财政局　' + G, '青原县财政局 ' + G, '青原县财政局' + G])
LOT.add('dotted date above', LOT.page('青原县信访局' + G, '<h1>青原县信访局' + G + '</h1><p>2023.02.06</p>'), title='青原县信访局' + G, published='2023-02-06', issuer='青原县信访局')
LOT.add('month and day apart', LOT.page('青原县档案馆' + G, '<div class="d"><b>06</b><i>2023-02</i></div><h1>青原县档案馆' + G + '</h1>'), title='青原县档案馆' + G, published='2023-02-06', issuer='青原县档案馆')
LOT.add('keeper and maker in the foot', LOT.page(G, '<h1>' + G + '</h1><p>2023-02-07</p>', foot='<footer><p>主管单位：青原县委办公室</p><p>主办单位：青原县文化和旅游局</p><p>承办单位：青原县信息中心</p></footer>', body=['2022年，我局认真落实法治政府建设要求。', *BODY[1:]]), title=G, published='2023-02-07', issuer='青原县文化和旅游局')
LOT.add('county report, office as source', LOT.page('青原县2022年度法治政府建设情况报告', HEAD.format(t='青原县2022年度法治政府建设情况报告', d=7, s='青原县人民政府办公室'), ['青原县人民政府', '2023年1月31日']), title='青原县2022年度法治政府建设情况报告', published='2023-02-07', source='青原县人民政府办公室', issuer='青原县人民政府')
LOT.add('new area report', LOT.page('青原新区2022年度法治政府建设情况报告', HEAD.format(t='青原新区2022年度法治政府建设情况报告', d=7, s='新区司法局'), body=['2022年，青原新区管理委员会坚持以习近平法治思想为指导，全面推进法治政府建设。', *BODY[1:]]), title='青原新区2022年度法治政府建设情况报告', published='2023-02-07', source='新区司法局', issuer='青原新区管理委员会')
LOT.add('municipal report of an autonomous prefecture', LOT.page('青原州2022年法治政府建设年度报告', HEAD.format(t='青原州2022年法治政府建设年度报告', d=8, s='州司法局'), ['青原藏族羌族自治州人民政府', '2023年2月3日']), title='青原州2022年法治政府建设年度报告', published='2023-02-08', source='州司法局', issuer='青原藏族羌族自治州人民政府')
LOT.add('press office forwards', LOT.page('青原县交通运输局' + G, '<h1>青原县交通运输局' + G + '</h1><p>来源：县融媒体中心 编辑：某某 2023-02-08 10:20</p>'), title='青原县交通运输局' + G, published='2023-02-08', source='县融媒体中心', issuer='青原县交通运输局')
LOT.add('reporting unit labelled', LOT.page(G, '<h1>' + G + '</h1><p>2023-02-08</p>', ['报告单位：青原县退役军人事务局', '报告时间：2023年1月19日'], body=OURS), title=G, published='2023-02-08', issuer='青原县退役军人事务局', signed_date='2023-01-19')
