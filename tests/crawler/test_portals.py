"""Portal files: what is accepted, and the sentence that names what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler import portals
from crawler.portals import DELAY_FLOOR, PortalError, choose, load, load_all

GOOD = """
title: 示例市生态环境局
home: http://sthjj.example.gov.cn/
platform: trs
columns:
  - url: http://sthjj.example.gov.cn/tzgg/
    name: 通知公告
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "example.yml"
    path.write_text(text, "utf-8")
    return path


def test_every_production_file_is_valid_and_no_faster_than_the_floor() -> None:
    found = load_all()
    assert {"liangjiang", "jianghan", "nanchang", "xuchang", "zengcheng"} <= set(found)
    assert all(portal.delay >= DELAY_FLOOR >= 5 for portal in found.values())


def test_a_good_file(tmp_path: Path) -> None:
    portal = load(write(tmp_path, GOOD))
    assert portal.name == "example"
    assert portal.allowed_hosts == {"sthjj.example.gov.cn"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD.replace("platform:", "platfrom:"), ["'platfrom'", "did you mean 'platform'"]),
        (GOOD.replace("    name:", "    nmae:"), ["'columns.0.nmae'", "did you mean 'name'"]),
        (GOOD.replace("trs", "trss"), ["'platform'", "did you mean 'trs'"]),
        (
            GOOD.replace("home: http://sthjj.example.gov.cn/", "home: sthjj.example.gov.cn"),
            ["'home'", "write it in full"],
        ),
        (GOOD + "delay: 1\n", ["'delay'", "5"]),
        (GOOD + "every: {seasn: 3}\n", ["'every.seasn'", "did you mean 'season'"]),
        (GOOD + 'region_code: "42"\n', ["'region_code'"]),
        (GOOD.replace("title: 示例市生态环境局", ""), ["'title' is missing"]),
        ("- a\n- b\n", ["holds no keys"]),
        ("a: [", ["cannot be read as YAML"]),
    ],
)
def test_what_is_wrong_is_one_sentence(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(PortalError) as caught:
        load(write(tmp_path, text))
    message = str(caught.value)
    assert message.startswith(str(tmp_path / "example.yml"))
    assert "\n" not in message
    for word in words:
        assert word in message


def test_choosing(tmp_path: Path) -> None:
    found = load_all()
    assert [portal.name for portal in choose(["nanchang", "nanchang"], found)] == ["nanchang"]
    assert [portal.name for portal in choose([], found, region="4401")] == ["zengcheng"]
    with pytest.raises(PortalError, match="did you mean 'xuchang'"):
        choose(["xuchan"], found)
    with pytest.raises(PortalError, match="region code"):
        choose([], found, region="99")


def test_folder_of_the_package_is_read_by_default() -> None:
    assert set(load_all(portals.FOLDER)) == set(load_all())
