# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Whole pages, lot 5: further templates and habits, written before lot 4 was read and read after it was mended."""

from __future__ import annotations

import json

from tests.pages_lots.lot import Lot
from tests.pages_lots.lot4 import br, menu, p, rows, signed

LEFT = ('minority region: title with subtitle, source between brackets',)
LOT = Lot(23, 29, LEFT)
add = LOT.add

EMERGENCY = (
    '2024年以来，朔宁市应急管理局以习近平法治思想为引领，紧紧围绕市委、市政府中心工作，扎实推进应急管理法治建设，有效防范化解重大安全风险。根据《朔宁市法治政府建设年度报告工作办法》要求，现将有关情况报告如下。',
    '一、主要工作情况',
    '（一）提高政治站位，加强法治教育',
    '1.坚持领导带头学法。局党委会“第一议题”学习习近平法治思想14次，举办安全生产法治讲座6期。',
    '2.坚持分级分类培训。组织全市应急管理执法人员集中封闭培训2期，参训183人，合格率100%。',
    '（二）完善制度机制，强化源头治理',
    '1.推进立法。配合市人大开展《朔宁市烟花爆竹安全管理条例》立法调研，召开座谈会5场，征集意见建议62条。',
    '2.修订预案。完成市级专项应急预案修订19部，组织综合演练8次。',
    '（三）从严执法检查，消除事故隐患',
    '全年检查生产经营单位3126家次，查出问题隐患9874项，整改率99.3%；实施行政处罚417次，罚款1863.2万元，其中事前处罚占96.4%；停产整顿14家，提请关闭2家。',
    '（四）推进政务公开，接受社会监督',
    '公开行政许可信息712条、行政处罚信息389条；办理依申请公开5件。',
    '（五）负责人履职情况',
    '局党委书记、局长切实履行第一责任人职责，主持研究法治议题9个，参加庭审旁听1次，督办重大事故隐患挂牌案件3起。',
    '二、存在问题',
    '1.基层执法力量薄弱，县级专职执法人员缺编37名。',
    '2.企业主体责任落实存在“上热中温下冷”现象。',
    '3.信息化监管手段运用不够充分。',
    '三、下一年度主要安排',
    '1.开展安全生产治本攻坚三年行动年度评估。',
    '2.推广“执法＋专家”模式，实现重点行业全覆盖。',
    '3.制作普法短视频不少于20部。',
    '朔宁市应急管理局',
    '2025年1月15日',
)
TOWNSHIP = (
    '县委依法治县办：',
    '按照《关于报送2024年度法治政府建设工作报告的通知》（丹法办〔2024〕18号）要求，现将黄坪乡工作情况汇报如下：',
    '一、基本情况',
    '黄坪乡辖9个行政村76个村民小组，户籍人口1.87万人。现有司法所工作人员3名，持证执法人员11名。',
    '二、工作措施',
    '（一）组织到位。乡党委书记任法治建设领导小组组长，召开推进会4次。',
    '（二）措施到位。修订村规民约9份，合法性审查文件6件，否决不合法条款11处。',
    '（三）执法到位。开展耕地保护巡查132次，制止违法占地9宗，拆除违建740平方米。',
    '（四）服务到位。法律顾问进村服务54次，解答咨询317人次，代写文书26份。',
    '三、存在的困难',
    '一是山区乡镇人才难留；二是经费保障不足；三是群众“信访不信法”观念仍存。',
    '四、下一步打算',
    '继续抓好“八五”普法终期验收，建设乡级法治文化广场一处，推动移风易俗。',
    '以上报告，如有不妥，请批评指正。',
    '中共黄坪乡委员会　黄坪乡人民政府',
    '2024年12月26日',
)
PROVINCE = (
    '2024年是全面贯彻落实党的二十大精神的关键之年。黔岭省人民政府坚持在法治轨道上推进中国式现代化黔岭实践，法治政府建设取得新的成效。现报告如下：',
    '一、全面加强党对法治政府建设的领导',
    '省委常委会会议、省政府常务会议32次研究法治议题。省政府党组举办专题读书班3期。推动将法治建设成效纳入市县高质量发展综合考核，占比6%。',
    '二、以法治护航经济社会高质量发展',
    '（一）持续优化营商环境。出台《黔岭省民营经济促进条例》。全省取消、下放省级行政权力事项53项，“一件事一次办”累计办理412.7万件。',
    '（二）深化“放管服”改革。全省涉企行政检查计划由2.6万项压减至1.1万项，压减57.7%。',
    '（三）防范化解风险。制定《黔岭省突发事件应对条例》，健全省市县三级预警信息发布体系。',
    '三、提高制度建设质量',
    '省政府提请审议地方性法规议案11件，制定修改省政府规章6件，废止9件。备案审查市州政府规章和行政规范性文件387件，纠正14件。',
    '四、严格规范公正文明执法',
    '开展“黔岭护企”专项行动，查处乱收费、乱罚款、乱检查、乱查封案件126件，为企业挽回损失2.37亿元。全省行政执法人员持证率98.6%。',
    '五、强化行政权力制约监督',
    '全省各级行政复议机构收到申请26418件，受理22907件，审结21640件，综合纠错率21.9%，复议后未再诉讼的占91.3%。省政府办理全国人大代表建议9件、省人大代表建议612件、省政协提案548件，均按时办结。',
    '六、存在的不足',
    '一年来的工作虽取得一定成效，但与党中央要求和人民群众期待相比还有差距：有的地方法治意识淡薄，“新官不理旧账”问题仍有发生；执法标准不统一、“类案不同罚”问题尚未根治；数字法治政府建设相对滞后。',
    '七、2025年重点工作',
    '（一）开展法治政府建设示范创建，评选省级示范地区10个、示范项目20个。',
    '（二）推动行政执法监督条例落地，建成省市县乡四级行政执法协调监督工作体系。',
    '（三）加快数字法治政府建设，省级“复议云”平台覆盖全部县区。',
)
FOREST = (
    '根据国家林业部门和州人民政府关于法治政府建设年度报告的有关规定，云麓州林业和草原局编制2024年度报告，并向社会公开。',
    '一、2024年主要工作',
    '1．严格落实林长制。州级林长巡林36次，解决问题41个。',
    '2．依法办理林木采伐许可证2306份、使用林地审核审批项目187个。',
    '3．严厉打击毁林毁草、非法猎捕等行为，查处林草行政案件312起，收缴野生动物91只（头），恢复植被1540亩。',
    '4．开展“世界野生动植物日”“爱鸟周”普法宣传，受众4.3万人次。',
    '附表　云麓州2024年林草行政案件统计',
    '县（市）\t案件数（起）\t罚款（万元）',
    '云台市\t84\t61.20',
    '麓川县\t132\t118.75',
    '银坪县\t96\t70.05',
    '合计\t312\t250.00',
    '二、存在的主要问题和困难',
    '执法点多、线长、面广，“人少事多”矛盾突出；森林公安转隶后，林草执法能力亟待加强。',
    '三、2025年工作计划',
    '1．推进“林长＋检察长＋警长”协作机制。',
    '2．完成林草行政裁量权基准修订。',
    '3．举办执法技能比武1次。',
    '说明：1.本报告数据统计期限为2024年1月1日至12月31日。',
    '2.如对本报告有疑问，请与云麓州林业和草原局政策法规科联系（地址：云台市林业路9号，邮编：675000，电话：0878-3120000）。',
)
DISTRICT = (
    '2024年，在区委的坚强领导下，临浦区人民政府全面落实《法治政府建设实施纲要》各项任务。',
    '一、2024年工作总结',
    '（一）推进政府职能转变',
    '开展“局长走流程”活动，梳理堵点难点问题88个，优化流程54项。',
    '（二）推进依法科学决策',
    '编制重大行政决策目录，5项决策事项全部完成后评估。',
    '（三）推进严格文明执法',
    '“大综合一体化”执法改革纵深推进，综合执法事项占比62.4%，“综合查一次”联合检查8600户次。',
    '（四）推进矛盾多元化解',
    '区社会矛盾纠纷调处化解中心接待群众1.1万人次，化解率96.8%。行政复议调撤率54.7%，行政诉讼一审败诉率6.1%。',
    '二、2024年存在的不足',
    '法治督察结果运用不充分；镇街法治审核力量不足，9个镇街中仅4个配备了公职律师。',
    '三、2025年工作思路',
    '以“法治临浦”建设规划收官为契机，重点实施“十大工程”：法治惠企工程、规范执法工程、复议护航工程等。',
    '四、其他需要报告的事项',
    '无。',
    '临浦区人民政府',
    '2025年2月10日',
)

