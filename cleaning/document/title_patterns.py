"""The grammar of Chinese document titles, as far as it tells an annual rule-of-law report from its look-alikes.

A title reads ``[subject] [关于] [year] [topic] [document noun]``; the last noun is what the document is
(关于印发…报告的通知 is a notice, …报告的解读 a reading aid). The topic says what it is about. A title is refused by its
form: by the noun it ends in, or by a word that only stands in another kind of document.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cleaning.text.dates import years_in_digits
from cleaning.text.normalize import squeeze

TITLE_LENGTH = 400
"""Characters of a title that are read; longer ones are not titles."""

_SIMPLIFIED = str.maketrans(
    "設報總關於況縣區辦廳務開黨實進國稅監讀規劃會議評審術單", "设报总关于况县区办厅务开党实进国税监读规划会议评审术单"
)
"""Traditional forms of the grammar's own words: portals offer a 繁體 copy of every page."""

_ORGAN = (
    "局|委|办|会|厅|部|室|队|院|所|站|处|署|中心|政府|街道|镇|乡|县|市|区|省|旗|州|盟|师|团"
    "|海关|公司|集团|总社|社|组|林场|农场"
)
_NAME_END = re.compile(rf"(?:{_ORGAN})$")
_AGENCY = re.compile(
    r"^(?:关于)?((?:20\d\d年度?)?)"
    r"(?:(?!召开|发布|公布|审议|听取|印发|关于|解读|报告|组织|举[行办]|开展|推进|通过|部署|获评|荣获|法治|依法行|调研)"
    r"[一-鿿a-z()·、—-]){0,60}"
    rf"(?:{_ORGAN})[:—-]{{0,2}}(?=关于|20\d\d|法治|法制|依法行|推进|推动|开展|贯彻|落实|全面|年度|《|党政)"
)


def fold_title(title: str) -> str:
    """``title`` for matching: NFKC, no blanks, years in digits (二〇二四年 -> 2024年)."""
    return _fold_title(title[:TITLE_LENGTH])


@lru_cache(maxsize=4096)
def _fold_title(title: str) -> str:
    return years_in_digits(squeeze(title).lower().translate(_SIMPLIFIED))


def is_agency(tag: str) -> bool:
    """Whether a tag names an issuer (【市统计局】) and so says nothing about the kind of document."""
    return _NAME_END.search(tag) is not None


def without_agency(text: str) -> str:
    """``text`` without the issuer it begins with.

    A bureau's own name may hold the words that refuse a title (统计局, 审计局, 督查室,
    示范区管委会); they say who reports, not what the document is.
    """
    return _AGENCY.sub(r"\1", text)


_NOT_A_FIELD = (
    "社会|文化|乡村|校园|教育|宣传|队伍|阵地|人才|思维|观念|环境|营商|企业|国企|央企|公园|广场|小区|社区|国家|中国|示范"
    "|村|民企|信仰|长廊|景观|网络|副校|保障|帮扶|讲堂|惠民|体检|护航|服务|理论|基础|智库|研究|进|为|的|和|与"
)
_FIELD = rf"法治(?!{_NOT_A_FIELD}|化)[一-鿿]{{1,5}}建设"

STRONG_TOPIC = re.compile(r"法治政府(?!部门法律顾问)|法制政府建设|建设法治(?:型|化)?政府|法治型政府|法治机关建设")
"""Words that name the subject of art. 24 outright."""

MEDIUM_TOPIC = re.compile(rf"依法行政|法治建设|法制建设|法治工作|{_FIELD}|法治(?:机关|部门|单位)")
"""Words of the reports of 2010-2019 (依法行政工作报告) and of departments (法治税务建设)."""

ENDS_AS_REPORT = re.compile(
    r"(?:报告|年报|年度报|总结|小结|情况)(?:书|稿|全文|正文|文本|文)?(?:的)?"
    r"(?:(?:公示|公开|公布|公告|发布)(?:稿|版)?|公开(?:公示|公告))?$"
)
BARE_TOPIC_END = re.compile(
    r"(?:法治政府(?:部门)?建设|依法行政)(?:工作)?(?:年度|进展|公开|概况|概述)?(?:主要|具体)?(?:做法|举措)?(?:和|及)?(?:成效)?$"
)
COLUMN_NAME = re.compile(
    r"(?:年度)?(?:推进|开展)?(?:法治政府(?:部门)?建设|法治政府|依法行政|法治建设)(?:工作)?(?:年度)?(?:工作)?(?:情况)?"
    r"(?:的)?(?:年度)?(?:工作)?(?:报告|年报|总结)(?:公开)?"
)
"""A title without issuer and year, as columns have it: 法治政府建设年度报告."""
REPORT_AND_PLAN = re.compile(
    r"(?:报告|总结|情况)(?:和|及|暨|与|以及|、|,|并)(?:20\d\d年?度?|下一?年度?|下一步|下步|明年|今后|来年|存在).{0,16}"
    r"(?:计划|打算|安排|思路|要点|谋划|措施|展望|重点|任务|建议|不足|问题)(?:工作|任务|事项)?(?:的?报告)?$"
)
"""2023年…工作总结及2024年工作计划: the report of the first year, with its plan."""

