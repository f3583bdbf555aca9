"""What a file is and what became of it."""

from __future__ import annotations

import json
from typing import Any, Final

from crawler.publish.datasette.language import Labels, say

FLAGS: Final = Labels(
    {
        "body_in_attachment": ("正文在附件中", "text is in an attachment"),
        "image_only": ("正文是图片", "text is an image"),
        "attachment_not_fetched": ("有附件未能取得", "an attachment could not be had"),
        "attachment_incomplete": ("部分页面图片未能识别", "some images of pages could not be read"),
        "attachments_differ": ("同名附件的文字不一致", "attachments of one name differ in text"),
        "needs_ocr": ("图片文字尚未识别", "text of images not read yet"),
        "needs_tool": ("缺少读取此类文件的程序", "no program to read this kind of file"),
        "encrypted": ("文件有密码", "file has a password"),
        "too_large": ("文件内容超出上限", "content beyond the limit"),
        "too_many_pages": ("页数超出上限，仅读取前部", "too many pages, only the first were read"),
        "bomb": ("文件解压后异常庞大", "file is abnormally large when unpacked"),
        "unreadable": ("文件损坏或无法读取", "file is damaged or unreadable"),
        "timed_out": ("读取超时", "reading took too long"),
        "out_of_memory": ("读取所需内存超出上限", "reading needed too much memory"),
        "wrong_suffix": ("文件类型与名称不符", "file is not what its name says"),
        "has_macros": ("文件带有宏（未运行）", "file has macros (not run)"),
        "unsupported": ("尚不支持此类文件", "this kind of file is not supported yet"),
        "ocr": ("文字由图片识别", "text was read from an image"),
        "empty": ("没有文字", "no text"),
        "truncated": ("正文不完整", "text is incomplete"),
        "encoding_guess": ("字符编码为推定", "character encoding is a guess"),
        "low_confidence": ("正文位置不确定", "place of the text is uncertain"),
        "not_a_report": ("现在看来不是年度报告", "no longer taken for an annual report"),
        "soft_404": ("页面称内容不存在", "page says that it does not exist"),
        "blocked_page": ("页面被拦截", "page was kept from us"),
        "sum_ok": ("分项合计相符", "parts add up to the stated sum"),
        "sum_mismatch": ("分项合计不符", "parts do not add up to the stated sum"),
        "rate_ok": ("比率相符", "rate agrees"),
        "rate_mismatch": ("比率不符", "rate does not agree"),
        "penalty_per_case_odd": ("案均罚款数额异常", "average fine per case is odd"),
    }
)
ROLES: Final = Labels(
    {
        "body": ("正文", "text"),
        "twin": ("同文副本", "same text in another format"),
        "other": ("其他附件", "other attachment"),
    }
)
OUTCOMES: Final = Labels(
    {
        "foreign_host": ("在其他网站，未取", "on another site, not taken"),
        "over_limit": ("超出数量或大小上限，未取", "beyond the limit of number or size, not taken"),
        "too_large": ("文件过大，未取", "file too large"),
        "robots_denied": ("robots.txt 不允许", "forbidden by robots.txt"),
        "gone": ("已不存在", "no longer there"),
        "soft_404": ("已不存在", "no longer there"),
    }
)
MEDIA: Final = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "application/msword": "DOC",
    "application/vnd.ms-excel": "XLS",
    "application/ofd": "OFD",
    "application/rtf": "RTF",
    "application/zip": "ZIP",
    "application/vnd.rar": "RAR",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
}


def flag(code: str) -> str:
    """A flag as readers see it: what it says, and its detail if it has one."""
    name, _, detail = code.partition(":")
    shown = FLAGS.get(name, name)
    return say(f"{shown}（{detail}）", f"{shown} ({detail})") if detail else shown


def attachment(row: dict[str, Any]) -> str:
    """What a file is, in a line: type, pages, size, how its text was got, what became of it."""
    media = row["media_type"]
    sure = f"{row['confidence']:.2f}" if row["method"] else ""
    told = [
        MEDIA.get(media, media),
        say(f"{row['pages']} 页", f"{row['pages']} pages") if row["pages"] else "",
        _size(row["bytes"]),
        ROLES.get(row["role"], ""),
        say(f"{row['method']}（可信度 {sure}）", f"{row['method']} (confidence {sure})") if row["method"] else "",
        *(flag(str(code)) for code in json.loads(row["flags"])),
        OUTCOMES.get(row["outcome"], say("未能取得", "not had") if row["outcome"] and not row["sha256"] else ""),
    ]
    return " · ".join(part for part in told if part)


def _size(size: int | None) -> str:
    if size is None:
        return ""
    return f"{size / 1000:,.0f} kB" if size >= 1000 else say(f"{size} 字节", f"{size} bytes")
