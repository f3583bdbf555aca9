"""Placed text to paragraphs: what no office program writes by itself."""

from __future__ import annotations

import pytest

from cleaning.attachments.layout import page_text
from cleaning.attachments.layout.page_text import Cell, Glyph, Line, Sheet
from cleaning.attachments.layout.paragraphs import paragraphs
from cleaning.attachments.layout.running import is_contents, is_page_number, without_running
from cleaning.attachments.readers.garbled import garbled
from cleaning.attachments.readers.numbering import chinese, number
from cleaning.attachments.readers.ocr import widened
from cleaning.attachments.readers.plain import read as read_plain
from cleaning.attachments.reading import Limits

BODY = "认真贯彻落实法治政府建设工作要点全面履行政府职能推进依法行政坚持以法治力量护航"


def sheet(lines: list[tuple[float, float, str]]) -> Sheet:
    """A page of lines of 10-point type: left edge, top, text."""
    made = [Line([Cell(x, y, x + sum(5 if c.isascii() else 10 for c in t), y + 10, 10, t)]) for x, y, t in lines]
    return Sheet(595, 842, made)


@pytest.mark.parametrize(
    "text", ["第 3 页", "第3页 共12页", "第三页", "— 3 —", "－３－", "- 12 -", "3/12", "Page 3 of 12", "·3·"]
)
def test_page_numbers_are_known_by_their_form(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["第三部分", "2024年", "一、总体情况", "3月12日", "12345", "(3)"])
def test_other_numbers_are_no_page_numbers(text: str) -> None:
    assert not is_page_number(text)


def test_lines_of_a_table_of_contents_are_known() -> None:
    assert is_contents("一、主要做法………………3")
    assert is_contents("（二）问题 . . . . . . . . 12")
    assert not is_contents("执法……成效明显")


def test_running_heads_go_and_repeated_text_stays() -> None:
    sheets = [
        sheet([(50, 30, "某某局年度报告"), (50, 300, "重复的正文"), (50, 400, f"正文{n}"), (290, 800, str(n + 1))])
        for n in range(4)
    ]
    without_running(sheets)
    assert [[line.text for line in page.lines] for page in sheets] == [["重复的正文", f"正文{n}"] for n in range(4)]


