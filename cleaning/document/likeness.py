"""How much of two texts is equal, at a bounded cost for however many texts a page brings.

Equal texts are known by being equal. The first pairs are compared letter by letter; after these only pairs whose
samples of four-letter shingles agree (bottom-k MinHash, A. Broder 1997), and after ``MOST`` comparisons the samples
alone speak.
"""

from __future__ import annotations

from typing import Final
from zlib import crc32

COMPARED: Final = 20_000  # characters of a text that are compared
FREE: Final = 24  # pairs that are compared whatever their samples say: those of seven files
MOST: Final = 64  # pairs that are compared at all; each costs up to 0.06 s
SHINGLE: Final = 4  # letters
SAMPLE: Final = 256  # shingles of a text that are kept
AKIN: Final = 0.03  # share of equal shingles below which two texts have not 60 % of their letters in common
TWIN: Final = (
    0.5  # share of equal shingles that shows two texts to be one: that of texts with nine equal letters in ten
)


def squeezed(text: str) -> str:
    """The beginning of a text without white space, as it is compared."""
    return "".join(text[: COMPARED * 2].split())[:COMPARED]


class Likeness:
    """Compares the texts of one page, and counts how many comparisons that took."""

    def __init__(self) -> None:
        self.done = 0
        self._texts: dict[str, str] = {}
        self._samples: dict[str, frozenset[int]] = {}

    def of(self, one: str, other: str, least: float) -> float:
        """Percent of equal text, 0 where it is below ``least`` or the texts are of very different length."""
        one, other = self._text(one), self._text(other)
        if not one or not other or max(len(one), len(other)) > 2 * min(len(one), len(other)):
            return 0.0
        if one == other:
            return 100.0
        if self.done >= FREE:
            share = self._share(one, other)
            if share < AKIN:
                return 0.0
            if self.done >= MOST:
                return least if share >= TWIN else 0.0
        self.done += 1
        from rapidfuzz import fuzz  # few pages have texts to compare

        return fuzz.ratio(one, other, score_cutoff=least)

    def _text(self, text: str) -> str:
        if text not in self._texts:
            self._texts[text] = squeezed(text)
        return self._texts[text]

    def _share(self, one: str, other: str) -> float:
        """The share of sampled shingles that two texts have in common."""
        first, second = self._sample(one), self._sample(other)
        return len(first & second) / max(1, min(len(first), len(second)))

    def _sample(self, text: str) -> frozenset[int]:
        """The smallest digests of the shingles that begin with one letter in eight."""
        if text not in self._samples:
            shingles = {text[at : at + SHINGLE] for at, letter in enumerate(text) if not ord(letter) % 8}
            digests = sorted(crc32(each.encode("utf-8", "replace")) for each in shingles)
            self._samples[text] = frozenset(digests[:SAMPLE])
        return self._samples[text]
