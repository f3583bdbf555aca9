"""What must hold for every text: offsets, no lost digits, no crash, bounded work."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaning.figures import INDICATORS, RULES, check_arithmetic, read_figures
from cleaning.figures.frame_words import needed
from cleaning.figures.indicators.indicator import compile_indicator
from cleaning.figures.numbers import fold_line
from cleaning.figures.read import MOST_NUMBERS
from cleaning.text.numerals import number as value_of
from tests.cleaning.figure_scoring import shapes

PIECES = (
    "全年 立案 行政复议 行政诉讼案件 无 未发生 罚款 其中 、 , ， 。 ; （ ） ( ) 《 》 “ ” 件 万元 余 多 亿 近 约 至 由 "
    "较2018年 2019年 今年 每年 分别为 均为 % 100 3 12.5 两名 十余次 百分之百 第 次 家次 检查 下降 零 同比 个百分点"
)
WORDS = PIECES.split(" ")

texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=40).map("".join))


@given(st.lists(texts, max_size=4), st.one_of(st.none(), st.integers(2000, 2030)))
@settings(max_examples=400, deadline=None)
def test_offsets_point_at_what_they_name(lines: list[str], year: int | None) -> None:
    text = "\n".join(lines)
    reading = read_figures(lines, year)
    for figure in [*reading.named, *reading.candidates]:
        assert text[figure.start : figure.end] == figure.span
        assert figure.span
        assert figure.sentence in lines[figure.line]
        assert figure.span in lines[figure.line]
    for refusal in reading.refused:
        assert text[refusal.start : refusal.end] == refusal.span
        assert refusal.rule in RULES
    check_arithmetic(reading.named)


@given(st.lists(texts, max_size=3))
@example(["100十余次100十余次"])
@settings(max_examples=300, deadline=None)
def test_every_digit_is_a_figure_a_candidate_or_refused(lines: list[str]) -> None:
    lines = [line.replace("\n", "") for line in dict.fromkeys(lines)]
    reading = read_figures(lines, 2023)
    text = fold_line("\n".join(lines))
    figures = [*reading.named, *reading.candidates]
    covered = [(item.start, item.end) for item in [*figures, *reading.refused]]
    repeated = {fold_line(figure.span) for figure in figures}
    covered += [match.span() for span in repeated for match in re.finditer(re.escape(span), text)]
    said = {figure.value for figure in figures}
    for offset, character in enumerate(text):
        if character in "0123456789" and not any(start <= offset < end for start, end in covered):
            digits = _number_at(text, offset)
            assert any(abs(abs(value) - digits) < 1e-6 for value in said), (text, offset)


def _number_at(text: str, offset: int) -> float:
    start, end = offset, offset + 1
    while start and text[start - 1] in "0123456789.":
        start -= 1
    while end < len(text) and text[end] in "0123456789.":
        end += 1
    return float(text[start:end].strip(".") or 0) if text[start:end].count(".") < 2 else 0.0


@given(st.lists(texts, max_size=3))
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(lines: list[str]) -> None:
    first, second = read_figures(lines, 2023), read_figures(lines, 2023)
    assert first == second


@given(st.text(max_size=60))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold_line(text)) == len(text)


@pytest.mark.parametrize(
    "piece",
    ["1", "一", "《", "“", "无", "1,", "1件", "2020年", "法", "<", "行政处罚1件、", "(", "百分之", "每年", "全年"],
)
def test_a_million_characters_are_read_with_bounded_work(piece: str) -> None:
    reading = read_figures([piece * (1_000_000 // len(piece))], 2023)
    assert len(reading.named) + len(reading.candidates) + len(reading.refused) <= 2 * MOST_NUMBERS


@pytest.mark.parametrize(
    ("words", "number"),
    [("两", 2), ("十二", 12), ("二十", 20), ("一百零五", 105), ("百", 100), ("两千三百", 2300), ("二〇二四", 2024)],
)
def test_chinese_numerals(words: str, number: float) -> None:
    assert value_of(words) == number


def test_what_is_compiled_only_when_asked_can_be_compiled() -> None:
    for each in map(compile_indicator, INDICATORS):
        for expression in (*each.frames, each.needs, each.near, each.refuse, each.shuns, each.yields):
            assert expression is None or expression.search("") is None, (each.key, expression.pattern)


def test_a_frame_is_found_only_where_one_of_its_words_stands() -> None:
    texts = [f"{item['text'][:at]}#{item['text'][at:]}" for item in shapes() for at in (4, 12, 24)]
    for frame in {frame for indicator in INDICATORS for frame in indicator.frames}:
        words = needed(frame)
        found = [text for text in texts if re.search(frame, text)]
        assert all(any(word in text for word in words) for text in found if words), frame


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"审[查核](?:各类)?[^#,]{0,8}合同#", {"合同#"}),
        (r"(?:举办|开展)#[^,]{0,4}", {"举办", "开展"}),
        (r"(?:办理|办结)?#(?!率)案件?", {"案"}),
        (r"(?:受理了?|接到)(?:的)?[^#]{0,4}#", {"受理", "接到"}),
        (r"^[、 ]?#(?:参加|$)", set()),
    ],
)
def test_the_words_a_pattern_needs(pattern: str, words: set[str]) -> None:
    assert needed(pattern) == words
