"""One way to fold, to read numerals and to read dates: forms of each crossed with where they stand."""

from __future__ import annotations

import datetime
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaning.attachments.readers.numbering import chinese
from cleaning.document.classify import classify
from cleaning.text import dates
from cleaning.text.normalize import fold, squeeze
from cleaning.text.numerals import number, quantity

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2036, 12, 31))
ZEROS = "〇○◯零OoＯ0０"
WIDE = str.maketrans("0123456789-/.:", "０１２３４５６７８９－／．：")


def _han_year(year: int, zero: str) -> str:
    return "".join(zero if digit == "0" else "〇一二三四五六七八九"[int(digit)] for digit in str(year))


def _han(day: datetime.date, zero: str = "〇") -> str:
    return f"{_han_year(day.year, zero)}年{chinese(day.month)}月{chinese(day.day)}日"


def _forms(day: datetime.date) -> list[str]:
    signs = [day.strftime(form) for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y 年 %m 月 %d 日")]
    short = f"{day.year}年{day.month}月{day.day}日"
    english = [day.strftime(form) for form in ("%b %d, %Y", "%d %B %Y", "%a %b %d 09:12:00 CST %Y")]
    return [*signs, short, *[text.translate(WIDE) for text in signs], *english, *[_han(day, zero) for zero in ZEROS]]


@settings(max_examples=60, deadline=None)
@given(DAYS)
def test_every_form_of_a_day_is_read_alike(day: datetime.date) -> None:
    for text in _forms(day):
        assert dates.first_date(text) == day.isoformat(), text
        assert dates.first_date(f"发布时间：{text} 来源：某局") == day.isoformat(), text
        assert dates.alone(f"[{text}]") == day.isoformat(), text
        assert dates.of_value(text) == day.isoformat(), text
    for text in (day.strftime("%y-%m-%d"), day.strftime("%y.%m.%d")):
        if day.year >= 2000:
            assert dates.alone(text) == dates.of_value(text) == day.isoformat()
        assert dates.first_date(text) is None


@settings(max_examples=40, deadline=None)
@given(st.datetimes(datetime.datetime(1990, 1, 1), datetime.datetime(2036, 12, 30)))
def test_stamps_are_the_day_in_beijing(moment: datetime.datetime) -> None:
    moment = moment.replace(microsecond=0, tzinfo=datetime.UTC)
    day = moment.astimezone(dates.CHINA).date().isoformat()
    seconds = int(moment.timestamp())
    for text in (moment.isoformat(), moment.strftime("%Y-%m-%dT%H:%M:%SZ"), moment.strftime("%Y-%m-%d %H:%M:%S UTC")):
        assert dates.first_date(text) == day, text
    assert dates.first_date(moment.strftime("%a, %d %b %Y %H:%M:%S GMT")) == day
    assert dates.of_value(moment.astimezone(dates.CHINA).isoformat()) == day
    assert dates.of_value(moment.astimezone(dates.CHINA).strftime("%Y%m%d%H%M%S")) == day
    if len(str(seconds)) == 10:
        assert dates.of_value(str(seconds)) == dates.of_value(f"/Date({seconds}000)/") == day


@pytest.mark.parametrize(
    "text",
    [
        "1970-01-01 08:00",
        "1970-01-21",
        "2099-12-31",
        "9999年12月31日",
        "1900-01-01",
        "0001-01-01",
        "2025-02-30",
        "二〇二五年十三月一日",
        "2024年1-2月统计表",
        "2022年1－6月情况报告",
        "2024-1-2月",
        "电话 2025-123-456",
        "192.168.2025.1.1",
        "",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert dates.first_date(text) is None
    assert dates.find(text) is None
    assert dates.alone(text) == ""


@pytest.mark.parametrize(
    ("text", "url", "day"),
    [
        ("12 2025-01", "", "2025-01-12"),
        ("2025-01 12", "", "2025-01-12"),
        ("01-12 2025", "", "2025-01-12"),
        ("2025年 01-12", "", "2025-01-12"),
        ("'25.01.12", "", "2025-01-12"),
        ("25年1月12日", "", "2025-01-12"),
        ("01-12", "http://a.gov.cn/zw/content_20250114_7.html", "2025-01-12"),
        ("12-30", "http://a.gov.cn/zw/202501131030.html", "2024-12-30"),
        ("01-12", "", ""),
        ("25-13-12", "", ""),
    ],
)
def test_rows_set_their_days_in_pieces(text: str, url: str, day: str) -> None:
    assert dates.alone(text, url) == day


@given(st.integers(1, 9999))
def test_numerals_are_read_as_they_are_written(value: int) -> None:
    words = chinese(value)
    assert number(words) == number(str(value).translate(WIDE)) == value
    assert number(words.replace("〇", "零")) == value
    assert number(words + "万") == value * 10_000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两百", 200),
        ("百", 100),
        ("廿三", 23),
        ("贰佰零伍", 205),
        ("两千五", 2500),
        ("三万五千", 35000),
        ("二O二四", 2024),
        ("九十九点五", 99.5),
        ("十百", None),
        ("一一十", None),
        ("三四", None),
        ("三件", None),
        ("", None),
    ],
)
def test_numerals(text: str, value: float | None) -> None:
    assert quantity(text) == value


@given(st.text(st.sampled_from("二〇0oOО○◯1年月一十百２ \u200b\u3000①⼆Ⅳ㎡，。“"), max_size=12))
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert squeeze(squeeze(text)) == squeeze(text)
    assert not any(sign.isspace() or unicodedata.category(sign) == "Cf" for sign in squeeze(text))


@pytest.mark.parametrize("zero", ZEROS)
@pytest.mark.parametrize("form", ["二{0}二四年", "2{0}24年", "二{0}{0}九年"])
def test_what_looks_like_a_zero_between_numerals_is_one(form: str, zero: str) -> None:
    text = form.format(zero)
    year = 2009 if "九" in form else 2024
    assert classify(f"青禾市水务局{text}法治政府建设年度报告", "").report_year == year


def test_signs_that_are_no_digits_stay() -> None:
    assert fold("①办件5②") == "①办件5②"
    assert fold("PM2.5 OK O型 10o") == "PM2.5 OK O型 10o"