E = '朔宁市应急管理局2024年度法治政府建设工作报告'
T = '黄坪乡2024年度法治政府建设工作报告'
P = '黔岭省人民政府2024年度法治政府建设情况报告'
F = '云麓州林业和草原局2024年法治政府建设年度报告'
D = '临浦区2024年法治政府建设年度报告'
TOP = menu('网站首页', '要闻动态', '信息公开', '网上办事', '公众参与', '数据发布')

add('trs with recommended reading between text and foot', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{P}_黔岭省人民政府网</title><meta name="SiteName" content="黔岭省人民政府"><meta name="PubDate" content="2025-03-30 08:00"></head><body><div class="qz-top"><ul>{TOP}</ul><div class="weather">朔宁 多云 3℃~11℃</div></div><div class="aBox"><div class="toolbar"><span>【字体：<a>小</a> <a>中</a> <a>大</a>】</span><span>打印本页</span></div><div class="bt"><h1>{P}</h1></div><div class="xx"><span>发布时间：2025-03-30 08:00</span><span>来源：黔岭省人民政府办公厅</span></div><div class="Article_xx"><div id="Zoom" class="view"><div class="trs_editor_view TRS_UEDITOR">{p(['　　' + line for line in PROVINCE])}</div></div></div><div class="tuijian"><h3>推荐阅读</h3><div><a href="1">黔岭：法治政府建设跑出“加速度”</a><p>今年以来，黔岭省以示范创建为牵引，推动法治政府建设走深走实，群众获得感不断增强……</p></div><div><a href="2">省政府新闻办举行发布会</a><p>3月29日，省政府新闻办举行新闻发布会，介绍全省法治政府建设情况……</p></div></div></div><div class="wzfoot"><p>主办：黔岭省人民政府办公厅　承办：省大数据中心</p><p>网站标识码：5200000001</p></div></body></html>''', PROVINCE, title=P, published='2025-03-30')

add('bureau of a city on a group platform: tags above, evaluation below, dates of expiry', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{E}</title></head><body><header>{TOP}</header><section class="xxgk-detail"><table class="gk-head"><tbody><tr><td>索 引 号</td><td>640000/2025-00061</td><td>公开方式</td><td>主动公开</td></tr><tr><td>公开责任部门</td><td>政策法规科</td><td>生成日期</td><td>2025-01-15</td></tr><tr><td>主题词</td><td colspan="3">应急管理；法治政府；报告</td></tr><tr><td>失效日期</td><td colspan="3">——</td></tr></tbody></table><h2>{E}</h2><p class="sub">来源：朔宁市应急管理局　2025-01-16　点击量：<b>95</b></p><div class="gk-con">{signed(EMERGENCY)}</div><div class="star"><p>请您对本条信息评分：</p><ul><li>★</li><li>★★</li><li>★★★</li></ul></div><div class="gk-act"><a>保存</a><a>打印</a><a>收藏</a></div></section><aside><h4>公开目录</h4>{menu('机构信息', '法规公文', '应急预案', '事故调查')}</aside><footer><p>朔宁市应急管理局　宁ICP备05000003号</p></footer></body></html>''', EMERGENCY, title=E, published='2025-01-16', source='朔宁市应急管理局')

