"""Checks a report's figures against each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from cleaning.report import Figure

_RATES: Final = {
    "town_transferred_share": ("town_transferred_cases", "cases_filed"),
    "litigation_loss_rate": ("litigation_lost", "litigation_cases"),
    "eco_damage_close_rate": ("eco_damage_cases_closed", "eco_damage_cases_started"),
    "reconsideration_corrected_rate": ("reconsideration_corrected", "reconsideration_concluded"),
}
"""Rates with the figures they should be part and whole of."""

_CASE_BOUNDS: Final = (100.0, 5_000_000.0)


def check_arithmetic(figures: Sequence[Figure]) -> list[str]:
    """What adds up and what does not, as short strings, in order and without repeats.

    ``sum_ok:KEY:564=317+247`` a total equals its parts (figures whose ``subset_of`` is its key, same line and unit);
    ``sum_mismatch:KEY:12<9+4`` parts exceed their total;
    ``rate_ok:KEY:24%=286/1188`` and ``rate_mismatch:…`` a rate against the part and whole of the same year, within the
    rounding of the stated digits (one point for approximate values);
    ``penalty_per_case_odd:YEAR:…元`` the penalty amount divided by the decisions of the same year lies outside 100 元
    to 5 million 元, as a wrong 万 or 亿 would make it.
    """
    flags = [*_sums(figures), *_rates(figures), *_penalties(figures)]
    return list(dict.fromkeys(flags))


def _text(value: float) -> str:
    return f"{value:g}" if abs(value) < 1e6 else f"{value:.2f}".rstrip("0").rstrip(".")


def _sums(figures: Sequence[Figure]) -> list[str]:
    flags = []
    for index, total in enumerate(figures):
        parts = _parts(total, figures[index + 1 :])
        if len(parts) > 1 and all(item.qualifier in ("exact", "zero_stated") for item in (total, *parts)):
            flags.extend(_sum_flags(total, parts))
    return flags


def _parts(total: Figure, following: Sequence[Figure]) -> list[Figure]:
    """The figures behind a total, in its line and unit, that are said to be its parts."""
    if not total.key or total.subset_of == total.key:
        return []
    near = takewhile(lambda part: part.line == total.line and part.key != total.key, following)
    return [part for part in near if part.subset_of == total.key and part.normal_unit == total.normal_unit]


def _sum_flags(total: Figure, parts: Sequence[Figure]) -> list[str]:
    flags = []
    values = [part.normal_value for part in parts]
    remaining = values
    for size in range(2, len(values) + 1):
        if abs(sum(remaining[:size]) - total.normal_value) < 1e-6:
            flags.append(f"sum_ok:{total.key}:{_text(total.normal_value)}=" + "+".join(map(_text, remaining[:size])))
            remaining = remaining[size:]
            break
    if flags:
        if len(remaining) > 1 and abs(sum(remaining) - total.normal_value) < 1e-6:
            flags.append(f"sum_ok:{total.key}:{_text(total.normal_value)}=" + "+".join(map(_text, remaining)))
        return flags
    if sum(values) > total.normal_value:
        flags.append(f"sum_mismatch:{total.key}:{_text(total.normal_value)}<" + "+".join(map(_text, values)))
    return flags


def _rates(figures: Sequence[Figure]) -> list[str]:
    flags = []
    for rate in figures:
        part, whole = (_of_year(figures, key, rate.year) for key in _RATES.get(rate.key or "", ("", "")))
        if part is None or whole is None or part.normal_value > whole.normal_value:
            continue
        decimals = len(f"{rate.value:g}".partition(".")[2])
        margin = 1.0 if rate.qualifier != "exact" else 0.5 * 10**-decimals + 1e-9
        actual = 100 * part.normal_value / whole.normal_value
        verdict = "rate_ok" if abs(actual - rate.value) <= margin else "rate_mismatch"
        flags.append(
            f"{verdict}:{rate.key}:{_text(rate.value)}%={_text(part.normal_value)}/{_text(whole.normal_value)}"
        )
    return flags


def _of_year(figures: Sequence[Figure], key: str, year: int | None, line: int | None = None) -> Figure | None:
    """The first figure of a key and year that is more than nothing, in a given line or in any."""
    named = (item for item in figures if key and item.key == key and item.year == year and item.normal_value > 0)
    return next((item for item in named if line is None or item.line == line), None)


def _penalties(figures: Sequence[Figure]) -> list[str]:
    flags = []
    for amount in figures:
        penalty = amount.key == "penalty_amount" and amount.normal_value > 0
        count = _of_year(figures, "penalty_decisions", amount.year, amount.line) if penalty else None
        each = amount.normal_value / count.normal_value if count is not None else _CASE_BOUNDS[0]
        if not _CASE_BOUNDS[0] <= each <= _CASE_BOUNDS[1]:
            flags.append(f"penalty_per_case_odd:{amount.year}:{_text(round(each))}元")
    return flags
