"""What follows a text: its last lines once more, its signature below a menu, teasers of other articles."""

from __future__ import annotations

from cleaning.clean import clean
from cleaning.report import Page, Report
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
