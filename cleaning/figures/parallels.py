"""Several numbers said of several things, or of several years, in the same order."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from cleaning.figures.attribution import Match, strip_connectors
from cleaning.figures.context import LIST, VERB, Claim, Context, candidate, from_match, named, same_unit
from cleaning.figures.sentences import Layout, YearWord
from cleaning.figures.units import base

JOIN: Final = re.compile(r"、|以及|(?<!调)和|与|及(?!时)")
_EACH: Final = re.compile("分别|各(?![项类级地方种自])|依次")
_ABOVE: Final = re.compile(
    "[ ,;]*(?:[我本全][省市区州县旗镇乡局])?(?:实际|目前|现|已|完成|达到?)*分别(?:实际|完成|达到?|为|开展|举办|组织)*$"
)
"""What goes back to things counted before: 计划培训8期、300人,实际分别为9期和326人."""
_YEARS_OWN: Final = re.compile(
    "[,;]?(?:其中)?,?(?:[我全本][省市州区县旗局厅委镇乡]|街道)?(?:今年|去年|上年|本年度?|[0-9]{4}年)(?:度|内)?(?:共|已|则)*"
    "(?:为|达到?|[增升降减]至|(?P<verb>[\u4e00-\u9fff]{2}))?(?:了)?$"
)
"""Another year without an object: 累计举办讲座640场,其中今年举办152场; 2022年办理87件。2023年办理103件."""
_BETWEEN: Final = re.compile(f"(?:[0-9.]+[^、,;。0-9]{{1,4}},?)?(?:{JOIN.pattern})?")
"""What stands between the years of a list, which may have numbers of their own: 2022年62件、2023年48件."""
_YEAR: Final = re.compile("[0-9]{4}年度?")
_MOST: Final = 8
_NEAR: Final = 16


def parallels(places: list[Context], position: int, earlier: list[Claim], layout: Layout) -> list[Claim]:
    """The claims of the numbers from ``position`` on that a 分别 or 依次 before the first shares out; none without.

    行政复议、行政诉讼案件分别为14件、23件; 2022年、2023年分别作出处罚决定41件、53件.
    """
    context = places[position]
    core = strip_connectors(context.left) if _EACH.search(context.left) else context.left
    if core == context.left and not _EACH.search(core):
        return []
    run = [context, *_following(places, position)]
    if _ABOVE.fullmatch(context.left):
        return _of_numbers(run, earlier) or _of_years(run, core, layout)
    if shared := _of_things(run, core) if _EACH.search(context.left[len(core) :]) else []:
        return shared
    return _of_years(run, core, layout) or _of_unknown(run, context.left[len(core) :])


def _following(places: list[Context], position: int) -> list[Context]:
    """The numbers that go on the list of another."""
    following = places[position + 1 : position + 1 + _MOST]
    return list(takewhile(lambda each: LIST.match(each.left) is not None, following))


def _alike(run: list[Context]) -> list[Context]:
    return list(takewhile(lambda each: base(each.number.unit) == base(run[0].number.unit), run))


def _of_things(run: list[Context], core: str) -> list[Claim]:
    run = _alike(run)
    parts = [part for part in JOIN.split(core) if part]
    if not 2 <= len(run) <= len(parts) or _YEAR.fullmatch(parts[0]):
        return []
    verb = VERB.search(parts[0])
    claims = []
    for member, part in zip(run, parts[-len(run) :], strict=True):
        match = member.ask(part, unit=member.unit, frames=False) or _under(verb, part, member)
        claims.append(from_match(member, match) if match else candidate(member))
    return claims


def _under(verb: re.Match[str] | None, part: str, member: Context) -> Match | None:
    """What a thing counts under the verb that opens the list of things (检查医院、学校分别为31家、92家)."""
    if verb is None:
        return None
    return member.ask(part if part.find(verb[0]) >= 0 else verb[0] + part, unit=member.unit)


def _of_numbers(run: list[Context], earlier: list[Claim]) -> list[Claim]:
    above = earlier[-len(run) :]
    if not 2 <= len(run) == len(above) or not all(map(same_unit, above, run)):
        return []
    return [named(member, claim.key, claim.label) for member, claim in zip(run, above, strict=True)]


def _of_years(run: list[Context], core: str, layout: Layout) -> list[Claim]:
    run = _alike(run)
    years = _listed(layout, run[0])
    match = run[0].ask(_EACH.sub("", core)) if 2 <= len(run) == len(years) else None
    if match is None:
        return []
    claims = [
        from_match(run[0], match),
        *(named(each, match.indicator.key, match.indicator.data.label) for each in run[1:]),
    ]
    for claim, year in zip(claims, years, strict=True):
        claim.year_at = year.end
    return claims


def _of_unknown(run: list[Context], tail: str) -> list[Claim]:
    """Several numbers shared out among what is not told: none is that of the words before them alone."""
    alike = _alike(run)
    return [candidate(each) for each in alike] if len(alike) > 1 and "分别" in tail else []


def _listed(layout: Layout, context: Context) -> list[YearWord]:
    """The years last listed before a number of a sentence."""
    listed: list[YearWord] = []
    for word in reversed([word for word in layout.years if context.sentence_at <= word.start < context.number.start]):
        if listed and not _BETWEEN.fullmatch(layout.text, word.end, listed[-1].start):
            if len(listed) > 1:
                break
            listed.clear()
        if word.year is not None:
            listed.append(word)
    return listed[::-1]


def of_year(context: Context, before: list[Claim], layout: Layout) -> list[Claim]:
    """What a number with a year and no object counts: what the last one in the same unit did, under the same verb."""
    said = _YEARS_OWN.match(context.left) if "年" in context.left else None
    for last in reversed(before if said else []):
        words = layout.text[max(0, last.start - _NEAR) : last.end]
        if same_unit(last, context) and said and (said["verb"] or "") in words:
            return [named(context, last.key, last.label)] if last.key and not last.key.endswith("_change") else []
    return []
