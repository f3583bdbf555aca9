# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Whole pages, lot 6: thirty more templates and habits, with what stands glued to a text in them."""

from __future__ import annotations

import html
import json

from tests.pages_lots.lot import Lot
from tests.pages_lots.lot4 import br, menu, p, rows, signed

LEFT = ('aging-friendly portal: everything in spans of one box, tools as the last lines',)
LOT = Lot(22, 30, LEFT)
add = LOT.add

WATER = (
    '2024年，汶溪市水务局认真落实市委、市政府关于法治政府建设的决策部署，依法治水管水能力稳步提升。现将全年工作情况报告如下。',
    '一、主要做法及成效',
    '（一）抓学习，筑牢法治思维',
    '局党组理论学习中心组开展法治专题学习5次，组织130余名干部参加旁听庭审和网上学法考试，参考率100%。',
    '（二）抓制度，夯实治水根基',
    '提请市政府出台《汶溪市节约用水管理办法》，对9件规范性文件开展清理，废止2件、修改3件。',
    '（三）抓执法，守护河湖安澜',
    '全年巡查河道4.6万公里，查处非法采砂、侵占岸线等案件73件，罚款218.4万元，移送公安机关4件；依法征收水资源费6120万元。',
    '（四）抓服务，提升审批效能',
    '办理取水许可162件、水土保持方案审批238件，平均办理时限由20个工作日压缩到6个工作日。',
    '二、主要负责人履行推进法治建设第一责任人职责情况',
    '局长主持召开局长办公会研究涉法事项12次，签署行政处罚决定41件，出庭应诉2次。',
    '三、存在的问题',
    '一是水行政执法装备落后，远程监控覆盖率仅为61%；二是基层水管员法律知识不足；三是跨区域联合执法机制不够顺畅。',
    '四、2025年工作计划',
    '（一）推进《汶溪市河道管理条例》立法后评估。',
    '（二）建设智慧水务执法平台，接入重点河段监控点320处。',
    '（三）组织“世界水日”“中国水周”宣传活动。',
    '汶溪市水务局',
    '2025年1月20日',
)
STREET = (
    '今年以来，兰陂街道坚持党建引领，把法治建设贯穿基层治理全过程，营造办事依法、遇事找法、解决问题用法、化解矛盾靠法的良好氛围。',
    '街道党工委书记、办事处主任共同担任法治建设领导小组组长，先后召开专题会议7次。街道聘请法律顾问2名，审查合同39份、行政决定12件，提出修改意见57条。',
    '综合行政执法队出动巡查人员2180人次，劝导占道经营1306起，立案处罚28件，没有发生一起行政复议被纠错案件。',
    '各社区建立“石榴树下议事亭”11个，调解邻里纠纷423件，调解成功率98.6%。街道公共法律服务站接待咨询892人次，引导申请法律援助36件。',
    '虽然取得了一些成绩，但仍有一些不足：个别社区工作者法律素养有待提高，普法形式还不够新颖，流动人口法治宣传存在盲区。',
    '下一步，街道将继续深化“一社区一法律顾问”制度，培育“法律明白人”，持续擦亮“平安兰陂”品牌，为建设更高水平的法治街道而努力。',
    '兰陂街道办事处',
    '2024年12月18日',
)
EDU = (
    '根据区委依法治区办《关于做好2024年度法治政府建设年度报告工作的通知》要求，现将砚湖区教育体育局2024年度法治政府建设情况报告如下：',
    '一、2024年度法治政府建设主要工作',
    '1.健全依法治教工作机制。成立由局长任组长的依法治教领导小组，下设办公室在政策法规科，配备专职人员3人。',
    '2.推进依法治校示范创建。全区86所中小学、幼儿园实现“一校一章程”，新增市级依法治校示范校6所，法治副校长配备率100%。',
    '3.规范教育行政执法。开展校外培训治理“双随机”检查14次，检查机构203家，责令整改47家，取缔无证办学9处。',
    '4.保障师生合法权益。处理学生申诉3件、教师申诉1件，办理信访事项118件，按期办结率100%。',
    '二、当前存在的困难和不足',
    '1.教育行政执法人员仅5人，难以满足监管需要。',
    '2.部分民办园法律意识淡薄，收费行为不够规范。',
    '三、2025年度工作安排',
    '1.制定砚湖区校外培训机构监管清单。',
    '2.组织青少年学生“学宪法 讲宪法”系列活动。',
    '3.开展中小学校园法律风险排查。',
    '砚湖区教育体育局',
    '2025年1月9日',
)
CITY = (
    '2024年，梧川市坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻落实习近平法治思想，全面推进依法行政。根据有关规定，现将梧川市2024年度法治政府建设情况公布如下。',
    '一、2024年法治政府建设工作情况',
    '（一）党政主要负责人切实履行推进法治建设第一责任人职责',
    '市委全面依法治市委员会召开会议2次，审议文件14份；市政府常务会议会前学法10次。全市各级党政主要负责人年终述法全覆盖，现场述法216人。',
    '（二）依法全面履行政府职能',
    '政务服务“一网通办”率提升至97.8%，推行“一业一证”行业26个，“证照分离”改革惠及市场主体5.3万户。出台惠企政策42项，兑现资金9.7亿元。',
    '（三）依法科学民主决策',
    '公布市政府重大行政决策事项8项，听证3次。审查市政府文件、合同、涉法事务487件次；市政府规范性文件向省政府、市人大常委会报备率、及时率、规范率均为100%。',
    '（四）严格规范公正文明执法',
    '全市行政执法机关实施行政处罚18.6万件，其中“首违不罚”3412件；开展涉企行政检查4.1万次，同比下降31.5%。',
    '（五）有效化解社会矛盾',
    '全市受理行政复议案件1183件，审结1096件，直接纠错143件，调解和解结案402件；一审行政诉讼案件611件，败诉率7.4%，负责人出庭应诉率99.1%。',
    '（六）强化权力制约监督',
    '自觉接受人大监督、政协民主监督，办理市人大代表建议231件、市政协提案318件，满意率均达99%以上。',
    '二、存在的问题',
    '一是法治建设推进不平衡，部分县区工作力度逐级递减；二是个别领域执法不规范现象仍然存在；三是行政复议“案多人少”矛盾日益突出。',
    '三、2025年工作重点',
    '（一）编制新一轮法治政府建设实施方案。',
    '（二）加快推进行政执法监督体系建设，设立县级行政执法协调监督机构9个。',
    '（三）深入实施“一县一品”普法品牌培育工程。',
)
TOWN = (
    '一、总体情况',
    '2024年，石坞镇人民政府认真贯彻落实上级部署，持续推进法治政府建设。',
    '二、主要举措',
    '（一）完善机制。制定年度工作要点，细化任务19项。',
    '（二）规范执法。承接县级下放执法事项52项，办理案件37件，未发生投诉。',
    '（三）加强宣传。悬挂横幅60条，发放资料4300份，举办法治文艺演出4场。',
    '（四）化解矛盾。镇综治中心受理纠纷156件，化解153件。',
    '三、存在不足',
    '执法人员年龄结构偏大，45岁以上占七成；村级法治文化阵地建设滞后。',
    '四、努力方向',
    '加大年轻干部培养力度，打造法治文化长廊2处，建立与派出所、法庭的联动机制。',
)

