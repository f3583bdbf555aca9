"""The eighth batch: whole portals as the usual systems draw them on the server, with the honest mess of real ones."""

from __future__ import annotations

from tests.replica.batch_dress import dressed, lawful, shown, titled
from tests.replica.batch_parts import Portal, batch, by, dated, links, made, others, piece
from tests.replica.form_parts import OWNER, Report, triples

COUNTY = (
    ("/", "首页"), ("/zjnl/", "走进宁岭"), ("/zjnl/gk/", "县情概况"), ("/zjnl/lyjd/", "旅游景点"), ("/xwzx/", "新闻中心"), ("/xwzx/zwyw/", "政务要闻"),
    ("/xwzx/bmdt/", "部门动态"), ("/xwzx/xzdt/", "乡镇动态"), ("/xwzx/tzgg/", "通知公告"), ("/zwgk/", "政务公开"), ("/zwgk/ldzc/", "领导之窗"),
    ("/zwgk/zcwj/", "政策文件"), ("/zwgk/zcjd/", "政策解读"), ("/zwgk/zfgzbg/", "政府工作报告"), ("/zwgk/czyjs/", "财政预决算"), ("/hdjl/", "互动交流"),
    ("/hdjl/xzxx/", "县长信箱"), ("/hdjl/dczj/", "调查征集"), ("/bsfw/", "办事服务"), ("/ztzl/", "专题专栏"),
)  # fmt: skip


def county_of_trs() -> Portal:
    """TRS: below a name that opens when clicked, among all that speaks of the law, titles cut short, a second page."""
    root = "/zwgk/zfxxgk/"
    column = f"{root}fdzdgknr/fzzfjs/"
    reports = made(
        *(
            f"{column}{month}/t{month}12_31{at}7.shtml"
            for at, month in enumerate(("202603", "202503", "202403", "202303"))
        )
    )
    names = (
        ("zcwj", "政策文件"),
        ("ghjh", "规划计划"),
        ("czyjs", "财政信息"),
        ("xzxk", "行政许可"),
        ("fzzfjs", "法治政府建设"),
        ("yjgl", "应急管理"),
        ("jyta", "建议提案"),
    )
    side = links(*((f"./fdzdgknr/{slug}/", name) for slug, name in names))
    tree = (
        '<li><a href="./zfxxgkzn/">政府信息公开指南</a></li><li><a href="./zfxxgkzd/">政府信息公开制度</a></li>'
        f'<li><a href="javascript:void(0)" onclick="$(this).next().toggle()">法定主动公开内容</a><ul style="display:none">{side}</ul></li>'
        '<li><a href="./zfxxgknb/">政府信息公开年报</a></li><li><a href="http://ysq.ningling.gov.cn/">依申请公开</a></li>'
    )
    line = '<li><a href="./{3}" title="{1}" target="_blank">{4}…</a><span>{2}</span></li>'

    def listed(rows: list[tuple[str, str, str]]) -> str:
        return "".join(line.format(*row, row[0].removeprefix(column), row[1][:12]) for row in rows)

    pager = '<script>createPageHTML(2,{}, "index", "shtml");</script>'
    first = [*lawful(5, 0, f"{column}202603/"), *triples(reports[:2]), *lawful(8, 20, f"{column}202502/")]
    second = [*triples(reports[2:3]), *lawful(6, 40, f"{column}202402/"), *triples(reports[3:])]
    base = (
        f"<p>当前位置：<a href='/'>首页</a> &gt; <a href='/zwgk/'>政务公开</a></p><ul>{tree.replace('./', root)}</ul>"
    )
    return Portal({
        **dressed(COUNTY, {
            "/": f"<h3>政务要闻</h3>{dated(others(9))}<h3>通知公告</h3>{dated(others(7, 40))}",
            "/zwgk/": f"{links((root, '政府信息公开'), ('/zwgk/jcgk/', '基层政务公开'), ('/zwgk/zdly/', '重点领域信息公开'))}{dated(others(6, 20))}",
            root: f"<ul>{tree}</ul><p>本机关政府信息公开指南</p>", f"{root}zfxxgknb/": dated([("/n/9.shtml", f"{OWNER}2025年政府信息公开工作年度报告", "2026-01-22")]),
            f"{root}zfxxgkzn/": base, **{f"{root}fdzdgknr/{slug}/": f"{base}{dated(others(7, 9 * at))}" for at, (slug, _) in enumerate(names)},
            column: f"{base}<ul class='u-list'>{listed(first)}</ul>{pager.format(0)}", f"{column}index_1.shtml": f"{base}<ul class='u-list'>{listed(second)}</ul>{pager.format(1)}",
        }), **shown(reports),
    }, reports, (column, f"{column}index.shtml"))  # fmt: skip


