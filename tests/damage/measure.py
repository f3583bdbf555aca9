"""What comes out of damaged pages: whole, flagged, or wrong without a word."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from random import Random

from cleaning.clean import clean
from cleaning.page.decode import decode
from cleaning.report import Page, Report
from cleaning.text.normalize import squeeze
from tests.cleaning.templates import TEMPLATES, Document
from tests.damage import CUT, KINDS
from tests.replica import Replica, golds
from tests.replica.client import fetch

DOUBTS = frozenset({"low_confidence", "truncated", "empty", "image_only", "body_in_attachment"})
LINES = (
    "2023年，我局认真学习贯彻习近平法治思想，扎实推进法治政府建设，现将有关情况报告如下：",
    "一、主要举措和成效",
    "（一）健全依法行政制度。全年审查合同27份，清理文件5件，聘请法律顾问2名，没有发生被撤销的决定。",
    "（二）推进公正文明执法。开展检查88次，发现并督促整改隐患31处，社会反映良好。",
    "（三）化解矛盾纠纷。办理行政复议案件4件，行政应诉案件2件，负责人全部出庭应诉。",
    "二、存在的问题",
    "执法力量仍然不足，少数人员运用法治方式解决问题的能力有待提高。",
    "三、主要负责人履行推进法治建设第一责任人职责情况",
    "局主要负责人专题听取法治工作汇报3次，带头学法8次，落实法治建设责任。",
    "四、下一步打算",
    "加强队伍建设，完善监督机制，推动法治工作再上新台阶。",
    "青川市生态环境局",
    "2024年3月2日",
)


@dataclass(frozen=True)
class Sample:
    """A report page, its text as published, its address."""

    name: str
    url: str
    text: str
    lines: list[str]
    title: str


@dataclass
class Count:
    """How pages of one kind came out; ``silent`` names those that are wrong and do not say so."""

    tried: int = 0
    whole: int = 0
    flagged: int = 0
    silent: list[str] = field(default_factory=list)


@cache
def samples() -> list[Sample]:
    """The report pages of the replica whose text stands on the page, and one text in the frame of every system."""
    paper = Document(LINES)
    out = [
        Sample(
            f"frame/{name}",
            "http://www.example.gov.cn/zw/202401/t20240119_7.html",
            make(paper),
            list(LINES),
            paper.title,
        )
        for name, make in TEMPLATES.items()
    ]
    out = [each for each in out if same(_clean(each.text, each.url).body, each.lines)]
    with Replica() as portals:
        for gold in golds(1):
            data = fetch(portals, gold["url"]).content
            text = decode(data).text
            if same(clean(Page(data, url=gold["url"]), with_figures=False).body, gold["body_lines"]):
                out.append(
                    Sample(
                        f"{gold['portal']}/{gold['name']}",
                        gold["url"],
                        text,
                        gold["body_lines"],
                        gold["fields"]["title"],
                    )
                )
    return out


def same(body: str, lines: list[str]) -> bool:
    """Whether a body is the text of these lines, white space aside."""
    return squeeze(body) == squeeze("".join(lines))


def measure(kinds: list[str], pages: list[Sample], seed: int = 0) -> dict[str, Count]:
    """How the pages come out of each kind of damage."""
    out: dict[str, Count] = {}
    for name in kinds:
        count = out[name] = Count()
        for sample in pages:
            choice = Random(f"{seed} {name} {sample.name}")
            damaged = KINDS[name](sample.text, sample.lines, choice)
            if damaged is None:
                continue
            report = _clean(damaged, sample.url)
            count.tried += 1
            if same(report.body, sample.lines) and name not in CUT:
                count.whole += 1
            elif DOUBTS.intersection(report.flags):
                count.flagged += 1
            else:
                count.silent.append(sample.name)
    return out


def undamaged(pages: list[Sample]) -> list[str]:
    """The whole pages that are doubted."""
    return [each.name for each in pages if DOUBTS.intersection(_clean(each.text, each.url).flags)]


def _clean(text: str, url: str) -> Report:
    return clean(Page(text.encode("utf-8"), url, "text/html; charset=utf-8"), with_figures=False)


def peers(pages: list[Sample], seed: int = 0) -> dict[str, tuple[int, int, float]]:
    """For each installed extractor of ``benchmarks.peers``: damaged pages, those it reads exactly, and the mean F1.

    Kinds that take text away are left out; the page's title may stand in the text or not.
    """
    from benchmarks.accuracy import Sample as Measured
    from benchmarks.accuracy import run_one, score
    from benchmarks.peers import installed

    damaged = [
        Measured(sample.name, page.encode(), sample.lines, [sample.title], [])
        for sample in pages
        for kind in sorted(KINDS.keys() - set(CUT))
        if (page := KINDS[kind](sample.text, sample.lines, Random(f"{seed} {kind} {sample.name}"))) is not None
    ]
    out = {}
    for name, (_, extract) in installed().items():
        scores = [score(each, run_one(extract, each.data)) for each in damaged]
        f1 = sum(2 * s.recall * s.precision / (s.recall + s.precision or 1.0) for s in scores) / len(scores)
        out[name] = len(scores), sum(s.exact for s in scores), f1
    return out
