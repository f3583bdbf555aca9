# ruff: noqa: E501 (texts read better unbroken)
"""Text saved or copied from a page is read like the page."""

import json

import pytest
from click.testing import CliRunner

from cleaning.clean import clean
from cleaning.page import plain
from cleaning.report import Page
from crawler.cli import main

TITLE = "云岭县民政局2023年法治政府建设年度报告"
LINES = (
    "2023年，我局认真学习贯彻习近平法治思想，扎实推进法治政府建设，现将有关情况报告如下。",
    "一、主要举措和成效",
    "全年审查合同27份，清理文件5件，聘请法律顾问2名。",
    "二、下一步打算",
    "加强队伍建设，完善监督机制。",
    "云岭县民政局",
    "2024年1月18日",
)
TOPS = (
    f"欢迎访问云岭县民政局网站！\n您当前的位置：首页 > 政务公开 > 年度报告\n{TITLE}\n来源：县民政局　发布时间：2024-01-19　浏览次数：7\n",
    f"• 无障碍\n  • 长者版\n\n    {TITLE}\n\n    2024-01-19 来源：县民政局\n    【字号： 大 中 小】\n",
    f"| 索引号 | 0087/2024-3 | 发布机构 | 县民政局 |\n|---|---|---|---|\n| 标 题 | {TITLE} | 发布日期 | 2024-01-19 |\n\n# {TITLE}\n",
)
BOTTOMS = (
    "",
    "扫一扫在手机打开当前页\n您即将离开“云岭县民政局网站”",
    "\n相关稿件\n\n版权所有：云岭县民政局 滇ICP备00000000号\n",
)


@pytest.mark.parametrize("top", TOPS)
@pytest.mark.parametrize("bottom", BOTTOMS)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\n        "])
def test_a_saved_text_loses_what_stood_around_it(top: str, bottom: str, between: str) -> None:
    text = top + between.join(LINES) + "\n" + bottom
    report = clean(Page(text.encode()))
    assert report.body.split("\n") == list(LINES)
    assert (report.title, report.issuer, report.published) == (TITLE, "云岭县民政局", "2024-01-19")
    assert report.is_report
    assert not report.flags


def test_a_table_of_markdown_is_a_table() -> None:
    table = "| 类别 | 2022年 | 2023年 |\n| --- | :---: | ---: |\n| 行政检查 |  | 88 |\n"
    report = clean(Page("\n".join([TITLE, *LINES[:3], table, *LINES[3:]]).encode()))
    assert report.body.split("\n") == [*LINES[:3], "类别\t2022年\t2023年", "行政检查\t\t88", *LINES[3:]]


def test_signs_of_markup_in_a_text_stay() -> None:
    lines = (LINES[0], "印发<云岭县救助办法>等文件，3<5，A&B。", *LINES[1:])
    assert clean(Page("\n".join(lines).encode())).body.split("\n") == list(lines)


def test_copied_text_goes_through_the_command() -> None:
    done = CliRunner().invoke(main, ["clean", "-"], input="\n".join([TOPS[0] + LINES[0], *LINES[1:]]))
    assert done.stdout.splitlines() == list(LINES)


ROWS = (("某街道2023年法治政府建设年度报告", "/a/1.html"), ("某街道2022年法治政府建设年度报告", "/a/2.html"))
DATA = json.dumps(
    {"total": 2, "rows": [{"title": title, "url": url} for title, url in ROWS]}, ensure_ascii=False, indent=1
)


@pytest.mark.parametrize(
    "answer",
    [
        "\n".join(f'<li><a href="{url}">{title}</a><span>2024-01-18</span></li>' for title, url in ROWS),
        "\n".join(f"<tr><td>{title}</td>\n<td>2024-01-18</td></tr>" for title, _ in ROWS),
        "\n".join(f"<dd\n>{title}</dd>" for title, _ in ROWS),
        DATA,
        f"show({DATA})",
        f"\ufeff\n[{DATA},\n{DATA}]",
        DATA[:-9],
        "{rows:\n[" + ",".join(f"'{title}'" for title, _ in ROWS) + "]}",
        "[1,\n2]",
    ],
)
def test_neither_rows_nor_data_are_a_text(answer: str) -> None:
    assert not plain.is_plain(answer)
    report = clean(Page(answer.encode(), content_type="text/html; charset=utf-8"))
    assert (report.body, report.is_report) == ("", False)


@pytest.mark.parametrize("first", ["[摘要]", "[2024]3号", "{附件}", "［索引号］0087/2024-3"])
def test_brackets_alone_make_no_data(first: str) -> None:
    assert plain.is_plain("\n".join([first, TITLE, *LINES]))
