"""What governs a number from afar: the subject of an earlier sentence, a verb over several commas, a clause before."""

from __future__ import annotations

import pytest

from cleaning.figures import candidates, find_figures


def _named(text: str) -> list[tuple[str | None, float, str]]:
    return [(figure.key, figure.value, figure.unit) for figure in find_figures([text], 2024)]


def test_a_bare_verb_has_the_subject_of_the_sentence_before() -> None:
    assert _named("全年收到行政复议申请96件,同比增长8%。受理81件,其中撤回12件。直接纠错9件,纠错率11.1%。") == [
        ("reconsideration_received", 96, "件"),
        ("reconsideration_accepted", 81, "件"),
        ("reconsideration_corrected", 9, "件"),
        ("reconsideration_corrected_rate", 11.1, "%"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("全年收到行政复议申请96件。劳动仲裁委受理81件。", 81),
        ("全年收到行政复议申请96件。公证机构提供服务,受理81件。", 81),
        ("全年立案查处案件40件。受理81件。", 81),
    ],
)
def test_a_bare_verb_of_other_proceedings_stays_unclaimed(text: str, value: float) -> None:
    assert value not in [figure.value for figure in find_figures([text], 2024)]
    assert value in [figure.value for figure in candidates([text], 2024)]


def test_rates_of_the_next_sentence_are_those_of_the_proposals_before() -> None:
    assert _named("办理人大代表建议23件。办结率100%,满意率98%。") == [
        ("npc_suggestions", 23, "件"),
        ("proposals_close_rate", 100, "%"),
        ("proposals_satisfaction_rate", 98, "%"),
    ]


def test_a_verb_of_reading_goes_on_over_commas() -> None:
    assert _named("全年审核政府合同46份,规范性文件5件,重大决策事项3项,提出意见80条。") == [
        ("contract_reviews", 46, "份"),
        ("legality_reviews", 5, "件"),
        ("legality_reviews", 3, "项"),
    ]
    assert _named("全年审核政府合同46份,参与重大决策论证7次。") == [("contract_reviews", 46, "份")]


def test_a_closing_verb_closes_what_was_counted_before_it() -> None:
    assert _named("受理行政许可申请46件,办结46件,开展执法检查58家次。") == [
        ("permits", 46, "件"),
        ("inspections", 58, "家次"),
    ]
    assert _named("立案查处违法案件31件,办结29件。") == [("cases_filed", 31, "件"), ("cases_closed", 29, "件")]


def test_what_is_studied_in_the_center_group_is_its_study() -> None:
    text = "将行政处罚法纳入局党组理论学习中心组学习计划,邀请专家辅导,开展专题学习4次。"
    assert _named(text) == [("center_group_study_sessions", 4, "次")]
    assert _named("将行政处罚法纳入支部学习计划,开展专题学习4次。") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("对全市14家机动车检测企业进行全覆盖检查。", [("inspections", 14, "家")]),
        ("全年对320家机构开展双随机监督。", [("inspections", 320, "家")]),
        ("集中学习《行政许可法》《信访工作条例》等法律法规26次。", [("law_study", 26, "次")]),
        (
            "全年完成3件规范性文件、18件项目合同的合法性审核。",
            [("legality_reviews", 3, "件"), ("contract_reviews", 18, "件")],
        ),
        ("建立合法性审查机制,全年审查议题、合同、执法案卷等120余件。", [("legality_reviews", 120, "件")]),
        (
            "查处食品案件52件,移交公安机关涉罪案件4件。",
            [("violations_punished", 52, "件"), ("transfers_criminal", 4, "件")],
        ),
        ("健全法制审核机制,全年审核一般程序案件27件。", [("penalty_cases_reviewed", 27, "件")]),
        ("现有9名持证执法人员。", [("enforcement_officers", 9, "名")]),
        (
            "对规范性文件进行全面清理,共清理文件84件,废止12件。",
            [("normative_docs_cleaned", 84, "件"), ("normative_docs_abolished", 12, "件")],
        ),
    ],
)
def test_objects_and_verbs_in_other_orders(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert _named(text) == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7个县级政府收到行政复议申请超过30件。", 30),
        ("接受人大视察和执法检查11次。", 11),
        ("省人大常委会开展执法检查,实地检查点位35个。", 35),
        ("组织开展各类质控检查60余次。", 60),
        ("组织开展执法督察3次,发现问题24个。", 24),
        ("人民调解组织排查纠纷900件。", 900),
        ("开展普法活动30场次,宣传覆盖辖区16个社区。", 16),
    ],
)
def test_what_others_did_or_have_is_not_claimed(text: str, value: float) -> None:
    assert value not in [figure.value for figure in find_figures([text], 2024)]
    assert value in [figure.value for figure in candidates([text], 2024)]


