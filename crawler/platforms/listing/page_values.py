"""What a page states for the requests its scripts make: its inputs and selects, its metas, the years it offers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from crawler.platforms.listing.flatten import page_soup

if TYPE_CHECKING:
    from bs4 import Tag

MOST: Final = 200
LONGEST: Final = 300  # characters of an attribute that a script may read
_YEAR: Final = re.compile(r"(?:19|20)\d{2}")


@dataclass(slots=True)
class PageValues:
    """Values by name and id, those of metas as ``meta:name``, those of attributes as ``data-name``; ``years`` are those
    a select offers, ``chooses`` the names of such selects."""

    fields: dict[str, str] = field(default_factory=dict)
    years: list[int] = field(default_factory=list)
    chooses: set[str] = field(default_factory=set)


@lru_cache(maxsize=4)  # asked for by each reading of a page's scripts
def page_values(text: str) -> PageValues:
    """What a page states; read by many and changed by none."""
    tree, found = page_soup(text[:500_000]), PageValues()
    for node in tree.find_all("input", limit=MOST):
        for key in _names(node) if node.get("value") is not None else ():
            found.fields.setdefault(key, str(node["value"]))
    for node in tree.find_all(_has_data, limit=MOST):
        for key, value in node.attrs.items():
            if key.startswith("data-") and isinstance(value, str) and len(value) <= LONGEST:
                found.fields.setdefault(key, value)
    for node in tree.find_all("meta", attrs={"name": True, "content": True}, limit=MOST):
        found.fields.setdefault(f"meta:{node['name']}", str(node["content"]))
    for node in tree.find_all("select", limit=MOST):
        _choice(node, found)
    return found


def _has_data(node: Tag) -> bool:
    return any(key.startswith("data-") for key in node.attrs)


def _names(node: Tag) -> list[str]:
    return [str(key) for key in (node.get("id"), node.get("name")) if key]


def _choice(node: Tag, found: PageValues) -> None:
    """A select's value: that of the option chosen, else of the first that has one."""
    options = node.find_all("option", limit=MOST)
    values = [str(each.get("value", each.get_text(strip=True))) for each in options]
    chosen = next((value for value, each in zip(values, options, strict=True) if each.has_attr("selected")), "")
    value = chosen or next(filter(None, values), "")
    years = [int(each) for each in values if _YEAR.fullmatch(each)]
    for key in _names(node):
        found.fields.setdefault(key, value)
        if len(years) > 1 and len(years) >= len(values) - 1:  # one option may stand for all years
            found.chooses.add(key)
            found.years = found.years or sorted(years)