def bureau_of_phpcms() -> Portal:
    """phpcms in GBK: one file for all, days without a year, the reports among what a bureau does for the law."""
    name = "宁岭县市场监督管理局"
    words = ("2025年度法治政府建设工作情况报告", "2024年度法治政府建设工作情况报告")
    reports = tuple(
        titled(f"/index.php?m=content&c=index&a=show&catid=23&id={810 - 200 * at}", 2025 - at, f"{name}{each}", name)
        for at, each in enumerate(words)
    )
    menu = [("/", "网站首页"), *((f"/index.php?m=content&c=index&a=lists&catid={at}", each) for at, each in (
        (9, "机构概况"), (11, "工作动态"), (12, "通知公告"), (17, "政策法规"), (23, "依法行政"), (26, "党的建设"), (31, "消费维权"), (33, "食品安全")))]  # fmt: skip
    rows = [
        *lawful(3),
        (reports[0].path, reports[0].title, "2026-03-20"),
        *lawful(6, 30),
        (reports[1].path, reports[1].title, "2025-03-18"),
    ]
    listed = "".join(
        f'<li>·<a href="{url}" target="_blank">{text}</a><span class="rt">[{day[5:]}]</span></li>'
        for url, text, day in rows
    )
    front = dressed(menu, {"/": f"{dated(others(6))}"}, name, "gbk")
    lists = {str(at): dressed(menu, {"/x": body}, name, "gbk")["/x"] for at, body in (
        (23, f"<ul class='list lh24 f14'>{listed}</ul><div id='pages' class='text-c'><a class='a1'>11条</a> <span>1</span></div>"),
        (9, "<p>机构概况</p>"), (11, dated(others(9, 9))), (12, dated(others(9, 30))), (17, dated(others(9, 50))), (26, dated(others(4, 70))),
    )}  # fmt: skip
    details = {each.path.rpartition("=")[2]: shown([each])["/index.php"] for each in reports}
    return Portal(
        {"/": front["/"], "/index.php": by("id", details | {"": by("catid", lists)}, "")}, reports, (menu[5][0],)
    )


