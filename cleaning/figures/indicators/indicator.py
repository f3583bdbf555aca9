"""What a named indicator is: its words, units and refusals."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

CASES: Final = "件 宗 起 例 案 个"
PAPERS: Final = "件 份 个 项 部 篇"
TIMES: Final = "次 场 期 场次 轮 轮次 回"
PLACES: Final = "家次 户次 家 户 个次 个 所次 所 厂次 点次 处次 处 项次 件次 次 车次 辆次 艘次 台次"
PEOPLE: Final = "人次 人 名 位"
MONEY: Final = "元"
RATE: Final = "%"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One key of the figure dictionary as data.

    A number is claimed by what stands around it in its clause, written ``left#right`` with ``#`` for the number.

    ``heads``: words that end directly before the number (a connecting 共, 达, 为 … is dropped first; for cases they are
    also tried with 案件 or 案 behind them). ``frames``: regular expressions over ``left#right``, tried after the heads.
    ``units``: the measure words allowed, without 万 or 亿. ``topic``: the subject (see ``lookup.topics``) that must be
    the last one named before the number. ``follows``: keys one of which the sentence must have named before.
    ``needs`` must be found in the sentence up to the end of the clause, ``near`` in the whole sentence (a clause behind
    the number may name its object), ``refuse`` not in the clause, ``shuns`` not in the whole sentence; a head gives
    way where ``yields`` is found behind the number.
    ``zero``: words whose denial (无X, 未发生X, 零X) means 0. ``period`` and ``dated``: the count is not one of a year.
    ``joint`` allows a coordinated head (没收违法所得和罚款). ``blocks``: the head ends the search, nobody claims it.
    ``baseline`` takes the earlier value of a change too (从90%提升至100%). ``part_of``: the key whose count this one
    is always a part of.
    """

    key: str
    label: str
    units: str
    heads: str = ""
    frames: tuple[str, ...] = ()
    topic: str = ""
    follows: str = ""
    needs: str = ""
    near: str = ""
    refuse: str = ""
    yields: str = ""
    shuns: str = ""
    zero: str = ""
    period: str = "annual"
    dated: bool = True
    joint: bool = False
    blocks: bool = False
    baseline: bool = False
    part_of: str = ""


class Expression:
    """A regular expression that is compiled when it is first asked: the numbers of a few reports ask few of all."""

    def __init__(self, pattern: str) -> None:
        self.pattern: Final = pattern

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(self.pattern).search


@dataclass(frozen=True, slots=True)
class Compiled:
    """An indicator with its expressions ready to be asked and its units as a set."""

    data: Indicator
    units: frozenset[str]
    frames: tuple[Expression, ...]
    needs: Expression | None
    near: Expression | None
    refuse: Expression | None
    shuns: Expression | None
    yields: Expression | None

    @property
    def key(self) -> str:
        return self.data.key


def compile_indicator(data: Indicator) -> Compiled:
    """The indicator ready for use."""
    needs, near, refuse, shuns, yields = (
        Expression(pattern) if pattern else None
        for pattern in (data.needs, data.near, data.refuse, data.shuns, data.yields)
    )
    return Compiled(
        data=data,
        units=frozenset(data.units.split()),
        frames=tuple(map(Expression, data.frames)),
        needs=needs,
        near=near,
        refuse=refuse,
        shuns=shuns,
        yields=yields,
    )
