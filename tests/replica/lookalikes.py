"""The other documents of a column: everything that resembles an annual rule-of-law report and is none.

Titles follow the forms that real columns hold beside the reports: information-disclosure reports, work
plans, interpretations whose title contains the report's, meeting news, inspections, model-city campaigns.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .model import FIRST_DAY, Document

LAST = FIRST_DAY - timedelta(days=3)


@dataclass(frozen=True)
class Place:
    """Who publishes: full and short name of the agency, its area, who leads it, the towns or streets below it."""

    agency: str
    short: str
    area: str
    above: str
    towns: tuple[str, ...]


TITLES: tuple[tuple[str, str], ...] = (
    ("disclosure", "{agency}{year}年政府信息公开工作年度报告"),
    ("plan", "{agency}{next}年法治政府建设工作要点"),
    ("meeting", "{short}召开{next}年法治政府建设工作推进会"),
    ("reading", "《{agency}{year}年法治政府建设情况报告》文字解读"),
    ("inspection", "{above}督察组到{short}开展法治政府建设督察"),
    ("scheme", "关于印发《{agency}{next}年普法依法治理工作实施方案》的通知"),
    ("notice", "{agency}关于{next}年春节假期值班安排的通知"),
    ("duty", "{short}主要负责人{year}年度述职述法会议召开"),
    ("random", "{agency}{next}年度“双随机、一公开”抽查工作计划"),
    ("penalty", "{agency}行政处罚决定信息公示({next}年第{number}期)"),
    ("approval", "{agency}关于{town}污水处理提标项目环境影响评价文件拟批准公示"),
    ("model", "{area}创建全国法治政府建设示范市倡议书"),
    ("training", "{short}举办{next}年行政执法人员法治培训班"),
    ("meeting", "{short}局长办公会审议《{year}年度法治政府建设情况报告(送审稿)》"),
    ("statistics", "{agency}{year}年度行政执法统计年报"),
    ("reading", "【图解】一图读懂{agency}{year}年法治政府建设年度报告"),
    ("website", "{agency}政府网站工作年度报表({year}年度)"),
    ("notice", "关于做好{year}年度法治政府建设情况报告公开工作的通知"),
    ("publicity", "{town}开展“6·5”环境日普法宣传活动"),
    ("scheme", "{agency}法治政府建设实施方案(2021—2025年)"),
    ("list", "{agency}重大行政执法决定法制审核事项清单({next}年版)"),
    ("recruit", "{agency}{next}年公开招聘执法辅助人员公告"),
    ("assessment", "{area}{year}年法治政府建设年报发布情况评估报告出炉"),
    ("bulletin", "{year}年{area}生态环境状况公报"),
    ("opinion", "{agency}关于公开征求《{area}饮用水水源保护管理办法》意见的公告"),
    ("rules", "{area}法治政府建设年度报告工作规定"),
    ("performance", "{agency}{year}年度绩效管理工作总结"),
    ("penalty", "{short}公布{next}年第{number}批生态环境违法典型案例"),
    ("plan", "{agency}{next}年度重大行政决策事项目录"),
    ("scheme", "{area}“八五”普法规划中期评估工作方案"),
    ("training", "{short}开展行政处罚案卷评查暨以案释法活动"),
    ("approval", "{town}机械加工扩建项目竣工环境保护验收监测报告公示"),
    ("notice", "{agency}关于清理行政规范性文件结果的公告"),
    ("model", "{town}推进法治政府建设示范创建工作动员会召开"),
    ("publicity", "{short}组织“12·4”国家宪法日宪法宣誓仪式"),
    ("duty", "{above}召开{year}年度述法评议会议"),
    ("disclosure", "{area}{town}{year}年政府信息公开工作年度报告"),
    ("list", "{agency}轻微违法行为免予处罚事项清单"),
    ("recruit", "{agency}法律顾问服务采购项目成交结果公告"),
    ("inspection", "{short}接受{year}年依法行政工作考核"),
    ("statistics", "{agency}{next}年第{number}季度信访举报办理情况通报"),
    ("opinion", "关于《{area}扬尘污染防治条例(草案)》立法听证会的公告"),
)

OPENINGS = (
    "近日,{agency}在{area}就有关工作作出部署,{above}有关负责同志到会指导。",
    "为进一步规范工作程序,提升服务水平,{agency}结合{area}实际,对有关事项进行了研究。",
    "按照{above}统一安排,{short}组织业务骨干对{town}等地的落实情况进行了梳理。",
    "{next}年以来,{short}坚持问题导向,把依法行政贯穿工作全过程,统筹抓好重点任务。",
)
SENTENCES: dict[str, tuple[str, ...]] = {
    "disclosure": (
        "全年主动公开政府信息{n}条,其中通过门户网站公开{m}条。",
        "收到政府信息公开申请{k}件,均在法定期限内答复,无结转下年度办理事项。",
        "因政府信息公开工作被申请行政复议0件,被提起行政诉讼0件。",
        "政府信息公开工作存在的主要问题是公开内容还不够全面,栏目更新还不够及时。",
        "下一步将加强培训,完善政府信息管理动态调整机制,建设法治政府、阳光政府。",
    ),
    "plan": (
        "完善领导干部学法制度,全年安排党组会前学法不少于{k}次。",
        "落实行政执法公示、执法全过程记录、重大执法决定法制审核制度,由法规科牵头,各科室配合。",
        "编制并公布年度重大行政决策事项目录,严格履行公众参与、专家论证、风险评估程序。",
        "责任分工:办公室负责统筹,执法支队负责第{k}项任务,{town}配合落实。",
        "各责任单位应于每季度末月25日前报送工作进展。",
    ),
    "meeting": (
        "会议传达学习了上级法治政府建设工作会议精神,听取了上一年度工作情况汇报。",
        "会议审议了年度法治政府建设情况报告,要求修改完善后按程序报送并向社会公开。",
        "会议强调,要压实党政主要负责人推进法治建设第一责任人职责,做到重点工作亲自部署。",
        "局领导班子成员、机关各科室和{town}等{k}个单位负责人参加会议。",
        "会上,{town}负责人作了交流发言。",
    ),
    "reading": (
        "报告共分四个部分,总结了{year}年推进法治政府建设的主要举措和成效。",
        "一问:为什么要编制年度报告?答:根据法治政府建设与责任落实督察工作有关规定,每年4月1日之前应当向社会公开。",
        "二问:报告有哪些亮点?答:全年办理行政处罚案件{k}件,开展普法活动{m}场次。",
        "三问:下一年度有哪些安排?答:将在执法规范化、普法精准化等方面持续用力。",
        "解读机关:{agency},解读人:法规科负责人,联系电话详见机构职能栏目。",
    ),
    "inspection": (
        "督察组采取听取汇报、查阅资料、个别谈话、抽查案卷等方式开展工作,共查阅案卷{k}卷。",
        "督察组对我单位法治政府建设工作给予肯定,同时指出{k}个方面的问题。",
        "{short}负责人表示,将照单全收,建立台账,限期整改到位。",
        "督察期间设立专门值班电话和邮政信箱,受理时间为每个工作日8时至18时。",
    ),
    "model": (
        "法治政府建设是全面依法治国的重点任务和主体工程,示范创建离不开每一位市民的支持。",
        "让我们争做法治精神的传播者,自觉尊法学法守法用法,遇事找法,解决问题靠法。",
        "要对照市县法治政府建设示范指标体系{k}个三级指标逐项分解,落实到{town}等单位。",
        "欢迎广大群众通过满意度调查电话、微信公众号提出意见建议。",
    ),
    "penalty": (
        "现将{short}作出的行政处罚决定予以公示,共{k}件,罚款合计{m}万元。",
        "案例一:{town}某建材公司未按规定运行污染防治设施案,依据大气污染防治法责令改正,并处罚款。",
        "案例二:某汽修厂未按规定贮存危险废物案,经复查已完成整改。",
        "当事人对处罚决定不服的,可以在收到决定书之日起六十日内申请行政复议。",
    ),
    "other": (
        "工作中坚持公开透明、便民高效的原则,相关材料在局门户网站同步发布。",
        "共涉及{town}等{k}个单位,累计完成{n}项次,按期办结率达到{m}%。",
        "有关单位和个人如有意见,可自公告之日起{k}个工作日内以书面形式反馈至{agency}。",
        "各单位要加强组织领导,明确专人负责,确保各项要求落实到位。",
        "监测结果显示,有关指标均符合国家标准,公众参与期间未收到反对意见。",
        "活动现场发放宣传资料{n}份,解答群众咨询{m}人次,营造了良好氛围。",
        "报名时间截至当月{k}日,逾期不予受理,资格审查贯穿全过程。",
        "特此公告。",
    ),
}


def words(place: Place, dice: random.Random, year: int) -> dict[str, object]:
    """What fills the blanks of titles and sentences."""
    return {
        "agency": place.agency,
        "short": place.short,
        "area": place.area,
        "above": place.above,
        "town": dice.choice(place.towns),
        "year": year,
        "next": year + 1,
        "number": dice.choice("一二三四"),
        "k": dice.randint(3, 28),
        "m": dice.randint(12, 96),
        "n": dice.randint(120, 2600),
    }


def body(kind: str, place: Place, dice: random.Random, year: int) -> tuple[str, ...]:
    """Between four and twelve paragraphs on the kind's matter."""
    lines = [dice.choice(OPENINGS).format(**words(place, dice, year))]
    own, other = SENTENCES.get(kind, SENTENCES["other"]), SENTENCES["other"]
    for number in range(dice.randint(3, 9)):
        sentences = [dice.choice(own), *dice.sample(other, dice.randint(0, 2)), dice.choice(own)]
        text = "".join(dict.fromkeys(sentence.format(**words(place, dice, year)) for sentence in sentences))
        lines.append(("一二三四五六七八九"[number] + "、" if kind in ("plan", "scheme", "disclosure") else "") + text)
    return (*lines, place.agency) if kind in ("notice", "opinion", "recruit", "penalty") else tuple(lines)