add('paragraphs as list items without bullets', f'''<html><head><meta charset="utf-8"><title>{T}</title></head><body><div class="nav">{TOP}</div><div class="art"><h3>{T}</h3><span class="d">2024-12-27</span><ul class="art-lines" style="list-style:none">{''.join(f'<li>{line}</li>' for line in TOWNSHIP)}</ul></div><ul class="bottom-nav"><li>关于我们</li><li>法律声明</li><li>站点地图</li></ul></body></html>''', TOWNSHIP, title=T)

add('body straight in a cell beside a column of pictures, fonts in every line', f'''<HTML><HEAD><META charset=utf-8><TITLE>黄坪乡</TITLE></HEAD><BODY><CENTER><TABLE width=760><TR><TD colspan=2><MARQUEE>热烈欢迎各位领导莅临黄坪乡检查指导工作！</MARQUEE></TD></TR><TR><TD width=160 valign=top><P><A href=a><IMG src=1.gif></A></P><P><A href=b><IMG src=2.gif></A></P><P>友情链接</P><P><SELECT><OPTION>县政府网</OPTION></SELECT></P></TD><TD valign=top><P align=center><FONT color=red size=5>{T}</FONT></P><P align=center><FONT size=2>发布者：黄坪乡党政办　发布日期：2024年12月27日　已阅读46次</FONT></P>{''.join(f'<P><FONT size=3 face=仿宋_GB2312>&nbsp;&nbsp;&nbsp;&nbsp;{line}</FONT></P>' for line in TOWNSHIP)}<P align=right><FONT size=2>信息员：李某</FONT></P><P align=center><FONT size=2>[<A href="javascript:self.close()">关闭本窗口</A>]</FONT></P></TD></TR></TABLE><HR><FONT size=2>黄坪乡人民政府　联系电话：0879-6660001　您是第 08213 位访问者</FONT></CENTER></BODY></HTML>''', TOWNSHIP, title=T)

