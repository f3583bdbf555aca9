# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Whole pages, lot 4: thirty-three templates of portals with long reports, their tables, notes, files and signatures."""

from __future__ import annotations

import json
from itertools import pairwise

from tests.pages_lots.lot import Lot

LEFT = ('application of a phone framework with elements of its own',)
LOT = Lot(28, 33, LEFT)
add = LOT.add

HOUSING = (
    '2024年，岚谷市住房和城乡建设局坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，认真落实《法治政府建设实施纲要（2021—2025年）》，全面推进依法行政，现将有关情况报告如下：',
    '一、2024年度工作开展情况',
    '（一）强化组织领导，统筹推进法治建设',
    '局党组将法治建设纳入年度重点任务，与业务工作同部署、同推进、同考核。全年召开党组会议研究法治议题6次，党组理论学习中心组集体学法4次，印发《2024年法治建设工作要点》，明确22项任务和责任科室。',
    '（二）推进简政放权，优化营商环境',
    '1.深化工程建设项目审批制度改革。将社会投资小型低风险项目审批时限压减至12个工作日，办理施工许可证286件，竣工联合验收174个项目。',
    '2.推行“免申即享”。归集惠企政策9项，兑付奖补资金1260万元，惠及企业83家。',
    '3.规范中介服务。清理行政审批中介服务事项3项，公布保留清单。',
    '（三）严格规范公正文明执法',
    '全面落实行政执法“三项制度”，全年开展执法检查1452次，下发整改通知书397份，立案查处违法违规案件58件，罚款324.5万元。对轻微违法行为免予处罚21件。',
    '（四）化解矛盾纠纷',
    '办理行政复议答复11件、行政诉讼应诉7件，负责人出庭应诉率100%；办结12345热线工单4216件，满意率97.3%。',
    '（五）开展法治宣传教育',
    '组织“宪法宣传周”“安全生产月”等宣传活动19场，培训建筑企业管理人员1100余人次。',
    '二、存在的主要问题',
    '一是执法力量与监管任务不匹配，乡镇一级缺少专业人员。',
    '二是部分干部运用法治方式解决历史遗留问题的能力不足，个别房地产项目办证难问题尚未根本解决。',
    '三、2025年工作打算',
    '（一）进一步完善制度。修订《岚谷市物业管理办法》实施细则，开展规范性文件清理。',
    '（二）进一步提升执法水平。组织案卷评查2次，执法人员培训不少于60学时。',
    '（三）进一步加强普法宣传。落实“谁执法谁普法”责任制，推动法律进工地、进小区。',
    '岚谷市住房和城乡建设局',
    '2025年1月24日',
)
COUNTY = (
    '2024年，石桥县人民政府在省委、省政府和市委、市政府的坚强领导下，坚持依法治县、依法执政、依法行政共同推进，法治政府建设迈出新步伐。根据《法治政府建设与责任落实督察工作规定》，现将我县2024年度法治政府建设情况公告如下。',
    '一、推进法治政府建设的主要举措和成效',
    '（一）坚持党的领导，压紧压实法治建设责任',
    '县委常委会、县政府常务会议专题研究法治建设工作11次。县政府主要负责人带头履行推进法治建设第一责任人职责，听取法治工作汇报4次，批示督办重点案件9件。',
    '（二）依法履行职能，持续优化法治化营商环境',
    '推行“高效办成一件事”18项，新增“跨省通办”事项26项，政务服务事项网上可办率达99.1%。开展涉企收费专项整治，退还违规收费37.2万元。清理妨碍统一市场和公平竞争的政策措施5件。',
    '（三）健全制度体系，提升依法决策质效',
    '制定《石桥县重大行政决策事项目录》，纳入目录事项4项，均履行公众参与、专家论证、风险评估、合法性审查和集体讨论决定程序。审查县政府常务会议议题132件，提出意见214条；审查合同协议76份，涉及金额23.8亿元。',
    '（四）规范行政执法，维护公平正义',
    '组织行政执法人员培训1218人次，换发执法证件904本。评查执法案卷320份，发现问题186个，已全部整改。推行乡镇综合行政执法，赋权事项48项，乡镇立案212件。',
    '（五）加强监督制约，促进权力规范运行',
    '办理人大代表建议94件、政协提案121件，办复率100%。收到行政复议申请163件，受理151件，审结138件，纠错率9.4%。一审行政应诉案件89件，负责人出庭应诉率98.9%。',
    '（六）推动全民守法，建设法治社会',
    '建成县级公共法律服务中心1个、乡镇工作站14个、村（社区）工作室203个。办理法律援助案件617件，挽回经济损失1284万元。人民调解组织调处纠纷2984件，成功率99.2%。',
    '二、存在的不足和原因',
    '对照上级要求和群众期盼，我县法治政府建设还存在一些短板：个别部门重大行政决策程序意识不强，公众参与流于形式；乡镇执法队伍专业能力有待提高，赋权事项“接不住”“管不好”；行政争议实质性化解机制还不够完善。主要原因是学习不够深入、培训不够精准、保障不够到位。',
    '三、下一步工作安排',
    '2025年，我县将重点抓好以下工作：一是深入学习宣传贯彻习近平法治思想，抓住领导干部这个“关键少数”；二是完成法治政府建设实施方案收官评估；三是深化行政执法质量提升三年行动；四是健全“府院联动”机制，行政诉讼败诉率控制在10%以下。',
    '特此公告。',
    '石桥县人民政府',
    '2025年3月28日',
)
STREET = (
    '区人民政府：',
    '2024年，锦水街道党工委、办事处认真贯彻落实上级决策部署，全面推进依法行政，现将工作情况报告如下：',
    '一、主要做法',
    '（一）抓学习，筑牢思想根基。将习近平法治思想列入党工委理论学习中心组必学内容，集中学习8次。',
    '（二）抓决策，规范议事程序。制定“三重一大”议事规则，法律顾问列席会议12次，审核合同45份。',
    '（三）抓执法，提升治理效能。综合行政执法队现有持证人员17人，全年巡查2310次，处理占道经营1127起，简易程序处罚64起，罚款0.82万元。',
    '（四）抓调解，化解矛盾纠纷。受理矛盾纠纷209件，调解成功206件，接待来信来访51批93人次。',
    '（五）抓普法，营造浓厚氛围。举办法治讲座26场，发放宣传资料9800份，培育“法律明白人”58名。',
    '二、存在问题',
    '（一）执法人员流动性较大，业务骨干偏少；',
    '（二）普法内容针对性不强，对新业态从业人员覆盖不足。',
    '三、2025年工作思路',
    '（一）配齐配强执法力量，开展每月一训；',
    '（二）创新普法方式，打造锦水法治文化公园；',
    '（三）完善“综治中心＋网格＋调解”机制，力争矛盾不出街道。',
    '特此报告。',
    '（联系人：何某某，联系电话：0730-5551207）',
    '云台区人民政府锦水街道办事处',
    '2025年1月6日',
)
MARKET = (
    '按照省委全面依法治省委员会办公室统一部署，现将海陵省市场监督管理局2024年度法治政府建设情况报告如下。',
    '一、工作成效',
    '（一）加强制度供给。推动出台《海陵省质量促进条例》，修订《海陵省食品小作坊小餐饮管理办法》，清理地方性法规和规章31部，废止规范性文件17件。',
    '（二）推进公平竞争审查。全省审查增量文件8412件，清理存量文件2.1万件，纠正违反审查标准的文件93件。查处行政性垄断案件6件，其中滥用行政权力排除限制竞争案件4件。',
    '（三）改进执法方式。推行“综合查一次”，涉企检查频次同比下降24.6%。发布轻微违法行为免罚清单3.0版，免罚案件6813件，免罚金额1.92亿元。',
    '（四）守牢安全底线。食品抽检批次合格率97.9%；药品抽检合格率99.6%；特种设备定期检验率99.9%；未发生区域性、系统性安全事故。',
    '表1  近三年主要执法数据',
    '指标\t2022年\t2023年\t2024年',
    '普通程序案件（件）\t38214\t41056\t39877',
    '罚没金额（亿元）\t7.31\t8.02\t7.64',
    '移送司法机关（件）\t512\t603\t655',
    '注：罚没金额按立案口径统计，2024年数据为快报数。',
    '（五）强化监督。办理行政复议案件742件，直接纠错46件，调解和解301件；办理行政诉讼案件188件，败诉9件，败诉率4.8%。',
    '二、存在问题和原因',
    '（一）部分基层所执法装备落后、人员老化，50岁以上人员占41.2%。',
    '（二）平台经济、直播电商等新领域监管规则供给不足，跨区域协查机制不够顺畅。',
    '三、2025年工作计划',
    '（一）制定《海陵省平台经济合规指引》。',
    '（二）开展执法规范化建设年活动，评选示范基层所100个。',
    '（三）推进信用监管，完善经营主体信用修复“一件事”。',
    '以上数据如无特别说明，均截至2024年12月31日。',
    '海陵省市场监督管理局',
    '2025年2月27日',
)
JOINT = (
    '为全面展示我区法治建设成果，区司法局会同区委依法治区办编制了本报告。',
    '第一章 总体情况',
    '过去一年，全区实现地区生产总值412.6亿元，同比增长5.8%；法治建设群众满意度达到96.12%，居全市第二位。',
    '第二章 法治政府建设',
    '第一节 行政决策',
    '区政府全年召开常务会议24次，审议议题141个，其中重大行政决策3个，均经合法性审查。',
    '图1 2020—2024年行政规范性文件备案数量',
    '如图1所示，近五年备案数量总体平稳，2024年为7件[1]。',
    '第二节 行政执法',
    '全区行政执法机关办理行政许可12.4万件、行政处罚2.3万件、行政强制136件[2]。',
    '图2 各领域行政处罚案件占比',
    '公安、交通、城管、市场监管四个领域合计占比91.7%。',
    '第三节 行政复议与应诉',
    '区政府收到复议申请231件，受理219件，审结205件，综合纠错率13.2%。',
    '第三章 法治社会建设',
    '全区建有公共法律服务站点168个，律师312人，人民调解员1043人。',
    '第四章 问题与展望',
    '当前，法治建设与群众期待仍有差距，行政执法精细化程度不高、涉外法治人才缺乏等问题亟待解决。',
    '新的一年，我们将坚持守正创新，把法治建设不断推向深入。',
    '[1] 不含区政府部门文件。',
    '[2] 数据来源：海陵省行政执法综合管理平台，统计截至2024年12月25日。',
    '中共望江区委全面依法治区委员会办公室',
    '望江区司法局',
    '2025年3月3日',
)


