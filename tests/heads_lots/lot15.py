# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 15: letters, numbers and codes beside the name, divisions, prefectures, zones, public bodies."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(209, 218, '<div class="xxgk-detail-content" id="fontzoom">')
G = '2024年法治政府建设年度报告'
R = '关于2024年度法治政府建设情况的报告'
OURS = ['2024年，我们认真贯彻落实法治政府建设部署要求，现将有关情况报告如下：', *BODY[1:]]
BUREAU = ['2024年，我局认真贯彻落实法治政府建设部署要求，现将有关情况报告如下：', *BODY[1:]]


def add(name, html, known=None, **fields):
    LOT.add(name, html, known, **fields)


def head(title, info, tag='h1'):
    return f'<{tag}>{title}</{tag}><div class="xq-info">{info}</div>'


# Letters: the addressed stand in the first line, never as the issuer.
T = '汀源市2024年度法治政府建设情况报告'
add('letter to committee and government', LOT.page(T, head(T, '<span>发布日期：2025-03-18</span><span>来源：汀源市司法局</span>'), ['中共汀源市委全面依法治市委员会', '2025年3月6日'], body=['市委、市政府：', *OURS]), title=T, published='2025-03-18', source='汀源市司法局', issuer_in=['中共汀源市委全面依法治市委员会', '汀源市委全面依法治市委员会'], signed_date='2025-03-06', report_year=2024)
T = '汀源市审计局' + R
add('letter to the superior bureau', LOT.page(T + '-汀源市审计局', head(T, '信息来源：法规审理科　发布时间：2025-02-20 09:15'), ['汀源市审计局', '2025年2月18日'], body=['省审计厅、市委依法治市办：', *BUREAU]), title=T, published='2025-02-20', source='法规审理科', issuer='汀源市审计局', signed_date='2025-02-18')
add('letter to the people\'s congress, unsigned', LOT.page(G, head(G, '2025-03-20'), body=['汀源市人民代表大会常务委员会：', *OURS]), title=G, issuer=None, published='2025-03-20', report_year=2024)
add('letter to the prefecture, signed by the county', LOT.page('澜屏县人民政府' + R, head('澜屏县人民政府' + R, '时间：2025-03-11　　来源：澜屏县人民政府办公室　　点击：<b id="c"></b>'), ['澜屏县人民政府', '2025年1月15日'], body=['州人民政府：', *OURS]), title='澜屏县人民政府' + R, source='澜屏县人民政府办公室', published='2025-03-11', signed_date='2025-01-15', issuer='澜屏县人民政府')
add('letter to the chairman and members', LOT.page('红柳区人民政府' + R, head('红柳区人民政府' + R, '2025-04-01 10:08 来源：红柳区人大常委会'), body=['主任、各位副主任、各位委员：', '我受区人民政府委托，现就2024年度法治政府建设情况报告如下，请予审议。', *BODY[1:]]), title='红柳区人民政府' + R, published='2025-04-01', source='红柳区人大常委会', issuer='红柳区人民政府')
# Numbers before, beside and below the title.
T = '澜屏县林业和草原局' + R
add('number in front of the title', LOT.page('澜林草发〔2025〕11号 ' + T, f'<div class="bt">澜林草发〔2025〕11号<br>{T}</div><div class="sj">发布日期：2025-02-25</div>'), title=T, doc_number='澜林草发〔2025〕11号', published='2025-02-25', issuer='澜屏县林业和草原局')
T = '澜屏县教育体育局' + R
add('number glued in front of the title', LOT.page('澜教体〔2025〕4号' + T, head('澜教体〔2025〕4号' + T, '发布日期：2025-02-25')), title_in=[T, '澜教体〔2025〕4号' + T], doc_number='澜教体〔2025〕4号', issuer='澜屏县教育体育局')
T = '澜屏县卫生健康局' + R
add('number behind the title in brackets', LOT.page(T, head(T + '（澜卫发〔2025〕9号）', '发布日期：2025-02-25　浏览次数：7'), ['澜屏县卫生健康局', '2025年2月21日']), title_in=[T, T + '（澜卫发〔2025〕9号）'], doc_number='澜卫发〔2025〕9号', issuer='澜屏县卫生健康局', signed_date='2025-02-21')
add('number below the title in old brackets', LOT.page(T, head(T, '2025-02-25') + '<p align="center">澜卫发[2025]9号</p>'), title=T, doc_number_in=['澜卫发[2025]9号', '澜卫发〔2025〕9号'], issuer='澜屏县卫生健康局')
T = '关于2024年度法治政府建设工作情况的报告'
add('red head of the file', LOT.page(T, '', body=['<center><font color="red" size="7">澜屏县医疗保障局文件</font></center>', '<center>澜医保〔2025〕6号　　　　　签发人：某某</center>', f'<center><b>{T}</b></center>', '县人民政府：', *BUREAU], closing=['澜屏县医疗保障局', '2025年2月10日']), title=T, doc_number='澜医保〔2025〕6号', issuer='澜屏县医疗保障局', signed_date='2025-02-10')
# Codes beside names.
add('code of the agency beside its name', LOT.page(G, '<table class="gkb"><tr><td>发布机构：</td><td>澜屏县自然资源局（MB1234567）</td><td>索引号：</td><td>MB1234567/2025-00012</td></tr><tr><td>公开日期：</td><td>2025-02-26</td><td>公开类别：</td><td>主动公开</td></tr></table>' + f'<h1>{G}</h1>', body=BUREAU), title=G, issuer='澜屏县自然资源局', index_number='MB1234567/2025-00012', published='2025-02-26')
add('credit code as the index number', LOT.page(G, f'<ul class="gk-list"><li>索 引 号：11532900015185XXXK/20250227-00001</li><li>发文机关：澜屏县水务局</li><li>成文日期：2025年02月20日</li><li>发布日期：2025年02月27日</li><li>文　　号：无</li></ul><h1>{G}</h1>', body=BUREAU), title=G, index_number='11532900015185XXXK/20250227-00001', issuer='澜屏县水务局', signed_date='2025-02-20', published='2025-02-27', doc_number=None)
add('site code in meta and in the foot', LOT.page('澜屏县财政局' + G, head('澜屏县财政局' + G, '来源：澜屏县财政局 时间：2025-02-27 11:11:11'), head='<meta name="SiteName" content="澜屏县人民政府门户网站"/><meta name="SiteIDCode" content="5329250003"/><meta name="ColumnName" content="法治政府建设"/>', foot='<div>政府网站标识码：5329250003　滇ICP备2021000001号-1　滇公网安备53292502000001号</div>'), title='澜屏县财政局' + G, issuer='澜屏县财政局', source='澜屏县财政局', published='2025-02-27', site_name='澜屏县人民政府门户网站', site_id_code='5329250003', icp_in=['滇ICP备2021000001号-1', '滇ICP备2021000001号'])
# The production and construction corps.
T = '第七师胡杨河市2024年法治政府建设年度报告'
add('division and city', LOT.page(T, head(T, '来源：第七师胡杨河市司法局　发布时间：2025-03-28'), ['第七师胡杨河市', '2025年3月25日']), title=T, source='第七师胡杨河市司法局', published='2025-03-28', signed_date='2025-03-25', issuer_in=['第七师胡杨河市', None])
T = '新疆生产建设兵团第七师胡杨河市生态环境局' + R
add('division bureau in full', LOT.page(T, head(T, '2025年2月28日　来源：师市生态环境局')), title=T, published='2025-02-28', source='师市生态环境局', issuer='新疆生产建设兵团第七师胡杨河市生态环境局')
T = '第七师交通运输局2024年度法治政府建设工作报告'
add('division bureau short', LOT.page(T + '_第七师胡杨河市', head(T, '【信息来源：交通运输局】【发布时间：2025-02-28】【字体：大 中 小】')), title=T, published='2025-02-28', source='交通运输局', issuer='第七师交通运输局')
add('regiment signs', LOT.page(G, head(G, '2025-01-20 来源：师市政务网'), ['一二七团', '2025年1月17日'], body=['2024年，我团认真落实法治政府建设各项任务。', *BODY[1:]]), title=G, signed_date='2025-01-17', issuer_in=['一二七团', None], source='师市政务网')
T = '兵团应急管理局2024年法治政府建设情况报告'
add('corps bureau', LOT.page(T, head(T, '发布日期：2025-03-27　来源：兵团应急管理局政策法规处')), title=T, issuer='兵团应急管理局', source='兵团应急管理局政策法规处', published='2025-03-27')
# Prefectures, leagues, banners.
T = '【2024年】州水务局法治政府建设情况报告'
add('prefecture bureau, year in front', LOT.page(T, head(T, '发布时间：2025-03-05　信息来源：凉山州水务局'), ['凉山彝族自治州水务局', '2025年2月28日']), title=T, published='2025-03-05', signed_date='2025-02-28', source='凉山州水务局', issuer='凉山彝族自治州水务局', report_year=2024)
T = '凉山州林业和草原局2024年度法治政府建设报告'
add('prefecture short in the title', LOT.page(T, head(T, '2025-03-05 15:00:21　州林草局')), title=T, published='2025-03-05', issuer='凉山州林业和草原局')
T = '兴安盟行政公署2024年法治政府建设年度报告'
add('league', LOT.page(T + '-兴安盟行政公署', head(T, '发布日期：2024-12-31　来源：兴安盟司法局')), title=T, published='2024-12-31', source='兴安盟司法局', issuer='兴安盟行政公署', report_year=2024)
T = '科右中旗2024年度法治政府建设情况报告'
add('banner, its government signs', LOT.page(T, head(T, '2025-01-06　来源：旗司法局'), ['科尔沁右翼中旗人民政府', '2024年12月30日']), title=T, published='2025-01-06', signed_date='2024-12-30', source='旗司法局', issuer='科尔沁右翼中旗人民政府')
# Joint signatures.
add('joint, one below the other, two dates', LOT.page(T, head(T, '2025-01-06'), ['中共科右中旗委员会', '科右中旗人民政府', '二〇二四年十二月三十日']), title=T, published='2025-01-06', signed_date='2024-12-30', issuer='中共科右中旗委员会 科右中旗人民政府')
T = '2024年法治政府建设情况报告'
add('joint in a table', LOT.page(T, head(T, '发布日期：2025-02-14'), ['<table width="100%"><tr><td>屏东港务局</td><td>屏东海事处</td></tr><tr><td colspan="2" align="right">2025年2月12日</td></tr></table>'], body=OURS), title=T, published='2025-02-14', signed_date='2025-02-12', issuer_in=['屏东港务局 屏东海事处', None])
# Offices of committees and of governments.
T = '中共红柳区委全面依法治区委员会办公室关于红柳区2024年法治政府建设情况的报告'
add('office of the committee about the district', LOT.page(T, head(T, '时间：2025-03-19　来源：区委依法治区办')), title=T, issuer='中共红柳区委全面依法治区委员会办公室', source='区委依法治区办', published='2025-03-19')
T = '红柳区人民政府办公室2024年度法治政府建设工作报告'
add('office of the government for itself', LOT.page(T + '_红柳区人民政府', head(T, '时间：2025-01-19　来源：区政府办')), title=T, issuer='红柳区人民政府办公室', source='区政府办', published='2025-01-19')
T = '中共红柳区委机构编制委员会办公室2024年法治建设工作报告'
add('office of the staffing committee', LOT.page(T, head(T, '时间：2025-01-20')), title=T, issuer='中共红柳区委机构编制委员会办公室', published='2025-01-20')
# Zones.
T = '楚江国家高新技术产业开发区管理委员会' + R
add('zone in full', LOT.page(T, head(T, '2025-02-19 | 楚江高新区管委会 | 阅读 32')), title=T, issuer='楚江国家高新技术产业开发区管理委员会', published='2025-02-19')
T = '楚江高新区（新埠街道）2024年法治政府建设年度报告'
add('zone with a street in brackets', LOT.page(T, head(T, '发布时间：2025-02-19　来源：楚江高新区'), ['楚江高新区管委会', '2025年2月17日']), title=T, issuer_in=['楚江高新区管委会', '楚江高新区（新埠街道）'], signed_date='2025-02-17', source='楚江高新区')
T = '楚江市长河新城管理办公室2024年度法治政府建设报告'
add('new town office', LOT.page(T, head(T, '发布时间：2025-02-19')), title=T, issuer='楚江市长河新城管理办公室', published='2025-02-19')
T = '楚江自由贸易试验区临港片区管委会2024年法治政府建设情况报告'
add('free trade area', LOT.page(T, head(T, '2025年02月21日 来源：临港片区管委会法务部')), title=T, issuer='楚江自由贸易试验区临港片区管委会', source='临港片区管委会法务部', published='2025-02-21')
# Public institutions, vertical bodies, companies.
T = '楚江市住房公积金管理中心2024年法治政府建设工作总结'
add('housing fund', LOT.page(T, head(T, '日期：2025-01-22 来源：综合部')), title=T, issuer='楚江市住房公积金管理中心', source='综合部', published='2025-01-22')
T = '楚江市公共资源交易监督管理局' + R
add('control of trading', LOT.page(T, head(T, '2025-01-23')), title=T, issuer='楚江市公共资源交易监督管理局', published='2025-01-23')
T = '中国证券监督管理委员会楚江监管局2024年法治政府建设情况'
add('securities regulator', LOT.page(T, head(T, '日期：2025-03-31　来源：楚江证监局')), title=T, issuer='中国证券监督管理委员会楚江监管局', source='楚江证监局', published='2025-03-31')
T = '国家矿山安全监察局楚江局2024年法治政府建设年度报告'
add('mine safety', LOT.page(T, head(T, '发布时间：2025-03-29 作者：政策法规处')), title=T, issuer='国家矿山安全监察局楚江局', published='2025-03-29')
T = '楚江职业技术学院2024年法治工作报告'
add('college', LOT.page(T, head(T, '2025-01-09')), title=T, issuer='楚江职业技术学院', published='2025-01-09')
# Republished on the government's portal.
add('bureau on the portal, agency only in the source', LOT.page(R + '_楚江市人民政府', head(R, '发布时间：2025-02-24　来源：楚江市园林绿化局　【打印本页】'), body=BUREAU, foot='<p>主办：楚江市人民政府办公室　承办：楚江市政务服务和大数据局</p>'), title=R, source='楚江市园林绿化局', issuer='楚江市园林绿化局', published='2025-02-24', report_year=2024)
add('short source on the portal, first sentence in full', LOT.page(R, head(R, '2025-02-24　来源：市城管执法局'), body=['2024年，楚江市城市管理行政执法局在市委、市政府的正确领导下，深入推进依法行政。', *BODY[1:]]), title=R, source='市城管执法局', issuer='楚江市城市管理行政执法局', published='2025-02-24')
add('republished with the first day in the text', LOT.page('楚江市商务局' + G, head('楚江市商务局' + G, '更新时间：2025-06-30　首次发布：2025-03-12　来源：市商务局')), title='楚江市商务局' + G, source='市商务局', issuer='楚江市商务局', published_in=['2025-03-12', '2025-06-30'])
add('taken from a newspaper', LOT.page('楚江市2024年法治政府建设年度报告', head('楚江市2024年法治政府建设年度报告', '2025年03月30日 07:30　来源：《楚江日报》　第4版'), ['楚江市人民政府', '2025年3月26日']), title='楚江市2024年法治政府建设年度报告', published='2025-03-30', signed_date='2025-03-26', issuer='楚江市人民政府', source_in=['《楚江日报》', '楚江日报'])
# Titles over two lines and of parts.
T = '楚江市人民防空办公室'
add('two paragraphs of a heading', LOT.page(T + R, f'<h1><p>{T}</p><p>{R}</p></h1><div>发布日期：2025-02-27</div>'), title=T + R, issuer=T, published='2025-02-27')
add('two centred paragraphs in the container', LOT.page('法治政府建设-楚江市人防办', '<div class="info">2025-02-27　来源：市人防办</div>', body=[f'<div align="center"><b>{T}</b></div>', f'<div align="center"><b>{R}</b></div>', '<div align="center">（2025年2月20日）</div>', *OURS]), issuer=T, published='2025-02-27', source='市人防办', signed_date_in=['2025-02-20', None])
add('heading and subheading', LOT.page('奋力谱写法治楚江新篇章', '<h1>奋力谱写法治楚江新篇章</h1><h2>——楚江市2024年法治政府建设年度报告</h2><div>2025-03-30</div>', ['楚江市人民政府', '2025年3月26日']), title_in=['奋力谱写法治楚江新篇章——楚江市2024年法治政府建设年度报告', '楚江市2024年法治政府建设年度报告', '奋力谱写法治楚江新篇章', '——楚江市2024年法治政府建设年度报告'], issuer='楚江市人民政府', report_year=2024)
# English, numerals, dates against each other.
add('english labels', LOT.page('楚江海关2024年法治建设年度报告', '<h1>楚江海关2024年法治建设年度报告</h1><p>Release time: 2025-03-25 14:20&nbsp;&nbsp;Source: 楚江海关&nbsp;&nbsp;Views: 120</p>'), title='楚江海关2024年法治建设年度报告', published='2025-03-25', issuer='楚江海关', source_in=['楚江海关', None])
add('english name of the site in the page title', LOT.page('楚江市统计局2024年法治政府建设情况报告 | Chujiang Bureau of Statistics', '<div class="logo">楚江市统计局<br>Chujiang Bureau of Statistics</div>' + head('楚江市统计局2024年法治政府建设情况报告', '2025-03-25')), title='楚江市统计局2024年法治政府建设情况报告', issuer='楚江市统计局', published='2025-03-25')
T = '楚江市气象局二〇二四年度法治政府建设情况报告'
add('year and date in numerals', LOT.page(T, head(T, '发布日期：二〇二五年三月十日'), ['楚江市气象局', '二○二五年二月二十八日']), title=T, published='2025-03-10', signed_date='2025-02-28', issuer='楚江市气象局', report_year=2024)
add('signed after it was published', LOT.page('楚江市地震局' + G, head('楚江市地震局' + G, '发布日期：2025-03-10　来源：市地震局'), ['楚江市地震局', '2025年3月14日']), published='2025-03-10', signed_date='2025-03-14', issuer='楚江市地震局', source='市地震局')
add('signed over the turn of the year', LOT.page('楚江市文物局' + G, head('楚江市文物局' + G, '发布：2025-01-02'), ['楚江市文物局', '2024年12月27日', '（公开属性：主动公开）']), published='2025-01-02', signed_date='2024-12-27', issuer='楚江市文物局', body_last='（公开属性：主动公开）')
add('short year', LOT.page('楚江市体育局' + G, head('楚江市体育局' + G, '[25-03-12]　[市体育局]')), title='楚江市体育局' + G, issuer='楚江市体育局', published_in=['2025-03-12'])
add('clock and relative day', LOT.page('楚江市侨务办公室' + G, '<div>现在是 2026年11月30日 上午 9:05</div>' + head('楚江市侨务办公室' + G, '发布于 3月12日 2025年')), title='楚江市侨务办公室' + G, issuer='楚江市侨务办公室')
# Who speaks where nothing is plain.
add('village committee', LOT.page('红柳区沙湾镇黄泥村2024年法治建设情况', head('红柳区沙湾镇黄泥村2024年法治建设情况', '2025-01-13'), ['黄泥村村民委员会', '2025年1月10日']), issuer='黄泥村村民委员会', signed_date='2025-01-10')
add('inner section signs', LOT.page('楚江市民政局' + G, head('楚江市民政局' + G, '2025-02-13'), ['政策法规科', '2025年2月11日']), issuer_in=['楚江市民政局'], signed_date='2025-02-11')
add('next sentence names another bureau', LOT.page(G, head(G, '2025-02-13 来源：本站'), body=['2024年，我局在楚江市司法局的指导下扎实开展工作。', *BODY[1:]], closing=['以上报告如有不妥，请楚江市司法局批评指正。']), title=G, issuer=None)
add('contact of the bureau below', LOT.page(G, head(G, '2025-02-13'), body=BUREAU, closing=['楚江市档案局', '2025年2月12日', '联系人：某某　电话：0000-0000000　楚江市档案局法规科']), title=G, issuer='楚江市档案局', signed_date='2025-02-12')
add('title of the column as page title', LOT.page('法治政府建设年度报告', head('楚江市科学技术局' + R, '索引号：CJ-KJ-2025-003　生成日期：2025-02-10　公开日期：2025-02-14　公开范围：面向社会')), title='楚江市科学技术局' + R, issuer='楚江市科学技术局', published='2025-02-14', index_number='CJ-KJ-2025-003')
add('row knows the agency', LOT.page('详情', '<div class="t">' + R + '</div><div class="d">2025-02-14</div>', body=BUREAU), {'row_title': R, 'row_date': '2025-02-14', 'row_issuer': '楚江市粮食和物资储备局'}, title=R, issuer='楚江市粮食和物资储备局', published='2025-02-14')
