"""How a fetch ended, why an agency's year is in its state, and moments in Beijing time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from crawler.clock import BEIJING
from crawler.publish.datasette.language import Labels, say

ENDINGS: Final = Labels(
    {
        "new": ("新报告", "new report"),
        "changed": ("有改动", "changed"),
        "unchanged": ("未变", "unchanged"),
        "unchanged_304": ("未变（304）", "unchanged (304)"),
        "ok": ("正常", "well"),
        "blocked": ("被拦截", "kept out"),
        "gone": ("不存在", "not there"),
        "soft_404": ("页面称内容不存在", "page says that it does not exist"),
        "robots_denied": ("robots.txt 不允许", "forbidden by robots.txt"),
        "timeout": ("超时", "no answer in time"),
        "dns_error": ("域名无法解析", "host name not resolved"),
        "tls_error": ("证书错误", "certificate not trusted"),
        "server_error": ("服务器错误", "server failed"),
        "layout_changed": ("版式改变", "layout changed"),
        "listing_empty": ("列表为空", "listing empty"),
        "listing_gone": ("栏目已不存在", "listing no longer there"),
        "client_error": ("请求被拒", "request refused"),
        "connection_error": ("连接失败", "no connection"),
        "empty_response": ("应答为空", "empty answer"),
        "identity_mismatch": ("显示的是另一文件", "shows another document"),
        "moved": ("转向", "moved"),
        "not_a_report": ("不是年度报告", "not a report"),
        "partly_read": ("只读到一部分", "read in part"),
        "paused": ("暂停访问", "left alone"),
        "program_error": ("本程序出错", "error of this program"),
        "redirect_loop": ("循环转向", "redirects without end"),
        "redirected_away": ("转向其他网站", "redirected to another site"),
        "redirected_home": ("转向首页", "redirected to the home page"),
        "robots_unavailable": ("robots.txt 无法读取", "robots.txt could not be read"),
        "suspect": ("内容可疑，待复核", "suspect, to be seen again"),
        "too_large": ("内容过大", "too large"),
        "too_costly": ("处理代价过高", "too costly to read"),
        "foreign_host": ("在其他网站", "on another site"),
        "waiting": ("等待", "waiting"),
    }
)


def evidence(row: Mapping[str, Any]) -> str:
    """Why an agency's year is in its state, as a sentence: when and where it was fetched."""
    state, listings, seen = row["state"], json.loads(row["listings"] or "[]"), _day(row["last_seen"])
    if state == "withdrawn":
        return say(f"最近见到 {seen}", f"last seen {seen}")
    if state == "undated":
        return say(f"页面未写日期；{seen} 见到", f"the page states no date; it was there on {seen}")
    if row["report"] is not None:
        return _published(_day(row["published"]), row["days_to_due"])
    if state == "not_yet_due":
        return say(f"期限 {row['due']}", f"due {row['due']}")
    if row["portal"] is None:
        return say("尚未关注该机关的门户", "no portal is watched for this agency")
    return _fetched(state, listings)


def _published(published: str, days: int | None) -> str:
    """When a report was published, and by how many days before or after the date it was due."""
    told = [say(f"发布于 {published}", f"published {published}")] if published else []
    if days is not None and days >= 0:
        told.append(say(f"距期限 {days} 天", f"{days} days before the due date"))
    elif days is not None:
        told.append(say(f"逾期 {-days} 天", f"{-days} days late"))
    return say("，", ", ").join(told)


def _fetched(state: str, listings: list[dict[str, Any]]) -> str:
    if not listings:
        return say("门户尚未抓取", "its portal has not been fetched yet")
    if state == "not_found":
        last = min(_day(each["good_fetch"]) for each in listings)
        return say(
            f"{last} 抓取了 {len(listings)} 个栏目，未见报告",
            f"{len(listings)} listings fetched on {last}, no report seen",
        )
    return _not_fetched(listings)


def _not_fetched(listings: list[dict[str, Any]]) -> str:
    """What kept us from fetching, at the listing in the worst state."""
    worst = min(listings, key=lambda each: (each["last_outcome"] in ("ok", "unchanged_304"), each["last_fetch"] or ""))
    outcome, day, good = worst["last_outcome"], _day(worst["last_fetch"]), _day(worst["good_fetch"])
    name = worst["column"] or worst["url"]
    if not day:
        return say(f"栏目“{name}”尚未抓取", f"listing {name} has not been fetched yet")
    since = say(f"最近一次成功 {good}", f"last good fetch {good}") if good else say("从未成功", "never a good one")
    if outcome in ("ok", "unchanged_304"):
        return say(f"期限之后尚未完整读过栏目“{name}”，{since}", f"{name} not read whole since the due date, {since}")
    ended = ENDINGS.get(outcome, outcome)
    return say(f"{day} 抓取栏目“{name}”：{ended}；{since}", f"listing {name} on {day}: {ended}; {since}")


def _day(moment: str | None) -> str:
    """The day of a moment in Beijing; that of a date as it is."""
    return beijing(moment)[:10] if moment else ""


def beijing(moment: str | None) -> str:
    """A moment of the database (UTC) as readers see it, in Beijing time; a date stays as it is."""
    if not moment or len(moment) <= 10:
        return moment or ""
    try:
        when = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    except ValueError:
        return moment
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return when.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")