W = '汶溪市水务局2024年法治政府建设工作报告'
S = '兰陂街道2024年度法治建设工作总结'
E = '砚湖区教育体育局2024年度法治政府建设年度报告'
C = '梧川市2024年度法治政府建设情况报告'
T = '石坞镇2024年法治政府建设工作报告'
CASES = ('非法采砂\t29\t131.0', '侵占岸线\t32\t62.4', '违法取水\t12\t25.0')
TOP = menu('首页', '魅力梧川', '新闻中心', '政务公开', '政务服务', '政民互动')


add('trs: statement box and source note below the editor line', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}-梧川市人民政府门户网站</title><meta name="ArticleTitle" content="{C}"><meta name="PubDate" content="2025-03-12 16:40"></head><body><div class="wc-head"><a href="/en">EN</a><a href="/wap">手机版</a><ul>{TOP}</ul></div><div class="crumb"><a>首页</a>&gt;<a>政务公开</a>&gt;<a>法治政府建设</a></div><div class="article"><h2 class="tit">{C}</h2><div class="info"><span>2025-03-12 16:40</span><span>来源：梧川市司法局</span><span>浏览次数：<em>1</em></span></div><div class="TRS_Editor">{p(CITY, ' style="text-indent:2em"')}</div><div class="bj">责任编辑：韦某某</div><div class="sm"><p>声明：本网注明来源为其他媒体的信息均为转载，转载目的在于传递更多信息，并不代表本网赞同其观点和对其真实性负责。如涉及作品内容、版权和其他问题，请在30日内与本网联系，我们将在第一时间处理。</p></div></div><div class="foot"><p>主办：梧川市人民政府办公室　维护：梧川市大数据发展局</p></div></body></html>''', CITY, title=C, published='2025-03-12', source='梧川市司法局')

add('hanweb: share, editor within the marks of the content, three columns of related below', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{W}</title><meta name="ColumnName" content="法治政府建设"></head><body><table width="100%"><tr><td>{TOP}</td></tr></table><div class="main-fl"><div class="arc-t"><!--<$[标题]>begin-->{W}<!--<$[标题]>end--></div><div class="arc-d">发布日期：<!--<$[信息日期]>begin-->2025-01-22<!--<$[信息日期]>end--> 信息来源：市水务局 访问次数：<script>document.write(1)</script></div><div id="zoom"><!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin-->{signed(WATER)}<!--ZJEG_RSS.content.end--><!--<$[信息内容]>end--></div><div class="bshare">分享：<a>微信</a><a>微博</a><a>QQ空间</a></div></div><div class="main-xg"><div><h4>同类信息</h4><ul><li><a href="1">汶溪市水务局2023年法治政府建设工作报告</a></li><li><a href="2">汶溪市水务局普法责任清单</a></li></ul></div><div><h4>本月排行</h4><ul><li><a href="3">关于停水的公告</a></li></ul></div></div><div class="ft">汶溪市水务局版权所有 联系电话：0576-8880000</div></body></html>''', WATER, title=W, published='2025-01-22')

