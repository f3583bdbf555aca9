"""The rest of the eighth batch."""

from __future__ import annotations

from tests.replica.batch_dress import FOOT, dressed, lawful, shown, titled
from tests.replica.batch_eight import COUNTY
from tests.replica.batch_parts import FIELDS, Portal, batch, by, dated, links, made, others, page
from tests.replica.form_parts import OWNER, triples
from tests.replica.model import Answer, Request


def thin_pages() -> Portal:
    """Pages of one line and a file; the list names its rows in an attribute; links say https and the host."""
    root = "/xxgk/fdgknr/fzzfjsqk/"
    reports = made(f"{root}t20260318_5521.html", f"{root}t20250319_4410.html")
    line = '<li><a href="https://HOST{0}" title="{1}"><img src="/d.gif">{3}</a><em>发布时间：{2}</em></li>'
    listed = "".join(line.format(each.path, each.title, each.date, f"{each.title[:9]}...") for each in reports)
    menu = [
        (f"https://HOST{path}", name)
        for path, name in (
            ("/", "首页"),
            ("/xwdt/", "新闻动态"),
            ("/xxgk/", "信息公开"),
            ("/zmhd/", "政民互动"),
            ("/ztzl/", "专题"),
        )
    ]
    side = links(
        *(
            (f"//HOST/xxgk/fdgknr/{slug}/", name)
            for slug, name in (
                ("zcwj", "政策"),
                ("ghxx", "规划信息"),
                ("tjxx", "统计信息"),
                ("fzzfjsqk", "法治政府建设情况"),
                ("qtgk", "其他"),
            )
        )
    )
    thin = {
        each.path: page(
            f'<h1>{each.title}</h1><p>发布日期：{each.date} 来源：{OWNER}办公室</p><div class="content"><p>附件：<a href="./P0{at}2603.pdf">{each.title}.pdf</a></p></div>',
            each.title,
        )
        for at, each in enumerate(reports)
    }
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/xwdt/": dated(others(9, 20)), "/zmhd/": "<p>信箱</p>", "/ztzl/": links(("/ztzl/cw/", "创文")), "/xxgk/": links(("https://HOST/xxgk/zn/", "公开指南"), ("https://HOST/xxgk/fdgknr/", "法定公开内容"), ("https://HOST/xxgk/nb/", "公开年报")),
            "/xxgk/fdgknr/": f"<ul>{side}</ul>", root: f"<ul>{side}</ul><ul class='gl'>{listed}</ul>", "/xxgk/fdgknr/qtgk/": f"<ul>{side}</ul>{dated(others(4))}",
        }), **thin,
    }, reports, (root,))  # fmt: skip


