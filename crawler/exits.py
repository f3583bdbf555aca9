"""Exit codes of every command, from what was found and never from what was logged."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import click

from crawler.language import say

ALL_LOOKED_AT: Final = 0
FAILED: Final = 1  # an error of the program, or it was stopped
USAGE: Final = 2
NOT_WELL: Final = 3  # something could not be fetched, or is not as it should be
DIFFERENT: Final = 4  # fazhi diff --exit-code
NOTHING: Final = 5  # fazhi clean: a page without text
BUSY: Final = 75  # another run holds the lock (EX_TEMPFAIL of sysexits.h)


LONGEST: Final = 1_000  # characters of one line of an error


def short(message: str) -> str:
    """A message that a terminal can show, whatever a person gave the command: long lines without their middle."""
    half = LONGEST // 2
    lines = message.splitlines()
    return "\n".join(line if len(line) <= LONGEST else f"{line[:half]} … {line[-half:]}" for line in lines)


def region_code(context: click.Context, parameter: click.Parameter, given: str | None) -> str | None:
    """The beginning of a division code (GB/T 2260) that a person gave. Raises BadParameter for anything else."""
    if given is not None and not re.fullmatch(r"[0-9]{1,12}", given):
        raise click.BadParameter(say("{given!r} does not begin a division code, such as 36 or 3601", given=given))
    return given


def as_text(words: list[str]) -> list[str]:
    """Words of a command line that can be shown and written. Raises UsageError for bytes that are no text, unless
    they name a file that is there."""
    for word in words:
        if re.search("[\ud800-\udfff]", word) and not Path(word).exists():
            raise click.UsageError(say("{word!r} holds bytes that are no text", word=word))
    return words


class Mistake(ValueError):
    """What a person wrote or set cannot be used; the message is one sentence with the remedy."""


class Locked(click.ClickException):
    """Another run is writing: try again later."""

    exit_code = BUSY
