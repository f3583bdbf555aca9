"""What the reading room's pages are made of: citations, marked text, reuse, quotes and charts."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import outcome
from crawler.publish.datasette import charts, home, labels, language, plan, report, results, text
from crawler.publish.datasette.citation import cite
from crawler.publish.datasette.reuse import reuse
from crawler.store import pairs

OLD = "一、工作情况。全年办理行政复议案件3件，没有败诉。依法公开政府信息1623条。下一步继续努力工作。"


def section(start: int, end: int, heading: str, kind: str = "line", **more: Any) -> dict[str, Any]:
    return {
        "start": start,
        "end": end,
        "level": 1,
        "marker": "",
        "heading": heading,
        "kind": kind,
        "part": None,
        **more,
    }


def test_citation_in_both_forms() -> None:
    cited = cite(
        7, "某市生态环境局", "2024年法治政府建设年度报告", "2025-03-14", "2026-11-22T01:02:03Z", "http://a.gov.cn/1"
    )
    assert cited.gbt7714 == (
        "某市生态环境局. 2024年法治政府建设年度报告[R/OL]. (2025-03-14)[2026-11-22]. http://a.gov.cn/1."
    )
    assert cited.bibtex.startswith("@techreport{fazhi7,\n  author = {{某市生态环境局}},\n")
    assert "  year = {2025},\n" in cited.bibtex
    assert "urldate = {2026-11-22}" in cited.bibtex


@given(st.text(), st.text())
def test_bibtex_braces_balance_whatever_a_title_holds(issuer: str, title: str) -> None:
    bibtex = cite(1, issuer, title, None, "2026-01-01", "http://x/{}").bibtex
    for backslashed in (r"\{", r"\}"):
        bibtex = bibtex.replace(backslashed, "")
    depth = 0
    for character in bibtex:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(
    ("new", "share"),
    [
        (OLD, 1.0),
        (OLD.replace("3件", "5件"), 1.0),
        ("完全不同的第一句话写在这里。另外一句也没有相同之处呢。", 0.0),
        ("全年办理行政复议案件3件，没有败诉。" + "完全不同的一句话写在这里就行了。", 0.53),
    ],
)
def test_reuse_counts_sentences_that_stood_there_before(new: str, share: float) -> None:
    found = reuse(new, OLD)
    assert found is not None
    assert found.share == pytest.approx(share, abs=0.01)


def test_reuse_says_nothing_of_empty_or_endless_texts() -> None:
    assert reuse("", OLD) is None
    assert reuse(OLD, "短。") is None
    assert reuse("很长的一个句子在这里。" * 5_000, OLD) is None


@given(st.lists(st.text(alphabet="法治，。一、a\u3000", max_size=12), max_size=6), st.data())
def test_marks_never_change_the_text(lines: list[str], data: st.DataObject) -> None:
    body = "\n".join(lines)
    spot = st.integers(-3, len(body) + 3)
    figures = [{"id": number, "key": "k", "start": data.draw(spot), "end": data.draw(spot)} for number in range(1, 4)]
    sections = [section(data.draw(spot), data.draw(spot), data.draw(st.text(max_size=3)), "run_in") for _ in range(3)]
    shown, _ = text.paragraphs(body, sections, figures, "法 治，")
    assert [(p.number, "".join(piece.text for piece in p.pieces)) for p in shown] == [
        (number, line) for number, line in enumerate(lines, 1) if line.strip()
    ]


def test_headings_figures_and_hits_are_marked() -> None:
    body = "开头。\n一、工作情况\n（一）办案。办理案件3件，处罚2件。"
    sections = [
        section(4, 10, "工作情况", marker="一、", part="measures"),
        section(11, len(body), "办案", "run_in", level=2, marker="（一）"),
    ]
    figures = [{"id": 5, "key": "cases", "start": body.index("办理案件"), "end": body.index("，")}]
    shown, contents = text.paragraphs(body, sections, figures, "处罚", frozenset({2}))
    assert [(p.number, p.level, p.part, p.reused) for p in shown] == [
        (1, 0, None, False),
        (2, 2, "measures", False),
        (3, 0, None, True),
    ]
    assert [(e.number, e.level, e.marker + e.heading) for e in contents] == [
        (2, 1, "一、工作情况"),
        (3, 2, "（一）办案"),
    ]
    assert [(p.text, p.strong, p.hit, p.figure) for p in shown[2].pieces] == [
        ("（一）办案", True, False, None),
        ("。", False, False, None),
        ("办理案件3件", False, False, 5),
        ("，", False, False, None),
        ("处罚", False, True, None),
        ("2件。", False, False, None),
    ]


def test_a_line_of_a_million_characters_is_shown() -> None:
    shown, _ = text.paragraphs("罚" * 1_000_000, [], [{"id": 1, "key": "k", "start": 0, "end": 10**9}], "处罚")
    assert sum(len(piece.text) for piece in shown[0].pieces) == 1_000_000


def test_quotes_come_from_the_part_asked_for() -> None:
    body = "一、举措\n处罚案件多。\n二、不足\n处罚力度不够。\n三、打算\n加强处罚。"
    middle, last = body.index("二、"), body.index("三、")
    sections = [
        (1, 0, middle, "一、", "举措", "measures", "line"),
        (1, middle, last, "二、", "不足", "problems", "line"),
        (1, last, len(body), "三、", "打算", "next_year", "line"),
    ]
    quotes = results._quotes(body, sections, pairs.hits(body, "处罚"), "problems")
    assert [("".join(piece for piece, _ in q.marked), q.line, q.heading) for q in quotes] == [
        ("处罚力度不够。", 4, "二、不足")
    ]
    assert [piece for piece, hit in quotes[0].marked if hit] == ["处罚"]


def test_heat_map_groups_many_agencies_by_province() -> None:
    def row(number: int, year: int, state: str) -> dict[str, Any]:
        return {
            "agency": f"局{number}",
            "year": year,
            "region_code": "360100" if number % 2 else None,
            "state": state,
            "agencies": 1,
        }

    few = home.heat_map([row(1, 2024, "in_time"), row(1, 2025, "not_found"), row(2, 2024, "could_not_look")])
    assert few.single
    assert few.years == (2024, 2025)
    assert [(name, [cell and cell.state for cell in cells]) for name, cells in few.rows] == [
        ("局1", ["in_time", "not_found"])
    ]
    assert [(name, [cell and cell.state for cell in cells]) for name, cells in few.unseen] == [
        ("局2", ["could_not_look", None])
    ]
    many = home.heat_map([row(number, 2024, "late" if number < 30 else "in_time") for number in range(1, 61)])
    assert [name for name, _ in many.rows] == ["36", ""]
    cell = many.rows[0][1][0]
    assert cell is not None
    assert (dict(cell.counts), cell.published, cell.total, cell.state) == (
        {"in_time": 15, "late": 15},
        30,
        30,
        "in_time",
    )
    assert "江西 2024年：按时 15" in cell.spoken("36")
    assert cell.link == "region_code__startswith=36&year__gte=2024&year__lte=2024"


def test_every_state_has_its_own_symbol_and_name() -> None:
    from crawler.store.coverage import STATES

    assert set(labels.COVERAGE) == set(STATES)
    assert set(labels.SYMBOLS) == set(STATES)
    assert len(set(labels.SYMBOLS.values())) == len(STATES)


SVG = "{http://www.w3.org/2000/svg}"


def test_bars_are_stacked_to_the_sums() -> None:
    wanted = charts.spec({"kind": "bar", "x": "年", "y": ["甲", "乙"]})
    assert wanted is not None
    rows = [{"年": 2024, "甲": 3, "乙": 1}, {"年": 2024, "甲": 1, "乙": None}, {"年": 2026, "甲": 0, "乙": 2}]
    svg = ET.fromstring(charts.chart(wanted, rows, "<题>"))
    titles = [bar[0].text for bar in svg.iter(f"{SVG}rect") if len(bar)]
    assert titles == ["2024 甲 4", "2024 乙 1", "2026 乙 2"]
    heights = [float(bar.get("height", 0)) for bar in svg.iter(f"{SVG}rect") if len(bar)]
    assert heights[0] == pytest.approx(4 * heights[1], abs=0.5)
    assert [label.text for label in svg.iter(f"{SVG}text") if label.text in ("2024", "2025", "2026")] == [
        "2024",
        "2025",
        "2026",
    ]


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (None, [{"x": 1, "y": 1}]),
        ({"kind": "pie", "x": "x", "y": ["y"]}, [{"x": 1, "y": 1}]),
        ({"kind": "line", "x": "x", "y": ["y"]}, []),
        ({"kind": "line", "x": "x", "y": ["y"]}, [{"x": None, "y": 1}, {"x": 1, "y": None}, {"x": 1, "y": "多"}]),
        ({"kind": "line", "x": "x", "y": ["z"]}, [{"x": 1, "y": 1}]),
        ({"kind": "bar", "x": "x", "y": ["y"]}, [{"x": 1, "y": -1}]),
    ],
)
def test_nothing_is_drawn_where_nothing_can_be(data: Any, rows: list[dict[str, Any]]) -> None:
    wanted = charts.spec(data)
    assert wanted is None or charts.chart(wanted, rows, "") == ""


@pytest.mark.parametrize("value", [0, 1e-9, 0.3, 1, 7, 99.5, 1e12])
def test_the_highest_value_stays_inside_the_frame(value: float) -> None:
    wanted = charts.spec({"kind": "line", "x": "x", "y": "y"})
    assert wanted is not None
    svg = ET.fromstring(charts.chart(wanted, [{"x": "a", "y": value}], "t"))
    dot = next(svg.iter(f"{SVG}circle"))
    assert charts.TOP - 0.1 <= float(dot.get("cy", -1)) <= charts.HEIGHT - charts.BOTTOM + 0.1


def test_a_file_is_told_in_one_line() -> None:
    row = {"media_type": "application/pdf", "bytes": 2_728_000, "pages": 12, "role": "body", "method": "pdf_text",
           "confidence": 1.0, "flags": "[]", "outcome": "ok", "sha256": "ab"}  # fmt: skip
    assert labels.attachment(row) == "PDF · 12 页 · 2,728 kB · 正文 · pdf_text（可信度 1.00）"
    unread = {**row, "role": "", "method": "", "flags": '["needs_ocr"]', "outcome": "timeout", "pages": None}
    assert labels.attachment(unread) == "PDF · 2,728 kB · 图片文字尚未识别"
    never = {**unread, "media_type": "", "bytes": None, "flags": "[]", "sha256": None}
    assert labels.attachment(never) == "未能取得"
    assert labels.attachment({**never, "outcome": "foreign_host"}) == "在其他网站，未取"


def test_a_name_turns_nothing_round_in_a_tooltip() -> None:
    wanted = charts.spec({"kind": "bar", "x": "x", "y": ["件"]})
    assert wanted is not None
    svg = charts.chart(wanted, [{"x": "\u2069\u202e局", "件": 3}], "t")
    assert "<title>\u2068局\u2069 件 3</title>" in svg
    assert labels.isolated("司法局") == "司法局"


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_every_outcome_and_reason_has_a_name_in_either_language(spoken: str) -> None:
    token = language.CURRENT.set(spoken)
    try:
        names = [labels.ENDINGS[code] for code in outcome.LOOKED | outcome.NOT_LOOKED | set(outcome.PASSING)]
        names += [labels.fact(name) for name in report.FACTS]
        names += [*labels.FLAGS.values(), *labels.COVERAGE.values(), *labels.FACETS.values()]
    finally:
        language.CURRENT.reset(token)
    chinese = [name for name in names if re.search("[\u4e00-\u9fff]", name)]
    assert (len(chinese) > 50) if spoken == "zh" else chinese == []


def test_english_pages_lead_to_english_pages() -> None:
    page = b'<a href="/reports">a</a><form action="/x"><a href="/en/y"><img src="/z"><a href="//h"><a href="#p">'
    assert language.with_prefix(page) == (
        b'<a href="/en/reports">a</a><form action="/en/x"><a href="/en/y"><img src="/z"><a href="//h"><a href="#p">'
    )
    page = b'<a class="language" href="/room/reports">a</a><a href="/room/en/x"><a href="/room/x"><a href="/room/">'
    assert language.with_prefix(page, "/room/") == (
        b'<a class="language" href="/room/reports">a</a><a href="/room/en/x"><a href="/room/en/x"><a href="/room/en/">'
    )
    asked = {"path": "/en/reports", "raw_path": b"/en/reports"}
    assert language.without_prefix(asked) == ("en", {"path": "/reports", "raw_path": b"/reports"})
    assert language.without_prefix({"path": "/english"}) == ("zh", {"path": "/english"})


def test_the_nearest_sentence_speaks_of_what_was_planned() -> None:
    planned = ["全面推行远程监管，组织案卷评查。", "继续提高工作水平，更好地开展工作。", "开展送法进企业活动二十场。"]
    done = [
        "组织全体人员集中学习法律法规。",
        "送法进企业活动开展了二十二场，受众千人。",
        "修订权责清单，公开办事指南。",
        "组织案卷评查三次，远程监管推行到全部县区。",
    ]
    near = plan.nearest(planned, done)
    assert [places[:1] for places in near] == [[3], [], [1]]
    assert plan.shared(done[3], planned[0])[0] == ("组织案卷评查", True)
    assert plan.nearest(planned, []) == [[], [], []]
    assert plan.nearest([], done) == []


@given(st.text(alphabet="甲乙丙，。a1 "), st.text(alphabet="甲乙丙，。a1 "))
def test_what_two_sentences_share_leaves_the_text_whole(text: str, other: str) -> None:
    assert "".join(piece for piece, _ in plan.shared(text, other)) == text
