"""Measure words of Chinese reports: which follow a number, what they count, how they are normalised."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final


def _words(text: str) -> list[str]:
    return text.split()


COUNTED: Final = _words(
    "人次 家次 户次 份次 件次 起次 班次 场次 轮次 批次 台次 辆次 车次 艘次 个次 点次 厂次 所次 处次 条次 例次 项次 "
    "亩次 单次 元 美元 欧元 件 宗 起 份 例 案 个 名 位 人 家 户 次 场 期 轮 批 项 条 篇 册 张 枚 幅 块 套 台 辆 艘 架 "
    "只 吨 公斤 千克 公里 千米 平方米 平方公里 立方米 米 亩 公顷 座 栋 间 支 组 队 班 卷 页 字 学时 课时 小时 倍 % ‰ "
    "个百分点 百分点 个学时 个小时 堂 节 课 站 村 笔 单 票 对 株 头 瓶 包 箱 盒 公升 升 克 千瓦 万千瓦 盏 面 具 副 "
    "道 根 片 口 眼 首 集 部次 幢 套次 车 船 门 封 通 档 例件 只次 宗次 栏 版 辆台 台套 台件 件套 桩 户人 分 成"
)
"""Measure words that make a number a figure or a candidate."""

GUARDED: Final = {
    "部": "(?!门|分|署|委|级|长|队)",
    "本": "(?!级|市|区|局|省|县|地|单|辖|年|院|部|着|次)",
    "处": "(?!罚|理|置|分|于|级|室|以)",
    "所": "(?!有|涉|需|在|属|得|作|以)",
    "点": "(?!名|面|对|击)",
}
"""Measure words that also begin ordinary words, with what must not follow them."""

_NOT_AFTER: Final = {
    "分": "(?!别|局|类|之|管|为|级|工|析|解|布|期|批|步|行|公|支|会|校|院|层|众|子|数|享|配)",
    "成": "(?!立|效|为|员|功|果|交|本|都|熟|长|绩|品|人|套|因)",
    "期": "(?!间|限|满|内|末|货|望|待)",
    "人": "(?!大|民|社|力|才|事|居)",
    "对": "(?!于|照|比|象|外|口|应|接|标|此)",
    "项": "(?!目部)",
    "家": "(?!庭|长|园|装|具|电|属|政)",
    "名": "(?!称|单|录|列)",
    "位": "(?!于|置|列|居)",
    "门": "(?!店|诊|牌|户|前)",
    "通": "(?!过|报|知|用|行|信|告|道|州)",
    "面": "(?!积|向|对|临|上|貌)",
    "道": "(?!路|德|口|理)",
    "班": "(?!子|长|主)",
    "部次": "",
    "次": "(?!年|日|数|序|生)",
    "起": "(?!草|步|诉|到|动|来|点|源|租)",
    "单": "(?!位|独|一|元)",
    "站": "(?!点|所)",
    "字": "(?!号|第|样)",
    "车": "(?!辆|间|道|主|站)",
    "版": "(?!本|面)",
    "口": "(?!径|岸|头|碑|粮)",
    "集": "(?!中|体|团|会|聚|市|镇)",
    "首": "(?!次|个|批|要|位|席|创|都|府)",
    "根": "(?!据|本|治|源)",
    "片": "(?!区|面)",
    "只": "(?!有|要|是)",
    "笔": "(?!录|试)",
    "头": "(?!部|条)",
    "队": "(?!伍|员|长)",
    "组": "(?!织|成|长|建|团|员)",
    "页": "(?!面)",
    "节": "(?!约|能|日|假|点|水|省|目)",
    "课": "(?!题|程|堂)",
    "包": "(?!括|含|容|办)",
    "升": "(?!级|至|到|为)",
    "克": "(?!服)",
    "条": "(?!例|件|款|线|规)",
    "批": "(?!准|复|示|评)",
    "米": "(?!数)",
    "户": "(?!籍|外|口)",
    "张": "(?!贴)",
    "件": "(?!数)",
    "套": "(?!牌)",
    "支": "(?!持|付|队|撑|行|部|出)",
    "台": "(?!账|风)",
    "村": "(?!民|级|居)",
    "倍": "",
    "案": "(?!件|卷|例|情|值|由)",
    "例": "(?!如|行|会|外)",
    "场": "(?!所|地|景|面)",
    "轮": "(?!训|换|流|值|岗)",
    "间": "(?!接|隔|断)",
    "眼": "(?!前|下)",
    "通报": "",
    "副": "(?!局|主|书|市|区|县|省|组|镇|职|处|科|院|所|会)",
    "具": "(?!有|体|备)",
    "块": "",
}

TIMES: Final = _words(
    "年 月 日 号 时 天 周 周年 年代 世纪 个月 个工作日 个自然日 工作日 个季度 季度 个小时内 小时内 分钟 秒 周岁 岁 "
    "年度 个年度 年来 日内 天内"
)
"""Words that make a number a date or a span of time, never a figure."""

LISTED: Final = _words("方面 个方面 大 类 个类 种 个环节 级 届 层 步 维度 个维度 个层面 个阶段 个坚持 个一 章 款 编")
"""Words that count the parts of a list or a slogan (三大攻坚战, 六方面工作)."""

_SHARE: Final = {"％": "%"}
_SAME: Final = {
    "宗": "件",
    "起": "件",
    "例": "件",
    "案": "件",
    "桩": "件",
    "名": "人",
    "位": "人",
    "课时": "学时",
    "个学时": "学时",
    "个小时": "小时",
    "场次": "场",
    "个百分点": "百分点",
}


_OFTEN: Final = "年个件次人月项日家%名场份起条"
"""The first characters of the measure words met most, which are tried first."""


def _pattern() -> str:
    guards = _NOT_AFTER | GUARDED
    groups: dict[str, list[str]] = {sign: [] for sign in _OFTEN}
    for word in sorted({*COUNTED, *GUARDED, *TIMES, *LISTED}, key=lambda word: (-len(word), word)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]) + guards.get(word, ""))
    return "|".join(f"{re.escape(sign)}(?:{'|'.join(rests)})" for sign, rests in groups.items())


UNIT: Final = _pattern()
"""The measure words as one regular expression, by first character and then longest first."""

STARTS: Final = "".join(sorted({word[0] for word in (*COUNTED, *GUARDED, *TIMES, *LISTED)}))
"""The first characters of all measure words."""

TIME_WORDS: Final = frozenset(TIMES)
LIST_WORDS: Final = frozenset(LISTED)
WORD_UNITS: Final = frozenset(_words("件 宗 起 名 位 场 家 份 人 人次 次 期 场次 家次 户 万元 元 学时"))
"""Units after which a number written in words may stand as a candidate (两名律师, 十余次)."""


def normalise(value: float, unit: str) -> tuple[float, str]:
    """The value and unit in comparable form.

    万 and 亿 in front of the unit are multiplied out (2.59, 万元 gives 25900, 元), and measure words
    that count the same thing become one (宗, 起 and 例 are 件; 名 and 位 are 人).
    """
    factor = 1.0
    while len(unit) > 1 and unit[0] in "万亿":
        factor *= 1e4 if unit[0] == "万" else 1e8
        unit = unit[1:]
    if unit in ("万", "亿"):
        factor, unit = factor * (1e4 if unit == "万" else 1e8), ""
    return round(value * factor, 4), _SAME.get(unit, _SHARE.get(unit, unit))


@lru_cache(maxsize=1024)
def counted(unit: str) -> str:
    """What a measure word counts, without 万 or 亿: the same for 宗 and 件."""
    return normalise(1, base(unit))[1]


def base(unit: str) -> str:
    """The measure word without 万 or 亿 in front of it (万人次 gives 人次)."""
    return unit.lstrip("万亿") or unit