add('epoint: everything in a table of disclosure, text in the last row', f'''<html><head><meta charset="utf-8"><title>信息公开</title></head><body><div class="ewb-top">{TOP}</div><table class="ewb-tab" border="1"><tr><td>信息索引号</td><td>0059180/2025-10023</td><td>生成日期</td><td>2025-01-09</td></tr><tr><td>发布机构</td><td>区教体局</td><td>公开范围</td><td>面向社会</td></tr><tr><td>信息名称</td><td colspan="3">{E}</td></tr><tr><td>内容概述</td><td colspan="3">区教体局2024年法治政府建设年度报告</td></tr><tr><td colspan="4"><div class="ewb-article"><h3>{E}</h3>{signed(EDU)}</div></td></tr></table><div class="ewb-foot">砚湖区人民政府主办</div></body></html>''', EDU, ['内容概述', '区教体局2024年法治政府建设年度报告'], title=E)

add('county page of its own making: foot glued behind the text in one box', f'''<html><head><meta charset="utf-8"><title>{T}</title></head><body bgcolor="#fff"><div id="wrap"><div id="nav"><a href="/">首页</a> | <a href="/jj">石坞简介</a> | <a href="/dt">工作动态</a> | <a href="/gk">镇务公开</a></div><div id="con"><b>{T}</b><br>日期：2024-12-30 10:12　点击：37<br><br>{br(TOWN)}<br><br>石坞镇人民政府 地址：石坞镇中街12号 邮编：317300 电话：0576-7770000<br>技术支持：汶溪网络科技有限公司</div></div></body></html>''', TOWN, title=T, published='2024-12-30')

