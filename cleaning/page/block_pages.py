"""Pages that are walls or that say they are not there: what portals send with status 200 instead of what was asked.

Words decide last: they are asked of what a reader sees of a page, and only when the page yields nothing of what it was
asked for (``cleaning.document.judge``). The marks of browser challenges stand in markup a reader never sees: a meta
``r="m"`` and a ``$_ts`` script (瑞数), ``__jsl_clearance`` cookies (加速乐), cookie challenges.
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
CHALLENGES: Final = (
    (re.compile(r"<meta[^>]{0,300}\br=[\"']?m[\"']?[\s/>]|\$_ts\s*=|\$_ts\["), "瑞数 browser challenge"),
    (re.compile(r"__jsl_clearance|_jsluid"), "加速乐 browser challenge"),
    (re.compile(r"C3VK=|CT6T="), "cookie challenge"),
)
WALLS: Final = re.compile(
    r"captcha|人机(?:验证|校验|识别)|(?:请|需)(?:先)?(?:完成|进行|通过)[^。]{0,8}验证|滑动验证|安全验证|访问验证|输入验证码|"
    r"(?:访问|请求|操作|行为|IP|ip|地址)[^。]{0,24}(?:拦截|阻断|拒绝|受限|封禁|禁止|限制|黑名单)|"
    r"(?:访问|请求|操作)[^。]{0,12}(?:威胁|风险|异常|攻击|频繁|频率|过快|过多)|"
    r"防火墙|云防护|网站防护|网站卫士|安全狗|创宇盾|(?:请|需|须)(?:先)?(?:登录|登陆)|用户登录|身份认证|"
    r"开启\s*JavaScript|enable\s+JavaScript|checking\s+your\s+browser|"
    r"Web\s*Application\s*Firewall|\bWAF\b|Access\s*Denied|403\s*Forbidden|Request\s*(?:Blocked|Rejected)|"
    r"too\s+many\s+requests|unauthori[sz]ed",
    re.IGNORECASE,
)
NO_TEXT: Final = 600  # characters a wall shows at most
MARKUP: Final = 200_000  # characters of markup in which a challenge's marks stand


def wall(markup: str, visible: str) -> str:
    """The words or the product by which a page that yields nothing is a wall, "" if it is none."""
    if len(visible) >= NO_TEXT:
        return ""
    head = markup[:MARKUP]
    challenge = next((name for mark, name in CHALLENGES if mark.search(head)), "")
    said = WALLS.search(visible)
    return challenge or (said[0] if said else "")


def gone(visible: str) -> str:
    """The words by which a page that yields nothing says that it does not exist, "" if it says no such thing."""
    said = GONE.search(visible)
    return said[0] if said else ""