def p(lines, attributes=''):
    return ''.join(f'<p{attributes}>{line}</p>\n' for line in lines)


def br(lines, indent='　　'):
    return '<br/>\n'.join(indent + line for line in lines)


def signed(lines, attributes=''):
    """The last two lines stand right, as editors leave them."""
    return p(lines[:-2], attributes) + ''.join(f'<p style="text-align: right;">{line}</p>' for line in lines[-2:])


def rows(lines, cell='td', inner='{}'):
    return ''.join('<tr>' + ''.join(f'<{cell}>{inner.format(part)}</{cell}>' for part in line.split('\t')) + '</tr>' for line in lines)


def menu(*names, tag='li'):
    return ''.join(f'<{tag}><a href="/c{at}/">{name}</a></{tag}>' for at, name in enumerate(names))


TOP = menu('首页', '走进岚谷', '岚谷要闻', '政务公开', '办事服务', '互动交流')
H = '岚谷市住房和城乡建设局2024年法治政府建设年度报告'
C = '石桥县2024年度法治政府建设情况公告'
S = '锦水街道2024年法治政府建设工作情况报告'
M = '海陵省市场监督管理局2024年度法治政府建设情况报告'
J = '望江区2024年法治建设白皮书'

add('trs of a city district: title twice, size, publisher line, empty label of files', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S}_云台区</title><meta name="ArticleTitle" content="{S}"><meta name="PubDate" content="2025-01-08 16:20"><meta name="ContentSource" content="锦水街道"></head><body>
<div class="header"><div class="container"><div class="pull-right"><a href="#">无障碍阅读</a> | <a href="#">适老模式</a> | <a href="#">简</a> | <a href="#">繁</a></div><div class="nav"><ul>{TOP}</ul></div></div></div>
<div class="container"><ol class="breadcrumb"><li><a href="/">首页</a></li><li><a href="../">政府信息公开</a></li><li><a href="./">法治政府建设</a></li></ol><h2 class="text-center">政府信息公开</h2>
<table class="table table-bordered"><tr><th>文　　号</th><td>无</td><th>发文日期</th><td>2025-01-06 09:00</td></tr><tr><th>发布机构</th><td>锦水街道办事处</td><th>有效性</th><td>有效</td></tr><tr><th>标　　题</th><td colspan="3">{S}</td></tr></table>
<h1 class="article-title">{S}</h1><div class="article-info"><span>字号 : <a>大</a> | <a>中</a> | <a>小</a></span><span>发布时间:2025-01-08 16:20 | 来源:锦水街道 ---</span></div>
<div class="trs_editor_view TRS_UEDITOR trs_paper_default trs_web">{signed(STREET)}</div><div class="fujian"><strong>附件:</strong><ul></ul></div>
<div class="handle"><a href="javascript:window.print()">打印</a><a href="javascript:window.close()">关闭</a></div><div class="ewm"><img src="qr.png"><p>扫一扫在手机上查看当前页面</p></div></div>
<footer><a>关于我们</a>|<a>网站地图</a>|<a>隐私声明</a><p>主办：云台区人民政府办公室 承办：云台区数据局</p><p>鄂ICP备05000001号-1 鄂公网安备 42010302000001号 网站标识码：4201030001</p></footer></body></html>''', STREET, ['附件:'], title=S, published='2025-01-08', source='锦水街道')

add('trs of a new area: table twice, browser notice, dialog of leaving, file tag', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{H}</title><meta name="PubDate" content="2025-01-26"></head><body>
<div class="browser-tip"><p>更换或升级浏览器以获得最佳体验。</p><p>当前浏览器版本过低，可能会有安全风险且无法正常显示。</p><p>如使用双核浏览器，请切换至极速模式。</p></div>
<div class="gk-top"><ul class="gk-nav">{TOP}</ul><div class="crumb">您当前的位置: <a href="/">首页</a>&gt; <a href="/zwgk/">政务公开</a>&gt; <a href="../">法治政府建设年度报告</a>&gt; 2024年度</div></div>
<div class="zwxl-main"><div class="zwxl-bar pc"><table class="zwxl-table"><tr><td>[ 索引号 ]</td><td>11500000MB1/2025-00012</td><td>[ 发文字号 ]</td><td></td></tr><tr><td>[ 发布机构 ]</td><td>市住房城乡建委</td><td>[ 发布日期 ]</td><td>2025-01-26</td></tr></table></div>
<div class="zwxl-bar phone"><table><tr><td>[ 索引号 ]</td><td>11500000MB1/2025-00012</td></tr><tr><td>[ 发布机构 ]</td><td>市住房城乡建委</td></tr><tr><td>[ 发布日期 ]</td><td>2025-01-26</td></tr></table></div>
<div class="zwxl-title"><h1>{H}</h1><div class="zwxl-share">分享到： <a></a><a></a><a></a></div></div><div class="zwxl-article"><div class="view TRS_UEDITOR trs_paper_default trs_word">{signed(HOUSING, ' style="text-indent: 2em; text-align: justify;"')}<p class="insertfileTag" style="line-height: 16px;"><img src="/icon_pdf.gif"><a href="./P020250126.pdf" appendix="true">{H}.pdf</a></p></div></div>
<div class="zwxl-fd"><span>[打印本页]</span><span>[关闭窗口]</span></div><div class="gkxl-ewm"><p>扫一扫在手机打开当前页</p></div></div><div class="leave" style="display:none"><p>您即将离开“岚谷市人民政府”网站，是否继续？</p><a>放弃</a><a>继续访问</a></div><div class="foot"><p>国务院部门网站</p><p>地方政府网站</p><p>主办：岚谷市人民政府</p></div></body></html>''', HOUSING, [f'{H}.pdf'], title=H, published='2025-01-26')

