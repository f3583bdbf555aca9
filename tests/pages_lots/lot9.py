# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Whole pages, lot 9: boxes of known names with more in them than the text, and short texts; before lot 8 was seen."""

from __future__ import annotations

from tests.pages_lots.lot import Lot
from tests.pages_lots.lot4 import br, menu, p, rows, signed

LEFT = ('zoom with a sentence of service at its end',)
LOT = Lot(26, 30, LEFT)
add = LOT.add

BUREAU = (
    '2025年，霞浦湾市财政局深入学习贯彻习近平法治思想，扎实推进依法理财，现将法治政府建设情况报告如下：',
    '一、2025年度工作情况',
    '（一）加强党的领导。局党组全年研究法治财政工作7次，组织理论学习中心组法治专题学习4次。',
    '（二）规范财政执法。开展会计信息质量检查21户、代理记账机构检查36户，作出行政处罚5件，罚款7.6万元。',
    '（三）完善内控制度。修订局内部控制制度12项，审核规范性文件6件、合同协议142份。',
    '（四）推进政府采购公开。处理政府采购投诉18件，均在法定期限内办结，未被复议纠错。',
    '二、存在的不足',
    '财政执法人员专业结构单一，熟悉政府采购争议处理的人员偏少；部分单位预算法治意识不强。',
    '三、2026年重点工作',
    '（一）出台财政行政处罚裁量基准。',
    '（二）开展政府采购领域突出问题整治，检查代理机构不少于20家。',
    '霞浦湾市财政局',
    '2026年1月13日',
)
VILLAGE = (
    '2025年，石鼓乡党委、政府高度重视法治政府建设，各项工作取得一定成效。',
    '一年来，乡党委召开会议研究法治工作4次，修订完善村规民约13份，开展“宪法进乡村”等宣传活动26场次，发放宣传资料3100余份。',
    '乡综合执法队依法查处违法占地2宗，拆除违建320平方米；乡司法所调解矛盾纠纷94件，成功率97.9%。',
    '同时也存在执法力量不足、部分村干部依法办事能力不强等问题。明年，我乡将继续加强执法队伍建设，推动法治乡村建设再上新台阶。',
)
NOTE = (
    '各乡镇人民政府，县直各部门：',
    '为做好2025年度法治政府建设年度报告的编制和公开工作，现将有关事项通知如下：',
    '一、报送时间。各单位应于2026年1月20日前报送本单位年度报告。',
    '二、报送内容。包括主要举措和成效、存在的不足和原因、下一年度安排以及主要负责人履职情况。',
    '三、公开要求。除涉及国家秘密外，年度报告应当于2026年4月1日前向社会公开。',
    '联系人：林某，联系电话：0593-6660000。',
    '附件：法治政府建设年度报告格式',
    '霞浦县委全面依法治县委员会办公室',
    '2025年12月22日',
)

B = '霞浦湾市财政局2025年度法治政府建设情况报告'
V = '石鼓乡2025年法治政府建设情况报告'
N = '关于做好2025年度法治政府建设年度报告编制工作的通知'
TOP = menu('首页', '财政动态', '信息公开', '预决算', '政府采购', '互动交流')


def page(title, head, inner, foot='<div class="foot">霞浦湾市财政局主办</div>'):
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body><div class="nav">{TOP}</div><div class="wrap"><h1>{title}</h1><div class="info">{head}</div>{inner}</div>{foot}</body></html>'


