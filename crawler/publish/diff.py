"""What changed between two versions of a report: paragraphs paired first, then words inside the pairs.

The differences are Google's diff-match-patch: it is bounded in time on any input (difflib is quadratic on
repetitive text) and its semantic clean-up gives changes a person would mark. Tokens are single Chinese
characters, whole numbers and whole Latin words, so that 564 → 546 is one change and not two half ones.
"""

from __future__ import annotations

import difflib
import html
import itertools
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from diff_match_patch import diff_match_patch

SECONDS: Final = 5.0  # for comparing two texts; what is left after that is told as replaced
SHORTEST: Final = 0.001  # seconds; diff-match-patch reads 0 as "no limit"
TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*%?|[A-Za-z]+|.", re.DOTALL)
SIMILAR: Final = 0.4  # share of common character pairs from which two paragraphs are one that was edited
MOST_PAIRS: Final = 4_096  # paragraph pairs compared in one changed stretch; longer stretches are paired in order
COMPARED: Final = 1_000  # characters of a paragraph that decide whether two are similar
MOST_TOKENS: Final = 1_000_000  # distinct ones; each needs a code point of its own
KINDS: Final = {-1: "deleted", 0: "same", 1: "inserted"}

AROUND: Final = 20  # characters shown before and behind a change
MOST_SHOWN: Final = 200  # characters of a change that are shown in short
MARKS: Final = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}

Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is ``same``, ``deleted`` or ``inserted``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: ``same``, ``changed``, ``deleted`` or ``inserted``.

    ``old`` and ``new`` are its 1-based numbers in either version, None where it is not there.
    """

    kind: str
    old: int | None
    new: int | None
    pieces: tuple[Piece, ...]


def compare(old: str, new: str, seconds: float = SECONDS) -> list[Paragraph]:
    """The paragraphs of both texts, one a line, in reading order. White space inside a line does not count."""
    deadline = time.monotonic() + seconds
    before, after = _lines(old), _lines(new)
    paragraphs: list[Paragraph] = []
    for same, left, right in _stretches(before, after, deadline):
        pairs: list[Pair] = list(zip(left, right, strict=True)) if same else []
        if not same:
            pairs = _pair([before[i] for i in left], [after[i] for i in right], left.start, right.start)
        paragraphs += (_paragraph(before, after, pair, deadline) for pair in pairs)
    return paragraphs


def changed(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Those that differ."""
    return [each for each in paragraphs if each.kind != "same"]


def short(paragraph: Paragraph) -> Paragraph:
    """A paragraph with no more than a few characters before and behind each change, and long changes cut."""
    last = len(paragraph.pieces) - 1
    pieces = tuple(_cut(each, first=at == 0, last=at == last) for at, each in enumerate(paragraph.pieces))
    return Paragraph(paragraph.kind, paragraph.old, paragraph.new, pieces)


