"""Fields of addresses that each answer writes anew: times, random numbers, sessions.

The menu of a home page stands on every page of a portal. If there and on another page links of one name lead to
addresses that differ in a field of the query alone, whose value looks drawn, and several names agree, that field says
nothing of what is asked for. Menus of two departments may differ so and mean it: only the home page's are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from crawler.discovery.links import Anchor
from crawler.items import Listing
from crawler.urls import random_fields, without

AGREE: Final = 3  # names whose links differ so


@dataclass(slots=True)
class Stamps:
    """The fields known so far, and the menu they were learnt from."""

    fields: frozenset[str] = frozenset()
    _menu: dict[str, str] = field(default_factory=dict)

    def learn(self, anchors: Sequence[Anchor], *, home: bool) -> None:
        """Remember the links of the home page, or compare those of another page with them."""
        times = Counter(anchor.name for anchor in anchors)
        single = {each.name: each.url for each in anchors if "?" in each.url and times[each.name] == 1}
        if home:
            self._menu = single
        drawn = Counter(random_fields(self._menu.get(name, url), url) for name, url in single.items())
        for fields, names in drawn.items():
            if names >= AGREE:
                self.fields |= fields

    def clean(self, anchors: Sequence[Anchor]) -> list[Anchor]:
        """Links without these fields, each once."""
        return list(dict.fromkeys(replace(each, url=without(each.url, self.fields)) for each in anchors))

    def listing(self, listing: Listing) -> Listing:
        """A listing whose rows and columns are addressed without these fields."""
        if not self.fields:
            return listing
        rows = tuple(replace(row, url=without(row.url, self.fields)) for row in listing.rows)
        children = tuple(replace(each, url=without(each.url, self.fields)) for each in listing.children)
        return replace(listing, rows=rows, children=children)
