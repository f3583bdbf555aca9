"""Fields that each answer writes anew into its links."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.links import Anchor
from crawler.discovery.stamps import Stamps

HOME = "http://www.qinghe.gov.cn/"
NAMES = ("要闻", "公开", "服务", "互动")


def menu(stamp: str, names: tuple[str, ...] = NAMES, field: str = "_t") -> list[Anchor]:
    return [Anchor(f"{HOME}list.do?cid={at}&{field}={stamp}", name) for at, name in enumerate(names)]


STAMP = st.one_of(st.integers(10**11, 10**13).map(str), st.uuids().map(lambda each: each.hex + "0"))


@given(STAMP, STAMP, st.sampled_from(["_t", "sid", "v", "random"]))
def test_what_each_answer_writes_anew_is_left_out(one: str, other: str, field: str) -> None:
    stamps = Stamps()
    stamps.learn(menu(one, field=field), home=True)
    stamps.learn(menu(other, field=field), home=False)
    cleaned = [each.url for each in stamps.clean(menu(other, field=field))]
    assert (one == other) or cleaned == [f"{HOME}list.do?cid={at}" for at in range(len(NAMES))]


@given(STAMP, STAMP)
def test_menus_of_two_departments_mean_what_they_say(one: str, other: str) -> None:
    stamps = Stamps()
    stamps.learn([Anchor(f"{HOME}bm.do?d={one}", "教育局"), Anchor(f"{HOME}bm.do?d={other}", "水利局")], home=True)
    for department in (one, other):
        stamps.learn(menu(department, ("机构", "预算", "政策", "法治"), "d"), home=False)
    assert not stamps.fields


@given(STAMP, STAMP)
def test_two_links_are_no_proof(one: str, other: str) -> None:
    stamps = Stamps()
    stamps.learn(menu(one, NAMES[:2]), home=True)
    stamps.learn(menu(other, NAMES[:2]), home=False)
    assert not stamps.fields
