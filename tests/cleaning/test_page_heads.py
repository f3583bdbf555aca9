# ruff: noqa: E501 (markup reads better unbroken)
"""What stands above and below a report's text, in forms of other sites: each field is told by what agrees."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cleaning.clean import clean
from cleaning.report import Page, Report

TITLE = "白石县水利局2025年法治政府建设年度报告"
TEXT = (
    "<p>2025年，我局认真学习贯彻习近平法治思想，扎实推进依法行政各项工作，现将法治政府建设有关情况报告如下。</p>"
    "<p>一、主要举措和成效</p><p>全年审查合同16件，开展执法检查120次，立案查处违法案件8件，办理行政许可事项96件。</p>"
    "<p>二、存在的不足和原因</p><p>执法力量仍然薄弱，普法宣传的形式还不够丰富，个别制度还需要进一步完善。</p>"
)
SITE = "白石县人民政府门户网站"
H1 = f"<h1>{TITLE}</h1>"
INFO = "<div>发布时间：2026-01-16 来源：白石县水利局</div>"


def read(title: str, head: str, text: str = TEXT, foot: str = "", **known: str) -> Report:
    html = f'<html><head><meta charset="utf-8"><title>{title}</title></head><body>{head}<div id="zoom">{text}</div>{foot}</body></html>'
    return clean(Page(html.encode(), url="http://www.baishi.gov.cn/zw/t20260116_9.html", **known))


TITLES = {
    "name of the site twice": (f"{TITLE} 白石县人民政府网_{SITE}", H1 + INFO),
    "site before column and title": (f"{SITE} 法治政府 {TITLE}", H1 + INFO),
    "site's title only": (SITE, f'<div class="logo"><h1>{SITE}</h1></div><h3>{TITLE}</h3>' + INFO),
    "logo without a class": (SITE, f"<h1>白石县水利局</h1><div><h2>{TITLE}</h2></div>{INFO}"),
    "fourth level": ("白石县水利局", f"<h4>{TITLE}</h4>"),
    "sixth level": ("白石县水旱灾害防治中心", f"<h6>{TITLE}</h6>"),
    "breadcrumb in a heading": (TITLE, f"<h2>首页 &gt; 政务公开 &gt; {TITLE}</h2>{H1}{INFO}"),
    "heading in two": (f"{TITLE}-{SITE}", "<h1>白石县水利局</h1><h2>2025年法治政府建设年度报告</h2>" + INFO),
    "heading in two, site's title": (SITE, "<h1>白石县水利局</h1><h2>2025年法治政府建设年度报告</h2>" + INFO),
    "title of the column": ("法治政府建设年度报告", H1),
    "escaped twice": (TITLE.replace("法治", "&amp;#27861;&amp;#27835;"), H1 + INFO),
    "no heading": (f"{TITLE} - {SITE}", INFO),
    "plain line above the byline": (SITE, f"<div>{TITLE}</div>{INFO}"),
}


@pytest.mark.parametrize("name", TITLES)
def test_titles(name: str) -> None:
    report = read(*TITLES[name])
    assert (report.title, report.is_report, report.report_year) == (TITLE, True, 2025)


ISSUERS: dict[str, tuple[str, str, str, str | None]] = {
    "short name signs": ("2025年法治政府建设年度报告", "<p>省国资委</p><p>2026年1月9日</p>", "", "省国资委"),
    "two sign": ("2025年法治政府建设年度报告", "<p>白石县财政局 白石县水利局</p><p>2026年1月9日</p>", "", "白石县财政局 白石县水利局"),
    "signs without a date": ("2025年法治政府建设年度报告", "<p>白石县水利局</p>", "", "白石县水利局"),
    "region, foot names the body": ("白石县2025年法治政府建设年度报告", "", "<p>主办：白石县人民政府办公室</p>", "白石县人民政府"),
    "region without a government": ("云溪片区2025年法治政府建设年度报告", "<p>云溪片区管理局将继续努力。</p>", "", "云溪片区管理局"),
    "region that nobody names": ("云溪片区2025年法治政府建设年度报告", "", "", None),
    "site keeps what the text calls our bureau": ("2025年法治政府建设年度报告", "", "<p>版权所有：白石县水利局</p>", "白石县水利局"),
    "site of another body": ("2025年法治政府建设年度报告", "", "<p>版权所有：白石县人民政府办公室</p>", None),
}  # fmt: skip


@pytest.mark.parametrize("name", ISSUERS)
def test_issuers(name: str) -> None:
    title, closing, foot, issuer = ISSUERS[name]
    assert read(title, f"<h1>{title}</h1>", TEXT + closing, foot).issuer == issuer


SOURCES = {
    "来源：白石县水利局2026-01-16 09:20": "白石县水利局",
    "2026-01-16 来源：白石县水利局 作者：赵某": "白石县水利局",
    "发布时间：2026-01-16 来源：白石县水利局记者 赵某": "白石县水利局",
    "发布时间：2026-01-16 来源：白石县水利局（编辑：赵某）": "白石县水利局",
    "本文来源于：白石县水利局": "白石县水利局",
    "本文来源：白石县水利局 发布时间：2026-01-16": "白石县水利局",
    "来源：2026-01-16": None,
}


@pytest.mark.parametrize("line", SOURCES)
def test_sources(line: str) -> None:
    assert read(TITLE, f"{H1}<div>{line}</div>").source == SOURCES[line]


PATHS = {
    "list": "<div><b>当前位置：</b><ul><li><a href=/>首页</a></li><li><a href=/a>政务公开</a></li><li>法治政府</li></ul></div>",
    "spans": "<div><span>您的位置：</span><span><a href=/>首页</a></span><span><a href=/a>政务公开</a></span><span>法治政府</span></div>",
    "boxes": "<div><div>当前位置</div><div><a href=/>首页</a></div><div><a href=/a>政务公开</a></div><div><a href=/b>法治政府</a></div></div>",
    "signs": "<div>当前位置：<a href=/>首页</a> &gt; <a href=/a>政务公开</a> &gt; <a href=/b>法治政府</a></div>",
}


@pytest.mark.parametrize("name", PATHS)
def test_paths(name: str) -> None:
    menu = "<ul><li><a href=/c>机构职能</a></li><li><a href=/d>办事指南</a></li></ul>"
    assert read(TITLE, PATHS[name] + menu + H1 + INFO).column_path == ["首页", "政务公开", "法治政府"]


@pytest.mark.parametrize("number", ["鄂ICP备2021000123号-2", "鄂ICP备2021000123-1号", "京ICP备05000001号"])
def test_filing_numbers_are_kept_whole(number: str) -> None:
    assert read(TITLE, H1, foot=f"<p>版权所有 {number} 网站地图</p>").icp == number


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("成文日期：2026-01-09 发布日期：2026-01-16", "2026-01-16"),
        ("发文日期：2026-01-09 发布日期：2026-01-16", "2026-01-16"),
        ("发布时间：1970-01-01 更新时间：2026-01-16", "2026-01-16"),
        ("发布日期：２０２６年１月１６日", "2026-01-16"),
    ],
)
def test_the_day_of_publication(line: str, day: str) -> None:
    assert read(TITLE, f"{H1}<div>{line}</div>").published == day


@pytest.mark.parametrize("line", ["白石县水利局令2025年第3号", "白石县水利局令 第3号"])
def test_an_order_names_its_number_and_who_gives_it(line: str) -> None:
    report = read("白石县取水管理办法", f"<h1>白石县取水管理办法</h1><p>{line}</p>")
    assert (report.doc_number, report.issuer) == ("".join(line.split()), "白石县水利局")


FIELDS: list[tuple[str, Any]] = [
    ("title", TITLE),
    ("pubDate", "2026-01-16"),
    ("docNo", "白水〔2026〕2号"),
    ("ly", "白石县水利局"),
]
OTHER: list[tuple[str, Any]] = [("bt", TITLE), ("release_time", 1768521600000), ("wh", "白水〔2026〕2号"), ("source_name", "白石县水利局")]  # fmt: skip


@pytest.mark.parametrize("fields", [FIELDS, OTHER])
@pytest.mark.parametrize("shape", ["flat", "beside", "above"])
def test_fields_of_a_service(fields: list[tuple[str, Any]], shape: str) -> None:
    stated = dict(fields)
    data = {
        "flat": {**stated, "content": TEXT},
        "beside": {"info": stated, "content": TEXT},
        "above": {**stated, "body": {"html": TEXT}},
    }[shape]
    report = clean(Page(json.dumps({"code": 0, "data": data}).encode(), content_type="application/json"))
    assert (report.title, report.published, report.doc_number, report.source) == (
        TITLE,
        "2026-01-16",
        "白水〔2026〕2号",
        "白石县水利局",
    )


@pytest.mark.parametrize(
    "data",
    [
        {"rows": [{"biaoti": TITLE, "neirong": TEXT, "fbsj": "2026-01-16"}]},
        {"d": json.dumps({"Title": TITLE, "Content": TEXT, "PubDate": "2026-01-16"})},
        {"title": TITLE, "content": TEXT.replace("<", "&lt;").replace(">", "&gt;"), "publishTime": "2026-01-16"},
    ],
)
def test_a_text_under_any_name_and_in_any_wrapping(data: dict[str, Any]) -> None:
    report = clean(Page(json.dumps(data).encode(), content_type="application/json"))
    assert (report.title, report.published, report.body.split("\n")[1]) == (TITLE, "2026-01-16", "一、主要举措和成效")
