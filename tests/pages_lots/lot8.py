# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Whole pages, lot 8: twenty-six frames of real systems around four new texts, after lot 7 was mended."""

from __future__ import annotations

import html
import json

from tests.pages_lots.lot import Lot
from tests.pages_lots.lot4 import br, menu, p, rows, signed

LEFT = ('accordion: parts folded behind buttons that name them',)
LOT = Lot(22, 26, LEFT)
add = LOT.add

COUNTY = (
    '青崖县人民政府关于2024年度法治政府建设情况的报告',
    '市人民政府：',
    '2024年，青崖县深入贯彻党的二十届三中全会精神，紧紧围绕县域高质量发展大局，统筹推进法治青崖、法治政府、法治社会一体建设，取得了阶段性成效。现报告如下：',
    '一、推进法治政府建设的主要举措和成效',
    '（一）强化统筹，压实法治建设责任',
    '县委常委会会议、县政府常务会议先后9次专题研究法治建设工作，县委书记、县长分别对行政执法、行政复议工作作出批示14次。',
    '（二）转变职能，优化法治化营商环境',
    '编制行政备案事项清单，梳理事项126项；开展“企业吐槽日”活动21期，协调解决企业诉求387件；清退违规收取的保证金1240万元。',
    '（三）健全机制，提升行政决策质效',
    '聘请法律顾问单位4家，全年审查县政府常务会议议题93个，提出法律意见216条，否决或者暂缓提交会议审议的议题5个。',
    '（四）严格执法，维护群众切身利益',
    '全县共办理行政处罚案件7846件，罚没款2967.3万元，抽取案卷120宗开展集中评查，通报问题案卷17宗。',
    '（五）源头治理，化解社会矛盾纠纷',
    '受理行政复议申请98件，审结89件；调处土地、山林、水利纠纷42起；各类调解组织化解矛盾纠纷5261件。',
    '二、存在的主要问题',
    '对照上级要求和群众期盼，我县法治政府建设还存在一些薄弱环节：乡镇综合执法“接得住”问题尚未完全破解，涉法涉诉信访存量仍然较大，法治人才总量不足、结构不优。',
    '三、下一步工作思路',
    '（一）提升乡镇执法能力。推动县直部门业务骨干下沉，开展跟班培训、案例指导。',
    '（二）推进诉源治理。健全府院联席会议制度，力争行政诉讼发案量、败诉率实现“双下降”。',
    '（三）加强队伍建设。面向社会招录法律专业人才10名，支持符合条件的干部申请公职律师。',
    '特此报告。',
    '青崖县人民政府',
    '2025年2月26日',
)
POLICE = (
    '2024年，渠阳市公安局在市委、市政府和上级公安机关的坚强领导下，以深化法治公安建设为抓手，着力提升执法公信力。现将有关情况公布如下：',
    '一、工作开展情况',
    '（一）坚持政治统领。局党委理论学习中心组专题学习习近平法治思想6次，党委会“第一议题”学习31次。',
    '（二）健全制度机制。修订《渠阳市公安局执法办案管理中心运行规定》等9项制度，清理规范性文件13件。',
    '（三）规范执法行为。执法办案管理中心入区案件4126起，法制部门审核案件6382件，纠正执法问题219个。',
    '（四）深化放管服改革。推行户籍业务“跨省通办”，办理出入境证件3.7万本，新生儿“出生一件事”联办2964件。',
    '（五）主动接受监督。办理人大代表建议7件、政协提案12件，回复检察建议4份，聘请执法监督员26名。',
    '二、存在的不足',
    '主要是：基层法制员队伍流动性大，新型网络犯罪取证能力不强，个别民警现场处置不够规范。',
    '三、2025年工作安排',
    '深入开展执法突出问题整治，推进执法音视频智能巡查，组织全警实战大练兵和法律知识竞赛，推动执法质量再上新台阶。',
)
TAX = (
    '国家税务总局渠阳市税务局坚决落实党中央、国务院决策部署，围绕税收法定原则，扎实推进法治税务建设，现将2024年工作情况总结如下：',
    '一、依法征税，确保税费收入质量。',
    '坚持组织收入原则，全年组织各项收入128.6亿元，严禁征收“过头税费”，办理减税降费及退税缓费11.4亿元。',
    '二、精准执法，推行柔性监管方式。',
    '“首违不罚”惠及纳税人1862户次，制发《税务文书说理模板》23类；查结涉税违法案件47起，曝光典型案例6起。',
    '三、优质服务，维护纳税人合法权益。',
    '建立“税费争议调解室”9个，化解争议事项134件；12366热线接听咨询8.2万个，满意度99.5%。',
    '四、强化监督，筑牢权力运行防线。',
    '出具重大税务案件审理意见11份，公职律师16人全程参与；接受外部审计反馈问题3个，均已整改到位。',
    '五、存在问题及改进方向。',
    '部分基层执法人员证据意识不强，跨部门数据共享还有堵点。2025年将进一步健全税收执法风险内控机制，加强法治人才培养。',
)
VILLAGE = (
    '按照镇党委部署，现将云屏镇2024年法治建设有关工作报告如下。',
    '全镇召开法治建设推进会4次，镇村两级学法61场次，参加人员1930人次。综合行政执法队开展巡查412次，立案21件，罚款3.86万元，无行政复议和诉讼案件。',
    '深化“说事评理”品牌，13个村（社区）人民调解委员会调处纠纷268起，其中婚姻家庭纠纷94起、邻里纠纷71起、土地纠纷58起、其他45起。',
    '存在问题：一是村级法律顾问作用发挥不够；二是个别村务公开不及时；三是执法队伍专业人才缺乏。',
    '2025年，我镇将从三个方面发力：抓实领导干部学法，抓好执法规范化，抓牢矛盾纠纷源头化解，为乡村振兴提供法治保障。',
    '云屏镇人民政府',
    '2024年12月27日',
)
DATA = ('类别\t数量\t金额（万元）', '行政处罚\t21\t3.86', '行政检查\t412\t—')
K = COUNTY[0]
P = '渠阳市公安局2024年度法治政府建设情况报告'
X = '渠阳市税务局2024年法治税务建设工作总结'
V = '云屏镇2024年法治政府建设工作报告'
TOP = menu('首页', '县情概况', '新闻资讯', '政府信息公开', '网上办事', '公众参与')
HOT = ('青崖县召开春季森林防火工作会议 会议强调，要压实责任，全力守护森林资源安全。', '青崖县2025年城乡居民医保缴费开始啦 缴费标准为每人400元。', '县领导调研重点项目建设 要求倒排工期、挂图作战，确保按期完成年度投资任务。')

