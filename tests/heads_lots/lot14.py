# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 14: who speaks where the page says it in an unusual place, or nowhere."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(123, 129, '<div class="pages_content">')
G = '2024年度法治政府建设工作报告'
OURS = ['2024年，我们严格落实法治政府建设各项任务，现将有关情况报告如下：', *BODY[1:]]
LEFT = ['2024年以来，我局严格落实法治政府建设各项任务，现将有关情况报告如下：', *BODY[1:]]
H = '<div class="con-title">{t}</div><div class="con-date">{d}　{s}</div>'


def add(name, html, **fields):
    LOT.add(name, html, **fields)


add('source, date, viewer in that order', LOT.page('柏杨县水务局' + G, '<h1>柏杨县水务局' + G + '</h1><p>文章来源：柏杨县水务局 | 2025-01-08 | 阅读量：<span id="hits"></span></p>'), title='柏杨县水务局' + G, published='2025-01-08', source='柏杨县水务局', issuer='柏杨县水务局')
add('byline of a list', LOT.page('柏杨县教育局' + G, '<h1>柏杨县教育局' + G + '</h1><ul><li>2025-01-09 16:00</li><li>县教育局</li><li>字号 T | T</li></ul>'), title='柏杨县教育局' + G, published='2025-01-09', issuer='柏杨县教育局')
add('english date', LOT.page('柏杨县工信局' + G, '<h1>柏杨县工信局' + G + '</h1><p>Jan 10, 2025　来源：县工信局</p>'), title='柏杨县工信局' + G, published='2025-01-10', source='县工信局', issuer='柏杨县工信局')
add('date in full width', LOT.page('柏杨县文旅局' + G, '<h1>柏杨县文旅局' + G + '</h1><p>发布时间：２０２５－０１－１１　来源：县文旅局</p>'), published='2025-01-11', source='县文旅局', issuer='柏杨县文旅局')
add('days made and shown', LOT.page(G, '<h1>' + G + '</h1><p>生成日期：2025-01-06　公开日期：2025-01-12　公开单位：柏杨县卫生健康委员会</p>', body=OURS), published='2025-01-12', issuer='柏杨县卫生健康委员会')
add('date of today above', LOT.page('柏杨县司法局' + G, '<div class="top">2025年3月6日 星期四 欢迎访问</div><h1>柏杨县司法局' + G + '</h1><div>时间：2025-01-13</div>'), published='2025-01-13', issuer='柏杨县司法局')
add('title over two lines of one cell', LOT.page('柏杨县商务局2024年度法治政府建设工作报告', '<table><tr><td align="center"><b>柏杨县商务局</b><br><b>2024年度法治政府建设工作报告</b></td></tr><tr><td>2025-01-14　来源：县商务局</td></tr></table>'), title='柏杨县商务局2024年度法治政府建设工作报告', published='2025-01-14', source='县商务局', issuer='柏杨县商务局')
add('site name before the title', LOT.page('柏杨县人民政府-柏杨县医疗保障局' + G, '<h1>柏杨县医疗保障局' + G + '</h1><p>2025-01-15</p>'), title='柏杨县医疗保障局' + G, issuer='柏杨县医疗保障局')
add('page title of the site alone', LOT.page('柏杨县人民政府门户网站', '<h2>柏杨县粮食和物资储备局' + G + '</h2><p>发表于 2025-01-16</p>'), title='柏杨县粮食和物资储备局' + G, published='2025-01-16', issuer='柏杨县粮食和物资储备局')
add('title shortened in the row', LOT.page('柏杨县住房和城乡建设局2024年度法…', '<h1>柏杨县住房和城乡建设局2024年度法治政府建设工作报告</h1><p>2025-01-16</p>'), title='柏杨县住房和城乡建设局2024年度法治政府建设工作报告', issuer='柏杨县住房和城乡建设局')
add('title only in the text', LOT.page('政务公开', '', body=['柏杨县科学技术局2024年度法治政府建设工作报告', *LEFT], closing=['柏杨县科学技术局', '2025年1月17日']), title='柏杨县科学技术局2024年度法治政府建设工作报告', issuer='柏杨县科学技术局', signed_date='2025-01-17')
add('title on two lines of the text', LOT.page('信息公开', '<p>2025-01-20</p>', body=['<center><b>柏杨县统计局</b></center>', '<center><b>关于2024年度法治政府建设工作的报告</b></center>', *LEFT]), issuer='柏杨县统计局', published='2025-01-20')
add('breadcrumb of spans', LOT.page('柏杨县残联' + G, '<div class="crumb"><span>首页</span><span>信息公开</span><span>年度报告</span></div><h1>柏杨县残联' + G + '</h1><p>2025-01-20</p>'), title='柏杨县残联' + G, issuer='柏杨县残联')
add('breadcrumb names the bureau', LOT.page(G, '<div>您现在的位置：<a href="/">柏杨县人民政府</a> &gt; <a href="/bm">部门信息公开</a> &gt; <a href="/bm/mz">柏杨县民政局</a> &gt; <a href="/bm/mz/fz">法治政府建设</a></div>' + H.format(t=G, d='2025-01-21', s='来源：本网'), body=LEFT), title=G, published='2025-01-21', issuer_in=['柏杨县民政局', None])
add('keepers of two kinds in the foot', LOT.page(G, H.format(t=G, d='2025-01-21', s=''), foot='<div>主办：柏杨县应急管理局 | 备案号：青ICP备19000001号 | 标识码：6301210033</div>', body=LEFT), title=G, issuer='柏杨县应急管理局', icp='青ICP备19000001号', site_id_code='6301210033')
add('a government keeps the site, a bureau speaks', LOT.page(G, H.format(t=G, d='2025-01-22', s=''), foot='<div>主办：柏杨县人民政府办公室　承办：柏杨县大数据中心</div>', body=LEFT), title=G, published='2025-01-22', issuer=None)
add('the bureau speaks in the name of its site', LOT.page(G + ' - 柏杨县农业农村局', '<div class="logo">柏杨县农业农村局</div>' + H.format(t=G, d='2025-01-22', s='来源：法规科'), body=LEFT), title=G, issuer='柏杨县农业农村局', source='法规科')
add('site by its meta tag', LOT.page(G, H.format(t=G, d='2025-01-22', s=''), head='<meta name="SiteName" content="柏杨县公安局"><meta name="SiteDomain" content="gaj.example.gov.cn">', body=LEFT), title=G, issuer='柏杨县公安局', site_name='柏杨县公安局')
add('portal by its meta tag, an office speaks', LOT.page(G, H.format(t=G, d='2025-01-22', s=''), head='<meta name="SiteName" content="柏杨县人民政府">', body=LEFT), title=G, issuer=None, site_name='柏杨县人民政府')
SIGNED = (
    ('柏杨县司法局', ['中共柏杨县司法局党组', '2025年1月23日'], '中共柏杨县司法局党组', '2025-01-23'),
    ('head of the bureau below', ['柏杨县水利局', '局长：某某某', '2025年1月24日'], '柏杨县水利局', '2025-01-24'),
    ('seal', ['柏杨县林业局（盖章）', '2025年1月25日'], '柏杨县林业局', '2025-01-25'),
    ('right with blanks', ['&emsp;&emsp;&emsp;&emsp;&emsp;&emsp;柏杨县青石镇人民政府&emsp;', '&emsp;&emsp;&emsp;&emsp;&emsp;&emsp;2025年1月26日&emsp;'], '柏杨县青石镇人民政府', '2025-01-26'),
    ('name cut over two lines', ['柏杨县人力资源和', '社会保障局', '2025年1月27日'], '柏杨县人力资源和社会保障局', '2025-01-27'),
    ('date with a dash', ['柏杨经济技术开发区管委会', '2025-1-28'], '柏杨经济技术开发区管委会', '2025-01-28'),
    ('office of the committee', ['柏杨县委全面依法治县委员会办公室', '2025年1月29日'], '柏杨县委全面依法治县委员会办公室', '2025-01-29'),
    ('month only', ['柏杨县城市管理局', '2025年1月'], '柏杨县城市管理局', None),
    ('contact behind', ['柏杨县退役军人事务局', '2025年2月5日', '（联系人：某某，联系电话：0970-0000000）'], '柏杨县退役军人事务局', '2025-02-05'),
    ('annex behind', ['柏杨县财政局', '2025年2月6日', '附件：2024年度行政执法数据统计表'], '柏杨县财政局', '2025-02-06'),
    ('county and army', ['柏杨县人民武装部', '柏杨县退役军人事务局', '2025年2月7日'], '柏杨县人民武装部 柏杨县退役军人事务局', '2025-02-07'),
)
for name, closing, issuer, day in SIGNED:
    fields = {'signed_date': day} if day else {}
    add(f'signed: {name}', LOT.page(G, H.format(t=G, d='2025-02-10', s='来源：柏杨县人民政府'), closing, body=OURS), title=G, published='2025-02-10', source='柏杨县人民政府', issuer=issuer, **fields)
