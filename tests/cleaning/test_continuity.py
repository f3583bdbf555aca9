# ruff: noqa: E501 (markup reads better unbroken)
"""Texts whose containers, bytes or frames are broken come out whole and alone, or say that they may not be."""

import json

import pytest

from cleaning.clean import clean
from cleaning.report import Page, Report

TITLE = "云岭县民政局2023年法治政府建设年度报告"
LINES = (
    "2023年，我局认真学习贯彻习近平法治思想，扎实推进法治政府建设，现将有关情况报告如下。",
    "一、主要举措和成效",
    "（一）健全依法行政制度。全年审查合同27份，清理文件5件，聘请法律顾问2名，没有发生被撤销的决定。",
    "（二）推进公正文明执法。开展养老机构检查88次，发现并督促整改隐患31处，社会反映良好。",
    "二、存在的问题",
    "执法力量仍然不足，少数人员运用法治方式解决问题的能力有待提高。",
    "三、下一步打算",
    "加强队伍建设，完善监督机制，推动民政法治工作再上新台阶。",
    "云岭县民政局",
    "2024年1月18日",
)
FOOT = "<div class=foot><p>主办：云岭县民政局　地址：云岭县东风路2号</p><p>滇ICP备00000000号</p></div>"
INFO = f"<h1>{TITLE}</h1><div>发布时间：2024-01-19　来源：县民政局</div>"


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def read(middle: str, foot: str = FOOT, head: str = "") -> Report:
    page = (
        f"<html><head><meta charset=utf-8><title>{TITLE}</title>{head}</head><body>{INFO}{middle}{foot}</body></html>"
    )
    return clean(Page(page.encode(), url="http://mzj.yunling.gov.cn/zw/202401/t20240119_7.html"))


@pytest.mark.parametrize("cut", range(3, 8))
@pytest.mark.parametrize("container", ["<div id=zoom>", "<div class=TRS_Editor>", "<div class=q1>"])
@pytest.mark.parametrize("rest", ["{}", "<div class=fj>{}</div>", "<section><div>{}</div></section>"])
def test_a_text_goes_on_beyond_its_container(cut: int, container: str, rest: str) -> None:
    below = rest.format(paragraphs(*LINES[cut:]))
    report = read(f"{container}{paragraphs(*LINES[:cut])}</div>{below}")
    assert report.body.split("\n") == list(LINES)


def test_a_text_begins_above_its_container() -> None:
    report = read(f"<div>{paragraphs(*LINES[:4])}</div><div id=zoom>{paragraphs(*LINES[4:])}</div>")
    assert report.body.split("\n") == list(LINES)


@pytest.mark.parametrize(
    "below",
    [
        "<div>网友留言：写得很好，希望今后多到我们村里宣传法律知识，谢谢。</div>",
        "<div><p>县民政局负责全县社会救助、养老服务等工作，内设办公室等六个股室。</p></div>",
        "<div><p>四、其他通知</p><p>请各单位于本月底前报送材料，逾期不再受理。</p></div>",
    ],
)
def test_what_follows_a_closed_text_is_none_of_it(below: str) -> None:
    assert read(f"<div id=zoom>{paragraphs(*LINES)}</div>{below}").body.split("\n") == list(LINES)


@pytest.mark.parametrize(
    "aside",
    [
        "本页面已被访问：35 次",
        "已有 12 人次阅读",
        "点赞 0 | 收藏",
        "网页生成时间：2024年2月1日 8:00",
        "文章二维码",
        "本文链接：http://mzj.yunling.gov.cn/a.html",
        '<a href="/1.html">全县社会救助工作推进会召开</a>',
    ],
)
def test_counters_and_tools_below_the_closing_lines_are_no_text(aside: str) -> None:
    assert read(f"<div id=zoom>{paragraphs(*LINES, aside)}</div>").body.split("\n") == list(LINES)


@pytest.mark.parametrize(
    "kept", ["（此件公开发布）", "附件：1.行政检查统计表", "（联系人：赵一，联系电话：000）", "抄送：县司法局。"]
)
def test_closing_lines_of_a_document_are_text(kept: str) -> None:
    assert read(f"<div id=zoom>{paragraphs(*LINES, kept)}</div>").body.split("\n")[-1] == kept


@pytest.mark.parametrize(
    "held",
    [
        '<textarea id=t style="display:none">{escaped}</textarea>',
        "<template>{html}</template>",
        '<script type="text/template">{html}</script>',
        '<input type="hidden" value="{escaped}">',
        '<iframe srcdoc="{escaped}"></iframe>',
        "<noscript><div>{html}</div></noscript>",
        "<script>document.write('{html}')</script>",
        '<script>window.__STATE__ = {{"doc": {{"id": 5, "nr": {quoted}}}}};</script>',
    ],
)
def test_text_that_a_page_holds_for_a_script_is_read(held: str) -> None:
    html = paragraphs(*LINES)
    escaped = html.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    report = read(f"<div id=zoom></div>{held.format(html=html, escaped=escaped, quoted=json.dumps(html))}")
    assert report.body.split("\n") == list(LINES)


