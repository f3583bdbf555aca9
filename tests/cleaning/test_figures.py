"""Figures of the five seeds and of sentences of other agencies, against what was expected by hand."""

from __future__ import annotations

import pytest

from cleaning.figures import candidates, check_arithmetic, find_figures, find_targets, read_figures
from tests.cleaning.figure_scoring import Score, compare, expected, holdout, seed


@pytest.fixture(scope="module")
def seeds() -> Score:
    score = Score()
    for number in range(5):
        lines, expected = seed(number)
        compare(expected["figures"], find_figures(lines, expected["report_year"]), score)
    return score


def test_seeds_precision(seeds: Score) -> None:
    assert seeds.precision >= 0.98, seeds.wrong


def test_seeds_recall(seeds: Score) -> None:
    assert seeds.recall >= 0.95, seeds.missed


def test_seeds_year_qualifier_period_and_part(seeds: Score) -> None:
    assert seeds.strict >= 0.98, seeds.differing


@pytest.mark.parametrize("number", range(5))
def test_what_is_no_figure_of_a_seed_gets_no_name(number: int) -> None:
    lines, expected = seed(number)
    named = find_figures(lines, expected["report_year"])
    assert named
    assert not [f.span for f in named for span in expected["not_figures"] if f.span in span]


def test_other_agencies() -> None:
    score = Score()
    for item in holdout():
        compare(expected(item), find_figures([item["text"]], item["report_year"]), score)
    assert score.precision >= 0.98, score.wrong
    assert score.recall >= 0.95, score.missed
    assert score.strict >= 0.98, score.differing


def test_numbers_nobody_claims_are_candidates() -> None:
    for item in holdout():
        reading = read_figures([item["text"]], item["report_year"])
        found = {(figure.value, figure.unit) for figure in [*reading.named, *reading.candidates]}
        for key, value, unit, *_ in item["figures"]:
            assert key or (value, unit) in found, (item["text"], value, unit)


def test_what_is_no_figure_is_refused_with_a_rule() -> None:
    for item in holdout():
        reading = read_figures([item["text"]], item["report_year"])
        for span in item.get("not_figures", []):
            digits = "".join(c for c in span if c.isdigit())
            values = [str(figure.value) for figure in [*reading.named, *reading.candidates]]
            assert f"{digits}.0" not in values


def _named(text: str, year: int | None = 2023) -> list[tuple[str | None, float, str]]:
    return [(figure.key, figure.value, figure.unit) for figure in find_figures([text], year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("罚款1,234.5万元。", [("penalty_amount", 1234.5, "万元")]),
        ("共罚款超百万元。", [("penalty_amount", 100, "万元")]),
        ("行政处罚决定书二十三份。", [("penalty_decisions", 23, "份")]),
        ("立案查处\xa015\xa0件,结案率为100%。", [("cases_filed", 15, "件")]),
        ("行政机关负责人出庭应诉率百分之百。", [("court_appearance_rate", 100, "%")]),
        ("行政机关负责人出庭应诉率为百分之九十五。", [("court_appearance_rate", 95, "%")]),
        ("聘请两名律师担任顾问。", [("legal_counsel", 2, "名")]),
    ],
)
def test_number_forms(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert _named(text) == expected


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("立案15件。", "exact"),
        ("立案近15件。", "approx"),
        ("立案约15件。", "approx"),
        ("立案15件左右。", "approx"),
        ("立案15余件。", "at_least"),
        ("立案不少于15件。", "at_least"),
        ("立案15件以上。", "at_least"),
        ("立案超15件。", "more_than"),
        ("立案逾15件。", "more_than"),
        ("立案15-20件。", "range"),
    ],
)
def test_qualifiers(text: str, qualifier: str) -> None:
    (figure,) = (*find_figures([text], 2023), *find_targets([text], 2023))
    assert (figure.key, figure.value, figure.qualifier) == ("cases_filed", 15, qualifier)


