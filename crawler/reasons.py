"""Why a fetch ended as it did: one code each, said in English and in Chinese.

``fetches`` keeps the code and its parameters, so that a reader is told in the language of the reading room.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

REASONS: Final[dict[str, tuple[str, str]]] = {
    # Transport.
    "cut": ("the answer ended before its end, also when asked for again", "应答未传完即中断，重试后仍不完整"),
    "cut_once": ("the answer ended before its end; it is asked for again", "应答未传完即中断，将再次请求"),
    "unreadable": ("the answer could not be read: {error}", "应答无法读取：{error}"),
    "no_answer": ("no answer in time", "未在限定时间内应答"),
    "no_host": ("the host name cannot be resolved", "域名无法解析"),
    "private_address": (
        "{host} is {address}, which is no address of the public network; nothing was sent",
        "{host} 指向非公网地址 {address}，未发送请求",
    ),
    "refused_connection": ("the host refuses the connection", "服务器拒绝连接"),
    "broken_connection": ("the connection broke", "连接中断"),
    "no_proxy": ("no connection through the proxy", "无法通过代理连接"),
    "untrusted": ("no trusted TLS connection: {why}", "TLS 连接不可信：{why}"),
    "unpacks_too_large": ("the unpacked answer is larger than we take", "解压后的应答超过上限"),
    "answer_too_large": ("the answer is larger than we take", "应答超过上限"),
    "browser_failed": ("the browser could not load the page", "浏览器无法载入页面"),
    "browser_restless": ("the page did not come to rest in the browser in time", "页面未在限定时间内载入完毕"),
    "program": ("{error}", "{error}"),
    # Statuses and redirects.
    "not_modified": ("the server says nothing has changed", "服务器称内容未变"),
    "unasked": (
        "the server says nothing has changed, though it was asked for the whole page",
        "请求的是整页，服务器却称内容未变",
    ),
    "status_gone": ("the page is not there ({status})", "页面不存在（{status}）"),
    "status_login": ("asks for a login ({status})", "要求登录（{status}）"),
    "status_firewall": ("a firewall refuses us ({status})", "防火墙拒绝访问（{status}）"),
    "status_ruishu": ("瑞数 browser challenge ({status})", "瑞数浏览器校验（{status}）"),
    "status_jiasule": ("加速乐 browser challenge ({status})", "加速乐浏览器校验（{status}）"),
    "status_slow_down": ("asks us to slow down ({status})", "要求放慢访问（{status}）"),
    "status_no_page": ("the server answers {status} without a page", "服务器只返回 {status}，没有页面"),
    "status_server": ("the server fails ({status})", "服务器出错（{status}）"),
    "status_client": ("the server refuses the request ({status})", "服务器拒绝请求（{status}）"),
    "empty": ("the answer is empty", "应答为空"),
    "too_many_tags": ("the page has {tags} tags, more than the {most} we take", "页面标签数 {tags} 超过上限 {most}"),
    "costly": ("{why}", "{why}"),
    "deaths": (
        "{deaths} runs died while they worked on the page, last on {began}; 'fazhi crawl --all' tries it again",
        "已有 {deaths} 次运行在处理该页面时中止，最近一次为 {began}；可用 'fazhi crawl --all' 重试",
    ),
    "moved": ("redirects ({status}) to {location}", "转向（{status}）到 {location}"),
    "moved_in_page": ("the page leads on to {location}", "页面自动转到 {location}"),
    "to_itself": ("redirects ({status}) to itself, a cookie challenge", "转向（{status}）自身，属 cookie 校验"),
    "to_home": ("redirects ({status}) to the home page", "转向（{status}）首页"),
    "to_other_host": ("redirects ({status}) to another host: {location}", "转向（{status}）其他网站：{location}"),
    "to_no_page": (
        "redirects ({status}) to an address we do not follow: {location}",
        "转向（{status}）不予跟随的地址：{location}",
    ),
    "many_redirects": ("more than {most} redirects", "转向超过 {most} 次"),
    # What a page shows.
    "wall": ("the page is a wall ({words})", "页面为访问拦截页（{words}）"),
    "bare": ("a short page stands in front of the site: {words}", "网站前置提示页：{words}"),
    "says_gone": (
        "the page says that it does not exist, with status {status}: {words}",
        "页面称内容不存在（{status}）：{words}",
    ),
    "proves_nothing": ("nothing on the page itself shows the report: {words}", "页面自身没有报告内容：{words}"),
    "column_moved": ("{why}; the column may have moved", "{why}；栏目可能已迁移"),
    "no_text": (
        "the page has no text and no file; it may be another page than the one asked for",
        "页面没有正文和附件，可能不是所请求的页面",
    ),
    "other_document": ("the page shows another document: {words}", "页面显示的是另一文件：{words}"),
    "became_another": (
        "the page shows another document, also on another day: {words}",
        "页面改为另一文件，另一日再次确认：{words}",
    ),
    "not_the_kind": ("{kind}", "{kind}"),
    "lost_most": (
        "the text lost most of itself; it is fetched again before that is believed",
        "正文大部分消失，待再次查看后确认",
    ),
    "counts": (
        "one number on a short line grew, as view counters do; it is told as a change if the next fetch shows the same",
        "仅一短行中的数字增大，疑为浏览计数；若下次查看仍相同，则记为变更",
    ),
    "still_waits": (
        "the text lost most of itself; it was seen so on {since}, and waits for a fetch on another day",
        "正文大部分消失（{since} 首次发现），待另一日再次查看",
    ),
    "site_code": (
        "the page carries site code {stated}, the portal has {own}",
        "页面网站标识码为 {stated}，而门户为 {own}",
    ),
    "file_is_page": ("the address of the file gives a web page", "附件地址返回的是网页"),
    "no_more_text": ("the page holds no further text of the article", "该页没有文章的后续内容"),
    # Listings.
    "new_rows": ("{rows} new rows", "新增 {rows} 条"),
    "shell": ("a shell; its rows come from a service", "页面为空壳，列表由接口提供"),
    "part_of_list": (
        "read {reach}; the way to the rest could not be followed",
        "只读到一部分（{reach}），其余部分的入口无法跟随",
    ),
    "pager_unread": (
        "read {reach}; the page offers more ({words}), in a way that could not be followed",
        "只读到一部分（{reach}）；页面尚有后续内容（{words}），其入口无法跟随",
    ),
    "page_limit": (
        "read up to {reach}; max_pages: {most} in the portal file ends the reading there",
        "只读到{reach}；门户文件的 max_pages: {most} 限定读到此处",
    ),
    "cut_list": (
        "the answer ended before its end, also when asked for again; read {reach}",
        "应答未传完即中断，重试后仍不完整；只读到一部分（{reach}）",
    ),
    "rows_by_script": (
        "{rows} rows whose address only a script knows, such as {title}",
        "{rows} 条的地址只由脚本生成，例如 {title}",
    ),
    "rows_lost": (
        "the listing shows {rows} rows and had {had}; if that is right, run 'fazhi crawl --portal {portal} --full'",
        "列表现有 {rows} 条，此前 {had} 条；如属实，请运行 'fazhi crawl --portal {portal} --full'",
    ),
    "other_rows": (
        "other rows stand in the listing's place, {rows} of the {had} it had are left; if that is right, run"
        " 'fazhi crawl --portal {portal} --full'",
        "列表处显示的是其他条目，此前的 {had} 条只剩 {rows} 条；如属实，请运行 'fazhi crawl --portal {portal} --full'",
    ),
    "few_rows": (
        "the listing shows {rows} rows, the portal file expects {wanted}",
        "列表有 {rows} 条，门户文件要求至少 {wanted} 条",
    ),
    "no_list": ("{platform} finds no list on the page ({problem})", "{platform} 在页面上找不到列表（{problem}）"),
    "no_rows": ("the listing shows no rows; it had {had} before", "列表没有条目；此前有 {had} 条"),
    # What was not sent.
    "stop_file": ("{file} exists, so nothing is asked for; remove it to go on", "存在停止文件 {file}，未发送请求"),
    "denied": ("{host} stands in {file}", "{host} 列于 {file}"),
    "left_alone": ("left alone until {until}: {why}", "暂停访问至 {until}：{why}"),
    "budget": (
        "the daily budget of {most} requests to {host} is used up; the rest waits until tomorrow",
        "{host} 当日请求额度 {most} 已用完，余下明日继续",
    ),
    "byte_budget": (
        "{host} sent the {most} MB of a day; the rest waits until tomorrow",
        "{host} 当日已传 {most} MB，余下明日继续",
    ),
    "run_deadline": (
        "the run has taken its {seconds} seconds; the next one goes on",
        "本次运行已满 {seconds} 秒，下次继续",
    ),
    "host_deadline": (
        "{host} has taken its {seconds} seconds of this run; the next one goes on",
        "{host} 本次已用满 {seconds} 秒，下次继续",
    ),
    "disk_full": (
        "only {free} kB of disk are left, less than {least} kB; make room, and the next run goes on",
        "磁盘仅余 {free} kB，低于 {least} kB；请腾出空间，下次继续",
    ),
    "foreign_host": ("{host} is not a host of this portal", "{host} 不属于该门户"),
    "not_permitted": (
        "{host} is neither below gov.cn nor named in a portal file",
        "{host} 既不在 gov.cn 之下，也未列入门户文件",
    ),
    "other_port": ("{host} answers for this portal on other ports than {port}", "{host} 的端口 {port} 不属于该门户"),
    "storage": ("{why}", "{why}"),
    "no_address": ("no address to ask for: {error}", "地址无法请求：{error}"),
    "stopped_before": ("the run was stopped before its {what}s were there", "运行已停止，{what} 尚未取得"),
    "stopped": ("the run was stopped; the next one goes on", "运行已停止，下次继续"),
    "robots_forbids": ("robots.txt of {host} forbids {path}", "{host} 的 robots.txt 禁止访问 {path}"),
    "robots_status": ("robots.txt of {host} answers {status}; we wait", "{host} 的 robots.txt 返回 {status}，等待"),
    "robots_unasked": ("robots.txt of {host} cannot be asked for: {why}", "无法读取 {host} 的 robots.txt：{why}"),
    "no_robots": ("there is no robots.txt ({status}), so all is allowed", "没有 robots.txt（{status}），不受限制"),
}


def sentence(
    code: str,
    params: Mapping[str, object],
    language: str = "en",
    vocabulary: Mapping[str, tuple[str, str]] = REASONS,
) -> str:
    """What a code says with its parameters; a code of no entry is what it says."""
    texts = vocabulary.get(code)
    if texts is None:
        return code
    text = texts[1 if language.startswith("zh") else 0]
    return text.format_map({key: str(value) for key, value in params.items()})
