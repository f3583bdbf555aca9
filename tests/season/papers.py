"""Documents and listings whose state is a function of the night, on top of those the replica portals are made of."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date

from tests.replica.model import Column, Document
from tests.season.nights import NIGHTS, date_of, seen_from


@dataclass(frozen=True, eq=False)
class Paper(Document):
    """A page that comes, is edited, goes and comes back.

    ``away`` holds spans of nights (first, last) without page and row; ``shown`` is the title as the listing cuts it;
    ``agency`` and ``report_year`` say whose report it is, empty for every other document.
    """

    away: tuple[tuple[int, int], ...] = ()
    shown: str = ""
    agency: str = ""
    report_year: int = 0

    def there(self, day: int) -> bool:
        """Whether page and row exist on a night."""
        return self.first_day <= day and not self.gone(day)

    def gone(self, day: int) -> bool:
        """Whether the page was there and is not on a night."""
        return any(first <= day <= last for first, last in self.away)

    @property
    def events(self) -> set[int]:
        """The nights on which the page changes."""
        edits = {since for since, _, _ in self.edits}
        return {self.first_day, *edits, *(night for first, last in self.away for night in (first, last + 1))}

    def modified(self, day: int) -> date:
        """The morning since which the page reads as it does on a night."""
        return date_of(max((night for night in self.events if night <= day), default=1))


@dataclass(frozen=True)
class Board(Column):
    """A listing of papers; it cuts the titles that ``Paper.shown`` cuts."""

    def pages(self, day: int) -> list[list[Document]]:
        """The listing pages of a night."""
        cut = super().pages(day)
        return [[replace(row, title=getattr(row, "shown", "") or row.title) for row in page] for page in cut]

    @property
    def events(self) -> set[int]:
        """The nights on which the listing, one of its pages or a child's changes."""
        own = {night for paper in self.documents if isinstance(paper, Paper) for night in paper.events}
        below = {night for child in self.children if isinstance(child, Board) for night in child.events}
        return {1, self.first_day, *own, *below}

    def modified(self, day: int) -> date:
        """The morning since which the listing reads as it does on a night."""
        return date_of(max(night for night in self.events if night <= max(day, 1)))


def papers(documents: tuple[Document, ...]) -> tuple[Paper, ...]:
    """Other documents as papers: each is there from the morning after its date; those after the last night never."""
    found = []
    for each in documents:
        first = seen_from(each.published)
        if first <= NIGHTS:
            found.append(
                Paper(each.path, each.title, each.published, each.issuer, each.body, each.time, each.source,
                      first_day=first)
            )  # fmt: skip
    return tuple(found)


def report(
    path: str, title: str, agency: str, year: int, published: str, *, signed: bool = True, **more: object
) -> Paper:
    """A report of an agency for a year, there from the morning after ``published``."""
    return Paper(
        path=path,
        title=title,
        published=published,
        issuer=agency,
        source=agency,
        body=text(agency, year, signed=signed),
        first_day=seen_from(published),
        is_report=True,
        agency=agency,
        report_year=year,
        **more,  # type: ignore[arg-type]
    )


MEASURES = (
    "坚持党对法治政府建设的全面领导,全年组织会前学法{k}次,举办专题培训{j}期。",
    "落实重大行政决策程序规定,对{k}件文件进行合法性审查,提出修改意见{n}条。",
    "全面推行行政执法“三项制度”,全年办理行政处罚案件{n}件,罚没款合计{m}万元。",
    "深化“放管服”改革,办理行政许可{n}件,按时办结率达到100%。",
    "自觉接受人大、政协监督,办理建议提案{k}件,办复率100%。",
    "开展普法宣传活动{k}场次,发放宣传资料{m}份,接受群众咨询{n}人次。",
    "依法办理行政复议案件{j}件,参加行政应诉{j}件,负责人出庭应诉率100%。",
)
PROBLEMS = ("执法队伍的专业能力与新形势的要求还有差距", "普法宣传的形式还不够丰富", "基层执法力量仍然薄弱")


def text(agency: str, year: int, *, signed: bool = True) -> tuple[str, ...]:
    """A report's paragraphs: the four mandated parts, figures of its own, the signature if ``signed``."""
    dice = random.Random(f"report {agency} {year}")

    def sentence() -> str:
        return dice.choice(MEASURES).format(
            k=dice.randint(3, 28), j=dice.randint(1, 9), n=dice.randint(31, 640), m=dice.randint(41, 977)
        )

    lines = [
        f"{year}年,{agency}坚持以习近平新时代中国特色社会主义思想为指导,深入学习贯彻习近平法治思想,扎实推进法治政府建设。"
        f"现将{year}年法治政府建设情况报告如下:",
        f"一、{year}年推进法治政府建设的主要举措和成效",
    ]
    for marker, heading in zip(
        "一二三四", ("加强组织领导", "完善依法决策机制", "规范行政执法", "强化监督"), strict=True
    ):
        lines += [f"（{marker}）{heading}", "".join(sentence() for _ in range(dice.randint(2, 4)))]
    lines += [
        "二、存在的不足和原因",
        f"一年来工作取得一定成效,但{dice.choice(PROBLEMS)},主要原因是经费保障和人员培训还不到位。",
        "三、党政主要负责人履行推进法治建设第一责任人职责的情况",
        f"主要负责人认真履行第一责任人职责,全年听取法治工作汇报{dice.randint(2, 6)}次,"
        "重要工作亲自部署、重大问题亲自过问。",
        f"四、{year + 1}年法治政府建设的主要安排",
        f"下一步,将继续完善制度机制,计划开展执法培训{dice.randint(2, 8)}次,不断提升依法行政水平。",
    ]
    return (*lines, agency) if signed else tuple(lines)
