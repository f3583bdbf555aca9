"""Pages that only their own scripts can draw: what is found, what is asked for on whose account, and what holds scripts
that mean no good."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
import yaml

from crawler.discovery.engine import spelling, stage
from crawler.discovery.engine.stage import Known, played
from crawler.discovery.staging import Stages
from crawler.items import PageRequest
from tests.discovery.conftest import Adds
from tests.replica import Replica, batches
from tests.replica.portal_search import below
from tests.replica.portal_search import played as searched

HOME = "http://www.ningling.gov.cn/list/"
FOUND = ("webpack_runtime", "signed_fields", "chain_of_fetches", "tabs_that_load", "layui_rendered", "vue_of_the_page")
SHORT = 1.5  # seconds for scripts that would never end


def drawn(script: str, *answers: Known, **more: object) -> stage.Played:
    """A page with one script."""
    return played(HOME, f"<body><div id=a></div><script>{script}</script></body>", answers, "Fazhi", **more)  # type: ignore[arg-type]


def answered(url: str, text: str) -> Known:
    return Known(PageRequest(f"http://www.ningling.gov.cn{url}"), text, kind="application/json")


@pytest.mark.parametrize("name", FOUND)
def test_a_list_that_only_its_scripts_ask_for_is_found_and_remembered(name: str) -> None:
    site, made = batches.site(name), batches.EVERY[name]()
    search, asked = searched(site)
    (candidate,) = search.candidates
    assert below(site, candidate.url) in made.watched
    assert {below(site, url.url) for url in candidate.reports.values()} == {report.path for report in made.reports}
    assert candidate.guess.params["url"]
    assert len(asked) < 12


@pytest.mark.parametrize("name", ["packed_in_function", "enciphered"])
def test_what_only_scripts_can_draw_is_told_and_not_watched(name: str) -> None:
    site, made = batches.site(name), batches.EVERY[name]()
    search, _ = searched(site)
    assert not search.candidates
    assert {below(site, report.url) for report in search.reports.values()} == {each.path for each in made.reports}
    told = [each for each in search.tried if each.seen.code == "drawn_only"]
    assert [(below(site, each.url), each.outcome) for each in told] == [(made.watched[0], "js_shell")]


def test_nothing_is_found_without_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "available", lambda: False)
    search, _ = searched(batches.site("signed_fields"))
    assert not search.candidates
    assert search.engine_missing


def test_a_crawl_repeats_the_request_without_an_engine(tmp_path: Path) -> None:
    site, made = batches.site("signed_fields"), batches.EVERY["signed_fields"]()
    with Replica(day=1, more=[site]) as replica:
        runs = Adds(replica, tmp_path / "output")
        result = runs.add(site.home, "--yes", "--no-crawl")
        (column,) = yaml.safe_load(next(runs.portals.glob("*.yml")).read_text("utf-8"))["columns"]
        assert column["url"] == result["candidates"][0]["url"]
        replica.reset_counts()
        assert runs.fazhi("crawl", "--all", "--portal", next(runs.portals.glob("*.yml")).stem).returncode == 0
        stored = {below(site, row["url"]) for row in runs.rows("SELECT url FROM report_addresses")}
    assert stored == {report.path for report in made.reports}


def test_what_scripts_ask_for_is_noted_and_answered_only_of_what_is_known() -> None:
    script = "fetch('/x?a=1').then(r=>r.json()).then(d=>fetch('/y/'+d.id,{method:'POST',body:JSON.stringify({k:1})}))"
    first = drawn(script)
    assert [(each.request.method, each.request.url) for each in first.wanted] == [("GET", f"{HOME[:-6]}/x?a=1")]
    second = drawn(script, answered("/x?a=1", '{"id": 7}'))
    (wanted,) = second.wanted
    assert (wanted.request.method, wanted.request.url, wanted.request.body) == ("POST", f"{HOME[:-6]}/y/7", '{"k":1}')


def test_no_other_host_is_ever_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    site = batches.site("signed_fields")
    elsewhere = "http://tracker.example.com/list.json"
    pages = site.system.portal(site).pages
    column = batches.EVERY["signed_fields"]().watched[0]
    plain = pages[column]
    tags = "".join(f"<script src='/js/plugin{at}.js'></script>" for at in range(12))
    tags += "<script src='http://tracker.example.com/t.js'></script>"
    script = f"{tags}<script>fetch('{elsewhere}');$.getJSON('//other.gov.cn/x.json')</script></body>".encode()

    def more(request: object) -> object:
        answer = plain(request)
        return type(answer)(answer.content.replace(b"</body>", script), content_type=answer.content_type)

    routes = {**site.system.routes(site, 1), column: more}
    monkeypatch.setattr(site.system, "routes", lambda *given: routes)
    search, asked = searched(site)
    assert search.candidates
    assert not [url for url in asked if "example.com" in url or "other.gov.cn" in url]
    assert len(asked) < 20, "of many script files only the last ones"


HOSTILE = {
    "a loop without end": "for(;;){}",
    "promises without end": "(function f(){Promise.resolve().then(f)})()",
    "timers without end": "setInterval(function(){},0);(function f(){setTimeout(f,0)})()",
    "memory": "var a=[];for(;;){a.push(new Array(1e5).fill('x'))}",
    "a text that doubles": "var s='x';for(;;){s+=s}",
    "nodes": "for(;;){document.body.appendChild(document.createElement('p'))}",
    "a deep call": "(function f(){f()})()",
    "a slow expression": "/(a+)+$/.test('a'.repeat(40)+'b')",
    "requests": "for(var i=0;i<1e6;i++){fetch('/r/'+i)}",
    "prototypes": "Array.prototype.push=Array.prototype.map=JSON.stringify=JSON.parse=function(){throw 1};"
    "Object.prototype.toJSON=function(){for(;;){}};String.prototype.replace=null;Map.prototype.get=null;"
    "Object.defineProperty(Object.prototype,'html',{get(){return {}},set(){}});",
    "markup": "document.write('<div>'.repeat(1e5));document.body.innerHTML='<a '.repeat(1e5)",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_scripts_that_mean_no_good_are_bounded(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "SECONDS", SHORT)
    began = time.monotonic()
    made = drawn(HOSTILE[kind])
    assert time.monotonic() - began < SHORT + stage.GRACE + 1
    assert len(made.wanted) <= stage.MOST_WANTED
    assert len(made.html) <= stage.MOST_SAID


def test_nothing_of_the_machine_is_within_reach() -> None:
    names = ("std", "os", "require", "process", "Deno", "Bun", "module", "__dirname", "ActiveXObject", "load", "read")
    script = f"""
    var seen={json.dumps(names)}.filter(function(n){{return typeof globalThis[n]!=='undefined'}});
    var out=[seen.join()];try{{out.push(typeof Function('return this')().std)}}catch(e){{out.push(e.name)}}
    import('os').then(function(){{fetch('/reached')}},function(){{}});import('file:///etc/passwd').then(function(){{fetch('/reached')}},function(){{}});
    fetch('file:///etc/passwd');fetch('http://127.0.0.1:8001/');fetch('data:text/plain,x');
    document.getElementById('a').textContent='['+out.join('|')+']'+navigator.userAgent+localStorage.length;"""
    made = drawn(script)
    assert ">[|undefined]Fazhi0<" in made.html
    assert [each.request.url for each in made.wanted] == ["http://127.0.0.1:8001/"], "which the search drops"
    assert not Stages("http://www.ningling.gov.cn/")._may_ask(made.wanted[0].request)


def test_headers_that_would_pretend_are_not_taken_over() -> None:
    told = "fetch('/x',{headers:{'User-Agent':'x','Cookie':'a=b','Host':'h','X-Bad':'a\\r\\nb','X-Site':'nl'}})"
    (wanted,) = drawn(told).wanted
    assert {name.lower(): value for name, value in wanted.request.headers.items()} == {"x-site": "nl"}


def test_a_page_played_twice_asks_for_the_same() -> None:
    script = "fetch('/x?_='+Date.now()+Math.random())"
    assert drawn(script, now=1e9).wanted == drawn(script, now=1e9).wanted


def test_the_address_of_a_row_is_learned_from_what_was_drawn() -> None:
    text = json.dumps(
        {
            "rows": [
                {"no": 81, "day": "2026-03-12", "t": "甲年度报告"},
                {"no": 7, "day": "2025-03-19", "t": "乙年度报告"},
            ]
        }
    )
    links = {"甲年度报告": "http://a.gov.cn/c/20260312/x81.html", "乙年度报告": "http://a.gov.cn/c/20250319/x7.html"}
    assert spelling.spelling(text, links) == "http://a.gov.cn/c/{day|->>}/x{no}.html"
    assert spelling.spelling(text, {**links, "乙年度报告": "http://a.gov.cn/else.html"}) == ""
