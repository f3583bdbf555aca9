"""What follows a text: its last lines once more, its signature below a menu, teasers, remarks, nothing more."""

from __future__ import annotations

import pytest

from cleaning.clean import clean
from cleaning.report import Page, Report
from tests.cleaning.templates import TEMPLATES, Document
from tests.damage.measure import LINES

_MENU = "".join(f'<li><a href="/{name}/">{name}</a></li>' for name in ("信息公开", "网上办事", "互动交流", "走进县情"))


def _read(text: str, below: str = "", box: str = '<div class="TRS_Editor">') -> Report:
    head = '<html><head><meta charset="utf-8"><title>某县水利局2023年法治政府建设情况报告</title></head><body>'
    page = f"{head}<h1>某县水利局2023年法治政府建设情况报告</h1><p>2024-03-26</p>{box}{text}</div>{below}</body></html>"
    return clean(Page(page.encode(), url="http://www.example.gov.cn/a/t1.html"), with_figures=False)


def _paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def test_last_lines_that_follow_once_more_stand_once() -> None:
    for size in (5, 8):
        report = _read(_paragraphs(LINES) + _paragraphs(LINES[-size:]))
        assert report.body.split("\n") == list(LINES)


def test_other_last_lines_stay() -> None:
    more = (*LINES[:-2], *(f"第{at}项工作已按期完成，取得了良好的社会成效和法治成效。" for at in range(8)), *LINES[-2:])
    assert _read(_paragraphs(more)).body.split("\n") == list(more)


def test_a_signature_below_a_menu_belongs_to_the_text() -> None:
    text = f"{_paragraphs(LINES[:-2])}<ul>{_MENU}</ul>{_paragraphs(LINES[-2:])}"
    assert _read(text, box="<div>").body.split("\n") == list(LINES)


def test_teasers_between_links_raise_no_doubt() -> None:
    teasers = "".join(
        f'<div><a href="/n/{at}.html">要闻之{at}</a><p>近日，某地第{at}次开展活动，帮助群众了解政策…</p></div>'
        for at in range(8)
    )
    assert "low_confidence" not in _read(_paragraphs(LINES[:4]), teasers).flags


_REMARKS = {
    "a heading and names": "<p>网友评论（6）</p><p>用户10233：写得很好，学习了。</p><p>用户88：希望公开更多数据。</p>",
    "a count and a list": "<h4>共2条评论</h4>"
    "<ul><li><b>甲</b><p>感谢公开。</p></li><li><b>乙</b><p>支持！</p></li></ul>",
    "no heading": "<p>网友小李：什么时候公布下一期？</p><p>网友阳光：建议增加数据图表。</p>",
    "a form above": "<div>发表评论</div><div>昵称</div><div>最新评论</div><p>报告很详细，期待明年的工作成效。</p>",
    "long ones": "<p>全部评论</p><p>某居民</p><p>2024年4月1日</p><p>小区噪音问题请继续跟进。</p>",
}


@pytest.mark.parametrize("remarks", _REMARKS.values(), ids=_REMARKS)
@pytest.mark.parametrize("lines", [LINES, LINES[:-2]], ids=["signed", "unsigned"])
def test_remarks_of_readers_are_none_of_the_text(remarks: str, lines: tuple[str, ...]) -> None:
    assert _read(_paragraphs(lines) + remarks).body.split("\n") == list(lines)
    assert _read(_paragraphs(lines), remarks).body.split("\n") == list(lines)


def test_a_letter_and_its_answer_are_the_text() -> None:
    letter = (
        "网友留言(1)",
        "网友小李：请问水费如何缴纳？",
        "网友小李：另外，停水通知在哪里看？",
        "答复：可在服务大厅缴纳。",
    )
    assert _read(_paragraphs(letter)).body.split("\n")[-3:] == list(letter[1:])


def test_a_page_cut_soon_after_a_document_within_it_says_so() -> None:
    page = TEMPLATES["nested_documents"](Document(LINES))
    cut = page[: page.index(LINES[2][:4])]
    report = clean(Page(cut.encode(), url="http://www.example.gov.cn/a/t1.html"), with_figures=False)
    assert "truncated" in report.flags