add('forest bureau: table drawn with boxes of a grid', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{F}</title></head><body>{TOP}<div class="container"><div class="row"><div class="col-md-9"><h1>{F}</h1><div class="text-muted">2025-02-14 | 政策法规科 | 阅读(302)</div><div class="body-text">{p(FOREST[:6])}<p class="text-center"><b>{FOREST[6]}</b></p><div class="table-responsive"><table class="table"><thead>{rows(FOREST[7:8], 'th')}</thead><tbody>{rows(FOREST[8:11])}</tbody><tfoot>{rows(FOREST[11:12])}</tfoot></table></div>{p(FOREST[12:])}</div><ul class="pager"><li><a href="1">← 上一篇</a></li><li><a href="2">下一篇 →</a></li></ul></div><div class="col-md-3"><div class="panel"><div class="panel-heading">最新发布</div><div class="list-group"><a href="3">云麓州2025年春季森林草原防火令</a><a href="4">州林草局召开党风廉政建设会议</a></div></div></div></div></div><footer class="text-center">云麓州林业和草原局</footer></body></html>''', FOREST, title=F, published='2025-02-14')

add('one paragraph a section, breaks within', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{D}</title></head><body><div class="tb">{TOP}</div><div class="lp"><div class="lp-title">{D}</div><div class="lp-info"><span>发布日期：2025-02-12</span><span>发布机构：区司法局</span><span>访问次数：</span></div><div class="lp-con"><p>　　{DISTRICT[0]}</p><p>{br(DISTRICT[1:10])}</p><p>{br(DISTRICT[10:12])}</p><p>{br(DISTRICT[12:14])}</p><p>{br(DISTRICT[14:16])}</p><p style="text-align:right">{'<br>'.join(DISTRICT[16:])}</p></div><div class="lp-tool"><a>【大】</a><a>【中】</a><a>【小】</a><a>【打印】</a></div></div><div class="btm">临浦区人民政府办公室主办</div></body></html>''', DISTRICT, title=D, published='2025-02-12')

add('text between headings of its own, as an editor of documents writes them', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{P}</title></head><body><nav>{TOP}</nav><article><header><h1>{P}</h1><p>2025年3月30日　省政府办公厅</p></header>{''.join(f'<h2>{line}</h2>' if line[1] == '、' else f'<p>{line}</p>' for line in PROVINCE)}<footer><p>分享</p><p>字号</p></footer></article><section class="rec"><h2>为您推荐</h2><ul><li><a href="1">黔岭省2023年度法治政府建设情况报告</a></li></ul></section><footer>黔岭省人民政府</footer></body></html>''', PROVINCE, title=P)

add('text ruined by a span for every few characters', f'''<html><head><meta charset="utf-8"><title>{E}</title></head><body><div class="t">{TOP}</div><div class="x"><div class="xt">{E}</div><div class="xi">信息来源：市应急管理局　发布时间：2025-01-16</div><div class="xc">{''.join('<p>' + ''.join(f'<span style="font-family:仿宋;font-size:{16 + at % 2}pt">{line[at : at + 7]}</span>' for at in range(0, len(line), 7)) + '</p>' for line in EMERGENCY)}</div><div class="xd">附：<a href="1.pdf">朔宁市应急管理局2024年执法数据.pdf</a></div></div><div class="y">朔宁市应急管理局主办</div></body></html>''', EMERGENCY, ['附：朔宁市应急管理局2024年执法数据.pdf', '朔宁市应急管理局2024年执法数据.pdf'], title=E, published='2025-01-16')

add('service of a site whose answer was kept with its wrapper', json.dumps({'success': True, 'result': {'record': {'title': D, 'pubDate': '2025-02-12 10:00', 'source': '区司法局', 'contentHtml': '<div class="rich">' + p(DISTRICT) + '</div>', 'readCount': 91}, 'related': [{'title': '临浦区2023年法治政府建设年度报告'}]}}, ensure_ascii=False), DISTRICT, title=D)

add('rendered application of a province: skeletons, cookie notice, feedback', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>黔岭省人民政府</title></head><body><div id="root"><div class="cookie"><p>本网站使用Cookie以提升您的浏览体验，继续浏览即表示您同意我们的隐私政策。</p><button>同意</button></div><div class="Header_x1">{''.join(f'<a>{n}</a>' for n in ('首页', '省情', '资讯', '公开', '服务', '互动'))}</div><div class="Layout_x2"><div class="Side_x3"><div class="Side_item">省政府文件</div><div class="Side_item">省政府办公厅文件</div><div class="Side_item">法治政府建设年度报告</div></div><div class="Detail_x4"><h3 class="Detail_title">{P}</h3><div class="Detail_meta"><span>时间：2025-03-30</span><span>来源：省政府办公厅</span><span>字号：A A A</span></div><div class="Detail_body">{''.join(f'<div class="block"><span data-text="true">{line}</span></div>' for line in PROVINCE)}</div><div class="Feedback"><div>这篇文章对您有帮助吗？</div><div>有帮助</div><div>没帮助</div></div></div></div><div class="Footer_x9"><div>主办单位：黔岭省人民政府办公厅</div><div>黔ICP备05000001号</div></div></div></body></html>''', PROVINCE, title=P)

