"""Files of a page by the conventions of the systems, and what looks like one and is none."""

from __future__ import annotations

import pytest

from cleaning.clean import clean
from cleaning.report import Page

BASE = "http://www.some.gov.cn/zwgk/202503/t20250320_1.html"
TEXT = "".join(
    f"<p>第{number}段：依法全面履行职能，规范行政执法，办理行政许可事项，未发生投诉。</p>" for number in range(12)
)


def listed(article: str, text: str = "") -> list[str]:
    page = f'<html><body><div class="article"><div class="article-content">{text}{article}</div></div></body></html>'
    return [item.url for item in clean(Page(page.encode(), BASE)).attachments]


@pytest.mark.parametrize(
    ("article", "url"),
    [
        ('<a href="./P020250320348498606128.pdf">报告</a>', "/zwgk/202503/P020250320348498606128.pdf"),
        ('<a href="./P020250320348498606128.ofd">报告</a>', "/zwgk/202503/P020250320348498606128.ofd"),
        ('<p class="insertfileTag"><a href="./P1.docx">报告</a></p>', "/zwgk/202503/P1.docx"),
        ("<script>var hasFJ='./P1.pdf<BR/>';</script>", "/zwgk/202503/P1.pdf"),
        ("<script>var file_appendix=\"<a href='./P1.doc'>报告</a>\";</script>", "/zwgk/202503/P1.doc"),
        ('<a href="/module/download/downfile.jsp?classid=0&filename=0f.pdf">1</a>',
         "/module/download/downfile.jsp?classid=0&filename=0f.pdf"),
        ('<a href="38d9fbe72af94d6cb10f278dffe4f43a/files/报告.docx">1</a>',
         "/zwgk/202503/38d9fbe72af94d6cb10f278dffe4f43a/files/报告.docx"),
        ('<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=7">1</a>',
         "/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=7"),
        ('<script>showVsbpdfIframe("/__local/1/a.pdf","100%","500")</script>', "/__local/1/a.pdf"),
        ('<a href="/attachment/1/1658/1658591/a.docx">1</a>', "/attachment/1/1658/1658591/a.docx"),
        ('<a href="/EpointWebBuilder/attach/downloadztbattach?attachGuid=7">1</a>',
         "/EpointWebBuilder/attach/downloadztbattach?attachGuid=7"),
        ('<iframe src="/pdfjs/viewer.html?file=%2Fup%2Fa.pdf"></iframe>', "/up/a.pdf"),
        ('<embed src="/up/a.pdf">', "/up/a.pdf"),
        ('<object data="/up/a.pdf"></object>', "/up/a.pdf"),
        ("<a href='#' onclick=\"window.open('/up/a.pdf')\">查看</a>", "/up/a.pdf"),
        ('<a href="/down?id=7">报告.pdf</a>', "/down?id=7"),
        ('<a href="/up/a.pdf">下载</a>', "/up/a.pdf"),
    ],
)  # fmt: skip
def test_a_file_is_found_on_a_bare_page_and_below_a_text(article: str, url: str) -> None:
    assert listed(article) == [f"http://www.some.gov.cn{url}"]
    assert listed(article, TEXT) == [f"http://www.some.gov.cn{url}"]


@pytest.mark.parametrize(
    "name", ["下载文字版", "下载图片版", "pdf下载", "PDF版下载", "Word版", "打印本页", "全文下载", "导出PDF"]
)
def test_an_export_of_the_page_is_no_file_unless_there_is_nothing_to_export(name: str) -> None:
    article = f'<a href="/export/a.pdf">{name}</a>'
    assert listed(article, TEXT) == []
    assert listed(article) == ["http://www.some.gov.cn/export/a.pdf"]


def test_names_cannot_hide_what_they_are() -> None:
    page = '<div class="article-content"><a href="a.exe.pdf">报告\u202efdp.exe\x07\n 一</a></div>'
    (file,) = clean(Page(page.encode(), BASE)).attachments
    assert file.name == "报告 fdp.exe 一"
