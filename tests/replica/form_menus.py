"""How the menu of a made-up portal leads to its column."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from tests.replica.form_parts import Link, answer, column, dated, fixed, others
from tests.replica.model import Handler


def plain(link: Link) -> tuple[str, dict[str, Handler]]:
    return f'<ul class="menu"><li><a href="{link[0]}">{link[1]}</a></li></ul>', {}


def nested(link: Link) -> tuple[str, dict[str, Handler]]:
    home, pages = '<div class="nav"><a href="/zwgk/">政务公开</a></div>', column("/zwgk/", "", "政务公开")
    pages = column("/zwgk/", '<a href="fdzdgknr/">法定主动公开内容</a><a href="zn/">信息公开指南</a>', "政务公开")
    pages |= column(
        "/zwgk/fdzdgknr/", f'<a href="/zwgk/jgjj/">机构简介</a><a href="{link[0]}">{link[1]}</a>', "公开内容"
    )
    return home, pages


def tree(link: Link) -> tuple[str, dict[str, Handler]]:
    nodes = [
        {"id": 5, "pId": 0, "name": "机构职能", "url": "/jg/"},
        {"id": 6, "pId": 0, "name": link[1], "url": link[0]},
    ]
    script = f"<script>var zNodes={json.dumps(nodes, ensure_ascii=False)};$.fn.zTree.init(t,s,zNodes);</script>"
    return '<a href="/gkml/index.html">信息公开目录</a>', {"/gkml/index.html": fixed(f'<ul id="tree"></ul>{script}')}


def frames(link: Link) -> tuple[str, dict[str, Handler]]:
    body = '<iframe src="/gkml/menu.html"></iframe><iframe name="main" src="/xw/"></iframe>'
    menu = f'<dl><dd><a target="main" href="{link[0]}">{link[1]}</a></dd></dl>'
    return '<a href="/gkml/index.html">信息公开目录</a>', {
        "/gkml/index.html": fixed(body),
        "/gkml/menu.html": fixed(menu),
    }


def onclick(link: Link) -> tuple[str, dict[str, Handler]]:
    return f"<ul><li onclick=\"window.location.href='{link[0]}'\">{link[1]}</li></ul>", {}


def options(link: Link) -> tuple[str, dict[str, Handler]]:
    choices = (
        f'<option>--请选择--</option><option value="/ld/">领导之窗</option><option value="{link[0]}">{link[1]}</option>'
    )
    return f'<select onchange="location=this.value">{choices}</select>', {}


def written(link: Link) -> tuple[str, dict[str, Handler]]:
    line = f"document.writeln('<li><a href=\"{link[0]}\">{link[1]}</a></li>');"
    return f"<ul><script>{line}</script></ul>", {}


def own_script(link: Link) -> tuple[str, dict[str, Handler]]:
    nodes = [f"{{channelName:'{name}',channelUrl:'{url}'}}" for url, name in (("/ld/", "领导之窗"), link)]
    menu = f"var menuData=[{','.join(nodes)}]"
    pages = {"/js/menu.js": fixed(menu, kind="application/javascript")}
    pages |= column("/zwgk/", '<div id="left"></div><script src="/js/menu.js"></script>', "政务公开")
    return '<div class="nav"><a href="/zwgk/">政务公开</a></div>', pages


def picture(link: Link) -> tuple[str, dict[str, Handler]]:
    return f'<div class="zt"><a href="{link[0]}"><img src="/img/1.png" alt="{link[1]}"></a></div>', {}


def site_map(link: Link) -> tuple[str, dict[str, Handler]]:
    links = f'<a href="/ld/">领导之窗</a><a href="{link[0]}">{link[1]}</a>'
    return '<div class="foot"><a href="/wzdt/">网站地图</a></div>', column("/wzdt/", links, "网站地图")


def served(link: Link) -> tuple[str, dict[str, Handler]]:
    """A menu that the page's own script asks a service for."""
    nodes = [{"title": "领导之窗", "path": "/ld/"}, {"title": "公开", "path": "/zwgk/", "children": [
        {"title": link[1], "path": link[0]}]}]  # fmt: skip
    script = "$(function(){$.getJSON('/data/nav.json?v=3',function(d){build(d)})})"
    pages = {"/js/nav.js": fixed(script, kind="application/javascript"), "/data/nav.json": answer(nodes)}
    pages |= column("/zwgk/", '<div id="left"></div><script src="/js/nav.js"></script>', "政务公开")
    return '<div class="nav"><a href="/zwgk/">政务公开</a></div>', pages


