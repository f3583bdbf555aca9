# ruff: noqa: E501 (markup reads better unbroken)
"""Answers in the place of an article, and what may stand around one."""

from __future__ import annotations

import gzip
from collections.abc import Sequence

from tests.answers.server import reply
from tests.baddays.scenes import Answer, Scene
from tests.baddays.sites import NOTICES, YEARS
from tests.baddays.strange import strange


def wall(name: str) -> Answer:
    """One of the strange pages."""
    return lambda scene: reply(
        strange(name, 100 * scene.night + scene.year % 100 + scene.number),
        kind="application/json" if name.startswith("json") else "text/html",
    )


def bare(title: str, lines: Sequence[str]) -> Answer:
    """Another text in the site's own article frame."""
    return lambda scene: scene.page(
        scene.site.article(title.format(year=scene.year, agency=scene.site.papers.agency), lines)
    )


MOVING = [
    "为进一步提升政府网站集约化水平，按照上级统一部署，我局网站已整体迁移至新的平台，原域名将停止使用。",
    "新网站访问地址：http://www.elsewhere.example/，请广大公众及时更新收藏，给您带来的不便敬请谅解。",
    "特此公告。",
]
UPGRADE = [
    "因网站升级改版，本网站将于近期进行系统切换，其间部分栏目可能无法正常访问，切换完成后将恢复正常。",
    "由此给您带来的不便，敬请谅解。",
]


def explained(scene: Scene) -> bytes:
    """The report's 解读."""
    lines = [
        f"近日，我局印发了{scene.year}年法治政府建设年度报告，现就有关内容解读如下。",
        "一、起草背景。根据法治政府建设与责任落实督察工作规定，县级以上部门应当每年公开法治政府建设情况。",
        "二、主要内容。报告共四个部分，全面总结一年来依法行政、执法监督、普法宣传等方面的工作情况。",
        "三、主要特点。突出问题导向，突出群众感受，用数据说话，便于社会公众监督。",
    ]
    return scene.page(scene.site.article(f"《{scene.title}》解读", lines))


def asked(scene: Scene) -> bytes:
    """Questions and answers on it."""
    lines = [f"问：为什么要编制{scene.title}？", "答：这是落实法治政府建设主体责任的要求。"] + [
        "问：报告数据从哪里来？",
        "答：由各科室按照职责提供，经汇总审核后公开。",
    ] * 3
    return scene.page(scene.site.article(f"{scene.title}政策问答", lines))


def drawn(scene: Scene) -> bytes:
    """Its picture."""
    return scene.page(scene.site.article(f"一图读懂|{scene.title}", [], inside='<p><img src="/img/tj.jpg" alt=""></p>'))


def drafted(scene: Scene) -> bytes:
    """Its draft, with a call for opinions."""
    call = "现将报告稿向社会公开征求意见，意见反馈截止时间为本月底，联系邮箱见页尾。"
    text = [call, *(line.replace("全年", "截至目前") for line in scene.lines[:-2])]
    return scene.page(scene.site.article(f"关于公开征求《{scene.title}（征求意见稿）》意见的公告", text))


def first_half(scene: Scene) -> bytes:
    """The report in two sittings."""
    half = len(scene.lines) // 2
    more = f'<p><a href="/b/{scene.year}.html">{scene.title}（下）</a></p>'
    return scene.page(scene.site.article(f"{scene.title}（上）", scene.lines[:half], inside=more))


TRADITIONAL = str.maketrans(
    "设报贯彻习严实务现将关项专题话党证规标议监办网录团农业执",
    "設報貫徹習嚴實務現將關項專題話黨證規標議監辦網錄團農業執",
)


def traditional(scene: Scene) -> bytes:
    """The page as its 繁體 version."""
    return reply(scene.site.report(scene.year).translate(TRADITIONAL).replace("gb2312", "utf-8").encode())


