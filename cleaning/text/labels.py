"""Values that stand after a known label: 发布日期：…, 【信息来源】…, and the rows of metadata tables."""

from __future__ import annotations

import re
from functools import lru_cache


def _spaced(words: str) -> str:
    """Labels are often letter-spaced (文 号, 索 引 号) to fill a table column."""
    return "|".join(r"\s{0,6}".join(word) for word in words.split("|"))


_NAMES = {
    "index_number": "索取号|信息索引号|索引号码|索引号|信息索引",
    "doc_number": "发文字号|发文文号|文件编号|文件字号|公文文号|文件号|文号",
    "issuer": "|".join(
        act + body
        for act in [
            "信息公开",
            "信息发布",
            "公开责任",
            "发布",
            "发文",
            "制发",
            "制文",
            "制定",
            "制作",
            "公开",
            "印发",
            "责任",
        ]
        for body in ("机构", "机关", "单位", "部门", "主体")
    ),
    "published": "发布日期|发布时间|发稿时间|发稿日期|发表时间|发表日期|"
    "公开日期|公开时间|上网时间|上网日期|首次发布|首发时间|信息时间|信息日期|上传时间|录入时间|发布于|创建时间|添加时间",
    "dated": "发文日期|发文时间|时间|日期",
    "updated": "最后更新|更新时间|更新日期|修改时间",
    "signed": "成文日期|成文时间|撰写日期|撰写时间|生成日期|印发日期|制发日期|签发日期",
    "source": "信息来源|文章来源|稿件来源|本文来源|内容来源|来源单位|消息来源|文章出处|出处|稿源|来源|来自",
    "title": "信息名称|文件名称|文件标题|信息标题|标题|名称",
    "other": "主题分类|体裁分类|组配分类|主题词|关键词|关键字|有效性|有效期|"
    "效力状态|公开方式|公开形式|公开类别|公开时限|公开范围|公开属性|"
    "信息类别|信息分类|服务对象|生效日期|失效日期|废止日期|实施日期|"
    "施行日期|执行日期|访问量|浏览量|浏览次数|浏览|访问次数|阅读次数|点击数|"
    "点击次数|点击率|点击量|点击|阅读量|阅读|人气|字号|字体大小|字体|视力保护色|"
    "责任编辑|编辑|发布者|发布人|作者|撰稿|审核|复审|终审|打印|分享到|分享|语种|语言|"
    "时效状态|时效性|关联文号|所属机构|内容概述|内容简介|概述|下载|收藏|保存|关闭|"
    "我要打印|公开目录|载体类型|记录形式|信息格式|隶属类别|主办|承办|"
    "所属主题|分类|机构分类|类别|主题|标签|是否有效|文件类型|统一编号|统一登记号|登记号|相关文件|信息有效性|生命周期",
}
TABLE = frozenset(
    label
    for name in ("index_number", "doc_number", "issuer", "published", "dated", "updated", "signed")
    for label in _NAMES[name].split("|")
) - {"时间", "日期"}
"""Labels of the metadata table that no table of a text uses as a column's name."""
_LABEL = re.compile(
    r"(?:^|(?<=[\s|｜【\[（(•·》>:：]))(?:[【\[]\s{0,3})?(?:"
    + "|".join(f"(?P<{name}>{_spaced(words)})" for name, words in _NAMES.items())
    + r")\s{0,6}(?:[】\]]\s*[:：]?|[:：]|(?=\t)|$)\s*"
)
_UNSPACED = re.compile(
    r"(?:(?P<source>(?:信息|文章|稿件|内容)?来源)|(?P<published>(?:发布|发稿)(?:时间|日期))|"
    r"(?P<issuer>(?:发布|责任|公开责任)(?:单位|机构|部门))|(?P<dated>发文(?:时间|日期)|(?<![文成效施行止新布稿])(?:日期|时间))|(?P<updated>更新(?:时间|日期))|"
    r"(?P<other>(?:浏览|阅读|点击|访问)(?:次数|人次|量|数|率)?|字号|字体(?:大小)?|责任编辑|编辑|作者|分享到?|打印))\s{0,4}[:：]"
)
_ENDS = re.compile(r"\t|\||｜|】|\]|【(?!\s*(?:19|20)\d)")
_INFO = 200
_COLON = re.compile(r"[:：]")
_WIDE = re.compile(r"\s{2,}|\s(?=[\u4e00-\u9fff]{2,6}[:：])")
LONG = 600


def labelled(lines: list[str]) -> dict[str, list[str]]:
    """Values by kind of label, in reading order. A label at the end of a line takes the next line as its value."""
    out: dict[str, list[str]] = {}
    pending = ""
    for line in lines:
        if hits := _hits(line) if len(line) <= LONG else []:
            pending = _add_values(out, line, hits)
        elif pending:
            if len(line) < 120:
                out.setdefault(pending, []).append(_value(line))
            pending = ""
    return out


def _add_values(out: dict[str, list[str]], line: str, hits: list[re.Match[str]]) -> str:
    """Add the values behind the labels of a line; gives the label with which it ends, if it is no table's row."""
    name, rest = "", line
    for at, hit in enumerate(hits, 1):
        name, rest = str(hit.lastgroup), line[hit.end() :]
        value = _value(rest if at == len(hits) else line[hit.end() : hits[at].start()])
        if value:
            out.setdefault(name, []).append(value)
    return "" if rest.strip() or "\t" in line else name


@lru_cache(maxsize=4096)
def _hits(line: str) -> list[re.Match[str]]:
    """The labels of a line in order.

    The parts of a byline are often neighbours without a blank (市司法局发布时间：…): there a label counts after
    another one or after a digit.
    """
    hits = list(_LABEL.finditer(line))
    if len(line) > _INFO or not _COLON.search(line):
        return hits
    out: list[re.Match[str]] = []
    for hit in sorted([*hits, *_UNSPACED.finditer(line)], key=lambda hit: (hit.start(), hit.re is _UNSPACED)):
        if out and hit.start() < out[-1].end():
            continue
        if hit.re is _LABEL or out or (hit.start() and line[hit.start() - 1].isdigit()):
            out.append(hit)
    return out


def _value(text: str) -> str:
    """A value without the signs around it, up to the next label or column."""
    text = text.strip(" \t\u3000\xa0|｜【[•·:：")
    return _WIDE.split(_ENDS.split(text)[0])[0].strip()