def lookalikes(
    portal: str,
    places: Sequence[Place],
    count: int,
    path: Callable[[int, str], str],
    years: Sequence[int] = (2019, 2020, 2021, 2022, 2023, 2024, 2025),
    kinds: Sequence[str] = (),
) -> tuple[Document, ...]:
    """``count`` documents with different titles; ``path(number, date)`` names their pages.

    ``kinds`` limits the matters; the years a column covers are ``years`` (report years; pages follow a year later).
    """
    dice = random.Random(f"lookalikes {portal} {count} {years}")
    titles = [each for each in TITLES if not kinds or each[0] in kinds]
    found: list[Document] = []
    used: set[str] = set()
    number = 0
    while len(found) < count:
        kind, form = titles[number % len(titles)]
        place, year = places[number % len(places)], dice.choice(years)
        number += 1
        title = form.format(**words(place, dice, year))
        if title in used:
            continue
        used.add(title)
        day = min(
            date(year + 1, 1, 4) + timedelta(days=dice.randint(0, 355)), LAST - timedelta(days=dice.randint(0, 60))
        )
        found.append(
            Document(
                path=path(len(found), day.isoformat()),
                title=title,
                published=day.isoformat(),
                time=f"{dice.randint(8, 17):02}:{dice.randint(0, 59):02}:{dice.randint(0, 59):02}",
                issuer=place.agency,
                source=place.agency if dice.random() < 0.8 else place.short,
                body=body(kind, place, dice, year),
            )
        )
    return tuple(found)