add('phone page of an intensive platform with sheets of sharing', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{F}</title></head><body><div class="van-nav-bar"><i></i><div class="van-nav-bar__title">详情</div></div><div class="news"><div class="news-title">{F}</div><div class="news-sub"><span>云麓州林草局</span><span>2025-02-14 09:30</span></div><div class="news-con"><div>{p(FOREST[:7])}<div style="overflow-x:auto"><table width="600">{rows(FOREST[7:12])}</table></div>{p(FOREST[12:])}</div></div><div class="news-end">- 已经到底了 -</div></div><div class="van-popup" style="display:none"><div>分享给朋友</div><div>分享到朋友圈</div><div>复制链接</div><div>取消</div></div><div class="van-tabbar"><div>首页</div><div>服务</div><div>我的</div></div></body></html>''', FOREST, title=F)

add('digest above the text, key numbers in boxes', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{D}</title></head><body>{TOP}<div class="content-wrap"><h1>{D}</h1><div class="info">2025-02-12 来源：区司法局</div><div class="summary"><b>摘要：</b>2024年，临浦区全面落实法治政府建设各项任务，矛盾纠纷化解率96.8%。</div><div class="full">{signed(DISTRICT)}</div><div class="nums"><a>点赞</a><em>12</em><a>踩</a><em>0</em></div></div><div class="f">临浦区司法局</div></body></html>''', DISTRICT, ['摘要：2024年，临浦区全面落实法治政府建设各项任务，矛盾纠纷化解率96.8%。'], title=D, published='2025-02-12', source='区司法局')

add('foot of approvals within the container', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{E}-朔宁市应急管理局</title></head><body><div class="hdr">{TOP}</div><div class="mid"><div class="mid-r"><div class="d-title">{E}</div><div class="d-sub">发布时间：2025-01-16 17:02　浏览次数：53　<a>收藏本页</a></div><div class="d-con">{p(EMERGENCY)}<p>&nbsp;</p><p style="color:#888;text-align:right">撰稿：赵某　编辑：孙某　审核：李某　签发：周某</p></div><div class="d-share"><span>分享</span></div></div><div class="mid-l"><div class="lt">政务公开</div>{menu('领导之窗', '机构设置', '工作动态', '通知公告', '政策法规', '行政执法')}</div></div><div class="ftr"><p>地址：朔宁市北京路118号　邮政编码：753000</p></div></body></html>''', EMERGENCY, title=E, published='2025-01-16')

add('second document below: earlier reports listed with their beginnings', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{T}</title></head><body>{TOP}<div class="single"><h1>{T}</h1><p class="meta">2024-12-27 14:00:00　黄坪乡</p><div class="txt">{p(TOWNSHIP)}</div></div><div class="others"><h3>历年报告</h3><div class="it"><a href="2023.html">黄坪乡2023年度法治政府建设工作报告</a><p>2023年，黄坪乡坚持以习近平新时代中国特色社会主义思想为指导，认真落实县委县政府决策部署，现将有关工作汇报如下：一、基本情况……</p></div><div class="it"><a href="2022.html">黄坪乡2022年度法治政府建设工作报告</a><p>2022年，黄坪乡在县委、县政府的正确领导下，扎实推进法治政府建设，现将工作情况报告如下：一、主要做法……</p></div></div><div class="b">黄坪乡人民政府</div></body></html>''', TOWNSHIP, title=T, published='2024-12-27')