def notices_of_vsb() -> Portal:
    """VSB: a bureau without a column for it; among its notices, on the second page, whose number counts down."""
    name = "宁岭县农业农村局"
    reports = tuple(Report(f"/info/1042/{at}.htm", name, year) for at, year in ((2333, 2025),))
    line = '<li id="line_u7_{3}"><a href="{4}" target="_blank" title="{1}">{1}</a><span>{2}</span></li>'
    pager = '<span class="p_pages"><span class="p_no_d">1</span><span class="p_no"><a href="tzgg/4.htm">2</a></span><span class="p_dot">...</span><span class="p_next"><a href="tzgg/4.htm">下页</a></span><span class="p_last"><a href="tzgg/1.htm">尾页</a></span></span>'
    firsts = [(f"info/1042/{2400 - at}.htm", title, day) for at, (_, title, day) in enumerate(others(15))]
    seconds = [(f"../info/1042/{2350 - at}.htm", title, day) for at, (_, title, day) in enumerate(others(15, 40))]
    seconds[6] = (f"..{reports[0].path}", reports[0].title, "2026-01-28")
    menu = (
        ("/index.htm", "首页"),
        ("/jgjj.htm", "机构简介"),
        ("/gzdt.htm", "工作动态"),
        ("/tzgg.htm", "通知公告"),
        ("/zcfg.htm", "政策法规"),
        ("/xzzx.htm", "下载中心"),
    )
    front = f"<h3><a href='gzdt.htm'>更多&gt;&gt;</a>工作动态</h3>{dated(others(6))}<h3><a href='tzgg.htm'>更多&gt;&gt;</a>通知公告</h3>"

    def listed(rows: list[tuple[str, str, str]]) -> str:
        return "".join(line.format(url, text, day, at, url) for at, (url, text, day) in enumerate(rows))

    return Portal({
        **dressed(menu, {
            "/": front, "/index.htm": front, "/jgjj.htm": "<p>机构简介</p>", "/tzgg.htm": f"<ul>{listed(firsts)}</ul>共73条 {pager}",
            "/tzgg/4.htm": f"<ul>{listed(seconds)}</ul>共73条 {pager.replace('tzgg/4', '3').replace('tzgg/1', '1')}",
        }, name), **shown(reports),
    }, reports, ("/tzgg.htm",))  # fmt: skip


def records_of_hanweb() -> Portal:
    """Hanweb: numbers for names, a tree with a number in the query, records in a data island, quotes of both kinds."""
    reports = made(
        *(
            f"/art/{year}/3/{day}/art_1229_{at}1.html"
            for at, (year, day) in enumerate(((2026, 9), (2025, 18), (2024, 20)))
        )
    )
    record = "<record><![CDATA[<li><i></i><a title='{1}' target='_blank' href='{0}'>{3}</a><b>{2}</b></li>]]></record>"
    rows = [*lawful(3), *triples(reports), *lawful(4, 30)]
    data = "".join(
        record.format(url, text, day, f"{text[:16]}..." if len(text) > 16 else text) for url, text, day in rows
    )
    island = (
        f'<div id="6622"><script type="text/xml"><datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&webid=3&path=/&columnid=1229&unitid=6622&permissiontype=0"></a>]]></nextgroup><recordset>{data}</recordset></datastore></script></div>'
        "<script>$('#6622').jpage({totalRecord:10,perPage:15,groupSize:3,proxyUrl:'/module/web/jpage/dataproxy.jsp',dataStore:ds6622,ajaxParam:{col:1,appid:'1',webid:3,path:'/',columnid:1229,sourceContentType:1,unitid:'6622',webname:'宁岭',permissiontype:0}});</script>"
    )
    menu = [
        ("/", "首页"),
        *(
            (f"/col/col{at}/index.html", name)
            for at, name in (
                (101, "要闻动态"),
                (102, "政务公开"),
                (103, "政务服务"),
                (104, "政民互动"),
                (105, "数据开放"),
            )
        ),
    ]
    tree = links(
        ("/col/col1220/index.html?number=A001", "公开指南"), ("/col/col1221/index.html?number=A002", "公开制度"), ("/col/col1222/index.html?number=A003", "机构职能"),
        ("/col/col1224/index.html?number=A00301", "规范性文件"), ("/col/col1226/index.html?number=A00305", "重大决策预公开"), ("/col/col1229/index.html?number=A00307", "法治政府建设"),
        ("/col/col1231/index.html?number=A00309", "公共资源配置"), ("/col/col1236/index.html?number=A004", "公开年报"),
    )  # fmt: skip
    return Portal({
        **dressed(menu, {
            "/": dated(others(9)), "/col/col102/index.html": f"<div class='box'><a href='/col/col1219/index.html'><img src='/xxgk.png' alt='政府信息公开'></a></div>{dated(others(5, 30))}",
            "/col/col1219/index.html": f"<ul class='tree'>{tree}</ul>", "/col/col1229/index.html": f"<ul class='tree'>{tree}</ul>{island}", "/col/col1220/index.html": f"<ul class='tree'>{tree}</ul>",
            **{f"/col/col{at}/index.html": f"<ul class='tree'>{tree}</ul>{dated(others(6, at - 1200))}" for at in (1221, 1222, 1224, 1226, 1231)},
        }), **shown(reports),
    }, reports, ("/col/col1229/index.html?number=A00307", "/col/col1229/index.html"))  # fmt: skip