add('public account copied: follow the number, seen by, source and typesetter lines', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S}</title></head><body><div id="js_article"><div class="rich_media_inner"><h1 class="rich_media_title">{S}</h1><div class="rich_media_meta_list"><span>兰陂发布</span><em>2024-12-19 18:30</em><em>汶溪</em></div><div class="rich_media_content" id="js_content"><section><p>点击上方蓝字关注我们</p></section><section>{''.join(f'<section><p><span>{line}</span></p></section>' for line in STREET)}</section><section><p>来源｜兰陂街道司法所</p><p>编辑｜小兰</p><p>审核｜大陂</p><p>往期推荐</p><p>喜欢就点个“在看”吧</p></section></div></div></div></body></html>''', STREET, title=S)

add('boda: name of vendor, votes, next article in the form', f'''<HTML><HEAD><TITLE>{E}-砚湖教体</TITLE><META Name="keywords" Content="砚湖教体"></HEAD><BODY><div class="sitelogo">{TOP}</div><form name="_newscontent_fromname"><div class="nry"><h3 align="center">{E}</h3><p align="center">作者：政策法规科　时间：2025-01-10　点击数：<span id="dynclicks">188</span></p><hr><div id="vsb_content_4"><div class="v_news_content">{signed(EDU, ' style="line-height:2em"')}</div></div><div id="div_vote_id"></div><p align="right">【<a href="javascript:window.opener=null;window.close();">关闭窗口</a>】</p><p>上一条：<a href="1.htm">关于寒假放假的通知</a></p><p>下一条：<a href="2.htm">砚湖区教体局2024年工作总结</a></p></div></form><div class="copy">Copyright © 砚湖区教育体育局 All Rights Reserved</div></BODY></HTML>''', EDU, title=E, published='2025-01-10')

add('gkmlpt: content in a script object with an iframe of files', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{W}-汶溪市水务局网站</title></head><body><div id="app"></div><script>window._CONFIG = {json.dumps({'SITE_NAME': '汶溪市水务局', 'DETAIL': {'title': W, 'publish_time': '2025-01-22 09:00:00', 'identifier': '007123456/2025-00012', 'publisher': '汶溪市水务局', 'content': '<div>' + p(WATER) + '</div>', 'attachment': []}}, ensure_ascii=False)};</script><noscript>请启用JavaScript</noscript></body></html>''', WATER, title=W)

add('news style: lead picture with caption, hot ranking in the middle of the column', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}_梧川新闻网</title></head><body><div class="logo">梧川新闻网</div><div>{TOP}</div><div class="w1000"><div class="left-box"><h1>{C}</h1><div class="time-source">2025年03月12日 16:40　来源：梧川日报　记者 覃某</div><div class="content"><p align="center"><img src="1.jpg"></p><p align="center" style="font-size:12px">市政务服务中心窗口工作人员为群众办事。 覃某 摄</p>{p(CITY)}<p>（编辑：黄某）</p></div><div class="hot"><h3>热门排行</h3><ol><li><a href="1">梧川动车站春运首日发送旅客2.3万人次</a></li><li><a href="2">梧川米粉节将于本周六开幕</a></li><li><a href="3">我市召开优化营商环境大会</a></li></ol></div></div></div><div class="bot">梧川日报社 版权所有</div></body></html>''', ['市政务服务中心窗口工作人员为群众办事。 覃某 摄', *CITY], title=C)

add('interpretation next to the text, in the same column', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}</title></head><body><div class="hd">{TOP}</div><div class="cols"><div class="doc"><div class="doc-title">{C}</div><div class="doc-info">发布时间：2025-03-12 发布单位：市政府办</div><div class="doc-text">{p(CITY)}</div></div><div class="interp"><div class="interp-t">相关解读</div><div class="interp-c"><p>日前，梧川市发布2024年度法治政府建设情况报告，亮出全年法治“成绩单”。报告显示，全市政务服务“一网通办”率提升至97.8%。</p><p>市司法局相关负责人介绍，下一步将围绕新一轮实施方案编制，广泛听取社会各界意见。</p><a href="3.html">查看全文&gt;&gt;</a></div></div></div><div class="bt">梧川市人民政府办公室</div></body></html>''', CITY, title=C, published='2025-03-12')

