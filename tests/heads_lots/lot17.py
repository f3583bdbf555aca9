# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 17: issuers again: labels of many names, imprints, reports to congresses, odd bodies, what others put up."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(117, 123, '<div id="UCAP-CONTENT" class="article-content">')
G = '2024年度法治政府建设工作报告'
R = '关于2024年度法治政府建设情况的报告'
OFFICE = ['2024年，我局坚持以习近平法治思想为指导，扎实推进各项工作，现将有关情况报告如下。', *BODY[1:]]
CITY = ['2024年，我市坚持以习近平法治思想为指导，全市法治政府建设取得新进展，现将有关情况报告如下。', *BODY[1:]]


def add(name, html, known=None, **fields):
    LOT.add(name, html, known, **fields)


def by(title, info):
    return f'<div class="con-title">{title}</div><div class="con-info">{info}</div>'


# Names with the word for the place alone.
add('the city in the foot alone', LOT.page('市水务局' + G, by('市水务局' + G, '发布时间：2025-02-11 来源：市水务局'), body=OFFICE, foot='<p>主办单位：丹阳川市水务局　联系电话：0700-2233445</p>'), title='市水务局' + G, source='市水务局', issuer='丹阳川市水务局')
add('the city in the page title alone', LOT.page('市民政局' + G + '-丹阳川市民政局', by('市民政局' + G, '2025-02-11'), body=OFFICE), title='市民政局' + G, issuer='丹阳川市民政局')
add('the city nowhere', LOT.page('市民政局' + G, by('市民政局' + G, '2025-02-11 来源：市民政局'), body=OFFICE), title='市民政局' + G, source='市民政局', issuer='市民政局')
add('the city in the signature', LOT.page('市体育局' + G, by('市体育局' + G, '2025-02-11'), ['丹阳川市体育局', '2025年2月8日'], body=OFFICE), title='市体育局' + G, signed_date='2025-02-08', issuer='丹阳川市体育局')
# Labels.
add('main body of disclosure', LOT.page(G, f'<table><tr><td>公开主体：丹阳川市商务局</td><td>公开日期：2025-02-12</td><td>文　号：</td></tr></table><h1>{G}</h1>', body=OFFICE), title=G, published='2025-02-12', issuer='丹阳川市商务局', doc_number=None)
add('supplied by', LOT.page(G, by(G, '2025-02-12　信息提供单位：丹阳川市审计局'), body=OFFICE), title=G, issuer_in=['丹阳川市审计局', None])
add('drawn up by', LOT.page(G, f'<ul><li>制定机关：丹阳川市医疗保障局</li><li>发布日期：2025-02-12</li><li>有效性：有效</li></ul><h1>{G}</h1>', body=OFFICE), title=G, published='2025-02-12', issuer='丹阳川市医疗保障局')
add('reporting unit in the first line of the text', LOT.page(G, by(G, '2025-02-12'), body=['报告单位：丹阳川市统计局　　　报告日期：2025年1月20日', *OFFICE]), title=G, issuer='丹阳川市统计局')
add('filled in by, with a seal', LOT.page(G, by(G, '2025-02-12'), ['填报单位：丹阳川市信访局（公章）', '填报时间：2025年1月21日'], body=OFFICE), title=G, issuer='丹阳川市信访局', signed_date='2025-01-21')
add('the office of the government published what a bureau wrote', LOT.page('丹阳川市教育局' + G, f'<table><tr><td>发布机构：</td><td>丹阳川市人民政府办公室</td><td>发布日期：</td><td>2025-02-12</td></tr></table><h1>丹阳川市教育局{G}</h1>', ['丹阳川市教育局', '2025年2月6日'], body=OFFICE), title='丹阳川市教育局' + G, published='2025-02-12', signed_date='2025-02-06', issuer='丹阳川市教育局')
add('a person as the author, a section as the source', LOT.page('丹阳川市气象局' + G, by('丹阳川市气象局' + G, '作者：王某　来源：法规科　时间：2025-02-12 08:30　【大 中 小】'), body=OFFICE), title='丹阳川市气象局' + G, source='法规科', published='2025-02-12', issuer='丹阳川市气象局')
# Imprints and signatures.
add('imprint with the printing office', LOT.page(R, by(R, '2025-02-13'), ['丹阳川市林业局', '2025年2月10日', '丹阳川市林业局办公室　　2025年2月10日印发'], body=OFFICE), title=R, signed_date='2025-02-10', issuer='丹阳川市林业局')
add('copied to and printed', LOT.page(R, by(R, '2025-02-13'), ['丹阳川市应急管理局', '2025年2月11日', '抄送：市司法局，市委依法治市办。', '丹阳川市应急管理局办公室 2025年2月11日印发'], body=OFFICE), title=R, signed_date='2025-02-11', issuer='丹阳川市应急管理局')
add('signature and date on one line, to the right', LOT.page(R, by(R, '2025-02-13'), ['&emsp;&emsp;&emsp;&emsp;丹阳川市粮食和物资储备局&emsp;2025年2月7日'], body=OFFICE), title=R, signed_date='2025-02-07', issuer='丹阳川市粮食和物资储备局')
add('three sign', LOT.page(R, by(R, '2025-02-13'), ['丹阳川市发展和改革委员会', '丹阳川市财政局', '丹阳川市自然资源局', '2025年2月9日'], body=OFFICE), title=R, signed_date='2025-02-09', issuer='丹阳川市发展和改革委员会 丹阳川市财政局 丹阳川市自然资源局')
add('date above the name', LOT.page(R, by(R, '2025-02-13'), ['2025年2月5日', '丹阳川市司法局'], body=OFFICE), title=R, signed_date='2025-02-05', issuer='丹阳川市司法局')
add('letters set wide', LOT.page(R, by(R, '2025-02-13'), ['丹 阳 川 市 档 案 局', '2 0 2 5 年 2 月 6 日'], body=OFFICE), title=R, signed_date='2025-02-06', issuer='丹阳川市档案局')
# Reports to the congress.
T = '关于丹阳川市2024年度法治政府建设情况的报告'
add('read to the standing committee', LOT.page(T, by(T, '2025-04-02 来源：市人大常委会'), body=['——2025年3月26日在丹阳川市第六届人民代表大会常务委员会第二十八次会议上', '丹阳川市司法局局长　某某某', '市人大常委会：', '受市人民政府委托，现将2024年度法治政府建设情况报告如下，请予审议。', *BODY[1:]]), title=T, source='市人大常委会', issuer_in=['丹阳川市人民政府', None, '市人民政府'])
T = '丹阳川市人民政府关于2024年度法治政府建设情况的报告'
add('to party committee and congress', LOT.page(T, by(T, '2025-03-28 来源：丹阳川市司法局'), body=['省委、省政府：', *CITY], closing=['丹阳川市人民政府', '2025年3月24日']), title=T, source='丹阳川市司法局', signed_date='2025-03-24', issuer='丹阳川市人民政府')
T = '丹阳川市2024年度法治政府建设年度报告'
add('region, put up by the bureau of justice', LOT.page(T, by(T, '2025-03-28 来源：丹阳川市司法局'), body=CITY), title=T, source='丹阳川市司法局', issuer_in=[None, '丹阳川市人民政府'])
add('region, named by its government in the text', LOT.page(T, by(T, '2025-03-28 来源：丹阳川市司法局'), body=['2024年，丹阳川市人民政府坚持以习近平法治思想为指导，现将有关情况报告如下。', *BODY[1:]]), title=T, source='丹阳川市司法局', issuer='丹阳川市人民政府')
# Bodies with odd names.
NAMES = ['丹阳川市人民检察院', '丹阳川市机关事务服务中心', '丹阳川市史志研究室', '丹阳川市博物馆', '丹阳川市红十字会', '丹阳川市总工会', '丹阳川市港航和口岸管理局', '丹阳川市仲裁委员会', '丹阳川市大河口水库管理处', '丹阳川市渔政执法支队', '丹阳川市融媒体中心', '丹阳川市接待办', '丹阳川市行政审批服务局', '丹阳川市工商业联合会', '丹阳川市疾病预防控制局', '丹阳川市地方金融管理局', '丹阳川市林业工作总站', '丹阳川市政务服务和数据管理局']
for number, name in enumerate(NAMES, 1):
    add(f'odd name {number}', LOT.page(name + '2024年法治建设工作情况报告', by(name + '2024年法治建设工作情况报告', f'发布时间：2025-01-{number:02}')), published=f'2025-01-{number:02}', issuer=name)