def folders_of_epoint() -> Portal:
    """Epoint: the home page forwards, sections show their list in a frame, folders are numbers."""
    root = "/zwgk/003005/"
    reports = made(
        *(
            f"{root}003005012/{day}/5d1f{at}c9e-44f5-b46e-cfc69a3c81{at}e.html"
            for at, day in enumerate(("20260311", "20250314"))
        )
    )
    line = '<li class="ewb-list-node clearfix"><a href="{0}" class="ewb-list-name" target="_blank">{1}</a><span class="ewb-list-date r">{2}</span></li>'
    listed = "".join(line.format(*row) for row in [*lawful(4), *triples(reports), *lawful(5, 30)])
    menu = (
        ("/index.html", "首页"),
        ("/xwzx/secondpage.html", "新闻中心"),
        ("/zwgk/secondpage.html", "信息公开"),
        ("/bsfw/secondpage.html", "网上办事"),
        ("/gzcy/secondpage.html", "公众参与"),
    )
    side = links(*((f"{root}{code}/secondpage.html", name) for code, name in (
        ("003005001", "机构设置"), ("003005003", "人事信息"), ("003005007", "统计信息"), ("003005011", "双公示"), ("003005012", "法治建设"), ("003005015", "安全生产"))))  # fmt: skip
    sub = {
        f"{root}{code}/secondpage.html": f"<ul>{side}</ul><iframe src='{root}{code}/moreinfo.html' frameborder='0' width='100%'></iframe>"
        for code in ("003005001", "003005003", "003005007", "003005011", "003005012", "003005015")
    }
    plain = {
        f"{root}{code}/moreinfo.html": dated(others(6, at * 9))
        for at, code in enumerate(("003005001", "003005003", "003005007", "003005011", "003005015"))
    }
    return Portal({
        **dressed(menu, {
            "/index.html": f"{dated(others(8))}{dated(others(8, 20))}", "/zwgk/secondpage.html": f"<ul>{links((f'{root}secondpage.html', '政府信息公开目录'), ('/zwgk/003006/secondpage.html', '公开年报'))}</ul>",
            f"{root}secondpage.html": f"<ul>{side}</ul>", **sub,
        }),
        "/": piece('<html><head><meta http-equiv="refresh" content="0;url=index.html"></head><body></body></html>'),
        **{path: piece(f"<html><body>{body}</body></html>") for path, body in plain.items()},
        f"{root}003005012/moreinfo.html": piece(f"<html><body><ul class='ewb-list'>{listed}</ul><li class='ewb-page-li ewb-page-num'><span>1/1</span></li></body></html>"), **shown(reports),
    }, reports, (f"{root}003005012/moreinfo.html", f"{root}003005012/secondpage.html"))  # fmt: skip