add('map of the site at the foot, longer than the text', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{T}</title></head><body><div class="a"><h2>{T}</h2><div class="b">时间：2024-12-27　来源：黄坪乡人民政府</div><div class="c">{p(TOWNSHIP)}</div></div><div class="sitemap"><h3>网站地图</h3>{''.join(f'<dl><dt>{head}</dt>{menu(*(head + part for part in ("简介", "动态", "文件", "公告", "名单", "目录", "指南", "专栏")), tag="dd")}</dl>' for head in ('组织机构', '政务公开', '党的建设', '乡村振兴', '便民服务', '民生保障', '应急管理', '基层治理'))}</div></body></html>''', TOWNSHIP, title=T, published='2024-12-27', source='黄坪乡人民政府')

add('question of a visitor and answers beside a report', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{F}</title></head><body><div class="top">{TOP}</div><div class="left"><div class="title">{F}</div><div class="i">发布时间：2025-02-14</div><div class="nr">{p(FOREST[:6])}<p>{FOREST[6]}</p><table>{rows(FOREST[7:12])}</table>{p(FOREST[12:])}</div></div><div class="right"><h3>互动问答</h3><div><p>问：自留山上的林木采伐需要办证吗？</p><p>答：需要。农村居民采伐自留地和房前屋后个人所有的零星林木除外。</p><p>问：发现森林火情怎么办？</p><p>答：请立即拨打12119报警，并向当地村委会报告火情位置、火势大小。</p></div></div><div class="bot">云麓州林业和草原局</div></body></html>''', FOREST, title=F, published='2025-02-14')

add('steps of reading: progress and timer, text in main', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{D} - 临浦区政府</title></head><body><a href="#main">跳转到主要内容</a><header role="banner"><ul role="menubar">{TOP}</ul></header><main id="main" role="main"><div class="page-header"><h1>{D}</h1><ul class="list-inline"><li>2025年2月12日</li><li>区司法局</li><li>阅读时间约4分钟</li></ul></div><div class="prose">{''.join(f'<h3>{line}</h3>' if line[1] == '、' else (f'<h4>{line}</h4>' if line[0] == '（' and len(line) < 15 else f'<p>{line}</p>') for line in DISTRICT)}</div><div class="back"><a href="/list">返回列表</a></div></main><footer role="contentinfo"><ul><li>隐私政策</li><li>使用条款</li></ul></footer></body></html>''', DISTRICT, title=D)

add('signatures in a table at the end', f'''<html><head><meta charset="utf-8"><title>{D}</title></head><body><div id="menu">{TOP}</div><div id="article"><h1>{D}</h1><div id="date">2025-02-12</div><div id="text">{p(DISTRICT[:-2])}<table width="100%"><tr><td width="60%"></td><td align="center">{DISTRICT[-2]}<br>{DISTRICT[-1]}</td></tr></table></div></div><div id="foot">版权所有</div></body></html>''', DISTRICT, title=D, published='2025-02-12')

add('two agencies sign beside each other', f'''<html><head><meta charset="utf-8"><title>{T}</title></head><body>{TOP}<div class="w"><h1>{T}</h1><p class="i">2024-12-27</p><div class="n">{p(TOWNSHIP[:-2])}<p style="text-align:right">中共黄坪乡委员会&nbsp;&nbsp;&nbsp;&nbsp;黄坪乡人民政府</p><p style="text-align:right">2024年12月26日&nbsp;&nbsp;</p></div><div class="dz">打印 | 关闭</div></div></body></html>''', TOWNSHIP, title=T)

add('attachment printed in full below the letter', f'''<html><head><meta charset="utf-8"><title>临浦区人民政府关于报送2024年法治政府建设年度报告的函</title></head><body>{TOP}<div class="doc"><h1>临浦区人民政府关于报送2024年法治政府建设年度报告的函</h1><div class="m">2025-02-12　来源：区政府办</div><div class="t"><p>市人民政府：</p><p>现将《临浦区2024年法治政府建设年度报告》随函报送，请审阅。</p><p>附件：临浦区2024年法治政府建设年度报告</p><p align="right">临浦区人民政府</p><p align="right">2025年2月11日</p><p>附件</p><p align="center"><b>{D}</b></p>{p(DISTRICT)}</div></div><div>临浦区人民政府主办</div></body></html>''', ['市人民政府：', '现将《临浦区2024年法治政府建设年度报告》随函报送，请审阅。', '附件：临浦区2024年法治政府建设年度报告', '临浦区人民政府', '2025年2月11日', '附件', D, *DISTRICT], published='2025-02-12')

add('tables hold most of it, headings outside', f'''<html><head><meta charset="utf-8"><title>{E}附表</title></head><body>{TOP}<div class="g"><h1>{E}</h1><div class="h">发布日期：2025-01-16</div><div class="k">{p(EMERGENCY[:1])}<table border="1"><tr><th>序号</th><th>内容</th></tr>{''.join(f'<tr><td>{at}</td><td>{line}</td></tr>' for at, line in enumerate(EMERGENCY[1:-2], 1))}</table>{p(EMERGENCY[-2:], ' align="right"')}</div><p class="l">责编：小陈</p></div><div class="m">朔宁市应急管理局</div></body></html>''', [EMERGENCY[0], '序号\t内容', *(f'{at}\t{line}' for at, line in enumerate(EMERGENCY[1:-2], 1)), *EMERGENCY[-2:]], published='2025-01-16')

add('hidden copy for the ear, list of words explained', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{P}</title></head><body>{TOP}<div class="o"><h1>{P}</h1><div class="q">2025-03-30</div><textarea id="tts" style="display:none">{''.join(PROVINCE)}</textarea><div class="r">{p(PROVINCE)}</div><div class="terms"><h4>名词解释</h4><dl><dt>综合纠错率</dt><dd>指行政复议机关作出撤销、变更、确认违法、责令履行等决定的案件占审结案件的比例。</dd></dl></div></div></body></html>''', PROVINCE, ['名词解释', '综合纠错率', '指行政复议机关作出撤销、变更、确认违法、责令履行等决定的案件占审结案件的比例。'], title=P, published='2025-03-30')

