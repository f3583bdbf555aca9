# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 6."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(113, 139, '<div class="article_con" id="zoom">')
A = '临湖区住房和城乡建设局'
T = '临湖区住房和城乡建设局2024年法治政府建设年度报告'
G = '2024年度法治政府建设年度报告'
LOT.add('jcms head', LOT.page('临湖区人民政府 法治政府建设 ' + T, '<table><tr><td class="title">' + T + '</td></tr><tr><td>发布日期：2025-01-21　　来源：区住建局　　浏览次数：<script>1</script>　　字号：[ 大 中 小 ]</td></tr></table>', head='<meta name="ArticleTitle" content="' + T + '"/><meta name="PubDate" content="2025-01-21 15:21"/><meta name="ContentSource" content="区住建局"/>'), title=T, published='2025-01-21', source='区住建局', issuer=A)
LOT.add('trs head with scripts', LOT.page(T + '_临湖区人民政府', '<div class="xl_tit"><h1>' + T + '</h1></div><div class="xl_xx"><span>时间：<script>document.write("x")</script>2025-01-22 09:03</span><span>来源：<script></script>临湖区住房和城乡建设局</span></div>'), title=T, published='2025-01-22', source=A, issuer=A)
LOT.add('wangzhan jiqun head', LOT.page(T, '<div class="detail"><h2>' + T + '</h2><div class="source">信息来源：区住建局&nbsp;&nbsp;发布时间：2025-01-22 16:20:31&nbsp;&nbsp;阅读次数：<b id="v">0</b>次</div></div>'), title=T, published='2025-01-22', source='区住建局', issuer=A)
LOT.add('date first then medium', LOT.page(T, '<h1>' + T + '</h1><div>2025年01月23日 10时05分　临湖区住房和城乡建设局</div>'), title=T, published='2025-01-23', issuer=A)
LOT.add('times in two rows', LOT.page(T, '<h1>' + T + '</h1><div><p>发布时间</p><p>2025-01-23</p></div><div><p>信息来源</p><p>区住建局</p></div>'), title=T, published='2025-01-23', source='区住建局', issuer=A)
LOT.add('english labels', LOT.page(T, '<h1>' + T + '</h1><div>Date: 2025-01-23 | Source: 区住建局</div>'), title=T, published='2025-01-23', issuer=A)
LOT.add('time element', LOT.page(T, '<h1>' + T + '</h1><time datetime="2025-01-23T09:30:00+08:00">1月23日</time>'), title=T, published='2025-01-23', issuer=A)
LOT.add('json ld', LOT.page(T, '<h1>' + T + '</h1>', head='<script type="application/ld+json">{"@type":"NewsArticle","headline":"' + T + '","datePublished":"2025-01-23T09:30:00+08:00"}</script>'), title=T, published='2025-01-23', issuer=A)
LOT.add('open graph', LOT.page(T + ' | 临湖区政府网', '<h1>' + T + '</h1>', head='<meta property="og:title" content="' + T + '"><meta property="article:published_time" content="2025-01-23T09:30:00+08:00">'), title=T, published='2025-01-23', issuer=A)
LOT.add('dated notice above report', LOT.page(T, '<h1>' + T + '</h1><p>临住建〔2025〕6号</p><p>2025-01-24</p>', [A, '2025年1月20日']), title=T, published='2025-01-24', issuer=A, doc_number='临住建〔2025〕6号', signed_date='2025-01-20')
LOT.add('title with quotes and year words', LOT.page('二〇二四年度临湖区法治政府建设情况报告', '<h1>二〇二四年度临湖区法治政府建设情况报告</h1><p>2025-02-10 来源：区政府办公室</p>', ['临湖区人民政府', '二〇二五年二月八日']), title='二〇二四年度临湖区法治政府建设情况报告', issuer='临湖区人民政府', source='区政府办公室', published='2025-02-10', signed_date='2025-02-08')
LOT.add('title guanyu yinfa', LOT.page('临湖区城市管理局关于报送2024年法治政府建设工作情况的报告', '<h1>临湖区城市管理局关于报送2024年法治政府建设工作情况的报告</h1><p>信息来源：区城管局 发布时间：2025-01-09</p>', ['临湖区城市管理局', '2025年1月8日']), title='临湖区城市管理局关于报送2024年法治政府建设工作情况的报告', issuer='临湖区城市管理局', source='区城管局', published='2025-01-09')
LOT.add('signature with a seal and blanks', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2025-01-13</p>', ['临 湖 区 民 政 局（盖章）', '2025 年 1 月 10 日']), title=G, issuer='临湖区民政局', signed_date='2025-01-10', published='2025-01-13')
LOT.add('contact behind the signature', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2025-01-13</p>', ['临湖区应急管理局', '2025年1月9日', '（联系人：张某某，联系电话：0000-1234567）']), title=G, issuer='临湖区应急管理局', signed_date='2025-01-09', published='2025-01-13')
LOT.add('attachment behind the signature', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2025-01-13</p>', ['临湖区统计局', '2025年1月9日', '附件：2024年度执法数据统计表.xlsx']), title=G, issuer='临湖区统计局', signed_date='2025-01-09', published='2025-01-13')
LOT.add('signed without a date', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2025-01-13</p>', ['临湖区文化和旅游局']), title=G, issuer='临湖区文化和旅游局', published='2025-01-13')
LOT.add('date without a signer', LOT.page(T, '<h1>' + T + '</h1><p>发布时间：2025-01-13</p>', ['2025年1月8日']), title=T, issuer=A, signed_date='2025-01-08', published='2025-01-13')
LOT.add('office of a committee', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2025-01-13 来源：区委依法治区办</p>', ['临湖区委全面依法治区委员会办公室', '2025年1月10日']), title=G, issuer='临湖区委全面依法治区委员会办公室', source='区委依法治区办', published='2025-01-13')
LOT.add('bureau of a company kind', LOT.page(G, '<h1>' + G + '</h1><p>发布时间：2025-01-14</p>', ['临湖区烟草专卖局（营销部）', '2025年1月10日']), title=G, published='2025-01-14', issuer_in=['临湖区烟草专卖局（营销部）', '临湖区烟草专卖局'])
LOT.add('report of a fire brigade', LOT.page('临湖区消防救援大队2024年法治建设工作报告', '<h1>临湖区消防救援大队2024年法治建设工作报告</h1><p>日期：2025-01-14</p>'), title='临湖区消防救援大队2024年法治建设工作报告', published='2025-01-14', issuer='临湖区消防救援大队')
LOT.add('report of a township', LOT.page('青山乡人民政府2024年度法治政府建设工作报告', '<h1>青山乡人民政府2024年度法治政府建设工作报告</h1><p>日期：2025-01-14 来源：青山乡</p>'), title='青山乡人民政府2024年度法治政府建设工作报告', published='2025-01-14', issuer='青山乡人民政府', source='青山乡')
LOT.add('report of a scenic area', LOT.page('镜湖风景名胜区管理委员会2024年法治政府建设情况报告', '<h1>镜湖风景名胜区管理委员会2024年法治政府建设情况报告</h1><p>发布时间：2025-01-14</p>'), title='镜湖风景名胜区管理委员会2024年法治政府建设情况报告', published='2025-01-14', issuer='镜湖风景名胜区管理委员会')
LOT.add('catalogue with publisher below', LOT.page(T, '<h1>' + T + '</h1><table><tr><th>信息索引</th><td>LH040-0203-2025-0001</td><th>公文时效</th><td>有效</td></tr><tr><th>公开形式</th><td>政府网站</th><th>公开时限</th><td>20个工作日</td></tr><tr><th>信息提供单位</th><td>区住建局</td><th>公开日期</th><td>2025/01/15</td></tr></table>'), title=T, published='2025-01-15', index_number='LH040-0203-2025-0001', issuer=A)
LOT.add('catalogue on one line', LOT.page(T, '<p>索引号：LH040/2025-00002　发布机构：临湖区住房和城乡建设局　发文日期：2025-01-10　发布日期：2025-01-15　文号：临住建字〔2025〕2号</p><h1>' + T + '</h1>'), title=T, published='2025-01-15', issuer=A, doc_number='临住建字〔2025〕2号', index_number='LH040/2025-00002')
LOT.add('site title before bar', LOT.page('法治政府建设|' + T, '<div class="wzbt">' + T + '</div><p>时间：2025-01-15 16:00 来源：本站</p>'), title=T, published='2025-01-15', issuer=A)
LOT.add('page title only of a column', LOT.page('法治政府建设年度报告', '<p align="center"><b>' + T + '</b></p><p align="center">发布日期：2025-01-15</p>'), title=T, published='2025-01-15', issuer=A)
LOT.add('same title twice', LOT.page(T, '<h1>' + T + '</h1><p>发布日期：2025-01-16　来源：区住建局</p>', body=[T, *BODY]), title=T, published='2025-01-16', source='区住建局', issuer=A)
LOT.add('title in the text with a break', LOT.page(G, '<p>发布日期：2025-01-16</p>', body=[A, G, *BODY]), published='2025-01-16', issuer=A, title_in=[G, A + G])
LOT.add('share and listen above', LOT.page(T, '<h1>' + T + '</h1><p>2025-01-16 11:00 来源：区住建局 【字体：大 中 小】 打印 朗读 分享到：</p>'), title=T, published='2025-01-16', source='区住建局')
LOT.add('expired note above', LOT.page(T, '<p>温馨提示：本信息发布时间较早，内容仅供参考。</p><h1>' + T + '</h1><p>发布时间：2025-01-16</p>'), title=T, published='2025-01-16', issuer=A)
LOT.add('two dates labelled oddly', LOT.page(T, '<h1>' + T + '</h1><p>撰写日期：2025-01-06 ／ 上网日期：2025-01-16</p>'), title=T, published='2025-01-16', issuer=A)
LOT.add('dateline of the site', LOT.page(T, '<p>临湖区人民政府门户网站 www.lh.example 2025-01-17 09:12</p><h1>' + T + '</h1><p>来源：区住建局</p>'), title=T, published='2025-01-17', source='区住建局')
LOT.add('reader counter between', LOT.page(T, '<h1>' + T + '</h1><p>发布人：办公室管理员 点击：<span>66</span>次 时间：2025-01-17</p>'), title=T, published='2025-01-17', issuer=A)
LOT.add('source is a link', LOT.page(T, '<h1>' + T + '</h1><p>2025-01-17 来源：<a href="http://zjj.example/">临湖区住房和城乡建设局</a> 作者：<a href="#">法规科</a></p>'), title=T, published='2025-01-17', source=A)
LOT.add('source with department', LOT.page(T, '<h1>' + T + '</h1><p>信息来源：区住建局法规科　录入时间：2025-01-17</p>'), title=T, published='2025-01-17', source='区住建局法规科', issuer=A)
LOT.add('forwarded from a medium', LOT.page('临湖区法治政府建设迈上新台阶', '<h1>临湖区法治政府建设迈上新台阶</h1><p>2025-01-18 来源：临湖发布 记者 陈某某</p>'), title='临湖区法治政府建设迈上新台阶', published='2025-01-18', source='临湖发布')
LOT.add('footers with dates', LOT.page(T, '<h1>' + T + '</h1><p>发布时间：2025-01-20</p>', foot='<div>技术支持：某某公司 建议使用1024以上分辨率 更新日期：2025年11月30日 您是第123456位访客</div>'), title=T, published='2025-01-20', issuer=A)
LOT.add('spaced date', LOT.page(T, '<h1>' + T + '</h1><p>发布日期： 2025 - 01 - 20</p>'), title=T, published='2025-01-20', issuer=A)
LOT.add('date with a slash hour', LOT.page(T, '<h1>' + T + '</h1><p>2025/1/20 8:05:09 | 区住建局 | 已阅 45</p>'), title=T, published='2025-01-20', issuer=A)
LOT.add('title with a dash', LOT.page('坚持依法行政 建设法治住建——' + T, '<h1>坚持依法行政 建设法治住建</h1><h2>——' + T + '</h2><p>发布时间：2025-01-20</p>'), title_in=['坚持依法行政 建设法治住建', '坚持依法行政 建设法治住建——' + T, '——' + T, T], published='2025-01-20')
