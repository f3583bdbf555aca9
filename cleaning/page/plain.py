"""Plain text saved or copied from a page: its lines as the paragraphs of a page, tables of Markdown as tables.

A text without markup is read by the rules of pages, so that browser notices, paths and feet at its edges go and its
title, date and source are found. A bullet alone is the mark of a list that a browser's copy leaves.
"""

from __future__ import annotations

import html
import re

MARKED = 200_000  # characters in which a page shows a tag
_TAG = re.compile(r"<(?:!doctype|!--|/?[a-z][a-z0-9]{0,15}[\s/>])", re.IGNORECASE)
_CALL = r"(?:[\w.$]{1,60}\s*\(\s*)?"
_OBJECT = r"""\{\s*(?:["'}]|\w{1,60}\s*:)"""
_LIST = r"""\[\s*(?:["'{\[\]]|-?\d[\d.]*\s*,)"""
_DATA = re.compile(rf"[\s\ufeff]*{_CALL}(?:{_OBJECT}|{_LIST})")
_RULE = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?\s*\Z")
_HEADING = re.compile(r"#{1,6}\s+")
_BULLET = re.compile(r"[ \t]*[•●▪·*-][ \t\u00a0]+(?=\S)")


def is_plain(text: str) -> bool:
    """True for a text of several lines without markup, which is no data either."""
    head = text[:MARKED]
    return "\n" in text.strip() and _TAG.search(head) is None and _DATA.match(head) is None


def as_page(text: str) -> str:
    """The markup of a page with a paragraph for each line and a row for each row of a Markdown table."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ruled = any(_RULE.match(line) for line in lines)
    out: list[str] = []
    for line in lines:
        if not line.strip() or (ruled and _RULE.match(line)):
            continue
        shown = html.escape(_BULLET.sub("", line), quote=False)
        if ruled and "|" in line:
            cells = shown.strip().strip("|").split("|")
            out.append("<tr>" + "".join(f"<td>{cell.strip()}</td>" for cell in cells) + "</tr>")
        elif _HEADING.match(line):
            out.append(f"<h1>{_HEADING.sub('', shown)}</h1>")
        else:
            out.append(f"<p>{shown}</p>")
    rows = re.sub(r"((?:<tr>.*?</tr>\n?)+)", r"<table>\1</table>", "\n".join(out))
    return f"<html><body><div>{rows}</div></body></html>"
