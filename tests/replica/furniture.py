"""What surrounds the text on every page: styles, scripts, bars, layers, footers; and how paragraphs are written."""

from __future__ import annotations

import html as markup
import json
import random
import re
from collections.abc import Iterable, Sequence
from datetime import date

from tests.replica.model import Column, Document, Request, Site, furniture_day, today

WEEKDAYS = "一二三四五六日"
BLOCKS = ["header", "logo", "topbar", "topnav", "search-box", "nav", "nav-list", "sub-nav", "crumb", "banner", "slide", "main", "left-menu", "right-list", "list-item", "article", "article-title", "article-info", "article-body", "share", "qrcode", "related", "pager", "footer", "foot-link", "foot-info", "gotop", "layer", "layer-box", "tips", "tab", "tab-item", "notice", "table-box", "form-box", "btn", "btn-blue", "btn-gray", "icon", "icon-print", "icon-close", "font-size"]
STATES = ("", " a", " a:hover", " ul", " li", " li:first-child", " span", " .on", " img")
RULES = (
    "margin:0 auto;padding:0",
    "width:1200px;overflow:hidden",
    "font-size:16px;line-height:32px;color:#333",
    "background:#f5f7fa url(/images/bg.png) no-repeat 0 0",
    "border-bottom:1px solid #e4e7ed",
    "display:inline-block;vertical-align:middle",
    "float:left;height:46px;text-align:center",
    "color:#0b5fa5;text-decoration:none",
)
OFFICES = (
    "发展和改革",
    "教育",
    "科学技术",
    "公安",
    "民政",
    "司法",
    "财政",
    "自然资源",
    "生态环境",
    "住房和城乡建设",
    "交通运输",
    "水利",
)
PLACES = ["北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆"]


def escape(text: str) -> str:
    """Text for HTML, double quotes included."""
    return markup.escape(text, quote=True)


def styles(site: Site) -> str:
    """An inline style sheet of the size portals carry."""
    dice = random.Random(f"styles {site.host}")
    lines = [
        f".{block}{state}{{{dice.choice(RULES)};{dice.choice(RULES)}}}" for block in BLOCKS for state in STATES[:4]
    ]
    lines += [f"@media screen and (max-width:{width}px){{.main{{width:{width - 20}px}}}}" for width in (1200, 980, 640)]
    return '<style type="text/css">\n' + "\n".join(lines) + "\n</style>"


def scripts(site: Site) -> str:
    """Inline scripts of the size portals carry: font size, go to top, leave-site layer, counters."""
    names = (
        "setFont",
        "goTop",
        "showTab",
        "slideBox",
        "checkSearch",
        "addFavorite",
        "openWindow",
        "showQrcode",
        "bindMenu",
    )
    dice = random.Random(f"scripts {site.host}")
    parts = []
    for name in names:
        ident, size = dice.choice(BLOCKS), dice.randint(2, 40)
        parts.append(
            f"function {name}(id,flag){{\n  var el=document.getElementById(id||'{ident}');if(!el){{return false;}}\n"
            f"  var items=el.getElementsByTagName('li');for(var i=0;i<items.length;i++){{items[i].className=i=={size % 7}?'on':'';}}\n"
            f"  if(flag){{el.style.display=el.style.display=='none'?'block':'none';}}else{{el.style.fontSize='{size}px';}}\n"
            f"  window.setTimeout(function(){{el.setAttribute('data-{name.lower()}','{size}');}},{size * 100});return true;\n}}"
        )
    parts.append(
        "$(function(){$('a').each(function(){var h=$(this).attr('href')||'';if(/^https?:/.test(h)&&h.indexOf('"
        f"{site.host}')<0){{$(this).on('click',function(){{$('#leave-layer').show();return false;}});}}}});}});"
    )
    return '<script type="text/javascript">\n' + "\n".join(parts) + "\n</script>"


def metas(pairs: Iterable[tuple[str, str]]) -> str:
    """The mandatory metas (政府网站发展指引, 国办发〔2017〕47号)."""
    return "\n".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in pairs)


def site_metas(site: Site) -> list[tuple[str, str]]:
    """The metas every page of a site carries."""
    return [("SiteName", site.name), ("SiteDomain", site.host), ("SiteIDCode", site.site_id_code)]


