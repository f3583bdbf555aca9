# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Whole pages, lot 7: the texts of lot 6 in twenty-four more templates, after lot 6 was mended."""

from __future__ import annotations

from tests.pages_lots.lot import Lot
from tests.pages_lots.lot4 import br, menu, p, rows, signed
from tests.pages_lots.lot6 import CITY, EDU, STREET, TOWN, WATER, C, E, S, T, W

LEFT = ('bare text with breaks straight in the body, a rule, a copyright',)
LOT = Lot(20, 24, LEFT)
add = LOT.add
TOP = menu('网站首页', '领导信息', '机构职能', '政策文件', '重点领域', '依申请公开')

add('zoom box with credits and a share bar as its last lines', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}</title></head><body><div class="top">{TOP}</div><div class="xl"><div class="xl-t">{C}</div><div class="xl-i">发布时间：2025-03-12 16:40　信息来源：市司法局　浏览量：<i></i></div><div id="zoom">{p(CITY)}<p style="text-align:right">（供稿：市司法局法治督察科）</p><div class="fx"><span>分享至：</span><a>微信</a><a>微博</a></div></div></div><div class="bot">梧川市人民政府</div></body></html>''', CITY, ['（供稿：市司法局法治督察科）'], title=C, published='2025-03-12', source='市司法局')

add('disclosure guide: tab strip of the directory above the text, notes of the annual duty below', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{E}_法定主动公开内容</title></head><body><div class="gk-h">{TOP}</div><div class="gk-tabs"><span>政府信息公开指南</span><span>政府信息公开制度</span><span class="on">法定主动公开内容</span><span>政府信息公开年报</span></div><div class="gk-body"><div class="gk-tit">{E}</div><div class="gk-inf"><span>发布机构：区教体局</span><span>发文日期：2025-01-10</span></div><div class="gk-txt">{signed(EDU)}</div></div><div class="gk-foot"><p>政府信息公开工作机构：砚湖区教体局办公室　办公地址：砚湖区文昌路3号　联系电话：0576-6660000</p></div></body></html>''', EDU, title=E)

add('definition list of the page, dd holds the text', f'''<html><head><meta charset="utf-8"><title>{W}</title></head><body>{TOP}<dl class="show"><dt>{W}</dt><dd class="sub">2025-01-22 09:00　市水务局</dd><dd class="txt">{p(WATER)}</dd><dd class="tool">【打印正文】【关闭窗口】</dd></dl><div class="ft">汶溪市水务局 地址：汶溪市人民路66号</div></body></html>''', WATER, title=W)

add('word paste with lists of the editor and a rule above the foot', f'''<html><head><meta charset="utf-8"><title>{T}</title></head><body>{TOP}<div class="cnt"><h1>{T}</h1><p>发布时间：2024-12-30</p><div class="MsoBody">{''.join(f'<p class=MsoNormal style="text-indent:32pt"><span lang=ZH-CN style="font-family:仿宋">{line}<o:p></o:p></span></p>' for line in TOWN)}</div><hr/><p>石坞镇人民政府党政综合办公室　2024年12月30日编辑</p></div></body></html>''', TOWN, title=T, published='2024-12-30')

add('two columns: report left, agency card right', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{W}</title></head><body>{TOP}<div class="row"><div class="c8"><h1>{W}</h1><div class="meta"><b>发布日期</b> 2025-01-22</div><div class="rt">{p(WATER)}</div></div><div class="c4"><div class="card"><h4>汶溪市水务局</h4><p>主要职责：贯彻执行国家有关水行政管理工作的方针政策和法律法规，负责保障水资源的合理开发利用，负责生活、生产经营和生态环境用水的统筹。</p><p>办公地点：汶溪市人民路66号</p><p>负责人：邹某某</p></div></div></div><div class="foot">网站标识码：3310000012</div></body></html>''', WATER, title=W)

add('steps of a service after the text: satisfaction, five words', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}</title></head><body>{TOP}<main><h1>{C}</h1><p class="s">2025年3月12日</p><div class="b1">{p(CITY)}</div><div class="b2"><p>满意度评价</p><ul><li>非常满意</li><li>满意</li><li>基本满意</li><li>不满意</li><li>非常不满意</li></ul><p>您的意见是我们前进的动力</p><textarea></textarea><button>提交</button></div></main><footer>梧川市政务服务和大数据管理局运维</footer></body></html>''', CITY, title=C, published='2025-03-12')