def test_a_hidden_rest_and_a_container_shown_by_script_are_text() -> None:
    rest = f'<div class="rest" hidden>{paragraphs(*LINES[4:])}</div>'
    report = read(
        f"<div id=zoom>{paragraphs(*LINES[:4])}<a href='#' onclick=\"$('.rest').show()\">展开全文</a>{rest}</div>"
    )
    assert report.body.split("\n") == list(LINES)
    shown = f"<div id=zoom style='display:none'>{paragraphs(*LINES)}</div><script src=/show.js></script>"
    blurb = "<p>县民政局负责全县社会救助、养老服务、社会组织管理等工作，内设办公室等六个股室。</p>"
    assert read(shown + blurb).body.split("\n") == list(LINES)


def test_hidden_words_and_paragraphs_within_a_text_are_none() -> None:
    head = "<style>.wm, .x1{font-size:0} .note{display:none}</style>"
    lines = [line[:4] + "<span style='font-size:0px'>yunling.gov.cn</span>" + line[4:] for line in LINES]
    note = "<p class=note>编辑备注，不对外发布。</p><p hidden>草稿。</p>"
    assert read(f"<div id=zoom>{paragraphs(*lines)}{note}</div>", head=head).body.split("\n") == list(LINES)


@pytest.mark.parametrize("kept", range(2, 8))
def test_a_page_that_ends_within_its_text_is_flagged(kept: int) -> None:
    page = f"<html><head><title>{TITLE}</title></head><body><div>{INFO}</div><div id=zoom>{paragraphs(*LINES[:kept])}"
    assert "truncated" in clean(Page(page.encode())).flags
    whole = f"<html><head><title>{TITLE}</title></head><body><div>{INFO}</div><div id=zoom>{paragraphs(*LINES)}</div><div>{FOOT}"
    assert "truncated" not in clean(Page(whole.encode())).flags


@pytest.mark.parametrize("declared", ["utf-8", ""])
def test_a_foreign_foot_spoils_only_itself(declared: str) -> None:
    meta = f"<meta charset={declared}>" if declared else ""
    foot = "<div><p>主办单位：云岭县民政局网站编辑部，承办：云岭县信息中心</p></div></body></html>".encode("gbk")
    page = f"<html><head>{meta}<title>{TITLE}</title></head><body>{INFO}<div id=zoom>{paragraphs(*LINES)}</div>"
    report = clean(Page(page.encode() + foot))
    assert (report.title, report.body.split("\n")) == (TITLE, list(LINES))
    other = clean(Page(page.replace("utf-8", "gbk").encode("gbk") + foot))
    assert other.body.split("\n") == list(LINES)


def test_empty_cells_keep_their_column() -> None:
    table = (
        "<table><tr><td></td><td>2022</td><td>2023</td></tr><tr><td>检查</td><td>&nbsp;</td><td>88</td></tr></table>"
    )
    lines = read(f"<div id=zoom>{paragraphs(*LINES[:-2])}{table}</div>").body.split("\n")
    assert lines[-2:] == ["\t2022\t2023", "检查\t\t88"]


@pytest.mark.parametrize("box", ["<div id=zoom>{}</div>", "<div class=q9>{}</div>"])
@pytest.mark.parametrize(
    "pager",
    [
        "[1] <a href=b_2.html>[2]</a> <a href=b_3.html>[3]</a>",
        "【1】<a href=b_2.html>【2】</a>",
        "<a href=b_2.html>[2]</a>",
        "〈1〉〈<a href=b_2.html>2</a>〉",
        "<a>第1页</a> <a href=b_2.html>第2页</a> <a href=b_3.html>第3页</a>",
        "« <b>1</b> <a href=b_2.html>2</a> <a href=b_2.html>»</a>",
        "Page: <b>1</b> | <a href=b_2.html>2</a> | <a href=b_2.html>Next</a>",
        "上一页 1/2 <a href=b_2.html>下一页</a> 末页",
        "共2页 <select><option value=t20240119_7.html>1</option><option value=b_2.html>2</option></select>",
    ],
)
def test_a_pager_within_the_text_leads_on(pager: str, box: str) -> None:
    report = read(box.format(f"{paragraphs(*LINES[:6])}<p>{pager}</p>"))
    assert report.body.split("\n") == list(LINES[:6])
    assert (report.next_page, "truncated" in report.flags) == (
        ("http://mzj.yunling.gov.cn/zw/202401/b_2.html", True) if "1/2" not in pager else (None, True)
    )


@pytest.mark.parametrize("other", ["{}", "<div><p>{}</p></div>"])
def test_a_foot_or_a_blurb_in_the_place_of_the_text_is_doubted(other: str) -> None:
    blurb = "云岭县位于本省西南部，辖十二个乡镇，总人口42万，山川秀美，先后荣获多项荣誉称号。"
    for text in (blurb, "地址：云岭县东风路2号　电话：0000-1234567"):
        report = read(f"<div class=q9></div>{other.format(text)}")
        assert not report.body or "low_confidence" in report.flags


def test_what_readers_are_asked_below_the_closing_lines_is_no_text() -> None:
    asked = "<p>您觉得本文是否有帮助？</p><button>有</button><p>评论（0）</p><p>请自觉遵守互联网相关政策，严禁发布违法言论。</p>"
    assert read(f"<div class=q9>{paragraphs(*LINES)}{asked}</div>").body.split("\n") == list(LINES)


def test_a_menu_within_the_text_is_none() -> None:
    menu = (
        "<ul>"
        + "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in ("首页", "政务公开", "办事服务", "互动交流", "专题专栏"))
        + "</ul>"
    )
    report = read(f"<div id=zoom>{paragraphs(*LINES[:4])}{menu}{paragraphs(*LINES[4:])}</div>")
    assert report.body.split("\n") == list(LINES)
