# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 11."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(116, 121, '<div class="con_text">')
G = '2021年法治政府建设年度报告'
OURS = ['2021年，我们认真落实法治政府建设各项要求，现将有关情况报告如下：', *BODY[1:]]
NAMED = (
    ('海棠省水利厅', '省水利厅', '2021年度法治政府建设情况报告'),
    ('海棠省煤矿安全监督管理局', '省煤监局', '2021年法治政府建设年度报告'),
    ('海棠市市场监督管理局开发区分局', '开发区市场监管分局', '2021年法治政府建设工作报告'),
    ('海棠市城市综合管理委员会办公室', '市城管办', '2021年度法治政府建设工作情况的报告'),
    ('海棠市不动产登记中心', '不动产中心', '2021年法治建设工作总结'),
    ('海棠县畜牧水产事务中心', '县畜牧水产中心', '2021年法治政府建设工作情况报告'),
    ('海棠县政府投资项目评审中心', '评审中心', '关于2021年法治政府建设工作的报告'),
    ('海棠县库区移民安置服务局', '县移民局', '2021年法治政府建设年度报告'),
    ('海棠县大沙河流域管理局', '流域局', '2021年推进法治政府建设情况报告'),
    ('海棠临空经济示范区管理委员会', '示范区管委会', '2021年法治政府建设年度报告'),
    ('海棠县回龙土家族乡人民政府', '回龙乡', '2021年度法治政府建设工作报告'),
    ('海棠县太平街道办事处', '太平街道', '2021年法治政府建设情况报告'),
    ('海棠市消防救援支队', '市消防救援支队', '2021年法治建设年度报告'),
    ('海棠市公安局', '海棠公安', '2021年度法治公安建设情况报告'),
    ('海棠县人民武装部', '县人武部', '2021年依法行政工作总结'),
    ('海棠出入境边防检查站', '边检站', '2021年法治建设情况报告'),
)
FORMS = (
    '<div class="con_title">{t}</div><div class="con_info">【信息时间：2022-01-1{d}　阅读次数：】【来源：{s}】</div>',
    '<h2>{t}</h2><p><span class="time">2022-01-1{d}</span>　<span class="from">{s}</span>　<span>收藏</span></p>',
    '<h1>{t}</h1><div>信息发布时间：2022年01月1{d}日 | 信息来源：{s} | 责任编辑：甲</div>',
)
for at, (name, short, rest) in enumerate(NAMED):
    title = name + rest
    fields = {'title': title, 'published': f'2022-01-1{at % 10}', 'issuer': name}
    if at % 3 != 1:
        fields['source'] = short
    LOT.add(f'ordinary {name}', LOT.page(['{t}', '{t}|海棠政府网', '法治政府建设年报_{t}', '{t}-部门动态-海棠县人民政府'][at % 4].format(t=title), FORMS[at % 3].format(t=title, s=short, d=at % 10), [name, f'2022年1月{at % 8 + 1}日'] if at % 5 == 0 else []), **fields)
HEAD = '<h1>{t}</h1><p>发布时间：2022-02-0{d} 来源：{s}</p>'
SIGNERS = ('海棠县民政局', '海棠市生态环境局海棠县分局', '海棠县卫生健康局', '海棠县烟草专卖局', '海棠县红旗林场', '海棠县气象局')
for at, name in enumerate(SIGNERS):
    closing = [['特此报告', name, f'2022年1月1{at}日'], [f'{name}（印章）', f'2022年1月1{at}日'], [f'{name} 2022年1月1{at}日'], ['汇报单位：' + name, f'汇报时间：2022年1月1{at}日'], [name, f'2022/1/1{at}'], [name, f'二〇二二年一月十{"一二三四五"[at - 1]}日']][at]
    LOT.add(f'signed {name}', LOT.page(G, HEAD.format(t=G, d=at + 1, s='海棠县政府网'), closing, body=OURS), title=G, published=f'2022-02-0{at + 1}', issuer=name, signed_date=f'2022-01-1{at}')
