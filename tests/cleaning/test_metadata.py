# ruff: noqa: E501 (markup reads better unbroken)
"""What a page says of itself, where it was read, and the traps around it."""

import pytest

from cleaning.clean import clean
from cleaning.report import Page, Report

TITLE = "青川市生态环境局2023年法治政府建设情况报告"
BODY = "<p>现将2023年法治政府建设情况报告如下：</p><p>参照《青川市办法》（青府办〔2018〕18号）开展工作。</p>"


def read(middle: str, metas: str = "", body: str = BODY, foot: str = "", **known: str) -> Report:
    html = f'<html><head>{metas}</head><body>{middle}<div class="TRS_Editor">{body}</div>{foot}</body></html>'
    return clean(Page(html.encode(), url="https://www.example.gov.cn/tzgg/202401/t20240101_1.html", **known))


def test_frozen_clock_and_address_are_no_dates() -> None:
    report = read("<p>今天是：2019年12月3日 星期二</p><p>发布日期：2024-03-26 浏览次数：</p>")
    assert report.published == "2024-03-26"
    assert read("<p>今天是2019年12月3日星期二</p>").published is None


def test_generation_time_gives_way_to_a_stated_date() -> None:
    metas = '<meta name="PubDate" content="2024-05-01 10:12:44"><meta name="others" content="页面生成时间 2024-05-01 10:12:44">'
    report = read("<p>来源：市局 发布日期：2024-03-26</p>", metas)
    assert report.published == "2024-03-26"
    assert report.provenance["published"]["lost"] == [["meta PubDate (page generation time)", "2024-05-01"]]
    assert read("", metas).published == "2024-05-01"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源:市生态环境局  发布日期: 2024-03-26  访问量: ", "市生态环境局"),
        ("发布时间:2024-03-26 10:30 | 来源:青川市生态环境局", "青川市生态环境局"),
        ("【信息来源：青川市生态环境局】【信息时间：2024-03-26】【阅读次数：12】【字号 大 中 小】", "青川市生态环境局"),
        ("2024-03-26 来源: 青川市生态环境局", "青川市生态环境局"),
        ("发稿时间：2024-03-26 13:15:00 来源：央视新闻客户端 浏览次数：12", "央视新闻客户端"),
        ("发布时间：2024年3月26日 来源： 字号：[大 中 小]", None),
    ],
)
def test_bylines(line: str, source: str | None) -> None:
    report = read(f"<h1>{TITLE}</h1><div>{line}</div>")
    assert (report.published, report.source) == ("2024-03-26", source)


@pytest.mark.parametrize("copies", [1, 2])
def test_metadata_table_with_spaced_labels(copies: int) -> None:
    table = (
        "<table><tr><td>文 号</td><td>无</td><td>发文日期</td><td>2025-02-28 09:00</td></tr>"
        "<tr><td>发布机构</td><td>青川市生态环境局</td><td>有 效 性</td><td>有效</td></tr>"
        f"<tr><td>索 引 号:</td><td>014501068/2020-03530</td><td>成文日期</td><td>2025-02-27</td></tr><tr><td>标 题</td><td>{TITLE}</td></tr></table>"
    )
    report = read(table * copies)
    assert (report.title, report.issuer, report.doc_number) == (TITLE, "青川市生态环境局", None)
    assert (report.published, report.signed_date, report.index_number) == (
        "2025-02-28",
        "2025-02-27",
        "014501068/2020-03530",
    )


def test_cited_numbers_are_not_the_documents() -> None:
    assert read("").doc_number is None
    assert read("", body="<p>青环〔2024〕4号</p>" + BODY).doc_number == "青环〔2024〕4号"


@pytest.mark.parametrize(
    ("code", "foot", "expected"),
    [
        ("3609990064", "", "3609990064"),
        ("bm04000007", "", "bm04000007"),
        ("", "网站标识码：3609990064", "3609990064"),
        ("360000000000000", "", None),
        ("", "<script id='_jiucuo_' sitecode='3609990064' src='x.js'></script>", "3609990064"),
        ("", "赣公网安备 36099902000160号", None),
    ],
)
def test_site_code(code: str, foot: str, expected: str | None) -> None:
    report = read("", f'<meta name="SiteIDCode" content="{code}">', foot=f"<div>{foot}</div>")
    assert report.site_id_code == expected


def test_broken_metas() -> None:
    metas = f'<meta name="ArticleTitle" content="{TITLE}><meta name="PubDate" content="2024-03-26"><meta name=SiteName content=青川>'
    report = read(f"<h1>{TITLE}</h1>", metas)
    assert (report.title, report.published) == (TITLE, "2024-03-26")
    assert (
        read(
            "", '<meta name="ColumnName"content="通知"><META NAME=ArticleTitle CONTENT="关于<b>印发</b>办法的通知">'
        ).title
        == "关于印发办法的通知"
    )


