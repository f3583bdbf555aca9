"""Rows of the metadata tables that stand above articles: labels and their values, in cells or on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaning.page.lines import Line
from cleaning.text.labels import TABLE
from cleaning.text.normalize import squeeze as fold
from cleaning.text.words import words

VALUE = 80
ROW = 300
_LABELS = TABLE | words(
    "主题分类 体裁分类 组配分类 主题词 关键词 有效性 效力状态 名称 标题 信息名称 文件名称 公开方式 公开形式 "
    "公开范围 公开时限 信息分类 生效日期 废止日期 失效日期 实施日期 服务对象 主题 类别 信息来源 来源 内容概述 "
    "公开类别 统一编号 分类 机构分类 所属机构 时效状态 时效性 时效 生命周期"
)
_BOXED = re.compile(r"[【\[]([\u4e00-\u9fff]{2,8})[】\]]")
_NO_VALUE = re.compile(r"[。;!?:,]")


def is_row(text: str) -> bool:
    """True for a row of a metadata table: a label, its value, perhaps another label and its value.

    A label and its value may share a cell: 索引号: 0145/2020-1.
    """
    if len(text) >= ROW:
        return False
    cells = [fold(cell).rstrip(":") for cell in text.split("\t")]
    label, _, value = cells[0].partition(":")
    if value and label in TABLE:
        return True
    if (boxed := _BOXED.match(cells[0])) and boxed[1] in TABLE:
        return True
    labels = [cell in _LABELS for cell in cells]
    return labels[0] and not all(labels) and sum(labels) <= (len(cells) + 1) // 2


def below_labels(lines: Sequence[Line], start: int, end: int) -> int:
    """The start below a list of labels and values that stand on lines of their own (dt and dd).

    The last value counts as one only if no salutation or sentence can be meant: its label may have none.
    """
    at, pairs = start, 0
    while at + 1 < end and lines[at].folded[:40].rstrip(":") in _LABELS:
        value = lines[at + 1].folded[:200]
        if value.rstrip(":") in _LABELS:
            at += 1
            continue
        another = at + 2 < end and lines[at + 2].folded[:40].rstrip(":") in _LABELS
        if len(value) > VALUE or (not another and (not pairs or _NO_VALUE.search(value))):
            at += pairs > 0
            break
        pairs += 1
        at += 2
    return at if pairs else start
