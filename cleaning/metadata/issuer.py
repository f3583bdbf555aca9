"""Who issued a document: signature, metadata table, title, source, first sentence, the keeper of the site.

Every name is read where it stands; none is put together from a title and a region.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleaning.metadata.evidence import Evidence, Sources
from cleaning.report import Report
from cleaning.text.normalize import fold

_BODIES = (
    "人民政府办公厅|人民政府办公室|人民政府|管理委员会|管委会|委员会|街道办事处|办事处|办公室|办公厅|研究室|监督管理局|管理局|分局|总局|队|研究院|"
    "人民法院|检察院|[分支]行|[林农牧渔]场|学院|大学|中学|小学|学校|党校|中心|集团|公司|协会|联合会|[协联局厅]|海关|[委办部院署处所馆社会镇乡]|(?<!网)站|街道|党组"
)
_ENDS = re.compile(rf"(?:{_BODIES})$")
_YEAR = re.compile(r"(?:19|20)\d{2}(?:[-—~至](?:19|20)?\d{2,4})?年?度?|[一二][〇○零一二三四五六七八九]{3}年度?")
_TOPIC = re.compile(
    rf"{_YEAR.pattern}|关于|开展|法治政府|法治建设|法治工作|依法行政|依法治(?!.(?:委员会|办|领导小组))|全面推进"
)
_VERB = re.compile(rf"{_TOPIC.pattern}|推进|贯彻|落实|年度|工作|建设|在")
"""Words that end an agency's name, if it does not end at the topic: some stand within names (住房和城乡建设局)."""
_YEARLY = re.compile(rf"[\u4e00-\u9fff)）](?:{_YEAR.pattern}).{{0,30}}(?:报告|总结|年报|情况)\Z")
"""What an agency says of its own year, whatever of it: 某学院2024年法治工作报告."""
_TAGS = re.compile(r"^(?:【[^】]{1,20}】|\[[^\]]{1,20}\]|（[^）]{1,12}）)+")
_SENTENCE = re.compile(
    rf"(?:^|[，,。；;年度])((?:中共)?[\u4e00-\u9fff]{{2,24}}?(?:{_BODIES}))(?=(?:[（(]以下简称[^）)]{{1,20}}[）)])?(?:20\d\d年度?[，,]?)?(?:在|以|认真|坚持|全面(?!依法治)|依照|依据|按照|根据|法治|深入|高度(?!重视、)|严格|围绕|紧|始终|牢|积极|切实|持续|扎实|坚决|聚焦|学习|贯彻|落实|立足))"
)
_DOCUMENT = re.compile(
    r"([\u4e00-\u9fff、]{3,40}?)(?:关于|转发|批转).{2,120}的(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)(?:[(（].{0,20})?\Z"
)
_SALUTATION = re.compile(r"\A[^。；，]{2,60}[:：]\Z")
_CLAUSES = re.compile(r"[。；：:，,！？]")
_APART = re.compile(r"\u3000+|\s{2,}")
_REGION_TITLE = re.compile(
    r"(?:关于)?(?:(?:19|20)\d{2}年度?)?((?!中国|全国|我)[\u4e00-\u9fff]{1,11}[省市县区旗州盟镇乡])"
    r"(?=(?:19|20)\d{2}年|法治政府|依法行政)"
)
_OWN_NAME = re.compile(r"(?<=[市县区旗])[^市县区旗]{1,8}[镇乡]\Z")
"""What a town is called without its county."""
_OF_REGION = "(?:人民政府|管理委员会|管委会|管理局|行政公署)"
_GOVERNING = re.compile(rf"{_OF_REGION}\Z")
_OWN = re.compile(r"我(街道|中心|[局委厅办院队镇乡县区市省州旗所站会])(?!们)")
_REGIONS = frozenset("镇乡县区市省州旗")
_OPENING = 3
_OWN_ENDS = {
    "委": ("委员会", "委"),
    "办": ("办公室", "办"),
    "街道": ("街道办事处", "街道"),
    **{region: (f"{region}人民政府", f"{region}管理委员会", f"{region}管委会") for region in sorted(_REGIONS)},
}
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,14}(?:镇|乡|街道|县|市|区)")
_GOVERNS = frozenset(["人民政府", "办事处", "管理委员会", "管委会"])
"""What a place's own body adds to its name."""
_SEALED = re.compile(r"\A\s*[(（](?:盖章|公章|印章)[)）]\s*|\s*[(（](?:盖章|公章|章|印章|代章|印)[)）]\s*\Z")
_CODED = re.compile(r"\A[0-9A-Z][0-9A-Z-]{3,}[\s/|]+|\s*[(（\[][0-9A-Za-z][0-9A-Za-z/-]{3,}[)）\]]\s*\Z")
"""The code of an agency in its catalogue beside its name."""
_IN_BRACKETS = re.compile(r"\A\s*[(（]([^()（）]+)[)）]\s*\Z")
_SECOND = re.compile(r"(?<=.)[(（][\u4e00-\u9fff]{1,14}[)）]\Z")
"""The second name of an agency: 某县烟草专卖局（营销部）."""
_ABBREVIATED = re.compile("[省市县区州旗](?!.{0,3}[省市县区州旗盟])")
_OF_A_PLACE = re.compile(
    r"(?!特此|此[件页]|附|抄|联系|[省市县区州镇乡][长县区级])"
    r"(?:中共|中国(?!特色)|国家|[^我全各本为\W\da-zA-Z]{1,7}[省市县区州旗盟镇乡])(?:(?![的了是将请予]|报告|如下)[\u4e00-\u9fff（）()]){2,24}"
)
_SHORTEST = 4
_INNER = re.compile(r"(?:[股科]|[科处]室|小组)$")
"""Parts of an agency that answer for a page and issue nothing."""
_PRESS = re.compile("报社|日报|新闻(?!出版)|传媒|融媒体|电视台|网络公司")
_NOT_A_BODY = re.compile(
    r"^(?:我|本|各|该|全|在|受|现将|根据|按照|依据|对照|市委|区委|县委|省委|党中央|国务院)|领导|指导|正确|精神|要求|部署|安排|结合"
)


