"""Lines at the edges of a text that are none of it, and lines beside it that are: named, and the text is doubted."""

from __future__ import annotations

import pytest

from cleaning.body.edges import doubtful
from cleaning.body.learn import learn
from cleaning.clean import clean
from cleaning.page.lines import Line
from cleaning.report import Page

TEXT = (
    "2024年，我局深入推进法治政府建设，现将有关情况报告如下：",
    "一、主要工作",
    "全年办理行政许可312件，开展执法检查86次，未发生行政诉讼败诉案件。",
    "二、存在的问题",
    "执法人员少，执法装备老旧，普法形式单一。",
    "三、下一步打算",
    "继续加强执法队伍建设，落实行政执法责任制，提升依法行政水平。",
    "临江县林业局",
    "2025年1月16日",
)
NAMES = ("临江县林业局2024年法治政府建设年度报告", "临江县林业局")


def doubted(lines: tuple[str, ...], above: str = "", below: tuple[str, ...] = ()) -> list[str]:
    one = Line(above) if above else None
    return list(doubtful([Line(line) for line in lines], one, [Line(line) for line in below], NAMES))


@pytest.mark.parametrize("above", ["听一听", "阅读约需3分钟", "2025-01-17 09:20", "放大　缩小"])
def test_a_few_words_above_a_text_are_doubted(above: str) -> None:
    assert doubted((above, *TEXT)) == [above]


@pytest.mark.parametrize(
    "below", ["本篇已有21人读过", "（读者：88）", "最后修订于2025年1月17日", "这一页写得清楚吗？", "林业动态"]
)
def test_a_few_words_below_a_text_are_doubted(below: str) -> None:
    assert doubted((*TEXT, below)) == [below]


@pytest.mark.parametrize(
    "head",
    [
        ("临江县林业局文件", "临林〔2025〕2号"),
        ("县人民政府：",),
        ("——2025年1月在全县林业工作会议上",),
        ("（2025年1月16日）",),
        ("临江县林业局",),
    ],
)
def test_what_documents_open_with_is_not_doubted(head: tuple[str, ...]) -> None:
    names = [*NAMES, "临林〔2025〕2号"]
    assert not list(doubtful([Line(line) for line in (*head, *TEXT)], None, [], names))


@pytest.mark.parametrize(
    "end",
    [
        ("附件：1.执法数据表", "2.典型案例"),
        ("（此件公开发布）",),
        ("抄送：县司法局，县委依法治县办。", "临江县林业局办公室　2025年1月16日印发"),
        ("联系人：某某　电话：0000-1234567",),
        ("执法数据表.xlsx",),
        ("注：数据截至2024年12月31日。",),
    ],
)
def test_what_documents_close_with_is_not_doubted(end: tuple[str, ...]) -> None:
    assert not doubted((*TEXT, *end))
    assert not doubted(TEXT[:7])


@pytest.mark.parametrize("gone", [1, 2, 3])
def test_a_text_is_doubted_beside_its_own_first_or_last_lines(gone: int) -> None:
    assert doubted(TEXT[:-gone], below=TEXT[-gone:][:2])
    assert doubted(TEXT[gone:], above=TEXT[gone - 1])
    assert not doubted(TEXT, above=NAMES[0], below=("上一篇：临江县林业局召开年度会议", "临江县林业局"))


def test_the_record_names_the_doubted_lines_and_the_portal_learns_them() -> None:
    def page(year: int) -> Page:
        text = "".join(f"<p>{line.replace('2024', str(year))}</p>" for line in TEXT)
        title = f"<h1>{NAMES[0].replace('2024', str(year))}</h1><p>发布时间：{year + 1}-01-17　来源：临江县林业局</p>"
        content = f"{title}<div class='TRS_Editor'><p>绿水青山任你听</p>{text}</div><p>上一篇：无</p>".encode()
        return Page(content, f"http://www.example.gov.cn/a/{year}.html")

    first = clean(page(2024))
    assert first.provenance["edges"] == ["绿水青山任你听"]
    assert "low_confidence" in first.flags
    second = clean(page(2023), frozenset(learn(page(2024), first)))
    assert "low_confidence" not in second.flags
    assert second.body.startswith("2023年，我局")
