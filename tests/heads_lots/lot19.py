# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 19: pages on which agencies stand that did not issue the report, and plain ones between them."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(29, 34, '<div class="TRS_Editor">')
G = '2025年度法治政府建设情况报告'
NONE = ['2025年，我单位认真学习贯彻习近平法治思想，依法履行职责，现将有关情况报告如下。', *BODY[1:]]
TOWN = ['2025年，我镇认真学习贯彻习近平法治思想，依法履行职责，现将有关情况报告如下。', *BODY[1:]]
DISTRICT = ['2025年，我区认真贯彻法治政府建设实施纲要，依法行政水平持续提升，现将有关情况报告如下。', *BODY[1:]]


def add(name, html, known=None, **fields):
    LOT.add(name, html, known, **fields)


def by(title, info):
    return f'<h2>{title}</h2><div class="laiyuan">{info}</div>'


add('column of a bureau beside the text', LOT.page(G, '<div class="left"><h4>区司法局</h4><ul><li>机构职能</li><li>法治政府建设</li></ul></div>' + by(G, '2026-01-09'), body=NONE), issuer=None)
add('a bureau in the name of the column', LOT.page(G, '<div>当前位置：首页 &gt; 政务公开 &gt; 区司法局 &gt; 法治政府建设年度报告</div>' + by(G, '2026-01-09'), body=TOWN), issuer=None)
add('source is the portal of the district', LOT.page(G, by(G, '发布时间：2026-01-09 来源：澄江区人民政府门户网站'), body=NONE), issuer=None, source='澄江区人民政府门户网站')
add('source is the district, the town speaks', LOT.page('柳溪镇' + G, by('柳溪镇' + G, '发布时间：2026-01-09 来源：澄江区人民政府'), ['柳溪镇人民政府', '2026年1月7日'], body=TOWN), issuer='柳溪镇人民政府', source='澄江区人民政府', signed_date='2026-01-07')
add('source is the district, title names the town', LOT.page('柳溪镇' + G, by('柳溪镇' + G, '发布时间：2026-01-09 来源：澄江区人民政府'), body=TOWN), issuer_in=['柳溪镇', '柳溪镇人民政府', None], source='澄江区人民政府')
add('forwarded by the bureau of justice', LOT.page(G, by(G, '2026-03-09 来源：区司法局转'), body=DISTRICT), issuer_in=[None, '澄江区人民政府'])
add('district, keeper and undertaker', LOT.page(G, by(G, '2026-03-09'), body=DISTRICT, foot='<p>主办单位：澄江区人民政府办公室　承办单位：澄江区电子政务中心</p>'), issuer=None)
add('evaluated by the bureau of justice', LOT.page(G, by(G, '2026-01-09'), body=[*NONE, '澄江区司法局对我单位开展了法治督察。'], closing=['2026年1月6日']), issuer=None, signed_date='2026-01-06')
add('a letter to two bodies, nobody signs', LOT.page(G, by(G, '2026-01-09'), body=['澄江区委全面依法治区委员会办公室、澄江区司法局：', *NONE]), issuer=None)
add('a letter, then a contact', LOT.page(G, by(G, '2026-01-09'), body=['澄江区人民政府：', *NONE], closing=['联系人：王某，联系电话：0700-6543210']), issuer=None)
add('an opinion of the bureau of justice attached', LOT.page(G, by(G, '2026-01-09'), ['澄江区文化和旅游局', '2026年1月6日', '附件：澄江区司法局关于法治政府建设的考核意见'], body=NONE), issuer='澄江区文化和旅游局', signed_date='2026-01-06')
add('annexed letter signed by another', LOT.page(G, by(G, '2026-01-09'), ['澄江区民政局', '2026年1月5日', '附件', '澄江区财政局关于经费的复函', '澄江区财政局', '2025年12月20日'], body=NONE), issuer_in=['澄江区民政局'], signed_date_in=['2026-01-05'])
add('an interpretation below', LOT.page('澄江区城市管理局' + G, by('澄江区城市管理局' + G, '2026-01-09'), ['解读机关：澄江区司法局　解读人：某某']), issuer='澄江区城市管理局')
add('approved by', LOT.page('澄江区统计局' + G, by('澄江区统计局' + G, '2026-01-09　审核：某某　审批单位：澄江区政务公开办')), issuer='澄江区统计局')
add('the logo of the portal', LOT.page(G, '<div class="logo"><a href="/">澄江区人民政府</a></div>' + by(G, '2026-01-09'), body=NONE), issuer=None)
add('two bureaus in the title of the page', LOT.page(G + '_澄江区民政局_澄江区人民政府', by(G, '2026-01-09'), body=['2025年，我局依法履行职责，现将有关情况报告如下。', *BODY[1:]]), issuer_in=['澄江区民政局', None])
add('reprint of a ministry', LOT.page('司法部2025年法治政府建设年度报告', by('司法部2025年法治政府建设年度报告', '2026-04-01 来源：司法部网站'), foot='<p>主办：澄江区司法局</p>'), issuer='司法部')
add('plan of the next body', LOT.page('澄江区卫生健康局' + G, by('澄江区卫生健康局' + G, '2026-01-09'), body=['2025年，在澄江区委、区政府的坚强领导下，在云台市卫生健康委员会的有力指导下，我局依法行政。', *BODY[1:]]), issuer='澄江区卫生健康局')
add('led by the bureau, in the first sentence', LOT.page(G, by(G, '2026-01-09'), body=['2025年，澄江区委依法治区办高度重视、澄江区司法局精心指导，街道法治建设有序推进。', *BODY[1:]]), issuer=None)
add('subject behind those who lead', LOT.page(G, by(G, '2026-01-09'), body=['2025年，在区委、区政府领导下，澄江区数据局围绕中心工作，扎实推进法治政府建设。', *BODY[1:]]), issuer='澄江区数据局')
add('award of a ministry', LOT.page('澄江区退役军人事务局' + G, by('澄江区退役军人事务局' + G, '2026-01-09'), ['荣获退役军人事务部表彰。', '澄江区退役军人事务局', '2026年1月4日']), issuer='澄江区退役军人事务局', signed_date='2026-01-04')
add('row of another issuer than the signature', LOT.page(G, by(G, '2026-01-09'), ['澄江区水利局', '2026年1月4日'], body=NONE), {'row_issuer': '澄江区人民政府办公室', 'row_title': G}, issuer='澄江区水利局', signed_date='2026-01-04')
add('short form of another bureau in the source', LOT.page('澄江区住房和城乡建设局' + G, by('澄江区住房和城乡建设局' + G, '2026-01-09 来源：区政府办')), issuer='澄江区住房和城乡建设局', source='区政府办')
add('a court speaks of the government', LOT.page('澄江区人民法院2025年行政审判白皮书', by('澄江区人民法院2025年行政审判白皮书', '2026-03-09'), body=['2025年，澄江区人民法院受理行政案件126件，涉及澄江区人民政府及其工作部门。', *BODY[3:4]]), issuer_in=['澄江区人民法院', None])
