"""Which text is the report's where a page has files."""

from __future__ import annotations

import pytest

from cleaning.attachments import Reading
from cleaning.clean import clean
from cleaning.report import FileText, Page, Report
from tests.replica.more.common import report

TITLE = "某某市水利局2024年度法治政府建设情况报告"
PDF, DOCX = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SITE = "http://www.some.gov.cn/a/"


def text(agency: str = "某某市水利局", year: int = 2024) -> list[str]:
    return [f"{agency}{year}年度法治政府建设情况报告", *report(agency, year, "", "").body]


def reading(lines: list[str], media_type: str = PDF, confidence: float = 1.0, flags: tuple[str, ...] = ()) -> Reading:
    return Reading("\n".join(lines), media_type, "test", 1, confidence, flags, "")


def cleaned(article: str, files: dict[str, Reading | None], title: str = TITLE) -> Report:
    """The record of a page with these files, each linked below the article."""
    links = "".join(f'<p><a href="{name}">{name}</a></p>' for name in files)
    page = (
        f'<html><head><meta name="ArticleTitle" content="{title}"></head><body><h1>{title}</h1>'
        f'<div class="main"><div class="article-content">{article}</div><div class="fj">{links}</div></div></body>'
    )
    files_read = [FileText(SITE + name, name, found) for name, found in files.items()]
    return clean(Page(page.encode(), SITE + "t1.html"), files=files_read)


def roles(found: Report) -> dict[str, str]:
    return {item.member or item.name: item.role for item in found.attachments}


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def test_a_cover_gives_way_and_title_and_flag_go() -> None:
    found = cleaned("<p>现将报告公布如下，请见附件。</p>", {"报告.pdf": reading(text())})
    assert found.body.split("\n") == text()[1:]
    assert (found.body_source, found.flags, found.signed_date) == (f"{SITE}报告.pdf", [], "2025-02-18")


def test_without_a_reading_the_flag_says_what_is_missing() -> None:
    found = cleaned("<p>请见附件。</p>", {"报告.pdf": Reading(media_type=PDF, flags=("needs_ocr",))})
    assert found.flags[:2] == ["body_in_attachment", "needs_ocr"]
    found = cleaned("<p>请见附件。</p>", {"报告.pdf": None})
    assert found.flags[:2] == ["body_in_attachment", "attachment_not_fetched"]


def test_a_full_page_keeps_its_text_and_knows_its_copy() -> None:
    annex = [f"附表{number} 行政处罚决定书文号" for number in range(200)]
    found = cleaned(paragraphs(text()[1:]), {"报告.pdf": reading(text()), "附表.pdf": reading(annex)})
    assert found.body.split("\n") == text()[1:]
    assert found.body_source == ".article-content"
    assert roles(found) == {"报告.pdf": "twin", "附表.pdf": "other"}


def test_the_surest_reading_of_one_text_counts_then_the_authors_format() -> None:
    noisy = [line.replace("法治", "法冶") for line in text()]
    files = {"报告.pdf": reading(noisy, confidence=0.6), "报告.docx": reading(text(), DOCX)}
    assert roles(cleaned("", files)) == {"报告.pdf": "twin", "报告.docx": "body"}
    files = {"报告.pdf": reading(text()), "报告.docx": reading(noisy, DOCX, 0.6)}
    assert roles(cleaned("", files)) == {"报告.pdf": "body", "报告.docx": "twin"}
    files = {"报告.pdf": reading(text()), "报告.docx": reading(text(), DOCX)}
    assert roles(cleaned("", files)) == {"报告.pdf": "twin", "报告.docx": "body"}


def test_formats_of_one_name_that_differ_are_flagged() -> None:
    other = [*text()[:6], *(f"另有一段文字，第{number}段。" for number in range(12)), *text()[6:]]
    found = cleaned("", {"报告.pdf": reading(text()), "报告.docx": reading(other, DOCX)})
    assert "attachments_differ" in found.flags


def test_of_several_reports_that_of_the_pages_year_counts() -> None:
    files = {f"{year}.pdf": reading(text(year=year)) for year in (2022, 2023, 2024)}
    assert roles(cleaned("", files)) == {"2022.pdf": "other", "2023.pdf": "other", "2024.pdf": "body"}


def test_an_annex_is_no_report() -> None:
    annex = [f"行政处罚案件{number}\t罚款{number}元" for number in range(300)]
    files = {"附件2.xls": reading(annex), "附件1.pdf": reading(text())}
    assert roles(cleaned("", files)) == {"附件2.xls": "other", "附件1.pdf": "body"}
    short = "<p>2024年，我局认真落实各项任务，依法办理行政许可事项144件，全部按时办结，无一投诉。</p>" * 3
    found = cleaned(short, {"附件.xls": reading(annex)})
    assert found.body_source == ".article-content"


def test_pictures_of_pages_are_one_text_in_their_order() -> None:
    lines = text()
    parts = [lines[:5], lines[5:9], lines[9:]]
    images = "".join(f'<p><img src="{number}.jpg"></p>' for number in (1, 2, 3))
    files_read = [
        FileText(f"{SITE}{number}.jpg", "", reading(part, "image/jpeg", 0.9)) for number, part in enumerate(parts, 1)
    ]
    page = f'<h1>{TITLE}</h1><div class="article-content">{images}<img src="/images/share.png"></div>'
    found = clean(Page(page.encode(), SITE + "t1.html", row_title=TITLE), files=files_read)
    assert found.body.split("\n") == lines[1:]
    assert found.flags == []
    files_read[1] = FileText(f"{SITE}2.jpg", "", Reading(media_type="image/jpeg", flags=("unreadable",)))
    assert "attachment_incomplete" in clean(Page(page.encode(), SITE, row_title=TITLE), files=files_read).flags


def test_an_archive_in_an_archive_is_looked_into() -> None:
    inner = Reading(media_type="application/zip", members=(("报告.docx", reading(text(), DOCX)),))
    archive = Reading(media_type="application/zip", members=(("说明.txt", reading(["见报告"])), ("内.zip", inner)))
    found = cleaned("", {"附件.zip": archive})
    assert found.body.split("\n") == text()[1:]
    assert roles(found) == {"附件.zip": "", "说明.txt": "other", "内.zip/报告.docx": "body"}
    assert found.body_source == f"{SITE}附件.zip#内.zip/报告.docx"


@pytest.mark.parametrize("size", [0, 1, 400_000])
def test_any_reading_gives_a_record(size: int) -> None:
    hostile = "\x00\ud800法\u202e治" * size
    found = cleaned("<p>见附件</p>", {"报告.pdf": reading([hostile]), "报告.docx": reading([hostile[::-1]], DOCX)})
    found.body.encode("utf-8")
