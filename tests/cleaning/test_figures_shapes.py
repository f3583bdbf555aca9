"""Wordings that mislead a reader of figures: plans, other bodies, kinds, averages, lists, changes."""

from __future__ import annotations

import pytest

from cleaning.figures import candidates, find_figures
from tests.cleaning.figure_scoring import Score, compare, expected, shapes


def _named(text: str, year: int | None = 2024) -> list[tuple[str | None, float, str]]:
    return [(figure.key, figure.value, figure.unit) for figure in find_figures([text], year)]


@pytest.fixture(scope="module")
def score() -> Score:
    total = Score()
    for item in shapes():
        compare(expected(item), find_figures([item["text"]], item["report_year"]), total)
    return total


def test_precision(score: Score) -> None:
    assert score.precision >= 0.98, score.wrong


def test_recall(score: Score) -> None:
    assert score.recall >= 0.98, score.missed


def test_years_qualifiers_and_parts(score: Score) -> None:
    assert score.strict == 1, score.differing


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("人民法院诉前调解纠纷532件。", 532),
        ("市仲裁委办理案件211件。", 211),
        ("公安机关移送我局案件17件。", 17),
        ("受理行政复议申请64件,其中行政处罚31件、政府信息公开12件。", 31),
        ("受理行政复议申请64件,其中行政处罚31件、政府信息公开12件。", 12),
        ("受理投诉举报类38件、咨询类56件。", 56),
        ("罚没款312万元,人均办案2.6件。", 2.6),
        ("最高单笔罚款90万元。", 90),
        ("全年立案120件,应结案97件。", 97),
        ("全年立案120件,按期结案88件。", 88),
        ("全年立案120件,撤销立案14件。", 14),
        ("全年立案120件,撤销立案结案11件。", 11),
        ("全年立案120件,公告结案6件。", 6),
        ("立案查处违法案件80件,移送结案9件。", 9),
        ("实施查封8件,解除扣押3件。", 3),
        ("对违法企业立案18起,拟处罚7起。", 7),
        ("投入值班人员310人次,开展巡逻。", 310),
        ("组织15名律师开展义务咨询。", 15),
        ("查摆班子存在问题23个。", 23),
        ("更新发布信息210条,其中部门文件12条、年度信息公开3条。", 3),
        ("开展执法监督检查9次。", 9),
        ("审结行政复议案件120件,通过调解结案41件。", 41),
        ("纠错决定占比上升,37.5%的争议实质化解。", 37.5),
        ("立案侦办涉黑案件4起。", 4),
        ("附带审查规范性文件19件。", 19),
    ],
)
def test_number_is_kept_but_not_named(text: str, value: float) -> None:
    assert value not in [figure.value for figure in find_figures([text], 2024)]
    assert value in [figure.value for figure in candidates([text], 2024)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("检查企业56家、约谈企业12家。", [("inspections", 56, "家")]),
        ("审核文件12件、合同68份。", [("legality_reviews", 12, "件"), ("contract_reviews", 68, "份")]),
        (
            "对7件规范性文件、21份合同开展合法性审核。",
            [("legality_reviews", 7, "件"), ("contract_reviews", 21, "份")],
        ),
        ("全年办理行政诉讼案件4,均胜诉。", [("litigation_cases", 4, "件")]),
        ("全年召开专题会议3次,研究部署法治建设工作。", [("leadership_law_meetings", 3, "次")]),
        (
            "办理行政复议案件5件,立案查处违法行为33起,结案29起。",
            [("reconsideration_cases", 5, "件"), ("cases_filed", 33, "起"), ("cases_closed", 29, "起")],
        ),
        ("行政机关负责人出庭应诉率首次达到100%。", [("court_appearance_rate", 100, "%")]),
        (
            "无行政复议、无行政诉讼案件。",
            [("reconsideration_cases", 0, "件"), ("litigation_cases", 0, "件")],
        ),
        ("共办结行政审批(许可)事项640件。", [("permits", 640, "件")]),
        (
            "排查社会单位410家,发现隐患或违法行为96处,督促整改90处。",
            [("inspections", 410, "家"), ("problems_found", 96, "处")],
        ),
        ("依法办结行政复议案件76件。", [("reconsideration_concluded", 76, "件")]),
        ("依法纠正违法或不当行政行为18件,占行政复议案件的12%。", []),
        ("经行政复议,依法纠正违法或不当行政行为18件。", [("reconsideration_corrected", 18, "件")]),
        ("举办法治培训班4期,310人参加。", [("training_sessions", 4, "期"), ("training_persons", 310, "人")]),
        ("责令停产整顿企业6家,罚没款入库32万元。", [("production_limits", 6, "家"), ("penalty_amount", 32, "万元")]),
    ],
)
def test_what_the_words_around_a_number_make_of_it(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert _named(text) == wanted


def test_level_has_the_year_it_names() -> None:
    (figure,) = find_figures(["罚没金额由2022年的120万元增加到2023年的165万元。"], 2023)
    assert (figure.key, figure.value, figure.year) == ("penalty_amount", 165, 2023)


def test_bare_increase_belongs_to_the_figure_before_it() -> None:
    figures = find_figures(["2023年立案40件,2024年立案52件,增加12件。"], 2024)
    assert [(figure.key, figure.value) for figure in figures][-1] == ("cases_filed_change", 12)


def test_parts_of_proposals_name_their_total() -> None:
    figures = find_figures(["承办建议提案48件,其中人大代表建议20件、政协提案28件。"], 2024)
    assert [(figure.key, figure.subset_of) for figure in figures] == [
        ("proposals_total", None),
        ("npc_suggestions", "proposals_total"),
        ("cppcc_proposals", "proposals_total"),
    ]
