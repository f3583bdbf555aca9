"""Who issued a document: signature, metadata table, title, source, first sentence."""

from __future__ import annotations

import re

_BODIES = (
    "人民政府办公厅|人民政府办公室|人民政府|管理委员会|管委会|委员会|街道办事处|办事处|办公室|办公厅|监督管理局|管理局|分局|总局|支队|总队|大队|研究院|"
    "人民法院|检察院|学院|大学|中心|集团|公司|协会|联合会|局|厅|海关|委|办|部|院|署|处|所|站|馆|社|会|镇|乡|街道|党组"
)
_ENDS = re.compile(rf"(?:{_BODIES})$")
_YEAR = re.compile(r"(?:19|20)\d{2}(?:[-—~至](?:19|20)?\d{2,4})?年?度?|[一二][〇○零一二三四五六七八九]{3}年度?")
_YEAR_OR_TOPIC = re.compile(
    rf"{_YEAR.pattern}|关于|开展|法治政府|法治建设|法治工作|依法行政|依法治|全面推进|推进|贯彻|落实|年度|工作|建设|在"
)
_TAGS = re.compile(r"^(?:【[^】]{1,20}】|\[[^\]]{1,20}\]|（[^）]{1,12}）)+")
_SENTENCE = re.compile(
    rf"(?:^|[，,。；;年度])((?:中共)?[\u4e00-\u9fff]{{2,24}}?(?:{_BODIES}))(?=在|以|认真|坚持|全面|依照|依据|按照|根据|法治|深入|高度|严格|围绕|紧|始终|牢|积极|切实|持续|扎实|坚决|聚焦|学习|贯彻|落实|立足)"
)
_DOCUMENT = re.compile(
    r"([\u4e00-\u9fff、]{3,40}?)(?:关于|转发|批转).{2,120}的(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)(?:[(（].{0,20})?\Z"
)
_CLAUSES = re.compile(r"[。；：:，,！？]")
_APART = re.compile(r"\u3000+|\s{2,}")
_REGION_TITLE = re.compile(r"((?!中国|全国|我)[\u4e00-\u9fff]{1,11}[省市县区旗州盟镇乡])(?=(?:19|20)\d{2}年)")
_NOT_A_BODY = re.compile(
    r"^(?:我|本|各|该|全|市委|区委|县委|省委|党中央|国务院)|领导|指导|正确|精神|要求|部署|安排|结合"
)


def from_title(title: str) -> str | None:
    """The agency a report's title names: 武汉市生态环境局江汉区分局2024年… -> 武汉市生态环境局江汉区分局."""
    text = _TAGS.sub("", "".join(title.split())).removeprefix("关于")
    text = _YEAR.sub("", text, count=1) if _YEAR.match(text) else text
    match = _YEAR_OR_TOPIC.search(text)
    head = text[: match.start()] if match else ""
    return head if 3 <= len(head) <= 40 and _ENDS.search(head) else None


def from_region_title(title: str) -> str | None:
    """The government of the region whose report a title announces: 青川县2023年法治政府建设… -> 青川县人民政府.

    A report under a region's name alone is the government's (法治政府建设与责任落实督察工作规定, article 24), also
    where a department put it on the page.
    """
    match = _REGION_TITLE.match("".join(title.split()))
    return f"{match[1]}人民政府" if match else None


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
    return 3 <= len(text) <= 40 and bool(_ENDS.search(text)) and not _CLAUSES.search(text)


def spelled(name: str) -> str | None:
    """The name or names in a signature line: letter-spaced characters joined, several agencies parted by a blank."""
    for parts in (["".join(part.split()) for part in _APART.split(name.strip())], name.split()):
        if len(parts) > 1 and all(is_agency(part) for part in parts):
            return " ".join(parts)
    joined = "".join(name.split())
    return joined if is_agency(joined) else None


def fuller(name: str, others: list[str]) -> str:
    """The full form of an abbreviated name among other forms: 市生态环境局 -> 南昌市生态环境局."""
    best = name
    for other in others:
        if len(best) < len(other) <= 40 and other.endswith(name) and is_agency(other):
            best = other
    return best