def test_amounts_and_measure_words_are_normalised() -> None:
    fine, filed, officers = find_figures(["罚款2.59万元,立案12宗,出动执法人员1.2万多人次。"], 2023)
    assert (fine.normal_value, fine.normal_unit) == (25900, "元")
    assert (filed.normal_value, filed.normal_unit) == (12, "件")
    assert (officers.normal_value, officers.normal_unit) == (12000, "人次")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("2023年我局无行政复议案件。", ["reconsideration_cases"]),
        ("全年未发生行政复议、行政诉讼案件。", ["reconsideration_cases", "litigation_cases"]),
        ("行政复议和行政诉讼案件均未发生。", ["reconsideration_cases", "litigation_cases"]),
        ("行政复议和行政应诉案件数量均为零。", ["reconsideration_cases", "litigation_cases"]),
        ("没有败诉案件。", ["litigation_lost"]),
        ("实现行政诉讼零败诉。", ["litigation_lost"]),
        ("没有收到司法建议和检察建议。", ["judicial_suggestions", "procuratorial_suggestions"]),
        ("未发生因政府信息公开被申请行政复议的情况。", []),
        ("无逾期未查未决案件。", []),
        ("不存在无故不出庭应诉的情形。", []),
    ],
)
def test_zero_statements(text: str, keys: list[str]) -> None:
    figures = find_figures([text], 2023)
    assert [figure.key for figure in figures] == keys
    assert all((figure.value, figure.qualifier) == (0, "zero_stated") for figure in figures)


def test_one_number_for_several_rates_and_parallel_numbers() -> None:
    assert _named("办理人大建议、政协提案分别为9件、3件,办结率、满意率均为100%。") == [
        ("npc_suggestions", 9, "件"),
        ("cppcc_proposals", 3, "件"),
        ("proposals_close_rate", 100, "%"),
        ("proposals_satisfaction_rate", 100, "%"),
    ]


def test_a_verb_governs_the_whole_list() -> None:
    assert _named("全年审核规范性文件12件、合同68份。") == [
        ("legality_reviews", 12, "件"),
        ("contract_reviews", 68, "份"),
    ]
    assert _named("移送涉嫌犯罪案件3件、行政拘留案件2件。") == [
        ("transfers_criminal", 3, "件"),
        ("transfers_admin_detention", 2, "件"),
    ]


def test_a_sum_of_two_things_is_neither() -> None:
    assert _named("办理行政复议和行政诉讼案件14件。") == []
    assert _named("承办人大代表建议和政协提案14件。") == [("proposals_total", 14, "件")]


def test_breakdowns_name_their_total() -> None:
    text = "作出行政强制193宗,其中查封扣押71宗、申请法院强制执行122宗,罚款3万元。"
    figures = {figure.key: figure.subset_of for figure in find_figures([text], 2023)}
    assert figures == {
        "coercive_measures": None,
        "seizures": "coercive_measures",
        "court_enforcement": "coercive_measures",
        "penalty_amount": None,
    }


def test_a_difference_is_no_level() -> None:
    assert _named("行政诉讼败诉率同比下降7.01个百分点。") == [("litigation_loss_rate_change", -7.01, "百分点")]
    assert _named("行政处罚决定同比增长9.5%。") == []
    assert _named("罚款由8万元增至13.5万元。") == [("penalty_amount", 13.5, "万元")]


def test_years_are_carried_within_the_paragraph_only() -> None:
    lines = ["2021年立案3件。查封扣押2件。较2020年增加。罚款5万元。", "立案4件。", "今年立案7件,去年立案6件。"]
    years = [(figure.value, figure.year) for figure in find_figures(lines, 2022)]
    assert years == [(3, 2021), (2, 2021), (5, 2021), (4, 2022), (7, 2022), (6, 2021)]


@pytest.mark.parametrize(
    ("text", "year", "period"),
    [
        ("全年立案3件。", 2023, "annual"),
        ("目前立案3件。", 2023, "as_of"),
        ("截至目前,已立案3件。", None, "as_of"),
        ("2023年以来立案3件。", 2023, "annual"),
        ("2019年以来累计立案3件。", None, "cumulative"),
        ("2021年至2023年立案3件。", None, "cumulative"),
        ("每年立案3件。", None, "annual"),
    ],
)
def test_periods(text: str, year: int | None, period: str) -> None:
    (figure,) = find_figures([text], 2023)
    assert (figure.year, figure.period) == (year, period)


