"""Facts told from targets, duties and plans: claims crossed with the frames that say how they are meant."""

from __future__ import annotations

import pytest

from cleaning.clean import clean
from cleaning.figures import find_figures, find_targets, is_plan, read_figures
from cleaning.report import Page

COUNTS = {
    "开展法治培训8次": "training_sessions",
    "审查合同46份": "contract_reviews",
    "办理法律援助案件310件": "legal_aid_cases",
    "举办普法讲座12场": "publicity_sessions",
    "检查企业240家次": "inspections",
}
RATES = {
    "行政机关负责人出庭应诉率达到98%": "court_appearance_rate",
    "重大执法决定法制审核率达到100%": "major_decision_legal_review_rate",
}
FACTS = (
    "全年{}。",
    "我局已{}。",
    "按照上级要求,{}。",
    "根据年度执法检查计划,{}。",
    "为确保各项任务落到实处,{}。",
    "主要负责人高度重视,{}。",
    "认真履行应急管理职责,{}。",
    "确保程序规范,全年{}。",
    "对重要事项统一把关,累计{}。",
    "《关于加强队伍建设的规定》印发后,{}。",
    "力争上游,共{}。",
)
TARGETS = ("力争全年{}。", "努力实现{}以上。", "确保全年{}。", "争取{}。")
DUTIES = ("各单位应当{}。", "市政府要求各部门{}以上。", "制度规定每年{}以上。", "相关科室必须{}。", "执法机构要{}。")
PLANS = (
    "下一步,我局将{}。",
    "2025年计划{}。",
    "明年,将加大力度,{}。",
    "拟于下半年{}。",
    "预计全年{}。",
    "今年要{}以上。",
    "打算{}。",
)
CLAIMS = COUNTS | RATES


@pytest.mark.parametrize("frame", FACTS)
@pytest.mark.parametrize("claim", CLAIMS)
def test_what_was_done_is_a_figure(frame: str, claim: str) -> None:
    text = frame.format(claim)
    assert [figure.key for figure in find_figures([text], 2024)] == [CLAIMS[claim]]
    assert find_targets([text], 2024) == []


@pytest.mark.parametrize(
    ("frame", "mood"),
    [
        (frame, mood)
        for mood, frames in zip(("target", "duty", "plan"), (TARGETS, DUTIES, PLANS), strict=True)
        for frame in frames
    ],
)
@pytest.mark.parametrize("claim", CLAIMS)
def test_what_is_to_be_done_is_a_target(frame: str, mood: str, claim: str) -> None:
    text = frame.format(claim)
    assert find_figures([text], 2024) == []
    assert [(target.key, target.mood) for target in find_targets([text], 2024)] == [(CLAIMS[claim], mood)]


@pytest.mark.parametrize(
    ("text", "facts", "targets"),
    [
        ("全年计划检查企业90家,实际检查企业104家。", [104], [90]),
        ("应评查案卷60卷,已评查案卷66卷。", [66], [60]),
        ("力争立案80件,结案70件。", [], [80, 70]),
        ("确保行政机关负责人出庭应诉率100%,重大执法决定法制审核率100%。", [], [100, 100]),
        ("确保行政机关负责人出庭应诉率不低于90%,全年检查企业35家。", [35], [90]),
        ("切实确保了行政机关负责人出庭应诉率达到96%。", [96], []),
        ("下一步,将开展法治培训7期。组织法治宣传11场。", [], [7, 11]),
        ("2025年计划组织联合检查14次,举办普法讲座5场。", [], [14, 5]),
        ("确保零败诉。", [], [0]),
        ("全年无败诉案件。", [0], []),
        ("每名执法人员每年接受不少于40学时的培训。", [40], []),
        ("各单位每年开展法治培训不少于4次。", [], [4]),
        ("拟处罚7起,行政处罚决定52件。", [], [52]),
        ("开展法治培训9次以上的要求落实到位。", [], [9]),
        ("依法应当公开的政府信息20条已全部公开。", [20], []),
        ("争取经费15万元,开展法治宣传12场。", [12], []),
        ("为完成检查企业100家的任务,开展专项行动3次。", [3], [100]),
        ("超额完成检查企业100家的目标任务。", [100], []),
        ("市局下达年度任务:检查企业80家,实际检查企业85家。", [85], [80]),
        ("会议强调必须依法行政,全年开展法治培训5次。", [5], []),
        ("严格落实出庭应诉要求,出庭应诉率达100%。", [100], []),
        ("到2027年,行政机关负责人出庭应诉率达到100%。", [], [100]),
        ("我局于2025年1月召开党组会2次,研究法治政府建设工作。", [2], []),
        ("为确保行政机关负责人出庭应诉率100%,制定工作方案。", [], [100]),
        ("上级考核指标为行政机关负责人出庭应诉率90%以上,我局实际为96%。", [96], [90]),
        ("执法人员每人每年培训不少于40学时,实际人均培训60学时。", [60], [40]),
        ("拟定于明年3月举办普法讲座2场。", [], [2]),
        ("申请均已答复,无结转下年度事项。全年审查合同21份。", [21], []),
        ("接下来,将组织法治培训3次,审查合同20份。", [], [3, 20]),
    ],
)
def test_facts_and_targets_of_one_sentence(text: str, facts: list[float], targets: list[float]) -> None:
    assert [figure.value for figure in find_figures([text], 2024)] == facts
    assert [target.value for target in find_targets([text], 2024)] == targets