def from_title(title: str) -> str | None:
    """The agency a report's title names: 武汉市生态环境局江汉区分局2024年… -> 武汉市生态环境局江汉区分局."""
    text = _TAGS.sub("", "".join(title.split())).removeprefix("关于")
    opening = _YEAR.match(fold(text))
    text = text[opening.end() :] if opening else text
    for end in (_TOPIC, _VERB):
        match = end.search(fold(text))
        head = text[: match.start()] if match else ""
        if 3 <= len(head) <= 40 and _ENDS.search(_SECOND.sub("", head)):
            return _jointly(head, title)
    return None


def _jointly(name: str, title: str) -> str:
    """The agencies parted by a blank where a title parts them so: 中共某区委 某区人民政府关于…."""
    parts = title.split()
    for count in range(2, len(parts) + 1):
        *whole, last = parts[:count]
        rest = name.removeprefix("".join(whole))
        if rest and rest != name and last.startswith(rest) and all(map(is_agency, [*whole, rest])):
            return " ".join([*whole, rest])
    return name


def announced_region(titles: Iterable[str]) -> str | None:
    """The region whose report a title announces, no department named: 某市2024年法治政府建设年度报告."""
    found = (_REGION_TITLE.match("".join(title.split())) for title in titles)
    return next((region[1] for region in found if region is not None), None)


def add_bodies_of_region(evidence: Evidence, sources: Sources) -> None:
    """The government of the region whose report a title announces, as the page itself names it.

    A report under a region's name alone is its government's (法治政府建设与责任落实督察工作规定, article 24), also
    where a department put it on the page. What that body is called the text or the site says: not every region has a
    人民政府 (君山片区管理局).
    """
    region = announced_region(evidence.values("title"))
    if region is None:
        return
    own = re.escape(region if (tail := _OWN_NAME.search(region)) is None else tail[0])
    named = re.compile(rf"(?:{re.escape(region)}|(?<![\u4e00-\u9fff]){own}){_OF_REGION}")
    site = [*evidence.values("site_name"), sources.page_title, *sources.below, *sources.above]
    for where, lines in (("text", sources.body), ("site", site)):
        for line in lines:
            if hit := named.search(line):
                evidence.add("body of region", f"title's region, named in the {where}", hit[0])


