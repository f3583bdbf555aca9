"""The pages of the lots with the words around their texts replaced by chance: what no rule by phrase can know.

``python -m tests.pages_lots --words`` counts how many come out whole all the same, and how many of the others and of
the whole ones are flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from random import Random

from tests.pages_lots.lot import Lot, Sample, Wrong, plain

SEEDS = 4
SHARE = 0.5
"""Of the pieces of text around an article, how many get other words."""
HAN = re.compile("[一-鿿]")
_PIECES = re.compile(
    r"(<!--.*?-->|<(?:script|style|title|textarea)\b.*?</[a-z]+\s*>|<[^<>]*>)", re.DOTALL | re.IGNORECASE
)
_COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后"


def replaced(lots: Iterable[Lot]) -> Iterator[Wrong]:
    """How each page of the lots is read, several times with other words."""
    for lot in lots:
        for sample in lot.samples:
            for seed in range(SEEDS if sample.html.startswith("<") else 0):
                yield _with_other_words(sample, Random(f"{seed} {sample.name}")).wrong


def _with_other_words(sample: Sample, choice: Random) -> Sample:
    """The page with other words in some of the pieces that are neither of its text nor of its title."""
    text = plain("".join((*sample.body, *sample.either, str(sample.fields.get("title")))))
    parts = _PIECES.split(sample.html)
    for at in range(0, len(parts), 2):
        words = plain(unescape(parts[at]).replace("\u200b", ""))
        if len(words) > 1 and words not in text and choice.random() < SHARE:
            parts[at] = HAN.sub(lambda _: choice.choice(_COMMON), parts[at])
    return sample._replace(html="".join(parts))