add('signature in one table', LOT.page(G, H.format(t=G, d='2025-02-10', s=''), ['<table align="right"><tr><td>柏杨县体育局</td></tr><tr><td>2025年2月8日</td></tr></table>'], body=LEFT), issuer='柏杨县体育局', signed_date='2025-02-08')
add('no signature, a last sentence with a body', LOT.page(G, H.format(t=G, d='2025-02-10', s=''), ['下一步，将在柏杨县委、柏杨县人民政府的坚强领导下继续努力。'], body=OURS), issuer=None)
add('letter to the government', LOT.page(G, H.format(t=G, d='2025-02-11', s=''), body=['柏杨县人民政府：', *LEFT]), issuer=None, published='2025-02-11')
add('letter to the government, signed', LOT.page(G, H.format(t=G, d='2025-02-11', s=''), ['柏杨县畜牧兽医局', '2025年2月9日'], body=['柏杨县委、县人民政府：', *LEFT]), issuer='柏杨县畜牧兽医局', signed_date='2025-02-09')
add('bureau in the first sentence behind a phrase', LOT.page(G, H.format(t=G, d='2025-02-11', s=''), body=['2024年，在县委、县政府的坚强领导和市局的精心指导下，柏杨县气象局坚持以习近平法治思想为指导，全面推进气象法治建设。', *BODY[1:]]), issuer='柏杨县气象局')
add('town in the first sentence', LOT.page(G, H.format(t=G, d='2025-02-11', s='来源：党政办'), body=['2024年，柏杨县云台镇人民政府深入学习贯彻习近平法治思想，依法履行职责。', *BODY[1:]]), issuer='柏杨县云台镇人民政府', source='党政办')
add('village under the town speaks of the town', LOT.page('云台镇' + G, H.format(t='云台镇' + G, d='2025-02-12', s='来源：云台镇'), body=['2024年，云台镇坚持依法行政，现将情况报告如下。', *BODY[1:]]), title='云台镇' + G, issuer_in=['云台镇', None], published='2025-02-12')
add('two bodies, one report', LOT.page('柏杨县文化体育广电和旅游局（柏杨县文物局）' + G, H.format(t='柏杨县文化体育广电和旅游局（柏杨县文物局）' + G, d='2025-02-12', s='')), issuer_in=['柏杨县文化体育广电和旅游局（柏杨县文物局）', '柏杨县文化体育广电和旅游局'], published='2025-02-12')
add('a decree in the head', LOT.page('柏杨县人民政府关于2024年度法治政府建设情况的报告', '<p>柏政〔2025〕6号</p><h1>柏杨县人民政府关于2024年度法治政府建设情况的报告</h1><p>发布时间：2025-02-13</p>'), title='柏杨县人民政府关于2024年度法治政府建设情况的报告', issuer='柏杨县人民政府', doc_number='柏政〔2025〕6号')
add('number of another body in the text', LOT.page('柏杨县审计局' + G, H.format(t='柏杨县审计局' + G, d='2025-02-13', s=''), body=['根据《关于报送报告的通知》（柏法办〔2024〕18号）要求，我局认真总结。', *BODY[1:]]), issuer='柏杨县审计局', doc_number=None)
