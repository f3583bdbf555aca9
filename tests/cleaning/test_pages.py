"""An article on several pages says where it goes on; listings and neighbouring articles are no continuation."""

import pytest

from cleaning.clean import clean
from cleaning.record import Page, Report

URL = "https://www.example.gov.cn/zwgk/202403/t20240326_974894.shtml"


def read(below: str, url: str = URL) -> Report:
    text = "<p>我局认真履行职责，全年查处违法行为59件。</p><p>一、主要举措和成效</p>"
    return clean(Page(f'<body><div class="TRS_Editor">{text}</div><div>{below}</div></body>'.encode(), url=url))


@pytest.mark.parametrize(
    ("below", "url", "following"),
    [
        ('<a href="t20240326_974894_1.shtml">下一页</a>', URL, "t20240326_974894_1.shtml"),
        (
            '<a href="./t20240326_974894_2.shtml">下一页 &gt;</a>',
            URL.replace(".shtml", "_1.shtml"),
            "t20240326_974894_2.shtml",
        ),
        ('<script>createPageHTML(3, 0, "t20240326_974894", "shtml");</script>', URL, "t20240326_974894_1.shtml"),
        (
            '<a href="?id=7&page=2">下一页</a>',
            "https://www.example.gov.cn/zwgk/202403/show.jsp?id=7&page=1",
            "show.jsp?id=7&page=2",
        ),
    ],
)
def test_article_goes_on(below: str, url: str, following: str) -> None:
    report = read(below, url)
    assert report.next_page == f"https://www.example.gov.cn/zwgk/202403/{following}"
    assert "truncated" in report.flags
    assert report.body.endswith("一、主要举措和成效")


@pytest.mark.parametrize(
    ("below", "url"),
    [
        ('<a href="t20240327_974999.shtml">下一页</a>', URL),
        ('<a href="javascript:void(0)">下一页</a>', URL),
        ('<a href="https://other.example/t20240326_974894_1.shtml">下一页</a>', URL),
        ('<script>createPageHTML(1, 0, "t20240326_974894", "shtml");</script>', URL),
        ('<a href="index_2.html">下一页</a>', "https://www.example.gov.cn/zwgk/202403/index.html"),
        ('<a href="t20240326_974894_1.shtml">下一篇</a>', URL),
    ],
)
def test_article_ends_here(below: str, url: str) -> None:
    report = read(below, url)
    assert report.next_page is None
    assert "truncated" not in report.flags
