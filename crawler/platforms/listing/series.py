"""Which address the pages between two known ones have, where one number in both counts the pages.

A pager that shows ``1 2 … 14`` links the second page and the last: what both have in common, but for one number that
grows, shrinks or leaps as their places do, spells the pages between. A page asked for so proves itself by its rows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from string import ascii_letters
from typing import Final

from crawler.items import PageRequest

MOST: Final = 100_000  # the highest number a page of a list bears
_DIGITS: Final = re.compile(r"([0-9]+)")


@dataclass(frozen=True, slots=True)
class Series:
    """Requests alike but for one number: ``first`` where page 0 would be, ``step`` from one page to the next."""

    like: PageRequest
    at: int
    first: int
    step: int
    width: int

    def page(self, number: int) -> PageRequest | None:
        """The request for one page, None for one before the first."""
        value = self.first + self.step * number
        if not 0 <= value <= MOST:
            return None
        pieces = _pieces(self.like)
        pieces[self.at] = str(value).zfill(self.width)
        url, _, body = "".join(pieces).partition("\n")
        return replace(self.like, url=url, body=body, derived=True)


def between(known: Mapping[int, PageRequest | None], number: int, last: int = 0) -> PageRequest | None:
    """The request for a page by the others that are known, None unless all of them agree.

    Only for a page before the last that is known or, by what the pager states, is there.
    """
    told = {page: request for page, request in known.items() if request is not None and page > 1}
    if not number < max([*told, last + 1]):
        return None
    series = _series(told, known.get(1), last)
    return series.page(number) if series else None


def _series(told: Mapping[int, PageRequest], start: PageRequest | None, last: int) -> Series | None:
    pages = sorted(told)
    if len(pages) > 1:
        series = _by_two(pages[0], told[pages[0]], pages[-1], told[pages[-1]])
    else:
        series = _by_one(pages[0], told[pages[0]], start, last) if pages and start else None
    fits = series and all(_same(series.page(page), told[page]) for page in pages)
    return series if fits else None


def _by_two(page: int, one: PageRequest, other_page: int, other: PageRequest) -> Series | None:
    """By two pages whose requests differ in one number, as much as their places do or by a number of rows for each."""
    pieces, others = _pieces(one), _pieces(other)
    if (one.method, len(pieces)) != (other.method, len(others)):
        return None
    unlike = [at for at, (piece, against) in enumerate(zip(pieces, others, strict=True)) if piece != against]
    if len(unlike) != 1 or unlike[0] % 2 == 0:
        return None
    (at,) = unlike
    step, rest = divmod(int(others[at]) - int(pieces[at]), other_page - page)
    first = int(pieces[at]) - step * page
    counts_rows = first + step in (0, 1)
    if rest or not (abs(step) == 1 or (step > 1 and counts_rows)):
        return None
    return Series(one, at, first, step, _width(pieces[at]))


def _by_one(page: int, one: PageRequest, start: PageRequest, last: int) -> Series | None:
    """By one page, where a single number of those that the first page has not can be its place: the page's own, or
    that of a list that counts from 0; of pages that count down, how many come behind it."""
    pieces = _pieces(one)
    alike = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(pieces, _pieces(start), strict=False))))
    for value, step in ((page, 1), (page - 1, 1), (last - page + 1, -1)):
        places = [
            at for at in range(1, len(pieces), 2) if at >= alike and int(pieces[at]) == value and _ends_word(pieces, at)
        ]
        if places:
            at = places[0]
            return Series(one, at, value - step * page, step, _width(pieces[at])) if len(places) == 1 else None
    return None


def _ends_word(pieces: list[str], at: int) -> bool:
    """Whether a number stands alone or behind letters (``p2.html``): one among letters and digits is part of a name."""
    before, after = pieces[at - 1], pieces[at + 1]
    letters = len(before) - len(before.rstrip(ascii_letters))
    return not after[:1].isalnum() and (at == 1 or letters < len(before))


def _pieces(request: PageRequest) -> list[str]:
    """A request's address and body, its numbers at the odd places."""
    return _DIGITS.split(f"{request.url}\n{request.body}")


def _width(number: str) -> int:
    """How many digits a number has that is written with zeros before it, 1 for any other."""
    return len(number) if number.startswith("0") else 1


def _same(one: PageRequest | None, other: PageRequest) -> bool:
    return one is not None and (one.url, one.body) == (other.url, other.body)
