"""Portals whose reports are files, under the names of registered portals: one page for each way a file is attached.

They are played only where a test asks for them: ``Replica(more=filed.all_sites())``. All texts are made up. On day 3
the PDF (and its OFD twin) of one report reads otherwise, while its page stays as it was.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

from . import made
from .model import Answer, Column, Handler, Routes, Site, moved
from .more import common

CHANGED_DAY = 3
ELSEWHERE = "https://www.gov.cn/files/zhuanfa.pdf"
HEX = "38d9fbe72af94d6cb10f278dffe4f43a"


@dataclass(frozen=True)
class Filed:
    """A report's page: what stands in its article (``{title}`` is the title) and the files it shows.

    ``files`` maps a path to what is served there: "pdf", "docx", "ofd", "zip" of the report's text, or "scan". A number
    after it is how many bytes to pad it to, with lines that are empty or, after it, "noise"; an address stands
    for a redirect to it.
    ``itself`` is set where the listing leads to the file instead of a page.
    """

    path: str
    agency: str
    year: int
    published: str
    main: str
    files: Mapping[str, str] = field(default_factory=dict)
    changes: bool = False
    itself: bool = False

    @property
    def title(self) -> str:
        """The report's title."""
        return f"{self.agency}{self.year}年度法治政府建设情况报告"

    def lines(self, day: int = 1) -> list[str]:
        """The report's text as its files read on a day, without the title."""
        lines = common.report(self.agency, self.year, self.path, self.published).body
        changed = self.changes and day >= CHANGED_DAY
        return [line.replace("行政处罚决定37件", "行政处罚决定38件") if changed else line for line in lines]

    def content(self, path: str, day: int) -> bytes:
        """The bytes of one of its files."""
        what, size, noise = (*self.files[path].split(), "", "")[:3]
        text = [self.title, *self.lines(day)]
        makers = {"pdf": made.pdf, "docx": made.docx, "ofd": made.ofd}
        if what == "zip":
            return made.archive({f"报告/{self.title}.docx": made.docx(text), "说明.txt": "请见报告。".encode()})
        found = makers[what](text) if what in makers else made.scan(sum(path.encode()))
        more = max(0, int(size or 0) - len(found))
        return found + (random.Random(more).randbytes(more) if noise else b"\n" * more)


def attached(*names: tuple[str, str]) -> str:
    """The block TRS writes below an article."""
    links = "<BR>".join(f'<a href="{href}" target="_blank">{name}</a>' for href, name in names)
    return (
        f'<div class="attachment"><div class="attachment_l">附件：</div><div class="attachment_r">{links}</div></div>'
    )


