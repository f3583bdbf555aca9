"""What reading a page costs grows with its length and no faster, whatever its scripts are made of."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from crawler.discovery.pages import Answer
from crawler.items import PageRequest
from crawler.outcome import Outcome
from crawler.platforms import service
from crawler.platforms.detect import detect
from crawler.platforms.listing import row_addresses

URL = "http://www.example.gov.cn/a/"
SHORT, LONG = 30, 120  # parts of a script
SCRIPTS = {  # each part of a script, and what stands before all of them
    "functions": ("function f{0}(a,b){{var u='/list/q{0}?id='+a;$.ajax({{url:u,type:'post',data:{{id:a}}}});}}\n", ""),
    "calls_of_one_function": ("$.post('/list/q{0}',b);load('{0}',{{id:{0}}});\n", "function load(a,b){"),
    "options": ("url:'/list/q{0}',", "$.ajax({"),
    "options_of_nothing": ("url:'/list/q{0}',", "var all={data:{},"),
    "one_name": ("params={{id:{0}}};$.post('/list/q{0}',params);\n", ""),
    "headers": ("$.ajax({{url:'/list/q{0}',headers:{{'X-Token':'t{0}'}}}});\n", ""),
    "unclosed": ("$.post('/list/q{0}',{{id:[", ""),
    "texts": ("var t{0}='/list/q{0}.html';", ""),
    "roots": ("var c{0}={{baseURL:'/api{0}'}};axios.post('/list/q{0}',{{id:1}});", ""),
}


def steps(shape: str, parts: int) -> int:
    """The lines of the program that run while a page of so many parts is read in every way."""
    part, before = SCRIPTS[shape]
    script = before + "".join(part.format(at) for at in range(parts))
    shown = '<input type=hidden name=_token value="t1"><ul><li onclick="f1(1)">栏目</li></ul>'
    text = f"<html>{shown}<script>{script}</script>"
    count = 0

    def traced(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return traced

    answer = Answer(URL, Outcome("ok"), PageRequest(URL), text.encode(), "text/html; charset=utf-8")
    before_all = sys.gettrace()
    sys.settrace(traced)
    try:
        assert answer.page is not None
        detect(answer.page)
        answer.anchors, answer.tabs()
        found = service.calls(answer.page, given={"a": "1"})
        row_addresses.learned(answer.text, service.scripts_of(answer.page), ["id", "title"], URL)
    finally:
        sys.settrace(before_all)
    assert found or shape == "texts", "nothing was read"
    return count


@pytest.mark.parametrize("shape", SCRIPTS)
def test_a_script_four_times_as_long_costs_not_much_more_than_four_times(shape: str) -> None:
    assert steps(shape, LONG) < 6 * steps(shape, SHORT)
