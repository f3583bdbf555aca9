"""Dates as Chinese pages, listings, signatures and addresses write them. A day is ISO text; "" or None says none."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from cleaning.text.normalize import fold
from cleaning.text.numerals import number

FIRST_YEAR: Final = 1949
LAST_YEAR: Final = 2037
"""Later years are what systems write for "never": 2038 ends 32-bit clocks, 2050, 2099 and 9999 stand for no end."""
CHINA: Final = datetime.timezone(datetime.timedelta(hours=8))

_YEAR: Final = "(?:19|20)[0-9]{2}"
_HAN_YEAR: Final = "[一二][〇零一二三四五六七八九]{3}"
_HAN: Final = "[元正初一二三四五六七八九十廿卅]"
_GAP: Final = " {0,4}"
_MONTH: Final = f"{_GAP}年{_GAP}(?:[0-9]{{1,2}}|{_HAN}{{1,3}}){_GAP}月{_GAP}"
WRITTEN: Final = f"(?:{_YEAR}|{_HAN_YEAR}){_MONTH}(?:[0-9]{{1,2}}|{_HAN}{{1,4}}){_GAP}[日号]"
"""A pattern for a whole date with its words in a folded text: 2025年1月10日, 二〇二五年一月十日."""
DATE: Final = (
    f"(?:{WRITTEN}|{_YEAR}{_MONTH}[0-9]{{1,2}}(?![0-9])"
    f"|{_YEAR}{_GAP}[-/._—–]{_GAP}[0-9]{{1,2}}{_GAP}[-/._—–]{_GAP}[0-9]{{1,2}}(?![0-9]))"
)
"""A pattern for a date in any form with separators in a folded text."""
TIME: Final = "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?"
"""A pattern for a time of day in a folded text."""

_WORDS: Final = re.compile(
    rf"(?<![0-9])({_YEAR}|{_HAN_YEAR}){_GAP}年{_GAP}([0-9]{{1,2}}|{_HAN}{{1,3}}){_GAP}月{_GAP}"
    rf"(?:([0-9]{{1,2}})(?![0-9]){_GAP}[日号]?|({_HAN}{{1,4}}){_GAP}[日号])"
)
_SIGNS: Final = re.compile(
    rf"(?<![0-9.])({_YEAR}){_GAP}([-/._—–]){_GAP}(1[0-2]|0?[1-9]){_GAP}\2{_GAP}(3[01]|[12][0-9]|0?[1-9])"
    rf"(?=[0-9]{{2}}:[0-9]{{2}}|(?![0-9]| ?月))"
    rf"(?: ?日)?"
)
_COMPACT: Final = re.compile(rf"(?<![0-9])({_YEAR})(1[0-2]|0[1-9])(3[01]|[12][0-9]|0[1-9])(?![0-9])")
_NAMES: Final = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS: Final = {name: month for month, name in enumerate(_NAMES.split(), start=1)}
_NAME: Final = rf"({_NAMES.replace(' ', '|')})[a-z]{{0,6}}"
_TH: Final = "(?:st|nd|rd|th)?"
_ENGLISH: Final = (
    re.compile(rf"(?<![0-9a-z])([0-9]{{1,2}}){_TH}[ ,.-]{{0,3}}{_NAME}[ ,.-]{{0,3}}({_YEAR})(?![0-9])", re.I),
    re.compile(rf"(?<![a-z]){_NAME}[ .]{{0,2}}([0-9]{{1,2}}){_TH}[ ,]{{1,3}}({_YEAR})(?![0-9])", re.I),
    re.compile(rf"(?<![a-z]){_NAME} {{1,2}}([0-9]{{1,2}}) {TIME} [A-Z+:0-9]{{0,9}} ?({_YEAR})(?![0-9])", re.I),
)
_HAS_MONTH: Final = re.compile(_NAME, re.I)
_ZONED: Final = re.compile(rf"[T ]{{1,2}}({TIME}) ?(Z(?![a-z])|UTC|GMT|[+-][0-9]{{2}}:?[0-9]{{2}})", re.I)

_SHORT_YEAR: Final = re.compile(
    r"(?<![0-9])['’]?([0-9]{2})(?:([-/.])(1[0-2]|0[1-9])\2(3[01]|[12][0-9]|0[1-9])|年(1[0-2]|0?[1-9])月(3[01]|[12][0-9]|0?[1-9])日)(?![0-9])"
)
_Y: Final = f"(?P<y>{_YEAR})"
_M: Final = "(?P<m>1[0-2]|0?[1-9])"
_D: Final = "(?P<d>3[01]|[12][0-9]|0?[1-9])"
_SPLIT: Final = (
    re.compile(rf"^\W*{_D} ?日? +{_Y} ?[-/.年] ?{_M} ?月?\W*$"),
    re.compile(rf"^\W*(?P<d>3[01]|[12][0-9]|0[1-9]){_Y}[-/.年]{_M}月?\W*$"),
    re.compile(rf"^\W*{_Y} ?[-/.年] ?{_M} ?月? +{_D} ?日?\W*$"),
    re.compile(rf"^\W*{_M} ?[-/.月] ?{_D} ?日? +{_Y} ?年?\W*$"),
    re.compile(rf"^\W*{_Y} ?年? +{_M} ?[-/.月] ?{_D} ?日?\W*$"),
)
_MONTH_DAY: Final = re.compile(r"^\W*(1[0-2]|0?[1-9]) ?[-/.月] ?(3[01]|[12][0-9]|0?[1-9]) ?日?\W*$")
_STAMP: Final = re.compile(r"^(?:/Date\()?([0-9]{10})(?:[0-9]{3})?(?:[+-][0-9]{4})?(?:\)/)?$")
_DIGITS: Final = re.compile(rf"^({_YEAR})(1[0-2]|0[1-9])(3[01]|[12][0-9]|0[1-9])[0-9]{{4}}(?:[0-9]{{2}})?$")
_URL_FORMS: Final = (
    re.compile(rf"/t({_YEAR})([0-9]{{2}})([0-9]{{2}})_[0-9]"),
    re.compile(rf"/({_YEAR})/([0-9]{{1,2}})/([0-9]{{1,2}})/"),
    re.compile(rf"[/_-]({_YEAR})(1[0-2]|0[1-9])(3[01]|[12][0-9]|0[1-9])(?=(?:[0-9]{{4}}|[0-9]{{6}})?[_./-])"),
    re.compile(rf"/({_YEAR})-([0-9]{{1,2}})-([0-9]{{1,2}})/"),
    re.compile(rf"/({_YEAR})([0-9]{{2}})/?([0-9]{{2}})/"),
    re.compile(rf"/({_YEAR})/([0-9]{{2}})([0-9]{{2}})/"),
    re.compile(rf"/({_YEAR})[-/]?([0-9]{{2}})/"),
    re.compile(rf"/({_YEAR})/"),
)
_CLOCK: Final = re.compile(rf"{TIME}|[\W_]+")
LIKELY: Final = re.compile("[\\d年\uf98e]")
"""What a text must hold to hold a date, folded or not."""
DEADLINE: Final = re.compile(r"\W*(?:截止|截至|有效期|失效)[^\d]{0,8}\d")
"""What opens with the day of something else than publication."""
_BRACKETS: Final = "[]【】()〔〕 "
_YEAR_WORD: Final = re.compile("[二2][〇零0][一二三四五六七八九〇零0-9]{2}(?=年|度)")
_DIGIT: Final = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")} | {"〇": "0"}
_CELL: Final = 60
_LABEL: Final = 6


class Found(NamedTuple):
    """A day and where it stands in the text."""

    day: str
    start: int
    end: int


def iso(year: int, month: int, day: int) -> str | None:
    """YYYY-MM-DD if there is such a day and a document can bear it, else None.

    The first month of 1970 is a clock at zero, or seconds read as milliseconds.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR or (year == 1970 and month == 1):
        return None
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def days(text: str) -> Iterator[Found]:
    """The whole dates of a text: those with separators in reading order, then English and compact ones.

    A stamp with a time zone (2025-01-11T18:30:00Z) is the day it was in Beijing.
    """
    if len(text) < 6 or not LIKELY.search(text):
        return
    folded = fold(text)
    written = [*_written(folded), *_signs(folded)]
    yield from sorted(written, key=lambda found: found.start)
    yield from _english(folded)
    for match in _COMPACT.finditer(folded):
        if day := iso(int(match[1]), int(match[2]), int(match[3])):
            yield Found(day, *match.span())