add('capital style: text of main, reading aids open, share below', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}_政府信息公开_石桥县人民政府</title><meta name="SiteName" content="石桥县人民政府"><meta name="ColumnName" content="法治政府建设"><meta name="PubDate" content="2025-03-31 10:12:05"><meta name="ContentSource" content="石桥县司法局"></head><body>
<div id="wza"><span>声音开关</span><span>语速</span><span>阅读方式</span><span>配色</span><span>放大</span><span>缩小</span><span>鼠标样式</span><span>十字线</span><span>显示屏</span><span>帮助</span><span>读屏专用</span><span>退出服务</span></div>
<div class="head"><img alt="石桥县人民政府"><div class="search"><input placeholder="请输入关键词"><p>热门搜索：<a>医保</a><a>公积金</a><a>不动产登记</a></p></div></div><div class="position">首页 &gt; 政务公开 &gt; 法治政府建设</div>
<div class="content"><div class="header"><h1>{C}</h1><p>日期：2025-03-31 10:12 &nbsp; 来源：石桥县司法局</p><div class="tools"><span>字号： 大 中 小</span></div></div><div id="mainText"><div class="view TRS_UEDITOR trs_paper_default">{signed(COUNTY)}</div></div>
<div class="share"><span>分享：</span><a title="微信"></a><a title="微博"></a><a href="javascript:;">我要纠错</a></div><div class="relatefile"><h3>相关文档</h3><ul></ul></div></div>
<div class="friend"><dl><dt>中国政府网</dt></dl><dl><dt>省政府部门</dt><dd><a href="http://a">省发展改革委</a><a href="http://b">省教育厅</a></dd></dl></div><div class="bottom"><p>主办单位：石桥县人民政府办公室</p><p>政府网站标识码：3308250001</p><p>党政机关</p></div></body></html>''', COUNTY, title=C, published='2025-03-31', source='石桥县司法局')

add('hanweb of a province: interpretations between the marks of the content, files with icons', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{M}</title><meta name="ArticleTitle" content="{M}"><meta name="PubDate" content="2025-02-28 15:30"></head><body><div class="bt-top"><ul>{TOP}</ul></div>
<div class="bt-article-y"><div class="bt-position">当前位置：<a href="/">首页</a> > <a href="/col/col1/">公示公告</a></div><div class="sp_title"><!--<$[标题]>begin-->{M}<!--<$[标题]>end--></div><div class="sp_time"><span>发布日期：2025-02-28 15:30</span><span>信息来源：<!--<$[信息来源]>begin-->法规处<!--<$[信息来源]>end--></span><span>访问量：<script src="/x.js"></script></span></div>
<div class="artile_zw"><div class="bt-article-02"><div id="zoom"><!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin--><meta name="ContentStart">{p(MARKET[:6])}<p style="text-align: center;"><strong>{MARKET[6]}</strong></p><table style="border-collapse:collapse" border="1"><tbody>{rows(MARKET[7:11], inner='<p><span>{}</span></p>')}</tbody></table>{signed(MARKET[11:])}
<p><img src="/module/download/icon/xlsx.png"><a href="/module/download/downfile.jsp?classid=0&filename=1.xlsx">2024年行政执法数据统计表.xlsx</a></p><p>相关解读：<a href="/art/2025/3/1/art_2_8.html">图解：海陵省市场监管法治建设年度成绩单</a></p><meta name="ContentEnd"><!--ZJEG_RSS.content.end--><!--<$[信息内容]>end--></div></div></div>
<div id="qr_container"><p>扫一扫在手机打开当前页</p></div><div class="print"><a>打印本页</a><a>关闭窗口</a></div></div><div class="bt-foot"><p>版权所有：海陵省市场监督管理局</p></div></body></html>''', MARKET, ['2024年行政执法数据统计表.xlsx'], title=M, published='2025-02-28')

add('hanweb disclosure page: head table, tree of the catalogue beside, text of spans', f'''<html><head><meta charset="utf-8"><title>{H}</title></head><body><div id="tree"><div class="t">信息公开目录</div>{''.join(f'<div class="node"><a href="#{n}">{n}</a></div>' for n in ('机构概况', '政策文件', '规划计划', '统计信息', '人事信息', '财政信息', '行政执法', '法治建设', '其他'))}</div>
<div id="right"><table class="xxgk_table"><tbody><tr><td class="t1">索引号:</td><td>014000001/2025-00009</td><td class="t1">分类:</td><td>法治建设</td></tr><tr><td class="t1">发布机构:</td><td>市住建局</td><td class="t1">发文日期:</td><td>2025-01-24</td></tr><tr><td class="t1">名称:</td><td colspan="3">{H}</td></tr><tr><td class="t1">文号:</td><td></td><td class="t1">关键词:</td><td>法治政府；年度报告</td></tr><tr><td class="t1">内容概览:</td><td colspan="3"></td></tr></tbody></table>
<div class="xxgk_article"><div class="bt">{H}</div><div id="zoom"><p style="line-height: 2em"><span style="font-family: 方正仿宋_GBK; font-size: 21px;">{'</span></p><p style="line-height: 2em"><span style="font-family: 方正仿宋_GBK; font-size: 21px;">'.join('　　' + line for line in HOUSING)}</span></p></div></div>
<div class="xxgk_foot"><span>打印</span><span>关闭</span></div></div><div class="copy">Copyright © 岚谷市住房和城乡建设局 All Rights Reserved</div></body></html>''', HOUSING, title=H)

add('ucap of a bureau: one row of notes, print bar, neighbours', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{H}</title><meta name="others" content="页面生成时间 2025-01-26 10:12:44"><meta name="template,templategroup,version" content="c95,default,1.5"></head><body><div class="topbar"><ul>{TOP}</ul></div><div class="content_topbanner"><div class="current">当前位置：<a href="/">首页</a> &gt; <a href="list.shtml">通知公告</a></div></div>
<div class="contentMain"><div class="contentShow"><div class="title">{H}</div><ul class="time"><li>来源：岚谷市住房和城乡建设局</li><li>发布日期：2025-01-26 10:08</li><li>访问量：<span id="view"></span></li><li class="font">字体：<a>【大】</a><a>【中】</a><a>【小】</a></li></ul><div class="content"><UCAPCONTENT>{signed(HOUSING)}</UCAPCONTENT></div>
<div class="contentPrint"><a>【打印本页】</a><a>【关闭窗口】</a></div><div class="contentPage"><p>上一篇：<a href="a.shtml">关于2025年春节期间施工安全的通知</a></p><p>下一篇：<a href="b.shtml">岚谷市住房和城乡建设局行政处罚公示</a></p></div></div></div>
<div class="footer"><p>地址：岚谷市云岭路88号　邮编：330000</p><p>网站标识码：3601000054　赣ICP备17000000号</p></div></body></html>''', HOUSING, title=H, published='2025-01-26', source='岚谷市住房和城乡建设局')

add('ucap of a province: editors at the end of the container, related articles', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{M}</title><meta name="PubDate" content="2025-02-28"></head><body><div class="nav">{TOP}</div><div class="xl_wrap"><div class="wzy_title">{M}</div><div class="wzy_info">2025年02月28日 15:30　来源：省市场监管局　　<span>字体大小：<b>A-</b><b>A</b><b>A+</b></span></div>
<div class="xl_cont"><ucapcontent>{p(MARKET[:7])}<table>{rows(MARKET[7:11])}</table>{p(MARKET[11:])}</ucapcontent><p class="zrbj">责任编辑：吴某某　初审：郑某　终审：钱某某</p><div class="fx">分享到：<div class="social-share" data-sites="weibo,wechat,qzone"></div></div></div>
<div class="xgwz"><h4>相关文章</h4><ul><li><a href="/c1/1.shtml">全省市场监管工作会议召开</a><em>2025-01-18</em></li><li><a href="/c1/2.shtml">2024年度民生领域“铁拳”行动典型案例</a><em>2024-12-30</em></li></ul></div></div><div>主办：海陵省市场监督管理局</div></body></html>''', MARKET, title=M, published='2025-02-28', source='省市场监管局')

