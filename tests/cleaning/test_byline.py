# ruff: noqa: E501 (markup reads better unbroken)
"""The byline parts title and text on pages whose containers say little."""

import pytest

from cleaning.body.byline import below_byline, is_byline, title_line
from cleaning.clean import clean
from cleaning.page.lines import Line
from cleaning.report import Page, Report

TITLE = "青川市妇幼保健院办公家具采购成交公告"
INFO = "发布日期：2024-03-26　　浏览数：　　字号：〖大 中 小〗"
MENU = "".join(
    f'<td class="menu"><a href="/{i}">{name}</a></td>'
    for i, name in enumerate(("网站首页", "办事指南", "采购信息", "来信咨询"))
)
FOOT = "<p>版权所有：青川市财政局 技术支持：青川信息有限公司</p><p>政府网站标识码：3609990064 赣ICP备12345678号</p>"
LABELS = (
    "一、项目编号：青采〔2024〕7号",
    "二、项目名称：办公家具",
    "三、成交信息：",
    "供应商名称：青川家具厂",
    "名称：青川市妇幼保健院",
)
SENTENCES = "".join(
    f"<p>第{i}项工作已经完成，有关情况已向市政府报告，下一步将继续推进各项措施落实。</p>" for i in range(5)
)


def read(middle: str, head: str = "") -> Report:
    html = f"<html><head>{head}</head><body><table><tr>{MENU}</tr></table>{middle}{FOOT}</body></html>"
    return clean(Page(html.encode(), url="https://www.example.gov.cn/n/1.html"))


@pytest.mark.parametrize("attribute", ['id="qcfontzoom"', 'class="k7"'])
def test_short_labelled_lines_in_layout_tables(attribute: str) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in LABELS)
    report = read(
        f'<table><tr><td><table><tr><td class="n1">{TITLE}</td></tr><tr><td>{INFO}</td></tr><tr><td></td></tr>'
        f"<tr><td {attribute}>{paragraphs}</td></tr></table></td></tr></table>",
        "<title>青川市政府采购网</title>",
    )
    assert report.body.split("\n") == list(LABELS)
    assert (report.title, report.site_name, report.published) == (TITLE, "青川市政府采购网", "2024-03-26")


def test_title_and_byline_inside_the_container_are_no_text() -> None:
    text = ["我局近日对两家单位的违法行为作出处罚。", "有关单位应当引以为戒，依法经营。"]
    report = read(
        f'<div class="main"><div class="content"><h2>要闻</h2><p>日期：2024-03-26　来源：青川市司法局</p><div>{text[0]}<br>{text[1]}</div></div></div>',
        '<meta name="PubDate" content="2024-05-01 08:00:00"><meta name="others" content="页面生成时间 2024-05-01 08:00:00">',
    )
    assert report.body.split("\n") == text
    assert (report.published, report.source) == ("2024-03-26", "青川市司法局")


@pytest.mark.parametrize(
    "above",
    [
        "<div>发文单位：青川市司法局 发布日期：2024年3月26日</div>",
        "<table><tr><td>发布机构：</td><td>青川市司法局</td></tr><tr><td>时效状态：</td><td>现行有效</td></tr></table>",
    ],
)
def test_a_few_words_below_the_byline_are_the_text(above: str) -> None:
    assert read(f'{above}<div id="content"><p>请遵照执行</p></div>').body == "请遵照执行"
    assert read('<div id="content"><p>请遵照执行</p></div>').body == ""


def test_body_that_only_repeats_the_title_is_empty() -> None:
    name = "青川市成品油最高零售价格表"
    report = read(
        f'<div><div class="title">{name}</div><p>发布日期：2024-03-26</p><div class="TRS_Editor"><p>{name}</p></div><a href="./P1.pdf">价格表.pdf</a></div>',
        f'<meta name="ArticleTitle" content="{name}">',
    )
    assert report.body == ""
    assert "body_in_attachment" in report.flags


def test_byline_in_a_title_box_is_no_title() -> None:
    name = "青川市国资委关于王某任职的通知"
    report = read(
        f'<div class="xl"><div class="title">{name}</div><div class="title_info"><span>发布时间：2024-03-26 11:40:11</span></div></div>'
        '<div class="articleBox"><p>各有关单位：</p><p>经研究，任命王某为青川水务公司董事，试用期一年。特此通知，请遵照执行，并做好有关工作。</p></div>'
    )
    assert (report.title, report.issuer) == (name, "青川市国资委")


@pytest.mark.parametrize(
    ("name", "issuer"),
    [
        ("青川市司法局关于公布执法事项清单的公告", "青川市司法局"),
        ("青川市人民政府办公室转发市司法局关于推进调解工作意见的通知", "青川市人民政府办公室"),
        ("青川市司法局、青川市财政局关于印发补贴办法的通知（试行）", "青川市司法局、青川市财政局"),
        ("关于青川市司法局办公地址变更的公告", None),
        ("青川市司法局关于《调解办法》的解读", None),
    ],
)
def test_titles_of_documents_name_who_issues_them(name: str, issuer: str | None) -> None:
    report = read(f'<div class="TRS_Editor">{SENTENCES}</div>', f'<meta name="ArticleTitle" content="{name}">')
    assert report.issuer == issuer


def test_listing_with_summaries_has_no_title_line() -> None:
    rows = [
        Line(text)
        for i in range(3)
        for text in (
            f"青川市第{i}次会议召开",
            f"发布时间：2024-03-2{i} 浏览次数：{i}",
            "会议强调有关事项",
            "详情",
            "更多",
            "动态",
        )
    ]
    assert title_line(rows) is None
    assert title_line(rows[:6]) == 0


