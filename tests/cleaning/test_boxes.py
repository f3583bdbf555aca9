"""Where the boxes around a text end it, and where they are its sections."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cleaning.clean import clean
from cleaning.report import Page

TITLE = "楠溪市水务局2024年法治政府建设年度报告"
NUMBERED = (
    "2024年，我局扎实推进法治政府建设，现将有关情况报告如下：",
    "一、主要举措",
    "全年作出行政处罚决定37件，没有被撤销或变更的案件。",
    "二、存在的不足",
    "执法力量仍然不足，普法形式较为单一，群众参与度不高。",
)
UNNUMBERED = (
    ("主要做法", "1.强化组织领导，召开专题会议4次，研究解决问题12个。", "2.规范行政执法，办理案件37件。"),
    ("存在问题", "执法力量仍然不足，普法形式较为单一，群众参与度不高。"),
    ("下步打算", "组织全员轮训，持续优化法治化营商环境，推进包容审慎监管。"),
)
NEIGHBOUR = ("局长信箱", "欢迎来信反映情况，我们将在五个工作日内予以答复。", "来信请留下联系方式，并请注明事由。")


def box(lines: Sequence[str]) -> str:
    return f"<div>{''.join(f'<p>{line}</p>' for line in lines)}</div>"


def read(inside: str) -> list[str]:
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1><p>发表于 2025年2月26日 由 法规科</p><div>{inside}</div>"
    return clean(Page(page.encode()), with_figures=False).body.split("\n")


@pytest.mark.parametrize("closing", [(), ("楠溪市水务局", "2025年2月20日")])
def test_a_neighbour_with_a_heading_of_its_own_is_no_text(closing: tuple[str, ...]) -> None:
    assert read(box([*NUMBERED, *closing]) + box(NEIGHBOUR)) == [*NUMBERED, *closing]


def test_sections_in_boxes_of_their_own_are_one_text() -> None:
    assert read("".join(map(box, UNNUMBERED))) == [line for section in UNNUMBERED for line in section]


@pytest.mark.parametrize(("hidden", "is_text"), [(NUMBERED[3:], True), (NUMBERED[1:3], False), (NEIGHBOUR, False)])
def test_a_hidden_box_of_the_same_kind_is_text_if_it_carries_on_the_numbering(
    hidden: tuple[str, ...], is_text: bool
) -> None:
    turned = box(hidden).replace("<div>", '<div style="display:none">')
    assert read(box(NUMBERED[:3]) + turned) == [*NUMBERED[:3], *(hidden if is_text else ())]


def test_a_second_box_with_the_next_number_is_text() -> None:
    assert read(box(NUMBERED[:3]) + box(NUMBERED[3:])) == list(NUMBERED)
