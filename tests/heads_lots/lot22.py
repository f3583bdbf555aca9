# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 22: who issued a report, on pages of many kinds, after lot 21 was mended."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(41, 43, '<div id="nr">')
G = '2024年法治政府建设年度报告'
Y = '2024年度法治政府建设工作情况的报告'


def add(name, html, known=None, **fields):
    LOT.add(name, html, known, **fields)


def text(opening):
    return [opening, *BODY[1:]]


OURS = text('2024年，我局认真贯彻落实法治政府建设各项部署，现将有关情况报告如下。')


def page(title, info='', closing=(), foot='', body=OURS, above='', head=''):
    return LOT.page(title, f'{above}<h1>{title}</h1><p class="info">{info}</p>', closing, foot, body=body, head=head)


add('about a report, the agency before 关于', page(f'柳湾县文化旅游广电局关于{Y}', '2025-01-09 来源：县文旅局', ['柳湾县文化旅游广电局', '2025年1月8日'], body=['县人民政府：', *OURS]), issuer='柳湾县文化旅游广电局', source='县文旅局', signed_date='2025-01-08')
add('the opening names it behind the year', page(G, '发布日期：2025-01-09', body=text('2024年，柳湾县供销合作社联合社坚持以习近平法治思想为指引，扎实做好各项工作，现将情况报告如下。')), issuer='柳湾县供销合作社联合社', published='2025-01-09')
add('bracketed short name behind the full one', page(G, '2025/01/09', body=text('2024年，柳湾县机关事务服务中心（以下简称“中心”）深入学习贯彻习近平法治思想，现将情况报告如下。')), issuer='柳湾县机关事务服务中心')
add('red head above, title without the agency', LOT.page(f'关于{Y}', f'<p align="center"><font color="red" size="6">柳湾县信访局文件</font></p><p>柳信〔2025〕3号</p><h2>关于{Y}</h2>', ['柳湾县信访局', '2025年1月15日'], body=['县委依法治县办：', *OURS]), issuer='柳湾县信访局', doc_number='柳信〔2025〕3号', signed_date='2025-01-15')
add('station within a county bureau', page(f'柳湾县公安局交通警察大队{G}', '2025-01-20'), issuer='柳湾县公安局交通警察大队', published='2025-01-20')
add('bank of the people in a city', page(f'中国人民银行江宁市分行{G}', '2025-02-18 来源：人民银行江宁市分行'), issuer='中国人民银行江宁市分行', source='人民银行江宁市分行')
add('medical fund centre of the city', page(f'江宁市医疗保障基金管理中心{G}', '2025-01-11', ['江宁市医疗保障基金管理中心', '2025年1月10日']), issuer='江宁市医疗保障基金管理中心')
add('tobacco bureau with the company', page(f'江宁市烟草专卖局{G}', '来源：市烟草专卖局（公司）　时间：2025-01-11'), issuer='江宁市烟草专卖局')
add('the weather office', page(f'柳湾县气象局{G}', '2025年1月11日 09时', foot='<p>主办：江宁市气象局　承办：江宁市气象信息中心</p>'), issuer='柳湾县气象局', published='2025-01-11')
add('region alone, the government signs', page(f'江宁市{G}', '2025-03-20', ['江宁市人民政府', '2025年3月18日'], body=text('2024年，江宁市坚持依法行政，法治建设稳步推进，现报告如下。')), issuer='江宁市人民政府', signed_date='2025-03-18')
add('region alone, no signature, the site of the government', page(f'柳湾县{G}', '2025-03-20 来源：县司法局', foot='<p>主办：柳湾县人民政府</p>', body=text('2024年，全县各级各部门依法履职，我县法治政府建设取得新进展，现报告如下。')), issuer='柳湾县人民政府', source='县司法局')
add('town, the office of the party and the government is the source', page(f'柳湾县清河镇{G}', '来源：清河镇党政综合办 日期：2024-12-25', ['清河镇人民政府', '2024年12月24日'], body=text('2024年，我镇认真贯彻落实法治建设部署，现将情况报告如下。')), issuer_in=['柳湾县清河镇人民政府', '清河镇人民政府'], signed_date='2024-12-24')
add('street without a signature', page(f'长乐街道办事处{G}', '2024-12-25', body=text('2024年，长乐街道深入推进法治建设，现将情况报告如下。')), issuer='长乐街道办事处')
add('date and agency in a table at the right', page(G, '2025-01-17', ['<table align="right"><tr><td>柳湾县残疾人联合会</td></tr><tr><td>2025年1月16日</td></tr></table>']), issuer='柳湾县残疾人联合会', signed_date='2025-01-16')
add('signature with spread signs', page(G, '2025-01-17', ['柳 湾 县 民 政 局', '2025 年 1 月 16 日']), issuer='柳湾县民政局', signed_date='2025-01-16')
add('head of the agency signs below it', page(G, '2025-01-17', ['柳湾县审计局', '局长：马某某', '2025年1月16日']), issuer='柳湾县审计局', signed_date='2025-01-16')
add('agency of the province for geology', page(f'汉东省地质矿产勘查开发局第三地质大队{G}', '2025-01-17'), issuer='汉东省地质矿产勘查开发局第三地质大队')
add('emergency bureau in an area of new kind', page(f'江宁新区应急管理和消防救援局{G}', '2025-01-17 09:00 浏览：33'), issuer='江宁新区应急管理和消防救援局', published='2025-01-17')
add('another agency released a report of a region', page(f'柳湾县{G}公布', '2025-03-20 来源：柳湾发布', body=text('近日，柳湾县人民政府公布2024年法治政府建设年度报告，全文如下。')), issuer_in=['柳湾县人民政府', None], source='柳湾发布')
add('committee for water of a river', page(f'汉江水利委员会汉江管理局{G}', '2025-01-17', ['汉江管理局', '2025年1月16日']), issuer_in=['汉江水利委员会汉江管理局', '汉江管理局'])
add('university', page(f'汉东师范大学{G[:5]}依法治校工作报告', '2025-01-17 来源：法治办公室', ['汉东师范大学', '2025年1月16日']), issuer='汉东师范大学', source='法治办公室')
add('power supply bureau as who enforces', page(f'江宁市城市管理和综合执法局（市城市管理行政执法局）{G}', '2025-01-17'), issuer_in=['江宁市城市管理和综合执法局', '江宁市城市管理和综合执法局（市城市管理行政执法局）'])
add('two names of a party office with a stroke', page(f'中共柳湾县委机构编制委员会办公室{G}', '2025-01-17 来源：县委编办'), issuer='中共柳湾县委机构编制委员会办公室', source='县委编办')
add('no agency anywhere but the site of a paper', page(G, '2025-01-17 来源：江宁日报', body=text('2024年，我单位认真贯彻法治建设要求，现将情况报告如下。'), foot='<p>江宁日报社版权所有</p>'), issuer=None, source='江宁日报')