def _cut(piece: Piece, *, first: bool, last: bool) -> Piece:
    text = piece.text
    if piece.kind != "same":
        return Piece(piece.kind, text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…")
    if len(text) <= 2 * AROUND:
        return piece
    head, tail = "" if first else text[:AROUND], "" if last else text[-AROUND:]
    return Piece("same", f"{head}…{tail}")


def as_text(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Each changed paragraph as plain text, with what was deleted and inserted in brackets."""
    for each in changed(paragraphs):
        yield "".join(MARKS[piece.kind].format(piece.text) for piece in each.pieces)


def _lines(text: str) -> list[str]:
    return [line for line in (" ".join(raw.split()) for raw in text.split("\n")) if line]


def _diff(old: Sequence[str], new: Sequence[str], deadline: float, *, tidy: bool) -> Iterator[tuple[int, int]]:
    """(-1 deleted, 0 same, 1 inserted; how many tokens) in order. ``tidy`` merges changes torn apart by chance."""
    codes: dict[str, str] = {}
    texts = []
    for tokens in (old, new):
        for token in tokens:
            number = len(codes)
            codes.setdefault(token, chr(number if number < 0xD800 else number + 0x800))
            if number > MOST_TOKENS:
                yield from ((-1, len(old)), (1, len(new)))
                return
        texts.append("".join(codes[token] for token in tokens))
    differ = diff_match_patch()
    differ.Diff_Timeout = max(SHORTEST, deadline - time.monotonic())
    diffs = differ.diff_main(*texts, False)
    if tidy:
        differ.diff_cleanupSemantic(diffs)
    yield from ((operation, len(text)) for operation, text in diffs)


def _stretches(before: list[str], after: list[str], deadline: float) -> Iterator[tuple[bool, range, range]]:
    """Index ranges of both texts, in order: (True, equal lines) and (False, changed lines)."""
    old, new = ([re.sub(r"\s", "", line) for line in lines] for lines in (before, after))
    i = j = start_i = start_j = 0
    for operation, count in (*_diff(old, new, deadline, tidy=False), (0, 0)):
        if operation:
            i, j = (i + count, j) if operation < 0 else (i, j + count)
            continue
        if (start_i, start_j) != (i, j):
            yield False, range(start_i, i), range(start_j, j)
        if count:
            yield True, range(i, i + count), range(j, j + count)
        i, j = i + count, j + count
        start_i, start_j = i, j


def _pair(left: list[str], right: list[str], i: int, j: int) -> list[Pair]:
    """Pairs the paragraphs of a changed stretch so that similar ones stand together and the order stays.

    ``i`` and ``j`` are the numbers of the first ones; a paragraph without a partner is paired with None.
    """
    if not left or not right:
        return [(i + n, None) for n in range(len(left))] + [(None, j + n) for n in range(len(right))]
    if len(left) * len(right) > MOST_PAIRS:
        both = min(len(left), len(right))
        return [(i + n, j + n) for n in range(both)] + _pair(left[both:], right[both:], i + both, j + both)
    return _aligned(left, right, i, j)


def _aligned(left: list[str], right: list[str], i: int, j: int) -> list[Pair]:
    """The same where the stretch is short enough for each of ``left`` to be compared with each of ``right``."""
    likeness = _likeness(left, right)
    best = _best(likeness, len(left), len(right))
    pairs: list[Pair] = []
    a = b = 0
    while a < len(left) and b < len(right):
        if likeness[a][b] >= SIMILAR and best[a][b] == likeness[a][b] + best[a + 1][b + 1]:
            pairs.append((i + a, j + b))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            pairs.append((i + a, None))
            a += 1
        else:
            pairs.append((None, j + b))
            b += 1
    return pairs + _pair(left[a:], [], i + a, 0) + _pair([], right[b:], 0, j + b)


def _best(likeness: list[list[float]], left: int, right: int) -> list[list[float]]:
    """How much likeness can at most be paired from each pair of places on."""
    best = [[0.0] * (right + 1) for _ in range(left + 1)]
    for a in reversed(range(left)):
        for b in reversed(range(right)):
            together = likeness[a][b] + best[a + 1][b + 1] if likeness[a][b] >= SIMILAR else 0.0
            best[a][b] = max(together, best[a + 1][b], best[a][b + 1])
    return best


def _likeness(left: list[str], right: list[str]) -> list[list[float]]:
    """Share of common character pairs of each two paragraphs, 0 to 1."""
    grams = [[text[k : k + 2] for k in range(max(1, min(len(text), COMPARED) - 1))] for text in (*left, *right)]
    matrix = [[0.0] * len(right) for _ in left]
    matcher = difflib.SequenceMatcher(autojunk=False)
    for b in range(len(right)):
        matcher.set_seq2(grams[len(left) + b])
        for a in range(len(left)):
            matcher.set_seq1(grams[a])
            matrix[a][b] = matcher.quick_ratio()
    return matrix


def _paragraph(before: list[str], after: list[str], pair: Pair, deadline: float) -> Paragraph:
    i, j = pair
    if i is None or j is None:
        text, kind = (after[j or 0], "inserted") if i is None else (before[i], "deleted")
        pieces: tuple[Piece, ...] = (Piece(kind, text),)
    else:
        pieces = _words(before[i], after[j], deadline)
        kind = "changed" if any(piece.kind != "same" for piece in pieces) else "same"
    return Paragraph(kind, None if i is None else i + 1, None if j is None else j + 1, pieces)


def _words(old: str, new: str, deadline: float) -> tuple[Piece, ...]:
    """What changed inside one paragraph, as pieces that spell out both texts."""
    if re.sub(r"\s", "", old) == re.sub(r"\s", "", new):
        return (Piece("same", new),)
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    pieces = []
    i = j = 0
    for operation, count in _diff(before, after, deadline, tidy=True):
        source = before[i : i + count] if operation < 0 else after[j : j + count]
        pieces.append(Piece(KINDS[operation], "".join(source)))
        i, j = i + count * (operation <= 0), j + count * (operation >= 0)
    return tuple(pieces)


def as_json(paragraphs: Sequence[Paragraph]) -> list[dict[str, Any]]:
    """The changed paragraphs as plain data: kind, old, new and pieces as [kind, text]."""
    return [
        {"kind": each.kind, "old": each.old, "new": each.new, "pieces": [[p.kind, p.text] for p in each.pieces]}
        for each in changed(paragraphs)
    ]


STYLE: Final = (
    "body{font-family:'Noto Serif CJK SC','Songti SC',SimSun,serif;line-height:1.8;max-width:44em;margin:2em auto;"
    "padding:0 1em}ins{background:#d7f5dd;color:#064b1a}del{background:#fde0e0;color:#7a0b0b}"
    "h1{font-size:1.3em}p.skipped{color:#666;text-align:center}"
)
TAGS: Final = {"same": "{}", "deleted": "<del>{}</del>", "inserted": "<ins>{}</ins>"}


def as_html_fragment(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Each changed paragraph as HTML with ``del`` and ``ins``."""
    return [
        "".join(TAGS[piece.kind].format(html.escape(piece.text)) for piece in each.pieces)
        for each in changed(paragraphs)
    ]


def as_html(title: str, paragraphs: Sequence[Paragraph], notes: Sequence[str] = ()) -> str:
    """A page of its own with what was deleted and inserted; unchanged stretches are left out and counted."""
    parts = [f"<p>{html.escape(note)}</p>" for note in notes]
    for same, group in itertools.groupby(paragraphs, lambda each: each.kind == "same"):
        stretch = list(group)
        if same:
            count = len(stretch)
            parts.append(f'<p class="skipped">… {count} unchanged {"paragraph" if count == 1 else "paragraphs"} …</p>')
        else:
            parts += (f"<p>{fragment}</p>" for fragment in as_html_fragment(stretch))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{html.escape(title)}</title><style>{STYLE}</style></head>\n"
        f"<body>\n<h1>{html.escape(title)}</h1>\n" + "\n".join(parts) + "\n</body>\n</html>\n"
    )
