"""The verdict on a response, case by case; the name of a case says what must come out."""

from __future__ import annotations

import ast
from collections import ChainMap
from string import Formatter

import pytest
from scrapy.http import Headers, Request, Response

from cleaning.document.judge import without_yield
from cleaning.report import Page
from crawler.clauses import FOUND, Clause, clause, restored
from crawler.discovery.frontier import NAMES
from crawler.judge import WALL_STATUS, of_answer, of_robots, of_status
from crawler.outcome import LOOKED, NOT_LOOKED, same_page, same_site
from crawler.reasons import REASONS, sentence
from tests.conftest import ROOT

URL = "http://www.example.gov.cn/zwgk/tzgg/"
HOME = "http://www.example.gov.cn/"
MENU = '<a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/hdjl/">互动交流</a>'
ARTICLE = f"<html><body>{MENU}<h1>通知</h1><p>" + "关于进一步做好有关工作的通知。" * 60 + "</p></body></html>"


def answered(status: int, body: str = "", location: bytes = b"") -> Response:
    headers = Headers({"Location": location} if location else {})
    return Response(URL, status=status, body=body.encode(), headers=headers)


ANSWERS = {
    "ok": answered(200, ARTICLE),
    "ok-404-with-a-page": answered(404, ARTICLE),
    "blocked-403-without-a-page": answered(403),
    "blocked-self-302": answered(302, "", URL.encode()),
    "redirected_home": answered(302, "", b"/index.html"),
    "redirected_away-captive": answered(302, "", b"http://10.0.0.1/login"),
    "redirected_away-javascript": answered(302, "", b"javascript:alert(1)"),
    "redirected_away-nowhere": answered(301),
    "moved-column": answered(301, "", b"/zwgk/tongzhi/"),
    "moved-https": answered(301, "", b"https://www.example.gov.cn/zwgk/tzgg/"),
    "empty_response": answered(200, " \n"),
    "unchanged_304": answered(304),
    "too_large-tags": answered(200, "<b>" * 300_000),
    "redirect_loop": Response(URL, status=302, flags=["many_redirects"]),
}


@pytest.mark.parametrize(
    ("headers", "name"), [({}, "empty_response"), ({"If-None-Match": '"x"'}, "unchanged_304")], ids=["plain", "named"]
)
def test_not_modified_says_something_only_of_a_copy_that_was_named(headers: dict[str, str], name: str) -> None:
    answer = answered(304)
    answer.request = Request(URL, headers=headers)
    assert of_answer(answer, HOME).name == name


@pytest.mark.parametrize("case", ANSWERS)
def test_answer(case: str) -> None:
    outcome = of_answer(ANSWERS[case], HOME)
    assert outcome.name == case.split("-")[0], outcome
    assert outcome.looked == (outcome.name in LOOKED)
    assert outcome.reason or outcome.name == "ok", "every outcome but ok says why"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "big5"])
def test_a_location_of_raw_bytes_is_asked_for_as_it_came(encoding: str) -> None:
    raw = "法治".encode(encoding)
    outcome = of_answer(answered(302, "", b"/x/" + raw + b"%20a.html?q=" + raw))
    escaped = "".join(chr(byte) if byte < 128 else f"%{byte:02X}" for byte in raw)
    assert outcome.location == f"http://www.example.gov.cn/x/{escaped}%20a.html?q={escaped}"


@pytest.mark.parametrize(
    ("status", "name"),
    [(401, "blocked"), (404, "gone"), (410, "gone"), (500, "server_error"), (400, "client_error"), (202, "blocked")]
    + [(status, "blocked") for status in WALL_STATUS],
)
def test_a_status_speaks_where_the_page_yields_nothing(status: int, name: str) -> None:
    outcome = of_status(status)
    assert outcome is not None
    assert outcome.name == name


def test_a_robots_txt_that_is_not_to_be_had_forbids_nothing() -> None:
    for status in (200, 301, 302, 401, 403, 404, 410, 418):
        assert of_robots(status, "example.gov.cn").looked, status
    for status in (429, 500, 503, 521):
        assert of_robots(status, "example.gov.cn").name == "robots_unavailable", status


