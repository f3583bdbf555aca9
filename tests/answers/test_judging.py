"""What a page yields decides what it is: walls, notices, counters, deletions and reused addresses over four nights."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest

from tests.answers.nights import Nights, Portal, host
from tests.answers.papers import MENU, YEARS, Papers
from tests.answers.server import Asked, Play, Stage, reply

BROWSER = '<div style="display: none" class="tip">抱歉，您访问的页面需要更新的浏览器，请升级后再来。</div>'
HINTS = {
    "browser": {"top": BROWSER},
    "noscript": {"top": "<noscript>本页需要脚本，请开启JavaScript</noscript>"},
    "script": {"top": '<script src="/static/captcha/captcha.min.js"></script><!-- WAF: pass -->'},
    "credit": {"foot": "<p>本网站由某某云防护提供安全保障，访问异常请联系管理员</p>"},
    "asked": {"foot": "<div hidden>请完成安全验证后继续访问</div>"},
}
HEAD = "<html><head><title>{}</title></head><body>"
WALLS = {
    "shield": HEAD.format("拦截提示") + "<p>您的请求带有不合法参数，已被管理员设置拦截</p></body></html>",
    "unnamed": HEAD.format("铁幕") + "<h2>铁幕盾</h2><p>会话校核未通过，流水号 {n}</p></body></html>",
    "signin": HEAD.format("") + "<form><input type=password name=p></form><p>账号登录后可继续</p></body></html>",
    "resting": HEAD.format("公告") + "<p>机房搬迁，网站于今日起停止服务，预计三日后恢复。</p></body></html>",
}


def hinted(name: str) -> Portal:
    around = HINTS[name]

    def listing(asked: Asked) -> bytes:
        return reply(Papers(asked.host).listing(**around).encode())

    def page(asked: Asked, year: int) -> bytes | None:
        return reply(Papers(asked.host).report(year, **around).encode())

    return Portal(listing=listing, page=page)


def walled(name: str, since: int) -> Portal:
    """All report pages are a wall: from the start, or on the second night only."""

    def page(asked: Asked, year: int) -> bytes | None:
        hit = asked.night == 2 or (since == 1 and asked.night < 4)
        return reply(WALLS[name].replace("{n}", f"{year}-{asked.night}").encode()) if hit else None

    return Portal(page=page, years=tuple(range(2017, 2025)))


def on(night: int, made: Callable[[Asked, int], str], until: int = 0) -> Portal:
    """The pages are as ``made`` says from a night on, to ``until``."""

    def page(asked: Asked, year: int) -> bytes | None:
        hit = asked.night >= night and (not until or asked.night <= until)
        return reply(made(asked, year).encode()) if hit else None

    return Portal(page=page)


def paused(asked: Asked, year: int) -> str:
    paper = Papers(asked.host)
    return paper.page(
        paper.title(year), ["因后台升级改造，栏目内容暂不提供浏览，恢复时间请留意网站公告，给您带来不便敬请谅解。"]
    )


def counted(asked: Asked, year: int) -> str:
    seen = 100 + 7 * asked.night
    inside = f"<p>本文已被浏览 {seen} 次</p><p>浏览次数：<span>{seen}</span></p>"
    return Papers(asked.host).report(year, inside=inside)


def shortened(asked: Asked, year: int) -> str:
    paper = Papers(asked.host)
    return paper.page(paper.title(year), [*paper.lines(year)[:2], *paper.lines(year)[-2:]])


def rewritten(asked: Asked, year: int) -> str:
    return Papers(asked.host).report(year).replace("开展述法1次", "开展述法3次")


def other_notice(asked: Asked, year: int) -> str:
    paper = Papers(asked.host)
    text = [f"根据工作需要，现将{year}号仓库的租赁事项公告如下，欢迎符合条件的单位前来咨询洽谈并按时递交材料。"] * 4
    return paper.page(f"关于{year}号仓库公开招租的公告", text)


def deleted(status: int, text: str = "<html><body><h1>Not Found</h1></body></html>") -> Portal:
    return Portal(page=lambda asked, year: reply(text.encode(), status) if asked.night > 1 and year == 2023 else None)


def reused(asked: Asked) -> bytes | None:
    paper, year = Papers(asked.host), 2023 if asked.night == 1 else 2024
    if asked.path == "/l/":
        rows = [paper.row(year, "/ndbg.html"), *(paper.row(old) for old in (2022, 2021))]
        return reply(paper.listing(rows).encode())
    return reply(paper.report(year).encode()) if asked.path == "/ndbg.html" else None


def expired_row(asked: Asked) -> bytes | None:
    paper = Papers(asked.host)
    more = paper.row(2020, "/n/1.html", "关于部分规范性文件已失效的公告，您访问的内容不存在的请以此为准")
    return reply(paper.listing([*(paper.row(year) for year in YEARS), more]).encode())


def brief(asked: Asked, year: int) -> str:
    paper = Papers(asked.host)
    lines = paper.lines(year)
    return paper.page(paper.title(year), [lines[0], "全年清理文件31件，其中4件文件已失效，予以公布。", *lines[-2:]])


def leading(kind: str) -> Portal:
    target = "/x/" + quote("治".encode("gb18030")) + "{year}.html" if kind == "location" else "/c/{year}.html"

    def page(asked: Asked, year: int) -> bytes | None:
        paper, where = Papers(asked.host), target.format(year=year)
        frame = f'<iframe src="{where}" width="100%"></iframe>'
        match kind:
            case "location":
                return reply(b"", 302, ("Location", b"/x/" + "治".encode("gb18030") + f"{year}.html".encode()))
            case "meta":
                return reply(f'<html><head><meta http-equiv="refresh" content="0; url={where}"></head></html>'.encode())
            case "script":
                return reply(f'<script>window.location.href = "{where}";</script>'.encode())
            case "framed":
                return reply(f"<html><body>{frame}</body></html>".encode())
            case _:
                return reply(paper.page(paper.title(year), [], inside=frame).encode())

    def other(asked: Asked) -> bytes | None:
        found = next((year for year in YEARS if asked.path == target.format(year=year)), 0)
        return reply(Papers(asked.host).report(found).encode()) if found else None

    return Portal(page=page, other=other)


def mixed(asked: Asked, year: int) -> bytes | None:
    head, _, foot = Papers(asked.host).report(year, foot="<p>技术支持：信息中心　邮编：100001</p>").partition("主办")
    return reply(head.encode() + ("主办" + foot).encode("gb18030"), kind="text/html; charset=utf-8")


def strange_port(asked: Asked) -> bytes | None:
    paper = Papers(asked.host)
    rows = [paper.row(2024, f"http://{asked.host}:8022/a/2024.html"), paper.row(2023)]
    return reply(paper.listing(rows).encode()) if asked.path == "/l/" else None


RULES = "User-agent: *\r\nDisallow: /\r\n"
ROBOTS: dict[str, bytes] = {
    "robotsmark": reply(codecs.BOM_UTF8 + RULES.encode(), kind="text/plain"),
    "robotswide": reply(codecs.BOM_UTF16_LE + RULES.encode("utf-16-le"), kind="text/plain"),
    "robotsbig": reply(codecs.BOM_UTF16_BE + RULES.encode("utf-16-be"), kind="text/plain"),
    "robotsnone": reply(b"<html><body>403</body></html>", 403),
    "robotslogin": reply(b"", 401),
    "robotsaway": reply(b"", 302, ("Location", "http://www.elsewhere.example/robots.txt")),
    "robotspage": reply(b"<html>404<br>User-agent: *<br>Disallow: /</html>"),
}
FORBIDDEN = ("robotsmark", "robotswide", "robotsbig")
CASES: dict[str, Play] = {
    **{f"hint{name}": hinted(name) for name in HINTS},
    **{f"wall{name}": walled(name, 1) for name in WALLS},
    **{f"night{name}": walled(name, 2) for name in WALLS},
    "paused": on(2, paused, 3),
    "neverread": on(1, paused),
    "counter": on(1, counted),
    "shortened": on(2, shortened),
    "flicker": on(2, shortened, 2),
    "rewritten": on(2, rewritten),
    "othernotice": on(2, other_notice),
    "gone404": deleted(404),
    "gonesoft": deleted(200, f"<html><body>{MENU}<p>您查看的文章已被删除。</p></body></html>"),
    "served404": Portal(page=lambda asked, year: reply(Papers(asked.host).report(year).encode(), 404)),
    "reused": Portal(other=reused),
    "expiredrow": Portal(listing=expired_row),
    "brief": on(1, brief),
    **{f"lead{kind}": leading(kind) for kind in ("location", "meta", "script", "framed", "within")},
    "mixed": Portal(page=mixed),
    "port": Portal(other=strange_port),
    **{name: Portal(robots=answer) for name, answer in ROBOTS.items()},
}


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    with Stage() as stage:
        played = Nights(stage, tmp_path_factory.mktemp("judging"))
        played.enter(CASES)
        for night in range(1, 5):
            played.crawl(night, "--all")
            if night == 1:
                paused = played.rows("SELECT host FROM hosts WHERE paused_until IS NOT NULL")
                played.left_alone = {row["host"] for row in paused}
        yield played


def sizes(name: str, *years: int) -> dict[int, tuple[int, str, list[str]]]:
    """The reports of a portal, whole and published."""
    return {year: (Papers(host(name)).size(year), "published", []) for year in years or YEARS}


UNTOUCHED = [
    *(f"hint{name}" for name in HINTS), "served404", "expiredrow", "mixed",
    *(f"lead{kind}" for kind in ("location", "meta", "script", "framed", "within")),
    "robotsnone", "robotslogin", "robotsaway", "robotspage",
]  # fmt: skip


@pytest.mark.parametrize("name", UNTOUCHED)
def test_a_good_page_is_read_whatever_stands_around_it(nights: Nights, name: str) -> None:
    kept = nights.reports(name)
    assert {year: (size, state) for year, (size, state, _) in kept.items()} == {
        year: (size, state) for year, (size, state, _) in sizes(name).items()
    }
    assert nights.versions(name) == []
    assert not {"blocked", "soft_404", "suspect", "gone"} & set(nights.outcomes(name))


@pytest.mark.parametrize("name", WALLS)
def test_a_wall_is_no_report_and_its_host_is_left_alone(nights: Nights, name: str) -> None:
    assert "new" not in nights.outcomes(f"wall{name}", 1)
    assert "blocked" in nights.outcomes(f"wall{name}", 1, "report")
    assert host(f"wall{name}") in nights.left_alone
    assert nights.codes[1] == 3
    assert nights.reports(f"wall{name}") == sizes(f"wall{name}", *range(2017, 2025))
    assert nights.versions(f"wall{name}") == []


@pytest.mark.parametrize("name", WALLS)
def test_a_wall_changes_no_known_report(nights: Nights, name: str) -> None:
    assert nights.reports(f"night{name}") == sizes(f"night{name}", *range(2017, 2025))
    assert nights.versions(f"night{name}") == []
    assert "blocked" in nights.outcomes(f"night{name}", 2, "report")


def test_a_pause_in_the_pages_place_is_neither_edit_nor_report(nights: Nights) -> None:
    assert nights.reports("paused") == sizes("paused")
    assert nights.versions("paused") == []
    assert nights.reports("neverread") == {}
    assert set(nights.outcomes("neverread", 0, "report")) == {"suspect"}


def test_a_drastic_loss_is_told_on_the_second_day_and_not_before(nights: Nights) -> None:
    assert nights.versions("flicker") == []
    assert nights.reports("flicker") == sizes("flicker")
    assert nights.versions("shortened") == ["source_changed"] * 2
    assert set(nights.outcomes("shortened", 2, "report")) == {"suspect"}
    assert set(nights.outcomes("shortened", 3, "report")) == {"changed"}
    waited = nights.rows(
        "SELECT DISTINCT state FROM pending_changes WHERE portal IN ('shortened', 'flicker') ORDER BY 1"
    )
    assert [row["state"] for row in waited] == ["confirmed", "withdrawn"]


def test_an_edit_is_told_at_once(nights: Nights) -> None:
    assert nights.versions("rewritten") == ["source_changed"] * 2
    assert set(nights.outcomes("rewritten", 2, "report")) == {"changed"}


def test_another_document_in_its_place_takes_a_report_away_on_the_second_day(nights: Nights) -> None:
    assert nights.versions("othernotice") == []
    assert set(nights.outcomes("othernotice", 2, "report")) == {"suspect"}
    assert {state for _, state, _ in nights.reports("othernotice").values()} == {"gone"}


@pytest.mark.parametrize("name", ["gone404", "gonesoft"])
def test_a_deletion_is_told_one_look_later(nights: Nights, name: str) -> None:
    kept = nights.reports(name)
    assert kept[2024][1] == "published"
    assert kept[2023][1] == "gone"
    assert kept[2023][0] == Papers(host(name)).size(2023)
    assert "gone" not in [row["kind"] for row in nights.rows("SELECT kind FROM changes WHERE portal = 'served404'")]


def test_a_new_year_at_an_old_address_is_a_new_report(nights: Nights) -> None:
    assert nights.reports("reused") == sizes("reused", *range(2021, 2025))
    assert nights.rows("SELECT report_year FROM reports WHERE replaced_by IS NOT NULL") == [{"report_year": 2023}]
    assert nights.versions("reused") == []
    assert "new" in nights.outcomes("reused", 2, "report")
    assert "changed" not in nights.outcomes("reused", 2, "report")


def test_a_short_report_may_speak_of_what_is_no_longer_in_force(nights: Nights) -> None:
    assert set(nights.reports("brief")) == set(YEARS)


@pytest.mark.parametrize("name", FORBIDDEN)
def test_robots_txt_is_obeyed_whatever_its_encoding(nights: Nights, name: str) -> None:
    assert nights.stage.paths(host(name)) == []
    assert set(nights.outcomes(name)) == {"robots_denied"}


def test_other_ports_of_a_host_are_not_asked(nights: Nights) -> None:
    assert not [asked for asked in nights.stage.asked if asked.port not in (None, 80)]
    assert set(nights.reports("port")) == {2023}