def test_cut_title_gives_way_to_the_whole_one() -> None:
    report = read(
        f"<h1>{TITLE}</h1>", f'<meta name="ArticleTitle" content="{TITLE[:14]}..."><title>{TITLE}-官网</title>'
    )
    assert report.title == TITLE
    assert read("", row_title=TITLE).title == TITLE


@pytest.mark.parametrize(
    ("row", "title"), [(TITLE, "《{}》解读"), (TITLE.replace("2023", "2024"), "{}"), (TITLE, "{}")]
)
def test_what_two_places_of_a_page_say_is_its_title_whatever_the_row_says(row: str, title: str) -> None:
    own = title.format(TITLE)
    middle = (
        f"<table><tr><td><b>{own}</b></td></tr><tr><td>发布日期：2024-01-12　来源：青川市生态环境局</td></tr></table>"
    )
    assert read(middle, f"<title>{own}</title>", row_title=row).title == own


def test_a_part_of_the_rows_title_does_not_replace_it() -> None:
    part = TITLE.removeprefix("青川市生态环境局")
    middle = f"<div>{part}</div><div>发布日期：2024-01-12　来源：青川市生态环境局</div>"
    assert read(middle, f"<title>{part}</title>", row_title=TITLE).title == TITLE


def test_signature_gives_the_full_issuer_and_the_date() -> None:
    body = BODY + "<p>青川市生态环境局东山区分局</p><p>2024年3月2日</p>"
    report = read("", '<meta name="ArticleTitle" content="市生态环境局东山区分局2023年开展法治政府建设工作报告">', body)
    assert (report.issuer, report.signed_date) == ("青川市生态环境局东山区分局", "2024-03-02")
    assert report.body.endswith("青川市生态环境局东山区分局\n2024年3月2日")


def test_issuer_from_the_first_sentence() -> None:
    body = "<p>2024年东江新区生态环境分局在市局的领导下，认真履职。现将有关情况报告如下：</p><p>一、工作</p>"
    report = read("", body=body, row_title="2024年度法治政府建设年度报告")
    assert report.issuer == "东江新区生态环境分局"
    assert report.provenance["issuer"]["from"] == "first sentence"


@pytest.mark.parametrize(
    "trail",
    [
        '<p>您当前的位置: <a href="/">首页</a>&gt; <a href="/z/">政务公开</a>&gt; <a href="/z/f/">法治政府</a></p>',
        '<p>当前位置：<a href="/">首页</a> » <a href="/z/">政务公开</a> » <a href="/z/f/">法治政府</a> » 正文</p>',
        '<div>您所在的位置&nbsp;<a href="/">首页</a>&nbsp;<a href="/z/">政务公开</a>&nbsp;<a href="/z/f/">法治政府</a></div>',
        '<div>当前位置：</div><table><tr><td><a href="/">首页</a></td><td>&gt; <a href="/z/">政务公开</a></td><td>&gt; 法治政府</td></tr></table>',
        f"<p>首页 &gt; 政务公开 &gt; 法治政府 &gt; {TITLE}</p>",
    ],
)
def test_breadcrumbs(trail: str) -> None:
    report = read(trail, f'<meta name="ArticleTitle" content="{TITLE}">')
    assert report.column_path == ["首页", "政务公开", "法治政府"]


def test_nothing_stated_is_none() -> None:
    report = clean(Page(f'<body><div class="TRS_Editor">{BODY}</div></body>'.encode()))
    stated = (report.source, report.doc_number, report.index_number, report.site_name, report.site_id_code, report.icp)
    assert stated == (None,) * 6
    assert (report.published, report.signed_date, report.column_path, report.attachments) == (None, None, None, [])


def test_attachments_by_every_convention() -> None:
    body = (
        '<a href="./P020240326.pdf">报告.pdf</a><a href="/module/download/downfile.jsp?classid=0&filename=ab12.doc">附表</a>'
        '<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=7">目录</a>'
        '<a href="x.html">网页</a><a href="javascript:void(0)">a.pdf</a><a href="p.pdf">下载文字版</a>'
    )
    script = '<script>var hasFJ=\'<a href="./P1.ofd">报告.ofd</a><BR/><a href="./P2.docx">报告.docx</a>\';</script>'
    report = read("", body=BODY + body, foot=script)
    assert [file.name for file in report.attachments] == ["报告.pdf", "附表", "目录", "报告.ofd", "报告.docx"]
    assert all(file.url.startswith("https://www.example.gov.cn/") for file in report.attachments)


@pytest.mark.parametrize("name", ["青川市生态环境局", "中国·青川", "青川经济开发区", "青川市人民政府门户网站"])
def test_page_title_that_is_only_the_site_names_no_article(name: str) -> None:
    report = read(f"<h1>{TITLE}</h1><p>发布日期：2024-03-26 来源：青川日报</p>", f"<title>{name}</title>")
    assert (report.title, report.site_name) == (TITLE, name)
    assert read("", f"<title>{TITLE}</title>").site_name is None
