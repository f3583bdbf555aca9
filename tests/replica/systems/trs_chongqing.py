"""TRS WCM (拓尔思) as Chongqing's portals dress it (seen: ljxq.cq.gov.cn, gxq.cq.gov.cn, jw.cq.gov.cn).

``createPage`` from 0, a table of rows, child columns in the left menu, ``_wap`` twins for phones.
"""

from __future__ import annotations

from .. import boilerplate
from ..model import Answer, Column, Document, Handler, Request, Routes, Site, html
from ..systems.common import Pages, home


def routes(site: Site, day: int) -> Routes:
    """Home page, listings by number from 0, documents and their twins for phones."""

    def names(column: Column, number: int) -> list[str]:
        first = [column.path, f"{column.path}index.html"]
        return first if number == 0 else [f"{column.path}index_{number}.html"]

    links = ("/zwgk_199/", "/zwgk_199/zfxxgkml/", "/zwgk_199/zfxxgkml/fzzfjsndbg/")
    found = home(site, day, "/index.html") | Pages(site, day, "trs_chongqing", names, links, extra=extra).routes()
    documents = [document for column in site.all_columns(day) for document in column.documents]
    for document in documents:
        if document.there(day):
            found.setdefault(twin(document), wap(site, document, day))
    return found


def extra(column: Column, document: Document) -> dict[str, object]:
    """The twin's name and the metadata table."""
    return {"twin": twin(document).rpartition("/")[2], "cells": cells(document)}


def twin(document: Document) -> str:
    """Where the page for phones is."""
    return document.path.removesuffix(".html").removesuffix("_wap") + "_wap.html"


def cells(document: Document) -> list[tuple[str, str]]:
    """The metadata table of the disclosure catalogue, empty for documents outside it."""
    facts = document.facts
    if "index_number" not in facts:
        return []
    return [
        ("[ 索引号 ]", facts["index_number"]),
        ("[ 发文字号 ]", facts.get("doc_number", "")),
        ("[ 主题分类 ]", "其他"),
        ("[ 体裁分类 ]", "工作总结"),
        ("[ 发布机构 ]", document.issuer),
        ("[ 成文日期 ]", facts.get("written", "")),
        ("[ 发布日期 ]", document.published),
        ("[ 有效性 ]", ""),
    ]


def wap(site: Site, document: Document, day: int) -> Handler:
    """The same document for phones: little boilerplate, the same text."""

    def answer(request: Request) -> Answer:
        metas = [*boilerplate.site_metas(site), *boilerplate.document_metas(document)]
        text = boilerplate.render("trs_chongqing/wap.html", site, day, document=document, metas=metas)
        return html(text, document.modified(day))

    return answer