READING_AID = "interpretation"
REFUSALS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        READING_AID,
        re.compile(
            r"解读|图解|一图|[读看]懂|[图漫]说|图表说|答记者问|政策问答|问答|长图|漫画|动画|视频|音频|h5|(?<!上)海报|速览|速读|速看|看点|数说|数读|划重点|带你|快来看"
        ),
        "a reading aid about a document, not the document",
    ),
    (
        "website_report",
        re.compile(
            r"网站(?:工作)?(?:监管)?年度?(?:工作)?报[表告]|网站工作.{0,6}报[表告]|政务新媒体.{0,10}报[表告]|网站监管"
        ),
        "the yearly return of a government website",
    ),
    (
        "evaluation",
        re.compile(
            r"评估|考核|测评|评价|满意度|问卷|评议|考评|评比|排名|指标体系|自评|自查|自检|评查|验收|调研|调查|评审|(?:研究|专题|辅导|分析|考察|实践|事迹|可行性|论证)报告|论文|执法检查|审计|绩效|抽查|体检"
        ),
        "an evaluation, self-check or study of the work",
    ),
    (
        "model_creation",
        re.compile(
            r"示范(?:创建|市|县|区|项目|单位|地区|点|镇|街道|乡|活动|典型|培育|工作)|创建(?:全国|全省|省级|工作|活动|申报|成果|法治|示范|情况|国家)|倡议书|先进(?:集体|个人|单位)|申报"
        ),
        "about the model-unit competition",
    ),
    (
        "inspection",
        re.compile(r"督[察查导办]|巡[视察]|反馈意见|整改|回头看"),
        "about an inspection and what it asked for",
    ),
    (
        "personal_duty",
        re.compile(r"述法|述职|述廉|第一责任人.{0,8}(?:职责|责任|情况)|履职情况|个人(?:总结|报告)"),
        "a leader's own account of duty",
    ),
    (
        "meeting_news",
        re.compile(
            r"召开|审议|听取|视察|传达|推进会|部署会|座谈|会议|研讨|培训班|培训会|专题培训|开班|讲座|论坛|发布会|通气会|出炉|揭晓|亮相|荣获|获评|入选|位列|上榜|赴.{2,12}(?:调研|考察|学习)"
            r"|调研|走访|讲话|致辞|发言|交流|联席|会上|纪实|综述|侧记|掠影|动态|简讯|快讯|简报|工作亮点|典型案例|案例|经验|专访|访谈|巡礼|喜报|聚焦"
            r"|汇报会|汇报$|(?<!工)作(?:了|题为|《|法治)|宣讲|新闻(?!出版)|(?<!关于)(?:发布|公布)(?![稿版会])(?=.)|(?<!关于)向.{2,16}(?:报告|汇报)|推动.{0,20}再上|跑出|迈上|按下|开启|成效(?:显著|明显|突出)"
        ),
        "news or minutes, not the report",
    ),
    (
        "rule",
        re.compile(
            r"(?:规定|办法|指引|制度|细则|条例|规则|准则|标准|指南|规程|规范|机制|(?<!做)法|模[板版]|范[本文]|样[本式]|提纲|大纲)(?:\((?:试行|暂行|草案|征求意见稿|修订)[^()]{0,12}\))?$"
            r"|规定.{0,6}的通知|办法.{0,6}的通知|征求意见|报告制度"
        ),
        "a rule about the work or about reporting",
    ),
    (
        "plan",
        re.compile(
            r"要点|实施方案|工作方案|行动方案|方案(?:的|\(|$)|规划(?:的|\(|$|纲要)|计划(?:的|\(|$|表)|工作安排|实施意见|指导意见|行动|分工|台账|任务分解|重点任务|路线图"
            r"|目标(?:任务|责任)书?|部署|承诺书|责任书"
        ),
        "a plan for work to come",
    ),
    (
        "statistics",
        re.compile(
            r"统计(?!局|[和与].{0,8}局)|报表|一览表|情况表|汇总表|明细表|数据表|数据(?:公示|公开|$)|清单|目录|名单|名录|台帐"
        ),
        "a table, list or set of figures",
    ),
)
"""(kind, pattern, reason): a match outside cited 《titles》 refuses a title, first row first."""