add('epoint: source line, left menu, views, attachment of the builder', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S}</title></head><body><div class="ewb-header"><ul class="ewb-nav">{TOP}</ul></div><div class="ewb-main clearfix"><div class="ewb-location"><span>您的位置：</span><a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="x">信息公开</a></div>
<div class="ewb-left l"><h3 class="ewb-menu-hd">信息公开</h3><ul>{menu('公开指南', '公开制度', '公开年报', '街道文件', '法治建设', '财政预决算')}</ul></div><div class="ewb-right r"><div class="ewb-article"><h2 class="ewb-article-hd">{S}</h2><div class="ewb-article-source">【信息时间：2025-1-8 &nbsp; 阅读次数：<span id="infoViewCount">132</span>】【<a>我要打印</a>】【<a>关闭</a>】</div><div class="ewb-article-content"><div class="news-article-para">{''.join(f'<p style="text-indent:32px"><span style="font-size:16pt;font-family:仿宋">{line}</span></p>' for line in STREET)}</div>
<p><a href="/EpointWebBuilder/pages/webbuildermis/attach/downloadztbattach?attachGuid=1">锦水街道行政执法情况统计表.doc</a></p></div></div></div></div><div class="ewb-footer"><p>版权所有 云台区人民政府锦水街道办事处</p><p>技术支持：新点软件</p></div></body></html>''', STREET, ['锦水街道行政执法情况统计表.doc'], title=S, published='2025-01-08')

CONFIG = json.dumps({'SID': 200017, 'DETAIL': {'id': 7, 'title': C, 'publisher': '石桥县司法局', 'display_publish_time': '2025-03-31', 'identifier': '11440/2025-00031', 'content': p(COUNTY)}}, ensure_ascii=True).replace('<', '\\u003C')
add('catalogue platform whose text stands in a variable', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}</title></head><body><div id="app"></div><div class="header"><ul>{TOP}</ul></div><table class="classify"><tr><td>索引号:</td><td>11440/2025-00031</td><td>分类:</td><td>法治建设</td></tr><tr><td>发布机构:</td><td>石桥县司法局</td><td>成文日期:</td><td>2025-03-28</td></tr><tr><td>名称:</td><td colspan="3">{C}</td></tr><tr><td>文号:</td><td></td><td>发布日期:</td><td>2025-03-31</td></tr></table><script>window._CONFIG = {CONFIG};</script><script src="/gkmlpt/js/app.js"></script><div class="footer"><p>主办单位：石桥县人民政府办公室</p></div></body></html>''', COUNTY, title=C, published='2025-03-31')

add('intensive platform of a southern province: share, phone code, files after the text', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{J} - 望江区人民政府门户网站</title><meta name="ArticleTitle" content="{J}"><meta name="PubDate" content="2025-03-05 09:20:00"></head><body><div class="g-hd"><ul>{TOP}</ul></div><div class="main"><div class="crumbs"><span>当前位置：</span><a href="/">首页</a><a href="/gk">信息公开</a></div><div class="article"><h1 class="article-title">{J}</h1>
<div class="article-meta"><span>来源： 望江区司法局</span><span>发布时间：2025-03-05 09:20:00</span><span>浏览次数：<b>-</b></span><span>【字体：<a>小</a> <a>中</a> <a>大</a>】</span></div><div class="article-content">{p(JOINT[:6])}<p style="text-align:center"><img src="/img/0/1.png" alt="图1"></p><p style="text-align:center">{JOINT[6]}</p>{p(JOINT[7:10])}<p style="text-align:center"><img src="/img/0/2.png"></p><p style="text-align:center">{JOINT[10]}</p>{p(JOINT[11:19])}<hr>{p(JOINT[19:21], ' style="font-size:12px"')}{p(JOINT[21:], ' style="text-align:right"')}</div>
<div class="article-files"><div class="tit">相关附件：</div><ul><li><a href="/attachment/0/1/1.pdf">{J}（图文版）.pdf</a></li></ul></div><div class="share-box"><span>分享到：</span><i></i></div><div class="qr"><p>扫一扫在手机端打开</p></div></div></div><div class="g-ft"><p>主办：望江区人民政府办公室　粤ICP备05000002号　网站标识码4406050001</p></div></body></html>''', JOINT, ['相关附件：', f'{J}（图文版）.pdf'], title=J, published='2025-03-05', source='望江区司法局')

add('media system of a county: client code, editor, statement within the box', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}-石桥新闻网</title></head><body><div class="column head">{TOP}</div><div class="w1200"><div class="article-main"><h1 class="article-main-title">{C}</h1><div class="article-infos"><span class="date">2025-03-31 10:12:05</span><span class="source">来源：石桥县融媒体中心</span><span class="author">作者：石桥县司法局</span><span class="comments"><a>0条评论</a></span></div><div class="article-content fontSizeSmall">{p(COUNTY)}</div>
<div class="article-editor">[责任编辑：周某]</div><div class="article-client"><img src="c.png"><p>下载“爱石桥”客户端，看更多本地资讯</p></div><div class="article-tags">标签：<a>法治政府</a><a>公告</a></div><div class="article-state"><p>声明：转载此文是出于传递更多信息之目的，若有来源标注错误或侵犯了您的合法权益，请与本网联系，我们将及时更正、删除，谢谢。</p></div></div>
<div class="article-side"><h3>热门排行</h3><ol><li><a href="1">石桥县2025年重点项目集中开工</a></li><li><a href="2">春耕备耕正当时</a></li><li><a href="3">县第一中学举行校园开放日</a></li></ol></div></div><div class="footer">石桥新闻网 版权所有</div></body></html>''', COUNTY, title=C, published='2025-03-31', source='石桥县融媒体中心')