def found_by_dede() -> Portal:
    """DedeCMS: no name of the menu leads there; a form posts a word to the portal's own search, whose finds stand in a column."""
    reports = made("/a/zwgk/gzbg/2026/0316/5120.html", "/a/zwgk/gzbg/2025/0318/4077.html")
    crumb = "<div class='place'><strong>当前位置:</strong> <a href='/'>主页</a> > <a href='/a/zwgk/'>政务公开</a> > <a href='/a/zwgk/gzbg/list_31_1.html'>工作报告</a> > </div>"
    search = '<form action="/plus/search.php" name="formsearch"><input type="hidden" name="kwtype" value="0"><input name="q" type="text" value="在这里搜索..." onfocus="this.value=\'\'"><select name="searchtype"><option value="titlekeyword" selected>检索标题</option></select><button type="submit">搜索</button></form>'
    menu = (
        ("/", "主页"),
        ("/a/xinwen/", "新闻动态"),
        ("/a/zwgk/", "政务公开"),
        ("/a/bsfw/", "办事服务"),
        ("/a/zsyz/", "招商引资"),
        ("/a/lydl/", "旅游大连"),
    )
    row = "<li><h3><a href='{0}' target='_blank'>{1}</a></h3><p>...宁岭县始终坚持依法行政...</p><span>发布日期：{2}</span> <span>栏目：<a href='/a/zwgk/gzbg/'>工作报告</a></span></li>"

    def found(request: Request) -> Answer:
        asked = FIELDS(request)
        word = asked.get("q", "")
        hits = [each for each in reports if word and word in each.title]
        body = "".join(
            row.format(each.path, each.title.replace(word, f"<font color='red'>{word}</font>"), each.date)
            for each in hits
        )
        return page(
            f"{search}<div class='resultlist'><ul>{body or '没有找到符合条件的内容'}</ul></div>", f"{word}_搜索结果"
        )(request)

    lists = f"<ul class='e2'>{dated([*others(6, 90), *triples(reports), *lawful(3)])}</ul><ul class='pagelist'><li><span class='pageinfo'>共 <strong>1</strong>页<strong>11</strong>条</span></li></ul>"
    return Portal({
        **dressed(menu, {"/": f"{search}{dated(others(9))}", "/a/zwgk/": dated(others(9, 30)), "/a/zwgk/gzbg/list_31_1.html": f"{crumb}{lists}", "/a/zwgk/gzbg/": f"{crumb}{lists}"}),
        "/plus/search.php": found, **shown(reports, crumb),
    }, reports, ("/a/zwgk/gzbg/list_31_1.html", "/a/zwgk/gzbg/"))  # fmt: skip


def map_of_pageadmin() -> Portal:
    """PageAdmin: the menu is a picture of a script that is not there; the map of the site in the foot names a hundred places."""
    reports = made("/c/fzgz/2026031/", "/c/fzgz/2025022/")
    names = (
        "县情",
        "历史",
        "风光",
        "特产",
        "领导",
        "机构",
        "人事",
        "计划",
        "规划",
        "统计",
        "预算",
        "决算",
        "采购",
        "招标",
        "应急",
        "环保",
        "教育",
        "卫生",
        "社保",
        "就业",
        "扶贫",
        "安全",
        "质量",
        "价格",
        "信访",
    )
    leaves = [(f"/c/k{at}/", f"{name}信息") for at, name in enumerate(names)]
    block = "".join(
        f"<dl><dt>{name}</dt><dd>{links(*leaves[at : at + 5], form='<a href={0}>{1}</a> | ')}</dd></dl>"
        for at, name in ((0, "走进宁岭"), (5, "机构"), (10, "公开"), (15, "民生"))
    )
    tree = f"{block}<dl><dt>公共法律</dt><dd>{links(*leaves[20:23], ('/c/fzgz/', '法治工作'), *leaves[23:], form='<a href={0}>{1}</a> | ')}</dd></dl>"
    foot = f"<p><a href='/about/map/'>网站地图</a> | <a href='/about/contact/'>联系我们</a></p>{FOOT}"
    card = "<div class='item'><div class='d'><b>{2}</b><i>{3}</i></div><div class='t'><a href='{0}' class='title' title='{1}'>{1}</a></div></div>"
    items = "".join(
        card.format(url, text, day[8:], day[:7]) for url, text, day in [*lawful(3), *triples(reports), *lawful(2, 30)]
    )
    return Portal({
        **dressed((), {
            "/": "<script src='/js/menu.swf.js'></script><a href='/c/k0/'><img src='/p/1.jpg'></a><a href='/c/k3/'><img src='/p/2.jpg'></a>", "/about/map/": tree, "/about/contact/": "<p>电话</p>",
            "/c/fzgz/": f"<div class='list'>{items}</div>", **{path: dated(others(3, 3 * at)) for at, (path, _) in enumerate(leaves)},
        }, foot=foot), **shown(reports),
    }, reports, ("/c/fzgz/",))  # fmt: skip