def test_a_part_of_the_sentence_before_has_its_scope() -> None:
    figures = find_figures(["全区城管系统作出行政处罚决定310件。其中,罚款26万元。没收财物3件。"], 2024)
    assert [(figure.key, figure.scope) for figure in figures] == [
        ("penalty_decisions", "全区城管系统"),
        ("penalty_amount", "全区城管系统"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("现有律师事务所16家、律师260名。", 260),
        ("应出庭30件,实际出庭30件,其中正职出庭9件。", 9),
        ("该公司被处罚款20万元。", 20),
        ("向法院申请强制执行行政处罚决定9件。", 9),
        ("排查化解国企欠薪案件31起。", 31),
        ("公开信息210条,其中发布意见征集类信息12条。", 12),
        ("审核执法文书86份,其中行政处罚决定书32份。", 32),
        ("查处违纪案件5件。", 5),
        ("组织卫生检查14次。", 14),
        ("审核签发文件260件。", 260),
        ("52件信访案件已办结40件,阶段性办结12件,立案处罚6家。", 12),
        ("52件信访案件中7件重点案件已办结5件,立案处罚6家。", 5),
    ],
)
def test_numbers_of_others_or_of_a_kind_are_not_claimed(text: str, value: float) -> None:
    assert value not in [figure.value for figure in find_figures([text], 2024)]
    assert value in [figure.value for figure in candidates([text], 2024)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "出台《预付卡管理规定》重大决策文件1份、《停车办法》《养犬办法》等规范性文件3份。",
            ("normative_docs_made", 3, "份"),
        ),
        ("共审结行政复议案(含结转)255件。", ("reconsideration_concluded", 255, "件")),
        ("查办药品、化妆品案件63件。", ("violations_punished", 63, "件")),
        ("受理许可申请95件,予以许可83件。", ("permits", 83, "件")),
        ("对辖区的26家农资店进行了巡查。", ("inspections", 26, "家")),
        ("共完成38家的监督检查工作。", ("inspections", 38, "家")),
        ("查处农村违规演出9起。", ("violations_punished", 9, "起")),
        ("受理投诉举报30件,立案查处12件,结案11件。", ("cases_closed", 11, "件")),
        ("通过门户网站、微信公众号公开发布信息130条。", ("information_published", 130, "条")),
    ],
)
def test_lists_brackets_and_postponed_verbs(text: str, wanted: tuple[str, float, str]) -> None:
    assert wanted in _named(text)


def test_the_year_of_a_ratio_is_not_the_year_of_what_follows() -> None:
    figures = find_figures(["2024年收到行政复议申请96件,是2023年申请数的2.4倍,受理81件。"], 2024)
    assert [(figure.key, figure.year) for figure in figures] == [
        ("reconsideration_received", 2024),
        ("reconsideration_accepted", 2024),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("计划法治培训8期、300人次,实际分别为9期和326人次。", [("training_sessions", 9), ("training_persons", 326)]),
        ("全市行政诉讼案件总量持续下降,由187件降至93件。", [("litigation_cases", 93)]),
        ("法制机构对作出的处罚决定36件进行法制审核。", [("penalty_cases_reviewed", 36)]),
        ("出庭应诉率由2022年的87%、2023年的94%提升至100%。", [("court_appearance_rate", 100)]),
    ],
)
def test_numbers_that_go_back_to_words_further_before(text: str, wanted: list[tuple[str, float]]) -> None:
    assert [(figure.key, figure.value) for figure in find_figures([text], 2024)] == wanted


def test_numbers_of_several_years_are_each_of_its_own() -> None:
    figures = find_figures(["2022年、2023年分别作出处罚决定41件、53件,罚款依次为62万元、88万元。"], 2023)
    assert [(figure.value, figure.year) for figure in figures] == [(41, 2022), (53, 2023), (62, 2022), (88, 2023)]
