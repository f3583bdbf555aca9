"""Furniture: what stands around an article on every portal, by phrase and by memory.

Phrase rules (the catalogue of strings seen on portals of all systems) apply to whole lines at the edges of a body,
never inside it. Learned furniture is a set of digests of lines that a portal shows on several pages.

See ``cleaning.learn`` for how a crawl fills that set.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from cleaning.lines import Line

Furniture = AbstractSet[str]
NONE: Furniture = frozenset()

LONGEST = 240
_BLANK = re.compile(r"\s+")

# Lines that are furniture wherever they stand at an edge. Matched against the folded line (NFKC, no blanks).
_WHOLE = re.compile(
    r"""^(?:
    (?:请)?更换或升级浏览器.* | 当前浏览器版本过低.* | 若您当前使用的浏览器.* | 您(?:当前)?(?:使用)?的浏览器.{0,60}
  | (?:您好[,，!！]?)?(?:欢迎|热烈欢迎)(?:您)?(?:进入|访问|光临|来到|登录).{0,40}
  | (?:您|你)?(?:现在|当前|目前)?(?:所在|的)?(?:的)?(?:位置|当前位置|位置是)(?:是|为)?[:：].{0,160}
  | (?:您|你)(?:现在|当前|目前)?(?:所在)?(?:的)?位置.{0,120}
  | (?:当前位置|当前所在位置|现在位置|所在位置)[:：]?.{0,120}
  | 首页[>＞»›/|→-][^。]{0,200}
  | (?:[•·●■>|｜/]*(?:长者助手|长者模式|长辈版|长者版|无障碍(?:浏览|阅读|模式)?|关怀版|适老化|繁體|繁体|简体|繁體版|登录|注册|返回顶部|回到顶部|返回首页|返回列表|返回上一页|返回|TOP))+
  | 今天是.{0,40}
  | (?:[【\[](?:信息来源|信息时间|来源|发布时间|发布日期|更新时间|阅读次数|浏览次数|阅读|浏览|字号|字体|我要打印|打印|关闭|收藏|分享)[^】\]【\[]{0,40}[】\]]?)+
  | (?:用)?(?:微信)?扫一扫.{0,30} | 扫描二维码.{0,30} | (?:手机|微信)扫(?:码|一扫).{0,20} | 手机版?浏览.{0,12}
  | [【\[(]?(?:字号|字体|字体大小|字体设置|文字大小)(?:[:：].{0,40}|[|大中小+A分享打印】\])-]*)
  | [【\[(]?(?:大|中|小|默认|超大|较大|标准)[】\])]?(?:[|/【\[(]?(?:大|中|小|默认|超大)[】\])]?)*
  | [【\[(]?(?:分享|分享到|分享至|我要分享|一键分享|分享按钮|收藏|我要收藏|加入收藏)(?:[:：].{0,40}|[】\])]?(?:微信|微博|朋友圈|好友|空间|QQ|新浪|腾讯|人人|豆瓣|更多|[|、·])*)
  | (?:(?:[【\[(]?(?:打印|我要打印|打印本页|打印页面|打印此页|打印文章|关闭|关闭窗口|关闭页面|关闭本页|关闭此页|我要纠错|纠错|下载|收藏|保存|朗读|语音播报|听全文|点击朗读|复制链接|返回|分享)[】\])]?)[|｜、/·]?)+
  | 相关(?:稿件|附件|新闻|文档|文章|链接|阅读|信息|政策|解读|报道|内容|推荐|文件|政策与解读|政策解读|政策文件|资讯)(?:[:：].*)?
  | 政策(?:解读|原文|文件|图解)[:：].*
  | (?:文档|文件|本文|政策)?附件(?:下载|列表)?[:：]? | 点击下载附件[:：]? | 附件下载[:：].{0,200}
  | (?:上|下|前|后)一(?:篇|条|页|则)(?:[:：].{0,120}|没有了?|无)?
  | (?:责任)?编辑[:：].{0,30} | 责编[:：].{0,30} | (?:初审|一审|复审|二审|终审|三审|审核|审签|编审|校对|监制|值班编辑|网站编辑|信息员)[:：].{0,30}
  | (?:您|你)(?:即将离开|访问的链接即将离开).* | 您正在离开.* | .{0,30}即将离开.{0,60}(?:网站|门户|官网).{0,30}
  | (?:版权所有|Copyright|©).{0,160} | (?:主办|承办|协办|技术支持|维护|运维|建设|管理)(?:单位)?[:：].{0,120}
  | .{0,120}(?:ICP备|ICP证|公网安备|网站标识码|政府网站标识).{0,160}
  | (?:建议|最佳|推荐)(?:您)?使用.{0,60}(?:分辨率|浏览器).{0,40}
  | (?:网站地图|联系我们|关于我们|网站声明|版权声明|隐私声明|免责声明|法律声明|使用帮助|网站导航|站点地图|隐私政策)(?:[|｜·].{0,80})?
  | (?:浏览|访问|阅读|点击|点击数|浏览量|访问量|阅读量)(?:次数|量|数|人次)?[:：]?\d*(?:次|人次)?
  | (?:累计)?(?:浏览|阅读|点击)[:：]?\d{1,9}次?
  | (?:信息来源|来源|稿源|文章来源|发布机构|发布单位|发布部门|信息提供|供稿|供稿单位|作者)[:：].{0,60}
  | (?:原标题)[:：].{0,120}
  | (?:发布|发文|发稿|更新|信息|公开|创建|发表)(?:日期|时间)[:：].{0,80}
  | (?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:来源[:：].{0,60}|[|【\[].{0,60})
  | (?:索引号|信息索引号?|主题分类|体裁分类|组配分类|公开方式|公开时限|公开范围|有效性|信息分类|文号|发文字号|发文机关|效力状态|公开目录|公开类别|公开形式|统一编号|公开主体|公开责任部门)[:：].{0,120}
  | 下载(?:图片版|文字版|word版|pdf版|PDF|WORD)?(?:下载文字版)? | (?:pdf|word|doc|ofd)(?:版)?下载.{0,20}
  | 本页(?:面)?二维码 | (?:政务)?(?:微信|微博)(?:公众号)?(?:二维码)? | 官方(?:微信|微博)
  | [|\d…>]*(?:首页|上一页|下一页|尾页|末页)(?:首页|上一页|下一页|尾页|末页|[|\d…>第共页])* | 共\d+页.{0,40}
  | 是否继续[?？]? | (?:继续访问|放弃|取消|确定|确认|继续|关闭)+
  | Tags?[:：].{0,60} | 标签[:：].{0,60} | (?:网友评论|发表评论|我要评论|评论)[(]?\d{0,9}[)]? | \[?顶部\]?
  | \$\(.* | var\s.* | document\..*
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
# Lines that only belong to the page when they stand beside such a line: the rest of a metadata table.
_BESIDE = re.compile(
    r"^(?:(?:信息|文件|项目)?(?:名称|标题)|主题词|关键词|作者|内容概述|服务对象|时间|日期|类别|类型|语种|(?:成文|生成|印发|生效|废止|失效)日期|.{0,6}目录|机构)[:：].{0,120}$"
)
# What opens a list of other pages: at the bottom, everything below it that is a link, a date or furniture goes too.
_OPENS_LIST = re.compile(
    r"^[【\[>»■●·]{0,3}(?:(?:相关|更多|推荐|热门|最新|热点|延伸|拓展|往期|上一|下一|猜你|您可能)[\u4e00-\u9fff]{0,10}"
    r"|其[他它](?:相关)?(?:文章|新闻|信息|稿件|链接|阅读|报道))[】\]]?:?(?:更多)?[>»]{0,3}$"
)
_RELATED = re.compile(
    r"^(?:相关(?:文章|文件|解读|链接|稿件|阅读|新闻|政策|报道|信息|文档|政策解读|解读材料)|(?:政策|文件|图文|图片|视频|媒体|文字|专家)解读|政策原文|原文链接|解读链接|延伸阅读)[:：]"
)
_DATE_ONLY = re.compile(
    r"^[\[(（【]?\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?[\])）】]?(?:\d{1,2}:\d{2}(?::\d{2})?)?$"
)
_LABELS = frozenset(
    "索引号 信息索引号 发文字号 文号 发布机构 发文机关 发文单位 发布单位 制发机关 发布日期 发布时间 发文日期 成文日期 生成日期 公开日期 "
    "主题分类 体裁分类 组配分类 主题词 关键词 有效性 效力状态 名称 标题 信息名称 文件名称 公开方式 公开形式 公开范围 公开时限 信息分类 "
    "生效日期 废止日期 失效日期 实施日期 服务对象 主题 类别 信息来源 来源 公开主体 内容概述 公开类别 统一编号 分类 机构分类 所属机构".split()
)
SIGNED = re.compile(
    r"^(?:\d{4}|[一二][〇○Ｏ零一二三四五六七八九]{3})年(?:\d{1,2}|[元一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日$"
)
_KEPT = re.compile(
    r"(?:报告|汇报|总结|通报|说明|公布|公告|通知|公示)如下|特此(?:报告|通知|公告|通告|说明|公示)|^(?:[一二三四五六七八九十]+[、是]|[(][一二三四五六七八九十\d]+[)]|\d+[.、])"
    r"|^[(]?(?:此件|附件|附:|中共)|^[^。;:,]{2,40}(?:[局委厅府会院部队室办处司署]|中心|总队|大队|街道)$|^各.{2,60}:$"
)
_WEB = re.compile(
    r"网站|本站|本网|网页|页面|浏览|热线|转载|版权|扫码|扫描|二维码|关注|公众号|点击|下载|链接|拨打|纠错|留言|评价|客户端|APP",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[。;!?]$")


def fold(text: str) -> str:
    """The form in which lines are compared: NFKC, no white space."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))


def digest(text: str) -> str:
    """The name under which a block is remembered: 16 hexadecimal digits of its folded text."""
    return hashlib.sha256(fold(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_furniture(text: str) -> bool:
    """True for a line that has the form of portal furniture. Signatures, dates and sentences are not."""
    return len(text) <= LONGEST and _is_furniture(text)


@lru_cache(maxsize=8192)
def _is_furniture(text: str) -> bool:
    folded = fold(text)
    return not folded or _WHOLE.match(folded) is not None


def is_related(line: Line) -> bool:
    """True for a line that leads to other documents (相关文章：…), wherever it stands in a body."""
    text = line.text
    if not line.link or len(text) > 400:
        return False
    match = _RELATED.match(fold(text))
    return match is not None and line.link >= len(text) - match.end() - 8


def opens_list(text: str) -> bool:
    """True for the heading of a list of other pages (相关稿件, 推荐阅读)."""
    return len(text) < 40 and _OPENS_LIST.match(fold(text)) is not None


def is_metadata_row(text: str) -> bool:
    """True for a row of a metadata table: a label, its value, perhaps another label and its value."""
    cells = [fold(cell).rstrip(":") for cell in text.split("\t")]
    labels = [cell in _LABELS for cell in cells]
    return labels[0] and (len(cells) == 1 or not all(labels)) and sum(labels) <= (len(cells) + 1) // 2


def trim(lines: Sequence[Line], start: int, end: int, exact: bool, known: Furniture = NONE) -> tuple[int, int]:
    """The range that remains of ``lines[start:end]`` when furniture is taken off both edges.

    In a container that is not ``exact`` lines that are nothing but links go too.
    """
    end = _cut_lists(lines, start, end)
    first = start
    while start < end and (
        _outer(lines[start], exact, known) or (start > first and _BESIDE.match(fold(lines[start].text)[:200]))
    ):
        start += 1
    while end > start and _outer(lines[end - 1], exact, known):
        end -= 1
    return start, end


def _outer(line: Line, exact: bool, known: Furniture) -> bool:
    text = line.text
    if not text or is_furniture(text) or ("\t" in text and len(text) < 300 and is_metadata_row(text)):
        return True
    if not exact and line.link >= len(text) - 2:
        return True
    return bool(known) and _learned(text, known)


def _cut_lists(lines: Sequence[Line], start: int, end: int) -> int:
    """The end without a list of other pages below the text."""
    at = end
    while at > start:
        line = lines[at - 1]
        folded = fold(line.text[:300])
        if (
            not folded
            or line.link * 10 >= len(line.text) * 8
            or _DATE_ONLY.match(folded)
            or (folded and is_furniture(line.text))
        ):
            at -= 1
            if _OPENS_LIST.match(folded) and at < end - 1:
                end = at
            continue
        if _OPENS_LIST.match(folded) and at < end:
            at -= 1
            end = at
            continue
        break
    return end


def _learned(text: str, known: Furniture) -> bool:
    folded = fold(text)
    return len(folded) <= LONGEST and not SIGNED.match(folded) and not _KEPT.search(folded) and digest(text) in known


def may_recur(text: str) -> bool:
    """True for a line at the edge of a body that may be furniture if another page of the portal shows it too.

    What closes or opens reports themselves (现将有关情况报告如下, a signature, a date, a heading, a sentence of
    prose) recurs in them and is never furniture.
    """
    folded = fold(text)
    if not 1 < len(folded) <= LONGEST or SIGNED.match(folded) or _KEPT.search(folded):
        return False
    return not _ENDS_SENTENCE.search(folded) or bool(_WEB.search(folded))
