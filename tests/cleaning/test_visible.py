"""What a reader of a page sees."""

import pytest

from cleaning.page.tree import parse
from cleaning.page.visible import revealed, text_of, visible_text

SEEN = "<p>全年办理行政复议案件59件。</p>"


@pytest.mark.parametrize(
    "unseen",
    [
        '<div style="display:none">抱歉，您的浏览器版本过低。</div>',
        '<div style="VISIBILITY: Hidden">抱歉</div>',
        "<p hidden>抱歉</p>",
        '<span style="font-size:0px">抱歉</span>',
        "<noscript>请开启JavaScript</noscript>",
        "<!-- WAF 抱歉 -->",
        '<script src="/js/captcha.js">抱歉</script>',
        '<style>.tip,#x{color:red;display:none}</style><div class="tip">抱歉</div>',
        "<template><p>抱歉</p></template>",
        '<div style="position:absolute; left: -9999px">抱歉</div>',
        "<style>h1.logo{text-indent:-9999px}</style><h1 class=logo>抱歉</h1>",
    ],
)
def test_what_is_hidden_is_not_seen(unseen: str) -> None:
    page = f"<html><head><title>t</title></head><body>{unseen}{SEEN}</body></html>"
    assert visible_text(page.encode()) == "全年办理行政复议案件59件。"


@pytest.mark.parametrize(
    "seen",
    [
        '<div style="display:block">附则</div>',
        '<span style="font-size:0.9em">附则</span>',
        '<div style="left:50%; margin-left:-1000px; text-indent:-2em">附则</div>',
        "<style>@media print{.tip{display:none}}</style><div class=tip>附则</div>",
        "<style>.tip{display:none}.tip.on{display:block}</style><div class='tip on'>附则</div>",
    ],
)
def test_what_is_shown_is_seen(seen: str) -> None:
    assert text_of(parse(f"<body>{seen}{SEEN}</body>")).split("\n")[0].startswith("附则")


@pytest.mark.parametrize(
    "script",
    [
        "<script>document.getElementById('more').style.display='block'</script>",
        "<script>$('#more').show()</script>",
        "<a onclick=\"$('.rest').slideDown()\">展开全文</a>",
        "<a href=\"javascript:document.getElementById('more').style.display=''\">展开</a>",
    ],
)
def test_what_a_script_or_a_click_shows_is_known(script: str) -> None:
    tree = parse(f'<body><div id="more" class="rest" style="display:none">其余</div>{script}</body>')
    assert revealed(tree) == {tree.css("#more")[0].mem_id}


def test_a_script_that_hides_reveals_nothing() -> None:
    tree = parse("<body><div id=x>其余</div><script>document.getElementById('x').style.display='none'</script></body>")
    assert not revealed(tree)