def test_the_part_about_the_next_year_plans_unless_it_looks_back() -> None:
    lines = ["全年组织法治培训不少于12次。", "巩固2024年行政机关负责人出庭应诉率100%的成果,开展法治宣传6场。"]
    reading = read_figures(lines, 2024, ["next_year", "next_year"])
    assert [(each.key, each.value) for each in reading.named] == [("court_appearance_rate", 100)]
    assert [(each.value, each.mood, each.year) for each in reading.targets] == [(12, "plan", 2025), (6, "plan", 2025)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026年力争立案80件。", 2026),
        ("下一步,将开展法治培训7期。", 2025),
        ("确保全年立案80件。", 2024),
        ("规定每年开展法治培训不少于3次。", None),
    ],
)
def test_the_year_a_target_is_for(text: str, year: int | None) -> None:
    assert [target.year for target in find_targets([text], 2024)] == [year]


def test_a_text_that_speaks_of_a_later_year_than_the_report_is_said_to_have_plans_nothing() -> None:
    lines = ["2024年审查合同21份。", "2024年检查企业30家次。", "2024年开展法治培训4次。"]
    assert [figure.value for figure in find_figures(lines, 2023)] == [21, 30, 4]
    assert [target.value for target in find_targets([*lines, "2023年。" * 3], 2023)] == [21, 30, 4]


@pytest.mark.parametrize(
    ("title", "planned"),
    [
        ("柳川县2025年法治政府建设工作要点", True),
        ("关于印发2025年行政执法检查计划的通知", True),
        ("柳川县2024年法治政府建设情况报告", False),
        ("2024年工作总结及2025年工作计划", False),
    ],
)
def test_titles_of_plans(title: str, planned: bool) -> None:
    assert is_plan(title) is planned


def test_a_report_keeps_its_targets_apart() -> None:
    paragraphs = [
        "2024年，我局扎实推进法治政府建设，现将有关情况报告如下。",
        "一、主要举措和成效",
        "全年审查合同36份，确保行政机关负责人出庭应诉率不低于95%。",
        "二、2025年工作安排",
        "（一）强化学法。全年组织法治培训12次。",
    ]
    page = "<h1>临溪县水务局2024年法治政府建设年度报告</h1><div id='zoom'>" + "".join(f"<p>{p}</p>" for p in paragraphs)
    report = clean(Page(f"<html><meta charset='utf-8'><body>{page}</div></body></html>".encode()))
    assert [(each.key, each.value) for each in report.figures] == [("contract_reviews", 36)]
    assert [(each.key, each.mood, each.year) for each in report.targets] == [
        ("court_appearance_rate", "target", 2024),
        ("training_sessions", "plan", 2025),
    ]
    for target in report.targets:
        assert report.body[target.start : target.end] == target.span


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("办理诉讼复议案件28件。", []),
        ("办理12345热线诉求和信访件共1200件。", []),
        ("办理人大建议9件,收到检察建议3件,答复率100%。", [("npc_suggestions", 9), ("procuratorial_suggestions", 3)]),
        ("依法开展统计业务培训12次。", []),
        ("排查各类安全隐患230处。", []),
        ("检查企业45家,发现安全隐患89处。", [("inspections", 45), ("problems_found", 89)]),
        ("办理人大建议9件、政协提案21件。", [("npc_suggestions", 9), ("cppcc_proposals", 21)]),
        ("审核合同58份、出具法律意见书7份。", [("contract_reviews", 58), ("legal_opinions", 7)]),
        (
            "行政复议方面,全年共收到申请94件。受理88件,审结80件。",
            [("reconsideration_received", 94), ("reconsideration_accepted", 88), ("reconsideration_concluded", 80)],
        ),
        ("全年共有36件案件由行政机关负责人出庭应诉。", [("court_appearances", 36)]),
    ],
)
def test_kinds_that_look_alike(text: str, wanted: list[tuple[str, float]]) -> None:
    assert [(figure.key, figure.value) for figure in find_figures([text], 2024)] == wanted