def clicked_tree(link: Link) -> tuple[str, dict[str, Handler]]:
    """A tree that is asked for, and whose nodes have no address: the click on one says where it leads."""
    folder, _, rest = link[0].lstrip("/").partition("/")
    nodes = [{"id": "jgzn", "name": "机构职能"}, {"id": rest or folder, "name": link[1]}]
    script = (
        '$.fn.zTree.init($("#t"),{async:{enable:true,url:"/gkml/tree.do",autoParam:["id"]},callback:'
        f'{{onClick:function(e,t,node){{window.location.href="/{folder + "/" if rest else ""}"+node.id}}}}}});'
    )
    pages = {"/gkml/tree.do": answer(nodes), "/gkml/index.html": fixed(f'<ul id="t"></ul><script>{script}</script>')}
    return '<a href="/gkml/index.html">信息公开目录</a>', pages


def called(link: Link) -> tuple[str, dict[str, Handler]]:
    """Entries that call a function of the page with the column's id."""
    folder, _, rest = link[0].lstrip("/").partition("/")
    rows = f"<li onclick=\"goColumn('ld')\">领导</li><li onclick=\"goColumn('{rest or folder}')\">{link[1]}</li>"
    script = f'function goColumn(id){{window.location.href="/{folder + "/" if rest else ""}"+id;}}'
    return f"<ul>{rows}</ul><script>{script}</script>", {}


def headed(link: Link) -> tuple[str, dict[str, Handler]]:
    """A link that says "more", below the heading that names its column."""
    block = f'<div class="t"><h3>{link[1]}</h3><a class="more" href="{link[0]}">更多&gt;&gt;</a></div>'
    pages = column("/zwgk/", block + dated(others(3, 500)), "政务公开")
    return '<div class="nav"><a href="/zwgk/">政务公开</a></div>', pages


def headed_click(link: Link) -> tuple[str, dict[str, Handler]]:
    """The same where no link but a click leads on."""
    more = f'<span class="more" onclick="window.location.href=\'{link[0]}\'">更多&gt;&gt;</span>'
    block = f'<div class="t"><b>{link[1]}</b>{more}</div>{dated(others(3, 500))}'
    return '<div class="nav"><a href="/zwgk/">政务公开</a></div>', column("/zwgk/", block, "政务公开")


def arrays(link: Link) -> tuple[str, dict[str, Handler]]:
    """Lists of names and addresses in a script file, and calls that take both."""
    script = f'var m=["公开","/zwgk/",["领导","/ld/"],["{link[1]}","{link[0]}"]];d.add(1,0,"互动","/hdjl/");'
    pages = {"/js/m.js": fixed(script, kind="application/javascript")}
    pages |= column("/zwgk/", '<ul id="m"></ul><script src="/js/m.js"></script>', "政务公开")
    return '<div class="nav"><a href="/zwgk/">政务公开</a></div>', pages


def forked(link: Link) -> tuple[str, dict[str, Handler]]:
    """A script that sends phones here and all others there."""
    script = 'if(/Mobile/i.test(navigator.userAgent)){location.replace("/m/")}else{location.replace("/cms/main.html")}'
    return f"<script>{script}</script>", {"/cms/main.html": fixed(plain(link)[0])}


def entrance(link: Link) -> tuple[str, dict[str, Handler]]:
    """A picture without a word before the home page."""
    return '<a href="/cms/main.html"><img src="/in.jpg"></a>', {"/cms/main.html": fixed(plain(link)[0])}


def sent_on(link: Link) -> tuple[str, dict[str, Handler]]:
    """A script sends the browser to a folder, and a meta tag there to the folder's first page."""
    refresh = '<meta http-equiv="refresh" content="0; url=index.jhtml">'
    pages = {"/cms/": fixed(refresh), "/cms/index.jhtml": fixed(plain(link)[0])}
    return "<script>window.location='/cms/';</script>", pages


MENUS: Mapping[str, Callable[[Link], tuple[str, dict[str, Handler]]]] = {
    made.__name__: made
    for made in (
        plain,
        nested,
        tree,
        frames,
        onclick,
        options,
        written,
        own_script,
        picture,
        site_map,
        served,
        clicked_tree,
        called,
        headed,
        headed_click,
        arrays,
        forked,
        entrance,
        sent_on,
    )
}
BARE = ("entrance", "sent_on", "forked")  # menus before which nothing of the usual stands
