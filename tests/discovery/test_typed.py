"""Addresses and lists as people type, copy and save them."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.typed import ListError, address, read_list
from crawler.store.proposals import Host

FULL_WIDTH = {ord(sign): ord(sign) + 0xFEE0 for sign in map(chr, range(33, 127))}
HOSTS = ["www.example.gov.cn", "sthjj.example-1.gov.cn", "example.gov.cn"]
SCHEMES = [
    "http://",
    "https://",
    "HTTP://",
    "http:/",
    "http：／／",
    "http//",
    "http:\\\\",
    "https://http://",
    "http: //",
    "",
]
AROUND = [
    ("", ""),
    ("官网：", ""),
    ("（", "）"),
    ("<", ">"),
    ("“", "”。"),
    (" \u200b", "\u00a0"),
    ("某县人民政府 ", "，"),
    ("网址:", ";"),
]
RESTS = ["", "/", "/col/col123/index.html", "/a(1).html", "/法治/报告.html", "/list?channel=12&page=1"]


@given(*map(st.sampled_from, (SCHEMES, HOSTS, RESTS, AROUND)), st.sampled_from(["plain", "full width", "stops"]))
def test_an_address_is_what_was_meant(scheme: str, host: str, rest: str, around: tuple[str, str], written: str) -> None:
    typed = {"plain": host, "full width": host.translate(FULL_WIDTH), "stops": host.replace(".", "。")}[written]
    meant = "https" if scheme == "https://" else "http"
    assert address(f"{around[0]}{scheme}{typed}{rest}{around[1]}") == f"{meant}://{host}{rest or '/'}"


@pytest.mark.parametrize(
    "text",
    ["", "无", "暂无网站", "ftp://a.gov.cn/", "x@a.gov.cn", "http://u:p@a.gov.cn/", "javascript:alert(1)", "2024年"],
)
def test_what_is_no_address_gives_none(text: str) -> None:
    assert address(text) is None


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    found = address(text)
    assert found is None or found.startswith(("http://", "https://"))


ROWS = [("甲县司法局", "http://a.gov.cn/", "360000", 3), ("乙市，司法局", "https://b.gov.cn/x/", "", 0)]
WANTED = [Host("http://a.gov.cn/", "甲县司法局", "360000", 3), Host("https://b.gov.cn/x/", "乙市，司法局", None, 0)]
HEADS = [
    ("name", "home", "region", "priority"),
    ("单位名称", "单位网址", "行政区划代码", "优先级"),
    ("Agency", "URL", "Region code", "Priority"),
]


def csv_of(head: tuple[str, ...], mark: str) -> str:
    return "# seen by hand\n" + "\n".join(
        mark.join(f'"{cell}"' if mark in str(cell) else str(cell) for cell in row) for row in (head, *ROWS)
    )


@pytest.mark.parametrize("head", HEADS, ids=" ".join)
@pytest.mark.parametrize("mark", [",", ";", "\t", "，", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_list_is_read_however_it_was_saved(head: tuple[str, ...], mark: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(csv_of(head, mark).encode(encoding))
    assert read_list(path) == WANTED


@pytest.mark.parametrize("head", HEADS, ids=" ".join)
def test_a_workbook_is_a_list(head: tuple[str, ...], tmp_path: Path) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in (head, *ROWS):
        book.active.append([int(cell) if str(cell).isdecimal() else cell or None for cell in row])
    book.save(out)
    path = tmp_path / "list.xlsx"
    path.write_bytes(out.getvalue())
    assert read_list(path) == WANTED


@pytest.mark.parametrize("line", ["{home}", "{name},{home}", "{home} {name}"])
def test_addresses_alone_need_no_head(line: str, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    rows = [("甲县司法局", "a.gov.cn"), ("乙市司法局", "b.gov.cn")]
    path.write_text("\n".join(line.format(name=name, home=home) for name, home in rows), "utf-8")
    assert [host.home for host in read_list(path)] == ["http://a.gov.cn/", "http://b.gov.cn/"]


def test_lines_without_an_address_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name,home\n甲,无\n乙,\n丙,c.gov.cn\n", "utf-8")
    assert read_list(path) == [Host("http://c.gov.cn/", "丙")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,region\n甲,360000\n", "no column is called 'home'"),
        ("home\na.gov.cn\nhttp://www.example.com/\nhttp://127.0.0.1/\n", "line 3: .*line 4: "),
        ("home,priority\na.gov.cn,viel\n", "line 2: priority"),
        ("home\n" + "www.example.com\n" * 9, "6 lines more"),
    ],
)
def test_a_list_that_cannot_be_used_is_told(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(ListError, match=told):
        read_list(path)


def test_no_list_at_all_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)))
    with pytest.raises(ListError, match="cannot be read as a list"):
        read_list(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ListError, match="cannot be read as a list"):
        read_list(path)
