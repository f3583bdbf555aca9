"""Candidates for the fields of a record, with where each was read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from cleaning.text.normalize import squeeze as fold
from cleaning.text.words import words

_NOTHING = words("无 暂无 没有 null none undefined 空 无. nbsp (无) 本站 未知")
_SAYS = re.compile(r"\w")


@dataclass(slots=True)
class Facts:
    """Candidates per field, best first: (where it was read, value)."""

    found: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def add(self, name: str, where: str, value: str | None) -> None:
        """Add a candidate unless it says nothing (无, --, / and other placeholders without a letter or digit)."""
        if not value:
            return
        value = value.strip(" \t\u3000\xa0:：;；,，|")
        if len(value) <= 500 and _SAYS.search(value) and fold(value).lower() not in _NOTHING:
            entries = self.found.setdefault(name, [])
            if (where, value) not in entries and len(entries) < 12:
                entries.append((where, value))

    def choose(self, name: str, at: int, provenance: dict[str, Any]) -> str:
        """Make one candidate the value and keep the others as losers."""
        entries = self.found[name]
        where, value = entries[at]
        lost = [[other, text] for other, text in entries if text != value]
        provenance[name] = {"from": where, **({"lost": lost} if lost else {})}
        return value