def printing(scene: Scene) -> bytes:
    """The printing view: the text with nothing around it."""
    text = "".join(f"<p>{line}</p>" for line in scene.lines)
    return scene.page(
        f'<html><head><meta charset="{scene.site.charset}"><title>打印</title></head><body onload="window.print()">'
        f'<h2 align="center">{scene.title}</h2><div>{text}</div></body></html>'
    )


def empty_article(scene: Scene) -> bytes:
    """Header, footer and an empty container."""
    return scene.page(scene.site.article("", []))


def title_only(scene: Scene) -> bytes:
    """The title, no text."""
    return scene.page(scene.site.article(scene.title, []))


def loading(scene: Scene) -> bytes:
    """A text that a script should have put in."""
    return scene.page(scene.site.article(scene.title, ["数据加载中，请稍候……"]))


def unfilled(scene: Scene) -> bytes:
    """A template nobody filled."""
    page = scene.site.article("{{article.title}}", ["{{article.content}}"], day="{{article.date}}")
    return scene.page(page)


def nulls(scene: Scene) -> bytes:
    """A template filled with nothing."""
    return scene.page(scene.site.article("null", ["undefined"], day="NaN-NaN-NaN"))


def attached_only(scene: Scene) -> bytes:
    """The text became a file that is not there."""
    link = f'<p>附件：<a href="/f/{scene.year}.pdf">{scene.title}.pdf</a></p>'
    return scene.page(scene.site.article(scene.title, ["附件下载"], inside=link))


def teaser(scene: Scene) -> bytes:
    """The first lines, the rest behind a sign-in."""
    return scene.page(scene.site.article(scene.title, [*scene.lines[:3], "登录后查看全文"]))


def neighbour(scene: Scene) -> bytes:
    """A cache that mixes up its keys: the report of two years before."""
    return scene.page(scene.site.report(scene.year - 2 if scene.year - 2 in YEARS else scene.year + 2))


def a_notice(scene: Scene) -> bytes:
    """A cache that mixes up its keys: a notice."""
    return scene.page(scene.site.notice(scene.year % len(NOTICES)))


def the_list(scene: Scene) -> bytes:
    """The column in the place of its article."""
    return scene.page(scene.site.list_page(scene.rows))


def home(scene: Scene) -> bytes:
    """The home page."""
    return scene.page(scene.site.home())


def search(scene: Scene) -> bytes:
    """A search that found nothing, in the site's frame."""
    return scene.page(
        scene.site.frame("站内搜索", "站内搜索", "<div>很抱歉，没有找到与“”相关的内容，建议您更换关键词</div>")
    )


def plain(scene: Scene) -> str:
    """What really stands at the address."""
    if scene.year:
        return scene.site.report(scene.year)
    return scene.site.list_page(scene.rows, scene.number)


def with_top(top: str) -> Answer:
    """The page with something put on top of it."""

    def answer(scene: Scene) -> bytes:
        if scene.year:
            return scene.page(scene.site.report(scene.year, top=top))
        return scene.page(scene.site.list_page(scene.rows, scene.number, top=top))

    return answer


MOURNING = (
    "<style>html{filter:grayscale(100%)}</style><div class='mourn'>深切悼念在抗灾中牺牲的烈士和逝世同胞</div>"
    "<div>公告：本网站今日页面调整为灰色，暂停娱乐类栏目服务</div>"
)
ARCHIVED = "<div class='archive-tip'>此页面为历史归档页面，内容不再更新，部分功能已停止服务，您访问的版本已过期</div>"
HOLIDAY = "<div class='pop' id='pop'><p>春节假期期间系统维护，网上办事暂停服务</p><a>关闭</a></div>"


