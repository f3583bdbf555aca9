"""trafilatura's reading beside ours."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleaning.body.second_opinion import is_doubtful, second_opinion
from cleaning.clean import clean
from cleaning.report import Page
from crawler.cli import main
from tests.damage.measure import LINES, samples


def test_both_mostly_read_the_same_text_of_whole_pages() -> None:
    pages = [(Page(each.text.encode(), each.url, "text/html; charset=utf-8"), each.name) for each in samples()[::4]]
    opinions = [second_opinion(page, clean(page, with_figures=False)) for page, _ in pages]
    shared = [opinion.shared for opinion in opinions if opinion is not None]
    assert len(shared) == len(pages)
    assert sum(share > 0.8 for share in shared) > len(shared) / 2


def test_a_text_of_which_half_is_missing_is_seen() -> None:
    sample = samples()[0]
    page = Page(sample.text.encode(), sample.url, "text/html; charset=utf-8")
    report = clean(page, with_figures=False)
    report.body = "\n".join(LINES[:4])
    opinion = second_opinion(page, report)
    assert opinion is not None
    assert opinion.missing > 50
    assert not opinion.agrees


@pytest.mark.parametrize(
    ("score", "flags", "doubtful"), [(0.95, [], False), (0.6, [], True), (0.95, ["truncated"], True)]
)
def test_it_is_worth_its_price_where_a_sign_of_doubt_stands(score: float, flags: list[str], doubtful: bool) -> None:
    report = clean(Page(b"<p>a</p>"))
    report.body_score, report.flags = score, flags
    assert is_doubtful(report) is doubtful


def test_the_command_shows_it_beside_a_record_it_does_not_change(tmp_path: Path) -> None:
    saved = tmp_path / "a.html"
    saved.write_text(samples()[0].text, "utf-8")
    plain = json.loads(CliRunner().invoke(main, ["clean", "--json", str(saved)]).stdout)
    asked = json.loads(CliRunner().invoke(main, ["clean", "--json", "--second-opinion", str(saved)]).stdout)
    assert set(asked.pop("second_opinion")) == {"shared", "missing", "agrees"}
    assert asked == plain