TRS = "/jhqzf/zwgk_28985/gzbg/"
JINGHAI = "静海区人民政府"
UCAP = "/dtszf/fzzfxqvgmv/"
SCANS = "/xxgk/zdxxgk/fzzfjs/fzjs/"
MIXED = "/hn/tzgg26/"
PAGES: Mapping[str, tuple[Filed, ...]] = {
    "www.tjjh.gov.cn": (
        Filed(
            f"{TRS}202503/t20250320_1001.html", JINGHAI, 2024, "2025-03-20",
            "<p>现将报告予以公布。</p>"
            + attached(("./P020250320348498606.pdf", "{title}.pdf"), ("./P020250320348498607.ofd", "{title}.ofd")),
            {f"{TRS}202503/P020250320348498606.pdf": "pdf", f"{TRS}202503/P020250320348498607.ofd": "ofd"},
            changes=True,
        ),
        Filed(
            f"{TRS}202403/t20240320_1002.html", JINGHAI, 2023, "2024-03-20",
            "<p></p><script>var file_appendix='<a href=\"./P020240320.docx\">{title}.docx</a><BR/>';</script>",
            {f"{TRS}202403/P020240320.docx": "docx"},
        ),
        Filed(
            f"{TRS}202303/t20230320_1003.html", JINGHAI, 2022, "2023-03-20",
            "<p></p><script>var hasFJ='./P020230320.pdf|';</script>", {f"{TRS}202303/P020230320.pdf": "pdf"},
        ),
        Filed(
            f"{TRS}202203/t20220320_1004.html", JINGHAI, 2021, "2022-03-20",
            '<p class="insertfileTag"><a href="./P020220320.pdf">{title}</a></p>'
            f'<p>转发：<a href="{ELSEWHERE}">上级文件.pdf</a></p>', {f"{TRS}202203/P020220320.pdf": "pdf"},
        ),
    ),
    "dt.gov.cn": (
        Filed(
            f"{UCAP}202602/{HEX}.shtml", "浑源县人民政府", 2025, "2026-02-10",
            f'<p>附件：</p><p><a href="{HEX}/files/{quote("报告")}.pdf">{{title}}.pdf</a></p>'
            f'<p><a href="{HEX}/files/{quote("报告")}.ofd">{{title}}.ofd</a></p>'
            f'<p><a href="{HEX}/files/{quote("报告")}.docx">{{title}}.docx</a></p>',
            {f"{UCAP}202602/{HEX}/files/{quote('报告')}.{kind}": kind for kind in ("pdf", "ofd", "docx")},
        ),
        Filed(
            f"{UCAP}202502/{HEX[::-1]}.shtml", "浑源县人民政府", 2024, "2025-02-11",
            f'{{text}}</div><div class="fj"><a href="{HEX[::-1]}/files/copy.pdf">{{title}}.pdf</a></div>'
            '<div class="down"><a href="export.pdf">下载文字版</a> <a href="export.docx">pdf下载</a>',
            {f"{UCAP}202502/{HEX[::-1]}/files/copy.pdf": "pdf", f"{UCAP}202502/export.pdf": "pdf"},
        ),
    ),
    "www.yanta.gov.cn": (
        Filed(
            f"{SCANS}1874563219876543210.html", "雁塔区长延堡街道办事处", 2025, "2026-01-20",
            '<p><img src="/upload/2026/01/1.png" width="800"></p><p><img data-src="/upload/2026/01/2.png"></p>'
            '<p><img src="/images/icon_pdf.png" width="16"></p>',
            {"/upload/2026/01/1.png": "scan", "/upload/2026/01/2.png": "scan"},
        ),
    ),
    "www.huaning.gov.cn": (
        Filed(
            f"{MIXED}20260101/zip.html", "华宁县司法局", 2025, "2026-01-12",
            '<p>附件：<a href="/upload/fj.zip">附件.zip</a></p>',
            {"/upload/fj.zip": "zip"},
        ),
        Filed(
            f"{MIXED}20260101/jcms.html", "华宁县民政局", 2025, "2026-01-11",
            '<p>附件：<img src="/icon/pdf.gif"><a href="/module/download/downfile.jsp?classid=0&amp;filename=0f3a.pdf">'
            "附件1</a></p>", {"/module/download/downfile.jsp": "pdf"},
        ),
        Filed(
            f"{MIXED}20260101/vsb.html", "华宁县林业局", 2025, "2026-01-10",
            '<p>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=77">'
            "报告</a>】已下载</p>", {"/system/_content/download.jsp": "docx"},
        ),
        Filed(
            f"{MIXED}20260101/vsbpdf.html", "华宁县水利局", 2025, "2026-01-09",
            '<script>showVsbpdfIframe("/__local/A/B/report.pdf","100%","500");</script>',
            {"/__local/A/B/report.pdf": "pdf"},
        ),
        Filed(
            f"{MIXED}20260101/epoint.html", "华宁县财政局", 2025, "2026-01-08",
            '<p><a href="/EpointWebBuilder/pages/webbuildermis/attach/downloadztbattach?attachGuid=72e07291&amp;'
            'appUrlFlag=a&amp;siteGuid=7eb5f7f1">附件下载</a></p>',
            {"/EpointWebBuilder/pages/webbuildermis/attach/downloadztbattach": "docx"},
        ),
        Filed(
            f"{MIXED}20260101/gkmlpt.html", "华宁县教育局", 2025, "2026-01-07", "{gkmlpt}",
            {"/attachment/1/1658/1658591/report.docx": "docx"},
        ),
        Filed(
            f"{MIXED}20260101/viewer.html", "华宁县审计局", 2025, "2026-01-06",
            '<iframe src="/pdfjs/web/viewer.html?file=/upload/viewed.pdf"></iframe>', {"/upload/viewed.pdf": "pdf"},
        ),
        Filed(
            f"{MIXED}20260101/embed.html", "华宁县统计局", 2025, "2026-01-05",
            '<embed src="/upload/embedded.pdf" type="application/pdf">', {"/upload/embedded.pdf": "pdf"},
        ),
        Filed(
            f"{MIXED}20260101/onclick.html", "华宁县交通运输局", 2025, "2026-01-04",
            "<p><a href=\"javascript:void(0)\" onclick=\"window.open('/upload/opened.pdf')\">点击查看</a></p>",
            {"/upload/opened.pdf": "pdf"},
        ),
        Filed(
            f"{MIXED}20260101/report.pdf", "华宁县卫生健康局", 2025, "2026-01-03", "",
            {f"{MIXED}20260101/report.pdf": "pdf"}, itself=True,
        ),
        Filed(
            f"{MIXED}20260101/letter.html", "华宁县人民政府", 2025, "2026-01-02",
            "<p>玉溪市人民政府：</p><p>根据《法治政府建设与责任落实督察工作规定》第二十四条的要求，我县对二〇二五年度法治政府建设"
            "情况进行了认真总结，形成了书面报告，经县人民政府常务会议研究同意，现随函呈报，请予审阅。</p>"
            '<p>附件：<a href="/upload/letter.docx">报告.docx</a></p><p>华宁县人民政府</p><p>2026年1月2日</p>',
            {"/upload/letter.docx": "docx"},
        ),
    ),
}  # fmt: skip
HOARD = "/upload/hoard/"
HOARDER = Filed(
    f"{TRS}202603/t20260320_2001.html", JINGHAI, 2025, "2026-03-20",
    "<p>附件：</p>" + "".join(
        f'<p><a href="{href}">{name}.pdf</a></p>' for href, name in (
            (ELSEWHERE, "elsewhere"),
            ("/search/denied.pdf", "denied"),
            *((f"{HOARD}{name}.pdf", name) for name in ("moved", "away", "large", "1", "2", "3", "4", "5", "small")),
            *((f"{HOARD}gone{number}.pdf", f"gone{number}") for number in range(39)),
            *((f"{HOARD}more{number}.pdf", f"more{number}") for number in range(3)),
        )
    ),
    {
        "/search/denied.pdf": "pdf",
        f"{HOARD}moved.pdf": f"{HOARD}there.pdf",
        f"{HOARD}there.pdf": "pdf",
        f"{HOARD}away.pdf": ELSEWHERE,
        f"{HOARD}large.pdf": "pdf 150000",
        **{f"{HOARD}{number}.pdf": "pdf 95000" for number in range(1, 6)},
        f"{HOARD}small.pdf": "pdf",
        **{f"{HOARD}more{number}.pdf": "pdf" for number in range(3)},
    },
)  # fmt: skip
"""A page whose files reach every limit, at 100 kB a file; played only where a test puts it in its portal's place."""
SITES = {
    "www.tjjh.gov.cn": ("http", TRS, "index.html", "天津市静海区人民政府", "工作报告"),
    "dt.gov.cn": ("https", UCAP, "list.shtml", "大同市人民政府", "法治政府建设"),
    "www.yanta.gov.cn": ("http", SCANS, "index.html", "西安市雁塔区人民政府", "法治政府建设"),
    "www.huaning.gov.cn": ("https", MIXED, "index.html", "华宁县人民政府", "通知公告"),
}


