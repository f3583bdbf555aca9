"""The short ways to resolve an address come to what the long one comes to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crawler.platforms.listing.addresses import MAX_LENGTH, _resolved, _root, absolute

SEGMENT = st.text("ab1_-.", max_size=4)
PATH = st.builds(
    lambda start, parts, end: start + "/".join(parts) + end,
    st.sampled_from(("", "/", "./", "//", "../", "http://b.cn", "https://b.cn/", "HTTP://b.cn/", "http://")),
    st.lists(SEGMENT, max_size=4),
    st.sampled_from(("", "/", "?", "?a=1", "#", "#/a", "#b")),
)
BASE = st.builds(
    lambda host, parts, end: host + "/".join(parts) + end,
    st.sampled_from(("http://a.cn/", "https://A.cn:8080/", "http://a.cn", "http://a.cn/目 录/", "ftp://a.cn/", "")),
    st.lists(SEGMENT, max_size=3),
    st.sampled_from(("", "/", "/x.html?q=/y/#z", "/;p/")),
)


@given(BASE, PATH)
def test_an_address_is_resolved_alike_by_all_ways(base: str, href: str) -> None:
    nothing = not href or (href.startswith("#") and not href.startswith("#/a"))
    assert absolute(base, href) == ("" if nothing else _resolved(_root(base) if href.startswith("/") else base, href))


def test_an_address_too_long_to_ask_for_is_none() -> None:
    assert absolute("http://a.cn/", "a" * MAX_LENGTH)
    assert not absolute("http://a.cn/", "a" * (MAX_LENGTH + 1))