# Prefectures, leagues, banners, sumu.
T = '塔洛地区行政公署2024年法治政府建设年度报告'
add('prefecture of an area', LOT.page(T, by(T, '2025-03-29')), title=T, issuer='塔洛地区行政公署')
T = '白音诺尔旗人民政府' + R
add('banner', LOT.page(T, by(T, '2025-03-29 来源：旗司法局')), title=T, issuer='白音诺尔旗人民政府', source='旗司法局')
T = '白音诺尔旗查干苏木2024年法治政府建设情况报告'
add('sumu', LOT.page(T, by(T, '2025-01-09'), ['查干苏木人民政府', '2025年1月6日']), title=T, issuer_in=['查干苏木人民政府', '白音诺尔旗查干苏木人民政府'], signed_date='2025-01-06')
T = '白音诺尔旗农牧和科技局' + G
add('bureau of a banner', LOT.page(T, by(T, '2025-01-09')), title=T, issuer='白音诺尔旗农牧和科技局')
# Nobody is proven.
add('a sentence with two bureaus', LOT.page(G, by(G, '2025-02-11 来源：本站'), body=['2024年，我单位会同丹阳川市公安局、丹阳川市司法局开展联合检查8次。', *BODY[1:]]), title=G, issuer=None)
add('a cited document', LOT.page(G, by(G, '2025-02-11'), body=['根据《丹阳川市人民政府办公室关于报送法治政府建设情况的通知》要求，现将有关情况报告如下。', *BODY[1:]]), title=G, issuer=None)
add('a city of the paper and the runner of the site', LOT.page(G, by(G, '2025-02-11 来源：丹阳川发布'), body=['现将有关情况报告如下。', *BODY[1:]], foot='<p>版权所有 丹阳川市人民政府　承办：丹阳川市大数据局　技术支持：某某科技</p>'), title=G, issuer=None, source='丹阳川发布')
add('links of friends', LOT.page(G, by(G, '2025-02-11'), body=['现将有关情况报告如下。', *BODY[1:]], foot='<div>友情链接：<a href="http://a">丹阳川市财政局</a> <a href="http://b">丹阳川市公安局</a></div>'), title=G, issuer=None)
add('the next article names a bureau', LOT.page(G, by(G, '2025-02-11'), body=['现将有关情况报告如下。', *BODY[1:]], foot='<div>上一篇：<a href="1.html">丹阳川市财政局2024年度法治政府建设工作报告</a></div><div>下一篇：<a href="2.html">丹阳川市公安局2024年度法治政府建设工作报告</a></div>'), title=G, issuer=None)
add('guided by a bureau, in the last line', LOT.page(G, by(G, '2025-02-11'), body=['现将有关情况报告如下。', *BODY[1:]], closing=['以上情况，请丹阳川市司法局予以指导。']), title=G, issuer=None)
