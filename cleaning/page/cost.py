"""Which pages cost too much to be read where a run waits for them."""

from __future__ import annotations

from typing import Final

BYTES: Final = 1_000_000  # of a page that is read where it is: half a second at worst
TAGS: Final = 20_000
NO_ANSWER: Final = "the process that read the page gave no answer"


class TooCostly(Exception):
    """A page that could not be read within the limits; says why."""


def is_long(*pages: bytes) -> bool:
    """Whether reading these pages together may take longer than a run can wait for it."""
    return sum(map(len, pages)) > BYTES or sum(each.count(b"<") for each in pages) > TAGS