def _written(folded: str) -> Iterator[Found]:
    """The dates with 年 and 月."""
    for match in _WORDS.finditer(folded) if "年" in folded else ():
        year, month, day = (_value(part) for part in (match[1], match[2], match[3] or match[4]))
        if found := iso(year, month, day):
            yield Found(found, *match.span())


def _value(text: str) -> int:
    """The value of a year, month or day; 元, 正 and 初 are names of the first."""
    if text.isdecimal():
        return int(text)
    return number(text.replace("元", "一").replace("正", "一").removeprefix("初")) or 0


def _signs(folded: str) -> Iterator[Found]:
    """The dates with signs between their parts: 2025-01-10."""
    for match in _SIGNS.finditer(folded):
        if day := iso(int(match[1]), int(match[3]), int(match[4])):
            yield _in_china(day, folded, match)


def _english(folded: str) -> Iterator[Found]:
    """The dates with an English month."""
    for at, form in enumerate(_ENGLISH if _HAS_MONTH.search(folded) else ()):
        for match in form.finditer(folded):
            day, month = (match[1], match[2]) if not at else (match[2], match[1])
            if found := iso(int(match[3]), _MONTHS[month[:3].lower()], int(day)):
                yield _in_china(found, folded, match)


def _in_china(day: str, folded: str, match: re.Match[str]) -> Found:
    """A day, moved to Beijing's where a time with a zone follows it."""
    zoned = _ZONED.match(folded, match.end())
    if zoned is None:
        return Found(day, *match.span())
    zone = "+00:00" if zoned[2][0] not in "+-" else zoned[2]
    try:
        moment = datetime.datetime.fromisoformat(f"{day}T{zoned[1].zfill(5)}{zone}")
        return Found(moment.astimezone(CHINA).date().isoformat(), match.start(), zoned.end())
    except (ValueError, OverflowError):
        return Found(day, *match.span())


