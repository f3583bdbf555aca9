"""A page that may cost much is cleaned in a process of its own, to the same record or to an end."""

from __future__ import annotations

import io
import pickle
from dataclasses import replace

import pytest

from cleaning.apart import BODY, LIMITS, _Answer, is_large, read_apart
from cleaning.attachments import Reading
from cleaning.clean import add_figures, read_page
from cleaning.page.cost import TooCostly
from cleaning.report import FileText, Page
from tests.replica.more.common import report

LINES = report("某某市水利局", 2024, "", "").body
TEXT = "<html><body><h1>某某市水利局2024年法治政府建设年度报告</h1><div class='content'>{}</div></body></html>"
PAGE = Page(TEXT.format("".join(f"<p>{line}</p>" for line in LINES)).encode(), "http://www.some.gov.cn/a/t1.html")


def test_a_page_becomes_the_same_record_in_a_process_of_its_own() -> None:
    file = FileText(
        "http://www.some.gov.cn/a/b.pdf", "b.pdf", Reading("另一文件的正文", "application/pdf", "test", 1, 1.0)
    )
    here, there = read_page(PAGE, files=[file]), read_apart(PAGE, files=[file])
    add_figures(here.report)
    assert there.report.as_dict() == here.report.as_dict()
    assert (there.lines, [line.text for line in there.text]) == (here.lines, [line.text for line in here.text])


@pytest.mark.parametrize("limits", [replace(LIMITS, seconds=0.01), replace(LIMITS, memory=1 << 20)])
def test_beyond_the_limits_it_is_ended(limits: object) -> None:
    large = replace(PAGE, content=PAGE.content + b"<p>x</p><br>" * 400_000)
    with pytest.raises(TooCostly):
        read_apart(large, limits=limits)  # type: ignore[arg-type]


def test_what_is_large() -> None:
    members = tuple((f"{number}.txt", Reading("一" * 100, "text/plain", "test", None, 1.0)) for number in range(200))
    archive = FileText(
        "http://www.some.gov.cn/a.zip", "a.zip", Reading("", "application/zip", "", None, 1.0, (), "", members)
    )
    assert not is_large(PAGE)
    assert is_large(PAGE, [archive])
    assert is_large(replace(PAGE, content=b"<br>" * 190_000))
    assert is_large(PAGE, following={"a": replace(PAGE, content=b"x" * 2_000_000)})


def test_a_text_longer_than_what_is_kept_is_told_as_that() -> None:
    large = replace(PAGE, content=TEXT.format(f"<p>{'某' * (BODY + 1)}</p>").encode())
    with pytest.raises(TooCostly, match="characters"):
        read_apart(large)


def test_an_answer_makes_nothing_but_records() -> None:
    for made in (print, {"a": io.BytesIO()}, PAGE):
        with pytest.raises(pickle.UnpicklingError):
            _Answer(io.BytesIO(pickle.dumps(made)), {}).load()