add('builder of a university vendor: section of a word file, style first', f'''<HTML><HEAD><TITLE>{H}-岚谷市住房和城乡建设局</TITLE><META content="text/html; charset=UTF-8" http-equiv="Content-Type"><!--Announced by Visual SiteBuilder 9--></HEAD><BODY><div class="tops">{TOP}</div><div class="left_nav"><h3>政务公开</h3><ul>{menu('通知公告', '政策法规', '法治建设', '行政执法公示')}</ul></div><div class="n_right"><div class="place"><a href="../../index.htm">首页</a>&gt;&gt;<a href="../../zwgk.htm">政务公开</a>&gt;&gt;正文</div>
<form name="_newscontent_fromname"><div class="content"><h3>{H}</h3><div class="content-information"><span>发布日期：2025-01-26</span><span>&nbsp;&nbsp;作者：法规科</span><span>&nbsp;&nbsp;来源：局办公室</span><span>&nbsp;&nbsp;点击：<script>_showDynClickBatch(['dynclicks_u8_1'],[1],"wbnews",17)</script><span id="dynclicks_u8_1"></span></span></div><div id="vsb_content"><div class="v_news_content"><style type="text/css">.TRS_x P{{line-height:1.5}}</style><div class="Section1">{''.join(f'<p class="vsbcontent_start" style="MARGIN: 0cm 0cm 0pt; TEXT-INDENT: 24pt"><span style="FONT-SIZE: 12pt">{line}<span lang="EN-US"></span></span></p>' for line in HOUSING)}</div></div></div><div id="div_vote_id"></div>
<p align="right"><a href="1.htm">上一条：岚谷市住房和城乡建设局2024年政府信息公开年报</a></p><p align="right"><a href="2.htm">下一条：关于公布保障性住房配租结果的公告</a></p><p align="center">【<a href="javascript:window.close()">关闭窗口</a>】</p></div></form></div><div class="foot">地址：岚谷市云岭路88号 电话：0793-8880000</div></BODY></HTML>''', HOUSING, title=H, published='2025-01-26')

add('tables within tables of a web editor long gone, blanks for indents', f'''<html><head><meta charset="utf-8"><title>::: 石桥县人民政府 :::</title></head><body topmargin="0"><table width="1000" align="center" cellpadding="0"><tr><td><img src="banner.jpg"></td></tr><tr><td height="28" background="nav.gif">&nbsp;<a href="/">网站首页</a>　<a href="/1">石桥概况</a>　<a href="/2">政务动态</a>　<a href="/3">政务公开</a></td></tr></table>
<table width="1000" align="center"><tr><td width="210" valign="top"><table width="100%"><tr><td class="lm">栏目导航</td></tr><tr><td><a href="a1">政府公告</a></td></tr><tr><td><a href="a2">政府文件</a></td></tr><tr><td><a href="a3">人事任免</a></td></tr></table><table><tr><td class="lm">点击排行</td></tr><tr><td><a href="b1">石桥县2025年政府工作报告</a></td></tr><tr><td><a href="b2">石桥县土地征收公告（2025年第2号）</a></td></tr></table></td>
<td valign="top"><table width="96%" align="center"><tr><td class="dq">您现在的位置：石桥县人民政府 &gt;&gt; 政府公告 &gt;&gt; 正文</td></tr><tr><td align="center" class="bt"><font color="#cc0000" size="5"><b>{C}</b></font></td></tr><tr><td align="center">作者：县府办　来源：本站原创　更新时间：2025-3-31　点击数：<script src="/GetHits.asp?id=3"></script></td></tr><tr><td><table width="100%" style="table-layout:fixed"><tr><td class="nr"><font face="宋体" size="3">{'<br>'.join('&nbsp;&nbsp;&nbsp; ' + line for line in COUNTY)}</font></td></tr></table></td></tr><tr><td align="right">文章录入：admin　责任编辑：admin</td></tr>
<tr><td><ul><li>上一篇文章：<a href="1">关于县城区部分路段交通管制的通告</a></li><li>下一篇文章：<a href="2">石桥县行政执法人员名单公示</a></li></ul></td></tr><tr><td align="right">【<a>字体：小</a> <a>大</a>】【<a>发表评论</a>】【<a>加入收藏</a>】【<a>告诉好友</a>】【<a>打印此文</a>】【<a>关闭窗口</a>】</td></tr></table></td></tr></table><table width="1000" align="center"><tr><td align="center">石桥县人民政府主办　网站管理员信箱</td></tr></table></body></html>''', COUNTY, title=C, published='2025-03-31')

