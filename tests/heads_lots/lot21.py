# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 21: issuers, sources and dates of pages as they are met, with other agencies and days beside."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(58, 60, '<div class="article-body">')
G = '2024年法治政府建设工作报告'
Y = '2024年度法治政府建设情况报告'


def add(name, html, known=None, **fields):
    LOT.add(name, html, known, **fields)


def text(opening):
    return [opening, *BODY[1:]]


OURS = text('2024年，我局深入学习贯彻习近平法治思想，推进法治机关建设，现将工作情况报告如下：')
AREA = text('2024年，全县上下深入推进依法行政，法治政府建设取得新成效，现将有关情况报告如下：')


def page(title, info='', closing=(), foot='', body=OURS, above='', head=''):
    return LOT.page(title, f'{above}<div class="article-title">{title}</div><div class="article-info">{info}</div>', closing, foot, body=body, head=head)


add('the site is of another agency, the title names the bureau', page(f'松岭县应急管理局{G}', '发布时间：2025-01-15 16:40　来源：松岭县人民政府', foot='<div>主办单位：松岭县人民政府办公室　承办单位：松岭县大数据中心</div>'), issuer='松岭县应急管理局', source='松岭县人民政府', published='2025-01-15')
add('county office reports for the government, signs as such', page(f'松岭县人民政府关于{Y}', '2025-03-05　来源：县政府办', ['松岭县人民政府', '2025年3月3日'], body=['省人民政府：', *AREA]), issuer='松岭县人民政府', source='县政府办', published='2025-03-05', signed_date='2025-03-03')
add('the law office of the party committee reports for the county', page(f'松岭县{Y}', '2025-03-05', ['中共松岭县委全面依法治县委员会办公室', '2025年3月1日'], body=AREA), issuer='中共松岭县委全面依法治县委员会办公室', signed_date='2025-03-01')
add('bureau under two names with a sign of addition', page(f'松岭县住房和城乡建设局（人民防空办公室）{G}', '信息来源：县住建局　时间：2025年02月06日'), issuer_in=['松岭县住房和城乡建设局', '松岭县住房和城乡建设局（人民防空办公室）'], source='县住建局', published='2025-02-06')
add('a squad of a bureau reports', page(f'松岭县市场监督管理综合行政执法大队{G}', '2025-01-20 09:10:02', ['松岭县市场监督管理综合行政执法大队', '2025年1月17日']), issuer='松岭县市场监督管理综合行政执法大队', published='2025-01-20')
add('title without the agency, text opens with it', page(Y, '日期：2025-01-23', body=text('松岭县卫生健康局2024年坚持以习近平法治思想为指导，扎实推进法治建设，现将有关情况报告如下：')), issuer='松岭县卫生健康局', title=Y)
add('opens with whom the report is for', page(Y, '日期：2025-01-23', ['松岭县退役军人事务局', '2025年1月21日'], body=['县委依法治县办：', *OURS]), issuer='松岭县退役军人事务局', signed_date='2025-01-21')
add('joint report of two named with a mark between', page(f'松岭县发展和改革局、松岭县粮食和物资储备局{G}', '2025-01-23'), issuer_in=['松岭县发展和改革局、松岭县粮食和物资储备局', '松岭县发展和改革局 松岭县粮食和物资储备局', '松岭县发展和改革局'])
add('a zone of a city with a committee, short in the title', page(f'临川经开区{Y}', '2025-02-11 来源：经开区管委会', ['临川经济开发区管理委员会', '2025年2月8日'], body=text('2024年，临川经开区坚持依法治区，优化法治化营商环境，现将情况报告如下：')), issuer='临川经济开发区管理委员会', source='经开区管委会', signed_date='2025-02-08')
add('state tax office of a county, the site of the province', page(f'国家税务总局松岭县税务局{Y}', '2025-01-24 来源：国家税务总局汉东省税务局', foot='<p>版权所有：国家税务总局汉东省税务局</p>'), issuer='国家税务总局松岭县税务局', source='国家税务总局汉东省税务局')
add('customs under a port', page(f'中华人民共和国临川海关{Y}', '发布时间：2025-02-14'), issuer_in=['中华人民共和国临川海关', '临川海关'], published='2025-02-14')
add('a street signs with its party committee', page(f'望江路街道{G}', '2024-12-31', ['中共望江路街道工作委员会', '望江路街道办事处', '2024年12月30日'], body=text('2024年，望江路街道认真落实法治建设各项要求，现将情况报告如下：')), issuer_in=['望江路街道办事处', '中共望江路街道工作委员会 望江路街道办事处', '中共望江路街道工作委员会、望江路街道办事处'], signed_date='2024-12-30')
add('town with its ethnic name', page(f'松岭县马鞍回族乡人民政府{G}', '2024-12-26 来源：马鞍回族乡'), issuer='松岭县马鞍回族乡人民政府', source='马鞍回族乡', published='2024-12-26')
add('farm of reclamation', page(f'红星农场有限公司（红星管理区）{G}', '2025-01-02', ['红星管理区管理委员会', '2024年12月31日'], body=text('2024年，红星管理区依法推进各项工作，现将有关情况报告如下：')), issuer='红星管理区管理委员会', signed_date='2024-12-31')
add('the page tells who made and who keeps', page(f'松岭县交通运输局{G}', '<span>制作单位：县融媒体中心</span><span>责任单位：县交通运输局</span><span>发布日期：2025-01-08</span>'), issuer_in=['松岭县交通运输局', '县交通运输局'], published='2025-01-08')
add('meta data with another source than the line', page(f'松岭县民政局{G}', '来源：县民政局　2025-01-07', head='<meta name="ContentSource" content="县民政局"><meta name="PubDate" content="2025-01-07 10:12"><meta name="SiteName" content="松岭县人民政府网">'), issuer='松岭县民政局', source='县民政局', published='2025-01-07', site_name_in=['松岭县人民政府网', '松岭县人民政府'])
add('day of visit at the top of the page', page(f'松岭县审计局{G}', '发布时间：2025-01-06', above='<div class="today">今天是2026年11月30日 星期一 晴 3℃~12℃</div>'), issuer='松岭县审计局', published='2025-01-06')
add('deadline and day of force in a table', page(f'松岭县教育局{Y}', '', above='<table><tr><td>信息分类</td><td>年度报告</td><td>发布机构</td><td>松岭县教育局</td></tr><tr><td>生成日期</td><td>2025-01-10</td><td>生效日期</td><td>2025-01-10</td></tr><tr><td>废止日期</td><td></td><td>文　　号</td><td>松教〔2025〕2号</td></tr></table>'), issuer='松岭县教育局', doc_number='松教〔2025〕2号')
add('day in Chinese signs, hour behind it', page(f'松岭县财政局{G}', '二〇二五年一月九日 上午10:30　阅读：88次'), issuer='松岭县财政局', published='2025-01-09')
add('day behind the source in brackets', page(f'松岭县科学技术局{G}', '（来源：县科技局 2025.01.09）'), issuer='松岭县科学技术局', source='县科技局', published='2025-01-09')
add('signature with a contact below the date', page(Y, '2025-01-13', ['松岭县水利局', '2025年1月10日', '（联系人：韩某，电话：0000-7654321）']), issuer='松岭县水利局', signed_date='2025-01-10')
add('signature in one line behind the closing words', page(Y, '2025-01-13', ['特此报告。', '松岭县林业局　二〇二五年一月十日']), issuer='松岭县林业局', signed_date='2025-01-10')
add('title in two headings: agency small, report large', LOT.page(f'松岭县统计局{Y}', f'<h4>松岭县统计局</h4><h1>{Y}</h1><div>2025-01-13</div>', body=OURS), issuer='松岭县统计局', published='2025-01-13')
add('title repeats the county, the bureau is of the city', page(f'临川市生态环境局松岭分局{G}', '2025-01-13 来源：市生态环境局松岭分局'), issuer='临川市生态环境局松岭分局', source='市生态环境局松岭分局')
add('ministry of the state', page(f'水利部临江水利委员会{Y}', '2025-03-28　来源：政策法规局'), issuer='水利部临江水利委员会', source='政策法规局', published='2025-03-28')
add('only another agency is named, in the text', page(Y, '2025-01-13', body=text('根据县司法局的通知要求，现将我单位2024年法治建设情况报告如下：')), issuer=None)
