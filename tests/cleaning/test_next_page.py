"""An article on several pages says where it goes on; listings and neighbouring articles are no continuation."""

import pytest

from cleaning.clean import clean
from cleaning.report import Page, Report

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


def page(text: str, index: int, count: int = 3) -> Page:
    below = f'<script>createPageHTML({count}, {index}, "t20240326_974894", "shtml");</script>'
    body = f'<body><h1>某局2023年法治政府建设报告</h1><div class="TRS_Editor">{text}</div>{below}</body>'
    return Page(body.encode(), url=address(index))


def address(index: int) -> str:
    return URL.replace(".shtml", f"_{index}.shtml") if index else URL


FIRST, SECOND, THIRD = (
    "<p>某局认真履行职责，全年查处违法行为59件。</p><p>一、主要举措和成效</p>",
    "<p>某局2023年法治政府建设报告</p><p>（一）严格执法。</p>",
    '<p>某局</p><p>2024年3月1日</p><p>附件：<a href="a.pdf">a.pdf</a></p>',
)


def test_pages_are_one_article_with_its_signature_and_files() -> None:
    report = clean(page(FIRST, 0), following={address(1): page(SECOND, 1), address(2): page(THIRD, 2)})
    assert report.body.split("\n") == [
        "某局认真履行职责，全年查处违法行为59件。",
        "一、主要举措和成效",
        "（一）严格执法。",
        "某局",
        "2024年3月1日",
        "附件：a.pdf",
    ]
    assert (report.next_page, "truncated" in report.flags) == (None, False)
    assert (report.signed_date, [file.name for file in report.attachments]) == ("2024-03-01", ["a.pdf"])
    assert report.provenance["pages"] == [address(1), address(2)]


@pytest.mark.parametrize(
    ("following", "missing"),
    [
        ({address(2): page(THIRD, 2)}, 1),
        ({address(1): page(SECOND, 1)}, 2),
        ({address(1): page(FIRST, 1)}, 1),
        ({address(1): page("", 1)}, 1),
        ({address(1): Page("<title>404 Not Found</title><p>您访问的页面不存在</p>".encode())}, 1),
    ],
    ids=["the second is missing", "the third is missing", "the first once more", "an empty page", "an error page"],
)
def test_an_article_with_a_page_missing_says_where(following: dict[str, Page], missing: int) -> None:
    report = clean(page(FIRST, 0), following=following)
    assert (report.next_page, "truncated" in report.flags) == (address(missing), True)
    assert ("严格执法" in report.body) == (missing == 2)


def test_pages_that_lead_in_a_circle_end() -> None:
    back = '<p>（一）严格执法。</p></div><a href="t20240326_974894_1.shtml">下一页</a><div>'
    report = clean(page(FIRST, 0), following={address(1): Page(page(back, 9).content, url=address(2))})
    assert report.next_page == address(1)
    assert report.body.count("严格执法") == 1
