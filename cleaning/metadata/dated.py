"""When a document was published and signed, from where it came, and who signed it."""

from __future__ import annotations

import re
from itertools import pairwise

from cleaning.body.boilerplate import SIGNED, is_boilerplate
from cleaning.metadata import issuer
from cleaning.metadata.evidence import Evidence, Sources
from cleaning.text import dates
from cleaning.text.normalize import fold, squeeze

ROWS = 3
JOINT = 6
_BLANK = re.compile(r"\s")
_CLOCK = re.compile(r"今天是|农历|现在时间|欢迎|天气|星期(?!.*(?:来源|发布|作者|浏览|阅读|点击|字体|字号))")
"""The clock of a page's head; a byline may name the day of the week, too."""
_SIGNED_AS = re.compile(r"^(?!联系|监督|主管|抄送)[\u4e00-\u9fff]{0,2}(?:单位|机关|部门|时间|日期)\s*[:：]\s*")
"""The labels of a signature: 报告单位：…, 报告时间：…."""
_IN_SIGNS = re.compile(dates.DATE)
"""A date without words (2025.3.10) closes a text where an agency stands above it."""
_DATE_LINE = re.compile(rf"^[ \[(【]*{dates.DATE}")
_MEDIUM = r"([\u4e00-\u9fff·]{1,18}(?:[网报社台局委办府厅院部会刊端队]|中心))"
_COUNTED = r"(?:(?:阅读|浏览|点击|访问|纠错|打印|分享|收藏).{0,20})?\Z"
_DATED_NAME = re.compile(
    rf"[ \[(【]{{0,3}}{dates.DATE} {{0,6}}(?:{dates.TIME})?[ |]{{0,12}}{_MEDIUM} {{0,6}}"
    rf"{_COUNTED}"
)
_NAME_DATED = re.compile(rf"{_MEDIUM}[ |]{{1,12}}{dates.DATE}(?: {{1,6}}{dates.TIME})?[ |]{{0,12}}{_COUNTED}")
_COMES_FROM = re.compile(
    r"^[（(【]?(?:本文|本文章|文章|信息|稿件|内容)?(?:来源|转载|转|摘|引)[于自][:： ]{0,3}([^:：]{2,40}?)[）)】。]?\Z"
)
_UNPARTED = re.compile(rf"来源{_MEDIUM}(?:\Z|(?:发布|发稿|更新)?(?:时间|日期)|浏览|阅读|点击)")
"""The label and its value in elements of their own, with nothing between."""
_AUTHOR = re.compile(
    r"[\s/|·,，;；（(【\[]*(?:作者|记者|通讯员|撰稿人?|供稿人?|文字|责任编辑|责编|编辑|编审|审核|责任人|发布人)(?:[:：\s/].*|\Z)"
)
_SIGNED_BESIDE = re.compile(rf"^(.{{3,40}}?) *{dates.WRITTEN}\s*\Z")
_METAS = (
    "publishdate",
    "publish-date",
    "article:published_time",
    "firstpublishedtime",
    "publish_time",
    "datepublished",
    "time element",
)
_HEAD = 2
_NEXT_LABEL = re.compile(r"\s{2,}|\s+(?=[\u4e00-\u9fff]{2,6}[:：])|　")
_LAST = 8
_BRIEF = 20
_MONTH_LINE = re.compile(r"(?:19|20)\d{2} ?年 ?\d{1,2} ?月")


def add_published(evidence: Evidence, sources: Sources) -> None:
    """PubDate first, unless it is the moment the page was generated and the page states another date.

    The labelled day of publication goes before the day of writing. A page without a text that states several dates is
    a listing.
    """
    metas = sources.metas
    stamp, made = metas.get("pubdate", ""), metas.get("others", "").removeprefix("页面生成时间").strip()
    generated = bool(stamp) and stamp in {metas.get("maketime", ""), made}
    if not generated:
        evidence.add("published", "meta PubDate", dates.of_value(stamp))
    _add_labelled(evidence, sources)
    above = [line.text for line in sources.lines_above if line.link * 2 < len(line.text)]
    _add_unlabelled(evidence, above, sources.inside)
    for name in _METAS:
        evidence.add("published", f"meta {name}", dates.of_value(metas.get(name, "")))
    evidence.add("published", "row", dates.of_value(sources.page.row_date))
    if sources.body:
        _add_above_text(evidence, above)
    for value in sources.labelled.get("updated", []):
        evidence.add("published", "line (updated)", dates.of_value(value[:40]))
    if generated:
        evidence.add("published", "meta PubDate (page generation time)", dates.of_value(stamp))


def _add_labelled(evidence: Evidence, sources: Sources) -> None:
    labelled = [*sources.labelled.get("published", []), *sources.labelled.get("dated", [])]
    said = [dates.of_value(value[:40]) for value in labelled]
    for date in said if sources.body or len(set(said)) < ROWS else []:
        evidence.add("published", "line", date)


def _add_above_text(evidence: Evidence, above: list[str]) -> None:
    """Dates on the last lines above the text, in whatever form."""
    for line in reversed(above[-3:]):
        if len(line) < 60 and not _CLOCK.search(line) and not line.endswith("。"):
            evidence.add("published", "line above the text", dates.first_date(line) or dates.alone(line) or None)
    for one, other in pairwise(above[-4:]):
        evidence.add("published", "line above the text", dates.split_pair(one, other) or None)