add('php system: keywords, further reading, faces of mood, comments', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S} - 法治建设 - 锦水街道</title><meta name="keywords" content="街道,法治"></head><body><div class="header"><div class="logo"></div><ul>{TOP}</ul></div><div class="main"><div class="col-left"><div class="crumbs"><a href="/">首页</a><span> &gt; </span><a href="/fz/">法治建设</a> &gt; 正文</div><div id="Article"><h1>{S}<br><span>2025-01-08 16:20:11</span>&nbsp;&nbsp;<span>来源：锦水街道司法所</span>&nbsp;&nbsp;<a href="#comment_iframe">评论：<span id="comment">0</span></a> 点击：<span id="hits"></span></h1><div class="content">{p(STREET)}</div>
<p style="margin-bottom:10px"><strong>[关键词]</strong> <a>街道</a> <a>法治</a></p><div class="Article-Tool">分享到：<a>收藏</a></div><p class="f14"><strong>上一篇：</strong><a href="3.html">锦水街道召开基层治理推进会</a><br><strong>下一篇：</strong><a href="4.html">锦水街道2025年招聘公告</a></p></div>
<div class="related"><h5 class="blue">延伸阅读：</h5><ul class="list blue lh24 f14"><li>·<a href="5.html">锦水街道2023年法治政府建设工作情况报告</a><span>(2024-01-09)</span></li><li>·<a href="6.html">锦水街道“法律明白人”培训班开班</a><span>(2024-06-11)</span></li></ul></div><div id="mood"><h5>您看到此篇文章时的感受是：</h5><ul><li><label>震惊</label><b>0</b></li><li><label>不解</label><b>0</b></li><li><label>愤怒</label><b>0</b></li><li><label>高兴</label><b>3</b></li></ul></div><div class="comment"><h5>网友评论</h5><p>评论内容只代表网友观点，与本站立场无关！</p><a>评论摘要(共 0 条)</a><a>查看完整评论</a></div></div></div><div class="footer"><p>Powered by PHPCMS V9</p></div></body></html>''', STREET, title=S, published='2025-01-08', source='锦水街道司法所')

add('blog with block editor: block of a table, file block, tags, author box', f'''<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>{M} | 海陵市场监管</title></head><body class="post-template-default"><header class="site-header"><div class="site-branding"><a href="/">海陵市场监管</a><p class="site-description">公正 高效 便民</p></div><nav><ul>{TOP}</ul></nav></header><div class="breadcrumbs"><a href="/">首页</a> » <a href="/fg">法规</a> » {M}</div>
<article class="post type-post hentry"><h1 class="entry-title">{M}</h1><div class="entry-meta"><time class="entry-date published" datetime="2025-02-28T07:30:00+00:00">2025年2月28日</time> <span>法规处</span> <span>阅读 217</span></div><div class="entry-content">{p(MARKET[:6])}<figure class="wp-block-table"><table><tbody>{rows(MARKET[7:11])}</tbody></table><figcaption class="wp-element-caption">{MARKET[6]}</figcaption></figure>{p(MARKET[11:-2], ' class="has-text-align-left"')}{p(MARKET[-2:], ' class="has-text-align-right"')}<div class="wp-block-file"><a href="/f.pdf">年度报告正式稿</a><a href="/f.pdf" class="wp-block-file__button" download>下载</a></div></div><div class="entry-tags"><a rel="tag">法治政府</a><a rel="tag">市场监管</a></div><div class="author-box"><h4>关于作者</h4><p>法规处负责本系统法治建设的组织协调工作。</p></div></article>
<section class="related-posts"><h3>你可能还喜欢</h3><article><h4><a href="/1">关于修订裁量基准的公告</a></h4></article><article><h4><a href="/2">“你点我检”进校园</a></h4></article></section><footer>© 2025 海陵市场监管</footer></body></html>''', [*MARKET[:6], *MARKET[7:11], MARKET[6], *MARKET[11:]], ['年度报告正式稿', '年度报告正式稿下载', '下载', '年度报告正式稿 下载'], title=M, published='2025-02-28')

NOTES = ''.join(f'<div style="mso-element:footnote" id="ftn{at}"><p class="MsoFootnoteText"><a href="#_ftnref{at}" name="_ftn{at}"><span class="MsoFootnoteReference">[{at}]</span></a>{line[3:]}</p></div>' for at, line in enumerate(JOINT[19:21], 1))
WORD = [line.replace('[1]', '<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a>').replace('[2]', '<a href="#_ftn2" name="_ftnref2"><span class="MsoFootnoteReference">[2]</span></a>') for line in JOINT]
add('file saved from a word processor as a page, notes at the end', f'''<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15"><title>{J}</title><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>微软用户</o:Author><o:Revision>12</o:Revision></o:DocumentProperties></xml><![endif]--><style><!-- /* Font Definitions */ @font-face {{font-family:宋体;}} p.MsoNormal {{margin:0cm;}} --></style></head>
<body lang=ZH-CN style="tab-interval:21.0pt"><div class=WordSection1><p class=MsoTitle align=center style="text-align:center"><b>{J}<o:p></o:p></b></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>{''.join(f'<p class=MsoNormal style="text-indent:32.0pt"><span style="mso-hansi-font-family:仿宋">{line}<span lang=EN-US><o:p></o:p></span></span></p>' for line in WORD[:6])}<p class=MsoNormal align=center><!--[if gte vml 1]><v:shape id="x" style="width:415pt"><v:imagedata src="r.files/image001.png" o:title=""/></v:shape><![endif]--><![if !vml]><img width=554 src="r.files/image002.png"><![endif]></p>{''.join(f'<p class=MsoNormal style="text-indent:32.0pt"><span style="mso-hansi-font-family:仿宋">{line}<span lang=EN-US><o:p></o:p></span></span></p>' for line in WORD[6:19])}{''.join(f'<p class=MsoNormal align=right>{line}</p>' for line in JOINT[21:])}</div><div style="mso-element:footnote-list"><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>{NOTES}</div></body></html>''', [*JOINT[:19], *JOINT[21:], *JOINT[19:21]], [J], title=J)

add('paste of an office suite: merged cells, spacer runs, department portal with dates beside', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{M}-海陵省市场监督管理局</title></head><body><div class="hd">{TOP}<span>今天是：2026年11月30日 星期一</span></div><div class="m"><div class="dqwz">首页 / 政务公开 / 年度报告</div><div class="bt1">{M}</div><div class="bt2">时间：2025-02-28 ｜ 浏览量：1024 ｜ 来源：省局法规处</div><div class="zw">{''.join(f'<p class="MsoNormal" style="text-indent:31.5000pt;mso-char-indent-count:2.0000;"><span style="mso-spacerun:&apos;yes&apos;;font-family:仿宋_GB2312;">{line}</span><span><o:p></o:p></span></p>' for line in MARKET[:7])}
<table class="MsoTableGrid" border="1" cellspacing="0"><tr><td rowspan="2"><p class="MsoNormal">指标</p></td><td colspan="3"><p class="MsoNormal">年度<o:p></o:p></p></td></tr><tr><td><p class="MsoNormal">2022年</p></td><td><p>2023年</p></td><td><p>2024年</p></td></tr>{rows(MARKET[8:11], inner='<p class="MsoNormal">{}<o:p></o:p></p>')}</table>{''.join(f'<p class="MsoNormal"><span style="mso-spacerun:&apos;yes&apos;">{line}</span></p>' for line in MARKET[11:])}</div><div class="zwb"><a>打 印</a><a>关 闭</a></div><div class="xg"><b>相关信息</b><p><a href="1">海陵省市场监管局2023年度法治政府建设情况报告</a> 2024-02-26</p><p><a href="2">海陵省市场监管局2022年度法治政府建设情况报告</a> 2023-02-28</p></div></div><div class="ft">海陵省市场监督管理局版权所有</div></body></html>''', [*MARKET[:7], '指标\t年度', '2022年\t2023年\t2024年', *MARKET[8:]], ['指标\t年度\t年度\t年度', '指标\t2022年\t2023年\t2024年', '\t2022年\t2023年\t2024年'], title=M, published='2025-02-28', source='省局法规处')

add('a box for every line, empty boxes between', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S}</title></head><body><div class="h">{TOP}</div><div class="page"><div class="tit">{S}</div><div class="inf"><i>2025-01-08</i><i>锦水街道</i><i>浏览 61 次</i></div><div class="text"><div><br></div>{''.join(f'<div style="text-indent:2em"><span>{line}</span></div><div><br></div>' for line in STREET[:-2])}<div align="right">{STREET[-2]}</div><div align="right">{STREET[-1]}</div></div><div class="bar"><span>点赞 2</span><span>收藏</span><span>转发</span></div></div><div class="f">网站地图 | 联系我们</div></body></html>''', STREET, title=S, published='2025-01-08')

LAWS = [line.replace('《法治政府建设实施纲要（2021—2025年）》', '<a href="https://www.example.gov.cn/law" target="_blank">《法治政府建设实施纲要（2021—2025年）》</a>').replace('《岚谷市物业管理办法》', '<a href="/wy.html">《岚谷市物业管理办法》</a>') for line in HOUSING]
add('breaks alone, bold headings, laws linked, counter at the foot of the box', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{H}</title></head><body>{TOP}<div class="con_l"><h1>{H}</h1><div class="from">来源：本局　日期：2025年01月26日</div><div id="fontzoom">{'<br><br>'.join(('<strong>　　' + line + '</strong>') if line[1] == '、' else '　　' + line for line in LAWS)}<br><br><div style="text-align:right;color:#999">（浏览次数：409）</div></div><div class="fx"><a>微信</a><a>微博</a><a>QQ空间</a></div></div><div class="con_r"><div class="box"><h4>政策解读</h4><ul><li><a href="1">一图读懂城市更新行动方案</a></li><li><a href="2">住宅专项维修资金使用问答</a></li></ul></div><div class="box"><h4>公示公告</h4><ul><li><a href="3">建筑业企业资质审查结果公示</a></li></ul></div></div><div class="clear"></div><div class="end">岚谷市住房和城乡建设局</div></body></html>''', HOUSING, title=H, published='2025-01-26')

PARTS = (0, 2, 6, 10, 15, 19, len(JOINT))
add('a table for every part of the text', f'''<html><head><meta charset="utf-8"><title>{J}</title></head><body><table width="900" align="center"><tr><td>{menu('首页', '新闻', '公开', '服务', tag='span')}</td></tr><tr><td><table width="100%"><tr><td align="center"><h2>{J}</h2></td></tr><tr><td align="center" class="hui">发布时间：2025-03-05　发布人：司法局</td></tr></table>{''.join(f'<table width="100%" class="part"><tr><td width="20">&nbsp;</td><td>{p(JOINT[start:end])}</td><td width="20">&nbsp;</td></tr></table>' for start, end in pairwise(PARTS))}<table width="100%"><tr><td align="center"><a href="javascript:window.print()">打印</a> | <a href="javascript:window.close()">关闭</a></td></tr></table></td></tr><tr><td align="center" bgcolor="#eee">望江区司法局 版权所有　技术支持：望江网络</td></tr></table></body></html>''', JOINT, title=J, published='2025-03-05')

