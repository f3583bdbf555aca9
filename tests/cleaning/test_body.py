# ruff: noqa: E501 (markup reads better unbroken)
"""Which part of a page is its text: shapes that mislead, and pages without a text."""

import json
import re
import unicodedata

import pytest

from cleaning.clean import clean
from cleaning.report import Page, Report
from tests.cleaning.templates import FOOT, MENU, RELATED

TEXT = "我局认真履行职责，全年查处违法行为59件。"
MENU_HTML = "<ul>" + "".join(f'<li><a href="/{i}/">{name}</a></li>' for i, name in enumerate(MENU * 4)) + "</ul>"
FOOT_HTML = "".join(f"<p>{line}</p>" for line in FOOT)
HEAD = '<html><head><meta name="ArticleTitle" content="关于2023年法治政府建设情况的报告"></head><body>'


def read(
    middle: str, head: str = HEAD, foot: str = FOOT_HTML, url: str = "https://www.example.gov.cn/a/t1.html"
) -> Report:
    return clean(Page(f"{head}{MENU_HTML}{middle}{foot}</body></html>".encode(), url=url))


def bare(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("length", [20, 40, 60])
def test_short_body_is_not_replaced_by_the_menu(length: int) -> None:
    text = (TEXT * 3)[:length]
    assert read(f'<div class="TRS_Editor"><p>{text}</p></div>').body == text


def test_listing_has_no_body() -> None:
    rows = "".join(
        f'<li><a href="./202403/t{i}.html">{title}{i}</a><span>2024-03-{i + 10}</span></li>'
        for i, title in enumerate(RELATED * 3)
    )
    report = read(f'<div class="list"><ul class="u-list">{rows}</ul></div>', head="<html><title>通知公告</title><body>")
    assert report.body == ""
    assert "empty" in report.flags


def test_home_page_has_no_body() -> None:
    boxes = "".join(f'<div class="box"><h3>{name}</h3>{MENU_HTML}</div>' for name in MENU)
    report = read(f'{boxes}<div class="content">{MENU_HTML}</div>', head="<html><title>青川市生态环境局</title><body>")
    assert report.body == ""
    assert {"empty", "not_a_report"} <= set(report.flags)


def test_image_only() -> None:
    report = read('<div id="zoom"><p style="text-align:center"><img src="./W02024.jpg"></p></div>')
    assert report.body == ""
    assert "image_only" in report.flags


def test_attachment_only() -> None:
    report = read(
        '<div class="TRS_Editor"><p><a href="./P020240326.pdf">青川市2023年法治政府建设情况报告.pdf</a></p></div>'
    )
    assert "body_in_attachment" in report.flags
    assert [file.url for file in report.attachments] == ["https://www.example.gov.cn/a/P020240326.pdf"]


def test_hidden_body_is_read_when_there_is_no_other() -> None:
    report = read(f'<div id="zoom" style="display:none"><p>{TEXT}</p></div>')
    assert report.body == TEXT
    assert report.body_score <= 0.5


def test_cited_titles_in_angle_brackets_survive() -> None:
    text = "制定<许昌市生态环境损害赔偿制度改革工作方案>和<VOCs治理方案>，覆盖3<5家。"
    assert read(f'<div class="ewb-article-content"><p>{text}</p></div>').body == text


def test_page_that_closes_html_early() -> None:
    assert read(f'</body></html><div class="TRS_Editor"><p>{TEXT}</p></div>').body == TEXT


def test_text_outside_paragraphs_lists_and_breaks() -> None:
    report = read(
        '<div class="TRS_Editor">第一行文字，<br>第二行\r\n文字。<ol><li>甲</li><li>乙<ul><li>丙</li></ul></li></ol>末尾&nbsp;&nbsp;文字</div>'
    )
    assert report.body.split("\n") == ["第一行文字，", "第二行文字。", "甲", "乙", "丙", "末尾  文字"]


def test_table_rows_stay_rows() -> None:
    report = read(
        f'<div class="TRS_Editor"><p>{TEXT}</p><table><tr><th>序号</th><th>单位</th></tr><tr><td>1</td><td><p>甲局</p></td></tr></table></div>'
    )
    assert report.body.split("\n")[1:] == ["序号\t单位", "1\t甲局"]


def test_bold_lead_parts_the_heading() -> None:
    report = read(
        f'<div class="TRS_Editor"><p>一、工作</p><p>{TEXT}</p><p><b>（二）</b><strong>完善权责清单管理</strong>根据要求，{TEXT}</p></div>'
    )
    assert any(section.heading == "完善权责清单管理" for section in report.sections)


def test_related_link_inside_the_container_is_no_text() -> None:
    report = read(
        f'<div id="zoom"><p>{TEXT}</p><p>相关文件：<a href="/1.html">{RELATED[0]}</a></p><p>青川市生态环境局</p></div>'
    )
    assert report.body.split("\n") == [TEXT, "青川市生态环境局"]


def test_sentence_with_boilerplate_words_stays() -> None:
    lines = ["相关工作情况报告如下：", "分享到各部门的数据有3万条，扫一扫即可查询。", "打印、关闭等功能已完善。"]
    middle = "".join(f"<p>{line}</p>" for line in lines)
    assert read(f'<div class="TRS_Editor">{middle}</div>').body.split("\n") == lines


@pytest.mark.parametrize("quote", ['"', "'"])
def test_body_in_a_script_string(quote: str) -> None:
    html = "".join(f"<p>第{i}项：{TEXT}</p>" for i in range(6)).replace("/", "\\/")
    report = read(f'<div id="app"></div><script type="text/javascript">var c = {quote}{html}{quote}; show(c);</script>')
    assert bare(report.body) == bare("".join(f"第{i}项：{TEXT}" for i in range(6)))
    assert report.body_source == "script string"


@pytest.mark.parametrize("wrap", ["{}", "callback({});"])
def test_json_file(wrap: str) -> None:
    data = {
        "id": 7,
        "title": "青川市2023年法治政府建设情况报告",
        "date": "2024-03-26 10:00",
        "content": f"<p>{TEXT}</p>",
        "source": "市局",
    }
    report = clean(Page(wrap.format(json.dumps({"data": [data]}, ensure_ascii=False)).encode()))
    assert (report.body, report.title, report.published, report.source) == (TEXT, data["title"], "2024-03-26", "市局")
    assert report.is_report


@pytest.mark.parametrize(
    ("html", "flag"),
    [
        ("<html><title>404 Not Found</title><body><h1>404 Not Found</h1><hr>nginx</body>", "soft_404"),
        ("<html><body><div>抱歉，您访问的页面不存在或已删除！</div><a href='/'>返回首页</a></body>", "soft_404"),
        (
            "<html><head><meta content='x' r='m'></head><body><script>$_ts = window['$_ts'];</script></body>",
            "blocked_page",
        ),
        ("<script>document.cookie='__jsl_clearance=1';location.href=location.pathname</script>", "blocked_page"),
        ("<html><body><h1>403 Forbidden</h1><p>您的请求已被拦截，请联系网站管理员。</p></body>", "blocked_page"),
        ("", "empty"),
    ],
)
def test_pages_that_are_no_page(html: str, flag: str) -> None:
    report = clean(Page(html.encode()))
    assert flag in report.flags
    assert not report.is_report
