"""A portal whose pages are empty until their scripts have run, and which also asks for what nobody should ask for."""

from __future__ import annotations

import json

from tests.replica.model import Answer, Column, Request, Routes, Site
from tests.replica.more import common

HOST = "rsj.kongke.gov.cn"
COLUMN = "/index.html"
ELSEWHERE = "www.zc.gov.cn"
SCRIPT = """
fetch('/api/list').then(answer => answer.json()).then(rows => {
  document.getElementById('app').innerHTML = '<ul>' + rows.map(row =>
    `<li><a href="${row.url}" title="${row.title}">${row.title}</a><span>${row.day}</span></li>`).join('') + '</ul>';
});
fetch('/search/counter').catch(() => 0);
fetch('http://ELSEWHERE/').catch(() => 0);
""".replace("ELSEWHERE", ELSEWHERE)
REST = (
    f'<img src="/logo.png"><img src="http://{ELSEWHERE}/logo.png"><script src="http://{ELSEWHERE}/t.js"></script>'
    f'<iframe src="/frame.html"></iframe><iframe src="http://{ELSEWHERE}/gk/"></iframe>'
    '<link rel="stylesheet" href="/a.css">'
)


def path(number: int, day: str) -> str:
    """One folder."""
    return f"/doc/{day[:4]}/{number}.html"


def routes(site: Site, day: int) -> Routes:
    """The shell, its script and its data, and shells for the documents."""
    column = site.columns[0]
    rows = column.rows(day)
    data = [{"url": row.path, "title": row.title, "day": row.published} for row in rows]

    def shell(request: Request) -> Answer:
        main = f'<div id="app"></div>{REST}<script src="/app.js"></script>'
        return common.page(site, column.name, main, common.column_metas(column))

    found = common.frame(site, day, ("/", COLUMN))
    found["/"] = found[COLUMN] = shell
    found["/app.js"] = lambda request: Answer(SCRIPT.encode(), content_type="text/javascript")
    found["/api/list"] = lambda request: Answer(json.dumps(data).encode(), content_type="application/json")
    return found


def site() -> Site:
    """Two reports among eight documents."""
    documents = common.documents(HOST, "空科市人社局", "空科市", path, ("2026-02-14", "2025-02-17"), 8)
    column = Column(COLUMN, "通知公告", ("首页", "通知公告"), documents, per_page=50)
    return common.make(__name__, HOST, "空科市人社局", column, code="6299000097")
