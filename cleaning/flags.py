"""What is wrong or special with a page, as flags instead of silence."""

from __future__ import annotations

import re

from cleaning.body import Found
from cleaning.record import Report

SHORT = 300
LOW = 0.5
_GONE = re.compile(
    r"404\s*(?:Not\s*Found|错误|页面)|Not\s*Found|HTTP\s*404|"
    r"(?:您|你)?(?:所)?(?:访问|查找|请求|浏览|打开|查看)的?(?:页面|网页|内容|信息|文章|地址|资源|链接|栏目)(?:已经?|暂时?|可能)?(?:不存在|被删除|已删除|找不到|没有找到|无法找到|失效|移除|下线|无法访问)|"
    r"(?:页面|网页|文章|信息|内容|文件)(?:已经?)?(?:不存在|找不到了?|被删除|已删除|已被删除|已失效|未找到|走丢了|丢失了)|"
    r"(?:找不到|没有找到|未找到)(?:该|此|您|相关)?[\u4e00-\u9fff]{0,8}(?:页面|网页|信息|文章|内容)|抱歉[，,]?(?:您|页面|该|此)",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"__jsl_clearance|_jsluid|\$_ts\s*=|\$_ts\[|r=['\"]m['\"]|访问(?:被)?(?:拦截|阻断|拒绝|受限)|请求(?:已)?被(?:拦截|阻断|拒绝)|"
    r"(?:您的|你的)?(?:访问|请求)(?:可能)?(?:对网站)?(?:造成)?(?:安全)?(?:威胁|存在风险|过于频繁|行为异常)|网站防火墙|云防护|安全狗|创宇盾|"
    r"Web\s*Application\s*Firewall|\bWAF\b|Access\s*Denied|403\s*Forbidden|Request\s*Blocked|人机验证|请完成验证|滑动验证|安全验证|"
    r"请开启JavaScript|enable\s+JavaScript|captcha",
    re.IGNORECASE,
)
_TITLE = re.compile(r"<title\b[^>]*>([^<]{0,300})", re.IGNORECASE)
_ROWS = 8


def of(report: Report, found: Found, text: str, guessed: bool) -> list[str]:
    """The flags of a cleaned page, in a fixed order."""
    out = []
    characters = len("".join(report.body.split()))
    shown = sum(len(line.text) for line in found.lines)
    wall = _blocked(text, shown, characters)
    gone = not wall and _soft_404(text, found, shown, characters)
    if wall:
        out.append("blocked_page")
    if gone:
        out.append("soft_404")
    if characters < SHORT and report.attachments:
        out.append("body_in_attachment")
    elif not characters and found.images and not (wall or gone):
        out.append("image_only")
    if not characters and not report.attachments and not found.images:
        out.append("empty")
    if characters and _truncated(text):
        out.append("truncated")
    if guessed:
        out.append("encoding_guess")
    if characters and report.body_score < LOW:
        out.append("low_confidence")
    if not report.is_report:
        out.append("not_a_report")
    out += [check for check in report.provenance.get("checks", []) if not check.startswith(("sum_ok", "rate_ok"))]
    return out


def _blocked(text: str, shown: int, characters: int) -> bool:
    """A wall has next to no text of its own; a page that merely loads a protection script is none."""
    return shown < 600 and characters < SHORT and _WALL.search(text[:200_000]) is not None


def _soft_404(text: str, found: Found, shown: int, characters: int) -> bool:
    title = _TITLE.search(text)
    if title and _GONE.search(title[1]) and characters < SHORT:
        return True
    if characters > 120:
        return False
    return any(len(line.text) < 120 and _GONE.search(line.text) for line in found.lines[:400]) and shown < 3000


def _truncated(text: str) -> bool:
    """A page that stops inside a tag or a script was cut on its way."""
    tail = text.rstrip()[-400:]
    opened = tail.rfind("<")
    return opened > tail.rfind(">") and re.match(r"</?[A-Za-z][^<]*$", tail[opened:]) is not None
