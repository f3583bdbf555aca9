# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 8."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(262, 268, '<div class="pages_content" id="UCAP-CONTENT">')
G = '2024年度法治政府建设情况报告'
H = '<h1>{t}</h1><p>发布时间：{d} 来源：{s}</p>'


def _h(title: str, day: str, source: str) -> str:
    return H.format(t=title, d=day, s=source)


NAMED = (
    ('云岭经济技术开发区管理委员会', '经开区管委会办公室'),
    ('云岭高新技术产业开发区管委会', '高新区党政办'),
    ('云岭自由贸易试验区石桥片区管理局', '片区管理局'),
    ('云岭综合保税区管理办公室', '综保区'),
    ('石桥区卫生健康委员会', '区卫健委'),
    ('石桥区数据和政务服务局', '区数据局'),
    ('石桥区国防动员办公室', '区国动办'),
    ('石桥区民族宗教事务局', '区民宗局'),
    ('云岭市公安局石桥分局', '石桥公安'),
    ('云岭市石桥区税务局', '区税务局'),
    ('云岭市住房公积金管理中心', '市公积金中心'),
    ('云岭市交通运输综合行政执法支队', '市交通执法支队'),
    ('云岭市地方海事局', '市海事局'),
    ('云岭省粮食和物资储备局', '省粮储局'),
    ('云岭省人民政府国有资产监督管理委员会', '省国资委'),
    ('石桥区白沙民族乡人民政府', '白沙乡'),
    ('石桥区南门街道办事处', '南门街道'),
    ('云岭市城市管理和综合执法局', '市城管局'),
    ('云岭市教育体育局', '市教体局'),
    ('云岭市水务局', '市水务局'),
)
RESTS = ('2024年法治政府建设年度报告', '关于2024年度法治政府建设情况的报告', '2024年法治政府建设工作总结及2025年工作计划', '2024年度推进法治政府建设工作报告')
SITES = ('{t}_石桥区人民政府网', '{t}', '{t}-通知公告-云岭市', '石桥区人民政府 - {t}')
FORMS = (
    '<div class="header"><h2>{t}</h2><div class="info"><span>发布日期：2025-02-1{d}</span><span>来源：{s}</span><span>字体：大 中 小</span></div></div>',
    '<h1 id="title">{t}</h1><div class="pages-date">2025-02-1{d} 09:3{d} <span>来源： {s}</span></div>',
    '<div class="detail-title">{t}</div><p class="detail-msg">信息来源：{s}　发布时间：2025年2月1{d}日　访问量：</p>',
    '<p align="center"><font size="5"><b>{t}</b></font></p><p align="center">时间：2025-02-1{d}　来源：{s}　作者：</p>',
)
for at, (name, short) in enumerate(NAMED):
    title = name + RESTS[at % 4]
    head = FORMS[(at // 2) % 4].format(t=title, s=short, d=at % 9)
    closing = [['特此报告。', name, f'2025年1月{at + 5}日'], [], [f'{name}　　2025年1月{at + 5}日']][at % 3]
    LOT.add(f'ordinary {name}', LOT.page(SITES[(at + at // 4) % 4].format(t=title), head, closing), title=title, published=f'2025-02-1{at % 9}', source=short, issuer=name)

# the title names no issuer: signature, source, foot
for at, name in enumerate(('云岭市林业和草原局', '石桥区医疗保障局', '云岭市生态环境局石桥分局', '石桥区城市更新和住房保障中心', '云岭新区应急管理局', '石桥镇人民政府')):
    LOT.add(f'signed {name}', LOT.page('法治政府建设', _h(G, f'2025-03-0{at + 1}', '本站原创'), ['<span style="float:right">' + name + '</span>', '<span style="float:right">2025年2月2' + str(at) + '日</span>']), title=G, published=f'2025-03-0{at + 1}', issuer=name, signed_date=f'2025-02-2{at}')
T = '石桥区2024年法治政府建设年度报告'
LOT.add('region and its office', LOT.page(T, _h(T, '2025-03-10', '区司法局'), ['中共石桥区委', '石桥区人民政府', '2025年3月5日']), title=T, published='2025-03-10', source='区司法局', issuer='中共石桥区委 石桥区人民政府', signed_date='2025-03-05')
LOT.add('joint on one line', LOT.page(T, _h(T, '2025-03-10', '石桥区人民政府办公室'), ['中共石桥区委　　石桥区人民政府', '2025年3月5日']), title=T, published='2025-03-10', source='石桥区人民政府办公室', issuer='中共石桥区委 石桥区人民政府')
LOT.add('joint in title', LOT.page('中共石桥区委 石桥区人民政府关于2024年法治政府建设情况的报告', _h('中共石桥区委 石桥区人民政府关于2024年法治政府建设情况的报告', '2025-03-11', '区委办')), title='中共石桥区委 石桥区人民政府关于2024年法治政府建设情况的报告', published='2025-03-11', source='区委办', issuer_in=['中共石桥区委 石桥区人民政府', '中共石桥区委、石桥区人民政府'])
LOT.add('party group of a bureau', LOT.page(G, _h(G, '2025-03-11', '区水利局'), ['中共石桥区水利局党组', '2025年2月26日']), title=G, published='2025-03-11', source='区水利局', issuer_in=['中共石桥区水利局党组', '石桥区水利局'])
LOT.add('committee and office of a street', LOT.page('中共石桥区南门街道工作委员会 石桥区南门街道办事处' + G, '<h1>中共石桥区南门街道工作委员会<br>石桥区南门街道办事处<br>' + G + '</h1><p>2025-03-11</p>'), published='2025-03-11', issuer_in=['中共石桥区南门街道工作委员会 石桥区南门街道办事处', '中共石桥区南门街道工作委员会石桥区南门街道办事处'])
LOT.add('title in two headings', LOT.page('石桥区审计局' + G, '<h2>石桥区审计局</h2><h2>' + G + '</h2><p>发布日期：2025-03-12</p>'), title='石桥区审计局' + G, published='2025-03-12', issuer='石桥区审计局')
LOT.add('title in two lines of one heading', LOT.page('石桥区统计局' + G, '<h1>石桥区统计局<br/>' + G + '</h1><p>发布日期：2025-03-12</p>'), title='石桥区统计局' + G, published='2025-03-12', issuer='石桥区统计局')
LOT.add('title in bold lines within the text', LOT.page('详情', '<p>发布日期：2025-03-12</p>', body=['<b>石桥区司法局</b>', '<b>关于2024年法治政府建设情况的报告</b>', *BODY]), title_in=['石桥区司法局关于2024年法治政府建设情况的报告', '关于2024年法治政府建设情况的报告'], published='2025-03-12', issuer='石桥区司法局')
LOT.add('site only in the foot', LOT.page(G, '<h1>' + G + '</h1><p>发布日期：2025-03-13</p>', foot='<div class="footer">主办单位：石桥区农业农村局　地址：石桥路1号　备案号：云ICP备05000001号</div>', body=['2024年，我局深入贯彻习近平法治思想。', *BODY[1:]]), title=G, published='2025-03-13', issuer='石桥区农业农村局')
LOT.add('rights in the foot', LOT.page(G, '<h1>' + G + '</h1><p>发布日期：2025-03-13</p>', foot='<div class="footer"><p>版权所有：石桥区交通运输局</p><p>网站标识码：5301020001</p></div>', body=['2024年，我局深入贯彻习近平法治思想。', *BODY[1:]]), title=G, published='2025-03-13', issuer='石桥区交通运输局')
LOT.add('keeper is the government, the text a bureau', LOT.page(G, '<h1>' + G + '</h1><p>发布日期：2025-03-13</p>', foot='<div class="footer">主办：石桥区人民政府办公室 承办：石桥区大数据中心</div>', body=['2024年，我局深入贯彻习近平法治思想。', *BODY[1:]]), title=G, published='2025-03-13', issuer=None)
LOT.add('order of a government', LOT.page('石桥区人民政府令第12号', '<h1>石桥区人民政府令</h1><p>第12号</p><p>发布日期：2025-03-14</p>', ['区长　张某某', '2025年3月10日'], body=['《石桥区停车场管理办法》已经2025年2月28日区人民政府第30次常务会议通过，现予公布，自2025年5月1日起施行。', '第一条　为了加强停车场管理，根据有关法律法规，结合本区实际，制定本办法。', '第二条　本区行政区域内停车场的规划、建设、使用和管理，适用本办法。']), published='2025-03-14', doc_number_in=['石桥区人民政府令第12号', '第12号'])
LOT.add('breadcrumb list above', LOT.page(G + '-石桥区', '<ul class="crumb"><li><a href="/">首页</a></li><li><a href="/a">信息公开</a></li><li><a href="/b">石桥区气象局</a></li><li>法治政府建设年报</li></ul>' + _h(G, '2025-03-14', '石桥区气象局')), title=G, published='2025-03-14', source='石桥区气象局', issuer='石桥区气象局')
LOT.add('breadcrumb names the bureau', LOT.page(G, '<div>当前位置：首页 &gt; 部门信息公开 &gt; 石桥区残疾人联合会 &gt; 法治政府建设</div><h1>' + G + '</h1><p>2025-03-14 10:01</p>', ['石桥区残疾人联合会']), title=G, published='2025-03-14', issuer='石桥区残疾人联合会')
LOT.add('date with weekday', LOT.page(G, '<h1>' + G + '</h1><p>2025年03月17日 星期一 来源：石桥区档案馆</p>', ['石桥区档案馆', '2025.3.10']), title=G, published='2025-03-17', source='石桥区档案馆', issuer='石桥区档案馆', signed_date='2025-03-10')
LOT.add('source with brackets', LOT.page(G, '<h1>' + G + '</h1><p>【来源：石桥区红十字会】【发布时间：2025-03-17】【点击数：】</p>'), title=G, published='2025-03-17', source='石桥区红十字会', issuer='石桥区红十字会')
LOT.add('updated later', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2025-03-17 更新时间：2025-04-02 来源：区供销社</p>', ['石桥区供销合作社联合社', '2025年3月12日']), title=G, published='2025-03-17', source='区供销社', issuer='石桥区供销合作社联合社')
LOT.add('report for two organs', LOT.page('石桥区农业农村局（乡村振兴局）' + G, _h('石桥区农业农村局（乡村振兴局）' + G, '2025-03-18', '区农业农村局')), title='石桥区农业农村局（乡村振兴局）' + G, published='2025-03-18', source='区农业农村局', issuer_in=['石桥区农业农村局（乡村振兴局）', '石桥区农业农村局'])
LOT.add('year first title', LOT.page('2024年度石桥区退役军人事务局法治政府建设工作报告', _h('2024年度石桥区退役军人事务局法治政府建设工作报告', '2025-03-18', '区退役军人局')), title='2024年度石桥区退役军人事务局法治政府建设工作报告', published='2025-03-18', source='区退役军人局', issuer='石桥区退役军人事务局')
LOT.add('short form in title, full in signature', LOT.page('市发改委2024年法治政府建设年度报告', _h('市发改委2024年法治政府建设年度报告', '2025-03-18', '市发改委'), ['云岭市发展和改革委员会', '2025年2月20日']), title='市发改委2024年法治政府建设年度报告', published='2025-03-18', source='市发改委', issuer='云岭市发展和改革委员会')
LOT.add('short form only', LOT.page('区市场监管局2024年法治政府建设年度报告', _h('区市场监管局2024年法治政府建设年度报告', '2025-03-18', '区市场监管局')), title='区市场监管局2024年法治政府建设年度报告', published='2025-03-18', source='区市场监管局', issuer='区市场监管局')
LOT.add('sentence names the full form', LOT.page('区人社局' + G, _h('区人社局' + G, '2025-03-19', '区人社局'), body=['2024年，石桥区人力资源和社会保障局坚持以习近平法治思想为指导，全面推进依法行政。', *BODY[1:]]), title='区人社局' + G, published='2025-03-19', source='区人社局', issuer_in=['石桥区人力资源和社会保障局', '区人社局'])
LOT.add('addressee above the text', LOT.page(G, _h(G, '2025-03-19', '石桥区商务局'), ['石桥区商务局', '2025年3月3日'], body=['区委、区政府，市商务局：', *BODY]), title=G, published='2025-03-19', source='石桥区商务局', issuer='石桥区商务局')
LOT.add('forwarding office in source', LOT.page('石桥区司法局' + G, _h('石桥区司法局' + G, '2025-03-19', '石桥区人民政府办公室')), title='石桥区司法局' + G, published='2025-03-19', source='石桥区人民政府办公室', issuer='石桥区司法局')
LOT.add('township and its committee', LOT.page('石桥区柳河镇2024年法治政府建设工作报告', _h('石桥区柳河镇2024年法治政府建设工作报告', '2025-03-20', '柳河镇'), ['中共石桥区柳河镇委员会', '石桥区柳河镇人民政府', '2025年1月6日']), title='石桥区柳河镇2024年法治政府建设工作报告', published='2025-03-20', source='柳河镇', issuer='中共石桥区柳河镇委员会 石桥区柳河镇人民政府')
LOT.add('township without a signature', LOT.page('柳河镇2024年法治政府建设工作报告', _h('柳河镇2024年法治政府建设工作报告', '2025-03-20', '柳河镇人民政府')), title='柳河镇2024年法治政府建设工作报告', published='2025-03-20', source='柳河镇人民政府', issuer='柳河镇人民政府')
LOT.add('farm of a region', LOT.page('云岭垦区红星农场管理委员会2024年法治建设情况报告', _h('云岭垦区红星农场管理委员会2024年法治建设情况报告', '2025-03-20', '红星农场')), title='云岭垦区红星农场管理委员会2024年法治建设情况报告', published='2025-03-20', source='红星农场', issuer='云岭垦区红星农场管理委员会')
LOT.add('scenic management bureau', LOT.page('云岭山风景名胜区管理局' + G, _h('云岭山风景名胜区管理局' + G, '2025-03-21', '景区管理局')), title='云岭山风景名胜区管理局' + G, published='2025-03-21', source='景区管理局', issuer='云岭山风景名胜区管理局')
LOT.add('ministry', LOT.page('水文资源部2024年法治政府建设年度报告', _h('水文资源部2024年法治政府建设年度报告', '2025-03-21', '政策法规司')), title='水文资源部2024年法治政府建设年度报告', published='2025-03-21', source='政策法规司', issuer='水文资源部')
LOT.add('short ministry body', LOT.page('国家林草局2024年法治政府建设情况', _h('国家林草局2024年法治政府建设情况', '2025-03-21', '办公室')), title='国家林草局2024年法治政府建设情况', published='2025-03-21', issuer='国家林草局')
LOT.add('bureau with dots and comma', LOT.page('石桥区文化广电体育和旅游局' + G, _h('石桥区文化广电体育和旅游局' + G, '2025-03-24', '区文广体旅局')), title='石桥区文化广电体育和旅游局' + G, published='2025-03-24', source='区文广体旅局', issuer='石桥区文化广电体育和旅游局')
LOT.add('bureau with 建设 and 推进 in its name', LOT.page('石桥区城市建设推进中心' + G, _h('石桥区城市建设推进中心' + G, '2025-03-24', '区城建中心')), title='石桥区城市建设推进中心' + G, published='2025-03-24', source='区城建中心', issuer='石桥区城市建设推进中心')
LOT.add('bureau with 工作 in its name', LOT.page('石桥区社会工作部2024年法治建设工作报告', _h('石桥区社会工作部2024年法治建设工作报告', '2025-03-24', '区委社会工作部')), title='石桥区社会工作部2024年法治建设工作报告', published='2025-03-24', source='区委社会工作部', issuer='石桥区社会工作部')
LOT.add('brigade of a branch', LOT.page('云岭市公安局交通警察支队石桥大队' + G, _h('云岭市公安局交通警察支队石桥大队' + G, '2025-03-24', '石桥交警大队')), title='云岭市公安局交通警察支队石桥大队' + G, published='2025-03-24', source='石桥交警大队', issuer='云岭市公安局交通警察支队石桥大队')
LOT.add('signature in one paragraph with a break', LOT.page(G, _h(G, '2025-03-25', '本网'), ['石桥区科学技术局<br>2025年3月11日']), title=G, published='2025-03-25', issuer='石桥区科学技术局', signed_date='2025-03-11')
LOT.add('signature in a table', LOT.page(G, _h(G, '2025-03-25', '本网'), ['<table align="right"><tr><td>石桥区信访局</td></tr><tr><td>2025年3月11日</td></tr></table>']), title=G, published='2025-03-25', issuer='石桥区信访局', signed_date='2025-03-11')
LOT.add('signature before an open question', LOT.page(G, _h(G, '2025-03-25', '本网'), ['石桥区妇女联合会', '2025年3月11日', '（此件公开发布）']), title=G, published='2025-03-25', issuer='石桥区妇女联合会', signed_date='2025-03-11')
LOT.add('three signers', LOT.page('关于2024年度行政执法工作情况的报告', _h('关于2024年度行政执法工作情况的报告', '2025-03-26', '区司法局'), ['石桥区司法局', '石桥区人民法院', '石桥区人民检察院', '2025年3月12日']), title='关于2024年度行政执法工作情况的报告', published='2025-03-26', source='区司法局', issuer='石桥区司法局 石桥区人民法院 石桥区人民检察院')
LOT.add('title with a subtitle', LOT.page('石桥区林业局2024年法治政府建设年度报告（公开版）', _h('石桥区林业局2024年法治政府建设年度报告（公开版）', '2025-03-26', '石桥区林业局')), title='石桥区林业局2024年法治政府建设年度报告（公开版）', published='2025-03-26', source='石桥区林业局', issuer='石桥区林业局')
LOT.add('title with a marker', LOT.page('【年度报告】石桥区林业局2024年法治政府建设年度报告', _h('【年度报告】石桥区林业局2024年法治政府建设年度报告', '2025-03-26', '石桥区林业局')), title='【年度报告】石桥区林业局2024年法治政府建设年度报告', published='2025-03-26', source='石桥区林业局', issuer='石桥区林业局')
LOT.add('table without a title', LOT.page('石桥区审批服务局' + G + '_石桥区人民政府', '<table><tr><td>索引号：</td><td>5301020012/2025-00031</td><td>发布机构：</td><td>石桥区行政审批服务局</td></tr><tr><td>成文日期：</td><td>2025-03-03</td><td>发布日期：</td><td>2025-03-27</td></tr></table><h1>石桥区审批服务局' + G + '</h1>'), title='石桥区审批服务局' + G, published='2025-03-27', issuer='石桥区行政审批服务局', index_number='5301020012/2025-00031', signed_date='2025-03-03')
LOT.add('table names a short form', LOT.page('石桥区民政局' + G, '<table><tr><td>发布机构</td><td>区民政局</td><td>生成日期</td><td>2025-03-27</td></tr></table><h1>石桥区民政局' + G + '</h1>'), title='石桥区民政局' + G, published='2025-03-27', issuer='石桥区民政局')
LOT.add('newspaper day above', LOT.page(G, '<div>今天是2025年11月29日 星期六</div><h1>' + G + '</h1><div>2025-03-28 15:22　石桥区投资促进局　浏览：31</div>', ['石桥区投资促进局']), title=G, published='2025-03-28', issuer='石桥区投资促进局')
LOT.add('english stamp', LOT.page(G, '<h1>' + G + '</h1><div>Mar 28, 2025</div>', ['石桥区外事办公室']), title=G, published='2025-03-28', issuer='石桥区外事办公室')