def routes(site: Site, day: int) -> Routes:
    """The listing, the pages and their files."""
    _, folder, name, _, _ = SITES[site.host]
    pages = PAGES[site.host]
    found: Routes = {"/": common.fixed(common.page(site, site.name, "<p>首页</p>"))}
    found |= dict.fromkeys((folder, folder + name), common.fixed(listing(site, pages)))
    for page in pages:
        if not page.itself:
            found[page.path] = common.fixed(detail(site, page, day))
        found |= {path: serve(page, path, day) for path in page.files}
    return found


def listing(site: Site, pages: Sequence[Filed]) -> Answer:
    """One page of dated rows, as the systems' static listings have them."""
    rows = "".join(f"<li>{common.link(page.path, page.title)}<span>{page.published}</span></li>" for page in pages)
    pager = {
        "trs": "createPageHTML(1, 0, 'index', 'html');",
        "ucap": "createPageHTML('page_div',1,1,'list','shtml',2);",
    }
    script = pager["ucap"] if site.host == "dt.gov.cn" else pager["trs"]
    main = f'<ul class="u-list">{rows}</ul><div id="page_div"></div><script>{script}</script>'
    return common.page(site, site.columns[0].name, main, common.column_metas(site.columns[0]))


def detail(site: Site, page: Filed, day: int) -> Answer:
    """A report's page."""
    text = "".join(f"<p>{escape(line)}</p>" for line in page.lines(day))
    data = {"title": page.title, "content": "", "publisher": page.agency, "date": page.published,
            "attachment": [{"name": f"{page.title}.docx", "url": path} for path in page.files]}  # fmt: skip
    script = f"<script>window._CONFIG={{DETAIL:{json.dumps(data)}}};</script>"
    article = page.main.replace("{title}", page.title).replace("{text}", text).replace("{gkmlpt}", script)
    main = (
        f"<h1>{page.title}</h1><div class='info'>发布日期：{page.published} 来源：{page.agency}</div>"
        f'<div class="article"><div class="article-content">{article}</div></div>'
    )
    metas = [("ArticleTitle", page.title), ("PubDate", f"{page.published} 09:00"), ("ContentSource", page.agency)]
    return common.page(site, page.title, main, [*common.column_metas(site.columns[0]), *metas])


def serve(page: Filed, path: str, day: int) -> Handler:
    """A file of a page, under a type that says nothing, or where it was moved to."""
    if "/" in page.files[path]:
        return common.fixed(moved(page.files[path]))
    return common.fixed(Answer(page.content(path, day), content_type="application/octet-stream"))


def all_sites() -> tuple[Site, ...]:
    """The portals."""
    return tuple(
        Site(
            portal=host.split(".")[-3],
            host=host,
            scheme=scheme,
            name=name,
            owner=name,
            system=sys.modules[__name__],
            columns=(Column(folder, column, ("首页", column)),),
            icp="某ICP备12345678号",
            robots="User-agent: *\nDisallow: /search\n",
        )
        for host, (scheme, folder, _, name, column) in SITES.items()
    )
