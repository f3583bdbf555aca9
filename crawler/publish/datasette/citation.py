"""How a report is cited: GB/T 7714-2015 for an electronic report, and BibTeX."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

_SPECIAL: Final = re.compile(r"[\\{}%&#$_~^]")
_COMMANDS: Final = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True, slots=True)
class Citation:
    """Both forms, ready to copy. ``place`` is where in the first a paragraph is named (: 第4段)."""

    gbt7714: str
    bibtex: str
    place: int


def cite(key: int, issuer: str | None, title: str | None, published: str | None, seen: str, url: str) -> Citation:
    """The citation of report ``key``; ``seen`` is the day its page was last seen, both dates ISO.

    GB/T 7714-2015: 主要责任者. 题名[R/OL]. (发布日期): 引文位置[引用日期]. 获取路径.
    A missing issuer is 佚名, as the standard says.
    """
    who, what = _line(issuer) or "佚名", _line(title) or "法治政府建设年度报告"
    date, seen = (published or "")[:10], seen[:10]
    when = f"({date})" if date else ""
    place = _line(url)
    fields = {
        "author": "{" + _tex(who) + "}",
        "title": "{" + _tex(what) + "}",
        "institution": "{" + _tex(who) + "}",
        "year": date[:4],
        "date": date,
        "url": place.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C"),
        "urldate": seen,
        "langid": "chinese",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    head = f"{who}. {what}[R/OL]{'. ' if when else ''}{when}"
    return Citation(
        f"{head}{'' if when else '. '}[{seen}]. {place}.", f"@techreport{{fazhi{key},\n{lines}}}", len(head)
    )


def _line(text: str | None) -> str:
    return " ".join((text or "").split()).rstrip(".")


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _COMMANDS.get(found[0], "\\" + found[0]), text)


def name(row: dict[str, Any]) -> str:
    """How to call a report: its title, else issuer and year, else its address."""
    if row["title"]:
        return str(row["title"])
    if row["issuer"] and row["report_year"]:
        return f"{row['issuer']}{row['report_year']}年法治政府建设年度报告"
    return str(row["url"])