def column_metas(site: Site, column: Column) -> list[tuple[str, str]]:
    """The metas of a column's pages."""
    about = f"{site.owner}{column.name}栏目"
    return [
        *site_metas(site),
        ("ColumnName", column.name),
        ("ColumnDescription", about),
        ("ColumnKeywords", column.name),
        ("ColumnType", "政务公开"),
    ]


def date_line(day: int) -> str:
    """The clock in the page head."""
    now = today(furniture_day(day))
    return f"今天是:{now.year}年{now.month}月{now.day}日 星期{WEEKDAYS[now.weekday()]}"


def visits(key: str, day: int) -> int:
    """The visit counter of a page, which moves on day 3."""
    return random.Random(f"visits {key}").randint(40, 2000) + (17 if furniture_day(day) > 1 else 0)


def header(site: Site, day: int) -> str:
    """Top bar, logo, search and main menu."""
    menu = "".join(
        f'<li><a href="/col{number}/" title="{name}">{name}</a></li>' for number, name in enumerate(site.menus)
    )
    sub = "".join(
        f'<dl class="sub-nav"><dt><a href="/zwgk/bm{number}/">{office}</a></dt>'
        f'<dd><a href="/zwgk/bm{number}/jgzn/">机构职能</a><a href="/zwgk/bm{number}/zcwj/">政策文件</a></dd></dl>'
        for number, office in enumerate(OFFICES)
    )
    return (
        f'<div class="topbar"><span class="date">{date_line(day)}</span><a href="javascript:;">无障碍</a>'
        '<a href="javascript:;">关怀版</a><a href="javascript:;">繁體</a><a href="/login">登录</a></div>\n'
        f'<div class="header"><div class="logo"><a href="/"><img src="/images/logo.png" alt="{site.name}"></a></div>'
        '<form class="search-box" action="/search" method="get"><input name="q" placeholder="请输入关键字">'
        '<button type="submit">搜索</button></form></div>\n'
        f'<div class="nav"><ul class="nav-list">{menu}</ul><div class="nav-drop">{sub}</div></div>'
    )


def crumbs(parts: Sequence[str], links: Sequence[str], between: str) -> str:
    """The breadcrumb's links, from the home page down."""
    pairs = zip(parts, [*links, *[""] * len(parts)], strict=False)
    return between.join(f'<a href="{link}">{escape(name)}</a>' if link else escape(name) for name, link in pairs)


def browser_notice() -> str:
    """The notice for old browsers, hidden by script in new ones."""
    return (
        '<div id="browser-upgrade" class="tips"><p>更换或升级浏览器以获得最佳体验。</p>'
        "<p>当前浏览器版本过低,可能会有安全风险且无法正常显示。建议您升级或使用其他浏览器。</p>"
        "<p>若您当前使用的浏览器为QQ浏览器或者360浏览器仍出现该提示,请切换至极速模式。</p></div>"
    )


def leave_layer(text: str) -> str:
    """The layer that opens on links to other sites."""
    return (
        f'<div id="leave-layer" class="layer" style="display:none"><div class="layer-box"><p>{text}</p>'
        '<a class="btn btn-blue" href="javascript:;">继续访问</a><a class="btn btn-gray" href="javascript:;">放弃</a></div></div>'
    )


def share_bar() -> str:
    """Links that share the page."""
    names = ("weibo", "微博"), ("wechat", "微信"), ("qzone", "QQ空间")
    return (
        '<div class="share bdsharebuttonbox"><span>分享到:</span>'
        + "".join(
            f'<a class="share-{kind}" data-cmd="{kind}" title="分享到{name}" href="#"></a>' for kind, name in names
        )
        + "</div>"
    )


def related(rows: Iterable[Document], heading: str) -> str:
    """Links to other documents below the text; the heading stands even where nothing follows."""
    items = "".join(
        f'<li><a href="{row.path}" title="{escape(row.title)}">{escape(row.title)}</a></li>' for row in rows
    )
    return f'<div class="related"><h3>{heading}</h3><ul>{items}</ul></div>'


