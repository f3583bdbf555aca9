"""A lot: pages made of a head, one text, what closes it and a foot, with the fields they state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from cleaning.clean import clean
from cleaning.report import Page

BODY = (
    "2024年，在区委、区政府的正确领导下，我单位深入学习贯彻党的二十届三中全会精神，全面落实法治政府建设各项任务，现将有关情况报告如下：",
    "一、2024年工作开展情况",
    "（一）强化理论武装。全年组织专题学习9次，领导班子成员带头撰写心得体会，推动法治理念入脑入心，取得良好成效。",
    "（二）规范执法行为。严格落实行政执法“三项制度”，全年办理行政处罚案件26件，无一被行政复议纠错或行政诉讼败诉。",
    "二、存在问题",
    "法治宣传的针对性还不够强，基层执法人员业务能力有待提升，执法信息化水平不高。",
    "三、下一步工作打算",
    "继续加强干部法治教育，健全行政执法监督机制，不断提升依法行政的能力和水平，为全区高质量发展提供法治保障。",
)


class Head(NamedTuple):
    """A page, what was known of it, and the fields it states.

    ``NAME_in`` holds the values that are right; ``body_last`` is the last line of the text.
    """

    name: str
    html: str
    known: dict[str, str]
    fields: dict[str, Any]

    def wrong(self) -> Iterator[str]:
        """The fields that are read otherwise."""
        address = "http://www.example.gov.cn/zwgk/t20250107_33.html"
        report = clean(Page(self.html.encode(), url=address, **self.known), with_figures=False)
        for field, wanted in self.fields.items():
            name = field.removesuffix("_in")
            found = report.body.split("\n")[-1] if name == "body_last" else getattr(report, name)
            if found not in (wanted if field.endswith("_in") else [wanted]):
                yield f"{self.name}: {name} is {wanted!r}, read as {found!r}"


class Lot:
    """Heads that were written together; ``first`` of ``fields`` were right at first sight."""

    def __init__(self, first: int, fields: int, box: str) -> None:
        self.first = first
        self.fields = fields
        self.heads: list[Head] = []
        self._box = box

    def add(self, name: str, html: str, known: dict[str, str] | None = None, **fields: Any) -> None:
        self.heads.append(Head(name, html, known or {}, fields))

    def page(
        self,
        title: str,
        above: str,
        closing: Sequence[str] = (),
        foot: str = "",
        *,
        end: str = "</div>",
        head: str = "",
        body: Sequence[str] = BODY,
    ) -> str:
        """A page with a head above the text, lines that close the text and a foot behind it."""
        text = "".join(f"<p>{line}</p>" for line in [*body, *closing])
        return (
            f'<html><head><meta charset="utf-8">{head}<title>{title}</title></head>'
            f"<body>{above}{self._box}{text}{end}{foot}</body></html>"
        )