add('news page: lead, body, then more of the same reporter', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S}</title></head><body><div>{TOP}</div><div class="art"><h1>{S}</h1><div class="by">2024-12-19 18:30 兰陂融媒</div><div class="lead">核心提示：兰陂街道把法治建设贯穿基层治理全过程。</div><div class="tx">{p(STREET)}</div><div class="more"><div class="h">作者其他文章</div><p><a href="1">冬至话孝廉，兰陂街道举行百家宴</a></p><p><a href="2">社区食堂开到家门口</a></p></div></div><div class="z">兰陂融媒体中心</div></body></html>''', STREET, ['核心提示：兰陂街道把法治建设贯穿基层治理全过程。'], title=S)

add('iframe drawn text: page of the text alone, with print heads', f'''<html><head><meta charset="utf-8"><title>打印预览</title></head><body onload="window.print()"><div>打印时间：2026-11-30 09:12:33</div><div><h2>{E}</h2>{p(EDU)}</div><div>本页网址：http://www.example.gov.cn/a/1.html</div></body></html>''', EDU, [E])

add('bare text with breaks straight in the body, a rule, a copyright', f'''<html><head><meta charset="utf-8"><title>{T}</title></head><body>{T}<br><br>{br(TOWN)}<hr>石坞镇人民政府<br>Copyright 2005-2025</body></html>''', TOWN, [T])

add('hidden paragraphs of a mail reader and zero width marks', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S}</title></head><body>{TOP}<div class="m"><h1>{S}</h1><div class="i">来源：司法所　2024-12-19</div><div class="c"><div style="display:none;max-height:0">兰陂街道2024年法治建设亮点速览</div>{p([line[:9] + '&#8203;' + line[9:] for line in STREET])}</div></div><div class="f">兰陂街道办</div></body></html>''', STREET, title=S, published='2024-12-19')

add('large table of contents as a table within the text, page numbers', f'''<html><head><meta charset="utf-8"><title>{C}</title></head><body>{TOP}<div class="n"><h1>{C}</h1><div class="d">发布：市政府办　2025-03-12</div><div class="tt"><p align="center">目　录</p><p>一、2024年法治政府建设工作情况……1</p><p>二、存在的问题……5</p><p>三、2025年工作重点……6</p>{p(CITY)}</div></div><p>打印</p></body></html>''', ['目　录', '一、2024年法治政府建设工作情况……1', '二、存在的问题……5', '三、2025年工作重点……6', *CITY], title=C)

add('cards: each part in a card with an icon and a title of its own', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{T}</title></head><body>{TOP}<h1>{T}</h1><div class="t">2024-12-30　石坞镇党政办</div><div class="cards">{''.join(f'<section class="card"><img src="{at}.svg"><h3>{TOWN[a]}</h3>{p(TOWN[a + 1 : b])}</section>' for at, (a, b) in enumerate(((0, 2), (2, 7), (7, 9), (9, 11))))}</div><div class="links"><span>石坞镇政务公开</span><span>镇长信箱</span></div></body></html>''', TOWN, title=T)

add('gazette: issue, contents beside, page turner below', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>梧川市人民政府公报2025年第2期</title></head><body>{TOP}<div class="gb-l"><p>2025年第2期（总第188期）</p><ul><li><a href="1">梧川市人民政府关于印发质量强市规划的通知</a></li><li><a href="2">{C}</a></li><li><a href="3">人事任免</a></li></ul></div><div class="gb-r"><h2>{C}</h2><div class="gb-c">{p(CITY)}</div><div class="gb-p"><a href="1">上一篇</a><span>2/9</span><a href="3">下一篇</a></div></div><div class="gb-f">《梧川市人民政府公报》编辑部　国内统一连续出版物号：CN45-0000/D</div></body></html>''', CITY, title=C)

add('forum-like bulletin: floor, poster, signature', f'''<html><head><meta charset="utf-8"><title>{S} - 兰陂社区网</title></head><body>{TOP}<table class="post"><tr><td class="who"><b>兰陂街道办</b><br>发帖数：312<br>注册时间：2015-06-01</td><td class="what"><div class="ph">楼主　发表于 2024-12-19 18:30</div><h1>{S}</h1><div class="pc">{br(STREET)}</div><div class="ps">为民服务，永远在路上</div><div class="pt">回复　引用　举报</div></td></tr></table></body></html>''', STREET, title=S)

add('notes of the reader: sources of law linked under the text as cards', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{E}</title></head><body>{TOP}<article><h1>{E}</h1><time>2025-01-10</time><div class="prose">{p(EDU)}</div></article><section><h2>相关法规</h2><div><a href="1">中华人民共和国教育法</a><p>为了发展教育事业，提高全民族的素质，促进社会主义物质文明和精神文明建设，根据宪法，制定本法。</p></div><div><a href="2">中华人民共和国行政处罚法</a><p>为了规范行政处罚的设定和实施，保障和监督行政机关有效实施行政管理，制定本法。</p></div></section><footer>砚湖区教体局</footer></body></html>''', EDU, title=E, published='2025-01-10')

add('report with a table of all parts, three columns', f'''<html><head><meta charset="utf-8"><title>{T}</title></head><body>{TOP}<div class="v"><h1>{T}</h1><div>时间：2024-12-30</div><table border=1>{rows([chr(9).join((str(at), line, '已完成')) for at, line in enumerate(TOWN, 1)])}</table><p>注：数据截至2024年12月20日。</p></div><div>石坞镇人民政府</div></body></html>''', [*(chr(9).join((str(at), line, '已完成')) for at, line in enumerate(TOWN, 1)), '注：数据截至2024年12月20日。'], title=T, published='2024-12-30')

