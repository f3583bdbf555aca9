"""Pages that are walls or that say they are not there: what portals send with status 200 instead of what was asked.

The marks are those of the products seen in front of government portals: 瑞数 (a meta ``r="m"`` and a ``$_ts``
script), 加速乐 (``__jsl_clearance`` cookies), cookie challenges, captchas and the firewalls' own pages.
"""

from __future__ import annotations

import re
from typing import Final

GONE: Final = re.compile(
    r"404\s*(?:Not\s*Found|错误|页面)|Not\s*Found|HTTP\s*404|"
    r"(?:您|你)?(?:所)?(?:访问|查找|请求|浏览|打开|查看)的?(?:页面|网页|内容|信息|文章|地址|资源|链接|栏目)(?:已经?|暂时?|可能)?(?:不存在|被删除|已删除|找不到|没有找到|无法找到|失效|移除|下线|无法访问)|"
    r"(?:页面|网页|文章|信息|内容|文件)(?:已经?)?(?:不存在|找不到了?|被删除|已删除|已被删除|已失效|未找到|走丢了|丢失了)|"
    r"(?:找不到|没有找到|未找到)(?:该|此|您|相关)?[\u4e00-\u9fff]{0,8}(?:页面|网页|信息|文章|内容)|抱歉[，,]?(?:您|页面|该|此)",
    re.IGNORECASE,
)
WALLS: Final = (
    (re.compile(r"<meta[^>]{0,300}\br=[\"']?m[\"']?[\s/>]|\$_ts\s*=|\$_ts\["), "瑞数 browser challenge"),
    (re.compile(r"__jsl_clearance|_jsluid"), "加速乐 browser challenge"),
    (re.compile(r"C3VK=|CT6T="), "cookie challenge"),
    (re.compile(r"captcha|人机验证|请完成验证|滑动验证|安全验证|访问验证", re.IGNORECASE), "captcha"),
    (
        re.compile(
            r"访问(?:被)?(?:拦截|阻断|拒绝|受限)|请求(?:已)?被(?:拦截|阻断|拒绝)|(?:访问|请求|操作)[^<]{0,20}被(?:拦截|阻断|拒绝)|"
            r"(?:访问|请求)(?:可能)?(?:对网站)?(?:造成)?(?:安全)?(?:威胁|存在(?:威胁|风险|异常)|过于频繁|行为异常)|"
            r"网站防火墙|云防护|安全狗|创宇盾|Web\s*Application\s*Firewall|\bWAF\b|Access\s*Denied|403\s*Forbidden|"
            r"Request\s*Blocked",
            re.IGNORECASE,
        ),
        "a firewall page",
    ),
    (re.compile(r"请开启JavaScript|enable\s+JavaScript", re.IGNORECASE), "JavaScript challenge"),
)
# One of these stands in every match of the long patterns; looking for them first is ten times as fast.
_WORDS: Final = {
    "captcha": ("captcha", "验证"),
    "a firewall page": (
        "拦截", "阻断", "拒绝", "受限", "威胁", "风险", "异常", "频繁", "防火墙", "云防护", "安全狗", "创宇盾",
        "application", "waf", "denied", "forbidden", "blocked",
    ),
    "JavaScript challenge": ("javascript",),
}  # fmt: skip
NO_TEXT: Final = 600  # characters a wall shows at most; a page that merely loads a protection script shows more


def wall(text: str, shown: int) -> str:
    """What kind of wall a page of ``shown`` visible characters is, "" if it is none."""
    if shown >= NO_TEXT:
        return ""
    head = text[:200_000]
    low = head.lower()
    return next(
        (name for mark, name in WALLS if any(word in low for word in _WORDS.get(name, ("",))) and mark.search(head)), ""
    )