def test_a_bare_number_that_counts_no_pages_stays() -> None:
    sheets = [sheet([(50, 300, "正文"), (290, 800, "12345")]), sheet([(50, 300, "正文"), (290, 800, "88")])]
    without_running(sheets)
    assert [page.lines[-1].text for page in sheets] == ["12345", "88"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = sheet([(70, 100, BODY), (50, 120, BODY + "政法"), (50, 140, BODY + "机关")])
    second = sheet([(50, 100, "各级各部门。"), (70, 120, "二、存在问题"), (70, 140, BODY), (50, 160, "完。")])
    assert paragraphs([first, second]) == [
        BODY + BODY + "政法" + BODY + "机关" + "各级各部门。",
        "二、存在问题",
        BODY + "完。",
    ]


def test_printed_blanks_begin_a_paragraph_where_no_other_line_shows_the_margin() -> None:
    lines = ["某某市生态环境局2024年度法治政府建设情况报告", "一、认真贯彻落实法治政府建设工作要点推进依法行政"]
    pieces = [
        Glyph(50 + 10 * at, 20 * row, 60 + 10 * at, 20 * row + 10, 10, char)
        for row, line in enumerate(lines)
        for at, char in enumerate(f"　　{line}")
    ]
    assert paragraphs([Sheet(595, 842, page_text.lines_of(pieces))]) == lines


def test_paragraphs_without_indents_end_where_a_line_is_short_and_begin_with_numbers() -> None:
    full = BODY[:37] + "。"
    page = sheet(
        [(50, 100, BODY[:38]), (50, 120, full), (50, 140, "一、" + BODY[:36]), (50, 160, "完。"), (50, 180, BODY)]
    )
    assert paragraphs([page]) == [BODY[:38] + full, "一、" + BODY[:36] + "完。", BODY]


def test_a_title_in_larger_type_over_two_lines_is_one() -> None:
    title = Line([Cell(100, 50, 400, 75, 25, "某某市生态环境局")]), Line([Cell(60, 85, 440, 110, 25, "2024年度报告")])
    page = sheet([(70, 140, BODY), (50, 160, BODY), (50, 180, "完。")])
    page.lines = [*title, *page.lines]
    assert paragraphs([page])[0] == "某某市生态环境局2024年度报告"


def test_columns_of_numbers_without_rules_are_rows() -> None:
    rows = [["类别", "件数", "金额"], ["处罚", "12", "2.59"], ["复议", "3", "0.1"]]
    lines = [
        Line([Cell(x, y, x + 30, y + 10, 10, text) for x, text in zip((50, 200, 350), row, strict=True)])
        for y, row in zip((100, 120, 140), rows, strict=True)
    ]
    page = Sheet(595, 842, lines)
    page_text.arrange([page])
    assert paragraphs([page]) == ["\t".join(row) for row in rows]


def test_text_layers_without_a_map_to_unicode_are_garbled() -> None:
    assert garbled("\ue001\ue002\ue003" * 20)
    assert garbled("\ufffd" * 30)
    assert garbled("ÈçºÎ·¨ÖÎÕþ¸®½¨Éè" * 5)
    assert garbled("".join(chr(0x4E00 + 53 * n % 20000) for n in range(400)))
    assert not garbled(BODY * 10)
    assert not garbled("VOCs 12.5 t/a, 2024" * 5)


def test_a_wrapped_plain_text_is_joined_and_another_left_alone() -> None:
    text = "　　" + "\n".join(BODY * 3)[:0] + BODY[:28] + "\n" + "\n".join([BODY[:30]] * 6) + "\n完。\n　　另起一段。"
    assert read_plain(text.encode("gb18030"), Limits()).text.split("\n") == [
        BODY[:28] + BODY[:30] * 6 + "完。",
        "另起一段。",
    ]
    lines = ["一、总体情况", BODY * 4, "二、存在问题", BODY * 3]
    assert read_plain("\r\n".join(lines).encode(), Limits()).text.split("\n") == lines


def test_numbers_are_written_as_headings_count() -> None:
    assert [chinese(n) for n in (1, 10, 11, 20, 21, 100, 105, 110)] == [
        "一",
        "十",
        "十一",
        "二十",
        "二十一",
        "一百",
        "一百〇五",
        "一百一十",
    ]
    assert (number(3, "decimalEnclosedCircle"), number(3, "upperLetter"), number(4, "lowerRoman")) == ("③", "C", "iv")


def test_recognised_punctuation_is_widened_between_chinese_characters() -> None:
    assert widened("行政,坚持(一)依法 行政") == "行政，坚持（一）依法行政"
    assert widened("国办发[2024]12号,共12,345.6万元") == "国办发〔2024〕12号，共12,345.6万元"
    assert widened("VOCs (t/a), 3:1") == "VOCs (t/a), 3:1"


@pytest.mark.parametrize("length", [18, 24, 30])
def test_a_line_without_an_indent_goes_on_with_an_unfinished_one_however_short(length: int) -> None:
    text = "（一）执法" + "。" + BODY[: length - 7] + "，"
    full = BODY + "政法"
    above = [(70, 100, BODY), (50, 120, full), (50, 140, full)]
    page = sheet([*above, (70, 160, text), (50, 180, "立案12件。"), (70, 200, BODY)])
    assert paragraphs([page]) == [BODY + full + full, text + "立案12件。", BODY]


@pytest.mark.parametrize(("step", "text"), [(10.0, "2025年12件"), (9.0, "2025年12件"), (5.0, "2025年12件")])
def test_digits_set_wide_are_one_number(step: float, text: str) -> None:
    at, pieces = 50.0, []
    for sign in text:
        pieces.append(Glyph(at, 100, at + (5 if sign.isascii() else 10), 110, 10, sign))
        at += step if sign.isascii() else 10.0
    assert page_text.lines_of(pieces)[0].text == text


def test_numbers_apart_stay_apart() -> None:
    places = zip("12 34", (50, 55, 60, 65, 70), strict=True)
    pieces = [Glyph(at, 100, at + 5, 110, 10, sign) for sign, at in places if sign != " "]
    assert page_text.lines_of(pieces)[0].text == "12 34"
