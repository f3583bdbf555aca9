"""Lists of words, written as one text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text parted by white space."""
    return frozenset(text.split())


def any_of(text: str) -> str:
    """A pattern that matches any of the words of a text, longest first."""
    return "(?:" + "|".join(sorted(text.split(), key=lambda word: (-len(word), word))) + ")"
