"""Markdown of a cleaned page."""

from __future__ import annotations

from cleaning.clean import clean
from cleaning.markdown import render
from cleaning.report import Page

PAGE = """<html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="某市2024年法治政府建设情况报告"></head><body>
<div id="zoom"><p>现将2024年法治政府建设情况报告如下。</p><p>一、主要举措和成效</p><p>（一）加强学习</p>
<p>全年开展*集中*学习12次，处理 a_b 与 [链接]。</p>
<table><tr><td>类别</td><td>件数</td></tr><tr><td>行政复议|诉讼</td><td>3</td></tr></table></div></body></html>"""


def test_headings_tables_and_characters_that_mean_something_in_markdown() -> None:
    text = render(clean(Page(PAGE.encode())))
    blocks = text.split("\n\n")
    assert blocks[0] == "# 某市2024年法治政府建设情况报告"
    assert "## 一、主要举措和成效" in blocks
    assert "### （一）加强学习" in blocks
    assert r"全年开展\*集中\*学习12次，处理 a\_b 与 \[链接\]。" in blocks
    assert blocks[-1] == "| 类别 | 件数 |\n| --- | --- |\n| 行政复议\\|诉讼 | 3 |\n"
