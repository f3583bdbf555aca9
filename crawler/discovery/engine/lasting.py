"""Whether a request that a played page made will bring the same another night, proven by asking once more.

A value taken from another answer (a token, a key of a session) must be given again by that answer; where a request
carries the time, it must be answered alike at another time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import unquote

from crawler.discovery.engine.stage import Known
from crawler.items import PageRequest

LONG: Final = 12  # characters of a value in an address or a body that may be of the night alone
IN_HEADER: Final = 6
DAY: Final = 86_400
_STAMP: Final = re.compile(r"(?<!\d)(1[5-9]\d{8})(\d{3})?(?!\d)")
_APART: Final = re.compile(r"[\s&=?/\"'{}\[\]:,;]+")


def borrowed(known: Known, calls: Sequence[Known], page: str, own: Mapping[str, str]) -> Iterator[tuple[str, Known]]:
    """(value, the answer it is of) for what a request sends along that no page but another answer states."""
    sent = f"{unquote(known.request.url.partition('?')[2])} {unquote(known.request.body)}"
    values = [part for part in _APART.split(sent) if len(part) >= LONG and not _STAMP.fullmatch(part)]
    values += [part for value in own.values() for part in value.split() if len(part) >= IN_HEADER]
    for value in dict.fromkeys(values):
        if value not in page:
            source = next((each for each in calls if each is not known and value in each.text), None)
            if source is not None:
                yield value, source


def later(request: PageRequest) -> PageRequest | None:
    """The same request a day later, None where it carries no time."""
    url, body = (_STAMP.sub(_moved, text) for text in (request.url, request.body))
    return replace(request, url=url, body=body) if (url, body) != (request.url, request.body) else None


def _moved(found: re.Match[str]) -> str:
    return f"{int(found[1]) + DAY}{found[2] or ''}"