add('trs editor with its style, publisher line, editors below, printing tools', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{K}_青崖县人民政府</title></head><body><div class="hd"><ul>{TOP}</ul></div><div class="wz">您当前的位置：<a href="/">首页</a>&gt;<a href="/zfxxgk/">政府信息公开</a></div><div class="xl"><h2>{K}</h2><div class="xl-sub"><span>来源：县司法局</span><span>发布时间：2025-02-28 09:31</span><span>点击数：<script>document.write("")</script></span></div><div class="xl-con"><div class=TRS_Editor><style type="text/css">.TRS_Editor P{{line-height:1.5;font-family:宋体;font-size:12pt;}}</style>{signed(COUNTY[1:])}</div></div><div class="xl-foot"><p>编辑：杨某某　一审：吴某　二审：周某　三审：郑某某</p><p>【字体：<a>大</a> <a>中</a> <a>小</a>】<a>打印</a></p></div></div><div class="ft">主办：青崖县人民政府办公室　青ICP备00000001号</div></body></html>''', COUNTY[1:], title=K, published='2025-02-28', source='县司法局')

add('hanweb: comments around the text, title part of the text, share and qr below in the box', f'''<html><head><meta charset="utf-8"><title>渠阳市公安局 年度报告 {P}</title></head><body>{TOP}<div id="barrierfree_container"><div class="art_t">{P}</div><table class="art_i"><tr><td>信息来源： 市公安局</td><td>发布日期：2025-01-16</td><td>浏览次数： <script>1</script></td></tr></table><div id="zoom"><!--ZJEG_RSS.content.begin-->{p(POLICE, ' style="text-indent:2em"')}<!--ZJEG_RSS.content.end--></div><div class="qr"><img src="/qr.png"><p>打开微信“扫一扫”，将网页分享给好友</p></div></div><div class="bq">渠阳市公安局版权所有　联网备案号 00000000000001</div></body></html>''', POLICE, title=P, published='2025-01-16', source='市公安局')

add('epoint: directory table, text, files named below, related by agency', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{X}</title></head><body><div class="ewb-head">{TOP}</div><div class="ewb-article"><div class="ewb-table"><table><tr><th>索引号：</th><td>QYSW-2025-00007</td><th>主题分类：</th><td>财政、税务</td></tr><tr><th>发布机构：</th><td>渠阳市税务局</td><th>成文日期：</th><td>2025-01-13</td></tr></table></div><h3 class="ewb-article-tt">{X}</h3><div class="ewb-article-info">{p(TAX)}</div><div class="ewb-attach"><span>附件：</span><ul><li><a href="/f/1.docx">{X}.docx</a></li></ul></div><div class="ewb-rel"><h4>同机构信息</h4><ul><li><a href="1">关于调整办税服务厅工作时间的公告</a></li><li><a href="2">欠税公告（2025年第1期）</a></li></ul></div></div><div class="ewb-foot">办公地址：渠阳市税务路1号</div></body></html>''', TAX, title=X)

