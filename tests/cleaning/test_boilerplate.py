"""Boilerplate goes, also the kind no rule knows; what recurs inside reports stays."""

import pytest

from cleaning.body import boilerplate
from cleaning.body.learn import learn
from cleaning.clean import clean, read_page
from cleaning.report import Page
from tests.cleaning.templates import BOTTOM, FOOT, INFO, TOP

ODD_TOP = "☆ 青川生态环境 ☆ 碧水蓝天你我同行"
ODD_BOTTOM = "温馨提示：本站内容如有疏漏，请拨打服务热线0999-7654321。"
BANNER = "生态文明 从我做起 绿色低碳 从今做起"
CLOSING = "特此报告。"
OPENING = "现将有关情况报告如下："


def page(year: int, title_year: int | None = None) -> Page:
    lines = [ODD_TOP, OPENING, "一、工作情况", f"{year}年查处违法行为{year % 100}件，罚款{year}元。", "二、存在不足"]
    lines += [
        f"{year}年力量不足，经费紧张。",
        "三、下一步打算",
        f"{year + 1}年继续努力，完善制度{year % 10}项。",
        CLOSING,
    ]
    lines += ["青川市生态环境局", f"{year + 1}年3月2日", BANNER, ODD_BOTTOM]
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = f'<meta name="ArticleTitle" content="青川市生态环境局{year}年法治政府建设情况报告">'
    html = (
        f'<html><head>{head}</head><body><div>青川市生态环境局</div><div class="TRS_Editor">{body}</div></body></html>'
    )
    return Page(html.encode(), url=f"https://www.example.gov.cn/{year}.html")


def test_second_page_is_clean() -> None:
    first = page(2022)
    remembered = learn(first, clean(first))
    lines = clean(page(2023), frozenset(remembered)).body.split("\n")
    assert lines[0] == OPENING
    assert lines[-3:] == [CLOSING, "青川市生态环境局", "2024年3月2日"]


def test_the_lines_the_cleaning_saw_teach_what_the_page_teaches() -> None:
    first = page(2022)
    cleaned = read_page(first)
    assert learn(first, cleaned.report, cleaned.lines) == learn(first, cleaned.report)


def test_what_no_reader_sees_is_not_remembered() -> None:
    layer = "<div style='display: none'>您访问的链接即将离开本网站</div>"
    first = Page(page(2022).content.replace(b"<body>", f"<body>{layer}".encode()))
    cleaned = read_page(first)
    assert not any("即将离开" in text for text in learn(first, cleaned.report, cleaned.lines).values())


def test_a_listing_teaches_before_the_first_page() -> None:
    listing = Page(f"<body><div>{ODD_TOP}</div><ul><li>{BANNER}</li></ul><p>{ODD_BOTTOM}</p></body>".encode())
    assert clean(page(2023), frozenset(learn(listing))).body.split("\n")[0] == OPENING


def test_memory_never_eats_the_text() -> None:
    everything = Page(page(2023).content)
    lines = clean(page(2023), frozenset(learn(everything))).body.split("\n")
    assert {OPENING, "一、工作情况", "2023年力量不足，经费紧张。", CLOSING, "青川市生态环境局", "2024年3月2日"} <= set(
        lines
    )


def test_unsure_pages_teach_nothing() -> None:
    empty = Page(b"<body><a href=/>x</a></body>")
    assert learn(empty, clean(empty)) == {}


@pytest.mark.parametrize(
    "line", [*TOP, *INFO, *BOTTOM, *FOOT, "TOP", "【打印】", "首页 > 政务公开", "大 中 小", "浏览次数：12"]
)
def test_catalogue(line: str) -> None:
    assert boilerplate.is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "2020年3月2日",
        "二〇二〇年三月二日",
        "青川市生态环境局",
        "现将有关情况报告如下：",
        "分享改革经验，推动工作落实。",
        "扎实推进网站建设，浏览量达3万次。",
        "位置偏远的企业检查不够。",
        "相关部门协作不够紧密。",
        "编辑普法手册500册。",
        "（此件公开发布）",
        "一、下载量居前的政策文件",
        "评论员队伍建设有待加强。",
        "20",
    ],
)
def test_text_is_no_boilerplate(line: str) -> None:
    assert not boilerplate.is_boilerplate(line)
