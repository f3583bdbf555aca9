"""Charts as inline SVG, made on the server: they need no script, so no exception from the pages' policy.

(Vega compiles expressions at run time, which would need ``unsafe-eval`` on pages that show text of strangers.)
Each chart stands above the table it is drawn from, which says the same to those who do not see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final
from xml.etree import ElementTree as ET

from crawler.publish.datasette.labels import head, isolated
from crawler.publish.datasette.language import pick, say

WIDTH: Final = 760
HEIGHT: Final = 320
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 40, 40
MOST_POINTS: Final = 200
LINES: Final = 5  # of the grid
COLOURS: Final = ("#14507a", "#c4690c", "#2d7d46", "#7c1212", "#6a4a9c", "#8b9096", "#574300", "#0f8a8a")
STATES: Final = {
    "按时": "#3f9b5c",
    "4月1日": "#e0b82e",
    "逾期": "#d9772b",
    "日期不明": "#8c6bb8",
    "未找到": "#c23b3b",
    "未能访问": "#5b8db8",
    "未到期": "#c6c3bb",
    "已撤下": "#3c3f45",
}


@dataclass(frozen=True, slots=True)
class Spec:
    """What to draw: ``bar`` (stacked) or ``line``, the column of the x axis, the columns of the series, the titles of
    the axes, and the column that holds the unit of the values."""

    kind: str
    x: str
    series: tuple[str, ...]
    x_title: str = ""
    y_title: str = ""
    unit: str = ""


def spec(data: object) -> Spec | None:
    """The chart a canned query asks for under ``chart`` in the metadata; None if it asks for none that can be drawn."""
    if not isinstance(data, Mapping) or data.get("kind") not in ("bar", "line"):
        return None
    series = data.get("y")
    names = series if isinstance(series, list) else [series]
    titles = (str(data.get(name) or "") for name in ("x_title", "y_title", "unit"))
    return Spec(str(data["kind"]), str(data.get("x")), tuple(str(name) for name in names), *titles)


def chart(wanted: Spec, rows: Sequence[Mapping[str, Any]], title: str) -> str:
    """The SVG of ``rows``, values of the same x added up; "" where there is nothing to draw."""
    values = dict(list(_without_gaps(_sums(wanted, rows), len(wanted.series)).items())[:MOST_POINTS])
    numbers = _numbers(chain.from_iterable(values.values()))
    if not numbers or min(numbers) < 0:
        return ""
    stacked = wanted.kind == "bar"
    top = _round_up(max(sum(_numbers(sums)) for sums in values.values()) if stacked else max(numbers))
    svg = _frame(title, top)
    unit = next((str(row[wanted.unit]) for row in rows if row.get(wanted.unit)), "")
    _add(svg, "text", pick(wanted.x_title), x=WIDTH - RIGHT, y=HEIGHT - 3, text_anchor="end", fill="currentColor")
    _add(svg, "text", unit or pick(wanted.y_title), x=4, y=TOP - 8, fill="currentColor")
    (_bars if stacked else _lines)(svg, wanted, values, top)
    _labels(svg, list(values))
    _legend(svg, wanted.series)
    return ET.tostring(svg, encoding="unicode")


def _numbers(sums: Iterable[float | None]) -> list[float]:
    return [number for number in sums if number is not None]


def _sums(wanted: Spec, rows: Sequence[Mapping[str, Any]]) -> dict[str, list[float | None]]:
    """For each x the sum of each series, None where no row has a number of it."""
    values: dict[str, list[float | None]] = {}
    for row in rows:
        if row.get(wanted.x) is None or not all(name in row for name in wanted.series):
            continue
        sums = values.setdefault(str(row[wanted.x]), [None] * len(wanted.series))
        for place, name in enumerate(wanted.series):
            if isinstance(row[name], int | float):
                sums[place] = (sums[place] or 0) + row[name]
    return values


def _without_gaps(values: dict[str, list[float | None]], width: int) -> dict[str, list[float | None]]:
    """With a place for each year between the first and the last, so that equal spans look equal."""
    if not all(name.isascii() and name.isdigit() and len(name) == 4 for name in values) or not values:
        return values
    years = sorted(map(int, values))
    if years[-1] - years[0] >= MOST_POINTS:
        return values
    return {str(year): values.get(str(year), [None] * width) for year in range(years[0], years[-1] + 1)}


def _round_up(value: float) -> float:
    """The next of 1, 2, 2.5, 5 times a power of ten."""
    power = 1.0
    while power * 10 <= value:
        power *= 10
    while power > value > 0:
        power /= 10
    return next((step * power for step in (1, 2, 2.5, 5, 10) if step * power >= value), 1.0) or 1.0


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: object) -> ET.Element:
    element = ET.SubElement(parent, tag, {name.replace("_", "-"): str(value) for name, value in attributes.items()})
    element.text = text or None
    return element


def _y(value: float, top: float) -> float:
    return round(HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM), 1)


def _short(value: float) -> str:
    for size, unit in ((1e8, "亿"), (1e4, "万")) if say("zh", "") else ((1e9, " bn"), (1e6, " m"), (1e3, "k")):
        if value >= size:
            return f"{value / size:g}{unit}"
    return f"{value:g}"


def _frame(title: str, top: float) -> ET.Element:
    svg = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH} {HEIGHT}", "role": "img"})
    svg.set("font-size", "12")
    svg.set("font-family", "inherit")
    _add(svg, "title", f"{title}{say('：数值见下表', ': the values are in the table below')}")
    for step in range(LINES + 1):
        value = top * step / LINES
        y = _y(value, top)
        _add(svg, "line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, stroke="#d9d6cf")
        _add(svg, "text", _short(value), x=LEFT - 6, y=y + 4, text_anchor="end", fill="currentColor")
    return svg


def _x(place: int, count: int) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * (place + 0.5) / count, 1)


def _labels(svg: ET.Element, names: Sequence[str]) -> None:
    every = max(1, -(-len(names) // 14))
    for place, name in enumerate(names):
        if place % every == 0:
            _add(
                svg,
                "text",
                name[:12],
                x=_x(place, len(names)),
                y=HEIGHT - 18,
                text_anchor="middle",
                fill="currentColor",
            )


def _colour(name: str, place: int) -> str:
    return STATES.get(name, COLOURS[place % len(COLOURS)])


def _legend(svg: ET.Element, series: Sequence[str]) -> None:
    x = LEFT
    for place, name in enumerate(series):
        _add(svg, "rect", x=x, y=10, width=12, height=12, fill=_colour(name, place))
        _add(svg, "text", head(name), x=x + 16, y=20, fill="currentColor")
        x += 32 + sum(12 if ord(character) > 255 else 7 for character in head(name))


def _bars(svg: ET.Element, wanted: Spec, values: Mapping[str, Sequence[float | None]], top: float) -> None:
    width = max(1.0, (WIDTH - LEFT - RIGHT) / len(values) * 0.7)
    for number, (name, sums) in enumerate(values.items()):
        below = 0.0
        for place, value in enumerate(sums):
            if value:
                y, bottom = _y(below + value, top), _y(below, top)
                bar = _add(
                    svg,
                    "rect",
                    x=round(_x(number, len(values)) - width / 2, 1),
                    y=y,
                    width=round(width, 1),
                    height=round(bottom - y, 1),
                    fill=_colour(wanted.series[place], place),
                )
                _add(bar, "title", f"{isolated(name)} {head(wanted.series[place])} {value:g}")
                below += value


def _lines(svg: ET.Element, wanted: Spec, values: Mapping[str, Sequence[float | None]], top: float) -> None:
    for place, series in enumerate(wanted.series):
        colour = _colour(series, place)
        points = [
            (_x(number, len(values)), _y(value, top), name, value)
            for number, (name, sums) in enumerate(values.items())
            if (value := sums[place]) is not None
        ]
        path = " ".join(f"{x},{y}" for x, y, _, _ in points)
        dashes = {"stroke_dasharray": "6 4"} if place % 2 else {}
        _add(svg, "polyline", points=path, fill="none", stroke=colour, stroke_width=2.5, **dashes)
        for x, y, name, value in points:
            dot = _add(svg, "circle", cx=x, cy=y, r=4, fill=colour)
            _add(dot, "title", f"{isolated(name)} {head(series)} {value:g}")