add('kaipu tag of its own and a reading aid', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="ArticleTitle" content="{V}"><title>{V}-云屏镇</title></head><body>{TOP}<div class="main"><div class="xxxq"><h1>{V}</h1><div class="xx"><i>时间：2024-12-30</i><i>来源：云屏镇</i><i>作者：</i></div><div class="voice"><a>▶ 听全文</a><a>语速 1.0x</a><a>女声</a></div><UCAPCONTENT>{signed(VILLAGE)}</UCAPCONTENT></div></div><div class="foot">云屏镇人民政府主办</div></body></html>''', VILLAGE, title=V, published='2024-12-30', source='云屏镇')

add('vsb of a public security college: first and last paragraph named, previous and next in the box', f'''<html><head><meta charset="utf-8"><title>{P}</title></head><body>{TOP}<form name="_newscontent_fromname"><div class="content"><h3>{P}</h3><div class="cz">2025年01月16日 10:02　　点击：[<span></span>]</div><div id="vsb_content"><div class="v_news_content"><p class="vsbcontent_start">{POLICE[0]}</p>{p(POLICE[1:-1])}<p class="vsbcontent_end">{POLICE[-1]}</p></div></div><p>上一条：<a href="1">渠阳市公安局关于冬季道路交通安全的提示</a></p><p>下一条：<a href="2">无</a></p><p>【<a>关闭</a>】</p></div></form><div>网站地图　联系我们</div></body></html>''', POLICE, title=P, published='2025-01-16')

add('gkmlpt: the text escaped in a script variable, an empty container', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{K}</title><script>window._CONFIG = {{"SID": "751", "DETAIL": {json.dumps({'title': K, 'content': p(COUNTY[1:]), 'publisher': '青崖县人民政府', 'created_at': '2025-02-28 09:31:00', 'source': '县政府办'})} }};</script></head><body><div id="app"><div class="loading">正在加载</div></div></body></html>''', COUNTY[1:], ['正在加载'], title=K)

add('old county site: nested tables, font tags, hot articles with first lines at the side', f'''<html><head><meta charset="utf-8"><title>{K}</title></head><body><table width=980><tr><td colspan=2>{menu('首页', '新闻', '公开', tag='span')}</td></tr><tr><td width=240 valign=top><table><tr><td><b>热点文章</b></td></tr>{''.join(f'<tr><td><a href="{at}">{t.split()[0]}</a><br><font color=gray>{t.split()[1]}</font></td></tr>' for at, t in enumerate(HOT))}</table></td><td><table width=100%><tr><td align=center><font size=5><b>{K}</b></font></td></tr><tr><td align=center>2025-2-28　阅读 <span>132</span> 次　来源：政府办</td></tr><tr><td><font size=3>{br(COUNTY[1:])}</font></td></tr></table></td></tr><tr><td colspan=2 align=center>青崖县人民政府办公室主办　青崖县信息中心承办</td></tr></table></body></html>''', COUNTY[1:], title=K, published='2025-02-28')

