"""Text layers that look like text and are none: fonts without a map to Unicode."""

from __future__ import annotations

import re

_STRANGE = re.compile("[\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LATIN = re.compile("[\u00a1-\u024f]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_ENOUGH = 20
_MANY = 200


def _common(char: str) -> bool:
    """One of the 3,755 characters of level 1 of GB 2312, which make up some 98 % of any text of our day."""
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


def garbled(text: str) -> bool:
    """Whether a page's text is mostly private, replaced or random characters."""
    visible = "".join(text.split())
    if len(visible) < _ENOUGH:
        return False
    if len(_STRANGE.findall(visible)) > 0.1 * len(visible) or len(_LATIN.findall(visible)) > 0.25 * len(visible):
        return True
    han = _HAN.findall(visible)
    return len(han) >= _MANY and sum(map(_common, han)) < 0.6 * len(han)