def posts_of_wordpress() -> Portal:
    """WordPress: numbers in the query, posts as articles with days in words, a category for building the rule of law."""
    name = "宁岭县林业局"
    reports = made("/?p=3450", "/?p=2811", agency=name)
    menu = [
        ("/", "首页"),
        *(
            (f"/?cat={at}", each)
            for at, each in ((2, "林业新闻"), (5, "公告公示"), (8, "法治建设"), (9, "森林防火"), (14, "野生动植物保护"))
        ),
    ]
    post = "<article id='post-1' class='post type-post'><header><h2 class='entry-title'><a href='http://HOST{0}' rel='bookmark'>{1}</a></h2></header><div class='entry-summary'><p>现将有关情况公布如下[&hellip;]</p></div><footer><time class='entry-date' datetime='{2}T08:30:00+08:00'>{3}</time> <span class='cat-links'><a href='http://HOST/?cat=8' rel='category'>法治建设</a></span></footer></article>"

    def posts(rows: list[tuple[str, str, str]]) -> str:
        return "".join(
            post.format(url, text, day, f"{int(day[5:7])}月 {int(day[8:])}, {day[:4]}") for url, text, day in rows
        )

    form = '<li class="menu-item menu-item-type-taxonomy"><a href="http://HOST{0}">{1}</a></li>'
    lists = {
        "8": posts([*lawful(2), *triples(reports), *lawful(2, 30)]),
        "2": posts(others(5)),
        "5": posts(others(5, 20)),
        "9": posts(others(4, 40)),
        "14": posts(others(3, 50)),
    }
    pages = dressed(
        menu, {"/": posts(others(4)), **{f"/{at}": body for at, body in lists.items()}}, f"{name} – 宁岭林业", form=form
    )
    shows = {each.path.rpartition("=")[2]: next(iter(shown([each]).values())) for each in reports}
    cats = by("cat", {"": pages["/"]} | {at: pages[f"/{at}"] for at in lists})
    return Portal({"/": by("p", shows | {"": cats})}, reports, ("/?cat=8",))


def catalogue_of_openness() -> Portal:
    """Anhui's catalogue drawn by the server: one address, an agency's number, a category in the query, forty of them in the tree."""
    reports = tuple(
        titled(f"/public/6602201/{at}.html", year, f"宁岭县{year}年法治政府建设情况报告")
        for at, year in ((8113301, 2025), (7092011, 2024), (6011877, 2023))
    )
    names = (
        "机构领导",
        "机构设置",
        "人事信息",
        "规划计划",
        "统计信息",
        "财政资金",
        "行政许可",
        "行政处罚",
        "权责清单",
        "招标采购",
        "应急管理",
        "建议提案",
        "决策部署",
        "回应关切",
        "监督保障",
        "乡村振兴",
        "教育",
        "医疗",
        "社会救助",
        "养老",
    )
    tree = [
        (f"/public/column/6602201?type=4&action=list&nav=3&sub=&catId={6715900 + at}", name)
        for at, name in enumerate(names)
    ]
    tree.insert(14, ("/public/column/6602201?type=4&action=list&nav=3&sub=&catId=6715960", "法治政府建设"))
    side = links(
        ("/public/column/6602201?type=2", "公开指南"),
        ("/public/column/6602201?type=3", "公开制度"),
        *tree,
        ("/public/column/6602201?type=5", "公开年报"),
    )
    line = '<li class="clearfix"><a href="http://HOST{0}" target="_blank" title="{1}" class="left">{3}</a><span class="right date">{2}</span></li>'
    listed = "".join(line.format(*row, row[1][:20]) for row in [*lawful(4), *triples(reports), *lawful(5, 30)])
    pages = {"6715960": page(f"<ul>{side}</ul><ul class='doc_list'>{listed}</ul>")} | {
        str(6715900 + at): page(f"<ul>{side}</ul>{dated(others(4, 4 * at))}") for at in range(len(names))
    }
    kinds = by(
        "type",
        {
            "4": by("catId", pages),
            "2": page(f"<ul>{side}</ul><p>指南</p>"),
            "3": page(f"<ul>{side}</ul>{dated(others(2))}"),
            "5": page(dated([("/n/1.html", f"{OWNER}2025年政府信息公开工作年度报告", "2026-01-20")])),
        },
    )
    return Portal({
        **dressed((*COUNTY, ("/public/column/6602201?type=2", "政府信息公开")), {"/": dated(others(9)), "/zwgk/": f"<a href='/public/column/6602201?type=2'>县政府办信息公开</a>{dated(others(5))}"}),
        "/public/column/6602201": kinds, **shown(reports),
    }, reports, ("/public/column/6602201?type=4&action=list&nav=3&sub=&catId=6715960",))  # fmt: skip