add('app page: follow button, likes, recommended feed', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S}</title></head><body><div class="bar">打开APP</div><div class="au"><span>兰陂发布</span><span>兰陂街道官方账号</span><button>关注</button></div><h1>{S}</h1><div class="tm">2024-12-19 18:30 发布于汶溪</div><div class="ct">{p(STREET)}</div><div class="op"><span>328赞</span><span>12评论</span><span>分享</span></div><div class="feed"><div class="it"><p>汶溪这条老街火了</p><span>汶溪日报 3.2万阅读</span></div><div class="it"><p>寒潮来袭，这些路段请绕行</p><span>汶溪交警 1.1万阅读</span></div></div></body></html>''', STREET, title=S)

add('text in a fieldset with legend, buttons of a form', f'''<html><head><meta charset="utf-8"><title>{E}</title></head><body>{TOP}<form><fieldset><legend>信息详情</legend><h3>{E}</h3><div>发布人：管理员　发布日期：2025/1/10</div><div>{p(EDU)}</div></fieldset><input type="button" value="返回"><input type="button" value="打印"></form><div>砚湖区教体局 制</div></body></html>''', EDU, title=E, published='2025-01-10')

add('search box and hot words between head and text, notice of cookies last', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{W}</title></head><body>{TOP}<div class="sx"><input><span>热词：</span><a>停水</a><a>水价</a><a>防汛</a></div><div class="pg"><h1>{W}</h1><div class="in">来源：汶溪市水务局　2025-01-22</div><div class="bd">{signed(WATER)}</div></div><div class="ck">为了给您提供更好的服务，本网站会使用Cookie。继续使用表示您同意。</div></body></html>''', WATER, title=W, published='2025-01-22', source='汶溪市水务局')

add('annex to a notice: the notice in a box, the report in the next box', f'''<html><head><meta charset="utf-8"><title>关于公布{S}的通知</title></head><body>{TOP}<div class="no"><h1>关于公布{S}的通知</h1><div class="nd">2024-12-19</div><div class="n1"><p>各社区、各科室：</p><p>现将《{S}》予以公布。</p><p>兰陂街道办事处</p><p>2024年12月19日</p></div><div class="n2"><p align="center">{S}</p>{p(STREET)}</div></div><div class="no2">技术支持：汶溪网络</div></body></html>''', ['各社区、各科室：', f'现将《{S}》予以公布。', '兰陂街道办事处', '2024年12月19日', S, *STREET])

add('mini player and podcast line above, transcript label', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{C}</title></head><body>{TOP}<div class="q"><h1>{C}</h1><p class="w">2025-03-12 | 市司法局</p><div class="pl"><button></button><span>本文音频</span><span>08:32</span></div><div class="bd">{p(CITY)}</div><p class="e">— END —</p></div><div class="r">梧川市司法局主办</div></body></html>''', CITY, ['— END —'], title=C, published='2025-03-12')

add('photo at the end with caption, then the editor line of the paper', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S}</title></head><body>{TOP}<div class="k"><h1>{S}</h1><p>2024-12-19　来源：汶溪日报</p><div class="kk">{p(STREET[:-2])}<p><img src="9.jpg"></p><p>兰陂街道法律顾问为居民答疑解惑（汪某 摄）</p><p>本报记者 汪某 通讯员 石某</p></div><p>版面编辑 李某　值班主任 赵某</p></div></body></html>''', [*STREET[:-2], '兰陂街道法律顾问为居民答疑解惑（汪某 摄）'], ['本报记者 汪某 通讯员 石某'], title=S, published='2024-12-19', source='汶溪日报')

add('accessibility: hints read out before and after the text', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{E}</title></head><body><div class="a11y">欢迎使用无障碍导航，按Tab键进入正文区</div>{TOP}<div class="z1"><h1>{E}</h1><div>2025-01-10 11:20 来源：区教体局</div><p class="hint">正文区开始</p><div class="z2">{p(EDU)}</div><p class="hint">正文区结束</p></div><div class="zz">砚湖区教育体育局</div></body></html>''', EDU, title=E, published='2025-01-10', source='区教体局')

add('party news portal: subtitle with a dash, column of studies at the right', f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{W}</title></head><body>{TOP}<div class="pn"><h1>{W}</h1><h3>——依法治水护航高质量发展</h3><div class="pi">汶溪市水务局　2025年01月22日08:30</div><div class="pc">{p(WATER)}</div><div class="pe">(责编：小水、大河)</div></div><div class="pr"><h4>学习园地</h4><p>坚持全面依法治国，推进法治中国建设。</p><a href="1">学思践悟</a></div></body></html>''', WATER, ['——依法治水护航高质量发展'], title=W)
