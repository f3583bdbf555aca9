"""What differs between two records, one line each."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

SHOWN = 70  # characters of a value
FEW = 5  # lines of inputs that only one record has


TELLING = ("key", "span", "title", "heading", "url", "name", "value")  # shown first of a whole item


class Difference(NamedTuple):
    """One field of one input. ``old`` and ``new`` are shortened; both are empty in a line about whole inputs."""

    part: str
    name: str
    field: str
    old: str
    new: str

    def __str__(self) -> str:
        change = f"{self.old} → {self.new}" if self.old or self.new else ""
        return " · ".join(filter(None, (self.part, self.name, f"{self.field}: {change}" if change else self.field)))


def short(value: Any, at: int = 0) -> str:
    """A value on one line, what stands before ``at`` left out."""
    if isinstance(value, dict):
        value = {key: value[key] for key in sorted(value, key=lambda key: (key not in TELLING, key))}
    text = json.dumps(value, ensure_ascii=False)
    start = max(0, at - SHOWN // 3)
    cut = text[start : start + SHOWN]
    return ("…" if start else "") + cut + ("…" if start + SHOWN < len(text) else "")


def _pair(old: Any, new: Any) -> tuple[str, str]:
    one, other = (json.dumps(value, ensure_ascii=False, sort_keys=True) for value in (old, new))
    same = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    at = same if max(len(one), len(other)) > SHOWN else 0
    return short(old, at), short(new, at)


def fields(old: Any, new: Any, path: str = "") -> Iterator[tuple[str, str, str]]:
    """(field, old, new) wherever two values differ; items of lists are matched by what they share."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted(old.keys() | new.keys()):
            if key.startswith("_"):
                continue
            inner = f"{path}.{key}" if path else key
            if key not in old:
                yield inner, "(nothing)", short(new[key])
            elif key not in new:
                yield inner, short(old[key]), "(nothing)"
            else:
                yield from fields(old[key], new[key], inner)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _items(old, new, path)
    elif old != new or type(old) is not type(new):
        yield path, *_pair(old, new)


def _items(old: list[Any], new: list[Any], path: str) -> Iterator[tuple[str, str, str]]:
    if old == new:
        return
    if not any(isinstance(item, dict | list) for item in (*old, *new)) and max(len(old), len(new)) <= 3:
        yield path, *_pair(old, new)
        return
    texts = [[json.dumps(item, ensure_ascii=False, sort_keys=True) for item in items] for items in (old, new)]
    for kind, a, b, c, d in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        paired = min(b - a, d - c)
        for step in range(paired):
            yield from fields(old[a + step], new[c + step], f"{path}[{a + step}]")
        for at in range(a + paired, b):
            yield f"{path}[{at}]", short(old[at]), "(nothing)"
        for at in range(c + paired, d):
            yield f"{path}[new {at}]", "(nothing)", short(new[at])


def differences(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Difference]:
    """All differences of two records, part by part and input by input."""
    for part in sorted(old.keys() | new.keys()):
        if part not in old or part not in new:
            yield Difference(
                part, "", f"the whole part is only in the {'old' if part in old else 'new'} record", "", ""
            )
            continue
        before, after = old[part], new[part]
        for name in sorted(before.keys() & after.keys()):
            seen = before[name].get("_test", "") if isinstance(before[name], dict) else ""
            label = f"{name} ({seen})" if seen else name
            for field, one, other in fields(before[name], after[name]):
                yield Difference(part, label, field, one, other)
        for which, only in (("old", before.keys() - after.keys()), ("new", after.keys() - before.keys())):
            for name in sorted(only)[:FEW]:
                yield Difference(part, name, f"only in the {which} record", "", "")
            if len(only) > FEW:
                yield Difference(part, "", f"{len(only) - FEW} more inputs are only in the {which} record", "", "")


def summary(found: list[Difference]) -> str:
    """How many differences of which fields in how many inputs."""
    inputs = {(each.part, each.name) for each in found}
    kinds = Counter(each.field.partition("[")[0] for each in found)
    most = ", ".join(f"{field} {count}" for field, count in kinds.most_common(12))
    return f"{len(found)} differences in {len(inputs)} inputs: {most}"
