"""Cut and lying answers: what comes whole is read, what does not is told, and its completion is no news."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest

from crawler.middlewares.transport import is_whole
from tests.answers.nights import Nights, Portal, host
from tests.answers.papers import Papers
from tests.answers.server import Asked, Stage, reply

GZIP = ("Content-Encoding", "gzip")
LONG = [
    f"第{number}项工作按照法定程序推进，形成书面材料并按要求归档备查，群众满意度逐年提升。" for number in range(900)
]


def whole(asked: Asked, year: int) -> bytes:
    return Papers(asked.host).report(year).encode()


def half(asked: Asked, year: int) -> bytes:
    """The page up to the end of a paragraph about its middle."""
    text = Papers(asked.host).report(year)
    return text[: text.index("</p>", text.index("二、存在的不足") - 20) + 4].encode()


def listed(asked: Asked) -> bytes:
    return Papers(asked.host).listing().encode()


def cut_gzip(asked: Asked, year: int) -> bytes:
    packed = gzip.compress(Papers(asked.host).report(year, *LONG).encode(), mtime=0)
    return reply(packed[: len(packed) // 2] if asked.night == 1 else packed, 200, GZIP)


def no_length(asked: Asked, year: int) -> bytes:
    return reply(half(asked, year) if asked.night == 1 else whole(asked, year), length=None, version="1.0")


def late_cut(asked: Asked, year: int) -> bytes:
    return reply(half(asked, year), length=len(whole(asked, year))) if asked.night == 2 else reply(whole(asked, year))


def in_characters(asked: Asked, year: int) -> bytes:
    return reply(whole(asked, year), length=len(Papers(asked.host).report(year)))


def too_long(asked: Asked, year: int) -> bytes:
    return reply(whole(asked, year), length=len(whole(asked, year)) + 999)


def lying(asked: Asked, year: int) -> bytes:
    return reply(whole(asked, year), 200, ("Content-Encoding", ("gzip", "deflate", "br", "zstd")[year % 4]))


def silent(asked: Asked, year: int) -> bytes:
    return reply(gzip.compress(whole(asked, year), mtime=0))


def cut_list(asked: Asked) -> bytes:
    """On the second night the list ends behind its first row, whatever its length says."""
    rows = listed(asked)
    return reply(rows[: rows.index(b"</li>") + 5] if asked.night == 2 else rows, length=len(rows))


CASES = {
    "cutlist": Portal(listing=cut_list),
    "cutgzip": Portal(page=cut_gzip),
    "nolength": Portal(page=no_length),
    "latecut": Portal(page=late_cut),
    "characters": Portal(page=in_characters),
    "toolong": Portal(page=too_long, listing=lambda asked: reply(listed(asked), length=len(listed(asked)) + 7)),
    "lying": Portal(page=lying, years=(2024, 2023, 2022, 2021)),
    "lyinglist": Portal(listing=lambda asked: reply(listed(asked), 200, GZIP)),
    "silent": Portal(page=silent, listing=lambda asked: reply(gzip.compress(listed(asked)))),
    "wholenolength": Portal(
        page=lambda asked, year: reply(whole(asked, year), length=None, version="1.0"),
        listing=lambda asked: reply(listed(asked), length=None),
    ),
}


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    with Stage() as stage:
        played = Nights(stage, tmp_path_factory.mktemp("transport"))
        played.enter(CASES)
        played.crawl(1)
        played.crawl(2, "--all")
        played.crawl(3, "--all")
        yield played


@pytest.mark.parametrize("name", CASES)
def test_what_is_kept_in_the_end_is_whole_or_says_so(nights: Nights, name: str) -> None:
    kept = nights.reports(name)
    assert set(kept) == set(CASES[name].years)
    for year, (characters, state, flags) in kept.items():
        assert state == "published"
        if name == "characters":
            assert flags == ["truncated"]
        else:
            more = LONG if name == "cutgzip" else []
            assert (characters, flags) == (Papers(host(name)).size(year, *more), [])
    assert "source_changed" not in nights.versions(name)
    assert {
        row["kind"] for row in nights.rows("SELECT outcome AS kind FROM fetches WHERE outcome = 'program_error'")
    } == set()


@pytest.mark.parametrize("name", ["cutgzip", "nolength"])
def test_a_cut_answer_is_asked_for_again_then_told(nights: Nights, name: str) -> None:
    assert nights.stage.paths(host(name), 1).count("/a/2024.html") == 2
    assert "connection_error" in nights.outcomes(name, 1)
    assert set(nights.versions(name)) <= {"completed"}


def test_a_known_report_keeps_its_text_when_an_answer_is_cut(nights: Nights) -> None:
    assert nights.versions("latecut") == []
    assert "connection_error" in nights.outcomes("latecut", 2, "report")
    assert nights.codes[2] == 3


def test_cut_bytes_are_kept_as_they_came(nights: Nights) -> None:
    sql = "SELECT outcome, snapshot FROM fetches WHERE portal = 'latecut' AND outcome = 'connection_error'"
    found = nights.rows(sql)
    assert len(found) >= 2
    assert all(row["snapshot"] for row in found)


def test_a_list_that_came_in_part_is_never_nothing_new(nights: Nights) -> None:
    assert nights.outcomes("cutlist", 2, "listing")[-1] in ("partly_read", "connection_error")
    assert nights.stage.paths(host("cutlist"), 2).count("/l/") == 2
    assert nights.outcomes("cutlist", 3, "listing") == ["unchanged"]


PAGE = (
    b"<!DOCTYPE html><html><head><meta charset=utf-8><title>T</title><style>p{color:red}</style></head>"
    b"<body><div id=a><p>" + "本文件自公布之日起施行。".encode() * 9 + b"</p></div></body></html>"
)


@pytest.mark.parametrize("at", range(1, 230, 6))
def test_a_page_that_stops_anywhere_before_its_end_is_cut(at: int) -> None:
    assert not is_whole(PAGE[:at].rstrip() or b"<", sure=True)


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        PAGE.replace(b"</body></html>", b""),
        b"<html><script>location.href='/a?t=1'</script>",
        b"<html><head></head><p>404 Not Found</p>",
        b"<p>404 Not Found</p>",
        "访问频率过高".encode(),
        b"<head><title>x</title></head><frameset cols='1,*'><frame src=a></frameset>",
    ],
)
def test_a_page_that_leaves_out_its_last_tags_is_whole(page: bytes) -> None:
    assert is_whole(page, sure=True)
