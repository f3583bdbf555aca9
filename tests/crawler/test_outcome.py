"""The verdict on a response, case by case; the name of a case says what must come out."""

from __future__ import annotations

import pytest

from crawler.outcome import LOOKED, NOT_LOOKED, classify, same_page, same_site

URL = "http://www.example.gov.cn/zwgk/tzgg/"
HOME = "http://www.example.gov.cn/"
ARTICLE = "<html><body><h1>通知</h1><p>" + "关于进一步做好有关工作的通知。" * 60 + "</p></body></html>"
RUISHU = '<html><head><meta content="{}" r="m"><script>$_ts=window["$_ts"];</script></head><body></body></html>'
JSL = "<script>document.cookie='__jsl_clearance=1;path=/';location.href=location.pathname</script>"
WAF = "<html><body><h3>您的访问被拦截</h3><p>事件编号 1234</p></body></html>"
SOFT = "<html><head><title>404 Not Found</title></head><body>您访问的页面不存在或已被删除</body></html>"

CASES = {
    "ok": (200, ARTICLE, ""),
    "blocked-ruishu-412": (412, RUISHU, ""),
    "blocked-ruishu-200": (200, RUISHU, ""),
    "blocked-ruishu-202": (202, RUISHU, ""),
    "blocked-jiasule-521": (521, JSL, ""),
    "blocked-jiasule-200": (200, JSL, ""),
    "blocked-waf-403": (403, WAF, ""),
    "blocked-waf-200": (200, WAF, ""),
    "blocked-429": (429, "slow down", ""),
    "blocked-self-302": (302, "", URL),
    "redirected_home": (302, "", "/index.html"),
    "redirected_away-captive": (302, "", "http://10.0.0.1/login"),
    "redirected_away-javascript": (302, "", "javascript:alert(1)"),
    "redirected_away-nowhere": (301, "", ""),
    "moved-column": (301, "", "/zwgk/tongzhi/"),
    "moved-https": (301, "", "https://www.example.gov.cn/zwgk/tzgg/"),
    "gone-404": (404, "nothing", ""),
    "gone-410": (410, "nothing", ""),
    "soft_404": (200, SOFT, ""),
    "empty_response": (200, " \n", ""),
    "unchanged_304": (304, "", ""),
    "server_error-500": (500, "oops", ""),
    "server_error-503": (503, "busy", ""),
    "client_error-400": (400, "bad", ""),
    "ok-mentions-captcha": (200, ARTICLE * 20 + "验证码 captcha 安全验证", ""),
    "ok-quotes-404": (200, ARTICLE.replace("</p>", "网站出现“404 Not Found”的，应当整改。</p>"), ""),
}


@pytest.mark.parametrize("case", CASES)
def test_verdict(case: str) -> None:
    status, body, location = CASES[case]
    outcome = classify(status, URL, body.encode(), location, HOME)
    assert outcome.name == case.split("-")[0], outcome
    assert outcome.name in LOOKED | NOT_LOOKED | {"moved"}
    assert outcome.looked == (outcome.name in LOOKED)
    if outcome.name not in ("ok",):
        assert outcome.reason, "every outcome but ok says why"


def test_gbk_error_page() -> None:
    assert classify(200, URL, SOFT.encode("gb18030")).name == "soft_404"


def test_addresses() -> None:
    assert same_page("http://example.gov.cn/a/index.html", "https://www.example.gov.cn/a/")
    assert not same_page("http://example.gov.cn/a/", "http://example.gov.cn/b/")
    assert not same_site("http://a.gov.cn/", "http://b.gov.cn/")


@pytest.mark.parametrize(
    "body", [b"<" * 60_000, b"<script" * 8_000, b"404 Not Found" + b"<!--" * 10_000, b"\x00" * 5_000]
)
def test_hostile_bodies_get_an_outcome(body: bytes) -> None:
    assert classify(200, URL, body).name in LOOKED | NOT_LOOKED