add('attachments listed within the text, with sizes and counts of downloads', f'''<html><head><meta charset="utf-8"><title>{E}</title></head><body>{TOP}<div class="c1"><h1>{E}</h1><p>2025-01-10</p><div class="c2">{p(EDU[:-2])}<p>附件：1.砚湖区教体局行政执法事项清单</p><p>　　　2.砚湖区依法治校示范校名单</p>{p(EDU[-2:], ' align="right"')}</div><ul class="fj"><li><img src="doc.gif"><a href="1.docx">1.砚湖区教体局行政执法事项清单.docx</a> <span>36.5KB</span> <span>下载12次</span></li><li><img src="xls.gif"><a href="2.xlsx">2.砚湖区依法治校示范校名单.xlsx</a> <span>11KB</span> <span>下载8次</span></li></ul></div><div class="c9">砚湖区教体局</div></body></html>''', [*EDU[:-2], '附件：1.砚湖区教体局行政执法事项清单', '2.砚湖区依法治校示范校名单', *EDU[-2:]], ['1.砚湖区教体局行政执法事项清单.docx', '2.砚湖区依法治校示范校名单.xlsx'], title=E, published='2025-01-10')

add('pre with hard line ends in mid-paragraph avoided, note of the web master', f'''<html><head><meta charset="utf-8"><title>{T}</title></head><body><table width=800 align=center><tr><td>{TOP}</td></tr><tr><td align=center><font size=4><b>{T}</b></font></td></tr><tr><td align=center>【2024-12-30】【镇党政办】</td></tr><tr><td><pre>
{chr(10).join('    ' + line for line in TOWN)}
</pre></td></tr><tr><td align=right><a href="javascript:history.back()">返 回</a></td></tr><tr><td align=center>您是第 10293 位访客　建议使用IE6.0以上浏览器　网管信箱：webmaster@example.com</td></tr></table></body></html>''', TOWN, title=T)

add('nested tables three deep, a cell a part', f'''<html><head><meta charset="utf-8"><title>{W}</title></head><body><table><tr><td width=180><table><tr><td>用户登录</td></tr><tr><td>用户名：<input> 密码：<input></td></tr><tr><td>站内搜索</td></tr></table></td><td><table><tr><td><table><tr><td align=center><strong>{W}</strong></td></tr><tr><td align=center>作者：法规科 来源：本站原创 点击数：66 更新时间：2025-1-22</td></tr></table></td></tr><tr><td><table><tr><td>{br(WATER[:9])}</td></tr><tr><td>{br(WATER[9:11])}</td></tr><tr><td>{br(WATER[11:])}</td></tr></table></td></tr><tr><td>水务信息录入：管理员　责任编辑：管理员</td></tr><tr><td>上一篇水务信息：没有了　下一篇水务信息：<a href=2>节水宣传进校园</a></td></tr></table></td></tr></table><center>设为首页 | 加入收藏 | 联系站长 | 友情链接</center></body></html>''', WATER, title=W)

add('section divs with anchors and a floating table of contents', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}</title></head><body><header>{TOP}</header><div class="toc"><p>目录</p><ol><li><a href="#s1">2024年法治政府建设工作情况</a></li><li><a href="#s2">存在的问题</a></li><li><a href="#s3">2025年工作重点</a></li></ol></div><div class="paper"><h1>{C}</h1><p class="d">2025-03-12</p><div id="s0">{p(CITY[:1])}</div><div id="s1">{p(CITY[1:14])}</div><div id="s2">{p(CITY[14:16])}</div><div id="s3">{p(CITY[16:])}</div></div><footer>梧川市司法局</footer></body></html>''', CITY, title=C, published='2025-03-12')

add('srcdoc of an iframe with a text', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{E}</title></head><body><div class="t1">{TOP}</div><h1>{E}</h1><div class="t2">发布日期：2025-01-10</div><iframe width="100%" srcdoc="{html.escape('<html><body>' + p(EDU) + '</body></html>')}"></iframe><div class="t3"><a>打印</a><a>关闭</a></div><div class="t4">砚湖区教育体育局</div></body></html>''', EDU, title=E, published='2025-01-10')

