"""Titles of annual rule-of-law reports in the forms agencies use, and of everything that looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaning.document.classify import KINDS, classify, is_candidate

REPORTS = [
    ("武汉市生态环境局江汉区分局2024年法治政府建设年报", 2024),
    ("市生态环境局增城区分局2019年开展法治政府建设工作报告", 2019),
    ("厦门市生态环境局关于2024年法治政府建设情况的报告", 2024),
    ("重庆市生态环境局2024年度法治政府建设情况报告", 2024),
    ("2020年静海区法治政府建设情况报告", 2020),
    ("中共浚县县委 浚县人民政府关于2024年法治政府建设情况的报告", 2024),
    ("【2022年】州生态环境局2022年度法治政府建设报告", 2022),
    ("关于2025年法治政府建设情况的报告", 2025),
    ("2018年上海市法治政府建设情况的报告", 2018),
    ("重庆市人民政府关于法治政府建设工作情况的报告", None),
    ("2025年陇西县法治政府建设情况", 2025),
    ("四川省交通运输厅 2025年法治政府部门建设工作情况", 2025),
    ("重庆市荣昌区生态环境局\n 关于2023年 法治政府建设情况的报告", 2023),
    ("济南市生态环境局2025年度法治政府建设报告", 2025),
    ("呼中区教育局关于2025年度法治政府建设工作报告", 2025),
    ("关于江汉区分局2025年法治政府建设情况报告", 2025),
    ("某市水利局2018年度依法行政工作报告", 2018),
    ("某市司法局2017年推进依法行政建设法治政府情况的报告", 2017),
    ("某市工商行政管理局2015年依法行政工作总结", 2015),
    ("某区卫计局2016年法治政府建设暨依法行政工作总结", 2016),
    ("某市财政局2022年度法治建设年度报告", 2022),
    ("国家税务总局某县税务局2023年度法治税务建设情况报告", 2023),
    ("某区公安分局2023年度法治公安建设情况报告", 2023),
    ("某县人民政府关于二〇二四年法治政府建设情况的报告", 2024),
    ("二○二一年度某区法治政府建设工作报告", 2021),
    ("某局二零二三年度法治政府建设年度报告", 2023),
    ("关于２０２２年度法治政府建设情况的报告", 2022),
    ("某局 2023 年度法治政府建设年度报告 （ 2024 年 2 月 ）", 2023),
    ("某市住房和城乡建设局法治政府建设年度报告（2024年度）", 2024),
    ("某局法治政府建设年度报告2021", 2021),
    ("某区财政局2022法治政府建设年度报告", 2022),
    ("某街道办事处2023年度推进法治政府建设情况报告", 2023),
    ("某镇2021年度法治建设工作情况报告", 2021),
    ("某经济技术开发区管理委员会关于2022年度法治政府建设情况的报告", 2022),
    ("某局2021年度贯彻落实《法治政府建设实施纲要（2021—2025年）》情况的报告", 2021),
    ("2020年度法治政府建设情况报告_某市人民政府门户网站", 2020),
    ("某市商务局2022年法治政府建设情况报告 - 某市商务局", 2022),
    ("某市2024年法治政府建设年度报告.pdf", 2024),
    ("《某市2023年法治政府建设情况报告》", 2023),
    ("某局2024年法治政府建设年度报告公示", 2024),
    ("某县人民政府2022年法治政府建设情况报告（县政府办）", 2022),
    ("某县人民政府2024年法治政府建设情况的报告（某政文〔2025〕12号）", 2024),
    ("某局2023年度法治政府建设工作总结及2024年工作计划", 2023),
    ("关于2021年度法治政府建设情况和2022年度工作安排的报告", 2021),
    ("某市民政局2023年度法治政府建设情况报告及2024年重点工作", 2023),
    ("某市2023年法治政府建设情况暨党政主要负责人履行推进法治建设第一责任人职责情况报告", 2023),
    ("法治政府建设2022年度工作情况报告", 2022),
    ("2024-01-05 某局2023年法治政府建设年度报告", 2023),
    ("某局2023年度法治政府建设工作报告2024-12-31", 2023),
    ("【市统计局】2023年法治政府建设年度报告", 2023),
    ("某市龍湖區教育局2022年法治政府建設年度報告", 2022),
    ("2023年法治政府建设年度报告：某区教育局", 2023),
    ("2023年度法治政府建设工作报告(2023年1月-12月)", 2023),
]

NAMES_THAT_LOOK_LIKE_REFUSALS = [
    "某市统计局2023年度法治政府建设情况报告",
    "某市第1区统计局2023年度法治政府建设情况报告",
    "某县统计和大数据局2023年法治政府建设年度报告",
    "国家统计局某调查队2022年法治政府建设情况报告",
    "某市审计局2023年度法治政府建设情况报告",
    "某示范区管委会2023年法治政府建设工作报告",
    "某区人民政府督查室2023年度法治政府建设情况报告",
    "某市自然资源和规划局2023年法治政府建设年度报告",
    "某市政务公开办公室2023年法治政府建设情况报告",
    "某县机关事务管理局关于2023年度法治政府建设情况的报告",
]

LOOK_ALIKES = [
    ("下陆区卫生健康局2021年政府信息公开工作年度报告", "disclosure_report"),
    ("某市2024年政务公开工作总结", "disclosure_report"),
    ("2023年政府网站工作年度报表", "website_report"),
    ("【政策解读】关于《清水县人民政府关于清水县2023年度法治政府建设工作总结的报告》的政策解读", "interpretation"),
    ("【图解】2023年某市法治政府建设年度报告", "interpretation"),
    ("一图读懂2023年某市法治政府建设年度报告", "interpretation"),
    ("2018年法治政府建设年报发布评估报告出炉", "evaluation"),
    ("某局2022年度法治政府建设自查报告", "evaluation"),
    ("关于法治政府建设情况的调研报告", "evaluation"),
    ("云南省法治政府建设年度报告工作规定", "rule"),
    ("深圳市法治政府建设年度报告事项指引(试行)", "rule"),
    ("关于做好法治政府建设情况报告工作的通知", "notice"),
    ("关于报送2023年度法治政府建设情况报告的通知", "notice"),
    ("关于报送2023年法治政府建设年度报告的函", "notice"),
    ("省人民政府关于印发贵州省2018年法治政府建设工作要点的通知", "plan"),
    ("某市法治政府建设实施方案（2021—2025年）", "plan"),
    ("某局2024年法治政府建设工作计划", "plan"),
    ("市政府常务会议审议2019年度法治政府建设情况报告", "meeting_news"),
    ("某局召开法治政府建设工作推进会", "meeting_news"),
    ("某市发布2023年法治政府建设年度报告", "meeting_news"),
    ("某市政府向市人大常委会报告2023年法治政府建设情况", "meeting_news"),
    ("法治政府建设督察反馈问题整改情况报告", "inspection"),
    ("某局局长2023年度述法报告", "personal_duty"),
    ("2023年度法治政府建设第一责任人职责情况报告", "personal_duty"),
    ("某市2023年法治政府建设示范创建工作情况报告", "model_creation"),
    ("创建全国法治政府建设示范市倡议书", "model_creation"),
    ("某局2023年度行政执法统计年报", "statistics"),
    ("法治政府建设年度报告公开情况一览表", "statistics"),
    ("某局2023年上半年法治政府建设工作总结", "periodic_report"),
    ("某局2022年第三季度法治政府建设工作情况报告", "periodic_report"),
    ("某县2023年1-6月依法行政工作情况", "periodic_report"),
    ("2018-2020年法治政府建设情况报告", "multi_year_report"),
    ("某市“十三五”时期法治政府建设工作总结", "multi_year_report"),
    ("2023年许昌市生态环境状况公报", "other"),
    ("某市2024年政府工作报告", "other"),
    ("2023年度法治乡村建设工作总结", "other"),
    ("法治化营商环境建设工作报告", "other"),
    ("某区多措并举推进法治政府建设工作", "other"),
    ("某大学2023年度法治工作报告", "other"),
]


class TestTitlesAlone:
    @pytest.mark.parametrize(("title", "year"), REPORTS)
    def test_a_report_and_its_year(self, title, year):
        found = classify(title)
        assert (found.is_report, found.report_year, found.kind) == (True, year, "annual_report")

    @pytest.mark.parametrize("title", NAMES_THAT_LOOK_LIKE_REFUSALS)
    def test_the_issuer_s_own_name_refuses_nothing(self, title):
        assert classify(title).is_report

    @pytest.mark.parametrize(("title", "kind"), LOOK_ALIKES)
    def test_a_look_alike_is_named_for_what_it_is(self, title, kind):
        found = classify(title)
        assert (found.is_report, found.kind) == (False, kind)

    def test_the_verdict_can_be_read(self):
        assert "reading aid" in classify("一图读懂2023年法治政府建设年度报告").reason


class TestYear:
    @pytest.mark.parametrize(
        ("title", "paragraph", "column", "published", "year"),
        [
            ("某局2024年法治政府建设年度报告", "现将2023年情况报告如下", "2022年度", "2025-02-01", 2024),
            (
                "某局法治政府建设年度报告",
                "2021年底以前…现将2023年法治政府建设情况报告如下:",
                "2022年度",
                "2025-02-01",
                2023,
            ),
            ("某局法治政府建设年度报告", "2023年,我局贯彻《纲要(2021-2025年)》,情况如下", "", "", 2023),
            ("某局法治政府建设年度报告", "根据《实施方案(2021~2025年)》,现将2024年度工作报告如下", "", "", 2024),
            ("某局法治政府建设年度报告", "现将有关情况报告如下", "年度报告 > 2022年度", "2024-02-01", 2022),
            ("某局法治政府建设年度报告", "", "", "2024-03-20", 2023),
            ("某局法治政府建设年度报告", "", "", "2024-12-31", 2024),
            ("某局法治政府建设年度报告", "", "", "", None),
            ("市政府2025年关于2024年度法治政府建设情况的报告", "", "", "", 2024),
            ("某政〔2025〕5号某市关于2024年度法治政府建设情况的报告", "", "", "", 2024),
        ],
    )
    def test_title_then_text_then_column_then_publication(self, title, paragraph, column, published, year):
        found = classify(title, column=column, first_paragraph=paragraph, published=published)
        assert (found.is_report, found.report_year) == (True, year)

    def test_a_span_of_years_has_no_report_year(self):
        found = classify("2021-2023年法治政府建设情况报告", published="2024-02-01")
        assert (found.is_report, found.report_year) == (False, None)


class TestWithTheBody:
    OPENING = "2024年,我局贯彻落实法治政府建设要求,推进依法行政。现将相关情况报告如下:"

    def test_a_page_without_title_is_known_by_its_opening(self):
        found = classify("", first_paragraph=self.OPENING)
        assert (found.is_report, found.report_year) == (True, 2024)

    def test_the_opening_may_stand_below_a_salutation(self):
        found = classify(
            "", first_paragraph="市委、市政府:", text=f"市委、市政府:\n{self.OPENING.replace('现将', '现将2023年')}"
        )
        assert (found.is_report, found.report_year) == (True, 2023)

    def test_a_cut_title_is_decided_by_the_body(self):
        cut = "某街道办事处关于2024年度法治政府建..."
        assert not classify(cut).is_report
        assert classify(cut, first_paragraph=self.OPENING).is_report

    def test_a_generic_title_needs_column_and_body(self):
        column = "法治政府建设年度报告 > 2024年度"
        body = "一、主要工作\n内容\n二、存在的问题\n内容\n三、下一步打算\n内容"
        assert classify("2024年度", column=column, text=body).is_report
        assert not classify("2024年度", column=column, text="本栏目暂无内容").is_report
        assert not classify("2024年度", column="通知公告", text=body).is_report

    def test_a_title_that_could_be_the_column_s_name_needs_a_body(self):
        assert not classify("法治政府建设年度报告").is_report
        assert is_candidate("法治政府建设年度报告")
        assert classify("法治政府建设年度报告", first_paragraph=self.OPENING).is_report

    def test_a_letter_that_carries_the_report(self):
        title = "某局关于报送2024年法治政府建设年度报告的函"
        assert classify(title, first_paragraph=self.OPENING).is_report

    def test_a_clear_look_alike_is_believed_over_its_body(self):
        for title in (
            "某局2024年政府信息公开工作年度报告",
            "一图读懂法治政府建设年度报告",
            "2025年法治政府建设工作要点",
        ):
            assert not classify(title, column="法治政府建设年度报告", first_paragraph=self.OPENING).is_report

    def test_a_report_title_in_a_column_of_reading_aids(self):
        found = classify("某县2023年度法治政府建设情况报告", column="政务公开 > 政策解读")
        assert (found.is_report, found.kind) == (False, "interpretation")


class TestCandidates:
    @pytest.mark.parametrize("title", [title for title, _ in REPORTS])
    def test_every_report_is_fetched(self, title):
        assert is_candidate(title)

    @pytest.mark.parametrize("title", [title for title, _ in LOOK_ALIKES if "的函" not in title])
    def test_no_look_alike_is(self, title):
        assert not is_candidate(title, "法治政府建设年度报告")

    @pytest.mark.parametrize(
        "title",
        [
            "广州市某区人民政府某街道办事处关于2024年度法治政府建...",
            "某局2023年法治政…",
            "某局关于2023年度...",
            "某县水务局2023年…",
            "某县林业局2023年法…",
            "2023年度依…",
            "关于印发2023年法治政府建设情况报告的通知",
        ],
    )
    def test_titles_that_do_not_tell_are_fetched_from_any_column(self, title):
        assert is_candidate(title, "通知公告")

    @pytest.mark.parametrize("title", ["2024年度", "年度报告", "某市生态环境局某区分局", "关于2024年工作情况的报告"])
    def test_titles_without_a_subject_are_fetched_from_a_dedicated_column_only(self, title):
        assert is_candidate(title, "政务公开 > 法治政府建设年度报告")
        assert not is_candidate(title, "通知公告")
        assert not is_candidate(title, "政府信息公开年报")

    @pytest.mark.parametrize(
        "title",
        [
            "某市生态环境损害赔偿管理办法...",
            "某局召开法治政府建设...",
            "春节放假安排",
            "",
            "元旦联欢2023年…",
            "某局2023年工",
        ],
    )
    def test_other_rows_are_not(self, title):
        assert not is_candidate(title, "通知公告")


texts = st.text(max_size=60)
pieces = st.lists(
    st.sampled_from(
        ["法治政府", "建设", "2024年", "报告", "的通知", "《", "》", "(", "【", "关于", "...", "局", "年报", " "]
    )
    | texts,
    max_size=8,
).map("".join)


class TestAnyText:
    @settings(deadline=None)
    @given(pieces, texts, texts, texts, texts)
    def test_every_input_gets_a_verdict(self, title, column, paragraph, published, text):
        found = classify(title, column, paragraph, published, text)
        assert found.kind in KINDS
        assert found.reason
        assert found.is_report == (found.kind == "annual_report")
        assert found.report_year is None or 1999 <= found.report_year <= 2099

    @settings(deadline=None)
    @given(pieces, texts)
    def test_every_report_row_is_a_candidate(self, title, column):
        if classify(title).is_report:
            assert is_candidate(title, column)

    @settings(deadline=None)
    @given(
        st.sampled_from([title for title, _ in REPORTS]),
        st.integers(0, 40),
        st.sampled_from([" ", "\u3000", "\n", "\xa0"]),
    )
    def test_blanks_change_nothing(self, title, position, blank):
        spaced = title[:position] + blank + title[position:]
        assert classify(spaced) == classify(title)

    @pytest.mark.parametrize("unit", ["-", "【", "(", "《", "年", "2", "法", "局", "。", "关于", "2024年"])
    def test_endless_repetition_is_answered(self, unit):
        endless = unit * 500_000
        assert not classify(endless, endless, endless, endless, endless).is_report


@pytest.mark.parametrize("form", ["{at}\t{name}\t点击查看", "{name}", "{at}. {name}", "{name} 2024年度报告.pdf"])
@pytest.mark.parametrize("count", [2, 3, 8])
def test_a_text_that_only_names_agencies_is_a_collection(form: str, count: int) -> None:
    names = [f"某市{each}局" for each in ("教育", "水利", "财政", "民政", "审计", "统计", "公安", "司法")[:count]]
    text = "\n".join(form.format(at=at, name=name) for at, name in enumerate(names, 1))
    title = "市直部门2024年度法治政府建设情况报告公开"
    assert classify(title, text=text).kind == ("collection" if count > 2 else "annual_report")
    assert classify(title, text=f"现将情况报告如下。\n{text}").is_report
