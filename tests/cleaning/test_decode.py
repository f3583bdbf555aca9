"""Bytes become the characters their author wrote, whatever the page declares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaning.page.decode import decode

TEXT = "法治政府建设年度报告，第一责任人。镕喆㙍"
PAGE = '<html><head><meta charset="{}"></head><body>' + TEXT + "</body></html>"


@pytest.mark.parametrize(
    ("declared", "written", "guessed"),
    [
        ("utf-8", "utf-8", False),
        ("gb2312", "gb18030", False),
        ("gbk", "gb18030", False),
        ("GB18030", "gb18030", False),
        ("gb2312", "utf-8", True),
        ("utf-8", "gb18030", True),
        ("iso-8859-1", "gb18030", True),
        ("no-such-code", "gb18030", True),
    ],
)
def test_declared_in_the_page(declared: str, written: str, guessed: bool) -> None:
    decoded = decode(PAGE.format(declared).encode(written))
    assert TEXT in decoded.text
    assert (decoded.encoding, decoded.guessed) == (written, guessed)


@pytest.mark.parametrize("written", ["utf-8", "gb18030"])
def test_nothing_declared(written: str) -> None:
    decoded = decode(f"<body>{TEXT}</body>".encode(written))
    assert TEXT in decoded.text
    assert decoded.guessed == (written == "gb18030")


def test_header_wins_over_the_page() -> None:
    content = PAGE.format("utf-8").encode("big5", "ignore")
    assert decode(content, "text/html; charset=big5").encoding == "big5"


@pytest.mark.parametrize("written", ["utf-16", "utf-8-sig"])
def test_byte_order_mark_wins(written: str) -> None:
    decoded = decode(PAGE.format("gb2312").encode(written))
    assert TEXT in decoded.text
    assert not decoded.text.startswith("\ufeff")
    assert not decoded.guessed


def test_page_cut_inside_its_last_character() -> None:
    assert decode(f"<body>{TEXT}报告".encode()[:-1]).text.endswith("报")


@given(
    st.binary(max_size=400), st.sampled_from(["", "text/html; charset=gbk", "text/html; charset=utf-7", "charset=\x00"])
)
def test_any_bytes_become_text(content: bytes, content_type: str) -> None:
    first = decode(content, content_type)
    assert isinstance(first.text, str)
    assert decode(content, content_type) == first


def test_escape_goes() -> None:
    """ESC is no text, and would steer the terminal the page is printed on."""
    assert decode("法治\x1b[2J政府".encode()).text == "法治[2J政府"
    assert decode("法治\x1b[2J政府".encode("gb18030")).text == "法治[2J政府"
    assert decode(b"\xef\xbb\xbf" + "法治\x1b[2J".encode()).text == "法治[2J"


@pytest.mark.parametrize(
    ("declared", "content"),
    [("hz-gb-2312", b"~{<:Ky2;2;~}"), ("iso-2022-cn", b"\x1b$)A\x0e=;;;\x0f"), ("iso-2022-kr", b"\x1b$)C\x0e0!\x0f")],
)
def test_what_browsers_refuse_to_read_is_no_text_and_says_so(declared: str, content: bytes) -> None:
    """The WHATWG Encoding Standard maps these labels to the replacement encoding."""
    decoded = decode(f'<meta charset="{declared}"><p>'.encode() + content)
    assert (decoded.text, decoded.encoding, decoded.guessed) == ("\ufffd", "replacement", True)


@pytest.mark.parametrize("written", ["utf-8", "gb18030"])
def test_such_a_label_on_other_bytes_is_wrong(written: str) -> None:
    decoded = decode(PAGE.format("hz-gb-2312").encode(written))
    assert TEXT in decoded.text
    assert (decoded.encoding, decoded.guessed) == (written, written == "gb18030")
