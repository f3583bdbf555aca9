# ruff: noqa: E501 (markup reads better unbroken)
"""Hostile pages come back, with a record; the runner's time limit is the watch."""

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaning.clean import clean
from cleaning.report import Page

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
    "links": HEAD + '<a href="x.pdf">文</a>' * 100_000,
    "other links": HEAD + "".join(f'<p><a href="{i}.pdf">文{i}</a></p>' for i in range(30_000)),
    "nested": HEAD + "<div><span>" * 5_000 + SENTENCE,
    "bold pieces": HEAD + "<div id=zoom>" + "<b>一</b>" * 100_000,
    "one letter": HEAD + "<div id=zoom>" + "a" * 1_000_000,
    "hidden pieces": HEAD + f'<div id=zoom>{SENTENCE}<i style="display:none">x</i></div>' * 10_000,
    "content comments": HEAD + "<!--正文开始-->" * 50_000 + SENTENCE,
    "preformatted": HEAD + "<pre>" * 10_000 + "行\n" * 10_000,
    "markup as text": HEAD + "<xmp>" + '<p title="' * 50_000,
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


def test_memory_is_bounded() -> None:
    """A million links, the page of all these that holds the most nodes, come back in less than 1.5 gigabytes."""
    script = (
        "import resource; from cleaning.clean import clean; from cleaning.report import Page;"
        "clean(Page('<body>'.encode() + b'<a href=\"x.pdf\">x</a>' * 1_000_000));"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    assert int(done.stdout) * 1024 < 1.5 * 1024**3


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
    assert not set("\x01\x02\x03\x04\x05\x06\x0e\x0f\x14\x15\x16\x17\x18\x19\x1c\x1d") & set(first["body"])
    assert_sound(first)


def assert_sound(record: dict[str, Any]) -> None:
    """Nothing in the record that UTF-8 or a database's text cannot hold."""
    text = json.dumps(record, ensure_ascii=False)
    text.encode()
    assert "\\u0000" not in text


BAD = "坏\ud800\udc00\udfff\x00题目"
UNSOUND = {
    "json": json.dumps({"title": BAD, "content": f"<p>{BAD}{SENTENCE * 9}</p>", "publisher": BAD, "files": [{"url": f"/{BAD}.pdf", "name": BAD}]}).encode(),
    "script": f"<script>_CONFIG.DETAIL = {json.dumps({'title': BAD, 'content': f'<p>{BAD}{SENTENCE * 9}</p>'})}</script>".encode(),
    "script string": f"<script>var a = '<p>\\ud800\\x00{SENTENCE * 9}</p>'</script>".encode(),
    "references": f"<title>a&#xd800;&#0;b题目</title><meta name=ArticleTitle content='&#xdfff;&#0;题目题目'><div id=zoom>{SENTENCE}&#xd800;</div>".encode(),
    "surrogates in UTF-8": f"<title>{BAD}</title><div id=zoom>{SENTENCE}{BAD}</div>".encode("utf-8", "surrogatepass"),
    "UTF-7": b"<meta charset=utf-7><title>+2AA-+2AA-+2AA-+2AA-\xe9</title><div id=zoom>+2AA-</div>",
    "escapes": b"<meta charset=unicode-escape><title>\\ud800\\ud800\\ud800 \xe9\\x00</title><div id=zoom>\\ud800</div>",
    "UTF-16": "\ufeff<title>\ud800题目</title><div id=zoom>\ud800\x00</div>".encode("utf-16-le", "surrogatepass"),
    "quoted address": f'<div id=zoom>{SENTENCE}<a href="/a%00%ed%a0%80.pdf"></a></div>'.encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", UNSOUND)
def test_record_can_be_stored(name: str) -> None:
    page = Page(UNSOUND[name], "http://www.example.gov.cn/", row_title=BAD, row_date=BAD, row_issuer=BAD, column=BAD)
    assert_sound(clean(page).as_dict())


@pytest.mark.parametrize("label", ["hex", "idna", "undefined", "rot13", "punycode", "utf-32", "bz2", "mbcs", "utf-7"])
def test_labels_that_are_no_encoding_of_pages(label: str) -> None:
    page = Page(f"<meta charset={label}><div id=zoom>{SENTENCE}</div>".encode())
    assert clean(page).body == SENTENCE


PLACES = (
    '<img src="{}/x.jpg">',
    '<p><img data-original="{}/x.png" src="/a.gif"></p>',
    '<a href="{}/z.pdf">附件：z.pdf</a>',
    '<iframe src="{}"></iframe>',
    '<a href="{}">下一页</a>',
    '<base href="{}/">',
)


@pytest.mark.parametrize("address", ["http://[a", "//[b", "http://a]b", "http://\u2100.cn"])
@pytest.mark.parametrize("place", PLACES)
def test_an_address_that_no_browser_can_follow_is_passed_over(place: str, address: str) -> None:
    for url in ("http://www.example.gov.cn/a/t1.html", "", address):
        report = clean(Page((HEAD + "<div id=zoom>" + place.format(address) + "</div>").encode(), url=url))
        assert not any(address in file.url for file in report.attachments)
        assert report.next_page is None
    assert clean(Page(b"%PDF-1.4", url=address)).attachments[0].name == ""