add('editor box with picture links of topics at its end', page(B, '发布时间：2026-01-15 来源：市财政局', f'<div class="TRS_Editor">{signed(BUREAU)}<p><a href="/zt1"><img src="1.jpg"></a><a href="/zt2"><img src="2.jpg"></a></p></div>'), BUREAU, title=B, published='2026-01-15', source='市财政局')
add('zoom with a sentence of service at its end', page(B, '2026-01-15', f'<div id="zoom">{signed(BUREAU)}<p>如需了解更多信息，请拨打12345政务服务便民热线。</p></div>'), BUREAU, title=B, published='2026-01-15')
add('vsb content with attachments and click counters inside', page(B, '作者：法规科 时间：2026-01-15', f'<div id="vsb_content"><div class="v_news_content">{signed(BUREAU)}</div></div><p>附件【<a href="a.pdf">{B}.pdf</a>】已下载<span>27</span>次</p>'), BUREAU, [f'附件【{B}.pdf】已下载27次'], title=B, published='2026-01-15')
add('ucap with an introduction to the interpretation below the date', page(B, '发布日期：2026-01-15', f'<div id="UCAP-CONTENT">{signed(BUREAU)}<p>图解：<a href="tj.html">一图读懂{B}</a></p></div>'), BUREAU, [f'图解：一图读懂{B}'], title=B)
add('article content with navigation of its parts inside', page(B, '2026-01-15 市财政局', f'<div class="article-content"><div class="dir"><a href="#a">一、2025年度工作情况</a><a href="#b">二、存在的不足</a><a href="#c">三、2026年重点工作</a></div>{p(BUREAU)}</div>'), BUREAU, ['一、2025年度工作情况二、存在的不足三、2026年重点工作', '一、2025年度工作情况', '二、存在的不足', '三、2026年重点工作'], title=B)
add('short text of a township, no end, foot of three bodies', page(V, '2026-01-08 浏览：12', f'<div class="txt">{p(VILLAGE)}</div>', '<div class="ft"><p>石鼓乡人民政府</p><p>霞浦县大数据中心</p><p>福建某科技公司</p></div>'), VILLAGE, title=V)
add('short text, list of latest beside in prose style', page(V, '2026-01-08', f'<div class="l">{p(VILLAGE)}</div><div class="r"><p>最新消息</p><p>石鼓乡召开年度总结大会，对先进集体和个人进行表彰。</p><p>石鼓乡开展森林防火巡查，排查隐患11处。</p></div>'), VILLAGE, title=V, published='2026-01-08')
add('short text in one paragraph with breaks and a button', page(V, '来源：石鼓乡 时间：2026-01-08', f'<div class="content">{br(VILLAGE)}<br><br><input type="button" value="关闭"> <a href="javascript:window.print()">打印</a></div>'), VILLAGE, title=V, published='2026-01-08', source='石鼓乡')
add('notice with its form printed below as a table', page(N, '2025-12-23', f'<div class="con">{p(NOTE)}<p>附件</p><p align="center">法治政府建设年度报告格式</p><table>{rows(("项目	内容", "主要举措和成效	", "不足和原因	", "下一年度安排	"))}</table></div>'), [*NOTE, '附件', '法治政府建设年度报告格式', '项目\t内容', '主要举措和成效', '不足和原因', '下一年度安排'], published='2025-12-23')
add('notice, then receipts and copies', page(N, '2025-12-23', f'<div class="con">{p(NOTE)}<p>抄送：县委办、县人大办、县政府办、县政协办。</p><p>霞浦县委全面依法治县委员会办公室　　2025年12月22日印发</p></div><div class="ewm">扫一扫在手机打开当前页</div>'), [*NOTE, '抄送：县委办、县人大办、县政府办、县政协办。', '霞浦县委全面依法治县委员会办公室　　2025年12月22日印发'], published='2025-12-23')
add('title in a table cell, text in the next, tools in the third', f'<html><head><meta charset="utf-8"><title>{B}</title></head><body><table><tr><td>{TOP}</td></tr></table><table class="main"><tr><td class="t">{B}</td></tr><tr><td class="d">2026-01-15　阅读次数：77</td></tr><tr><td class="c">{p(BUREAU)}</td></tr><tr><td class="o">我要评论　我要打印　我要收藏</td></tr><tr><td class="n">网友评论仅供其表达个人看法，并不表明本站同意其观点。</td></tr></table></body></html>', BUREAU, title=B)
add('sentence of the office of the site above the text', page(B, '2026-01-15', f'<div class="tip">温馨提示：本页面内容由市财政局负责发布和解释。</div><div class="nr">{signed(BUREAU)}</div>'), BUREAU, title=B, published='2026-01-15')
add('abstract by a machine above', page(B, '2026-01-15', f'<div class="ai"><b>AI摘要</b><p>报告介绍了该局2025年在财政执法、内控建设和政府采购公开方面的进展，并提出2026年重点任务。</p><p>内容由AI生成，仅供参考</p></div><div class="txt">{signed(BUREAU)}</div>'), BUREAU, title=B, published='2026-01-15')
add('robot and recommendations below, as questions', page(B, '2026-01-15', f'<div class="txt">{signed(BUREAU)}</div><div class="bot"><p>小财为您解答</p><p>会计证如何换发？</p><p>政府采购投诉如何提出？</p><p>代理记账许可如何办理？</p></div>'), BUREAU, title=B, published='2026-01-15')
add('related policies with summaries in the same box as the text', page(V, '2026-01-08', f'<div class="txt">{p(VILLAGE)}<div class="xg"><h4>相关政策</h4><p><a href="1">霞浦县法治乡村建设实施方案</a></p><p>方案提出，到2027年全县建成省级以上民主法治示范村20个。</p></div></div>'), VILLAGE, title=V, published='2026-01-08')
add('two dates of the page after the text, agency keeps it', page(V, '', f'<div class="txt">{p(VILLAGE)}</div><div class="meta"><span>发布机构：石鼓乡人民政府</span><span>发布日期：2026-01-08</span><span>更新日期：2026-01-09</span></div>'), VILLAGE, title=V, published='2026-01-08')
add('letters between: a reply box in which the visitor asks', page(V, '2026-01-08', f'<div class="txt">{p(VILLAGE)}</div><div class="msg"><p>我要提问</p><p>您的姓名：</p><p>您的邮箱：</p><p>请输入不超过500字的内容，提交后工作人员将在5个工作日内回复。</p></div>'), VILLAGE, title=V, published='2026-01-08')
add('everything within one label of a frame, spans and breaks', f'<html><head><meta charset="utf-8"><title>{V}</title></head><body><form id="f"><span id="lblTitle">{V}</span><br><span id="lblDate">2026-1-8 9:30:00</span><br><span id="lblContent">{br(VILLAGE)}</span><br><span id="lblHits">点击数：21</span></form></body></html>', VILLAGE, title=V)
add('long menu open at the left, in list items with sentences of counts', page(B, '2026-01-15', f'<div class="side"><ul><li>本站已公开信息12431条。</li><li>本年受理依申请公开27件。</li><li>信息公开年报</li></ul></div><div class="txt">{signed(BUREAU)}</div>'), BUREAU, title=B, published='2026-01-15')
add('slides of headlines above the title, each with a date', f'<html><head><meta charset="utf-8"><title>{B}</title></head><body>{TOP}<div class="slide"><p>全市财政工作会议召开</p><p>2026-01-12</p><p>我市下达惠农补贴资金</p><p>2026-01-10</p></div><div class="a"><h2>{B}</h2><p>2026-01-15</p><div class="b">{signed(BUREAU)}</div></div></body></html>', BUREAU, title=B)
add('text in a blockquote beside a pull quote of itself', page(B, '2026-01-15', f'<div class="q">“修订局内部控制制度12项”</div><div class="txt">{signed(BUREAU)}</div>'), BUREAU, title=B, published='2026-01-15')
add('sections whose numbers are pictures', page(B, '2026-01-15', f'<div class="txt">{p(BUREAU[:1])}' + ''.join(f'<h3><img src="n{at}.png">{head}</h3>{p(lines)}' for at, (head, lines) in enumerate((('2025年度工作情况', BUREAU[2:6]), ('存在的不足', BUREAU[7:8]), ('2026年重点工作', BUREAU[9:11])), 1)) + f'{p(BUREAU[11:])}</div>'), [BUREAU[0], '2025年度工作情况', *BUREAU[2:6], '存在的不足', BUREAU[7], '2026年重点工作', *BUREAU[9:]], title=B, published='2026-01-15')
add('end tag of the box missing, print button and record of keeping', f'<html><head><meta charset="utf-8"><title>{B}</title></head><body>{TOP}<div class="m"><h1>{B}</h1><div>时间：2026-01-15</div><div class="content">{signed(BUREAU)}<div class="p"><a>打印本页</a></div><div class="z">网站维护：市财政信息中心　建议分辨率1024×768</div></body></html>', BUREAU, title=B, published='2026-01-15')
add('copies for desk and phone, one hidden by a class of a sheet elsewhere', page(V, '2026-01-08', f'<div class="pc">{p(VILLAGE)}</div><div class="wap">{p(VILLAGE)}</div>'), VILLAGE, title=V, published='2026-01-08')
add('date and agency on top as in a letter, none below', page(V, '2026-01-08', f'<div class="txt"><p align="center">石鼓乡人民政府</p><p align="center">（2025年12月31日）</p>{p(VILLAGE)}</div>'), ['石鼓乡人民政府', '（2025年12月31日）', *VILLAGE], title=V, published='2026-01-08')
add('footnotes with marks and a source of data, in small type', page(B, '2026-01-15', f'<div class="txt">{p(BUREAU[:4])}<p>（三）完善内控制度。修订局内部控制制度12项①，审核规范性文件6件、合同协议142份。</p>{p(BUREAU[5:])}<p class="fn">①含修订后重新公布的制度。</p></div>'), [*BUREAU[:4], '（三）完善内控制度。修订局内部控制制度12项①，审核规范性文件6件、合同协议142份。', *BUREAU[5:], '①含修订后重新公布的制度。'], title=B, published='2026-01-15')
add('press page: column name above, word count and reading time, end sign', page(V, '霞浦日报 2026-01-08 第3版', f'<div class="kicker">法治乡村</div><div class="txt">{p(VILLAGE)}</div><div class="cnt">全文共260字，阅读约需1分钟</div>'), VILLAGE, ['法治乡村'], title=V)
add('service links in words after the text without marks', page(B, '2026-01-15', f'<div class="txt">{signed(BUREAU)}</div><div class="s">办事大厅 企业服务 财政数据 会计之窗</div>'), BUREAU, title=B, published='2026-01-15')
add('list of files of the year, each a line with a date, after the text', page(V, '2026-01-08', f'<div class="txt">{p(VILLAGE)}</div><div class="files"><p>石鼓乡2024年法治政府建设情况报告 2025-01-09</p><p>石鼓乡2023年法治政府建设情况报告 2024-01-11</p></div>'), VILLAGE, title=V, published='2026-01-08')
add('body text alone, answered for a frame', f'<p style="text-align:center"><strong>{B}</strong></p>{signed(BUREAU)}', BUREAU, [B])