def _add_unlabelled(evidence: Evidence, above: list[str], inside: list[str]) -> None:
    """Dates that begin a line about the text, or stand there in two boxes (21 above 2024年02月)."""
    for line in [*reversed(above[-15:]), *inside]:
        if len(line) < 100 and dates.LIKELY.search(line) and _DATE_LINE.match(fold(line)) and not _CLOCK.search(line):
            evidence.add("published", "line", dates.first_date(line))
    for one, other in zip(above[-6:], above[-5:], strict=False):
        evidence.add("published", "line", dates.split_pair(one, other) or None)


def add_source(evidence: Evidence, sources: Sources) -> None:
    """From where the document came, without date and author that stand beside it."""
    evidence.add("source", "meta ContentSource", sources.metas.get("contentsource"))
    for value in sources.labelled.get("source", []):
        evidence.add("source", "line", _origin(value))
    evidence.add("source", "meta source", sources.metas.get("source"))
    for line in [*sources.above[-15:], *sources.inside, *sources.body[-2:], *sources.below[:5]]:
        if len(line) <= 60 and (hit := _COMES_FROM.match(line)):
            evidence.add("source", "line", _origin(hit[1]))
    for line in filter(dates.LIKELY.search, sources.above[-15:]):
        folded = fold(line)
        hit = _DATED_NAME.match(folded) or _NAME_DATED.match(folded) or _UNPARTED.search(folded)
        if hit and not _CLOCK.search(line):
            evidence.add("source", "name beside the date", hit[1])


def _origin(value: str) -> str | None:
    """The source at the head of a labelled value."""
    found = dates.find(value)
    value = _AUTHOR.sub("", value[: found.start] if found else value)
    value = _BLANK.split(value.strip(), maxsplit=1)[0].rstrip("[(（【")
    value = value if "（" in value else value.rstrip("）")
    return None if dates.first_date(value) or is_boilerplate(value) else value


def add_signature(evidence: Evidence, sources: Sources) -> None:
    """Agency and date that close the text."""
    body = sources.body[: _before_annex(sources.body)]
    for line in body[:_HEAD]:
        if hit := _SIGNED_AS.match(line):
            name = _NEXT_LABEL.split(line[hit.end() :])[0]
            evidence.add("signature", "label above the text", name if issuer.is_agency(name) else None)
    for at in range(len(body) - 1, max(-1, len(body) - _LAST), -1):
        line = _closed_up(body[at])
        date = dates.first_date(line) if len(line) < 60 else None
        signer = _signer(sources, body, at, date)
        if signer is not None:
            evidence.add("signed_date", "signature", date)
            evidence.add("signature", "signature", _signatories(body, *signer))
            break
    else:
        salutation = any(line.endswith(("：", ":")) for line in body[:3])
        *above, last = [*body[:-1], *[line for line in body[-1:] if not _MONTH_LINE.fullmatch(fold(line))]] or [""]
        if len(above) > 1 and (salutation or above[-1].endswith("。")):
            evidence.add("signature", "signature without a date", issuer.spelled(last))
    for value in sources.labelled.get("signed", []):
        evidence.add("signed_date", "table", dates.of_value(value))


def _closed_up(line: str) -> str:
    """A line without its blanks, if each of its characters stands apart (2 0 2 5 年 2 月 6 日)."""
    signs = line.split()
    return "".join(signs) if len(signs) > 1 and all(len(sign) == 1 for sign in signs) else line


def _before_annex(body: list[str]) -> int:
    """How many lines stand above what is annexed below a date: an annex may be signed by another."""
    pairs = enumerate(pairwise(body), 1)
    return next((at for at, (above, line) in pairs if line[:2] == "附件" and SIGNED.match(squeeze(above))), len(body))


def _signer(sources: Sources, body: list[str], at: int, date: str | None) -> tuple[int, str] | None:
    """Who may sign beside, above or below the date on a line of the text, and on which line.

    Between an agency and the date may stand who heads it; None where no line of a signature stands there.
    """
    line = _SIGNED_AS.sub("", sources.text[at].folded)
    if SIGNED.match(line) or (_IN_SIGNS.fullmatch(line) and at and issuer.signs(body[at - 1])):
        names = {other: _SIGNED_AS.sub("", body[other]) for other in (at - 1, at + 1, at - 2) if 0 <= other < len(body)}
        between = names.get(at - 1, "")
        if len(between) > _BRIEF or between.endswith("。"):
            names.pop(at - 2, None)
        return next(((other, name) for other, name in names.items() if issuer.signs(name)), (at - 1, between))
    hit = _SIGNED_BESIDE.match(fold(body[at])) if date else None
    return (at, hit[1]) if hit else None


def _signatories(body: list[str], at: int, name: str) -> str | None:
    """The agency or agencies that sign on line ``at``; joint documents name several, one below the other.

    A name that begins with no place may be the rest of one that was cut over two lines.
    """
    names = issuer.signs(name)
    if names is None or not body[at].endswith(name):
        return names
    above = body[max(0, at - JOINT) : at]
    if above and not issuer.is_agency(above[-1]) and issuer.of_a_place(whole := above[-1] + names):
        return whole
    for line in reversed(above):
        more = issuer.spelled(line) if len(line) <= 60 else None
        if more is None:
            break
        names = f"{more} {names}"
    return names
