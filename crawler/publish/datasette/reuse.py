"""How much of a report stood in last year's already, sentence by sentence, measured with rapidfuzz."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

SAME: Final = 90.0  # normalised Indel similarity from which two sentences are the same but for a name or a number
SHORTEST: Final = 8  # characters of a sentence worth comparing; shorter ones are alike by chance
MOST_SENTENCES: Final = 600  # of either text; longer texts are not compared
COMPARED: Final = 400  # characters of a sentence that are compared
_SENTENCE: Final = re.compile(r"[^。！？；;\n]+[。！？；;]?")


@dataclass(frozen=True, slots=True)
class Reuse:
    """``share`` of the characters (0 to 1) in sentences that stood there before, and in which lines (0-based)."""

    share: float
    lines: frozenset[int]


def reuse(new: str, old: str) -> Reuse | None:
    """What ``new`` took over from ``old``; a line counts as taken over if most of it is. None if not measurable."""
    from rapidfuzz import fuzz, process

    before = _sentences(old)
    after = [(number, text) for number, line in enumerate(new.split("\n")) for text in _sentences(line)]
    if not before or not after or max(len(before), len(after)) > MOST_SENTENCES:
        return None
    known = set(before)
    there, taken = Counter[int](), Counter[int]()
    for number, text in after:
        same = text in known or process.extractOne(text, before, scorer=fuzz.ratio, score_cutoff=SAME) is not None
        there[number] += len(text)
        taken[number] += len(text) * same
    return Reuse(taken.total() / there.total(), frozenset(line for line in there if taken[line] * 2 > there[line]))


def _sentences(text: str) -> list[str]:
    """The sentences of a text that are long enough to be compared."""
    return [sentence for sentence in map(_bare, _SENTENCE.findall(text)) if len(sentence) >= SHORTEST]


def _bare(sentence: str) -> str:
    return "".join(sentence.split())[:COMPARED]
