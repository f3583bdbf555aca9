"""Answers that are packed: in base64, percent-encoded, or rows whose cells stand in one text, between the same sign."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import unquote

_BASE64: Final = re.compile(r"[A-Za-z0-9+/\s]{40,}={0,2}\s*")
_PERCENT: Final = re.compile(r"\s*(?:%3C|%5B|%7B)", re.I)
_BEGINS: Final = ("<", "{", "[")
_BETWEEN: Final = ("|", "^", "~", "\t", "#", ";", "$", ",")
MOST_CELLS: Final = 30


def unpacked(text: str) -> str:
    """What an answer says, whole texts in base64 or percent-encoded decoded; any other as it is."""
    if _PERCENT.match(text):
        return unquote(text)
    if _BASE64.fullmatch(text):
        try:
            said = base64.b64decode("".join(text.split()), validate=True).decode()
        except ValueError:
            return text
        return unpacked(said) if _PERCENT.match(said) else said if said.lstrip().startswith(_BEGINS) else text
    return text


def cells(items: Sequence[Any]) -> list[list[str]]:
    """The cells of rows that are one text each, [] where no sign parts all of them into as many."""
    if not items or not all(isinstance(item, str) for item in items):
        return []
    for sign in _BETWEEN:
        made = [item.split(sign) for item in items]
        if 1 < len(made[0]) <= MOST_CELLS and len({len(row) for row in made}) == 1:
            return made
    return []
