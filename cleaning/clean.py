"""clean(page) -> Report: the steps in order."""

from __future__ import annotations

import re
from typing import Any

from cleaning import body, decode, furniture, metadata
from cleaning.record import Page, Report

CLEANER_VERSION = "1"


def clean(page: Page, known: furniture.Furniture = furniture.NONE) -> Report:
    """The record of one page. Never raises on any bytes.

    ``known`` holds the digests of the portal's remembered furniture (see ``cleaning.furniture``).
    """
    decoded = decode.decode(page.content, page.content_type)
    report = Report(encoding=decoded.encoding)
    if decoded.guessed:
        report.flags.append("encoding_guess")
    text = decoded.text
    tree = body.parse(text)
    headings = [" ".join(node.text().split()) for node in tree.css("h1, h2, h3, .title, .con-title")[:6]]
    found = body.find(text, tree, known)
    lines = found.body()
    before = [line.text for line in found.lines[: found.start] if line.text]
    after = [line.text for line in found.lines[found.end :] if line.text]
    inside = [found.lines[i].text for i in sorted(found.drop)]
    texts = [line.text for line in lines]
    facts, meta = metadata.read(page, text, before, inside, after, texts, headings, [])
    metadata.fill(report, facts)
    report.column_path = metadata.column_path(before, report.title or "")
    report.body = "\n".join(texts)
    report.body_source, report.body_score = found.source, found.score
    _flag(report, found)
    _understand(report, page, lines)
    return report


def _flag(report: Report, found: body.Found) -> None:
    if not report.body:
        report.flags.append("image_only" if found.images else "empty")
    if report.body and report.body_score < 0.5:
        report.flags.append("low_confidence")


def _understand(report: Report, page: Page, lines: list[Any]) -> None:
    """Class, sections and figures of the text."""
    try:
        from cleaning import classify
    except ImportError:
        return
    texts = [line.text for line in lines]
    verdict = classify.classify(
        report.title or page.row_title, page.column, texts[0] if texts else "", report.published or "", report.body
    )
    report.is_report, report.report_year, report.kind = verdict.is_report, verdict.report_year, verdict.kind
    if not report.is_report:
        report.flags.append("not_a_report")