def from_document_title(title: str) -> str | None:
    """The agency before 关于, 转发 or 批转 in the title of an official document.

    Such a title is the issuing agency, the matter and the kind of document (党政机关公文处理工作条例, article 9; the
    kinds are those of article 8). Titles of news, interpretations and forms are not made that way.
    """
    match = _DOCUMENT.match("".join(title.split()))
    return match[1] if match and _ENDS.search(match[1]) else None


def from_sentence(text: str) -> str | None:
    """The agency that is the subject of a report's first sentence; None for 我局 and the like."""
    for match in _SENTENCE.finditer(text[:400]):
        name = match[1]
        if len(name) >= 4 and not _NOT_A_BODY.search(name):
            return name
    return None


def is_agency(text: str) -> bool:
    """True for a short line that can be the name of an agency."""
    return 3 <= len(text) <= 40 and bool(_ENDS.search(_SECOND.sub("", text))) and not _CLAUSES.search(text)


def spelled(name: str) -> str | None:
    """The name or names in a signature line: letter-spaced characters joined, several agencies parted by a blank."""
    name = _CODED.sub("", _SEALED.sub("", _IN_BRACKETS.sub(r"\1", name)))
    for parts in (["".join(part.split()) for part in _APART.split(name.strip())], name.split()):
        if len(parts) > 1 and all(is_agency(part) for part in parts):
            return " ".join(parts)
    joined = "".join(name.split())
    return joined if is_agency(joined) else None


def signs(name: str) -> str | None:
    """Who signs above a date: an agency, or what a place or the state begins the name of (某县红旗林场)."""
    names = spelled(name)
    if names is not None:
        return names
    joined = "".join(name.split())
    return joined if of_a_place(joined) else None


def of_a_place(name: str) -> bool:
    """Whether a name begins with a place or the state and is not about a report."""
    return _OF_A_PLACE.fullmatch(name) is not None and not _TOPIC.search(name)


def fuller(name: str, others: list[str], *, shortened: bool = False) -> str:
    """The full form of an abbreviated name among other forms: 市生态环境局 -> 南昌市生态环境局.

    ``shortened``: a form that leaves out characters in between counts as one, too (市邮管局 -> 南昌市邮政管理局).
    """
    best = name
    for other in others:
        of_place = other.startswith(name) and _PLACE.fullmatch(name) and other[len(name) :] in _GOVERNS
        stands_for = of_place or other.endswith(name) or (shortened and _is_short_for(name, other))
        if len(best) < len(other) <= 40 and stands_for and is_agency(other):
            best = other
    return best


def _is_short_for(name: str, other: str) -> bool:
    """Whether a name with the word for its region leaves out characters of another: 市邮管局, 某市邮政管理局."""
    if len(name) < _SHORTEST or _ABBREVIATED.match(name) is None or other.find(name[-1]) != len(other) - 1:
        return False  # 市公安局 is not short for its 分局
    rest = iter(other)
    return all(sign in rest for sign in name)


def by_own_word(body: Iterable[str], names: list[str]) -> str | None:
    """The first of ``names`` that is what the text calls itself: 我局 is a 局, 我镇 a 镇人民政府.

    A text that says 我们 is of the agency that keeps the site, but for the sites of governments, which many share.
    """
    own = next((match[1] for line in body if (match := _OWN.search(line))), None)
    ends = _OWN_ENDS.get(own, (own,)) if own else ("",)
    shared = not own and any("政府" in name for name in names)
    able = (name for name in names if is_agency(name) and not _PRESS.search(name))
    return next((name for name in able if name.endswith(ends) and not shared), None)


