# ruff: noqa: E501 (markup reads better unbroken)
"""Hostile pages come back, with a record; the runner's time limit is the watch."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaning.clean import clean
from cleaning.record import Page

HEAD = "<html><head><title>t</title></head><body>"
SENTENCE = "第一，认真学习贯彻落实。"
PAGES = {
    "deep": HEAD + "<div>" * 100_000 + SENTENCE * 20,
    "deep and unclosed": HEAD + "<div id=zoom>" + "<span><b>" * 20_000 + SENTENCE,
    "nested tables": HEAD + "<table><tr><td>" * 5_000 + SENTENCE,
    "rows": HEAD + "<div class=TRS_Editor><table>" + "<tr><td>1</td><td>某单位</td></tr>" * 100_000 + "</table></div>",
    "one character": HEAD + "<div class=TRS_Editor><p>" + "一" * 1_000_000 + "</p></div>",
    "spaces": HEAD + "<div class=TRS_Editor>" + " \n" * 500_000 + SENTENCE,
    "open tags": HEAD + "<" * 1_000_000,
    "metas": "<meta " * 200_000,
    "scripts": HEAD + "<script>" * 100_000,
    "comments": HEAD + "<!--" * 200_000,
    "attributes": HEAD + "<div " + " ".join(f"a{i}=1" for i in range(100_000)) + ">" + SENTENCE,
    "labels": HEAD + "<p>" + "来源：" * 200_000,
    "trail": HEAD + "当前位置：" + "> " * 200_000,
    "links": HEAD + '<a href="x.pdf">文</a>' * 30_000,
    "strings": "<script>" + '"\\' * 300_000 + "</script>",
    "objects": "[" * 100_000,
    "data": "_CONFIG={" * 50_000,
    "hidden": HEAD + '<div style="display:none">' * 20_000 + SENTENCE,
    "containers": HEAD + "<div id=zoom class=TRS_Editor>文，字。</div>" * 20_000,
    "large": HEAD + "<div><a href=x>链接文字</a><p>第一，认真学习贯彻落实。</p></div>\n" * 60_000,
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", PAGES)
def test_comes_back(name: str) -> None:
    report = clean(Page(PAGES[name].encode(), url="http://www.example.gov.cn/"))
    assert isinstance(report.body, str)
    if name in ("rows", "one character"):
        assert len(report.body) >= 599_999
    if name in ("deep", "deep and unclosed", "spaces"):
        assert SENTENCE in report.body


PIECES = st.sampled_from(
    ["<div>", "</div>", '<div id="zoom">', "<table>", "<tr>", "<td>", "</td>", "<p>", "<!--", "-->", "<script>", "</script>", "<a href='x.pdf'>",
     "</a>", "来源：", "现将情况报告如下：", "\x00", "\x0e1;", "\x17", "\x18", "\ud83d\ude00", "<meta name=ContentStart>", "&nbsp;", "2024年3月2日", "{", '"',
     "<b>", "首页 > ", '<p style="display:none">', "第一，贯彻。", "\n", "<", "&#x110000;", "&#xd800;", "&#14;7;", "&#x0f;7;", "&#23", "&#00024;", "<svg>", "<template>", "</body>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_markup(html: str) -> None:
    page = Page(html.encode("utf-8", "surrogatepass"))
    first = clean(page).as_dict()
    assert clean(page).as_dict() == first
    assert not set("\x01\x02\x03\x04\x05\x06\x0e\x0f\x14\x15\x16\x17\x18\x19") & set(first["body"])
    first["body"].encode()
