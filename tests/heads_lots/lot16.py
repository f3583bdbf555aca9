# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 16: who issued it: party and government, zones, police, branches, bodies of the state, nobody."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(153, 157, '<div class="view TRS_UEDITOR trs_paper_default">')
G = '2024年度法治政府建设情况报告'
R = '关于2024年法治政府建设工作情况的报告'
WE = ['2024年，我单位认真贯彻上级关于法治政府建设的决策部署，现将工作情况报告如下。', *BODY[1:]]
DISTRICT = ['2024年，我区深入贯彻落实法治政府建设各项要求，现将工作情况报告如下。', *BODY[1:]]


def add(name, html, known=None, **fields):
    LOT.add(name, html, known, **fields)


def by(title, info, tag='h1'):
    return f'<{tag} class="title">{title}</{tag}><div class="article-info">{info}</div>'


# Party and government together.
T = '中共清湖县委　清湖县人民政府' + R
add('committee and government in the title, blank of full width', LOT.page(T, by(T, '<span>发布时间：2025-03-21 10:00</span><span>来源：县司法局</span>')), title=T.replace('\u3000', ' '), published='2025-03-21', source='县司法局', issuer='中共清湖县委 清湖县人民政府')
T = '清湖县' + G
add('two signatures one below the other', LOT.page(T + '_清湖县人民政府', by(T, '日期：2025-03-21 来源：县委依法治县办'), ['中共清湖县委员会', '清湖县人民政府', '2025年3月18日']), title=T, source='县委依法治县办', signed_date='2025-03-18', issuer='中共清湖县委员会 清湖县人民政府')
add('two signatures on one line', LOT.page(R, by(R, '2025-01-10 09:00:00'), ['中共清湖县沙河乡委员会　　清湖县沙河乡人民政府', '2025年1月8日'], body=WE), title=R, published='2025-01-10', signed_date='2025-01-08', issuer='中共清湖县沙河乡委员会 清湖县沙河乡人民政府')
T = '沙河乡党委、政府' + R
add('party committee and government of a township, short', LOT.page(T, by(T, '时间：2025-01-13 | 来源：沙河乡'), ['沙河乡党委', '沙河乡人民政府', '2025年1月9日']), title=T, source='沙河乡', signed_date='2025-01-09', issuer='沙河乡党委 沙河乡人民政府')
T = '中共清湖县委办公室、清湖县人民政府办公室' + R
add('two offices with a comma between', LOT.page(T, by(T, '发布日期：2025-02-28')), title=T, published='2025-02-28', issuer_in=['中共清湖县委办公室、清湖县人民政府办公室', '中共清湖县委办公室 清湖县人民政府办公室'])
T = '中共清湖县市场监督管理局党组' + R
add('party group of a bureau', LOT.page(T, by(T, '发布日期：2025-02-28 来源：县市场监管局')), title=T, source='县市场监管局', issuer='中共清湖县市场监督管理局党组')
add('bureau signs below its party group', LOT.page(G, by(G, '2025-02-20'), ['中共清湖县审计局党组', '清湖县审计局', '二〇二五年二月十四日'], body=WE), issuer='中共清湖县审计局党组 清湖县审计局', signed_date='2025-02-14')
# Zones, districts of no rank, branches, offices sent out.
T = '云岭经济技术开发区管理委员会' + R
add('zone without a city', LOT.page(T, by(T, '发布时间：2025-03-03　信息来源：经开区管委会')), title=T, published='2025-03-03', source='经开区管委会', issuer='云岭经济技术开发区管理委员会')
add('zone signs short, the title is bare', LOT.page(G, by(G, '来源：云岭经开区 发布时间：2025-03-03'), ['云岭经开区管委会', '2025年2月27日'], body=WE), title=G, source='云岭经开区', issuer='云岭经开区管委会', signed_date='2025-02-27')
T = '云岭市自然资源和规划局高新技术产业开发区分局' + G
add('branch for a zone', LOT.page(T, by(T, '2025-02-19')), title=T, issuer='云岭市自然资源和规划局高新技术产业开发区分局', published='2025-02-19')
T = '云岭综合保税区管理办公室' + G
add('bonded zone', LOT.page(T, by(T, '发布时间：2025年02月19日')), title=T, issuer='云岭综合保税区管理办公室', published='2025-02-19')
T = '石梁区人民政府华阳街道办事处' + R
add('street office of a district', LOT.page(T, by(T, '2025-01-22 来源：华阳街道')), title=T, issuer='石梁区人民政府华阳街道办事处', source='华阳街道')
T = '华阳街道2024年法治政府建设情况报告'
add('street in the title, office in the text', LOT.page(T, by(T, '2025-01-22 来源：华阳街道'), body=['2024年，华阳街道办事处全面落实法治政府建设工作部署，现将情况报告如下。', *BODY[1:]]), title=T, issuer_in=['华阳街道办事处', '华阳街道'])
T = '云岭市公安局交通警察支队' + G
add('police force of a bureau', LOT.page(T, by(T, '发布时间：2025-01-31 16:20:10 来源：交警支队')), title=T, issuer='云岭市公安局交通警察支队', source='交警支队')
T = '石梁区城市管理综合行政执法大队' + G
add('enforcement brigade', LOT.page(T, by(T, '2025-01-31')), title=T, issuer='石梁区城市管理综合行政执法大队')
add('brigade signs', LOT.page(G, by(G, '2025-01-31 来源：本站原创'), ['云岭市文化市场综合行政执法支队', '2025年1月26日'], body=WE), title=G, issuer='云岭市文化市场综合行政执法支队', signed_date='2025-01-26')
T = '石梁山风景名胜区管理局' + G
add('scenic area', LOT.page(T, by(T, '2025-02-02')), title=T, issuer='石梁山风景名胜区管理局')
T = '云岭市水务局青衣江流域管理站' + G
add('station of a bureau', LOT.page(T, by(T, '2025-02-02')), title=T, issuer='云岭市水务局青衣江流域管理站')
# Bodies of the state in the provinces.
T = '国家税务总局清湖县税务局2024年法治税务建设情况报告'
add('tax office', LOT.page(T, by(T, '发布时间：2025-03-26　来源：国家税务总局清湖县税务局')), title=T, issuer='国家税务总局清湖县税务局', source='国家税务总局清湖县税务局')
T = '清湖县税务局2024年度法治政府建设情况报告'
add('tax office short in the title, in full below', LOT.page(T, by(T, '2025-03-26'), ['国家税务总局清湖县税务局', '2025年3月20日']), title=T, issuer='国家税务总局清湖县税务局', signed_date='2025-03-20')
T = '云岭市烟草专卖局（公司）2024年度法治建设情况报告'
add('tobacco, with its company in brackets', LOT.page(T, by(T, '2025-01-24 来源：市烟草专卖局')), title=T, issuer_in=['云岭市烟草专卖局（公司）', '云岭市烟草专卖局'], source='市烟草专卖局')
T = '国家统计局云岭调查队2024年法治政府建设年度报告'
add('survey team', LOT.page(T, by(T, '2025-01-27')), title=T, issuer='国家统计局云岭调查队')
T = '国家金融监督管理总局云岭监管分局' + G
add('financial regulator', LOT.page(T, by(T, '2025-03-28 来源：云岭金融监管分局')), title=T, issuer='国家金融监督管理总局云岭监管分局', source='云岭金融监管分局')
T = '云岭市消防救援支队2024年法治建设工作报告'
add('fire brigade', LOT.page(T, by(T, '发布机构：云岭市消防救援支队　发布日期：2025-01-15')), title=T, issuer='云岭市消防救援支队', published='2025-01-15')
T = '中华人民共和国云岭海事局2024年法治政府部门建设情况'
add('maritime office', LOT.page(T, by(T, '2025-02-24')), title=T, issuer='中华人民共和国云岭海事局')
T = '云岭市邮政管理局' + G
add('postal office', LOT.page(T, by(T, '时间:2025-02-25 来源:法规处')), title=T, issuer='云岭市邮政管理局', source='法规处', published='2025-02-25')
add('meteorological office in the first sentence alone', LOT.page(G, by(G, '2025-02-25 来源：办公室'), body=['2024年，清湖县气象局在市气象局和县委、县政府的领导下，扎实推进气象法治建设，现将有关情况报告如下。', *BODY[1:]]), title=G, issuer='清湖县气象局', source='办公室')
T = '民航云岭监管局2024年度法治政府建设情况报告'
add('aviation', LOT.page(T, by(T, '2025-02-26')), title=T, issuer='民航云岭监管局')
# Public institutions, societies, companies of cities.
T = '云岭市供销合作社联合社' + G
add('cooperatives', LOT.page(T, by(T, '2025-01-17')), title=T, issuer='云岭市供销合作社联合社')
T = '清湖县第一人民医院2024年法治建设工作总结'
add('hospital', LOT.page(T, by(T, '2025-01-17 来源：院办')), title=T, issuer='清湖县第一人民医院', source='院办')
T = '云岭市不动产登记中心2024年法治建设情况报告'
add('registry', LOT.page(T, by(T, '2025-01-17')), title=T, issuer='云岭市不动产登记中心')
T = '云岭市国有资产监督管理委员会' + G
add('commission', LOT.page(T, by(T, '来源：市国资委　2025-02-11')), title=T, issuer='云岭市国有资产监督管理委员会', source='市国资委', published='2025-02-11')
T = '云岭市国资委' + G
add('commission, short', LOT.page(T, by(T, '2025-02-11'), ['云岭市国有资产监督管理委员会', '2025年2月8日']), title=T, issuer='云岭市国有资产监督管理委员会', signed_date='2025-02-08')
# Orders, notices, numbers.
T = '云岭市行政执法监督办法'
add('order of a city', LOT.page(T, '<div class="red">云岭市人民政府令</div><div>第86号</div>' + by(T, '2025-01-08'), body=['《云岭市行政执法监督办法》已经2024年12月20日市人民政府第42次常务会议通过，现予公布，自2025年3月1日起施行。', *BODY[1:]], closing=['市长　某某某', '2024年12月31日']), title=T, doc_number_in=['云岭市人民政府令第86号'], issuer='云岭市人民政府', signed_date='2024-12-31')
T = '国家税务总局云岭市税务局关于公布行政处罚裁量基准的公告'
add('notice of a tax office', LOT.page(T, by(T, '2025-01-08') + '<p align="center">国家税务总局云岭市税务局公告2025年第1号</p>', ['国家税务总局云岭市税务局', '2025年1月6日'], body=['为规范税务行政处罚，现将裁量基准公布如下。', *BODY[1:]]), title=T, issuer='国家税务总局云岭市税务局', doc_number='国家税务总局云岭市税务局公告2025年第1号', signed_date='2025-01-06')
T = '清湖县人民政府办公室关于印发2024年度法治政府建设情况报告的通知'
add('passed on by an office', LOT.page(T, '<table><tr><th>索引号</th><td>QH000-2025-00011</td><th>发文字号</th><td>清政办函〔2025〕11号</td></tr><tr><th>发文机关</th><td>县政府办公室</td><th>成文日期</th><td>2025-02-27</td></tr></table>' + f'<h1>{T}</h1>', ['清湖县人民政府办公室', '2025年2月27日']), title=T, doc_number='清政办函〔2025〕11号', issuer_in=['清湖县人民政府办公室', '县政府办公室'], signed_date='2025-02-27', index_number='QH000-2025-00011')
T = '石梁区水利局' + R
add('number below the title, salutation', LOT.page(T, by(T, '2025-02-12') + '<p style="text-align:center">石水〔2025〕8号</p>', ['石梁区水利局', '2025年2月10日', '抄送：区司法局'], body=['区委依法治区办：', *WE]), title=T, doc_number='石水〔2025〕8号', issuer='石梁区水利局', signed_date='2025-02-10')
# The keeper of the site, the breadcrumb, the logo, the contact.
add('keeper in the foot', LOT.page(G, by(G, '2025-01-20'), body=WE, foot='<div class="footer"><p>主办单位：石梁区卫生健康局　地址：石梁区人民路8号</p><p>湘ICP备12000001号　网站标识码：4312030009</p></div>'), title=G, issuer='石梁区卫生健康局', site_id_code='4312030009')
add('rights in the foot', LOT.page(G + '-石梁区教育局', by(G, '2025-01-20'), body=WE, foot='<div>Copyright © 2020 石梁区教育局 版权所有 All Rights Reserved</div>'), title=G, issuer='石梁区教育局')
add('a government keeps the site of all', LOT.page(G, by(G, '2025-01-20 来源：石梁区人民政府网'), body=WE, foot='<div>石梁区人民政府 版权所有　石梁区政务服务和数据局 承办</div>'), title=G, issuer=None, source='石梁区人民政府网')
add('district speaks on its portal', LOT.page(G, by(G, '2025-03-20 来源：石梁区司法局'), body=DISTRICT, foot='<div>主办：石梁区人民政府</div>'), title=G, issuer_in=['石梁区人民政府', None], source='石梁区司法局')
add('number to call', LOT.page(G, by(G, '2025-01-20'), body=WE, closing=['如对本报告有意见，请与石梁区民政局办公室联系，电话0700-1234567。']), title=G, issuer_in=[None, '石梁区民政局'])
add('copied to', LOT.page(G, by(G, '2025-01-20'), body=WE, closing=['2025年1月16日', '抄送：石梁区人大常委会办公室、区委依法治区办。']), title=G, issuer=None, signed_date='2025-01-16')
add('taken over from a bureau above', LOT.page(G, by(G, '2025-01-20 来源：转载自云岭市司法局'), body=DISTRICT), title=G, issuer_in=[None, '云岭市司法局'])
add('newspaper speaks of a city', LOT.page('云岭市晒出法治政府建设成绩单', by('云岭市晒出法治政府建设成绩单', '2025-03-29 08:11　来源：云岭日报　记者：某某'), body=['本报讯 近日，云岭市公布2024年法治政府建设情况，全市行政执法水平持续提升。', *BODY[2:4]]), title='云岭市晒出法治政府建设成绩单', source='云岭日报', issuer=None)
add('first sentence names who guides', LOT.page(G, by(G, '2025-01-20'), body=['2024年，在云岭市应急管理局的正确指导下，我局扎实推进各项工作。', *BODY[1:]]), title=G, issuer=None)
# Names that are hard to cut.
T = '石梁区发展和改革局（区粮食和物资储备局、区国防动员办公室）2024年度法治政府建设情况报告'
add('names in brackets', LOT.page(T, by(T, '2025-01-20'), ['石梁区发展和改革局', '2025年1月17日']), title=T, issuer_in=['石梁区发展和改革局', T.removesuffix(G)], signed_date='2025-01-17')
T = '关于石梁区民族宗教事务局2024年法治政府建设工作的总结'
add('about the bureau', LOT.page(T, by(T, '2025-01-20')), title=T, issuer='石梁区民族宗教事务局')
T = '2024年石梁区商务局法治政府建设年度报告'
add('year in front of the bureau', LOT.page(T, by(T, '2025-01-20')), title=T, issuer='石梁区商务局', report_year=2024)
T = '石梁区财政局2024年法治财政建设暨法治政府建设情况报告'
add('two subjects', LOT.page(T, by(T, '2025-01-20')), title=T, issuer='石梁区财政局')
T = '区残疾人联合会关于报送2024年法治政府建设工作情况的报告'
add('federation of the disabled, no district', LOT.page(T, by(T, '2025-01-20'), ['石梁区残疾人联合会', '2025年1月14日']), title=T, issuer='石梁区残疾人联合会', signed_date='2025-01-14')
T = '云岭市住建局2024年度法治政府建设情况报告'
add('short in the title, full in the first sentence', LOT.page(T, by(T, '2025-02-11 来源：市住建局'), body=['2024年，云岭市住房和城乡建设局坚持依法行政，现将有关情况报告如下。', *BODY[1:]]), title=T, issuer_in=['云岭市住房和城乡建设局', '云岭市住建局'], source='市住建局')
T = '龙潭土家族苗族自治县民族和宗教事务委员会' + G
add('autonomous county', LOT.page(T, by(T, '2025-02-11')), title=T, issuer='龙潭土家族苗族自治县民族和宗教事务委员会')
T = '新疆生产建设兵团第九师司法局' + G
add('division of the corps', LOT.page(T, by(T, '2025-02-11')), title=T, issuer='新疆生产建设兵团第九师司法局')
