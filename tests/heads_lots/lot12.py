# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 12: who issued them."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(68, 68, '<div class="view TRS_UEDITOR">')
G = '2020年法治政府建设情况报告'
OURS = ['2020年，我单位认真落实法治政府建设各项要求，现将有关情况报告如下：', *BODY[1:]]
HEAD = '<h1>{t}</h1><p>发布日期：2021-03-0{d}　来源：{s}</p>'
TITLED = (
    ('松江口市数字经济发展局', '2020年法治政府建设情况报告'),
    ('松江口市金融工作办公室', '2020年度法治政府建设工作报告'),
    ('松江口市机要保密局', '关于2020年法治政府建设情况的报告'),
    ('松江口市港航事业发展中心', '2020年法治建设工作报告'),
    ('松江口市地震监测中心', '2020年法治政府建设工作总结'),
    ('松江口县红星乡', '2020年法治政府建设情况报告'),
    ('松江口县城关镇人民政府', '2020年度推进法治政府建设情况报告'),
    ('松江口边境经济合作区管委会', '2020年法治政府建设年度报告'),
    ('松江口市湿地自然保护区管理局', '2020年依法行政工作情况报告'),
    ('松江口市国家安全局', '2020年法治建设工作情况报告'),
    ('松江口市供热管理处', '2020年法治政府建设年度报告'),
    ('松江口市城市建设档案馆', '2020年法治政府建设情况报告'),
)
for at, (name, rest) in enumerate(TITLED):
    title = name + rest
    LOT.add(f'titled {name}', LOT.page(['{t}_松江口', '{t}'][at % 2].format(t=title), HEAD.format(t=title, d=at % 9 + 1, s='松江口政府网')), title=title, issuer=name)
SIGNED = ('松江口县农村经济经营管理总站', '松江口市林业局第二林场', '国家统计局松江口调查队', '松江口县第一人民医院', '松江口县融媒体', '松江口市中级人民法院', '松江口市税务局第一稽查局', '松江口县社会保险事业管理中心', '松江口县应急救援指挥部', '松江口县史志研究室')
for at, name in enumerate(SIGNED):
    LOT.add(f'signed {name}', LOT.page(G, HEAD.format(t=G, d=at % 9 + 1, s='本网'), [[name, f'2021年2月1{at}日'], [f'{name}　　2021年2月1{at}日']][at % 2], body=OURS), title=G, issuer=name, signed_date=f'2021-02-1{at}')
LOT.add('a slogan above the date', LOT.page('松江口县水利局' + G, HEAD.format(t='松江口县水利局' + G, d=1, s='县水利局'), ['为建设法治松江口作出更大贡献。', '2021年2月20日'], body=OURS), issuer='松江口县水利局', signed_date='2021-02-20')
LOT.add('head of the district signs', LOT.page('松江口县人民政府' + G, HEAD.format(t='松江口县人民政府' + G, d=2, s='县政府办'), ['县长　赵某某', '2021年2月20日'], body=OURS), issuer='松江口县人民政府')
LOT.add('only source in full', LOT.page(G, HEAD.format(t=G, d=2, s='松江口县民政局'), body=OURS), issuer='松江口县民政局', source='松江口县民政局')
LOT.add('only the author in full', LOT.page(G, '<h1>' + G + '</h1><p>2021-03-02 作者：松江口县民政局</p>', body=OURS), issuer_in=['松江口县民政局', None])
LOT.add('only the first sentence', LOT.page(G, '<h1>' + G + '</h1><p>2021-03-02</p>', body=['松江口县司法局在县委、县政府的领导下，认真开展法治政府建设。', *BODY[1:]]), issuer='松江口县司法局')
LOT.add('sentence by order of a plan', LOT.page(G, '<h1>' + G + '</h1><p>2021-03-02</p>', body=['按照《纲要》要求，松江口县教育局扎实推进依法治教，现报告如下。', *BODY[1:]]), issuer='松江口县教育局')
LOT.add('superior praised first', LOT.page(G, '<h1>' + G + '</h1><p>2021-03-02</p>', ['松江口县审计局', '2021年2月9日'], body=['2020年，在松江口市审计局的指导下，我局认真履职。', *BODY[1:]]), issuer='松江口县审计局')
LOT.add('superior praised, nobody signs', LOT.page(G, '<h1>' + G + '</h1><p>2021-03-02</p>', body=['2020年，在松江口市审计局的指导下，我局认真履职。', *BODY[1:]]), issuer=None)
LOT.add('the government answers for the office', LOT.page('松江口县2020年法治政府建设情况报告', HEAD.format(t='松江口县2020年法治政府建设情况报告', d=3, s='松江口县委依法治县办'), ['松江口县人民政府', '2021年2月25日'], body=OURS), issuer='松江口县人民政府', source='松江口县委依法治县办')
LOT.add('organ in the catalogue against the source', LOT.page(G, '<table><tr><td>发布机构</td><td>松江口县财政局</td><td>发布日期</td><td>2021-03-03</td></tr></table>' + HEAD.format(t=G, d=3, s='县政府办'), body=OURS), issuer='松江口县财政局')
LOT.add('two offices by stops', LOT.page('松江口县住建局·松江口县房管局' + G, HEAD.format(t='松江口县住建局·松江口县房管局' + G, d=3, s='县住建局')), issuer_in=['松江口县住建局·松江口县房管局', '松江口县住建局 松江口县房管局', None])