def link_selects() -> str:
    """The three drop-down lists of other sites."""
    lists = (
        ("国务院部门网站", [f"{office}部" for office in OFFICES]),
        ("各省政府网站", PLACES),
        ("其他网站", [f"{place}生态环境厅" for place in PLACES[:20]]),
    )
    boxes = []
    for name, places in lists:
        options = "".join(
            f'<option value="http://www.example.com/{i}">{place}</option>' for i, place in enumerate(places)
        )
        boxes.append(f'<select class="foot-link"><option value="">{name}</option>{options}</select>')
    return '<div class="links">' + "".join(boxes) + "</div>"


def footer(site: Site, note: str = "") -> str:
    """Owner, site id, ICP and police numbers."""
    parts = [
        f"主办:{site.owner}",
        site.icp,
        f"网站标识码:{site.site_id_code}" if site.site_id_code else "",
        site.police,
        note,
    ]
    lines = "".join(f"<p>{part}</p>" for part in parts if part)
    return (
        f'{link_selects()}<div class="footer"><p><a href="/map/">网站地图</a> | <a href="/about/">联系我们</a> | '
        f'<a href="/law/">网站声明</a></p>{lines}<p>建议使用1920*1080分辨率浏览器</p></div>'
    )


def listed(rows: str, request: Request) -> str:
    """The rows and pager of a listing, as the mode of the day leaves them."""
    if request.mode == "empty_listing":
        return ""
    if request.mode == "rows_in_comment":
        return f'<!--\n{rows}\n-->\n<div id="page_div"></div>'
    if request.mode == "js_shell":
        return (
            '<div id="list-app" data-channel="a1f4" data-page="1"></div>\n'
            '<script type="text/x-handlebars-template" id="row-template">{{#each results}}<li><a href="{{url}}">'
            "{{title}}</a><span>{{date}}</span></li>{{/each}}</script>\n"
            '<script type="text/javascript" src="/js/list-loader.js"></script>'
        )
    return rows


def shortened(title: str, width: int) -> str:
    """A title as listings cut it; whole only in ``@title``."""
    return title if len(title) <= width else title[:width] + "..."


def inner(text: str) -> str:
    """Text for HTML whose inner runs of blanks survive a browser."""
    return re.sub(" {2,}", lambda found: "&nbsp;" * len(found[0]), escape(text))


def paragraph(line: str, strong: Sequence[str], dice: random.Random, indent: str) -> str:
    """One paragraph as an editor leaves it: spans in spans, a font here, a bold run-in there."""
    bold = next((lead for lead in strong if line.startswith(lead)), "")
    rest = line[len(bold) :]
    cuts = sorted(dice.sample(range(1, len(rest)), dice.randint(0, min(3, len(rest) - 1)))) if len(rest) > 1 else []
    pieces = [inner(rest[start:end]) for start, end in zip([0, *cuts], [*cuts, len(rest)], strict=True)]
    wrapped = []
    for piece in pieces:
        match dice.randint(0, 3):
            case 0:
                piece = f'<font face="仿宋_GB2312">{piece}</font>'
            case 1:
                piece = f'<span lang="EN-US" style="letter-spacing: 0px">{piece}</span>'
        wrapped.append(piece)
    text = (f"<strong>{inner(bold)}</strong>" if bold else "") + "".join(wrapped)
    return (
        '<p style="text-indent: 2em; line-height: 2; margin-top: 0px; text-align: justify;">'
        f'<span style="font-family: 仿宋_GB2312; font-size: 21px;"><span style="color: rgb(51, 51, 51);">{indent}{text}</span></span></p>'
    )


def paragraphs(document: Document, day: int, indent: str = "&nbsp;&nbsp;&nbsp;&nbsp;") -> str:
    """The document's text as an editor's nested, inline-styled paragraphs."""
    dice = random.Random(f"paragraphs {document.path}")
    lines = [paragraph(line, document.strong, dice, indent) for line in document.lines(day)]
    return "\n".join(lines)


def stamp(document: Document) -> str:
    """Date and time of publication."""
    return f"{document.published} {document.time}"


def slashed(iso: str, pattern: str) -> str:
    """A date in another form, such as ``{0.year}年{0.month:02}月{0.day:02}日``."""
    return pattern.format(date.fromisoformat(iso))


def script_string(text: str) -> str:
    """A string for JavaScript, with the characters as they are."""
    return json.dumps(text, ensure_ascii=False).replace("</", "<\\/")
