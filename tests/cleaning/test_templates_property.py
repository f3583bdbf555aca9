"""Any text, left by any editor in any system's template, among any boilerplate, comes out whole and alone."""

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaning.clean import clean
from cleaning.report import Page
from tests.cleaning.templates import BOTTOM, INFO, SHAPES, TEMPLATES, TOP, Document

CLAUSES = (
    "认真贯彻落实《法治政府建设实施纲要》",
    "立案查处1188宗，同比增长24.07%",
    "现将有关情况报告如下：",
    "（一）加强组织领导",
    "一、主要举措和成效",
    "1.推进“放管服”改革",
    "印发<青川市损害赔偿工作方案>等文件",
    "罚款2.59万元 & 没收3<5台",
    "一是在提升治理能力上下功夫。",
    "PM2.5浓度为28μg/m³",
    "网站公开信息1623条，分享到各部门；",
    "联系我们的企业有20家，",
    "存在的不足：力量薄弱、经费不足。",
    "示范引  领作用明显",
    "特此报告。",
)
SENTENCES = st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=5).map("，".join).map(lambda text: text + "。")
HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=8, max_size=60).map(
    lambda text: f"我局{text}工作。"
)
HEADINGS = st.sampled_from(("一、工作情况", "（二）存在问题", "三、下一步打算", "其他需要报告的情况"))
BODIES = st.builds(
    lambda first, middle, last: (first, *middle, *last),
    SENTENCES,
    st.lists(st.one_of(SENTENCES, HAN, HEADINGS), max_size=12, unique=True),
    st.sampled_from(((), ("青川市生态环境局", "2024年3月2日"), ("二〇二四年三月二日",), ("（此件公开发布）",))),
).map(lambda lines: tuple(dict.fromkeys(lines)))
# A first paragraph with which the second begins once more is the summary some systems put above an article.
ARTICLES = BODIES.filter(lambda lines: len(lines) < 2 or not lines[1].startswith(lines[0].rstrip("。")))


def fold(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("template", TEMPLATES)
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_body_comes_out_whole(template: str, data: st.DataObject) -> None:
    document = Document(
        data.draw(ARTICLES),
        shape=data.draw(st.sampled_from(sorted(SHAPES))),
        top=tuple(data.draw(st.lists(st.sampled_from(TOP), unique=True))),
        info=data.draw(st.sampled_from(INFO)),
        bottom=tuple(data.draw(st.lists(st.sampled_from(BOTTOM), unique=True))),
    )
    report = clean(Page(TEMPLATES[template](document).encode()))
    assert fold(report.body) == fold("".join(document.lines))
    assert report.title == document.title
    assert report.published == "2024-03-26" or template in ("comments", "gkmlpt", "layout_tables", "epoint")


@pytest.mark.parametrize("template", TEMPLATES)
def test_same_page_same_record(template: str) -> None:
    page = Page(
        TEMPLATES[template](Document(("现将2023年情况报告如下：", "一、工作情况", "查处违法行为59件。"))).encode(
            "gb18030"
        )
    )
    records = [clean(page).as_dict() for _ in range(9)]
    assert all(record == records[0] for record in records)