add('textarea that a script renders as marks of a text language', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{T}</title></head><body><div>{TOP}</div><h1>{T}</h1><p>2024-12-30　镇党政办</p><div id="doc"></div><textarea id="src" style="display:none">{html.escape(p(TOWN))}</textarea><script>document.getElementById('doc').innerHTML = document.getElementById('src').value;</script><p>石坞镇人民政府主办</p></body></html>''', TOWN, title=T)

add('read aloud with speeds and voices above, code hints below', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}</title></head><body><div class="m1">{TOP}</div><div class="m2"><h1>{C}</h1><p class="m3">发布时间：2025-03-12　来源：市司法局</p><div class="m4"><div class="yy"><span>语音播报</span><span>00:00/08:32</span><span>倍速</span><span>0.5X</span><span>1.0X</span><span>1.5X</span><span>标准女声</span><span>磁性男声</span></div><div class="m5">{p(CITY)}</div><div class="m6"><img src="qr.png"><p>打开微信扫一扫，在手机上继续阅读</p><p>长按图片保存二维码</p></div></div></div><div class="m7">梧川市人民政府</div></body></html>''', CITY, title=C, published='2025-03-12', source='市司法局')

add('comments with prose longer than any paragraph', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S}</title></head><body>{TOP}<div class="post"><h1>{S}</h1><p class="meta">兰陂街道　2024-12-19</p><div class="entry">{p(STREET)}</div></div><div class="cmt"><h4>网友评论（2）</h4><div class="li"><b>汶溪网友</b><span>2024-12-20 08:11</span><p>希望街道继续加强对夜市摊点的管理，特别是石榴路一带，晚上十一点以后仍然有噪声，影响周边居民休息，我们多次反映没有得到彻底解决，请街道重视。</p></div><div class="li"><b>匿名</b><span>2024-12-21 21:47</span><p>法律顾问进社区很好，我家的房屋漏水纠纷就是法律顾问帮助调解的，非常感谢，也希望能够增加服务时间。</p></div><p>文明上网，理性发言</p></div><div class="b">兰陂街道</div></body></html>''', STREET, title=S)

add('english version beside the text on the same page', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{T}</title></head><body>{TOP}<div class="lang"><a class="on">中文</a><a>English</a></div><div class="zh"><h1>{T}</h1><span>2024-12-30</span><div>{p(TOWN)}</div></div><div class="en" style="display:none"><h1>Report on the Rule of Law of Shiwu Town in 2024</h1><p>In 2024 the people's government of Shiwu Town carried forward the building of a government under the rule of law.</p></div><div class="f">石坞镇人民政府</div></body></html>''', TOWN, title=T)

add('side bar first, with columns of hot articles and summaries', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S}-兰陂街道</title></head><body><div class="side"><h3>热点关注</h3><dl><dt><a href="1">街道开展冬季消防安全大检查</a></dt><dd>连日来，兰陂街道组织应急、综治等力量，深入沿街商铺、出租房屋开展冬季消防安全大检查，共排查隐患64处，现场整改58处。</dd><dt><a href="2">石榴花开幸福来</a></dt><dd>12月10日，一场别开生面的邻里百家宴在石榴社区举行，来自不同民族的居民欢聚一堂，共话社区新变化，共享治理新成果。</dd></dl></div><div class="body-r"><h2>{S}</h2><p>发布日期：2024-12-19　来源：司法所　阅读：<span></span></p><div class="xq">{signed(STREET)}</div></div><div class="ft">兰陂街道办事处 版权所有</div></body></html>''', STREET, title=S, published='2024-12-19')

add('bootstrap panel, badges above the text and a panel of files within', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{W}</title></head><body><nav class="navbar">{TOP}</nav><div class="container"><div class="panel panel-default"><div class="panel-heading"><h3 class="panel-title">{W}</h3></div><div class="panel-body"><p><span class="label">原创</span> <span class="label">主动公开</span> <span class="badge">2025-01-22</span></p>{p(WATER)}<hr><p class="small">文件下载：<a href="1.pdf">{W}.pdf</a>（286K）</p></div><div class="panel-footer">本文共1200字，预计阅读3分钟</div></div></div><div class="text-center">汶溪市水务局</div></body></html>''', WATER, [f'文件下载：{W}.pdf（286K）'], title=W)

