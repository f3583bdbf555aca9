# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 5."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(132, 139, '<div class="pages_content" id="UCAP-CONTENT">')
A = '云岭县水利局'
T = '云岭县水利局2023年度法治政府建设情况报告'
G = '关于2023年度法治政府建设工作情况的报告'
LOT.add('metas of a portal', LOT.page(T + ' - 云岭县人民政府', '<div class="pages-title">' + T + '</div>', head='<meta name="ArticleTitle" content="' + T + '"><meta name="PubDate" content="2024-01-25 16:02"><meta name="ContentSource" content="县水利局"><meta name="SiteName" content="云岭县人民政府">'), title=T, published='2024-01-25', source='县水利局', issuer=A)
LOT.add('label and value in two tags', LOT.page(T, '<h3>' + T + '</h3><div class="xx"><i>发布日期：</i><em>2024-01-26</em><i>来源：</i><em>县水利局办公室</em><i>点击数：</i><em id="hits"></em></div>'), title=T, published='2024-01-26', source='县水利局办公室', issuer=A)
LOT.add('list of labels', LOT.page(T, '<h1>' + T + '</h1><ul class="info"><li>发布单位：云岭县水利局</li><li>发布时间：2024-01-26 10:11</li><li>浏览量：208</li></ul>'), title=T, published='2024-01-26', issuer=A)
LOT.add('source below its label', LOT.page(T, '<h1>' + T + '</h1><div><span>2024-01-26 11:08:44</span><span>来源：</span><span>云岭县水利局</span></div>'), title=T, published='2024-01-26', source=A, issuer=A)
LOT.add('kaoyuan', LOT.page(T, '<h1>' + T + '</h1><p>稿源：云岭县水利局　日期：2024年1月26日　字体：大 中 小</p>'), title=T, published='2024-01-26', source=A, issuer=A)
LOT.add('weekday behind the date', LOT.page(T, '<h1>' + T + '</h1><p>2024年1月26日 星期五 来源：云岭县水利局</p>'), title=T, published='2024-01-26', source=A)
LOT.add('signed by a government office', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2024-02-02</p>', ['云岭县人民政府办公室', '2024年1月31日']), title=G, published='2024-02-02', issuer='云岭县人民政府办公室', signed_date='2024-01-31')
LOT.add('signed by a tax bureau', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2024-02-02</p>', ['国家税务总局云岭县税务局', '2024年1月30日']), title=G, published='2024-02-02', issuer='国家税务总局云岭县税务局', signed_date='2024-01-30')
LOT.add('signed by a squad', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2024-02-02 来源：县公安局交警大队</p>', ['云岭县公安局交通警察大队', '2024年1月30日']), title=G, published='2024-02-02', issuer='云岭县公安局交通警察大队', source='县公安局交警大队')
LOT.add('signed by a zone', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2024-02-02</p>', ['云岭经济技术开发区管理委员会', '2024年1月30日']), title=G, issuer='云岭经济技术开发区管理委员会', published='2024-02-02')
LOT.add('street in the title', LOT.page('河西街道2023年法治政府建设年度报告', '<h1>河西街道2023年法治政府建设年度报告</h1><p>发布时间：2024-02-04　来源：河西街道办事处</p>', ['河西街道办事处', '2024年2月3日']), title='河西街道2023年法治政府建设年度报告', issuer='河西街道办事处', source='河西街道办事处', published='2024-02-04')
LOT.add('town government signs', LOT.page('平桥镇2023年法治政府建设工作总结', '<h2>平桥镇2023年法治政府建设工作总结</h2><p>2024-02-05 来源：平桥镇</p>', ['中共平桥镇委员会', '平桥镇人民政府', '2024年2月4日']), title='平桥镇2023年法治政府建设工作总结', issuer='中共平桥镇委员会 平桥镇人民政府', source='平桥镇', published='2024-02-05')
LOT.add('red head of a file', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2024-02-06</p>', ['云岭县发展和改革局', '2024年2月1日'], body=['云岭县发展和改革局文件', '云发改〔2024〕12号', G, '县人民政府：', *BODY]), published='2024-02-06', issuer='云岭县发展和改革局', doc_number='云发改〔2024〕12号')
LOT.add('title in h3 and site in title', LOT.page('云岭县人民政府门户网站', '<div class="top_tit"><h3>' + T + '</h3></div><p class="ly">日期：2024-01-29 作者：县水利局 点击：15</p>'), title=T, published='2024-01-29', issuer=A)
LOT.add('page title dash column', LOT.page(T + '--法治政府建设--云岭县', '<p class="bt">' + T + '</p><p>发布者：水利局　发布时间：2024/01/29</p>'), title=T, published='2024-01-29', issuer=A)
LOT.add('subtitle in brackets', LOT.page(T + '（公开版）', '<h1>' + T + '（公开版）</h1><p>来源:县水利局 时间:2024-01-29 09:00:00</p>'), title=T + '（公开版）', published='2024-01-29', source='县水利局', issuer=A)
LOT.add('title marked with a kind', LOT.page('【年度报告】' + T, '<h1>【年度报告】' + T + '</h1><p>发布日期：2024-01-29</p>'), title_in=[T, '【年度报告】' + T], published='2024-01-29', issuer=A)
LOT.add('catalogue table with created day', LOT.page(T, '<table><tr><td>索引号：</td><td>YL012-2024-0005</td><td>信息分类：</td><td>法治政府建设</td></tr><tr><td>发布机构：</td><td>云岭县水利局</td><td>生成日期：</td><td>2024-01-24</td></tr><tr><td>标　题：</td><td colspan=3>' + T + '</td></tr><tr><td>文　号：</td><td>无</td><td>公开日期：</td><td>2024-01-29</td></tr></table>'), title=T, published='2024-01-29', issuer=A, index_number='YL012-2024-0005')
LOT.add('catalogue in paragraphs', LOT.page(T, '<div class="mulu"><p>索引号：YL012/2024-00006</p><p>公开范围：面向社会</p><p>公开方式：主动公开</p><p>责任部门：云岭县水利局</p><p>公开日期：2024年01月30日</p></div><h1>' + T + '</h1>'), title=T, published='2024-01-30', issuer=A)
LOT.add('hour glued to the day', LOT.page(T, '<h1>' + T + '</h1><p>发布时间：2024-01-3009:24:15来源：云岭县水利局浏览：31</p>'), title=T, published='2024-01-30', source=A)
LOT.add('source in brackets of the byline', LOT.page(T, '<h1>' + T + '</h1><p>[来源：县水利局] [发表时间：2024-01-30]</p>'), title=T, published='2024-01-30', source='县水利局', issuer=A)
LOT.add('date with dots and hour', LOT.page(T, '<h1>' + T + '</h1><p>2024.01.30 14:30</p>'), title=T, published='2024-01-30', issuer=A)
LOT.add('date of a newspaper', LOT.page(T, '<h1>' + T + '</h1><p>来源：《云岭日报》 2024年01月31日 第2版</p>'), title=T, published='2024-01-31', source_in=['《云岭日报》', '云岭日报'])
LOT.add('editor duty line', LOT.page(T, '<h1>' + T + '</h1><p>发布时间：2024-01-31 来源：云岭县水利局 编辑：网站管理员 审核：张某</p>'), title=T, published='2024-01-31', source=A)
LOT.add('same source as site', LOT.page(T, '<h1>' + T + '</h1><p>来源：本网　发布时间：2024-01-31</p>'), title=T, published='2024-01-31', source='本网', issuer=A)
LOT.add('header slogan in h1', LOT.page(T + '_云岭县水利局', '<header><h1>云岭水利</h1><p>节水优先 空间均衡 系统治理 两手发力</p></header><div class="article-title">' + T + '</div><p>日期：2024-01-31</p>'), title=T, published='2024-01-31', issuer=A)
LOT.add('clock above all', LOT.page(T, '<div class="time">2025年6月3日 星期二 多云 18℃~26℃</div><h1>' + T + '</h1><p>发布时间：2024-01-31</p>'), title=T, published='2024-01-31')
LOT.add('neighbours with dates', LOT.page(T, '<h1>' + T + '</h1><p>2024-02-01</p>', foot='<ul><li><a href="/a1.html">云岭县水利局2022年度法治政府建设情况报告</a> 2023-01-18</li><li><a href="/a2.html">云岭县水利局2021年度法治政府建设情况报告</a> 2022-01-20</li></ul>'), title=T, published='2024-02-01', issuer=A)
LOT.add('division branch in title', LOT.page('澜州市自然资源和规划局云岭分局2023年法治政府建设年报', '<h1>澜州市自然资源和规划局云岭分局2023年法治政府建设年报</h1><p>发布时间：2024-02-01　信息来源：澜州市自然资源和规划局云岭分局</p>'), title='澜州市自然资源和规划局云岭分局2023年法治政府建设年报', issuer='澜州市自然资源和规划局云岭分局', source='澜州市自然资源和规划局云岭分局', published='2024-02-01')
LOT.add('year first in the title', LOT.page('2023年云岭县司法局法治政府建设年度报告', '<h1>2023年云岭县司法局法治政府建设年度报告</h1><p>时间：2024-02-01　来源：县司法局</p>'), title='2023年云岭县司法局法治政府建设年度报告', issuer='云岭县司法局', source='县司法局', published='2024-02-01')
LOT.add('guanyu in the title', LOT.page('云岭县教育体育局关于2023年法治政府建设情况的报告', '<h1>云岭县教育体育局<br/>关于2023年法治政府建设情况的报告</h1><p>2024-02-01 08:50　云岭县教育体育局</p>'), title='云岭县教育体育局关于2023年法治政府建设情况的报告', issuer='云岭县教育体育局', published='2024-02-01')
LOT.add('signature with hanzi month', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2024-02-01</p>', ['云岭县卫生健康局', '二〇二四年一月三十一日']), title=G, issuer='云岭县卫生健康局', signed_date='2024-01-31', published='2024-02-01')
LOT.add('signature with its own label', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2024-02-01</p>', ['报告单位：云岭县医疗保障局', '报告时间：2024年1月29日']), title=G, issuer='云岭县医疗保障局', published='2024-02-01')
LOT.add('ministry branch', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2024-02-01 来源：云岭海事处</p>', ['中华人民共和国云岭海事处', '2024年1月29日']), title=G, issuer='中华人民共和国云岭海事处', source='云岭海事处', published='2024-02-01')
LOT.add('row knows the title', LOT.page('信息公开', '<div>' + T + '</div><div>发布日期 2024-02-02</div>'), known={'row_title': '云岭县水利局2023年度法治政府建设情况…', 'row_date': '2024-02-02'}, title=T, published='2024-02-02', issuer=A)
LOT.add('title over three lines', LOT.page(T, '<p style="text-align:center">云岭县水利局</p><p style="text-align:center">2023年度法治政府建设</p><p style="text-align:center">情况报告</p><p>发布时间：2024-02-02</p>'), title=T, published='2024-02-02', issuer=A)
LOT.add('issuer only in the foot', LOT.page('2023年度法治政府建设报告', '<h1>2023年度法治政府建设报告</h1><p>发布日期：2024-02-02</p>', foot='<div>主办单位：云岭县交通运输局　地址：云岭县人民路8号</div>'), title='2023年度法治政府建设报告', published='2024-02-02', issuer_in=['云岭县交通运输局', None])
LOT.add('published after updated', LOT.page(T, '<h1>' + T + '</h1><p>最后更新：2024-05-06 17:00 | 首次发布：2024-02-03 09:00</p>'), title=T, published='2024-02-03')
LOT.add('effective dates beside', LOT.page(T, '<table><tr><td>成文日期</td><td>2024-01-20</td><td>生效日期</td><td>2024-01-20</td></tr><tr><td>废止日期</td><td></td><td>发布日期</td><td>2024-02-03</td></tr><tr><td>发布机构</td><td>云岭县水利局</td><td>主题词</td><td>法治 报告</td></tr></table><h1>' + T + '</h1>'), title=T, published='2024-02-03', issuer=A)
LOT.add('fullwidth title', LOT.page('云岭县水利局２０２３年度法治政府建设情况报告', '<h1>云岭县水利局２０２３年度法治政府建设情况报告</h1><p>发布时间：２０２４年２月３日</p>'), title_in=['云岭县水利局２０２３年度法治政府建设情况报告', T], published='2024-02-03', issuer=A)
LOT.add('blanks within the title', LOT.page('云岭县水利局 2023 年度法治政府建设情况报告', '<h1>云岭县水利局 2023 年度法治政府建设情况报告</h1><p>发布时间：2024-02-03　来源：县水利局</p>'), title='云岭县水利局 2023 年度法治政府建设情况报告', published='2024-02-03', source='县水利局', issuer=A)