add('label system: left menu, right column, related lists, validity', f'''<!doctype html><html><head><meta charset="utf-8"><title>{C}_石桥县人民政府信息公开</title></head><body><div class="header"><a>简体</a><a>繁体</a><a>无障碍</a><a>长者模式</a></div><div class="container clearfix"><div class="gk_left"><div class="gk_dw">石桥县司法局</div><ul>{menu('政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报', '依申请公开')}</ul><div class="gk_ss"><input type="text" value="请输入标题"><button>搜索</button></div></div>
<div class="gk_mid"><div class="gk_tab"><table><tr><th>索引号</th><td>11341/202503-00031</td><th>信息分类</th><td>法治政府建设</td></tr><tr><th>发布机构</th><td>石桥县司法局</td><th>发布日期</th><td>2025-03-31</td></tr><tr><th>信息有效性</th><td>有效</td><th>生成日期</th><td>2025-03-28</td></tr></table></div><h1 class="wztit">{C}</h1><div class="wzbjxx"><p><span>作者：依法治县办</span><span>来源：石桥县司法局</span><span>发布时间：2025-03-31 10:12</span><span>阅读量：<font id="hits">31</font>次</span></p></div><div class="wzcon j-fontContent">{signed(COUNTY)}</div><div class="wzfx"><span>打印</span><span>收藏</span><div class="bshare">分享至：</div></div><div class="xgxx"><div class="xg_tit">相关信息</div><ul><li><a href="1.html" title="石桥县2023年度法治政府建设情况公告">石桥县2023年度法治政府建设情况公告</a><span class="right">2024-03-29</span></li></ul></div></div>
<div class="gk_right"><div class="r1"><h3>热点信息</h3><ul><li><a href="9.html">石桥县城镇燃气管网更新改造实施方案</a></li><li><a href="8.html">关于做好2025年义务教育招生入学工作的通知</a></li></ul></div><div class="r2"><h3>领导信箱</h3><p>欢迎对我县政府工作提出意见和建议，您的来信将在5个工作日内答复。</p></div></div></div><div class="footer"><p>石桥县人民政府主办 石桥县数据资源管理局承办</p></div></body></html>''', COUNTY, title=C, published='2025-03-31', source='石桥县司法局')

add('phone page: back, tools above, bar of tabs at the foot', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{H}</title></head><body><header class="m-top"><a href="javascript:history.back()">返回</a><span>岚谷住建</span><a href="/m/menu">菜单</a></header><section class="m-detail"><h2>{H}</h2><p class="m-info"><span>2025-01-26</span><span>来源：岚谷市住房和城乡建设局</span></p><p class="m-tool"><a>A+</a><a>A-</a><a>听文章</a></p><div class="m-txt">{signed(HOUSING)}</div><div class="m-more"><a href="/pc/1.html">切换到电脑版</a></div><div class="m-like"><span>有用(12)</span><span>没用(0)</span></div></section><nav class="m-tab"><a>首页</a><a>办事</a><a>问政</a><a>我的</a></nav><p class="m-foot">岚谷市人民政府办公室主办</p></body></html>''', HOUSING, title=H, published='2025-01-26', source='岚谷市住房和城乡建设局')

HEADINGS = [line for line in COUNTY if line[1] == '、' or line[0] == '（']
add('application with the outline of the text beside it', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>政策文件库</title></head><body><div id="app"><header class="ant-layout-header"><ul class="ant-menu">{''.join(f'<li class="ant-menu-item">{n}</li>' for n in ('首页', '政策', '解读', '互动', '数据'))}</ul></header><div class="ant-layout"><div class="ant-breadcrumb"><span>首页</span><span>/</span><span>文件详情</span></div><aside class="outline"><p class="outline-hd">目录</p><ul>{''.join(f'<li><a href="#h{at}">{line}</a></li>' for at, line in enumerate(HEADINGS))}</ul></aside><main class="doc"><h1>{C}</h1><div class="doc-info"><span>发布机构：石桥县人民政府</span><span>发布时间：2025-03-31</span><span>收藏</span><span>下载</span></div><div class="doc-body">{''.join(f'<h3 id="h{HEADINGS.index(line)}">{line}</h3>' if line in HEADINGS else f'<p>{line}</p>' for line in COUNTY)}</div></main><aside class="side"><p>相关政策</p><div class="card">关于印发《石桥县行政执法监督办法》的通知</div><div class="card">石桥县重大行政决策事项目录</div></aside></div><div class="ant-back-top">回到顶部</div></div></body></html>''', COUNTY, title=C, published='2025-03-31')

add('application of a phone framework with elements of its own', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>掌上锦水</title></head><body><uni-app><uni-page><uni-page-head><div class="uni-page-head"><div class="uni-page-head-hd"></div><div class="uni-page-head-bd">公告详情</div></div></uni-page-head><uni-page-wrapper><uni-page-body><uni-view class="wrap"><uni-view class="t"><uni-text><span>{S}</span></uni-text></uni-view><uni-view class="s"><uni-text><span>2025-01-08</span></uni-text><uni-text><span>阅读 88</span></uni-text></uni-view><uni-rich-text><div>{p(STREET)}</div></uni-rich-text><uni-view class="btns"><uni-button>点赞</uni-button><uni-button>分享给朋友</uni-button></uni-view></uni-view></uni-page-body></uni-page-wrapper></uni-page><uni-tabbar><div>首页</div><div>服务</div><div>我的</div></uni-tabbar></uni-app></body></html>''', STREET, title=S, published='2025-01-08')

add('web forms: one form around all, state, labels', f'''<html><head><meta charset="utf-8"><title>信息内容</title></head><body><form method="post" action="Detail.aspx?articid=31" id="form1"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKLTk4"><div id="top"><a id="h1">首页</a><a id="h2">法规科</a><a id="h3">下载中心</a><span id="lblDate">2026年11月30日</span></div><table id="DataList1"><tr><td><span id="lblTitle">{H}</span></td></tr><tr><td><span id="lblInfo">发布时间：2025-1-26 0:00:00 点击率：77</span></td></tr><tr><td><span id="lblContent">{p(HOUSING, ' align="left"')}</span></td></tr></table><div id="pnlFile"><span id="lblFile">附件下载：</span><a id="lnk" href="down.aspx?id=1">报告原文.doc</a></div><input type="submit" name="btnBack" value="返回列表"><div id="foot"><span>您是第 2,310,452 位访客</span></div></form></body></html>''', HOUSING, ['附件下载：', '附件下载：报告原文.doc', '报告原文.doc'], title=H, published='2025-01-26')

add('eastern city: article of a vendor, share bar before, gazette links after', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{J}_望江区人民政府</title></head><body><div class="top"><a href="#">登录</a><a href="#">注册</a>{TOP}</div><div class="wrapper"><div class="Article"><h2 id="ivs_title">{J}<small class="PBtime">(2025-03-05)</small></h2><div class="bdsharebuttonbox"><span>分享到：</span><a>新浪微博</a><a>微信</a></div><div class="font-tool">字号：<a>大</a><a>中</a><a>小</a></div><div id="ivs_content" class="Article_content"><div class="inner">{p(JOINT[:19])}<div class="fn">{p(JOINT[19:21])}</div>{p(JOINT[21:])}</div></div><div id="ivs_ext"><dl><dt>上一篇：</dt><dd><a href="a">望江区2024年政府信息公开工作年度报告</a></dd></dl><dl><dt>下一篇：</dt><dd>无</dd></dl></div></div></div><div class="bottom"><a>使用帮助</a><a>常见问题</a><p>望江区人民政府版权所有</p></div></body></html>''', JOINT, title=J, published='2025-03-05')

add('component of a coastal province: marks read aloud, downloads, related documents', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{M}</title><meta name="PubDate" content="2025-02-28 15:30"></head><body><div class="mainnav">{TOP}</div><div class="breadcrumb_box"><i class="home"></i><a href="/">首页</a><a href="/zwgk">政务公开</a><span>正文</span></div><div class="article_area"><div class="article_title_group"><div class="title">{M}</div><p class="source"><span>来源：海陵省市场监督管理局</span><span>时间：2025-02-28 15:30</span><span>浏览量：<i>640</i></span></p><div class="article_tool"><a class="voice">朗读</a><a class="a_add">A+</a><a class="a_sub">A-</a><a>打印</a></div></div><div class="article_component"><div class="tab-pane"><div class="trs_editor_view">{p(MARKET[:7])}<div class="table-wrap"><table>{rows(MARKET[7:8], 'th')}{rows(MARKET[8:11])}</table></div>{signed(MARKET[11:])}</div></div></div><div class="xl_file"><h5>附件下载</h5><p><a href="1.docx">1.行政执法统计年报.docx</a></p></div><div class="xl_related"><h5>相关文件</h5><p><a href="1">海陵省质量促进条例</a></p><h5>政策解读</h5><p><a href="2">《海陵省质量促进条例》解读</a></p></div><div class="smt"><img src="ewm.png"><span>扫一扫在手机上查看当前页面</span></div></div><div class="ft"><p>为确保最佳浏览效果，建议您使用以下浏览器版本：IE浏览器9.0版本及以上</p></div></body></html>''', MARKET, ['附件下载', '1.行政执法统计年报.docx'], title=M, published='2025-02-28', source='海陵省市场监督管理局')

add('paper that prints the report: original title, reporter, caption', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}_石桥日报数字报</title></head><body><div class="paper-nav"><a>第01版：要闻</a><a>第02版：公告</a><a>第03版：综合</a><a>上一版</a><a>下一版</a></div><div class="paper-l"><p>版面目录</p><ul><li><a href="1">县委理论学习中心组举行集体学习</a></li><li><a href="2">我县新增3家省级专精特新企业</a></li></ul></div><div class="paper-r"><p class="date">2025年03月29日　星期六　第02版：公告　<a>上一篇</a>　<a>下一篇</a>　放大 缩小 默认</p><h4></h4><h1>{C}</h1><h3></h3><div id="ozoom"><founder-content>{p(['　　' + line for line in COUNTY])}</founder-content></div><p class="foot-tool"><a>朗读</a><a>复制链接</a><a>转发</a></p></div><div class="cp">石桥日报社版权所有 未经许可不得转载</div></body></html>''', COUNTY, title=C)

add('sections that fold, each with its button', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{H}</title></head><body><nav>{TOP}</nav><div class="detail"><h1>{H}</h1><div class="sub">2025-01-26 | 法规科</div><div class="accordion"><p>{HOUSING[0]}</p>{''.join(f'<div class="card"><div class="card-header"><h5>{HOUSING[start]}</h5><button class="btn">展开</button></div><div class="collapse show"><div class="card-body">{p(HOUSING[start + 1 : end])}</div></div></div>' for start, end in ((1, 13), (13, 16), (16, 20)))}{p(HOUSING[20:], ' class="text-right"')}</div></div><footer>岚谷市住房和城乡建设局</footer></body></html>''', HOUSING, title=H, published='2025-01-26')