def test_title_over_two_lines_is_read_from_its_heading() -> None:
    whole = "青川市司法局关于公布执法事项清单的公告"
    report = read(
        f'<h3>{whole[:8]}<br>{whole[8:]}</h3><p>{INFO}</p><div class="nr"><p>现公布执法事项清单，自公布之日起施行，请社会各界予以监督，有意见可以反映。</p></div>'
    )
    assert report.title == whole


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("发布时间：2024-03-26 11:40 来源：青川市司法局", True),
        ("信息来源： 青川日报　2024年3月26日", True),
        ("2024-03-26", False),
        ("时间：2024年5月1日上午9时", False),
        ("来源：青川市司法局", False),
        ("本办法自发布日期：2024年5月1日起施行。", False),
    ],
)
def test_what_is_an_byline(text: str, sure: bool) -> None:
    assert is_byline(text) is sure


def test_text_with_a_source_below_is_not_cut() -> None:
    lines = [Line("我局依法履职，全年办理案件12件。"), Line("数据来源：局网站 2024-03-26"), Line("二、问题")]
    assert below_byline(lines, 0, 3) == 0


def test_text_below_a_metadata_table_whose_elements_have_no_names() -> None:
    lines = [
        "各县人民政府，市政府各部门：",
        "为推动信用建设，现将有关事项通知如下。",
        "青川市人民政府办公室",
        "2024年1月5日",
        "（此件公开发布）",
    ]
    table = "".join(
        f"<tr><td>{label}</td><td>{value}</td></tr>"
        for label, value in (
            ("文件编号：", "—　—"),
            ("发文机关：", "青川市人民政府办公室"),
            ("发布日期：", "2024年1月10日"),
        )
    )
    text = "".join(f"<p>{line}</p>" for line in lines)
    report = read(f"<table>{table}</table><div>{text}</div><div>扫一扫在手机打开当前页</div><div>解读</div>")
    assert report.body.split("\n") == lines
    assert (report.doc_number, report.issuer, report.published) == (None, "青川市人民政府办公室", "2024-01-10")


def test_signature_beside_a_lone_paragraph_belongs_to_the_text() -> None:
    paragraph = "现将有关事项通知如下，请各单位结合实际认真贯彻执行，并于规定期限内将落实情况报送市政府办公室，逾期不报的予以通报。"
    report = read(
        f"<h3>{TITLE}</h3><p>{INFO}</p><div><p>{paragraph}</p><p>青川市财政局</p><p>2024年3月5日</p>"
        '<p><a href="/a.doc">附件1 青川市代理机构报名信息登记表填写说明.doc</a></p></div>'
    )
    assert report.body.split("\n")[:3] == [paragraph, "青川市财政局", "2024年3月5日"]


def test_listing_rows_with_date_and_source_are_no_byline() -> None:
    rows = "".join(
        f'<li><a href="/t{i}.html">青川市第{i}次会议召开，研究有关工作。 来源：青川日报 发布日期：2024-03-2{i}</a></li>'
        for i in range(2)
    )
    assert read(f"<ul>{rows}</ul><div>本网站由青川市人民政府主办，欢迎监督</div>").body == ""


def test_menus_above_the_byline_are_no_text() -> None:
    menus = "".join(
        f"<p>{name}</p>"
        for name in ("机构职能", "领导之窗", "政策文件", "新闻发布", "便民服务", "数据开放", "专题专栏", "信息公开")
    )
    report = read(
        f"<div>{menus}<p>1-3月青川市固定资产投资</p><p>{INFO}</p>{SENTENCES}</div>",
        "<title>1-3月青川市固定资产投资</title>",
    )
    assert report.body.split("\n")[0].startswith("第0项工作")
    assert report.title == "1-3月青川市固定资产投资"


@pytest.mark.parametrize("named", ["<title>青川市人民政府 工作动态</title>", ""])
def test_title_that_only_the_first_line_states(named: str) -> None:
    name = "青川市司法局关于征集立法项目建议的公告"
    table = "<table><tr><td>索  引  号: 0145/2020-1</td><td>发文机关:  青川市司法局</td><td>成文日期:  2024-03-26</td></tr></table>"
    report = read(f"{table}<div><p>{name}</p>{SENTENCES}</div>", named)
    assert report.title == name
    assert (report.index_number, report.signed_date) == ("0145/2020-1", "2024-03-26")
    assert name not in report.body


def test_labels_that_follow_each_other_without_a_blank() -> None:
    report = read(
        f'<h1>{TITLE}</h1><div>发布日期：2024-03-26 浏览次数：信息来源：青川市发改局</div><div id="zoom">{SENTENCES}</div>'
    )
    assert (report.source, report.published) == ("青川市发改局", "2024-03-26")


@pytest.mark.parametrize(
    "opening",
    ['span id="detailContent"', 'td id="qcfontzoom"', 'div class="Custom_UnionStyle"', 'span id="ReportIDtext"'],
)
def test_names_that_mean_an_article_hold_for_few_words(opening: str) -> None:
    tag = opening.split()[0]
    cell = f"<{opening}><p>请遵照执行</p></{tag}>"
    assert read(f"<table><tr>{cell}</tr></table>" if tag == "td" else cell).body == "请遵照执行"
    assert read(f'<div class="side"><span class="detailContent">{"请遵照执行"}</span></div>').body == ""


def test_many_boxes_with_bylines_hold_no_text() -> None:
    box = '<div class="box"><p>要闻</p><p>来源：青川日报 2024-03-26</p>' + "<p>动态</p>" * 5 + "</div>"
    report = read(box * 3000)
    assert report.body == ""
