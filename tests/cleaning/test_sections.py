"""The heading tree: equal to the hand-made gold of the seed reports, and sane on everything else."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaning.document.mandated_parts import heading_parts, report_year_of
from cleaning.document.sections import split_sections
from cleaning.report import Section
from cleaning.text.numbering import read_marker

SEEDS = Path(__file__).parent.parent / "data" / "seeds"
NUMBERS = ["000", "001", "002", "003", "004"]


def seed(number: str) -> tuple[list[str], dict]:
    lines = (SEEDS / f"{number}.body.txt").read_text(encoding="utf-8").splitlines()
    return lines, json.loads((SEEDS / f"{number}.sections.json").read_text(encoding="utf-8"))


def outline(sections: list[Section]) -> list[tuple[int, str, str]]:
    return [(section.level, section.marker, section.heading) for section in sections]


def split(text: str) -> list[Section]:
    return split_sections(text.strip("\n").split("\n"))


class TestSeeds:
    @pytest.mark.parametrize("number", NUMBERS)
    def test_headings_equal_the_gold(self, number):
        lines, gold = seed(number)
        found = [
            {
                "level": s.level,
                "marker": s.marker,
                "ordinal": s.ordinal,
                "text": s.heading,
                "kind": s.kind,
                "line": s.line,
            }
            for s in split_sections(lines)
        ]
        expected = [{key: value for key, value in item.items() if key != "parts"} for item in gold["headings"]]
        assert found == expected

    @pytest.mark.parametrize("number", NUMBERS)
    def test_top_headings_name_the_mandated_parts(self, number):
        lines, gold = seed(number)
        tops = [item for item in gold["headings"] if item["level"] == 1]
        year = report_year_of(lines[: tops[0]["line"]])
        assert [heading_parts(item["text"], year) for item in tops] == [item["parts"] for item in tops]


class TestMarkers:
    @pytest.mark.parametrize(
        ("line", "marker", "ordinal"),
        [
            ("一、加强领导", "一、", 1),
            ("二十一、其他", "二十一、", 21),
            ("　　三．存在的问题", "三．", 3),
            ("（十二）强化监督", "（十二）", 12),
            ("(三)强化监督", "(三)", 3),
            ("1.强化学习", "1.", 1),
            ("１２．强化学习", "１２．", 12),
            ("3、强化学习", "3、", 3),
            ("1.2024年组织学法", "1.", 1),
            ("（2）完善制度", "（2）", 2),
            ("③加强培训", "③", 3),
            ("⑵加强培训", "⑵", 2),
            ("㈡加强培训", "㈡", 2),
            ("第一部分 工作情况", "第一部分", 1),
            ("五 下一步打算", "五", 5),
            ("（四、强化监督", "（四、", 4),
            ("四)强化监督", "四)", 4),
        ],
    )
    def test_reads_every_style_and_keeps_its_characters(self, line, marker, ordinal):
        found = read_marker(line)
        assert found is not None
        assert (found.text, found.ordinal) == (marker, ordinal)

    @pytest.mark.parametrize(
        "line",
        [
            "2.59万元罚没款",
            "1.2万人次参加",
            "12.4 国家宪法日",
            "12.4国家宪法日期间",
            "2024年,我局",
            "二〇二四年,我局",
            "一个案件也没有",
            "一是加强领导",
            "一、二审案件均胜诉",
            "一、二、三级响应",
            "1、2月开展检查",
            "十四五期间",
            "100.加强",
            "（2024年版）",
            "",
            "一",
        ],
    )
    def test_numbers_that_count_something_are_no_markers(self, line):
        assert read_marker(line) is None


class TestHeadings:
    def test_one_topic_per_top_paragraph(self):
        sections = split(
            "一、强化组织领导。镇党委高度重视。\n二、强化学习培训。组织学法12次。\n三、存在问题。力量不足。"
        )
        assert [(s.heading, s.kind, s.part) for s in sections] == [
            ("强化组织领导", "run_in", "measures"),
            ("强化学习培训", "run_in", "measures"),
            ("存在问题", "run_in", "problems"),
        ]

    def test_a_closing_colon_or_full_stop_is_no_part_of_a_heading(self):
        sections = split("一、主要工作:\n内容。\n二、下一步打算。\n内容。\n三、其他情况：\n无。")
        assert [(s.heading, s.kind) for s in sections] == [
            ("主要工作", "line"),
            ("下一步打算", "line"),
            ("其他情况", "line"),
        ]

    def test_a_long_first_sentence_is_a_numbered_paragraph_with_a_label(self):
        line = "(一)执法辅助人员管理得到规范,适用岗位、身份性质、职责权限、权利义务、聘用条件和程序均已明确。"
        (section,) = split(line)
        assert (section.kind, section.heading) == ("numbered_para", "执法辅助人员管理得到规范")

    def test_a_comma_inside_a_cited_title_does_not_end_the_label(self):
        (section,) = split(
            "(一)落实《关于加强监管,优化服务的意见》要求,我局结合实际制定了十余项具体措施并逐项推动落地见效。"
        )
        assert section.heading == "落实《关于加强监管,优化服务的意见》要求"

    def test_the_bold_lead_of_the_page_sets_the_boundary(self):
        line = "(二)完善权责清单管理根据部门权责清单工作要求,我局及时动态调整权责清单,增减行政职权事项等。"
        assert split_sections([line])[0].kind == "numbered_para"
        (section,) = split_sections([line], {0: len("(二)完善权责清单管理")})
        assert (section.kind, section.heading) == ("run_in", "完善权责清单管理")

    def test_a_stray_bold_piece_of_a_word_sets_no_boundary(self):
        (section,) = split_sections(["(一)加强组织领导。我局高度重视。"], {0: len("(一)加强")})
        assert section.heading == "加强组织领导"

    def test_bold_lines_without_numbers_are_headings_but_the_title_and_date_are_not(self):
        lines = [
            "某局2023年法治政府建设情况报告",
            "主要工作",
            "内容。",
            "存在的问题",
            "内容。",
            "2024年1月5日",
        ]
        sections = split_sections(lines, {index: len(lines[index]) for index in (0, 1, 3, 5)})
        assert [(s.level, s.heading, s.part) for s in sections] == [
            (1, "主要工作", "measures"),
            (1, "存在的问题", "problems"),
        ]

    def test_bare_names_of_the_mandated_parts_are_headings_of_an_unnumbered_report(self):
        sections = split(
            "现将2023年情况报告如下:\n主要举措和成效\n内容。\n存在的不足和原因\n内容。\n下一年度主要安排\n内容。"
        )
        assert [s.part for s in sections] == ["measures", "problems", "next_year"]

    def test_a_longer_first_sentence_is_a_heading_above_an_enumeration(self):
        lead = "切实加强党对法治政府建设的领导,着力落实党政主要负责人履行推进法治建设第一责任人职责"
        (section,) = split(f"(一){lead}。一是强化学习。二是强化责任。")
        assert (section.kind, section.heading, section.part) == ("run_in", lead, "leader_duty")
        assert split(f"(一){lead}。我局强化学习。")[0].kind == "numbered_para"

    def test_a_sentence_that_counts_is_no_heading(self):
        sections = split("(一)全年办理行政复议案件12件。其中维持10件。\n(二)组织开展法治培训3次。")
        assert [s.kind for s in sections] == ["numbered_para", "numbered_para"]

    def test_numbers_are_kept_as_published(self):
        sections = split("一、甲\n(一)乙\n1.丙\n(二)丁\n2.戊\n(二)己\n三、庚")
        assert [s.ordinal for s in sections] == [1, 1, 1, 2, 2, 2, 3]
        assert [s.level for s in sections] == [1, 2, 3, 2, 3, 2, 1]

    def test_parts_above_push_every_level_down(self):
        sections = split("第一部分 2023年工作情况\n一、加强领导\n(一)学习\n第二部分 2024年工作计划\n一、抓普法")
        assert outline(sections) == [
            (1, "第一部分", "2023年工作情况"),
            (2, "一、", "加强领导"),
            (3, "(一)", "学习"),
            (1, "第二部分", "2024年工作计划"),
            (2, "一、", "抓普法"),
        ]
        assert [s.part for s in sections] == ["measures", "measures", "measures", "next_year", "next_year"]

    def test_a_table_of_contents_gives_no_sections(self):
        body = "一、主要举措\n内容。\n二、存在的问题\n内容。\n三、下一步安排\n内容。"
        contents = "目　录\n一、主要举措……1\n二、存在的问题 3\n三、下一步安排......5\n"
        assert outline(split(contents + body)) == outline(split(body))
        assert split(contents + body)[0].line == 4

    def test_a_list_of_attachments_is_no_outline(self):
        sections = split("一、工作\n内容。\n附件:1.清单\n2.名册\n3.台账")
        assert outline(sections) == [(1, "一、", "工作")]

    def test_an_empty_body_has_no_sections(self):
        assert split_sections([]) == []


class TestParts:
    @pytest.mark.parametrize(
        ("heading", "parts"),
        [
            ("上一年度推进法治政府建设的主要举措和成效", ["measures"]),
            ("依法全面履行政府职能", ["measures"]),
            ("坚持问题导向,着力解决突出问题", ["measures"]),
            ("强化反馈问题整改,补齐短板弱项", ["measures"]),
            ("存在的不足和原因", ["problems"]),
            ("工作中的问题与困难", ["problems"]),
            ("存在的问题及下一步打算", ["problems", "next_year"]),
            ("存在问题及整改措施", ["problems", "next_year"]),
            ("党政主要负责人履行推进法治建设第一责任人职责,加强法治政府建设的有关情况", ["leader_duty"]),
            ("主要负责人履职情况", ["leader_duty"]),
            ("下步工作思路", ["next_year"]),
            ("2024年工作展望", ["next_year"]),
            ("今后努力方向", ["next_year"]),
            ("其他需要报告的情况", ["other"]),
        ],
    )
    def test_words_of_real_headings(self, heading, parts):
        assert heading_parts(heading, 2023) == parts

    def test_a_year_makes_a_plan_only_after_the_report_year(self):
        assert heading_parts("2024年重点工作", 2023) == ["next_year"]
        assert heading_parts("2024年重点工作", 2024) == ["measures"]
        assert heading_parts("2023年重点工作开展情况") == ["measures"]

    def test_deeper_headings_inherit_unless_they_name_a_part(self):
        sections = split(
            "一、2023年工作情况\n(一)履行第一责任人职责情况\n内容\n(二)聚焦突出问题抓整改\n内容\n"
            "二、存在的问题和下一步计划\n(一)存在的问题\n1.力量不足\n(二)下一步计划\n1.补齐存在的短板\n2.压实第一责任人职责"
        )
        assert [s.part for s in sections] == [
            "measures",
            "leader_duty",
            "measures",
            "problems",
            "problems",
            "problems",
            "next_year",
            "next_year",
            "next_year",
        ]

    def test_items_below_a_combined_heading_belong_to_the_plan_once_it_has_begun(self):
        lines = ["一、存在的问题和下一步打算", "1.力量不足", "下一步,我局将:", "1.深化学习", "2.强化执法"]
        assert [s.part for s in split_sections(lines)] == ["problems", "problems", "next_year", "next_year"]


MARKS = ["一、", "(一)", "（二）", "1.", "2、", "（1）", "①", "第一部分", "一是", "目录", "附件:", "12.4"]
WORDS = ["三、存在的不足和下一步安排", "下一步,", "主要工作", "存在的问题", "我局办理案件16件。", "原因", "2024年"]
fragments = st.sampled_from([*MARKS, *WORDS, ",", "。", "《", "》", "“", "  "])
paragraphs = st.lists(fragments, max_size=6).map("".join) | st.text(max_size=40).map(lambda t: t.replace("\n", " "))
bodies = st.lists(paragraphs, max_size=12)
leads = st.dictionaries(st.integers(0, 12), st.integers(-3, 60), max_size=5)


class TestAnyText:
    @settings(deadline=None)
    @given(bodies, leads)
    def test_sections_tile_the_body(self, lines, run_ins):
        text = "\n".join(lines)
        sections = split_sections(lines, run_ins)
        for section, following in itertools.pairwise(sections):
            assert section.end + 1 == following.start
            assert section.line < following.line
        if sections:
            assert sections[-1].start < sections[-1].end <= len(text)
        for section in sections:
            assert section.start == len("\n".join(lines[: section.line])) + (1 if section.line else 0)
            assert section.heading
            assert section.heading in lines[section.line]
            assert section.part is not None

    @settings(deadline=None)
    @given(st.data())
    def test_an_unmarked_paragraph_changes_no_heading(self, data):
        headings = ["一、主要工作", "(一)加强领导", "1.强化学习。组织学法。", "二、存在的问题", "三、下一步打算"]
        position = data.draw(st.integers(1, len(headings)))
        added = "我局认真学习贯彻有关要求,全年共办理行政复议案件3件,没有败诉。"
        changed = [*headings[:position], added, *headings[position:]]
        before, after = split_sections(headings), split_sections(changed)
        assert [(*item, s.kind, s.part) for item, s in zip(outline(after), after, strict=True)] == [
            (*item, s.kind, s.part) for item, s in zip(outline(before), before, strict=True)
        ]

    @pytest.mark.parametrize("unit", ["一、", "(", "1.", "《", ",", "。", " ", "存在", "第一责任人", "一"])
    def test_endless_repetition_is_read_to_the_end(self, unit):
        line = unit * 300_000
        sections = split_sections([line, "一、主要工作", line])
        assert sections[-1].end == len(line) * 2 + len("一、主要工作") + 2


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("一、聚焦主责主业，扎实推进法治政府建设的主要举措和成效。", "measures"),
        ("一、履行职责，党政主要负责人履行推进法治建设第一责任人职责情况。", "leader_duty"),
        ("一、对照要求，法治政府建设存在的不足和原因。", "problems"),
    ],
)
def test_a_heading_with_a_comma_may_close_in_a_full_stop(heading, part):
    section = split_sections([heading, "全年审查合同12件。", "二、其他", "无其他事项。"])[0]
    assert (section.heading, section.kind, section.part) == (heading[2:-1], "line", part)


@pytest.mark.parametrize("inner", [("1.执法", "（1）双随机"), ("（一）执法", "1.双随机"), ("（1）执法", "①双随机")])
def test_no_level_is_skipped(inner):
    lines = ["一、主要举措", inner[0], inner[1], "开展检查三次。", "二、问题", inner[0], "能力不足。"]
    assert [section.level for section in split_sections(lines)] == [1, 2, 3, 1, 2]


@pytest.mark.parametrize(
    ("outlook", "heading"),
    [
        ("下一步，我局将继续推进法治政府建设，加强培训，完善制度，推动各项任务落实。", "下一步"),
        ("下一步工作打算", "下一步工作打算"),
        ("今后，我县将继续努力，不断提高依法行政的能力和水平，确保任务落实到位。", "今后"),
        ("接下来，我局将重点抓好三项工作。", "接下来"),
        ("新的一年，我们将以更高标准推进法治建设。", "新的一年"),
        ("在今后的工作中，我局将加强培训。", "在今后的工作中"),
        ("针对上述不足，下一步我局将加强培训。", "针对上述不足"),
        ("2025年，我局将继续加强执法规范化建设。", "2025年"),
    ],
)
def test_what_comes_next_is_no_part_of_the_last_numbered_section(outlook, heading):
    opening = "现将2024年有关情况报告如下。"
    lines = [opening, "一、主要举措", "全年审查合同12件。", "二、存在的问题", "力量不足。", outlook, "继续努力。"]
    last = split_sections(lines)[-1]
    assert (last.heading, last.part, last.level, last.line) == (heading, "next_year", 1, 5)
    named = [*lines[:3], "二、存在的问题及下一步打算", *lines[4:]]
    assert split_sections(named)[-1].marker == "二、"


@pytest.mark.parametrize(
    "closing",
    [
        ["临溪县水务局", "2025年1月10日"],
        ["临溪县水务局", "临溪县财政局", "二〇二五年一月十日"],
        ["临溪县水务局 2025年1月10日"],
        ["2025年1月10日"],
        ["临溪县水务局", "2025年1月10日", "（此件公开发布）"],
    ],
)
@pytest.mark.parametrize("outlook", ["三、下一步打算", "下一步，我局将加强培训。"])
def test_the_signature_is_no_part_of_the_last_section(outlook: str, closing: list[str]) -> None:
    lines = ["一、主要举措", "全年审查合同12件。", "二、存在的问题", "力量不足。", outlook, "继续努力。"]
    last = split_sections([*lines, *closing])[-1]
    assert "\n".join([*lines, *closing])[last.start : last.end] == "\n".join(lines[4:])