add('development area: player and code within the container', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S}</title></head><body><div class="lang"><a>中文</a><a>English</a><a>한국어</a></div>{TOP}<div class="ny"><div class="ny-tit">{S}</div><div class="ny-inf">发布：2025-01-08　作者：党政办</div><div class="ny-con"><div class="voice-box"><i></i><span>语音播报</span></div>{p(STREET[:6])}<p style="text-align:center"><img src="1.jpg"></p><p style="text-align:center;font-size:12px">综合行政执法队开展集中整治</p>{p(STREET[6:])}<div class="code-box"><img src="2.png"><p>手机扫一扫，查看本文</p></div></div></div><div class="lxwm"><p>管委会地址：云台区高新路1号</p><p>招商热线：0730-5550000</p></div></body></html>''', [*STREET[:6], '综合行政执法队开展集中整治', *STREET[6:]], title=S, published='2025-01-08')

add('box of the text never closed: lists and foot within it', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}</title></head><body><div class="header">{TOP}</div><div class="layout"><h1>{C}</h1><div class="desc">发布时间：2025-03-31 10:12　来源：县司法局　作者：　点击数：<span>5</span></div><div class="txt">{signed(COUNTY)}<div class="pn"><span>上一条：<a href="1">石桥县2024年行政执法统计年报</a></span><span>下一条：<a href="2">石桥县人民政府公告</a></span></div><div class="links"><select><option>市直部门</option><option>县直部门</option></select></div><div class="foot"><a>网站地图</a><a>联系我们</a><p>主办单位：石桥县人民政府办公室</p><p>备案序号：浙ICP备05000009号</p><img src="dzjg.png" alt="党政机关"></div></body></html>''', COUNTY, title=C, published='2025-03-31')

add('document with a red head, copies and imprint', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>石桥县人民政府关于2024年度法治政府建设情况的报告</title></head><body>{TOP}<div class="wj"><table class="wjxx"><tr><td>发文机关</td><td>石桥县人民政府</td><td>发文字号</td><td>石政〔2025〕9号</td></tr><tr><td>成文日期</td><td>2025-03-28</td><td>公开日期</td><td>2025-04-01</td></tr></table><h1>石桥县人民政府关于2024年度法治政府建设情况的报告</h1><div class="wjnr"><p style="text-align:center;color:red;font-size:40px">石桥县人民政府文件</p><p style="text-align:center">石政〔2025〕9号</p><hr style="color:red"><p style="text-align:center"><b>石桥县人民政府</b></p><p style="text-align:center"><b>关于2024年度法治政府建设情况的报告</b></p><p>市人民政府：</p>{p(COUNTY[:-3])}<p>专此报告。</p><p>附件：1.石桥县行政执法数据汇总表</p><p style="text-indent:5em">2.石桥县行政复议应诉情况统计表</p><p align="right">石桥县人民政府</p><p align="right">2025年3月28日</p><p>（此件公开发布）</p><p>抄送：县委各部门，县人大常委会、县政协办公室，县法院、县检察院。</p><p>石桥县人民政府办公室　　2025年3月28日印发</p></div><div class="wjtool">【打印】【纠错】【关闭】</div></div><div>主办：石桥县人民政府</div></body></html>''', ['市人民政府：', *COUNTY[:-3], '专此报告。', '附件：1.石桥县行政执法数据汇总表', '2.石桥县行政复议应诉情况统计表', '石桥县人民政府', '2025年3月28日'], ['石桥县人民政府文件', '石政〔2025〕9号', '石桥县人民政府', '关于2024年度法治政府建设情况的报告', '（此件公开发布）', '抄送：县委各部门，县人大常委会、县政协办公室，县法院、县检察院。', '石桥县人民政府办公室2025年3月28日印发'], doc_number='石政〔2025〕9号')

add('ministry: pages of content, related items, code', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{M}_海陵省人民政府</title></head><body><div class="head-nav">{TOP}</div><div class="BreadcrumbNav"><a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/zw">政务</a></div><div class="article oneColumn pub_border"><h1>{M}</h1><div class="pages-date">2025-02-28 15:30 <span class="font">来源： 省市场监管局网站</span><div class="pages_print"><span>字号：<span>默认</span> <span>大</span> <span>超大</span></span><span>|</span><span>打印</span><span>|</span></div></div><div class="pages_content" id="UCAP-CONTENT"><div class="trs_editor_view TRS_UEDITOR">{p(MARKET[:7])}<table>{rows(MARKET[7:11])}</table>{p(MARKET[11:])}</div></div><div class="editor"><span>责任编辑：韩某</span></div></div><div class="related"><div class="tit">相关稿件</div><ul><li><a href="1">海陵：让法治成为最好的营商环境</a></li></ul></div><div class="share-code"><p>扫一扫在手机打开当前页</p><a>回到顶部</a></div><div class="footer">链接：<a>全国人大</a> | <a>全国政协</a> | <a>国家监察委员会</a></div></body></html>''', MARKET, title=M, published='2025-02-28')
