# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 20: hard issuers, sources, numbers, dates and titles, written before any of it was read."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(74, 77, '<div class="con_text">')
G = '2025年度法治政府建设情况报告'
OURS = ['2025年，我局认真学习贯彻习近平法治思想，依法履行职责，现将有关情况报告如下。', *BODY[1:]]


def add(name, html, known=None, **fields):
    LOT.add(name, html, known, **fields)


def page(title, info='', closing=(), foot='', above='', body=OURS, head='', shown=None):
    return LOT.page(title, f'{above}<h1>{title if shown is None else shown}</h1><div class="xx">{info}</div>', closing, foot, body=body, head=head)


add('committee office with joint name', page(f'中共榕江市委全面依法治市委员会办公室{G}', '2026-02-10 09:00 来源：市委依法治市办', ['中共榕江市委全面依法治市委员会办公室', '2026年2月8日']), issuer='中共榕江市委全面依法治市委员会办公室', source='市委依法治市办', published='2026-02-10', signed_date='2026-02-08')
add('double name of a bureau', page(f'榕江市农业农村局（市乡村振兴局）{G}', '发布日期：2026年1月19日', ['榕江市农业农村局（市乡村振兴局）', '2026年1月16日']), issuer_in=['榕江市农业农村局', '榕江市农业农村局（市乡村振兴局）'], published='2026-01-19', signed_date='2026-01-16')
add('management committee of a zone', page(f'榕江国家高新技术产业开发区管理委员会{G}', '来源： 高新区管委会   发布时间： 2026-03-02', ['榕江高新区管委会', '2026年2月26日']), issuer_in=['榕江国家高新技术产业开发区管理委员会', '榕江高新区管委会'], source='高新区管委会', published='2026-03-02', signed_date='2026-02-26')
add('tax office of the state in a county', page(f'国家税务总局青岭县税务局{G}', '时间：2026-01-30　来源：国家税务总局青岭县税务局', ['国家税务总局青岭县税务局', '2026年1月28日']), issuer='国家税务总局青岭县税务局', source='国家税务总局青岭县税务局', signed_date='2026-01-28')
add('branch of a ministry bureau in a city district', page(f'榕江市自然资源和规划局城东分局{G}', '2026/1/22', ['榕江市自然资源和规划局城东分局', '2026年1月20日']), issuer='榕江市自然资源和规划局城东分局', published='2026-01-22')
add('corps and its division', page(f'第七师胡杨河市{G}', '发布时间：2026-03-18　来源：师市司法局', body=['2025年，第七师胡杨河市深入学习贯彻习近平法治思想，现将情况报告如下。', *BODY[1:]]), source='师市司法局', published='2026-03-18', issuer_in=['第七师胡杨河市', None])
add('town people’s congress region with autonomous county', page(f'青岭苗族侗族自治县人民政府办公室关于{G[:-2]}的报告', '2026-02-03', ['青岭苗族侗族自治县人民政府办公室', '二〇二六年二月二日']), issuer='青岭苗族侗族自治县人民政府办公室', signed_date='2026-02-02', published='2026-02-03')
add('number of the letter above the title', LOT.page(G, f'<div class="wh">榕交字〔2026〕11号</div><h1>榕江市交通运输局关于报送{G}的报告</h1><div>发布时间：2026-01-15</div>', ['榕江市交通运输局', '2026年1月13日'], body=['市委全面依法治市委员会办公室：', *OURS]), doc_number='榕交字〔2026〕11号', title=f'榕江市交通运输局关于报送{G}的报告', issuer='榕江市交通运输局', signed_date='2026-01-13')
add('number with round brackets of half width', page(f'青岭县民政局{G}', '文号：青民发(2026)4号　成文日期：2026-01-09　发布日期：2026-01-12', ['青岭县民政局']), doc_number_in=['青民发(2026)4号', '青民发〔2026〕4号', '青民发（2026）4号'], published='2026-01-12', issuer='青岭县民政局')
add('number without a year sign', page(f'青岭县医疗保障局{G}', '发文字号：青医保〔2026〕无号　2026-01-12'), issuer='青岭县医疗保障局', published='2026-01-12')
add('cited number in the text is not the page’s', page(f'青岭县审计局{G}', '2026-01-12', body=['根据《关于做好年度报告工作的通知》（青法办〔2025〕33号）要求，青岭县审计局编制本报告。', *BODY[1:]]), doc_number=None, issuer='青岭县审计局')
add('title broken over three lines with the year apart', LOT.page('榕江市生态环境局', '<h1>榕江市生态环境局<br>2025年度<br>法治政府建设情况报告</h1><div>来源：本局 发布时间：2026-01-26</div>', body=OURS), title=f'榕江市生态环境局{G}', issuer='榕江市生态环境局', published='2026-01-26')
add('title with a mark of pictures and a date behind it', LOT.page(f'[图文]榕江市体育局{G}(2026-01-20)', f'<div class="t1">榕江市体育局{G}</div><div>2026-01-20 10:00:00 政策法规处</div>', body=OURS), title=f'榕江市体育局{G}', issuer='榕江市体育局', published='2026-01-20')
add('source with a phone and an author', page(f'青岭县水利局{G}', '来源：青岭县水利局 作者：陆某 电话：0771-5550000 时间：2026-01-21 08:00'), source='青岭县水利局', published='2026-01-21', issuer='青岭县水利局')
add('source in a label without a colon', page(f'青岭县林业局{G}', '<span class="l">来源</span><span class="v">青岭县林业局</span><span class="l">发布时间</span><span class="v">2026-01-21</span>'), source='青岭县林业局', published='2026-01-21')
add('source is an account', page(f'榕江市公安局{G}', '2026-02-02 14:12 来源：微信公众号“榕江公安”', ['榕江市公安局', '2026年1月30日']), source_in=['微信公众号“榕江公安”', '榕江公安'], issuer='榕江市公安局')
add('source empty, views filled', page(f'榕江市商务局{G}', '来源：　浏览次数：120　发布日期：2026-01-08'), source=None, published='2026-01-08', issuer='榕江市商务局')
add('two dates: written and put on the page', page(f'榕江市商务局{G}', '发文时间：2026年1月6日　上网时间：2026年1月8日'), published='2026-01-08', issuer='榕江市商务局')
add('date in English order in the meta data', page(f'榕江市科学技术局{G}', '', head='<meta name="PubDate" content="2026/01/09 18:22:31">'), published='2026-01-09', issuer='榕江市科学技术局')
add('update later than publication', page(f'榕江市审计局{G}', '更新时间：2026-06-30　发布时间：2026-01-14'), published='2026-01-14', issuer='榕江市审计局')
add('day without the year, year in the address only', page(f'榕江市统计局{G}', '01-14 09:20　统计局'), issuer='榕江市统计局')
add('signature with a seal note', page(G, '2026-01-14', ['（盖章）青岭县市场监督管理局', '2026年1月12日']), issuer='青岭县市场监督管理局', signed_date='2026-01-12')
add('agency and date on one line, blank between', page(G, '2026-01-14', ['青岭县文化广电和旅游局　　2026年1月12日']), issuer='青岭县文化广电和旅游局', signed_date='2026-01-12')
add('party group signs for its bureau', page(G, '2026-01-14', ['中共青岭县教育局党组', '2026年1月12日']), issuer_in=['中共青岭县教育局党组', '青岭县教育局'], signed_date='2026-01-12')
add('date above the agency', page(G, '2026-01-14', ['2026年1月12日', '青岭县财政局']), issuer='青岭县财政局', signed_date='2026-01-12')
add('three agencies sign', page(G, '2026-03-14', ['青岭县司法局', '青岭县公安局', '青岭县民政局', '2026年3月12日'], body=['2025年，全县法治政府建设稳步推进，现将有关情况报告如下。', *BODY[1:]]), signed_date='2026-03-12', issuer_in=['青岭县司法局 青岭县公安局 青岭县民政局', '青岭县司法局、青岭县公安局、青岭县民政局', '青岭县司法局'])
add('province-run college', page(f'榕江职业技术学院{G[:6]}法治工作报告', '2026-01-14 来源：党政办公室', ['榕江职业技术学院', '2026年1月10日']), issuer='榕江职业技术学院', signed_date='2026-01-10', source='党政办公室')
add('sub-district office with district before it', page(f'榕江市城东区望湖街道办事处{G}', '2026-01-05', ['望湖街道办事处', '2025年12月31日']), issuer_in=['榕江市城东区望湖街道办事处', '望湖街道办事处'], signed_date='2025-12-31')
add('station of the railway police', page(f'榕江铁路公安处{G}', '2026-01-05'), issuer='榕江铁路公安处')
add('fire brigade', page(f'青岭县消防救援大队{G}', '2026-01-05 来源：县消防救援大队', ['青岭县消防救援大队', '2026年1月4日']), issuer='青岭县消防救援大队', source='县消防救援大队')
add('big data centre and bureau', page(f'榕江市行政审批服务局（榕江市政务服务管理办公室）{G}', '2026-01-05'), issuer_in=['榕江市行政审批服务局', '榕江市行政审批服务局（榕江市政务服务管理办公室）'])
add('title says only the year, column says who', LOT.page(G, f'<div class="pos">首页 &gt; 部门公开 &gt; 榕江市民政局 &gt; 法治政府建设</div><h1>{G}</h1><div>2026-01-05</div>', ['榕江市民政局', '2026年1月4日'], body=OURS), issuer='榕江市民政局', title=G)
