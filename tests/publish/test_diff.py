"""What changed between two versions, told by paragraph and word."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from crawler.publish.diff import Paragraph, as_html, changed, compare
from tests.store.world import World

OLD = "一、主要工作\n全年办理行政复议案件3件,罚款564万元。\n开展普法宣传活动。\n二、下一步安排\n加强执法监督。"
NEW = "一、主要工作\n全年办理行政复议案件13件,罚款546万元。\n二、下一步安排\n聘请法律顾问,审查合同。\n加强执法监督。"


def spelled(paragraphs: list[Paragraph], side: str, kind: str) -> list[str]:
    """The text of one side as the pieces spell it."""
    return [
        "".join(piece.text for piece in each.pieces if piece.kind in ("same", kind))
        for each in paragraphs
        if getattr(each, side) is not None
    ]


def marked(paragraph: Paragraph) -> str:
    signs = {"same": "{}", "deleted": "[{}]", "inserted": "({})"}
    return "".join(signs[piece.kind].format(piece.text) for piece in paragraph.pieces)


def test_words_are_marked_inside_their_paragraph() -> None:
    paragraphs = compare(OLD, NEW)
    assert [(each.kind, each.old, each.new) for each in paragraphs] == [
        ("same", 1, 1),
        ("changed", 2, 2),
        ("deleted", 3, None),
        ("same", 4, 3),
        ("inserted", None, 4),
        ("same", 5, 5),
    ]
    assert marked(paragraphs[1]) == "全年办理行政复议案件[3](13)件,罚款[564](546)万元。"


def test_characters_two_phrases_share_by_chance_do_not_tear_the_change_apart() -> None:
    frame = "2025年,在市委、市政府的坚强领导下,本局{},全年成效明显,群众满意度稳步提高。"
    old, new = "依法加强行政执法监督工作", "积极开展依法治市宣传教育"
    (paragraph,) = compare(frame.format(old), frame.format(new))
    assert marked(paragraph) == frame.format(f"[{old}]({new})")


def test_an_edited_paragraph_is_paired_with_itself_not_with_its_neighbour() -> None:
    old = "第一段讲行政执法三项制度的落实情况。\n第二段讲法治宣传教育的开展情况。"
    new = "第二段讲法治宣传教育的全面开展情况。"
    assert [(each.kind, each.old) for each in compare(old, new)] == [("deleted", 1), ("changed", 2)]


def test_reflowed_white_space_is_no_difference() -> None:
    assert changed(compare("行政 执法\n\n  复议\u00a0案件", "行政执法\n复议案件\n")) == []


TEXT = st.text(st.sampled_from("法治政府3.5%aé\ud800\U00020000 \n<&"), max_size=60)


@given(TEXT, TEXT)
def test_the_pieces_spell_both_texts(old: str, new: str) -> None:
    paragraphs = compare(old, new)

    def bare(lines: list[str]) -> list[str]:
        return [stripped for stripped in ("".join(line.split()) for line in lines) if stripped]

    assert bare(spelled(paragraphs, "old", "deleted")) == bare(old.split("\n"))
    assert bare(spelled(paragraphs, "new", "inserted")) == bare(new.split("\n"))
    assert [each.new for each in paragraphs if each.new] == sorted(each.new for each in paragraphs if each.new)


@given(TEXT)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert changed(compare(text, text)) == []


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("执" * 1_000_000, "执" * 999_999 + "法"),
        ("执法" * 200_000, "法罚执" * 150_000),
        ("执\n法\n" * 50_000, "罚\n执\n" * 50_000),
        ("\n".join(map(str, range(1_000_005))), "1"),
    ],
    ids=["equal characters", "two rhythms", "many lines", "more tokens than code points"],
)
def test_hostile_texts_end(old: str, new: str) -> None:
    assert changed(compare(old, new))


def test_the_page_escapes_what_portals_wrote() -> None:
    page = as_html("<b>题", compare("正文<script>1</script>", "正文<script>2</script>"))
    assert "<script>" not in page
    assert "&lt;script&gt;<del>1</del><ins>2</ins>&lt;/script&gt;" in page
    assert "&lt;b&gt;题" in page


@pytest.fixture
def edited(world: World) -> int:
    """A report edited twice: the figures on the second day, back again on the third."""
    world.run()
    world.portal("mou")
    for day, body in (("2026-03-01", OLD), ("2026-03-02", NEW), ("2026-03-05", OLD)):
        world.at(day)
        key = world.report("mou", issuer="某市生态环境局", title="某市生态环境局2025年法治政府建设情况报告", body=body)
    return key


def test_the_last_two_versions_are_compared_by_default(edited: int, fazhi: Callable[..., Result]) -> None:
    result = fazhi("diff", str(edited))
    assert result.exit_code == 0
    assert "version 2 (source_changed, seen 2026-03-01T19:00:00Z) → version 3" in result.output
    assert "行政复议案件[-13-]{+3+}件,罚款[-546-]{+564+}万元。" in result.output


@pytest.mark.parametrize(
    "report", ["某市生态环境局 2025", "生态环境局2025年度", "http://www.mou.gov.cn/a.html", "https://mou.gov.cn/a.html"]
)
def test_a_report_is_found_by_what_is_known_of_it(edited: int, fazhi: Callable[..., Result], report: str) -> None:
    result = fazhi("diff", report, "1", "3", "--json")
    found = json.loads(result.output)
    assert (found["report"], found["old"]["version"], found["new"]["version"]) == (edited, 1, 3)
    assert found["paragraphs"] == []


def test_exit_code_tells_a_difference_only_when_asked(edited: int, fazhi: Callable[..., Result]) -> None:
    assert fazhi("diff", str(edited), "--exit-code").exit_code == 4
    assert fazhi("diff", str(edited), "1", "3", "--exit-code").exit_code == 0


def test_the_page_is_written_where_asked(edited: int, fazhi: Callable[..., Result], tmp_path: Path) -> None:
    assert fazhi("diff", str(edited), "--html", str(tmp_path / "d.html")).exit_code == 0
    assert "<del>13</del><ins>3</ins>" in (tmp_path / "d.html").read_text("utf-8")
    assert fazhi("diff", str(edited), "--html", "-").output == (tmp_path / "d.html").read_text("utf-8")


def test_what_cannot_be_compared_is_said(edited: int, world: World, fazhi: Callable[..., Result]) -> None:
    assert "no report fits '99'" in fazhi("diff", "99").output
    assert "there is no version 4; the report has 1 to 3" in fazhi("diff", str(edited), "4").output
    world.report("mou", name="b", issuer="某市生态环境局", report_year=2024)
    result = fazhi("diff", "某市生态环境局")
    assert result.exit_code == 1
    assert "more than one report fits" in result.output
    assert "there is no other version to compare it with" in fazhi("diff", "某市生态环境局 2024").output
    assert "no difference" in fazhi("diff", str(edited), "1", "3").output


def test_escape_codes_of_a_portal_do_not_reach_the_terminal(world: World, fazhi: Callable[..., Result]) -> None:
    world.run()
    world.portal("mou")
    for body in ("正文", "正文\x1b[31m红\u202e"):
        key = world.report("mou", title="题\x1b]0;x\x07", body=body)
    output = fazhi("diff", str(key)).output
    assert "\x1b" not in output
    assert "\u202e" not in output
    assert "红" in output