add('kaipu: news column, keywords linked, mood vote, related and latest under tabs', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{E} - 砚湖区人民政府</title><meta name="ContentSource" content="区教体局"></head><body><div class="header">{TOP}</div><div class="contentbox"><h1 class="newstitle" id="wzbt">{E}</h1><div class="newsinfo"><span>发布时间：2025-01-10 11:20</span><span>作者：区教体局</span><span>浏览次数：<i id="hits">0</i>次</span><span>字体大小：<a>大</a><a>中</a><a>小</a></span></div><div id="J_content" class="contentbox-nr j-fontContent"><div class="wzcon">{signed(EDU)}</div></div><div class="gjc">关键词：<a href="k1">教育</a> <a href="k2">法治</a></div><div class="mood"><p>您读完这篇文章的感受</p><ul><li>感动</li><li>高兴</li><li>无聊</li><li>路过</li></ul></div><div class="tab"><ul><li>相关文章</li><li>最新更新</li></ul><div><a href="1">砚湖区教体局2023年度法治政府建设年度报告</a></div><div><a href="2">2025年砚湖区教师招聘公告</a></div></div></div><div class="footer">主办：砚湖区人民政府</div></body></html>''', EDU, title=E, published='2025-01-10')

add('letter above the report: order of publication and its number', f'''<html><head><meta charset="utf-8"><title>{C}</title></head><body>{TOP}<div class="k1"><h1>{C}</h1><div class="k2">梧政发〔2025〕6号　2025-03-12</div><div class="k3"><p>各县（市、区）人民政府，市直各部门：</p><p>现将《{C}》印发给你们，请结合实际抓好贯彻落实。</p><p align="right">梧川市人民政府</p><p align="right">2025年3月10日</p><p>（此件公开发布）</p><p align="center"><b>{C}</b></p>{p(CITY)}</div><div class="k4"><a>下载文字版</a><a>下载图片版</a></div></div><div class="k5">网站地图　联系我们</div></body></html>''', ['各县（市、区）人民政府，市直各部门：', f'现将《{C}》印发给你们，请结合实际抓好贯彻落实。', '梧川市人民政府', '2025年3月10日', '（此件公开发布）', C, *CITY], title=C)

add('table of results and two pictures with captions', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{W}</title></head><body>{TOP}<div class="g1"><h1>{W}</h1><div class="g2">来源：市水务局　时间：2025-01-22 08:30</div><div class="g3">{p(WATER[:8])}<p style="text-align:center">表1　2024年水事案件查处情况</p><table border="1"><tr><th>类别</th><th>件数</th><th>罚款（万元）</th></tr>{rows(CASES)}</table><p style="text-align:center"><img src="a.jpg"></p><p style="text-align:center">图为执法人员在汶溪下游巡查</p>{p(WATER[8:])}</div><div class="g4"><span>收藏</span><span>打印</span><span>纠错</span></div></div><div class="g5">汶溪市水务局</div></body></html>''', [*WATER[:8], '表1　2024年水事案件查处情况', '类别\t件数\t罚款（万元）', '非法采砂\t29\t131.0', '侵占岸线\t32\t62.4', '违法取水\t12\t25.0', '图为执法人员在汶溪下游巡查', *WATER[8:]], title=W, published='2025-01-22', source='市水务局')