NOTED_KIND = re.compile(
    r"解读|图解|图表|[图漫]说|一图|[读看]懂|长图|速[读览看]|海报|漫画|动画|视频|音频|h5|问答|试行|暂行|草案|意见|送审|讨论|审议|摘要"
    r"|摘编|节选|季度|半年|月报|方案|计划|要点|通知|规定|办法|汇编|培训|述法|述职|评估|考核|清单|名单|统计|目录"
)
"""Words that make a note in brackets say what a document is: …报告(一图读懂), …报告(征求意见稿)."""
DISCLOSURE = re.compile(r"信息公开|政务公开|信息依申请公开")
OTHER_ANNUAL = (
    (
        "statistics",
        re.compile(r"行政执法.{0,10}(?:年报|年度报告|报告|情况|总结|数据)|行政处罚.{0,8}(?:情况|年报)"),
        "figures or a report on enforcement alone",
    ),
    (
        "other",
        re.compile(r"政府工作报告|普法|行政复议|行政应诉|放管服|优化营商|财政|预算|决算|环境状况|公报|白皮书"),
        "a report on another subject",
    ),
)
_TO = "(?:[-—–~至到]|、)"
_TO_DECEMBER = f"月?{_TO}(?:12|十二)月"
PERIOD_PART = re.compile(
    rf"上半年|下半年|半年|季度|(?<![\d十])(?!(?:1|一){_TO_DECEMBER})(?:[1-9]\d?|[一二三四五六七八九十]{{1,2}})(?:月份?)?{_TO}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月"
    r"|\d{1,2}月份|月报|旬报|周报|阶段性|中期|年中|20\d\d年\d{1,2}月(?!\d{1,2}日|[至到—–~-])(?=.{0,40}(?:法治|依法行政))"
)
_YEAR = r"20\d\d(?:年度?)?"
PERIOD_LONG = re.compile(
    rf"{_YEAR}(?:-|—|–|~|至|到)(?:20\d\d年?|\d\d年)(?![\d月日]|[-./]\d)"
    rf"|{_YEAR}(?:[、,和与及]|以及)(?:{_YEAR}[、,和与及])*20\d\d年度?(?=.{{0,20}}(?:法治|依法行政))"
    r"|近?[两二三四五六七八九十]年来?(?:的|工作|法治|依法|总结|情况)|十[二三四五六]五|五年|换届|任期|历年|以来"
)
COUNTED_YEARS = re.compile(
    r"(?<![第\d〇一二三四五六七八九十])(?:[两二三四五六七八九十]|[2-9])个?(?:周年|年)来?的?(?:法治|依法|工作|总结)"
    r"|(?:近|过去)[两二三四五六七八九十]年"
)
"""A number of years, counted or right before the matter: the report covers all of them, whatever year stands beside."""
NOTICE = re.compile(
    r"(?:的|有关|事宜)?(?:通知|函|复函|批复|请示|意见|决定|决议|通报|报请|命令|令|公函|建议|提案|答复|回复|复文|批示|说明|倡议|邀请|征集|招标|采购|通告|启事|采购公告|中标公告)(?:\([^()]{0,20}\))?$"
)
NOTICE_WORDS = re.compile(
    r"关于(?:做好|开展|报送|上报|提交|印发|转发|征集|组织|进一步|认真|抓紧|及时|加强|落实|填报|编制|规范)"
)
GATHERS = re.compile(
    r"各(?:有关|相关|级|市直|县直|区直)*(?:部门|单位|乡镇|乡|镇|街道|局|县|区).{0,40}(?:公告|公示|通告|通知|目录|汇总表?|链接|清单|一览表?)$"
)
"""A page that says where the reports of several agencies stand."""
CARRIES_REPORT = re.compile(r"(?:印发|报送|呈报|上报|报请|公布|公开|发布|提交).{0,80}(?:报告|总结|年报)")
"""A letter or notice whose page usually holds the report itself below the cover sentence."""
CITES_REPORT = re.compile(r"(?:印发|报送|呈报|上报|公布|公开|发布|提交)《[^《》]{0,80}(?:报告|总结|年报)》")
"""The same where the letter gives the report's title."""
HOLDS_REPORT = re.compile(r"法治政府(?:部门)?建设.{0,24}(?:报告|年报|总结)|依法行政.{0,16}(?:报告|年报|总结)")
"""A topic with a report's noun behind it: a row that is opened unless it clearly is something else."""
PURE_REPORT = re.compile(
    r"20\d\d年?度?.{0,20}?(?:法治政府(?:部门)?建设|依法行政)(?:工作)?(?:年度)?(?:工作)?(?:情况)?的?(?:工作)?(?:年度)?(?:报告|年报|总结)$"
)
"""A title that ends as nothing but a report's title does, whatever stands before it."""
OUTLINE = re.compile(r"实施纲要|建设纲要|落实.{0,4}纲要|法治政府建设规划")
CITED = re.compile(r"《[^《》]*》")
GENERIC = re.compile(
    r"(?:[一-鿿]{2,24}(?:局|委|委员会|办|办公室|政府|街道|办事处|镇|乡|厅|部|队|支队|大队|中心|院|管委会|处|所|站|社|会|署|公司|集团|区|县|市)(?:关于)?)?"
    r"(?:关于)?(?:[(\[]?20\d\d(?:年度?)?[)\]]?(?:版)?)?(?:的)?(?:工作)?(?:情况)?(?:的)?(?:年度|工作|年)?(?:情况)?(?:的)?(?:报告|年报|总结|年度报告)?(?:[(\[]?20\d\d(?:年度?)?[)\]]?)?"
)
"""A title that names no subject: an agency, a year, a bare document noun, or any of these together."""
