# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 18: issuers once more, of provinces, ministries, counties; what misleads about them."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(57, 62, '<div class="article_component" id="detailContent">')
G = '2023年度法治政府建设情况报告'
R = '关于2023年度法治政府建设情况的报告'
OFFICE = ['2023年，我厅认真贯彻落实党中央、国务院决策部署和省委、省政府工作要求，现将有关情况报告如下。', *BODY[1:]]
LOCAL = ['2023年，我局认真落实县委、县政府部署，现将有关情况报告如下。', *BODY[1:]]


def add(name, html, known=None, **fields):
    LOT.add(name, html, known, **fields)


def by(title, info):
    return f'<h3 style="text-align:center">{title}</h3><p class="explain">{info}</p>'


add('province, office', LOT.page('海岳省农业农村厅' + G, by('海岳省农业农村厅' + G, '<span>时间：2024-03-29 17:01</span> <span>来源：法规处</span>'), body=OFFICE), title='海岳省农业农村厅' + G, published='2024-03-29', source='法规处', issuer='海岳省农业农村厅')
add('office of a province, the province in the keeper', LOT.page('省水利厅' + G, by('省水利厅' + G, '2024-03-29'), body=OFFICE, foot='<p>海岳省水利厅 版权所有　承办：海岳省水利信息中心</p>'), title='省水利厅' + G, issuer='海岳省水利厅')
add('site name in a meta', LOT.page('省商务厅' + G, by('省商务厅' + G, '2024-03-29'), head='<meta name="SiteName" content="海岳省商务厅">', body=OFFICE), issuer='海岳省商务厅', site_name='海岳省商务厅')
add('site of the province, office short', LOT.page('省商务厅' + G, by('省商务厅' + G, '2024-03-29 来源：省商务厅'), head='<meta name="SiteName" content="海岳省人民政府">', body=OFFICE), issuer='省商务厅', site_name='海岳省人民政府')
add('ministry', LOT.page('住房和城乡建设部2023年度法治政府建设情况', by('住房和城乡建设部2023年度法治政府建设情况', '发布时间：2024-04-01')), issuer='住房和城乡建设部', published='2024-04-01')
add('bureau of a ministry, short', LOT.page('国家粮食和物资储备局2023年法治政府建设年度报告', by('国家粮食和物资储备局2023年法治政府建设年度报告', '2024-03-30')), issuer='国家粮食和物资储备局')
add('order of a ministry with its year', LOT.page('海岳渔业管理规定', '<div>中华人民共和国农业农村部令</div><div>2024年第5号</div>' + by('海岳渔业管理规定', '2024-06-07'), body=['《海岳渔业管理规定》已经2024年5月20日农业农村部第6次常务会议审议通过，现予公布，自2024年9月1日起施行。', *BODY[1:]]), issuer_in=['中华人民共和国农业农村部', '农业农村部'], doc_number_in=['中华人民共和国农业农村部令2024年第5号'])
add('joint order', LOT.page('工程招标办法', by('工程招标办法', '2024-06-07') + '<p align="center">海岳省发展和改革委员会　海岳省住房和城乡建设厅令第12号</p>', ['海岳省发展和改革委员会　海岳省住房和城乡建设厅', '2024年6月3日'], body=['《工程招标办法》已经审议通过，现予公布。', *BODY[1:]]), issuer='海岳省发展和改革委员会 海岳省住房和城乡建设厅', signed_date='2024-06-03')
add('head label, then the text', LOT.page(G, by(G, '2024-01-30'), body=['填报单位：临江县审计局', *LOCAL]), issuer='临江县审计局')
add('head label of the department that answers', LOT.page(G, by(G, '2024-01-30　责任单位：临江县农业农村局　签发：某某'), body=LOCAL), issuer='临江县农业农村局')
add('drafting body', LOT.page(G, f'<table><tr><td>制定部门</td><td>临江县水利局</td><td>成文日期</td><td>2024-01-26</td></tr></table><h3>{G}</h3>', body=LOCAL), issuer='临江县水利局', signed_date='2024-01-26')
add('dates set wide below the name', LOT.page(R, by(R, '2024-01-31'), ['临 江 县 民 政 局', '２ ０ ２ ４ 年 １ 月 ２ ５ 日'], body=LOCAL), issuer='临江县民政局', signed_date='2024-01-25')
add('name wide, date of Chinese numerals', LOT.page(R, by(R, '2024-01-31'), ['临江县　交通运输局', '二〇二四年　一月　二十三日'], body=LOCAL), issuer='临江县交通运输局', signed_date='2024-01-23')
add('research office', LOT.page('临江县党史研究室' + G, by('临江县党史研究室' + G, '2024-01-12')), issuer='临江县党史研究室')
add('compilation office', LOT.page('临江县地方志编纂委员会办公室' + G, by('临江县地方志编纂委员会办公室' + G, '2024-01-12')), issuer='临江县地方志编纂委员会办公室')
add('farm', LOT.page('海岳省国营东风农场2023年法治建设情况报告', by('海岳省国营东风农场2023年法治建设情况报告', '2024-01-12')), issuer='海岳省国营东风农场')
add('prison', LOT.page('海岳省第二监狱2023年法治建设情况报告', by('海岳省第二监狱2023年法治建设情况报告', '2024-01-12'), ['海岳省第二监狱', '2024年1月10日']), issuer='海岳省第二监狱', signed_date='2024-01-10')
add('railway police', LOT.page('海岳铁路公安处2023年法治公安建设情况报告', by('海岳铁路公安处2023年法治公安建设情况报告', '2024-01-12')), issuer='海岳铁路公安处')
add('notary', LOT.page('临江县公证处2023年法治建设工作总结', by('临江县公证处2023年法治建设工作总结', '2024-01-12')), issuer='临江县公证处')
add('library', LOT.page('临江县图书馆2023年法治宣传工作总结', by('临江县图书馆2023年法治宣传工作总结', '2024-01-12')), issuer='临江县图书馆')
add('school', LOT.page('临江县第三中学2023年依法治校工作报告', by('临江县第三中学2023年依法治校工作报告', '2024-01-12')), issuer_in=['临江县第三中学'])
add('youth league', LOT.page('共青团临江县委员会2023年法治建设工作情况报告', by('共青团临江县委员会2023年法治建设工作情况报告', '2024-01-12')), issuer='共青团临江县委员会')
add('women federation, short', LOT.page('临江县妇联2023年法治建设工作情况报告', by('临江县妇联2023年法治建设工作情况报告', '2024-01-12')), issuer='临江县妇联')
add('political department of the party', LOT.page('中共临江县委政法委员会2023年法治建设工作情况报告', by('中共临江县委政法委员会2023年法治建设工作情况报告', '2024-01-12')), issuer='中共临江县委政法委员会')
add('organisation department, short', LOT.page('临江县委组织部2023年法治建设工作情况报告', by('临江县委组织部2023年法治建设工作情况报告', '2024-01-12')), issuer='临江县委组织部')
add('industrial park', LOT.page('临江县循环经济产业园服务中心2023年法治建设情况报告', by('临江县循环经济产业园服务中心2023年法治建设情况报告', '2024-01-12')), issuer='临江县循环经济产业园服务中心')
add('tourist resort', LOT.page('云海国家级旅游度假区管委会' + G, by('云海国家级旅游度假区管委会' + G, '2024-01-12')), issuer='云海国家级旅游度假区管委会')
add('county, department of party and government in one', LOT.page('中共临江县委社会工作部2023年法治建设工作情况报告', by('中共临江县委社会工作部2023年法治建设工作情况报告', '2024-01-12')), issuer='中共临江县委社会工作部')
add('sub-district with its party committee', LOT.page('城东街道党工委、办事处' + R, by('城东街道党工委、办事处' + R, '2024-01-12'), ['中共临江县城东街道工作委员会', '临江县人民政府城东街道办事处', '2024年1月9日']), issuer='中共临江县城东街道工作委员会 临江县人民政府城东街道办事处', signed_date='2024-01-09')
add('town, signature in brackets', LOT.page('白水镇' + G, by('白水镇' + G, '2024-01-12 来源：白水镇'), ['（临江县白水镇人民政府）', '2024年1月9日']), issuer='临江县白水镇人民政府', signed_date='2024-01-09')
add('township without a signature', LOT.page('临江县石门乡' + G, by('临江县石门乡' + G, '2024-01-12'), body=['2023年，石门乡人民政府认真落实法治政府建设工作要求。', *BODY[1:]]), issuer_in=['石门乡人民政府', '临江县石门乡人民政府'])
add('county put up by its office', LOT.page('临江县' + G, by('临江县' + G, '2024-03-12 来源：临江县人民政府办公室'), body=['2023年，我县深入推进法治政府建设。', *BODY[1:]]), issuer_in=['临江县人民政府', None], source='临江县人民政府办公室')
add('county, signed by the law-governing office', LOT.page('临江县' + G, by('临江县' + G, '2024-03-12'), ['中共临江县委全面依法治县委员会办公室', '2024年3月8日'], body=['2023年，全县深入推进法治政府建设。', *BODY[1:]]), issuer='中共临江县委全面依法治县委员会办公室', signed_date='2024-03-08')
add('my county in a text of a bureau', LOT.page(G, by(G, '2024-02-02 来源：临江县生态环境分局'), body=['2023年，我局坚决打好污染防治攻坚战，我县空气质量优良天数比例达到96%。', *BODY[1:]]), issuer='临江县生态环境分局', source='临江县生态环境分局')
add('my county alone, put up by the bureau of justice', LOT.page(G, by(G, '2024-03-12 来源：临江县司法局'), body=['2023年，我县认真贯彻落实法治政府建设实施纲要。', *BODY[1:3], '全县各部门依法履职。']), issuer_in=[None, '临江县人民政府'], source='临江县司法局')
add('our town alone, put up by the county', LOT.page(G, by(G, '2024-01-12 来源：临江县人民政府'), body=['2023年，我镇认真开展各项工作。', *BODY[1:3]]), issuer=None, source='临江县人民政府')
add('a hospital on the site of the bureau', LOT.page('临江县中医院2023年法治建设情况报告-临江县卫生健康局', by('临江县中医院2023年法治建设情况报告', '2024-01-12 来源：县中医院'), foot='<p>主办：临江县卫生健康局</p>'), title='临江县中医院2023年法治建设情况报告', issuer='临江县中医院', source='县中医院')
add('supported by a company', LOT.page(G, by(G, '2024-01-12'), body=['现将2023年工作情况报告如下。', *BODY[2:4]], foot='<p>技术支持：海岳省数字政府建设运营有限公司</p>'), issuer=None)
add('two keepers', LOT.page(G, by(G, '2024-01-12'), body=['现将2023年工作情况报告如下。', *BODY[2:4]], foot='<p>主办：中共临江县委宣传部　临江县人民政府办公室</p>'), issuer=None)
add('the name of a law officer below', LOT.page(G, by(G, '2024-01-12 来源：本站'), body=LOCAL, closing=['（撰稿：临江县司法局　某某）']), issuer_in=[None, '临江县司法局'])
