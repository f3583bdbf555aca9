"""How exact a number is said to be."""

from __future__ import annotations

import re
from typing import Final

from cleaning.figures.numbers import Number

_BEFORE: Final = re.compile(
    r"(?:(?P<least>不少于|不低于|不得少于|不得低于|至少|达?上)"
    r"|(?P<more>超过|超出|突破|多于|高于|大于|[超逾])"
    r"|(?P<approx>将近|接近|大约|大概|[近约]))(?:达|为|了|到)? ?$"
)
_APPROX_CLAUSE: Final = re.compile(r"约(?:占|为|有|达)?[^,\uff0c。;、0-9]{0,12}$")
_AFTER: Final = re.compile(r" ?(?:[\u4e00-\u9fff]{0,2}?)(?:(?P<least>以上)|(?P<approx>左右|上下))")


def qualifier(number: Number, text: str) -> str:
    """exact, at_least, more_than, approx or range.

    余 and 多 leave the number as the lower bound, 以上 includes it (民法典 art. 1259), 超 and 逾 do not;
    近 and 约 are approximate.
    """
    if number.upper is not None:
        return "range"
    before = text[max(0, number.start - 16) : number.start]
    match = _BEFORE.search(before)
    if match:
        return {"least": "at_least", "more": "more_than", "approx": "approx"}[match.lastgroup or "approx"]
    if number.more:
        return "at_least"
    after = _AFTER.match(text, number.end)
    if after:
        return "at_least" if after["least"] else "approx"
    return "approx" if "约" in before and _APPROX_CLAUSE.search(before) else "exact"
