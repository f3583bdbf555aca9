"""What stands around the content: orders, formats, help with searching, errors."""

from __future__ import annotations

import re
from typing import Final

from crawler.publish.datasette.language import Labels, say

FORMATS: Final = Labels(
    {
        "json": ("JSON", "JSON"),
        "atom": ("Atom 订阅", "Atom feed"),
    }
)
ORDERS: Final = Labels(
    {
        "year": ("报告年度", "report year"),
        "published": ("发布日期", "date of publication"),
        "agency": ("机关", "agency"),
        "relevance": ("相关度", "relevance"),
    }
)
# How to search, as said beside the box: an example, and what it finds.
SEARCHING: Final = (
    ("行政复议 纠错", "两个词都有 | both words"),
    ("复议 OR 诉讼", "至少有一个（也可写“或”） | at least one of them"),
    ("处罚 -减免", "不含减号后的词 | without the word behind the minus"),
    ("“法治 政府”", "逐字相同的短语 | the phrase as it stands"),
)
_DIRECTED: Final = re.compile("[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]")


def isolated(name: str) -> str:
    """A name for plain text such as a tooltip, in isolates if it could turn round what stands beside it (UAX 9)."""
    if not _DIRECTED.search(name):
        return name
    return "\u2068" + re.sub("[\u202a-\u202e\u2066-\u2069]", "", name) + "\u2069"


ERRORS: Final = Labels(
    {
        "400": ("请求无法处理", "The request cannot be answered"),
        "403": ("无权访问", "Not allowed"),
        "404": ("没有这个页面或记录", "There is no such page or record"),
        "500": ("本程序出错", "An error of this program"),
    }
)


def error(status: int) -> str:
    """What an error page is headed with."""
    return ERRORS.get(str(status), say("出错", "Error"))


EXPLAINED: Final = Labels(
    {
        "400": ("请检查地址或所写的查询。", "Check the address or the query."),
        "403": ("这个房间不允许此操作。", "This room does not allow it."),
        "404": (
            "地址可能有误，或数据库中没有这条记录。",
            "The address may be wrong, or the database has no such record.",
        ),
        "500": ("错误已记入服务器日志；请稍后再试。", "The server's log says more; try again later."),
    }
)


def problem(status: int, message: str) -> tuple[str, str]:
    """What an error page says below its head, in the reader's language, and what the program said in its own.

    What went wrong inside the program is for its log, not for readers.
    """
    explained = EXPLAINED.get(str(status), "")
    if re.search("[\u3400-\u9fff]", message) and status != 500:  # said by the room itself, in the reader's language
        return message, ""
    return explained, message if status == 400 else ""
