"""Titles of reports as portals show them, with all that stands around a title, and what is told apart by structure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaning.document.classify import classify, is_candidate
from cleaning.document.rules_version import RULES_VERSION

COLUMN = "法治政府建设年度报告"
AROUND = [
    ("白石县卫生健康局2023年法治政府建设年度报告【更正】", 2023),
    ("白石县卫生健康局2023年法治政府建设年度报告（更新版）", 2023),
    ("云溪区教育体育局2022年度法治政府建设情况报告（公示稿）V2", 2022),
    ("云溪区教育体育局2022年度法治政府建设情况报告_最终版", 2022),
    ("云溪区人民政府关于2021年度法治政府建设情况的报告（盖章扫描件）", 2021),
    ("云溪区商务局2021年法治政府建设年度报告（1）.doc", 2021),
    ("云溪区商务局2024年法治政府建设年度报告(20250213定稿)", 2024),
    ("云溪区商务局2024年法治政府建设年度报告_20250213", 2024),
    ("云溪区商务局2024年法治政府建设年度报告copy", 2024),
    ("云溪区商务局2024年法治政府建设年度报告 (复件)", 2024),
    ("NEW! 云溪区商务局2024年法治政府建设年度报告", 2024),
    ("【热】云溪区商务局2024年法治政府建设年度报告", 2024),
    ("云溪区商务局2024年法治政府建设年度报告[hot]", 2024),
    ("云溪区商务局2024年法治政府建设年度报告★", 2024),
    ("云溪区商务局2024年法治政府建设年度报告!!!", 2024),
    ("云溪区商务局2024年法治政府建设年度报告（2025年2月修改）", 2024),
    ("云溪区商务局2024年法治政府建设年度报告（电子版）", 2024),
    ("云溪区商务局2024年法治政府建设年度报告(OFD版)", 2024),
    ("云溪区商务局2024年法治政府建设年度报告（全文下载）", 2024),
    ("二Ο二Ο年云溪区交通运输局法治政府建设工作报告", 2020),
    ("云溪区交通运输局二⭕二一年法治政府建设工作报告", 2021),
    ("云溪镇二○二○年度依法行政工作总结", 2020),
    ("云溪镇二零二三年度推进法治政府建设工作情况报告", 2023),
    ("２O２２年云溪区水利局法治政府建设年度报告", 2022),
    ("关于云溪区应急管理局2023年度法治政府建设工作情况的报告（云应急〔2024〕3号）", 2023),
    ("云溪区2023年度法治政府建设年度报告（含统计表）", 2023),
]
HELD = [
    ("云溪区民政局2023年法治政府建设年度报告 办公室 王某", 2023),
    ("云溪区民政局2023年度法治政府建设报告公示截图", 2023),
    ("云溪区民政局考核材料之2022年度法治政府建设情况报告", 2022),
    ("关于公布《云溪区2023年法治政府建设年度报告》的通知", 2023),
]
OTHERS = [
    "云溪区2023年法治政府建设年度报告【长图】",
    "三分钟看懂云溪区2023年法治政府建设年度报告",
    "动漫解读：云溪区2023年法治政府建设年度报告",
    "漫说云溪区2023年法治政府建设年度报告",
    "云溪区2023年法治政府建设年度报告（图解版）",
    "H5丨云溪区2023年法治政府建设年度报告来了",
    "近三年云溪区法治政府建设工作报告",
    "2022年全区三年来依法行政工作总结",
    "云溪区2019年、2020年法治政府建设情况报告",
    "云溪区2019—2021年度法治政府建设情况报告",
    "云溪区本届政府法治政府建设工作报告（2017-2021）",
    "云溪区2022年1－9月法治政府建设情况报告",
    "云溪区2023年一至三季度法治政府建设工作总结",
    "云溪区2023年1—2月行政执法统计表",
    "云溪区2023年前三季度法治政府建设情况报告",
    "云溪区审计局2023年第一季度依法行政工作报告",
    "云溪区2023年法治政府建设年度报告（征求意见稿）",
    "区政府党组会议研究2023年法治政府建设年度报告",
    "云溪区2024年法治政府建设任务清单",
    "关于开展2023年度法治政府建设年度报告公开情况检查的通报",
    "云溪区法治政府建设年度报告编写模板",
    "云溪区人大代表视察2023年法治政府建设情况报告",
    "云溪区2023年度重大行政决策执行情况报告",
]
NOUNS = ("年度报告", "情况的报告", "工作情况报告", "年报", "工作总结")
ENDINGS = (
    "", "（修订）", "（修改稿）", "(2026年更正)", "（Word版）", "【PDF】", "（20260118）", "-副本", " - 副本 (3)", "_2",
    "NEW", "New!",
    "hot", "（已公示）new", "（终稿）", ".docx", "（扫描件）.pdf", "（附：统计表）", "（2026年1月）", "★", "20260118",
)  # fmt: skip
HEADS = ("", "【公告】", "[置顶]", "NEW ", "1、", "● ")
YEARS = ("2025年", "２０２５年", "二〇二五年", "二O二五年度", "二◯二五年", "二0二五年度", "2О25年")
BODY = "一、主要举措和成效\n全年审查合同12件。\n二、存在的问题\n力量不足。\n三、下一步打算\n加强培训。"
AGENCIES = ("白石县水利局", "云溪区统计局", "白石县人民政府", "国家税务总局云溪区税务局")


@pytest.mark.parametrize(("title", "year"), AROUND)
def test_what_stands_around_a_title_is_no_part_of_it(title: str, year: int) -> None:
    found = classify(title)
    assert (found.is_report, found.report_year) == (True, year)


@settings(deadline=None, max_examples=200)
@given(*map(st.sampled_from, (HEADS, AGENCIES, YEARS, NOUNS, ENDINGS)))
def test_every_head_year_noun_and_ending_makes_a_report(
    head: str, agency: str, year: str, noun: str, ending: str
) -> None:
    found = classify(f"{head}{agency}{year}法治政府建设{noun}{ending}")
    assert (found.is_report, found.report_year) == (True, 2025)


@pytest.mark.parametrize(("title", "year"), HELD)
def test_a_title_that_holds_a_report_is_opened_and_judged_by_its_page(title: str, year: int) -> None:
    assert is_candidate(title, "通知公告")
    assert not classify(title).is_report
    opening = f"{year}年，我局认真推进法治政府建设。"
    found = classify(title, first_paragraph=opening, text=f"{opening}\n{BODY}")
    assert (found.is_report, found.report_year) == (True, year)
    assert not classify(title, first_paragraph="会议由区长主持。", text="会议由区长主持。").is_report


@pytest.mark.parametrize("kind", ["公开情况的公告", "公开链接", "公开情况的通告"])
@pytest.mark.parametrize("whose", ["各部门", "县直各单位", "各乡镇（街道）"])
def test_a_page_that_says_where_reports_stand_is_opened_and_is_none(whose: str, kind: str) -> None:
    title = f"白石县{whose}2024年度法治政府建设年度报告{kind}"
    assert is_candidate(title, "通知公告")
    assert not classify(title).is_report


@pytest.mark.parametrize("title", OTHERS)
def test_another_kind_is_not_opened(title: str) -> None:
    assert not is_candidate(title, COLUMN)


@pytest.mark.parametrize("word", ["一图读懂", "图解", "速读", "三图看懂", "（一图读懂）", "【漫画】", "（图解版）"])
@pytest.mark.parametrize("agency", AGENCIES)
def test_a_reading_aid_is_one_before_and_behind_any_agency(word: str, agency: str) -> None:
    title = f"{agency}2025年法治政府建设年度报告"
    assert not is_candidate(f"{title}{word}" if word[0] in "（【" else f"{word}{title}", COLUMN)


@pytest.mark.parametrize(
    "months", ["1-2月", "1－6月", "1—9月", "1至11月", "2~4月", "一至六月", "1月-5月", "10月", "1–8月"]
)
def test_some_months_are_no_year(months: str) -> None:
    found = classify(f"白石县2025年{months}法治政府建设情况报告")
    assert (found.is_report, found.kind) == (False, "periodic_report")


@pytest.mark.parametrize("months", ["1-12月", "1月至12月", "1—12月"])
def test_all_months_are_a_year(months: str) -> None:
    assert classify(f"白石县2025年法治政府建设情况报告（{months}）").is_report


@pytest.mark.parametrize(
    "years", ["近五年", "2021年、2022年", "2021年和2022年", "2020—2022年", "2022年县三年", "2019至2022年度", "过去三年"]
)
def test_several_years_are_no_year(years: str) -> None:
    found = classify(f"{years}法治政府建设工作情况报告")
    assert (found.is_report, found.kind) == (False, "multi_year_report")


def test_the_rules_have_a_version() -> None:
    assert len(RULES_VERSION) == 12
