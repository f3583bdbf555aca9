# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Heads of pages, lot 4."""

from __future__ import annotations

from tests.heads_lots.lot import BODY, Lot

LOT = Lot(65, 67, '<div class="view TRS_UEDITOR">')
N = '澜江县卫生健康局'
T = '澜江县卫生健康局2022年法治政府建设年度报告'
LOT.add('joint three on one line', LOT.page('2022年度法治建设联合报告', '<h1>2022年度法治建设联合报告</h1><p>2023-01-18</p>', ['澜江县财政局　澜江县民政局　澜江县审计局', '2023年1月16日']), issuer='澜江县财政局 澜江县民政局 澜江县审计局', signed_date='2023-01-16', published='2023-01-18')
LOT.add('party committee and office', LOT.page('关于2022年法治建设情况的报告', '<h1>关于2022年法治建设情况的报告</h1><p>2023-01-18</p>', ['中共澜江县委办公室', '澜江县人民政府办公室', '2023年1月16日']), issuer='中共澜江县委办公室 澜江县人民政府办公室', signed_date='2023-01-16')
LOT.add('order with year', LOT.page('澜江市人民政府令2023年第2号', '<h1>澜江市人民政府令</h1><p>2023年第2号</p><p>2023-02-01</p>'), doc_number='澜江市人民政府令2023年第2号', issuer='澜江市人民政府')
LOT.add('order hanzi', LOT.page('澜江市政务服务管理办法', '<h2>澜江市政务服务管理办法</h2><p>2023-02-01</p>', body=['澜江市人民政府令（第五号）', '《澜江市政务服务管理办法》已经市人民政府常务会议审议通过，现予公布，自公布之日起施行。', '第一条 为了规范政务服务活动，优化营商环境，根据有关法律、法规，结合本市实际，制定本办法。']), doc_number='澜江市人民政府令第五号', issuer='澜江市人民政府')
LOT.add('logo h1 in header', LOT.page(T + '_澜江县政府网', '<div class="header"><div class="logo"><h1>澜江县人民政府网</h1></div></div><div class="title">' + T + '</div><p>发布时间：2023-01-19　来源：县卫健局</p>'), title=T, published='2023-01-19', source='县卫健局', issuer=N)
LOT.add('split with quasi space', LOT.page('澜江县政府', '<h2>澜江县卫生健康局</h2><h2>2022年法治政府建设年度报告</h2><p>时间：2023-01-19</p>'), title=T, published='2023-01-19', issuer=N)
LOT.add('crumb li with current label inside', LOT.page(T, '<ul><li>您的位置：</li><li><a href=/>首页</a></li><li><a href=/a>县卫健局</a></li><li><a href=/b>政务动态</a></li></ul><h1>' + T + '</h1><p>2023-01-19</p>'), title=T, column_path=['首页', '县卫健局', '政务动态'])
LOT.add('crumb arrows unicode', LOT.page(T, '<p>当前位置：首页 → 信息公开 → 法治政府</p><h1>' + T + '</h1><p>2023-01-19</p>'), title=T, column_path=['首页', '信息公开', '法治政府'])
LOT.add('crumb nav element', LOT.page(T, '<nav class="breadcrumbs"><a href=/>首页</a><a href=/a>政务公开</a><span>年度报告</span></nav><h1>' + T + '</h1><p>2023-01-19</p>'), title=T, column_path=['首页', '政务公开', '年度报告'])
LOT.add('fullwidth stamp', LOT.page(T, '<h1>' + T + '</h1><p>发布时间：２０２３－０１－１９　１０：２５</p>'), title=T, published='2023-01-19')
LOT.add('circled zeros', LOT.page(T, '<h1>' + T + '</h1><p>2023-01-19</p>', [N, '二○二三年一月十七日']), signed_date='2023-01-17', issuer=N)
LOT.add('small o', LOT.page(T, '<h1>' + T + '</h1><p>2023-01-19</p>', [N, '二o二三年一月二十日']), signed_date='2023-01-20', issuer=N)
LOT.add('utc midnight', LOT.page(T, '<h1>' + T + '</h1>', head='<meta name="PubDate" content="2023-01-18T16:00:00Z">'), title=T, published='2023-01-19')
LOT.add('utc plus', LOT.page(T, '<h1>' + T + '</h1>', head='<meta property="article:published_time" content="2023-01-19T07:59:00+0000">'), title=T, published='2023-01-19')
LOT.add('icp two filings', LOT.page(T, '<h1>' + T + '</h1><p>2023-01-19</p>', foot='<p>滇ICP备05000123号-1 滇公网安备53012102000011号 网站标识码：5301210001</p>'), icp='滇ICP备05000123号-1', site_id_code='5301210001')
LOT.add('glued source date time', LOT.page(T, '<h1>' + T + '</h1><p>来源：澜江县卫生健康局2023-01-19 08:30:00</p>'), title=T, published='2023-01-19', source=N)
LOT.add('time source author reading', LOT.page(T, '<h1>' + T + '</h1><p>时间：2023-01-19 来源：县卫健局 作者：办公室 阅读：56次</p>'), title=T, published='2023-01-19', source='县卫健局')
LOT.add('source with medium', LOT.page(T, '<h1>' + T + '</h1><p>2023-01-19 09:00　来源：澜江日报</p>'), title=T, published='2023-01-19', source='澜江日报')
LOT.add('like share editor', LOT.page(T, '<h1>' + T + '</h1><p>2023-01-19</p>', end='<p>编辑：杨某某</p><div><span>赞</span><em>5</em><span>分享</span></div></div>'), title=T, body_last=BODY[-1])
LOT.add('print close back', LOT.page(T, '<h1>' + T + '</h1><p>2023-01-19</p>', end='<p>【打印本页】【关闭窗口】</p><p>浏览次数：32</p></div>'), title=T, body_last=BODY[-1])
LOT.add('source closes', LOT.page(T, '<h1>' + T + '</h1><p>2023-01-19</p>', ['（来源：澜江县卫生健康局）']), source=N, body_last=BODY[-1])
LOT.add('meta table compact', LOT.page(T, '<table><tr><th>索引号</th><td>LJ-WJ-2023-2</td><th>发布机构</th><td>澜江县卫生健康局</td></tr><tr><th>发文日期</th><td>2023-01-16</td><th>公开日期</th><td>2023-01-19</td></tr><tr><th>文号</th><td>澜卫发〔2023〕4号</td><th>效力状态</th><td>有效</td></tr></table><h1>' + T + '</h1>'), title=T, index_number='LJ-WJ-2023-2', issuer=N, doc_number='澜卫发〔2023〕4号', published='2023-01-19')
LOT.add('page title columns first', LOT.page('澜江县人民政府 政务公开 ' + T, '<h1>' + T + '</h1><p>2023-01-19</p>'), title=T, published='2023-01-19')
LOT.add('title only in p', LOT.page('信息详情-澜江县人民政府', '<p class="wz_bt">' + T + '</p><p>发布日期：2023-01-19 信息来源：县卫健局</p>'), title=T, published='2023-01-19', source='县卫健局')
LOT.add('county name signer sealed', LOT.page('2022年法治政府建设年度报告', '<h1>2022年法治政府建设年度报告</h1><p>2023-01-19</p>', ['澜江县人民政府（印章）', '2023年1月17日']), issuer='澜江县人民政府', signed_date='2023-01-17')
LOT.add('impossible dates', LOT.page(T, '<h1>' + T + '</h1><p>发布时间：2023-01-19</p>', head='<meta name="PubDate" content="1970-01-01"><meta name="publishdate" content="2099-01-01">'), title=T, published='2023-01-19')
LOT.add('english short', LOT.page(T, '<h1>' + T + '</h1><p>19 Jan 2023</p>'), title=T, published='2023-01-19')
LOT.add('split date', LOT.page(T, '<div><div>19</div><div>2023.01</div></div><h1>' + T + '</h1>'), title=T, published='2023-01-19')