def packed_half(scene: Scene) -> bytes:
    """Half of a gzip stream with a true length."""
    packed = gzip.compress(scene.site.encode(plain(scene)), mtime=0)
    return reply(packed[: len(packed) // 2], 200, ("Content-Encoding", "gzip"))


def lying_charset(scene: Scene) -> bytes:
    """The header names the other charset."""
    return scene.page(plain(scene), kind=f"text/html; charset={'utf-8' if scene.site.old else 'gbk'}")


def mixed(scene: Scene) -> bytes:
    """Everything before the text in one charset, the rest in another."""
    head, mark, rest = plain(scene).partition("当前位置" if not scene.site.old else "您现在的位置")
    other = "utf-8" if scene.site.old else "gbk"
    return reply(head.encode(other) + scene.site.encode(mark + rest))


def partial(scene: Scene) -> bytes:
    """206 for a request without a range: the first half."""
    whole = scene.site.encode(plain(scene))
    half = len(whole) // 2
    return reply(whole[:half], 206, ("Content-Range", f"bytes 0-{half - 1}/{len(whole)}"))


def with_status(status: int, text: str = "") -> Answer:
    """The page, or another text, with another status."""
    return lambda scene: scene.page(text or plain(scene), status)


def not_modified(scene: Scene) -> bytes:
    """304 to a request that named no copy."""
    return reply(b"", 304, length=None, kind="")


def too_long(scene: Scene) -> bytes:
    """A length that never comes: the connection ends at half."""
    whole = scene.site.encode(plain(scene))
    return reply(whole[: len(whole) // 2], length=len(whole))


def too_short(scene: Scene) -> bytes:
    """A length of half the page."""
    whole = scene.site.encode(plain(scene))
    return reply(whole, length=len(whole) // 2)


def leads(where: str, how: str) -> Answer:
    """A page that leads elsewhere."""

    def answer(scene: Scene) -> bytes:
        target = where.format(year=scene.year, host=scene.site.host, path=scene.path)
        match how:
            case "meta":
                return reply(
                    f'<html><head><meta http-equiv="refresh" content="3;url={target}"></head><body>正在跳转</body></html>'.encode()
                )
            case "script":
                return reply(f"<html><script>if(1)location.replace('{target}');</script><body></body></html>".encode())
            case _:
                return reply(b"", 302, ("Location", target), ("Set-Cookie", "sid=1; Path=/"))

    return answer


def cookie_wanted(scene: Scene) -> bytes | None:
    """A redirect to itself until a cookie comes."""
    return None if scene.cookie else leads("{path}", "location")(scene)


def wap(scene: Scene) -> bytes | None:
    """The phone's home page, where a page leads there."""
    return scene.page(scene.site.home()) if scene.path.startswith("/wap") else None


def related(scene: Scene) -> bytes:
    """Other pages recommended each night, within the container."""
    draw = (scene.night * 5 + scene.year) % 9
    more = "".join(f'<p><a href="/a/n{at}.html">{NOTICES[at]}</a></p>' for at in range(draw, draw + 4))
    return scene.page(scene.site.report(scene.year, inside=f"<p>相关推荐</p>{more}"))


def ago(scene: Scene) -> bytes:
    """Dates that are told by their distance."""
    text = f"<p>本文发布于 {(scene.night + 20)} 天前，最近更新：{scene.night} 小时前</p>"
    return scene.page(scene.site.report(scene.year, inside=text))


def scored(scene: Scene) -> bytes:
    """A vote within the container that counts on."""
    text = f"<p>您觉得本文对您是否有帮助？</p><p>有帮助（{scene.night * 3 + 11}）　没帮助（{scene.night}）</p>"
    return scene.page(scene.site.report(scene.year, inside=text))


def weather(scene: Scene) -> bytes:
    """A greeting with the day and the weather on top of the text."""
    text = f"<p>今天是2026年1月{19 + scene.night}日 星期{'一二三四五六日'[scene.night % 7]}，多云 {scene.night}℃，空气质量 {40 + scene.night}</p>"
    return scene.page(scene.site.report(scene.year, top=text, inside=text))