RUISHU = '<html><head><meta content="{}" r="m"><script>$_ts=window["$_ts"];</script></head><body></body></html>'
PAGES = {
    "wall-ruishu": RUISHU,
    "wall-jiasule": "<script>document.cookie='__jsl_clearance=1;path=/';location.href=location.pathname</script>",
    "wall-firewall": "<html><body><h3>您的访问被拦截</h3><p>事件编号 1234</p></body></html>",
    "wall-nobody-has-named": "<html><body><h2>天河盾</h2><p>当前会话未通过校核，序号 8871-22</p></body></html>",
    "wall-maintenance": "<html><body><p>设备检修，本站点于今晚暂停对外服务。</p></body></html>",
    "gone": "<html><head><title>404 Not Found</title></head><body>您访问的页面不存在或已被删除</body></html>",
    "gone-in-frame": f"<html><body>{MENU}<p>您访问的页面不存在或已被删除</p></body></html>",
    "nothing-frame-alone": f"<html><body>{MENU}<div class=main></div></body></html>",
    "nothing-hidden-notice": f'<html><body>{MENU}<p style="display:none">您访问的页面不存在</p></body></html>',
    "nothing-noscript": f"<html><body>{MENU}<noscript>请开启JavaScript</noscript></body></html>",
    "nothing-script": f'<html><body>{MENU}<script src="/js/captcha.js"></script><!-- WAF --></body></html>',
    "nothing-data": '{"rows": [], "message": "访问被拦截"}',
}


@pytest.mark.parametrize("case", PAGES)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_that_yields_nothing(case: str, encoding: str) -> None:
    verdict = without_yield(Page(PAGES[case].encode(encoding), URL))
    assert verdict.kind == case.split("-")[0], verdict


def test_addresses() -> None:
    assert same_page("http://example.gov.cn/a/index.html", "https://www.example.gov.cn/a/")
    assert not same_page("http://example.gov.cn/a/", "http://example.gov.cn/b/")
    assert not same_site("http://a.gov.cn/", "http://b.gov.cn/")


@pytest.mark.parametrize(
    "body", [b"<" * 60_000, b"<script" * 8_000, b"404 Not Found" + b"<!--" * 10_000, b"\0" * 5_000]
)
def test_hostile_bodies_get_a_verdict(body: bytes) -> None:
    assert without_yield(Page(body, URL)).kind in ("wall", "gone", "nothing")
    assert of_answer(Response(URL, body=body)).name in LOOKED | NOT_LOOKED


VOCABULARY = ChainMap(FOUND, REASONS)


@pytest.mark.parametrize("code", VOCABULARY)
def test_every_reason_is_said_in_both_languages(code: str) -> None:
    class Given(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return f"<{key}>"

    english, chinese = (text.format_map(Given()) for text in VOCABULARY[code])
    assert english
    assert chinese
    assert sentence("no entry of the table", {}) == "no entry of the table"


def test_a_clause_comes_back_from_the_store_and_speaks_both_languages() -> None:
    inner = clause("link", name="年度'报告\"", where=clause("home"), why=clause("named", name="年报"))
    kept = restored(clause("stranger", name="甲县", code=1, why=inner).stored())
    assert kept.params["why"] == inner
    assert str(kept) == "the page is that of 甲县 (1), by link '年度'报告\"' on the home page: named 年报"
    assert kept.said("zh") == "页面属于甲县（1），依据为首页上的链接“年度'报告\"”：名为“年报”"
    assert not restored(clause("").stored())
    for text in ("menu", '{"a": 1}', "[1]", '["a"]', "3", "null"):
        assert restored(text) == Clause(text), "what an older program wrote says itself"


def test_every_clause_the_search_writes_stands_in_the_vocabulary_with_its_parameters() -> None:
    assert not set(FOUND) & set(REASONS)
    written = [
        (call.args[0].value, {each.arg for each in call.keywords})
        for path in sorted((ROOT / "crawler").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "clause"
        if call.args and isinstance(call.args[0], ast.Constant)
    ]
    for code, given in written:
        asked = {name for text in FOUND[code] for _, name, _, _ in Formatter().parse(text) if name}
        assert asked == given, code
    others = {*(code for _, _, code in NAMES), "js_shell", "rows_in_comment"}
    assert {code for code, _ in written} | others == set(FOUND)