def test_a_claim_repeated_in_its_paragraph_is_one_figure() -> None:
    line = "出庭应诉率达100%。切实履行职责,出庭应诉率达100%。"
    assert len(find_figures([line], 2023)) == 1
    assert len(find_figures([line, line], 2023)) == 1


def test_bare_numbers_of_a_breakdown_take_the_unit_of_their_total() -> None:
    found = candidates(["立案查处390件(其中简易110,普通280)。"], 2023)
    assert [(figure.value, figure.unit) for figure in found] == [(110, "件"), (280, "件")]


def test_a_bracket_does_not_hide_what_is_counted() -> None:
    assert _named("罚没款(含没收违法所得)共计30.5万元。") == [("penalty_amount", 30.5, "万元")]
    assert _named("审结行政复议案件9件,其中纠错(含撤销)2件。")[1] == ("reconsideration_corrected", 2, "件")


@pytest.mark.parametrize(
    "text",
    [
        "因政府信息公开产生行政复议案件6件和行政诉讼案件3件。",
        "在监督平台录入行政检查2061件、行政处罚358件。",
        "减免罚款580余万元。",
        "尚未结案3件。",
        "法院新收行政诉讼案件240件。",
        "公示行政许可信息14条。",
    ],
)
def test_what_only_looks_like_an_indicator_is_a_candidate(text: str) -> None:
    assert _named(text) == []
    assert candidates([text], 2023)


def test_scope() -> None:
    (figure,) = find_figures(["2023年,全市立案3件。"], 2023)
    assert figure.scope == "全市"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("《规划(2021-2025年)》印发。", "title"),
        ("于2023年5月1日施行。", "date"),
        ("在7个工作日内公示。", "duration"),
        ("公布第3批清单。", "ordinal"),
        ("依据许法政办〔2023〕4号文件。", "document_number"),
        ("开展6·5环境日活动。", "day_name"),
        ("落实“1310”具体部署。", "quoted_name"),
        ("1.加强领导。", "enumerator"),
        ("做好3大攻坚战。", "list_count"),
        ("PM2.5浓度改善。", "code"),
        ("每5名配1名。", "each"),
        ("编号12。", "no_unit"),
    ],
)
def test_refusals_are_named(text: str, rule: str) -> None:
    reading = read_figures([text], 2023)
    assert rule in [refusal.rule for refusal in reading.refused]
    assert not reading.named


def test_candidates_have_no_key_and_name_what_stands_before_them() -> None:
    (candidate,) = candidates(["全年共种树120棵,修桥3座。"], 2023)
    assert (candidate.key, candidate.value, candidate.unit, candidate.label) == (None, 3, "座", "修桥")


def test_arithmetic() -> None:
    lines, expected = seed(4)
    flags = check_arithmetic(find_figures(lines, expected["report_year"]))
    assert "sum_ok:coercive_measures:193=71+122" in flags
    assert "rate_ok:town_transferred_share:24%=286/1188" in flags
    lines, expected = seed(3)
    flags = check_arithmetic(find_figures(lines, expected["report_year"]))
    assert "sum_ok:complaints_received:564=317+247" in flags
    assert "sum_ok:proposals_total:12=9+3" in flags
    assert "sum_ok:proposals_total:12=7+5+0" in flags
    assert "sum_ok:emergency_plans_filed:527=494+26+7" in flags


def test_arithmetic_tells_what_does_not_add_up() -> None:
    figures = find_figures(["共承办人大代表建议和政协提案12件,其中人大建议9件、政协提案3件。"], 2023)
    broken = [*figures]
    broken[1].normal_value = 10
    assert check_arithmetic(broken) == ["sum_mismatch:proposals_total:12<10+3"]
    odd = find_figures(["作出行政处罚决定15件,罚款259亿元。"], 2023)
    assert check_arithmetic(odd) == ["penalty_per_case_odd:2023:1726666667元"]
