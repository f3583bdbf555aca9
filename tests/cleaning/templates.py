# ruff: noqa: E501 (markup reads better unbroken)
"""Detail pages in the form of the content systems, around any text: bodies, boilerplate and templates to combine.

``TEMPLATES`` maps a name to a function of a ``Document`` that gives the page's HTML. The names and the nesting of
containers are those the systems write; addresses, offices and numbers are made up.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

TOP = (
    "更换或升级浏览器以获得最佳体验。",
    "当前浏览器版本过低,可能会有安全风险且无法正常显示。建议您升级或使用其他浏览器。",
    "若您当前使用的浏览器为QQ浏览器或者360浏览器仍出现该提示,请切换至极速模式。",
    "欢迎进入青川市生态环境局网站!",
    "今天是：2019年12月3日 星期二",
    "• 长者助手",
    "无障碍",
    "关怀版",
    "适老化",
    "登录 | 注册",
)
INFO = (
    "来源:市生态环境局  发布日期: 2024-03-26  访问量: ",
    "发布时间:2024-03-26 10:30 | 来源:青川市生态环境局",
    "【信息来源：本站】【信息时间：2024-03-26】【阅读次数：】【字号 大 中 小】【我要打印】【关闭】",
    "2024-03-26 来源: 青川市生态环境局",
    "发布日期：2024-03-26 16:16 浏览次数： 字体：[大 中 小]",
    "字号 : |",
    "【字号: 分享",
)
BOTTOM = (
    "扫一扫在手机打开当前页",
    "相关稿件",
    "相关附件",
    "相关新闻",
    "相关政策与解读",
    "附件:",
    "分享到：",
    "【打印页面】【关闭页面】",
    "上一篇：关于开展环境应急演练的通知",
    "下一篇：没有了",
    "责任编辑：张三",
    "您即将离开“青川市生态环境局官网”",
    "您访问的链接即将离开“青川市生态环境局”门户网站，是否继续？",
)
FOOT = (
    "版权所有:青川市生态环境局 赣ICP备12345678号 政府网站标识码:3609990064 赣公网安备 36099902000160号",
    "主办：青川市生态环境局 承办：青川市大数据中心",
    "维护单位:青川市环境信息中心",
    "建议使用1920*1080分辨率浏览器",
    "网站地图 | 联系我们 | 网站声明",
)
MENU = ("首页", "机构概况", "新闻中心", "政务公开", "办事服务", "互动交流", "专题专栏", "环境质量")
RELATED = tuple(
    f"青川市生态环境局关于{topic}的通知" for topic in ("噪声管理", "排污许可", "应急演练", "秸秆禁烧", "环评审批")
)


@dataclass(frozen=True)
class Document:
    """A text and what a page says of it."""

    lines: tuple[str, ...]
    title: str = "青川市生态环境局2023年法治政府建设情况报告"
    shape: str = "p"
    top: tuple[str, ...] = TOP
    info: str = INFO[0]
    bottom: tuple[str, ...] = BOTTOM

    def body(self) -> str:
        """The text as an editor leaves it."""
        return SHAPES[self.shape](self.lines)


def _text(line: str) -> str:
    return escape(line, quote=False)


def _paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(
        f'<p style="text-indent:2em"><span style="font-family:仿宋">&nbsp;&nbsp;{_text(x)}</span></p>\n' for x in lines
    )


def _divs(lines: tuple[str, ...]) -> str:
    return "".join(f"<div>　　{_text(x)}</div><div><br></div>" for x in lines[:-1]) + f"{_text(lines[-1])}&nbsp;"


def _breaks(lines: tuple[str, ...]) -> str:
    return "<br/>\r\n".join(f"　　{_text(x)}" for x in lines)


def _cell(lines: tuple[str, ...]) -> str:
    inner = "<br><br>".join(f"&nbsp;&nbsp;{_text(x)}" for x in lines)
    return f'<table width="100%"><tbody><tr><td><font size="3">{inner}</font></td></tr></tbody></table>'


def _sections(lines: tuple[str, ...]) -> str:
    return "".join(
        f'<section><section style="margin:0"><p><span>{_text(x)}</span></p></section></section>' for x in lines
    )


def _bold(lines: tuple[str, ...]) -> str:
    return "".join(f"<p><strong>{_text(x[:4])}</strong>{_text(x[4:])}</p>" for x in lines)


def _word(lines: tuple[str, ...]) -> str:
    return "".join(
        f'<p class="MsoNormal"><span lang="EN-US"><o:p>&nbsp;</o:p></span><span style="mso-x:y"><font face="黑体">{_text(x)}</font></span></p>'
        for x in lines
    )


SHAPES: dict[str, Callable[[tuple[str, ...]], str]] = {
    "p": _paragraphs,
    "div": _divs,
    "br": _breaks,
    "td": _cell,
    "section": _sections,
    "bold": _bold,
    "word": _word,
}


def _links(texts: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f'<li><a href="/c/{i}.html">{text}</a></li>' for i, text in enumerate(texts)) + "</ul>"


def _head(doc: Document, metas: bool = True) -> str:
    named = (
        f'<meta name="SiteName" content="青川市生态环境局"><meta name="SiteIDCode" content="3609990064">'
        f'<meta name="ColumnName" content="通知公告"><meta name="ArticleTitle" content="{doc.title}">'
        f'<meta name="PubDate" content="2024-03-26 10:30"><meta name="ContentSource" content="市生态环境局">'
    )
    style = "<style>.a{color:red} .b>p{margin:0}</style><script>if(1<2){document.write('<p>x</p>')}</script>"
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{doc.title}_青川市生态环境局</title>{named if metas else ""}{style}</head>'


def _top(doc: Document) -> str:
    lines = "".join(f"<div>{text}</div>" for text in doc.top)
    crumb = '<div class="path">您当前的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/tz/">通知公告</a></div>'
    return f'<body><div class="header">{lines}<div class="nav">{_links(MENU)}</div></div>{crumb}'


def _foot(doc: Document) -> str:
    return '<div class="footer">' + "".join(f"<p>{text}</p>" for text in FOOT) + "</div></body></html>"


def _below(doc: Document) -> str:
    return "".join(f"<div>{text}</div>" for text in doc.bottom)


def _page(doc: Document, middle: str, metas: bool = True) -> str:
    return f"{_head(doc, metas)}{_top(doc)}{middle}{_foot(doc)}"


def _trs(doc: Document) -> str:
    return _page(
        doc,
        f'<div class="article"><h2 class="article_title">{doc.title}</h2><div class="shezhi">{doc.info}</div>'
        f'<div class="article_con"><div class=TRS_Editor>{doc.body()}</div></div>{_below(doc)}</div>'
        f'<div class="xgwz"><div class="mt">相关政策与解读</div>{_links(RELATED)}</div>',
    )


def _trs_view(doc: Document) -> str:
    return _page(
        doc,
        f'<div id="Zoom"><div class="html-content-fun"><div class="trs_editor_view TRS_UEDITOR trs_paper_default">{doc.body()}'
        f"</div></div></div>{_below(doc)}",
    )


def _chongqing(doc: Document) -> str:
    table = (
        '<table class="zwxl-table"><tr><td>索引号</td><td>11500000/2024-1</td><td>发文字号</td><td>无</td></tr></table>'
    )
    return _page(
        doc, f'{table}{table}<div class="zwxl-main"><div class="view TRS_UEDITOR">{doc.body()}</div></div>{_below(doc)}'
    )


def _wuhan(doc: Document) -> str:
    table = (
        "<table><tr><td>文 号</td><td>无</td><td>发文日期</td><td>2024-03-26 09:00</td></tr><tr><td>发布机构</td>"
        f"<td>青川市生态环境局</td><td>有 效 性</td><td>有效</td></tr><tr><td>标 题</td><td>{doc.title}</td></tr></table>"
    )
    return _page(
        doc, f'{table}<h2>{doc.title}</h2><p>{doc.info}</p><div class="TRS_Editor">{doc.body()}</div>{_below(doc)}'
    )


def _jcms(doc: Document) -> str:
    return _page(
        doc,
        f'<p class="con-title"><!--<$[标题]>begin-->{doc.title}<!--<$[标题]>end--></p><div>{doc.info}</div><div id="zoom">'
        f'<!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin--><meta name="ContentStart">{doc.body()}<meta name="ContentEnd">'
        f"<!--ZJEG_RSS.content.end--><!--<$[信息内容]>end--><div style='display:none'>来源：市生态环境局</div></div>{_below(doc)}",
    )


def _comments(doc: Document) -> str:
    return _page(
        doc, f'<div class="x1"><div>{doc.title}</div><!--正文开始-->{doc.body()}<!--正文结束--></div>{_below(doc)}'
    )


def _ucap(doc: Document) -> str:
    return _page(
        doc,
        f'<div class="contentShow"><ucaptitle><h3 class="title">{doc.title}</h3></ucaptitle><table><tr><td>{doc.info}</td></tr></table>'
        f'<div class="content"><ucapcontent>{doc.body()}</ucapcontent></div></div>{_below(doc)}',
    )


def _csrc(doc: Document) -> str:
    return _page(
        doc,
        '<div class="content-head"><a href="1/files/x.pdf">下载图片版</a><a href="1/files/x.docx">下载文字版</a></div>'
        f'<div class="content-body"><h3>{doc.title}</h3>{doc.body()}</div><div class="fg-foot"><span>青川市生态环境局发布</span></div>',
    )


def _nfcms(doc: Document) -> str:
    return _page(
        doc,
        f'<div class="xl_wrap"><h1>{doc.title}</h1><div>{doc.info}</div><div class="news_cont_d_wrap">{doc.body()}</div>'
        f'<div class="xgfj"><h3>相关附件</h3></div><div><h3>相关新闻</h3>{_links(RELATED)}</div></div>{_below(doc)}',
    )


def _gkmlpt(doc: Document) -> str:
    detail = json.dumps(
        {"title": doc.title, "content": doc.body(), "publisher": "青川市生态环境局", "date": 1711420200}
    )
    detail = detail.replace("<", "\\u003C").replace(">", "\\u003E")
    shell = '<table><tr><td>索引号</td><td>11/2024-1</td></tr></table><div id="app"></div>'
    return _page(doc, f"{shell}<script>window._CONFIG={{SID:1}};_CONFIG.DETAIL = {detail};</script>")


def _epoint(doc: Document) -> str:
    return _page(
        doc,
        f'<div class="ewb-article"><h3 class="ewb-article-hd">{doc.title}</h3><div class="ewb-article-source">{doc.info}</div>'
        f'<div class="ewb-article-content">{doc.body()}</div></div>{_below(doc)}',
        metas=False,
    )


def _anhui(doc: Document) -> str:
    return _page(
        doc,
        f'<table class="table_suoyin"><tr><th>索引号：</th><td>0031/2024</td><th>发布机构：</th><td>青川市生态环境局</td></tr></table>'
        f'<h1 class="newstitle">{doc.title}</h1><div class="newsinfo">{doc.info}</div><div class="j-fontContent newscontnet minh300">'
        f"{doc.body()}</div>{_below(doc)}",
    )


def _vsb(doc: Document) -> str:
    return _page(
        doc,
        f'<form name="_newscontent_fromname"><h2>{doc.title}</h2><div>{doc.info}</div><div id="vsb_content"><div class="v_news_content">'
        f'{doc.body()}</div></div><div id="div_vote_id"></div></form>{_below(doc)}',
    )


def _unknown(doc: Document) -> str:
    side = f'<div class="left"><h4>栏目导航</h4>{_links(MENU)}</div>'
    return _page(
        doc,
        f'<div class="wrap2">{side}<div class="right"><h1>{doc.title}</h1><div class="xx">{doc.info}</div><div class="abc">{doc.body()}'
        f'</div></div></div><div class="tuijian"><h4>推荐阅读</h4>{_links(RELATED)}</div>{_below(doc)}',
    )


def _layout_tables(doc: Document) -> str:
    return _page(
        doc,
        f'<table><tr><td>{_links(MENU)}</td><td><table><tr><td align="center"><b>{doc.title}</b></td></tr><tr><td>{doc.info}</td></tr>'
        f"<tr><td><div>{doc.body()}</div></td></tr></table></td></tr></table>{_below(doc)}",
        metas=False,
    )


def _footer_editors(doc: Document) -> str:
    page = _trs(doc)
    return page.replace(
        '<div class="footer">',
        '<div class="footer"><div class=TRS_Editor>联系电话：0999-1234567 政府网站标识码：3609990064</div>'
        "<div class=TRS_Editor>违法和不良信息举报电话：0999-1234567（工作时间） 邮箱：a@example.com</div>",
    )


def _hidden_copy(doc: Document) -> str:
    return _page(
        doc,
        f'<div id="pare"><div class="view TRS_UEDITOR trs_web">{doc.body()}</div></div><div id="slb_content" style="display: none">'
        f'<div class="view TRS_UEDITOR trs_web">{doc.body()}</div></div>{_below(doc)}',
    )


def _elder_copy(doc: Document) -> str:
    return _page(
        doc,
        f'<div class="pc"><div id="zoom">{doc.body()}</div></div><div class="phone"><div class="zoom">{doc.body()}</div></div>',
    )


def _two_editors(doc: Document) -> str:
    half = max(1, len(doc.lines) // 2)
    if half == len(doc.lines):
        return _trs(doc)
    first, second = (SHAPES[doc.shape](part) for part in (doc.lines[:half], doc.lines[half:]))
    return _page(
        doc,
        f'<div class="con8"><div class="TRS_Editor">{first}</div><div class="TRS_Editor">{second}</div></div>{_below(doc)}',
    )


def _nested_documents(doc: Document) -> str:
    inner = "<!DOCTYPE html><html><head><title>头部</title></head><body><div>欢迎进入青川市生态环境局网站!</div></body></html>"
    return _page(
        doc,
        f'{inner}<div class="mm"><p>{doc.title}</p><div class=TRS_Editor>{doc.body()}</div></div>{inner}{_below(doc)}',
    )


TEMPLATES: dict[str, Callable[[Document], str]] = {
    "trs": _trs,
    "trs_view": _trs_view,
    "trs_chongqing": _chongqing,
    "trs_wuhan": _wuhan,
    "jcms": _jcms,
    "comments": _comments,
    "ucap": _ucap,
    "ucap_csrc": _csrc,
    "nfcms": _nfcms,
    "gkmlpt": _gkmlpt,
    "epoint": _epoint,
    "anhui": _anhui,
    "vsb": _vsb,
    "unknown": _unknown,
    "layout_tables": _layout_tables,
    "footer_editors": _footer_editors,
    "hidden_copy": _hidden_copy,
    "elder_copy": _elder_copy,
    "two_editors": _two_editors,
    "nested_documents": _nested_documents,
}