def find(text: str) -> Found | None:
    """The first date of a text that is written with separators, None if there is none."""
    return _first(fold(text)) if len(text) >= 6 and LIKELY.search(text) else None


def _first(folded: str) -> Found | None:
    """The first date with separators of a folded text."""
    return min((*_written(folded), *_signs(folded)), key=lambda found: found.start, default=None)


def last(text: str) -> str:
    """The last date of a text that is written with separators."""
    folded = fold(text)
    return max((*_written(folded), *_signs(folded)), key=lambda found: found.start, default=Found("", 0, 0)).day


def first_date(text: str) -> str | None:
    """The first date in a text as YYYY-MM-DD; None if there is none."""
    return next((found.day for found in days(text)), None)


def of_value(text: str) -> str | None:
    """The day a labelled value states: as ``first_date``, a year of two digits (26-03-20), or a clock's stamp."""
    text = text.strip()
    if found := first_date(text) or of_stamp(text):
        return found
    short = _SHORT_YEAR.match(fold(text))
    return _short_year(short) if short else None


def of_stamp(text: str) -> str | None:
    """The day of a stamp: seconds or milliseconds since 1970, as number or /Date(1736619000000)/, or 20250112102000."""
    if digits := _DIGITS.match(text):
        return iso(*map(int, digits.groups()))
    stamp = _STAMP.match(text)
    if stamp is None:
        return None
    moment = datetime.datetime.fromtimestamp(int(stamp[1]), tz=CHINA)
    return iso(moment.year, moment.month, moment.day)


def _short_year(match: re.Match[str]) -> str | None:
    """The day of a date whose year has two digits."""
    return iso(2000 + int(match[1]), int(match[3] or match[5]), int(match[4] or match[6]))


def alone(text: str, url: str = "", room: int = 30) -> str:
    """The date of a cell that holds little else (``room`` characters).

    Forms seen on portals: ``2026-02-14 17:32``, ``2026年02月14日``, ``[2022-03-24]``, ``2026/04/09``, ``20260214``,
    ``26-02-14``, ``Feb 14, 2026``, a day set above its month (``14`` ``2026-02``), and ``02-14`` whose year only the
    address gives.
    """
    if not LIKELY.search(text):
        return ""
    text = " ".join(fold(text).split())
    if len(text) > _CELL:
        return ""
    if found := _first(text) or next(_english(text), None):
        return found.day if _room(text, found.start, found.end) <= room else ""
    return _split(text) or _brief(text) or _complete(text, url)


def _brief(text: str) -> str:
    """The day of a cell that holds a date without separators, or one with a year of two digits."""
    if len(text.strip(_BRACKETS)) <= 10 and (compact := _COMPACT.search(text)):
        return iso(*map(int, compact.groups())) or ""
    if (short := _SHORT_YEAR.search(text)) and _room(text, *short.span()) <= _LABEL:
        return _short_year(short) or ""
    return ""


def _room(text: str, start: int, end: int) -> int:
    """How many characters a cell holds beside its date and time."""
    return len(_CLOCK.sub("", text[:start] + text[end:]))


def _split(text: str) -> str:
    """The day of a cell whose parts stand in another order or apart: 14 2026-02, 02-14 2026."""
    for form in _SPLIT:
        if match := form.match(text):
            return iso(int(match["y"]), int(match["m"]), int(match["d"])) or ""
    return ""


def split_pair(one: str, other: str) -> str:
    """The date that two neighbouring texts make, the day set apart from year and month."""
    if len(one) > 12 or len(other) > 12 or find(one) or find(other):
        return ""
    return _split(fold(f"{' '.join(one.split())} {' '.join(other.split())}"))


def _complete(text: str, url: str) -> str:
    """A day without a year (02-14), in the year that lies nearest to the address's date."""
    written = _MONTH_DAY.match(text)
    near = of_url(url) if written else None
    if written is None or near is None:
        return ""
    years = (near.year, near.year - 1, near.year + 1)
    options = filter(None, (iso(year, int(written[1]), int(written[2])) for year in years))
    return min(options, key=lambda option: abs((datetime.date.fromisoformat(option) - near).days), default="")


def of_url(url: str) -> datetime.date | None:
    """The date an address carries (``t20250314_1``, ``/2026/8/28/``, ``/20240401/``, ``/202503/``); None without."""
    for form in _URL_FORMS:
        if found := form.search(url):
            parts = [int(part) for part in found.groups()]
            default = [1, 7, 1] if len(parts) == 1 else [1, 1, 15]
            if day := iso(*(parts + default[len(parts) :])):
                return datetime.date.fromisoformat(day)
    return None


def years_in_digits(text: str) -> str:
    """A folded text with its years in Arabic digits: 二〇二四年 is 2024年."""
    return _YEAR_WORD.sub(lambda match: "".join(_DIGIT.get(sign, sign) for sign in match[0]), text)
