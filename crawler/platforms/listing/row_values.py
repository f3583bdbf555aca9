"""What a script makes of a field's value in the address of a row: a part of it, other signs between its numbers.

Written behind the field's name in a row's address: ``{time|0:10;->>}`` is the first ten signs of ``time`` without their
hyphens. ``a:b`` are the signs from a to b, ``a>>b`` is b for each a, ``a>b`` for the first, ``a<n`` the n-th piece
between the a.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crawler.platforms.listing.javascript import Token

METHODS: Final = frozenset({"substring", "substr", "slice", "replace", "replaceAll", "split"})
IDLE: Final = frozenset({"toString", "trim", "toLowerCase", "valueOf"})
_CHANGE: Final = re.compile(
    r"(?P<start>\d{1,3}):(?P<end>\d{1,3})|(?P<old>[^<>]{1,5})(?:(?P<all>>>?)(?P<new>[^<>]{0,5})|<(?P<nth>\d))"
)


def changed(value: str, changes: str) -> str:
    """A field's value as the script changes it."""
    for change in filter(None, changes.split(";")):
        found = _CHANGE.fullmatch(change)
        if found is None:
            continue
        if found["start"]:
            value = value[int(found["start"]) : int(found["end"])]
        elif found["nth"]:
            pieces = value.split(found["old"])
            value = pieces[int(found["nth"])] if int(found["nth"]) < len(pieces) else ""
        else:
            value = value.replace(found["old"], found["new"], -1 if found["all"] == ">>" else 1)
    return value


def change(method: str, given: Sequence[Token], index: str) -> str:
    """What a call of a method does to a text, "" for nothing that can be said; ``index`` stands in brackets behind."""
    texts = _arguments(given)
    if method in ("substring", "substr", "slice") and len(texts) > 1 and all(text.isdecimal() for text in texts[:2]):
        start, end = int(texts[0]), int(texts[1])
        return f"{start}:{start + end if method == 'substr' else end}"
    if method in ("replace", "replaceAll") and len(texts) > 1:
        every = method == "replaceAll" or (given[0].text == "/" and given[0].kind == "mark")
        return f"{texts[0]}{'>>' if every else '>'}{texts[1]}"
    return f"{texts[0]}<{index}" if method == "split" and texts and index.isdecimal() else ""


def _arguments(given: Sequence[Token]) -> list[str]:
    """The texts of arguments, of a regular expression what stands in it."""
    found, inside = [""], False
    for piece in given:
        if piece.kind == "mark" and piece.text == "/":
            inside = not inside
        elif piece.kind == "mark" and piece.text == "," and not inside:
            found.append("")
        elif inside or piece.kind in ("string", "number"):
            found[-1] += piece.text if piece.text != "\\" else ""
    return found