add('aging-friendly portal: everything in spans of one box, tools as the last lines', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{T}</title></head><body><div class="oldfix"><span>大字版</span><span>无障碍</span></div><div class="one"><span class="bt">{T}</span><span class="rq">2024-12-30 09:00</span>{''.join(f'<span class="dl" style="display:block">{line}</span>' for line in TOWN)}<span class="gj" style="display:block">【字号：大 中 小】【我要打印】【关闭】</span></div><div class="q">石坞镇人民政府办公室</div></body></html>''', TOWN, title=T, published='2024-12-30')

add('vue rendered with scoped data attributes, skeleton and empty states', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>政务公开</title></head><body><div id="app" data-v-app=""><div data-v-1a class="top-nav"><span data-v-1a>首页</span><span data-v-1a>新闻</span><span data-v-1a>公开</span></div><div data-v-2b class="art"><p data-v-2b class="art-h">{W}</p><div data-v-2b class="art-m"><span data-v-2b>2025-01-22</span><span data-v-2b>来源: 市水务局</span><span data-v-2b>阅读: 0</span></div><div data-v-2b class="art-c">{''.join(f'<p data-v-2b>{line}</p>' for line in WATER)}</div><div data-v-2b class="el-empty"><p>暂无附件</p></div></div><div data-v-3c class="el-dialog" style="display:none"><span>提示</span><div>确定要离开本站吗？</div><button>取消</button><button>确定</button></div><div data-v-4d class="bottom">汶溪市水务局主办</div></div></body></html>''', WATER, title=W, published='2025-01-22')

add('text split by a picture link of a campaign and an advertisement', f'''<html><head><meta charset="utf-8"><title>{S}</title></head><body>{TOP}<div class="y1"><h1>{S}</h1><div class="y2">2024-12-19 来源：兰陂街道</div><div class="y3">{p(STREET[:3])}<div class="ad"><a href="/zt"><img src="zt.jpg" alt="专题"></a><span>广告</span></div>{p(STREET[3:])}</div><div class="y4">扫码关注“兰陂发布”</div></div><div class="y5">兰陂街道办事处</div></body></html>''', STREET, title=S, published='2024-12-19', source='兰陂街道')

add('contact lines of the office after the date, in the container', f'''<html><head><meta charset="utf-8"><title>{E}</title></head><body>{TOP}<div class="z1"><h1>{E}</h1><div class="z2">日期：2025-01-10</div><div class="z3">{p(EDU)}<p>&nbsp;</p><p>【打印】 【关闭】 【返回顶部】</p><p>主办单位：砚湖区教育体育局 　地址：砚湖区文昌路3号</p><p>办公时间：周一至周五8:30-17:30（节假日除外）</p></div></div></body></html>''', EDU, title=E, published='2025-01-10')

add('last update, period of validity and next review, as lines below', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{W}</title></head><body>{TOP}<div class="v1"><h1>{W}</h1><div class="v2">{signed(WATER)}</div><div class="v3"><p>公开时限：长期公开</p><p>最后更新：2025-01-22</p><p>审核人：邹某</p></div></div><div class="v4">汶溪市水务局</div></body></html>''', WATER, title=W)

add('several reports of one portal on a page, folded, only one open', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{T}</title></head><body>{TOP}<div class="acc"><div class="item open"><h3>{T}</h3><div class="when">2024-12-30</div><div class="pane" style="display:block">{p(TOWN)}</div></div><div class="item"><h3>石坞镇2023年法治政府建设工作报告</h3><div class="pane" style="display:none">{p([line.replace('2024', '2023').replace('37件', '29件').replace('156件', '171件') for line in TOWN])}</div></div></div><div class="fo">石坞镇</div></body></html>''', TOWN, title=T)

add('lines as headings of rank six and quotes, with a source link of a law', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}</title></head><body><main><h1>{C}</h1><p><time datetime="2025-03-12">2025年3月12日</time></p>{''.join(f'<h6>{line}</h6>' if line[1] == '、' or (line[0] == '（' and len(line) < 26) else f'<blockquote><p>{line}</p></blockquote>' for line in CITY)}<p><a href="/law">《法治政府建设与责任落实督察工作规定》</a></p></main><aside><h2>更多内容</h2><a href="1">政府工作报告</a><a href="2">统计公报</a></aside></body></html>''', CITY, ['《法治政府建设与责任落实督察工作规定》'], title=C)
