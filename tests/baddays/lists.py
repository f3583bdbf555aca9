"""Answers in the place of a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tests.answers.server import reply
from tests.baddays.articles import TRADITIONAL, plain
from tests.baddays.scenes import Answer, Scene
from tests.baddays.sites import EACH, Row, changed


def newest(scene: Scene) -> bytes:
    """The newest ten alone, no pager."""
    return scene.page(scene.site.list_page(scene.rows[:10], each=10, pager=""))


def other_order(by: Callable[[Row], object], backwards: bool = False) -> Answer:
    """The rows in another order, with the row that came."""
    return lambda scene: scene.page(
        scene.site.list_page(sorted(scene.rows, key=by, reverse=backwards), scene.number)  # type: ignore[arg-type]
    )


def dated_today(scene: Scene) -> bytes:
    """All rows republished today."""
    return scene.page(scene.site.list_page(changed(scene.rows, date="2026-01-21"), scene.number))


def new_addresses(scene: Scene) -> bytes:
    """A migration: the same titles and dates elsewhere."""
    rows = [
        replace(row, url=re.sub(r"/a/(\w+)\.html", r"/art/2026/1/21/art_77_\1.html", row.url)) for row in scene.rows
    ]
    return scene.page(scene.site.list_page(rows, scene.number))


def at_new(scene: Scene) -> bytes | None:
    """The articles at their new addresses."""
    if found := re.fullmatch(r"/art/2026/1/21/art_77_(\d+)\.html", scene.path):
        return scene.page(scene.site.report(int(found[1])))
    return None


def migrated(old: str) -> Answer:
    """The articles of a migrated site: at the new address, and what became of the old."""

    def answer(scene: Scene) -> bytes | None:
        if (made := at_new(scene)) or not re.fullmatch(r"/a/\d+\.html", scene.path):
            return made
        match old:
            case "gone":
                return reply(b"<html><body><h1>404 Not Found</h1></body></html>", 404)
            case "home":
                return reply(b"", 302, ("Location", "/"))
            case _:
                return None

    return answer


def same_page(scene: Scene) -> bytes:
    """Each page is the first."""
    page = scene.site.list_page(scene.rows, 1, pages=3)
    return scene.page(page)


def shrinking(scene: Scene) -> bytes:
    """The pager states less than there was and leads nowhere; the rows of the first page stand."""
    return scene.page(scene.site.list_page(scene.rows[:EACH], 1, total=12, pages=2))


def stated(total: int) -> Answer:
    """A total that is not the rows'."""
    return lambda scene: scene.page(scene.site.list_page(scene.rows, scene.number, total=total))


def endless(last: str) -> Answer:
    """A pager that always leads on: behind the end ``last`` comes, the last page again or an empty one."""

    def answer(scene: Scene) -> bytes:
        number = min(scene.number, 3) if last == "again" else scene.number
        onward = f'<div class="page"><a href="{scene.site.where(scene.number + 1)}">下一页</a></div>'
        return scene.page(scene.site.list_page(scene.rows, number, pager=onward))

    return answer


def page_two(bad: Answer) -> Answer:
    """The second page alone is bad."""
    return lambda scene: bad(scene) if scene.number == 2 else scene.page(plain(scene))


def cut_titles(scene: Scene) -> bytes:
    """Titles cut to twelve characters."""
    rows = [replace(row, title=f"{row.title[:12]}…" if len(row.title) > 12 else row.title) for row in scene.rows]
    return scene.page(scene.site.list_page(rows, scene.number))


def marked(scene: Scene) -> bytes:
    """Titles with a mark before them."""
    return scene.page(scene.site.list_page(changed(scene.rows, title="【置顶】{}"), scene.number))


def doubled(scene: Scene) -> bytes:
    """Each row twice, for phone and desk."""
    rows = [each for row in scene.rows for each in (row, row)]
    return scene.page(scene.site.list_page(rows, scene.number, each=2 * EACH, total=len(scene.rows)))


def stamped(scene: Scene) -> bytes:
    """Addresses with the hour of the answer."""
    return scene.page(scene.site.list_page(changed(scene.rows, url=f"{{}}?t=17689{scene.night}"), scene.number))


def no_rows(over: str = "", pager: str | None = None) -> Answer:
    """The list's frame without rows."""
    return lambda scene: scene.page(scene.site.list_page([], pager=pager, over=over))


def unfilled_rows(scene: Scene) -> bytes:
    """Rows of a template nobody filled."""
    row = Row("{{item.url}}", "{{item.title}}", "{{item.date}}")
    return scene.page(scene.site.list_page([row] * EACH, pager=""))


def traditional_list(scene: Scene) -> bytes:
    """The list as its 繁體 version."""
    return reply(plain(scene).translate(TRADITIONAL).replace("gb2312", "utf-8").encode())


def stale(scene: Scene) -> bytes:
    """A cache of a month ago: its newest rows are not there."""
    return scene.page(scene.site.list_page(scene.rows[4:], scene.number))