def other_files_of_asp() -> Portal:
    """Classic ASP in GBK: a page of nothing but a script before the home page, the reports filed as other files."""
    reports = (
        titled("/web/view.asp?id=3311", 2025, "关于2025年度法治政府建设情况的报告"), titled("/web/view.asp?id=2980", 2024, "关于2024年度法治政府建设情况的报告"),
    )  # fmt: skip
    menu = (
        ("index.asp", "首 页"),
        ("list.asp?id=3", "宁岭要闻"),
        ("list.asp?id=5", "公告栏"),
        ("gk.asp", "政务公开"),
        ("list.asp?id=8", "招商引资"),
        ("book.asp", "县长信箱"),
    )
    side = links(
        *(
            (f"list.asp?id={at}", name)
            for at, name in ((21, "县委文件"), (22, "政府文件"), (23, "办公室文件"), (24, "其他文件"), (25, "人事任免"))
        ),
        form="<tr><td>&nbsp;→<a href={0}>{1}</a></td></tr>",
    )
    rows = "".join(
        f"<tr><td width=20>◆</td><td><a href={url.removeprefix('/web/')} target=_blank>{text}</a></td><td>{day.replace('-', '/')}</td></tr>"
        for url, text, day in [*others(4), *triples(reports), *others(3, 20)]
    )
    cell = '<td align=center><a href="{0}">{1}</a></td>'
    pages = dressed(menu, {
        "/web/index.asp": f"<table>{dated(others(6))}</table>", "/web/gk.asp": f"<table>{side}</table>", "/web/book.asp": "<p>信箱</p>",
        "24": f"<table>{side}</table><table>{rows}</table>共9条 第1/1页", "3": dated(others(8, 30)), "5": dated(others(8, 50)), "22": dated(others(8, 60)), "21": dated(others(3, 90)),
    }, encoding="gbk", form=cell)  # fmt: skip
    return Portal({
        "/": piece("<html><script language=javascript>window.location.href='/web/index.asp'</script></html>"), **{path: pages[path] for path in ("/web/index.asp", "/web/gk.asp", "/web/book.asp")},
        "/web/list.asp": by("id", pages), "/web/view.asp": by("id", {each.path.rpartition("=")[2]: shown([each])["/web/view.asp"] for each in reports}),
    }, reports, ("/web/list.asp?id=24",))  # fmt: skip


def classes_of_webforms() -> Portal:
    """WebForms: a menu of nested tables, the column is that of law in daily life, a pager that posts."""
    name = "宁岭县司法局"
    reports = made("/NewsShow.aspx?NewsID=7710", "/NewsShow.aspx?NewsID=6120", agency=name)
    menu = [
        ("Default.aspx", "首页"),
        *(
            (f"NewsList.aspx?ClassID={at}", each)
            for at, each in (
                (2, "局务动态"),
                (4, "法律服务"),
                (6, "人民调解"),
                (7, "普法依法治理"),
                (9, "公示公告"),
                (12, "机关党建"),
            )
        ),
    ]
    form = '<td onmouseover="Menu_HoverStatic(this)"><table cellpadding="0"><tr><td style="white-space:nowrap;"><a class="Menu1_1" href="{0}">{1}</a></td></tr></table></td>'
    rows = "".join(
        f'<tr><td>·<a id="gv_ctl{at:02}_hl" href="{url.removeprefix("/")}" target="_blank">{text}</a></td><td>{day}</td></tr>'
        for at, (url, text, day) in enumerate([*lawful(7), *triples(reports), *lawful(6, 30)])
    )
    grid = f'<form method="post" action="NewsList.aspx?ClassID=7"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKL"/><table id="gv">{rows}<tr><td><span>1</span> <a href="javascript:__doPostBack(&#39;gv&#39;,&#39;Page$2&#39;)">2</a></td></tr></table></form>'
    pages = dressed(
        menu,
        {
            "/": dated(others(8)),
            "7": grid,
            "2": dated(others(9, 9)),
            "4": "<p>法律援助中心</p>",
            "6": dated(others(4, 40)),
            "9": dated(others(9, 60)),
            "12": dated(others(3, 80)),
        },
        name,
        form=form,
    )
    return Portal({
        "/": pages["/"], "/Default.aspx": pages["/"], "/NewsList.aspx": by("ClassID", pages),
        "/NewsShow.aspx": by("NewsID", {each.path.rpartition("=")[2]: shown([each])["/NewsShow.aspx"] for each in reports}),
    }, reports, ("/NewsList.aspx?ClassID=7",))  # fmt: skip


FIRST = batch(
    county_of_trs, bureau_of_phpcms, notices_of_vsb, records_of_hanweb, folders_of_epoint, other_files_of_asp, classes_of_webforms,
)  # fmt: skip
