# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 7."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(113, 115, '<div class="TRS_Editor">')
NAMES = ('苍岩县发展和改革局', '苍岩县工业和信息化局', '苍岩县人力资源和社会保障局', '苍岩县退役军人事务局', '苍岩县行政审批服务局', '苍岩县综合行政执法局', '苍岩县机关事务服务中心', '苍岩县投资促进局', '苍岩县乡村振兴局', '苍岩县城市建设管理局')
RESTS = ('2022年度法治政府建设情况报告', '关于2022年法治政府建设工作的报告', '2022年推进法治政府建设工作总结', '2022年法治建设工作情况报告', '2022年度推进依法行政建设法治政府工作报告')
HEADS = (
    '<h1>{t}</h1><p>发布时间：2023-02-0{d}　信息来源：{s}　点击：12</p>',
    '<div class="bt">{t}</div><div class="ly"><span>来源：{s}</span><span>2023-02-0{d} 08:3{d}</span></div>',
    '<h2 class="title">{t}</h2><p>日期：2023年2月{d}日 来源：{s} 【打印】【关闭】</p>',
    '<table><tr><td align="center"><b>{t}</b></td></tr><tr><td>来源：{s} | 发布日期：2023/02/0{d} | 浏览：9</td></tr></table>',
    '<h3>{t}</h3><ul><li>文章来源：{s}</li><li>发表时间：2023-02-0{d}</li><li>责任编辑：管理员</li></ul>',
)
TITLES = ('{t}', '{t}_苍岩县人民政府', '{t}-苍岩县人民政府门户网站', '苍岩县人民政府 法治政府建设 {t}', '{t} | 政务公开 | 苍岩县')
for at, name in enumerate(NAMES):
    title = name + RESTS[at % 5]
    source = ['县' + name[3:], name, '本网'][at % 3]
    head = HEADS[(at + at // 5) % 5].format(t=title, s=source, d=at % 9 + 1)
    LOT.add(f'ordinary {name}', LOT.page(TITLES[(at * 2) % 5].format(t=title), head, [name, f'2023年1月{at + 10}日'] if at % 2 else []), title=title, published=f'2023-02-0{at % 9 + 1}', source=source, issuer=name)
G = '2022年度法治政府建设工作报告'
LOT.add('joint committee and government', LOT.page(G, '<h1>' + G + '</h1><p>2023-03-02 来源：县委办</p>', ['中共苍岩县委', '苍岩县人民政府', '2023年2月28日']), title=G, published='2023-03-02', source='县委办', issuer='中共苍岩县委 苍岩县人民政府')
LOT.add('government of a county in title', LOT.page('苍岩县人民政府2022年法治政府建设年度报告', '<h1>苍岩县人民政府2022年法治政府建设年度报告</h1><p>发布时间：2023-03-03 来源：苍岩县司法局</p>'), title='苍岩县人民政府2022年法治政府建设年度报告', published='2023-03-03', source='苍岩县司法局', issuer='苍岩县人民政府')
LOT.add('bureau reports to the government', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2023-03-03</p>', ['特此报告。', '苍岩县档案局', '2023年3月1日'], body=['县人民政府：', *BODY]), title=G, published='2023-03-03', issuer='苍岩县档案局', signed_date='2023-03-01')
LOT.add('branch of a provincial bureau', LOT.page('省药品监督管理局苍岩检查分局' + G, '<h1>省药品监督管理局苍岩检查分局' + G + '</h1><p>发布时间：2023-03-03</p>'), title='省药品监督管理局苍岩检查分局' + G, published='2023-03-03', issuer='省药品监督管理局苍岩检查分局')
LOT.add('street of a city district', LOT.page('城关街道办事处' + G, '<p class="tit">城关街道办事处' + G + '</p><p class="sub">发布时间：2023-03-03 11:30 作者：城关街道 来源：城关街道党政办</p>'), title='城关街道办事处' + G, published='2023-03-03', source='城关街道党政办', issuer='城关街道办事处')
LOT.add('source glued behind the day', LOT.page(G, '<h1>' + G + '</h1><p>2023-03-04来源：苍岩县财政局作者：法规税政股</p>'), title=G, published='2023-03-04', source='苍岩县财政局', issuer='苍岩县财政局')
LOT.add('hour without a blank', LOT.page(G, '<h1>' + G + '</h1><p>时间：2023年03月04日10:20来源：苍岩县财政局</p>'), title=G, published='2023-03-04', source='苍岩县财政局', issuer='苍岩县财政局')
LOT.add('signature line with the year of the age', LOT.page(G, '<h1>' + G + '</h1><p>发布日期：2023-03-06</p>', ['苍岩县审计局　二○二三年三月一日']), title=G, published='2023-03-06', issuer='苍岩县审计局', signed_date='2023-03-01')
LOT.add('byline below the text', LOT.page(G, '<h1>' + G + '</h1>', end='<p>发布时间：2023-03-06　来源：苍岩县民政局</p></div>'), title=G, published='2023-03-06', source='苍岩县民政局', issuer='苍岩县民政局')
LOT.add('old date in the text', LOT.page(G, '<h1>' + G + '</h1><p>发布日期：2023-03-07</p>', body=['2022年1月1日至12月31日，苍岩县水务局认真推进法治政府建设，现报告如下。', *BODY[1:]]), title=G, published='2023-03-07', issuer='苍岩县水务局')
LOT.add('issuer in the first sentence', LOT.page(G, '<h1>' + G + '</h1><p>发布日期：2023-03-07</p>', body=['2022年，苍岩县自然资源和规划局坚持以习近平新时代中国特色社会主义思想为指导，全面推进依法行政。', *BODY[1:]]), title=G, published='2023-03-07', issuer='苍岩县自然资源和规划局')
LOT.add('header date of a paper', LOT.page(G, '<div class="top">2025年11月28日 星期五 设为首页 | 加入收藏</div><h1>' + G + '</h1><p>发布日期：2023-03-08</p>', ['苍岩县商务局', '2023年3月2日']), title=G, published='2023-03-08', issuer='苍岩县商务局')
LOT.add('catalogue headings', LOT.page(G, '<table><tbody><tr><td>索引号</td><td>000014349/2023-00031</td></tr><tr><td>组配分类</td><td>法治政府建设</td></tr><tr><td>发布机构</td><td>苍岩县气象局</td></tr><tr><td>发布日期</td><td>2023-03-08 17:20</td></tr><tr><td>名称</td><td>苍岩县气象局' + G + '</td></tr></tbody></table>'), published='2023-03-08', issuer='苍岩县气象局', title_in=[G, '苍岩县气象局' + G])
LOT.add('two authors two organs', LOT.page(G, '<h1>' + G + '</h1><p>发布日期：2023-03-09　来源：县住建局、县城管局</p>', ['苍岩县住房和城乡建设局 苍岩县城市管理局', '2023年3月3日']), title=G, published='2023-03-09', issuer='苍岩县住房和城乡建设局 苍岩县城市管理局', source='县住建局、县城管局')
LOT.add('title with an english site', LOT.page(G + ' - Cangyan County', '<h1>' + G + '</h1><p>Published: 2023-03-09</p>', ['苍岩县外事办公室', '2023年3月3日']), title=G, published='2023-03-09', issuer='苍岩县外事办公室')
LOT.add('title in strong within p', LOT.page('政务公开', '<p align="center"><strong><span>苍岩县交通运输局' + G + '</span></strong></p><p align="center">来源：县交通局 发布时间：2023-03-09 09:12</p>'), title='苍岩县交通运输局' + G, published='2023-03-09', source='县交通局', issuer='苍岩县交通运输局')
LOT.add('old browser note', LOT.page(G, '<div>您的浏览器版本过低，建议升级</div><h1>' + G + '</h1><p>来源：县林业局　2023-03-10</p>', ['苍岩县林业局', '2023年3月6日']), title=G, published='2023-03-10', source='县林业局', issuer='苍岩县林业局')
LOT.add('published in spans', LOT.page(G, '<h1>' + G + '</h1><div><span>2023</span>-<span>03</span>-<span>10</span></div>', ['苍岩县体育局', '2023年3月6日']), title=G, published='2023-03-10', issuer='苍岩县体育局')
LOT.add('report of several years', LOT.page('苍岩县科学技术局2021—2022年法治政府建设工作报告', '<h1>苍岩县科学技术局2021—2022年法治政府建设工作报告</h1><p>发布日期：2023-03-10</p>'), title='苍岩县科学技术局2021—2022年法治政府建设工作报告', published='2023-03-10', issuer='苍岩县科学技术局')
LOT.add('party school', LOT.page('中共苍岩县委党校' + G, '<h1>中共苍岩县委党校' + G + '</h1><p>发布日期：2023-03-10</p>'), title='中共苍岩县委党校' + G, published='2023-03-10', issuer='中共苍岩县委党校')
LOT.add('county committee of the youth league', LOT.page('共青团苍岩县委' + G, '<h1>共青团苍岩县委' + G + '</h1><p>发布日期：2023-03-10 来源：团县委</p>'), title='共青团苍岩县委' + G, published='2023-03-10', issuer='共青团苍岩县委', source='团县委')
