"""A portal whose every word means harm to whatever shows it: browser, spreadsheet, terminal, feed reader, file system.

One column is a page, the other the answer of a list service in JSON, which can hold what no page can: lone
surrogates and NUL. From day 3 on every report reads otherwise, so that there are differences to show as well.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from html import escape
from typing import Final

from .model import Answer, Column, Request, Routes, Site, html

HOST: Final = "text.hostile.gov.cn"
PAGES: Final = "/zfxxgk/fzzfbg/"
SERVICE: Final = "/api/list"
SCRIPT: Final = (
    "<script>window.__pwned=1;alert(1)</script><img src=x onerror=window.__pwned=2>\"'>"
    "<svg onload=alert(3)></textarea></title>]]><a href=javascript:alert(4)>点</a>{{7*7}}${7*7}"
)
ESCAPES: Final = "\x1b[2J\x1b]0;改名\x07\x1b[31m红\x9b31m\x7f"
BIDI: Final = "\u202a\u202b\u202c\u202d\u202e反\u2066\u2067\u2068\u2069\u200e\u200f"
ASTRAL: Final = "𠮷𪚥😀\U000e0041"
MARKS: Final = {
    "script": SCRIPT,
    "open": "<img/src=x/onerror=window.__pwned=5//",  # ends with the next tag of whatever holds it
    "formula": "=cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "steering": ESCAPES + BIDI + ASTRAL,
    "leaving": "\u2069\u2069\u202c\u202e倒",  # ends isolation it did not begin, then turns round
    "surrogate": "\ud800孤\udfff",
    "nul": "零\0字节",
    "path": "../../../../etc/x",
}
IN_SERVICE: Final = ("script", "steering", "surrogate", "nul")
WITH_FILES: Final = "script"
NAMES: Final = ("../../x.txt", "/etc/passwd.txt", "附\0件.txt", "长" * 3000 + ".txt", "..\\..\\x.txt", f"{SCRIPT}.txt")
ROBOTS: Final = "User-agent: *\nAllow: /\n"


def site() -> Site:
    """The portal; its own name is hostile as well."""
    column = Column(PAGES, f"法治政府建设年度报告{SCRIPT}", ("首页",))
    return Site("text", HOST, "http", f"某市{SCRIPT}{BIDI}", "某市", sys.modules[__name__], (column,))


def portal_file() -> str:
    """The portal as people watch it; a person wrote this file, but copied the names."""
    title = json.dumps(f"=1+1 {SCRIPT}{ESCAPES}{BIDI}")
    return (
        f"title: {title}\nhome: http://{HOST}/\nplatform: generic\ncolumns:\n"
        f"  - url: http://{HOST}{PAGES}\n    name: {title}\n  - url: http://{HOST}{SERVICE}\n    name: 年度报告\n"
    )


def title_of(name: str) -> str:
    """The title of one report."""
    return f"{MARKS[name]}某市{MARKS[name]}司法局2024年法治政府建设年度报告"


def routes(site: Site, day: int) -> Routes:
    """Both listings, a page for every row of them, and the attachments."""
    rows = "".join(
        f'<li><a href="{PAGES}{name}.html" title="{markup(title_of(name))}">{markup(title_of(name))}</a>'
        "<span>2025-03-01</span></li>\n"
        for name in MARKS
    )
    listing = (
        f"<title>{markup(site.columns[0].name)}_{markup(site.name)}</title>"
        f'<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="{PAGES}">{markup(SCRIPT)}</a></div>'
        f'<ul class="list">{rows}</ul><div class="footer">{markup(site.name)} 版权所有</div>'
    )
    entries = [
        {"url": f"/json/{name}.html", "title": title_of(name), "publishtime": "2025-03-02", "fbjg": MARKS[name]}
        for name in IN_SERVICE
    ]
    # A lone surrogate in an address cannot be asked for; the row must not end the run.
    entries.append({"url": "/json/\ud800.html", "title": title_of("surrogate"), "publishtime": "2025-03-02"})
    answer = json.dumps({"total": len(entries), "data": entries}).encode()
    found: Routes = {
        PAGES: lambda request: _whole(listing),
        SERVICE: lambda request: Answer(answer, content_type="application/json"),
        "/json/%EF%BF%BD.html": lambda request: _whole(page("surrogate", day)),
    }
    for name in MARKS:
        text = page(name, day)
        for folder in (PAGES, "/json/"):
            found[f"{folder}{name}.html"] = lambda request, text=text: _whole(text)  # type: ignore[misc]
    for number in range(len(NAMES)):
        found[f"/files/{number}.txt"] = _file
    found["/files/all.zip"] = _archive
    return found


def page(name: str, day: int) -> str:
    """A report: title, issuer, source, column, text, table and attachments all carry the mark."""
    mark, title = markup(MARKS[name]), markup(title_of(name))
    changed = f"第{day}日改写{mark}" if day >= 3 else ""
    links = "" if name != WITH_FILES else _links()
    text = "".join(
        f"<p>{line}</p>"
        for line in (
            f"{mark}2024年，{mark}某市司法局{mark}深入学习贯彻习近平法治思想，扎实推进法治政府建设，现报告如下。{mark}",
            f"一、主要工作{mark}",
            f"{mark}全年办理行政复议案件{38 + day}件{mark}，行政处罚{mark}12件，规范性文件备案3件。{changed}",
            f"二、存在的不足和原因{mark}",
            f"{mark}执法力量不足，{mark}培训不够，下一步将认真加以改进。{SCRIPT if name == 'script' else ''}{mark}",
            f"三、下一步工作{mark}",
            f"{mark}继续推进依法行政，加强行政执法监督，{mark}提高工作水平。{mark}",
        )
    )
    return (
        f'<title>{title}</title><meta name="ArticleTitle" content="{title}">'
        f'<meta name="ContentSource" content="{mark}某市司法局"><meta name="SiteName" content="{mark}">'
        f'<meta name="ColumnName" content="{mark}">'
        f"<h1>{title}</h1><div>发布日期：2025-03-01 来源：{mark}某市司法局{mark}</div>"
        f'<div class="TRS_Editor">{text}<table><tr><td>{mark}</td><td>{mark}3</td></tr></table>{links}</div>'
    )


def _links() -> str:
    """Links to files whose names and addresses lead elsewhere."""
    named = "".join(f'<p><a href="/files/{n}.txt">{markup(text)}</a></p>' for n, text in enumerate(NAMES))
    return (
        f'{named}<p><a href="/files/all.zip" title="{markup(NAMES[0])}">{markup(NAMES[0])}.zip</a></p>'
        '<p><a href="../../../../../../etc/passwd.pdf">passwd.pdf</a><a href="file:///etc/shadow.pdf">x.pdf</a></p>'
    )


def markup(text: str) -> str:
    """Text as a page holds it; what no encoding can hold stands as a reference."""
    return "".join(f"&#x{ord(c):X};" if "\ud800" <= c <= "\udfff" or c in "\r" else escape(c) for c in text)


def _whole(text: str) -> Answer:
    return html(f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{text}</body></html>')


def _file(request: Request) -> Answer:
    disposition = f"attachment; filename=\"../../../x\"; filename*=UTF-8''..%2F..%2F{request.path[-5:]}"
    text = f"附件{MARKS['script']}{ESCAPES}{BIDI}{ASTRAL}\n=1+1\n"
    return Answer(text.encode(), content_type="text/plain", headers=(("Content-Disposition", disposition),))


def _archive(request: Request) -> Answer:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in (*NAMES[:3], *NAMES[4:], "长" * 80 + ".txt", "\x1b[2J\u202e.txt"):
            archive.writestr(zipfile.ZipInfo(name, (2025, 3, 1, 0, 0, 0)), f"成员{SCRIPT}{BIDI}=1+1")
    return Answer(stream.getvalue(), content_type="application/zip")
