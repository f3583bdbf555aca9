"""What surrounds the text on every page, and how an editor leaves the text itself; pages are Jinja templates."""

from __future__ import annotations

import hashlib
import json
import posixpath
import random
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from .model import Column, Document, Site, boilerplate_day, today


def words(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


WEEKDAYS = "一二三四五六日"
OFFICES = words("发展和改革 教育 科学技术 公安 民政 司法 财政 自然资源 生态环境 住房和城乡建设 交通运输 水利")
PLACES = words(
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 "
    "湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆"
)
OTHER_SITES = (
    ("国务院部门网站", [f"{office}部" for office in OFFICES]),
    ("各省政府网站", PLACES),
    ("其他网站", [f"{place}生态环境厅" for place in PLACES]),
)
BLOCKS = words(
    "header logo topbar topnav search-box nav nav-list sub-nav crumb banner slide main left-menu right-list list-item "
    "article article-title article-info article-body share qrcode related pager footer foot-link foot-info gotop layer "
    "layer-box tips tab tab-item notice table-box form-box btn btn-blue btn-gray icon icon-print icon-close font-size"
)
STATES = ("", " a", " a:hover", " li")
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
FUNCTIONS = words("setFont goTop showTab slideBox checkSearch addFavorite openWindow showQrcode bindMenu")
FUNCTION = """function %(name)s(id,flag){
  var el=document.getElementById(id||'%(block)s');if(!el){return false;}
  var items=el.getElementsByTagName('li');
  for(var i=0;i<items.length;i++){items[i].className=i==%(size)d?'on':'';}
  if(flag){el.style.display=el.style.display=='none'?'block':'none';}else{el.style.fontSize='%(size)dpx';}
  window.setTimeout(function(){el.setAttribute('data-%(block)s','%(size)d');},%(size)d00);return true;
}"""
LEAVE = """$(function(){$('a').each(function(){var h=$(this).attr('href')||'';
  if(/^https?:/.test(h)&&h.indexOf('%s')<0){$(this).on('click',function(){$('#leave-layer').show();return false;});}
});});"""
PARAGRAPH = Markup(
    '<p style="text-indent: 2em; line-height: 2; margin-top: 0px; text-align: justify;">'
    '<span style="font-family: 仿宋_GB2312; font-size: 21px;"><span style="color: rgb(51, 51, 51);">{}</span></span>'
    "</p>"
)
WRAPPINGS = (
    Markup('<font face="仿宋_GB2312">{}</font>'),
    Markup('<span lang="EN-US" style="letter-spacing: 0px">{}</span>'),
    Markup("{}"),
    Markup("{}"),
)


@cache
def styles(site: Site) -> Markup:
    """An inline style sheet of the size portals carry."""
    dice = random.Random(f"styles {site.host}")
    lines = [f".{block}{state}{{{dice.choice(RULES)};{dice.choice(RULES)}}}" for block in BLOCKS for state in STATES]
    lines += [f"@media screen and (max-width:{width}px){{.main{{width:{width - 20}px}}}}" for width in (1200, 980, 640)]
    return Markup('<style type="text/css">\n{}\n</style>').format(Markup("\n".join(lines)))


@cache
def scripts(site: Site) -> Markup:
    """Inline scripts of the size portals carry: font size, go to top, leave-site layer."""
    dice = random.Random(f"scripts {site.host}")
    parts = [FUNCTION % {"name": name, "block": dice.choice(BLOCKS), "size": dice.randint(2, 40)} for name in FUNCTIONS]
    code = Markup("\n".join([*parts, LEAVE % site.host]))
    return Markup('<script type="text/javascript">\n{}\n</script>').format(code)


def site_metas(site: Site) -> list[tuple[str, str]]:
    """The metas every page of a site carries (政府网站发展指引, 国办发〔2017〕47号)."""
    return [("SiteName", site.name), ("SiteDomain", site.host), ("SiteIDCode", site.site_id_code)]


def column_metas(site: Site, column: Column) -> list[tuple[str, str]]:
    """The metas of a column's pages."""
    about = ("ColumnDescription", f"{site.owner}{column.name}栏目")
    name = ("ColumnName", column.name), about, ("ColumnKeywords", column.name), ("ColumnType", "政务公开")
    return [*site_metas(site), *name]


def document_metas(document: Document) -> list[tuple[str, str]]:
    """The metas a document adds to its column's."""
    return [
        ("ArticleTitle", document.title),
        ("PubDate", f"{document.published} {document.time}"),
        ("ContentSource", document.source),
    ]


def date_line(day: int) -> str:
    """The clock in the page head."""
    now = today(boilerplate_day(day))
    return f"今天是:{now.year}年{now.month}月{now.day}日 星期{WEEKDAYS[now.weekday()]}"


def visits(key: str, day: int) -> int:
    """The visit counter of a page, which moves on day 3."""
    return random.Random(f"visits {key}").randint(40, 2000) + (17 if boilerplate_day(day) > 1 else 0)


def short(title: str, width: int) -> str:
    """A title as listings cut it; whole only in ``@title``."""
    return title if len(title) <= width else title[:width] + "..."


def relative(path: str, folder: str) -> str:
    """An address as TRS writes it: ``./`` or ``../`` from the listing's folder."""
    link = posixpath.relpath(path, folder)
    return link if link.startswith("..") else f"./{link}"


def chinese_date(iso: str) -> str:
    """``2026年02月04日``."""
    return "{0.year}年{0.month:02}月{0.day:02}日".format(date.fromisoformat(iso))


def script_string(text: str) -> Markup:
    """A string for JavaScript, its characters as they are."""
    return Markup(json.dumps(text, ensure_ascii=False).replace("</", "<\\/"))


def ident(text: str) -> str:
    """32 hex digits, as UCAP names things."""
    return hashlib.md5(text.encode()).hexdigest()


def inner(text: str) -> Markup:
    """Text whose inner runs of blanks survive a browser."""
    return Markup(re.sub(" {2,}", lambda found: "&nbsp;" * len(found[0]), str(escape(text))))


def paragraph(line: str, strong: Sequence[str], dice: random.Random, indent: str) -> Markup:
    """One paragraph as an editor leaves it: spans in spans, a font here, a bold run-in there."""
    bold = next((lead for lead in strong if line.startswith(lead)), "")
    rest = line[len(bold) :]
    cuts = sorted(dice.sample(range(1, len(rest)), dice.randint(0, min(3, len(rest) - 1)))) if len(rest) > 1 else []
    text = Markup(indent) + (Markup("<strong>{}</strong>").format(inner(bold)) if bold else "")
    for start, end in zip([0, *cuts], [*cuts, len(rest)], strict=True):
        text += dice.choice(WRAPPINGS).format(inner(rest[start:end]))
    return PARAGRAPH.format(text)


def paragraphs(document: Document, day: int, indent: str = "&nbsp;&nbsp;&nbsp;&nbsp;") -> Markup:
    """The document's text as an editor's nested, inline-styled paragraphs."""
    dice = random.Random(f"paragraphs {document.path}")
    return Markup("\n").join(paragraph(line, document.strong, dice, indent) for line in document.lines(day))


@cache
def templates() -> Environment:
    """The page templates, one folder per system."""
    folder = FileSystemLoader(Path(__file__).parent / "templates")
    found = Environment(loader=folder, autoescape=True, undefined=StrictUndefined)
    found.filters |= {each.__name__: each for each in (short, relative, chinese_date, script_string, ident)}
    found.globals |= {each.__name__: each for each in (date_line, visits, paragraphs)}
    found.globals |= {"offices": OFFICES, "other_sites": OTHER_SITES}
    return found


def render(template: str, site: Site, day: int, **values: object) -> str:
    """A page made from a template; every template sees the site, the day and the inline styles and scripts."""
    common = {"site": site, "day": day, "styles": styles(site), "scripts": scripts(site)}
    return templates().get_template(template).render(**common, **values).lstrip()