add('advice of the browser and a chat window after the text, inside the form', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{E}</title></head><body><form id="aspnetForm" action="view.aspx"><div id="banner">{TOP}</div><div id="main"><div class="view-title">{E}</div><div class="view-info">作者：【法规科】　发布时间：2025/1/16　点击：<span>12</span></div><div class="view-content">{''.join(f'<div>&nbsp;&nbsp;&nbsp; {line}</div>' for line in EMERGENCY)}</div><div class="view-close"><a>关闭</a></div></div><div id="kefu"><div>在线客服</div><div>工作时间：周一至周五 9:00-17:00</div><div>请简要描述您的问题，我们将尽快为您解答。</div></div><div id="tip">推荐使用1366*768以上分辨率、IE9以上浏览器访问本站</div></form></body></html>''', EMERGENCY, title=E, published='2025-01-16')

add('minority region: title with subtitle, source between brackets', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{F}</title></head><body><div class="s1">{TOP}</div><div class="s2"><h1>{F}</h1><h2>（2025年2月13日）</h2><div class="s3">［ 2025-02-14 ］ 来源：（云麓州林业和草原局） 编辑：岩某 玉某</div><div class="s4">{p(FOREST[:6])}<p>{FOREST[6]}</p><table>{rows(FOREST[7:12], inner='<div>{}</div>')}</table>{p(FOREST[12:])}</div><div class="s5">关注“云麓林草”微信公众号，了解更多资讯</div></div><div class="s6"><span>中国政府网</span><span>省政府网</span></div></body></html>''', FOREST, ['（2025年2月13日）'], title=F, published='2025-02-14', source='云麓州林业和草原局')

add('wordpress theme for governments: meta below the text, counts, previous with picture', f'''<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{D} &#8211; 法治临浦</title></head><body><div id="page"><header id="masthead"><h1 class="site-title"><a href="/">法治临浦</a></h1>{TOP}</header><div id="primary"><article><h2 class="post-title">{D}</h2><div class="post-body">{p(DISTRICT)}<p class="post-modified-info">最后更新于2025年2月13日</p></div><div class="post-meta"><span>分类：<a href="/c">年度报告</a></span><span>围观：1,024人</span><span>暂无评论</span></div></article><div class="post-nav"><div><img src="a.jpg"><span>上一篇</span><a href="1">“法治体检”走进产业园</a></div></div></div><div id="secondary"><section><h3>搜索</h3><form><input></form></section><section><h3>日历</h3><table><caption>2026年11月</caption><tr><th>一</th><th>二</th><th>三</th></tr><tr><td>2</td><td>3</td><td>4</td></tr></table></section></div></div></body></html>''', DISTRICT, title=D)