add('public account copy: hidden until drawn, sections within sections, earlier posts', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{V}"><title></title></head><body><h1 id="activity-name">{V}</h1><div id="meta_content"><span>云屏发布</span><em id="publish_time">2024年12月30日 17:20</em><span>青省</span></div><div id="js_content" style="visibility: hidden;"><section><section style="text-align:center"><span>点击上方蓝字关注我们</span></section>{''.join(f'<section><section><p><span>{line}</span></p></section></section>' for line in VILLAGE)}<section><p>END</p><p>来源：云屏镇党政办</p><p>编辑：小云　审核：老屏</p></section><section><p>往期推荐</p><p><a href="a">云屏镇：一盏灯照亮回家路</a></p><p><a href="b">云屏的柿子红了</a></p></section></div><div>阅读 316　赞 9　在看 4</div></body></html>''', VILLAGE, ['来源：云屏镇党政办'], title=V, published='2024-12-30')

add('tabs: interpretation with sentences of its own in the second tab', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{K}</title></head><body>{TOP}<div class="tabs"><a class="on">正文</a><a>图解</a><a>解读</a></div><div class="tab-1"><h1>{K}</h1><p class="t">2025-02-28 来源：县政府</p><div class="tx">{signed(COUNTY[1:])}</div></div><div class="tab-3" style="display:none"><h2>《报告》解读</h2><p>为便于公众了解报告内容，县司法局就有关问题作如下解读。</p><p>一、起草背景是什么？</p><p>根据《法治政府建设与责任落实督察工作规定》，县级以上政府应当每年报告法治政府建设情况。</p><p>二、报告有哪些亮点？</p><p>亮点在于数据更实、问题更准。</p></div><div class="b">青崖县人民政府</div></body></html>''', COUNTY[1:], title=K, published='2025-02-28')

add('preformatted text with hard line ends within sentences', f'''<html><head><meta charset="utf-8"><title>{V}</title></head><body>{TOP}<h2>{V}</h2><div>2024-12-30</div><pre>{chr(10).join('    ' + line for line in VILLAGE)}</pre><div>返回列表</div></body></html>''', VILLAGE, title=V, published='2024-12-30')

add('text in a textarea that a script shows', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{X}</title></head><body>{TOP}<div class="a"><h1>{X}</h1><p>发布时间：2025-01-13　来源：渠阳市税务局</p><div id="show"></div><textarea id="src" style="display:none">{html.escape(p(TAX))}</textarea><script>show.innerHTML=src.value</script></div><div class="z">国家税务总局渠阳市税务局主办</div></body></html>''', TAX, title=X, published='2025-01-13', source='渠阳市税务局')

add('text in an inner page given with its frame', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{P}</title></head><body>{TOP}<h1>{P}</h1><div>2025-01-16 来源：市公安局</div><iframe srcdoc="{html.escape('<html><body>' + p(POLICE) + '</body></html>', quote=True)}"></iframe><div class="f">渠阳市公安局</div></body></html>''', POLICE, title=P)

add('foot glued into the box: organiser, address, number of visits', f'''<html><head><meta charset="utf-8"><title>{V}</title></head><body><div class="nav">{TOP}</div><div class="box"><h1>{V}</h1><p align=center>发布日期：2024-12-30</p>{signed(VILLAGE)}<p align="center">主办单位：云屏镇人民政府　技术支持：青崖网信</p><p align="center">地址：云屏镇桂花街18号　邮编：000000</p><p align="center">您是本站第 <b>20391</b> 位访客</p></div></body></html>''', VILLAGE, title=V, published='2024-12-30')

add('statement of a reprint and a box of opinions with posted ones', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{K}_青崖新闻网</title></head><body>{TOP}<div class="L"><h1>{K}</h1><div class="info">2025-02-28 10:20:11　来源：青崖县人民政府网　作者：佚名</div><div class="arti">{signed(COUNTY[1:])}<p class="sm">免责声明：本文来源于网络，仅代表作者个人观点，与本网无关，如有侵权请联系删除。</p></div><div class="cm"><h4>网友评论</h4><div class="c1"><b>山里人</b><p>希望把乡镇的执法队伍再充实一些，老百姓办事更方便。</p><i>2025-03-01</i></div><div class="c1"><b>青崖老李</b><p>数据很详细，点赞。</p><i>2025-03-02</i></div><textarea>说两句吧</textarea><button>发表</button></div></div><div class="R"><h3>48小时排行</h3><ol><li><a href="1">青崖脐橙走俏</a></li><li><a href="2">春运平稳有序</a></li></ol></div></body></html>''', COUNTY[1:], title=K, published='2025-02-28')

add('annex table after the signature within the box, with its heading', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{V}</title></head><body>{TOP}<div class="d"><h1>{V}</h1><div class="m">2024-12-30　来源：云屏镇</div><div class="c">{signed(VILLAGE)}<p>附件：云屏镇2024年行政执法数据表</p><table border="1">{rows(DATA)}</table></div><div class="t">打印本页　关闭窗口</div></div></body></html>''', [*VILLAGE, '附件：云屏镇2024年行政执法数据表', *DATA], title=V, published='2024-12-30', source='云屏镇')

add('pictures with captions between paragraphs, each in a figure', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{P}</title></head><body>{TOP}<article><header><h1>{P}</h1><p><time datetime="2025-01-16">2025年1月16日</time><span>平安渠阳</span></p></header>{p(POLICE[:4])}<figure><img src="1.jpg"><figcaption>民警走进校园开展普法宣传</figcaption></figure>{p(POLICE[4:])}</article><nav><a href="1">« 上一篇</a><a href="2">下一篇 »</a></nav><footer>© 渠阳市公安局</footer></body></html>''', [*POLICE[:4], '民警走进校园开展普法宣传', *POLICE[4:]], title=P, published='2025-01-16')

add('every paragraph a row of a table, numbers of rows beside', f'''<html><head><meta charset="utf-8"><title>{X}</title></head><body>{TOP}<table class="t0"><tr><td class="h">{X}</td></tr><tr><td class="s">2025-01-13 09:00　税务局</td></tr>{''.join(f'<tr><td class="x">　　{line}</td></tr>' for line in TAX)}<tr><td class="e">（责任编辑：税宣）</td></tr></table><div>渠阳税务 2025</div></body></html>''', TAX, title=X, published='2025-01-13')

add('accordion: parts folded behind buttons that name them', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{P}</title></head><body>{TOP}<h1>{P}</h1><p class="by">发布：2025-01-16</p><p>{POLICE[0]}</p>{''.join(f'<div class="acc"><button>{POLICE[a]}</button><div class="pan" hidden>{p(POLICE[a + 1 : b])}</div></div>' for a, b in ((1, 7), (7, 9), (9, 11)))}<div class="ft"><p>渠阳市公安局　值班电话：0000-0000110</p></div></body></html>''', POLICE, title=P, published='2025-01-16')

add('two reports of one agency on one page, the second behind a link', f'''<html><head><meta charset="utf-8"><title>{V}</title></head><body>{TOP}<div id="con"><div class="tit">{V}</div><div class="fbt">日期：2024-12-30 字号：[大 中 小]</div>{signed(VILLAGE)}</div><div id="oth"><div class="ot">相关报告</div><div><a href="2023.html">云屏镇2023年法治政府建设工作报告</a><p>2023年，云屏镇深入学习贯彻党的二十大精神，不断完善依法行政制度体系，全年开展法治宣传活动26场次，较好完成了各项目标任务。</p></div></div></body></html>''', VILLAGE, title=V, published='2024-12-30')

add('line breaks and blanks of a word processor, subtitle with dashes, author under it', f'''<html><head><meta charset="utf-8"><title>{X}</title></head><body>{TOP}<div class="n"><div class="n1">{X}</div><div class="n2">——国家税务总局渠阳市税务局</div><div class="n3">（2025年1月13日）</div><div class="n4">{'<br>&nbsp;<br>'.join('&nbsp;&nbsp;&nbsp;&nbsp;' + line for line in TAX)}</div></div><div class="n9">技术支持：渠阳软件</div></body></html>''', TAX, ['——国家税务总局渠阳市税务局', '（2025年1月13日）'], title=X)

add('disclosure column: year tabs, list of other reports right above the text', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>法治政府建设年度报告</title></head><body>{TOP}<div class="yr"><a>2022</a><a>2023</a><a class="on">2024</a></div><ul class="lst"><li><a href="1">青崖县公安局2024年度法治政府建设报告</a><span>2025-01-20</span></li><li><a href="2">青崖县教育局2024年度法治政府建设报告</a><span>2025-01-18</span></li><li><a href="3">青崖县民政局2024年度法治政府建设报告</a><span>2025-01-17</span></li></ul><div class="now"><h2>{K}</h2><div class="nt">{signed(COUNTY[1:])}</div></div><div class="f">青崖县人民政府办公室</div></body></html>''', COUNTY[1:], title=K)

add('feedback widget: was it of use, reasons, floating service', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{X}</title></head><body>{TOP}<main><h1>{X}</h1><div class="md">来源：市税务局　2025-01-13</div><div class="mc">{p(TAX)}</div><div class="fb"><p>以上信息对您是否有帮助？</p><label>有帮助</label><label>没帮助</label><p>请选择原因：内容不准确、内容太少、看不懂。</p></div></main><div class="fl"><p>您好，我是税小蜜，请问有什么可以帮您？</p></div><footer>12366纳税缴费服务热线</footer></body></html>''', TAX, title=X, published='2025-01-13', source='市税务局')

add('press release: lead in a quotation box, contact to journalists below', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{P}</title></head><body>{TOP}<div class="pr"><h1>{P}</h1><span>2025-01-16</span><blockquote>编者按：近日，渠阳市公安局公布上年度法治政府建设情况，本网全文刊发如下。</blockquote><div class="prt">{p(POLICE)}</div><p class="ct">媒体联系人：李警官　电话：0000-1234567</p></div><div>渠阳长安网</div></body></html>''', POLICE, ['编者按：近日，渠阳市公安局公布上年度法治政府建设情况，本网全文刊发如下。'], title=P, published='2025-01-16')

add('letter head of the agency in red and its number in the box, copies below', f'''<html><head><meta charset="utf-8"><title>{K}</title></head><body>{TOP}<div class="gw"><p align="center"><font color="red" size="7">青崖县人民政府</font></p><p align="center">青政报〔2025〕6号</p><p align="center"><b>{K}</b></p>{signed(COUNTY[1:])}<p>抄送：县委办公室，县人大常委会办公室，县政协办公室。</p><p>青崖县人民政府办公室　　2025年2月26日印发</p></div><div>本站支持IPv6</div></body></html>''', COUNTY[1:], ['青崖县人民政府', '青政报〔2025〕6号', K, '抄送：县委办公室，县人大常委会办公室，县政协办公室。', '青崖县人民政府办公室　　2025年2月26日印发'], title=K, doc_number='青政报〔2025〕6号')

add('bilingual frame: language switch, english tools, chinese text', f'''<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{V} | Yunping Town</title></head><body><div>English | 中文 | Contact us</div>{TOP}<div class="post"><h1 class="entry-title">{V}</h1><div class="entry-meta">Posted on 2024-12-30 by admin | Leave a comment</div><div class="entry-content">{p(VILLAGE)}</div><div class="entry-foot">Tagged 法治, 年报 | Bookmark the permalink.</div></div><div id="comments"><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div></body></html>''', VILLAGE, title=V, published='2024-12-30')

add('related reading amid the text, a card with a summary, advert below', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{P}_渠阳新闻</title></head><body>{TOP}<div class="post_main"><h1>{P}</h1><div class="post_info">2025-01-16 08:12:30　来源: 渠阳日报</div><div class="post_body">{p(POLICE[:5])}<div class="rel_card"><span>延伸阅读</span><a href="1">渠阳警方破获特大电信诈骗案</a><em>近日，渠阳警方经过三个月侦查，打掉一个诈骗团伙。</em></div>{p(POLICE[5:])}<div class="post_ad"><a href="ad">广告</a></div></div><div class="post_end"><span>本文来源：渠阳日报</span><span>责任编辑：王某_NB001</span></div></div></body></html>''', POLICE, title=P, published='2025-01-16', source='渠阳日报')