LOT.add('joint in the title without a mark', LOT.page('海棠县委宣传部 海棠县司法局2021年法治宣传教育工作报告', HEAD.format(t='海棠县委宣传部 海棠县司法局2021年法治宣传教育工作报告', d=7, s='县司法局')), title='海棠县委宣传部 海棠县司法局2021年法治宣传教育工作报告', published='2022-02-07', source='县司法局', issuer_in=['海棠县委宣传部 海棠县司法局', None])
LOT.add('county committee and government', LOT.page('中共海棠县委 海棠县人民政府关于2021年度法治政府建设情况的报告', HEAD.format(t='中共海棠县委 海棠县人民政府关于2021年度法治政府建设情况的报告', d=7, s='县司法局'), ['中共海棠县委', '海棠县人民政府', '2022年1月29日']), title='中共海棠县委 海棠县人民政府关于2021年度法治政府建设情况的报告', published='2022-02-07', source='县司法局', issuer='中共海棠县委 海棠县人民政府', signed_date='2022-01-29')
LOT.add('district without a body in title', LOT.page('海棠区2021年法治政府建设情况报告', HEAD.format(t='海棠区2021年法治政府建设情况报告', d=7, s='海棠区人民政府')), title='海棠区2021年法治政府建设情况报告', published='2022-02-07', source='海棠区人民政府', issuer='海棠区人民政府')
LOT.add('district report, keeper is the government', LOT.page('海棠区2021年法治政府建设情况报告', HEAD.format(t='海棠区2021年法治政府建设情况报告', d=7, s='本站'), foot='<p>主办：海棠区人民政府办公室　版权所有：海棠区人民政府</p>'), title='海棠区2021年法治政府建设情况报告', published='2022-02-07', issuer='海棠区人民政府')
LOT.add('year report of a bureau in the catalogue of the government', LOT.page('海棠县粮食事务中心' + G, '<table><tr><td>索引号</td><td>hb/2022-00018</td><td>发文机关</td><td>县粮食事务中心</td></tr><tr><td>发文日期</td><td>2022-01-20</td><td>发布时间</td><td>2022-02-08</td></tr></table><h1>海棠县粮食事务中心' + G + '</h1>'), title='海棠县粮食事务中心' + G, published='2022-02-08', issuer='海棠县粮食事务中心', index_number='hb/2022-00018')
LOT.add('short source, full sentence', LOT.page(G, HEAD.format(t=G, d=8, s='县自规局'), body=['2021年，海棠县自然资源和规划局坚持以习近平法治思想为指引，认真履行职责。', *BODY[1:]]), title=G, published='2022-02-08', source='县自规局', issuer='海棠县自然资源和规划局')
LOT.add('two headings of unlike rank', LOT.page('海棠县总工会' + G, '<h3>海棠县总工会</h3><h1>' + G + '</h1><p>2022-02-08</p>'), title='海棠县总工会' + G, published='2022-02-08', issuer='海棠县总工会')
LOT.add('heading in a cell with the office below', LOT.page(G, '<table><tr><td><h1>' + G + '</h1></td></tr><tr><td>海棠县城乡建设服务中心　2022-02-08　浏览：5</td></tr></table>', body=OURS), title=G, published='2022-02-08', issuer='海棠县城乡建设服务中心')
LOT.add('source behind a tab', LOT.page('海棠县体育局' + G, '<h1>海棠县体育局' + G + '</h1><p>时间：2022-02-09&emsp;来源：&emsp;海棠县体育局&emsp;打印</p>'), title='海棠县体育局' + G, published='2022-02-09', source='海棠县体育局', issuer='海棠县体育局')
LOT.add('published in a meta name', LOT.page('海棠县体育局' + G, '<h1>海棠县体育局' + G + '</h1>', head='<meta name="publishdate" content="2022-02-09 10:00:00"><meta name="source" content="县体育局">'), title='海棠县体育局' + G, published='2022-02-09', source='县体育局', issuer='海棠县体育局')