add('comparison table of years and a figure list, long notes of sources', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{P}</title></head><body>{TOP}<div class="u"><h1>{P}</h1><div class="v">2025-03-30 来源：省司法厅 【我要评论】【分享】</div><div class="z">{p(PROVINCE[:10])}<p style="text-align:center">表1　全省行政复议案件数量变化</p><table><tr><td colspan="2">年份</td><td>收到（件）</td></tr><tr><td>“十三五”</td><td>2020年</td><td>15210</td></tr><tr><td>“十四五”</td><td>2024年</td><td>26418</td></tr></table><p>数据来源：黔岭省司法厅《行政复议年度统计》</p>{p(PROVINCE[10:])}</div></div><div class="last">黔岭省司法厅承办</div></body></html>''', [*PROVINCE[:10], '表1　全省行政复议案件数量变化', '年份\t收到（件）', '“十三五”\t2020年\t15210', '“十四五”\t2024年\t26418', '数据来源：黔岭省司法厅《行政复议年度统计》', *PROVINCE[10:]], ['年份\t\t收到（件）', '年份\t年份\t收到（件）'], title=P, published='2025-03-30')

add('newspaper of a department: reporters, photograph, end mark', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{D}</title></head><body><div class="n1">{TOP}</div><div class="n2"><p class="yin">引题：绘就法治新画卷</p><h1>{D}</h1><p class="by">来源：临浦发布　时间：2025-02-12　作者：区司法局</p><div class="n3"><p>{DISTRICT[0]}</p><figure><img src="1.jpg"><figcaption>临浦区综合行政执法队队员在开展普法宣传。（资料图）</figcaption></figure>{p(DISTRICT[1:])}<p style="text-align:center">■</p></div><div class="n4"><span>扫一扫分享到微信</span><span>关键词：法治</span></div></div><div class="n5"><h3>专题</h3><a href="1">宪法宣传周</a><a href="2">民法典宣传月</a></div></body></html>''', [DISTRICT[0], '临浦区综合行政执法队队员在开展普法宣传。（资料图）', *DISTRICT[1:]], ['引题：绘就法治新画卷', '■'], title=D, published='2025-02-12')

add('reply to a proposal, no report', '''<!DOCTYPE html><html><head><meta charset="utf-8"><title>对区十届人大四次会议第031号建议的答复</title></head><body><div class="q1"><a>首页</a><a>建议提案</a></div><div class="q2"><h1>对区十届人大四次会议第031号建议的答复</h1><div class="q3">发布时间：2024-07-05　来源：区司法局　浏览：<i>9</i></div><div class="q4"><p>张某某代表：</p><p>您提出的《关于加强镇街合法性审查力量的建议》收悉，现答复如下：</p><p>一、关于队伍建设。我局已会同区委编办核定镇街司法所专项编制18名，今年新招录6名。</p><p>二、关于经费保障。区财政安排专项经费120万元，用于购买法律服务。</p><p>三、关于下步工作。我们将认真吸纳您的建议，建立区、镇街两级联审机制。</p><p>感谢您对我区法治建设工作的关心和支持！</p><p>联系人：王某　　联系电话：0571-8260000</p><p style="text-align:right">临浦区司法局</p><p style="text-align:right">2024年6月28日</p><p>抄送：区人大常委会代表工委，区政府办公室。</p></div><div class="q5"><a>打印</a><a>关闭</a></div></div></body></html>''', ['张某某代表：', '您提出的《关于加强镇街合法性审查力量的建议》收悉，现答复如下：', '一、关于队伍建设。我局已会同区委编办核定镇街司法所专项编制18名，今年新招录6名。', '二、关于经费保障。区财政安排专项经费120万元，用于购买法律服务。', '三、关于下步工作。我们将认真吸纳您的建议，建立区、镇街两级联审机制。', '感谢您对我区法治建设工作的关心和支持！', '联系人：王某　　联系电话：0571-8260000', '临浦区司法局', '2024年6月28日'], ['抄送：区人大常委会代表工委，区政府办公室。'], published='2024-07-05')

add('anniversary bar, floating windows and rows of logos', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{E}</title></head><body><div class="float-l"><a href="x"><img src="gif"></a><span>关闭</span></div><div class="float-r"><p>智能问答</p><p>意见箱</p><p>返回顶部</p></div><div class="hdr">{TOP}</div><div class="bd"><p class="cur">当前位置：首页 / 法治应急 / 工作报告</p><div class="bd-t">{E}</div><div class="bd-i"><p>来源：市应急管理局</p><p>发布时间：2025-01-16</p><p>阅读量：1.2万</p><p>字号：T | T</p></div><div class="bd-c"><blockquote>{p(EMERGENCY)}</blockquote></div><div class="bd-o">您认为本页面内容：<label><input type="radio">有用</label><label><input type="radio">一般</label><label><input type="radio">无用</label></div></div><div class="logos"><a>国家应急部门</a><a>省应急厅</a><a>市政府</a></div><div class="btm"><span>党政机关</span><span>政府网站找错</span><span>支持IPv6</span></div></body></html>''', EMERGENCY, title=E, published='2025-01-16', source='市应急管理局')