def platform_of_disclosure() -> Portal:
    """The platform for disclosure: a tree beside a frame, tables with a number, an issuer and a day, categories by letters."""
    reports = made("/xxgk/XxgkDetail.aspx?id=9c21", "/xxgk/XxgkDetail.aspx?id=77aa")
    names = (
        ("0101", "机构职能"),
        ("0102", "领导简历"),
        ("0201", "发展规划"),
        ("0203", "统计公报"),
        ("0305", "工作报告"),
        ("0307", "财政预算"),
        ("0401", "行政许可"),
        ("0409", "其他"),
    )
    tree = links(
        *((f"XxgkList.aspx?mlid={code}", name) for code, name in names),
        form='<div class="node"><img src="/i/f.gif"><a href="{0}" target="ifrm">{1}</a></div>',
    )
    head = "<tr><th>序号</th><th>索引号</th><th>信息名称</th><th>发布机构</th><th>生成日期</th></tr>"
    row = '<tr><td>{3}</td><td>NL001/2026-00{3}</td><td align="left"><a href="{0}" target="_blank" title="信息名称：{1}&#10;生成日期：{2}">{4}</a></td><td>县政府办</td><td>{2}</td></tr>'

    def table(rows: list[tuple[str, str, str]]) -> str:
        lines = "".join(
            row.format(url, text, day, at, text[:14] + "..." if len(text) > 14 else text)
            for at, (url, text, day) in enumerate(rows, 1)
        )
        return f"<table class='tb'>{head}{lines}</table><div>共{len(rows)}条记录 1/1页 首页 上页 下页 末页</div>"

    rows = [
        ("/xxgk/XxgkDetail.aspx?id=g1", f"{OWNER}2026年政府工作报告", "2026-01-30"),
        *triples(reports),
        ("/xxgk/XxgkDetail.aspx?id=g2", "宁岭县2025年国民经济计划执行情况报告", "2026-02-02"),
    ]
    lists = {code: page(table(rows if code == "0305" else others(4, 5 * at))) for at, (code, _) in enumerate(names)}
    lists["0"] = page(table(others(15, 60)).replace("共15条记录 1/1页", "共862条记录 1/58页"))
    shows = {each.path.rpartition("=")[2]: shown([each])["/xxgk/XxgkDetail.aspx"] for each in reports}
    menu = (("/", "首页"), ("/xw/", "新闻"), ("/xxgk/index.aspx", "信息公开平台"), ("/bs/", "办事"))
    return Portal({
        **dressed(menu, {"/": dated(others(9))}), "/xxgk/index.aspx": page(f"<table><tr><td>{tree}</td><td><iframe name='ifrm' src='XxgkList.aspx?mlid=0'></iframe></td></tr></table>"),
        "/xxgk/XxgkList.aspx": by("mlid", lists), "/xxgk/XxgkDetail.aspx": by("id", shows),
    }, reports, ("/xxgk/XxgkList.aspx?mlid=0305",))  # fmt: skip


SECOND = batch(
    thin_pages, found_by_dede, map_of_pageadmin, posts_of_wordpress, catalogue_of_openness, platform_of_disclosure,
)  # fmt: skip