def _region_spoken_of(body: list[str]) -> str:
    """The word for the region in whose name a text opens (我区: 区), if it nowhere speaks of 我局 or the like: it is
    not of the department that put it on the page."""
    opening = next((match[1] for line in body[:_OPENING] if (match := _OWN.search(line))), "")
    if opening not in _REGIONS:
        return ""
    said = {match[1] for line in body for match in _OWN.finditer(line)}
    return opening if said <= _REGIONS else ""


def settle(report: Report, evidence: Evidence, body: list[str]) -> None:
    """Write the issuer into the report, in its full form, and where it was read.

    A report, of one year or several, is issued by who signs it; other documents by whom their metadata table, red head
    or title names. Only a report's source, first sentence and site are trusted to name its issuer.
    """
    reports = report.is_report or report.kind == "multi_year_report"
    entries = _of_report(report, evidence, body) if reports else _of_document(report, evidence)
    if not entries:
        report.issuer = None
        return
    where, name = entries[0]
    name = spelled(name) or name
    site = [value for field in ("keeper", "site_name") for value in evidence.values(field)]
    full = fuller(name, [value for _, value in entries], shortened=reports)
    if not of_a_place(full):
        full = fuller(full, site)
    report.issuer = full
    lost = [[other, value] for other, value in entries[1:] if value != full]
    report.provenance["issuer"] = {
        "from": where if full == name else f"{where}, full form",
        **({"lost": lost} if lost else {}),
    }


Entries = list[tuple[str, str]]


def _of_report(report: Report, evidence: Evidence, body: list[str]) -> Entries:
    found = evidence.found
    stated = [entry for entry in found.get("issuer", []) if not _INNER.search(entry[1])]
    titles = [*dict.fromkeys([report.title or "", *evidence.values("title")])]
    titled = [name for title in titles if (name := from_title(title))]
    stated.sort(key=lambda entry: fuller(entry[1], titled) not in titled)  # others made or keep the page
    entries = [*found.get("signature", []), *stated]
    governed = found.get("body of region", [])
    for title in titles:
        if (name := from_title(title)) and not (governed and name == announced_region([title])):
            entries.append(("title", name))
    entries += _of_opening(report.title or "", body, governed)
    sources = [(f"source: {where}", value) for where, value in found.get("source", []) if is_agency(value)]
    of_region = announced_region([report.title or ""]) is not None
    spoken = _OWN_ENDS.get(_region_spoken_of(body), ("",))
    entries += [
        entry for entry in sources if (not of_region or _GOVERNING.search(entry[1])) and entry[1].endswith(spoken)
    ]
    if not entries and (name := by_own_word(body, [*evidence.values("keeper"), *evidence.values("site_name")])):
        entries.append(("site, as the text calls itself", name))
    return entries


def _of_opening(title: str, body: list[str], of_region: Entries) -> Entries:
    """Who opens the text: an agency on the line above the title, or as the subject of the first sentence."""
    first, second = [*body[:2], "", ""][:2]
    entries: Entries = []
    if second and title.endswith(second) and is_agency(first):
        entries.append(("line above the title", first))
    entries += of_region
    if name := from_sentence(second if _SALUTATION.search(first) else first):
        entries.append(("first sentence", name))
    return entries


def _of_document(report: Report, evidence: Evidence) -> Entries:
    entries = [*evidence.found.get("issuer", []), *evidence.found.get("signature", [])]
    title = report.title or ""
    if named := from_document_title(title) or (from_title(title) if _YEARLY.search(fold(title)) else None):
        entries.append(("title", named))
    if not entries:
        sources = evidence.found.get("source", [])
        entries = [(f"source: {where}", name) for where, name in sources if is_agency(name) and _in_full(name)]
    return entries


def _in_full(name: str) -> bool:
    """Whether a name begins with its region, not with the word for it: 省发改委, 市水利局."""
    return _ABBREVIATED.match(name) is None and len(name) > 6
